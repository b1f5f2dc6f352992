//! The external account that vouches for new ACME accounts.

use super::{KeySource, SettingsError, read_key};
use crate::acme::{ExternalAccount, MacAlgorithm};

/// What is said of an external account, as far as anything is.
#[derive(Clone, Debug, Default)]
pub struct External {
    pub kid: Option<String>,
    pub key: Option<KeySource>,
    pub algorithm: Option<MacAlgorithm>,
}

impl External {
    /// This where it says something, `lower` elsewhere.
    #[must_use]
    pub fn over(self, lower: &External) -> External {
        External {
            kid: self.kid.or_else(|| lower.kid.clone()),
            key: self.key.or_else(|| lower.key.clone()),
            algorithm: self.algorithm.or(lower.algorithm),
        }
    }

    /// The external account; `None` where none is meant. The key file is read here, when it is needed.
    ///
    /// # Errors
    /// When only half of it is given, the file cannot be read, or the key is none.
    pub fn account(&self) -> Result<Option<ExternalAccount>, SettingsError> {
        let (kid, key) = match (&self.kid, &self.key) {
            (None, None) => return Ok(None),
            (Some(kid), Some(key)) => (kid.clone(), key),
            (Some(_), None) => return Err(SettingsError::ExternalIncomplete { missing: "the HMAC key" }),
            (None, Some(_)) => return Err(SettingsError::ExternalIncomplete { missing: "the key identifier" }),
        };
        let key = match key {
            KeySource::Text(key) => key.clone(),
            KeySource::File(path) => read_key("--eab-hmac-key-file", path)?,
        };
        let account = ExternalAccount::new(kid, &key, self.algorithm.unwrap_or_default());
        account.map(Some).ok_or(SettingsError::ExternalKey)
    }
}
