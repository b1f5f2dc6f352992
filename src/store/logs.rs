//! What runs told: a file for each that had something to tell, and a line for every one that ended.
//!
//! Files are only ever appended to, whole lines at a time, or removed: runs side by side do not disturb each other.

mod reading;
mod rotation;

use std::fs::{File, OpenOptions, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
#[cfg(unix)]
use nix::fcntl::OFlag;
use serde::{Deserialize, Serialize};

use super::{Store, StoreError, file};
use crate::error::Kind;
use crate::event::Level;

pub use reading::Shortened;

/// No log of one run grows beyond this, in octets.
const MAX_LOG: u64 = 10 * 1024 * 1024;

/// One run of a command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// Sorts by when the run began: `20261125T173502Z-ab12cd`.
    pub id: String,
    /// `renew`, `acmeaccount add`.
    pub name: String,
    /// What was typed, without values that may be secret.
    pub command: String,
    pub began: Timestamp,
    /// The version of certdns.
    pub certdns: String,
}

impl Run {
    #[must_use]
    pub fn new(name: String, command: String, now: Timestamp) -> Run {
        let suffix = rand::random::<u32>() & 0x00ff_ffff;
        let id = format!("{}-{suffix:06x}", now.strftime("%Y%m%dT%H%M%SZ"));
        Run { id, name, command, began: now, certdns: env!("CARGO_PKG_VERSION").to_owned() }
    }
}

/// A run that ended, as the index has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ran {
    #[serde(flatten)]
    pub run: Run,
    /// `None` while it runs, and for one that was cut off.
    pub ended: Option<Ended>,
    /// Whether there is more to read about it.
    pub log: bool,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    /// Milliseconds.
    pub took_ms: u64,
    pub exit_code: u8,
    pub kind: Option<Kind>,
    /// How many lineages got a new certificate, and how many should have got one.
    #[serde(default)]
    pub renewed: usize,
    #[serde(default)]
    pub failed: usize,
}

/// One line of a log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub ts: Timestamp,
    pub run: String,
    pub level: Level,
    /// What kind of line it is; those of events have the event's code.
    pub event: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lineage: Option<String>,
    pub text: String,
    /// In the first line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begins: Option<Run>,
    /// In the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<Ended>,
}

/// The log of the run under way. Its file is made when the first line is put down.
#[derive(Debug)]
pub struct RunLog {
    path: PathBuf,
    file: Option<File>,
    written: u64,
}

impl RunLog {
    /// Puts whole lines down.
    ///
    /// # Errors
    /// When the file cannot be made or written.
    pub fn append(&mut self, lines: &[u8]) -> Result<(), StoreError> {
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(begin(&self.path)?),
        };
        file.write_all(lines).map_err(StoreError::write(&self.path))?;
        self.written += lines.len() as u64;
        Ok(())
    }

    /// Whether so many octets more would be too many.
    #[must_use]
    pub fn has_room(&self, octets: usize) -> bool {
        self.written + octets as u64 <= MAX_LOG
    }

    /// Whether anything was put down.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.written > 0
    }
}

impl Store {
    /// Whether there is a state directory. A log never makes it.
    #[must_use]
    pub fn exists(&self) -> bool {
        self.root.is_dir()
    }

    /// The log of a run that begins. Nothing is on disk yet.
    #[must_use]
    pub fn run_log(&self, run: &Run) -> RunLog {
        RunLog { path: self.log_file(&run.id), file: None, written: 0 }
    }

    /// Notes how a run ended.
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn note_run(&self, ran: &Ran) -> Result<(), StoreError> {
        let month = ran.run.began.strftime("%Y-%m");
        let path = self.logs_dir().join(format!("{INDEX}{month}.jsonl"));
        let line = json_line(ran);
        open(&path)?.write_all(&line).map_err(StoreError::write(&path))
    }

    /// Removes logs that are older than `keep`, and the oldest beyond `size` octets in all.
    ///
    /// # Errors
    /// When a file that is to go cannot be removed.
    pub fn rotate_logs(&self, keep: SignedDuration, size: u64, now: Timestamp) -> Result<(), StoreError> {
        let directory = self.logs_dir();
        let names = file::entries(&directory)?.into_iter();
        let files = names.map(|name| {
            let octets = directory.join(&name).metadata().map_or(0, |meta| meta.len());
            (name, octets)
        });
        let gone = rotation::to_go(files.collect(), keep, size, now);
        let gone = gone.iter().map(|name| directory.join(name)).filter(|path| !is_being_written(path, now));
        gone.into_iter().try_for_each(|path| file::remove(&path))
    }

    fn logs_dir(&self) -> PathBuf {
        self.root.join("logs")
    }

    fn log_file(&self, id: &str) -> PathBuf {
        self.logs_dir().join(format!("{id}.jsonl"))
    }
}

/// The names of the index's files begin so.
const INDEX: &str = "runs-";

/// One value as one line.
#[must_use]
pub(crate) fn json_line<T: Serialize>(value: &T) -> Vec<u8> {
    let mut line = serde_json::to_vec(value).expect("what certdns tells can be written as JSON");
    line.push(b'\n');
    line
}

/// A log that is being written is locked, so that it is not removed meanwhile.
fn begin(path: &Path) -> Result<File, StoreError> {
    let file = open(path)?;
    if cfg!(unix) {
        // Where files cannot be locked, its age alone protects it.
        let _ = file.try_lock();
    }
    Ok(file)
}

/// Whether a run still writes it: on Unix it holds a lock; elsewhere a lock would keep people from reading it, and what
/// was written to within the hour is taken for one.
fn is_being_written(path: &Path, now: Timestamp) -> bool {
    if cfg!(unix) {
        return File::open(path).is_ok_and(|file| matches!(file.try_lock(), Err(TryLockError::WouldBlock)));
    }
    let changed = path.metadata().and_then(|meta| meta.modified()).ok().and_then(|at| Timestamp::try_from(at).ok());
    changed.is_some_and(|at| now.duration_since(at) < SignedDuration::from_hours(1))
}

fn open(path: &Path) -> Result<File, StoreError> {
    file::create_directory(path.parent().unwrap_or(Path::new(".")))?;
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        // Whoever may write in this directory must not have us write elsewhere, or wait for him.
        let flags = OFlag::O_NOFOLLOW | OFlag::O_NONBLOCK;
        options.mode(0o600).custom_flags(flags.bits());
    }
    options.open(path).map_err(StoreError::write(path))
}

#[cfg(test)]
mod tests;
