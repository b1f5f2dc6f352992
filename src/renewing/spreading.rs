//! The pause before a run that has something to order.

use std::time::Duration;

use jiff::Timestamp;

use crate::context::Context;
use crate::event::Event;
use crate::lineages::Standing;

/// Where nobody says otherwise, and nobody watches.
const USUAL: Duration = Duration::from_secs(60);
/// No pause is longer than this part of what is left of a certificate's life.
const SHARE: u32 = 60;

/// How long a run may wait before it orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// As long as is usual, when nobody watches.
    Usual,
    UpTo(Duration),
}

/// Waits for a random part of it.
pub(super) async fn wait<'a>(cx: &Context, spread: Spread, due: impl Iterator<Item = &'a Standing>, now: Timestamp) {
    let longest = match spread {
        Spread::UpTo(longest) => longest,
        Spread::Usual if cx.reporter.is_interactive() => Duration::ZERO,
        Spread::Usual => USUAL,
    };
    let Some(limit) = due.map(|one| limit(one, now)).min() else { return };
    let pause = longest.min(limit).mul_f64(rand::random::<f64>());
    if pause >= Duration::from_secs(1) {
        cx.report(Event::Spreading { pause });
    }
    tokio::time::sleep(pause).await;
}

/// Nobody shall be without a certificate for the sake of manners.
fn limit(one: &Standing, now: Timestamp) -> Duration {
    let left = one.certificate.as_ref().map(|certificate| certificate.not_after.duration_since(now));
    left.and_then(|left| Duration::try_from(left).ok()).unwrap_or_default() / SHARE
}
