//! What DNS says of a name that is on its way, and what remains to be done. Pure.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::dns::Lead;
use crate::identifier::DnsName;
use crate::store::Move;

/// No resolver is believed to remember a record for longer.
const LONGEST_TTL: u32 = 86_400;

/// Where the name servers lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leads {
    Old,
    New,
    /// Some to the old registration, some to the new one.
    Both,
    /// To what is neither.
    Elsewhere(DnsName),
    Nowhere,
    /// None of them answered.
    Unseen,
}

/// What remains to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remaining {
    /// The new server is to be asked for a registration.
    Register,
    ChangeRecord,
    /// These name servers do not show the new record yet.
    Servers(Vec<String>),
    /// Resolvers may remember the old record until then.
    Caches(Timestamp),
    /// The old registration is to be set aside.
    Finish,
    Nothing,
}

impl Leads {
    /// What a lead means.
    #[must_use]
    pub fn of(lead: &Lead, old: &[DnsName], new: Option<&DnsName>) -> Leads {
        if !lead.answered {
            return Leads::Unseen;
        }
        let is_new = |target: &&DnsName| new == Some(*target);
        let (to_new, to_old) =
            (lead.targets.iter().any(|one| is_new(&one)), lead.targets.iter().any(|one| old.contains(one)));
        let other = lead.targets.iter().find(|one| !is_new(one) && !old.contains(one));
        match (to_new, to_old, other) {
            (true, false, None) => Leads::New,
            (true, _, _) => Leads::Both,
            (false, _, Some(other)) => Leads::Elsewhere(other.clone()),
            (false, true, None) => Leads::Old,
            (false, false, None) => Leads::Nowhere,
        }
    }

    /// In a word.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Leads::Old => "old",
            Leads::New => "new",
            Leads::Both => "both",
            Leads::Elsewhere(_) => "elsewhere",
            Leads::Nowhere => "nowhere",
            Leads::Unseen => "unseen",
        }
    }
}

/// The move with what was seen now: since when all lead to the new one, and how long what was there is remembered.
pub(super) fn seen(course: Move, leads: &Leads, lead: &Lead, now: Timestamp) -> Move {
    let arrived = *leads == Leads::New && lead.without.is_empty();
    let ttl = if *leads == Leads::New { course.ttl } else { course.ttl.max(lead.ttl.min(LONGEST_TTL)) };
    let since = course.arrived_at.filter(|since| *since <= now).unwrap_or(now);
    Move { arrived_at: arrived.then_some(since), ttl, ..course }
}

/// What remains, once there are two registrations.
pub(super) fn judge(course: &Move, leads: &Leads, lead: &Lead, now: Timestamp) -> Remaining {
    match (leads, course.arrived_at) {
        (_, Some(since)) => {
            let until = since.saturating_add(SignedDuration::from_secs(course.ttl.into())).unwrap_or(since);
            if until <= now { Remaining::Finish } else { Remaining::Caches(until) }
        }
        (Leads::New | Leads::Unseen, None) => Remaining::Servers(lead.without.iter().cloned().collect()),
        (Leads::Both, None) => Remaining::Servers(Vec::new()),
        _ => Remaining::ChangeRecord,
    }
}

impl Remaining {
    /// In a word, for scripts.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Remaining::Register => "register",
            Remaining::ChangeRecord => "change-record",
            Remaining::Servers(_) => "wait-for-servers",
            Remaining::Caches(_) => "wait-for-caches",
            Remaining::Finish => "finish",
            Remaining::Nothing => "nothing",
        }
    }

    /// In a sentence.
    #[must_use]
    pub fn text(&self, now: Timestamp) -> String {
        match self {
            Remaining::Register => "register it: run the move again".to_owned(),
            Remaining::ChangeRecord => "change its CNAME".to_owned(),
            Remaining::Servers(servers) if servers.is_empty() => {
                "wait until all its name servers show the new CNAME".to_owned()
            }
            Remaining::Servers(servers) => format!("wait for {} to show the new CNAME", servers.join(", ")),
            Remaining::Caches(until) => {
                let left = Duration::try_from(until.duration_since(now)).unwrap_or_default().as_secs() + 1;
                format!("wait {left} s: resolvers may remember the old CNAME")
            }
            Remaining::Finish => "set the old registration aside: the next renewal does".to_owned(),
            Remaining::Nothing => "nothing: it has moved".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use url::Url;

    use super::*;

    fn name(text: &str) -> DnsName {
        DnsName::parse(text).unwrap()
    }

    fn lead(targets: &[&str], without: &[&str]) -> Lead {
        let targets = targets.iter().map(|text| name(text)).collect();
        let without = without.iter().map(|text| (*text).to_owned()).collect();
        Lead { targets, answered: true, without, ttl: 60 }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn leads(lead: &Lead) -> Leads {
        Leads::of(lead, &[name("x.old.example")], Some(&name("y.new.example")))
    }

    fn course() -> Move {
        let to = Url::parse("https://new.example/").unwrap();
        Move { challenge: name("_acme-challenge.example.com"), to, begun_at: at(0), arrived_at: None, ttl: 0 }
    }

    /// What remains at these moments, one sight after the other.
    fn way(sights: &[(i64, Lead)]) -> Vec<Remaining> {
        let mut course = course();
        let mut all = Vec::new();
        for (second, lead) in sights {
            course = seen(course, &leads(lead), lead, at(*second));
            all.push(judge(&course, &leads(lead), lead, at(*second)));
        }
        all
    }

    #[test]
    fn where_the_servers_lead_is_said_in_a_word() {
        let words = [
            leads(&lead(&["x.old.example"], &[])),
            leads(&lead(&["y.new.example"], &["ns2"])),
            leads(&lead(&["x.old.example", "y.new.example"], &[])),
            leads(&lead(&["z.example"], &[])),
            leads(&lead(&["x.old.example", "z.example"], &[])),
            leads(&lead(&[], &["ns1"])),
            leads(&Lead::default()),
        ];
        let words: Vec<&str> = words.iter().map(Leads::word).collect();
        assert_eq!(words, ["old", "new", "both", "elsewhere", "elsewhere", "nowhere", "unseen"]);
    }

    #[test]
    fn the_old_one_goes_when_all_servers_have_led_to_the_new_one_for_as_long_as_resolvers_remember() {
        let (old, both) = (lead(&["x.old.example"], &[]), lead(&["x.old.example", "y.new.example"], &[]));
        let (lagging, new) = (lead(&["y.new.example"], &["ns2"]), lead(&["y.new.example"], &[]));
        assert_eq!(
            way(&[(0, old), (10, both), (20, lagging), (30, new.clone()), (89, new.clone()), (90, new)]),
            [
                Remaining::ChangeRecord,
                Remaining::Servers(Vec::new()),
                Remaining::Servers(vec!["ns2".to_owned()]),
                Remaining::Caches(at(90)),
                Remaining::Caches(at(90)),
                Remaining::Finish
            ]
        );
    }

    #[test]
    fn who_turns_back_begins_to_wait_anew() {
        let (old, new) = (lead(&["x.old.example"], &[]), lead(&["y.new.example"], &[]));
        let way = way(&[(0, old.clone()), (30, new.clone()), (40, old), (50, new.clone()), (100, new)]);
        assert_eq!(way[1..3], [Remaining::Caches(at(90)), Remaining::ChangeRecord]);
        assert_eq!(way[3..], [Remaining::Caches(at(110)), Remaining::Caches(at(110))]);
    }

    #[test]
    fn where_no_old_record_was_seen_nobody_remembers_any() {
        let (nothing, new) = (lead(&[], &["ns1"]), lead(&["y.new.example"], &[]));
        let nothing = Lead { ttl: 0, ..nothing };
        assert_eq!(way(&[(0, nothing), (1, new)]), [Remaining::ChangeRecord, Remaining::Finish]);
    }
}
