//! What we ask DNS, and whom we believe.
//!
//! Two rules keep resolvers honest. A challenge name is asked for its CNAME only, never for TXT, where a resolver
//! stands between (but to read a probe's value back); and a resolver is never asked for the acme-dns target itself
//! before a value is published there, for it would remember for up to an hour that there is none. The zone's own
//! servers are asked for everything.

mod ask;
mod certification;
mod encrypted;
mod error;
mod leading;
mod observing;
mod perspectives;
mod propagation;
mod readback;
mod reading;
mod resolver;
mod round;
mod servers;
mod surroundings;
mod transport;

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::sync::Arc;

use futures_util::{StreamExt, stream};

use crate::delegation::{Delegation, Observation};
use crate::event::SharedReporter;
use crate::identifier::DnsName;

pub use error::DnsError;
pub use leading::Lead;
pub use propagation::Published;
pub use readback::ReadBack;
pub use resolver::{InvalidResolver, Resolver, plain};

use round::Round;
use servers::Directory;

/// So many names are looked at side by side.
const SIDE_BY_SIDE: usize = 128;

/// Whom to believe about a zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Every authoritative server, found through the resolver.
    #[default]
    Authoritative,
    /// The resolver: split DNS, or a network that lets no DNS out.
    Resolver,
}

/// How DNS is asked.
pub struct DnsOptions {
    /// Empty for the system's.
    pub resolvers: Vec<Resolver>,
    /// Further resolvers, which look from elsewhere.
    pub perspectives: Vec<Resolver>,
    pub view: View,
    /// Where name servers are, instead of where DNS says they are: labs, and networks behind NAT.
    pub name_servers: BTreeMap<DnsName, SocketAddr>,
    pub reporter: SharedReporter,
}

/// Asks DNS. Cheap to clone.
#[derive(Clone)]
pub struct Dns {
    asker: Arc<ask::Asker>,
    resolvers: Arc<Vec<Resolver>>,
    perspectives: Arc<Vec<Resolver>>,
    directory: Arc<Directory>,
    view: View,
    reporter: SharedReporter,
}

/// One look at DNS: whatever it is asked about, no question goes out twice.
pub struct Look {
    dns: Dns,
    round: Round,
    /// Targets of registrations: no way leads on from there.
    ends: BTreeSet<DnsName>,
}

impl Dns {
    /// Sets up, without asking anybody yet.
    ///
    /// # Errors
    /// When no resolver is named and the system names none.
    pub fn new(options: DnsOptions) -> Result<Dns, DnsError> {
        let resolvers = if options.resolvers.is_empty() { system_resolvers()? } else { options.resolvers };
        Ok(Dns {
            asker: Arc::new(ask::Asker::new(options.reporter.clone())),
            resolvers: Arc::new(resolvers),
            perspectives: Arc::new(options.perspectives),
            directory: Arc::new(Directory::new(options.name_servers)),
            view: options.view,
            reporter: options.reporter,
        })
    }

    /// A fresh look: nothing that was seen before counts.
    #[must_use]
    pub fn look(&self) -> Look {
        self.directory.forget();
        self.glance()
    }

    /// A fresh look at the same servers as before: for asking again and again within seconds.
    pub(crate) fn glance(&self) -> Look {
        let round = Round::new(self.asker.clone(), self.resolvers.clone());
        Look { dns: self.clone(), round, ends: BTreeSet::new() }
    }

    /// The values that show at a target; `None` when that cannot be seen. Resolvers are asked only where it is certain
    /// that `something` was published there before.
    pub async fn published_values(&self, target: &DnsName, something: bool) -> Option<BTreeSet<String>> {
        if self.view == View::Resolver && !something {
            return None;
        }
        let hop = self.glance().values_at(target).await;
        let mut decisive = hop.decisive().peekable();
        decisive.peek()?;
        Some(decisive.flat_map(|seen| seen.answer.txt().iter().cloned()).collect())
    }
}

impl Look {
    /// Follows no CNAME beyond these targets either.
    #[must_use]
    pub fn ending_at(self, targets: impl IntoIterator<Item = DnsName>) -> Look {
        Look { ends: targets.into_iter().collect(), ..self }
    }

    /// Looks at every delegation, side by side, in their order.
    pub async fn observe_all(&self, delegations: &[Delegation]) -> Vec<Observation> {
        stream::iter(delegations).map(|delegation| self.observe(delegation)).buffered(SIDE_BY_SIDE).collect().await
    }
}

fn system_resolvers() -> Result<Vec<Resolver>, DnsError> {
    let (config, _) = hickory_resolver::system_conf::read_system_conf()
        .map_err(|source| DnsError::SystemResolver(source.to_string()))?;
    let resolver = |server: &hickory_resolver::config::NameServerConfig| {
        let port = server.connections.first().map_or(53, |connection| connection.port);
        Resolver::Plain(SocketAddr::new(server.ip, port))
    };
    let mut resolvers: Vec<Resolver> = Vec::new();
    for resolver in config.name_servers().iter().map(resolver) {
        if !resolvers.contains(&resolver) {
            resolvers.push(resolver);
        }
    }
    if resolvers.is_empty() { Err(DnsError::NoResolver) } else { Ok(resolvers) }
}
