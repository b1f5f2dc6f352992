//! A name server that means no good.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream, UdpSocket};
use std::time::Duration;

use hickory_proto::op::{Message, MessageType, ResponseCode};
use hickory_proto::rr::rdata::{CNAME, TXT};
use hickory_proto::rr::{Name, RData, Record};

/// What it does to every question.
#[derive(Clone, Copy, Debug)]
pub enum Trick {
    /// Octets that are no DNS message.
    Garbage,
    /// An answer to another question.
    WrongId,
    /// An answer after everybody's patience.
    Late,
    /// Half an answer.
    Cut,
    /// A TXT record as long as they get, over TCP.
    LongText,
    /// A chain of 300 CNAMEs, over TCP.
    ManyAliases,
    /// A TXT value that commands a terminal.
    ControlCharacters,
    /// The truncated bit, over TCP too.
    AlwaysTruncated,
    /// As many octets as fit into one datagram.
    HugeDatagram,
    /// 300 CNAMEs at one name, over TCP.
    Manifold,
    /// The truncated bit, and over TCP no answer.
    SilentTcp,
    /// The truncated bit, and over TCP one octet a second.
    SlowTcp,
    /// The truncated bit, and over TCP less than was promised.
    ShortTcp,
}

/// Starts one on a free port; it ends with the test process.
pub fn start(trick: Trick) -> SocketAddr {
    let (udp, tcp) = loop {
        let tcp = TcpListener::bind("127.0.0.1:0").unwrap();
        if let Ok(udp) = UdpSocket::bind(tcp.local_addr().unwrap()) {
            break (udp, tcp);
        }
    };
    let address = tcp.local_addr().unwrap();
    std::thread::spawn(move || over_udp(&udp, trick));
    std::thread::spawn(move || over_tcp(&tcp, trick));
    address
}

fn over_udp(socket: &UdpSocket, trick: Trick) {
    let mut buffer = [0; 2048];
    while let Ok((length, from)) = socket.recv_from(&mut buffer) {
        let Some(mut answer) = answer(&buffer[..length], trick) else { continue };
        match trick {
            Trick::Garbage => drop(socket.send_to(&[0xff; 40], from)),
            Trick::Late => {
                let socket = socket.try_clone().unwrap();
                std::thread::spawn(move || {
                    std::thread::sleep(Duration::from_secs(4));
                    let _ = socket.send_to(&answer.to_vec().unwrap(), from);
                });
            }
            Trick::Cut => drop(socket.send_to(&answer.to_vec().unwrap()[..20], from)),
            Trick::WrongId | Trick::ControlCharacters | Trick::HugeDatagram => {
                drop(socket.send_to(&answer.to_vec().unwrap(), from));
            }
            _ => {
                answer.answers.clear();
                answer.metadata.truncation = true;
                drop(socket.send_to(&answer.to_vec().unwrap(), from));
            }
        }
    }
}

fn over_tcp(listener: &TcpListener, trick: Trick) {
    for stream in listener.incoming().flatten() {
        std::thread::spawn(move || exchange(stream, trick));
    }
}

/// Who is tried out here may hang up whenever it likes.
fn exchange(mut stream: TcpStream, trick: Trick) -> io::Result<()> {
    let mut length = [0; 2];
    stream.read_exact(&mut length)?;
    let mut question = vec![0; usize::from(u16::from_be_bytes(length))];
    stream.read_exact(&mut question)?;
    let Some(mut answer) = answer(&question, trick) else { return Ok(()) };
    answer.metadata.truncation = matches!(trick, Trick::AlwaysTruncated);
    let bytes = answer.to_vec().unwrap();
    let promised = bytes.len() + if matches!(trick, Trick::ShortTcp) { 100 } else { 0 };
    let framed = [&u16::try_from(promised).unwrap().to_be_bytes(), bytes.as_slice()].concat();
    match trick {
        Trick::SilentTcp => stream.read_exact(&mut length),
        Trick::SlowTcp => drip(&mut stream, &framed),
        _ => stream.write_all(&framed),
    }
}

fn drip(stream: &mut TcpStream, bytes: &[u8]) -> io::Result<()> {
    for octet in bytes {
        stream.write_all(&[*octet])?;
        std::thread::sleep(Duration::from_secs(1));
    }
    Ok(())
}

fn answer(question: &[u8], trick: Trick) -> Option<Message> {
    let question = Message::from_vec(question).ok()?;
    let name = question.queries.first()?.name().clone();
    let mut answer = question.clone();
    answer.metadata.message_type = MessageType::Response;
    answer.metadata.response_code = ResponseCode::NoError;
    answer.metadata.authoritative = true;
    answer.answers = records(&name, trick);
    if matches!(trick, Trick::WrongId) {
        answer.metadata.id = question.metadata.id.wrapping_add(1);
    }
    Some(answer)
}

fn records(name: &Name, trick: Trick) -> Vec<Record> {
    let txt = |texts: Vec<String>| vec![Record::from_rdata(name.clone(), 1, RData::TXT(TXT::new(texts)))];
    let link = |number: usize| Name::from_ascii(format!("c{number}.example.test.")).unwrap();
    match trick {
        Trick::LongText => txt(vec!["x".repeat(255); 240]),
        Trick::HugeDatagram => txt(vec!["x".repeat(255); 255]),
        Trick::Manifold => {
            (0..300).map(|number| Record::from_rdata(name.clone(), 1, RData::CNAME(CNAME(link(number))))).collect()
        }
        Trick::ControlCharacters => txt(vec!["\u{1b}[31mred\u{7}\r\nerror: forged".to_owned()]),
        Trick::ManyAliases => {
            let first =
                name.to_ascii().split('.').next().and_then(|label| label.strip_prefix('c')?.parse::<usize>().ok());
            let first = first.unwrap_or(0);
            let alias = |number: usize| {
                let owner = if number == first { name.clone() } else { link(number) };
                Record::from_rdata(owner, 1, RData::CNAME(CNAME(link(number + 1))))
            };
            (first..first + 300).map(alias).collect()
        }
        _ => Vec::new(),
    }
}
