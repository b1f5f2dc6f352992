//! A name server that is well over UDP, and not over TCP.

use std::io::Read;
use std::net::{SocketAddr, TcpListener, TcpStream, UdpSocket};
use std::time::Duration;

/// Longer than the server behind it takes.
const PATIENCE: Duration = Duration::from_secs(5);

/// What it does to a TCP connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tcp {
    /// Nobody listens.
    Refused,
    /// Reads the question and ends the connection.
    Closed,
    /// Resets the connection.
    Reset,
    /// Reads the question and never answers.
    Silent,
}

/// Starts one on a free port, in front of a server that answers; it ends with the test process. When it truncates,
/// it says over UDP that the answer does not fit, whatever it is.
pub fn start(server: SocketAddr, tcp: Tcp, truncates: bool) -> SocketAddr {
    let (udp, listener) = loop {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        if let Ok(udp) = UdpSocket::bind(listener.local_addr().unwrap()) {
            break (udp, listener);
        }
    };
    let address = udp.local_addr().unwrap();
    std::thread::spawn(move || over_udp(&udp, server, truncates));
    if tcp != Tcp::Refused {
        std::thread::spawn(move || over_tcp(&listener, tcp));
    }
    address
}

fn over_udp(socket: &UdpSocket, server: SocketAddr, truncates: bool) {
    let mut buffer = [0; 4096];
    while let Ok((length, from)) = socket.recv_from(&mut buffer) {
        let (question, socket) = (buffer[..length].to_vec(), socket.try_clone().unwrap());
        std::thread::spawn(move || {
            let Some(answer) = passed_on(&question, server, truncates) else { return };
            let _ = socket.send_to(&answer, from);
        });
    }
}

fn passed_on(question: &[u8], server: SocketAddr, truncates: bool) -> Option<Vec<u8>> {
    let socket = UdpSocket::bind("127.0.0.1:0").ok()?;
    socket.set_read_timeout(Some(PATIENCE)).ok()?;
    socket.send_to(question, server).ok()?;
    let mut answer = vec![0; 4096];
    let length = socket.recv(&mut answer).ok()?;
    answer.truncate(length);
    if truncates {
        *answer.get_mut(2)? |= 0b10; // the TC bit, RFC 1035 section 4.1.1
    }
    Some(answer)
}

fn over_tcp(listener: &TcpListener, tcp: Tcp) {
    for stream in listener.incoming().flatten() {
        std::thread::spawn(move || end(stream, tcp));
    }
}

fn end(mut stream: TcpStream, tcp: Tcp) {
    let mut buffer = [0; 4096];
    // A connection that is dropped with octets in it that nobody read is reset.
    let _ = stream.peek(&mut buffer);
    if tcp != Tcp::Reset {
        let _ = stream.read(&mut buffer);
    }
    if tcp == Tcp::Silent {
        let _ = stream.read(&mut buffer);
    }
}
