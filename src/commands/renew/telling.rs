//! What a run has to tell those who want to know: notices and pings.

use super::outcome::RenewOutcome;
use crate::certificate::Certificate;
use crate::commands::hooking::failure;
use crate::context::Context;
use crate::deploying::Ran;
use crate::error::{Error, Kind, Result};
use crate::lineages::{Standing, load, standing};
use crate::notices::{Condition, Trouble};
use crate::notifying;
use crate::output::Outcome;
use crate::renewal::Failure;
use crate::renewing::{Broken, Fate, Part};

/// Tells how the lineages stand, and how the run ended when it was one of all of them.
pub(super) async fn tell(cx: &Context, result: &Result<RenewOutcome>, of_all: bool) {
    if let Ok(outcome) = result {
        let conditions = outcome.parts().iter().filter_map(|part| condition(cx, part, outcome.ran())).collect();
        notifying::tell(cx, conditions).await;
    }
    if of_all {
        let kind = result.as_ref().map_or_else(|error| Some(error.kind()), Outcome::kind);
        let summary = result.as_ref().map_or_else(Error::outward, summary);
        notifying::run_ended(cx, kind, &summary).await;
    }
}

/// How a lineage stands now; `None` when this run has nothing new to say of it.
fn condition(cx: &Context, part: &Part, ran: &[Ran]) -> Option<Condition> {
    let (now, trouble) = match &part.result {
        Ok(Fate::Renewed(renewed)) => (Some(renewed.standing.clone()), None),
        Ok(Fate::NotDue(standing)) => (Some(standing.clone()), part.broken.first().map(broken)),
        Ok(Fate::Resting(standing, failure)) => (Some(standing.clone()), Some(resting(failure))),
        Ok(Fate::Postponed(..)) => return None,
        Err(error) => (load(cx, &part.lineage).ok().map(|lineage| standing(cx, lineage)), Some(Trouble::from(error))),
    };
    let trouble = trouble.or_else(|| undeployed(ran, &part.lineage));
    let names = now.iter().flat_map(|one| &one.lineage.identifiers).map(ToString::to_string).collect();
    let certificate = now.as_ref().and_then(|one| one.certificate.as_ref());
    let lifetime = certificate.map(Certificate::lifetime);
    let due_at = now.as_ref().and_then(Standing::due_at);
    Some(Condition { lineage: part.lineage.clone(), names, lifetime, due_at, trouble })
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
    Trouble { kind: Kind::ActionNeeded, message, causes: messages.collect(), hints, tried: true }
}

fn resting(failure: &Failure) -> Trouble {
    let Failure { kind, message, causes, hints, .. } = failure.clone();
    Trouble { kind, message, causes, hints, tried: false }
}

/// For a ping: what is wrong, a line each.
fn summary(outcome: &RenewOutcome) -> String {
    let line = |(lineage, told): (String, String)| match told.contains(&lineage) {
        true => format!("{told}\n"),
        false => format!("{lineage}: {told}\n"),
    };
    outcome.tally().failures.into_iter().map(line).collect()
}
