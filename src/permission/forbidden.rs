//! Names that may not be had, as one failure.

use super::{Permission, Who};
use crate::delegation::Finding;
use crate::error::{Explain, Hint, Kind, Listed};

/// Names that CAA does not let this account have: the CA would refuse them.
#[derive(Debug, thiserror::Error)]
#[error("{summary}")]
pub struct Forbidden {
    summary: String,
    #[source]
    each: Option<Listed>,
    kind: Kind,
    hints: Vec<Hint>,
}

impl Forbidden {
    /// `None` when every name is permitted.
    #[must_use]
    pub fn from(permissions: &[Permission], who: &Who) -> Option<Forbidden> {
        let findings: Vec<Finding> = permissions.iter().filter_map(|one| one.finding(who)).collect();
        let kind = findings.iter().map(Finding::kind).min_by_key(|kind| kind.exit_code())?;
        let faults: Vec<String> = findings.iter().map(with_evidence).collect();
        let mut hints: Vec<Hint> = Vec::new();
        for hint in findings.iter().flat_map(|finding| &finding.hints) {
            merge(&mut hints, hint);
        }
        let (summary, each) = match faults.as_slice() {
            [one] => (one.clone(), None),
            _ => (format!("CAA forbids {} of {} names", faults.len(), permissions.len()), Listed::new(faults)),
        };
        Some(Forbidden { summary, each, kind, hints })
    }
}

/// A failure has no room for evidence but its own sentence.
fn with_evidence(finding: &Finding) -> String {
    match finding.evidence.as_slice() {
        [] => finding.message.clone(),
        [one] => format!("{} ({one})", finding.message),
        [one, rest @ ..] => format!("{} ({one}, and {} more)", finding.message, rest.len()),
    }
}

/// Hints that say the same are one hint with all their lines.
fn merge(hints: &mut Vec<Hint>, hint: &Hint) {
    match hints.iter_mut().find(|known| known.text == hint.text) {
        Some(known) => {
            let new: Vec<String> = hint.lines.iter().filter(|line| !known.lines.contains(line)).cloned().collect();
            known.lines.extend(new);
        }
        None => hints.push(hint.clone()),
    }
}

impl Explain for Forbidden {
    fn kind(&self) -> Kind {
        self.kind
    }

    fn hints(&self) -> Vec<Hint> {
        self.hints.clone()
    }
}
