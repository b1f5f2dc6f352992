//! Looks for accounts in a file, or below a folder.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::fault::ImportFault;
use super::{Found, clients, documents};
use crate::foreign::decoded;

/// No client keeps accounts deeper, and links may lead round in circles.
const DEPTH: usize = 8;
/// More is no folder of accounts.
const MAX_ENTRIES: usize = 20_000;

/// What was found, and what could not be read beside it.
#[derive(Debug)]
pub struct Looked {
    pub found: Vec<Found>,
    pub trouble: Vec<(PathBuf, ImportFault)>,
}

/// The accounts in a file, or in all files below a folder that are recognised; each once.
///
/// # Errors
/// When the path cannot be read, or nothing that can be used is found there.
pub fn find(path: &Path) -> Result<Looked, ImportFault> {
    let meta = fs::metadata(path).map_err(|source| ImportFault::Read { path: path.to_owned(), source })?;
    if meta.is_dir() {
        return below(path);
    }
    let found = clients::read(&clients::describing(path).unwrap_or_else(|| path.to_owned()))?;
    Ok(Looked { found: distinct(path, found)?, trouble: Vec::new() })
}

/// The accounts in a text from elsewhere.
///
/// # Errors
/// When there are none.
pub fn find_in_text(octets: &[u8]) -> Result<Vec<Found>, ImportFault> {
    let path = Path::new("-");
    distinct(path, documents::read(path, &decoded(octets)))
}

fn distinct(path: &Path, mut found: Vec<Found>) -> Result<Vec<Found>, ImportFault> {
    let mut seen = BTreeSet::new();
    found.retain(|one| seen.insert(one.fingerprint()));
    if found.is_empty() { Err(ImportFault::Nothing { path: path.to_owned() }) } else { Ok(found) }
}

/// One account that is damaged does not stand in the way of the others.
fn below(folder: &Path) -> Result<Looked, ImportFault> {
    let (files, mut trouble) = describing_files(folder)?;
    let mut found = Vec::new();
    for file in files {
        match clients::read(&file) {
            Ok(accounts) => found.extend(accounts),
            Err(fault) => trouble.push((file, fault)),
        }
    }
    if found.is_empty() && !trouble.is_empty() {
        return Err(trouble.swap_remove(0).1);
    }
    Ok(Looked { found: distinct(folder, found)?, trouble })
}

type Trouble = Vec<(PathBuf, ImportFault)>;

fn describing_files(folder: &Path) -> Result<(Vec<PathBuf>, Trouble), ImportFault> {
    let (mut folders, mut files, mut entries) = (vec![(folder.to_owned(), 0)], Vec::new(), 0);
    let (mut visited, mut trouble) = (BTreeSet::new(), Vec::new());
    while let Some((folder, depth)) = folders.pop() {
        // Links may lead to the same folder again.
        if !visited.insert(fs::canonicalize(&folder).unwrap_or_else(|_| folder.clone())) {
            continue;
        }
        let reading = match fs::read_dir(&folder) {
            Ok(reading) => reading.filter_map(|entry| Some(entry.ok()?.path())),
            Err(source) if depth == 0 => return Err(ImportFault::Read { path: folder, source }),
            Err(source) => {
                trouble.push((folder.clone(), ImportFault::Read { path: folder, source }));
                continue;
            }
        };
        for path in reading {
            entries += 1;
            if path.is_dir() && depth < DEPTH && entries < MAX_ENTRIES {
                folders.push((path, depth + 1));
            } else if path.is_file() && clients::may_describe(&path) {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok((files, trouble))
}
