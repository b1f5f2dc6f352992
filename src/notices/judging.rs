//! What is news.

use jiff::{SignedDuration, Timestamp};

use super::notice::Notice;
use super::{Condition, Expiring, Failing, Known, Notices, Rules, Whole};
use crate::error::Kind;

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// A little less than a day: a timer that runs daily, with a random delay, is to tell daily.
const DAILY: SignedDuration = SignedDuration::from_hours(23);

/// What is to be told, and what is known from now on. A lineage without a condition stays as it was.
#[must_use]
pub fn judge(known: &Notices, conditions: &[Condition], rules: Rules, now: Timestamp) -> (Vec<Notice>, Notices) {
    let (mut told, mut next) = (Vec::new(), known.clone());
    for condition in conditions {
        let before = known.lineages.get(&condition.lineage).cloned().unwrap_or_default();
        let (failing, notice) = failure(condition, before.failing, now);
        told.extend(notice);
        let (expiring, notice) = expiry(condition, before.expiring, rules, now);
        told.extend(notice);
        match (failing, expiring) {
            (None, None) => drop(next.lineages.remove(&condition.lineage)),
            _ => drop(next.lineages.insert(condition.lineage.clone(), Known { failing, expiring })),
        }
    }
    (told, next)
}

/// The same for runs that fail before they come to any lineage. Who only has to wait a little is not told.
pub fn judge_run(notices: &mut Notices, whole: &Whole, now: Timestamp) -> Option<Notice> {
    let trouble = match whole {
        Whole::Unknown => return None,
        Whole::Failed(trouble) if trouble.kind == Kind::TryLater => return None,
        Whole::Well => None,
        Whole::Failed(trouble) => Some(trouble.clone()),
    };
    let lineage = "the run of all renewals".to_owned();
    let all = Condition { lineage, names: Vec::new(), lifetime: None, due_at: None, trouble };
    let (failing, notice) = failure(&all, notices.run, now);
    notices.run = failing;
    notice.map(|notice| Notice { lineage: None, ..notice })
}

/// Told when it begins, daily while it lasts, and when it is over.
fn failure(condition: &Condition, before: Option<Failing>, now: Timestamp) -> (Option<Failing>, Option<Notice>) {
    let trouble =
        condition.trouble.as_ref().filter(|trouble| trouble.kind != Kind::Interrupted && !trouble.is_postponed);
    match (trouble, before) {
        // Somebody stopped it, or it is to wait: that says nothing.
        (None, before) if condition.trouble.is_some() => (before, None),
        (None, None) => (None, None),
        (None, Some(before)) => (None, Some(Notice::recovery(condition, before, now))),
        (Some(trouble), before) => {
            let tried = u32::from(trouble.tried);
            let begun = Failing { since: now, attempts: tried.max(1), told_at: now };
            let failing = before.map_or(begun, |before| Failing { attempts: before.attempts + tried, ..before });
            let is_news = before.is_none() || has_passed(DAILY, failing.told_at, now);
            let failing = if is_news { Failing { told_at: now, ..failing } } else { failing };
            (Some(failing), is_news.then(|| Notice::failure(condition, trouble, failing, now)))
        }
    }
}

/// Told when the end is near, and daily when it is very near.
fn expiry(
    condition: &Condition,
    before: Option<Expiring>,
    rules: Rules,
    now: Timestamp,
) -> (Option<Expiring>, Option<Notice>) {
    let Some(lifetime) = condition.lifetime else { return (None, None) };
    let (not_after, near) = (lifetime.not_after, near(condition, rules));
    let left = not_after.duration_since(now);
    // Before its renewal is due all goes as it should.
    if left >= near || condition.due_at.is_some_and(|due| due > now) {
        return (None, None);
    }
    let before = before.filter(|before| before.not_after == not_after);
    let is_news = match before {
        None => true,
        Some(before) => left < near / 3 && has_passed(DAILY.min(near / 3), before.told_at, now),
    };
    let expiring = if is_news { Some(Expiring { not_after, told_at: now }) } else { before };
    (expiring, is_news.then(|| Notice::expiry(condition, not_after, now)))
}

/// With so much left an end is near: never before the usual time for renewal has passed.
fn near(condition: &Condition, rules: Rules) -> SignedDuration {
    let Some(lifetime) = condition.lifetime else { return DAY };
    let whole = lifetime.not_after.duration_since(lifetime.not_before);
    rules.expiry.map_or(whole / 6, |wanted| wanted.min(whole / 4))
}

/// A clock that went back has let no time pass.
fn has_passed(length: SignedDuration, since: Timestamp, now: Timestamp) -> bool {
    now.duration_since(since) >= length
}
