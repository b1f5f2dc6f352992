//! What is being replaced, written down before the first file is and crossed out after the last: a crash in between
//! would leave a certificate beside the key of another.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::disk::{beside, create, directory_of, read, remove, rename, sync};
use super::{OutputFault, digest};

/// Puts back what a crash left half-replaced; gives whether there was anything.
///
/// # Errors
/// When the journal cannot be read, or a file cannot be put back. What was there before is kept then.
pub fn put_back(journal: &Path) -> Result<bool, OutputFault> {
    let journal = Journal::at(journal);
    let Some(entries) = journal.read()? else { return Ok(false) };
    for entry in entries.iter().rev() {
        entry.put_back().map_err(|error| entry.not_put_back(Some(OutputFault::write(entry.path())(error))))?;
    }
    journal.end().map(|()| true)
}

/// One file that is being replaced.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Entry {
    /// Not every path is text.
    pub path: OsString,
    /// Whether there was a file before.
    pub replaces: bool,
    /// Of what takes its place.
    pub digest: String,
}

impl Entry {
    pub(super) fn path(&self) -> &Path {
        Path::new(&self.path)
    }

    /// Where the file is kept that was there before.
    pub(super) fn old(&self) -> PathBuf {
        beside(self.path(), "old")
    }

    /// What somebody else put there since is left alone.
    pub(super) fn put_back(&self) -> io::Result<()> {
        let ours = match read(self.path()) {
            Ok(bytes) => digest(&bytes) == self.digest,
            Err(error) if error.kind() == io::ErrorKind::NotFound => self.replaces,
            Err(error) => return Err(error),
        };
        match (ours, self.replaces) {
            (false, _) => {}
            (true, false) => remove(self.path())?,
            (true, true) => match rename(&self.old(), self.path()) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            },
        }
        // Of two names for one file, renaming leaves both.
        remove(&self.old())?;
        let _ = sync(directory_of(self.path()));
        Ok(())
    }

    pub(super) fn not_put_back(&self, source: Option<OutputFault>) -> OutputFault {
        let kept = self.replaces.then(|| self.old());
        OutputFault::NotPutBack { path: self.path().to_owned(), kept, source: source.map(Box::new) }
    }
}

pub(super) struct Journal<'a> {
    path: &'a Path,
}

impl Journal<'_> {
    pub(super) fn at(path: &Path) -> Journal<'_> {
        Journal { path }
    }

    /// On disk before anything is replaced.
    pub(super) fn begin(&self, entries: &[Entry]) -> Result<(), OutputFault> {
        let new = beside(self.path, "new");
        let write = || {
            let mut file = create(&new)?;
            file.write_all(&serde_json::to_vec_pretty(entries)?)?;
            file.sync_all()?;
            rename(&new, self.path)?;
            sync(directory_of(self.path))
        };
        write().map_err(OutputFault::write(self.path))
    }

    pub(super) fn end(&self) -> Result<(), OutputFault> {
        remove(self.path).map_err(OutputFault::write(self.path))?;
        let _ = sync(directory_of(self.path));
        Ok(())
    }

    fn read(&self) -> Result<Option<Vec<Entry>>, OutputFault> {
        let entries = match read(self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            bytes => bytes.and_then(|bytes| Ok(serde_json::from_slice(&bytes)?)),
        };
        entries.map(Some).map_err(|source| OutputFault::Journal { path: self.path.to_owned(), source })
    }
}
