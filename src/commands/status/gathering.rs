//! Reads what is kept of every lineage, and judges it.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::certificate::Lifetime;
use crate::context::Context;
use crate::delivery::is_delivered;
use crate::deploying::{Undeployed, undeployed};
use crate::error::{Error, Result};
use crate::health::{Facts, Health, Limits, judge};
use crate::identifier::{DnsName, Identifier};
use crate::lineages::LineageFault;
use crate::lineages::{Standing, standing};
use crate::store::{Look, Looks, lineage_name};

use super::Entry;

/// So many generations of before are shown.
const PAST: usize = 3;

/// The lineages that are meant, each once; without any, all of them.
pub(super) fn wanted(cx: &Context, texts: &[String]) -> Result<Vec<String>> {
    let known = cx.store.lineage_names()?;
    if texts.is_empty() {
        return Ok(known);
    }
    let names: BTreeSet<String> = texts.iter().map(|text| lineage_name(text)).collect::<Result<_, _>>()?;
    match names.iter().find(|name| !known.contains(name)) {
        Some(name) => Err(LineageFault::NoLineage { name: name.clone() }.into()),
        None => Ok(names.into_iter().collect()),
    }
}

/// Each as it stands. What cannot be read is told beside the rest.
pub(super) fn gather(cx: &Context, names: &[String], looks: &Looks, limits: &Limits, now: Timestamp) -> Vec<Entry> {
    names.iter().filter_map(|name| entry(cx, name, looks, limits, now)).collect()
}

/// `None` for one that was deleted meanwhile.
fn entry(cx: &Context, name: &str, looks: &Looks, limits: &Limits, now: Timestamp) -> Option<Entry> {
    let lineage = match cx.store.lineage(name) {
        Ok(lineage) => lineage?,
        Err(error) => return Some(unreadable(name, error.into())),
    };
    let undelivered = !is_delivered(cx, &lineage);
    let undeployed = undeployed(cx, &lineage);
    let standing = standing(cx, lineage);
    let delegations = delegations(&standing, looks);
    let facts = facts(&standing, &delegations, undelivered, undeployed.as_ref());
    let health = judge(&facts, limits, now);
    Some(Entry { name: name.to_owned(), kept: Ok(standing), health, delegations, undeployed, past: Vec::new() })
}

fn unreadable(name: &str, error: Error) -> Entry {
    let (name, health) = (name.to_owned(), Health::unreadable());
    Entry { name, kept: Err(error), health, delegations: Vec::new(), undeployed: None, past: Vec::new() }
}

fn delegations(standing: &Standing, looks: &Looks) -> Vec<(DnsName, Option<Look>)> {
    let names = standing.lineage.identifiers.iter();
    let challenges: BTreeSet<DnsName> = names.map(Identifier::challenge_name).collect();
    let look = |challenge: DnsName| (challenge.clone(), looks.get(&challenge).cloned());
    challenges.into_iter().map(look).collect()
}

fn facts<'a>(
    standing: &'a Standing,
    delegations: &[(DnsName, Option<Look>)],
    undelivered: bool,
    undeployed: Option<&Undeployed>,
) -> Facts<'a> {
    Facts {
        lifetime: standing.certificate.as_ref().map(crate::certificate::Certificate::lifetime),
        damaged: standing.damage.is_some(),
        revoked: standing.lineage.live_revoked().is_some(),
        compromised: standing.compromised,
        due: standing.due(),
        known_since: standing.suggestion().map(|suggestion| suggestion.asked_at),
        failure: standing.renewal.failure.as_ref(),
        blocked: delegations.iter().any(|(_, look)| look.as_ref().is_some_and(Look::is_broken)),
        undelivered,
        undeployed: undeployed.is_some(),
        served: undeployed.and_then(|undeployed| undeployed.served),
    }
}

/// When the generations before lived, as far as their files tell.
pub(super) fn remember(cx: &Context, entries: &mut [Entry]) {
    for entry in entries {
        entry.past = past(cx, entry);
    }
}

fn past(cx: &Context, entry: &Entry) -> Vec<Lifetime> {
    let live = entry.standing().and_then(|standing| standing.lineage.live);
    let numbers = cx.store.generations(&entry.name).unwrap_or_default();
    let before = numbers.into_iter().rev().filter(|number| Some(*number) < live).take(PAST);
    before.filter_map(|number| cx.store.chain(&entry.name, number).ok()).map(|chain| chain.leaf().lifetime()).collect()
}
