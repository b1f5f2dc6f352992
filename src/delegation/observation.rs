//! What DNS said.

use std::net::SocketAddr;

use serde::Serialize;

use super::Delegation;
use crate::identifier::DnsName;

/// Everything that was seen of one delegation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Observation {
    pub delegation: Delegation,
    /// The challenge name first, then each name that a CNAME led to, short of the target.
    pub hops: Vec<Hop>,
    /// Why the chain was not followed to its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub broken_off: Option<BrokenOff>,
    /// What the servers of the acme-dns zone say of the target; missing when only a resolver is believed, for asking
    /// that one would teach it that a fresh target does not exist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Hop>,
}

/// A chain of CNAMEs that leads nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BrokenOff {
    Loop,
    TooLong,
}

/// One name, and what each server said about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hop {
    pub name: DnsName,
    /// The zone the name is in, where that was found out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<DnsName>,
    /// Why no server could be asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trouble: Option<Trouble>,
    pub servers: Vec<Seen>,
}

/// Why the servers of a name could not be found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Trouble {
    /// No resolver answered.
    ResolverDown { resolvers: Vec<SocketAddr> },
    /// The resolver answered, but could not find out (SERVFAIL and the like).
    ResolverFails { said: String },
    /// There is no zone above the name: not registered, expired, mistyped.
    NoZone,
    /// The name servers of the zone have no addresses.
    NoAddresses { servers: Vec<DnsName> },
}

/// What one server said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Seen {
    /// The server's name; a resolver has none but its address.
    pub server: String,
    pub address: SocketAddr,
    #[serde(flatten)]
    pub answer: Answer,
}

/// An answer about a name, as far as delegation goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "answer")]
pub enum Answer {
    /// Records at the name itself. CNAME targets are lower-case and without the final dot.
    Records { cname: Vec<String>, txt: Vec<String> },
    /// The name exists, without a CNAME or TXT record.
    NoData,
    /// The name does not exist.
    NxDomain,
    /// SERVFAIL, REFUSED, or another refusal to answer.
    Failed { code: String },
    /// An answer without authority and without a hint where to ask.
    Lame,
    /// No answer in time.
    Silent,
    /// The network has no way there.
    Unreachable,
}

impl Answer {
    /// Whether the server said what is in the zone.
    #[must_use]
    pub fn is_decisive(&self) -> bool {
        matches!(self, Answer::Records { .. } | Answer::NoData | Answer::NxDomain)
    }

    /// Where the CNAME leads, when there is just one.
    #[must_use]
    pub fn cname(&self) -> Option<&str> {
        match self {
            Answer::Records { cname, .. } if cname.len() == 1 => cname.first().map(String::as_str),
            _ => None,
        }
    }

    #[must_use]
    pub fn txt(&self) -> &[String] {
        match self {
            Answer::Records { txt, .. } => txt,
            _ => &[],
        }
    }
}

impl Hop {
    /// What the servers said that answered at all.
    pub fn decisive(&self) -> impl Iterator<Item = &Seen> {
        self.servers.iter().filter(|seen| seen.answer.is_decisive())
    }
}
