use super::*;
use crate::notices::Occasion::{Expiry, Failure, Recovery};

const DAY: i64 = 86_400;

/// So many days after the certificate began.
fn day(days: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + days * DAY).unwrap()
}

/// A certificate of 90 days, due for renewal with 30 left.
fn condition(trouble: Option<Kind>) -> Condition {
    let trouble = trouble.map(|kind| Trouble {
        kind,
        message: "could not renew a".to_owned(),
        causes: vec!["no CNAME".to_owned()],
        hints: Vec::new(),
        tried: true,
        is_postponed: false,
    });
    let lifetime = Some(Lifetime { not_before: day(0), not_after: day(90) });
    Condition { lineage: "a".to_owned(), names: vec!["a.example".to_owned()], lifetime, due_at: Some(day(60)), trouble }
}

/// What is told at these moments, one after the other, each with how it stands then.
fn told(expiry: Option<i64>, story: &[(Timestamp, Condition)]) -> Vec<(Timestamp, Occasion, String)> {
    let rules = Rules { expiry: expiry.map(|days| SignedDuration::from_secs(days * DAY)) };
    let (mut known, mut told) = (Notices::default(), Vec::new());
    for (now, condition) in story {
        let (notices, next) = judge(&known, std::slice::from_ref(condition), rules, *now);
        told.extend(notices.into_iter().map(|notice| (*now, notice.event, notice.message)));
        known = next;
    }
    told
}

fn occasions(expiry: Option<i64>, story: &[(i64, Option<Kind>)]) -> Vec<(i64, Occasion)> {
    let story: Vec<_> = story.iter().map(|(at, kind)| (day(*at), condition(*kind))).collect();
    let days = |at: Timestamp| (at.as_second() - day(0).as_second()) / DAY;
    told(expiry, &story).into_iter().map(|(at, event, _)| (days(at), event)).collect()
}

const BAD: Option<Kind> = Some(Kind::Failed);

#[test]
fn a_failure_is_told_when_it_begins_daily_while_it_lasts_and_when_it_is_over() {
    let hour = |hours: i64| Timestamp::from_second(day(60).as_second() + hours * 3600).unwrap();
    let story: Vec<_> = [0, 1, 2, 24, 25, 48]
        .map(|hours| (hour(hours), condition(BAD)))
        .into_iter()
        .chain([(hour(49), condition(None)), (hour(50), condition(None))])
        .collect();
    let told: Vec<_> = told(None, &story).into_iter().map(|(at, event, message)| (event, at, message)).collect();
    assert_eq!(
        told,
        [
            (Failure, hour(0), "could not renew a".to_owned()),
            (Failure, hour(24), "could not renew a (since 2027-03-16, tried 4 times)".to_owned()),
            (Failure, hour(48), "could not renew a (since 2027-03-16, tried 6 times)".to_owned()),
            (Recovery, hour(49), "a is well again".to_owned()),
        ]
    );
}

#[test]
fn who_was_stopped_has_neither_failed_nor_recovered() {
    assert_eq!(occasions(None, &[(60, Some(Kind::Interrupted))]), []);
    assert_eq!(
        occasions(None, &[(60, BAD), (60, Some(Kind::Interrupted)), (60, None)]),
        [(60, Failure), (60, Recovery)]
    );
}

#[test]
fn an_end_is_told_of_with_a_sixth_left_and_daily_when_little_of_that_is_left() {
    let story: Vec<(i64, Option<Kind>)> = (60..92).map(|day| (day, None)).collect();
    let days: Vec<i64> = occasions(None, &story).into_iter().map(|(day, _)| day).collect();
    assert_eq!(days, [76, 86, 87, 88, 89, 90, 91]);
}

#[test]
fn the_distance_can_be_chosen_but_is_never_before_renewals_usually_are() {
    let first = |expiry| occasions(expiry, &(60..90).map(|day| (day, None)).collect::<Vec<_>>())[0];
    assert_eq!(first(Some(7)), (84, Expiry));
    assert_eq!(first(Some(60)), (68, Expiry));
}

#[test]
fn before_its_renewal_is_due_no_certificate_is_near_its_end() {
    let late = Condition { due_at: Some(day(88)), ..condition(None) };
    assert_eq!(told(None, &[(day(80), late.clone())]), []);
    assert_eq!(told(None, &[(day(89), late)]).len(), 1);
}

#[test]
fn a_new_certificate_has_an_end_of_its_own() {
    let renewed =
        Condition { lifetime: Some(Lifetime { not_before: day(80), not_after: day(170) }), ..condition(None) };
    let again = Condition { due_at: None, ..renewed.clone() };
    let told = told(None, &[(day(80), condition(None)), (day(80), renewed), (day(160), again)]);
    assert_eq!(
        told.iter().map(|(at, event, _)| (*at, *event)).collect::<Vec<_>>(),
        [(day(80), Expiry), (day(160), Expiry)]
    );
}

#[test]
fn a_lineage_that_was_not_looked_at_stays_as_it_was_until_it_is_gone() {
    let rules = Rules { expiry: None };
    let (_, mut known) = judge(&Notices::default(), &[condition(BAD)], rules, day(60));
    assert_eq!(judge(&known, &[], rules, day(61)), (Vec::new(), known.clone()));
    known.forget_all_but(&["b".to_owned()]);
    assert_eq!(known, Notices::default());
}

#[test]
fn what_could_not_be_delivered_waits_in_its_latest_form_and_a_failure_nobody_heard_of_just_ends() {
    let rules = Rules { expiry: None };
    let channels = ["webhook".to_owned(), "command-1".to_owned()];
    let (mut notices, mut known) = (Notices::default(), Notices::default());
    let mut run = |kind, at: i64, heard: bool| {
        let (news, next) = judge(&known, &[condition(kind)], rules, day(at));
        known = next;
        notices.enqueue(&news, &channels, day(at));
        for notice in notices.waiting_for("command-1").iter().filter(|_| heard) {
            notices.delivered("command-1", notice);
        }
        channels
            .clone()
            .map(|channel| notices.waiting_for(&channel).iter().map(|one| (one.event, one.at)).collect::<Vec<_>>())
    };
    let none: Vec<(Occasion, Timestamp)> = Vec::new();
    assert_eq!(run(BAD, 60, true), [vec![(Failure, day(60))], none.clone()]);
    assert_eq!(run(BAD, 62, true), [vec![(Failure, day(62))], none.clone()]);
    assert_eq!(run(None, 63, false), [none.clone(), vec![(Recovery, day(63))]]);
    // After a week nobody wants to hear of it any more.
    assert_eq!(run(None, 70, false), [none.clone(), none]);
}

#[test]
fn many_of_a_kind_are_told_as_one_and_few_one_by_one() {
    let failing = |count: usize| {
        let conditions: Vec<_> =
            (0..count).map(|number| Condition { lineage: format!("c{number}"), ..condition(BAD) }).collect();
        let (news, _) = judge(&Notices::default(), &conditions, Rules { expiry: None }, day(60));
        let mut notices = Notices::default();
        notices.enqueue(&news, &["webhook".to_owned()], day(60));
        notices.bundles_for("webhook")
    };
    assert_eq!(failing(5).len(), 5);
    let bundles = failing(6);
    assert_eq!((bundles.len(), bundles[0].len()), (1, 6));
    let together = Notice::together(&bundles[0]).unwrap();
    assert_eq!(together.message, "6 certificates could not be renewed");
    assert_eq!((together.lineage, together.names.len(), together.causes.len()), (None, 6, 6));
    assert_eq!(together.causes[0], "could not renew a: no CNAME");
}

#[test]
fn a_line_for_a_chat_is_not_endless() {
    let notice = Notice { message: "x".repeat(5000), ..Notice::test(day(0)) };
    assert_eq!(notice.text("host").chars().count(), 1001);
}

#[test]
fn who_is_to_wait_has_not_failed_but_comes_to_an_end_all_the_same() {
    let waiting = |mut condition: Condition| {
        condition.trouble.as_mut().unwrap().is_postponed = true;
        condition
    };
    let story = [(day(61), waiting(condition(BAD))), (day(80), waiting(condition(BAD)))];
    assert_eq!(told(None, &story).iter().map(|one| one.1).collect::<Vec<_>>(), [Expiry]);
}

#[test]
fn alarms_about_what_is_well_or_gone_are_dropped() {
    let rules = Rules { expiry: None };
    let channel = ["webhook".to_owned()];
    let (news, mut notices) = judge(&Notices::default(), &[condition(BAD)], rules, day(80));
    notices.enqueue(&news, &channel, day(80));
    notices.drop_stale();
    assert_eq!(notices.pending.len(), 2);
    notices.forget_all_but(&[]);
    notices.drop_stale();
    assert_eq!(notices.pending.len(), 0);
}

#[test]
fn a_run_that_fails_as_a_whole_is_told_and_so_is_its_end() {
    let mut notices = Notices::default();
    let trouble = condition(BAD).trouble.unwrap();
    let mut run = |whole: Whole, at: i64| {
        judge_run(&mut notices, &whole, day(at)).map(|one| (one.event, one.lineage, one.message))
    };
    let failed = run(Whole::Failed(trouble.clone()), 1).unwrap();
    assert_eq!((failed.0, failed.1), (Failure, None));
    assert_eq!(run(Whole::Unknown, 2), None);
    assert_eq!(run(Whole::Well, 3), Some((Recovery, None, "the run of all renewals is well again".to_owned())));
    assert_eq!(run(Whole::Failed(Trouble { kind: Kind::TryLater, ..trouble }), 4), None);
}

#[test]
fn what_is_kept_for_a_channel_that_does_not_listen_has_a_bound() {
    let mut notices = Notices::default();
    let long = Notice { message: "x".repeat(1000), ..Notice::test(day(1)) };
    let news: Vec<Notice> = (0..5000).map(|n| Notice { lineage: Some(n.to_string()), ..long.clone() }).collect();
    notices.pending =
        news.into_iter().map(|notice| Pending { channel: "webhook".to_owned(), notice, unheard: false }).collect();
    let kept = notices.bounded();
    assert!((500..3000).contains(&kept.pending.len()), "{}", kept.pending.len());
    assert_eq!(kept.pending.last(), notices.pending.last());
}
