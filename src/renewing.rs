//! Renewing many lineages in one run: what the CAs suggest, what is due, side by side, with patience for limits.

mod asking;
mod brake;
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

pub use looking::{Broken, keep as keep_sights};
pub use spreading::Spread;

/// What is to be renewed, and how.
pub struct Wanted {
    /// Names of lineages that are there.
    pub lineages: Vec<String>,
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
    spread(cx, wanted, &ready).await;
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

/// Many machines have the same timer: not all of them shall be at the CA in the same second.
async fn spread(cx: &Context, wanted: &Wanted, ready: &[Result<Standing>]) {
    let now = Timestamp::now();
    let due = ready.iter().flatten().filter(|one| matches!(one.decision(now), Decision::Due(_)));
    if !wanted.force {
        spreading::wait(cx, wanted.spread, due, now).await;
    }
}

/// What the lineages of one run share.
struct Batch<'a> {
    cx: &'a Context,
    force: bool,
    brake: Brake,
    round: Round,
    /// What is registered, read when it is first needed.
    holdings: OnceCell<Arc<Holdings>>,
    /// What was seen so far, kept at the end.
    seen: Mutex<Vec<Sight>>,
}

impl<'a> Batch<'a> {
    fn new(cx: &'a Context, wanted: &Wanted) -> Batch<'a> {
        let (force, round) = (wanted.force, Round::new(wanted.hooks.clone()));
        Batch { cx, force, brake: Brake::new(cx), round, holdings: OnceCell::new(), seen: Mutex::default() }
    }

    async fn part(&self, lineage: String, ready: Result<Standing>) -> Part {
        let work = async { one::renew(self, ready?).await };
        let result = about(lineage.clone(), Box::pin(work)).await.doing(format!("could not renew {lineage}"));
        let looked = self.round.look(self.cx, &lineage);
        let looked = looked.doing(format!("could not see which hooks are to be run for {lineage}"));
        let result = result.and_then(|fate| looked.map(|()| fate));
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
