//! What failed at the CA a moment ago is left alone, whoever asks for it: `renew` and `apply` alike.

use jiff::Timestamp;

use super::is_urged;
use crate::acme::AcmeError;
use crate::context::Context;
use crate::error::{Error, Explain, Hint, Kind};
use crate::event::Event;
use crate::lineages::Standing;
use crate::renewal::Failure;
use crate::store::{Lineage, StoreError};

/// Why a lineage is left alone.
#[derive(Debug, thiserror::Error)]
pub enum HeldBack {
    #[error("it failed a moment ago, and is left alone until {until}: {said}")]
    Failed { until: Timestamp, said: String, kind: Kind, hints: Vec<Hint>, again: String },
    #[error("its CA wants to be left alone until {until}: {said}")]
    Limited { until: Timestamp, said: String },
}

impl Explain for HeldBack {
    fn kind(&self) -> Kind {
        match self {
            HeldBack::Failed { kind, .. } => *kind,
            HeldBack::Limited { .. } => Kind::TryLater,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        match self {
            HeldBack::Failed { hints, again, .. } => {
                let now = Hint::new("to have it tried at once").line(again);
                hints.iter().cloned().chain([now]).collect()
            }
            HeldBack::Limited { .. } => Vec::new(),
        }
    }
}

/// Whether a lineage is to be left alone. Whoever watches has a reason to try again.
///
/// # Errors
/// [`HeldBack`] when it is.
pub fn held_back(cx: &Context, lineage: &Lineage) -> Result<(), HeldBack> {
    let now = Timestamp::now();
    if is_urged(cx, false) {
        return Ok(());
    }
    if let Some(failure) = cx.store.renewal(&lineage.name).failure
        && let Some(until) = failure.waits_until(now)
    {
        let Failure { message: said, kind, hints, .. } = failure;
        let again = format!("certdns renew --force {}", lineage.name);
        return Err(HeldBack::Failed { until, said, kind, hints, again });
    }
    match cx.store.limits().remove(&lineage.directory) {
        Some(limit) => Err(HeldBack::Limited { until: limit.until, said: limit.because }),
        None => Ok(()),
    }
}

/// Notes a failure: the CA is left alone for a while when it was asked. A certificate that is there all the same (what
/// could not be written are copies of it) is no failure to renew.
pub(super) fn remember(cx: &Context, before: &Standing, error: &Error, asked: bool) {
    let not_after = before.certificate.as_ref().map(|certificate| certificate.not_after);
    note_failure(cx, &before.lineage.name, before.lineage.live, not_after, error, asked);
}

/// The same for who knows but the live generation and its end.
pub fn note_failure(
    cx: &Context,
    name: &str,
    live: Option<u32>,
    not_after: Option<Timestamp>,
    error: &Error,
    asked: bool,
) {
    if cx.store.lineage(name).ok().flatten().and_then(|lineage| lineage.live) != live {
        return;
    }
    let until = error.downcast_ref::<AcmeError>().and_then(AcmeError::until);
    let asked = asked && error.downcast_ref::<StoreError>().is_none();
    let mut renewal = cx.store.renewal(name);
    let failure = Failure::after(renewal.failure.as_ref(), error, asked, until, not_after, Timestamp::now());
    renewal.failure = Some(failure);
    if let Err(error) = cx.store.save_renewal(name, &renewal) {
        cx.report(Event::Warning { text: Error::from(error).message() });
    }
}
