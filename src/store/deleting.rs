//! Lineages that are not wanted any more.

use super::{Store, StoreError, file};

/// Before the name of a lineage that is being deleted: no lineage, and hidden.
pub(super) const DELETED: &str = ".deleted-";

impl Store {
    /// Deletes a lineage with all its keys: it is gone by one rename. The caller holds its lock.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub fn delete_lineage(&self, name: &str) -> Result<(), StoreError> {
        self.sweep();
        let (path, gone) = (self.lineage_dir(name), self.lineages_dir().join(format!("{DELETED}{name}")));
        let delete = || {
            std::fs::rename(&path, &gone)?;
            file::sync_directory(&self.lineages_dir())?;
            match std::fs::remove_dir_all(&gone) {
                // Another process swept it away meanwhile.
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
                done => done,
            }
        };
        delete().map_err(StoreError::write(&path))
    }
}
