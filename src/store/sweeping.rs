//! Removing what crashes left behind among the lineages.

use std::fs::{self, DirEntry};
use std::path::Path;
use std::time::Duration;

use super::Store;
use super::deleting::DELETED;
use super::file::TEMPORARY;

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
    let places = [lineage.to_owned(), lineage.join("pending"), lineage.join("outputs")];
    let stale = places.iter().flat_map(|place| entries(place)).filter(is_stale);
    stale.for_each(|entry| drop(fs::remove_file(entry.path())));
}

fn is_stale(entry: &DirEntry) -> bool {
    let age = || entry.metadata().ok()?.modified().ok()?.elapsed().ok();
    is_called(entry, TEMPORARY) && age().is_some_and(|age| age > STALE)
}

fn is_called(entry: &DirEntry, start: &str) -> bool {
    entry.file_name().to_string_lossy().starts_with(start)
}

fn entries(directory: &Path) -> impl Iterator<Item = DirEntry> + use<> {
    fs::read_dir(directory).into_iter().flatten().flatten()
}
