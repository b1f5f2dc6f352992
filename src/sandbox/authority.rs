//! A faithful ACME CA (RFC 8555) on loopback, over HTTPS, with manners that tests can spoil.

mod accounts;
mod authorizations;
mod binding;
mod certificates;
mod door;
mod finalizing;
mod jws;
mod key_change;
mod keys;
mod manners;
mod orders;
mod problem;
mod profiles;
mod renewal_info;
mod replies;
mod revocation;
mod state;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use url::Url;

use super::history::{self, History, Stage};
use super::issuer::{self, Chain, Issuer};
use crate::serve::http;

use state::State;

pub use certificates::Issued;
pub use manners::{ExternalAccounts, Manners, Profile, Suggestion};
pub use problem::{PROBLEM_TYPES, Problem};

/// What the CA is started with.
pub struct AuthorityOptions {
    /// Where it looks names up when it validates.
    pub resolver: SocketAddr,
    pub manners: Manners,
    pub history: History,
}

/// A running CA; dropping it stops it.
pub struct Authority {
    shared: Arc<Shared>,
    tls_root: String,
    issuer_root: String,
    alternate_root: String,
    _http: http::Listening,
}

/// What every request works with.
pub(super) struct Shared {
    base: String,
    resolver: SocketAddr,
    issuer: Issuer,
    manners: Mutex<Manners>,
    state: Mutex<State>,
    /// How many requests of a wave have come so far.
    arrivals: Mutex<HashMap<Stage, usize>>,
}

impl Authority {
    /// Starts on a free port of 127.0.0.1. Must be called inside a tokio runtime.
    ///
    /// # Errors
    /// When there is no port, or keys cannot be made.
    pub fn start(options: AuthorityOptions) -> io::Result<Authority> {
        let (tls, tls_root) = issuer::tls()?;
        let issuer = Issuer::new().map_err(io::Error::other)?;
        let [issuer_root, alternate_root] = [Chain::First, Chain::Alternate].map(|chain| issuer.root_pem(chain));
        // The base URL is part of every object, so the port must be known before the server starts.
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        let shared = Arc::new(Shared {
            base: format!("https://localhost:{port}"),
            resolver: options.resolver,
            issuer,
            manners: Mutex::new(options.manners),
            state: Mutex::default(),
            arrivals: Mutex::default(),
        });
        let router = Router::new().fallback(door::answer).with_state(shared.clone());
        let router = history::recording(router, "ca", options.history);
        let http = http::Listening::on(listener, router, Some(tls))?;
        Ok(Authority { shared, tls_root, issuer_root, alternate_root, _http: http })
    }

    /// The directory URL.
    #[must_use]
    pub fn directory(&self) -> Url {
        Url::parse(&format!("{}/directory", self.shared.base)).expect("a host and a port make a URL")
    }

    /// The root of the CA's own TLS certificate, PEM.
    #[must_use]
    pub fn tls_root_pem(&self) -> &str {
        &self.tls_root
    }

    /// The root of the certificates it issues, PEM.
    #[must_use]
    pub fn issuer_root_pem(&self) -> &str {
        &self.issuer_root
    }

    /// The root of the second chain of each certificate, PEM.
    #[must_use]
    pub fn alternate_root_pem(&self) -> &str {
        &self.alternate_root
    }

    /// Changes the manners while the CA runs.
    pub fn manners(&self, change: impl FnOnce(&mut Manners)) {
        change(&mut self.shared.manners());
    }

    /// What is answered when a person must agree to new terms of service first (RFC 8555 section 7.3.3).
    #[must_use]
    pub fn new_terms(&self) -> Problem {
        let (agreement, terms) = (self.shared.url("/terms/agreement"), self.shared.url("/terms"));
        let problem = Problem::new(403, "userActionRequired", "The terms of service have changed");
        problem.with("instance", agreement.into()).with_link(&terms, "terms-of-service")
    }

    /// Says when one certificate should be renewed, by its [`Issued::id`].
    pub fn suggest(&self, id: &str, suggestion: Suggestion) {
        self.shared.state().suggestions.insert(id.to_owned(), suggestion);
    }

    /// The identifiers of the certificates that orders said they replace (RFC 9773 section 5), in order.
    #[must_use]
    pub fn replaced(&self) -> Vec<String> {
        self.shared.state().orders.iter().filter_map(|order| order.replaces.clone()).collect()
    }

    /// How many accounts there are.
    #[must_use]
    pub fn accounts(&self) -> usize {
        self.shared.state().accounts.len()
    }

    /// What was issued so far, in order.
    #[must_use]
    pub fn certificates(&self) -> Vec<Issued> {
        self.shared.state().certificates.iter().map(|certificate| certificate.issued.clone()).collect()
    }

    /// The serial numbers of the revoked certificates, as [`Issued::serial`].
    #[must_use]
    pub fn revoked(&self) -> Vec<String> {
        let revoked = self.certificates().into_iter().filter(|issued| issued.revoked.is_some());
        revoked.map(|issued| issued.serial).collect()
    }
}

impl Shared {
    fn manners(&self) -> MutexGuard<'_, Manners> {
        self.manners.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn arrivals(&self) -> MutexGuard<'_, HashMap<Stage, usize>> {
        self.arrivals.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    fn account_url(&self, number: usize) -> String {
        self.url(&format!("/account/{}", number + 1))
    }
}
