//! When too little is left of a certificate.

use jiff::{SignedDuration, Timestamp};

use crate::certificate::Lifetime;
use crate::renewal::{Before, Rules, due};

/// What somebody wants to be told at. By default it follows from the time that a renewal in time leaves to its end (30
/// days of 90, 3 of 6): half of that gone by is a warning, three quarters are critical.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    pub warn: Option<Before>,
    pub crit: Option<Before>,
}

impl Limits {
    /// With less left, it is a warning.
    pub(super) fn warn(&self, lifetime: Lifetime, due: Option<Timestamp>) -> SignedDuration {
        self.warn.as_ref().map_or_else(|| slack(lifetime, due) / 2, |warn| warn.exactly(length(lifetime)))
    }

    /// With less left, it is critical.
    pub(super) fn crit(&self, lifetime: Lifetime, due: Option<Timestamp>) -> SignedDuration {
        self.crit.as_ref().map_or_else(|| slack(lifetime, due) / 4, |crit| crit.exactly(length(lifetime)))
    }
}

/// The time between renewal and end as it usually is, or is here where that is shorter: who renews late on purpose, or as
/// the CA has it, is not to be warned before.
pub(super) fn slack(lifetime: Lifetime, at: Option<Timestamp>) -> SignedDuration {
    let left = |at: Timestamp| lifetime.not_after.duration_since(at).max(SignedDuration::ZERO);
    let usual = left(due(lifetime, Rules::default()).at);
    at.map_or(usual, |at| left(at).min(usual))
}

fn length(lifetime: Lifetime) -> SignedDuration {
    lifetime.not_after.duration_since(lifetime.not_before)
}
