//! When a certificate is due for renewal. Pure: `now` is an argument.

use std::fmt;

use jiff::{SignedDuration, Timestamp};

use crate::certificate::Lifetime;

/// Certificates that live this long or less are renewed at half their life.
const SHORT_LIVED: SignedDuration = SignedDuration::from_hours(10 * 24);

/// What to do about a certificate at some moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    Due(Reason),
    Wait { until: Timestamp },
}

/// Why a certificate is issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// There is none yet.
    NotIssued,
    /// Its files cannot be used.
    Damaged,
    Revoked,
    /// Somebody else may know its key.
    Compromised,
    Expired,
    LessThanAThirdLeft,
    LessThanHalfLeft,
    OtherNames,
    OtherKeyType,
    /// Another key, of the same kind or made here instead of elsewhere.
    NewKey,
    /// A certificate request of somebody else, or another one than before.
    OtherRequest,
    OtherProfile,
    OtherDates,
    OtherChain,
    OtherAuthority,
    Forced,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Reason::NotIssued => "there is none yet",
            Reason::Damaged => "its files are missing or damaged",
            Reason::Revoked => "it was revoked",
            Reason::Compromised => "its private key is compromised",
            Reason::Expired => "expired",
            Reason::LessThanAThirdLeft => "less than a third of its lifetime is left",
            Reason::LessThanHalfLeft => "less than half of its short lifetime is left",
            Reason::OtherNames => "other names are wanted",
            Reason::OtherKeyType => "another key type is wanted",
            Reason::NewKey => "a new private key is wanted",
            Reason::OtherRequest => "another certificate request is given",
            Reason::OtherProfile => "another profile is wanted",
            Reason::OtherDates => "other dates are wanted",
            Reason::OtherChain => "another chain is wanted",
            Reason::OtherAuthority => "another CA is wanted",
            Reason::Forced => "forced",
        })
    }
}

/// Due with a third of the lifetime left; with half for lifetimes up to 10 days.
#[must_use]
pub fn decide(lifetime: Lifetime, now: Timestamp) -> Decision {
    let until = due_at(lifetime);
    if now >= lifetime.not_after {
        Decision::Due(Reason::Expired)
    } else if now < until {
        Decision::Wait { until }
    } else if is_short(lifetime) {
        Decision::Due(Reason::LessThanHalfLeft)
    } else {
        Decision::Due(Reason::LessThanAThirdLeft)
    }
}

/// The moment from which on a certificate is due.
#[must_use]
pub fn due_at(lifetime: Lifetime) -> Timestamp {
    let left = length(lifetime) / if is_short(lifetime) { 2 } else { 3 };
    lifetime.not_after.saturating_sub(left).unwrap_or(lifetime.not_before)
}

fn is_short(lifetime: Lifetime) -> bool {
    length(lifetime) <= SHORT_LIVED
}

fn length(lifetime: Lifetime) -> SignedDuration {
    lifetime.not_after.duration_since(lifetime.not_before)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(days: i64, of: i64) -> Decision {
        let day = |days| Timestamp::from_second(days * 86_400).unwrap();
        decide(Lifetime { not_before: day(0), not_after: day(of) }, day(days))
    }

    #[test]
    fn ninety_days_are_due_after_sixty() {
        let until = Timestamp::from_second(60 * 86_400).unwrap();
        assert_eq!(after(0, 90), Decision::Wait { until });
        assert_eq!(after(59, 90), Decision::Wait { until });
        assert_eq!(after(60, 90), Decision::Due(Reason::LessThanAThirdLeft));
        assert_eq!(after(90, 90), Decision::Due(Reason::Expired));
    }

    #[test]
    fn six_days_are_due_after_three() {
        assert_eq!(after(2, 6), Decision::Wait { until: Timestamp::from_second(3 * 86_400).unwrap() });
        assert_eq!(after(3, 6), Decision::Due(Reason::LessThanHalfLeft));
    }

    #[test]
    fn up_to_ten_days_count_as_short() {
        assert_eq!(after(5, 10), Decision::Due(Reason::LessThanHalfLeft));
        assert_eq!(after(7, 11), Decision::Wait { until: Timestamp::from_second(11 * 86_400 * 2 / 3).unwrap() });
    }

    #[test]
    fn a_lifetime_turned_round_is_due_rather_than_a_fault() {
        assert_eq!(after(0, -5), Decision::Due(Reason::Expired));
    }
}
