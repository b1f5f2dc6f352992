//! The one way to change an account that is kept here; its keys are another matter ([`super::roll_over`]).

use super::error::AccountFault;
use crate::acme::Account;
use crate::context::Context;
use crate::error::Result;
use crate::store::Guard;

/// Changes an account as it is kept now, whatever became of it since it was read; its keys stay as they are there.
///
/// # Errors
/// When it is not there any more, or cannot be written.
pub async fn amend(cx: &Context, account: &Account, change: impl FnOnce(&mut Account)) -> Result<Account> {
    let lock = cx.store.lock_accounts(&account.directory, &cx.reporter).await?;
    amend_locked(cx, &lock, account, change)
}

/// [`amend`], for who holds the lock already.
///
/// # Errors
/// As there.
pub fn amend_locked(cx: &Context, _: &Guard, account: &Account, change: impl FnOnce(&mut Account)) -> Result<Account> {
    let now = reread(cx, account)?;
    let mut changed = now.clone();
    change(&mut changed);
    let changed = Account { id: now.id, key: now.key, candidate: now.candidate, ..changed };
    cx.store.save_account(&changed)?;
    Ok(changed)
}

/// An account as it is kept now.
pub(super) fn reread(cx: &Context, account: &Account) -> Result<Account> {
    let reread = cx.store.reread_account(account)?;
    reread.ok_or_else(|| AccountFault::none(&account.directory).into())
}
