//! Writing all files of a lineage or none: each is prepared beside its place, then all are renamed; when one fails,
//! the others are put back.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::{FileMode, OutputFault};

/// A file as it is to be. What was there before says nothing about its mode and owner.
pub struct File {
    pub path: PathBuf,
    pub bytes: Zeroizing<Vec<u8>>,
    pub mode: FileMode,
    /// `None`: whoever runs certdns.
    pub owner: Option<String>,
    pub group: Option<String>,
}

/// Writes all of them.
///
/// # Errors
/// What one of them could not be written for; then every file is as it was before.
pub fn replace_all(files: &[File]) -> Result<(), OutputFault> {
    let staged: Vec<Staged> = files.iter().map(Staged::prepare).collect::<Result<_, _>>()?;
    place_all(&staged)
}

/// Whether a file can be written at this path at all. A symbolic link there is neither followed nor replaced: either
/// might surprise. (Links on the way to it are followed.)
pub(super) fn see_place(path: &Path) -> Result<(), OutputFault> {
    let directory = directory_of(path);
    if !directory.is_dir() {
        return Err(OutputFault::NoDirectory { path: directory.to_owned() });
    }
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => Err(OutputFault::Link { path: path.to_owned() }),
        Ok(found) if found.is_dir() => Err(OutputFault::Directory { path: path.to_owned() }),
        _ => Ok(()),
    }
}

/// Whether this machine knows owner and group.
#[cfg(unix)]
pub(super) fn see_owner(owner: Option<&str>, group: Option<&str>) -> Result<(), OutputFault> {
    owner.map(super::owner::user).transpose()?;
    group.map(super::owner::group).transpose().map(drop)
}

#[cfg(not(unix))]
pub(super) fn see_owner(owner: Option<&str>, group: Option<&str>) -> Result<(), OutputFault> {
    if owner.or(group).is_some() { Err(OutputFault::NotUnix) } else { Ok(()) }
}

/// A file that is ready beside its place, with what is there now kept. Dropping it tidies up.
struct Staged {
    path: PathBuf,
    new: PathBuf,
    old: PathBuf,
    /// Whether there was a file before.
    replaces: bool,
}

impl Drop for Staged {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.new);
        let _ = fs::remove_file(&self.old);
    }
}

impl Staged {
    fn prepare(file: &File) -> Result<Staged, OutputFault> {
        see_place(&file.path)?;
        let path = file.path.clone();
        let mut staged = Staged { new: beside(&path, "new"), old: beside(&path, "old"), replaces: false, path };
        let written = staged.write(file).map_err(OutputFault::write(&file.path))?;
        own(&written, file)?;
        staged.replaces = staged.keep_old().map_err(OutputFault::write(&file.path))?;
        Ok(staged)
    }

    fn write(&self, file: &File) -> io::Result<fs::File> {
        let mut writing = create(&self.new)?;
        writing.write_all(&file.bytes)?;
        writing.sync_all()?;
        Ok(writing)
    }

    /// A second name for the file that is there, with its mode and owner; a copy where the file system has no such.
    fn keep_old(&self) -> io::Result<bool> {
        remove(&self.old)?;
        match fs::hard_link(&self.path, &self.old) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(_) => fs::copy(&self.path, &self.old).map(|_| true),
            Ok(()) => Ok(true),
        }
    }

    fn place(&self) -> Result<(), OutputFault> {
        rename(&self.new, &self.path).map_err(OutputFault::write(&self.path))
    }

    fn put_back(&self) -> io::Result<()> {
        if self.replaces { rename(&self.old, &self.path) } else { remove(&self.path) }
    }
}

/// Owner before mode: nobody else can read it in between.
#[cfg(unix)]
fn own(written: &fs::File, file: &File) -> Result<(), OutputFault> {
    use std::os::unix::fs::{PermissionsExt, fchown};
    let owner = file.owner.as_deref().map(super::owner::user).transpose()?;
    let group = file.group.as_deref().map(super::owner::group).transpose()?;
    let change = || {
        if owner.is_some() || group.is_some() {
            fchown(written, owner, group)?;
        }
        written.set_permissions(fs::Permissions::from_mode(file.mode.bits()))
    };
    change().map_err(OutputFault::write(&file.path))
}

/// The file takes the rights of its directory.
#[cfg(not(unix))]
fn own(_: &fs::File, file: &File) -> Result<(), OutputFault> {
    see_owner(file.owner.as_deref(), file.group.as_deref())
}

fn place_all(staged: &[Staged]) -> Result<(), OutputFault> {
    for (number, one) in staged.iter().enumerate() {
        if let Err(fault) = one.place() {
            return Err(put_back(&staged[..number], fault));
        }
    }
    // What a power cut takes back is seen and done again by the next run.
    for one in staged {
        let _ = sync(directory_of(&one.path));
    }
    Ok(())
}

fn put_back(placed: &[Staged], fault: OutputFault) -> OutputFault {
    let put = |fault, one: &Staged| match one.put_back() {
        Ok(()) => fault,
        Err(_) => OutputFault::NotPutBack { path: one.path.clone(), source: Box::new(fault) },
    };
    placed.iter().rev().fold(fault, put)
}

fn directory_of(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new("."))
}

/// A hidden name in the same directory, always the same: what a crash left there is removed by the next run.
fn beside(path: &Path, what: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.certdns-{what}"))
}

/// A file that was not there, for its owner only.
fn create(path: &Path) -> io::Result<fs::File> {
    remove(path)?;
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(unix)]
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

/// A reader that holds the old file open makes replacing fail for a moment.
#[cfg(not(unix))]
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    let mut pause = std::time::Duration::from_millis(10);
    loop {
        match fs::rename(from, to) {
            Err(_) if pause < std::time::Duration::from_secs(1) => std::thread::sleep(pause),
            done => return done,
        }
        pause *= 2;
    }
}

#[cfg(unix)]
fn sync(directory: &Path) -> io::Result<()> {
    fs::File::open(directory)?.sync_all()
}

#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps)]
fn sync(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
#[cfg(unix)]
mod tests;
