//! Generations, and the stable path that shows one of them to servers.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{StoreError, file};
use crate::certificate::{Chain, PrivateKey};
use crate::secret::Secret;

/// The stable path below a lineage's directory.
pub(super) const LIVE: &str = "live";
const FULLCHAIN: &str = "fullchain.pem";
const PRIVKEY: &str = "privkey.pem";

/// Writes the next generation: into a directory beside, which gets its number when it is whole. Without a key where
/// that is not here.
pub(super) fn write_generation(lineage: &Path, key: Option<&PrivateKey>, chain: &Chain) -> Result<u32, StoreError> {
    let number = next_number(lineage)?;
    let path = generation(lineage, number);
    let building = lineage.join(format!(".{number:04}"));
    let wrong = || StoreError::write(&path);
    // A crash may have left one half-written.
    if building.exists() {
        fs::remove_dir_all(&building).map_err(wrong())?;
    }
    if let Some(key) = key.map(PrivateKey::to_pem) {
        file::write(&building.join(PRIVKEY), key.expose().as_bytes())?;
    }
    file::write(&building.join("cert.pem"), chain.cert_pem().as_bytes())?;
    file::write(&building.join("chain.pem"), chain.chain_pem().as_bytes())?;
    file::write(&building.join(FULLCHAIN), chain.fullchain_pem().as_bytes())?;
    fs::rename(&building, &path).map_err(wrong())?;
    file::sync_directory(lineage).map_err(wrong())?;
    Ok(number)
}

/// The numbers of the generations that are there, in order.
pub(super) fn numbers(lineage: &Path) -> Result<Vec<u32>, StoreError> {
    Ok(file::entries(lineage)?.into_iter().filter_map(|name| name.parse().ok()).collect())
}

/// One more than the highest that is there: a generation that was never committed keeps its number.
fn next_number(lineage: &Path) -> Result<u32, StoreError> {
    Ok(numbers(lineage)?.into_iter().max().unwrap_or(0) + 1)
}

fn generation(lineage: &Path, number: u32) -> PathBuf {
    lineage.join(name(number))
}

fn name(number: u32) -> String {
    format!("{number:04}")
}

/// Reads the chain of a generation, and sees that all files are what was written: a server must be able to start
/// with them. The key is looked at where it is, unless it is `elsewhere`, and just its public half is known.
pub(super) fn read_chain(lineage: &Path, number: u32, elsewhere: Option<&[u8]>) -> Result<Chain, StoreError> {
    let chain = read_certificates(lineage, number)?;
    let (key, file) = match elsewhere {
        Some(key) => (key.to_vec(), FULLCHAIN),
        None => (read_key(lineage, number)?.public_key(), PRIVKEY),
    };
    match key == chain.leaf().public_key {
        true => Ok(chain),
        false => Err(unusable(&generation(lineage, number), file)(Foreign)),
    }
}

/// Reads the chain of a generation, whosever key it is for.
pub(super) fn read_certificates(lineage: &Path, number: u32) -> Result<Chain, StoreError> {
    let directory = generation(lineage, number);
    let chain = Chain::parse(&text(&directory, FULLCHAIN)?).map_err(unusable(&directory, FULLCHAIN))?;
    let parts = format!("{}{}", text(&directory, "cert.pem")?, text(&directory, "chain.pem")?);
    if parts != chain.fullchain_pem() {
        return Err(unusable(&directory, "cert.pem")(Foreign));
    }
    Ok(chain)
}

/// Whether the private key of a generation is here.
pub(super) fn has_key(lineage: &Path, number: u32) -> bool {
    generation(lineage, number).join(PRIVKEY).exists()
}

/// Reads the private key of a generation.
pub(super) fn read_key(lineage: &Path, number: u32) -> Result<PrivateKey, StoreError> {
    let directory = generation(lineage, number);
    let key = PrivateKey::from_pem(&Secret::new(text(&directory, PRIVKEY)?));
    key.map_err(unusable(&directory, PRIVKEY))
}

/// A file that does not fit to the others of its generation.
#[derive(Debug, thiserror::Error)]
#[error("it does not belong to the certificate beside it")]
struct Foreign;

fn text(directory: &Path, name: &str) -> Result<String, StoreError> {
    let path = directory.join(name);
    let content = file::read(&path)?.ok_or_else(|| StoreError::read(&path)(io::ErrorKind::NotFound.into()))?;
    Ok(String::from_utf8_lossy(&content).into_owned())
}

fn unusable<E: std::error::Error + Send + Sync + 'static>(
    directory: &Path,
    name: &str,
) -> impl FnOnce(E) -> StoreError {
    let path = directory.join(name);
    move |source| StoreError::Unusable { path, source: Box::new(source) }
}

/// Whether `live` shows this generation.
#[cfg(unix)]
pub(super) fn shows(lineage: &Path, number: u32) -> bool {
    fs::read_link(lineage.join(LIVE)).is_ok_and(|target| target == Path::new(&name(number)))
}

/// Makes `live` show this generation, by one rename: servers see the old files or the new ones, never a mixture.
#[cfg(unix)]
pub(super) fn publish(lineage: &Path, number: u32) -> Result<(), StoreError> {
    let (live, next) = (lineage.join(LIVE), lineage.join(".live"));
    if fs::symlink_metadata(&live).is_ok_and(|found| !found.is_symlink()) {
        return Err(StoreError::InTheWay { path: live });
    }
    let swap = || {
        match fs::remove_file(&next) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        std::os::unix::fs::symlink(name(number), &next)?;
        fs::rename(&next, &live)?;
        file::sync_directory(lineage)
    };
    swap().map_err(StoreError::write(&live))
}

#[cfg(not(unix))]
const FILES: [&str; 4] = [PRIVKEY, "cert.pem", "chain.pem", FULLCHAIN];

/// Whether `live` shows this generation.
#[cfg(not(unix))]
pub(super) fn shows(lineage: &Path, number: u32) -> bool {
    let same = |file: &&str| {
        let content = |directory: PathBuf| fs::read(directory.join(file)).ok();
        content(generation(lineage, number)) == content(lineage.join(LIVE))
    };
    generation(lineage, number).join(FULLCHAIN).exists() && FILES.iter().all(|file| same(&file))
}

/// Makes `live` show this generation, file by file: symbolic links need rights that few users have on Windows.
#[cfg(not(unix))]
pub(super) fn publish(lineage: &Path, number: u32) -> Result<(), StoreError> {
    for name in FILES {
        let path = generation(lineage, number).join(name);
        match fs::read(&path) {
            Ok(content) => file::write(&lineage.join(LIVE).join(name), &content)?,
            // The key of this generation is not here: that of the one before must not stay beside its certificate.
            Err(error) if error.kind() == io::ErrorKind::NotFound && name == PRIVKEY => {
                file::remove(&lineage.join(LIVE).join(name))?;
            }
            Err(error) => return Err(StoreError::read(&path)(error)),
        }
    }
    Ok(())
}
