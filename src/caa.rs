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
    /// Those among them that are CNAMEs: no other record can stand there (RFC 1034 section 3.6.2).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<DnsName>,
    pub found: Found,
    /// Other record sets for the same name, where its name servers differ: a CA may read any of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub differing: Vec<Vec<Record>>,
}

/// How a climb ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Found {
    /// The relevant record set, and the name it stands at: behind a CNAME that is the CNAME's target.
    Records { at: DnsName, records: Vec<Record> },
    /// No record set on the whole way: nobody is restricted.
    Nothing,
    /// A name whose records could not be had; a CA must not issue then.
    Failed { at: DnsName, said: String },
}

impl Climb {
    /// A climb that met no CNAME.
    #[must_use]
    pub fn new(asked: Vec<DnsName>, found: Found) -> Climb {
        Climb { asked, aliases: Vec::new(), found, differing: Vec::new() }
    }

    /// Whether the records stand behind a CNAME, at a name that is no part of the climb: somebody else's, most likely.
    #[must_use]
    pub fn is_elsewhere(&self) -> bool {
        matches!(&self.found, Found::Records { at, .. } if !self.asked.contains(at))
    }

    /// The nearest name at which records can stand; `None` where all are CNAMEs.
    #[must_use]
    pub fn place(&self) -> Option<&DnsName> {
        match &self.found {
            Found::Records { at, .. } | Found::Failed { at, .. } => Some(at),
            Found::Nothing => self.asked.iter().find(|name| !self.aliases.contains(name)),
        }
    }

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
