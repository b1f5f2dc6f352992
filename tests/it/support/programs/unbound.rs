//! Unbound as the resolver: plain, over TLS and over HTTPS.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use super::home::ACME_DNS_ZONE;
use super::{Program, free_port, loopback, wait_for_answer};
use crate::support::authority::ThrowAwayCa;

/// A running `unbound` that knows a few zones.
pub struct Unbound {
    directory: PathBuf,
    ports: Ports,
    ca: PathBuf,
    /// `None` only while it is started again.
    program: Option<Program>,
}

struct Ports {
    plain: u16,
    tls: u16,
    https: u16,
}

impl Unbound {
    /// Starts it with zones, each with its servers, one of them [`ACME_DNS_ZONE`]. With trust anchors (DS records), it
    /// validates what is below them.
    pub fn start(directory: &Path, zones: &[(&str, Vec<SocketAddr>)], anchors: &[String]) -> Unbound {
        let ca = ThrowAwayCa::new().write(directory);
        let ports = Ports { plain: free_port(), tls: free_port(), https: free_port() };
        let text = configuration(directory, &ports, zones, anchors);
        fs::write(directory.join("unbound.conf"), text).unwrap();
        let program = Some(launch(directory, &ports));
        Unbound { directory: directory.to_owned(), ports, ca, program }
    }

    /// Stops it and starts it again: it forgets all that it knew.
    pub fn restart(&mut self) {
        self.program = None;
        self.program = Some(launch(&self.directory, &self.ports));
    }

    pub fn address(&self) -> SocketAddr {
        loopback(self.ports.plain)
    }

    /// `tls://localhost:8853`
    pub fn tls(&self) -> String {
        format!("tls://localhost:{}", self.ports.tls)
    }

    /// `https://localhost:8443/dns-query`
    pub fn https(&self) -> String {
        format!("https://localhost:{}/dns-query", self.ports.https)
    }

    /// The CA of its certificate, PEM: the value for `SSL_CERT_FILE`.
    pub fn ca(&self) -> &Path {
        &self.ca
    }
}

fn launch(directory: &Path, ports: &Ports) -> Program {
    let program = Program::start(directory, "unbound", &["-d", "-c", "unbound.conf"], &[]);
    wait_for_answer(ports.plain, ACME_DNS_ZONE, "unbound");
    program
}

fn configuration(directory: &Path, ports: &Ports, zones: &[(&str, Vec<SocketAddr>)], anchors: &[String]) -> String {
    let here = directory.display();
    let Ports { plain, tls, https } = ports;
    let modules = if anchors.is_empty() { "iterator" } else { "validator iterator" };
    let anchors: String = anchors.iter().map(|anchor| format!("  trust-anchor: \"{anchor}\"\n")).collect();
    let stubs: String = zones.iter().map(|(zone, servers)| stub(zone, servers)).collect();
    format!(
        "server:\n  interface: 127.0.0.1@{plain}\n  interface: 127.0.0.1@{tls}\n  interface: 127.0.0.1@{https}\n  tls-port: {tls}\n  https-port: {https}\n  tls-service-pem: \"{here}/server.pem\"\n  tls-service-key: \"{here}/server.key\"\n  do-daemonize: no\n  use-syslog: no\n  logfile: \"\"\n  chroot: \"\"\n  username: \"\"\n  directory: \"{here}\"\n  pidfile: \"\"\n  do-not-query-localhost: no\n  module-config: \"{modules}\"\n{anchors}  ede: yes\n  local-zone: \"test.\" nodefault\n  do-ip6: no\nremote-control:\n  control-enable: no\n{stubs}"
    )
}

fn stub(zone: &str, servers: &[SocketAddr]) -> String {
    let servers = servers.iter().map(|server| format!("  stub-addr: {}@{}\n", server.ip(), server.port()));
    format!("stub-zone:\n  name: \"{zone}\"\n{}", servers.collect::<String>())
}
