//! ACME accounts.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use url::Url;
use zeroize::Zeroizing;

use super::registrations::is_document;
use super::{Guard, Store, StoreError, document, file, lock, names};
use crate::acme::{Account, AccountKey};
use crate::event::SharedReporter;

/// Which account is used at a CA where nothing else is said.
#[derive(Serialize, Deserialize)]
struct Choice {
    account: String,
}

impl Store {
    /// Every account, those at one CA oldest first; files that cannot be read stand behind them as their errors.
    ///
    /// # Errors
    /// When a directory cannot be read.
    pub fn accounts(&self) -> Result<Vec<Result<Account, StoreError>>, StoreError> {
        let mut all = Vec::new();
        for authority in file::folders(&self.accounts_dir())? {
            let mut accounts = read_all(&authority)?;
            let age = |account: &Result<Account, StoreError>| account.as_ref().ok().map(|account| account.created_at);
            accounts.sort_by_key(|account| (age(account).is_none(), age(account)));
            all.extend(accounts);
        }
        Ok(all)
    }

    /// The accounts at one CA: the chosen one, then the others, oldest first.
    ///
    /// # Errors
    /// When one of them cannot be read: making another account instead would leave the pinned one behind.
    pub fn accounts_at(&self, directory: &Url) -> Result<Vec<Account>, StoreError> {
        let read = read_all(&self.folder(directory))?;
        let mut accounts: Vec<Account> = read.into_iter().collect::<Result<_, _>>()?;
        accounts.retain(|account| account.directory == *directory);
        let chosen = self.chosen(directory)?;
        accounts.sort_by_key(|account| (Some(&account.id) != chosen.as_ref(), account.created_at));
        Ok(accounts)
    }

    /// An account as it is kept now; for who has waited for the lock.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn reread_account(&self, account: &Account) -> Result<Option<Account>, StoreError> {
        read(&self.account_file(account))
    }

    /// Keeps an account that is new here. Its id is made from its first key, which another account that is kept here may
    /// have had before (it has another by now): then a number is added. The caller holds the lock.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add_account(&self, mut account: Account) -> Result<Account, StoreError> {
        let id = account.id.clone();
        let mut number = 1;
        while self.is_taken(&account)? {
            number += 1;
            account.id = format!("{id}-{number}");
        }
        self.save_account(&account)?;
        Ok(account)
    }

    /// Whether another account is kept where this one would be: one with the same key or URI is the same.
    fn is_taken(&self, account: &Account) -> Result<bool, StoreError> {
        let Some(kept) = self.reread_account(account)? else { return Ok(false) };
        let same_key = kept.uri.is_none() && kept.key.expose() == account.key.expose();
        Ok(!same_key && (kept.uri.is_none() || kept.uri != account.uri || kept.directory != account.directory))
    }

    /// Keeps an account that was read from here under its id; a new one is for [`Store::add_account`].
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn save_account(&self, account: &Account) -> Result<(), StoreError> {
        document::write(&self.account_file(account), account)
    }

    /// Forgets an account; the CA does not hear of it.
    ///
    /// # Errors
    /// When the file cannot be removed.
    pub fn remove_account(&self, account: &Account) -> Result<(), StoreError> {
        if self.chosen(&account.directory)?.as_ref() == Some(&account.id) {
            file::remove(&self.choice_file(&account.directory))?;
        }
        file::remove(&self.account_file(account))
    }

    /// Makes an account the one that is used at its CA where nothing else is said.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn choose_account(&self, account: &Account) -> Result<(), StoreError> {
        document::write(&self.choice_file(&account.directory), &Choice { account: account.id.clone() })
    }

    /// An account as its file has it, to be carried to another machine.
    #[must_use]
    pub fn account_document(account: &Account) -> Zeroizing<Vec<u8>> {
        document::text(account)
    }

    /// Nobody else makes an account at this CA while the guard lives.
    ///
    /// # Errors
    /// When the lock file cannot be made.
    pub async fn lock_accounts(&self, directory: &Url, reporter: &SharedReporter) -> Result<Guard, StoreError> {
        let path = self.accounts_dir().join(format!("{}.lock", names::folder(directory)));
        lock::acquire(path, format!("the accounts at {directory}"), lock::PATIENCE, reporter).await
    }

    /// The account that was made the one to use at its CA, if it is there still.
    ///
    /// # Errors
    /// When an account cannot be read.
    pub fn chosen_account(&self, directory: &Url) -> Result<Option<Account>, StoreError> {
        let Some(chosen) = self.chosen(directory)? else { return Ok(None) };
        Ok(self.accounts_at(directory)?.into_iter().find(|account| account.id == chosen))
    }

    fn chosen(&self, directory: &Url) -> Result<Option<String>, StoreError> {
        let choice: Option<Choice> = document::read(&self.choice_file(directory))?;
        Ok(choice.map(|choice| choice.account))
    }

    fn choice_file(&self, directory: &Url) -> PathBuf {
        self.folder(directory).join("default")
    }

    fn account_file(&self, account: &Account) -> PathBuf {
        self.folder(&account.directory).join(format!("{}.json", account.id))
    }

    fn folder(&self, directory: &Url) -> PathBuf {
        self.accounts_dir().join(names::folder(directory))
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
    let Some(mut account) = document::read::<Account>(path)? else { return Ok(None) };
    let unusable = |source| StoreError::Unusable { path: path.to_owned(), source: Box::new(source) };
    AccountKey::from_pem(&account.key).map_err(unusable)?;
    account.id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Some(account))
}
