//! Looks at delegations and CAA now, for whoever does not want to go by the last daily look.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::commands::check::not_registered;
use crate::context::Context;
use crate::delegation::Finding;
use crate::enrolment::{Enrolled, enrolled};
use crate::error::Result;
use crate::identifier::{DnsName, Identifier};
use crate::inspection::{Inspector, Sight};
use crate::store::{Fault, Look, Looks};

/// What is seen at this moment; what was seen before tells since when it is so. Keeps nothing.
pub(super) async fn look(cx: &Context, lineages: &[String]) -> Result<Looks> {
    let (before, now) = (cx.store.looks(), Timestamp::now());
    let read = lineages.iter().filter_map(|name| cx.store.lineage(name).ok().flatten());
    let names: Vec<Identifier> = read.flat_map(|lineage| lineage.identifiers).collect();
    let (mut looks, mut found) = (Looks::new(), Vec::new());
    for (challenge, one) in enrolled(cx, &names).await? {
        match one {
            Some(one) => found.push(one),
            None => drop(looks.insert(challenge.clone(), kept(before.get(&challenge), unregistered(&challenge), now))),
        }
    }
    looks.extend(seen(cx, &found).await?.into_iter().map(|(challenge, look)| {
        let look = kept(before.get(&challenge), look, now);
        (challenge, look)
    }));
    Ok(looks)
}

/// What stands against a validation, and what CAA says, at each challenge name.
async fn seen(cx: &Context, found: &[Enrolled]) -> Result<Vec<(DnsName, Sighted)>> {
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let mut inspector = Inspector::of_everything(cx, &cx.settings.ca).await?;
    let sights = inspector.look_before_ordering(cx, found).await;
    Ok(sights.into_iter().map(|sight| (sight.delegation.challenge.clone(), sighted(&sight))).collect())
}

type Sighted = (Vec<Fault>, BTreeMap<String, String>);

fn sighted(sight: &Sight) -> Sighted {
    let caa = sight.caa.iter().map(|one| (one.name.to_string(), one.restriction.words().to_owned())).collect();
    (sight.errors().map(fault).collect(), caa)
}

fn unregistered(challenge: &DnsName) -> Sighted {
    (vec![fault(&not_registered(challenge))], BTreeMap::new())
}

fn fault(finding: &Finding) -> Fault {
    let (code, hints) = (finding.code.to_owned(), finding.hints.clone());
    Fault { code, kind: finding.kind(), message: finding.sentence(), hints }
}

fn kept(before: Option<&Look>, (faults, caa): Sighted, now: Timestamp) -> Look {
    let look = Look { at: now, since: now, faults, caa };
    let same = before.filter(|before| before.is_broken() == look.is_broken());
    Look { since: same.map_or(now, |before| before.since), ..look }
}
