//! The outer lab: programs that nobody here wrote. Pebble is the CA, Unbound the resolver, BIND the DNS host; only
//! the acme-dns server is ours. A program that is missing fails the test.

use std::fs;
use std::net::{TcpListener, UdpSocket};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use certdns::identifier::DnsName;
use certdns::serve;
use tempfile::TempDir;
use tokio::runtime::Runtime;

use super::command::{self, Run};

const ZONE: &str = "example.test";
const ACME_DNS_ZONE: &str = "auth.acme-dns.test";
const ACME_DNS_SERVER: &str = "ns.auth.acme-dns.test";
const START_LIMIT: Duration = Duration::from_secs(20);

/// A running outer lab; dropping it stops every program.
pub struct Outer {
    directory: TempDir,
    acme_dns: serve::Server,
    runtime: Runtime,
    named: Program,
    _unbound: Program,
    _pebble: Program,
    ports: Ports,
    root: String,
}

struct Ports {
    bind: u16,
    unbound: u16,
    pebble: u16,
    management: u16,
}

struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Outer {
    pub fn new() -> Outer {
        Outer::rejecting_nonces(5)
    }

    /// With a CA that rejects so many percent of good nonces.
    pub fn rejecting_nonces(percent: u8) -> Outer {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let directory = tempfile::tempdir().unwrap();
        fs::write(directory.path().join("config.toml"), "").unwrap();
        let acme_dns = runtime.block_on(async { acme_dns() });
        let ports = Ports { bind: free_port(), unbound: free_port(), pebble: free_port(), management: free_port() };
        let named = named(directory.path(), ports.bind);
        let unbound = unbound(directory.path(), &ports, acme_dns.dns_addr().port());
        let pebble = pebble(directory.path(), &ports, percent);
        let root = runtime.block_on(pebble_root(directory.path(), ports.management));
        Outer { directory, acme_dns, runtime, named, _unbound: unbound, _pebble: pebble, ports, root }
    }

    /// Types a command; words are parted by spaces.
    pub fn run(&self, line: &str) -> Run {
        self.run_with(line, &[])
    }

    pub fn run_with(&self, line: &str, environment: &[(&str, &str)]) -> Run {
        let words: Vec<&str> = line.split_whitespace().collect();
        let mut command = command::certdns(&self.environment(), self.directory.path());
        command.envs(environment.iter().copied());
        command::run(command, &words)
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
        let path = self.directory.path().join("zone");
        let text = fs::read_to_string(&path).unwrap();
        let serial: u32 = text.lines().find_map(|line| line.strip_prefix("; serial ")).unwrap().parse().unwrap();
        let old: String =
            text.lines().skip_while(|line| *line != "; records").skip(1).map(|line| format!("{line}\n")).collect();
        fs::write(&path, zone(serial + 1, &format!("{old}{records}"))).unwrap();
        let status = Command::new("kill").args(["-HUP", &self.named.0.id().to_string()]).status().unwrap();
        assert!(status.success());
    }

    /// What Pebble has written so far.
    pub fn pebble_log(&self) -> String {
        fs::read_to_string(self.directory.path().join("pebble.log")).unwrap()
    }

    pub fn live(&self, lineage: &str) -> PathBuf {
        self.directory.path().join("state/lineages").join(lineage).join("live")
    }

    /// Pebble's root, PEM.
    pub fn root(&self) -> &str {
        &self.root
    }

    /// OpenSSL's own judgement of a live chain.
    #[track_caller]
    pub fn openssl_verifies(&self, lineage: &str) {
        let root = self.directory.path().join("pebble-root.pem");
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
        &self.acme_dns
    }

    fn environment(&self) -> Vec<(&'static str, String)> {
        let path = |name: &str| self.directory.path().join(name).display().to_string();
        let host = format!("ns1.{ZONE}=127.0.0.1:{}", self.ports.bind);
        let _ = &self.runtime;
        vec![
            ("CERTDNS_CONFIG", path("config.toml")),
            ("CERTDNS_STATE_DIR", path("state")),
            ("CERTDNS_CA", format!("https://localhost:{}/dir", self.ports.pebble)),
            ("CERTDNS_CA_ROOT", path("tls.pem")),
            ("CERTDNS_ACME_DNS", self.acme_dns.http_url().to_string()),
            ("CERTDNS_RESOLVERS", format!("127.0.0.1:{}", self.ports.unbound)),
            ("CERTDNS_NAME_SERVERS", format!("{host},{ACME_DNS_SERVER}={}", self.acme_dns.dns_addr())),
        ]
    }
}

fn name(text: &str) -> DnsName {
    DnsName::parse(text).unwrap()
}

fn acme_dns() -> serve::Server {
    serve::Server::start(serve::Options::on_loopback(name(ACME_DNS_ZONE), name(ACME_DNS_SERVER))).unwrap()
}

/// A port that is free for UDP and TCP now.
fn free_port() -> u16 {
    loop {
        let tcp = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = tcp.local_addr().unwrap().port();
        if UdpSocket::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

fn start(directory: &Path, program: &str, arguments: &[String], environment: &[(&str, String)]) -> Program {
    let log = fs::File::create(directory.join(format!("{program}.log"))).unwrap();
    let path = format!("{}:/usr/sbin", std::env::var("PATH").unwrap_or_default());
    let mut command = Command::new(which(program, &path));
    command.args(arguments).env("PATH", path).envs(environment.iter().map(|(name, value)| (name, value)));
    command.current_dir(directory).stdin(Stdio::null()).stdout(log.try_clone().unwrap()).stderr(log);
    Program(command.spawn().unwrap())
}

fn which(program: &str, path: &str) -> PathBuf {
    let found = path.split(':').map(|folder| Path::new(folder).join(program)).find(|path| path.exists());
    found.unwrap_or_else(|| panic!("{program} is not installed: the outer ring needs pebble, unbound and bind9"))
}

fn zone(serial: u32, records: &str) -> String {
    format!(
        "; serial {serial}\n$ORIGIN {ZONE}.\n$TTL 5\n@ SOA ns1 hostmaster {serial} 3600 600 86400 5\n@ NS ns1\nns1 A 127.0.0.1\n@ A 192.0.2.1\nwww A 192.0.2.1\n; records\n{records}"
    )
}

fn named(directory: &Path, port: u16) -> Program {
    fs::write(directory.join("zone"), zone(1, "")).unwrap();
    let here = directory.display();
    let text = format!(
        "options {{ directory \"{here}\"; listen-on port {port} {{ 127.0.0.1; }}; listen-on-v6 {{ none; }}; recursion no;\n  pid-file \"{here}/named.pid\"; session-keyfile \"{here}/session.key\"; dnssec-validation no; notify no; }};\ncontrols {{ }};\nzone \"{ZONE}\" {{ type primary; file \"{here}/zone\"; }};\n"
    );
    fs::write(directory.join("named.conf"), text).unwrap();
    let program = start(directory, "named", &["-g", "-c", "named.conf", "-n", "1"].map(str::to_owned), &[]);
    answers(port, "named");
    program
}

fn unbound(directory: &Path, ports: &Ports, acme_dns: u16) -> Program {
    let here = directory.display();
    let text = format!(
        "server:\n  interface: 127.0.0.1@{}\n  do-daemonize: no\n  use-syslog: no\n  logfile: \"\"\n  chroot: \"\"\n  username: \"\"\n  directory: \"{here}\"\n  pidfile: \"\"\n  do-not-query-localhost: no\n  module-config: \"iterator\"\n  local-zone: \"test.\" nodefault\n  do-ip6: no\nremote-control:\n  control-enable: no\nstub-zone:\n  name: \"{ZONE}\"\n  stub-addr: 127.0.0.1@{}\nstub-zone:\n  name: \"{ACME_DNS_ZONE}\"\n  stub-addr: 127.0.0.1@{acme_dns}\n",
        ports.unbound, ports.bind
    );
    fs::write(directory.join("unbound.conf"), text).unwrap();
    let program = start(directory, "unbound", &["-d", "-c", "unbound.conf"].map(str::to_owned), &[]);
    answers(ports.unbound, "unbound");
    program
}

fn pebble(directory: &Path, ports: &Ports, rejected: u8) -> Program {
    let (pebble, management) = (ports.pebble, ports.management);
    let pair = rcgen::generate_simple_self_signed(vec!["localhost".to_owned(), "127.0.0.1".to_owned()]).unwrap();
    fs::write(directory.join("tls.pem"), pair.cert.pem()).unwrap();
    fs::write(directory.join("tls.key"), pair.signing_key.serialize_pem()).unwrap();
    let config = serde_json::json!({ "pebble": {
        "listenAddress": format!("127.0.0.1:{pebble}"), "managementListenAddress": format!("127.0.0.1:{management}"),
        "certificate": "tls.pem", "privateKey": "tls.key", "httpPort": 5002, "tlsPort": 5001,
    } });
    fs::write(directory.join("pebble.json"), config.to_string()).unwrap();
    let resolver = format!("127.0.0.1:{}", ports.unbound);
    let arguments = ["-config", "pebble.json", "-strict", "-dnsserver", &resolver].map(str::to_owned);
    let environment = [("PEBBLE_VA_NOSLEEP", "1".to_owned()), ("PEBBLE_WFE_NONCEREJECT", rejected.to_string())];
    start(directory, "pebble", &arguments, &environment)
}

async fn pebble_root(directory: &Path, management: u16) -> String {
    let reporter = std::sync::Arc::new(certdns::event::Silent);
    let http = certdns::http::Http::new(Some(&directory.join("tls.pem")), reporter).unwrap();
    let begun = Instant::now();
    loop {
        let request =
            http::Request::get(format!("https://localhost:{management}/roots/0")).body(bytes::Bytes::new()).unwrap();
        match http.send(request).await {
            Ok(reply) => return String::from_utf8(reply.body.to_vec()).unwrap(),
            Err(error) => assert!(begun.elapsed() < START_LIMIT, "pebble does not start: {error:?}"),
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Waits until something answers DNS at the port.
fn answers(port: u16, program: &str) {
    let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
    socket.set_read_timeout(Some(Duration::from_millis(100))).unwrap();
    // A question for example.test SOA.
    let question = b"\x12\x34\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00\x07example\x04test\x00\x00\x06\x00\x01";
    let begun = Instant::now();
    let mut answer = [0; 512];
    while begun.elapsed() < START_LIMIT {
        let _ = socket.send_to(question, ("127.0.0.1", port));
        if socket.recv_from(&mut answer).is_ok_and(|(length, _)| length > 12 && answer[3] % 16 == 0) {
            return;
        }
        std::thread::sleep(Duration::from_millis(30));
    }
    panic!("{program} does not answer");
}
