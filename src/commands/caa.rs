//! `certdns caa`: who may issue for a name, and the records that let only this account.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::acme::authority_name;
use crate::caa::{Found, Record};
use crate::context::Context;
use crate::error::{Explain, Hint, Kind, Result};
use crate::identifier::{DnsName, Identifier};
use crate::output::{Outcome, plain};
use crate::permission::{Permission, Who, locking_records, permissions};

use super::register::parse_names;

/// Show who may issue for names, and the CAA records that let only this ACME account issue
///
/// Looks at the CAA records of the names (RFC 8659), changes nothing, and prints what to add at your DNS host so that
/// only this CA, this account and dns-01 may be used (RFC 8657).
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Names such as example.com; the wildcard below a name is looked at with it
    #[arg(required = true, value_name = "NAME")]
    names: Vec<String>,
}

/// What is there, and what would lock each place.
pub struct CaaOutcome {
    authority: String,
    places: Vec<Place>,
}

/// A name at which records stand, or would.
struct Place {
    at: DnsName,
    present: Vec<Record>,
    permissions: Vec<Permission>,
    /// The records that are missing.
    add: Vec<String>,
    /// Records that let others issue.
    others: Vec<Record>,
}

/// Looks, and works out what is missing.
pub async fn run(cx: &Context, args: Args) -> Result<CaaOutcome> {
    let names = parse_names(&args.names)?;
    let authority = authority_name(&cx.settings.ca);
    let who = Who::at(cx, &cx.settings.ca)?.filter(|who| who.account.is_some());
    let who = who.ok_or_else(|| NoAccount { authority: authority.clone() })?;
    let permissions = permissions(cx, &with_wildcards(&names), &who).await?;
    let mut places: Vec<Place> = Vec::new();
    for permission in permissions {
        match places.iter_mut().find(|place| place.at == permission.place()) {
            Some(place) => place.permissions.push(permission),
            None => places.push(Place::of(permission, &who)),
        }
    }
    Ok(CaaOutcome { authority, places })
}

/// Each name with the wildcard below it: they are governed by different properties.
fn with_wildcards(names: &[Identifier]) -> Vec<Identifier> {
    let mut all: Vec<Identifier> = Vec::new();
    for name in names {
        let both = [name.base().to_string(), format!("*.{}", name.base())];
        for name in both.iter().filter_map(|text| Identifier::parse(text).ok()) {
            if !all.contains(&name) {
                all.push(name);
            }
        }
    }
    all
}

impl Place {
    fn of(permission: Permission, who: &Who) -> Place {
        let at = permission.place();
        let present = match &permission.climb.found {
            Found::Records { records, .. } => records.clone(),
            _ => Vec::new(),
        };
        let wanted = locking_records(&at, who);
        let stands = |line: &String| present.iter().any(|record| *line == zone_line(&at, record));
        let add: Vec<String> = wanted.iter().filter(|line| !stands(line)).cloned().collect();
        let restricts = |record: &&Record| matches!(record.tag.as_str(), "issue" | "issuewild");
        let ours = |record: &&Record| wanted.contains(&zone_line(&at, record));
        let others = present
            .iter()
            .filter(restricts)
            .filter(|record| !ours(record) && record.property() != crate::caa::Property::Nobody);
        Place { others: others.cloned().collect(), at, present: present.clone(), permissions: vec![permission], add }
    }

    fn text(&self) -> String {
        let mut text = format!("{}\n", self.at);
        for permission in &self.permissions {
            let line = permission.fault().unwrap_or_else(|| format!("{}: {}", permission.name, permission.words()));
            let _ = writeln!(text, "  {}", plain(&line));
        }
        section(&mut text, "Records that are there:", self.present.iter().map(|record| zone_line(&self.at, record)));
        section(&mut text, "Add these, so that this account may issue:", self.add.iter().cloned());
        let others = self.others.iter().map(|record| zone_line(&self.at, record));
        section(
            &mut text,
            "These let others issue. Remove them when no certificate comes from there any more:",
            others,
        );
        text
    }
}

fn section(text: &mut String, heading: &str, lines: impl Iterator<Item = String>) {
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n  {heading}\n");
    for line in lines {
        let _ = writeln!(text, "{}", plain(&line));
    }
}

fn zone_line(at: &DnsName, record: &Record) -> String {
    format!("{} CAA {}", at.fqdn(), record.line())
}

impl Outcome for CaaOutcome {
    fn json(&self) -> Value {
        let place = |place: &Place| {
            json!({
                "at": place.at,
                "names": place.permissions,
                "present": place.present.iter().map(|record| zone_line(&place.at, record)).collect::<Vec<_>>(),
                "add": place.add,
                "others": place.others.iter().map(|record| zone_line(&place.at, record)).collect::<Vec<_>>(),
            })
        };
        json!({ "authority": self.authority, "places": self.places.iter().map(place).collect::<Vec<_>>() })
    }

    fn text(&self) -> String {
        let places: Vec<String> = self.places.iter().map(Place::text).collect();
        places.join("\n")
    }

    fn kind(&self) -> Option<Kind> {
        let faults = self.places.iter().flat_map(|place| &place.permissions).any(|one| one.fault().is_some());
        faults.then_some(Kind::ActionNeeded)
    }
}

#[derive(Debug, thiserror::Error)]
#[error("there is no ACME account at {authority} yet, so there is none to pin")]
struct NoAccount {
    authority: String,
}

impl Explain for NoAccount {
    fn kind(&self) -> Kind {
        Kind::ActionNeeded
    }

    fn hints(&self) -> Vec<Hint> {
        vec![Hint::new("make one first").line("certdns acmeaccount add --agree-tos")]
    }
}
