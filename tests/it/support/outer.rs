//! The outer lab: programs that nobody here wrote. Pebble is the CA, Unbound the resolver, BIND the DNS host; only
//! the acme-dns server is ours. A program that is missing fails the test.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use certdns::serve;

use super::command::{self, Run};
use super::programs::bind::{Bind, zone_text};
use super::programs::home::{ACME_DNS_ZONE, Home, OTHER_ACME_DNS_ZONE};
use super::programs::unbound::Unbound;
use super::programs::{Program, START_LIMIT, free_port};

const ZONE: &str = "example.test";

/// A running outer lab; dropping it stops every program.
pub struct Outer {
    home: Home,
    bind: Bind,
    unbound: Unbound,
    _pebble: Program,
    ports: Ports,
    root: String,
    zone: Mutex<Zone>,
}

struct Ports {
    pebble: u16,
    management: u16,
}

/// The serial, and what was added so far.
struct Zone {
    serial: u32,
    records: String,
}

impl Outer {
    pub fn new() -> Outer {
        Outer::rejecting_nonces(5)
    }

    /// With a CA that rejects so many percent of good nonces.
    pub fn rejecting_nonces(percent: u8) -> Outer {
        Outer::start(percent, &[])
    }

    /// With a CA that makes accounts for these customers only: key identifiers and HMAC keys.
    pub fn for_customers(customers: &[(&str, &str)]) -> Outer {
        Outer::start(5, customers)
    }

    fn start(percent: u8, customers: &[(&str, &str)]) -> Outer {
        let home = Home::new();
        let zone = Zone { serial: 1, records: String::new() };
        let bind = Bind::start(home.path(), &[(ZONE, zone.text())]);
        let zones = [
            (ZONE, vec![bind.address()]),
            (ACME_DNS_ZONE, vec![home.acme_dns.dns_addr()]),
            (OTHER_ACME_DNS_ZONE, vec![home.other_acme_dns.dns_addr()]),
        ];
        let unbound = Unbound::start(home.path(), &zones, &[]);
        let ports = Ports { pebble: free_port(), management: free_port() };
        let pebble = pebble(home.path(), &ports, unbound.address(), percent, customers);
        let root = home.runtime.block_on(pebble_root(home.path(), ports.management, 0));
        Outer { home, bind, unbound, _pebble: pebble, ports, root, zone: Mutex::new(zone) }
    }

    /// Types a command; words are parted by spaces.
    pub fn run(&self, line: &str) -> Run {
        self.run_with(line, &[])
    }

    /// The same where words have spaces in them.
    pub fn run_words(&self, words: &[&str]) -> Run {
        self.home.run_words(words, &self.environment(), &[])
    }

    pub fn run_with(&self, line: &str, environment: &[(&str, &str)]) -> Run {
        self.home.run(line, &self.environment(), environment)
    }

    /// A command to be typed in this lab.
    pub fn command(&self) -> Command {
        command::certdns(&self.environment(), self.home.path())
    }

    /// Creates CNAMEs at the DNS host, and returns when they stand.
    pub fn delegate(&self, names: &[&str]) {
        let line = format!("register {} --json", names.join(" "));
        let registered = self.run(&line).succeeded().json();
        let records = registered["registrations"].as_array().unwrap().iter();
        let records: String = records.map(|one| format!("{}\n", one["record"].as_str().unwrap())).collect();
        self.add_to_zone(&records);
        self.run(&format!("register {} --wait=30s", names.join(" "))).succeeded();
    }

    /// Adds records to the zone, raises its serial, and has BIND read it again.
    pub fn add_to_zone(&self, records: &str) {
        let mut zone = self.zone.lock().unwrap();
        zone.serial += 1;
        zone.records.push_str(records);
        self.bind.replace(ZONE, &zone.text());
    }

    /// Gives a name another CNAME than it has.
    pub fn point(&self, record: &str) {
        let owner = record.split_inclusive(' ').next().unwrap();
        let mut zone = self.zone.lock().unwrap();
        let others = zone.records.lines().filter(|line| !line.starts_with(owner)).map(|line| format!("{line}\n"));
        zone.records = others.chain([format!("{record}\n")]).collect();
        zone.serial += 1;
        self.bind.replace(ZONE, &zone.text());
    }

    /// What Pebble has written so far.
    pub fn pebble_log(&self) -> String {
        fs::read_to_string(self.home.path().join("pebble.log")).unwrap()
    }

    pub fn live(&self, lineage: &str) -> PathBuf {
        self.home.path().join("state/lineages").join(lineage).join("live")
    }

    /// The root of the second chain that Pebble has for each certificate, PEM.
    pub fn alternate_root(&self) -> String {
        self.home.runtime.block_on(pebble_root(self.home.path(), self.ports.management, 1))
    }

    /// Pebble's directory URL.
    pub fn directory(&self) -> String {
        format!("https://localhost:{}/dir", self.ports.pebble)
    }

    /// Below which the state directory and all files of the lab are; `tls.pem` is the root of Pebble's own TLS
    /// certificate.
    pub fn path(&self) -> &Path {
        self.home.path()
    }

    /// Pebble's root, PEM.
    pub fn root(&self) -> &str {
        &self.root
    }

    /// OpenSSL's own judgement of a live chain.
    #[track_caller]
    pub fn openssl_verifies(&self, lineage: &str) {
        let root = self.home.path().join("pebble-root.pem");
        fs::write(&root, &self.root).unwrap();
        let live = self.live(lineage);
        let output = Command::new("openssl")
            .arg("verify")
            .arg("-CAfile")
            .arg(&root)
            .arg("-untrusted")
            .arg(live.join("chain.pem"))
            .arg(live.join("cert.pem"))
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    pub fn acme_dns(&self) -> &serve::Server {
        &self.home.acme_dns
    }

    pub fn other_acme_dns(&self) -> &serve::Server {
        &self.home.other_acme_dns
    }

    fn environment(&self) -> Vec<(&'static str, String)> {
        let mut environment =
            self.home.environment(self.unbound.address(), vec![format!("ns1.{ZONE}={}", self.bind.address())]);
        environment.push(("CERTDNS_CA", self.directory()));
        environment.push(("CERTDNS_CA_ROOT", self.home.path().join("tls.pem").display().to_string()));
        environment
    }
}

impl Zone {
    fn text(&self) -> String {
        zone_text(ZONE, &["ns1"], self.serial, &self.records)
    }
}

fn pebble(directory: &Path, ports: &Ports, resolver: SocketAddr, rejected: u8, customers: &[(&str, &str)]) -> Program {
    let Ports { pebble, management } = ports;
    let pair = rcgen::generate_simple_self_signed(vec!["localhost".to_owned(), "127.0.0.1".to_owned()]).unwrap();
    fs::write(directory.join("tls.pem"), pair.cert.pem()).unwrap();
    fs::write(directory.join("tls.key"), pair.signing_key.serialize_pem()).unwrap();
    let config = serde_json::json!({ "pebble": {
        "listenAddress": format!("127.0.0.1:{pebble}"), "managementListenAddress": format!("127.0.0.1:{management}"),
        "certificate": "tls.pem", "privateKey": "tls.key", "httpPort": 5002, "tlsPort": 5001,
        "externalAccountBindingRequired": !customers.is_empty(),
        "externalAccountMACKeys": customers.iter().copied().collect::<std::collections::BTreeMap<_, _>>(),
    } });
    fs::write(directory.join("pebble.json"), config.to_string()).unwrap();
    let resolver = resolver.to_string();
    let arguments = ["-config", "pebble.json", "-strict", "-dnsserver", &resolver];
    let environment = [
        ("PEBBLE_VA_NOSLEEP", "1".to_owned()),
        ("PEBBLE_WFE_NONCEREJECT", rejected.to_string()),
        ("PEBBLE_ALTERNATE_ROOTS", "1".to_owned()),
    ];
    Program::start(directory, "pebble", &arguments, &environment)
}

async fn pebble_root(directory: &Path, management: u16, number: usize) -> String {
    let reporter = std::sync::Arc::new(certdns::event::Silent);
    let http = certdns::http::Http::new(Some(&directory.join("tls.pem")), reporter).unwrap();
    let begun = Instant::now();
    loop {
        let url = format!("https://localhost:{management}/roots/{number}");
        let request = http::Request::get(url).body(bytes::Bytes::new()).unwrap();
        match http.send(request).await {
            Ok(reply) => return String::from_utf8(reply.body.to_vec()).unwrap(),
            Err(error) => assert!(begun.elapsed() < START_LIMIT, "pebble does not start: {error:?}"),
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
