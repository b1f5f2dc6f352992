//! A lineage with all that is told of it.

use std::cmp::Ordering;

use jiff::Timestamp;

use crate::certificate::{Certificate, Lifetime};
use crate::deploying::Undeployed;
use crate::error::{Error, Hint};
use crate::health::{Health, State};
use crate::identifier::DnsName;
use crate::lineages::Standing;
use crate::renewal::{Due, Failure};
use crate::store::{Fault, Look};

pub(super) struct Entry {
    pub name: String,
    /// What is kept of it, or why that cannot be read.
    pub kept: Result<Standing, Error>,
    pub health: Health,
    /// What was seen last at each challenge name.
    pub delegations: Vec<(DnsName, Option<Look>)>,
    /// What deploy hooks are still to see.
    pub undeployed: Option<Undeployed>,
    /// The lifetimes of generations before, newest first, as far as they were asked for.
    pub past: Vec<Lifetime>,
}

/// What is known of the delegations of a lineage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Seen {
    Standing,
    /// Nobody has looked yet.
    Never,
    /// Something could not be seen, or time will do.
    Unclear,
    Broken,
}

impl Entry {
    pub fn standing(&self) -> Option<&Standing> {
        self.kept.as_ref().ok()
    }

    pub fn certificate(&self) -> Option<&Certificate> {
        self.standing()?.certificate.as_ref()
    }

    pub fn lifetime(&self) -> Option<Lifetime> {
        self.certificate().map(Certificate::lifetime)
    }

    pub fn due(&self) -> Option<Due> {
        self.standing()?.due()
    }

    pub fn failure(&self) -> Option<&Failure> {
        self.standing()?.renewal.failure.as_ref()
    }

    pub fn names(&self) -> Vec<String> {
        let names = self.standing().map(|standing| standing.lineage.identifiers.as_slice()).unwrap_or_default();
        names.iter().map(ToString::to_string).collect()
    }

    /// The moment of the next try: when it is due, or later when it is left alone after failures.
    pub fn next_try(&self, now: Timestamp) -> Option<Timestamp> {
        let waits = self.failure().and_then(|failure| failure.waits_until(now));
        waits.or_else(|| self.due().map(|due| due.at))
    }

    /// What stands against a validation.
    pub fn faults(&self) -> impl Iterator<Item = &Fault> {
        self.delegations.iter().filter_map(|(_, look)| look.as_ref()).flat_map(|look| &look.faults)
    }

    /// The worst of the delegations.
    pub fn seen(&self) -> Seen {
        self.delegations.iter().map(|(_, look)| seen(look.as_ref())).max().unwrap_or(Seen::Never)
    }

    /// What to do next.
    pub fn hints(&self) -> Vec<Hint> {
        let damage = self.standing().and_then(|standing| standing.damage.as_deref());
        let broken = self.kept.as_ref().err().or(damage).map(Error::hints).unwrap_or_default();
        let failed = self.failure().map(|failure| failure.hints.as_slice()).unwrap_or_default();
        let mut hints: Vec<Hint> = self.renew_hint().into_iter().chain(self.deploy_hint()).collect();
        let all = broken.iter().chain(failed).chain(self.faults().flat_map(|fault| &fault.hints));
        all.for_each(|hint| hint.merge_into(&mut hints));
        hints
    }

    /// Where nothing but a renewal is needed.
    fn renew_hint(&self) -> Option<Hint> {
        let text = match self.health.state {
            State::Overdue => "see that a timer runs `certdns renew`; or have it renewed now",
            State::Expired if self.failure().is_none() => {
                "see that a timer runs `certdns renew`; or have it renewed now"
            }
            State::Revoked | State::Compromised => "have it replaced now, or leave that to the next run",
            State::Undelivered => "have them written; that takes no new certificate",
            State::NotIssued => "have it issued now, or leave that to the next run",
            _ => return None,
        };
        Some(Hint::new(text).line(format!("certdns renew {}", self.name)))
    }

    /// Where the certificate is there, and servers are still to be told of it.
    fn deploy_hint(&self) -> Option<Hint> {
        self.undeployed.as_ref()?;
        let text = "the certificate is stored and live; this runs the hook again, without a new one";
        Some(Hint::new(text).line(format!("certdns deploy {}", self.name)))
    }

    /// By what matters most, then by who expires first.
    pub fn worst_first(a: &Entry, b: &Entry) -> Ordering {
        let key = |entry: &Entry| {
            let end = entry.lifetime().map(|lifetime| lifetime.not_after);
            (std::cmp::Reverse((entry.health.severity, entry.health.state)), end)
        };
        key(a).cmp(&key(b)).then_with(|| a.name.cmp(&b.name))
    }
}

pub(super) fn seen(look: Option<&Look>) -> Seen {
    match look {
        None => Seen::Never,
        Some(look) if look.is_broken() => Seen::Broken,
        Some(look) if !look.faults.is_empty() => Seen::Unclear,
        Some(_) => Seen::Standing,
    }
}
