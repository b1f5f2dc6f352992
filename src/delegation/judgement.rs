//! [`judge`]: observations in, findings out.

use super::evidence::{evidence, place, proven, told};
use super::observation::{Answer, BrokenOff, Hop, Observation, Seen};
use super::{Delegation, Finding, Severity};
use crate::error::Hint;

/// What an observation means, worst first.
#[must_use]
pub fn judge(observation: &Observation) -> Vec<Finding> {
    let judge = Judge { delegation: &observation.delegation };
    let mut findings = judge.chain(observation);
    let target = observation.target.iter().flat_map(|target| judge.target(target));
    // A resolver that is down is down for both sides: it is told once.
    let news: Vec<Finding> = target.filter(|one| !findings.iter().any(|known| known.code == one.code)).collect();
    findings.extend(news);
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    findings
}

pub(super) struct Judge<'a> {
    delegation: &'a Delegation,
}

/// What the servers of the challenge name say, put together.
#[derive(Default)]
struct Votes<'a> {
    right: Vec<&'a Seen>,
    missing: Vec<&'a Seen>,
    elsewhere: Vec<&'a Seen>,
    several: Vec<&'a Seen>,
    text: Vec<&'a Seen>,
    /// A TXT record beside the CNAME, whatever that one is.
    beside: Vec<&'a Seen>,
}

impl Judge<'_> {
    fn chain(&self, observation: &Observation) -> Vec<Finding> {
        let Some(first) = observation.hops.first() else { return Vec::new() };
        if let Some(trouble) = self.trouble(first) {
            return vec![trouble];
        }
        let votes = self.votes(observation, first);
        if votes.right.is_empty() && first.zone.as_ref() == Some(&self.delegation.challenge) {
            return vec![self.name_servers_instead(first)];
        }
        if first.decisive().next().is_none() {
            return vec![self.nobody_answers(first)];
        }
        let mut findings = self.quiet_servers(first);
        if !votes.beside.is_empty() {
            findings.push(self.text_in_the_way(&votes.beside, true));
        }
        findings.extend(self.verdict(observation, first, &votes));
        findings
    }

    fn votes<'a>(&self, observation: &Observation, first: &'a Hop) -> Votes<'a> {
        let mut votes = Votes::default();
        for seen in first.decisive() {
            let Answer::Records { cname, txt } = &seen.answer else {
                votes.missing.push(seen);
                continue;
            };
            match cname.as_slice() {
                [] => votes.text.push(seen),
                [one] if self.leads_home(observation, one, 0) => votes.right.push(seen),
                [_] => votes.elsewhere.push(seen),
                _ => votes.several.push(seen),
            }
            if !cname.is_empty() && !txt.is_empty() {
                votes.beside.push(seen);
            }
        }
        votes
    }

    /// Whether a CNAME ends at the target, at every server of every name on its way.
    fn leads_home(&self, observation: &Observation, name: &str, depth: usize) -> bool {
        if name == self.delegation.target.as_str() {
            return true;
        }
        let Some(hop) = observation.hops.iter().skip(1).find(|hop| hop.name.as_str() == name) else { return false };
        let mut answers = hop.decisive().peekable();
        let home = |seen: &Seen| {
            let next = seen.answer.cname();
            next.is_some_and(|next| self.leads_home(observation, next, depth + 1))
        };
        depth < 8 && answers.peek().is_some() && answers.all(home)
    }

    /// What the decisive servers agree on, or that they do not.
    fn verdict(&self, observation: &Observation, first: &Hop, votes: &Votes<'_>) -> Option<Finding> {
        let wrong = [&votes.missing, &votes.elsewhere, &votes.several, &votes.text];
        if wrong.iter().all(|group| group.is_empty()) {
            return None;
        }
        if !votes.right.is_empty() {
            return Some(self.disagreement(first, &votes.right));
        }
        Some(if let Some(seen) = votes.several.first() {
            self.several(first, seen)
        } else if let Some(seen) = votes.elsewhere.first() {
            self.elsewhere(observation, first, seen)
        } else if !votes.text.is_empty() {
            self.text_in_the_way(&votes.text, false)
        } else {
            self.missing(first, &votes.missing)
        })
    }

    fn missing(&self, first: &Hop, missing: &[&Seen]) -> Finding {
        let challenge = &self.delegation.challenge;
        let nothing = missing.iter().all(|seen| seen.answer == Answer::NxDomain);
        let what = if nothing { "the name does not exist, NXDOMAIN" } else { "the name exists, without a CNAME" };
        self.error("cname-missing", format!("{challenge} has no CNAME yet ({what})"))
            .hint(self.create())
            .evidence(evidence(first))
    }

    fn elsewhere(&self, observation: &Observation, first: &Hop, seen: &Seen) -> Finding {
        let found = seen.answer.cname().unwrap_or_default();
        let Delegation { challenge, target } = self.delegation;
        let zone = first.zone.as_ref().map(|zone| format!("{target}.{zone}"));
        if zone.as_deref() == Some(found) {
            return self
                .error(
                    "cname-without-dot",
                    format!("{challenge} leads to {found}: the final dot is missing, so the zone's name was added"),
                )
                .hint(self.replace())
                .evidence(evidence(first));
        }
        let finding = match observation.broken_off {
            Some(BrokenOff::Loop) => {
                self.error("cname-loop", format!("{challenge} leads to {found}, and from there in a circle"))
            }
            Some(BrokenOff::TooLong) => self
                .error("cname-chain-too-long", format!("{challenge} leads to {found}, and on through too many CNAMEs")),
            None => self.error("cname-elsewhere", format!("{challenge} leads to {found} instead of {target}")),
        };
        let later = observation.hops.iter().skip(1).flat_map(evidence);
        let all = evidence(first).into_iter().chain(later).collect();
        finding.hint(self.replace()).evidence(all)
    }

    /// NS records hand the challenge name itself to other servers, where a CNAME was meant to do so.
    fn name_servers_instead(&self, first: &Hop) -> Finding {
        let challenge = &self.delegation.challenge;
        let message =
            format!("{challenge} is handed to other name servers by NS records, and those have no CNAME for it");
        self.error("ns-instead-of-cname", message)
            .hint(
                Hint::new("remove the NS records at this name, then create this record").line(self.delegation.record()),
            )
            .evidence(evidence(first))
    }

    fn several(&self, first: &Hop, seen: &Seen) -> Finding {
        let Answer::Records { cname, .. } = &seen.answer else { return self.missing(first, &[seen]) };
        let challenge = &self.delegation.challenge;
        self.error(
            "cname-several",
            format!("{challenge} has several CNAMEs ({}); only one may stand", cname.join(", ")),
        )
        .hint(self.replace())
        .evidence(evidence(first))
    }

    /// Some servers have the record: time will do, unless they never talk to each other.
    fn disagreement(&self, first: &Hop, right: &[&Seen]) -> Finding {
        let challenge = &self.delegation.challenge;
        let behind = first
            .decisive()
            .filter(|seen| !right.iter().any(|one| one.server == seen.server && one.address == seen.address));
        let behind: Vec<String> = behind.map(place).collect();
        let message = format!("{challenge} has its CNAME at some name servers, but not at {}", behind.join(", "));
        self.error("servers-disagree", message)
            .later()
            .hint(Hint::new(format!(
                "changes take a while to reach every name server; `certdns check {}` tells when they have",
                self.base()
            )))
            .evidence(evidence(first))
    }

    /// A TXT record at the challenge name: Cloudflare's Universal SSL keeps hidden ones.
    fn text_in_the_way(&self, seen: &[&Seen], beside: bool) -> Finding {
        let challenge = &self.delegation.challenge;
        let cloudflare = seen.iter().any(|seen| seen.server.ends_with(".ns.cloudflare.com"));
        let code = if beside { "txt-beside-cname" } else { "txt-instead-of-cname" };
        let place = if beside { "beside its CNAME" } else { "instead of the CNAME" };
        let message = format!("{challenge} has a TXT record {place}, and a CA reads that one");
        let hint = if cloudflare {
            "these can be hidden records of Cloudflare's Universal SSL, which the dashboard does not show: disable Universal SSL for the zone (SSL/TLS, Edge Certificates), or ask Cloudflare"
        } else {
            "delete the TXT records at this name at your DNS host (with Cloudflare they can be hidden: disable Universal SSL for the zone)"
        };
        let finding = self.error(code, message).hint(Hint::new(hint));
        let finding = if beside { finding } else { finding.hint(self.create()) };
        finding.evidence(seen.iter().map(|seen| told(seen, challenge.as_str())).collect())
    }

    fn base(&self) -> &str {
        proven(&self.delegation.challenge)
    }

    fn create(&self) -> Hint {
        Hint::new("create this record at your DNS host").line(self.delegation.record())
    }

    fn replace(&self) -> Hint {
        Hint::new("change the record at your DNS host to this").line(self.delegation.record())
    }

    pub(super) fn error(&self, code: &'static str, message: String) -> Finding {
        self.finding(code, Severity::Error, message)
    }

    pub(super) fn finding(&self, code: &'static str, severity: Severity, message: String) -> Finding {
        Finding::new(code, severity, &self.delegation.challenge, message)
    }
}
