//! What to do about names, given what is there. Pure but for reading the live certificate.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::desired::Desired;
use super::names;
use super::not_after::NotAfter;
use crate::certificate::{Lifespan, Recipe};
use crate::commands::faults::IssueFault;
use crate::context::Context;
use crate::error::Result;
use crate::identifier::Identifier;
use crate::lineages::{LineageFault, Standing, standing};
use crate::obtaining::Once;
use crate::renewal::{Decision, Reason};
use crate::store::Lineage;

pub(super) enum Plan {
    /// The certificate is good, and the next ones are to be made so.
    Keep(Box<Standing>, Recipe),
    Obtain(Box<Lineage>, Once, Reason),
}

/// What to do, and why.
pub(super) fn plan(cx: &Context, desired: &Desired, name: &str, before: Option<Lineage>) -> Result<Plan> {
    let wanted = wanted(desired, name, before.as_ref())?;
    let Some(before) = before else {
        return Ok(Plan::Obtain(Box::new(wanted), once(desired), Reason::NotIssued));
    };
    let chain = cx.store.live_chain(&before).ok().flatten();
    let leads_to = |root: &str| chain.as_ref().is_some_and(|chain| chain.leads_to(root));
    let standing = standing(cx, before);
    let changed = changed(&standing, &wanted, once(desired), leads_to);
    let reason = match (changed, standing.decision(Timestamp::now())) {
        (Some(reason), _) | (None, Decision::Due(reason)) => reason,
        (None, Decision::Wait { .. }) if desired.force => Reason::Forced,
        (None, Decision::Wait { .. }) => return Ok(Plan::Keep(Box::new(standing), wanted.recipe)),
    };
    Ok(Plan::Obtain(Box::new(wanted), once(desired), reason))
}

/// The lineage as it shall be.
fn wanted(desired: &Desired, name: &str, before: Option<&Lineage>) -> Result<Lineage> {
    // What an attempt was told that came to nothing is not kept.
    let is_kept = |before: &&Lineage| before.live.is_some() || before.is_untried();
    let recipe = recipe(desired, before.filter(is_kept));
    let (names, directory) = (desired.names.clone(), &desired.directory);
    let key_type = desired.key_type.or(before.map(|lineage| lineage.key_type)).unwrap_or_default();
    // Where nobody says otherwise, a certificate that is there stays with its CA.
    let own = before.filter(is_kept).filter(|_| !desired.directory_given);
    let directory = own.map_or(directory, |before| &before.directory).clone();
    let Some(before) = before else {
        return match desired.expand {
            true => Err(LineageFault::NoLineage { name: name.to_owned() }.into()),
            false => Ok(Lineage { recipe, ..Lineage::new(name, names, key_type, directory, Timestamp::now()) }),
        };
    };
    let names = if desired.expand { names::expanded(&before.identifiers, &names)? } else { names };
    let wanted = Lineage { identifiers: names, key_type, directory, recipe, ..before.clone() };
    belongs(desired, before, &wanted)?;
    Ok(wanted)
}

/// Whether what is asked for can be meant for this lineage.
fn belongs(desired: &Desired, before: &Lineage, wanted: &Lineage) -> Result<(), IssueFault> {
    let name = before.name.clone();
    if set(&before.identifiers) != set(&wanted.identifiers) && !desired.may_rename {
        // Another process took the name while we waited for the lock.
        return Err(IssueFault::NameTaken { name, names: before.identifiers.clone() });
    }
    match &wanted.recipe.csr {
        Some(request) if set(request.names()) != set(&wanted.identifiers) => Err(IssueFault::NamesOfRequest { name }),
        _ => Ok(()),
    }
}

/// How certificates are to be made: as before, but for what is given now.
fn recipe(desired: &Desired, before: Option<&Lineage>) -> Recipe {
    let request = desired.request.clone();
    let old = before.map(|lineage| lineage.recipe.clone()).unwrap_or_default();
    let key_here = desired.key_type.is_some() || desired.new_key || desired.reuse_key == Some(true);
    Recipe {
        profile: given(desired.profile.as_ref(), old.profile),
        preferred_chain: given(desired.preferred_chain.as_ref(), old.preferred_chain),
        reuse_key: request.is_none() && desired.reuse_key.unwrap_or(old.reuse_key),
        lifetime: match desired.not_after {
            Some(NotAfter::In(length)) => Some(Lifespan(length)),
            Some(NotAfter::Usual) => None,
            Some(NotAfter::At(_)) | None => old.lifetime,
        },
        csr: request.or(old.csr.filter(|_| !key_here)),
    }
}

/// An empty text takes back what was given before.
fn given(now: Option<&String>, before: Option<String>) -> Option<String> {
    match now.map(|text| text.trim()) {
        None => before,
        Some("") => None,
        Some(text) => Some(text.to_owned()),
    }
}

fn once(desired: &Desired) -> Once {
    let not_after = match desired.not_after {
        Some(NotAfter::At(moment)) => Some(moment),
        _ => None,
    };
    Once { not_after, new_key: desired.new_key }
}

/// Why a lineage as it is does not answer what is asked for now.
fn changed(before: &Standing, wanted: &Lineage, once: Once, leads_to: impl Fn(&str) -> bool) -> Option<Reason> {
    let (lineage, recipe) = (&before.lineage, &wanted.recipe);
    lineage.live?;
    let old = &lineage.recipe;
    // A CA need not keep to the end that was asked for: asking for the same again is to change nothing.
    let asked = lineage.live.and_then(|live| lineage.origin(live).not_after);
    let until = asked.or(before.certificate.as_ref().map(|certificate| certificate.not_after));
    let differs = |wanted: Timestamp| until.is_none_or(|until| until.duration_since(wanted).abs().as_mins() > 0);
    let other_chain = |root: &String| recipe.preferred_chain != old.preferred_chain && !leads_to(root);
    let reasons = [
        (set(&lineage.identifiers) != set(&wanted.identifiers), Reason::OtherNames),
        (recipe.csr.is_some() && recipe.csr != old.csr, Reason::OtherRequest),
        (lineage.key_type != wanted.key_type, Reason::OtherKeyType),
        (once.new_key || recipe.csr != old.csr, Reason::NewKey),
        (recipe.profile != old.profile, Reason::OtherProfile),
        (lineage.directory != wanted.directory, Reason::OtherAuthority),
        (recipe.lifetime != old.lifetime || once.not_after.is_some_and(differs), Reason::OtherDates),
        (recipe.preferred_chain.as_ref().is_some_and(other_chain), Reason::OtherChain),
    ];
    reasons.into_iter().find_map(|(is_so, reason)| is_so.then_some(reason))
}

fn set(names: &[Identifier]) -> BTreeSet<&Identifier> {
    names.iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_text_takes_back_what_was_given_before() {
        let before = || Some("shortlived".to_owned());
        assert_eq!(given(None, before()), before());
        assert_eq!(given(Some(&" ".to_owned()), before()), None);
        assert_eq!(given(Some(&"classic".to_owned()), before()), Some("classic".to_owned()));
    }
}
