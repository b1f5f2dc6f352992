//! What every outer lab begins with: an acme-dns server, which is ours, and a directory to type commands in.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use certdns::identifier::DnsName;
use certdns::serve;
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::support::command::{self, Run};

pub const ACME_DNS_ZONE: &str = "auth.acme-dns.test";
const ACME_DNS_SERVER: &str = "ns.auth.acme-dns.test";
/// The second server's.
pub const OTHER_ACME_DNS_ZONE: &str = "auth.other-dns.test";
const OTHER_ACME_DNS_SERVER: &str = "ns.auth.other-dns.test";

pub struct Home {
    directory: TempDir,
    pub acme_dns: serve::Server,
    /// One to move to.
    pub other_acme_dns: serve::Server,
    pub runtime: Runtime,
}

impl Home {
    pub fn new() -> Home {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let directory = tempfile::tempdir().unwrap();
        fs::write(directory.path().join("config.toml"), "").unwrap();
        let first = runtime.block_on(async { acme_dns(ACME_DNS_ZONE, ACME_DNS_SERVER) });
        let other_acme_dns = runtime.block_on(async { acme_dns(OTHER_ACME_DNS_ZONE, OTHER_ACME_DNS_SERVER) });
        Home { directory, acme_dns: first, other_acme_dns, runtime }
    }

    pub fn path(&self) -> &Path {
        self.directory.path()
    }

    /// A new directory below.
    pub fn folder(&self, name: &str) -> PathBuf {
        let folder = self.path().join(name);
        fs::create_dir(&folder).unwrap();
        folder
    }

    /// What points a command at this server, this resolver, and name servers as `ns1.example.test=127.0.0.1:5300`.
    pub fn environment(&self, resolver: SocketAddr, mut name_servers: Vec<String>) -> Vec<(&'static str, String)> {
        let path = |name: &str| self.path().join(name).display().to_string();
        name_servers.push(format!("{ACME_DNS_SERVER}={}", self.acme_dns.dns_addr()));
        name_servers.push(format!("{OTHER_ACME_DNS_SERVER}={}", self.other_acme_dns.dns_addr()));
        vec![
            ("CERTDNS_CONFIG", path("config.toml")),
            ("CERTDNS_STATE_DIR", path("state")),
            ("CERTDNS_ACME_DNS", self.acme_dns.http_url().to_string()),
            ("CERTDNS_RESOLVERS", resolver.to_string()),
            ("CERTDNS_NAME_SERVERS", name_servers.join(",")),
        ]
    }

    /// Types a command; words are parted by spaces. Of variables given twice, the later counts.
    pub fn run(&self, line: &str, environment: &[(&str, String)], more: &[(&str, &str)]) -> Run {
        self.run_words(&line.split_whitespace().collect::<Vec<_>>(), environment, more)
    }

    /// The same where words have spaces in them.
    pub fn run_words(&self, words: &[&str], environment: &[(&str, String)], more: &[(&str, &str)]) -> Run {
        let mut command = command::certdns(environment, self.path());
        command.envs(more.iter().copied());
        command::run(command, words)
    }
}

fn name(text: &str) -> DnsName {
    DnsName::parse(text).unwrap()
}

fn acme_dns(zone: &str, server: &str) -> serve::Server {
    serve::Server::start(serve::Options::on_loopback(name(zone), name(server))).unwrap()
}
