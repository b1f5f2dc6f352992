//! Writing all files of a lineage or none: each is prepared beside its place, then all are renamed; when one fails,
//! the others are put back. A journal lives as long as the renaming, so that a crash in it is made good later.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::disk::{beside, create, directory_of, link, remove, rename, sync};
use super::journal::{Entry, Journal};
use super::{FileMode, OutputFault, digest};

/// A file as it is to be. What was there before says nothing about its mode and owner.
pub struct File {
    pub path: PathBuf,
    pub bytes: Zeroizing<Vec<u8>>,
    pub mode: FileMode,
    /// `None`: whoever runs certdns.
    pub owner: Option<String>,
    pub group: Option<String>,
}

/// Writes all of them. What an earlier run left undone is to be put back first, with [`super::put_back`].
///
/// # Errors
/// What one of them could not be written for; then every file is as it was before.
pub fn replace_all(files: &[File], journal: &Path) -> Result<(), OutputFault> {
    let mut staged: Vec<Staged> = files.iter().map(Staged::prepare).collect::<Result<_, _>>()?;
    place_all(&mut staged, &Journal::at(journal))
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
        Ok(found) if !found.is_file() => Err(OutputFault::Irregular { path: path.to_owned() }),
        _ => Ok(()),
    }
}

/// Whether this machine knows owner and group.
#[cfg(unix)]
pub(super) fn see_owner(owner: Option<&str>, group: Option<&str>) -> Result<(), OutputFault> {
    if let Some(name) = owner {
        super::owner::may_own(name)?;
    }
    group.map(super::owner::group).transpose().map(drop)
}

#[cfg(not(unix))]
pub(super) fn see_owner(owner: Option<&str>, group: Option<&str>) -> Result<(), OutputFault> {
    if owner.or(group).is_some() { Err(OutputFault::NotUnix) } else { Ok(()) }
}

/// A file that is ready beside its place, with what is there now kept. Dropping it tidies up.
struct Staged {
    entry: Entry,
    new: PathBuf,
    /// Whether what was there before is still needed.
    kept: bool,
}

impl Drop for Staged {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.new);
        if !self.kept {
            let _ = fs::remove_file(self.entry.old());
        }
    }
}

impl Staged {
    fn prepare(file: &File) -> Result<Staged, OutputFault> {
        see_place(&file.path)?;
        let entry = Entry { path: file.path.clone().into(), replaces: false, digest: digest(&file.bytes) };
        let mut staged = Staged { new: beside(&file.path, "new"), entry, kept: false };
        let written = staged.write(file).map_err(OutputFault::write(&file.path))?;
        own(&written, file)?;
        staged.entry.replaces = staged.keep_old().map_err(OutputFault::write(&file.path))?;
        Ok(staged)
    }

    fn write(&self, file: &File) -> io::Result<fs::File> {
        let mut writing = create(&self.new)?;
        writing.write_all(&file.bytes)?;
        writing.sync_all()?;
        Ok(writing)
    }

    fn keep_old(&self) -> io::Result<bool> {
        let old = self.entry.old();
        remove(&old)?;
        match link(self.entry.path(), &old) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
            // Since it was looked at, a link may have been put there.
            Ok(()) if fs::symlink_metadata(&old)?.is_file() => Ok(true),
            Ok(()) => Err(io::Error::other("it is no regular file")),
        }
    }

    fn place(&self) -> Result<(), OutputFault> {
        rename(&self.new, self.entry.path()).map_err(OutputFault::write(self.entry.path()))
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

fn place_all(staged: &mut [Staged], journal: &Journal) -> Result<(), OutputFault> {
    let entries: Vec<Entry> = staged.iter().map(|one| one.entry.clone()).collect();
    let directories = || entries.iter().for_each(|one| drop(sync(directory_of(one.path()))));
    directories();
    journal.begin(&entries)?;
    for number in 0..staged.len() {
        if let Err(fault) = staged[number].place() {
            return Err(take_back(&mut staged[..number], journal, fault));
        }
    }
    directories();
    // From here on, what was there before is not wanted any more; the next run would put it back otherwise.
    journal.end().map_err(|fault| take_back(staged, journal, fault))
}

/// What cannot be put back stays beside its place, and in the journal for the next run.
fn take_back(placed: &mut [Staged], journal: &Journal, fault: OutputFault) -> OutputFault {
    let mut fault = fault;
    for one in placed.iter_mut().rev() {
        if one.entry.put_back().is_err() {
            one.kept = true;
            fault = one.entry.not_put_back(Some(fault));
        }
    }
    if placed.iter().all(|one| !one.kept) {
        // Where it stays: all is as it was, and the next run sees that.
        let _ = journal.end();
    }
    fault
}

#[cfg(test)]
#[cfg(unix)]
mod tests;
