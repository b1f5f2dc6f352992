//! A DNS server, UDP and TCP on one port: takes questions off the wire and puts answers on it.

use std::fmt;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use hickory_net::runtime::Time;
use hickory_net::xfer::Protocol;
use hickory_proto::op::{Edns, Header, HeaderCounts, Metadata, OpCode, ResponseCode};
use hickory_proto::rr::{DNSClass, Name, Record, RecordType};
use hickory_server::server::{Request, RequestHandler, ResponseHandler, ResponseInfo, Server};
use hickory_server::zone_handler::MessageResponseBuilder;
use tokio::net::{TcpListener, UdpSocket};

/// How often a port is tried of which only the UDP or only the TCP half is free.
const TWIN_ATTEMPTS: usize = 64;
const TCP_IDLE: Duration = Duration::from_secs(10);
/// Keeps answers clear of IP fragmentation, as DNS Flag Day 2020 recommends.
const MAX_UDP_PAYLOAD: u16 = 1232;

/// Decides what a server says.
#[async_trait]
pub trait Respond: Send + Sync + 'static {
    /// `None` lets the asker wait in vain.
    async fn respond(&self, question: &Question) -> Option<Answer>;

    /// How much later each answer goes out. Other questions are answered meanwhile; only those on the same TCP
    /// connection wait for their turn.
    fn delay(&self) -> Duration {
        Duration::ZERO
    }
}

/// One question as it arrived; displayed as `TXT www.example.test`.
pub struct Question {
    /// In the asker's upper and lower case.
    pub name: Name,
    pub record_type: RecordType,
    pub over_tcp: bool,
    /// The CD bit: the asker wants data that fails validation, too (RFC 4035 section 3.2.2).
    pub checking_disabled: bool,
}

/// One answer, before it becomes a message.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub code: ResponseCode,
    pub authoritative: bool,
    pub recursion_available: bool,
    pub truncated: bool,
    pub answers: Vec<Record>,
    pub authorities: Vec<Record>,
    pub additionals: Vec<Record>,
}

impl Answer {
    /// An answer without records and with every flag off.
    pub fn empty(code: ResponseCode) -> Answer {
        let (answers, authorities, additionals) = (Vec::new(), Vec::new(), Vec::new());
        let (authoritative, recursion_available, truncated) = (false, false, false);
        Answer { code, authoritative, recursion_available, truncated, answers, authorities, additionals }
    }
}

/// A running server; dropping it stops it.
pub struct Listening {
    address: SocketAddr,
    _server: Server<Handler>,
}

impl Listening {
    /// Starts at this address; port 0 is any free one. Must be called inside a tokio runtime.
    ///
    /// # Errors
    /// When the port cannot be had.
    pub fn start(address: IpAddr, port: u16, responder: Arc<dyn Respond>) -> io::Result<Listening> {
        let (udp, tcp) = bind_twins(SocketAddr::new(address, port))?;
        let address = udp.local_addr()?;
        let mut server = Server::new(Handler(responder));
        server.register_socket(udp);
        server.register_listener(tcp, TCP_IDLE, 16);
        Ok(Listening { address, _server: server })
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.name.to_lowercase().to_ascii();
        write!(f, "{} {}", self.record_type, name.strip_suffix('.').unwrap_or(&name))
    }
}

/// A free UDP port says nothing about the TCP port of the same number.
fn bind_twins(address: SocketAddr) -> io::Result<(UdpSocket, TcpListener)> {
    let mut attempt = bind_twins_once(address);
    for _ in 1..TWIN_ATTEMPTS {
        if attempt.is_ok() || address.port() != 0 {
            break;
        }
        attempt = bind_twins_once(address);
    }
    attempt
}

fn bind_twins_once(address: SocketAddr) -> io::Result<(UdpSocket, TcpListener)> {
    let udp = std::net::UdpSocket::bind(address)?;
    let tcp = std::net::TcpListener::bind(udp.local_addr()?)?;
    udp.set_nonblocking(true)?;
    tcp.set_nonblocking(true)?;
    Ok((UdpSocket::from_std(udp)?, TcpListener::from_std(tcp)?))
}

struct Handler(Arc<dyn Respond>);

#[async_trait]
impl RequestHandler for Handler {
    async fn handle_request<R: ResponseHandler, T: Time>(&self, request: &Request, handle: R) -> ResponseInfo {
        let answer = match question(request) {
            Ok(question) => self.0.respond(&question).await,
            Err(code) => Some(Answer::empty(code)),
        };
        wait(self.0.delay()).await;
        match answer {
            Some(answer) => send(request, handle, &answer).await,
            None => nothing_sent(request),
        }
    }
}

async fn wait(delay: Duration) {
    if !delay.is_zero() {
        tokio::time::sleep(delay).await;
    }
}

fn question(request: &Request) -> Result<Question, ResponseCode> {
    if request.metadata.op_code != OpCode::Query {
        return Err(ResponseCode::NotImp);
    }
    let info = request.request_info().map_err(|_| ResponseCode::FormErr)?;
    let asked = info.query.original();
    if asked.query_class() != DNSClass::IN {
        return Err(ResponseCode::Refused);
    }
    let (name, record_type) = (asked.name().clone(), asked.query_type());
    let (over_tcp, checking_disabled) = (info.protocol != Protocol::Udp, info.metadata.checking_disabled);
    Ok(Question { name, record_type, over_tcp, checking_disabled })
}

async fn send(request: &Request, mut handle: impl ResponseHandler, answer: &Answer) -> ResponseInfo {
    let edns = edns(request);
    let mut builder = MessageResponseBuilder::from_message_request(request);
    if let Some(edns) = &edns {
        builder.edns(edns); // also the limit beyond which an answer over UDP is truncated
    }
    let records = (&answer.answers, &answer.authorities, &answer.additionals);
    let response = builder.build(metadata(request, answer), records.0, records.1, None, records.2);
    handle.send_response(response).await.unwrap_or_else(|_| nothing_sent(request))
}

fn edns(request: &Request) -> Option<Edns> {
    let theirs = request.edns.as_ref()?;
    let mut ours = Edns::new();
    ours.set_max_payload(theirs.max_payload().clamp(512, MAX_UDP_PAYLOAD));
    Some(ours)
}

fn metadata(request: &Request, answer: &Answer) -> Metadata {
    let mut metadata = Metadata::response_from_request(&request.metadata);
    metadata.response_code = answer.code;
    metadata.authoritative = answer.authoritative;
    metadata.recursion_available = answer.recursion_available;
    metadata.truncation = answer.truncated;
    metadata
}

/// The server wants to know what was sent even when nothing was.
fn nothing_sent(request: &Request) -> ResponseInfo {
    let metadata = Metadata::response_from_request(&request.metadata);
    Header { metadata, counts: HeaderCounts::default() }.into()
}
