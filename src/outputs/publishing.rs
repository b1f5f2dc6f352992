//! A file for everybody: there whole or as it was before.

use std::io::{self, Write};
use std::path::Path;

use super::disk::{directory_of, rename, sync};
use super::replacing::see_place;
use super::{FileMode, OutputFault};

/// Writes a file that everybody may read. Whoever else writes it at the same time writes theirs: one of the two stays.
///
/// # Errors
/// When it cannot be written; then it is as it was before. A link is neither followed nor replaced.
pub fn publish(path: &Path, content: &[u8]) -> Result<(), OutputFault> {
    let path = &std::path::absolute(path).map_err(OutputFault::write(path))?;
    see_place(path)?;
    replace(path, content).map_err(OutputFault::write(path))
}

fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    // Hidden, and without the ending that others look for in such a directory.
    let builder = || tempfile::Builder::new().prefix(".certdns-").suffix(".new").tempfile_in(directory_of(path));
    let mut file = builder()?;
    file.write_all(content)?;
    make_readable(file.as_file())?;
    file.as_file().sync_all()?;
    let written = file.into_temp_path().keep().map_err(|error| error.error)?;
    rename(&written, path).inspect_err(|_| drop(std::fs::remove_file(&written)))?;
    sync(directory_of(path))
}

#[cfg(unix)]
fn make_readable(file: &std::fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(FileMode::READABLE.bits()))
}

/// The file takes the rights of its directory.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps)]
fn make_readable(_: &std::fs::File) -> io::Result<()> {
    let _ = FileMode::READABLE;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_replaced_whole_and_nothing_is_left_beside_it() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("status.html");
        publish(&path, b"one").unwrap();
        publish(&path, b"two").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 1);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o644);
        }
    }

    #[test]
    fn a_directory_that_is_missing_is_named() {
        let home = tempfile::tempdir().unwrap();
        let error = publish(&home.path().join("none/status.html"), b"one").unwrap_err();
        assert!(matches!(error, OutputFault::NoDirectory { .. }), "{error}");
    }
}
