//! Another key for an account (RFC 8555 section 7.3.5), so that whatever happens one of the two works.
//!
//! The new key is on disk beside the old one before the CA hears of it. From then on until the outcome is on disk, too,
//! whoever uses the account asks the CA first which of the two it knows.

use jiff::{SignedDuration, Timestamp};

use super::amending::reread;
use super::error::AccountFault;
use crate::acme::{Account, AccountKey, AccountKeyType, AcmeError, Authority, Candidate, authority_name};
use crate::context::Context;
use crate::error::{Doing, Kind, Result};

/// A request that a killed process sent may still be on its way; no longer than this.
const ON_ITS_WAY: SignedDuration = SignedDuration::from_mins(10);

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
    let uri = account.uri.clone().ok_or_else(|| AccountFault::none(authority.directory()))?;
    let old = AccountKey::from_pem(&account.key)?;
    let new = candidate(cx, &mut account, key_type, old.key_type().unwrap_or_default()).await?;
    match authority.change_key(&uri, &old, &new).await {
        Ok(()) => adopt(cx, account),
        Err(error) => after_error(cx, authority, account, error).await,
    }
}

/// The new key, on disk. One that an interrupted run left behind is used again: the CA may be about to take it, and
/// no other may be offered until that is over.
async fn candidate(
    cx: &Context,
    account: &mut Account,
    wanted: Option<AccountKeyType>,
    usual: AccountKeyType,
) -> Result<AccountKey> {
    let key = match &account.candidate {
        Some(candidate) => AccountKey::from_pem(&candidate.key)?,
        None => generated(wanted.unwrap_or(usual)).await?,
    };
    if wanted.is_some() && wanted != key.key_type() {
        one_key(account)?;
    }
    // From now on there is a request with it on its way.
    account.candidate = Some(Candidate { key: key.to_pem(), since: Timestamp::now() });
    cx.store.save_account(account)?;
    Ok(key)
}

/// The CA may have done what it gives no answer to, or what it says on a second request cannot be done. A new key that
/// it will never take is dropped; any other may be taken still.
async fn after_error(cx: &Context, authority: &Authority, account: Account, error: AcmeError) -> Result<Account> {
    match which(authority, &account).await {
        Ok(Known::New) => adopt(cx, account),
        Ok(Known::Old) => {
            if error.is("badPublicKey") || error.is("badSignatureAlgorithm") {
                cx.store.save_account(&Account { candidate: None, ..account })?;
            }
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

/// [`settled`], for who holds the lock and has read the account under it.
pub(super) async fn settle(cx: &Context, authority: &Authority, account: Account) -> Result<Account> {
    if account.candidate.is_none() {
        return Ok(account);
    }
    let known = which(authority, &account).await?;
    concluded(cx, account, known)
}

fn concluded(cx: &Context, account: Account, known: Known) -> Result<Account> {
    match &account.candidate {
        None => Ok(account),
        Some(_) if known == Known::New => adopt(cx, account),
        Some(candidate) if is_young(candidate, Timestamp::now()) => Ok(account),
        Some(_) => {
            let account = Account { candidate: None, ..account };
            cx.store.save_account(&account)?;
            Ok(account)
        }
    }
}

/// A clock that was set back says nothing about age.
fn is_young(candidate: &Candidate, now: Timestamp) -> bool {
    now.duration_since(candidate.since) < ON_ITS_WAY
}

/// An account as it is kept now, if it surely goes on with the key that it has.
///
/// # Errors
/// When its key may be changed any moment, or the CA does not say.
pub async fn with_one_key(cx: &Context, account: &Account) -> Result<Account> {
    let _lock = cx.store.lock_accounts(&account.directory, &cx.reporter).await?;
    let account = reread(cx, account)?;
    if account.candidate.is_none() {
        return Ok(account);
    }
    let authority = cx.authority(&account.directory).await?;
    let account = settle(cx, &authority, account).await?;
    one_key(&account)?;
    Ok(account)
}

fn one_key(account: &Account) -> Result<()> {
    let Some(candidate) = &account.candidate else { return Ok(()) };
    // A clock that jumped may have left any time behind.
    let until = candidate.since.checked_add(ON_ITS_WAY).unwrap_or(candidate.since);
    Err(AccountFault::Underway { title: account.title(), until }.into())
}

/// An account that the CA has just confirmed with this key, which need not be the one that is kept: that one stays as
/// long as the CA confirms it, too. The caller holds the lock.
pub(super) async fn reconciled(
    cx: &Context,
    authority: &Authority,
    account: Account,
    key: &AccountKey,
) -> Result<Account> {
    let offered = account.candidate.as_ref().map(|candidate| AccountKey::from_pem(&candidate.key)).transpose()?;
    if offered.is_some_and(|offered| offered.thumbprint() == key.thumbprint()) {
        return adopt(cx, account);
    }
    match which(authority, &account).await {
        Ok(known) => concluded(cx, account, known),
        Err(error) if error.kind() == Kind::TryLater => Err(error),
        Err(_) => Ok(Account { key: key.to_pem(), candidate: None, ..account }),
    }
}

/// Asks with the new key first: the old one may be another account's by now, for all that is known. A CA that has
/// something against one of the keys may know the other.
async fn which(authority: &Authority, account: &Account) -> Result<Known> {
    let mut refused = None;
    for (key, known) in [(account.candidate.as_ref().map(|one| &one.key), Known::New), (Some(&account.key), Known::Old)]
    {
        let Some(key) = key else { continue };
        match authority.find_account(&AccountKey::from_pem(key)?).await {
            Ok(found) if found.as_ref().is_some_and(|facts| Some(&facts.uri) == account.uri.as_ref()) => {
                return Ok(known);
            }
            Ok(_) => {}
            Err(error) if error.is_passing() => return Err(error.into()),
            Err(error) => refused = refused.or(Some(error)),
        }
    }
    let (authority, title) = (authority_name(authority.directory()), account.title());
    Err(refused.map_or_else(|| AccountFault::NeitherKey { authority, title }.into(), Into::into))
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
