//! `certdns acmeaccount show`.

use super::shown::{AccountOutcome, Shown};
use crate::accounts::{Selecting, amend, selected, settled};
use crate::acme::AccountKey;
use crate::context::Context;
use crate::error::{Doing, Result};

/// Asks the CA, and keeps what it says.
pub(super) async fn run(cx: &Context) -> Result<AccountOutcome> {
    let account = selected(cx, Selecting::Any)?;
    let Some(uri) = account.uri.clone().filter(|_| account.is_usable()) else {
        return Ok(AccountOutcome { done: None, shown: Shown::of(cx, account)? });
    };
    let attempt = format!("could not ask the CA for the ACME account {}", account.title());
    let authority = cx.authority(&account.directory).await.doing(attempt.clone())?;
    let account = settled(cx, &authority, account).await.doing(attempt.clone())?;
    let facts = authority.account(&uri, &AccountKey::from_pem(&account.key)?).await.doing(attempt)?;
    let identities = authority.meta().caa_identities.clone();
    let said = |account: &mut crate::acme::Account| {
        account.take(facts);
        account.caa_identities = identities;
    };
    let account = amend(cx, &account, said).await?;
    Ok(AccountOutcome { done: None, shown: Shown::of(cx, account)? })
}
