//! A [`Delegation`] is the one CNAME that hands a challenge name to an acme-dns server. An [`Observation`] is what DNS
//! said about it; [`judge`] says what that means. Pure: nothing here asks anybody.

mod evidence;
mod finding;
mod holdings;
mod judgement;
mod observation;
mod outside;
mod text;
mod trouble;
mod wrong;

#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::identifier::DnsName;

pub use evidence::{Evidence, said};
pub use finding::{Finding, Severity, stands};
pub use holdings::{Held, Holdings};
pub use judgement::{judge, judge_among};
pub use observation::{Answer, BrokenOff, Denial, Hop, Observation, Perspective, Seen, Surroundings, Trouble};

/// Challenge name -> where its registration's TXT records are.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Delegation {
    /// `_acme-challenge.<name>`.
    pub challenge: DnsName,
    /// The registration's `fulldomain`.
    pub target: DnsName,
}

impl Delegation {
    /// The record to create, as a zone-file line.
    #[must_use]
    pub fn record(&self) -> String {
        format!("{} CNAME {}", self.challenge.fqdn(), self.target.fqdn())
    }
}
