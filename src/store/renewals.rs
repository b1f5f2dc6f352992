//! What is known of each lineage's next renewal. Losing it costs a question and some patience, nothing more.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{Store, StoreError, document, file};
use crate::renewal::{Failure, Suggestion};

/// What the CA suggests, and what went wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Renewal {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<Suggestion>,
    /// `None` when the last renewal succeeded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failure: Option<Failure>,
    /// How CAA records name the CA, as it said when it issued.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identities: Vec<String>,
}

impl Store {
    /// What is known; nothing where nothing can be read.
    #[must_use]
    pub fn renewal(&self, lineage: &str) -> Renewal {
        document::read(&self.renewal_file(lineage)).ok().flatten().unwrap_or_default()
    }

    /// Keeps it, for a lineage that is there.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn save_renewal(&self, lineage: &str, renewal: &Renewal) -> Result<(), StoreError> {
        if !self.lineage_file(lineage).exists() || self.renewal(lineage) == *renewal {
            return Ok(());
        }
        match renewal == &Renewal::default() {
            true => file::remove(&self.renewal_file(lineage)),
            false => document::write(&self.renewal_file(lineage), renewal),
        }
    }

    fn renewal_file(&self, lineage: &str) -> PathBuf {
        self.lineage_dir(lineage).join("renewal.json")
    }
}
