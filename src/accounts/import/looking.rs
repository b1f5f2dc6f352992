//! Looks for accounts in a file, or below a folder.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::fault::ImportFault;
use super::{Found, clients, documents};

/// No client keeps accounts deeper, and links may lead round in circles.
const DEPTH: usize = 8;
/// More is no folder of accounts.
const MAX_ENTRIES: usize = 20_000;

/// The accounts in a file, or in all files below a folder that are recognised; each once.
///
/// # Errors
/// When the path cannot be read, nothing is found there, or a key is missing.
pub fn find(path: &Path) -> Result<Vec<Found>, ImportFault> {
    let meta = fs::metadata(path).map_err(|source| ImportFault::Read { path: path.to_owned(), source })?;
    let found = if meta.is_dir() {
        below(path)?
    } else {
        clients::read(&clients::describing(path).unwrap_or_else(|| path.to_owned()))?
    };
    distinct(path, found)
}

/// The accounts in a text from elsewhere.
///
/// # Errors
/// When there are none.
pub fn find_in_text(octets: &[u8]) -> Result<Vec<Found>, ImportFault> {
    let path = Path::new("-");
    distinct(path, documents::read(path, &clients::decoded(octets)))
}

fn distinct(path: &Path, mut found: Vec<Found>) -> Result<Vec<Found>, ImportFault> {
    let mut seen = BTreeSet::new();
    found.retain(|one| seen.insert(one.fingerprint()));
    if found.is_empty() { Err(ImportFault::Nothing { path: path.to_owned() }) } else { Ok(found) }
}

fn below(folder: &Path) -> Result<Vec<Found>, ImportFault> {
    let (mut found, mut trouble) = (Vec::new(), None);
    for file in describing_files(folder)? {
        match clients::read(&file) {
            Ok(accounts) => found.extend(accounts),
            Err(fault) => trouble = trouble.or(Some(fault)),
        }
    }
    // One account that is damaged does not stand in the way of the others.
    match trouble.filter(|_| found.is_empty()) {
        Some(fault) => Err(fault),
        None => Ok(found),
    }
}

fn describing_files(folder: &Path) -> Result<Vec<PathBuf>, ImportFault> {
    let (mut folders, mut files, mut entries) = (vec![(folder.to_owned(), 0)], Vec::new(), 0);
    while let Some((folder, depth)) = folders.pop() {
        let reading = match fs::read_dir(&folder) {
            Err(source) if depth == 0 => return Err(ImportFault::Read { path: folder, source }),
            reading => reading.into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())),
        };
        for path in reading {
            entries += 1;
            if path.is_dir() && depth < DEPTH && entries < MAX_ENTRIES {
                folders.push((path, depth + 1));
            } else if clients::may_describe(&path) {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}
