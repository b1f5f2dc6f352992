//! BIND as the DNS host.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use hickory_proto::rr::{RData, RecordType};

use super::{Program, START_LIMIT, free_port, loopback, wait_for_answer};
use crate::support::question::{ask, question};

/// A running `named` with zones of its own; it neither transfers nor notifies.
pub struct Bind {
    directory: PathBuf,
    port: u16,
    program: Program,
}

impl Bind {
    /// Starts it with these zones: name and text of each.
    pub fn start(directory: &Path, zones: &[(&str, String)]) -> Bind {
        let port = free_port();
        for (zone, text) in zones {
            fs::write(zone_file(directory, zone), text).unwrap();
        }
        fs::write(directory.join("named.conf"), configuration(directory, port, zones)).unwrap();
        let program = Program::start(directory, "named", &["-g", "-c", "named.conf", "-n", "1"], &[]);
        for (zone, _) in zones {
            wait_for_answer(port, zone, "named");
        }
        Bind { directory: directory.to_owned(), port, program }
    }

    pub fn address(&self) -> SocketAddr {
        loopback(self.port)
    }

    /// Gives a zone another text, with another serial, and returns when it is served.
    pub fn replace(&self, zone: &str, text: &str) {
        let before = self.serial(zone);
        fs::write(zone_file(&self.directory, zone), text).unwrap();
        self.program.reload();
        let begun = Instant::now();
        while self.serial(zone) == before {
            assert!(begun.elapsed() < START_LIMIT, "named does not load {zone}: {}", self.log());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    pub fn serial(&self, zone: &str) -> u32 {
        match ask(self.address(), &question(&format!("{zone}."), RecordType::SOA)).answers.first().map(|soa| &soa.data)
        {
            Some(RData::SOA(soa)) => soa.serial,
            other => panic!("named has no SOA record of {zone} but {other:?}"),
        }
    }

    fn log(&self) -> String {
        fs::read_to_string(self.directory.join("named.log")).unwrap()
    }
}

/// A zone of these servers, all on this machine. TTLs are short.
pub fn zone_text(zone: &str, servers: &[&str], serial: u32, records: &str) -> String {
    let servers: String = servers.iter().map(|server| format!("@ NS {server}\n{server} A 127.0.0.1\n")).collect();
    format!(
        "$ORIGIN {zone}.\n$TTL 5\n@ SOA ns1 hostmaster {serial} 3600 600 86400 5\n{servers}@ A 192.0.2.1\nwww A 192.0.2.1\n{records}"
    )
}

fn zone_file(directory: &Path, zone: &str) -> PathBuf {
    directory.join(format!("{zone}.zone"))
}

fn configuration(directory: &Path, port: u16, zones: &[(&str, String)]) -> String {
    let here = directory.display();
    let zones: String = zones
        .iter()
        .map(|(zone, _)| format!("zone \"{zone}\" {{ type primary; file \"{here}/{zone}.zone\"; }};\n"))
        .collect();
    format!(
        "options {{ directory \"{here}\"; listen-on port {port} {{ 127.0.0.1; }}; listen-on-v6 {{ none; }}; recursion no;\n  pid-file \"{here}/named.pid\"; session-keyfile \"{here}/session.key\"; dnssec-validation no; notify no; }};\ncontrols {{ }};\n{zones}"
    )
}
