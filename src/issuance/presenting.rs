//! Publishes validation values: none that is already there, never a third, and not before the slots are told apart.

use std::collections::BTreeSet;
use std::time::Duration;

use backon::{ConstantBuilder, Retryable};
use futures_util::{StreamExt, join, stream};
use jiff::{SignedDuration, Timestamp};

use super::crossing::{self, Tried, needed};
use super::turns::{self, Turn};
use super::{Issuance, IssuanceError, Ledger, Part};
use crate::acmedns::{self, AcmeDnsError, PLACEHOLDER, Published};
use crate::dns::{Dns, DnsError, Published as Wanted};
use crate::error::{Doing, Result};
use crate::event::{Event, SharedReporter};
use crate::http::host_of;
use crate::identifier::DnsName;

/// So many registrations are published to side by side.
const SIDE_BY_SIDE: usize = 8;
/// A lost answer is met by looking, and publishing again what is not there; at most this often.
const ATTEMPTS: usize = 2;
/// A value whose fate is unknown is looked for so long: caches keep the old values for a second or two.
const ARRIVAL: Duration = Duration::from_secs(3);
/// How long values are waited for, beyond the time the service asks for, before they are published again.
const ROUNDS: [Duration; 3] = [Duration::from_secs(8), Duration::from_secs(20), Duration::from_secs(300)];
/// Others may push our values out so often.
const MOST_LOSSES: u32 = 8;
/// acme-dns orders its two slots by whole seconds.
const SLOT_AGE: SignedDuration = SignedDuration::from_secs(1);
/// acme-dns answers with a TTL of 1 s, so a CA's resolver can show the values of the order before for so long.
pub(super) const BETWEEN_ORDERS: SignedDuration = SignedDuration::from_secs(2);

/// A name may be led from one of its registrations to another while values are published; so often that is followed.
const MOST_TURNINGS: usize = 2;

/// What stands when the CA is to look.
pub(super) struct Presented {
    /// Whether others have to be reckoned with.
    pub shared: bool,
    pub shown: Vec<Wanted>,
}

/// Publishes what is missing, and returns when every authoritative server shows everything.
///
/// A name that is on its way between two servers gets its values at both, for CNAMEs are remembered for a while; but
/// only the server that it leads to must take them. Should it be led elsewhere meanwhile, that one must, too.
pub(super) async fn present_all(issuance: &mut Issuance<'_>, wanted: &[Wanted]) -> Result<Presented> {
    let (mut needed, mut turnings) = (needed(issuance.dns, wanted).await, 0);
    loop {
        let (must, spares) = wanted.iter().cloned().partition(|one: &Wanted| needed.contains(&one.delegation));
        let presented = present_needed(issuance, must, spares).await;
        let before = std::mem::replace(&mut needed, self::needed(issuance.dns, wanted).await);
        // One that failed may not be led to any more.
        let settled = if presented.is_ok() { needed.is_subset(&before) } else { needed == before };
        if settled || turnings == MOST_TURNINGS {
            return presented;
        }
        turnings += 1;
    }
}

/// Somebody else who holds the same registration (another machine, a restored backup) can push a value out again. So
/// machines take turns, and what does not show up is published once more; to publish all values of a name again, in
/// turn, is harmless. Where values are not needed, what comes of them decides nothing.
async fn present_needed(issuance: &mut Issuance<'_>, must: Vec<Wanted>, mut spares: Vec<Wanted>) -> Result<Presented> {
    let (mut ready, mut late, mut losses) = (Timestamp::UNIX_EPOCH, 0, 0);
    loop {
        let turn = turns::wait(issuance, &must, losses).await?;
        let again = Again { late: late > 0, lost: losses > 0 };
        ready = ready.max(present_once(issuance, &must, again).await?);
        let (shown, tried) = stands(issuance, &must, &spares, &turn, ready, ROUNDS[late]).await;
        let shared = turn.shared | crossing::keep(issuance, &mut spares, tried);
        match shown {
            Shown::Stands => return Ok(Presented { shared, shown: [must, spares].concat() }),
            Shown::PushedOut(challenge) if losses < MOST_LOSSES => {
                losses += 1;
                issuance.reporter.report(Event::PushedOut { challenge, pause: turns::longest(losses) });
            }
            Shown::PushedOut(challenge) => return Err(IssuanceError::Crowded { challenge }.into()),
            Shown::Not(DnsError::NotVisible { .. }) if late + 1 < ROUNDS.len() => late += 1,
            Shown::Not(error) => return Err(error).doing("the validation values are published, but not visible"),
        }
    }
}

/// What became of values that were published.
enum Shown {
    /// They are there, and it is time for the CA to look.
    Stands,
    PushedOut(DnsName),
    Not(DnsError),
}

/// Reads the values back: at once, and where others may publish, too, once more when caches show what they show. What
/// is not needed is published meanwhile.
async fn stands(
    issuance: &Issuance<'_>,
    must: &[Wanted],
    spares: &[Wanted],
    turn: &Turn,
    ready: Timestamp,
    limit: Duration,
) -> (Shown, Vec<Tried>) {
    let delay = Duration::try_from(ready.duration_since(Timestamp::now())).unwrap_or_default();
    let (seen, tried) = join!(visible(issuance, must, turn, limit + delay), crossing::try_all(issuance, spares));
    if let Err(shown) = seen {
        return (shown, tried);
    }
    let ready = tried.iter().filter_map(Tried::ready).fold(ready, Timestamp::max);
    let settled = Timestamp::now().saturating_add(BETWEEN_ORDERS).unwrap_or_default();
    pause_until(if turn.shared { ready.max(settled) } else { ready }).await;
    let waited = turn.shared || !delay.is_zero() || !tried.is_empty();
    let lost = if waited { turns::pushed_out(issuance, must).await } else { None };
    (lost.map_or(Shown::Stands, Shown::PushedOut), tried)
}

async fn visible(issuance: &Issuance<'_>, must: &[Wanted], turn: &Turn, limit: Duration) -> Result<(), Shown> {
    let visible = tokio::select! {
        visible = issuance.dns.wait_until_visible(must, limit) => visible,
        challenge = turns::interrupted(issuance, must, turn) => return Err(Shown::PushedOut(challenge)),
    };
    match visible {
        Ok(()) => Ok(()),
        Err(error) => Err(turns::overtaken(issuance, must, turn).await.map_or(Shown::Not(error), Shown::PushedOut)),
    }
}

/// Why values are published once more.
#[derive(Clone, Copy, Default)]
pub(super) struct Again {
    /// They did not show.
    late: bool,
    /// Another machine pushed them out.
    lost: bool,
}

/// Gives the moment from which the service wants the values looked at.
async fn present_once(issuance: &mut Issuance<'_>, wanted: &[Wanted], again: Again) -> Result<Timestamp> {
    let parts = std::mem::take(&mut issuance.parts);
    let hands = Hands::of(issuance);
    let hands = &hands;
    let each = parts.into_iter().map(|mut part| async move {
        let presented = hands.present(&mut part, wanted, again).await;
        (part, presented)
    });
    // All of them to the end: a failure must not cut short what another one has under way.
    let done: Vec<(Part, Result<Timestamp>)> = stream::iter(each).buffered(SIDE_BY_SIDE).collect().await;
    let (parts, results): (Vec<Part>, Vec<Result<Timestamp>>) = done.into_iter().unzip();
    issuance.parts = parts;
    let moments = results.into_iter().collect::<Result<Vec<Timestamp>>>()?;
    Ok(moments.into_iter().max().unwrap_or_default())
}

pub(super) struct Hands<'a> {
    pub(super) acme_dns: &'a acmedns::Client,
    dns: &'a Dns,
    reporter: &'a SharedReporter,
    ledger: &'a dyn Ledger,
}

impl<'a> Hands<'a> {
    pub(super) fn of(issuance: &Issuance<'a>) -> Hands<'a> {
        Hands { acme_dns: issuance.acme_dns, dns: issuance.dns, reporter: issuance.reporter, ledger: issuance.ledger }
    }

    /// Brings one registration to show its values of this order.
    pub(super) async fn present(&self, part: &mut Part, wanted: &[Wanted], again: Again) -> Result<Timestamp> {
        let group = wanted.iter().find(|group| group.delegation == part.delegation);
        let values = group.map_or(&[][..], |group| &group.values);
        let slots = self.slots(part, values).await;
        let missing: Vec<&String> = values.iter().filter(|value| !slots.contains(*value)).collect();
        // Where one value was pushed out, its sister is published again too: in turn, both find their place.
        let all = (again.late || again.lost) && !missing.is_empty();
        let to_publish: Vec<&String> = if all { values.iter().collect() } else { missing };
        // A clock that was ahead when the journal was written must not make us wait for it.
        let longest = Timestamp::now().saturating_add(BETWEEN_ORDERS).unwrap_or_default();
        pause_until(free_from(&part.published, to_publish.len()).min(longest)).await;
        let mut ready = Timestamp::UNIX_EPOCH;
        for (number, value) in to_publish.into_iter().enumerate() {
            // Others would use the moment between the two.
            if again.late && !again.lost && number > 0 {
                tokio::time::sleep(SLOT_AGE.unsigned_abs()).await;
            }
            match self.publish(part, value).await {
                Ok(at) => ready = ready.max(at),
                Err(error) => {
                    let attempt = format!("could not publish a value for {}", part.delegation.challenge);
                    return Err(error).doing(attempt);
                }
            }
        }
        Ok(ready)
    }

    /// What shows at the target now, or what should, as far as can be known. A value that is there must not be
    /// published again: acme-dns does not recognise it, and would give it the other slot as well.
    pub(super) async fn slots(&self, part: &Part, values: &[String]) -> BTreeSet<String> {
        if values.is_empty() {
            return BTreeSet::new();
        }
        let journal = || part.published.iter().map(|published| published.value.clone()).collect();
        let seen = self.dns.published_values(&part.delegation.target, !part.published.is_empty()).await;
        seen.unwrap_or_else(journal)
    }

    /// Publishes one value. After a lost answer it may be there or not: looking decides whether to ask again.
    async fn publish(&self, part: &mut Part, value: &str) -> Result<Timestamp, AcmeDnsError> {
        let (challenge, server) = (part.delegation.challenge.clone(), host_of(part.registration.server.as_str()));
        self.reporter.report(Event::Presenting { challenge, server: server.clone() });
        for attempt in 1.. {
            match self.acme_dns.update(&part.registration, value).await {
                Ok(updated) => return Ok(self.published(part, value, &server, updated.propagation_delay)),
                Err(error) if error.may_have_arrived() => {
                    if self.arrives(part, value).await {
                        return Ok(self.published(part, value, &server, Duration::ZERO));
                    }
                    if attempt == ATTEMPTS {
                        return Err(error);
                    }
                }
                Err(error) => return Err(error),
            }
        }
        unreachable!("the attempts have an end")
    }

    fn published(&self, part: &mut Part, value: &str, server: &str, delay: Duration) -> Timestamp {
        let now = Timestamp::now();
        self.note(part, value, now);
        if !delay.is_zero() {
            self.reporter.report(Event::WaitingForService { server: server.to_owned(), time: delay });
        }
        now.saturating_add(delay).unwrap_or(now)
    }

    /// Whether a value shows up although nobody said that it was taken.
    async fn arrives(&self, part: &Part, value: &str) -> bool {
        let look = || async {
            let seen = self.dns.published_values(&part.delegation.target, true).await;
            seen.filter(|values| values.contains(value)).ok_or(())
        };
        let pauses = ConstantBuilder::default().with_delay(ARRIVAL / 10).with_max_times(10);
        look.retry(pauses).await.is_ok()
    }

    /// Keeps the two newest values, as the server does. A journal that cannot be written is no reason to stop.
    pub(super) fn note(&self, part: &mut Part, value: &str, at: Timestamp) {
        part.published.push(Published { value: value.to_owned(), at });
        let surplus = part.published.len().saturating_sub(2);
        part.published.drain(..surplus);
        if let Err(error) = self.ledger.published(part, &part.published) {
            self.reporter.report(Event::Warning { text: error.message() });
        }
    }
}

/// When values may be published: not while the values of the order before can still be in a resolver's cache; and two
/// values only once the newest one is older by a whole second, for acme-dns orders its slots by seconds.
pub(super) fn free_from(published: &[Published], count: usize) -> Timestamp {
    let newest = published.iter().max_by_key(|published| published.at);
    let Some(newest) = newest.filter(|_| count > 0) else { return Timestamp::UNIX_EPOCH };
    let cached = if newest.value == PLACEHOLDER { SignedDuration::ZERO } else { BETWEEN_ORDERS };
    // A whole second, and not just until our next one begins: the server's clock ticks at another moment.
    let told_apart = if count > 1 { SLOT_AGE } else { SignedDuration::ZERO };
    newest.at.saturating_add(cached.max(told_apart)).unwrap_or(newest.at)
}

/// Waits for a moment, if it is still to come.
async fn pause_until(moment: Timestamp) {
    let left = moment.duration_since(Timestamp::now());
    if let Ok(left) = Duration::try_from(left) {
        tokio::time::sleep(left).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(milliseconds: i64, value: &str) -> Published {
        Published { value: value.to_owned(), at: Timestamp::from_millisecond(milliseconds).unwrap() }
    }

    fn free(published: &[Published], count: usize) -> i64 {
        free_from(published, count).as_millisecond()
    }

    #[test]
    fn a_fresh_registration_takes_one_value_at_once_and_two_a_second_later() {
        assert_eq!(free(&[at(1_500, PLACEHOLDER)], 1), 1_500);
        assert_eq!(free(&[at(1_500, PLACEHOLDER)], 2), 2_500);
        assert_eq!(free(&[], 2), 0);
        assert_eq!(free(&[at(1_500, "a")], 0), 0);
    }

    #[test]
    fn two_seconds_lie_between_two_orders_for_one_name() {
        assert_eq!(free(&[at(500, "a"), at(1_500, "b")], 1), 3_500);
        assert_eq!(free(&[at(500, "a"), at(1_500, "b")], 2), 3_500);
    }
}
