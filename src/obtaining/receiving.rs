//! Gets a chain from the CA, and sees that it is the one that was asked for.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use url::Url;

use super::Once;
use crate::acme::{Account, AccountKey, AcmeError, Authority, NewOrder, authority_name};
use crate::acmedns::{Published, RELEASED, Registration};
use crate::certificate::{self, Chain, Holder};
use crate::context::Context;
use crate::delegation::Delegation;
use crate::enrolment::Enrolled;
use crate::error::{Error, Hint, Result};
use crate::event::{Event, SharedReporter};
use crate::issuance::{Issuance, Ledger, Part};
use crate::renewal::{Decision, Rules, decide};
use crate::store::{Lineage, Step, Store};

/// A CA rounds dates; this much later is still what was asked for.
const ROUNDED: SignedDuration = SignedDuration::from_mins(1);

/// Whom to ask for what.
#[derive(Clone, Copy)]
pub(super) struct Errand<'a> {
    pub authority: &'a Authority,
    pub account: &'a Account,
    pub lineage: &'a Lineage,
    pub holder: &'a Holder,
    pub once: Once,
    pub enrolled: &'a [Enrolled],
}

/// Gets a chain that is worth storing. The certificate of an old order may be none any more: then a new one is made.
pub(super) async fn receive(cx: &Context, errand: &Errand<'_>, ledger: &Journal<'_>) -> Result<Chain> {
    let old_order = errand.lineage.pending.as_ref().and_then(|pending| pending.order.as_ref());
    let received = issue(cx, errand, ledger, old_order).await?;
    let judged = errand.accept(&received);
    if judged.is_ok() && !(old_order.is_some() && is_due(&judged)) {
        return judged;
    }
    // The order has come to its end; the next one is another.
    ledger.order_lost()?;
    if old_order.is_none() {
        return judged;
    }
    let received = issue(cx, errand, ledger, None).await;
    let anew = received.and_then(|received| errand.accept(&received));
    match (judged, anew) {
        // Due, but good for a while: better than what there is.
        (Ok(old), Err(_)) => Ok(old),
        (_, anew) => anew,
    }
}

fn is_due(chain: &Result<Chain>) -> bool {
    let due =
        |chain: &Chain| matches!(decide(chain.leaf().lifetime(), Rules::default(), Timestamp::now()), Decision::Due(_));
    chain.as_ref().is_ok_and(due)
}

async fn issue(cx: &Context, errand: &Errand<'_>, ledger: &Journal<'_>, resume: Option<&Url>) -> Result<String> {
    let Errand { authority, account, lineage, .. } = errand;
    let uri = account.uri.clone().expect("an account that is used has its URI");
    let session = authority.session(uri, AccountKey::from_pem(&account.key)?);
    let csr = errand.holder.request(&lineage.identifiers)?;
    let replaces = errand.replaces(cx);
    let issuance = Issuance {
        session: &session,
        acme_dns: &cx.acme_dns()?,
        dns: &cx.dns()?,
        reporter: &cx.reporter,
        ledger,
        wanted: NewOrder { replaces: replaces.as_deref(), ..errand.order(Timestamp::now()) },
        is_preferred: &|pem| errand.prefers(pem),
        parts: parts(cx, errand.enrolled)?,
        csr: &csr,
        resume,
    };
    issuance.run().await.map_err(|error| errand.explained(error))
}

impl Errand<'_> {
    fn order(&self, now: Timestamp) -> NewOrder<'_> {
        let recipe = &self.lineage.recipe;
        NewOrder {
            names: &self.lineage.identifiers,
            profile: recipe.profile.as_deref(),
            not_after: self.not_after(now),
            replaces: None,
        }
    }

    /// Until when the certificate should be valid, where somebody cares: to the second, as certificates have it.
    fn not_after(&self, now: Timestamp) -> Option<Timestamp> {
        let lasting = |lifetime: certificate::Lifespan| now.checked_add(lifetime.0).ok();
        let moment = self.once.not_after.or_else(|| self.lineage.recipe.lifetime.and_then(lasting))?;
        moment.round(jiff::TimestampRound::new().smallest(jiff::Unit::Second).mode(jiff::RoundMode::Trunc)).ok()
    }

    /// The live certificate, where it is of the same CA and account, and the CA wants to know (RFC 9773 section 5).
    fn replaces(&self, cx: &Context) -> Option<String> {
        self.authority.renewal_info()?;
        let live = cx.store.lineage(&self.lineage.name).ok().flatten()?;
        let origin = live.origin(live.live?);
        let same_account = origin.account.is_some() && origin.account == self.account.uri;
        let chain = cx.store.live_chain(&live).ok().flatten().filter(|_| same_account);
        let certificate = chain.filter(|_| origin.directory == *self.authority.directory())?.leaf().clone();
        let shared = self.lineage.identifiers.iter().any(|name| live.identifiers.contains(name));
        certificate.renewal_id().filter(|_| shared)
    }

    fn accept(&self, pem: &str) -> Result<Chain> {
        let chain = Chain::parse(pem)?;
        certificate::verify(&chain, &self.holder.public_key(), &self.lineage.identifiers, Timestamp::now())?;
        Ok(chain)
    }

    /// Any chain will do where none is preferred; one that is no good never is.
    fn prefers(&self, pem: &str) -> bool {
        match &self.lineage.recipe.preferred_chain {
            None => true,
            Some(root) => self.accept(pem).is_ok_and(|chain| chain.leads_to(root)),
        }
    }

    /// Tells where the certificate is not all that was wanted, though good.
    pub(super) fn compare(&self, chain: &Chain, reporter: &SharedReporter) {
        let (authority, told) = (authority_name(self.authority.directory()), chain.root_name().unwrap_or_default());
        let preferred = self.lineage.recipe.preferred_chain.as_ref();
        if let Some(root) = preferred.filter(|root| !chain.leads_to(root)) {
            let text = format!("{authority} has no chain to {root:?}; the one to {told:?} is taken");
            reporter.report(Event::Warning { text });
        }
        let (until, wanted) = (chain.leaf().not_after, self.not_after(Timestamp::now()));
        if wanted.is_some_and(|wanted| until.duration_since(wanted) > ROUNDED) {
            let text = format!(
                "{authority} did not keep to the end that was asked for: the certificate is good until {until}"
            );
            reporter.report(Event::Warning { text });
        }
    }

    /// Many CAs take no dates, and say no more than that the order is malformed.
    fn explained(&self, error: Error) -> Error {
        let malformed = error.downcast_ref::<AcmeError>().is_some_and(AcmeError::is_malformed);
        match malformed && self.not_after(Timestamp::now()).is_some() {
            true => error.hint(Hint::new("many CAs do not let orders choose dates: try without `--not-after`")),
            false => error,
        }
    }
}

fn parts(cx: &Context, enrolled: &[Enrolled]) -> Result<Vec<Part>> {
    let each = enrolled.iter().flat_map(|one| one.registrations().map(move |registration| (one, registration)));
    let part = |(one, registration): (&Enrolled, &Registration)| {
        Ok(Part {
            delegation: Delegation { challenge: one.challenge.clone(), target: registration.fulldomain.clone() },
            published: cx.store.published(registration, &one.challenge)?,
            registration: registration.clone(),
        })
    };
    each.map(part).collect()
}

/// What an issuance tells on its way goes into the state directory at once; without a lineage, that of the slots only.
pub(super) struct Journal<'a> {
    store: &'a Store,
    lineage: Option<&'a str>,
    steps: Mutex<Vec<Step>>,
}

impl Ledger for Journal<'_> {
    fn took(&self, step: &'static str, time: Duration) {
        self.steps.lock().unwrap_or_else(PoisonError::into_inner).push(Step::new(step, time));
    }

    fn order_placed(&self, order: &Url) -> Result<()> {
        self.set_order(Some(order))
    }

    fn order_lost(&self) -> Result<()> {
        self.set_order(None)
    }

    fn published(&self, part: &Part, values: &[Published]) -> Result<()> {
        if values.iter().any(|published| published.value == RELEASED) {
            self.store.make_machine_id()?;
        }
        Ok(self.store.save_published(&part.registration, &part.delegation.challenge, values)?)
    }
}

impl<'a> Journal<'a> {
    /// After these steps.
    pub(super) fn of(cx: &'a Context, lineage: Option<&'a str>, steps: Vec<Step>) -> Journal<'a> {
        Journal { store: &cx.store, lineage, steps: Mutex::new(steps) }
    }

    pub(super) fn steps(&self) -> Vec<Step> {
        self.steps.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set_order(&self, order: Option<&Url>) -> Result<()> {
        match self.lineage {
            Some(name) => Ok(self.store.set_order(name, order)?),
            None => Ok(()),
        }
    }
}
