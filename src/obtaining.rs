//! From "this lineage needs a certificate" to files on disk: what `issue` and `renew` do alike.

use std::collections::BTreeSet;

use jiff::Timestamp;
use url::Url;

use crate::accounts::{Wish, account_for, is_first};
use crate::acme::{Account, AccountKey, Authority};
use crate::acmedns::Published;
use crate::certificate::{self, Chain, PrivateKey};
use crate::context::Context;
use crate::enrolment::Enrolled;
use crate::error::{Doing, Result};
use crate::event::Event;
use crate::identifier::Identifier;
use crate::issuance::{Issuance, Ledger, Part};
use crate::permission::{Who, permitted};
use crate::renewal::{Decision, decide};
use crate::store::{Guard, Lineage, Pending, Store};

/// Orders, proves, checks and stores. The caller holds the lineage's lock and has seen that the delegations stand.
///
/// # Errors
/// Whatever stands in the way. What must not be lost (the key, the order) is on disk by then.
pub async fn obtain(cx: &Context, lineage: Lineage, enrolled: &[Enrolled], wish: &Wish) -> Result<Lineage> {
    let authority = cx.authority(&lineage.directory).await?;
    let asking = |account| Who::asking(cx, authority.meta().caa_identities.clone(), account);
    if is_first(cx, authority.directory())? {
        permitted(cx, &lineage.identifiers, &asking(None)).await?;
    }
    let account = account_for(cx, &authority, wish, lineage.account.as_ref()).await?;
    let lineage = Lineage { account: account.uri.clone(), ..lineage };
    permitted(cx, &lineage.identifiers, &asking(Some(&account))).await?;
    let (lineage, key) = prepare(cx, lineage, &account).await?;
    let _locks = lock_registrations(cx, enrolled).await?;
    let chain = receive(cx, &authority, &account, &lineage, &key, enrolled).await?;
    let lineage = cx.store.commit(&lineage, &key, &chain).doing("could not store the certificate")?;
    let generation = lineage.live.unwrap_or_default();
    cx.report(Event::Stored { lineage: lineage.name.clone(), generation });
    Ok(lineage)
}

/// Gets a chain that is worth storing. The certificate of an old order may be none any more: then a new one is made.
async fn receive(
    cx: &Context,
    authority: &Authority,
    account: &Account,
    lineage: &Lineage,
    key: &PrivateKey,
    enrolled: &[Enrolled],
) -> Result<Chain> {
    let old_order = lineage.pending.as_ref().and_then(|pending| pending.order.as_ref());
    let received = issue(cx, authority, account, lineage, key, enrolled, old_order).await?;
    let judged = accept(&received, key, lineage);
    if judged.is_ok() && !(old_order.is_some() && is_due(&judged)) {
        return judged;
    }
    // The order has come to its end; the next one is another.
    cx.store.set_order(&lineage.name, None)?;
    if old_order.is_none() {
        return judged;
    }
    let received = issue(cx, authority, account, lineage, key, enrolled, None).await;
    let anew = received.and_then(|received| accept(&received, key, lineage));
    match (judged, anew) {
        // Due, but good for a while: better than what there is.
        (Ok(old), Err(_)) => Ok(old),
        (_, anew) => anew,
    }
}

fn accept(pem: &str, key: &PrivateKey, lineage: &Lineage) -> Result<Chain> {
    let chain = Chain::parse(pem)?;
    certificate::verify(&chain, key, &lineage.identifiers, Timestamp::now())?;
    Ok(chain)
}

fn is_due(chain: &Result<Chain>) -> bool {
    let due = |chain: &Chain| matches!(decide(chain.leaf().lifetime(), Timestamp::now()), Decision::Due(_));
    chain.as_ref().is_ok_and(due)
}

fn set(names: &[Identifier]) -> BTreeSet<&Identifier> {
    names.iter().collect()
}

/// Puts the private key on disk before the CA can sign for it. The key and order of an interrupted run are used again.
async fn prepare(cx: &Context, lineage: Lineage, account: &Account) -> Result<(Lineage, PrivateKey)> {
    if let Some(key) = unfinished(cx, &lineage, account)? {
        return Ok((lineage, key));
    }
    let key_type = lineage.key_type;
    // RSA keys take seconds to find: not on a thread that others need.
    let generated = tokio::task::spawn_blocking(move || PrivateKey::generate(key_type)).await;
    let key = generated.expect("key generation does not panic")?;
    let lineage = cx.store.begin(lineage, &key, account.uri.clone()).doing("could not store the private key")?;
    Ok((lineage, key))
}

/// The key of an interrupted run, when it was for the same names, key type and account.
fn unfinished(cx: &Context, lineage: &Lineage, account: &Account) -> Result<Option<PrivateKey>> {
    let same = |pending: &&Pending| {
        set(&pending.identifiers) == set(&lineage.identifiers)
            && pending.key_type == lineage.key_type
            && pending.directory == lineage.directory
            && pending.account == account.uri
    };
    match lineage.pending.as_ref().filter(same) {
        Some(_) => Ok(cx.store.pending_key(&lineage.name)?),
        None => Ok(None),
    }
}

/// Two slots per registration are all there is: while this order uses them, nobody else may. Locked in one order by
/// everybody, so that two orders never wait for each other.
async fn lock_registrations(cx: &Context, enrolled: &[Enrolled]) -> Result<Vec<Guard>> {
    let mut sorted: Vec<&Enrolled> = enrolled.iter().collect();
    sorted.sort_by_key(|one| (one.registration.server.to_string(), one.challenge.clone()));
    let mut guards = Vec::with_capacity(sorted.len());
    for one in sorted {
        guards.push(cx.store.lock_registration(&one.registration.server, &one.challenge, &cx.reporter).await?);
    }
    Ok(guards)
}

async fn issue(
    cx: &Context,
    authority: &Authority,
    account: &Account,
    lineage: &Lineage,
    key: &PrivateKey,
    enrolled: &[Enrolled],
    resume: Option<&Url>,
) -> Result<String> {
    let uri = account.uri.clone().expect("an account that is used has its URI");
    let session = authority.session(uri, AccountKey::from_pem(&account.key)?);
    let csr = certificate::csr(key, &lineage.identifiers)?;
    let issuance = Issuance {
        session: &session,
        acme_dns: &cx.acme_dns()?,
        dns: &cx.dns()?,
        reporter: &cx.reporter,
        ledger: &Journal { store: &cx.store, lineage: &lineage.name },
        identifiers: &lineage.identifiers,
        parts: parts(cx, enrolled)?,
        csr: &csr,
        resume,
    };
    issuance.run().await
}

fn parts(cx: &Context, enrolled: &[Enrolled]) -> Result<Vec<Part>> {
    let part = |one: &Enrolled| {
        Ok(Part {
            delegation: one.delegation(),
            published: cx.store.published(&one.registration, &one.challenge)?,
            registration: one.registration.clone(),
        })
    };
    enrolled.iter().map(part).collect()
}

/// What an issuance tells on its way goes into the state directory at once.
struct Journal<'a> {
    store: &'a Store,
    lineage: &'a str,
}

impl Ledger for Journal<'_> {
    fn order_placed(&self, order: &Url) -> Result<()> {
        Ok(self.store.set_order(self.lineage, Some(order))?)
    }

    fn order_lost(&self) -> Result<()> {
        Ok(self.store.set_order(self.lineage, None)?)
    }

    fn published(&self, part: &Part, values: &[Published]) -> Result<()> {
        Ok(self.store.save_published(&part.registration, &part.delegation.challenge, values)?)
    }
}
