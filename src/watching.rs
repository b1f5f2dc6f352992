//! Looks at delegations until all stand, or the time is over.

use std::time::{Duration, Instant};

use serde::Serialize;

use crate::delegation::{Delegation, Finding, Observation, Severity, judge, stands};
use crate::dns::Dns;
use crate::error::Kind;
use crate::event::{Event, SharedReporter};

/// What was seen of one delegation, and what it means.
#[derive(Clone, Debug, Serialize)]
pub struct Sight {
    #[serde(flatten)]
    pub delegation: Delegation,
    pub stands: bool,
    pub findings: Vec<Finding>,
    pub observation: Observation,
}

impl Sight {
    /// Why this one does not stand: whether a person must act, or time will do.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        let errors = self.findings.iter().filter(|finding| finding.severity == Severity::Error);
        errors.map(Finding::kind).min_by_key(|kind| kind.exit_code())
    }
}

/// Looks once at every delegation, side by side.
pub async fn look(dns: &Dns, delegations: &[Delegation], reporter: &SharedReporter) -> Vec<Sight> {
    if !delegations.is_empty() {
        let challenges = delegations.iter().map(|delegation| delegation.challenge.clone()).collect();
        reporter.report(Event::Observing { challenges });
    }
    let observations = dns.observe_all(delegations).await;
    delegations
        .iter()
        .cloned()
        .zip(observations)
        .map(|(delegation, observation)| sight(delegation, observation))
        .collect()
}

fn sight(delegation: Delegation, observation: Observation) -> Sight {
    let findings = judge(&observation);
    Sight { delegation, stands: stands(&findings), findings, observation }
}

/// Looks again and again at those that do not stand yet. The pauses grow, so that nobody's servers are hammered.
pub async fn watch(dns: &Dns, delegations: &[Delegation], limit: Duration, reporter: &SharedReporter) -> Vec<Sight> {
    let begun = Instant::now();
    let mut sights = look(dns, delegations, reporter).await;
    for pause in pauses() {
        let missing: Vec<usize> = (0..sights.len()).filter(|index| !sights[*index].stands).collect();
        let left = limit.saturating_sub(begun.elapsed());
        if missing.is_empty() || left.is_zero() {
            break;
        }
        let next_look = pause.min(left);
        let challenges = missing.iter().map(|index| sights[*index].delegation.challenge.clone()).collect();
        reporter.report(Event::WaitingForDelegation { missing: challenges, next_look });
        tokio::time::sleep(next_look).await;
        let again: Vec<Delegation> = missing.iter().map(|index| sights[*index].delegation.clone()).collect();
        for (index, observation) in missing.into_iter().zip(dns.observe_all(&again).await) {
            sights[index] = sight(sights[index].delegation.clone(), observation);
        }
    }
    sights
}

/// 1 s, growing by half, up to 15 s; without end.
fn pauses() -> impl Iterator<Item = Duration> {
    std::iter::successors(Some(Duration::from_secs(1)), |pause| Some(pause.mul_f64(1.5).min(Duration::from_secs(15))))
}
