//! A name at which CAA records stand, or would: what is there, and what should be.

use crate::caa::{Aim, Climb, Found, Grant, Plan, Property, Record, Verdict, Whom, judge, restricts};
use crate::delegation::Finding;
use crate::identifier::{DnsName, Identifier};
use crate::permission::{Permission, Who};

/// One place, with the names that its records govern.
pub(super) struct Place {
    pub at: DnsName,
    pub names: Vec<Named>,
    /// `None` where the records could not be had: then nobody can say what to add.
    pub present: Option<Vec<Record>>,
    pub plan: Plan,
    /// Records that let others issue, or this account otherwise.
    pub others: Vec<Record>,
    pub warnings: Vec<String>,
}

/// A name, what CAA says of it, and what is wrong with that.
pub(super) struct Named {
    pub permission: Permission,
    pub finding: Option<Finding>,
    /// Whether it was typed, or is the other half of a name and its wildcard.
    pub asked: bool,
}

/// A certificate of ours that comes from another CA.
pub(super) struct Neighbour {
    pub authority: String,
    pub names: Vec<Identifier>,
    pub who: Who,
}

/// Sorts what was seen by where records stand, or should. Names without any share the topmost of them that was typed:
/// records there hold for what is below, too.
pub(super) fn places(
    permissions: Vec<Permission>,
    asked: &[Identifier],
    who: &Who,
    aim: Aim,
    neighbours: &[Neighbour],
) -> Vec<Place> {
    let bare: Vec<DnsName> =
        permissions.iter().filter(|one| one.climb.found == Found::Nothing).map(Permission::place).collect();
    let mut groups: Vec<(DnsName, Vec<Permission>)> = Vec::new();
    for permission in permissions {
        let at = topmost(permission.place(), &bare);
        match groups.iter_mut().find(|(place, _)| *place == at) {
            Some((_, group)) => group.push(permission),
            None => groups.push((at, vec![permission])),
        }
    }
    groups.into_iter().map(|(at, group)| Place::new(at, group, asked, who, aim, neighbours)).collect()
}

fn topmost(place: DnsName, bare: &[DnsName]) -> DnsName {
    if !bare.contains(&place) {
        return place;
    }
    let above = bare.iter().filter(|other| place.is_within(other));
    above.min_by_key(|other| other.as_str().len()).cloned().unwrap_or(place)
}

impl Place {
    fn new(
        at: DnsName,
        group: Vec<Permission>,
        asked: &[Identifier],
        who: &Who,
        aim: Aim,
        neighbours: &[Neighbour],
    ) -> Place {
        let present = present(&group);
        let names: Vec<Named> = group.into_iter().map(|one| Named::new(one, asked, who)).collect();
        let kinds: Vec<bool> =
            names.iter().filter(|one| one.asked).map(|one| one.permission.name.is_wildcard()).collect();
        let plan = present.as_ref().map(|records| Plan::new(records, &kinds, who.applicant(), aim));
        // What stands behind a CNAME is somebody else's to change.
        let elsewhere = names.iter().any(|one| one.permission.climb.is_elsewhere());
        let plan = plan.filter(|_| !elsewhere).unwrap_or_default();
        let lets_others = |record: &&Record| restricts(record) && Grant::of(record, who.applicant()).lets_others();
        let others = present.iter().flatten().filter(lets_others).cloned().collect();
        let unrenewable = unrenewable(&at, present.as_deref(), &plan, neighbours);
        let warnings =
            [behind_a_cname(&at, &names), shut_out(&plan, who), unrenewable, wider(&at, &plan, &names)].concat();
        Place { at, names, present, plan, others, warnings }
    }

    /// What is wrong with the names that were typed.
    pub(super) fn faults(&self) -> impl Iterator<Item = &Finding> {
        self.names.iter().filter(|one| one.asked).filter_map(|one| one.finding.as_ref())
    }
}

impl Named {
    fn new(permission: Permission, asked: &[Identifier], who: &Who) -> Named {
        let finding = permission.finding(who);
        Named { finding, asked: asked.contains(&permission.name), permission }
    }
}

/// The same for all names of a place.
fn present(group: &[Permission]) -> Option<Vec<Record>> {
    let climb = &group.first()?.climb;
    (!matches!(climb.found, Found::Failed { .. })).then(|| climb.records().to_vec())
}

/// Records behind a CNAME are not the operator's own, most likely.
fn behind_a_cname(at: &DnsName, names: &[Named]) -> Vec<String> {
    let alias = names.iter().find(|one| one.permission.climb.is_elsewhere());
    alias.map_or_else(Vec::new, |one| {
        vec![format!(
            "these records are those of {at}, where the CNAME of {} leads: whoever runs that zone can change them",
            one.permission.name.base()
        )]
    })
}

/// Whom the removal of records would shut out.
fn shut_out(plan: &Plan, who: &Who) -> Vec<String> {
    let mut warnings: Vec<String> = Vec::new();
    for record in plan.remove.iter().filter(|record| restricts(record)) {
        let warning = match (Grant::of(record, who.applicant()).whom, record.property(), record.pinned()) {
            (Whom::OtherCa, Property::Issuer { name, .. }, _) => {
                format!("certificates from {name} cannot be renewed any more once its records are removed")
            }
            (Whom::OtherAccount, _, Some(uri)) => {
                format!("certificates of the account {uri} cannot be renewed any more once it is not pinned")
            }
            _ => continue,
        };
        if !warnings.contains(&warning) {
            warnings.push(warning);
        }
    }
    warnings
}

/// Certificates of ours that may be renewed as the records are, and not as they will be.
fn unrenewable(at: &DnsName, present: Option<&[Record]>, plan: &Plan, neighbours: &[Neighbour]) -> Vec<String> {
    let Some(present) = present else { return Vec::new() };
    let (before, after) = (set(at, present.to_vec()), set(at, plan.merged()));
    let mut warnings = Vec::new();
    for neighbour in neighbours {
        let permitted = |climb: &Climb, name: &Identifier| {
            let verdict = judge(climb, name.is_wildcard(), neighbour.who.applicant());
            matches!(verdict, Verdict::Permitted { .. })
        };
        let below = neighbour.names.iter().filter(|name| name.base().is_within(at));
        for name in below.filter(|name| permitted(&before, name) && !permitted(&after, name)) {
            warnings.push(format!(
                "{name} has a certificate from {}, which cannot be renewed there with these records",
                neighbour.authority
            ));
        }
    }
    warnings
}

/// Names that were typed may be fewer than those that the records hold for.
fn wider(at: &DnsName, plan: &Plan, names: &[Named]) -> Vec<String> {
    let mut asked = names.iter().filter(|one| one.asked).map(|one| one.permission.name.base());
    match asked.next() {
        Some(first) if first != at && narrows(plan) && !asked.any(|base| base == at) => vec![format!(
            "the records at {at} hold for every name below it that has none of its own; the same records at {first} hold for it and below it only"
        )],
        _ => Vec::new(),
    }
}

/// Whether somebody who may issue now may not afterwards.
fn narrows(plan: &Plan) -> bool {
    !plan.remove.is_empty() || (!plan.add.is_empty() && !plan.keep.iter().any(restricts))
}

fn set(at: &DnsName, records: Vec<Record>) -> Climb {
    let found = match records.is_empty() {
        true => Found::Nothing,
        false => Found::Records { at: at.clone(), records },
    };
    Climb::new(vec![at.clone()], found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bare(name: &str) -> DnsName {
        DnsName::parse(name).unwrap()
    }

    #[test]
    fn names_without_records_share_the_topmost_that_was_typed() {
        let all = ["www.example.com", "example.com", "a.b.example.com", "example.net"].map(bare);
        let at = |name: &str| topmost(bare(name), &all).to_string();
        assert_eq!(at("www.example.com"), "example.com");
        assert_eq!(at("a.b.example.com"), "example.com");
        assert_eq!(at("example.net"), "example.net");
        assert_eq!(at("sub.example.org"), "sub.example.org");
    }
}
