//! An ACME [`Account`] as it is kept: a key, and the URI the CA knows it by.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use url::Url;

use super::{AccountKey, Facts};
use crate::secret::{self, Secret};

/// An ACME account (RFC 8555 section 7.1.2). Saved with its key before the CA hears of it, so `uri` may be missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// What it is kept under: made from its first key, the same for as long as it is kept.
    #[serde(skip)]
    pub id: String,
    /// What its owner calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The directory URL of the CA.
    pub directory: Url,
    /// The account URI that RFC 8657 CAA records pin; `None` until the CA has answered.
    pub uri: Option<Url>,
    /// The account key, PKCS#8 PEM.
    #[serde(serialize_with = "secret::expose")]
    pub key: Secret,
    /// While the key is being changed: the CA knows one of the two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub candidate: Option<Candidate>,
    /// `mailto:` URIs; `None` where the CA keeps them to itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Vec<String>>,
    /// The names by which CAA records mean this CA (RFC 8555 section 7.1.1), as it last said.
    #[serde(default)]
    pub caa_identities: Vec<String>,
    /// `valid`, `deactivated` or `revoked`, as the CA last said.
    pub status: String,
    pub created_at: Timestamp,
}

/// A key that the CA is, or was, asked to take instead of the account's (RFC 8555 section 7.3.5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// PKCS#8 PEM.
    #[serde(serialize_with = "secret::expose")]
    pub key: Secret,
    pub since: Timestamp,
}

impl Account {
    /// An account that the CA has not heard of.
    #[must_use]
    pub fn new(directory: Url, key: &AccountKey, name: Option<String>, now: Timestamp) -> Account {
        // Base64url begins with `-` now and then, and file systems do not all tell capitals apart: 16 characters
        // of it are more than enough even then.
        let id: String = key.thumbprint().chars().take(16).collect();
        Account {
            id: format!("key-{id}"),
            name,
            directory,
            uri: None,
            key: key.to_pem(),
            candidate: None,
            contact: None,
            caa_identities: Vec::new(),
            status: "unfinished".to_owned(),
            created_at: now,
        }
    }

    /// Whether certificates can be ordered with it, as far as is known.
    #[must_use]
    pub fn is_usable(&self) -> bool {
        self.uri.is_some() && self.status == "valid"
    }

    /// Whether this is the account that is called so: by its name, or by its URI.
    #[must_use]
    pub fn answers_to(&self, text: &str) -> bool {
        self.name.as_deref() == Some(text) || self.uri.as_ref().is_some_and(|uri| uri.as_str() == text)
    }

    /// What people call it: its name, else its URI.
    #[must_use]
    pub fn title(&self) -> String {
        let uri = || self.uri.as_ref().map_or("the unfinished account".to_owned(), ToString::to_string);
        self.name.clone().unwrap_or_else(uri)
    }

    /// Takes over what the CA says.
    pub fn take(&mut self, facts: Facts) {
        (self.uri, self.status, self.contact) = (Some(facts.uri), facts.status, facts.contact);
    }
}

/// A name for an account, as typed: it must stand on a command line, and be told from a URI.
///
/// # Errors
/// When it cannot.
pub fn account_name(text: &str) -> Result<String, String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '@');
    let good = text.len() <= 64 && text.starts_with(|c: char| c.is_ascii_alphanumeric()) && text.chars().all(plain);
    let wrong = "an account's name is of letters, digits, `.`, `-`, `_` and `@`, and begins with a letter or digit";
    if good { Ok(text.to_owned()) } else { Err(wrong.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_no_uri_and_no_flag() {
        assert_eq!(account_name("admin@example.com").as_deref(), Ok("admin@example.com"));
        for name in ["", "-x", "https://ca.example/acct/1", "a b", &"a".repeat(65)] {
            assert!(account_name(name).is_err(), "{name}");
        }
    }
}
