//! CAA (RFC 8659) and its extensions for ACME (RFC 8657). Pure: records in, verdicts out.

mod grant;
mod plan;
mod record;
mod verdict;

#[cfg(test)]
mod tests;

use serde::Serialize;
use url::Url;

use crate::identifier::DnsName;

pub use grant::{Grant, How, Whom};
pub use plan::{Aim, Plan, permitting_record, restricts};
pub use record::{Property, Record};
pub use verdict::{Applicant, Reason, Restriction, Verdict, governing, is_unknown_critical, judge};

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

impl Climb {
    /// The same, told the same way each time: name servers turn the order of records at every answer.
    #[must_use]
    pub fn in_order(mut self) -> Climb {
        if let Found::Records { records, .. } = &mut self.found {
            records.sort();
        }
        self
    }

    /// The records that decide about the name, or about the wildcard below it.
    #[must_use]
    pub fn governing(&self, wildcard: bool) -> Vec<&Record> {
        match &self.found {
            Found::Records { records, .. } => governing(records, wildcard),
            Found::Nothing | Found::Failed { .. } => Vec::new(),
        }
    }

    /// All records of the set, those that say nothing about issuance included.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        match &self.found {
            Found::Records { records, .. } => records,
            Found::Nothing | Found::Failed { .. } => &[],
        }
    }
}

/// The two records that let only this account issue, by dns-01 only, for names and for wildcards, as zone-file lines
/// at the zone's apex.
#[must_use]
pub fn pinning_records(identities: &[String], account: &Url) -> Vec<String> {
    let applicant = Applicant { identities, account: Some(account) };
    let records = ["issue", "issuewild"].into_iter().filter_map(|tag| permitting_record(tag, applicant));
    records.map(|record| format!("@ CAA {}", record.line())).collect()
}
