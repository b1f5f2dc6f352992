//! What an observation means, as something to tell.

use serde::Serialize;

use super::Evidence;
use crate::error::{Hint, Kind};
use crate::identifier::DnsName;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    Note,
    Warning,
    /// A validation would fail.
    Error,
}

/// One thing worth telling about a delegation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Stable, for scripts: `cname-missing`.
    pub code: &'static str,
    pub severity: Severity,
    pub challenge: DnsName,
    pub message: String,
    /// What each server said that it rests on.
    pub evidence: Vec<Evidence>,
    pub hints: Vec<Hint>,
    /// Whether a person must act, or time will do.
    pub(super) kind: Kind,
}

impl Finding {
    /// A finding that a person must act on, without evidence or hints yet.
    #[must_use]
    pub fn new(code: &'static str, severity: Severity, challenge: &DnsName, message: impl Into<String>) -> Finding {
        let (challenge, message) = (challenge.clone(), message.into());
        Finding {
            code,
            severity,
            challenge,
            message,
            evidence: Vec::new(),
            hints: Vec::new(),
            kind: Kind::ActionNeeded,
        }
    }

    /// What is wrong, as one of many causes: a record that was asked of no single server stands with it.
    #[must_use]
    pub fn sentence(&self) -> String {
        let records: Vec<&Evidence> = self.evidence.iter().filter(|one| one.server.is_empty()).collect();
        match records.as_slice() {
            [] => self.message.clone(),
            [one] => format!("{} ({one})", self.message),
            [one, rest @ ..] => format!("{} ({one}, and {} more)", self.message, rest.len()),
        }
    }

    /// Whether a person must act, or time will do.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    #[must_use]
    pub fn hint(mut self, hint: Hint) -> Finding {
        self.hints.push(hint);
        self
    }

    #[must_use]
    pub(super) fn without_hints(mut self) -> Finding {
        self.hints.clear();
        self
    }

    #[must_use]
    pub fn evidence(mut self, evidence: Vec<Evidence>) -> Finding {
        self.evidence = evidence;
        self
    }

    /// Time will do.
    #[must_use]
    pub fn later(mut self) -> Finding {
        self.kind = Kind::TryLater;
        self
    }
}

/// Whether a validation would succeed: nothing that was found is an error.
#[must_use]
pub fn stands(findings: &[Finding]) -> bool {
    findings.iter().all(|finding| finding.severity < Severity::Error)
}
