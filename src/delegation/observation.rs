//! What DNS said.

use std::net::IpAddr;

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
    #[serde(flatten)]
    pub surroundings: Surroundings,
    /// What resolvers say, which go the way that a CA's resolver goes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub perspectives: Vec<Perspective>,
}

/// What else is looked at where the challenge name itself does not say enough.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Surroundings {
    /// The challenge name of the domain above, where ours has no CNAME.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub above: Option<Hop>,
    /// A name beside the challenge name that nobody made: what it answers is a wildcard record's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wildcard: Option<Hop>,
    /// The addresses of the challenge name, where it exists without a CNAME: a proxied or flattened one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<IpAddr>,
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
    /// The types that were asked for: `CNAME, TXT`.
    pub asked: &'static str,
    /// The zone the name is in, where that was found out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<DnsName>,
    /// Whether the zone's servers could be found only without DNSSEC validation.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub bogus: bool,
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
    ResolverDown { resolvers: Vec<String> },
    /// The resolver answered, but could not find out (SERVFAIL and the like).
    ResolverFails { said: String },
    /// There is no zone above the name: not registered, expired, mistyped, not delegated.
    NoZone { denials: Vec<Denial> },
    /// The name servers of the zone have no addresses.
    NoAddresses { servers: Vec<DnsName> },
}

/// A name that has no name servers, and how the resolver said so: NXDOMAIN, or NOERROR without any.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Denial {
    pub name: DnsName,
    pub said: String,
}

/// What one server said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Seen {
    /// The server's name; a resolver has none but its address.
    pub server: String,
    /// IP and port; of resolvers behind TLS their URL.
    pub address: String,
    #[serde(flatten)]
    pub answer: Answer,
    /// The serial of the zone there (RFC 1035 section 3.3.13), where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub serial: Option<u32>,
    /// Whether it answers over TCP, where that was tried.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tcp: Option<bool>,
    /// What came of asking for TXT, where that failed although the CNAME was answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub without_txt: Option<Answer>,
    /// How long a resolver may go on saying so, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ttl: Option<u32>,
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

/// A resolver's view of the challenge name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Perspective {
    /// Named by the operator to look from there; else the resolver that certdns itself asks.
    pub named: bool,
    #[serde(flatten)]
    pub seen: Seen,
    /// What it says with validation off (RFC 4035 section 3.2.2), where it fails with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unvalidated: Option<Answer>,
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

impl Seen {
    /// The server and its answer, nothing else asked for.
    #[must_use]
    pub fn new(server: impl Into<String>, address: &(impl ToString + ?Sized), answer: Answer) -> Seen {
        let (server, address) = (server.into(), address.to_string());
        Seen { server, address, answer, serial: None, tcp: None, without_txt: None, ttl: None }
    }
}

impl Hop {
    #[must_use]
    pub fn new(name: &DnsName, asked: &'static str, servers: Vec<Seen>) -> Hop {
        Hop { name: name.clone(), asked, zone: None, bogus: false, trouble: None, servers }
    }

    /// What the servers said that answered at all.
    pub fn decisive(&self) -> impl Iterator<Item = &Seen> {
        self.servers.iter().filter(|seen| seen.answer.is_decisive())
    }

    /// The different values that show there.
    #[must_use]
    pub fn values(&self) -> std::collections::BTreeSet<&str> {
        self.decisive().flat_map(|seen| seen.answer.txt()).map(String::as_str).collect()
    }
}
