//! What servers said, as lines to show.

use super::observation::{Answer, Hop, Seen};
use crate::identifier::DnsName;

/// The name that a challenge name proves.
pub(super) fn proven(challenge: &DnsName) -> &str {
    challenge.as_str().strip_prefix("_acme-challenge.").unwrap_or(challenge.as_str())
}

pub(super) fn evidence(hop: &Hop) -> Vec<String> {
    hop.servers.iter().map(|seen| told(seen, hop.name.as_str())).collect()
}

pub(super) fn place(seen: &Seen) -> String {
    if seen.server.is_empty() { seen.address.to_string() } else { seen.server.clone() }
}

/// `ns1.example.com (192.0.2.1): _acme-challenge.example.com: NXDOMAIN`.
pub(super) fn told(seen: &Seen, name: &str) -> String {
    let said = match &seen.answer {
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
    };
    match seen.server.is_empty() {
        true => format!("{}: {name}: {said}", seen.address),
        false => format!("{} ({}): {name}: {said}", seen.server, seen.address),
    }
}
