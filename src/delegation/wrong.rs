//! Findings about a CNAME that is missing, or is not the one it should be.

use super::evidence::{asked, evidence, place, told_with_serial};
use super::holdings::known_service;
use super::judgement::Judge;
use super::observation::{Answer, BrokenOff, Hop, Seen};
use super::{Delegation, Evidence, Finding};
use crate::error::Hint;

impl Judge<'_> {
    pub(super) fn missing(&self, first: &Hop, missing: &[&Seen]) -> Finding {
        if let Some(above) = self.only_above(first) {
            return above;
        }
        if let Some(finding) = self.addresses_instead(first) {
            return finding;
        }
        let challenge = &self.delegation.challenge;
        let nothing = missing.iter().all(|seen| seen.answer == Answer::NxDomain);
        let what = if nothing { "the name does not exist, NXDOMAIN" } else { "the name exists, without a CNAME" };
        self.error("cname-missing", format!("{challenge} has no CNAME yet ({what})"))
            .hint(self.create())
            .evidence(evidence(first))
    }

    /// The domain above is delegated, and somebody thought that this is enough.
    fn only_above(&self, first: &Hop) -> Option<Finding> {
        let above = self.observation.surroundings.above.as_ref()?;
        above.decisive().find(|seen| seen.answer.cname().is_some())?;
        let message =
            format!("{} has no CNAME; {} has one, but each name needs its own", self.delegation.challenge, above.name);
        let seen = evidence(first).into_iter().chain(evidence(above)).collect();
        Some(self.error("cname-only-above", message).hint(self.create()).evidence(seen))
    }

    /// The name has addresses, and so has something: a CNAME that the DNS host follows by itself.
    fn addresses_instead(&self, first: &Hop) -> Option<Finding> {
        let addresses: Vec<String> = self.observation.surroundings.addresses.iter().map(ToString::to_string).collect();
        let seen = first.decisive().find(|seen| seen.answer == Answer::NoData).filter(|_| !addresses.is_empty())?;
        let challenge = &self.delegation.challenge;
        let (code, why, hint) = match is_cloudflare(first) {
            true => (
                "cname-proxied",
                "Cloudflare proxies the record",
                "set the record to `DNS only` (the grey cloud) in the Cloudflare dashboard; it must be this one",
            ),
            false => (
                "addresses-instead-of-cname",
                "the DNS host answers with addresses",
                "delete the A and AAAA records at this name (or have the DNS host not flatten it), and create this record",
            ),
        };
        let shown = asked(seen, format!("{challenge} A, AAAA"), addresses.join(", "));
        let evidence = evidence(first).into_iter().chain([shown]).collect();
        let finding = self.error(code, format!("{challenge} is no CNAME to the outside: {why}"));
        Some(finding.hint(Hint::new(hint).line(self.delegation.record())).evidence(evidence))
    }

    /// What answers is a wildcard record of the zone: the name itself has nothing.
    pub(super) fn wildcard(&self, first: &Hop) -> Option<Finding> {
        let unmade =
            self.observation.surroundings.wildcard.as_ref().filter(|_| self.observation.broken_off.is_none())?;
        let the_same = |seen: &&Seen| {
            let exists = !matches!(seen.answer, Answer::NxDomain);
            exists && unmade.decisive().any(|other| other.server == seen.server && other.answer == seen.answer)
        };
        let seen = first.decisive().find(the_same)?;
        let what = match &seen.answer {
            Answer::Records { cname, .. } if !cname.is_empty() => format!("with CNAME {}", cname.join(", ")),
            Answer::Records { .. } => "with TXT records".to_owned(),
            _ => "with other records".to_owned(),
        };
        let challenge = &self.delegation.challenge;
        let message = format!("{challenge} has no CNAME of its own: a wildcard record of the zone answers, {what}");
        let seen = evidence(first).into_iter().chain(evidence(unmade)).collect();
        let hint = Hint::new("create this record at your DNS host; it comes before the wildcard");
        Some(self.error("wildcard-answers", message).hint(hint.line(self.delegation.record())).evidence(seen))
    }

    pub(super) fn elsewhere(&self, first: &Hop, seen: &Seen) -> Finding {
        let found = seen.answer.cname().unwrap_or_default();
        let Delegation { challenge, target } = self.delegation;
        if first.zone.as_ref().is_some_and(|zone| format!("{target}.{zone}") == found) {
            let why = "the final dot is missing, so the zone's name was added";
            let finding = self.error("cname-without-dot", format!("{challenge} leads to {found}: {why}"));
            return finding.hint(self.replace()).evidence(evidence(first));
        }
        let finding = match self.observation.broken_off {
            Some(BrokenOff::Loop) => {
                self.error("cname-loop", format!("{challenge} leads to {found}, and from there in a circle"))
            }
            Some(BrokenOff::TooLong) => self
                .error("cname-chain-too-long", format!("{challenge} leads to {found}, and on through too many CNAMEs")),
            None => self.to_somewhere(found),
        };
        finding.hint(self.replace()).evidence(self.whole_chain())
    }

    /// Where it leads instead, with what that is.
    fn to_somewhere(&self, found: &str) -> Finding {
        let Delegation { challenge, target } = self.delegation;
        if let Some(held) = self.held_at(found) {
            let whose = if held.challenge == *challenge { "its" } else { "another name's" };
            let of = if held.challenge == *challenge { String::new() } else { format!(" ({})", held.challenge) };
            let message = format!(
                "{challenge} leads to {found}, which is {whose} registration{of} at {}, instead of {target}",
                held.server
            );
            let finding = self.error("cname-to-other-registration", message);
            return match held.challenge == *challenge {
                true => finding.hint(Hint::new("that one is used as long as the CNAME leads there")),
                false => finding,
            };
        }
        let what = known_service(found).map(|what| format!(", which is {what},")).unwrap_or_default();
        self.error("cname-elsewhere", format!("{challenge} leads to {found}{what} instead of {target}"))
    }

    pub(super) fn several(&self, first: &Hop, seen: &Seen) -> Finding {
        let Answer::Records { cname, .. } = &seen.answer else { return self.missing(first, &[seen]) };
        let challenge = &self.delegation.challenge;
        let message = format!("{challenge} has several CNAMEs ({}); only one may stand", cname.join(", "));
        self.error("cname-several", message).hint(self.replace()).evidence(evidence(first))
    }

    /// Some servers have the record: time will do, unless they never talk to each other.
    pub(super) fn disagreement(&self, first: &Hop, right: &[&Seen]) -> Finding {
        let challenge = &first.name;
        let is_right = |seen: &Seen| right.iter().any(|one| one.server == seen.server && one.address == seen.address);
        let behind: Vec<&Seen> = first.decisive().filter(|seen| !is_right(seen)).collect();
        let names: Vec<String> = behind.iter().map(|seen| place(seen)).collect();
        let message = format!("{challenge} has its CNAME at some name servers, but not at {}", names.join(", "));
        let hint = Hint::new(format!(
            "{}; `certdns check {} --watch` tells when they have it",
            delay(right, &behind),
            self.base()
        ));
        let evidence = first.servers.iter().map(|seen| told_with_serial(seen, first)).collect();
        self.error("servers-disagree", message).later().hint(hint).evidence(evidence)
    }

    fn whole_chain(&self) -> Vec<Evidence> {
        self.observation.hops.iter().flat_map(evidence).collect()
    }
}

pub(super) fn is_cloudflare(hop: &Hop) -> bool {
    hop.servers.iter().any(|seen| seen.server.ends_with(".ns.cloudflare.com"))
}

/// What the serials say about why servers lag (RFC 1982 comparison).
fn delay(right: &[&Seen], behind: &[&Seen]) -> &'static str {
    let newest = right.iter().find_map(|seen| seen.serial);
    let older = |seen: &&&Seen| {
        let serial = newest.zip(seen.serial);
        serial.is_some_and(|(new, old)| new != old && new.wrapping_sub(old) < 1 << 31)
    };
    let same = |seen: &&&Seen| newest.is_some() && seen.serial == newest;
    if behind.iter().filter(older).count() == behind.len() {
        "they still have an older version of the zone (see the serials), and fetch the new one by themselves in a while"
    } else if behind.iter().filter(same).count() == behind.len() {
        "the serials are equal although the records differ, so they may never fetch it: if it stays so, raise the zone's serial"
    } else {
        "changes take a while to reach every name server"
    }
}
