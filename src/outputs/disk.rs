//! Files beside their places, for their owner only.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

pub(super) fn directory_of(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new("."))
}

/// A hidden name in the same directory, always the same: what a crash left there is removed by the next run.
pub(super) fn beside(path: &Path, what: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.certdns-{what}"))
}

/// A file that was not there, for its owner only.
pub(super) fn create(path: &Path) -> io::Result<fs::File> {
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

pub(super) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(unix)]
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

/// A reader that holds the old file open makes replacing fail for a moment.
#[cfg(not(unix))]
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
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
pub(super) fn sync(directory: &Path) -> io::Result<()> {
    fs::File::open(directory)?.sync_all()
}

#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps)]
pub(super) fn sync(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Opens a regular file, and nothing else: no link is followed, no pipe waited for.
pub(super) fn open(path: &Path) -> io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use nix::libc::{O_NOFOLLOW, O_NONBLOCK};
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(O_NOFOLLOW | O_NONBLOCK);
    }
    let file = options.open(path)?;
    match file.metadata()?.is_file() && fs::symlink_metadata(path)?.is_file() {
        true => Ok(file),
        false => Err(io::Error::other("it is no regular file")),
    }
}

/// What is in a regular file.
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?.read_to_end(&mut bytes).map(|_| bytes)
}

/// A second name for a file, with its mode and owner; a copy where the file system has no such.
pub(super) fn link(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Err(error) if is_without_links(&error) => copy(from, to),
        done => done,
    }
}

fn is_without_links(error: &io::Error) -> bool {
    // EPERM (link(2): "the file system does not support hard links"), and Windows's ERROR_INVALID_FUNCTION.
    const NOT_PERMITTED: i32 = 1;
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::TooManyLinks)
        || error.raw_os_error() == Some(NOT_PERMITTED)
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let (mut from, mut to) = (open(from)?, create(to)?);
    io::copy(&mut from, &mut to)?;
    give(&to, &from.metadata()?)?;
    to.sync_all()
}

/// Owner before mode. Who cannot give files away keeps the copy to themselves.
#[cfg(unix)]
fn give(copy: &fs::File, like: &fs::Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let given = fchown(copy, Some(like.uid()), Some(like.gid())).is_ok();
    let mode = like.mode() & if given { 0o777 } else { 0o700 };
    copy.set_permissions(fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps)]
fn give(_: &fs::File, _: &fs::Metadata) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_copy_follows_no_link_and_keeps_the_mode() {
        let home = tempfile::tempdir().unwrap();
        let [real, link, there] = ["real", "link", "there"].map(|name| home.path().join(name));
        fs::write(&real, "text").unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o604)).unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        assert!(copy(&link, &there).is_err() && !there.exists());
        std::os::unix::fs::symlink(home.path().join("victim"), &there).unwrap();
        copy(&real, &there).unwrap();
        assert_eq!(fs::read_to_string(&there).unwrap(), "text");
        assert!(!there.is_symlink() && !home.path().join("victim").exists());
        assert_eq!(fs::metadata(&there).unwrap().permissions().mode() & 0o777, 0o604);
    }

    #[test]
    fn only_where_there_are_no_hard_links_is_a_copy_made() {
        use nix::libc::{EACCES, EEXIST, EMLINK, ENOSPC, ENOTSUP, EPERM};
        let is = |code| is_without_links(&io::Error::from_raw_os_error(code));
        assert_eq!([EPERM, EMLINK, ENOTSUP, EEXIST, EACCES, ENOSPC].map(is), [true, true, true, false, false, false]);
    }
}
