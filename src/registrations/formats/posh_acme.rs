//! Posh-ACME: `{"ACMEReg":{"_acme-challenge.<domain>":[subdomain, username, password, fulldomain]}}`.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::entry::{Besides, challenge, target};
use super::json::{Object, indented};
use super::{Client, Contents, Entry, Flaw};
use crate::secret::Secret;
use crate::store::{Fields, Record};

const NAMES: [&str; 2] = ["ACMEReg", "ACMERegistration"];

pub(super) fn read(document: &Map<String, Value>) -> Option<Contents> {
    let inner = document.get("AcmeDns").and_then(Value::as_object);
    let found =
        [Some(document), inner].into_iter().flatten().find_map(|place| NAMES.iter().find_map(|name| place.get(*name)));
    let entries = found?.as_object()?.iter().map(|(name, values)| entry(name, values)).collect();
    Some(Contents { client: Client::PoshAcme, entries })
}

fn entry(name: &str, values: &Value) -> Result<Entry, Flaw> {
    let challenge = challenge(name)?;
    let wrong = || Flaw::field(challenge.as_str(), "the registration", "is no list of four texts");
    let texts: Option<Vec<&str>> = values.as_array().and_then(|all| all.iter().take(4).map(Value::as_str).collect());
    let Some([subdomain, username, password, fulldomain]) = texts.as_deref() else { return Err(wrong()) };
    let more: Vec<Value> = values.as_array().into_iter().flatten().skip(4).cloned().collect();
    let besides = match more.is_empty() {
        true => Besides::Nothing,
        false => Besides::Object(Fields([("more".to_owned(), json!(more))].into_iter().collect())),
    };
    Ok(Entry {
        username: (*username).to_owned(),
        password: Secret::new(*password),
        subdomain: (*subdomain).to_owned(),
        fulldomain: Some(target(challenge.as_str(), fulldomain)?),
        server: None,
        allow_from: Vec::new(),
        registered_at: None,
        besides,
        challenge,
    })
}

pub(super) fn write(records: &[Record]) -> Result<Secret, Flaw> {
    let mut all: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for record in records {
        let one = &record.registration;
        let mut values =
            vec![json!(one.subdomain), json!(one.username), json!(one.password.expose()), json!(one.fulldomain)];
        let carried = record.carried.as_ref().filter(|carried| carried.client == Client::PoshAcme.code());
        let more = carried.and_then(|carried| carried.fields.0.get("more")).and_then(Value::as_array);
        values.extend(more.into_iter().flatten().cloned());
        if all.insert(record.challenge.to_string(), values).is_some() {
            return Err(Flaw::SameName { client: "Posh-ACME", of: super::base(record).to_owned() });
        }
    }
    Ok(indented(&Object(vec![(NAMES[0].to_owned(), Object(all.into_iter().collect()))])))
}
