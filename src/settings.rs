//! Flags over environment over configuration file over defaults. The only reader of environment variables.

mod certificates;
mod elsewhere;
mod error;
mod external;
mod file;
mod fleeting;
mod hooks;
mod journal;
mod layer;
mod log;
mod notify;
mod one_or_more;
mod status;
mod values;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use url::Url;

use crate::acmedns::{Basic, Server};
use crate::cli::Globals;
use crate::dns::{Resolver, View};
use crate::identifier::DnsName;
use crate::renewal::Before;
use crate::secret::Secret;

pub use certificates::CertificateEntry;
pub use elsewhere::{on_path, other_clients, other_registrations, own_variables, this_program, user_dirs};
pub use error::SettingsError;
pub use external::External;
pub use hooks::{HookList, Hooking};
pub use layer::{KeySource, Layer};
pub use log::LogSettings;
pub use notify::{NotifySettings, SecretUrl};
pub use one_or_more::OneOrMore;
pub use status::{Status, StatusTable};
pub use values::{Color, is_root, length};

/// What the operator wants, parsed and complete.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The keys of what was said by flags or the environment only: a timer does not hear it.
    pub fleeting: Vec<&'static str>,
    pub state_dir: PathBuf,
    /// The directory URL of the CA.
    pub ca: Url,
    pub ca_given: Given,
    /// Those that stand in for it, in their order.
    pub fallback_ca: Vec<Url>,
    pub ca_root: Option<PathBuf>,
    /// The name or URI of an account at that CA.
    pub account: Option<String>,
    /// Who vouches for new accounts at that CA.
    pub external: External,
    pub resolvers: Vec<Resolver>,
    /// Further resolvers that look at delegations from elsewhere.
    pub perspectives: Vec<Resolver>,
    pub dns_view: View,
    pub name_servers: BTreeMap<DnsName, SocketAddr>,
    pub allow_http: bool,
    pub email: Option<String>,
    pub agree_tos: bool,
    /// How long before its end a certificate is renewed; `None` leaves it to the CA and the lifetime.
    pub renew_before: Option<Before>,
    /// A renewal begins at a random moment within this time; `None` is the usual one.
    pub jitter: Option<Duration>,
    /// So many certificates are renewed side by side.
    pub jobs: usize,
    pub status: Status,
    pub voice: Voice,
    pub log: LogSettings,
    pub notify: NotifySettings,
    /// Where the journal of systemd listens, when stderr leads there.
    pub journal: Option<PathBuf>,
    pub hooking: Hooking,
    /// Where the configuration file is, or would be.
    pub config_file: Option<PathBuf>,
    /// The certificates that it lists, in its order.
    pub certificates: Vec<CertificateEntry>,
    acme_dns: Option<Server>,
    acme_dns_user: Option<String>,
    acme_dns_key: Option<KeySource>,
}

/// Who chose a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// Nobody: it is the default.
    Nowhere,
    /// The environment or the configuration file.
    Beforehand,
    /// Whoever typed this command.
    Here,
}

/// How to speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    pub json: bool,
    pub quiet: bool,
    pub verbose: u8,
    pub color: Color,
}

/// Reads one environment variable; empty counts as unset.
pub type Environment<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The environment of this process.
#[must_use]
pub fn process_environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

impl Settings {
    /// Puts the layers on top of each other and parses what comes out.
    ///
    /// # Errors
    /// [`SettingsError`] naming the flag, variable or key that is wrong.
    pub fn load(globals: &Globals, environment: Environment<'_>) -> Result<Settings, SettingsError> {
        let flags = Layer::from_flags(globals);
        let env = Layer::from_environment(environment)?;
        let named = globals.config.clone().or_else(|| environment("CERTDNS_CONFIG").map(PathBuf::from));
        let file = file::read(named.as_deref(), environment)?;
        // From below: the credentials of a layer must meet the server they are for before another one is named above.
        let fleeting = fleeting::fleeting(&flags, &env);
        let settings = values::settle(flags.over(env.over(file)), environment)?;
        let settings = Settings { config_file: file::path(named.as_deref(), environment), fleeting, ..settings };
        Ok(if globals.ca.is_some() { Settings { ca_given: Given::Here, ..settings } } else { settings })
    }

    /// Whether a text could be the configuration file.
    ///
    /// # Errors
    /// The first thing that is wrong, with its line.
    pub fn check_file(path: &Path, text: &str) -> Result<(), SettingsError> {
        file::parse(path, text).map(drop)
    }

    /// A CA that a command names: by its name here, or by its directory URL.
    ///
    /// # Errors
    /// When it is neither.
    pub fn authority(&self, text: &str) -> Result<Url, SettingsError> {
        values::authority("ca", text, self.allow_http)
    }

    /// The account that is asked for at a CA, by its name or URI.
    #[must_use]
    pub fn account_at(&self, directory: &Url) -> Option<&str> {
        self.account.as_deref().filter(|_| *directory == self.ca)
    }

    /// The base URL of the configured acme-dns server.
    #[must_use]
    pub fn acme_dns_base(&self) -> Option<Url> {
        self.acme_dns.as_ref().map(|server| server.base().clone())
    }

    /// The acme-dns server to register at, with its credentials. The key file is read here, when it is needed.
    ///
    /// # Errors
    /// When none is configured (there is no default: it is a security decision), or the key file is unreadable.
    pub fn acme_dns(&self) -> Result<Server, SettingsError> {
        let server = self.acme_dns.clone().ok_or(SettingsError::NoAcmeDns)?;
        let Some(source) = &self.acme_dns_key else {
            return if server.is_certify() && server.basic().is_none() {
                Err(SettingsError::NoCertifyCredentials)
            } else {
                Ok(server)
            };
        };
        let user = self.acme_dns_user.clone().or_else(|| server.basic().map(|basic| basic.user.clone()));
        let key = match source {
            KeySource::Text(key) => key.clone(),
            KeySource::File(path) => read_key("--acme-dns-key-file", path)?,
        };
        if server.is_certify() && user.is_none() {
            return Err(SettingsError::NoCertifyCredentials);
        }
        // `with_basic` prefers what is given here to what stood in the URL.
        Ok(server.with_basic(Some(Basic { user: user.unwrap_or_default(), key })))
    }
}

const MAX_KEY_FILE: usize = 64 * 1024;

fn read_key(flag: &'static str, path: &Path) -> Result<Secret, SettingsError> {
    let wrong = |source| SettingsError::KeyFile { flag, path: path.to_owned(), source };
    let text = zeroize::Zeroizing::new(std::fs::read_to_string(path).map_err(wrong)?);
    let key = text.trim();
    if key.is_empty() || key.len() > MAX_KEY_FILE || key.contains(char::is_control) {
        return Err(SettingsError::KeyFileContent { flag, path: path.to_owned() });
    }
    Ok(Secret::new(key))
}

#[cfg(test)]
mod tests;
