//! What can be wrong with the state directory.

use std::io;
use std::path::PathBuf;

use crate::error::{Explain, Hint, Kind};

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("could not read {}", path.display())]
    Read { path: PathBuf, source: io::Error },
    #[error("could not write {}", path.display())]
    Write { path: PathBuf, source: io::Error },
    #[error("could not lock {}", path.display())]
    Lock { path: PathBuf, source: io::Error },
    #[error("locks do not work on the file system of {}: two that ask for the same one both get it", path.display())]
    LocksInVain { path: PathBuf },
    #[error("another certdns is still working on {what}")]
    Busy { what: String },
    #[error("{} is damaged at line {line}, column {column}: {what}", path.display())]
    Damaged { path: PathBuf, line: usize, column: usize, what: &'static str },
    #[error("{} was written by a newer certdns (version {version} of its format)", path.display())]
    Newer { path: PathBuf, version: u64 },
    #[error("{} cannot be used", path.display())]
    Unusable { path: PathBuf, source: Box<dyn std::error::Error + Send + Sync> },
    #[error("{} is in the way: certdns keeps a symbolic link there", path.display())]
    InTheWay { path: PathBuf },
}

impl StoreError {
    pub(super) fn read(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> StoreError {
        let path = path.into();
        move |source| StoreError::Read { path, source }
    }

    pub(super) fn write(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> StoreError {
        let path = path.into();
        move |source| StoreError::Write { path, source }
    }
}

impl Explain for StoreError {
    fn kind(&self) -> Kind {
        match self {
            StoreError::Busy { .. } => Kind::TryLater,
            _ => Kind::Failed,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        vec![Hint::new(match self {
            StoreError::Write { source, .. } | StoreError::Lock { source, .. } => write_hint(source),
            StoreError::Read { source, .. } if source.kind() == io::ErrorKind::PermissionDenied => {
                "run certdns as the user who owns the state directory, or name another with `--state-dir`"
            }
            StoreError::Read { source, .. } if source.kind() == io::ErrorKind::NotFound => {
                "restore the file from a backup"
            }
            StoreError::Read { .. } => "check that the state directory is what it should be (`--state-dir`)",
            StoreError::Damaged { .. } | StoreError::Unusable { .. } => {
                "restore the file from a backup, or move it aside; certdns never overwrites what it cannot read"
            }
            StoreError::InTheWay { .. } => "move it aside, then run the same command again",
            StoreError::Busy { .. } => "run the same command again when the other one has finished",
            StoreError::LocksInVain { .. } => {
                "name a state directory on a local disk with `--state-dir`, or mount this file system with locks"
            }
            StoreError::Newer { .. } => "upgrade certdns on this machine; the file is left as it is",
        })]
    }
}

fn write_hint(source: &io::Error) -> &'static str {
    match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "free some space, then run the same command again: it carries on from here"
        }
        io::ErrorKind::ReadOnlyFilesystem => {
            "the file system is read-only; name a state directory elsewhere with `--state-dir`"
        }
        io::ErrorKind::PermissionDenied => {
            "run certdns as the user who owns the state directory, or name another with `--state-dir`"
        }
        // ENOLCK and EOPNOTSUPP of a network file system are these, or have no name.
        io::ErrorKind::Unsupported => {
            "this file system has no locks; name a state directory on a local disk with `--state-dir`"
        }
        _ => "check the state directory (`--state-dir`), then run the same command again",
    }
}
