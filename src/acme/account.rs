//! An ACME [`Account`] as it is kept: a key, and the URI the CA knows it by.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::secret::{self, Secret};

/// An ACME account (RFC 8555 section 7.1.2). Saved with its key before the CA hears of it, so `uri` may be missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The directory URL of the CA.
    pub directory: Url,
    /// The account URI that RFC 8657 CAA records pin; `None` until the CA has answered.
    pub uri: Option<Url>,
    /// The account key, PKCS#8 PEM.
    #[serde(serialize_with = "secret::expose")]
    pub key: Secret,
    /// `mailto:` URIs.
    #[serde(default)]
    pub contact: Vec<String>,
    /// The names by which CAA records mean this CA (RFC 8555 section 7.1.1), as it last said.
    #[serde(default)]
    pub caa_identities: Vec<String>,
    /// `valid`, `deactivated` or `revoked`, as the CA last said.
    pub status: String,
    pub created_at: Timestamp,
}
