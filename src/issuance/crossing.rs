//! Names that are on their way between two acme-dns servers: which of their registrations a CA is led to now, and what
//! is tried at the others.

use std::collections::BTreeSet;
use std::time::Duration;

use futures_util::future::join_all;
use jiff::Timestamp;
use tokio::time::timeout;

use super::presenting::{Again, Hands};
use super::{Issuance, IssuanceError, Part, turns};
use crate::delegation::Delegation;
use crate::dns::{Dns, Lead, Published as Wanted};
use crate::error::Result;
use crate::event::Event;
use crate::http::host_of;
use crate::identifier::DnsName;

/// A server that no CNAME leads to at the moment is not waited for longer: it may be down, and be left for that.
const SPARE_PATIENCE: Duration = Duration::from_secs(8);

/// The delegations without which a CA would not find the values; others are for caches that lag behind.
///
/// DNS is asked only about names with several registrations.
pub(super) async fn needed(dns: &Dns, wanted: &[Wanted]) -> BTreeSet<Delegation> {
    let names: BTreeSet<&DnsName> = wanted.iter().map(|one| &one.delegation.challenge).collect();
    let groups: Vec<Vec<&Delegation>> = names.into_iter().map(|name| group(wanted, name)).collect();
    let crossing = groups.iter().filter(|group| group.len() > 1);
    let asked: Vec<_> = crossing
        .map(|group| (group[0].challenge.clone(), move |name: &DnsName| group.iter().any(|one| one.target == *name)))
        .collect();
    let leads = if asked.is_empty() { Vec::new() } else { dns.glance().leads(&asked).await };
    let lead_of = |name: &DnsName| asked.iter().position(|(asked, _)| asked == name).map(|at| &leads[at]);
    groups.iter().flat_map(|group| led_to(group, lead_of(&group[0].challenge))).cloned().collect()
}

/// The registrations of one name, the one that is used first.
fn group<'a>(wanted: &'a [Wanted], name: &DnsName) -> Vec<&'a Delegation> {
    wanted.iter().map(|one| &one.delegation).filter(|one| one.challenge == *name).collect()
}

/// Those that some server leads to; where none does, or that cannot be seen, the one that is used.
fn led_to<'a>(group: &[&'a Delegation], lead: Option<&Lead>) -> Vec<&'a Delegation> {
    let is_shown = |one: &&Delegation| lead.is_some_and(|lead| lead.targets.contains(&one.target));
    let shown: Vec<&Delegation> = group.iter().copied().filter(is_shown).collect();
    if shown.is_empty() { group.iter().copied().take(1).collect() } else { shown }
}

/// What came of publishing at a registration that no CNAME leads to at the moment.
pub(super) struct Tried {
    part: Part,
    /// Nothing where the values do not show.
    shown: Option<Spare>,
}

struct Spare {
    /// Whether others have to be reckoned with.
    shared: bool,
    /// The moment from which the service wants the values looked at.
    ready: Timestamp,
}

impl Tried {
    pub(super) fn ready(&self) -> Option<Timestamp> {
        self.shown.as_ref().map(|shown| shown.ready)
    }
}

/// Publishes where it is not needed, in turn with others who do, and for no longer than a while.
pub(super) async fn try_all(issuance: &Issuance<'_>, spares: &[Wanted]) -> Vec<Tried> {
    let part = |one: &Wanted| issuance.parts.iter().find(|part| part.delegation == one.delegation).cloned();
    let each = spares.iter().filter_map(|one| Some(try_one(issuance, part(one)?, std::slice::from_ref(one))));
    join_all(each).await
}

async fn try_one(issuance: &Issuance<'_>, mut part: Part, spare: &[Wanted]) -> Tried {
    let shown = match publish(issuance, &mut part, spare).await {
        Ok(published) => {
            let delay = Duration::try_from(published.ready.duration_since(Timestamp::now())).unwrap_or_default();
            issuance.dns.wait_until_visible(spare, SPARE_PATIENCE + delay).await.ok().map(|()| published)
        }
        Err(error) => {
            issuance.reporter.report(Event::Warning { text: spared(&part, &error.whole()) });
            None
        }
    };
    Tried { part, shown }
}

async fn publish(issuance: &Issuance<'_>, part: &mut Part, spare: &[Wanted]) -> Result<Spare> {
    let challenge = part.delegation.challenge.clone();
    let turn = timeout(turns::longest(0), turns::wait(issuance, spare, 0)).await;
    let shared = turn.unwrap_or(Err(IssuanceError::Crowded { challenge }))?.shared;
    let server = host_of(part.registration.server.as_str());
    let hands = Hands::of(issuance);
    let presented = timeout(SPARE_PATIENCE, hands.present(part, spare, Again::default())).await;
    let ready = presented.unwrap_or_else(|_| Err(IssuanceError::TooSlow { server }.into()))?;
    Ok(Spare { shared, ready })
}

fn spared(part: &Part, why: &str) -> String {
    let Delegation { challenge, target } = &part.delegation;
    format!("{challenge} does not lead to {target} now, so this does not matter: {why}")
}

/// Keeps what was noted of the slots. What came to nothing is not tried again; tells whether others have to be
/// reckoned with at the rest.
pub(super) fn keep(issuance: &mut Issuance<'_>, spares: &mut Vec<Wanted>, tried: Vec<Tried>) -> bool {
    let mut shared = false;
    for Tried { part, shown } in tried {
        shared |= shown.as_ref().is_some_and(|shown| shown.shared);
        spares.retain(|one| shown.is_some() || one.delegation != part.delegation);
        if let Some(kept) = issuance.parts.iter_mut().find(|kept| kept.delegation == part.delegation) {
            *kept = part;
        }
    }
    shared
}

#[cfg(test)]
mod tests {
    use super::*;

    fn targets(led_to_these: &[&str]) -> Vec<String> {
        let name = |text: &str| DnsName::parse(text).unwrap();
        let delegation =
            |target: &str| Delegation { challenge: name("_acme-challenge.example.com"), target: name(target) };
        let (old, new) = (delegation("x.old.example"), delegation("y.new.example"));
        let targets = led_to_these.iter().map(|text| name(text)).collect();
        let lead = Lead { targets, answered: true, ..Lead::default() };
        led_to(&[&old, &new], Some(&lead)).into_iter().map(|one| one.target.to_string()).collect()
    }

    #[test]
    fn what_a_server_leads_to_is_needed_and_else_the_one_that_is_used() {
        assert_eq!(targets(&["y.new.example"]), ["y.new.example"]);
        assert_eq!(targets(&["x.old.example", "y.new.example"]), ["x.old.example", "y.new.example"]);
        assert_eq!(targets(&["elsewhere.example"]), ["x.old.example"]);
        assert_eq!(targets(&[]), ["x.old.example"]);
    }
}
