//! How an account is made.

use jiff::Timestamp;

use super::error::AccountFault;
use super::{Wish, rollover::generated};
use crate::acme::{
    Account, AccountKey, AcmeError, Answered, Authority, ExternalAccount, Facts, NewAccount, authority_name,
};
use crate::context::Context;
use crate::error::{Doing, Error, Result};
use crate::event::Event;
use crate::http::host_of;

/// Makes an account; the caller holds the lock. A key that an interrupted run left behind is used again: the CA may
/// know it already.
pub(super) async fn create(cx: &Context, authority: &Authority, wish: &Wish, name: Option<&str>) -> Result<Account> {
    let host = host_of(authority.directory().as_str());
    let made = make(cx, authority, wish, name).await;
    made.doing(format!("could not create an ACME account at {host}"))
}

async fn make(cx: &Context, authority: &Authority, wish: &Wish, name: Option<&str>) -> Result<Account> {
    // What vouches at one CA is never shown to another: a stand-in, a staging twin, the CA of another lineage.
    let own = *authority.directory() == cx.settings.ca;
    let external = if own { wish.external.account()? } else { None };
    let account = match unfinished(cx, authority, wish, name)? {
        Some(account) => account,
        None if external.is_none() && authority.meta().external_account_required => {
            return Err(AccountFault::NoBinding { authority: authority_name(authority.directory()) }.into());
        }
        // The key is on disk before the CA hears of it: an answer that is lost loses no account.
        None => cx.store.add_account(fresh(authority, wish, name).await?)?,
    };
    cx.report(Event::CreatingAccount { authority: host_of(authority.directory().as_str()) });
    let contact: Vec<String> = wish.email.iter().map(|email| format!("mailto:{email}")).collect();
    match asked(authority, &account, &contact, external.as_ref()).await {
        Ok(Answered::Made(facts)) => finished(cx, authority, account, facts),
        Ok(Answered::Found(facts)) => found(cx, authority, account, facts, contact).await,
        Err(error) => match found_nevertheless(cx, authority, &account, &error).await? {
            Some(facts) => found(cx, authority, account, facts, contact).await,
            None => Err(refused(authority, external.as_ref(), error)),
        },
    }
}

fn unfinished(cx: &Context, authority: &Authority, wish: &Wish, name: Option<&str>) -> Result<Option<Account>> {
    let accounts = cx.store.accounts_at(authority.directory())?.into_iter();
    for account in accounts.filter(|account| account.uri.is_none() && account.name.as_deref() == name) {
        let key_type = AccountKey::from_pem(&account.key)?.key_type();
        if wish.key_type.is_none() || wish.key_type == key_type {
            return Ok(Some(account));
        }
    }
    Ok(None)
}

async fn fresh(authority: &Authority, wish: &Wish, name: Option<&str>) -> Result<Account> {
    let key = generated(wish.key_type.unwrap_or_default()).await?;
    Ok(Account::new(authority.directory().clone(), &key, name.map(str::to_owned), Timestamp::now()))
}

async fn asked(
    authority: &Authority,
    account: &Account,
    contact: &[String],
    external: Option<&ExternalAccount>,
) -> Result<Answered, AcmeError> {
    authority.new_account(&AccountKey::from_pem(&account.key)?, &NewAccount { contact, external }).await
}

fn finished(cx: &Context, authority: &Authority, mut account: Account, facts: Facts) -> Result<Account> {
    account.take(facts);
    account.caa_identities.clone_from(&authority.meta().caa_identities);
    cx.store.save_account(&account)?;
    if account.is_usable() { Ok(account) } else { Err(AccountFault::ended(&account).into()) }
}

/// An account that was there before has the contact that it had; it is an account without the new one, too.
async fn found(
    cx: &Context,
    authority: &Authority,
    account: Account,
    facts: Facts,
    contact: Vec<String>,
) -> Result<Account> {
    let uri = facts.uri.clone();
    let same = contact.is_empty() || facts.contact.as_ref() == Some(&contact);
    let account = finished(cx, authority, account, facts)?;
    if same {
        return Ok(account);
    }
    match authority.set_contact(&uri, &AccountKey::from_pem(&account.key)?, &contact).await {
        Ok(facts) => finished(cx, authority, account, facts),
        Err(error) => {
            let text = format!(
                "the ACME account {uri} is there already, and keeps its contact address ({error}): `certdns acmeaccount update --email` changes it"
            );
            cx.report(Event::Warning { text });
            Ok(account)
        }
    }
}

/// The account that the key has, whatever the CA, or somebody on the way to it, has against making one: the answer to
/// an earlier request may have been lost. Only a key that the CA knows nothing of is of no use.
async fn found_nevertheless(
    cx: &Context,
    authority: &Authority,
    account: &Account,
    error: &AcmeError,
) -> Result<Option<Facts>> {
    if error.is_passing() {
        return Ok(None);
    }
    if error.is("badPublicKey") || error.is("badSignatureAlgorithm") {
        // Nothing that this key signs is read there: neither now nor before did it get an account.
        cx.store.remove_account(account)?;
        return Ok(None);
    }
    let found = authority.find_account(&AccountKey::from_pem(&account.key)?).await;
    if matches!(found, Ok(None)) && error.is_final() {
        cx.store.remove_account(account)?;
    }
    Ok(found.ok().flatten())
}

/// What a CA has against a binding it says in many ways.
fn refused(authority: &Authority, external: Option<&ExternalAccount>, source: AcmeError) -> Error {
    let of_binding = ["unauthorized", "malformed", "externalAccountRequired"].iter().any(|kind| source.is(kind));
    match external.filter(|_| of_binding) {
        Some(external) => {
            let (authority, kid) = (authority_name(authority.directory()), external.kid().to_owned());
            AccountFault::Binding { authority, kid, source }.into()
        }
        None => source.into(),
    }
}

/// The terms are asked for once, when an account is made (RFC 8555 section 7.3).
pub(super) async fn agree(cx: &Context, authority: &Authority, wish: &Wish) -> Result<()> {
    let Some(terms) = &authority.meta().terms_of_service else { return Ok(()) };
    if wish.agree_tos || cx.ask(format!("Do you agree to the CA's terms of service, {terms} ?")).await {
        return Ok(());
    }
    let authority = host_of(authority.directory().as_str());
    Err(AccountFault::TermsNotAgreed { authority, terms: terms.clone() }.into())
}
