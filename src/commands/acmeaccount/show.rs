//! `certdns acmeaccount show`.

use url::Url;

use super::shown::{AccountOutcome, Shown};
use crate::accounts::{Selecting, amend, selected, settled};
use crate::acme::{Account, AccountKey, AcmeError};
use crate::context::Context;
use crate::error::{Doing, Error, Result};

/// Asks the CA, and keeps what it says.
pub(super) async fn run(cx: &Context) -> Result<AccountOutcome> {
    let account = selected(cx, Selecting::Any)?;
    let Some(uri) = account.uri.clone() else {
        return Ok(AccountOutcome { done: None, shown: Shown::of(cx, account)? });
    };
    let attempt = format!("could not ask the CA for the ACME account {}", account.title());
    let account = match asked(cx, account.clone(), &uri).await {
        Err(error) if !account.is_usable() && is_refused(&error) => account,
        asked => asked.doing(attempt)?,
    };
    Ok(AccountOutcome { done: None, shown: Shown::of(cx, account)? })
}

async fn asked(cx: &Context, account: Account, uri: &Url) -> Result<Account> {
    let authority = cx.authority(&account.directory).await?;
    let account = settled(cx, &authority, account).await?;
    let facts = authority.account(uri, &AccountKey::from_pem(&account.key)?).await?;
    let identities = authority.meta().caa_identities.clone();
    let said = |account: &mut Account| {
        account.take(facts);
        account.caa_identities = identities;
    };
    amend(cx, &account, said).await
}

/// RFC 8555 section 7.3.6: this is all that a CA says of an account that has ended.
fn is_refused(error: &Error) -> bool {
    error.downcast_ref::<AcmeError>().is_some_and(|error| error.is("unauthorized"))
}
