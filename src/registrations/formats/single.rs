//! A file for each registration: Certify, win-acme and simple-acme. Name and server stand in the path.

use std::path::Path;

use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
use serde_json::{Map, Value};

use super::entry::challenge;
use super::json::{Object, compact};
use super::shape::members;
use super::{Client, Contents, Entry, Flaw, Told, base};
use crate::identifier::DnsName;
use crate::secret::Secret;
use crate::store::Record;

pub(super) fn read(path: &Path, document: &Map<String, Value>) -> Option<Contents> {
    if !is_registration(document) {
        return None;
    }
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let (client, entry) = match certify_name(stem) {
        Some((host, name)) => (Client::Certify, entry(name, document, at(&host, "the file name"))),
        None => (Client::WinAcme, win_acme(path, stem, document)),
    };
    Some(Contents { client, entries: vec![entry] })
}

pub(super) fn is_registration(document: &Map<String, Value>) -> bool {
    ["username", "password", "subdomain"].iter().all(|field| document.contains_key(*field))
}

fn entry(name: &str, document: &Map<String, Value>, server: Option<Told>) -> Result<Entry, Flaw> {
    // Certify keeps the domain inside as well, before what file names do not take became `_`.
    let subject = document.get("subject").and_then(Value::as_str).filter(|subject| challenge(subject).is_ok());
    Ok(Entry::of(challenge(subject.unwrap_or(name))?, document)?.at(server))
}

fn win_acme(path: &Path, stem: &str, document: &Map<String, Value>) -> Result<Entry, Flaw> {
    if challenge(stem).is_err() {
        return Err(Flaw::Nameless);
    }
    let folder = path.parent().and_then(Path::file_name).and_then(|folder| folder.to_str()).unwrap_or_default();
    entry(stem, document, at(&with_port(folder), "the name of its folder"))
}

/// Windows takes no colon in names: `host_port`.
fn with_port(folder: &str) -> String {
    match folder.rsplit_once('_') {
        Some((host, port)) if port.parse::<u16>().is_ok() => format!("{host}:{port}"),
        _ => folder.to_owned(),
    }
}

/// A host, or a base URL, of which the scheme goes without saying.
fn at(host: &str, whence: &'static str) -> Option<Told> {
    let name = host.split(':').next().unwrap_or_default();
    (name.contains('.') && DnsName::parse(name).is_ok())
        .then(|| Told { text: Secret::new(format!("https://{host}")), whence })
}

/// `<base64url(host)>_<domain>`. No host has a `_` when it is encoded: that would take octets of 0x3f and above.
fn certify_name(stem: &str) -> Option<(String, &str)> {
    let (host, name) = stem.split_once('_')?;
    let host = String::from_utf8(BASE64_URL_SAFE_NO_PAD.decode(host.trim_end_matches('=')).ok()?).ok()?;
    let plain = |c: char| c.is_ascii_alphanumeric() || ".-:".contains(c);
    (!host.is_empty() && host.chars().all(plain)).then_some((host, name))
}

pub(super) fn write(client: Client, records: &[Record]) -> Result<Vec<(String, Secret)>, Flaw> {
    let mut files: Vec<(String, Secret)> = Vec::new();
    for record in records {
        let name = file_name(client, record);
        if files.iter().any(|(known, _)| *known == name) {
            return Err(Flaw::SameName { client: client.name(), of: base(record).to_owned() });
        }
        files.push((name, compact(&Object(members(client, record)))));
    }
    Ok(files)
}

fn file_name(client: Client, record: &Record) -> String {
    let url = &record.registration.server;
    let host = crate::http::host_of(url.as_str());
    match client {
        Client::Certify => format!("{}_{}.json", BASE64_URL_SAFE_NO_PAD.encode(host), base(record)),
        // Windows takes no colon in names.
        _ => format!("{}/{}.json", host.replace(':', "_"), base(record)),
    }
}
