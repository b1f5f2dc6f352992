//! What was seen, as a reason not to order.

use super::Sight;
use crate::delegation::Finding;
use crate::error::{Explain, Hint, Kind, Listed};

/// Names that a CA would refuse: nothing is ordered. All their problems at once.
#[derive(Debug, thiserror::Error)]
#[error("{summary}")]
pub struct NotReady {
    summary: String,
    #[source]
    each: Option<Listed>,
    kind: Kind,
    hints: Vec<Hint>,
}

impl NotReady {
    /// `None` when all stand.
    #[must_use]
    pub fn from(sights: &[Sight]) -> Option<NotReady> {
        let broken: Vec<&Sight> = sights.iter().filter(|sight| !sight.stands).collect();
        let kind = broken.iter().filter_map(|sight| sight.kind()).min_by_key(|kind| kind.exit_code())?;
        let errors: Vec<&Finding> = broken.iter().flat_map(|sight| sight.errors()).collect();
        let mut messages: Vec<String> = errors.iter().map(|finding| finding.sentence()).collect();
        messages.dedup();
        let mut hints: Vec<Hint> = Vec::new();
        for hint in errors.iter().flat_map(|finding| &finding.hints) {
            hint.merge_into(&mut hints);
        }
        let (summary, each) = match messages.as_slice() {
            [one] => (one.clone(), None),
            _ => (summary(&broken, sights.len()), Listed::new(messages)),
        };
        Some(NotReady { summary, each, kind, hints })
    }
}

fn summary(broken: &[&Sight], all: usize) -> String {
    match broken {
        [one] if all == 1 => format!("{} would not be validated", one.delegation.challenge),
        _ => format!("{} of {all} names would not be validated", broken.len()),
    }
}

impl Explain for NotReady {
    fn kind(&self) -> Kind {
        self.kind
    }

    fn hints(&self) -> Vec<Hint> {
        self.hints.clone()
    }
}
