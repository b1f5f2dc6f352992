//! One question to one authoritative server, and what a resolver makes of the reply.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use hickory_proto::op::{Edns, Message, MessageType, Query, ResponseCode};
use hickory_proto::rr::{Name, Record, RecordType};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpStream, UdpSocket};
use tokio::time::timeout;

/// How long a server has for its answer, over UDP and again over TCP.
const PATIENCE: Duration = Duration::from_millis(500);
const MAX_UDP_PAYLOAD: u16 = 1232;

/// What an authoritative server has for one name and type.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// Records of the type asked for.
    Records(Vec<Record>),
    /// A CNAME record instead.
    Alias(Record),
    /// NXDOMAIN or NODATA, with the SOA record that says for how long.
    Nothing { code: ResponseCode, soa: Option<Record> },
}

/// Asks over UDP, and over TCP when the answer did not fit (RFC 7766 section 5).
///
/// # Errors
/// When no answer came in time, or it was no DNS message.
pub async fn ask(server: SocketAddr, name: &Name, record_type: RecordType) -> io::Result<Message> {
    send(server, &query(name, record_type)).await
}

/// The same with a question that is a message already.
///
/// # Errors
/// As for [`ask`].
pub async fn send(server: SocketAddr, query: &Message) -> io::Result<Message> {
    let reply = timeout(PATIENCE, ask_over_udp(server, query)).await??;
    if reply.metadata.truncation { timeout(PATIENCE, ask_over_tcp(server, query)).await? } else { Ok(reply) }
}

/// Only the records of the name itself: where a CNAME leads is asked again, at the servers of that name.
/// `None` when the reply is no authoritative one.
pub fn read(reply: &Message, name: &Name, record_type: RecordType) -> Option<Found> {
    let code = reply.metadata.response_code;
    if !reply.metadata.authoritative || !matches!(code, ResponseCode::NoError | ResponseCode::NXDomain) {
        return None;
    }
    let own: Vec<&Record> = reply.answers.iter().filter(|record| record.name == *name).collect();
    let of_type = |wanted: RecordType| own.iter().filter(move |record| record.record_type() == wanted);
    let asked_for: Vec<Record> = match record_type {
        RecordType::ANY => own.iter().copied().cloned().collect(),
        _ => of_type(record_type).copied().cloned().collect(),
    };
    if !asked_for.is_empty() {
        return Some(Found::Records(asked_for));
    }
    if let Some(alias) = of_type(RecordType::CNAME).next() {
        return Some(Found::Alias((*alias).clone()));
    }
    let soa = reply.authorities.iter().find(|record| record.record_type() == RecordType::SOA);
    Some(Found::Nothing { code, soa: soa.cloned() })
}

pub fn query(name: &Name, record_type: RecordType) -> Message {
    let mut edns = Edns::new();
    edns.set_max_payload(MAX_UDP_PAYLOAD);
    let mut query = Message::query();
    query.add_query(Query::query(name.clone(), record_type)).set_edns(edns);
    query
}

async fn ask_over_udp(server: SocketAddr, query: &Message) -> io::Result<Message> {
    let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    socket.connect(server).await?;
    socket.send(&query.to_vec().map_err(io::Error::other)?).await?;
    let mut buffer = vec![0; usize::from(MAX_UDP_PAYLOAD)];
    loop {
        let length = socket.recv(&mut buffer).await?;
        if let Ok(reply) = parse_reply(&buffer[..length], query) {
            return Ok(reply);
        }
    }
}

async fn ask_over_tcp(server: SocketAddr, query: &Message) -> io::Result<Message> {
    let mut stream = TcpStream::connect(server).await?;
    let query_bytes = query.to_vec().map_err(io::Error::other)?;
    let length = u16::try_from(query_bytes.len()).map_err(io::Error::other)?;
    stream.write_all(&[&length.to_be_bytes(), query_bytes.as_slice()].concat()).await?;
    let mut buffer = vec![0; usize::from(stream.read_u16().await?)];
    stream.read_exact(&mut buffer).await?;
    parse_reply(&buffer, query)
}

fn parse_reply(bytes: &[u8], query: &Message) -> io::Result<Message> {
    let reply = Message::from_vec(bytes).map_err(io::Error::other)?;
    let ours = reply.metadata.id == query.metadata.id && reply.queries == query.queries;
    if ours && reply.metadata.message_type == MessageType::Response {
        Ok(reply)
    } else {
        Err(io::Error::new(io::ErrorKind::InvalidData, "an answer to another question"))
    }
}
