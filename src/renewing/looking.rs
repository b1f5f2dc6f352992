//! A look at the delegations of lineages that are not due: what broke is told of weeks before it matters.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::PoisonError;

use jiff::{SignedDuration, Timestamp};

use super::{Batch, Fate, Part, is_recent};
use crate::context::Context;
use crate::enrolment::enrolled_each;
use crate::error::{Error, Kind, Result};
use crate::event::Event;
use crate::identifier::{DnsName, Identifier};
use crate::inspection::{Inspector, Sight};
use crate::lineages::LineageFault;
use crate::store::{Fault, Lineage, Look, Looks};

/// Names whose delegation stood are looked at this often.
pub(super) const DAY: SignedDuration = SignedDuration::from_hours(24);

/// A challenge name that would not be validated, and what was seen there.
#[derive(Clone, Debug)]
pub struct Broken {
    pub challenge: DnsName,
    pub look: Look,
}

/// Looks at what has not been looked at for a day, or was broken then, and tells each lineage of what is broken.
pub(super) async fn look_at_delegations(batch: &Batch<'_>, parts: &mut [Part]) {
    let (cx, now) = (batch.cx, Timestamp::now());
    keep(cx, &batch.seen.lock().unwrap_or_else(PoisonError::into_inner));
    let known = cx.store.looks();
    let lineages: Vec<&Lineage> = parts.iter().filter_map(idle).collect();
    let stale = |challenge: &DnsName| known.get(challenge).is_none_or(|look| !is_recent(look, now));
    let challenges: BTreeSet<DnsName> =
        lineages.iter().flat_map(|lineage| &lineage.identifiers).map(Identifier::challenge_name).collect();
    if challenges.iter().any(stale) {
        look(batch, &lineages, &stale).await.unwrap_or_else(|error| tell(cx, &error));
    }
    if batch.is_of_all && parts.iter().all(|part| part.result.is_ok()) {
        let kept = parts.iter().filter_map(lineage).flat_map(|one| &one.identifiers).map(Identifier::challenge_name);
        cx.store.forget_looks_but(&kept.collect()).unwrap_or_else(|error| tell(cx, &error.into()));
    }
    let looks = cx.store.looks();
    for part in parts.iter_mut() {
        part.broken = idle(part).map(|lineage| broken(lineage, &looks)).unwrap_or_default();
    }
}

fn lineage(part: &Part) -> Option<&Lineage> {
    match part.result.as_ref().ok()? {
        Fate::Renewed(renewed) => Some(&renewed.standing.lineage),
        _ => idle(part),
    }
}

/// Those that were not looked at in this run, as those are that are renewed.
fn idle(part: &Part) -> Option<&Lineage> {
    match part.result.as_ref().ok()? {
        Fate::NotDue(standing) | Fate::Resting(standing, _) | Fate::Postponed(standing, _) => Some(&standing.lineage),
        Fate::Renewed(_) => None,
    }
}

async fn look(batch: &Batch<'_>, idle: &[&Lineage], stale: &dyn Fn(&DnsName) -> bool) -> Result<()> {
    let cx = batch.cx;
    let names = idle.iter().flat_map(|lineage| &lineage.identifiers);
    let names: Vec<_> = names.filter(|name| stale(&name.challenge_name())).cloned().collect();
    let (now, mut subjects, mut lost) = (Timestamp::now(), Vec::new(), Looks::new());
    // One that cannot be read does not hide the others.
    for (challenge, found) in enrolled_each(cx, &names).await {
        match found {
            Ok(Some(found)) => subjects.push(found),
            Ok(None) => {
                let fault = Error::from(LineageFault::NoRegistration { challenge: challenge.clone() });
                lost.insert(challenge, unseen(&fault, now));
            }
            Err(error) => drop(lost.insert(challenge, unseen(&error, now))),
        }
    }
    let inspector = Inspector::of_lineages(cx, batch.holdings().await?, idle)?;
    keep(cx, &inspector.look(&subjects).await);
    Ok(cx.store.save_looks(lost)?)
}

/// What is seen of a name whose registration is gone or cannot be read: a person must act.
fn unseen(error: &Error, now: Timestamp) -> Look {
    let (message, hints) = (error.whole(), error.hints().to_vec());
    let fault = Fault { code: "not-registered".to_owned(), kind: Kind::ActionNeeded, message, hints };
    Look { at: now, since: now, faults: vec![fault], caa: BTreeMap::new() }
}

/// That no look was possible is no reason to hide what became of the renewals.
fn tell(cx: &Context, error: &Error) {
    let told = error.whole();
    cx.report(Event::Warning { text: format!("the delegations could not be looked at: {told}") });
}

fn broken(lineage: &Lineage, looks: &Looks) -> Vec<Broken> {
    let challenges: BTreeSet<DnsName> = lineage.identifiers.iter().map(Identifier::challenge_name).collect();
    let seen = challenges.into_iter().filter_map(|challenge| Some((looks.get(&challenge)?.clone(), challenge)));
    let broken = seen.filter(|(look, _)| look.is_broken());
    broken.map(|(look, challenge)| Broken { challenge, look }).collect()
}

/// Keeps what was seen, for the runs and for whoever asks how things stand.
pub fn keep(cx: &Context, sights: &[Sight]) {
    let (now, known) = (Timestamp::now(), cx.store.looks());
    let seen = sights.iter().map(|sight| {
        let challenge = sight.delegation.challenge.clone();
        let look = looked(sight, known.get(&challenge), now);
        (challenge, look)
    });
    cx.store.save_looks(seen.collect()).unwrap_or_else(|error| tell(cx, &error.into()));
}

fn looked(sight: &Sight, before: Option<&Look>, now: Timestamp) -> Look {
    let faults: Vec<Fault> = sight
        .errors()
        .map(|finding| Fault {
            code: finding.code.to_owned(),
            kind: finding.kind(),
            message: finding.sentence(),
            hints: finding.hints.clone(),
        })
        .collect();
    let is_broken = faults.iter().any(|fault| fault.kind == Kind::ActionNeeded);
    let since = before.filter(|before| before.is_broken() == is_broken).map_or(now, |before| before.since);
    let caa: BTreeMap<String, String> =
        sight.caa.iter().map(|one| (one.name.to_string(), one.restriction.words().to_owned())).collect();
    Look { at: now, since, faults, caa }
}
