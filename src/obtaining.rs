//! From "this lineage needs a certificate" to files on disk: what `issue` and `renew` do alike.

mod preparing;
mod receiving;
mod standing_in;

use jiff::Timestamp;
use url::Url;

use crate::accounts::{Wish, account_for, is_first};
use crate::acme::{Account, AcmeError, Authority, authority_name};
use crate::acmedns::Registration;
use crate::certificate::{Chain, Holder};
use crate::context::Context;
use crate::delivery::deliver;
use crate::enrolment::Enrolled;
use crate::error::{Doing, Error, Hint, Result};
use crate::event::Event;
use crate::identifier::DnsName;
use crate::permission::{Who, permitted};
use crate::renewal::{Answer, Reason, Suggestion};
use crate::revoking::not_compromised;
use crate::store::{Guard, Lineage, Made, Renewal, Step};

pub use standing_in::{StandIn, stand_ins};

use preparing::{fresh, prepare};
use receiving::{Errand, Journal, receive};

/// What is to be obtained.
pub struct Wanted<'a> {
    /// As it shall be.
    pub lineage: Lineage,
    pub once: Once,
    pub reason: Reason,
    /// What was done for it before.
    pub steps: Vec<Step>,
    /// Its names, as they are registered.
    pub enrolled: &'a [Enrolled],
    pub wish: &'a Wish,
    /// The same before anybody was asked to agree to terms: those of one CA are not those of another.
    pub typed: &'a Wish,
    /// Why the lineage's own CA is not to be asked now: only those that stand in for it are.
    pub avoid: Option<&'a str>,
}

/// What is wanted of this one certificate, and not of those after it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Once {
    pub not_after: Option<Timestamp>,
    /// A key that was not used before, even where keys are kept.
    pub new_key: bool,
}

/// A lineage with its new certificate, and the CA that stood in for its own, if one had to.
pub struct Obtained {
    pub lineage: Lineage,
    pub stand_in: Option<StandIn>,
}

/// Orders, proves, checks, stores, and writes what is made of the certificate besides. The caller holds the lineage's
/// lock and has seen that the delegations stand. Where the CA is down or has had enough, those are asked that may
/// stand in for it.
///
/// # Errors
/// Whatever stands in the way. What must not be lost (the key, the order) is on disk by then.
pub async fn obtain(cx: &Context, wanted: &Wanted<'_>) -> Result<Obtained> {
    allowed(cx, &wanted.lineage)?;
    let own = &wanted.lineage.directory;
    let attempt = match wanted.avoid {
        None => Box::pin(obtain_at(cx, wanted, own, wanted.wish)).await,
        Some(because) => Err(AcmeError::Down { authority: authority_name(own), because: because.to_owned() }.into()),
    };
    let obtained = match attempt {
        Ok(lineage) => Obtained { lineage, stand_in: None },
        Err(error) => standing_in::ask_others(cx, wanted, error).await?,
    };
    // Not where a CA is asked: whatever comes of this, no other needs to be.
    deliver(cx, &obtained.lineage)?;
    Ok(obtained)
}

async fn obtain_at(cx: &Context, wanted: &Wanted<'_>, directory: &Url, wish: &Wish) -> Result<Lineage> {
    let authority = cx.authority(directory).await?;
    authority.offers(wanted.lineage.recipe.profile.as_deref())?;
    let account = permitted_account(cx, &authority, &wanted.lineage, wish).await?;
    let (lineage, holder) = prepare(cx, wanted, directory, &account).await?;
    let _locks = lock_registrations(cx, wanted.enrolled).await?;
    let ledger = Journal::of(cx, Some(&lineage.name), wanted.steps.clone());
    let errand = errand(&authority, &account, wanted, &lineage, &holder);
    let chain = receive(cx, &errand, &ledger).await?;
    errand.compare(&chain, &cx.reporter);
    let issued_by = (*directory != lineage.directory).then(|| directory.clone());
    let made = Made { at: Timestamp::now(), reason: wanted.reason.to_string(), steps: ledger.steps() };
    let lineage = cx.store.commit(&Lineage { issued_by, ..lineage }, &holder, &chain, made);
    let lineage = lineage.doing("could not store the certificate")?;
    let generation = lineage.live.unwrap_or_default();
    cx.report(Event::Stored { lineage: lineage.name.clone(), generation });
    begin_anew(cx, &authority, &lineage, &chain);
    Ok(lineage)
}

/// What was known of renewing the certificate before says nothing of this one. A CA that suggests nothing need not be
/// asked for a day.
fn begin_anew(cx: &Context, authority: &Authority, lineage: &Lineage, chain: &Chain) {
    let unasked = chain.leaf().renewal_id().filter(|_| authority.renewal_info().is_none());
    let none = Answer::Said(None, Some(std::time::Duration::from_secs(86_400)));
    let suggestion = unasked.map(|id| Suggestion::after(None, &id, none, Timestamp::now(), 0.0));
    // A stand-in's names are not those of the lineage's own CA.
    let is_own = lineage.directory == *authority.directory();
    let identities = match is_own {
        true => authority.meta().caa_identities.clone(),
        false => cx.store.renewal(&lineage.name).identities,
    };
    let renewal = Renewal { suggestion, failure: None, identities };
    if let Err(error) = cx.store.save_renewal(&lineage.name, &renewal) {
        cx.report(Event::Warning { text: Error::from(error).message() });
    }
}

/// Does all of it at this CA but storing: the certificate, and the key that it is for, are thrown away. What stays is
/// what every order leaves behind: the account, and what is in the slots of the registrations.
///
/// # Errors
/// Whatever stands in the way.
pub async fn rehearse(cx: &Context, wanted: &Wanted<'_>, directory: &Url) -> Result<Chain> {
    allowed(cx, &wanted.lineage)?;
    let authority = cx.authority(directory).await?;
    authority.offers(wanted.lineage.recipe.profile.as_deref())?;
    let account = permitted_account(cx, &authority, &wanted.lineage, wanted.wish).await?;
    let holder = fresh(&wanted.lineage).await?;
    let _locks = lock_registrations(cx, wanted.enrolled).await?;
    let lineage = Lineage { pending: None, ..wanted.lineage.clone() };
    let errand = errand(&authority, &account, wanted, &lineage, &holder);
    let chain = receive(cx, &errand, &Journal::of(cx, None, Vec::new())).await?;
    errand.compare(&chain, &cx.reporter);
    Ok(chain)
}

/// Keys that are here are chosen with care in `preparing`; that of a request is what it is.
fn allowed(cx: &Context, lineage: &Lineage) -> Result<()> {
    let Some(request) = &lineage.recipe.csr else { return Ok(()) };
    not_compromised(cx, request.public_key()).map_err(|fault| {
        let hint = Hint::new("whoever has the key makes another, and a request with that");
        Error::from(fault).hint(hint.line(format!("certdns issue --name {} --csr FILE", lineage.name)))
    })
}

fn errand<'a>(
    authority: &'a Authority,
    account: &'a Account,
    wanted: &'a Wanted<'_>,
    lineage: &'a Lineage,
    holder: &'a Holder,
) -> Errand<'a> {
    Errand { authority, account, lineage, holder, once: wanted.once, enrolled: wanted.enrolled }
}

/// The account to order with, when CAA lets it have these names. A lineage remembers that at its own CA.
async fn permitted_account(cx: &Context, authority: &Authority, lineage: &Lineage, wish: &Wish) -> Result<Account> {
    let names = &lineage.identifiers;
    let remembered = lineage.account.as_ref().filter(|_| lineage.directory == *authority.directory());
    let asking = |account| Who::asking(cx, authority.meta().caa_identities.clone(), account);
    if is_first(cx, authority.directory())? {
        permitted(cx, names, &asking(None)).await?;
    }
    let account = account_for(cx, authority, wish, remembered).await?;
    permitted(cx, names, &asking(Some(&account))).await?;
    Ok(account)
}

/// Two slots per registration are all there is: while this order uses them, nobody else may. Locked in one order by
/// everybody, so that two orders never wait for each other.
async fn lock_registrations(cx: &Context, enrolled: &[Enrolled]) -> Result<Vec<Guard>> {
    let each = enrolled.iter().flat_map(|one| one.registrations().map(|registration| (registration, &one.challenge)));
    let mut sorted: Vec<(&Registration, &DnsName)> = each.collect();
    sorted.sort_by_key(|(registration, challenge)| (registration.server.to_string(), (*challenge).clone()));
    let mut guards = Vec::with_capacity(sorted.len());
    for (registration, challenge) in &sorted {
        guards.push(cx.store.lock_registration(&registration.server, challenge, &cx.reporter).await?);
    }
    // Several names may share one registration, and with it the two slots.
    let mut shared: Vec<&Registration> = sorted.into_iter().map(|(registration, _)| registration).collect();
    shared.sort_by_key(|one| (one.server.to_string(), one.subdomain.clone()));
    shared.dedup_by_key(|one| (one.server.to_string(), one.subdomain.clone()));
    for one in shared {
        guards.push(cx.store.lock_slots(one, &cx.reporter).await?);
    }
    Ok(guards)
}
