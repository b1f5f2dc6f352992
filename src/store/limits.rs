//! CAs whose limits are used up: no run asks them before they want to be asked.

use std::collections::BTreeMap;
use std::path::PathBuf;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use url::Url;

use super::{Store, StoreError, document};

/// Until when a CA wants to be left alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit {
    /// When it said so.
    pub at: Timestamp,
    pub until: Timestamp,
    /// What it said.
    pub because: String,
}

#[derive(Default, Serialize, Deserialize)]
struct Document {
    limits: BTreeMap<Url, Limit>,
}

impl Store {
    /// What is known, by the directory URLs of the CAs; nothing where nothing can be read. What is over is left out, and
    /// what was noted by a clock that was ahead.
    #[must_use]
    pub fn limits(&self) -> BTreeMap<Url, Limit> {
        let mut limits = document::read::<Document>(&self.limits_file()).ok().flatten().unwrap_or_default().limits;
        let now = Timestamp::now();
        limits.retain(|_, limit| limit.at <= now && now < limit.until);
        limits
    }

    /// Keeps one more.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn save_limit(&self, directory: &Url, limit: &Limit) -> Result<(), StoreError> {
        let mut limits = self.limits();
        limits.insert(directory.clone(), limit.clone());
        document::write(&self.limits_file(), &Document { limits })
    }

    fn limits_file(&self) -> PathBuf {
        self.root.join("limits.json")
    }
}
