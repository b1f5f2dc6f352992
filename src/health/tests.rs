use super::*;
use crate::renewal::Reason;

fn hours(hours: i64) -> Timestamp {
    Timestamp::from_second(hours * 3600).unwrap()
}

fn failure(kind: Kind) -> Failure {
    let (message, causes, hints) = (String::new(), Vec::new(), Vec::new());
    Failure { count: 3, since: hours(0), at: hours(1), retry_at: None, kind, message, causes, hints }
}

/// A certificate of so many days, due as usual.
fn living(days: i64) -> Facts<'static> {
    let lifetime = Lifetime { not_before: hours(0), not_after: hours(days * 24) };
    let due = crate::renewal::due(lifetime, crate::renewal::Rules::default());
    Facts { lifetime: Some(lifetime), due: Some(due), ..Facts::default() }
}

fn after(facts: &Facts<'_>, hour: i64) -> (State, Severity) {
    let health = judge(facts, &Limits::default(), hours(hour));
    (health.state, health.severity)
}

#[test]
fn ninety_days_are_a_warning_with_fifteen_left_and_critical_with_a_week() {
    let facts = living(90);
    assert_eq!(after(&facts, 59 * 24), (State::Good, Severity::Ok));
    assert_eq!(after(&facts, 60 * 24), (State::Due, Severity::Ok));
    assert_eq!(after(&facts, 60 * 24 + 37), (State::Overdue, Severity::Warning));
    let failing = failure(Kind::TryLater);
    let facts = Facts { failure: Some(&failing), ..facts };
    assert_eq!(after(&facts, 76 * 24), (State::Failing, Severity::Warning));
    assert_eq!(after(&facts, 83 * 24), (State::Failing, Severity::Critical));
    assert_eq!(after(&facts, 90 * 24), (State::Expired, Severity::Critical));
}

#[test]
fn six_days_under_a_daily_timer_are_never_a_warning() {
    let facts = living(6);
    assert_eq!(after(&facts, 71), (State::Good, Severity::Ok));
    assert_eq!(after(&facts, 72 + 25), (State::Due, Severity::Ok));
    assert_eq!(after(&facts, 72 + 37), (State::Overdue, Severity::Warning));
    assert_eq!(after(&facts, 144 - 17), (State::Overdue, Severity::Critical));
}

#[test]
fn who_renews_late_on_purpose_is_warned_later() {
    let facts = Facts { due: Some(Due { at: hours(85 * 24), why: Reason::BeforeEnd }), ..living(90) };
    assert_eq!(after(&facts, 84 * 24), (State::Good, Severity::Ok));
    assert_eq!(after(&facts, 88 * 24).1, Severity::Warning);
    assert_eq!(after(&facts, 89 * 24).1, Severity::Critical);
}

#[test]
fn limits_that_are_given_count_within_what_a_renewal_in_time_leaves() {
    let limits = |warn: &str, crit: &str| Limits { warn: warn.parse().ok(), crit: crit.parse().ok() };
    let severity = |facts: &Facts<'_>, limits: &Limits, day: i64| judge(facts, limits, hours(day * 24)).severity;
    assert_eq!(severity(&living(90), &limits("20d", "7d"), 71), Severity::Warning);
    assert_eq!(severity(&living(90), &limits("20d", "12d"), 79), Severity::Critical);
    assert_eq!(judge(&living(90), &limits("20d", "7d"), hours(60 * 24 + 1)).state, State::Due);
    for day in 0..=3 {
        assert_eq!(severity(&living(6), &limits("14d", "7d"), day), Severity::Ok);
    }
    assert_eq!(severity(&living(6), &limits("14d", "7d"), 4), Severity::Warning);
    assert_eq!(severity(&living(6), &limits("14d", "7d"), 5), Severity::Critical);
    assert_eq!(severity(&living(90), &limits("40d", "7d"), 51), Severity::Ok);
}

#[test]
fn a_ca_that_wanted_it_long_ago_has_made_nobody_late() {
    let due = Some(Due { at: hours(0), why: Reason::Suggested });
    let facts = Facts { due, known_since: Some(hours(240)), ..living(90) };
    assert_eq!(after(&facts, 241), (State::Due, Severity::Ok));
    assert_eq!(after(&facts, 240 + 37), (State::Overdue, Severity::Warning));
}

#[test]
fn what_refuses_visitors_is_critical_and_comes_first() {
    let all = Facts { revoked: true, damaged: true, compromised: true, blocked: true, ..living(90) };
    assert_eq!(after(&all, 0), (State::Revoked, Severity::Critical));
    assert_eq!(after(&Facts { revoked: false, ..all }, 0), (State::Damaged, Severity::Critical));
    assert_eq!(after(&Facts { revoked: false, damaged: false, ..all }, 0), (State::Compromised, Severity::Critical));
    let blocked = Facts { blocked: true, undelivered: true, ..living(90) };
    assert_eq!(after(&blocked, 0), (State::Blocked, Severity::Warning));
    assert_eq!(after(&Facts { blocked: false, ..blocked }, 0), (State::Undelivered, Severity::Warning));
    assert_eq!(after(&Facts::default(), 0), (State::NotIssued, Severity::Warning));
}

#[test]
fn what_is_not_deployed_matters_more_as_the_end_of_what_servers_have_comes_near() {
    let served = Some(Lifetime { not_before: hours(0), not_after: hours(90 * 24) });
    let lifetime = Some(Lifetime { not_before: hours(60 * 24), not_after: hours(150 * 24) });
    let facts = Facts { undeployed: true, served, lifetime, ..Facts::default() };
    assert_eq!(after(&facts, 61 * 24), (State::Undeployed, Severity::Warning));
    assert_eq!(after(&facts, 83 * 24), (State::Undeployed, Severity::Critical));
    assert_eq!(after(&facts, 91 * 24), (State::Undeployed, Severity::Critical));
    assert_eq!(after(&Facts { served: None, ..facts }, 91 * 24), (State::Undeployed, Severity::Warning));
}

#[test]
fn who_has_to_act_is_told() {
    let kind = |facts: &Facts<'_>, hour| judge(facts, &Limits::default(), hours(hour)).kind;
    let (later, broken) = (failure(Kind::TryLater), failure(Kind::ActionNeeded));
    assert_eq!(kind(&living(90), 0), None);
    assert_eq!(kind(&Facts { failure: Some(&later), ..living(90) }, 0), Some(Kind::TryLater));
    assert_eq!(kind(&Facts { failure: Some(&broken), ..living(90) }, 0), Some(Kind::ActionNeeded));
    assert_eq!(kind(&living(90), 61 * 24 + 13), Some(Kind::ActionNeeded));
    assert_eq!(kind(&living(90), 91 * 24), Some(Kind::Failed));
}
