//! Renewing one lineage of a run.

use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::holding_back::remember;
use super::{Batch, Fate, Renewed, is_urged};
use crate::accounts::Wish;
use crate::context::Context;
use crate::delivery::{deliver, is_delivered};
use crate::enrolment::{Enrolled, enrolled};
use crate::error::{Doing, Result};
use crate::event::Event;
use crate::identifier::Identifier;
use crate::inspection::{Inspector, NotReady};
use crate::lineages::{LineageFault, Standing, load, standing};
use crate::obtaining::{Obtained, Once, Wanted, obtain, stand_ins};
use crate::renewal::{Decision, Failure, Reason};
use crate::store::{Lineage, Step};

/// A lineage that another process works on (waiting for a CNAME, perhaps) must not keep the others waiting.
const PATIENCE: Duration = Duration::from_secs(30);
/// An order is placed at most so often where limits of the account come in between.
const ATTEMPTS: u32 = 3;

pub(super) async fn renew(batch: &Batch<'_>, ready: Standing) -> Result<Fate> {
    let cx = batch.cx;
    let name = ready.lineage.name.clone();
    if !batch.force && is_settled(cx, &ready) && !batch.round.owes(cx, &ready.lineage)? {
        return Ok(Fate::NotDue(ready));
    }
    let _lock = cx.store.lock_lineage(&name, PATIENCE, &cx.reporter).await?;
    let fate = renew_locked(batch, &name).await;
    let looked = batch.round.look(cx, &name).doing(format!("could not see which hooks are to be run for {name}"));
    fate.and_then(|fate| looked.map(|()| fate))
}

/// The caller holds the lineage's lock.
async fn renew_locked(batch: &Batch<'_>, name: &str) -> Result<Fate> {
    let cx = batch.cx;
    let lineage = load(cx, name)?;
    cx.store.heal(&lineage)?;
    let delivered = deliver(cx, &lineage);
    // Another process may have renewed it while we waited for the lock.
    let before = standing(cx, load(cx, name)?);
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
    (!is_urged(batch.cx, batch.force)).then_some(failure)
}

/// Tries again when limits of the whole account are in the way and pass soon. Where other CAs stand in, none is waited
/// for.
async fn obtain_patiently(batch: &Batch<'_>, before: Standing, reason: Reason) -> Result<Fate> {
    let (cx, directory) = (batch.cx, before.lineage.directory.clone());
    let has_stand_ins = stand_ins(cx, &directory).next().is_some();
    let avoid = match has_stand_ins {
        true => batch.brake.blocked(&directory).map(|blocked| blocked.because),
        false => match batch.brake.wait(cx, &directory).await {
            Some(postponed) => return Ok(Fate::Postponed(before, postponed)),
            None => None,
        },
    };
    let wanted = Prepared::for_order(batch, &before, reason).await?;
    for attempt in 1.. {
        let error = match wanted.obtain(cx, avoid.as_deref()).await {
            Ok(obtained) => return Ok(renewed(batch, obtained, &before, reason)),
            Err(error) => error,
        };
        let is_limit = !has_stand_ins && batch.brake.engage(cx, &directory, &before.lineage.identifiers, &error);
        if !is_limit || attempt == ATTEMPTS {
            batch.brake.note_silence(&directory, &error);
            remember(cx, &before, &error, true);
            return Err(error);
        }
        if let Some(postponed) = batch.brake.wait(cx, &directory).await {
            return Ok(Fate::Postponed(before, postponed));
        }
    }
    unreachable!("the last attempt returns")
}

fn renewed(batch: &Batch<'_>, obtained: Obtained, before: &Standing, reason: Reason) -> Fate {
    if let Some(stand_in) = &obtained.stand_in {
        batch.brake.note_stood_in(&before.lineage.directory, stand_in.because.clone());
    }
    let window = before.suggestion().filter(|_| reason == Reason::Suggested).and_then(|one| one.window.clone());
    let explanation = window.and_then(|window| window.explanation);
    let standing = standing(batch.cx, obtained.lineage);
    Fate::Renewed(Box::new(Renewed { standing, reason, explanation, stand_in: obtained.stand_in }))
}

/// All that comes before an order, done once however often that is tried.
struct Prepared {
    lineage: Lineage,
    reason: Reason,
    enrolled: Vec<Enrolled>,
    steps: Vec<Step>,
}

impl Prepared {
    async fn for_order(batch: &Batch<'_>, before: &Standing, reason: Reason) -> Result<Prepared> {
        let (cx, begun) = (batch.cx, Instant::now());
        let prepared = async {
            let enrolled = registered(cx, &before.lineage.identifiers).await?;
            check(batch, before, &enrolled).await?;
            let steps = vec![Step::new("check", begun.elapsed())];
            batch.round.before(cx, &before.lineage, reason).await?;
            Ok(Prepared { lineage: before.lineage.clone(), reason, enrolled, steps })
        };
        prepared.await.inspect_err(|error| remember(cx, before, error, false))
    }

    async fn obtain(&self, cx: &Context, avoid: Option<&str>) -> Result<Obtained> {
        let wish = Wish::with_flags(cx, None, false);
        let (lineage, steps, once) = (self.lineage.clone(), self.steps.clone(), Once::default());
        let (reason, enrolled) = (self.reason, self.enrolled.as_slice());
        let wanted = Wanted { lineage, once, reason, steps, enrolled, wish: &wish, typed: &wish, avoid };
        Box::pin(obtain(cx, &wanted)).await
    }
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

async fn registered(cx: &Context, names: &[Identifier]) -> Result<Vec<Enrolled>> {
    let found = enrolled(cx, names).await?.into_iter();
    let registered = found.map(|(challenge, one)| one.ok_or(LineageFault::NoRegistration { challenge }));
    Ok(registered.collect::<Result<Vec<_>, _>>()?)
}
