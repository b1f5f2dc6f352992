//! Programs that nobody here wrote, started for one test. One that is missing fails the test.

pub mod bind;
pub mod clients;
pub mod home;
pub mod signing;
pub mod unbound;

use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, UdpSocket};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use hickory_proto::rr::RecordType;
use rand::RngExt;

use super::question::question;

pub const START_LIMIT: Duration = Duration::from_secs(20);

/// A running program; dropping it ends it.
pub struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Program {
    /// Starts it in this directory; what it says goes to `<program>.log` there.
    pub fn start(directory: &Path, program: &str, arguments: &[&str], environment: &[(&str, String)]) -> Program {
        let log = fs::File::create(directory.join(format!("{program}.log"))).unwrap();
        let mut command = command(directory, program, arguments);
        command.envs(environment.iter().map(|(name, value)| (name, value)));
        Program(command.stdout(log.try_clone().unwrap()).stderr(log).spawn().unwrap())
    }

    /// Has it read its files again.
    pub fn reload(&self) {
        let status = Command::new("kill").args(["-HUP", &self.0.id().to_string()]).status().unwrap();
        assert!(status.success());
    }
}

/// Runs a program to its end, with success.
#[track_caller]
pub fn run(directory: &Path, program: &str, arguments: &[&str]) -> String {
    let output = command(directory, program, arguments).output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

pub fn command(directory: &Path, program: &str, arguments: &[&str]) -> Command {
    let path = format!("{}:/usr/sbin", std::env::var("PATH").unwrap_or_default());
    let mut command = Command::new(which(program, &path));
    command.args(arguments).env("PATH", path).current_dir(directory).stdin(Stdio::null());
    command
}

fn which(program: &str, path: &str) -> PathBuf {
    let found = path.split(':').map(|folder| Path::new(folder).join(program)).find(|path| path.exists());
    found.unwrap_or_else(|| {
        panic!(
            "{program} is not installed: the outer ring needs \
             pebble, unbound, bind9, bind9-utils, openssl, age, nginx, haproxy, certbot, lego, systemd and python3"
        )
    })
}

pub fn loopback(port: u16) -> SocketAddr {
    (Ipv4Addr::LOCALHOST, port).into()
}

/// A port that is free for UDP and TCP now, and that no system hands out to whom any port will do: it stays free
/// until the program has it, and while the program is started again.
pub fn free_port() -> u16 {
    loop {
        let port = rand::rng().random_range(20_000..32_768);
        if TcpListener::bind(loopback(port)).is_ok() && UdpSocket::bind(loopback(port)).is_ok() {
            return port;
        }
    }
}

/// Waits until the program at this port answers for the zone.
pub fn wait_for_answer(port: u16, zone: &str, program: &str) {
    let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
    socket.set_read_timeout(Some(Duration::from_millis(100))).unwrap();
    let question = question(&format!("{zone}."), RecordType::SOA).to_vec().unwrap();
    let begun = Instant::now();
    let mut answer = [0; 4096];
    while begun.elapsed() < START_LIMIT {
        let _ = socket.send_to(&question, ("127.0.0.1", port));
        if socket.recv_from(&mut answer).is_ok_and(|(length, _)| length > 12 && answer[3] % 16 == 0) {
            return;
        }
        std::thread::sleep(Duration::from_millis(30));
    }
    panic!("{program} does not answer");
}
