//! Reads the configuration file; an unknown key is named with its line and the nearest known key.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use toml::de::DeTable;

use super::layer::{KEYS, Layer};
use super::values::config_path;
use super::{Environment, SettingsError};

/// The named file, which must be there, or the default one, which may be missing.
pub(super) fn read(named: Option<&Path>, environment: Environment<'_>) -> Result<Layer, SettingsError> {
    let default = config_path(environment);
    let Some(path) = named.map(Path::to_owned).or(default) else { return Ok(Layer::default()) };
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
    for key in table.get_ref().keys() {
        if !KEYS.contains(&key.get_ref().as_ref()) {
            return Err(unknown(path, line_of(text, key.span().start), key.get_ref()));
        }
    }
    toml::from_str(text).map_err(wrong)
}

fn unknown(path: &Path, line: usize, key: &str) -> SettingsError {
    SettingsError::UnknownKey { path: path.to_owned(), line, key: key.to_owned(), nearest: nearest(key), known: KEYS }
}

/// The key that was meant: one that begins so, else the one that is spelt alike; `None` where none is.
fn nearest(key: &str) -> Option<&'static str> {
    let begins = KEYS.iter().filter(|known| key.len() > 2 && known.starts_with(key)).min_by_key(|known| known.len());
    let alike = || {
        let near = KEYS.iter().map(|known| (strsim::damerau_levenshtein(key, known), known));
        near.filter(|(distance, known)| distance * 2 < known.len()).min_by_key(|(distance, _)| *distance)
    };
    begins.or_else(|| alike().map(|(_, known)| known)).copied()
}

fn line_of(text: &str, offset: usize) -> usize {
    1 + text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count()
}
