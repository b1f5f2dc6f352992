//! May this account at this CA get this name, by dns-01?

use serde::Serialize;
use url::Url;

use super::grant::{Grant, Whom};
use super::record::Record;
use super::{Climb, Found};
use crate::identifier::DnsName;

/// Properties that CAs know; others are ignored, unless they are critical (RFC 8659 section 4.5). There are more in the
/// IANA registry, but a CA that knows these alone refuses where another one is critical, and Let's Encrypt is one.
const KNOWN: [&str; 4] = ["issue", "issuewild", "iodef", "issuemail"];

/// Who asks for a certificate.
#[derive(Clone, Copy, Debug)]
pub struct Applicant<'a> {
    /// The names by which CAA records mean the CA (RFC 8555 section 7.1.1).
    pub identities: &'a [String],
    /// `None` before there is an account: then no record that pins an account permits anything.
    pub account: Option<&'a Url>,
}

/// What CAA says to an applicant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "verdict")]
pub enum Verdict {
    Permitted {
        restriction: Restriction,
    },
    Forbidden {
        at: DnsName,
        record: Option<String>,
        reason: Reason,
    },
    /// The records could not be had: CAs treat this as forbidding.
    Unknown {
        at: DnsName,
        said: String,
    },
}

/// How narrow the permission is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Restriction {
    /// Any CA may.
    Unrestricted,
    /// This CA may, and others too.
    SomeCas,
    /// Only this CA may, for any of its accounts.
    CaOnly,
    /// Only this account at this CA may.
    Locked,
}

/// Why a record set permits nothing here; the first of these that is nearest to a permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// A critical property that nobody knows.
    UnknownCritical,
    /// `;`, a value that no grammar has, or conditions that nobody can meet.
    Nobody,
    OtherCa,
    OtherAccount,
    /// This account, but by other validation methods.
    OtherMethod,
}

/// Judges a climb for a name, or for the wildcard below it.
#[must_use]
pub fn judge(climb: &Climb, wildcard: bool, applicant: Applicant<'_>) -> Verdict {
    match &climb.found {
        Found::Nothing => Verdict::Permitted { restriction: Restriction::Unrestricted },
        Found::Failed { at, said } => Verdict::Unknown { at: at.clone(), said: said.clone() },
        Found::Records { at, records } => {
            let sets = [records].into_iter().chain(&climb.differing);
            let verdicts: Vec<Verdict> = sets.map(|records| judge_records(at, records, wildcard, applicant)).collect();
            let strictest = verdicts.iter().find(|verdict| !matches!(verdict, Verdict::Permitted { .. }));
            strictest.unwrap_or(&verdicts[0]).clone()
        }
    }
}

fn judge_records(at: &DnsName, records: &[Record], wildcard: bool, applicant: Applicant<'_>) -> Verdict {
    let forbidden = |record: &Record, reason| {
        let (at, record) = (at.clone(), Some(record.line()));
        Verdict::Forbidden { at, record, reason }
    };
    if let Some(record) = records.iter().find(|record| is_unknown_critical(record)) {
        return forbidden(record, Reason::UnknownCritical);
    }
    let grants: Vec<(&Record, Grant)> =
        governing(records, wildcard).into_iter().map(|record| (record, Grant::of(record, applicant))).collect();
    let misses = grants.iter().filter_map(|(record, grant)| grant.miss().map(|reason| (*record, reason)));
    match misses.max_by_key(|(_, reason)| *reason) {
        Some((record, reason)) if grants.iter().all(|(_, grant)| grant.miss().is_some()) => forbidden(record, reason),
        _ => Verdict::Permitted { restriction: restriction(&grants) },
    }
}

/// Whether a record forbids all issuance, because nobody knows what it demands (RFC 8659 section 4.5).
#[must_use]
pub fn is_unknown_critical(record: &Record) -> bool {
    record.is_critical() && !KNOWN.contains(&record.tag())
}

/// `issuewild` governs wildcards where it is present, else `issue` does (RFC 8659 section 4.3).
#[must_use]
pub fn governing(records: &[Record], wildcard: bool) -> Vec<&Record> {
    let of = |tag: &str| records.iter().filter(|record| record.tag() == tag).collect::<Vec<_>>();
    let wild = if wildcard { of("issuewild") } else { Vec::new() };
    if wild.is_empty() { of("issue") } else { wild }
}

/// How narrow a set is that permits the applicant. Whoever else may issue counts, by whatever method.
fn restriction(grants: &[(&Record, Grant)]) -> Restriction {
    let lets = |whom: Whom| grants.iter().any(|(_, grant)| grant.whom == whom);
    if grants.is_empty() {
        Restriction::Unrestricted
    } else if lets(Whom::OtherCa) {
        Restriction::SomeCas
    } else if lets(Whom::AnyAccount) || lets(Whom::OtherAccount) {
        Restriction::CaOnly
    } else {
        Restriction::Locked
    }
}
