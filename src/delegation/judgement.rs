//! [`judge`]: observations in, findings out.

use std::collections::BTreeSet;

use super::evidence::{evidence, proven};
use super::observation::{Answer, Hop, Observation, Seen, Trouble};
use super::{Delegation, Finding, Holdings, Severity, stands};
use crate::error::Hint;
use crate::identifier::DnsName;

/// What an observation means, worst first.
#[must_use]
pub fn judge(observation: &Observation, holdings: &Holdings) -> Vec<Finding> {
    judge_among(observation, holdings, &[])
}

/// The same for a name that is on its way between servers: the targets of its other registrations are as good.
#[must_use]
pub fn judge_among(observation: &Observation, holdings: &Holdings, others: &[DnsName]) -> Vec<Finding> {
    let (delegation, home) = (&observation.delegation, leading_home(observation, others));
    let judge = Judge { delegation, observation, holdings, home };
    let mut findings = judge.chain();
    let target = observation.target.iter().flat_map(|target| judge.target(target));
    // A resolver that is down is down for both sides: it is told once.
    let news: Vec<Finding> = target.filter(|one| !findings.iter().any(|known| known.code == one.code)).collect();
    findings.extend(news);
    findings.extend(judge.outside());
    findings.extend(judge.registration());
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    findings
}

/// Found from the end of the chain to its beginning.
fn leading_home<'a>(observation: &'a Observation, others: &'a [DnsName]) -> BTreeSet<&'a str> {
    let mut home: BTreeSet<&str> = others.iter().map(DnsName::as_str).collect();
    home.insert(observation.delegation.target.as_str());
    for hop in observation.hops.iter().skip(1).rev() {
        let mut answers = hop.decisive().peekable();
        let leads = |seen: &Seen| seen.answer.cname().is_some_and(|next| home.contains(next));
        if answers.peek().is_some() && answers.all(leads) {
            home.insert(hop.name.as_str());
        }
    }
    home
}

pub(super) struct Judge<'a> {
    pub delegation: &'a Delegation,
    pub observation: &'a Observation,
    pub holdings: &'a Holdings,
    /// The names on the way from which every server leads on to a target; the targets are among them.
    home: BTreeSet<&'a str>,
}

/// What the servers of the challenge name say, put together.
#[derive(Default)]
pub(super) struct Votes<'a> {
    pub right: Vec<&'a Seen>,
    pub missing: Vec<&'a Seen>,
    pub elsewhere: Vec<&'a Seen>,
    pub several: Vec<&'a Seen>,
    pub text: Vec<&'a Seen>,
    /// A TXT record beside the CNAME, whatever that one is.
    pub beside: Vec<&'a Seen>,
}

impl Judge<'_> {
    fn chain(&self) -> Vec<Finding> {
        let Some(first) = self.observation.hops.first() else { return Vec::new() };
        if let Some(trouble) = self.trouble(first) {
            return vec![trouble];
        }
        let mut findings: Vec<Finding> = self.bogus_zone(first).into_iter().collect();
        let votes = self.votes(first);
        let handed_over = first.zone.as_ref() == Some(&self.delegation.challenge);
        if votes.right.is_empty() && handed_over {
            findings.push(self.name_servers_instead(first));
            return findings;
        }
        if first.decisive().next().is_none() {
            findings.push(self.nobody_answers(first));
            return findings;
        }
        findings.extend(self.quiet_servers(first));
        findings.extend(self.without_tcp(first));
        findings.extend(self.without_txt(first));
        findings.extend(self.text_beside(first, &votes));
        let later: Vec<Finding> = self.observation.hops.iter().skip(1).flat_map(|hop| self.later_hop(hop)).collect();
        let verdict = self.verdict(first, &votes);
        // Where the way breaks off further on, the record at its beginning may be right.
        findings.extend(if stands(&later) { verdict } else { verdict.map(|finding| self.perhaps(finding)) });
        findings.extend(later);
        findings.extend(self.detours(first, &votes, handed_over));
        findings
    }

    fn votes<'a>(&self, first: &'a Hop) -> Votes<'a> {
        let mut votes = Votes::default();
        for seen in first.decisive() {
            let Answer::Records { cname, txt } = &seen.answer else {
                votes.missing.push(seen);
                continue;
            };
            match cname.as_slice() {
                [] => votes.text.push(seen),
                [one] if self.home.contains(one.as_str()) => votes.right.push(seen),
                [_] => votes.elsewhere.push(seen),
                _ => votes.several.push(seen),
            }
            if !cname.is_empty() && !txt.is_empty() {
                votes.beside.push(seen);
            }
        }
        votes
    }

    /// A CNAME to somewhere that cannot be asked: whoever made it may have meant it so.
    fn perhaps(&self, finding: Finding) -> Finding {
        match finding.code {
            "cname-elsewhere" => finding
                .without_hints()
                .later()
                .hint(Hint::new("if it is to go by way of other names, those must answer (see the other errors); else change the record at your DNS host to this").line(self.delegation.record())),
            _ => finding,
        }
    }

    /// A name in the middle of a chain: its servers matter as those at the beginning do.
    fn later_hop(&self, hop: &Hop) -> Vec<Finding> {
        if matches!(hop.trouble, Some(Trouble::NoZone { .. })) {
            // That is an answer: the CNAME leads to nothing.
            return Vec::new();
        }
        if let Some(trouble) = self.trouble(hop) {
            return vec![trouble];
        }
        let mut findings: Vec<Finding> = self.bogus_zone(hop).into_iter().collect();
        if hop.decisive().next().is_none() {
            findings.push(self.nobody_answers(hop));
            return findings;
        }
        findings.extend(self.quiet_servers(hop));
        findings.extend(self.without_tcp(hop));
        let (right, wrong): (Vec<&Seen>, Vec<&Seen>) = hop.decisive().partition(|seen| self.is_home(seen));
        if !right.is_empty() && !wrong.is_empty() {
            findings.push(self.disagreement(hop, &right));
        }
        findings
    }

    /// Whether a name is a target, or all its servers lead on to one.
    pub(super) fn is_home_by(&self, name: &str) -> bool {
        self.home.contains(name)
    }

    fn is_home(&self, seen: &Seen) -> bool {
        seen.answer.cname().is_some_and(|next| self.home.contains(next))
    }

    /// What the decisive servers agree on, or that they do not.
    fn verdict(&self, first: &Hop, votes: &Votes<'_>) -> Option<Finding> {
        let wrong = [&votes.missing, &votes.elsewhere, &votes.several, &votes.text];
        if wrong.iter().all(|group| group.is_empty()) {
            return None;
        }
        if !votes.right.is_empty() {
            return Some(self.disagreement(first, &votes.right));
        }
        if let Some(finding) = self.wildcard(first) {
            return Some(finding);
        }
        Some(if let Some(seen) = votes.several.first() {
            self.several(first, seen)
        } else if let Some(seen) = votes.elsewhere.first() {
            self.elsewhere(first, seen)
        } else if !votes.text.is_empty() {
            self.text_instead(first, &votes.text)
        } else {
            self.missing(first, &votes.missing)
        })
    }

    /// What works, but not in the plain way.
    fn detours(&self, first: &Hop, votes: &Votes<'_>, handed_over: bool) -> Vec<Finding> {
        let (challenge, hops) = (&self.delegation.challenge, &self.observation.hops);
        if votes.right.is_empty() {
            return Vec::new();
        }
        let mut notes: Vec<Finding> = self.crossing(first, votes).into_iter().collect();
        if handed_over {
            let message = format!(
                "{challenge} is handed to other name servers by NS records, and those have the CNAME: that works"
            );
            notes.push(self.finding("ns-with-cname", Severity::Note, message).evidence(evidence(first)));
        }
        if hops.len() > 1 {
            let way: Vec<&str> = hops.iter().skip(1).map(|hop| hop.name.as_str()).collect();
            let message = format!("{challenge} leads to its target by way of {}: that works", way.join(", "));
            notes.push(
                self.finding("cname-chain", Severity::Note, message).evidence(hops.iter().flat_map(evidence).collect()),
            );
        }
        notes
    }

    /// NS records hand the challenge name itself to other servers, where a CNAME was meant to do so.
    fn name_servers_instead(&self, first: &Hop) -> Finding {
        let challenge = &self.delegation.challenge;
        let message = format!(
            "{challenge} is handed to other name servers by NS records, and those have no CNAME for it: that does not work"
        );
        let hint = Hint::new("remove the NS records at this name, then create this record");
        self.error("ns-instead-of-cname", message).hint(hint.line(self.delegation.record())).evidence(evidence(first))
    }

    pub(super) fn base(&self) -> &str {
        proven(&self.delegation.challenge)
    }

    pub(super) fn create(&self) -> Hint {
        Hint::new("create this record at your DNS host").line(self.delegation.record())
    }

    pub(super) fn replace(&self) -> Hint {
        Hint::new("change the record at your DNS host to this").line(self.delegation.record())
    }

    pub(super) fn error(&self, code: &'static str, message: String) -> Finding {
        self.finding(code, Severity::Error, message)
    }

    pub(super) fn finding(&self, code: &'static str, severity: Severity, message: String) -> Finding {
        Finding::new(code, severity, &self.delegation.challenge, message)
    }
}
