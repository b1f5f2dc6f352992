//! Publishes validation values: none that is already there, never a third, and not before the slots are told apart.

use std::collections::BTreeSet;
use std::time::Duration;

use backon::{ConstantBuilder, Retryable};
use futures_util::future::join_all;
use futures_util::{StreamExt, join, stream};
use jiff::{SignedDuration, Timestamp};

use super::crossing::needed;
use super::{Issuance, IssuanceError, Ledger, Part};
use crate::acmedns::{self, AcmeDnsError, PLACEHOLDER, Published};
use crate::delegation::Delegation;
use crate::dns::{Dns, DnsError, Published as Wanted};
use crate::error::{Doing, Result};
use crate::event::{Event, SharedReporter};
use crate::http::host_of;

/// So many registrations are published to side by side.
const SIDE_BY_SIDE: usize = 8;
/// A lost answer is met by looking, and publishing again what is not there; at most this often.
const ATTEMPTS: usize = 2;
/// A value whose fate is unknown is looked for so long: caches keep the old values for a second or two.
const ARRIVAL: Duration = Duration::from_secs(3);
/// How long values are waited for, beyond the time the service asks for, before they are published again.
const ROUNDS: [Duration; 3] = [Duration::from_secs(8), Duration::from_secs(20), Duration::from_secs(300)];
/// A server that no CNAME leads to at the moment is not waited for longer.
const SPARE_PATIENCE: Duration = Duration::from_secs(8);
/// acme-dns orders its two slots by whole seconds.
const SLOT_AGE: SignedDuration = SignedDuration::from_secs(1);
/// acme-dns answers with a TTL of 1 s, so a CA's resolver can show the values of the order before for so long.
const BETWEEN_ORDERS: SignedDuration = SignedDuration::from_secs(2);

/// Publishes what is missing, and returns when every authoritative server shows everything.
///
/// Somebody else who holds the same registration (another machine, a restored backup) can push a value out again. So
/// what does not show up in time is published once more; to publish all values of a name again, in turn, is harmless.
///
/// A name that is on its way between two servers gets its values at both, for CNAMEs are remembered for a while; but
/// only the server that it leads to must take them. Should it be led elsewhere meanwhile, that one must, too.
pub(super) async fn present_all(issuance: &mut Issuance<'_>, wanted: &[Wanted]) -> Result<()> {
    let mut ready = Timestamp::UNIX_EPOCH;
    let mut needed = needed(issuance.dns, wanted).await;
    for (round, limit) in ROUNDS.into_iter().enumerate() {
        let presented = match present_once(issuance, wanted, &needed, round > 0).await {
            Ok(presented) => presented,
            Err(error) => {
                // The one that failed may not be led to any more.
                let before = std::mem::replace(&mut needed, self::needed(issuance.dns, wanted).await);
                if needed == before || round + 1 == ROUNDS.len() {
                    return Err(error);
                }
                continue;
            }
        };
        ready = ready.max(presented.ready);
        let delay = Duration::try_from(ready.duration_since(Timestamp::now())).unwrap_or_default();
        match wait(issuance, wanted, &needed, &presented, limit + delay).await {
            Ok(visible) => {
                needed = self::needed(issuance.dns, wanted).await;
                if needed.is_subset(&visible) {
                    break;
                }
            }
            Err(DnsError::NotVisible { .. }) if round + 1 < ROUNDS.len() => {}
            Err(error) => return Err(error).doing("the validation values are published, but not visible"),
        }
    }
    pause_until(ready).await;
    Ok(())
}

/// What one round of publishing came to.
struct Presented {
    /// The moment from which the services want the values looked at.
    ready: Timestamp,
    /// What was not published where it is not needed.
    without: BTreeSet<Delegation>,
}

async fn present_once(
    issuance: &mut Issuance<'_>,
    wanted: &[Wanted],
    needed: &BTreeSet<Delegation>,
    again: bool,
) -> Result<Presented> {
    let parts = std::mem::take(&mut issuance.parts);
    let hands = Hands::of(issuance);
    let is_spare =
        |part: &Part| wanted.iter().any(|one| one.delegation == part.delegation) && !needed.contains(&part.delegation);
    let each = parts.into_iter().map(|part| {
        let spare = is_spare(&part);
        hands.present_patiently(part, wanted, again, spare)
    });
    // All of them to the end: a failure must not cut short what another one has under way.
    let done: Vec<(Part, Result<Timestamp>)> = stream::iter(each).buffered(SIDE_BY_SIDE).collect().await;
    let mut presented = Presented { ready: Timestamp::UNIX_EPOCH, without: BTreeSet::new() };
    let mut failed = None;
    for (part, result) in done {
        match result {
            Ok(ready) => presented.ready = presented.ready.max(ready),
            Err(error) if is_spare(&part) => {
                issuance.reporter.report(Event::Warning { text: spared(&part, &error.whole()) });
                presented.without.insert(part.delegation.clone());
            }
            Err(error) => failed = failed.or(Some(error)),
        }
        issuance.parts.push(part);
    }
    failed.map_or(Ok(presented), Err)
}

fn spared(part: &Part, why: &str) -> String {
    let Delegation { challenge, target } = &part.delegation;
    format!("{challenge} does not lead to {target} now, so this does not matter: {why}")
}

/// Waits until all that is needed shows; gives what shows, of what is not needed whatever shows soon.
async fn wait(
    issuance: &Issuance<'_>,
    wanted: &[Wanted],
    needed: &BTreeSet<Delegation>,
    presented: &Presented,
    limit: Duration,
) -> Result<BTreeSet<Delegation>, DnsError> {
    let published = wanted.iter().filter(|one| !presented.without.contains(&one.delegation)).cloned();
    let (main, spare): (Vec<Wanted>, Vec<Wanted>) = published.partition(|one| needed.contains(&one.delegation));
    let waits = spare.iter().map(|one| async {
        let seen = issuance.dns.wait_until_visible(std::slice::from_ref(one), limit.min(SPARE_PATIENCE)).await;
        seen.is_ok().then(|| one.delegation.clone())
    });
    let (seen, spare) = join!(issuance.dns.wait_until_visible(&main, limit), join_all(waits));
    seen?;
    Ok(main.into_iter().map(|one| one.delegation).chain(spare.into_iter().flatten()).collect())
}

struct Hands<'a> {
    acme_dns: &'a acmedns::Client,
    dns: &'a Dns,
    reporter: &'a SharedReporter,
    ledger: &'a dyn Ledger,
}

impl<'a> Hands<'a> {
    fn of(issuance: &Issuance<'a>) -> Hands<'a> {
        Hands { acme_dns: issuance.acme_dns, dns: issuance.dns, reporter: issuance.reporter, ledger: issuance.ledger }
    }

    /// A server that no CNAME leads to is not waited for: it may be down, and be left for that.
    async fn present_patiently(
        &self,
        part: Part,
        wanted: &[Wanted],
        again: bool,
        spare: bool,
    ) -> (Part, Result<Timestamp>) {
        if !spare {
            return self.present(part, wanted, again).await;
        }
        let presented = tokio::time::timeout(SPARE_PATIENCE, self.present(part.clone(), wanted, again)).await;
        presented.unwrap_or_else(|_| {
            let server = host_of(part.registration.server.as_str());
            (part, Err(IssuanceError::TooSlow { server }.into()))
        })
    }

    /// Brings one registration to show its values of this order; `again` when they were published and did not show.
    async fn present(&self, mut part: Part, wanted: &[Wanted], again: bool) -> (Part, Result<Timestamp>) {
        let group = wanted.iter().find(|group| group.delegation == part.delegation);
        let values = group.map_or(&[][..], |group| &group.values);
        let slots = self.slots(&part, values).await;
        let missing: Vec<&String> = values.iter().filter(|value| !slots.contains(*value)).collect();
        // Where one value was pushed out, its sister is published again too: in turn, both find their place.
        let to_publish: Vec<&String> = if again && !missing.is_empty() { values.iter().collect() } else { missing };
        // A clock that was ahead when the journal was written must not make us wait for it.
        let longest = Timestamp::now().saturating_add(BETWEEN_ORDERS).unwrap_or_default();
        pause_until(free_from(&part.published, to_publish.len()).min(longest)).await;
        if !to_publish.is_empty() && is_foreign(&part.published, &slots) {
            tokio::time::sleep(BETWEEN_ORDERS.unsigned_abs()).await;
        }
        let mut ready = Timestamp::UNIX_EPOCH;
        for (number, value) in to_publish.into_iter().enumerate() {
            if again && number > 0 {
                tokio::time::sleep(SLOT_AGE.unsigned_abs()).await;
            }
            match self.publish(&mut part, value).await {
                Ok(at) => ready = ready.max(at),
                Err(error) => {
                    let attempt = format!("could not publish a value for {}", part.delegation.challenge);
                    return (part, Err(error).doing(attempt));
                }
            }
        }
        (part, Ok(ready))
    }

    /// What shows at the target now, or what should, as far as can be known. A value that is there must not be
    /// published again: acme-dns does not recognise it, and would give it the other slot as well.
    async fn slots(&self, part: &Part, values: &[String]) -> BTreeSet<String> {
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
    fn note(&self, part: &mut Part, value: &str, at: Timestamp) {
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
fn free_from(published: &[Published], count: usize) -> Timestamp {
    let newest = published.iter().max_by_key(|published| published.at);
    let Some(newest) = newest.filter(|_| count > 0) else { return Timestamp::UNIX_EPOCH };
    let cached = if newest.value == PLACEHOLDER { SignedDuration::ZERO } else { BETWEEN_ORDERS };
    // A whole second, and not just until our next one begins: the server's clock ticks at another moment.
    let told_apart = if count > 1 { SLOT_AGE } else { SignedDuration::ZERO };
    newest.at.saturating_add(cached.max(told_apart)).unwrap_or(newest.at)
}

/// Whether somebody else publishes under this registration: then the journal says nothing about when.
fn is_foreign(published: &[Published], slots: &BTreeSet<String>) -> bool {
    slots.iter().any(|value| value != PLACEHOLDER && !published.iter().any(|known| known.value == *value))
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
