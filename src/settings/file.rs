//! Reads the configuration file; an unknown key is named with its line and the nearest known key.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use toml::de::DeTable;

use super::certificates::CERTIFICATE_KEYS;
use super::layer::{KEYS, Layer};
use super::values::config_path;
use super::{Environment, SettingsError};

/// Where the file is: the named one, else the default one.
pub(super) fn path(named: Option<&Path>, environment: Environment<'_>) -> Option<PathBuf> {
    named.map(Path::to_owned).or_else(|| config_path(environment))
}

/// The named file, which must be there, or the default one, which may be missing.
pub(super) fn read(named: Option<&Path>, environment: Environment<'_>) -> Result<Layer, SettingsError> {
    let Some(path) = path(named, environment) else { return Ok(Layer::default()) };
    match std::fs::read_to_string(&path) {
        Ok(text) => parse(&path, &text).map(|layer| layer.relative_to(&directory_of(&path))),
        Err(error) if error.kind() == ErrorKind::NotFound && named.is_none() => Ok(Layer::default()),
        Err(source) => Err(SettingsError::ReadConfig { path, source }),
    }
}

fn directory_of(path: &Path) -> PathBuf {
    let directory = path.parent().map(Path::to_owned).unwrap_or_default();
    std::path::absolute(&directory).unwrap_or(directory)
}

pub(super) fn parse(path: &Path, text: &str) -> Result<Layer, SettingsError> {
    let wrong = |error: toml::de::Error| {
        let line = error.span().map_or(1, |span| line_of(text, span.start));
        SettingsError::Config { path: path.to_owned(), line, problem: error.message().to_owned() }
    };
    let table = DeTable::parse(text).map_err(wrong)?;
    let unknown = unknown(table.get_ref(), KEYS).or_else(|| unknown_of_certificates(table.get_ref()));
    if let Some((key, start, known)) = unknown {
        let (line, nearest) = (line_of(text, start), nearest(&key, known));
        return Err(SettingsError::UnknownKey { path: path.to_owned(), line, key, nearest, known });
    }
    let layer: Layer = toml::from_str(text).map_err(wrong)?;
    Ok(layer.placed(|start| line_of(text, start)))
}

/// A key, where it begins, and the keys that there are.
type Unknown = (String, usize, &'static [&'static str]);

fn unknown(table: &DeTable<'_>, known: &'static [&'static str]) -> Option<Unknown> {
    let key = table.keys().find(|key| !known.contains(&key.get_ref().as_ref()))?;
    Some((key.get_ref().to_string(), key.span().start, known))
}

fn unknown_of_certificates(table: &DeTable<'_>) -> Option<Unknown> {
    let list = table.get("certificate")?.get_ref().as_array()?;
    list.iter().find_map(|one| unknown(one.get_ref().as_table()?, CERTIFICATE_KEYS))
}

/// The key that was meant: one that begins so, else the one that is spelt alike; `None` where none is.
fn nearest(key: &str, keys: &'static [&'static str]) -> Option<&'static str> {
    let begins = keys.iter().filter(|known| key.len() > 2 && known.starts_with(key)).min_by_key(|known| known.len());
    let alike = || {
        let near = keys.iter().map(|known| (strsim::damerau_levenshtein(key, known), known));
        near.filter(|(distance, known)| distance * 2 < known.len()).min_by_key(|(distance, _)| *distance)
    };
    begins.or_else(|| alike().map(|(_, known)| known)).copied()
}

fn line_of(text: &str, offset: usize) -> usize {
    1 + text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count()
}
