//! `certdns acmeaccount deactivate`.

use super::fault::{confirmed, tell_of_lineages};
use super::shown::{AccountOutcome, Shown};
use crate::accounts::{Selecting, amend, selected, settled};
use crate::acme::{Account, AccountKey, AcmeError, Authority, Facts};
use crate::context::Context;
use crate::error::{Doing, Result};
use crate::pinning::{self, Change};

/// End an account at the CA, for good; certificates stay valid
///
/// Tells of the names whose CAA records pin it, and of the certificates that are ordered with it, then asks.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Do not ask
    #[arg(long)]
    yes: bool,
}

pub(super) async fn run(cx: &Context, args: &Args) -> Result<AccountOutcome> {
    let account = selected(cx, Selecting::Surely)?;
    if let Some(uri) = &account.uri {
        pinning::warn(cx, &Change::End(uri)).await;
    }
    tell_of_lineages(cx, &account);
    let question = format!("Deactivate the ACME account {}? This cannot be undone.", account.title());
    confirmed(cx, args.yes, question).await?;
    let attempt = format!("could not deactivate the ACME account {}", account.title());
    let account = deactivated(cx, account).await.doing(attempt)?;
    Ok(AccountOutcome { done: Some("The account is no more.".to_owned()), shown: Shown::of(cx, account)? })
}

async fn deactivated(cx: &Context, account: Account) -> Result<Account> {
    let uri = account.uri.clone().ok_or(super::fault::Fault::Unfinished)?;
    let authority = cx.authority(&account.directory).await?;
    let account = settled(cx, &authority, account).await?;
    let facts = ended(&authority, &uri, &AccountKey::from_pem(&account.key)?).await?;
    let said = |account: &mut Account| match facts {
        Some(facts) => account.take(facts),
        None => "deactivated".clone_into(&mut account.status),
    };
    amend(cx, &account, said).await
}

/// `None` when it was deactivated before; the answer to an earlier attempt may have been lost. RFC 8555 section 7.3.6:
/// whatever a deactivated account asks for is refused as unauthorized; but so may be what a good one asks for.
async fn ended(authority: &Authority, uri: &url::Url, key: &AccountKey) -> Result<Option<Facts>, AcmeError> {
    match authority.deactivate_account(uri, key).await {
        Ok(facts) => Ok(Some(facts)),
        Err(error) if error.is("unauthorized") => match authority.find_account(key).await {
            Ok(Some(facts)) if facts.uri == *uri && facts.status != "valid" => Ok(Some(facts)),
            Err(again) if again.is("unauthorized") => Ok(None),
            _ => Err(error),
        },
        Err(error) => Err(error),
    }
}
