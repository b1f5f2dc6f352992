//! A CA whose limits are used up is left alone by the whole run, and by those after it.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};
use url::Url;

use super::Postponed;
use crate::acme::AcmeError;
use crate::context::Context;
use crate::error::Error;
use crate::event::Event;
use crate::identifier::Identifier;
use crate::store::Limit;

/// A run waits so long in all for limits to pass; what takes longer is for a later run.
const PATIENCE: SignedDuration = SignedDuration::from_mins(15);
/// Where the CA does not say how long.
const USUAL: SignedDuration = SignedDuration::from_hours(1);
/// Whatever the CA says, it is asked again after this time: its answer may have been that of a broken proxy.
const LONGEST: SignedDuration = SignedDuration::from_hours(24);

/// The CAs that are to be left alone, by their directory URLs.
pub(super) struct Brake {
    limits: Mutex<BTreeMap<Url, Limit>>,
    /// CAs that gave no answer in this run, with what was heard instead.
    down: Mutex<BTreeMap<Url, String>>,
    patient_until: Timestamp,
}

impl Brake {
    /// With the limits that earlier runs met, unless whoever runs this one will not hear of them.
    pub(super) fn new(cx: &Context, is_forced: bool) -> Brake {
        let known = if is_forced { BTreeMap::new() } else { cx.store.limits() };
        let patient_until = later(Timestamp::now(), PATIENCE);
        Brake { limits: Mutex::new(known), down: Mutex::default(), patient_until }
    }

    /// Waits until the CA may be asked again, or says that it takes too long.
    pub(super) async fn wait(&self, cx: &Context, directory: &Url) -> Option<Postponed> {
        loop {
            let blocked = self.blocked(directory)?;
            let until = blocked.until.filter(|until| *until <= self.patient_until);
            let Some(until) = until else { return Some(blocked) };
            let pause = until.duration_since(Timestamp::now()).clamp(SignedDuration::ZERO, PATIENCE).unsigned_abs();
            cx.report(Event::BackingOff { reason: blocked.because, pause });
            tokio::time::sleep(pause).await;
        }
    }

    /// Why the CA is not to be asked now.
    pub(super) fn blocked(&self, directory: &Url) -> Option<Postponed> {
        if let Some(because) = self.down().get(directory) {
            return Some(Postponed { because: because.clone(), until: None });
        }
        let limit = self.limits().get(directory).cloned()?;
        let until = Some(limit.until).filter(|until| Timestamp::now() < *until)?;
        Some(Postponed { because: limit.because, until: Some(until) })
    }

    /// A CA that is down is not asked again in this run: each attempt would cost its patience.
    pub(super) fn note_silence(&self, directory: &Url, error: &Error) {
        let said = error.downcast_ref::<AcmeError>();
        if said.is_some_and(|said| said.is_passing() && !said.is_rate_limit()) {
            self.note_stood_in(directory, error.root_message());
        }
    }

    /// Nor is one for which another had to stand in.
    pub(super) fn note_stood_in(&self, directory: &Url, because: String) {
        self.down().entry(directory.clone()).or_insert(because);
    }

    /// Whether this error is about the account or the CA, and not about one certificate: then all of them wait.
    pub(super) fn engage(&self, cx: &Context, directory: &Url, names: &[Identifier], error: &Error) -> bool {
        let Some(said) = error.downcast_ref::<AcmeError>().filter(|said| said.limits_more_than(names)) else {
            return false;
        };
        let at = Timestamp::now();
        let until = said.until().unwrap_or(later(at, USUAL)).min(later(at, LONGEST));
        let limit = Limit { at, until, because: said.to_string() };
        let known = self.limits().get(directory).cloned();
        let limit = known.filter(|known| known.until > until).unwrap_or(limit);
        self.limits().insert(directory.clone(), limit.clone());
        if let Err(error) = cx.store.save_limit(directory, &limit) {
            cx.report(Event::Warning { text: Error::from(error).message() });
        }
        true
    }

    fn down(&self) -> MutexGuard<'_, BTreeMap<Url, String>> {
        self.down.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn limits(&self) -> MutexGuard<'_, BTreeMap<Url, Limit>> {
        self.limits.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn later(moment: Timestamp, pause: SignedDuration) -> Timestamp {
    moment.saturating_add(pause).unwrap_or(moment)
}
