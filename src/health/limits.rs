//! When too little is left of a certificate.

use jiff::{SignedDuration, Timestamp};

use crate::certificate::Lifetime;
use crate::renewal::{Before, Rules, due};

/// What somebody wants to be told at. By default it follows from the time that a renewal in time leaves to its end (30
/// days of 90, 3 of 6): half of that gone by is a warning, three quarters are critical. What is wanted counts up to the
/// whole and half of that time: what suits 90 days must not make 6 days critical from their first moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    pub warn: Option<Before>,
    pub crit: Option<Before>,
}

impl Limits {
    /// With less left, it is a warning.
    pub(super) fn warn(&self, lifetime: Lifetime, due: Option<Timestamp>) -> SignedDuration {
        let slack = slack(lifetime, due);
        self.warn.as_ref().map_or(slack / 2, |warn| warn.exactly(length(lifetime)).min(slack))
    }

    /// With less left, it is critical.
    pub(super) fn crit(&self, lifetime: Lifetime, due: Option<Timestamp>) -> SignedDuration {
        let slack = slack(lifetime, due);
        self.crit.as_ref().map_or(slack / 4, |crit| crit.exactly(length(lifetime)).min(slack / 2))
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
