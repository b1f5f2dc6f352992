//! Our own: a file of the state directory, and what `export` makes of many.

use serde_json::{Map, Value, json};

use super::entry::{Besides, challenge};
use super::json::indented;
use super::{Client, Contents, Entry, Flaw, Told};
use crate::secret::Secret;
use crate::store::{Record, Store};

const VERSION: u64 = 1;

pub(super) fn read(document: &Map<String, Value>) -> Option<Contents> {
    let version = document.get("version")?.as_u64()?;
    let records = match document.get("registrations") {
        Some(Value::Array(all)) => all.clone(),
        None if document.contains_key("challenge") => vec![Value::Object(document.clone())],
        _ => return None,
    };
    let entries = match version > VERSION {
        true => vec![Err(Flaw::Newer { version })],
        false => records.into_iter().map(entry).collect(),
    };
    Some(Contents { client: Client::Certdns, entries })
}

fn entry(document: Value) -> Result<Entry, Flaw> {
    let of = document.get("challenge").and_then(Value::as_str).unwrap_or("a registration").to_owned();
    // What the parser says of the field may quote a value.
    let wrong = |_: serde_json::Error| Flaw::field(&of, "a field", "is missing or of another type");
    let record: Record = serde_json::from_value(document).map_err(wrong)?;
    let one = record.registration.clone();
    Ok(Entry {
        challenge: challenge(record.challenge.as_str())?,
        username: one.username,
        password: one.password,
        subdomain: one.subdomain,
        fulldomain: Some(one.fulldomain),
        server: Some(Told { text: Secret::new(one.server.to_string()), whence: "the file" }),
        allow_from: one.allow_from,
        registered_at: Some(one.registered_at),
        besides: Besides::Record(Box::new(record)),
    })
}

pub(super) fn write(records: &[Record]) -> Secret {
    let all: Vec<Value> = records.iter().map(Store::record_document).collect();
    let mut text = indented(&json!({ "version": VERSION, "registrations": all })).expose().to_owned();
    text.push('\n');
    Secret::new(text)
}
