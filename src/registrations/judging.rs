//! A registration from elsewhere meets those that are here: what to do, and whether anybody must be asked. Pure.

use crate::dns::Lead;
use crate::identifier::DnsName;
use crate::store::Record;

/// Who wins where both differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    Mine,
    Theirs,
    /// Whichever the live CNAME points to.
    Dns,
}

/// Which of both the live CNAME points to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Points {
    Here,
    There,
    /// Both have the same target.
    Both,
    Elsewhere(DnsName),
    Nowhere,
    /// Servers differ, or none answered, or none was asked.
    Unknown,
}

/// What becomes of a registration from elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Nothing is here for the name.
    New,
    /// It is here already.
    Same,
    Mine,
    Theirs,
    Undecided,
}

/// What is to be done.
#[must_use]
pub fn decide(mine: &[Record], theirs: &Record, keep: Option<Keep>, points: &Points) -> Decision {
    let same = |one: &Record| one.registration.is_same(&theirs.registration);
    let wins = match keep {
        Some(Keep::Dns) if *points == Points::There => Some(Keep::Theirs),
        Some(Keep::Dns) if *points == Points::Here => Some(Keep::Mine),
        Some(Keep::Dns) | None => None,
        given => given,
    };
    if mine.is_empty() {
        return Decision::New;
    }
    // Where it is here with others beside it, an earlier run may have been cut short.
    if mine.iter().any(same) && (wins != Some(Keep::Theirs) || mine.iter().all(same)) {
        return Decision::Same;
    }
    match wins {
        Some(Keep::Theirs) => Decision::Theirs,
        Some(_) => Decision::Mine,
        None => Decision::Undecided,
    }
}

/// Which of them a live CNAME means.
#[must_use]
pub fn points(lead: Option<&Lead>, mine: &[Record], theirs: &Record) -> Points {
    let Some(lead) = lead.filter(|lead| lead.answered && lead.targets.len() < 2) else { return Points::Unknown };
    let Some(target) = lead.targets.first() else { return Points::Nowhere };
    let here = mine.iter().any(|one| one.registration.fulldomain == *target);
    let there = theirs.registration.fulldomain == *target;
    match (here, there) {
        (true, true) => Points::Both,
        (true, false) => Points::Here,
        (false, true) => Points::There,
        (false, false) => Points::Elsewhere(target.clone()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::Timestamp;
    use url::Url;

    use super::*;
    use crate::acmedns::Registration;
    use crate::secret::Secret;

    fn record(server: &str, subdomain: &str) -> Record {
        let registration = Registration {
            server: Url::parse(&format!("https://{server}/")).unwrap(),
            username: "u".to_owned(),
            password: Secret::new("p"),
            subdomain: subdomain.to_owned(),
            fulldomain: DnsName::parse(&format!("{subdomain}.{server}")).unwrap(),
            allow_from: Vec::new(),
            registered_at: Timestamp::UNIX_EPOCH,
        };
        Record::new(DnsName::parse("_acme-challenge.example.com").unwrap(), registration)
    }

    fn lead(targets: &[&str]) -> Lead {
        let targets: BTreeSet<DnsName> = targets.iter().map(|name| DnsName::parse(name).unwrap()).collect();
        Lead { targets, answered: true, ..Lead::default() }
    }

    #[test]
    fn the_live_cname_means_one_of_both_or_neither() {
        let (mine, theirs) = ([record("a.example", "m")], record("a.example", "t"));
        let told = |targets: &[&str]| points(Some(&lead(targets)), &mine, &theirs);
        assert_eq!(told(&["m.a.example"]), Points::Here);
        assert_eq!(told(&["t.a.example"]), Points::There);
        assert_eq!(told(&["x.a.example"]), Points::Elsewhere(DnsName::parse("x.a.example").unwrap()));
        assert_eq!(told(&[]), Points::Nowhere);
        assert_eq!(told(&["m.a.example", "t.a.example"]), Points::Unknown);
        assert_eq!(points(Some(&Lead::default()), &mine, &theirs), Points::Unknown);
        assert_eq!(points(None, &mine, &theirs), Points::Unknown);
        let mut other = mine[0].clone();
        other.registration.password = Secret::new("q");
        assert_eq!(points(Some(&lead(&["m.a.example"])), &mine, &other), Points::Both);
    }

    #[test]
    fn nothing_is_replaced_unless_somebody_or_dns_decides() {
        let (mine, theirs) = (vec![record("a.example", "m")], record("a.example", "t"));
        let decided = |keep, points| decide(&mine, &theirs, keep, &points);
        assert_eq!(decide(&[], &theirs, None, &Points::Unknown), Decision::New);
        assert_eq!(decide(&mine, &mine[0], None, &Points::Unknown), Decision::Same);
        assert_eq!(decided(None, Points::There), Decision::Undecided);
        assert_eq!(decided(Some(Keep::Mine), Points::There), Decision::Mine);
        assert_eq!(decided(Some(Keep::Theirs), Points::Here), Decision::Theirs);
        assert_eq!(decided(Some(Keep::Dns), Points::There), Decision::Theirs);
        assert_eq!(decided(Some(Keep::Dns), Points::Here), Decision::Mine);
        for unclear in [Points::Both, Points::Nowhere, Points::Unknown] {
            assert_eq!(decided(Some(Keep::Dns), unclear), Decision::Undecided);
        }
    }

    #[test]
    fn another_server_is_another_registration_and_one_that_is_there_beside_others_is_no_conflict() {
        let (mine, theirs) = (vec![record("a.example", "m"), record("b.example", "t")], record("b.example", "t"));
        assert_eq!(decide(&mine[..1], &theirs, None, &Points::Unknown), Decision::Undecided);
        assert_eq!(decide(&mine, &theirs, None, &Points::Unknown), Decision::Same);
        // The rest of a run that was cut short.
        assert_eq!(decide(&mine, &theirs, Some(Keep::Theirs), &Points::Unknown), Decision::Theirs);
    }
}
