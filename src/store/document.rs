//! JSON documents with a version: a newer one is refused politely, a damaged one is named and never overwritten.

use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::error::Category;
use zeroize::Zeroizing;

use super::{StoreError, file};

/// The version of every document that this certdns writes.
const VERSION: u64 = 1;

#[derive(Serialize)]
struct Versioned<'a, T> {
    version: u64,
    #[serde(flatten)]
    content: &'a T,
}

#[derive(Deserialize)]
struct Version {
    version: u64,
}

/// Reads a document; `None` when there is none.
pub(super) fn read<T: DeserializeOwned>(path: &Path) -> Result<Option<T>, StoreError> {
    let Some(text) = file::read(path)?.map(Zeroizing::new) else { return Ok(None) };
    let Version { version } = serde_json::from_slice(&text).map_err(|error| damaged(path, &error))?;
    if version > VERSION {
        return Err(StoreError::Newer { path: path.to_owned(), version });
    }
    serde_json::from_slice(&text).map(Some).map_err(|error| damaged(path, &error))
}

/// Writes a document atomically.
pub(super) fn write<T: Serialize>(path: &Path, content: &T) -> Result<(), StoreError> {
    file::write(path, &text(content))
}

/// A document as it stands in its file.
pub(super) fn text<T: Serialize>(content: &T) -> Zeroizing<Vec<u8>> {
    let text = serde_json::to_vec_pretty(&Versioned { version: VERSION, content });
    let mut text = Zeroizing::new(text.expect("what certdns keeps can be written as JSON"));
    text.push(b'\n');
    text
}

/// Where and what kind of damage; never the words of the parser, which can quote a secret.
fn damaged(path: &Path, error: &serde_json::Error) -> StoreError {
    let what = match error.classify() {
        Category::Syntax => "this is not JSON",
        Category::Eof => "the file ends too early",
        Category::Data => "a field is missing or of another type",
        Category::Io => "it cannot be read",
    };
    StoreError::Damaged { path: path.to_owned(), line: error.line(), column: error.column(), what }
}
