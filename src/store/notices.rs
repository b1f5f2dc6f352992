//! What people were told, and what they are still to be told.

use std::path::PathBuf;
use std::time::Duration;

use super::{Guard, Store, StoreError, document, lock};
use crate::event::SharedReporter;
use crate::notices::Notices;

/// Longer than another process takes to deliver.
const PATIENCE: Duration = Duration::from_secs(3 * 60);

impl Store {
    /// What is known; nothing where nothing was told yet.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn notices(&self) -> Result<Notices, StoreError> {
        document::read(&self.notices_file()).map(Option::unwrap_or_default)
    }

    /// Keeps what is known, if that changes anything.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn save_notices(&self, notices: &Notices) -> Result<(), StoreError> {
        match self.notices()? == *notices {
            true => Ok(()),
            false => document::write(&self.notices_file(), notices),
        }
    }

    /// Moves what cannot be read out of the way, to `notices.json.damaged`; what a newer certdns wrote stays.
    pub fn put_notices_aside(&self) {
        if !matches!(self.notices(), Ok(_) | Err(StoreError::Newer { .. })) {
            // Where that fails, saving does so, too, and tells why.
            let _ = std::fs::rename(self.notices_file(), self.root.join("notices.json.damaged"));
        }
    }

    /// Nobody else tells anybody anything while the guard lives.
    ///
    /// # Errors
    /// When the lock file cannot be made, or somebody else holds it for long.
    pub async fn lock_notices(&self, reporter: &SharedReporter) -> Result<Guard, StoreError> {
        lock::acquire(self.root.join("notices.lock"), "notices".to_owned(), PATIENCE, reporter).await
    }

    fn notices_file(&self) -> PathBuf {
        self.root.join("notices.json")
    }
}
