//! Plain questions to DNS servers, apart from all code of certdns.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream, UdpSocket};
use std::time::Duration;

use hickory_proto::op::{Edns, Message, Query};
use hickory_proto::rr::{Name, RecordType};

/// Longer than any server of a test takes.
const PATIENCE: Duration = Duration::from_secs(10);

/// A recursive question for one name and type.
pub fn question(name: &str, record_type: RecordType) -> Message {
    let mut edns = Edns::new();
    edns.set_max_payload(1232);
    let mut message = Message::query();
    message.metadata.recursion_desired = true;
    message.add_query(Query::query(Name::from_ascii(name).unwrap(), record_type)).set_edns(edns);
    message
}

/// The same with the CD bit: what fails validation is wanted, too.
pub fn unchecked(name: &str, record_type: RecordType) -> Message {
    let mut message = question(name, record_type);
    message.metadata.checking_disabled = true;
    message
}

/// The code and the data of the answers: `NoError 192.0.2.1`.
#[track_caller]
pub fn said(server: SocketAddr, question: &Message) -> String {
    let answer = ask(server, question);
    let data = answer.answers.iter().map(|record| format!(" {}", record.data));
    format!("{:?}{}", answer.metadata.response_code, data.collect::<String>())
}

/// Asks over UDP, and over TCP when the answer does not fit.
#[track_caller]
pub fn ask(server: SocketAddr, question: &Message) -> Message {
    let answer = over_udp(server, question);
    if answer.metadata.truncation { over_tcp(server, question, PATIENCE).unwrap() } else { answer }
}

#[track_caller]
pub fn over_udp(server: SocketAddr, question: &Message) -> Message {
    let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
    socket.set_read_timeout(Some(PATIENCE)).unwrap();
    socket.send_to(&question.to_vec().unwrap(), server).unwrap();
    let mut buffer = [0; 4096];
    let length = socket.recv(&mut buffer).unwrap();
    Message::from_vec(&buffer[..length]).unwrap()
}

pub fn over_tcp(server: SocketAddr, question: &Message, patience: Duration) -> io::Result<Message> {
    let mut stream = TcpStream::connect(server)?;
    stream.set_read_timeout(Some(patience))?;
    let question = question.to_vec().map_err(io::Error::other)?;
    let length = u16::try_from(question.len()).map_err(io::Error::other)?;
    stream.write_all(&[&length.to_be_bytes(), question.as_slice()].concat())?;
    let mut length = [0; 2];
    stream.read_exact(&mut length)?;
    let mut answer = vec![0; usize::from(u16::from_be_bytes(length))];
    stream.read_exact(&mut answer)?;
    Message::from_vec(&answer).map_err(io::Error::other)
}
