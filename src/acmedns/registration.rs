//! A [`Registration`]: what `/register` returned, and which server it came from.

use http::HeaderValue;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::identifier::DnsName;
use crate::secret::{self, Secret};

/// The credentials for one name at one acme-dns server, shown by that server exactly once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    /// The base URL of the server, path kept, never with credentials in it.
    pub server: Url,
    pub username: String,
    #[serde(serialize_with = "secret::expose")]
    pub password: Secret,
    pub subdomain: String,
    /// Where the CNAME must lead.
    pub fulldomain: DnsName,
    /// Source networks that may update; the server never shows them again.
    #[serde(default)]
    pub allow_from: Vec<String>,
    pub registered_at: Timestamp,
}

impl Registration {
    /// Whether both are one: the same credentials at the same server. Networks and times are remarks.
    #[must_use]
    pub fn is_same(&self, other: &Registration) -> bool {
        let parts = |one: &Registration| {
            let (server, username, subdomain) = (one.server.clone(), one.username.clone(), one.subdomain.clone());
            (server, username, subdomain, one.fulldomain.clone(), one.password.clone())
        };
        parts(self) == parts(other)
    }

    /// What keeps it from ever working, if anything.
    #[must_use]
    pub fn flaw(&self) -> Option<&'static str> {
        let sendable = |text: &str| !text.is_empty() && text.len() <= 512 && HeaderValue::from_str(text).is_ok();
        let label = format!("{}.", self.subdomain.to_ascii_lowercase());
        if !sendable(&self.username) {
            Some("its user name fits into no request")
        } else if !sendable(self.password.expose()) {
            Some("its password fits into no request")
        } else if self.subdomain.is_empty() || !self.fulldomain.as_str().starts_with(&label) {
            Some("its full domain does not begin with its subdomain")
        } else {
            None
        }
    }
}

/// A value in one of the two slots of a registration, and when it was put there (or last read by a CA).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    pub value: String,
    pub at: Timestamp,
}
