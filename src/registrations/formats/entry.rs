//! One registration as a file tells it: all of the credentials, and more or less of the rest.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::flaw::Flaw;
use crate::identifier::{CHALLENGE_LABEL, DnsName, Identifier};
use crate::secret::Secret;
use crate::store::{Fields, Record};

/// Something that the file says, or says by its name or place.
#[derive(Clone, PartialEq, Eq)]
pub struct Told {
    /// A URL may have credentials in it.
    pub text: Secret,
    /// Where it stands, in words: "the file name".
    pub whence: &'static str,
}

#[derive(Clone, Debug)]
pub struct Entry {
    pub challenge: DnsName,
    pub username: String,
    pub password: Secret,
    pub subdomain: String,
    /// Where the CNAME must lead; not every client keeps it.
    pub fulldomain: Option<DnsName>,
    /// The base URL of the server; most clients keep it elsewhere.
    pub server: Option<Told>,
    pub allow_from: Vec<String>,
    pub registered_at: Option<Timestamp>,
    pub besides: Besides,
}

/// What a file says of a registration that means nothing here.
#[derive(Clone, Debug)]
pub enum Besides {
    Nothing,
    /// The object as it stands in the file, without the credentials.
    Object(Fields),
    /// Our own file has it all.
    Record(Box<Record>),
}

impl std::fmt::Debug for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.whence)
    }
}

/// A name as clients write it: `example.com`, `*.example.com` or `_acme-challenge.example.com`.
pub(super) fn challenge(name: &str) -> Result<DnsName, Flaw> {
    let wrong = || Flaw::Name { name: name.chars().take(100).collect() };
    let base = name.strip_prefix(&format!("{CHALLENGE_LABEL}.")).unwrap_or(name);
    let identifier = Identifier::parse(base.trim_end_matches('.')).map_err(|_| wrong())?;
    Ok(identifier.challenge_name())
}

impl Entry {
    /// A registration from the object that most clients keep: the reply of `/register`, and more.
    pub(super) fn of(challenge: DnsName, object: &Map<String, Value>) -> Result<Entry, Flaw> {
        let of = challenge.as_str();
        let mut fields = object.clone();
        for credential in ["username", "password", "subdomain"] {
            fields.remove(credential);
        }
        Ok(Entry {
            username: text(of, object, "username")?,
            password: Secret::new(text(of, object, "password")?),
            subdomain: text(of, object, "subdomain")?,
            fulldomain: optional(of, object, "fulldomain")?.map(|name| target(of, &name)).transpose()?,
            server: optional(of, object, "server_url")?
                .map(|text| Told { text: Secret::new(text), whence: "the file" }),
            allow_from: networks(of, object)?,
            registered_at: None,
            besides: Besides::Object(Fields(fields)),
            challenge,
        })
    }

    /// The same where the server is told by something around the file.
    #[must_use]
    pub fn at(self, server: Option<Told>) -> Entry {
        Entry { server: self.server.or(server), ..self }
    }
}

pub(super) fn target(of: &str, name: &str) -> Result<DnsName, Flaw> {
    DnsName::parse(name).map_err(|_| Flaw::field(of, "fulldomain", "is no name"))
}

fn text(of: &str, object: &Map<String, Value>, field: &'static str) -> Result<String, Flaw> {
    match object.get(field) {
        Some(Value::String(text)) if !text.is_empty() => Ok(text.clone()),
        Some(Value::String(_)) => Err(Flaw::field(of, field, "is empty")),
        None | Some(Value::Null) => Err(Flaw::field(of, field, "is missing")),
        Some(_) => Err(Flaw::field(of, field, "is no text")),
    }
}

fn optional(of: &str, object: &Map<String, Value>, field: &'static str) -> Result<Option<String>, Flaw> {
    match object.get(field) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if text.is_empty() => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(Flaw::field(of, field, "is no text")),
    }
}

fn networks(of: &str, object: &Map<String, Value>) -> Result<Vec<String>, Flaw> {
    let wrong = || Flaw::field(of, "allowfrom", "is no list of networks");
    match object.get("allowfrom") {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::Array(all)) => all.iter().map(|one| one.as_str().map(str::to_owned).ok_or_else(wrong)).collect(),
        Some(_) => Err(wrong()),
    }
}
