//! Resolvers behind TLS: DNS over TLS (RFC 7858) and DNS over HTTPS (RFC 8484), trusted by the system's roots.

use std::collections::HashMap;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use hickory_net::DnsHandle;
use hickory_net::NetError;
use hickory_net::proto::op::DnsResponse;
use hickory_net::runtime::TokioRuntimeProvider;
use hickory_net::tls::{client_config, tls_exchange};
use hickory_net::xfer::{DnsExchange, FirstAnswer};
use http::{StatusCode, header};
use rustls::pki_types::ServerName;
use tokio::sync::{Mutex, OnceCell};
use url::Url;

use super::ask::Question;
use super::resolver::Resolver;
use super::transport::{Failure, request};
use crate::event::SharedReporter;
use crate::http::{Http, HttpError, Request, ShownAs};

/// Connecting and TLS included.
const TIME_LIMIT: Duration = Duration::from_secs(5);
/// As many questions as are asked at once may share one connection.
const ON_ONE_CONNECTION: usize = 256;
const DNS_MESSAGE: &str = "application/dns-message";

type Connection = DnsExchange<TokioRuntimeProvider>;
/// A connection with its number, so that nobody throws away the one that was just made instead of the broken one.
type Numbered = (u64, Connection);
/// A connection for everybody, once it is made.
type Shared = Arc<Mutex<Option<Numbered>>>;

/// Asks resolvers over TLS; connections are made when first needed, and shared.
pub(super) struct Encrypted {
    http: OnceCell<Http>,
    connections: Mutex<HashMap<(String, u16), Shared>>,
    /// What drives the connections: with it they end.
    provider: TokioRuntimeProvider,
    reporter: SharedReporter,
}

impl Encrypted {
    pub(super) fn new(reporter: SharedReporter) -> Encrypted {
        let (http, connections, provider) = (OnceCell::new(), Mutex::default(), TokioRuntimeProvider::default());
        Encrypted { http, connections, provider, reporter }
    }

    pub(super) async fn over_tls(&self, host: &str, port: u16, question: &Question) -> Result<DnsResponse, Failure> {
        let asking = async {
            let cell = self.connections.lock().await.entry((host.to_owned(), port)).or_default().clone();
            // A connection that the resolver closed meanwhile is made anew, once.
            let (number, connection) = self.connected(&cell, host, port, None).await?;
            if let Ok(answer) = connection.send(request(question)?).first_answer().await {
                return Ok(answer);
            }
            let (_, connection) = self.connected(&cell, host, port, Some(number)).await?;
            Ok(connection.send(request(question)?).first_answer().await?)
        };
        tokio::time::timeout(TIME_LIMIT, asking).await.map_err(|_| Failure::Silent)?
    }

    /// The connection that is there, unless it is the broken one, or a new one. Whoever comes first makes it, the others
    /// wait for it.
    async fn connected(
        &self,
        cell: &Mutex<Option<Numbered>>,
        host: &str,
        port: u16,
        broken: Option<u64>,
    ) -> Result<Numbered, Failure> {
        let mut current = cell.lock().await;
        if let Some(there) = current.as_ref().filter(|(number, _)| broken != Some(*number)) {
            return Ok(there.clone());
        }
        let number = current.take().map_or(0, |(number, _)| number + 1);
        let made = connect(host, port, self.provider.clone()).await?;
        Ok(current.insert((number, made)).clone())
    }

    /// By POST, so that nothing on the way remembers the answer (RFC 8484 section 4.1).
    pub(super) async fn over_https(&self, url: &Url, question: &Question) -> Result<DnsResponse, Failure> {
        let (mut message, _) = request(question)?.into_parts();
        // One connection, one question: the number says nothing (RFC 8484 section 4.1).
        message.metadata.id = 0;
        let body = message.to_vec().map_err(|_| broken("the question does not fit"))?;
        let post = http::Request::post(url.as_str())
            .header(header::CONTENT_TYPE, DNS_MESSAGE)
            .header(header::ACCEPT, DNS_MESSAGE)
            .extension(ShownAs(Resolver::Https(url.clone()).to_string()))
            .body(Bytes::from(body));
        let post = post.map_err(|_| broken("the URL is none"))?;
        let answer = tokio::time::timeout(TIME_LIMIT, self.post(post)).await.map_err(|_| Failure::Silent)??;
        if answer.metadata.id == message.metadata.id && answer.queries.first() == message.queries.first() {
            Ok(answer)
        } else {
            Err(broken("an answer to another question"))
        }
    }

    async fn post(&self, request: Request) -> Result<DnsResponse, Failure> {
        let http = self.http.get_or_try_init(|| async { Http::new(None, self.reporter.clone()) }).await;
        let reply = http.map_err(|error| broken(&error.to_string()))?.send(request).await.map_err(failure)?;
        if reply.status != StatusCode::OK {
            return Err(broken(&format!("HTTP {}", reply.status.as_u16())));
        }
        if !reply.header("content-type").is_some_and(|kind| kind.starts_with(DNS_MESSAGE)) {
            return Err(broken("no DNS message"));
        }
        DnsResponse::from_buffer(reply.body.to_vec()).map_err(|_| broken("no DNS message"))
    }
}

async fn connect(host: &str, port: u16, provider: TokioRuntimeProvider) -> Result<Connection, Failure> {
    let bare = host.trim_matches(['[', ']']).to_owned();
    let addresses = tokio::net::lookup_host((bare.as_str(), port)).await.map(Vec::from_iter).unwrap_or_default();
    let name = ServerName::try_from(bare).map_err(|_| broken("no name for a certificate"))?;
    let config = client_config().map_err(|_| broken("no root certificates on this machine"))?;
    let mut failure = broken("no address");
    for address in addresses {
        let (name, config, provider) = (name.clone(), config.clone(), provider.clone());
        match tls_exchange(address, name, config, TIME_LIMIT, Some(ON_ONE_CONNECTION), provider).await {
            Ok(connection) => return Ok(connection),
            Err(error) => failure = refusal(error),
        }
    }
    Err(failure)
}

fn refusal(error: NetError) -> Failure {
    match &error {
        NetError::Io(source) if is_untrusted(source) => broken("its certificate is not trusted"),
        NetError::Io(source) if source.kind() == io::ErrorKind::ConnectionRefused => broken("connection refused"),
        _ => error.into(),
    }
}

fn is_untrusted(error: &io::Error) -> bool {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
    matches!(inner, Some(rustls::Error::InvalidCertificate(_)))
}

fn failure(error: HttpError) -> Failure {
    match error {
        HttpError::Timeout { .. } => Failure::Silent,
        HttpError::Untrusted { .. } => broken("its certificate is not trusted"),
        error => broken(&error.to_string()),
    }
}

fn broken(how: &str) -> Failure {
    Failure::Broken(how.to_owned())
}
