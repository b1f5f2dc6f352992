//! Which ACME account to use at a CA, and how one is made.

use url::Url;

use crate::acme::{Account, AccountKey, Authority};
use crate::context::Context;
use crate::error::{Doing, Explain, Hint, Kind, Result};
use crate::event::Event;
use crate::http::host_of;
use crate::permission::Who;
use crate::pinning::{self, Change};

/// What the operator says about accounts: flags over configuration.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    pub email: Option<String>,
    pub agree_tos: bool,
}

impl Wish {
    /// The configured wish, with the flags of a command on top.
    #[must_use]
    pub fn with_flags(cx: &Context, email: Option<String>, agree_tos: bool) -> Wish {
        let email = email.or_else(|| cx.settings.email.clone());
        Wish { email, agree_tos: agree_tos || cx.settings.agree_tos }
    }
}

/// The account for this CA; the first one is made when there is none.
///
/// # Errors
/// When the CA's terms are not agreed to, or the CA makes no account.
pub async fn account_for(cx: &Context, authority: &Authority, wish: &Wish) -> Result<Account> {
    if let Some(account) = usable(cx, authority.directory())? {
        keep_contact(cx, &account, wish);
        return Ok(account);
    }
    let identities = authority.meta().caa_identities.clone();
    pinning::warn(cx, &Change::Applicant(&Who::asking(cx, identities, None))).await;
    // Before the lock: nobody else must wait for a person.
    agree(cx, authority, wish).await?;
    let _lock = cx.store.lock_accounts(authority.directory(), &cx.reporter).await?;
    match usable(cx, authority.directory())? {
        Some(account) => Ok(account),
        None => create(cx, authority, wish).await,
    }
}

/// Has the terms agreed to before a long wait, not after it; asks the CA for its directory at most.
///
/// # Errors
/// When they are not agreed to.
pub async fn agree_beforehand(cx: &Context, directory: &Url, wish: Wish) -> Result<Wish> {
    if !wish.agree_tos && usable(cx, directory)?.is_none() {
        agree(cx, &cx.authority(directory).await?, &wish).await?;
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

fn usable(cx: &Context, directory: &Url) -> Result<Option<Account>> {
    let accounts = cx.store.accounts_at(directory)?;
    Ok(accounts.into_iter().find(|account| account.uri.is_some() && account.status == "valid"))
}

/// Makes an account. A key that an interrupted run left behind is used again: the CA may know it already.
async fn create(cx: &Context, authority: &Authority, wish: &Wish) -> Result<Account> {
    let unfinished = cx.store.accounts_at(authority.directory())?.into_iter().find(|account| account.uri.is_none());
    let mut account = match unfinished {
        Some(account) => account,
        None => fresh(authority)?,
    };
    let key = AccountKey::from_pem(&account.key)?;
    account.contact = wish.email.iter().map(|email| format!("mailto:{email}")).collect();
    // The key is on disk before the CA hears of it: an answer that is lost loses no account.
    cx.store.save_account(&key.thumbprint(), &account)?;
    let host = host_of(authority.directory().as_str());
    cx.report(Event::CreatingAccount { authority: host.clone() });
    let facts = authority.create_account(&key, &account.contact).await;
    let facts = facts.doing(format!("could not create an ACME account at {host}"))?;
    account.uri = Some(facts.uri);
    account.status = facts.status;
    account.contact = facts.contact;
    account.caa_identities = authority.meta().caa_identities.clone();
    cx.store.save_account(&key.thumbprint(), &account)?;
    Ok(account)
}

fn fresh(authority: &Authority) -> Result<Account> {
    Ok(Account {
        directory: authority.directory().clone(),
        uri: None,
        key: AccountKey::generate()?.to_pem(),
        contact: Vec::new(),
        status: "unfinished".to_owned(),
        caa_identities: Vec::new(),
        created_at: jiff::Timestamp::now(),
    })
}

/// The terms are asked for once, when an account is made (RFC 8555 section 7.3).
async fn agree(cx: &Context, authority: &Authority, wish: &Wish) -> Result<()> {
    let Some(terms) = &authority.meta().terms_of_service else { return Ok(()) };
    if wish.agree_tos || ask(cx, format!("Do you agree to the CA's terms of service, {terms} ?")).await {
        return Ok(());
    }
    Err(TermsNotAgreed { authority: host_of(authority.directory().as_str()), terms: terms.clone() }.into())
}

/// An address is for new accounts; that it changes nothing is not left unsaid.
fn keep_contact(cx: &Context, account: &Account, wish: &Wish) {
    let Some(email) = &wish.email else { return };
    if account.contact != [format!("mailto:{email}")] {
        let text =
            "the ACME account is there already, and keeps its contact address: --email is for new ones".to_owned();
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

/// On a thread of its own, so that Ctrl-C is heard meanwhile.
async fn ask(cx: &Context, question: String) -> bool {
    let reporter = cx.reporter.clone();
    let answer = tokio::task::spawn_blocking(move || reporter.ask(&question)).await;
    answer.ok().flatten().unwrap_or(false)
}

#[derive(Debug, thiserror::Error)]
#[error("{authority} wants its terms of service agreed to before it makes an account")]
struct TermsNotAgreed {
    authority: String,
    terms: Url,
}

impl Explain for TermsNotAgreed {
    fn kind(&self) -> Kind {
        Kind::ActionNeeded
    }

    fn hints(&self) -> Vec<Hint> {
        vec![
            Hint::new("read them, then run the same command with `--agree-tos` (or set `agree-tos = true` in the configuration file)")
                .line(self.terms.as_str()),
        ]
    }
}
