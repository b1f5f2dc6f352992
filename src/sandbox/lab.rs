//! The whole lab: CA, acme-dns server, DNS host and resolver, wired together on loopback.

use std::io;
use std::path::{Path, PathBuf};

use super::authority::{Authority, AuthorityOptions};
use super::history::{self, History};
use super::hosting::Host;
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
#[derive(Default)]
pub struct SandboxOptions {
    /// Where its files go; must exist.
    pub directory: PathBuf,
    pub authority: super::authority::Manners,
    pub acme_dns: serve::Manners,
    /// One JSON line for each finished request to CA and acme-dns server.
    pub history: Option<PathBuf>,
    /// Whether the resolver forgets every answer at once.
    pub no_dns_cache: bool,
}

/// A running lab; dropping it stops everything.
pub struct Sandbox {
    pub authority: Authority,
    pub acme_dns: serve::Server,
    pub host: Host,
    pub resolver: Resolver,
    pub history: History,
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
        let host = host(&directory)?;
        let zones = vec![
            (name(YOUR_ZONE), host.servers().into_iter().map(|(_, address)| address).collect()),
            (name(ACME_DNS_ZONE), vec![acme_dns.dns_addr()]),
        ];
        let resolver = Resolver::start(zones, ResolverOptions { caching: !options.no_dns_cache })?;
        let authority =
            AuthorityOptions { resolver: resolver.addr(), manners: options.authority, history: history.clone() };
        let authority = Authority::start(authority)?;
        let sandbox = Sandbox { authority, acme_dns, host, resolver, history, directory };
        sandbox.write_files()?;
        Ok(sandbox)
    }

    /// The environment that points any certdns command at this lab.
    #[must_use]
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        let file = |name: &str| self.directory.join(name).display().to_string();
        let mut name_servers: Vec<String> =
            self.host.servers().iter().map(|(name, address)| format!("{name}={address}")).collect();
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
        self.directory.join(ZONE)
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
const ZONE: &str = "example.test.zone";

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

fn host(directory: &Path) -> io::Result<Host> {
    let file = directory.join(ZONE);
    if !file.exists() {
        std::fs::write(&file, FIRST_ZONE)?;
    }
    Host::start(file, name(YOUR_ZONE), vec![name("ns1.example.test"), name("ns2.example.test")])
}

/// What "your DNS host" serves at first.
const FIRST_ZONE: &str = "\
; The zone example.test at \"your DNS host\". Edits are served at once.
$ORIGIN example.test.
$TTL 60
@   SOA  ns1.example.test. hostmaster.example.test. 1 3600 600 86400 60
@   NS   ns1.example.test.
@   NS   ns2.example.test.
ns1 A    127.0.0.1
ns2 A    127.0.0.1
@   A    192.0.2.10
www A    192.0.2.10
";
