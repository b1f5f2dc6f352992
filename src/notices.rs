//! What people are told without having asked: that renewals fail, that they work again, that an end comes near.
//!
//! Judgement only. What is known of before goes in, what is to be told and known from now on comes out.

mod judging;
mod notice;
mod pending;

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::certificate::Lifetime;
use crate::error::{Error, Hint, Kind};

pub use judging::{judge, judge_run};
pub use notice::{Notice, Occasion};
pub use pending::Pending;

/// How a lineage stands at the end of a run.
#[derive(Clone, Debug)]
pub struct Condition {
    pub lineage: String,
    pub names: Vec<String>,
    /// Of the live certificate, where there is one.
    pub lifetime: Option<Lifetime>,
    /// When its renewal was, or will be, due.
    pub due_at: Option<Timestamp>,
    /// What keeps it from being renewed.
    pub trouble: Option<Trouble>,
}

/// What is wrong with a lineage.
#[derive(Clone, Debug)]
pub struct Trouble {
    pub kind: Kind,
    pub message: String,
    pub causes: Vec<String>,
    pub hints: Vec<Hint>,
    /// Whether this run tried, in vain; one that rests until later has not.
    pub tried: bool,
    /// Whether its CA wants to be left alone, for what was none of its doing: that begins no failure.
    pub is_postponed: bool,
}

/// How a run went as a whole.
#[derive(Clone, Debug)]
pub enum Whole {
    /// It was one of some lineages only.
    Unknown,
    Well,
    /// It did not come as far as the lineages.
    Failed(Trouble),
}

impl From<&Error> for Trouble {
    fn from(error: &Error) -> Trouble {
        let (message, causes, hints) = (error.message(), error.outward_causes(), error.hints().to_vec());
        Trouble { kind: error.kind(), message, causes, hints, tried: true, is_postponed: false }
    }
}

/// What is worth a notice, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// With so much left an end is near; the longest that anybody wants to know beforehand. `None` is a sixth of the
    /// lifetime.
    pub expiry: Option<SignedDuration>,
}

/// What is known of before, and what is still to be delivered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notices {
    #[serde(default)]
    pub lineages: BTreeMap<String, Known>,
    /// `None` when the last run of all came as far as the lineages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run: Option<Failing>,
    /// Notices that could not be delivered yet.
    #[serde(default)]
    pub pending: Vec<Pending>,
}

/// What is known of one lineage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// `None` when all was well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failing: Option<Failing>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expiring: Option<Expiring>,
}

/// A lineage that fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failing {
    pub since: Timestamp,
    /// How often it was tried in vain.
    pub attempts: u32,
    pub told_at: Timestamp,
}

/// A certificate whose end was told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expiring {
    pub not_after: Timestamp,
    pub told_at: Timestamp,
}

impl Notices {
    /// Forgets lineages that are not there any more.
    pub fn forget_all_but(&mut self, lineages: &[String]) {
        self.lineages.retain(|name, _| lineages.contains(name));
    }
}

#[cfg(test)]
mod tests;
