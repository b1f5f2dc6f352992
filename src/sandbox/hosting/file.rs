//! The zone file on disk: read again whenever it was edited, changed in one step.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, SystemTime};

use hickory_proto::rr::Name;
use tempfile::NamedTempFile;

use super::lines;
use super::serial;
use super::zone::Zone;
use crate::serve::asked::Asked;

/// File systems count time in steps of up to two seconds (FAT): within one, an edit may not show.
const COARSEST_CLOCK: Duration = Duration::from_secs(2);

/// A zone file that people and programs edit while it is served.
pub struct ZoneFile {
    path: PathBuf,
    apex: Name,
    asked: Asked,
    loaded: Mutex<Loaded>,
}

impl ZoneFile {
    /// # Errors
    /// When the file cannot be read, or is no zone file (`InvalidData`).
    pub fn open(path: PathBuf, apex: Name, asked: Asked) -> io::Result<ZoneFile> {
        let stamp = Stamp::of(&path)?;
        let text = fs::read_to_string(&path)?;
        let zone = Arc::new(Zone::parse(&apex, &text).map_err(invalid)?);
        let loaded = Mutex::new(Loaded { stamp: Some(stamp), text, zone });
        Ok(ZoneFile { path, apex, asked, loaded })
    }

    /// The zone as the file has it now. While the file is unreadable or wrong, the last good zone;
    /// each new fault is noted once.
    pub fn zone(&self) -> Arc<Zone> {
        let mut loaded = self.lock();
        if let Err(fault) = loaded.refresh(&self.path, &self.apex) {
            self.asked.note(format!("zone file error: {fault}"));
        }
        Arc::clone(&loaded.zone)
    }

    /// # Errors
    /// When a line is no record of the zone (`InvalidData`), or the file cannot be read or replaced.
    pub fn append(&self, more: &[impl AsRef<str>]) -> io::Result<()> {
        self.edit(|text| {
            let text = lines::with(text, more);
            Zone::parse(&self.apex, &text).map_err(invalid)?;
            Ok(text)
        })
    }

    /// Drops the records of a name; none is fine, too.
    ///
    /// # Errors
    /// When the name is none (`InvalidInput`), or the file cannot be read or replaced.
    pub fn remove(&self, name: &str) -> io::Result<()> {
        self.edit(|text| {
            let wrong = |error| io::Error::new(io::ErrorKind::InvalidInput, error);
            lines::without(text, &self.apex, name).map_err(wrong)
        })
    }

    fn edit(&self, change: impl FnOnce(&str) -> io::Result<String>) -> io::Result<()> {
        let _one_edit_at_a_time = self.lock();
        let old = fs::read_to_string(&self.path)?;
        let new = change(&old)?;
        if new == old { Ok(()) } else { replace(&self.path, &serial::raised(&new)) }
    }

    fn lock(&self) -> MutexGuard<'_, Loaded> {
        self.loaded.lock().expect("neither reading nor editing panics")
    }
}

struct Loaded {
    /// `None` while the file cannot be read.
    stamp: Option<Stamp>,
    text: String,
    zone: Arc<Zone>,
}

impl Loaded {
    fn refresh(&mut self, path: &Path, apex: &Name) -> Result<(), String> {
        match self.read_if_edited(path) {
            Ok(Some(text)) => {
                self.text = text;
                self.zone = Arc::new(Zone::parse(apex, &self.text)?);
                Ok(())
            }
            Ok(None) => Ok(()),
            Err(error) => self.stamp.take().map_or(Ok(()), |_| Err(error.to_string())),
        }
    }

    fn read_if_edited(&mut self, path: &Path) -> io::Result<Option<String>> {
        let stamp = Stamp::of(path)?; // before reading: an edit after it shows next time
        if stamp.settled && self.stamp == Some(stamp) {
            return Ok(None);
        }
        let text = fs::read_to_string(path)?;
        self.stamp = Some(stamp);
        Ok((text != self.text).then_some(text))
    }
}

/// What tells two states of a file apart without reading it.
#[derive(Clone, Copy, PartialEq)]
struct Stamp {
    modified: SystemTime,
    length: u64,
    /// Whether it was old enough when looked at that a later edit has another time.
    settled: bool,
}

impl Stamp {
    fn of(path: &Path) -> io::Result<Stamp> {
        let metadata = fs::metadata(path)?;
        let modified = metadata.modified()?;
        let settled = modified.elapsed().is_ok_and(|age| age > COARSEST_CLOCK);
        Ok(Stamp { modified, length: metadata.len(), settled })
    }
}

/// Temporary file, then rename: a reader sees the old file or the new one, never half of one.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = NamedTempFile::new_in(directory)?;
    file.write_all(text.as_bytes())?;
    // temporary files are for their owner alone; zone files are not
    file.as_file().set_permissions(fs::metadata(path)?.permissions())?;
    file.persist(path)?;
    Ok(())
}

fn invalid(fault: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, fault)
}
