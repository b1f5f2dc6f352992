//! Plain DNS on the wire: UDP first, TCP where the answer was cut off, or where TCP itself is the question.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use hickory_net::client::Client;
use hickory_net::proto::op::{DnsRequest, DnsRequestOptions, DnsResponse, Edns, Message, Query, ResponseCode};
use hickory_net::proto::rr::{DNSClass, Name};
use hickory_net::runtime::TokioRuntimeProvider;
use hickory_net::tcp::TcpClientStream;
use hickory_net::udp::UdpClientStream;
use hickory_net::xfer::FirstAnswer;
use hickory_net::{DnsHandle, NetError};

use super::ask::{Manner, Question, Upstream};
use crate::identifier::DnsName;

/// A server has this long to answer, repetitions included.
pub(super) const TIME_LIMIT: Duration = Duration::from_secs(2);
const RETRIES: u8 = 2;
const RETRY_FLOOR_MILLISECONDS: u64 = 400;

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum Failure {
    Silent,
    /// The network has no way there.
    Unreachable,
    /// Something answers, but not as it should.
    Broken(String),
}

impl From<NetError> for Failure {
    fn from(error: NetError) -> Failure {
        match error {
            NetError::Io(error) if is_unreachable(&error) => Failure::Unreachable,
            _ => Failure::Silent,
        }
    }
}

pub(super) async fn over_udp(server: SocketAddr, question: &Question) -> Result<DnsResponse, Failure> {
    let udp = UdpClientStream::builder(server, TokioRuntimeProvider::default())
        .with_timeout(Some(TIME_LIMIT))
        .with_max_retries(RETRIES)
        .with_retry_interval_floor(RETRY_FLOOR_MILLISECONDS)
        .with_os_port_selection(true)
        .build();
    let (client, background) = Client::<TokioRuntimeProvider>::from_sender(udp);
    tokio::spawn(background);
    let answer = in_time(client.send(request(question)?).first_answer()).await?;
    if answer.metadata.response_code == ResponseCode::FormErr {
        // A server from before EDNS (RFC 6891 section 7).
        return in_time(client.send(without_edns(question)?).first_answer()).await;
    }
    // The client leaves an answer that was cut off as it is.
    if answer.metadata.truncation { over_tcp(server, question).await } else { Ok(answer) }
}

pub(super) async fn over_tcp(server: SocketAddr, question: &Question) -> Result<DnsResponse, Failure> {
    in_time(async {
        let provider = TokioRuntimeProvider::default();
        let (connecting, handle) = TcpClientStream::new(server, None, Some(TIME_LIMIT), provider);
        let (client, background) = Client::<TokioRuntimeProvider>::with_timeout(connecting.await?, handle, TIME_LIMIT);
        tokio::spawn(background);
        client.send(request(question)?).first_answer().await
    })
    .await
}

async fn in_time(answer: impl Future<Output = Result<DnsResponse, NetError>>) -> Result<DnsResponse, Failure> {
    let limit = TIME_LIMIT + Duration::from_millis(200);
    Ok(tokio::time::timeout(limit, answer).await.map_err(|_| Failure::Silent)??)
}

/// The question as it goes over the wire.
pub(super) fn request(question: &Question) -> Result<DnsRequest, NetError> {
    let options = DnsRequestOptions::default();
    let mut query = Query::query(wire_name(&question.name)?, question.kind);
    query.set_query_class(DNSClass::IN);
    let mut message = Message::query();
    message.queries.push(query);
    message.metadata.recursion_desired = matches!(question.upstream, Upstream::Resolver(_));
    message.metadata.checking_disabled = question.manner == Manner::Unvalidated;
    message.edns.get_or_insert_with(Edns::new).set_max_payload(options.edns_payload_len);
    Ok(DnsRequest::new(message, options))
}

fn without_edns(question: &Question) -> Result<DnsRequest, NetError> {
    let (mut message, mut options) = request(question)?.into_parts();
    message.edns = None;
    options.use_edns = false;
    Ok(DnsRequest::new(message, options))
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
