//! Names that are on their way between two acme-dns servers: which of their registrations a CA is led to now.

use std::collections::BTreeSet;

use crate::delegation::Delegation;
use crate::dns::{Dns, Lead, Published as Wanted};
use crate::identifier::DnsName;

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
