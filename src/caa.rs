//! CAA (RFC 8659) and its extensions for ACME (RFC 8657). Pure: records in, verdicts out.

mod record;
mod verdict;

#[cfg(test)]
mod tests;

use serde::Serialize;
use url::Url;

use crate::identifier::DnsName;

pub use record::{Property, Record};
pub use verdict::{Applicant, Reason, Restriction, Verdict, judge};

/// What was seen on the climb from a name towards the root (RFC 8659 section 3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Climb {
    /// The names that were asked, from the name itself upwards; the last one had records, or failed.
    pub asked: Vec<DnsName>,
    pub found: Found,
}

/// How a climb ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Found {
    /// The relevant record set, and the name it stands at.
    Records { at: DnsName, records: Vec<Record> },
    /// No record set on the whole way: nobody is restricted.
    Nothing,
    /// A name whose records could not be had; a CA must not issue then.
    Failed { at: DnsName, said: String },
}

/// The two records that let only this account issue, by dns-01 only, for names and for wildcards, as zone-file lines
/// at the zone's apex. The CA's first identity is its main one (RFC 8555 section 7.1.1, `caaIdentities`).
#[must_use]
pub fn pinning_records(identities: &[String], account: &Url) -> Vec<String> {
    pinning_values(identities, account)
        .map_or_else(Vec::new, |value| ["issue", "issuewild"].map(|tag| format!("@ CAA 0 {tag} \"{value}\"")).to_vec())
}

/// The value of those records.
#[must_use]
pub fn pinning_values(identities: &[String], account: &Url) -> Option<String> {
    let issuer = identities.first()?;
    Some(format!("{issuer}; accounturi={account}; validationmethods=dns-01"))
}
