//! Looks at names as a CA would, before the CA does: the delegation of each, and what CAA says. `check`, `register`,
//! `issue`, `renew` and whoever waits see with the same eyes.

use std::collections::HashMap;
use std::time::Duration;

use futures_util::join;
use serde::Serialize;
use url::Url;

use crate::caa::{Climb, Verdict};
use crate::context::Context;
use crate::delegation::{self, Delegation, Finding, Held, Holdings, Observation, Severity, judge};
use crate::dns::Dns;
use crate::enrolment::Enrolled;
use crate::error::{Kind, Result};
use crate::event::{Event, SharedReporter};
use crate::http::host_of;
use crate::identifier::{DnsName, Identifier};
use crate::permission::{Permission, Summary, Who};

/// A CA that does not tell how CAA records name it within this time is not waited for.
const PATIENCE: Duration = Duration::from_secs(3);

/// Findings of zones that cannot be asked anything.
const UNREACHABLE: [&str; 5] = ["resolver-down", "resolver-fails", "servers-silent", "servers-fail", "dnssec-bogus"];

/// Looks at registered names, for one CA and one account there.
pub struct Inspector {
    dns: Dns,
    holdings: Holdings,
    /// Whether CAA is looked at.
    caa: bool,
    /// `None` where nothing is known of how CAA records name the CA.
    who: Option<Who>,
    reporter: SharedReporter,
}

/// What was seen of one registered name, and what it means.
#[derive(Clone, Debug, Serialize)]
pub struct Sight {
    pub names: Vec<Identifier>,
    #[serde(flatten)]
    pub delegation: Delegation,
    /// Whether a validation would succeed, as far as can be seen.
    pub stands: bool,
    pub findings: Vec<Finding>,
    pub observation: Observation,
    /// What CAA says about each of the names.
    pub caa: Vec<Restricted>,
}

/// A name, and who may issue for it.
#[derive(Clone, Debug, Serialize)]
pub struct Restricted {
    pub name: Identifier,
    pub restriction: Summary,
    /// What that means for this account at this CA; missing where nothing is known of how CAA records name the CA.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
}

impl Inspector {
    /// Sees delegations only: who orders certificates, and where, is not asked for.
    ///
    /// # Errors
    /// When the store cannot be read, or there is no resolver.
    pub fn of_delegations(cx: &Context) -> Result<Inspector> {
        let (dns, holdings) = (cx.dns()?, holdings(cx)?);
        Ok(Inspector { dns, holdings, caa: false, who: None, reporter: cx.reporter.clone() })
    }

    /// Sees CAA too, with the eyes of this CA, as far as it is known how CAA records name it.
    ///
    /// # Errors
    /// When the store cannot be read, or there is no resolver.
    pub fn at(cx: &Context, directory: &Url) -> Result<Inspector> {
        Ok(Inspector { caa: true, who: Who::at(cx, directory)?, ..Inspector::of_delegations(cx)? })
    }

    /// The same, with the eyes of the account that a lineage remembers.
    ///
    /// # Errors
    /// As above.
    pub fn remembered(cx: &Context, directory: &Url, account: Option<&Url>) -> Result<Inspector> {
        Ok(Inspector { who: Who::remembered(cx, directory, account)?, ..Inspector::at(cx, directory)? })
    }

    /// The same; a CA that nothing is known of is asked for its directory.
    ///
    /// # Errors
    /// As above; a CA that does not answer is none.
    pub async fn asking(cx: &Context, directory: &Url) -> Result<Inspector> {
        let inspector = Inspector::at(cx, directory)?;
        let who = match inspector.who {
            Some(who) => Some(who),
            None => asked(cx, directory).await,
        };
        Ok(Inspector { who, ..inspector })
    }

    /// Looks once at every name, side by side; no question goes out twice.
    pub async fn look(&self, subjects: &[Enrolled]) -> Vec<Sight> {
        if !subjects.is_empty() {
            let challenges = subjects.iter().map(|subject| subject.challenge.clone()).collect();
            self.reporter.report(Event::Observing { challenges });
        }
        self.look_quietly(subjects).await
    }

    /// The same without saying so: for who looks again and again.
    pub async fn look_quietly(&self, subjects: &[Enrolled]) -> Vec<Sight> {
        let delegations: Vec<Delegation> = subjects.iter().map(Enrolled::delegation).collect();
        let look = self.dns.look();
        // A name and its wildcard share a climb, as they share a challenge name.
        let bases: Vec<DnsName> = subjects.iter().filter(|_| self.caa).filter_map(base).collect();
        let (observations, climbs) = join!(look.observe_all(&delegations), look.climb_all(&bases));
        let climbs: HashMap<DnsName, Climb> = bases.into_iter().zip(climbs).collect();
        let sights = subjects.iter().zip(observations).map(|(subject, observation)| {
            let climb = base(subject).and_then(|base| climbs.get(&base));
            self.judged(subject, observation, climb)
        });
        sights.collect()
    }

    fn judged(&self, subject: &Enrolled, observation: Observation, climb: Option<&Climb>) -> Sight {
        let findings = judge(&observation, &self.holdings);
        // Where the zone itself cannot be asked, nor can its CAA records: that is told once.
        let out_of_reach = findings.iter().any(|finding| UNREACHABLE.contains(&finding.code));
        let (names, delegation) = (subject.names.clone(), subject.delegation());
        let (caa, faults) = climb.map(|climb| self.certification(&names, climb)).unwrap_or_default();
        let faults = faults.into_iter().filter(|fault| !(out_of_reach && fault.code == "caa-unavailable")).collect();
        let mut sight = Sight { names, delegation, stands: false, findings, observation, caa };
        sight.add(faults);
        sight
    }

    /// What a climb means for each name, and what stands against it.
    fn certification(&self, names: &[Identifier], climb: &Climb) -> (Vec<Restricted>, Vec<Finding>) {
        let (mut caa, mut faults) = (Vec::new(), Vec::new());
        for name in names {
            let permission = self.who.as_ref().map(|who| (Permission::judged(name, climb.clone(), who), who));
            faults.extend(permission.as_ref().and_then(|(permission, who)| permission.finding(who)));
            let restriction = Summary::of(name, Some(climb), self.who.as_ref());
            let verdict = permission.map(|(permission, _)| permission.verdict);
            caa.push(Restricted { name: name.clone(), restriction, verdict });
        }
        (caa, faults)
    }
}

fn base(subject: &Enrolled) -> Option<DnsName> {
    subject.names.first().map(|name| name.base().clone())
}

impl Sight {
    /// Why this one does not stand: whether a person must act, or time will do.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        self.errors().map(Finding::kind).min_by_key(|kind| kind.exit_code())
    }

    pub fn errors(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.severity == Severity::Error)
    }

    /// How many values show at the target; `None` when that could not be seen.
    #[must_use]
    pub fn values(&self) -> Option<usize> {
        let target = self.observation.target.as_ref()?;
        target.decisive().next().map(|_| target.values().len())
    }

    /// Adds what was found out beyond looking.
    pub fn add(&mut self, findings: Vec<Finding>) {
        self.findings.extend(findings);
        self.findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        self.stands = delegation::stands(&self.findings);
    }

    /// The state in a word: the worst code, or `ready`.
    #[must_use]
    pub fn word(&self) -> &'static str {
        self.errors().next().map_or("ready", |finding| finding.code)
    }
}

/// How CAA records name a CA that is not known yet; trouble with it is for later, when it is really needed.
async fn asked(cx: &Context, directory: &Url) -> Option<Who> {
    let authority = tokio::time::timeout(PATIENCE, cx.authority(directory)).await.ok()?.ok()?;
    let identities = authority.meta().caa_identities.clone();
    (!identities.is_empty()).then(|| Who::asking(cx, identities, None))
}

/// What is registered, as far as it can be read.
fn holdings(cx: &Context) -> Result<Holdings> {
    let mut held = Vec::new();
    for (challenge, registration) in cx.store.registrations()?.into_iter().flatten() {
        let published = !cx.store.published(&registration, &challenge)?.is_empty();
        let server = host_of(registration.server.as_str());
        held.push(Held { challenge, server, target: registration.fulldomain, published });
    }
    let configured = cx.settings.acme_dns_base().map(|base| host_of(base.as_str()));
    Ok(Holdings { configured, held })
}
