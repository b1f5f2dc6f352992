//! Removing what crashes left behind among the lineages.

use std::fs::{self, DirEntry};
use std::path::Path;
use std::time::Duration;

use super::deleting::DELETED;
use super::{Store, file};

/// Nobody takes so long to write a file.
const STALE: Duration = Duration::from_secs(3600);

impl Store {
    /// Removes lineages that were being deleted, and files of lineages that were never finished. Registrations are left
    /// alone: what lies there may be the only copy.
    pub fn sweep(&self) {
        for entry in entries(&self.lineages_dir()) {
            match is_called(&entry, DELETED) {
                true => drop(fs::remove_dir_all(entry.path())),
                false => sweep_lineage(&entry.path()),
            }
        }
    }
}

fn sweep_lineage(lineage: &Path) {
    for place in [lineage.to_owned(), lineage.join("pending"), lineage.join("outputs")] {
        file::sweep(&place, STALE);
    }
}

fn is_called(entry: &DirEntry, start: &str) -> bool {
    entry.file_name().to_string_lossy().starts_with(start)
}

fn entries(directory: &Path) -> impl Iterator<Item = DirEntry> + use<> {
    fs::read_dir(directory).into_iter().flatten().flatten()
}
