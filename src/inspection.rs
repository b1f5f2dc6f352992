//! Looks at names as a CA would, before the CA does: the delegation of each, and what CAA says. `check`, `register`,
//! `issue`, `renew` and whoever waits see with the same eyes.

mod not_ready;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use futures_util::join;
use serde::Serialize;
use url::Url;

use crate::acme::preset_identities;
use crate::caa::{Climb, Verdict};
use crate::context::Context;
use crate::delegation::{self, Delegation, Finding, Held, Holdings, Observation, Severity, judge_among};
use crate::dns::Dns;
use crate::enrolment::Enrolled;
use crate::error::{Kind, Result};
use crate::event::{Event, SharedReporter};
use crate::http::host_of;
use crate::identifier::{DnsName, Identifier};
use crate::permission::{Asker, Permission, Summary, Who, account_to_order_with};
use crate::store::Lineage;

pub use not_ready::NotReady;

/// A CA that does not tell how CAA records name it within this time is not waited for.
const PATIENCE: Duration = Duration::from_secs(3);

/// Findings of zones that cannot be asked anything.
const UNREACHABLE: [&str; 5] = ["resolver-down", "resolver-fails", "servers-silent", "servers-fail", "dnssec-bogus"];

/// Looks at registered names, for one CA and one account there.
pub struct Inspector {
    dns: Dns,
    holdings: Arc<Holdings>,
    /// Who orders, unless a name has one of its own; `None` where CAA is not looked at.
    asker: Option<Asker>,
    /// Names with certificates are judged by the CA that these come from.
    askers: HashMap<Identifier, Asker>,
    /// Who asks at each CA, as far as it is known how CAA records name it.
    who: HashMap<Asker, Who>,
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
        Inspector::holding(cx, Arc::new(holdings(cx)?))
    }

    fn holding(cx: &Context, holdings: Arc<Holdings>) -> Result<Inspector> {
        let (dns, reporter) = (cx.dns()?, cx.reporter.clone());
        let (askers, who) = (HashMap::new(), HashMap::new());
        Ok(Inspector { dns, holdings, asker: None, askers, who, reporter })
    }

    /// Sees CAA too, with the eyes of this CA, as far as it is known how CAA records name it.
    ///
    /// # Errors
    /// When the store cannot be read, or there is no resolver.
    pub fn at(cx: &Context, directory: &Url) -> Result<Inspector> {
        Inspector::remembered(cx, directory, None)
    }

    /// The same, with the eyes of the account that a lineage remembers.
    ///
    /// # Errors
    /// As above.
    pub fn remembered(cx: &Context, directory: &Url, account: Option<&Url>) -> Result<Inspector> {
        Inspector::knowing(cx, Arc::new(holdings(cx)?), directory, account)
    }

    /// The same for who has read already what is registered.
    ///
    /// # Errors
    /// As above.
    pub fn knowing(cx: &Context, holdings: Arc<Holdings>, directory: &Url, account: Option<&Url>) -> Result<Inspector> {
        let asker = (directory.clone(), account.cloned());
        let who = Who::of(cx, &asker)?.map(|who| (asker.clone(), who)).into_iter().collect();
        Ok(Inspector { asker: Some(asker), who, ..Inspector::holding(cx, holdings)? })
    }

    /// Sees the names of these lineages with the eyes of whoever orders their certificates. No account is read for it:
    /// what the lineages remember is enough.
    ///
    /// # Errors
    /// As above.
    pub fn of_lineages(cx: &Context, holdings: Arc<Holdings>, lineages: &[&Lineage]) -> Result<Inspector> {
        let mut inspector = Inspector::holding(cx, holdings)?;
        for lineage in lineages {
            let asker = (lineage.directory.clone(), lineage.account.clone());
            let names = lineage.identifiers.iter().cloned();
            inspector.askers.extend(names.map(|name| (name, asker.clone())));
            inspector.who.entry(asker.clone()).or_insert_with(|| Who::remembered(&asker, identities(cx, lineage)));
            inspector.asker.get_or_insert(asker);
        }
        Ok(inspector)
    }

    /// Sees every name with the eyes of whoever orders its certificate, and others with those of this CA. CAs that
    /// nothing is known of are asked for their directory.
    ///
    /// # Errors
    /// As above; a CA that does not answer is none.
    pub async fn of_everything(cx: &Context, directory: &Url) -> Result<Inspector> {
        let mut inspector = Inspector::at(cx, directory)?;
        for lineage in cx.store.lineages()?.into_iter().flatten() {
            let asker = (lineage.directory, lineage.account);
            inspector.askers.extend(lineage.identifiers.into_iter().map(|name| (name, asker.clone())));
        }
        let all: BTreeSet<Asker> = inspector.askers.values().chain(&inspector.asker).cloned().collect();
        let each = all.iter().map(|asker| async { Some((asker.clone(), known(cx, asker).await?)) });
        inspector.who = join_all(each).await.into_iter().flatten().collect();
        Ok(inspector)
    }

    /// Looks as [`Inspector::look`] does. Where only the name stands in the way by which CAA records mean the CA, that one
    /// is asked for its names of today before anybody is told so.
    pub async fn look_before_ordering(&mut self, cx: &Context, subjects: &[Enrolled]) -> Vec<Sight> {
        let sights = self.look(subjects).await;
        let misnamed = |sight: &Sight| sight.errors().any(|finding| finding.code == "caa-other-ca");
        let Some(asker) = self.asker.clone().filter(|_| sights.iter().any(misnamed)) else { return sights };
        match asked(cx, &asker).await {
            Some(who) if self.who.get(&asker).is_none_or(|known| known.identities != who.identities) => {
                self.who.insert(asker, who);
                self.look_quietly(subjects).await
            }
            _ => sights,
        }
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
        let look = self.dns.look().ending_at(subjects.iter().flat_map(Enrolled::other_targets));
        // A name and its wildcard share a climb, as they share a challenge name.
        let bases: Vec<DnsName> = subjects.iter().filter(|_| self.asker.is_some()).filter_map(base).collect();
        let (observations, climbs) = join!(look.observe_all(&delegations), look.climb_all(&bases));
        let climbs: HashMap<DnsName, Climb> = bases.into_iter().zip(climbs).collect();
        let sights = subjects.iter().zip(observations).map(|(subject, observation)| {
            let climb = base(subject).and_then(|base| climbs.get(&base));
            self.judged(subject, observation, climb)
        });
        sights.collect()
    }

    fn judged(&self, subject: &Enrolled, observation: Observation, climb: Option<&Climb>) -> Sight {
        let findings = judge_among(&observation, &self.holdings, &subject.other_targets());
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
            let asker = self.askers.get(name).or(self.asker.as_ref());
            let who = asker.and_then(|asker| self.who.get(asker)).filter(|who| !who.identities.is_empty());
            let permission = who.map(|who| (Permission::judged(name, climb.clone(), who), who));
            faults.extend(permission.as_ref().and_then(|(permission, who)| permission.finding(who)));
            faults.extend(permission.as_ref().and_then(|(permission, _)| permission.remark()));
            let restriction = Summary::of(name, Some(climb), who);
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

    /// Whether the challenge name leads to the target at every server, whatever else is wrong.
    #[must_use]
    pub fn leads_home(&self) -> bool {
        let elsewhere = ["caa-", "perspective-", "dnssec-", "service-"];
        self.errors().all(|finding| elsewhere.iter().any(|start| finding.code.starts_with(start)))
    }

    /// The state in a word: the worst code, or `ready`.
    #[must_use]
    pub fn word(&self) -> &'static str {
        self.errors().next().map_or("ready", |finding| finding.code)
    }
}

/// Who asks at a CA; one that nothing is known of is asked for its names.
async fn known(cx: &Context, asker: &Asker) -> Option<Who> {
    match Who::of(cx, asker).ok()? {
        Some(who) => Some(who),
        None => asked(cx, asker).await,
    }
}

/// How CAA records name a CA today; trouble with it is for later, when it is really needed.
async fn asked(cx: &Context, asker: &Asker) -> Option<Who> {
    let authority = tokio::time::timeout(PATIENCE, cx.authority(&asker.0)).await.ok()?.ok()?;
    let identities = authority.meta().caa_identities.clone();
    let account = account_to_order_with(cx, asker).ok()?;
    (!identities.is_empty()).then(|| Who::asking(cx, identities, account.as_ref()))
}

/// How CAA records name a lineage's CA, as far as was noted.
fn identities(cx: &Context, lineage: &Lineage) -> Vec<String> {
    let noted = cx.store.renewal(&lineage.name).identities;
    if noted.is_empty() { preset_identities(&lineage.directory).unwrap_or_default() } else { noted }
}

/// What is registered, as far as it can be read.
pub(crate) fn holdings(cx: &Context) -> Result<Holdings> {
    let mut held = Vec::new();
    for (challenge, registration) in cx.store.registrations()?.into_iter().flatten() {
        let published = !cx.store.published(&registration, &challenge)?.is_empty();
        let server = host_of(registration.server.as_str());
        held.push(Held { challenge, server, target: registration.fulldomain, published });
    }
    let configured = cx.settings.acme_dns_base().map(|base| host_of(base.as_str()));
    Ok(Holdings { configured, held })
}
