//! The command tree and the global flags: says what was typed, nothing more.

mod typed;

use std::path::PathBuf;

use clap::builder::{StringValueParser, TypedValueParser};
use clap::{ArgAction, Args, ColorChoice, Parser, Subcommand};

use crate::commands::{
    acmeaccount, apply, authorities, bundle, caa, check, delete, deploy, generate, history, import_csv, issue, list,
    log, notify, register, registration, renew, revoke, sandbox, show, status, timer,
};
use crate::secret::Secret;

pub use typed::{Typed, typed};

/// ACME client for delegated DNS challenges: Certify DNS and acme-dns built in
///
/// Delegate `_acme-challenge.<name>` once, by a CNAME, to an acme-dns service; from then on every certificate,
/// wildcards included, renews by itself.
#[derive(Parser, Debug)]
#[command(name = "certdns", version, max_term_width = 100, after_help = EXIT_CODES)]
pub struct Cli {
    #[command(flatten)]
    pub globals: Globals,
    #[command(subcommand)]
    pub command: Command,
}

impl Cli {
    /// Whoever says where names are to move to says where they are to be registered.
    #[must_use]
    pub fn with_server(mut self) -> Cli {
        if let Command::Registration(args) = &self.command {
            self.globals.acme_dns = args.server().cloned().or(self.globals.acme_dns);
        }
        self
    }
}

const EXIT_CODES: &str = "\
Exit codes: 0 done or nothing to do; 1 failed; 2 wrong usage; 3 a person must act (DNS, terms);
            4 try again later; 130 interrupted.";

#[derive(Subcommand, Debug)]
pub enum Command {
    Register(register::Args),
    Check(check::Args),
    Caa(caa::Args),
    Issue(Box<issue::Args>),
    Renew(renew::Args),
    Timer(timer::Args),
    Deploy(deploy::Args),
    Apply(apply::Args),
    ImportCsv(import_csv::Args),
    List(list::Args),
    Show(show::Args),
    Status(status::Args),
    History(history::Args),
    Log(log::Args),
    Notify(notify::Args),
    Revoke(revoke::Args),
    Delete(delete::Args),
    Acmeaccount(acmeaccount::Args),
    Registration(registration::Args),
    Bundle(bundle::Args),
    #[command(name = "ca")]
    Authorities(authorities::Args),
    Sandbox(sandbox::Args),
    #[command(hide = true)]
    Generate(generate::Args),
}

/// Options of every command. Each has an environment variable and a key in the configuration file.
#[derive(Args, Debug, Default)]
#[command(next_help_heading = "Global options")]
pub struct Globals {
    /// Configuration file, TOML [env: CERTDNS_CONFIG]
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]
    #[arg(long, global = true, value_name = "DIR")]
    pub state_dir: Option<PathBuf>,
    /// The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]
    #[arg(long, global = true, value_name = "NAME|URL")]
    pub ca: Option<String>,
    /// A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order
    /// [env: CERTDNS_FALLBACK_CA, comma-separated]
    #[arg(long, global = true, value_name = "NAME|URL", hide_short_help = true)]
    pub fallback_ca: Vec<String>,
    /// PEM roots to trust for the ACME server besides the system's [env: CERTDNS_CA_ROOT]
    #[arg(long, global = true, value_name = "FILE")]
    pub ca_root: Option<PathBuf>,
    /// The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]
    #[arg(long, global = true, value_name = "NAME|URI")]
    pub account: Option<String>,
    /// Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]
    #[arg(long, global = true, value_name = "NAME|URL", value_parser = StringValueParser::new().map(Secret::new))]
    pub acme_dns: Option<Secret>,
    /// User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]
    #[arg(long, global = true, value_name = "USER")]
    pub acme_dns_user: Option<String>,
    /// File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]
    #[arg(long, global = true, value_name = "FILE")]
    pub acme_dns_key_file: Option<PathBuf>,
    /// DNS resolver to ask instead of the system's: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable
    /// [env: CERTDNS_RESOLVERS, comma-separated]
    #[arg(long = "resolver", global = true, value_name = "RESOLVER")]
    pub resolvers: Vec<String>,
    /// Look at delegations through this resolver, too, as CAs do from several places; repeatable
    /// [env: CERTDNS_PERSPECTIVES, comma-separated]
    #[arg(long = "perspective", global = true, value_name = "RESOLVER")]
    pub perspectives: Vec<String>,
    /// Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]
    #[arg(long, global = true, value_name = "authoritative|resolver")]
    pub dns_view: Option<String>,
    /// Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]
    #[arg(long = "name-server", global = true, value_name = "NAME=IP[:PORT]", hide_short_help = true)]
    pub name_servers: Vec<String>,
    /// Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]
    #[arg(long, global = true, hide_short_help = true)]
    pub allow_http: bool,
    /// Exactly one JSON document on stdout [env: CERTDNS_JSON]
    #[arg(long, global = true)]
    pub json: bool,
    /// Say nothing but the outcome and errors [env: CERTDNS_QUIET]
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub verbose: u8,
    /// When to use colour [env: NO_COLOR, CERTDNS_COLOR]
    #[arg(long, global = true, value_name = "WHEN")]
    pub color: Option<ColorChoice>,
}
