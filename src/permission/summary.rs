//! How a name is restricted, in a word.

use serde::Serialize;

use super::Who;
use crate::caa::{Climb, Found, Restriction, Verdict, is_unknown_critical, judge};
use crate::identifier::Identifier;

/// What CAA comes to for a name and an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Summary {
    /// Any CA may issue.
    Unrestricted,
    /// This CA may, and others too.
    SomeCas,
    /// Any account at this CA may.
    CaOnly,
    /// Only this account may.
    Locked,
    Forbidden,
    /// The records could not be had, or nobody knows yet how they would name the CA.
    Unknown,
}

impl Summary {
    /// `None` for a climb that did not come to its end, and for a CA of which nothing is known.
    #[must_use]
    pub fn of(name: &Identifier, climb: Option<&Climb>, who: Option<&Who>) -> Summary {
        match (climb, who) {
            (Some(climb), Some(who)) => Summary::judged(&judge(climb, name.is_wildcard(), who.applicant())),
            (Some(climb), None) if restricts_nobody(name, climb) => Summary::Unrestricted,
            _ => Summary::Unknown,
        }
    }

    fn judged(verdict: &Verdict) -> Summary {
        match verdict {
            Verdict::Permitted { restriction: Restriction::Unrestricted } => Summary::Unrestricted,
            Verdict::Permitted { restriction: Restriction::SomeCas } => Summary::SomeCas,
            Verdict::Permitted { restriction: Restriction::CaOnly } => Summary::CaOnly,
            Verdict::Permitted { restriction: Restriction::Locked } => Summary::Locked,
            Verdict::Forbidden { .. } => Summary::Forbidden,
            Verdict::Unknown { .. } => Summary::Unknown,
        }
    }

    /// For tables.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Summary::Unrestricted => "any CA",
            Summary::SomeCas => "some CAs",
            Summary::CaOnly => "CA only",
            Summary::Locked => "locked",
            Summary::Forbidden => "forbidden",
            Summary::Unknown => "unknown",
        }
    }
}

/// Whoever asks.
fn restricts_nobody(name: &Identifier, climb: &Climb) -> bool {
    let seen = !matches!(climb.found, Found::Failed { .. });
    seen && climb.governing(name.is_wildcard()).is_empty() && !climb.records().iter().any(is_unknown_critical)
}
