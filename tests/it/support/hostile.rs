//! A name server that means no good.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, UdpSocket};
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
            Trick::LongText | Trick::ManyAliases | Trick::AlwaysTruncated => {
                answer.answers.clear();
                answer.metadata.truncation = true;
                drop(socket.send_to(&answer.to_vec().unwrap(), from));
            }
            Trick::WrongId | Trick::ControlCharacters => drop(socket.send_to(&answer.to_vec().unwrap(), from)),
        }
    }
}

fn over_tcp(listener: &TcpListener, trick: Trick) {
    for stream in listener.incoming() {
        let Ok(mut stream) = stream else { continue };
        let mut length = [0; 2];
        if stream.read_exact(&mut length).is_err() {
            continue;
        }
        let mut question = vec![0; usize::from(u16::from_be_bytes(length))];
        if stream.read_exact(&mut question).is_err() {
            continue;
        }
        let Some(mut answer) = answer(&question, trick) else { continue };
        answer.metadata.truncation = matches!(trick, Trick::AlwaysTruncated);
        let bytes = answer.to_vec().unwrap();
        let length = u16::try_from(bytes.len()).unwrap();
        let _ = stream.write_all(&length.to_be_bytes()).and_then(|()| stream.write_all(&bytes));
    }
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
