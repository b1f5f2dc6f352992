//! Follows names until all are well, or the time is over.
//!
//! Each name has its own pace: the pauses grow, begin anew when something changes, and never end before a resolver
//! that is believed may say something else (negative TTLs, RFC 2308).

use std::time::{Duration, Instant};

use crate::delegation::{Answer, Hop, Observation};
use crate::enrolment::Enrolled;
use crate::event::{Event, SharedReporter};
use crate::inspection::{Inspector, Sight};

const SHORTEST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(15);
/// A TTL is a resolver's word, not a reason to sleep for a day.
const LONGEST_TTL: Duration = Duration::from_secs(300);
/// Names that are due within this time are looked at together.
const TOGETHER: Duration = Duration::from_millis(200);

/// One name under watch.
struct Followed<'a> {
    subject: &'a Enrolled,
    sight: Sight,
    pause: Duration,
    next: Instant,
}

/// Looks, then follows what does not stand until it does; no limit means to the end.
pub async fn watch(
    inspector: &Inspector,
    subjects: &[Enrolled],
    limit: Option<Duration>,
    reporter: &SharedReporter,
) -> Vec<Sight> {
    let deadline = limit.and_then(|limit| Instant::now().checked_add(limit));
    let sights = inspector.look(subjects).await;
    let mut followed: Vec<Followed<'_>> =
        subjects.iter().zip(sights).map(|(subject, sight)| Followed::new(subject, sight)).collect();
    while let Some(next) = followed.iter().filter(|one| !one.sight.stands).map(|one| one.next).min() {
        let begun = Instant::now();
        if deadline.is_some_and(|deadline| deadline <= begun) {
            break;
        }
        let next = deadline.map_or(next, |deadline| next.min(deadline));
        reporter.report(told(&followed, next.saturating_duration_since(begun)));
        tokio::time::sleep_until(next.into()).await;
        let last = deadline.is_some_and(|deadline| deadline <= next);
        look_again(inspector, &mut followed, next + TOGETHER, last, reporter).await;
    }
    followed.into_iter().map(|one| one.sight).collect()
}

/// Looks at the names that are due by then, or one last time at all that do not stand.
async fn look_again(
    inspector: &Inspector,
    followed: &mut [Followed<'_>],
    by: Instant,
    last: bool,
    reporter: &SharedReporter,
) {
    let due: Vec<&mut Followed<'_>> =
        followed.iter_mut().filter(|one| !one.sight.stands && (last || one.next <= by)).collect();
    let subjects: Vec<Enrolled> = due.iter().map(|one| one.subject.clone()).collect();
    for (one, sight) in due.into_iter().zip(inspector.look_quietly(&subjects).await) {
        if one.turn(sight) {
            let (challenge, state) = (one.sight.delegation.challenge.clone(), one.sight.word());
            reporter.report(Event::Turned { challenge, state });
        }
    }
}

fn told(followed: &[Followed<'_>], next_look: Duration) -> Event {
    let missing = followed.iter().filter(|one| !one.sight.stands);
    let missing = missing.map(|one| (one.sight.delegation.challenge.clone(), one.sight.word())).collect();
    Event::Following { missing, total: followed.len(), next_look }
}

impl<'a> Followed<'a> {
    fn new(subject: &'a Enrolled, sight: Sight) -> Followed<'a> {
        let next = Instant::now() + SHORTEST.max(quiet_for(&sight));
        Followed { subject, sight, pause: SHORTEST, next }
    }

    /// Takes a new sight; says whether it says something else in a word.
    fn turn(&mut self, sight: Sight) -> bool {
        let changed = said(&sight.observation) != said(&self.sight.observation);
        let news = sight.word() != self.sight.word();
        self.pause = if changed { SHORTEST } else { self.pause.mul_f64(1.5).min(LONGEST) };
        self.next = Instant::now() + self.pause.max(quiet_for(&sight));
        self.sight = sight;
        news
    }
}

/// What the servers that answer say of every name on the way: neither silence nor a TTL that runs down is a change.
fn said(observation: &Observation) -> Vec<(&str, &str, &Answer)> {
    let hops = observation.hops.iter().flat_map(Hop::decisive);
    hops.map(|seen| (seen.server.as_str(), seen.address.as_str(), &seen.answer)).collect()
}

/// How long looking again would only show what resolvers remember: while the sole error is theirs.
fn quiet_for(sight: &Sight) -> Duration {
    let theirs = sight.errors().all(|finding| finding.code == "perspective-differs");
    let ttl = if theirs { remembered(&sight.observation) } else { believed(&sight.observation) };
    Duration::from_secs(ttl.unwrap_or_default().into()).min(LONGEST_TTL)
}

/// The shortest TTL among the perspectives.
fn remembered(observation: &Observation) -> Option<u32> {
    observation.perspectives.iter().filter(|one| one.named).filter_map(|one| one.seen.ttl).min()
}

/// The shortest TTL of what resolvers say that are believed instead of name servers.
fn believed(observation: &Observation) -> Option<u32> {
    observation.hops.iter().flat_map(|hop| &hop.servers).filter_map(|seen| seen.ttl).min()
}
