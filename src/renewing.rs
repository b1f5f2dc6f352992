//! Renewing many lineages in one run: what the CAs suggest, what is due, side by side, with patience for limits.

mod asking;
mod brake;
mod holding_back;
mod looking;
mod one;
mod spreading;

use std::sync::{Arc, Mutex, PoisonError};

use futures_util::{StreamExt, stream};
use jiff::Timestamp;
use tokio::sync::OnceCell;
use url::Url;

use crate::context::Context;
use crate::delegation::Holdings;
use crate::deploying::{Ran, Round};
use crate::error::{Doing, Error, Result};
use crate::event::about;
use crate::hooks::Hooks;
use crate::inspection::{Sight, holdings};
use crate::lineages::{Standing, load, standing};
use crate::obtaining::StandIn;
use crate::renewal::{Decision, Failure, Reason};
use crate::store::Look;

use asking::ask_authorities;
use brake::Brake;
use looking::look_at_delegations;

pub use holding_back::{HeldBack, held_back, note_failure};
pub use looking::{Broken, keep as keep_sights};
pub use spreading::Spread;

/// What is to be renewed, and how.
pub struct Wanted {
    /// Names of lineages that are there.
    pub lineages: Vec<String>,
    /// Whether these are all that there are.
    pub is_of_all: bool,
    /// Although they are not due, or failed a moment ago.
    pub force: bool,
    /// So many side by side.
    pub jobs: usize,
    pub spread: Spread,
    /// Hooks of this run, besides those that are kept.
    pub hooks: Hooks,
}

/// What a run came to.
#[derive(Default)]
pub struct Renewals {
    pub parts: Vec<Part>,
    /// The hooks that were run at the end.
    pub ran: Vec<Ran>,
}

/// What became of a lineage.
pub struct Part {
    pub lineage: String,
    pub result: Result<Fate>,
    /// Names that would not be validated today.
    pub broken: Vec<Broken>,
}

pub enum Fate {
    Renewed(Box<Renewed>),
    NotDue(Standing),
    /// It is due, but failed before, and is left alone for a while.
    Resting(Standing, Box<Failure>),
    /// It is due, but its CA wants to be left alone.
    Postponed(Standing, Postponed),
}

/// A new certificate.
pub struct Renewed {
    pub standing: Standing,
    pub reason: Reason,
    /// Where the CA tells why it suggested it.
    pub explanation: Option<Url>,
    pub stand_in: Option<StandIn>,
}

/// Why nothing was ordered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Postponed {
    /// What the CA said, to another lineage or in another run.
    pub because: String,
    /// `None` when the next run asks again.
    pub until: Option<Timestamp>,
}

/// Renews what is due; one failure never stops the others. The caller holds the lock of the run.
pub async fn renew_all(cx: &Context, wanted: &Wanted) -> Renewals {
    let ready: Vec<Result<Standing>> = wanted.lineages.iter().map(|name| Ok(standing(cx, load(cx, name)?))).collect();
    let ready = ask_authorities(cx, ready, wanted.jobs).await;
    let batch = Batch::new(cx, wanted);
    let each = by_urgency(wanted, ready).into_iter().map(|(name, standing)| batch.part(name, standing));
    let mut parts: Vec<Part> = stream::iter(each).buffer_unordered(wanted.jobs).collect().await;
    parts.sort_by_key(|part| wanted.lineages.iter().position(|name| *name == part.lineage));
    look_at_delegations(&batch, &mut parts).await;
    Renewals { parts, ran: batch.round.finish(cx).await }
}

/// What ends first comes first: a run that is cut short has done what mattered most.
fn by_urgency(wanted: &Wanted, ready: Vec<Result<Standing>>) -> Vec<(String, Result<Standing>)> {
    let mut named: Vec<_> = wanted.lineages.iter().cloned().zip(ready).collect();
    named.sort_by_key(|(_, ready)| ready.as_ref().ok().and_then(|one| Some(one.certificate.as_ref()?.not_after)));
    named
}

/// Whether somebody wants it now, whatever failed a moment ago.
fn is_urged(cx: &Context, force: bool) -> bool {
    force || cx.reporter.is_interactive()
}

/// Waits before a run that has something to order: many machines have the same timer, and not all of them shall be at
/// the CA in the same second. Nobody else is kept waiting meanwhile: this comes before the lock of the run.
pub async fn spread(cx: &Context, wanted: &Wanted) {
    if wanted.force || wanted.spread == Spread::UpTo(std::time::Duration::ZERO) || wanted.lineages.is_empty() {
        return;
    }
    let (now, limits) = (Timestamp::now(), cx.store.limits());
    let ready = wanted.lineages.iter().filter_map(|name| Some(standing(cx, load(cx, name).ok()?)));
    let is_due = |one: &Standing| {
        let rests = one.renewal.failure.as_ref().is_some_and(|failure| failure.waits_until(now).is_some());
        let is_due = matches!(one.decision(now), Decision::Due(_));
        is_due && !rests && !limits.contains_key(&one.lineage.directory)
    };
    let due: Vec<Standing> = ready.filter(is_due).collect();
    spreading::wait(cx, wanted.spread, due.iter(), now).await;
}

/// What the lineages of one run share.
struct Batch<'a> {
    cx: &'a Context,
    force: bool,
    /// Whether it is one of all lineages.
    is_of_all: bool,
    brake: Brake,
    round: Round,
    /// What is registered, read when it is first needed.
    holdings: OnceCell<Arc<Holdings>>,
    /// What was seen so far, kept at the end.
    seen: Mutex<Vec<Sight>>,
}

impl<'a> Batch<'a> {
    fn new(cx: &'a Context, wanted: &Wanted) -> Batch<'a> {
        let (force, is_of_all, round) = (wanted.force, wanted.is_of_all, Round::new(wanted.hooks.clone()));
        Batch {
            cx,
            force,
            is_of_all,
            brake: Brake::new(cx, is_urged(cx, force)),
            round,
            holdings: OnceCell::new(),
            seen: Mutex::default(),
        }
    }

    async fn part(&self, lineage: String, ready: Result<Standing>) -> Part {
        let work = async { one::renew(self, ready?).await };
        let result = about(lineage.clone(), Box::pin(work)).await.doing(format!("could not renew {lineage}"));
        Part { lineage, result, broken: Vec::new() }
    }

    fn saw(&self, sights: Vec<Sight>) {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).extend(sights);
    }

    async fn holdings(&self) -> Result<Arc<Holdings>> {
        let read = || async { Ok::<_, Error>(Arc::new(holdings(self.cx)?)) };
        self.holdings.get_or_try_init(read).await.cloned()
    }
}

/// Whether a look that was kept is still good: well, and of the last day. What was not well is looked at at every run.
fn is_recent(look: &Look, now: Timestamp) -> bool {
    let age = now.duration_since(look.at);
    look.faults.is_empty() && !age.is_negative() && age < looking::DAY
}
