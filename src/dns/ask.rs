//! One question to one server, and the whole answer.

use std::io;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use hickory_net::client::Client;
use hickory_net::proto::op::{DnsRequestOptions, DnsResponse, Query, ResponseCode};
use hickory_net::proto::rr::{Name, RData, Record, RecordType};
use hickory_net::runtime::TokioRuntimeProvider;
use hickory_net::tcp::TcpClientStream;
use hickory_net::udp::UdpClientStream;
use hickory_net::xfer::FirstAnswer;
use hickory_net::{DnsHandle, NetError};
use tokio::sync::Semaphore;

use crate::delegation::Trouble;
use crate::event::{Event, SharedReporter};
use crate::identifier::DnsName;

/// A server has this long to answer, repetitions included.
const TIME_LIMIT: Duration = Duration::from_secs(2);
const RETRIES: u8 = 3;
const RETRY_FLOOR_MILLISECONDS: u64 = 300;
/// A verbose line shows so much of an answer.
const MAX_SHOWN: usize = 400;
/// Each question has a socket of its own; small systems have few.
const IN_FLIGHT: usize = 64;

/// Asks servers, as many at once as sockets allow.
pub(super) struct Asker {
    pub resolvers: Vec<SocketAddr>,
    permits: Semaphore,
    reporter: SharedReporter,
}

/// What came of a question.
pub(super) enum Reply {
    Message(Box<DnsResponse>),
    Silent,
    Unreachable,
}

impl Asker {
    pub(super) fn new(resolvers: Vec<SocketAddr>, reporter: SharedReporter) -> Asker {
        Asker { resolvers, permits: Semaphore::new(IN_FLIGHT), reporter }
    }

    /// Asks an authoritative server, without recursion.
    pub(super) async fn authoritative(&self, server: SocketAddr, name: &DnsName, kind: RecordType) -> Reply {
        self.ask(server, name, kind, false).await
    }

    /// Asks one resolver.
    pub(super) async fn resolver(&self, server: SocketAddr, name: &DnsName, kind: RecordType) -> Reply {
        self.ask(server, name, kind, true).await
    }

    /// Asks the resolvers in turn, until one knows.
    pub(super) async fn resolve(&self, name: &DnsName, kind: RecordType) -> Result<DnsResponse, Trouble> {
        let mut trouble = Trouble::ResolverDown { resolvers: self.resolvers.clone() };
        for resolver in &self.resolvers {
            match self.resolver(*resolver, name, kind).await {
                Reply::Message(message) => match message.metadata.response_code {
                    ResponseCode::NoError | ResponseCode::NXDomain => return Ok(*message),
                    code => trouble = Trouble::ResolverFails { said: code_text(code) },
                },
                Reply::Silent | Reply::Unreachable => {}
            }
        }
        Err(trouble)
    }

    async fn ask(&self, server: SocketAddr, name: &DnsName, kind: RecordType, recursive: bool) -> Reply {
        let _permit = self.permits.acquire().await;
        let begun = Instant::now();
        let limit = TIME_LIMIT + Duration::from_millis(200);
        let result = tokio::time::timeout(limit, exchange(server, name, kind, recursive)).await;
        let reply = match result {
            Ok(Ok(message)) => Reply::Message(Box::new(message)),
            Ok(Err(NetError::Io(error))) if is_unreachable(&error) => Reply::Unreachable,
            Ok(Err(_)) | Err(_) => Reply::Silent,
        };
        let (question, answer) = (format!("{name} {kind}"), reply.summary());
        self.reporter.report(Event::Query { server, question, answer, took: begun.elapsed() });
        reply
    }
}

impl Reply {
    fn summary(&self) -> String {
        match self {
            Reply::Message(message) => {
                let records: Vec<String> = message.answers.iter().map(|record| record.data.to_string()).collect();
                let code = code_text(message.metadata.response_code);
                let shown: String = records.join(", ").chars().take(MAX_SHOWN).collect();
                if records.is_empty() { code } else { format!("{code} {shown}") }
            }
            Reply::Silent => "no answer".to_owned(),
            Reply::Unreachable => "unreachable".to_owned(),
        }
    }
}

/// UDP first; TCP when the answer was cut off, which the client does not do itself.
async fn exchange(
    server: SocketAddr,
    name: &DnsName,
    kind: RecordType,
    recursive: bool,
) -> Result<DnsResponse, NetError> {
    let mut options = DnsRequestOptions::default();
    options.recursion_desired = recursive;
    let mut query = Query::query(wire_name(name)?, kind);
    query.set_query_class(hickory_net::proto::rr::DNSClass::IN);
    let udp = UdpClientStream::builder(server, TokioRuntimeProvider::default())
        .with_timeout(Some(TIME_LIMIT))
        .with_max_retries(RETRIES)
        .with_retry_interval_floor(RETRY_FLOOR_MILLISECONDS)
        .with_os_port_selection(true)
        .build();
    let (client, background) = Client::<TokioRuntimeProvider>::from_sender(udp);
    tokio::spawn(background);
    let answer = client.lookup(query.clone(), options).first_answer().await?;
    if !answer.metadata.truncation {
        return Ok(answer);
    }
    let (connecting, handle) = TcpClientStream::new(server, None, Some(TIME_LIMIT), TokioRuntimeProvider::default());
    let (client, background) = Client::<TokioRuntimeProvider>::with_timeout(connecting.await?, handle, TIME_LIMIT);
    tokio::spawn(background);
    client.lookup(query, options).first_answer().await
}

fn wire_name(name: &DnsName) -> Result<Name, NetError> {
    let mut wire = Name::from_ascii(name.as_str()).map_err(|_| NetError::Message("not a name"))?;
    wire.set_fqdn(true);
    Ok(wire)
}

fn is_unreachable(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NetworkUnreachable
            | io::ErrorKind::HostUnreachable
            | io::ErrorKind::AddrNotAvailable
            | io::ErrorKind::Unsupported
            | io::ErrorKind::PermissionDenied
    )
}

/// The code as people write it.
pub(super) fn code_text(code: ResponseCode) -> String {
    match code {
        ResponseCode::NoError => "NOERROR".to_owned(),
        ResponseCode::NXDomain => "NXDOMAIN".to_owned(),
        ResponseCode::ServFail => "SERVFAIL".to_owned(),
        ResponseCode::Refused => "REFUSED".to_owned(),
        other => format!("{other:?}").to_uppercase(),
    }
}

/// A name from an answer as text that compares: lower-case, without the final dot.
pub(super) fn text_of(name: &Name) -> String {
    name.to_ascii().trim_end_matches('.').to_ascii_lowercase()
}

/// The records that stand at this very name.
pub(super) fn at<'a>(records: &'a [Record], name: &'a DnsName) -> impl Iterator<Item = &'a RData> {
    records.iter().filter(|record| text_of(&record.name) == name.as_str()).map(|record| &record.data)
}
