//! Lineages that are not wanted any more.

use super::{Store, StoreError, file};

/// Before the name of a lineage that is being deleted: no lineage, and hidden.
const DELETED: &str = ".deleted-";

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

    /// Removes what a crash left of lineages that were deleted.
    pub fn sweep(&self) {
        let entries = std::fs::read_dir(self.lineages_dir()).into_iter().flatten().flatten();
        let deleted = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(DELETED));
        deleted.for_each(|entry| drop(std::fs::remove_dir_all(entry.path())));
    }
}
