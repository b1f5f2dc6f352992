//! What is known of single generations.

use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use url::Url;

use super::{Lineage, Store, StoreError, document, live};
use crate::acme::Reason;
use crate::certificate::{Chain, PrivateKey};

/// Where a generation came from, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The directory URL of the CA that issued it.
    pub directory: Url,
    /// The URI of the account that ordered it.
    pub account: Option<Url>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked: Option<Revoked>,
    /// The end that was asked for just this one; what the CA made of it stands in the certificate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_after: Option<Timestamp>,
    /// When it was stored; not known of those of before this was kept, nor are the rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
    /// Why it was made, as it was told then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What it took.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
}

impl Origin {
    /// One of which only the CA and the account are known.
    #[must_use]
    pub fn new(directory: Url, account: Option<Url>) -> Origin {
        Origin { directory, account, revoked: None, not_after: None, at: None, reason: None, steps: Vec::new() }
    }
}

/// How a generation came to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    pub at: Timestamp,
    /// Why, for people.
    pub reason: String,
    pub steps: Vec<Step>,
}

/// A step on the way to a certificate, and how long it took, in milliseconds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub name: String,
    pub took: u64,
}

impl Step {
    #[must_use]
    pub fn new(name: &str, took: Duration) -> Step {
        Step { name: name.to_owned(), took: u64::try_from(took.as_millis()).unwrap_or(u64::MAX) }
    }
}

/// That a certificate was revoked, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revoked {
    pub reason: Reason,
    pub at: Timestamp,
}

impl Lineage {
    /// Where a generation came from. One of before this was kept came from the lineage's CA, or its stand-in.
    #[must_use]
    pub fn origin(&self, generation: u32) -> Origin {
        let directory = if self.live == Some(generation) { self.issuing_directory() } else { &self.directory };
        let unknown = || Origin::new(directory.clone(), None);
        self.generations.get(&generation).cloned().unwrap_or_else(unknown)
    }

    /// That and why the live certificate was revoked.
    #[must_use]
    pub fn live_revoked(&self) -> Option<Revoked> {
        self.origin(self.live?).revoked
    }
}

impl Store {
    /// The numbers of all generations of a lineage, in order.
    ///
    /// # Errors
    /// When the directory cannot be read.
    pub fn generations(&self, lineage: &str) -> Result<Vec<u32>, StoreError> {
        live::numbers(&self.lineage_dir(lineage))
    }

    /// The chain of a generation, with or without its key here.
    ///
    /// # Errors
    /// When it is gone or no chain.
    pub fn chain(&self, lineage: &str, generation: u32) -> Result<Chain, StoreError> {
        live::read_certificates(&self.lineage_dir(lineage), generation)
    }

    /// The private key of a generation; `None` when it is not here.
    ///
    /// # Errors
    /// When it cannot be read, or is no key.
    pub fn key(&self, lineage: &str, generation: u32) -> Result<Option<PrivateKey>, StoreError> {
        let directory = self.lineage_dir(lineage);
        live::has_key(&directory, generation).then(|| live::read_key(&directory, generation)).transpose()
    }

    /// Notes that a generation was revoked. The caller holds the lineage's lock.
    ///
    /// # Errors
    /// When the lineage cannot be read or written.
    pub fn set_revoked(&self, name: &str, generation: u32, revoked: Revoked) -> Result<(), StoreError> {
        let Some(mut lineage) = self.lineage(name)? else { return Ok(()) };
        let origin = Origin { revoked: Some(revoked), ..lineage.origin(generation) };
        lineage.generations.insert(generation, origin);
        document::write(&self.lineage_file(name), &lineage)
    }
}
