//! How the certificates of a lineage are made, beside their names and the kind of their key.

use jiff::SignedDuration;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Request;

/// What was asked for once, and holds for every renewal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipe {
    /// The CA's word for the kind of certificate (draft-ietf-acme-profiles); `None` leaves it to the CA.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<String>,
    /// The common name of the root that the chain should lead to, where the CA has a choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preferred_chain: Option<String>,
    /// Whether a renewal keeps the private key.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reuse_key: bool,
    /// How long a certificate should be valid, from the moment it is ordered; `None` leaves it to the CA.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lifetime: Option<Lifespan>,
    /// The request of whoever has the key; `None` when the key is made here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub csr: Option<Request>,
}

/// A length of time, in seconds on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifespan(pub SignedDuration);

impl Serialize for Lifespan {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_i64(self.0.as_secs())
    }
}

impl<'de> Deserialize<'de> for Lifespan {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Lifespan, D::Error> {
        i64::deserialize(from).map(|seconds| Lifespan(SignedDuration::from_secs(seconds)))
    }
}
