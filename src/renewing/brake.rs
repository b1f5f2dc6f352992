//! A CA whose limits are used up is left alone by the whole run, and by those after it.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::Duration;

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

/// The limits that are known, by the directory URLs of their CAs.
pub(super) struct Brake {
    limits: Mutex<BTreeMap<Url, Limit>>,
    /// CAs that gave no answer in this run, with what was heard instead.
    down: Mutex<BTreeMap<Url, String>>,
    patient_until: Timestamp,
}

impl Brake {
    pub(super) fn new(cx: &Context) -> Brake {
        let now = Timestamp::now();
        let patient_until = now.saturating_add(PATIENCE).unwrap_or(now);
        Brake { limits: Mutex::new(cx.store.limits()), down: Mutex::default(), patient_until }
    }

    /// Waits until the CA may be asked again, or says that it takes too long.
    pub(super) async fn wait(&self, cx: &Context, directory: &Url) -> Option<Postponed> {
        loop {
            if let Some(because) = self.down().get(directory) {
                return Some(Postponed { because: because.clone(), until: None });
            }
            let limit = self.limit(directory)?;
            let now = Timestamp::now();
            let pause = Duration::try_from(limit.until.duration_since(now)).ok().filter(|pause| !pause.is_zero())?;
            if limit.until > self.patient_until {
                return Some(Postponed { because: limit.because, until: Some(limit.until) });
            }
            cx.report(Event::BackingOff { reason: limit.because, pause });
            tokio::time::sleep(pause).await;
        }
    }

    /// Whether a limit that was met does not pass soon enough for this run.
    pub(super) fn is_too_long(&self, directory: &Url) -> bool {
        self.limit(directory).is_some_and(|limit| limit.until > self.patient_until)
    }

    /// A CA that is down is not asked again in this run: each attempt would cost its patience.
    pub(super) fn note_silence(&self, directory: &Url, error: &Error) {
        let said = error.downcast_ref::<AcmeError>();
        if said.is_some_and(|said| said.is_passing() && !said.is_rate_limit()) {
            self.down().insert(directory.clone(), error.root_message());
        }
    }

    /// Whether this error is about the account or the CA, and not about one certificate: then all of them wait.
    pub(super) fn engage(&self, cx: &Context, directory: &Url, names: &[Identifier], error: &Error) -> bool {
        let Some(said) = error.downcast_ref::<AcmeError>().filter(|said| said.limits_more_than(names)) else {
            return false;
        };
        let now = Timestamp::now();
        let until = said.until().unwrap_or_else(|| now.saturating_add(USUAL).unwrap_or(now));
        let because = [vec![error.root_message()], error.causes()].concat();
        let limit = Limit { until, because: because.last().cloned().unwrap_or_default() };
        self.limits().insert(directory.clone(), limit.clone());
        if let Err(error) = cx.store.save_limit(directory, &limit) {
            cx.report(Event::Warning { text: Error::from(error).message() });
        }
        true
    }

    fn limit(&self, directory: &Url) -> Option<Limit> {
        self.limits().get(directory).cloned()
    }

    fn down(&self) -> std::sync::MutexGuard<'_, BTreeMap<Url, String>> {
        self.down.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn limits(&self) -> std::sync::MutexGuard<'_, BTreeMap<Url, Limit>> {
        self.limits.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
