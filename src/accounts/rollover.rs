//! Another key for an account (RFC 8555 section 7.3.5), so that whatever happens one of the two works.
//!
//! The new key is on disk beside the old one before the CA hears of it. From then on until the outcome is on disk, too,
//! whoever uses the account asks the CA first which of the two it knows.

use std::time::Duration;

use jiff::Timestamp;

use super::amending::reread;
use super::error::AccountFault;
use crate::acme::{Account, AccountKey, AccountKeyType, AcmeError, Authority, Candidate, authority_name};
use crate::context::Context;
use crate::error::{Doing, Result};

/// A request that a killed process sent may still be on its way; no longer than this.
const ON_ITS_WAY: Duration = Duration::from_secs(10 * 60);

/// Which of two keys the CA knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Known {
    New,
    Old,
}

/// Gives an account a new key, of the kind it has unless told otherwise.
///
/// # Errors
/// When the CA does not take it; the account then works as before, or [`settled`] finds out what became of it.
pub async fn roll_over(
    cx: &Context,
    authority: &Authority,
    account: &Account,
    key_type: Option<AccountKeyType>,
) -> Result<Account> {
    let _lock = cx.store.lock_accounts(authority.directory(), &cx.reporter).await?;
    let mut account = settle(cx, authority, reread(cx, account)?).await?;
    let old = AccountKey::from_pem(&account.key)?;
    let new = candidate(cx, &mut account, key_type.or(old.key_type()).unwrap_or_default()).await?;
    let uri = account.uri.clone().ok_or_else(|| AccountFault::none(authority.directory()))?;
    match authority.change_key(&uri, &old, &new).await {
        Ok(()) => adopt(cx, account),
        Err(error) => after_error(cx, authority, account, error).await,
    }
}

/// The new key, on disk. One that an interrupted run left behind is used again: the CA may be about to take it.
async fn candidate(cx: &Context, account: &mut Account, key_type: AccountKeyType) -> Result<AccountKey> {
    if let Some(candidate) = &account.candidate {
        let key = AccountKey::from_pem(&candidate.key)?;
        if key.key_type() == Some(key_type) {
            return Ok(key);
        }
    }
    let key = generated(key_type).await?;
    account.candidate = Some(Candidate { key: key.to_pem(), since: Timestamp::now() });
    cx.store.save_account(account)?;
    Ok(key)
}

/// The CA may have done what it gives no answer to, or what it says on a second request cannot be done.
async fn after_error(cx: &Context, authority: &Authority, account: Account, error: AcmeError) -> Result<Account> {
    match which(authority, &account).await {
        Ok(Known::New) => adopt(cx, account),
        Ok(Known::Old) => {
            let kept = if error.is_final() { Account { candidate: None, ..account } } else { account };
            cx.store.save_account(&kept)?;
            Err(error.into())
        }
        Err(_) => Err(AccountFault::Unsettled { source: error }.into()),
    }
}

/// An account with the key that the CA knows. Asks nobody unless a rollover was interrupted.
///
/// # Errors
/// When the CA does not say, or knows neither key.
pub async fn settled(cx: &Context, authority: &Authority, account: Account) -> Result<Account> {
    if account.candidate.is_none() {
        return Ok(account);
    }
    let _lock = cx.store.lock_accounts(authority.directory(), &cx.reporter).await?;
    let settled = settle(cx, authority, reread(cx, &account)?).await;
    settled.doing("could not find out which key the account has since the interrupted rollover")
}

async fn settle(cx: &Context, authority: &Authority, account: Account) -> Result<Account> {
    let Some(candidate) = &account.candidate else { return Ok(account) };
    let age = Timestamp::now().duration_since(candidate.since);
    match which(authority, &account).await? {
        Known::New => adopt(cx, account),
        Known::Old if age.unsigned_abs() < ON_ITS_WAY => Ok(account),
        Known::Old => {
            let account = Account { candidate: None, ..account };
            cx.store.save_account(&account)?;
            Ok(account)
        }
    }
}

/// Asks with the new key first: the old one may be another account's by now, for all that is known.
async fn which(authority: &Authority, account: &Account) -> Result<Known> {
    for (key, known) in [(account.candidate.as_ref().map(|one| &one.key), Known::New), (Some(&account.key), Known::Old)]
    {
        let Some(key) = key else { continue };
        let found = authority.find_account(&AccountKey::from_pem(key)?).await?;
        if found.is_some_and(|facts| Some(facts.uri) == account.uri) {
            return Ok(known);
        }
    }
    Err(AccountFault::NeitherKey { authority: authority_name(authority.directory()), title: account.title() }.into())
}

fn adopt(cx: &Context, mut account: Account) -> Result<Account> {
    if let Some(candidate) = account.candidate.take() {
        account.key = candidate.key;
    }
    cx.store.save_account(&account)?;
    Ok(account)
}

/// RSA keys take seconds to find: not on a thread that others need.
pub(super) async fn generated(key_type: AccountKeyType) -> Result<AccountKey> {
    let generated = tokio::task::spawn_blocking(move || AccountKey::generate(key_type)).await;
    Ok(generated.expect("key generation does not panic")?)
}
