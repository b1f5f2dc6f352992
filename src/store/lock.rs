//! Locks across processes, which a crash releases.

use std::collections::HashMap;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, PoisonError};
use std::time::Duration;

use tokio::sync::{Mutex, OwnedMutexGuard};

use super::{StoreError, file, reach};
use crate::event::{Event, SharedReporter};

/// Longer than any issuance takes.
pub(super) const PATIENCE: Duration = Duration::from_secs(15 * 60);

/// Holds a lock until dropped. After acquiring one, see again whether the work still needs to be done.
#[derive(Debug)]
pub struct Guard {
    _file: File,
    _turn: Option<OwnedMutexGuard<()>>,
}

/// Waits for the lock file at `path`; tells that it waits, and for what. The file stays: removing it would let two
/// processes hold two different files of the same name.
pub(super) async fn acquire(
    path: PathBuf,
    what: String,
    patience: Duration,
    reporter: &SharedReporter,
) -> Result<Guard, StoreError> {
    let turn = tokio::time::timeout(patience, turn(&path).lock_owned()).await;
    let turn = Some(turn.map_err(|_| StoreError::Busy { what: what.clone() })?);
    let file = open(&path)?;
    let wrong = |source| StoreError::Lock { path: path.clone(), source };
    match file.try_lock() {
        Ok(()) => {
            reach::warn(&path, &file, reporter);
            return held(&path, file, turn, try_second);
        }
        Err(TryLockError::WouldBlock) => reporter.report(Event::WaitingForLock { what: what.clone() }),
        Err(TryLockError::Error(source)) => return Err(wrong(source)),
    }
    let waiting = tokio::task::spawn_blocking(move || file.lock().map(|()| file));
    let waited = tokio::time::timeout(patience, waiting).await.map_err(|_| StoreError::Busy { what })?;
    let file = waited.expect("waiting for a lock does not panic").map_err(wrong)?;
    held(&path, file, turn, try_second)
}

/// Sees that the lock keeps others out: some network file systems give everybody every lock. `second` asks for it once
/// more.
fn held(
    path: &Path,
    file: File,
    turn: Option<OwnedMutexGuard<()>>,
    second: impl FnOnce(&Path) -> Result<(), TryLockError>,
) -> Result<Guard, StoreError> {
    match second(path) {
        Err(TryLockError::WouldBlock) => Ok(Guard { _file: file, _turn: turn }),
        Ok(()) => Err(StoreError::LocksInVain { path: path.to_owned() }),
        Err(TryLockError::Error(source)) => Err(StoreError::Lock { path: path.to_owned(), source }),
    }
}

fn try_second(path: &Path) -> Result<(), TryLockError> {
    let file = OpenOptions::new().read(true).write(true).open(path).map_err(TryLockError::Error)?;
    file.try_lock()
}

/// Within this process tasks wait for each other in turn, and nobody is told that another process is in the way.
fn turn(path: &Path) -> Arc<Mutex<()>> {
    static TURNS: LazyLock<std::sync::Mutex<HashMap<PathBuf, Arc<Mutex<()>>>>> = LazyLock::new(Default::default);
    let mut turns = TURNS.lock().unwrap_or_else(PoisonError::into_inner);
    turns.entry(path.to_owned()).or_default().clone()
}

/// Takes the lock if nobody has it.
pub(super) fn try_acquire(path: PathBuf) -> Result<Option<Guard>, StoreError> {
    let file = open(&path)?;
    match file.try_lock() {
        Ok(()) => held(&path, file, None, try_second).map(Some),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(source)) => Err(StoreError::Lock { path, source }),
    }
}

fn open(path: &Path) -> Result<File, StoreError> {
    file::create_directory(path.parent().unwrap_or(Path::new(".")))?;
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path).map_err(|source| StoreError::Lock { path: path.to_owned(), source })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(second: impl FnOnce(&Path) -> Result<(), TryLockError>) -> Result<(), StoreError> {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("x.lock");
        let file = open(&path).unwrap();
        file.try_lock().unwrap();
        held(&path, file, None, second).map(drop)
    }

    #[test]
    fn a_lock_that_keeps_nobody_out_is_refused() {
        taken(try_second).unwrap();
        assert!(matches!(taken(|_| Ok(())), Err(StoreError::LocksInVain { .. })));
        let none = || TryLockError::Error(std::io::ErrorKind::Unsupported.into());
        assert!(matches!(taken(|_| Err(none())), Err(StoreError::Lock { .. })));
    }
}
