//! Keys that somebody else may know. They outlive their lineage.

use std::path::PathBuf;

use jiff::Timestamp;
use serde::Serialize;

use super::{Store, StoreError, document};
use crate::outputs::digest;

#[derive(Serialize)]
struct Compromised {
    since: Timestamp,
}

impl Store {
    /// Notes that the key with this `SubjectPublicKeyInfo` (DER) is never to be used again.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn set_compromised(&self, public_key: &[u8], since: Timestamp) -> Result<(), StoreError> {
        document::write(&self.compromised_file(public_key), &Compromised { since })
    }

    /// Whether the key with this `SubjectPublicKeyInfo` (DER) is never to be used again.
    #[must_use]
    pub fn is_compromised(&self, public_key: &[u8]) -> bool {
        // Whatever lies there, readable or not: better one key too many than one too few.
        self.compromised_file(public_key).symlink_metadata().is_ok()
    }

    fn compromised_file(&self, public_key: &[u8]) -> PathBuf {
        self.root.join("compromised").join(format!("{}.json", digest(public_key)))
    }
}
