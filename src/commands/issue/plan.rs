//! What to do about names, given what is there. Pure but for reading the live certificate.

use std::collections::BTreeSet;
use std::str::FromStr;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, SpanRelativeTo, Timestamp};

use super::{Args, names};
use crate::certificate::{Lifespan, Recipe, Request};
use crate::commands::faults::IssueFault;
use crate::context::Context;
use crate::error::Result;
use crate::identifier::Identifier;
use crate::lineages::{LineageFault, Standing, standing};
use crate::obtaining::Once;
use crate::renewal::{Decision, Reason};
use crate::settings::Given;
use crate::store::Lineage;

/// What a certificate is asked for: names, or a request with just these names.
pub(super) struct Target {
    pub names: Vec<Identifier>,
    pub request: Option<Request>,
}

pub(super) enum Plan {
    /// The certificate is good, and the next ones are to be made so.
    Keep(Box<Standing>, Recipe),
    Obtain(Box<Lineage>, Once, Reason),
}

/// What to do, and why.
pub(super) fn plan(cx: &Context, args: &Args, name: &str, target: Target, before: Option<Lineage>) -> Result<Plan> {
    let wanted = wanted(cx, args, name, target, before.as_ref())?;
    let Some(before) = before else {
        return Ok(Plan::Obtain(Box::new(wanted), once(args), Reason::NotIssued));
    };
    let chain = cx.store.live_chain(&before).ok().flatten();
    let leads_to = |root: &str| chain.as_ref().is_some_and(|chain| chain.leads_to(root));
    let standing = standing(cx, before);
    let changed = changed(&standing, &wanted, once(args), leads_to);
    let reason = match (changed, standing.decision(Timestamp::now())) {
        (Some(reason), _) | (None, Decision::Due(reason)) => reason,
        (None, Decision::Wait { .. }) if args.force => Reason::Forced,
        (None, Decision::Wait { .. }) => return Ok(Plan::Keep(Box::new(standing), wanted.recipe)),
    };
    Ok(Plan::Obtain(Box::new(wanted), once(args), reason))
}

/// The lineage as it shall be.
fn wanted(cx: &Context, args: &Args, name: &str, target: Target, before: Option<&Lineage>) -> Result<Lineage> {
    // What an attempt was told that came to nothing is not kept.
    let recipe = recipe(args, before.filter(|before| before.live.is_some()), target.request);
    let key_type = args.key_type.or(before.map(|lineage| lineage.key_type)).unwrap_or_default();
    // Where nobody says otherwise, a certificate that is there stays with its CA.
    let own = before.filter(|before| before.live.is_some() && cx.settings.ca_given == Given::Nowhere);
    let directory = own.map_or(&cx.settings.ca, |before| &before.directory).clone();
    let Some(before) = before else {
        return match args.expand {
            true => Err(LineageFault::NoLineage { name: name.to_owned() }.into()),
            false => Ok(Lineage { recipe, ..Lineage::new(name, target.names, key_type, directory, Timestamp::now()) }),
        };
    };
    let names = if args.expand { names::expanded(&before.identifiers, &target.names)? } else { target.names };
    let wanted = Lineage { identifiers: names, key_type, directory, recipe, ..before.clone() };
    belongs(args, before, &wanted)?;
    Ok(wanted)
}

/// Whether what is asked for can be meant for this lineage.
fn belongs(args: &Args, before: &Lineage, wanted: &Lineage) -> Result<(), IssueFault> {
    let name = before.name.clone();
    if set(&before.identifiers) != set(&wanted.identifiers) && args.name.is_none() {
        // Another process took the name while we waited for the lock.
        return Err(IssueFault::NameTaken { name, names: before.identifiers.clone() });
    }
    match &wanted.recipe.csr {
        Some(request) if set(request.names()) != set(&wanted.identifiers) => Err(IssueFault::NamesOfRequest { name }),
        _ => Ok(()),
    }
}

/// How certificates are to be made: as before, but for what is given now.
fn recipe(args: &Args, before: Option<&Lineage>, request: Option<Request>) -> Recipe {
    let old = before.map(|lineage| lineage.recipe.clone()).unwrap_or_default();
    let key_here = args.key_type.is_some() || args.new_key || args.reuse_key == Some(true);
    Recipe {
        profile: given(args.profile.as_ref(), old.profile),
        preferred_chain: given(args.preferred_chain.as_ref(), old.preferred_chain),
        reuse_key: request.is_none() && args.reuse_key.unwrap_or(old.reuse_key),
        lifetime: match args.not_after {
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

fn once(args: &Args) -> Once {
    let not_after = match args.not_after {
        Some(NotAfter::At(moment)) => Some(moment),
        _ => None,
    };
    Once { not_after, new_key: args.new_key }
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

/// `--not-after`: a moment, a length of time, or what the CA likes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotAfter {
    At(Timestamp),
    In(SignedDuration),
    Usual,
}

impl FromStr for NotAfter {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<NotAfter, &'static str> {
        let wrong = "write a date such as 2027-01-31, or a length of time such as 7d or 36h";
        if text.trim().is_empty() {
            return Ok(NotAfter::Usual);
        }
        if let Ok(moment) = text.parse::<Timestamp>() {
            return Ok(NotAfter::At(moment));
        }
        if let Ok(date) = text.parse::<Date>() {
            return TimeZone::UTC.to_timestamp(date.at(0, 0, 0, 0)).map(NotAfter::At).map_err(|_| wrong);
        }
        let span: Span = text.parse().map_err(|_| wrong)?;
        let length = span.to_duration(SpanRelativeTo::days_are_24_hours()).map_err(|_| wrong)?;
        if length.is_positive() { Ok(NotAfter::In(length)) } else { Err(wrong) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_certificate_is_a_moment_a_length_of_time_or_what_the_ca_likes() {
        let at = |text: &str| NotAfter::At(text.parse().unwrap());
        assert_eq!("2027-01-31".parse(), Ok(at("2027-01-31T00:00:00Z")));
        assert_eq!("2027-01-31T12:00:00+02:00".parse(), Ok(at("2027-01-31T10:00:00Z")));
        assert_eq!("7d".parse(), Ok(NotAfter::In(SignedDuration::from_hours(7 * 24))));
        assert_eq!("36h".parse(), Ok(NotAfter::In(SignedDuration::from_hours(36))));
        assert_eq!("".parse(), Ok(NotAfter::Usual));
        for text in ["tomorrow", "-7d", "0s", "3 months", "2027-13-01"] {
            assert!(text.parse::<NotAfter>().is_err(), "{text}");
        }
    }

    #[test]
    fn an_empty_text_takes_back_what_was_given_before() {
        let before = || Some("shortlived".to_owned());
        assert_eq!(given(None, before()), before());
        assert_eq!(given(Some(&" ".to_owned()), before()), None);
        assert_eq!(given(Some(&"classic".to_owned()), before()), Some("classic".to_owned()));
    }
}
