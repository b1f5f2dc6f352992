//! Which outputs of a lineage were written, so that what is missing or stale is seen.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use aws_lc_rs::rand;
use base64::prelude::{BASE64_URL_SAFE_NO_PAD as BASE64URL, Engine};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{Lineage, Store, StoreError, document, file};
use crate::outputs::{Outputs, PASSWORD_FILE, digest};
use crate::secret::Secret;

/// What was written last, all of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivered {
    pub generation: u32,
    pub outputs: Outputs,
    /// The SHA-256 of each file by its path.
    pub files: BTreeMap<String, String>,
}

impl Delivered {
    /// Whether this file is there as it was written.
    #[must_use]
    pub fn stands(&self, path: &Path) -> bool {
        let found = std::fs::read(path).ok().map(|bytes| digest(&bytes));
        found.is_some() && found.as_ref() == self.files.get(&path.display().to_string())
    }
}

impl Store {
    /// What was written last; `None` when nothing was.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn delivered(&self, lineage: &str) -> Result<Option<Delivered>, StoreError> {
        document::read(&self.delivered_file(lineage))
    }

    /// Notes what was written. Files of before that are not wanted any more are removed from the lineage's own
    /// directory; copies elsewhere are left to their servers.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn save_delivered(&self, lineage: &str, delivered: &Delivered) -> Result<(), StoreError> {
        let directory = self.outputs_path(lineage);
        let made = delivered.outputs.pfx.as_ref().is_some_and(|pfx| pfx.password_file.is_none());
        for name in file::entries(&directory)? {
            let path = directory.join(&name);
            let password = name == PASSWORD_FILE && made;
            if !password && !delivered.files.contains_key(&path.display().to_string()) {
                file::remove(&path)?;
            }
        }
        document::write(&self.delivered_file(lineage), delivered)
    }

    /// Keeps what is wanted of a lineage from now on.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn set_outputs(&self, name: &str, outputs: &Outputs) -> Result<(), StoreError> {
        let Some(lineage) = self.lineage(name)? else { return Ok(()) };
        document::write(&self.lineage_file(name), &Lineage { outputs: outputs.clone(), ..lineage })
    }

    /// The password of a lineage's PKCS#12 file: made once, then kept beside it.
    ///
    /// # Errors
    /// When it can be neither read nor written.
    pub fn pfx_password(&self, lineage: &str) -> Result<Secret, StoreError> {
        let path = self.outputs_path(lineage).join(PASSWORD_FILE);
        let kept = file::read(&path)?.map(Zeroizing::new).unwrap_or_default();
        let kept = Secret::new(String::from_utf8_lossy(&kept).trim_end());
        if !kept.expose().is_empty() {
            return Ok(kept);
        }
        let mut octets = [0; 18];
        let filled = rand::fill(&mut octets);
        filled.map_err(|_| StoreError::write(&path)(std::io::Error::other("there is no randomness")))?;
        let password = Secret::new(BASE64URL.encode(octets));
        file::write(&path, format!("{}\n", password.expose()).as_bytes())?;
        Ok(password)
    }

    /// The directory for outputs, made when it is not there.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn outputs_dir(&self, lineage: &str) -> Result<PathBuf, StoreError> {
        let path = self.outputs_path(lineage);
        file::create_directory(&path).map(|()| path)
    }

    /// Where outputs are that were not given a path of their own.
    #[must_use]
    pub fn outputs_path(&self, lineage: &str) -> PathBuf {
        self.lineage_dir(lineage).join("outputs")
    }

    /// The journal of outputs that are being replaced. It is there after a crash only.
    #[must_use]
    pub fn delivering_file(&self, lineage: &str) -> PathBuf {
        self.lineage_dir(lineage).join("outputs-journal.json")
    }

    fn delivered_file(&self, lineage: &str) -> PathBuf {
        self.lineage_dir(lineage).join("outputs.json")
    }
}
