//! What was seen last at each challenge name: a delegation that broke is told of at every run, and looked at daily.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Store, StoreError, document};
use crate::error::{Hint, Kind};
use crate::identifier::DnsName;

/// The last look at each challenge name.
pub type Looks = BTreeMap<DnsName, Look>;

/// What was seen of a challenge name, and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    pub at: Timestamp,
    /// Since when it has been as it is: standing, or not.
    pub since: Timestamp,
    /// What stands against a validation; empty when nothing does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<Fault>,
    /// What CAA says about each of its names, in a word or two.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub caa: BTreeMap<String, String>,
}

/// A finding, as far as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    pub code: String,
    pub kind: Kind,
    pub message: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<Hint>,
}

#[derive(Default, Serialize, Deserialize)]
struct Document {
    looks: Looks,
}

impl Look {
    /// Whether a person must act, as far as was seen; what could not be seen is nobody's fault.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        self.faults.iter().any(|fault| fault.kind == Kind::ActionNeeded)
    }
}

impl Store {
    /// All that was seen; nothing where nothing can be read.
    #[must_use]
    pub fn looks(&self) -> Looks {
        document::read::<Document>(&self.looks_file()).ok().flatten().unwrap_or_default().looks
    }

    /// Keeps what was seen now on top of what was seen before. Two runs that look at once may lose one of their looks,
    /// which is looked again.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn save_looks(&self, seen: Looks) -> Result<(), StoreError> {
        if seen.is_empty() {
            return Ok(());
        }
        let mut looks = self.looks();
        looks.extend(seen);
        document::write(&self.looks_file(), &Document { looks })
    }

    /// Forgets what was seen of names that nobody needs any more.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn forget_looks_but(&self, kept: &BTreeSet<DnsName>) -> Result<(), StoreError> {
        let (known, mut looks) = (self.looks(), self.looks());
        looks.retain(|challenge, _| kept.contains(challenge));
        if looks.len() == known.len() { Ok(()) } else { document::write(&self.looks_file(), &Document { looks }) }
    }

    fn looks_file(&self) -> PathBuf {
        self.root.join("looks.json")
    }
}
