//! Which ACME account to use at a CA, how one is made, and how its key is changed.

mod amending;
mod choosing;
mod creating;
mod error;
pub mod import;
mod rollover;

use url::Url;

use crate::acme::{Account, AccountKeyType, Authority};
use crate::context::Context;
use crate::error::Result;
use crate::event::Event;
use crate::permission::Who;
use crate::pinning::{self, Change};
use crate::settings::External;

use choosing::{Choice, Wanted, choose, fate_of_remembered};
use error::AccountFault;

pub use amending::{amend, amend_locked};
pub use choosing::{Selecting, selected};
pub use rollover::{roll_over, settled, with_one_key};

/// What the operator says about accounts: flags over configuration.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    pub email: Option<String>,
    pub agree_tos: bool,
    /// `None` makes the usual kind of key.
    pub key_type: Option<AccountKeyType>,
    /// Who vouches for a new account.
    pub external: External,
    /// Whether an account that is asked for by name, and is not there, is made.
    pub make_named: bool,
}

impl Wish {
    /// The configured wish, with the flags of a command on top.
    #[must_use]
    pub fn with_flags(cx: &Context, email: Option<String>, agree_tos: bool) -> Wish {
        let email = email.or_else(|| cx.settings.email.clone());
        let external = cx.settings.external.clone();
        Wish { email, agree_tos: agree_tos || cx.settings.agree_tos, external, ..Wish::default() }
    }
}

/// The account for this CA: the one that a lineage remembers, the one that is asked for, or the chosen one. The first
/// one is made when there is none.
///
/// # Errors
/// When the account asked for is not there, the CA's terms are not agreed to, or the CA makes no account.
pub async fn account_for(
    cx: &Context,
    authority: &Authority,
    wish: &Wish,
    remembered: Option<&Url>,
) -> Result<Account> {
    let directory = authority.directory();
    tell_of_lost(cx, directory, remembered)?;
    let wanted = Wanted { remembered, named: cx.settings.account_at(directory) };
    if let Some(account) = there(cx, directory, &wanted, wish)? {
        tell_of_ended_default(cx, &wanted, &account)?;
        keep_contact(cx, &account, wish);
        return settled(cx, authority, account).await;
    }
    let identities = authority.meta().caa_identities.clone();
    pinning::warn(cx, &Change::Applicant(&Who::asking(cx, identities, None))).await;
    // Before the lock: nobody else must wait for a person.
    creating::agree(cx, authority, wish).await?;
    let _lock = cx.store.lock_accounts(directory, &cx.reporter).await?;
    match there(cx, directory, &wanted, wish)? {
        Some(account) => Ok(account),
        None => creating::create(cx, authority, wish, wanted.named).await,
    }
}

/// The account that is meant, if it is there.
fn there(cx: &Context, directory: &Url, wanted: &Wanted<'_>, wish: &Wish) -> Result<Option<Account>> {
    let accounts = cx.store.accounts_at(directory)?;
    match choose(&accounts, wanted) {
        Choice::This(account) => Ok(Some(account.clone())),
        Choice::Ended(account) => Err(AccountFault::ended(account).into()),
        Choice::Unknown(name) if !wish.make_named => Err(AccountFault::unknown(name, directory, &accounts).into()),
        Choice::Unknown(name) => crate::acme::account_name(name)
            .map(|_| None)
            .map_err(|why| AccountFault::Name { name: name.to_owned(), why }.into()),
        Choice::First => Ok(None),
    }
}

/// Has the terms agreed to before a long wait, not after it; asks the CA for its directory at most.
///
/// # Errors
/// When they are not agreed to.
pub async fn agree_beforehand(cx: &Context, directory: &Url, wish: Wish) -> Result<Wish> {
    let usable = cx.store.accounts_at(directory)?.iter().any(Account::is_usable);
    if !wish.agree_tos && !usable {
        creating::agree(cx, &cx.authority(directory).await?, &wish).await?;
    }
    Ok(Wish { agree_tos: true, ..wish })
}

/// Whether the next account at this CA is sure to be a new one, of which no record can know.
///
/// # Errors
/// When the accounts cannot be read.
pub fn is_first(cx: &Context, directory: &Url) -> Result<bool> {
    // A key that an interrupted run left behind may have an account already.
    let known = |account: &Account| account.uri.is_none() || account.status == "valid";
    Ok(!cx.store.accounts_at(directory)?.iter().any(known))
}

/// The URI of the account that is asked for by name or URI, for a lineage to remember; `None` where none is asked for.
///
/// # Errors
/// When it is not there, or no account to order with.
pub fn asked_for(cx: &Context, directory: &Url, name: Option<&str>) -> Result<Option<Url>> {
    let Some(name) = name else { return Ok(None) };
    let wanted = Wanted { remembered: None, named: Some(name) };
    Ok(there(cx, directory, &wanted, &Wish::default())?.and_then(|account| account.uri))
}

/// That a lineage goes on with another account than it did is not left unsaid.
fn tell_of_lost(cx: &Context, directory: &Url, remembered: Option<&Url>) -> Result<()> {
    let Some(uri) = remembered else { return Ok(()) };
    let accounts: Vec<Account> = cx.store.accounts()?.into_iter().flatten().collect();
    if let Some(fate) = fate_of_remembered(&accounts, directory, uri) {
        let text = format!("the ACME account {uri}, with which this certificate was ordered, {fate}; another is used");
        cx.report(Event::Warning { text });
    }
    Ok(())
}

/// That the default has ended, and another account steps in, is not left unsaid.
fn tell_of_ended_default(cx: &Context, wanted: &Wanted<'_>, used: &Account) -> Result<()> {
    if wanted.named.is_some() || (wanted.remembered.is_some() && wanted.remembered == used.uri.as_ref()) {
        return Ok(());
    }
    let default = cx.store.chosen_account(&used.directory)?;
    if let Some(default) = default.filter(|default| default.uri.is_some() && !default.is_usable()) {
        let text = format!(
            "the ACME account {}, the default at its CA, is {}; {} is used: `certdns acmeaccount update --default` makes another the default",
            default.title(),
            default.status,
            used.title()
        );
        cx.report(Event::Warning { text });
    }
    Ok(())
}

/// An address is for new accounts; that it changes nothing is not left unsaid, where the CA tells the one there is.
fn keep_contact(cx: &Context, account: &Account, wish: &Wish) {
    let (Some(email), Some(contact)) = (&wish.email, &account.contact) else { return };
    if *contact != [format!("mailto:{email}")] {
        let text =
            "the ACME account is there already, and keeps its contact address: `certdns acmeaccount update --email` changes it".to_owned();
        cx.report(Event::Warning { text });
    }
}

/// Whether a text can be an e-mail address at all; the CA has the last word.
///
/// # Errors
/// When it cannot.
pub fn email(text: &str) -> Result<String, String> {
    let plain = !text.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, ',' | '<' | '>' | '?'));
    let parts = text.split_once('@').is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'));
    if plain && parts { Ok(text.to_owned()) } else { Err("an address looks like `admin@example.com`".to_owned()) }
}
