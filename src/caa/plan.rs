//! Which records to add, and which to remove, so that an applicant may issue, or nobody else.

use super::Applicant;
use super::grant::{Grant, METHOD};
use super::record::Record;
use super::verdict::{governing, is_unknown_critical};

/// What the records are to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// The applicant may issue; whoever is named already may go on.
    Permit,
    /// Nobody but the applicant may issue, by dns-01 only.
    Lock,
}

/// The way from the records at a name to those that should be there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    pub add: Vec<Record>,
    /// Records that stand against the aim.
    pub remove: Vec<Record>,
    pub keep: Vec<Record>,
}

impl Plan {
    /// Plans for what is asked for at a place: names (`false`), wildcards (`true`), or both. Where no `issue` and no
    /// `issuewild` stands, nobody is named who would be shut out: then both are added, and lock.
    #[must_use]
    pub fn new(present: &[Record], asked: &[bool], applicant: Applicant<'_>, aim: Aim) -> Plan {
        let against = |record: &&Record| {
            let others = restricts(record) && Grant::of(record, applicant).lets_others();
            is_unknown_critical(record) || (aim == Aim::Lock && others)
        };
        let (remove, keep): (Vec<&Record>, Vec<&Record>) = present.iter().partition(against);
        let keep: Vec<Record> = keep.into_iter().cloned().collect();
        let fresh = !keep.iter().any(restricts);
        let missing = [false, true].into_iter().filter(|wildcard| {
            fresh || !stands(&governing(&keep, *wildcard), asked.contains(wildcard), applicant, aim)
        });
        let mut tags: Vec<&str> = missing.map(|wildcard| tag(&keep, wildcard, fresh || aim == Aim::Lock)).collect();
        tags.dedup();
        let add = tags.into_iter().filter_map(|tag| permitting_record(tag, applicant)).collect();
        Plan { add, remove: remove.into_iter().cloned().collect(), keep }
    }

    /// Whether everything is as it should be.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.add.is_empty() && self.remove.is_empty()
    }

    /// The records that stand there once it is done.
    #[must_use]
    pub fn merged(&self) -> Vec<Record> {
        [self.keep.clone(), self.add.clone()].concat()
    }
}

/// Whether the records that govern names, or wildcards, do what they should. What nobody asked for is left alone.
fn stands(governing: &[&Record], asked: bool, applicant: Applicant<'_>, aim: Aim) -> bool {
    let mut grants = governing.iter().map(|record| Grant::of(record, applicant));
    match aim {
        Aim::Permit => !asked || governing.is_empty() || grants.any(|grant| grant.miss().is_none()),
        // What remains and does not lock permits nobody, which is narrow enough.
        Aim::Lock => grants.any(Grant::locks) || (!asked && !governing.is_empty()),
    }
}

/// The property to add. An `issuewild` where there was none would take wildcards from those whom `issue` names.
fn tag(kept: &[Record], wildcard: bool, apart: bool) -> &'static str {
    match wildcard && (apart || kept.iter().any(|record| record.tag() == "issuewild")) {
        true => "issuewild",
        false => "issue",
    }
}

/// The record that lets the applicant issue, and nobody else, by dns-01 only; without an account, its CA. The CA's
/// first identity is its main one (RFC 8555 section 7.1.1).
#[must_use]
pub fn permitting_record(tag: &str, applicant: Applicant<'_>) -> Option<Record> {
    let issuer = applicant.identities.first()?;
    let value = match applicant.account {
        Some(account) => format!("{issuer}; accounturi={account}; validationmethods={METHOD}"),
        None => issuer.clone(),
    };
    Some(Record::new(0, tag, value.as_bytes()))
}

/// Whether a record says who may issue for names.
#[must_use]
pub fn restricts(record: &Record) -> bool {
    matches!(record.tag(), "issue" | "issuewild")
}
