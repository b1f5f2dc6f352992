//! May this account at this CA get this name, by dns-01?

use serde::Serialize;
use url::Url;

use super::record::{Property, Record};
use super::{Climb, Found};
use crate::identifier::DnsName;

/// Properties that are known; others are ignored, unless they are critical (RFC 8659 section 4.5). The list is that of
/// the IANA registry "Certification Authority Restriction Properties".
const KNOWN: [&str; 7] = ["issue", "issuewild", "iodef", "issuemail", "issuevmc", "contactemail", "contactphone"];
/// RFC 8555 section 8.4.
const METHOD: &str = "dns-01";

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
    /// `;`, or a value that no grammar has.
    Nobody,
    OtherCa,
    OtherAccount,
    /// This account, but by other validation methods.
    OtherMethod,
}

/// Judges a climb for a name, or for the wildcard below it.
#[must_use]
pub fn judge(climb: &Climb, wildcard: bool, applicant: Applicant<'_>) -> Verdict {
    let (at, records) = match &climb.found {
        Found::Nothing => return Verdict::Permitted { restriction: Restriction::Unrestricted },
        Found::Failed { at, said } => return Verdict::Unknown { at: at.clone(), said: said.clone() },
        Found::Records { at, records } => (at.clone(), records),
    };
    let unknown = records.iter().find(|record| record.critical && !KNOWN.contains(&record.tag.as_str()));
    if let Some(record) = unknown {
        return Verdict::Forbidden { at, record: Some(record.line()), reason: Reason::UnknownCritical };
    }
    let relevant = relevant(records, wildcard);
    if relevant.is_empty() {
        return Verdict::Permitted { restriction: Restriction::Unrestricted };
    }
    let answers: Vec<(&Record, Result<bool, Reason>)> =
        relevant.into_iter().map(|record| (record, permits(record, applicant))).collect();
    match restriction(&answers) {
        Some(restriction) => Verdict::Permitted { restriction },
        None => nearest_miss(at, &answers),
    }
}

/// `issuewild` governs wildcards where it is present, else `issue` does (RFC 8659 section 4.3).
fn relevant(records: &[Record], wildcard: bool) -> Vec<&Record> {
    let of = |tag: &str| records.iter().filter(|record| record.tag == tag).collect::<Vec<_>>();
    let wild = if wildcard { of("issuewild") } else { Vec::new() };
    if wild.is_empty() { of("issue") } else { wild }
}

/// Whether one record permits the applicant, and if so whether it pins the account.
fn permits(record: &Record, applicant: Applicant<'_>) -> Result<bool, Reason> {
    let Property::Issuer { name, parameters } = record.property() else { return Err(Reason::Nobody) };
    if !applicant.identities.iter().any(|identity| identity.eq_ignore_ascii_case(&name)) {
        return Err(Reason::OtherCa);
    }
    let values = |tag: &str| {
        parameters.iter().filter(|(name, _)| name == tag).map(|(_, value)| value.as_str()).collect::<Vec<_>>()
    };
    let pinned = match values("accounturi").as_slice() {
        [] => false,
        // Exactly as the CA writes it (RFC 8657 section 3); twice is never right.
        [uri] if applicant.account.is_some_and(|account| account.as_str() == *uri) => true,
        _ => return Err(Reason::OtherAccount),
    };
    match values("validationmethods").as_slice() {
        [] => Ok(pinned),
        [methods] if methods.split(',').any(|method| method == METHOD) => Ok(pinned),
        _ => Err(Reason::OtherMethod),
    }
}

fn restriction(answers: &[(&Record, Result<bool, Reason>)]) -> Option<Restriction> {
    let permitting: Vec<bool> = answers.iter().filter_map(|(_, answer)| answer.ok()).collect();
    let others = answers.iter().any(|(record, answer)| {
        *answer == Err(Reason::OtherCa) && matches!(record.property(), Property::Issuer { .. })
    });
    let siblings = answers.iter().any(|(_, answer)| *answer == Err(Reason::OtherAccount));
    if permitting.is_empty() {
        None
    } else if others {
        Some(Restriction::SomeCas)
    } else if permitting.iter().all(|pinned| *pinned) && !siblings {
        Some(Restriction::Locked)
    } else {
        Some(Restriction::CaOnly)
    }
}

fn nearest_miss(at: DnsName, answers: &[(&Record, Result<bool, Reason>)]) -> Verdict {
    let misses = answers.iter().filter_map(|(record, answer)| answer.err().map(|reason| (reason, *record)));
    let nearest = misses.max_by_key(|(reason, _)| *reason);
    let reason = nearest.map_or(Reason::Nobody, |(reason, _)| reason);
    Verdict::Forbidden { at, record: nearest.map(|(_, record)| record.line()), reason }
}
