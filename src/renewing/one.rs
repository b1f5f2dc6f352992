//! Renewing one lineage of a run.

use std::time::Duration;

use jiff::Timestamp;

use super::{Batch, Fate, Renewed};
use crate::accounts::Wish;
use crate::context::Context;
use crate::delivery::{deliver, is_delivered};
use crate::enrolment::{Enrolled, enrolled};
use crate::error::{Error, Result};
use crate::event::Event;
use crate::identifier::Identifier;
use crate::inspection::{Inspector, NotReady};
use crate::lineages::{LineageFault, Standing, load, standing};
use crate::obtaining::{Obtained, Once, Wanted, obtain};
use crate::renewal::{Decision, Failure, Reason};
use crate::store::Step;

/// A lineage that another process works on (waiting for a CNAME, perhaps) must not keep the others waiting.
const PATIENCE: Duration = Duration::from_secs(30);

pub(super) async fn renew(batch: &Batch<'_>, ready: Standing) -> Result<Fate> {
    let cx = batch.cx;
    if !batch.force && is_settled(cx, &ready) {
        return Ok(Fate::NotDue(ready));
    }
    let name = ready.lineage.name.clone();
    let _lock = cx.store.lock_lineage(&name, PATIENCE, &cx.reporter).await?;
    let lineage = load(cx, &name)?;
    cx.store.heal(&lineage)?;
    let delivered = deliver(cx, &lineage);
    // Another process may have renewed it while we waited for the lock.
    let before = standing(cx, load(cx, &name)?);
    let reason = match before.decision(Timestamp::now()) {
        Decision::Due(reason) => reason,
        Decision::Wait { .. } if batch.force => Reason::Forced,
        // Files that are not what they should be are never a reason to issue.
        Decision::Wait { .. } => return delivered.map(|_| Fate::NotDue(before)),
    };
    if let Err(error) = delivered {
        cx.report(Event::Warning { text: error.whole() });
    }
    match resting(batch, &before) {
        Some(failure) => Ok(Fate::Resting(before, Box::new(failure))),
        None => obtain_patiently(batch, before, reason).await,
    }
}

/// Whether there is nothing to do for it, as far as can be seen without its lock.
fn is_settled(cx: &Context, ready: &Standing) -> bool {
    let waits = matches!(ready.decision(Timestamp::now()), Decision::Wait { .. });
    waits && cx.store.is_whole(&ready.lineage) && is_delivered(cx, &ready.lineage)
}

/// The failures for which it is left alone. Whoever watches has a reason to try again.
fn resting(batch: &Batch<'_>, before: &Standing) -> Option<Failure> {
    let failure = before.renewal.failure.clone()?;
    failure.waits_until(Timestamp::now())?;
    (!batch.force && !batch.cx.reporter.is_interactive()).then_some(failure)
}

/// Once more when limits of the whole account are in the way, and pass soon.
async fn obtain_patiently(batch: &Batch<'_>, before: Standing, reason: Reason) -> Result<Fate> {
    let (cx, directory) = (batch.cx, before.lineage.directory.clone());
    // Where other CAs stand in, none needs to be waited for.
    let alone = cx.settings.fallback_ca.is_empty();
    loop {
        if let Some(postponed) = batch.brake.wait(cx, &directory).await.filter(|_| alone) {
            return Ok(Fate::Postponed(before, postponed));
        }
        match Box::pin(attempt(batch, &before, reason)).await {
            Ok(obtained) => return Ok(renewed(cx, obtained, &before, reason)),
            Err(error) if !batch.brake.engage(cx, &directory, &before.lineage.identifiers, &error) => {
                batch.brake.note_silence(&directory, &error);
                return Err(error);
            }
            Err(error) if !alone || batch.brake.is_too_long(&directory) => return Err(error),
            Err(_) => {}
        }
    }
}

fn renewed(cx: &Context, obtained: Obtained, before: &Standing, reason: Reason) -> Fate {
    let window = before.suggestion().filter(|_| reason == Reason::Suggested).and_then(|one| one.window.clone());
    let explanation = window.and_then(|window| window.explanation);
    let standing = standing(cx, obtained.lineage);
    Fate::Renewed(Box::new(Renewed { standing, reason, explanation, stand_in: obtained.stand_in }))
}

/// One attempt, and what it means for the next ones.
async fn attempt(batch: &Batch<'_>, before: &Standing, reason: Reason) -> Result<Obtained> {
    let cx = batch.cx;
    let enrolled = registered(cx, &before.lineage.identifiers)?;
    let begun = std::time::Instant::now();
    check(batch, before, &enrolled).await.inspect_err(|error| remember(cx, before, error, false))?;
    let wish = Wish::with_flags(cx, None, false);
    let (lineage, once) = (before.lineage.clone(), Once::default());
    let steps = vec![Step::new("check", begun.elapsed())];
    let wanted = Wanted { lineage, once, reason, steps, enrolled: &enrolled, wish: &wish, typed: &wish };
    let prepared = batch.round.before(cx, &wanted.lineage, reason).await;
    prepared.inspect_err(|error| remember(cx, before, error, false))?;
    let obtained = obtain(cx, &wanted).await;
    obtained.inspect_err(|error| remember(cx, before, error, true))
}

/// Nothing is ordered for names that would not be validated.
async fn check(batch: &Batch<'_>, before: &Standing, enrolled: &[Enrolled]) -> Result<()> {
    let (directory, account) = (&before.lineage.directory, before.lineage.account.as_ref());
    let mut inspector = Inspector::knowing(batch.cx, batch.holdings().await?, directory, account)?;
    let sights = inspector.look_before_ordering(batch.cx, enrolled).await;
    let fault = NotReady::from(&sights);
    batch.saw(sights);
    fault.map_or(Ok(()), |fault| Err(fault.into()))
}

/// Notes a failure: the CA is left alone for a while when it was asked. A certificate that is there all the same (what
/// could not be written are copies of it) is no failure to renew.
fn remember(cx: &Context, before: &Standing, error: &Error, asked: bool) {
    let name = &before.lineage.name;
    let live = cx.store.lineage(name).ok().flatten().and_then(|lineage| lineage.live);
    if live != before.lineage.live {
        return;
    }
    let until = error.downcast_ref::<crate::acme::AcmeError>().and_then(crate::acme::AcmeError::until);
    let asked = asked && error.downcast_ref::<crate::store::StoreError>().is_none();
    let not_after = before.certificate.as_ref().map(|certificate| certificate.not_after);
    let mut renewal = cx.store.renewal(name);
    let failure = Failure::after(renewal.failure.as_ref(), error, asked, until, not_after, Timestamp::now());
    renewal.failure = Some(failure);
    if let Err(error) = cx.store.save_renewal(name, &renewal) {
        cx.report(Event::Warning { text: Error::from(error).message() });
    }
}

fn registered(cx: &Context, names: &[Identifier]) -> Result<Vec<Enrolled>> {
    let found = enrolled(cx, names)?.into_iter();
    let registered = found.map(|(challenge, one)| one.ok_or(LineageFault::NoRegistration { challenge }));
    Ok(registered.collect::<Result<Vec<_>, _>>()?)
}
