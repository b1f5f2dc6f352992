//! When a certificate is due for renewal. Pure: `now` is an argument.

mod back_off;
mod before;
mod place;
mod suggestion;

use std::fmt;

use jiff::{SignedDuration, Timestamp};

use crate::certificate::Lifetime;

pub use back_off::Failure;
pub use before::Before;
pub use place::place;
pub use suggestion::{Answer, Suggestion};

/// Machines that share a registration are spread over this part of the lifetime, and of a short one.
const SPREAD: i32 = 30;
const SHORT_SPREAD: i32 = 60;

/// Certificates that live this long or less are renewed at half their life.
const SHORT_LIVED: SignedDuration = SignedDuration::from_hours(10 * 24);

const A_DAY: SignedDuration = SignedDuration::from_hours(24);
const A_DAY_AND_A_HALF: SignedDuration = SignedDuration::from_hours(36);

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
    /// Less is left than the operator wants.
    BeforeEnd,
    /// The moment has come that was chosen in the CA's window (RFC 9773).
    Suggested,
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

impl Reason {
    /// Whether it is but time that has gone by, or that the CA says so.
    #[must_use]
    pub fn is_of_time(text: &str) -> bool {
        let of_time = [Reason::LessThanAThirdLeft, Reason::LessThanHalfLeft, Reason::BeforeEnd, Reason::Suggested];
        of_time.iter().any(|reason| reason.to_string() == text)
    }
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
            Reason::BeforeEnd => "less is left than `renew-before` says",
            Reason::Suggested => "the CA suggests it",
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

/// What there is to go by besides the certificate.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rules<'a> {
    /// What the operator wants.
    pub before: Option<&'a Before>,
    /// What the CA said.
    pub suggestion: Option<&'a Suggestion>,
    /// When it was made, where that was because the one before was due.
    pub renewed_at: Option<Timestamp>,
    /// This machine's place (0 to 1) among those that share a registration; 0 where none does.
    pub place: f64,
}

/// The moment from which on a certificate is due, and why then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    pub at: Timestamp,
    pub why: Reason,
}

/// Whether a certificate is due now.
#[must_use]
pub fn decide(lifetime: Lifetime, rules: Rules<'_>, now: Timestamp) -> Decision {
    let due = due(lifetime, rules);
    if now >= lifetime.not_after {
        Decision::Due(Reason::Expired)
    } else if now < due.at {
        Decision::Wait { until: due.at }
    } else {
        Decision::Due(due.why)
    }
}

/// The CA's moment, where it suggests one; what the operator wants, where that is earlier; else with a third of the
/// lifetime left, with half for lifetimes up to 10 days, and so much later as this machine's place asks for.
#[must_use]
pub fn due(lifetime: Lifetime, rules: Rules<'_>) -> Due {
    let moment = rules.suggestion.and_then(|suggestion| suggestion.moment);
    let suggested = moment.map(|moment| Due { at: moment.min(latest(lifetime)), why: Reason::Suggested });
    let wanted =
        rules.before.map(|before| Due { at: left(lifetime, before.of(length(lifetime))), why: Reason::BeforeEnd });
    let earliest = [suggested, wanted].into_iter().flatten().min_by_key(|due| due.at);
    let due = earliest.unwrap_or_else(|| usual(lifetime, rules.place));
    let rested = rules.renewed_at.map_or(due.at, |renewed_at| rested(lifetime, renewed_at));
    Due { at: due.at.max(rested), ..due }
}

fn usual(lifetime: Lifetime, place: f64) -> Due {
    let length = length(lifetime);
    let (least, spread, why) = match is_short(lifetime) {
        true => (length / 2, length / SHORT_SPREAD, Reason::LessThanHalfLeft),
        false => (length / 3, length / SPREAD, Reason::LessThanAThirdLeft),
    };
    Due { at: left(lifetime, least - spread.mul_f64(place.clamp(0.0, 1.0))), why }
}

/// However late a CA would have it: a timer that runs once a day must come by, and a failure leave time to try again.
fn latest(lifetime: Lifetime) -> Timestamp {
    let length = length(lifetime);
    left(lifetime, (length / 10).max((length / 3).min(A_DAY_AND_A_HALF)))
}

/// A certificate that was renewed when it was due is not due again at once: a clock that is ahead, or a CA that always
/// wants it renewed, would have one made at every run.
fn rested(lifetime: Lifetime, renewed_at: Timestamp) -> Timestamp {
    renewed_at.saturating_add((length(lifetime) / 10).min(A_DAY)).unwrap_or(renewed_at)
}

/// The moment with so much left of the lifetime.
fn left(lifetime: Lifetime, left: SignedDuration) -> Timestamp {
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
        decide(Lifetime { not_before: day(0), not_after: day(of) }, Rules::default(), day(days))
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

    fn due_on(of: i64, before: Option<&str>, moment: Option<i64>) -> (i64, Reason) {
        let day = |days| Timestamp::from_second(days * 86_400).unwrap();
        let before: Option<Before> = before.map(|text| text.parse().unwrap());
        let suggestion = moment.map(|moment| Suggestion {
            moment: Some(day(moment)),
            ..Suggestion::after(None, "a.b", Answer::Said(None, None), day(0), 0.0)
        });
        let rules = Rules { before: before.as_ref(), suggestion: suggestion.as_ref(), renewed_at: None, place: 0.0 };
        let due = due(Lifetime { not_before: day(0), not_after: day(of) }, rules);
        (due.at.as_second() / 86_400, due.why)
    }

    #[test]
    fn the_ca_has_its_way_unless_the_operator_wants_it_sooner() {
        assert_eq!(due_on(90, None, Some(70)), (70, Reason::Suggested));
        assert_eq!(due_on(90, None, Some(-3)), (-3, Reason::Suggested));
        assert_eq!(due_on(90, Some("30d"), Some(70)), (60, Reason::BeforeEnd));
        assert_eq!(due_on(90, Some("10d"), Some(70)), (70, Reason::Suggested));
        assert_eq!(due_on(90, Some("10d"), None), (80, Reason::BeforeEnd));
        assert_eq!(due_on(90, None, None), (60, Reason::LessThanAThirdLeft));
    }

    #[test]
    fn what_was_renewed_a_moment_ago_is_not_due_again_at_once() {
        let hour = |hours: i64| Timestamp::from_second(hours * 3600).unwrap();
        let lifetime = Lifetime { not_before: hour(0), not_after: hour(6 * 24) };
        let rules = Rules { renewed_at: Some(hour(80)), ..Rules::default() };
        assert_eq!(due(lifetime, Rules::default()).at, hour(72));
        assert_eq!(due(lifetime, rules).at.as_second(), 80 * 3600 + 51_840);
        assert_eq!(decide(lifetime, rules, hour(6 * 24)), Decision::Due(Reason::Expired));
        assert!(Reason::is_of_time(&Reason::Suggested.to_string()));
        assert!(!Reason::is_of_time(&Reason::Revoked.to_string()));
    }

    #[test]
    fn machines_that_share_a_registration_are_due_one_after_the_other() {
        let due_at = |days: i64, place| {
            let day = |days| Timestamp::from_second(days * 86_400).unwrap();
            let rules = Rules { place, ..Rules::default() };
            due(Lifetime { not_before: day(0), not_after: day(days) }, rules).at.as_second() / 3_600
        };
        assert_eq!([0.0, 0.5, 1.0].map(|place| due_at(90, place)), [60 * 24, 60 * 24 + 36, 63 * 24]);
        assert_eq!([0.0, 0.5, 1.0].map(|place| due_at(10, place)), [5 * 24, 5 * 24 + 2, 5 * 24 + 4]);
    }

    #[test]
    fn a_ca_that_wants_it_too_late_is_not_followed() {
        assert_eq!(due_on(90, None, Some(200)), (81, Reason::Suggested));
    }
}
