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
        let faults: Vec<String> = findings.iter().map(Finding::sentence).collect();
        let mut hints: Vec<Hint> = Vec::new();
        for hint in findings.iter().flat_map(|finding| &finding.hints) {
            hint.merge_into(&mut hints);
        }
        let (summary, each) = match faults.as_slice() {
            [one] => (one.clone(), None),
            _ => (format!("CAA forbids {} of {} names", faults.len(), permissions.len()), Listed::new(faults)),
        };
        Some(Forbidden { summary, each, kind, hints })
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
