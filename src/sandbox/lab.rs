//! The whole lab: CA, acme-dns server, DNS host and resolver, wired together on loopback.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use super::authority::{Authority, AuthorityOptions};
use super::history::{self, History};
use super::hosting::{Host, HostedZone};
use super::resolver::{Resolver, ResolverOptions};
use crate::acmedns::Registration;
use crate::identifier::DnsName;
use crate::serve;

/// The zone at "your DNS host".
pub const YOUR_ZONE: &str = "example.test";
/// The zone of the acme-dns server.
pub const ACME_DNS_ZONE: &str = "auth.acme-dns.test";
const ACME_DNS_NAME_SERVER: &str = "ns.auth.acme-dns.test";

/// What the lab is started with.
pub struct SandboxOptions {
    /// Where its files go; must exist.
    pub directory: PathBuf,
    pub authority: super::authority::Manners,
    pub acme_dns: serve::Manners,
    /// The zone at "your DNS host".
    pub host: HostedZone,
    /// Zones at other DNS hosts. No two servers have the same name.
    pub more_hosts: Vec<HostedZone>,
    /// One JSON line for each finished request to CA and acme-dns server.
    pub history: Option<PathBuf>,
    /// Whether the resolver forgets every answer at once.
    pub no_dns_cache: bool,
}

impl Default for SandboxOptions {
    fn default() -> SandboxOptions {
        let servers = ["ns1.example.test", "ns2.example.test"].map(name).into();
        SandboxOptions {
            directory: PathBuf::default(),
            authority: super::authority::Manners::default(),
            acme_dns: serve::Manners::default(),
            host: HostedZone { zone: name(YOUR_ZONE), servers },
            more_hosts: Vec::new(),
            history: None,
            no_dns_cache: false,
        }
    }
}

/// A running lab; dropping it stops everything.
pub struct Sandbox {
    pub authority: Authority,
    pub acme_dns: serve::Server,
    pub host: Host,
    /// In the order of [`SandboxOptions::more_hosts`].
    pub more_hosts: Vec<Host>,
    pub resolver: Resolver,
    pub history: History,
    zones: Vec<(DnsName, Vec<SocketAddr>)>,
    zone_file: PathBuf,
    directory: PathBuf,
}

impl Sandbox {
    /// Starts everything on free ports. Must be called inside a tokio runtime.
    ///
    /// # Errors
    /// When a socket or a file cannot be had.
    pub fn start(options: SandboxOptions) -> io::Result<Sandbox> {
        let directory = std::path::absolute(&options.directory)?;
        let history = match &options.history {
            Some(path) => History::to_file(path)?,
            None => History::default(),
        };
        let acme_dns = acme_dns(options.acme_dns, &history)?;
        let zone_file = options.host.file(&directory);
        let host = options.host.start(&directory)?;
        let more_hosts = options.more_hosts.into_iter().map(|hosted| hosted.start(&directory));
        let more_hosts = more_hosts.collect::<io::Result<Vec<_>>>()?;
        let zones = zones(&acme_dns, [&host].into_iter().chain(&more_hosts));
        let resolver = Resolver::start(zones.clone(), ResolverOptions { caching: !options.no_dns_cache })?;
        let authority =
            AuthorityOptions { resolver: resolver.addr(), manners: options.authority, history: history.clone() };
        let authority = Authority::start(authority)?;
        let sandbox = Sandbox { authority, acme_dns, host, more_hosts, resolver, history, zones, zone_file, directory };
        sandbox.write_files()?;
        Ok(sandbox)
    }

    /// The environment that points any certdns command at this lab.
    #[must_use]
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        let file = |name: &str| self.directory.join(name).display().to_string();
        let mut name_servers: Vec<String> =
            self.hosts().flat_map(Host::servers).map(|(name, address)| format!("{name}={address}")).collect();
        name_servers.push(format!("{ACME_DNS_NAME_SERVER}={}", self.acme_dns.dns_addr()));
        vec![
            ("CERTDNS_CONFIG", file(CONFIG)),
            ("CERTDNS_STATE_DIR", file("state")),
            ("CERTDNS_CA", self.authority.directory().to_string()),
            ("CERTDNS_CA_ROOT", file(CA_ROOT)),
            ("CERTDNS_ACME_DNS", self.acme_dns.http_url().to_string()),
            ("CERTDNS_RESOLVERS", self.resolver.addr().to_string()),
            ("CERTDNS_NAME_SERVERS", name_servers.join(",")),
        ]
    }

    /// The zone file of "your DNS host"; edits are served at once.
    #[must_use]
    pub fn zone_file(&self) -> PathBuf {
        self.zone_file.clone()
    }

    /// The root that certificates of the lab's CA lead to.
    #[must_use]
    pub fn issuer_root(&self) -> PathBuf {
        self.directory.join(ISSUER_ROOT)
    }

    /// The CNAME that a name registered in this lab needs, as a zone-file line.
    #[must_use]
    pub fn cname(&self, name: &str) -> Option<String> {
        let owner = format!("_acme-challenge.{name}. ");
        self.cnames().into_iter().find(|line| line.starts_with(&owner))
    }

    /// The CNAMEs that all names registered in this lab need, for [`Host::add_records`].
    #[must_use]
    pub fn cnames(&self) -> Vec<String> {
        let registered = crate::store::Store::open(self.directory.join("state")).registrations().unwrap_or_default();
        let line = |(challenge, registration): (DnsName, Registration)| {
            format!("{} CNAME {}", challenge.fqdn(), registration.fulldomain.fqdn())
        };
        registered.into_iter().flatten().map(line).collect()
    }

    /// One more resolver of the same zones, for another view of them: with its own cache and manners. Must be
    /// called inside a tokio runtime.
    ///
    /// # Errors
    /// When a port cannot be had.
    pub fn another_resolver(&self) -> io::Result<Resolver> {
        Resolver::start(self.zones.clone(), ResolverOptions { caching: true })
    }

    /// Puts every DNS server so far away: those of the hosts, the acme-dns server and the resolver.
    pub fn delay_dns(&self, delay: Duration) {
        for host in self.hosts() {
            (0..host.servers().len()).for_each(|server| host.misbehave(server, |manners| manners.delay = delay));
        }
        self.acme_dns.manners(|manners| manners.dns_answer_delay = delay);
        self.resolver.misbehave(|manners| manners.delay = delay);
    }

    fn hosts(&self) -> impl Iterator<Item = &Host> {
        [&self.host].into_iter().chain(&self.more_hosts)
    }

    fn write_files(&self) -> io::Result<()> {
        let write = |name: &str, text: &str| std::fs::write(self.directory.join(name), text);
        write(CONFIG, "# Nothing: the environment says it all.\n")?;
        write(CA_ROOT, self.authority.tls_root_pem())?;
        write(ISSUER_ROOT, self.authority.issuer_root_pem())
    }
}

const CONFIG: &str = "config.toml";
const CA_ROOT: &str = "ca-root.pem";
const ISSUER_ROOT: &str = "issuer-root.pem";

fn name(text: &str) -> DnsName {
    DnsName::parse(text).expect("the lab's own names are names")
}

fn acme_dns(manners: serve::Manners, history: &History) -> io::Result<serve::Server> {
    let history = history.clone();
    serve::Server::start(serve::Options {
        manners,
        layer: Some(Box::new(move |router| history::recording(router, "acme-dns", history))),
        ..serve::Options::on_loopback(name(ACME_DNS_ZONE), name(ACME_DNS_NAME_SERVER))
    })
}

/// Every zone of the lab with the addresses of its servers.
fn zones<'a>(acme_dns: &serve::Server, hosts: impl Iterator<Item = &'a Host>) -> Vec<(DnsName, Vec<SocketAddr>)> {
    let addresses = |host: &Host| host.servers().into_iter().map(|(_, address)| address).collect();
    let hosted = hosts.map(|host| (host.zone().clone(), addresses(host)));
    hosted.chain([(name(ACME_DNS_ZONE), vec![acme_dns.dns_addr()])]).collect()
}
