//! The objects of the CA (RFC 8555 section 7.1) and how they follow from each other.

use std::collections::{HashMap, HashSet};

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::Shared;
use super::certificates::Issued;
use super::manners::{Manners, Suggestion};
use super::problem::Problem;
use super::profiles::Wanted;

/// All objects; an identifier is an index, counted from 1 in URLs.
#[derive(Default)]
pub(super) struct State {
    pub nonces: HashSet<String>,
    pub accounts: Vec<Account>,
    pub orders: Vec<Order>,
    /// So many orders are not found any more.
    pub forgotten: usize,
    pub authorizations: Vec<Authorization>,
    pub certificates: Vec<Certificate>,
    /// What is suggested for single certificates.
    pub suggestions: HashMap<String, Suggestion>,
}

pub(super) struct Account {
    pub jwk: Value,
    pub thumbprint: String,
    pub contact: Vec<String>,
    /// The external account binding, as it was given.
    pub binding: Option<Value>,
    pub status: &'static str,
}

pub(super) struct Order {
    pub account: usize,
    pub names: Vec<String>,
    pub wanted: Wanted,
    /// The certificate that this order's is to replace (RFC 9773 section 5).
    pub replaces: Option<String>,
    pub authorizations: Vec<usize>,
    pub expires: Timestamp,
    /// Looks at the order since its state last changed by what the account did.
    pub looks: u32,
    pub certificate: Option<usize>,
    pub finalized: bool,
    /// Why it came to nothing after it was finalized.
    pub error: Option<Problem>,
}

pub(super) struct Authorization {
    pub account: usize,
    /// The name as ordered, `*.` included.
    pub name: String,
    pub status: &'static str,
    pub expires: Timestamp,
    pub token: String,
    pub challenge: &'static str,
    pub validated: Option<Timestamp>,
    pub error: Option<Problem>,
}

pub(super) struct Certificate {
    pub account: usize,
    pub der: Vec<u8>,
    pub issued: Issued,
}

impl Account {
    pub(super) fn json(&self) -> Value {
        let mut document = json!({ "status": self.status, "contact": self.contact });
        if let Some(binding) = &self.binding {
            document["externalAccountBinding"] = binding.clone();
        }
        document
    }
}

impl Authorization {
    /// The name without its wildcard: what the challenge name is made of.
    pub(super) fn base(&self) -> &str {
        self.name.strip_prefix("*.").unwrap_or(&self.name)
    }

    pub(super) fn json(&self, ca: &Shared, number: usize) -> Value {
        let mut document = json!({
            "status": self.status,
            "expires": self.expires,
            "identifier": { "type": "dns", "value": self.base() },
            "challenges": [self.challenge_json(ca, number)],
        });
        if self.name.starts_with("*.") {
            document["wildcard"] = true.into();
        }
        document
    }

    pub(super) fn challenge_json(&self, ca: &Shared, number: usize) -> Value {
        let mut document = json!({
            "type": "dns-01",
            "url": ca.url(&format!("/challenge/{}", number + 1)),
            "token": self.token,
            "status": self.challenge,
        });
        if let Some(moment) = self.validated {
            document["validated"] = json!(moment);
        }
        if let Some(problem) = &self.error {
            document["error"] = problem.json();
        }
        document
    }
}

impl State {
    /// Where an order stands, given what became of its authorizations (RFC 8555 section 7.1.6).
    pub(super) fn order_status(&self, order: &Order, manners: &Manners) -> &'static str {
        let each = || order.authorizations.iter().map(|index| self.authorizations[*index].status);
        // A validation that is under way is waited for, so that the error of an order names every failure.
        let under_way = order.authorizations.iter().any(|index| self.authorizations[*index].challenge == "processing");
        if order.error.is_some() {
            "invalid"
        } else if order.finalized {
            let ready = order.certificate.is_some() && order.looks >= manners.pending_polls && !manners.hold_finalize;
            if ready { "valid" } else { "processing" }
        } else if under_way {
            "pending"
        } else if each().any(|status| !matches!(status, "pending" | "valid")) {
            "invalid"
        } else if each().all(|status| status == "valid") && order.looks >= manners.pending_polls {
            "ready"
        } else {
            "pending"
        }
    }

    /// The problem of an order that came to nothing.
    pub(super) fn order_problem(&self, order: &Order) -> Option<Problem> {
        if order.error.is_some() {
            return order.error.clone();
        }
        let each = order.authorizations.iter().map(|index| &self.authorizations[*index]);
        let failed: Vec<(String, Problem)> =
            each.filter_map(|one| one.error.clone().map(|problem| (one.name.clone(), problem))).collect();
        match failed.as_slice() {
            [] => None,
            [(_, problem)] => Some(problem.clone()),
            _ => {
                let mut whole = Problem::new(403, "compound", "Several names could not be proven");
                whole.subproblems = failed;
                Some(whole)
            }
        }
    }
}

/// When objects expire that are made now.
pub(super) fn expiry(hours: i64) -> Timestamp {
    let hours = SignedDuration::from_hours(hours);
    Timestamp::now().checked_add(hours).unwrap_or(Timestamp::MAX).round(jiff::Unit::Second).unwrap_or(Timestamp::MAX)
}
