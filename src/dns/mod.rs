//! What we ask DNS, and whom we believe.
//!
//! Two rules keep resolvers honest. A challenge name is asked for its CNAME only, never for TXT, where a resolver
//! stands between; and a resolver is never asked for the acme-dns target itself before a value is published there,
//! for it would remember for up to an hour that there is none. The zone's own servers are asked for everything.

mod ask;
mod certification;
mod error;
mod observing;
mod propagation;
mod servers;

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::sync::Arc;

use futures_util::{StreamExt, stream};

use crate::delegation::{Delegation, Observation};
use crate::event::SharedReporter;
use crate::identifier::DnsName;

pub use error::DnsError;
pub use propagation::Published;

/// So many names are looked at side by side.
const SIDE_BY_SIDE: usize = 64;

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
    pub resolvers: Vec<SocketAddr>,
    pub view: View,
    /// Where name servers are, instead of where DNS says they are: labs, and networks behind NAT.
    pub name_servers: BTreeMap<DnsName, SocketAddr>,
    pub reporter: SharedReporter,
}

/// Asks DNS. Cheap to clone.
#[derive(Clone)]
pub struct Dns {
    asker: Arc<ask::Asker>,
    servers: Arc<servers::Directory>,
    certification: Arc<certification::Asked>,
    view: View,
    reporter: SharedReporter,
}

impl Dns {
    /// Sets up, without asking anybody yet.
    ///
    /// # Errors
    /// When no resolver is named and the system names none.
    pub fn new(options: DnsOptions) -> Result<Dns, DnsError> {
        let resolvers = if options.resolvers.is_empty() { system_resolvers()? } else { options.resolvers };
        let asker = Arc::new(ask::Asker::new(resolvers, options.reporter.clone()));
        let servers = Arc::new(servers::Directory::new(asker.clone(), options.name_servers));
        Ok(Dns { asker, servers, certification: Arc::default(), view: options.view, reporter: options.reporter })
    }

    /// Looks at every delegation, side by side, in their order.
    pub async fn observe_all(&self, delegations: &[Delegation]) -> Vec<Observation> {
        stream::iter(delegations).map(|delegation| self.observe(delegation)).buffered(SIDE_BY_SIDE).collect().await
    }

    /// The values that show at a target; `None` when that cannot be seen. Resolvers are asked only where it is certain
    /// that `something` was published there before.
    pub async fn published_values(&self, target: &DnsName, something: bool) -> Option<BTreeSet<String>> {
        if self.view == View::Resolver && !something {
            return None;
        }
        let hop = self.values_at(target).await;
        let mut decisive = hop.decisive().peekable();
        decisive.peek()?;
        Some(decisive.flat_map(|seen| seen.answer.txt().iter().cloned()).collect())
    }
}

fn system_resolvers() -> Result<Vec<SocketAddr>, DnsError> {
    let (config, _) = hickory_resolver::system_conf::read_system_conf()
        .map_err(|source| DnsError::SystemResolver(source.to_string()))?;
    let address = |server: &hickory_resolver::config::NameServerConfig| {
        let port = server.connections.first().map_or(53, |connection| connection.port);
        SocketAddr::new(server.ip, port)
    };
    let mut addresses: Vec<SocketAddr> = Vec::new();
    for address in config.name_servers().iter().map(address) {
        if !addresses.contains(&address) {
            addresses.push(address);
        }
    }
    if addresses.is_empty() { Err(DnsError::NoResolver) } else { Ok(addresses) }
}
