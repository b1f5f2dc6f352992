//! Takes what is in a bundle: what cannot be fetched again first and all or nothing, and nothing is ever overwritten.
//!
//! Whatever can be wrong is looked for before anything is written. A run that was killed in between is completed by the
//! next: what is here already is known again.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::time::Duration;

use url::Url;

use super::content::Bundle;
use super::fault::BundleFault;
use crate::accounts::import::{self, Whereabouts};
use crate::acme::Account;
use crate::context::Context;
use crate::error::{Doing, Error, Result};
use crate::http::is_private_enough;
use crate::identifier::Identifier;
use crate::registrations::formats::{Client, Entry};
use crate::registrations::{Cause, Found, Outcome, Taken, Wishes};
use crate::secret::Secret;
use crate::store::{Lineage, Record, What};

/// A lineage that another process works on is told of, not waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// How something in a bundle meets what is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Nothing is here in its place.
    New,
    Same,
    /// Another is here.
    Other,
    /// Its names have a lineage here that is called otherwise.
    Called(String),
}

/// What is in a bundle, each beside what is here.
#[derive(Debug)]
pub struct Plan {
    pub path: PathBuf,
    pub registrations: Vec<(Record, Fate)>,
    pub accounts: Vec<(Account, Fate)>,
    pub lineages: Vec<(Lineage, Fate)>,
    entries: Vec<Entry>,
}

/// What became of it.
#[derive(Debug, Default)]
pub struct Brought {
    pub registrations: Option<Outcome>,
    pub accounts: Vec<(Account, Fate)>,
    pub lineages: Vec<(Lineage, Fate)>,
    /// What became of no account or lineage; the registrations are here all the same.
    pub failed: Vec<Error>,
    /// What was left behind on the way, in words.
    pub left_out: Vec<String>,
}

/// Looks at a bundle. Changes nothing, and asks nobody.
///
/// # Errors
/// When something in it, or what is here in its place, cannot be used.
pub fn plan(cx: &Context, path: &Path, bundle: Bundle, text: &Secret) -> Result<Plan> {
    see_encrypted(cx, &bundle)?;
    let entries = Bundle::entries(text)?.into_iter().collect::<Result<_, _>>()?;
    let registrations = bundle.registrations.into_iter().map(|one| {
        let mine = cx.store.records_of(&one.challenge)?;
        Ok((fate_of_registration(&mine, &one), one))
    });
    let accounts = bundle.accounts.into_iter().map(|one| {
        let mine = cx.store.accounts_at(&one.directory)?;
        Ok((fate_of_account(&mine, &one), one))
    });
    let called = called(cx)?;
    let lineages = bundle.lineages.into_iter().map(|one| Ok((fate_of_lineage(cx, &called, &one)?, one)));
    Ok(Plan {
        path: path.to_owned(),
        registrations: beside(registrations)?,
        accounts: beside(accounts)?,
        lineages: beside(lineages)?,
        entries,
    })
}

/// No CA is asked in clear unless that is allowed.
fn see_encrypted(cx: &Context, bundle: &Bundle) -> Result<(), BundleFault> {
    let accounts = bundle.accounts.iter().map(|one| (&one.directory, format!("the ACME account {}", one.title())));
    let lineages = bundle.lineages.iter().map(|one| (&one.directory, format!("the lineage {}", one.name)));
    let in_clear = |directory: &Url| !is_private_enough(directory, cx.settings.allow_http);
    match accounts.chain(lineages).find(|(directory, _)| in_clear(directory)) {
        Some((_, what)) => Err(BundleFault::Plain { what }),
        None => Ok(()),
    }
}

fn beside<T>(all: impl Iterator<Item = Result<(Fate, T)>>) -> Result<Vec<(T, Fate)>> {
    all.map(|one| one.map(|(fate, one)| (one, fate))).collect()
}

fn fate_of_registration(mine: &[Record], theirs: &Record) -> Fate {
    match mine.iter().any(|one| one.registration.is_same(&theirs.registration)) {
        true => Fate::Same,
        false if mine.is_empty() => Fate::New,
        false => Fate::Other,
    }
}

/// One that is here with another key: which of both the CA knows, it says when it is asked.
fn fate_of_account(mine: &[Account], theirs: &Account) -> Fate {
    match mine.iter().find(|one| one.uri.is_some() && one.uri == theirs.uri) {
        None => Fate::New,
        Some(one) if one.key.expose() == theirs.key.expose() => Fate::Same,
        Some(_) => Fate::Other,
    }
}

/// What the lineages here are called, by their names in certificates.
type Called = HashMap<BTreeSet<Identifier>, String>;

fn called(cx: &Context) -> Result<Called> {
    let known = cx.store.lineages()?.into_iter().flatten();
    Ok(known.map(|one| (one.identifiers.into_iter().collect(), one.name)).collect())
}

fn fate_of_lineage(cx: &Context, called: &Called, theirs: &Lineage) -> Result<Fate> {
    if let Some(mine) = cx.store.lineage(&theirs.name)? {
        // Which account it is ordered with is found out here.
        let mine = Lineage { account: theirs.account.clone(), created_at: theirs.created_at, ..mine.settings() };
        return Ok(if mine == *theirs { Fate::Same } else { Fate::Other });
    }
    let same = called.get(&theirs.identifiers.iter().cloned().collect::<BTreeSet<_>>());
    Ok(same.map_or(Fate::New, |name| Fate::Called(name.clone())))
}

/// Takes it.
///
/// # Errors
/// When a registration conflicts, or a CA does not confirm an account; nothing has changed then.
pub async fn take(cx: &Context, plan: Plan, wishes: &Wishes) -> Result<Brought> {
    let confirmed = confirmed(cx, &plan, wishes.offline).await;
    confirmed.doing(format!("nothing was taken from {}", plan.path.display()))?;
    let mut brought = Brought { registrations: registrations(cx, &plan, wishes).await?, ..Brought::default() };
    for (account, fate) in plan.accounts {
        brought.add_account(cx, &plan.path, account, fate).await;
    }
    for (lineage, fate) in plan.lineages {
        brought.add_lineage(cx, lineage, fate).await;
    }
    Ok(brought)
}

/// The CAs know all accounts that are not here.
async fn confirmed(cx: &Context, plan: &Plan, offline: bool) -> Result<()> {
    for (account, _) in plan.accounts.iter().filter(|(_, fate)| *fate != Fate::Same) {
        if offline {
            return Err(BundleFault::Offline.into());
        }
        import::confirm(cx, &found(&plan.path, account)).await?;
    }
    Ok(())
}

fn found(path: &Path, account: &Account) -> import::Found {
    import::Found {
        client: "certdns",
        path: path.to_owned(),
        key: account.key.clone(),
        uri: account.uri.clone(),
        authority: Whereabouts::Directory(account.directory.clone()),
    }
}

async fn registrations(cx: &Context, plan: &Plan, wishes: &Wishes) -> Result<Option<Outcome>> {
    if plan.entries.is_empty() {
        return Ok(None);
    }
    let entries = plan.entries.iter().cloned().map(Ok).collect();
    let found = Found { client: Client::Certdns, path: plan.path.clone(), entries, exposed: false };
    let cause = Cause { what: What::Imported, text: format!("from the bundle {}", plan.path.display()) };
    crate::registrations::take(cx, &found, &cause, wishes).await.map(Some)
}

impl Brought {
    /// The registrations, and what became of each.
    #[must_use]
    pub fn taken(&self) -> &[Taken] {
        self.registrations.as_ref().map_or(&[], |outcome| &outcome.taken)
    }

    /// What is to be known of the registrations, each in a sentence.
    #[must_use]
    pub fn notes(&self) -> &[String] {
        self.registrations.as_ref().map_or(&[], |outcome| &outcome.said)
    }

    async fn add_account(&mut self, cx: &Context, path: &Path, account: Account, fate: Fate) {
        if fate == Fate::Same {
            return self.accounts.push((account, fate));
        }
        let doing = format!("could not keep the ACME account {}", account.title());
        match self.kept(cx, path, &account).await {
            Ok(kept) => self.accounts.push((kept, fate)),
            Err(error) => self.failed.push(error.doing(doing)),
        }
    }

    /// An account's name may be another's here.
    async fn kept(&mut self, cx: &Context, path: &Path, account: &Account) -> Result<Account> {
        let others = cx.store.accounts_at(&account.directory)?;
        let mut others = others.iter().filter(|other| other.uri != account.uri);
        let name = account.name.as_deref();
        let free = name.filter(|name| !others.any(|other| other.answers_to(name)));
        if let (Some(name), None) = (name, free) {
            self.left_out.push(format!("the name {name} of an ACME account, which another account has here"));
        }
        import::take_over(cx, &found(path, account), free).await
    }

    async fn add_lineage(&mut self, cx: &Context, lineage: Lineage, fate: Fate) {
        if fate != Fate::New {
            return self.lineages.push((lineage, fate));
        }
        match added(cx, &lineage).await {
            Ok(true) => self.lineages.push((lineage, Fate::New)),
            Ok(false) => self.lineages.push((lineage, Fate::Other)),
            Err(error) => self.failed.push(error.doing(format!("could not keep the lineage {}", lineage.name))),
        }
    }
}

async fn added(cx: &Context, lineage: &Lineage) -> Result<bool> {
    let _lock = cx.store.lock_lineage(&lineage.name, PATIENCE, &cx.reporter).await?;
    Ok(cx.store.add_lineage(lineage)?)
}
