//! The object that each client keeps for a registration, and what of a file's own fields is carried along.

use serde_json::{Value, json};

use super::entry::Besides;
use super::json::Members;
use super::{Client, Entry};
use crate::acmedns::{Registration, Server};
use crate::identifier::DnsName;
use crate::store::{Carried, Fields, Record};

/// What every client knows, in its own way. Of what else there is nothing is known.
const KNOWN: [&str; 8] =
    ["username", "password", "subdomain", "fulldomain", "allowfrom", "server_url", "subject", "more"];

/// A registration as the client keeps it, with the fields of its own that came along from there.
pub(super) fn members(client: Client, record: &Record) -> Members {
    let mut members = plain(client, &record.registration);
    let Some(carried) = &record.carried else { return members };
    let own = carried.client == client.code();
    for (name, value) in &carried.fields.0 {
        match members.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) if own && means_the_same(name, value, &record.registration) => *known = value.clone(),
            // A field that another client gives a meaning is not this one's.
            None if own || !KNOWN.contains(&name.as_str()) => members.push((name.clone(), value.clone())),
            _ => {}
        }
    }
    members.retain(|(name, _)| !(own && carried.missing.contains(name)));
    members
}

/// What of an entry the client would not write again by itself.
fn carried(client: Client, fields: &Fields, registration: &Registration) -> Option<Carried> {
    let plain = plain(client, registration);
    let written = |name: &str| plain.iter().find(|(known, _)| known == name).map(|(_, value)| value);
    let mut own = fields.0.clone();
    own.retain(|name, value| written(name) != Some(value) && !(name == "server_url" && has_credentials(value)));
    let credential = |name: &str| matches!(name, "username" | "password" | "subdomain");
    let absent = plain.iter().filter(|(name, _)| !credential(name) && !fields.0.contains_key(name));
    let missing: Vec<String> = absent.map(|(name, _)| name.clone()).collect();
    let nothing = own.is_empty() && missing.is_empty();
    (!nothing).then(|| Carried { client: client.code().to_owned(), fields: Fields(own), missing })
}

fn plain(client: Client, one: &Registration) -> Members {
    let (user, password) = (json!(one.username), json!(one.password.expose()));
    let (full, sub) = (json!(one.fulldomain), json!(one.subdomain));
    let members = match client {
        Client::Goacmedns => vec![
            ("fulldomain", full),
            ("subdomain", sub),
            ("username", user),
            ("password", password),
            ("server_url", json!(server_url(one))),
        ],
        Client::Certify => vec![
            ("allowfrom", if one.allow_from.is_empty() { Value::Null } else { json!(one.allow_from) }),
            ("fulldomain", full),
            ("subdomain", sub),
            ("password", password),
            ("username", user),
            ("subject", Value::Null),
        ],
        Client::WinAcme => vec![("username", user), ("password", password), ("fulldomain", full), ("subdomain", sub)],
        _ => vec![
            ("username", user),
            ("password", password),
            ("fulldomain", full),
            ("subdomain", sub),
            ("allowfrom", json!(one.allow_from)),
        ],
    };
    members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Without the final slash, as people write it.
#[must_use]
pub fn server_url(registration: &Registration) -> String {
    registration.server.as_str().trim_end_matches('/').to_owned()
}

/// Whether another spelling in the file is still true of the registration.
fn means_the_same(name: &str, value: &Value, registration: &Registration) -> bool {
    let text = value.as_str();
    match name {
        "fulldomain" => text.is_none_or(|text| DnsName::parse(text).is_ok_and(|name| name == registration.fulldomain)),
        "server_url" => {
            text.is_none_or(|text| Server::parse(text, true).is_ok_and(|server| *server.base() == registration.server))
        }
        "allowfrom" => value.as_array().map_or(0, Vec::len) == registration.allow_from.len(),
        _ => true,
    }
}

/// Credentials for registering are no part of a registration, and no file of ours holds them.
fn has_credentials(value: &Value) -> bool {
    value.as_str().is_some_and(|text| Server::parse(text, true).is_ok_and(|server| server.basic().is_some()))
}

impl Entry {
    /// The record of this entry, now that its server and its target are known.
    #[must_use]
    pub fn record(&self, client: Client, registration: Registration) -> Record {
        match &self.besides {
            Besides::Nothing => Record::new(self.challenge.clone(), registration),
            Besides::Object(fields) => {
                let carried = carried(client, fields, &registration);
                Record::new(self.challenge.clone(), registration).carrying(carried)
            }
            Besides::Record(record) => record.with_registration(registration),
        }
    }
}
