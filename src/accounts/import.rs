//! Accounts of other clients, taken over: found on disk, confirmed with the CA, then kept here.

mod clients;
mod documents;
mod fault;
mod looking;

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use url::Url;

use crate::acme::{Account, AccountKey, Authority, Facts, authority_name, preset, preset_at};
use crate::context::Context;
use crate::error::Result;
use crate::event::Event;
use crate::http::{host_of, is_private_enough};
use crate::secret::Secret;
use crate::settings::Settings;
use crate::store::Guard;

use super::rollover::reconciled;
use fault::ImportFault;

pub use clients::bounded;
pub use looking::{Looked, find, find_in_text};

/// An account as another client keeps it.
#[derive(Clone, Debug)]
pub struct Found {
    /// Whose file it is.
    pub client: &'static str,
    /// Where it lies.
    pub path: PathBuf,
    /// PEM or JWK, as it stands there.
    pub key: Secret,
    /// The account URI, where the client kept it.
    pub uri: Option<Url>,
    pub authority: Whereabouts,
}

/// What a client's files tell of the CA.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    /// The directory URL.
    Directory(Url),
    /// A host, and a guess at the directory URL there.
    Host {
        host: String,
        guess: Option<Url>,
    },
    Unknown,
}

impl Found {
    /// The directory URL of the CA, as far as the files and the settings tell.
    #[must_use]
    pub fn directory(&self, settings: &Settings) -> Option<Url> {
        let url = match &self.authority {
            Whereabouts::Directory(url) => successor(&host_of(url.as_str())).or_else(|| Some(url.clone())),
            Whereabouts::Host { host, guess } => at_host(host, &settings.ca).or_else(|| guess.clone()),
            Whereabouts::Unknown => Some(settings.ca.clone()),
        };
        url.filter(|url| is_private_enough(url, settings.allow_http))
    }

    /// What tells it from others; the same account may be found twice.
    fn fingerprint(&self) -> (Option<Url>, Option<String>) {
        let key = AccountKey::read(&self.key).ok();
        (self.uri.clone(), key.map(|key| key.thumbprint()))
    }
}

/// The directory of a CA that is known at this host, or is asked for.
fn at_host(host: &str, asked_for: &Url) -> Option<Url> {
    let asked_for = Some(asked_for).filter(|url| host_of(url.as_str()) == host).cloned();
    asked_for.or_else(|| preset_at(host)).or_else(|| successor(host))
}

/// The directory of a CA that was at this host before: its accounts live on, and certbot links the folders.
fn successor(host: &str) -> Option<Url> {
    let name = match host {
        "acme-v01.api.letsencrypt.org" => "letsencrypt",
        "acme-staging.api.letsencrypt.org" => "letsencrypt-staging",
        _ => return None,
    };
    preset(name)
}

/// Confirms an account with its CA, then keeps it, under a name if one is given. Never makes one.
///
/// # Errors
/// When the CA does not know the key, the name is taken, or it cannot be told which CA it is.
pub async fn take_over(cx: &Context, found: &Found, name: Option<&str>) -> Result<Account> {
    let (authority, key) = whose(cx, found).await?;
    // Under the lock: what the CA says holds until it is kept.
    let lock = cx.store.lock_accounts(authority.directory(), &cx.reporter).await?;
    let facts = known(&authority, found, &key).await?;
    tell_of_other_uri(cx, found, &facts);
    keep(cx, &lock, &authority, &key, facts, name).await
}

/// Has an account confirmed by its CA, and keeps nothing: for who must know beforehand that all can be taken.
///
/// # Errors
/// As [`take_over`].
pub async fn confirm(cx: &Context, found: &Found) -> Result<()> {
    let (authority, key) = whose(cx, found).await?;
    known(&authority, found, &key).await.map(drop)
}

/// The CA that an account is at, and its key.
async fn whose(cx: &Context, found: &Found) -> Result<(Authority, AccountKey)> {
    let unusable = |source| ImportFault::Key { path: found.path.clone(), source: Box::new(source) };
    let key = AccountKey::read(&found.key).map_err(unusable)?;
    let directory = found.directory(&cx.settings).ok_or_else(|| ImportFault::which_ca(found))?;
    Ok((cx.authority(&directory).await?, key))
}

/// What the CA says of it.
async fn known(authority: &Authority, found: &Found, key: &AccountKey) -> Result<Facts> {
    let facts = authority.find_account(key).await?;
    let facts = facts.ok_or_else(|| ImportFault::unknown(found, authority.directory()))?;
    if facts.status == "valid" { Ok(facts) } else { Err(ImportFault::ended(found, facts.status).into()) }
}

/// The CA has the last word: some clients keep URIs of old.
fn tell_of_other_uri(cx: &Context, found: &Found, facts: &Facts) {
    if let Some(uri) = found.uri.as_ref().filter(|uri| **uri != facts.uri) {
        let text = format!("{} calls the account {uri}; the CA calls it {}", found.path.display(), facts.uri);
        cx.report(Event::Warning { text });
    }
}

/// An account that is here already gets the key that the CA has just confirmed, unless its own is confirmed, too.
async fn keep(
    cx: &Context,
    _: &Guard,
    authority: &Authority,
    key: &AccountKey,
    facts: Facts,
    name: Option<&str>,
) -> Result<Account> {
    let directory = authority.directory();
    let accounts = cx.store.accounts_at(directory)?;
    let (same, others): (Vec<Account>, Vec<Account>) =
        accounts.into_iter().partition(|account| is_same(account, &facts.uri, key));
    if let Some(name) = name.filter(|name| others.iter().any(|other| other.answers_to(name))) {
        return Err(ImportFault::NameTaken { name: name.to_owned(), authority: authority_name(directory) }.into());
    }
    let stored = same.into_iter().next();
    let is_new = stored.is_none();
    let mut account = match stored {
        Some(account) => reconciled(cx, authority, account, key).await?,
        None => Account::new(directory.clone(), key, None, Timestamp::now()),
    };
    account.name = name.map(str::to_owned).or(account.name);
    account.take(facts);
    account.caa_identities.clone_from(&authority.meta().caa_identities);
    if is_new {
        return Ok(cx.store.add_account(account)?);
    }
    cx.store.save_account(&account)?;
    Ok(account)
}

/// An account of which an answer was lost has its key, and no URI yet.
fn is_same(account: &Account, uri: &Url, key: &AccountKey) -> bool {
    match &account.uri {
        Some(kept) => kept == uri,
        None => account.key.expose() == key.to_pem().expose(),
    }
}

/// A path as something to be imported is found at.
fn shown(path: &Path) -> String {
    if path == Path::new("-") { "what was read from stdin".to_owned() } else { path.display().to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_from_before_acme_v2_live_on() {
        let at = |host: &str| successor(host).map(|url| host_of(url.as_str()));
        assert_eq!(at("acme-v01.api.letsencrypt.org").as_deref(), Some("acme-v02.api.letsencrypt.org"));
        assert_eq!(at("acme-staging.api.letsencrypt.org").as_deref(), Some("acme-staging-v02.api.letsencrypt.org"));
        assert_eq!(at("acme-v02.api.letsencrypt.org"), None);
    }
}
