//! Files that are there whole or not at all, and for their owner only.

use std::fs;
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::{NamedTempFile, TempPath};

use super::StoreError;

/// Before the name of a file that is being written.
const UNFINISHED: &str = ".new-";
/// Before the name of a file that waits for what can be had only once: filled and not yet renamed, it is the only copy,
/// so nobody sweeps it away.
const RESERVED: &str = ".room-";
/// Nothing that certdns keeps comes near this size.
const MAX_FILE: u64 = 4 * 1024 * 1024;

/// The content of a file; `None` when there is none.
pub(super) fn read(path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    let wrong = StoreError::read(path);
    let file = match fs::File::open(path) {
        Ok(file) => file,
        Err(error) if is_missing(&error) => return Ok(None),
        Err(error) => return Err(wrong(error)),
    };
    let mut content = Vec::new();
    match file.take(MAX_FILE + 1).read_to_end(&mut content) {
        Ok(_) if content.len() as u64 <= MAX_FILE => Ok(Some(content)),
        Ok(_) => Err(wrong(io::Error::new(io::ErrorKind::FileTooLarge, "the file is over 4 MiB"))),
        Err(error) => Err(wrong(error)),
    }
}

/// Writes a file atomically: a crash leaves the old content or the new.
pub(super) fn write(path: &Path, content: &[u8]) -> Result<(), StoreError> {
    let directory = path.parent().unwrap_or(Path::new("."));
    create_directory(directory)?;
    replace(directory, path, content).map_err(StoreError::write(path))
}

fn replace(directory: &Path, path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = temporary(directory, UNFINISHED)?;
    file.as_file_mut().write_all(content)?;
    file.as_file().sync_all()?;
    persist(file.into_temp_path(), path)?;
    sync_directory(directory)
}

/// On Unix a temporary file is made with mode 0600; on Windows it inherits the directory's owner-only ACL.
fn temporary(directory: &Path, prefix: &str) -> io::Result<NamedTempFile> {
    tempfile::Builder::new().prefix(prefix).tempfile_in(directory)
}

/// Removes files that a killed process left unfinished in a directory, so long ago that nobody works on them.
pub(super) fn sweep(directory: &Path, age: Duration) {
    let old = |entry: &fs::DirEntry| {
        let modified = entry.metadata().and_then(|meta| meta.modified());
        modified.is_ok_and(|at| at.elapsed().is_ok_and(|since| since > age))
    };
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    let unfinished = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(UNFINISHED));
    unfinished.filter(old).for_each(|entry| drop(fs::remove_file(entry.path())));
}

/// Room on the disk for a file whose content can be had only once.
pub(super) struct Reserved {
    file: NamedTempFile,
    path: PathBuf,
}

impl Reserved {
    /// Takes room for `size` octets where `path` will be.
    pub(super) fn at(path: PathBuf, size: usize) -> Result<Reserved, StoreError> {
        let directory = path.parent().unwrap_or(Path::new("."));
        create_directory(directory)?;
        let reserve = || {
            let mut file = temporary(directory, RESERVED)?;
            // Not zeros: some file systems keep no room for those.
            file.as_file_mut().write_all(&vec![b'.'; size])?;
            file.as_file().sync_all()?;
            Ok(file)
        };
        let file = reserve().map_err(StoreError::write(&path))?;
        Ok(Reserved { file, path })
    }

    /// Puts the content where the room was, and the file in its place.
    pub(super) fn fill(mut self, content: &[u8]) -> Result<(), StoreError> {
        let wrong = StoreError::write(&self.path);
        let fill = || {
            self.file.as_file_mut().rewind()?;
            self.file.as_file_mut().write_all(content)?;
            self.file.as_file().set_len(content.len() as u64)?;
            self.file.as_file().sync_all()?;
            persist(self.file.into_temp_path(), &self.path)?;
            sync_directory(self.path.parent().unwrap_or(Path::new(".")))
        };
        fill().map_err(wrong)
    }
}

/// A file that is whole on disk, beside its place.
pub(super) struct Staged {
    written: TempPath,
    path: PathBuf,
}

impl Staged {
    /// Writes the content beside `path`; dropped, it is gone again.
    pub(super) fn at(path: PathBuf, content: &[u8]) -> Result<Staged, StoreError> {
        let directory = path.parent().unwrap_or(Path::new("."));
        create_directory(directory)?;
        let stage = || {
            let mut file = temporary(directory, UNFINISHED)?;
            file.as_file_mut().write_all(content)?;
            file.as_file().sync_all()?;
            // Closed: many may be staged at once.
            Ok(file.into_temp_path())
        };
        let written = stage().map_err(StoreError::write(&path))?;
        Ok(Staged { written, path })
    }

    /// Puts the file in its place, whatever is there.
    pub(super) fn place(self) -> Result<(), StoreError> {
        let wrong = StoreError::write(&self.path);
        let directory = self.path.parent().unwrap_or(Path::new(".")).to_owned();
        persist(self.written, &self.path).and_then(|()| sync_directory(&directory)).map_err(wrong)
    }
}

#[cfg(unix)]
fn persist(file: TempPath, path: &Path) -> io::Result<()> {
    file.persist(path).map_err(|error| error.error)
}

/// A reader that holds the old file open (a virus scanner, a server) makes replacing fail for a moment.
#[cfg(not(unix))]
fn persist(mut file: TempPath, path: &Path) -> io::Result<()> {
    let mut pause = std::time::Duration::from_millis(10);
    loop {
        match file.persist(path) {
            Ok(_) => return Ok(()),
            Err(error) if pause > std::time::Duration::from_secs(2) => return Err(error.error),
            Err(error) => file = error.path,
        }
        std::thread::sleep(pause);
        pause *= 2;
    }
}

/// Removes a file; one that is not there is no fault.
pub(super) fn remove(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if !is_missing(&error) => Err(StoreError::write(path)(error)),
        _ => Ok(()),
    }
}

/// Makes a directory and those above it, for the owner only.
pub(super) fn create_directory(path: &Path) -> Result<(), StoreError> {
    if path.is_dir() {
        return Ok(());
    }
    if let Some(above) = path.parent().filter(|above| !above.as_os_str().is_empty()) {
        create_directory(above)?;
    }
    match create_owner_only(path) {
        // Another process was quicker.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        result => result.map_err(StoreError::write(path)),
    }
}

#[cfg(unix)]
fn create_owner_only(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().mode(0o700).create(path)
}

/// A protected ACL for SYSTEM, administrators and the owner; files below inherit it. `%ProgramData%` would let
/// every user read.
#[cfg(windows)]
#[allow(unsafe_code)]
fn create_owner_only(path: &Path) -> io::Result<()> {
    use std::os::windows::ffi::OsStrExt;
    use std::ptr::{from_ref, null_mut};
    use windows_sys::Win32::Foundation::LocalFree;
    use windows_sys::Win32::Security::Authorization::{
        ConvertStringSecurityDescriptorToSecurityDescriptorW, SDDL_REVISION_1,
    };
    use windows_sys::Win32::Security::SECURITY_ATTRIBUTES;
    use windows_sys::Win32::Storage::FileSystem::CreateDirectoryW;

    let wide = |text: &std::ffi::OsStr| text.encode_wide().chain([0]).collect::<Vec<u16>>();
    let rights = wide("D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;OW)".as_ref());
    let name = wide(path.as_os_str());
    let mut descriptor = null_mut();
    // SAFETY: both strings end in NUL and outlive the calls; the descriptor is freed once, after its last use.
    unsafe {
        if ConvertStringSecurityDescriptorToSecurityDescriptorW(
            rights.as_ptr(),
            SDDL_REVISION_1,
            &mut descriptor,
            null_mut(),
        ) == 0
        {
            return Err(io::Error::last_os_error());
        }
        let attributes = SECURITY_ATTRIBUTES {
            nLength: u32::try_from(size_of::<SECURITY_ATTRIBUTES>()).unwrap_or(0),
            lpSecurityDescriptor: descriptor,
            bInheritHandle: 0,
        };
        let made = CreateDirectoryW(name.as_ptr(), from_ref(&attributes));
        let error = io::Error::last_os_error();
        LocalFree(descriptor.cast());
        if made == 0 { Err(error) } else { Ok(()) }
    }
}

/// Makes a rename in this directory last through a power cut.
#[cfg(unix)]
pub(super) fn sync_directory(path: &Path) -> io::Result<()> {
    fs::File::open(path)?.sync_all()
}

/// Windows keeps no handle to a directory that could be synced.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps)]
pub(super) fn sync_directory(_: &Path) -> io::Result<()> {
    Ok(())
}

/// The entries of a directory by name, in order; none when it is not there. What a crash left half-written is no entry.
pub(super) fn entries(directory: &Path) -> Result<Vec<String>, StoreError> {
    let reading = match fs::read_dir(directory) {
        Ok(reading) => reading,
        Err(error) if is_missing(&error) => return Ok(Vec::new()),
        Err(error) => return Err(StoreError::read(directory)(error)),
    };
    let names: io::Result<Vec<_>> = reading.map(|entry| entry.map(|entry| entry.file_name())).collect();
    let names = names.map_err(StoreError::read(directory))?;
    let mut names: Vec<String> = names.into_iter().filter_map(|name| name.into_string().ok()).collect();
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    Ok(names)
}

/// The directories among the entries of a directory.
pub(super) fn folders(directory: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let paths = entries(directory)?.into_iter().map(|name| directory.join(name));
    Ok(paths.filter(|path| path.is_dir()).collect())
}

fn is_missing(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::NotFound
}
