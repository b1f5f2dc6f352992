//! The registrations that certdns holds, and what they say about a delegation.

use std::collections::BTreeSet;

use super::evidence::evidence;
use super::judgement::{Judge, Votes};
use super::observation::Hop;
use super::{Finding, Severity};
use crate::error::Hint;
use crate::identifier::DnsName;

/// Everything that is registered, and where registering goes now.
#[derive(Clone, Debug, Default)]
pub struct Holdings {
    /// Host and port of the configured acme-dns server.
    pub configured: Option<String>,
    pub held: Vec<Held>,
}

/// One registration, as far as delegation goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    pub challenge: DnsName,
    /// Host and port of its acme-dns server.
    pub server: String,
    pub target: DnsName,
    /// Whether a value was published under it: acme-dns servers never take values away again.
    pub published: bool,
}

/// Services whose targets people have at their challenge names, by the end of the target.
const SERVICES: [(&str, &str); 5] = [
    ("auth.certifytheweb.com", "a registration at Certify DNS"),
    ("auth.acme-dns.io", "a registration at acme-dns.io"),
    ("dcv.cloudflare.com", "Cloudflare's own delegated validation"),
    ("authorize.certificatemanager.goog", "Google Certificate Manager's validation"),
    ("fastly-validations.com", "Fastly's validation"),
];

impl Holdings {
    fn of_target(&self, target: &DnsName) -> Option<&Held> {
        self.held.iter().find(|held| held.target == *target)
    }
}

impl Judge<'_> {
    /// What the registrations themselves say, whatever DNS shows.
    pub(super) fn registration(&self) -> Vec<Finding> {
        let Some(used) = self.holdings.of_target(&self.delegation.target) else { return Vec::new() };
        self.at_another_server(used).into_iter().chain(self.duplicate(used)).collect()
    }

    fn at_another_server(&self, used: &Held) -> Option<Finding> {
        let configured = self.holdings.configured.as_ref().filter(|configured| **configured != used.server)?;
        let name = self.base();
        let message =
            format!("{name} is registered at {}, while new names are registered at {configured}", used.server);
        let hint = Hint::new("that works as it is; this moves the name there")
            .line(format!("certdns registration move {name}"));
        Some(self.finding("registration-elsewhere", Severity::Note, message).hint(hint))
    }

    fn duplicate(&self, used: &Held) -> Option<Finding> {
        let same = |held: &&Held| held.challenge == used.challenge && held.target != used.target;
        let others: Vec<&str> = self.holdings.held.iter().filter(same).map(|held| held.server.as_str()).collect();
        let (name, server) = (self.base(), &used.server);
        let message =
            format!("{name} is registered at {}, too; the registration at {server} is used", others.join(", "));
        let finding = self.finding("registration-duplicate", Severity::Note, message);
        let hint = Hint::new(
            "the CNAME decides which of them is used; `certdns registration move --status` tells of moves that are under way",
        );
        (!others.is_empty()).then(|| finding.hint(hint))
    }

    /// Some servers lead to one registration of the name, and some to another.
    pub(super) fn crossing(&self, first: &Hop, votes: &Votes<'_>) -> Option<Finding> {
        let targets: BTreeSet<&str> = votes.right.iter().filter_map(|seen| seen.answer.cname()).collect();
        let servers: BTreeSet<&str> =
            targets.iter().filter_map(|target| Some(self.held_at(target)?.server.as_str())).collect();
        let (challenge, servers) = (&self.delegation.challenge, Vec::from_iter(servers).join(" and "));
        let message = format!("{challenge} is changing: its name servers lead to {servers}, and values go to both");
        let finding = self.finding("cname-changing", Severity::Note, message).evidence(evidence(first));
        (targets.len() > 1 && servers.contains(" and ")).then_some(finding)
    }

    /// Whether a value of ours was published at the target once.
    pub(super) fn has_published(&self) -> bool {
        self.holdings.of_target(&self.delegation.target).is_some_and(|held| held.published)
    }

    /// The registration of ours that a CNAME leads to, if it is another one.
    pub(super) fn held_at(&self, target: &str) -> Option<&Held> {
        self.holdings.held.iter().find(|held| held.target.as_str() == target)
    }
}

/// What a target is, where its name tells.
pub(super) fn known_service(target: &str) -> Option<&'static str> {
    let within = |end: &str| target.strip_suffix(end).is_some_and(|rest| rest.ends_with('.'));
    SERVICES.iter().find(|(end, _)| within(end)).map(|(_, what)| *what)
}
