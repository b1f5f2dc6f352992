//! Files with secrets that a person asked for: new ones only, for their owner only.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::secret::Secret;

/// Only a new file: a terminal (`/dev/stdout`) and what is there already are no places for a key.
pub(super) fn new_file(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = create(path)?;
    let written = file.write_all(content).and_then(|()| file.sync_all());
    written.inspect_err(|_| drop(std::fs::remove_file(path)))
}

/// The same, there whole or not at all.
pub(super) fn new_whole_file(path: &Path, content: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // On Unix it is made with mode 0600; on Windows who may read is what the folder says.
    let mut file = tempfile::Builder::new().prefix(".new-").tempfile_in(folder).map_err(without_path)?;
    file.write_all(content).map_err(without_path)?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map_err(|error| without_path(error.error))?;
    sync_folder(folder)
}

/// The path that was wanted is told; that of the temporary file is nobody's.
fn without_path(error: io::Error) -> io::Error {
    if error.raw_os_error().is_some() { error } else { error.kind().into() }
}

/// Makes the name of a new file last through a power cut.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Windows keeps no handle to a folder that could be synced.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps)]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Files below a folder, which is made if need be: all of them or none.
pub(super) fn new_files(folder: &Path, files: &[(String, Secret)]) -> Result<(), (PathBuf, io::Error)> {
    let mut made: Vec<PathBuf> = Vec::new();
    let (mut folders, mut failed) = (Vec::new(), None);
    for (name, content) in files {
        let path = folder.join(name);
        let above = path.parent().unwrap_or(folder);
        let written = create_folders(above, &mut folders).and_then(|()| new_file(&path, content.expose().as_bytes()));
        match written {
            Ok(()) => made.push(path),
            Err(error) => {
                failed = Some((path, error));
                break;
            }
        }
    }
    let Some(failed) = failed else { return Ok(()) };
    for path in &made {
        let _ = std::fs::remove_file(path);
    }
    for folder in folders.iter().rev() {
        let _ = std::fs::remove_dir(folder);
    }
    Err(failed)
}

fn create_folders(folder: &Path, made: &mut Vec<PathBuf>) -> io::Result<()> {
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    create_folders(folder.parent().unwrap_or(Path::new("")), made)?;
    create_folder(folder)?;
    made.push(folder.to_owned());
    Ok(())
}

#[cfg(unix)]
fn create_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().mode(0o700).create(folder)
}

/// Who may read is what the folder above says.
#[cfg(not(unix))]
fn create_folder(folder: &Path) -> io::Result<()> {
    std::fs::create_dir(folder)
}

fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}
