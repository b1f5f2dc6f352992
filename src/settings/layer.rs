//! One source of settings; layers lie on top of each other.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

use super::hooks::HooksTable;
use super::log::LogTable;
use super::notify::NotifyTable;
use super::status::StatusTable;
use super::{CertificateEntry, Environment, SettingsError};
use crate::cli::Globals;
use crate::secret::Secret;

/// Settings as written, from one source. Field names are the keys of the configuration file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Layer {
    pub state_dir: Option<PathBuf>,
    pub ca: Option<String>,
    pub fallback_ca: Option<Vec<String>>,
    pub ca_root: Option<PathBuf>,
    pub account: Option<String>,
    pub eab_kid: Option<String>,
    #[serde(rename = "eab-hmac-key-file")]
    pub eab_key: Option<KeySource>,
    pub eab_algorithm: Option<String>,
    /// A URL may hold credentials.
    pub acme_dns: Option<Secret>,
    pub acme_dns_user: Option<String>,
    #[serde(rename = "acme-dns-key-file")]
    pub acme_dns_key: Option<KeySource>,
    pub resolvers: Option<Vec<String>>,
    pub perspectives: Option<Vec<String>>,
    pub dns_view: Option<String>,
    pub name_servers: Option<BTreeMap<String, String>>,
    pub allow_http: Option<bool>,
    pub email: Option<String>,
    pub agree_tos: Option<bool>,
    pub renew_before: Option<String>,
    pub jitter: Option<String>,
    pub jobs: Option<u8>,
    pub status: Option<StatusTable>,
    pub json: Option<bool>,
    pub quiet: Option<bool>,
    pub verbose: Option<u8>,
    pub color: Option<String>,
    pub log: Option<LogTable>,
    pub notify: Option<NotifyTable>,
    pub hooks: Option<HooksTable>,
    #[serde(default)]
    pub(super) certificate: Vec<Spanned<CertificateEntry>>,
    #[serde(skip)]
    pub certificates: Vec<CertificateEntry>,
}

/// Where a key is: the one for registering, or that of an external account.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "PathBuf")]
pub enum KeySource {
    Text(Secret),
    File(PathBuf),
}

impl From<PathBuf> for KeySource {
    fn from(path: PathBuf) -> KeySource {
        KeySource::File(path)
    }
}

/// The keys of the configuration file, for "did you mean".
pub(super) const KEYS: &[&str] = &[
    "state-dir",
    "ca",
    "fallback-ca",
    "ca-root",
    "account",
    "eab-kid",
    "eab-hmac-key-file",
    "eab-algorithm",
    "acme-dns",
    "acme-dns-user",
    "acme-dns-key-file",
    "resolvers",
    "perspectives",
    "dns-view",
    "name-servers",
    "allow-http",
    "email",
    "agree-tos",
    "renew-before",
    "jitter",
    "jobs",
    "status",
    "json",
    "quiet",
    "verbose",
    "color",
    "log",
    "notify",
    "hooks",
    "certificate",
];

impl Layer {
    pub(super) fn from_flags(globals: &Globals) -> Layer {
        Layer {
            state_dir: globals.state_dir.clone(),
            ca: globals.ca.clone(),
            fallback_ca: given(&globals.fallback_ca),
            ca_root: globals.ca_root.clone(),
            account: globals.account.clone(),
            acme_dns: globals.acme_dns.clone(),
            acme_dns_user: globals.acme_dns_user.clone(),
            acme_dns_key: globals.acme_dns_key_file.clone().map(KeySource::File),
            resolvers: given(&globals.resolvers),
            perspectives: given(&globals.perspectives),
            dns_view: globals.dns_view.clone(),
            name_servers: (!globals.name_servers.is_empty()).then(|| pairs(globals.name_servers.iter())),
            allow_http: globals.allow_http.then_some(true),
            json: globals.json.then_some(true),
            quiet: globals.quiet.then_some(true),
            verbose: (globals.verbose > 0).then_some(globals.verbose),
            color: globals.color.map(|color| color.to_string()),
            ..Layer::default()
        }
    }

    pub(super) fn from_environment(env: Environment<'_>) -> Result<Layer, SettingsError> {
        let list = |name| env(name).map(|value| split(&value));
        let key = |text, file| {
            let key = env(text).map(|key| KeySource::Text(Secret::new(key)));
            key.or_else(|| env(file).map(|path| KeySource::File(path.into())))
        };
        Ok(Layer {
            state_dir: env("CERTDNS_STATE_DIR").map(PathBuf::from),
            ca: env("CERTDNS_CA"),
            fallback_ca: list("CERTDNS_FALLBACK_CA"),
            ca_root: env("CERTDNS_CA_ROOT").map(PathBuf::from),
            account: env("CERTDNS_ACCOUNT"),
            eab_kid: env("CERTDNS_EAB_KID"),
            eab_key: key("CERTDNS_EAB_HMAC_KEY", "CERTDNS_EAB_HMAC_KEY_FILE"),
            eab_algorithm: env("CERTDNS_EAB_ALGORITHM"),
            acme_dns: env("CERTDNS_ACME_DNS").map(Secret::new),
            acme_dns_user: env("CERTDNS_ACME_DNS_USER"),
            acme_dns_key: key("CERTDNS_ACME_DNS_KEY", "CERTDNS_ACME_DNS_KEY_FILE"),
            resolvers: list("CERTDNS_RESOLVERS"),
            perspectives: list("CERTDNS_PERSPECTIVES"),
            dns_view: env("CERTDNS_DNS_VIEW"),
            name_servers: list("CERTDNS_NAME_SERVERS").map(|list| pairs(list.iter())),
            allow_http: switch(env, "CERTDNS_ALLOW_HTTP")?,
            email: env("CERTDNS_EMAIL"),
            agree_tos: switch(env, "CERTDNS_AGREE_TOS")?,
            renew_before: env("CERTDNS_RENEW_BEFORE"),
            jitter: env("CERTDNS_JITTER"),
            jobs: env("CERTDNS_JOBS").map(|value| number("CERTDNS_JOBS", &value)).transpose()?,
            status: Some(StatusTable::from_environment(env)),
            json: switch(env, "CERTDNS_JSON")?,
            quiet: switch(env, "CERTDNS_QUIET")?,
            verbose: env("CERTDNS_VERBOSE").map(|value| number("CERTDNS_VERBOSE", &value)).transpose()?,
            color: env("CERTDNS_COLOR").or_else(|| env("NO_COLOR").map(|_| "never".to_owned())),
            log: LogTable::from_environment(env),
            notify: NotifyTable::from_environment(env)?,
            ..Layer::default()
        })
    }

    /// This layer where it says something, `lower` elsewhere. The credentials of a lower layer stay with the
    /// server that it names: they are never sent to another one. So do accounts with their CA, and the CAs that stand
    /// in for it.
    #[must_use]
    pub(super) fn over(self, mut lower: Layer) -> Layer {
        if matches!((&self.ca, &lower.ca), (Some(mine), Some(theirs)) if mine != theirs) {
            (lower.account, lower.eab_kid, lower.eab_key, lower.eab_algorithm) = (None, None, None, None);
        }
        let other_server = matches!((&self.acme_dns, &lower.acme_dns), (Some(mine), Some(theirs)) if mine != theirs);
        let (lower_user, lower_key) =
            if other_server { (None, None) } else { (lower.acme_dns_user, lower.acme_dns_key) };
        let lower_fallback = lower.fallback_ca.filter(|_| self.ca.is_none() || self.ca == lower.ca);
        Layer {
            state_dir: self.state_dir.or(lower.state_dir),
            fallback_ca: self.fallback_ca.or(lower_fallback),
            ca: self.ca.or(lower.ca),
            ca_root: self.ca_root.or(lower.ca_root),
            account: self.account.or(lower.account),
            eab_kid: self.eab_kid.or(lower.eab_kid),
            eab_key: self.eab_key.or(lower.eab_key),
            eab_algorithm: self.eab_algorithm.or(lower.eab_algorithm),
            acme_dns: self.acme_dns.or(lower.acme_dns),
            acme_dns_user: self.acme_dns_user.or(lower_user),
            acme_dns_key: self.acme_dns_key.or(lower_key),
            resolvers: self.resolvers.or(lower.resolvers),
            perspectives: self.perspectives.or(lower.perspectives),
            dns_view: self.dns_view.or(lower.dns_view),
            name_servers: self.name_servers.or(lower.name_servers),
            allow_http: self.allow_http.or(lower.allow_http),
            email: self.email.or(lower.email),
            agree_tos: self.agree_tos.or(lower.agree_tos),
            renew_before: self.renew_before.or(lower.renew_before),
            jitter: self.jitter.or(lower.jitter),
            jobs: self.jobs.or(lower.jobs),
            status: Some(self.status.unwrap_or_default().over(lower.status.unwrap_or_default())),
            json: self.json.or(lower.json),
            quiet: self.quiet.or(lower.quiet),
            verbose: self.verbose.or(lower.verbose),
            color: self.color.or(lower.color),
            notify: Some(self.notify.unwrap_or_default().over(lower.notify.unwrap_or_default())),
            log: Some(self.log.unwrap_or_default().over(lower.log.unwrap_or_default())),
            // Only the file has any.
            hooks: lower.hooks,
            certificate: Vec::new(),
            // Only the file lists any.
            certificates: lower.certificates,
        }
    }

    /// What was read, with the line of each certificate.
    #[must_use]
    pub(super) fn placed(mut self, line_of: impl Fn(usize) -> usize) -> Layer {
        self.certificates = CertificateEntry::placed(std::mem::take(&mut self.certificate), line_of);
        self
    }

    /// Paths in a configuration file are relative to that file.
    #[must_use]
    pub(super) fn relative_to(mut self, directory: &Path) -> Layer {
        self.state_dir = self.state_dir.map(|path| directory.join(path));
        self.ca_root = self.ca_root.map(|path| directory.join(path));
        self.status = self.status.map(|table| table.relative_to(directory));
        for key in [&mut self.acme_dns_key, &mut self.eab_key] {
            if let Some(KeySource::File(path)) = key {
                *path = directory.join(&path);
            }
        }
        if let Some(KeySource::File(path)) = self.notify.as_mut().and_then(|table| table.webhook_secret.as_mut()) {
            *path = directory.join(&path);
        }
        self.certificates = self.certificates.into_iter().map(|one| one.relative_to(directory)).collect();
        self
    }
}

/// A flag that was given at least once.
fn given(list: &[String]) -> Option<Vec<String>> {
    (!list.is_empty()).then(|| list.to_vec())
}

pub(super) fn split(list: &str) -> Vec<String> {
    list.split(',').map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned).collect()
}

/// `NAME=ADDRESS` pairs; a missing `=` leaves an empty address, which is refused when it is parsed.
fn pairs<'a>(list: impl Iterator<Item = &'a String>) -> BTreeMap<String, String> {
    list.map(|pair| pair.split_once('=').unwrap_or((pair, ""))).map(|(k, v)| (k.to_owned(), v.to_owned())).collect()
}

pub(super) fn switch(env: Environment<'_>, name: &'static str) -> Result<Option<bool>, SettingsError> {
    match env(name).as_deref() {
        None => Ok(None),
        Some("1" | "true" | "yes" | "on") => Ok(Some(true)),
        Some("0" | "false" | "no" | "off") => Ok(Some(false)),
        Some(value) => Err(SettingsError::value(name, value, "is neither `true` nor `false`")),
    }
}

fn number(name: &'static str, value: &str) -> Result<u8, SettingsError> {
    value.parse().map_err(|_| SettingsError::value(name, value, "is not a small number"))
}
