//! What a run has to tell those who want to know: notices and pings.

use super::outcome::RenewOutcome;
use crate::certificate::Certificate;
use crate::commands::hooking::failure;
use crate::context::Context;
use crate::deploying::Ran;
use crate::error::{Error, Kind, Result};
use crate::lineages::{Standing, load, standing};
use crate::notices::{Condition, Trouble, Whole};
use crate::notifying;
use crate::output::Outcome;
use crate::renewal::Failure;
use crate::renewing::{Broken, Fate, Part, Postponed};

/// Tells how the lineages stand, and how the run ended when it was one of all of them.
pub(super) async fn tell(cx: &Context, result: &Result<RenewOutcome>, of_all: bool) {
    let parts = result.iter().flat_map(|outcome| outcome.parts().iter().map(|part| (part, outcome.ran())));
    let conditions = parts.map(|(part, ran)| condition(cx, part, ran)).collect();
    let whole = match result {
        _ if !of_all => Whole::Unknown,
        Ok(_) => Whole::Well,
        Err(error) => Whole::Failed(Trouble::from(error)),
    };
    notifying::tell(cx, conditions, &whole).await;
    // Where there is nothing to renew, nobody can say that all is well: it may be the wrong state directory.
    if of_all && !is_empty(result) {
        let kind = result.as_ref().map_or_else(|error| Some(error.kind()), Outcome::kind);
        let summary = result.as_ref().map_or_else(Error::outward, summary);
        notifying::run_ended(cx, kind, &summary).await;
    }
}

fn is_empty(result: &Result<RenewOutcome>) -> bool {
    result.as_ref().is_ok_and(|outcome| outcome.parts().is_empty())
}

/// How a lineage stands now.
fn condition(cx: &Context, part: &Part, ran: &[Ran]) -> Condition {
    let (now, trouble) = match &part.result {
        Ok(Fate::Renewed(renewed)) => (Some(renewed.standing.clone()), None),
        Ok(Fate::NotDue(standing)) => (Some(standing.clone()), part.broken.first().map(broken)),
        Ok(Fate::Resting(standing, failure)) => (Some(standing.clone()), Some(resting(failure))),
        Ok(Fate::Postponed(standing, postponed)) => (Some(standing.clone()), Some(waiting(postponed))),
        Err(error) => (load(cx, &part.lineage).ok().map(|lineage| standing(cx, lineage)), Some(Trouble::from(error))),
    };
    // Whoever only waits for a CA may still have servers without the certificate of before.
    let (waiting, trouble) =
        if trouble.as_ref().is_some_and(|one| one.is_postponed) { (trouble, None) } else { (None, trouble) };
    let trouble = trouble.or_else(|| undeployed(ran, &part.lineage)).or(waiting);
    let names = now.iter().flat_map(|one| &one.lineage.identifiers).map(ToString::to_string).collect();
    let certificate = now.as_ref().and_then(|one| one.certificate.as_ref());
    let lifetime = certificate.map(Certificate::lifetime);
    let due_at = now.as_ref().and_then(Standing::due_at);
    Condition { lineage: part.lineage.clone(), names, lifetime, due_at, trouble }
}

/// A hook that failed for it: there is a certificate, and servers do not have it.
fn undeployed(ran: &[Ran], lineage: &String) -> Option<Trouble> {
    let failed = ran.iter().filter(|ran| ran.lineages.contains(lineage)).find_map(failure);
    failed.map(Trouble::from)
}

/// A delegation that broke before the renewal is due.
fn broken(broken: &Broken) -> Trouble {
    let faults = || broken.look.faults.iter().filter(|fault| fault.kind == Kind::ActionNeeded);
    let mut messages = faults().map(|fault| fault.message.clone());
    let message = messages.next().unwrap_or_default();
    let hints = faults().flat_map(|fault| fault.hints.clone()).collect();
    Trouble { kind: Kind::ActionNeeded, message, causes: messages.collect(), hints, tried: true, is_postponed: false }
}

fn resting(failure: &Failure) -> Trouble {
    let Failure { kind, message, causes, hints, .. } = failure.clone();
    Trouble { kind, message, causes, hints, tried: false, is_postponed: false }
}

/// Nothing is wrong with it, but it may come to its end.
fn waiting(postponed: &Postponed) -> Trouble {
    let (message, causes, hints) = (postponed.because.clone(), Vec::new(), Vec::new());
    Trouble { kind: Kind::TryLater, message, causes, hints, tried: false, is_postponed: true }
}

/// For a ping: what is wrong, a line each.
fn summary(outcome: &RenewOutcome) -> String {
    let line = |(lineage, told): (String, String)| match told.contains(&lineage) {
        true => format!("{told}\n"),
        false => format!("{lineage}: {told}\n"),
    };
    outcome.tally().failures.into_iter().map(line).collect()
}
