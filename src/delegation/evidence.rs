//! What servers said, as lines to show.

use std::fmt;

use serde::Serialize;

use super::observation::{Answer, Hop, Seen};
use crate::identifier::DnsName;

/// What a finding rests on: who was asked what, and said what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// Name and address of the server; empty where the question was not put to one.
    pub server: String,
    /// Name and types: `_acme-challenge.example.com CNAME, TXT`.
    pub question: String,
    pub answer: String,
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Evidence { server, question, answer } = self;
        if server.is_empty() { write!(f, "{question}: {answer}") } else { write!(f, "{server}: {question}: {answer}") }
    }
}

/// The name that a challenge name proves.
pub(super) fn proven(challenge: &DnsName) -> &str {
    challenge.as_str().strip_prefix("_acme-challenge.").unwrap_or(challenge.as_str())
}

pub(super) fn evidence(hop: &Hop) -> Vec<Evidence> {
    hop.servers.iter().map(|seen| told(seen, hop)).collect()
}

pub(super) fn place(seen: &Seen) -> String {
    if seen.server.is_empty() { seen.address.clone() } else { seen.server.clone() }
}

/// `ns1.example.com (192.0.2.1:53): _acme-challenge.example.com CNAME, TXT: NXDOMAIN`.
pub(super) fn told(seen: &Seen, hop: &Hop) -> Evidence {
    asked(seen, format!("{} {}", hop.name, hop.asked), said(&seen.answer))
}

/// The same with the serial of the zone, where it is known.
pub(super) fn told_with_serial(seen: &Seen, hop: &Hop) -> Evidence {
    let mut evidence = told(seen, hop);
    if let Some(serial) = seen.serial {
        evidence.answer.push_str(&format!(" (serial {serial})"));
    }
    evidence
}

pub(super) fn asked(seen: &Seen, question: String, answer: String) -> Evidence {
    let server = match seen.server.is_empty() {
        true => seen.address.clone(),
        false => format!("{} ({})", seen.server, seen.address),
    };
    Evidence { server, question, answer }
}

/// An answer in words.
#[must_use]
pub fn said(answer: &Answer) -> String {
    match answer {
        Answer::Records { cname, txt } => {
            let cname = cname.iter().map(|target| format!("CNAME {target}"));
            let txt = txt.iter().map(|value| format!("TXT {value:?}"));
            cname.chain(txt).collect::<Vec<_>>().join(", ")
        }
        Answer::NoData => "no such record".to_owned(),
        Answer::NxDomain => "NXDOMAIN".to_owned(),
        Answer::Failed { code } => code.clone(),
        Answer::Lame => "no authority for this zone".to_owned(),
        Answer::Silent => "no answer".to_owned(),
        Answer::Unreachable => "unreachable".to_owned(),
    }
}
