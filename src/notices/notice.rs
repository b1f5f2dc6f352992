//! One notice, its words and its shapes.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Condition, Failing, Trouble};
use crate::error::Hint;

/// Why somebody is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Occasion {
    Failure,
    Recovery,
    Expiry,
    Test,
}

impl Occasion {
    /// Those that can be chosen.
    pub const ALL: [Occasion; 3] = [Occasion::Failure, Occasion::Recovery, Occasion::Expiry];

    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Occasion::Failure => "failure",
            Occasion::Recovery => "recovery",
            Occasion::Expiry => "expiry",
            Occasion::Test => "test",
        }
    }
}

/// Chats take no longer line, in characters.
const MAX_TEXT: usize = 1000;

/// What is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    pub event: Occasion,
    pub lineage: Option<String>,
    pub names: Vec<String>,
    /// One line.
    pub message: String,
    pub causes: Vec<String>,
    pub hints: Vec<Hint>,
    /// Of the live certificate.
    pub not_after: Option<Timestamp>,
    /// Since when it fails, or failed.
    pub since: Option<Timestamp>,
    pub attempts: Option<u32>,
    pub at: Timestamp,
}

impl Notice {
    /// For trying out whether anything arrives.
    #[must_use]
    pub fn test(now: Timestamp) -> Notice {
        let message = "this is a test: notices arrive".to_owned();
        let (event, names, causes, hints) = (Occasion::Test, Vec::new(), Vec::new(), Vec::new());
        Notice {
            event,
            lineage: None,
            names,
            message,
            causes,
            hints,
            not_after: None,
            since: None,
            attempts: None,
            at: now,
        }
    }

    /// Several of one kind, told as one: who looks after hundreds of certificates is not told a hundred times.
    #[must_use]
    pub fn together(notices: &[Notice]) -> Option<Notice> {
        let (first, event) = match notices {
            [] => return None,
            [one] => return Some(one.clone()),
            [first, ..] => (first, first.event),
        };
        let what = match event {
            Occasion::Failure => "certificates could not be renewed",
            Occasion::Recovery => "certificates are well again",
            Occasion::Expiry => "certificates come to their end and are not renewed yet",
            Occasion::Test => "tests",
        };
        let mut hints: Vec<Hint> = Vec::new();
        notices.iter().flat_map(|one| &one.hints).for_each(|hint| hint.merge_into(&mut hints));
        Some(Notice {
            lineage: None,
            names: notices.iter().flat_map(|one| one.names.clone()).collect(),
            message: format!("{} {what}", notices.len()),
            causes: notices
                .iter()
                .map(|one| [vec![one.message.clone()], one.causes.clone()].concat().join(": "))
                .collect(),
            hints,
            // What is most urgent.
            not_after: notices.iter().filter_map(|one| one.not_after).min(),
            since: notices.iter().filter_map(|one| one.since).min(),
            attempts: None,
            ..first.clone()
        })
    }

    fn of(condition: &Condition, event: Occasion, message: String, now: Timestamp) -> Notice {
        Notice {
            event,
            message,
            lineage: Some(condition.lineage.clone()),
            names: condition.names.clone(),
            not_after: condition.lifetime.map(|lifetime| lifetime.not_after),
            ..Notice::test(now)
        }
    }

    pub(super) fn failure(condition: &Condition, trouble: &Trouble, failing: Failing, now: Timestamp) -> Notice {
        let again = match failing.since == now {
            true => String::new(),
            false => format!(" (since {}, tried {} times)", failing.since.strftime("%Y-%m-%d"), failing.attempts),
        };
        let message = format!("{}{again}", trouble.message);
        Notice {
            causes: trouble.causes.clone(),
            hints: trouble.hints.clone(),
            since: Some(failing.since),
            attempts: Some(failing.attempts),
            ..Notice::of(condition, Occasion::Failure, message, now)
        }
    }

    pub(super) fn recovery(condition: &Condition, failed: Failing, now: Timestamp) -> Notice {
        let message = format!("{} is well again", condition.lineage);
        let (since, attempts) = (Some(failed.since), Some(failed.attempts));
        Notice { since, attempts, ..Notice::of(condition, Occasion::Recovery, message, now) }
    }

    pub(super) fn expiry(condition: &Condition, not_after: Timestamp, now: Timestamp) -> Notice {
        let (name, end) = (&condition.lineage, not_after.strftime("%Y-%m-%d %H:%M UTC"));
        let message = match not_after <= now {
            true => format!("the certificate {name} expired on {end}"),
            false => format!("the certificate {name} expires on {end} and is not renewed yet"),
        };
        let trouble = condition.trouble.as_ref();
        Notice {
            causes: trouble.map(|one| [vec![one.message.clone()], one.causes.clone()].concat()).unwrap_or_default(),
            hints: trouble.map(|one| one.hints.clone()).unwrap_or_default(),
            ..Notice::of(condition, Occasion::Expiry, message, now)
        }
    }

    /// The message with its causes, and which machine says so: all that fits into one line of a chat.
    #[must_use]
    pub fn text(&self, host: &str) -> String {
        let told = [vec![self.message.clone()], self.causes.clone()].concat().join(": ");
        let text = format!("certdns on {host}: {told}");
        match text.chars().count() > MAX_TEXT {
            true => text.chars().take(MAX_TEXT).chain(['…']).collect(),
            false => text,
        }
    }

    /// The body of a webhook's request, and what commands are given on stdin. Its field names are a promise.
    #[must_use]
    pub fn json(&self, host: &str, run: Option<&str>) -> Value {
        json!({
            "version": 1,
            "event": self.event,
            "text": self.text(host),
            "lineage": self.lineage,
            "names": self.names,
            "message": self.message,
            "causes": self.causes,
            "hints": self.hints,
            "not_after": self.not_after,
            "since": self.since,
            "attempts": self.attempts,
            "at": self.at,
            "host": host,
            "run": run,
        })
    }

    /// What commands find in their environment.
    #[must_use]
    pub fn variables(&self, host: &str, run: Option<&str>) -> Vec<(&'static str, String)> {
        let moment = |moment: Option<Timestamp>| moment.map(|at| at.to_string()).unwrap_or_default();
        vec![
            ("CERTDNS_EVENT", self.event.as_str().to_owned()),
            ("CERTDNS_LINEAGE", self.lineage.clone().unwrap_or_default()),
            ("CERTDNS_NAMES", self.names.join(" ")),
            ("CERTDNS_MESSAGE", self.message.clone()),
            ("CERTDNS_TEXT", self.text(host)),
            ("CERTDNS_EXPIRY", moment(self.not_after)),
            ("CERTDNS_SINCE", moment(self.since)),
            ("CERTDNS_ATTEMPTS", self.attempts.map(|count| count.to_string()).unwrap_or_default()),
            ("CERTDNS_HOST", host.to_owned()),
            ("CERTDNS_RUN", run.unwrap_or_default().to_owned()),
        ]
    }
}
