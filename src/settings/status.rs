//! `[status]`: what `renew` writes for those who watch, and when they are to be told.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::{Environment, SettingsError};
use crate::health::Limits;
use crate::renewal::Before;

/// Where `renew` writes how all lineages fare, and from when on that is a warning, or critical.
#[derive(Clone, Debug, Default)]
pub struct Status {
    pub prometheus_file: Option<PathBuf>,
    pub html_file: Option<PathBuf>,
    pub limits: Limits,
}

/// The same as written, from one source.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct StatusTable {
    prometheus_file: Option<PathBuf>,
    html_file: Option<PathBuf>,
    warn: Option<String>,
    crit: Option<String>,
}

impl StatusTable {
    pub(super) fn from_environment(env: Environment<'_>) -> StatusTable {
        StatusTable {
            prometheus_file: env("CERTDNS_PROMETHEUS_FILE").map(PathBuf::from),
            html_file: env("CERTDNS_HTML_FILE").map(PathBuf::from),
            warn: env("CERTDNS_WARN"),
            crit: env("CERTDNS_CRIT"),
        }
    }

    #[must_use]
    pub(super) fn over(self, lower: StatusTable) -> StatusTable {
        StatusTable {
            prometheus_file: self.prometheus_file.or(lower.prometheus_file),
            html_file: self.html_file.or(lower.html_file),
            warn: self.warn.or(lower.warn),
            crit: self.crit.or(lower.crit),
        }
    }

    /// Paths in a configuration file are relative to that file.
    #[must_use]
    pub(super) fn relative_to(self, directory: &Path) -> StatusTable {
        let below = |path: Option<PathBuf>| path.map(|path| directory.join(path));
        StatusTable { prometheus_file: below(self.prometheus_file), html_file: below(self.html_file), ..self }
    }

    pub(super) fn settle(self) -> Result<Status, SettingsError> {
        let limits = Limits { warn: limit("warn", self.warn)?, crit: limit("crit", self.crit)? };
        Ok(Status { prometheus_file: self.prometheus_file, html_file: self.html_file, limits })
    }
}

fn limit(setting: &'static str, text: Option<String>) -> Result<Option<Before>, SettingsError> {
    let parsed = |text: String| text.parse().map_err(|why| SettingsError::value(setting, &text, why));
    text.map(parsed).transpose()
}
