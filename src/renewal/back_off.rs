//! How long a lineage that failed at the CA is left alone: a timer must never burn the CA's limits.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Hint, Kind};

/// The first pause; each failure doubles it.
const FIRST: SignedDuration = SignedDuration::from_mins(30);
const LONGEST: SignedDuration = SignedDuration::from_hours(24);
/// Nothing is left to be lost: as often as CAs let names fail.
const LONGEST_EXPIRED: SignedDuration = SignedDuration::from_hours(1);
/// No longer pause is believed, whatever a CA says: the longest limits that there are last a week.
const BELIEVED: SignedDuration = SignedDuration::from_hours(7 * 24);
/// Of what is left of the lifetime, at most this part is waited.
const SHARE: i32 = 8;

/// Renewals of a lineage that failed, one after the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// How many there were.
    pub count: u32,
    /// When the first of them was.
    pub since: Timestamp,
    /// When the last one was.
    pub at: Timestamp,
    /// Until when the CA is not asked again; `None` when it was not asked, and the next run tries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_at: Option<Timestamp>,
    pub kind: Kind,
    pub message: String,
    #[serde(default)]
    pub causes: Vec<String>,
    #[serde(default)]
    pub hints: Vec<Hint>,
}

impl Failure {
    /// One more. `asked` tells whether the CA has heard of it, `until` what it wants, `not_after` when the live
    /// certificate ends.
    #[must_use]
    pub fn after(
        before: Option<&Failure>,
        error: &Error,
        asked: bool,
        until: Option<Timestamp>,
        not_after: Option<Timestamp>,
        now: Timestamp,
    ) -> Failure {
        let count = before.map_or(0, |before| before.count).saturating_add(1);
        let retry_at = asked.then(|| retry_at(count, until, not_after, now));
        Failure {
            count,
            since: before.map_or(now, |before| before.since.min(now)),
            at: now,
            retry_at,
            kind: error.kind(),
            message: error.message(),
            causes: error.outward_causes(),
            hints: error.hints().to_vec(),
        }
    }

    /// Until when the lineage is to be left alone, if it still is. A clock that was ahead makes nobody wait.
    #[must_use]
    pub fn waits_until(&self, now: Timestamp) -> Option<Timestamp> {
        self.retry_at.filter(|until| now < *until && self.at <= now)
    }
}

/// When to try again: later with each failure, never beyond what is left of the lifetime, and not before the CA wants.
fn retry_at(count: u32, until: Option<Timestamp>, not_after: Option<Timestamp>, now: Timestamp) -> Timestamp {
    let grown = (FIRST * 2_i32.pow(count.saturating_sub(1).min(10))).min(LONGEST);
    let pause = match not_after.map(|end| end.duration_since(now)) {
        Some(left) if left.is_positive() => grown.min(left / SHARE),
        Some(_) => grown.min(LONGEST_EXPIRED),
        None => grown,
    };
    let after = |pause| now.saturating_add(pause).unwrap_or(now);
    let own = after(pause);
    // What a CA asks for is believed as long as it leaves the certificate alive.
    let end = not_after.filter(|end| *end > now).unwrap_or(after(BELIEVED));
    until.map_or(own, |until| until.min(after(BELIEVED)).min(end).max(own))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> Timestamp {
        Timestamp::from_second(minutes * 60).unwrap()
    }

    fn pause(count: u32, left: Option<i64>) -> i64 {
        retry_at(count, None, left.map(at), at(0)).as_second() / 60
    }

    #[test]
    fn each_failure_doubles_the_pause_up_to_a_day() {
        let pauses: Vec<i64> = (1..9).map(|count| pause(count, Some(60 * 24 * 60))).collect();
        assert_eq!(pauses, [30, 60, 120, 240, 480, 960, 1440, 1440]);
        assert_eq!(pause(u32::MAX, None), 1440);
    }

    #[test]
    fn what_is_left_of_the_lifetime_is_never_slept_through() {
        assert_eq!(pause(9, Some(8 * 60)), 60);
        assert_eq!(pause(1, Some(80)), 10);
        assert_eq!(pause(9, Some(-5)), 60);
    }

    #[test]
    fn the_ca_is_not_asked_before_it_wants() {
        assert_eq!(retry_at(1, Some(at(600)), Some(at(8000)), at(0)), at(600));
        assert_eq!(retry_at(1, Some(at(600)), Some(at(80)), at(0)), at(80), "it is not slept through its end");
        assert_eq!(retry_at(1, Some(at(9_999_999)), None, at(0)), at(7 * 24 * 60));
        assert_eq!(retry_at(1, Some(at(1)), None, at(0)), at(30));
    }

    #[test]
    fn who_was_not_asked_at_the_ca_need_not_wait() {
        let error: Error = crate::error::Error::from(crate::store::StoreError::Busy { what: "it".to_owned() });
        let failure = Failure::after(None, &error, false, None, None, at(0));
        assert_eq!((failure.count, failure.waits_until(at(0))), (1, None));
        let again = Failure::after(Some(&failure), &error, true, None, None, at(5));
        assert_eq!((again.count, again.since, again.waits_until(at(6))), (2, at(0), Some(at(65))));
        assert_eq!(again.waits_until(at(65)), None);
        assert_eq!(again.waits_until(at(4)), None, "the clock was ahead");
    }
}
