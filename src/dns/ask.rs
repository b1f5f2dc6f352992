//! One question to one server, and the whole answer.

use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;

use hickory_net::proto::op::{DnsResponse, ResponseCode};
use hickory_net::proto::rr::{Name, RData, Record, RecordType};
use tokio::sync::{Semaphore, SemaphorePermit};

use super::encrypted::Encrypted;
use super::resolver::Resolver;
use super::transport::{Failure, over_tcp, over_udp};
use crate::event::{Event, SharedReporter};
use crate::identifier::DnsName;

/// A verbose line shows so much of an answer.
const MAX_SHOWN: usize = 400;
/// A question holds a socket for each of its repetitions; small systems have 256.
const IN_FLIGHT: usize = 64;

/// Whom a question is for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Upstream {
    /// A name server: asked without recursion.
    Server(SocketAddr),
    /// A resolver: asked with recursion.
    Resolver(Resolver),
}

/// How a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Manner {
    Plain,
    /// Over TCP, without trying UDP first.
    OverTcp,
    /// The plain question once more, whatever was answered before.
    Again,
    /// With the CD bit: a resolver answers although DNSSEC is broken (RFC 4035 section 3.2.2).
    Unvalidated,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Question {
    pub upstream: Upstream,
    pub name: DnsName,
    pub kind: RecordType,
    pub manner: Manner,
}

/// What came of a question.
#[derive(Clone, Debug)]
pub(super) enum Reply {
    Message(Arc<DnsResponse>),
    Silent,
    Unreachable,
    /// Something answers, but not as a DNS server: how, in a few words.
    Broken(String),
}

/// Asks, as many questions at once as sockets allow.
pub(super) struct Asker {
    permits: Semaphore,
    encrypted: Encrypted,
    reporter: SharedReporter,
}

impl Asker {
    pub(super) fn new(reporter: SharedReporter) -> Asker {
        Asker { permits: Semaphore::new(IN_FLIGHT), encrypted: Encrypted::new(reporter.clone()), reporter }
    }

    /// Leave to ask; waits while too many questions are under way.
    pub(super) async fn permit(&self) -> Option<SemaphorePermit<'_>> {
        self.permits.acquire().await.ok()
    }

    /// Asks. The caller holds a permit.
    pub(super) async fn ask(&self, question: &Question) -> Reply {
        let begun = Instant::now();
        let reply = match self.exchange(question).await {
            Ok(message) => Reply::Message(Arc::new(message)),
            Err(Failure::Silent) => Reply::Silent,
            Err(Failure::Unreachable) => Reply::Unreachable,
            Err(Failure::Broken(how)) => Reply::Broken(how),
        };
        let (server, asked, answer) = (question.upstream.to_string(), question.to_string(), reply.summary());
        self.reporter.report(Event::Query { server, question: asked, answer, took: begun.elapsed() });
        reply
    }

    async fn exchange(&self, question: &Question) -> Result<DnsResponse, Failure> {
        match (&question.upstream, question.manner) {
            (Upstream::Server(address) | Upstream::Resolver(Resolver::Plain(address)), Manner::OverTcp) => {
                over_tcp(*address, question).await
            }
            (Upstream::Server(address) | Upstream::Resolver(Resolver::Plain(address)), _) => {
                over_udp(*address, question).await
            }
            (Upstream::Resolver(Resolver::Tls { host, port }), _) => {
                self.encrypted.over_tls(host, *port, question).await
            }
            (Upstream::Resolver(Resolver::Https(url)), _) => self.encrypted.over_https(url, question).await,
        }
    }
}

impl fmt::Display for Upstream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Upstream::Server(address) => address.fmt(f),
            Upstream::Resolver(resolver) => resolver.fmt(f),
        }
    }
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let manner = match self.manner {
            Manner::Plain | Manner::Again => "",
            Manner::OverTcp => " (TCP)",
            Manner::Unvalidated => " (CD)",
        };
        write!(f, "{} {}{manner}", self.name, self.kind)
    }
}

impl Reply {
    pub(super) fn message(&self) -> Option<&DnsResponse> {
        match self {
            Reply::Message(message) => Some(message),
            _ => None,
        }
    }

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
            Reply::Broken(how) => how.clone(),
        }
    }
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
    if name.is_root() { ".".to_owned() } else { name.to_ascii().trim_end_matches('.').to_ascii_lowercase() }
}

/// The records that stand at this very name.
pub(super) fn at<'a>(records: &'a [Record], name: &'a DnsName) -> impl Iterator<Item = &'a RData> {
    records.iter().filter(|record| text_of(&record.name) == name.as_str()).map(|record| &record.data)
}
