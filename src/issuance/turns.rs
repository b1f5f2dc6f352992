//! Taking turns at the two slots of a registration that several machines share. All that they know of each other is
//! what DNS shows: who wants to publish listens first, looks again afterwards, and tells when it is done.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use jiff::Timestamp;

use super::presenting::{BETWEEN_ORDERS, Hands, free_from};
use super::{Issuance, IssuanceError, Part};
use crate::acme::AcmeError;
use crate::acmedns::{Published, RELEASED, is_placeholder};
use crate::dns::Published as Wanted;
use crate::error::{Error, Result};
use crate::event::Event;
use crate::identifier::DnsName;

/// So long the slots must have been as they are: acme-dns orders them by whole seconds.
const TOLD_APART: Duration = Duration::from_millis(1_200);
/// Values of others that stay as they are for so long are left over: no order is under way.
const LEFT_OVER: Duration = Duration::from_secs(10);
/// Everybody waits for a random part of this besides. It doubles with each time that our values were pushed out.
const JITTER: Duration = Duration::from_secs(4);
const MOST_DOUBLINGS: u32 = 3;
/// How often the slots are looked at.
const PAUSE: Duration = Duration::from_millis(500);
/// Nobody waits longer for a turn.
const PATIENCE: Duration = Duration::from_secs(15 * 60);

/// What the slots of a registration tell this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Slots {
    /// They are as it left them.
    Untouched,
    /// Others hold the registration, too, but no order of theirs is under way.
    Free,
    /// They show values of others, which a CA may be about to look at.
    Taken,
}

/// The turn is ours.
pub(super) struct Turn {
    /// Whether others have to be reckoned with.
    pub shared: bool,
    /// What was there of theirs.
    left_over: BTreeSet<String>,
}

/// Waits until nobody else seems to be in the middle of an order. `losses` counts how often values of this order were
/// pushed out.
///
/// # Errors
/// [`IssuanceError::Crowded`] when the others come to no end.
pub(super) async fn wait(issuance: &Issuance<'_>, wanted: &[Wanted], losses: u32) -> Result<Turn, IssuanceError> {
    let begun = Instant::now();
    let (mut since, mut chance, mut before, mut told) = (begun, rand::random(), None, false);
    loop {
        let views = look(issuance, wanted).await;
        let slots = views.iter().map(View::slots).max().unwrap_or(Slots::Untouched);
        let seen: Vec<BTreeSet<String>> = views.iter().map(|view| view.seen.clone()).collect();
        if before.as_ref().is_some_and(|before| *before != seen) {
            (since, chance) = (Instant::now(), rand::random());
        }
        let left = left(slots, losses, chance, since.elapsed()).max(own_pause(&views));
        // Values that are there already ask for no turn.
        if slots == Slots::Untouched || left.is_zero() || views.iter().all(View::is_whole) {
            let left_over = views.iter().flat_map(View::foreign).cloned().collect();
            return Ok(Turn { shared: slots > Slots::Untouched, left_over });
        }
        let taken = views.iter().find(|view| view.slots() == Slots::Taken);
        if let Some(challenge) = taken.map(|view| view.challenge().clone()) {
            if begun.elapsed() > PATIENCE {
                return Err(IssuanceError::Crowded { challenge });
            }
            if !std::mem::replace(&mut told, true) {
                issuance.reporter.report(Event::WaitingForTurn { challenge });
            }
        }
        before = Some(seen);
        tokio::time::sleep(left.min(PAUSE)).await;
    }
}

/// Returns as soon as values of others show that were not there before.
pub(super) async fn interrupted(issuance: &Issuance<'_>, wanted: &[Wanted], turn: &Turn) -> DnsName {
    loop {
        tokio::time::sleep(PAUSE).await;
        if let Some(challenge) = overtaken(issuance, wanted, turn).await {
            return challenge;
        }
    }
}

/// The challenge name where values of others show that were not there before, and ours do not.
pub(super) async fn overtaken(issuance: &Issuance<'_>, wanted: &[Wanted], turn: &Turn) -> Option<DnsName> {
    let views = look(issuance, wanted).await;
    let new = |view: &&View<'_>| !view.is_whole() && view.foreign().any(|value| !turn.left_over.contains(value));
    views.iter().find(new).map(|view| view.challenge().clone())
}

/// The challenge name whose values are not there any more, as others hold its registration, too.
pub(super) async fn pushed_out(issuance: &Issuance<'_>, wanted: &[Wanted]) -> Option<DnsName> {
    let views = look(issuance, wanted).await;
    let lost = views.iter().find(|view| !view.is_whole() && view.slots() > Slots::Untouched);
    lost.map(|view| view.challenge().clone())
}

/// What to say of a proof that the CA did not find.
pub(super) async fn explained(issuance: &Issuance<'_>, wanted: &[Wanted], error: AcmeError) -> Error {
    match pushed_out(issuance, wanted).await {
        Some(challenge) => IssuanceError::PushedOut { challenge, source: Box::new(error) }.into(),
        None => error.into(),
    }
}

/// Tells the others that the CA has looked. Where that does not work they find out by waiting.
pub(super) async fn release(issuance: &mut Issuance<'_>, wanted: &[Wanted]) {
    let parts = std::mem::take(&mut issuance.parts);
    let hands = Hands::of(issuance);
    let each = parts.into_iter().map(|part| async {
        let group = wanted.iter().find(|group| group.delegation == part.delegation);
        let values = group.map_or(&[][..], |group| &group.values);
        release_one(&hands, part, values).await
    });
    issuance.parts = join_all(each).await;
}

async fn release_one(hands: &Hands<'_>, mut part: Part, values: &[String]) -> Part {
    let seen = hands.slots(&part, values).await;
    if values.is_empty() || slots(&part.published, values, &seen) == Slots::Taken {
        return part;
    }
    // One for each slot.
    for _ in 0..2 {
        if hands.acme_dns.update(&part.registration, RELEASED).await.is_err() {
            break;
        }
        hands.note(&mut part, RELEASED, Timestamp::now());
    }
    part
}

/// The longest that anybody waits who sees nothing change.
pub(super) fn longest(losses: u32) -> Duration {
    LEFT_OVER + jitter(losses)
}

fn jitter(losses: u32) -> Duration {
    JITTER * 2_u32.pow(losses.min(MOST_DOUBLINGS))
}

/// How long the slots must stay as they are from now on, after they did so for `quiet`.
fn left(slots: Slots, losses: u32, chance: f64, quiet: Duration) -> Duration {
    let needed = match slots {
        Slots::Untouched => return Duration::ZERO,
        Slots::Free => TOLD_APART,
        Slots::Taken => LEFT_OVER,
    };
    (needed + jitter(losses).mul_f64(chance)).saturating_sub(quiet)
}

/// What our own last order asks for: it is to be over before the last look, and not between that and publishing.
fn own_pause(views: &[View<'_>]) -> Duration {
    let moments = views.iter().map(|view| free_from(&view.part.published, view.values.len()));
    let left = moments.max().unwrap_or_default().duration_since(Timestamp::now());
    // A clock that was ahead when the journal was written must not make us wait for it.
    Duration::try_from(left).unwrap_or_default().min(BETWEEN_ORDERS.unsigned_abs())
}

async fn look<'a>(issuance: &'a Issuance<'_>, wanted: &'a [Wanted]) -> Vec<View<'a>> {
    let hands = Hands::of(issuance);
    let parts = wanted.iter().filter_map(|group| {
        let part = issuance.parts.iter().find(|part| part.delegation == group.delegation)?;
        Some((part, group.values.as_slice()))
    });
    let each = parts.map(|(part, values)| {
        let hands = &hands;
        async move { View { part, values, seen: hands.slots(part, values).await } }
    });
    join_all(each).await
}

/// One registration as DNS shows it.
struct View<'a> {
    part: &'a Part,
    /// Those of this order.
    values: &'a [String],
    seen: BTreeSet<String>,
}

impl View<'_> {
    fn challenge(&self) -> &DnsName {
        &self.part.delegation.challenge
    }

    fn is_whole(&self) -> bool {
        self.values.iter().all(|value| self.seen.contains(value))
    }

    fn foreign(&self) -> impl Iterator<Item = &String> {
        foreign(&self.part.published, self.values, &self.seen)
    }

    fn slots(&self) -> Slots {
        slots(&self.part.published, self.values, &self.seen)
    }
}

/// Values that are neither of this order nor published from here before.
fn foreign<'a>(
    published: &'a [Published],
    values: &'a [String],
    seen: &'a BTreeSet<String>,
) -> impl Iterator<Item = &'a String> {
    let known = |value: &String| values.contains(value) || published.iter().any(|known| known.value == *value);
    seen.iter().filter(move |value| !is_placeholder(value) && !known(value))
}

/// One who has never published here cannot know who else does.
fn slots(published: &[Published], values: &[String], seen: &BTreeSet<String>) -> Slots {
    let released = seen.contains(RELEASED) || published.iter().any(|known| known.value == RELEASED);
    if foreign(published, values, seen).next().is_some() {
        Slots::Taken
    } else if released || published.is_empty() {
        Slots::Free
    } else {
        Slots::Untouched
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acmedns::PLACEHOLDER;

    fn told(journal: &[&str], seen: &[&str]) -> Slots {
        let at = Timestamp::UNIX_EPOCH;
        let published: Vec<_> = journal.iter().map(|value| Published { value: (*value).to_owned(), at }).collect();
        slots(&published, &["mine".to_owned()], &seen.iter().map(|value| (*value).to_owned()).collect())
    }

    #[test]
    fn slots_that_are_as_this_machine_left_them_need_no_waiting() {
        assert_eq!(told(&["a", "b"], &["a", "b"]), Slots::Untouched);
        assert_eq!(told(&["a", "mine"], &["a", "mine"]), Slots::Untouched);
        assert_eq!(told(&[PLACEHOLDER], &[PLACEHOLDER]), Slots::Untouched);
    }

    #[test]
    fn values_of_others_take_the_slots_until_they_are_released() {
        assert_eq!(told(&["a", "b"], &["b", "c"]), Slots::Taken);
        assert_eq!(told(&[], &["c", RELEASED]), Slots::Taken);
        assert_eq!(told(&["a", "b"], &[RELEASED]), Slots::Free);
        assert_eq!(told(&[RELEASED, RELEASED], &["mine", RELEASED]), Slots::Free);
    }

    #[test]
    fn who_never_published_here_reckons_with_others() {
        assert_eq!(told(&[], &[PLACEHOLDER]), Slots::Free);
        assert_eq!(told(&[], &[]), Slots::Free);
    }

    #[test]
    fn who_was_pushed_out_waits_longer_and_never_without_end() {
        let waits = |slots, losses, chance| left(slots, losses, chance, Duration::ZERO).as_millis();
        assert_eq!(waits(Slots::Untouched, 9, 1.0), 0);
        assert_eq!((waits(Slots::Free, 0, 0.0), waits(Slots::Free, 0, 1.0)), (1_200, 5_200));
        assert_eq!((waits(Slots::Taken, 0, 0.5), waits(Slots::Taken, 2, 0.5)), (12_000, 18_000));
        assert_eq!(waits(Slots::Taken, u32::MAX, 1.0), longest(3).as_millis());
        assert_eq!(left(Slots::Free, 0, 0.5, Duration::from_secs(4)), Duration::ZERO);
    }
}
