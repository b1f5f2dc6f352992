//! `[notify]`: who is told of what.

use std::fmt;
use std::time::Duration;

use jiff::SignedDuration;
use serde::Deserialize;
use url::Url;

use super::layer::{split, switch};
use super::log::length;
use super::{Environment, KeySource, SettingsError, read_key};
use crate::http::{host_of, is_private_enough};
use crate::notices::{Occasion, Rules};
use crate::secret::Secret;

/// The table as written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct NotifyTable {
    /// Lines for the shell.
    pub commands: Option<Vec<String>>,
    /// Whoever knows it can speak there.
    pub webhook: Option<Secret>,
    #[serde(rename = "webhook-secret-file")]
    pub webhook_secret: Option<KeySource>,
    pub healthcheck: Option<Secret>,
    pub healthcheck_start: Option<bool>,
    pub expiry: Option<String>,
    pub on: Option<Vec<Occasion>>,
    pub timeout: Option<String>,
}

/// Who is told, and of what.
#[derive(Clone, Debug)]
pub struct NotifySettings {
    pub commands: Vec<String>,
    pub webhook: Option<SecretUrl>,
    webhook_secret: Option<KeySource>,
    pub healthcheck: Option<SecretUrl>,
    pub healthcheck_start: bool,
    pub rules: Rules,
    pub on: Vec<Occasion>,
    /// For one command, and for one exchange.
    pub timeout: Duration,
}

/// A URL that gives a right to whoever knows it: it is not shown.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretUrl(Url);

impl SecretUrl {
    /// The URL itself. Whoever calls this answers for where it goes.
    #[must_use]
    pub fn expose(&self) -> &Url {
        &self.0
    }

    /// What may be known of it: the host.
    #[must_use]
    pub fn host(&self) -> String {
        host_of(self.0.as_str())
    }

    /// The URL without all that may be secret.
    #[must_use]
    pub fn shown(&self) -> String {
        format!("{}://{}/", self.0.scheme(), self.host())
    }
}

impl fmt::Debug for SecretUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[secret]")
    }
}

impl NotifySettings {
    /// Whether anybody is told of what becomes of certificates.
    #[must_use]
    pub fn has_channels(&self) -> bool {
        self.webhook.is_some() || !self.commands.is_empty()
    }

    /// The key that signs what the webhook is sent. Its file is read here, when it is needed.
    ///
    /// # Errors
    /// When the file cannot be read, or does not hold one line.
    pub fn webhook_secret(&self) -> Result<Option<Secret>, SettingsError> {
        match &self.webhook_secret {
            None => Ok(None),
            Some(KeySource::Text(key)) => Ok(Some(key.clone())),
            Some(KeySource::File(path)) => read_key("webhook-secret-file", path).map(Some),
        }
    }
}

impl NotifyTable {
    pub(super) fn from_environment(env: Environment<'_>) -> Result<Option<NotifyTable>, SettingsError> {
        let key = env("CERTDNS_WEBHOOK_SECRET").map(|key| KeySource::Text(Secret::new(key)));
        Ok(Some(NotifyTable {
            commands: None,
            webhook: env("CERTDNS_WEBHOOK").map(Secret::new),
            webhook_secret: key.or_else(|| env("CERTDNS_WEBHOOK_SECRET_FILE").map(|path| KeySource::File(path.into()))),
            healthcheck: env("CERTDNS_HEALTHCHECK").map(Secret::new),
            healthcheck_start: switch(env, "CERTDNS_HEALTHCHECK_START")?,
            expiry: env("CERTDNS_NOTIFY_EXPIRY"),
            on: env("CERTDNS_NOTIFY_ON").map(|list| occasions(&list)).transpose()?,
            timeout: env("CERTDNS_NOTIFY_TIMEOUT"),
        }))
    }

    /// This table where it says something, `lower` elsewhere. A key stays with the webhook that it stands beside.
    #[must_use]
    pub(super) fn over(self, lower: NotifyTable) -> NotifyTable {
        let other = matches!((&self.webhook, &lower.webhook), (Some(mine), Some(theirs)) if mine != theirs);
        NotifyTable {
            commands: self.commands.or(lower.commands),
            webhook_secret: self.webhook_secret.or(lower.webhook_secret.filter(|_| !other)),
            webhook: self.webhook.or(lower.webhook),
            healthcheck: self.healthcheck.or(lower.healthcheck),
            healthcheck_start: self.healthcheck_start.or(lower.healthcheck_start),
            expiry: self.expiry.or(lower.expiry),
            on: self.on.or(lower.on),
            timeout: self.timeout.or(lower.timeout),
        }
    }

    pub(super) fn settle(self, allow_http: bool) -> Result<NotifySettings, SettingsError> {
        let url = |setting, text: Option<Secret>| text.map(|text| secret_url(setting, &text, allow_http)).transpose();
        let timeout = self.timeout.as_deref().map(|text| length("notify.timeout", text)).transpose()?;
        Ok(NotifySettings {
            commands: self.commands.unwrap_or_default(),
            webhook: url("notify.webhook", self.webhook)?,
            webhook_secret: self.webhook_secret,
            healthcheck: url("notify.healthcheck", self.healthcheck)?,
            healthcheck_start: self.healthcheck_start.unwrap_or_default(),
            rules: Rules { expiry: self.expiry.as_deref().map(|text| length("notify.expiry", text)).transpose()? },
            on: self.on.unwrap_or_else(|| Occasion::ALL.to_vec()),
            timeout: timeout.unwrap_or(TIMEOUT).try_into().unwrap_or_default(),
        })
    }
}

/// Nobody who is told takes longer.
const TIMEOUT: SignedDuration = SignedDuration::from_secs(10);

fn secret_url(setting: &'static str, text: &Secret, allow_http: bool) -> Result<SecretUrl, SettingsError> {
    // What was written is not repeated: it may be right but for a letter.
    let wrong = || SettingsError::value(setting, "[not shown]", "is not an https URL");
    let url = Url::parse(text.expose()).map_err(|_| wrong())?;
    if is_private_enough(&url, allow_http) { Ok(SecretUrl(url)) } else { Err(wrong()) }
}

fn occasions(list: &str) -> Result<Vec<Occasion>, SettingsError> {
    let one = |text: String| {
        let known = Occasion::ALL.into_iter().find(|occasion| occasion.as_str() == text);
        let why = "is none of `failure`, `recovery`, `expiry`";
        known.ok_or_else(|| SettingsError::value("notify.on", &text, why))
    };
    split(list).into_iter().map(one).collect()
}
