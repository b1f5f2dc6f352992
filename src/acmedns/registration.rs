//! A [`Registration`]: what `/register` returned, and which server it came from.

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

/// A value in one of the two slots of a registration, and when it was put there (or last read by a CA).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    pub value: String,
    pub at: Timestamp,
}
