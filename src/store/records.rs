//! A registration as it lies on disk, with what belongs to it: where it came from, and what became of it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::acmedns::Registration;
use crate::identifier::DnsName;

/// A registration with the challenge name it is for, its story, and what another client had to say of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    pub challenge: DnsName,
    #[serde(flatten)]
    pub registration: Registration,
    /// What the client that it was taken over from kept besides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried: Option<Carried>,
    /// Oldest first. Written with the registration itself, so that neither is there without the other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Change>,
    /// What a newer certdns keeps there: this one gives it back as it was.
    #[serde(flatten)]
    pub(super) unknown: Map<String, Value>,
}

/// Fields of another client's file that mean nothing here, for the way back to that client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carried {
    pub client: String,
    #[serde(default)]
    pub fields: Fields,
    /// Those that the client usually writes, and this file did not have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
}

/// Fields that nobody here knows: one of them may be a secret, so they never print.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fields(pub Map<String, Value>);

/// One thing that happened to a registration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub at: Timestamp,
    pub what: What,
    /// Why, or from where, in words.
    pub cause: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    Registered,
    Imported,
    Added,
    Renamed,
    SetAside,
    Restored,
}

impl What {
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            What::Registered => "registered",
            What::Imported => "imported",
            What::Added => "added",
            What::Renamed => "renamed",
            What::SetAside => "set aside",
            What::Restored => "restored",
        }
    }
}

impl Change {
    pub fn now(what: What, cause: impl Into<String>) -> Change {
        Change { at: Timestamp::now(), what, cause: cause.into() }
    }
}

impl Record {
    /// A registration that nothing happened to yet.
    #[must_use]
    pub fn new(challenge: DnsName, registration: Registration) -> Record {
        Record { challenge, registration, carried: None, history: Vec::new(), unknown: Map::new() }
    }

    /// With what another client kept besides.
    #[must_use]
    pub fn carrying(self, carried: Option<Carried>) -> Record {
        Record { carried, ..self }
    }

    /// The same story, told of this registration.
    #[must_use]
    pub fn with_registration(&self, registration: Registration) -> Record {
        Record { registration, ..self.clone() }.read()
    }

    #[must_use]
    pub fn with(mut self, change: Change) -> Record {
        self.history.push(change);
        self
    }

    /// The whole story; one that began here, by registering, is not written down but told all the same.
    #[must_use]
    pub fn story(&self) -> Vec<Change> {
        let began = |change: &Change| matches!(change.what, What::Imported | What::Added | What::Registered);
        let mut story = self.history.clone();
        if !story.first().is_some_and(began) {
            let cause = format!("at {}", crate::http::host_of(self.registration.server.as_str()));
            story.insert(0, Change { at: self.registration.registered_at, what: What::Registered, cause });
        }
        story
    }

    /// The version is the document's, and no field that nobody knows.
    pub(super) fn read(mut self) -> Record {
        self.unknown.remove("version");
        self
    }
}

impl std::fmt::Debug for Record {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Record")
            .field("challenge", &self.challenge)
            .field("registration", &self.registration)
            .field("carried", &self.carried)
            .field("history", &self.history)
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Fields {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.0.keys()).finish()
    }
}
