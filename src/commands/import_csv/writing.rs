//! Adding entries to the configuration file: at its end, so that all that is there stays as it is.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::fault::CsvFault;
use super::listed::Listed;
use super::{clash, entries};
use crate::commands::apply::{Entry, entry};
use crate::context::Context;
use crate::error::{Doing, Result};
use crate::settings::Settings;

/// Adds the entries, or leaves the file as it is; gives its path.
///
/// # Errors
/// When one is listed there already, or the file cannot be written.
pub(super) fn add(cx: &Context, listed: &[Listed], toml: &str) -> Result<PathBuf> {
    let path = cx.settings.config_file.clone().ok_or(CsvFault::NoFile)?;
    unknown(cx, listed, &path)?;
    let written = |source| CsvFault::Write { path: path.clone(), source };
    let before = match fs::read_to_string(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        read => read.map_err(written)?,
    };
    let gap = if before.is_empty() || before.ends_with("\n\n") { "" } else { "\n" };
    let end = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
    let whole = format!("{before}{end}{gap}{toml}");
    Settings::check_file(&path, &whole).doing("the entries cannot stand behind what is there")?;
    replace(&path, &whole).map_err(written)?;
    Ok(path)
}

/// Entries of the file that `apply` would refuse are for `apply` to tell.
fn unknown(cx: &Context, listed: &[Listed], path: &Path) -> Result<()> {
    let there: Vec<Entry> = cx.settings.certificates.iter().filter_map(|one| entry(cx, one).ok()).collect();
    for new in entries(listed) {
        let (line, new) = (new.line, entry(cx, new)?);
        for old in &there {
            if let Some(what) = clash(old, &new)? {
                return Err(CsvFault::Known { line, path: path.to_owned(), there: old.line, what }.into());
            }
        }
    }
    Ok(())
}

/// The whole file by one rename, with the owner and the rights that it had; a link to it stays a link.
fn replace(path: &Path, content: &str) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(directory)?;
    let mut file = tempfile::NamedTempFile::new_in(directory)?;
    file.write_all(content.as_bytes())?;
    if let Ok(meta) = fs::metadata(&path) {
        own(file.as_file(), &meta)?;
        file.as_file().set_permissions(meta.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(&path)?;
    Ok(())
}

/// Whoever had the file has it still, where that is for us to give.
#[cfg(unix)]
fn own(file: &fs::File, meta: &fs::Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let now = file.metadata()?;
    if (now.uid(), now.gid()) == (meta.uid(), meta.gid()) {
        return Ok(());
    }
    fchown(file, Some(meta.uid()), Some(meta.gid()))
}

#[cfg(not(unix))]
fn own(_: &fs::File, _: &fs::Metadata) -> io::Result<()> {
    Ok(())
}
