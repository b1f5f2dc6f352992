//! A [`Delegation`] is the one CNAME that hands a challenge name to an acme-dns server.

use serde::Serialize;

use crate::identifier::DnsName;

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
