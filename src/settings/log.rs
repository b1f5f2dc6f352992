//! `[log]`: how long, and how much of it, what runs told is kept.

use bytesize::ByteSize;
use jiff::SignedDuration;
use serde::Deserialize;

use super::{Environment, SettingsError};

/// The table as written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct LogTable {
    pub keep: Option<String>,
    pub size: Option<String>,
}

/// When logs go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogSettings {
    /// The age of the oldest.
    pub keep: SignedDuration,
    /// What all of them may take, in octets.
    pub size: u64,
}

impl LogTable {
    pub(super) fn from_environment(env: Environment<'_>) -> Option<LogTable> {
        let table = LogTable { keep: env("CERTDNS_LOG_KEEP"), size: env("CERTDNS_LOG_SIZE") };
        (table.keep.is_some() || table.size.is_some()).then_some(table)
    }

    /// This table where it says something, `lower` elsewhere.
    #[must_use]
    pub(super) fn over(self, lower: LogTable) -> LogTable {
        LogTable { keep: self.keep.or(lower.keep), size: self.size.or(lower.size) }
    }

    pub(super) fn settle(self) -> Result<LogSettings, SettingsError> {
        let keep = self.keep.as_deref().unwrap_or("90d");
        let size = self.size.as_deref().unwrap_or("50MB");
        let octets: ByteSize =
            size.parse().map_err(|_| SettingsError::value("log.size", size, "is not a size such as `50MB`"))?;
        Ok(LogSettings { keep: length("log.keep", keep)?, size: octets.as_u64() })
    }
}

/// `90d`, `12h`, `1w 2d`.
pub(super) fn length(setting: &'static str, text: &str) -> Result<SignedDuration, SettingsError> {
    let parsed =
        text.parse::<jiff::Span>().and_then(|span| span.to_duration(jiff::SpanRelativeTo::days_are_24_hours()));
    let wrong = || SettingsError::value(setting, text, "is not a duration such as `14d` or `12h`");
    parsed.ok().filter(SignedDuration::is_positive).ok_or_else(wrong)
}
