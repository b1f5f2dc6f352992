//! A server that speaks acme-dns: `/register` and `/update` over HTTP, the values over DNS.
//!
//! Its HTTP answers are those of acme-dns, octet for octet. Its DNS is better where acme-dns is at fault: a registered
//! name without a value, or asked for another type, is "no data" rather than missing, and names outside the zone are
//! refused. [`Manners::as_acme_dns`] brings the faults back.

mod api;
pub(crate) mod asked;
pub(crate) mod http;
pub(crate) mod listen;
mod manners;
mod records;
mod requests;
#[cfg(test)]
mod tests;
mod zone;

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use url::Url;

use crate::identifier::DnsName;
use asked::Asked;
use listen::{Answer, Listening, Question, Respond};
use zone::Zone;

pub use manners::{Failure, Manners};
pub use records::Records;

/// Something around the HTTP side: a recorder of requests.
pub type Layer = Box<dyn FnOnce(axum::Router) -> axum::Router + Send>;

/// What a server is started with.
pub struct Options {
    /// The zone below which registrations get their names.
    pub zone: DnsName,
    /// The name server of the zone, which is this server.
    pub name_server: DnsName,
    pub address: IpAddr,
    /// The port of the HTTP side; 0 for a free one.
    pub http: u16,
    /// The port of the DNS side, UDP and TCP; 0 for a free one.
    pub dns: u16,
    pub manners: Manners,
    pub layer: Option<Layer>,
}

impl Options {
    /// On free ports of this machine, with good manners.
    #[must_use]
    pub fn on_loopback(zone: DnsName, name_server: DnsName) -> Options {
        let (address, manners) = (IpAddr::V4(Ipv4Addr::LOCALHOST), Manners::default());
        Options { zone, name_server, address, http: 0, dns: 0, manners, layer: None }
    }
}

/// A running server; dropping it stops it.
pub struct Server {
    shared: Arc<Shared>,
    http: http::Listening,
    dns: Listening,
}

/// What both sides know.
pub(crate) struct Shared {
    zone: Zone,
    records: Records,
    asked: Asked,
    manners: Mutex<Manners>,
}

impl Server {
    /// Starts both sides. Must be called inside a tokio runtime.
    ///
    /// # Errors
    /// When a port cannot be had.
    pub fn start(options: Options) -> io::Result<Server> {
        let Options { zone, name_server, address, http, dns, manners, layer } = options;
        let shared = Arc::new(Shared {
            zone: Zone::new(&zone, &name_server, address)?,
            records: Records::default(),
            asked: Asked::default(),
            manners: Mutex::new(manners),
        });
        let router = api::router(shared.clone());
        let router = match layer {
            Some(layer) => layer(router),
            None => router,
        };
        let http = http::Listening::start(address, http, router)?;
        let dns = Listening::start(address, dns, shared.clone())?;
        Ok(Server { shared, http, dns })
    }

    /// The base URL for `--acme-dns`.
    #[must_use]
    pub fn http_url(&self) -> Url {
        Url::parse(&format!("http://{}/", self.http.address())).expect("an address makes a URL")
    }

    #[must_use]
    pub fn dns_addr(&self) -> SocketAddr {
        self.dns.address()
    }

    /// The registrations and their values.
    #[must_use]
    pub fn records(&self) -> &Records {
        &self.shared.records
    }

    /// Changes the manners while the server runs.
    pub fn manners(&self, change: impl FnOnce(&mut Manners)) {
        change(&mut self.shared.manners());
    }

    /// The DNS questions so far, oldest first: `TXT d420.auth.example.org`. Bounded.
    #[must_use]
    pub fn questions(&self) -> Vec<String> {
        self.shared.asked.list()
    }
}

impl Shared {
    fn manners(&self) -> MutexGuard<'_, Manners> {
        self.manners.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Respond for Shared {
    async fn respond(&self, question: &Question) -> Option<Answer> {
        self.asked.note(question.to_string());
        let (silent, as_acme_dns) = {
            let manners = self.manners();
            (manners.dns_silent, manners.as_acme_dns)
        };
        let values = |label: &str| self.records.values(label);
        (!silent).then(|| self.zone.answer(&question.name, question.record_type, values, as_acme_dns))
    }

    fn delay(&self) -> Duration {
        self.manners().dns_answer_delay
    }
}
