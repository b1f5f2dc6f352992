//! Which machine this is, among those that share a registration. No secret, and nothing to take elsewhere.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Store, StoreError, document};

#[derive(Serialize, Deserialize)]
struct Machine {
    id: String,
}

impl Store {
    /// Gives this machine an id of its own, unless it has one.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn make_machine_id(&self) -> Result<(), StoreError> {
        if self.machine_id().is_some() {
            return Ok(());
        }
        document::write(&self.machine_file(), &Machine { id: Uuid::new_v4().to_string() })
    }

    /// What tells this machine from others; `None` until it was needed for the first time. A copy of the state directory
    /// on another machine is another one, as far as the system tells: names and ids of systems count, too.
    #[must_use]
    pub fn machine_id(&self) -> Option<String> {
        let machine = document::read::<Machine>(&self.machine_file()).ok().flatten()?;
        let host = gethostname::gethostname().to_string_lossy().into_owned();
        Some([machine.id, host, system_id()].join("\n"))
    }

    fn machine_file(&self) -> PathBuf {
        self.root.join("machine-id.json")
    }
}

/// Of the installed system, machine-id(5); empty where there is none.
#[cfg(unix)]
fn system_id() -> String {
    std::fs::read_to_string("/etc/machine-id").unwrap_or_default()
}

#[cfg(not(unix))]
fn system_id() -> String {
    String::new()
}
