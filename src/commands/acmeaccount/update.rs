//! `certdns acmeaccount update`.

use super::fault::Fault;
use super::shown::{AccountOutcome, Shown};
use crate::accounts::{Selecting, amend, amend_locked, selected, settled};
use crate::acme::{Account, AccountKey, account_name};
use crate::context::Context;
use crate::error::{Doing, Result};

/// Change an account's contact address at the CA, its name here, or whether it is the default
#[derive(clap::Args, Debug)]
#[group(required = true, multiple = true)]
pub(super) struct Args {
    /// New contact address
    #[arg(long, value_name = "ADDR", value_parser = crate::accounts::email)]
    email: Option<String>,
    /// Take the contact address away
    #[arg(long, conflicts_with = "email")]
    no_email: bool,
    /// What the account is called from now on, for --account
    #[arg(long, value_name = "NAME", value_parser = account_name)]
    name: Option<String>,
    /// Use this account where no other is asked for
    #[arg(long)]
    default: bool,
}

pub(super) async fn run(cx: &Context, args: Args) -> Result<AccountOutcome> {
    let mut account = selected(cx, Selecting::Any)?;
    if args.email.is_some() || args.no_email {
        let contact: Vec<String> = args.email.iter().map(|email| format!("mailto:{email}")).collect();
        let attempt = format!("could not change the contact address of the ACME account {}", account.title());
        account = contacted(cx, account, &contact).await.doing(attempt)?;
    }
    if let Some(name) = args.name {
        account = named(cx, account, name).await?;
    }
    if args.default {
        cx.store.choose_account(&account)?;
    }
    Ok(AccountOutcome { done: Some("Changed.".to_owned()), shown: Shown::of(cx, account)? })
}

async fn contacted(cx: &Context, account: Account, contact: &[String]) -> Result<Account> {
    let uri = account.uri.clone().ok_or(Fault::Unfinished)?;
    let authority = cx.authority(&account.directory).await?;
    let account = settled(cx, &authority, account).await?;
    let facts = authority.set_contact(&uri, &AccountKey::from_pem(&account.key)?, contact).await?;
    amend(cx, &account, |account| account.take(facts)).await
}

async fn named(cx: &Context, account: Account, name: String) -> Result<Account> {
    let lock = cx.store.lock_accounts(&account.directory, &cx.reporter).await?;
    let others = cx.store.accounts_at(&account.directory)?;
    if others.iter().any(|other| other.id != account.id && other.answers_to(&name)) {
        return Err(Fault::NameTaken { name }.into());
    }
    amend_locked(cx, &lock, &account, |account| account.name = Some(name))
}
