//! ACME accounts.

use std::path::{Path, PathBuf};

use url::Url;

use super::registrations::is_document;
use super::{Guard, Store, StoreError, document, file, lock, names};
use crate::acme::{Account, AccountKey};
use crate::event::SharedReporter;

impl Store {
    /// Every account; a file that cannot be read stands among the rest as its error.
    ///
    /// # Errors
    /// When a directory cannot be read.
    pub fn accounts(&self) -> Result<Vec<Result<Account, StoreError>>, StoreError> {
        let mut all = Vec::new();
        for authority in file::folders(&self.accounts_dir())? {
            all.extend(read_all(&authority)?);
        }
        Ok(all)
    }

    /// The accounts at one CA, oldest first.
    ///
    /// # Errors
    /// When one of them cannot be read: making another account instead would leave the pinned one behind.
    pub fn accounts_at(&self, directory: &Url) -> Result<Vec<Account>, StoreError> {
        let read = read_all(&self.accounts_dir().join(names::folder(directory)))?;
        let mut accounts: Vec<Account> = read.into_iter().collect::<Result<_, _>>()?;
        accounts.retain(|account| account.directory == *directory);
        accounts.sort_by_key(|account| account.created_at);
        Ok(accounts)
    }

    /// Keeps an account under its key's thumbprint.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn save_account(&self, thumbprint: &str, account: &Account) -> Result<(), StoreError> {
        let directory = self.accounts_dir().join(names::folder(&account.directory));
        // Base64url begins with `-` now and then, and file systems do not all tell capitals apart: 16 characters
        // of it are more than enough even then.
        let id: String = thumbprint.chars().take(16).collect();
        document::write(&directory.join(format!("key-{id}.json")), account)
    }

    /// Nobody else makes an account at this CA while the guard lives.
    ///
    /// # Errors
    /// When the lock file cannot be made.
    pub async fn lock_accounts(&self, directory: &Url, reporter: &SharedReporter) -> Result<Guard, StoreError> {
        let path = self.accounts_dir().join(format!("{}.lock", names::folder(directory)));
        lock::acquire(path, format!("the accounts at {directory}"), lock::PATIENCE, reporter).await
    }

    fn accounts_dir(&self) -> PathBuf {
        self.root.join("accounts")
    }
}

fn read_all(directory: &Path) -> Result<Vec<Result<Account, StoreError>>, StoreError> {
    let names = file::entries(directory)?.into_iter().filter(|name| is_document(name));
    Ok(names.filter_map(|name| read(&directory.join(name)).transpose()).collect())
}

/// An account whose key cannot sign is as good as damaged.
fn read(path: &Path) -> Result<Option<Account>, StoreError> {
    let account: Option<Account> = document::read(path)?;
    if let Some(account) = &account {
        let unusable = |source| StoreError::Unusable { path: path.to_owned(), source: Box::new(source) };
        AccountKey::from_pem(&account.key).map_err(unusable)?;
    }
    Ok(account)
}
