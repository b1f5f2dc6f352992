//! One object of domains: goacmedns (lego, acme-dns-client, Caddy), acme-dns-auth.py, certbot-dns-acmedns and
//! go-acme-dns-manager.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Map, Value};

use super::entry::challenge;
use super::json::{Members, Object, compact, indented, spaced};
use super::shape::members;
use super::{Client, Contents, Entry, Flaw, base};
use crate::secret::Secret;
use crate::store::Record;

/// go-acme-dns-manager's file.
const MANAGER: &str = "acme-dns-accounts.json";

pub(super) fn read(path: &Path, document: &Map<String, Value>) -> Option<Contents> {
    let registration = |value: &Value| value.get("subdomain").is_some() && value.get("password").is_some();
    if !document.values().any(registration) {
        return None;
    }
    let client = client(path, document);
    let all = document.iter().map(|(name, value)| (name, entry(name, value)));
    Some(Contents { client, entries: once(all) })
}

fn client(path: &Path, document: &Map<String, Value>) -> Client {
    if path.file_name().is_some_and(|name| name == MANAGER) || document.keys().any(|name| name.starts_with("*.")) {
        Client::GoAcmeDnsManager
    } else if document.values().any(|value| value.get("allowfrom").is_some()) {
        Client::AcmeDnsAuth
    } else {
        Client::Goacmedns
    }
}

fn entry(name: &str, value: &Value) -> Result<Entry, Flaw> {
    let challenge = challenge(name)?;
    let object =
        value.as_object().ok_or_else(|| Flaw::field(challenge.as_str(), "the registration", "is no object"))?;
    Entry::of(challenge, object)
}

/// A name and its wildcard share one registration; two different ones for the same name are a mistake.
fn once<'a>(all: impl Iterator<Item = (&'a String, Result<Entry, Flaw>)>) -> Vec<Result<Entry, Flaw>> {
    let mut entries: Vec<Result<Entry, Flaw>> = Vec::new();
    for (name, one) in all {
        let known = one.as_ref().ok().and_then(|one| {
            entries.iter().flatten().find(|known| known.challenge == one.challenge).map(|known| same(known, one))
        });
        match known {
            Some(true) => {}
            Some(false) => entries.push(Err(Flaw::Twice { of: name.trim_start_matches("*.").to_owned() })),
            None => entries.push(one),
        }
    }
    entries
}

fn same(a: &Entry, b: &Entry) -> bool {
    (&a.username, &a.password, &a.subdomain) == (&b.username, &b.password, &b.subdomain)
}

/// The domains in their order, as every one of these clients can read them.
pub(super) fn write(client: Client, records: &[Record]) -> Result<Secret, Flaw> {
    let mut domains: BTreeMap<String, Members> = BTreeMap::new();
    for record in records {
        let mut names = vec![base(record).to_owned()];
        if client == Client::GoAcmeDnsManager {
            names.push(format!("*.{}", base(record)));
        }
        for name in names {
            if domains.insert(name, members(client, record)).is_some() {
                return Err(Flaw::SameName { client: client.name(), of: base(record).to_owned() });
            }
        }
    }
    let document = Object(domains.into_iter().map(|(name, members)| (name, Object(members))).collect());
    Ok(match client {
        Client::AcmeDnsAuth => spaced(&document),
        Client::GoAcmeDnsManager => indented(&document),
        _ => compact(&document),
    })
}
