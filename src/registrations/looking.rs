//! Looks for registrations in a file, or below a folder.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::fault::LookFault;
use super::formats::{self, Beside, Client, Entry, Flaw};
use super::neighbours;
use crate::foreign::{bounded, decoded};

/// A thousand registrations take a third of a megabyte.
pub const MAX_FILE: u64 = 4 * 1024 * 1024;
/// No client keeps registrations deeper, and links may lead round in circles.
const DEPTH: usize = 8;
/// More is no folder of registrations.
const MAX_ENTRIES: usize = 20_000;

/// What one file holds.
#[derive(Debug)]
pub struct Found {
    pub client: Client,
    pub path: PathBuf,
    pub entries: Vec<Result<Entry, Flaw>>,
    /// Whether other users of this machine can read it.
    pub exposed: bool,
}

/// What was found, and what could not be read beside it.
#[derive(Debug, Default)]
pub struct Looked {
    pub found: Vec<Found>,
    pub trouble: Vec<(PathBuf, LookFault)>,
}

/// The registrations in a file, or in all files below a folder that are recognised.
///
/// # Errors
/// When the path cannot be read, or nothing is found there.
pub fn find(path: &Path) -> Result<Looked, LookFault> {
    let meta = fs::metadata(path).map_err(|source| LookFault::Read { path: path.to_owned(), source })?;
    let looked = if meta.is_dir() { below(path)? } else { one(path)? };
    match looked.found.is_empty() && looked.trouble.is_empty() {
        true => Err(LookFault::Nothing { path: path.to_owned() }),
        false => Ok(looked),
    }
}

/// The registrations in a text from elsewhere.
///
/// # Errors
/// When there are none.
pub fn find_in_text(octets: &[u8]) -> Result<Found, LookFault> {
    let path = Path::new("-");
    let contents = formats::read(path, &decoded(octets), &Beside::default());
    match contents.map_err(|flaw| LookFault::flawed(path, flaw))? {
        Some(contents) => {
            Ok(Found { client: contents.client, path: path.to_owned(), entries: contents.entries, exposed: false })
        }
        None => Err(LookFault::Nothing { path: path.to_owned() }),
    }
}

fn one(path: &Path) -> Result<Looked, LookFault> {
    let found = read(path)?.into_iter().collect();
    Ok(Looked { found, trouble: Vec::new() })
}

/// One file that is damaged does not stand in the way of the others.
fn below(folder: &Path) -> Result<Looked, LookFault> {
    let (files, mut trouble) = files(folder)?;
    let mut found = Vec::new();
    for file in files {
        match read(&file) {
            Ok(one) => found.extend(one),
            Err(fault) => trouble.push((file, fault)),
        }
    }
    Ok(Looked { found, trouble })
}

fn read(path: &Path) -> Result<Option<Found>, LookFault> {
    let wrong = |source| LookFault::Read { path: path.to_owned(), source };
    let file = fs::File::open(path).map_err(wrong)?;
    let exposed = file.metadata().is_ok_and(|meta| is_exposed(&meta));
    let text = decoded(&bounded(file, MAX_FILE).map_err(wrong)?);
    let beside = Beside { account_conf: neighbours::account_conf(path) };
    let contents = formats::read(path, &text, &beside);
    let Some(contents) = contents.map_err(|flaw| LookFault::flawed(path, flaw))? else {
        return Ok(None);
    };
    let server = neighbours::server(path, contents.client);
    let entries = contents.entries.into_iter().map(|entry| entry.map(|entry| entry.at(server.clone()))).collect();
    Ok(Some(Found { client: contents.client, path: path.to_owned(), entries, exposed }))
}

#[cfg(unix)]
fn is_exposed(meta: &fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    meta.is_file() && meta.permissions().mode() & 0o044 != 0
}

/// Who may read is in the access control list, which is the folder's.
#[cfg(not(unix))]
fn is_exposed(_: &fs::Metadata) -> bool {
    false
}

type Trouble = Vec<(PathBuf, LookFault)>;

/// The files below a folder that may hold registrations, in order. Links that lead out of it are told, not followed:
/// only what was named is read.
fn files(root: &Path) -> Result<(Vec<PathBuf>, Trouble), LookFault> {
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        move |source| LookFault::Read { path, source }
    };
    let home = fs::canonicalize(root).map_err(unreadable(root))?;
    let (mut folders, mut files, mut entries) = (vec![(root.to_owned(), 0)], Vec::new(), 0);
    let (mut visited, mut trouble) = (BTreeSet::new(), Vec::new());
    while let Some((folder, depth)) = folders.pop() {
        // Links may lead to the same folder again.
        if !visited.insert(fs::canonicalize(&folder).unwrap_or_else(|_| folder.clone())) {
            continue;
        }
        let reading = match fs::read_dir(&folder) {
            Ok(reading) => reading,
            Err(source) if depth == 0 => return Err(unreadable(&folder)(source)),
            Err(source) => {
                trouble.push((folder.clone(), unreadable(&folder)(source)));
                continue;
            }
        };
        for path in reading.filter_map(|entry| Some(entry.ok()?.path())) {
            entries += 1;
            let is_wanted = path.is_dir() || (path.is_file() && formats::may_hold(&path));
            if !is_wanted || entries > MAX_ENTRIES || is_aside(&path) {
                continue;
            }
            if fs::canonicalize(&path).is_ok_and(|real| !real.starts_with(&home)) {
                trouble.push((path.clone(), LookFault::Outside { path }));
            } else if path.is_file() {
                files.push(path);
            } else if depth < DEPTH {
                folders.push((path, depth + 1));
            }
        }
    }
    files.sort();
    trouble.sort_by(|a, b| a.0.cmp(&b.0));
    Ok((files, trouble))
}

/// What was set aside in a state directory is not in use there.
fn is_aside(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "aside")
}
