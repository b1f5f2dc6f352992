//! Doing what is to be done, certificate by certificate. One failure never stops the others.

use std::time::Duration;

use futures_util::{StreamExt, stream};

use super::Args;
use super::fault::ApplyFault;
use super::looking::{Job, Registered, follow, look};
use super::planning::{Action, Planned};
use crate::accounts::Wish;
use crate::commands::hooking::{failure, warn};
use crate::commands::issue::{Intent, IssueOutcome, healed, hints_text, intend, tell_of_lost_registrations, to_do};
use crate::context::Context;
use crate::deploying::{Ran, Round};
use crate::enrolment::Enrolled;
use crate::error::{Doing, Error, Result};
use crate::event::about;
use crate::inspection::{NotReady, Sight};
use crate::lineages::Standing;
use crate::renewing::{held_back, note_failure};

/// A lineage that another process works on must not keep the others waiting.
const PATIENCE: Duration = Duration::from_secs(30);

/// An entry, and what became of it.
pub(super) struct Part {
    pub planned: Planned,
    pub fate: Fate,
}

pub(super) enum Fate {
    Nothing(Box<Standing>),
    Done(Box<IssueOutcome>),
    /// Names of it would not be validated: what was seen of all, and why not.
    Waiting(Vec<Sight>, Error),
    Failed(Error),
    /// It failed before anything was done for it: the error stands in the plan.
    Unplanned,
}

impl Part {
    pub fn error(&self) -> Option<&Error> {
        match &self.fate {
            Fate::Waiting(_, error) | Fate::Failed(error) => Some(error),
            Fate::Unplanned => self.planned.task.as_ref().err(),
            Fate::Nothing(_) | Fate::Done(_) => None,
        }
    }
}

/// Registers everything, looks at everything, then does what can be done; with `--wait`, the rest when it can be done.
/// Deploy hooks are run at the end, each command once.
pub(super) async fn work(cx: &Context, args: &Args, planned: Vec<Planned>) -> Result<(Vec<Part>, Vec<Ran>)> {
    let round = Round::default();
    let worked = work_in(cx, args, planned, &round).await;
    let ran = round.finish(cx).await;
    if worked.is_err() {
        ran.iter().filter_map(failure).for_each(|error| warn(cx, error));
    }
    Ok((worked?, ran))
}

async fn work_in(cx: &Context, args: &Args, planned: Vec<Planned>, round: &Round) -> Result<Vec<Part>> {
    let registered = Registered::all(cx, &planned).await;
    let (mut parts, mut jobs) = begun(cx, planned, registered);
    look(cx, &mut jobs).await?;
    update(cx, args, &mut parts, round).await;
    let mut jobs = obtain(cx, args, &mut parts, jobs, round).await;
    if let (Some(limit), false) = (args.wait.given(), jobs.is_empty()) {
        let hints = to_do(jobs.iter().flat_map(|job| &job.sights));
        cx.reporter.show(&format!("Before the rest can be issued:\n\n{}", hints_text(&hints)));
        follow(cx, &mut jobs, limit).await?;
        jobs = obtain(cx, args, &mut parts, jobs, round).await;
    }
    for job in jobs {
        if let Some(why) = NotReady::from(&job.sights) {
            parts[job.at].1 = Some(Fate::Waiting(job.sights, why.into()));
        }
    }
    Ok(finished(parts))
}

/// What is not known yet of each; `None` until it is.
type Parts = Vec<(Planned, Option<Fate>)>;

fn finished(parts: Parts) -> Vec<Part> {
    let unsaid = |planned: &Planned| Fate::Failed(ApplyFault::Meanwhile { lineage: planned.lineage.clone() }.into());
    let whole = |(planned, fate): (Planned, Option<Fate>)| {
        let fate = fate.unwrap_or_else(|| unsaid(&planned));
        Part { planned, fate }
    };
    parts.into_iter().map(whole).collect()
}

/// What is known before anybody looks: failures, and what is as it shall be.
fn begun(cx: &Context, planned: Vec<Planned>, mut registered: Registered) -> (Parts, Vec<Job>) {
    let (mut parts, mut jobs) = (Vec::new(), Vec::new());
    for (at, mut one) in planned.into_iter().enumerate() {
        let fate = match &mut one.task {
            Ok(task) if task.action.reason().is_some() => match registered.of(&one.entry.desired.names) {
                Ok(enrolled) => {
                    tell_of_lost_registrations(cx, &enrolled, &task.certified);
                    jobs.push(Job { at, asker: task.asker.clone(), enrolled, sights: Vec::new() });
                    None
                }
                Err(error) => Some(Fate::Failed(error.doing(format!("could not issue {}", one.lineage)))),
            },
            Ok(task) => match &task.action {
                Action::Nothing(standing) => Some(Fate::Nothing(standing.clone())),
                _ => None,
            },
            Err(_) => Some(Fate::Unplanned),
        };
        parts.push((one, fate));
    }
    (parts, jobs)
}

/// Brings up to date what needs no new certificate.
async fn update(cx: &Context, args: &Args, parts: &mut Parts, round: &Round) {
    let due = |planned: &Planned| planned.task.as_ref().is_ok_and(|task| matches!(task.action, Action::Update));
    for (planned, fate) in parts.iter_mut().filter(|(planned, _)| due(planned)) {
        let done = carry_out(cx, args, planned, &[], round).await;
        let done = done.doing(format!("could not update {}", planned.lineage));
        *fate = Some(done.unwrap_or_else(Fate::Failed));
    }
}

/// Gets the certificates whose names stand, side by side; gives back the jobs that have to wait.
async fn obtain(cx: &Context, args: &Args, parts: &mut Parts, jobs: Vec<Job>, round: &Round) -> Vec<Job> {
    let (ready, waiting): (Vec<Job>, Vec<Job>) = jobs.into_iter().partition(Job::stands);
    let known = &*parts;
    let each = ready.into_iter().map(|job| async move {
        let planned = &known[job.at].0;
        let work = Box::pin(carry_out(cx, args, planned, &job.enrolled, round));
        let done = about(planned.lineage.clone(), work).await;
        (job.at, done.doing(format!("could not issue {}", planned.lineage)))
    });
    let done: Vec<(usize, Result<Fate>)> = stream::iter(each).buffer_unordered(cx.settings.jobs).collect().await;
    for (at, fate) in done {
        parts[at].1 = Some(fate.unwrap_or_else(Fate::Failed));
    }
    waiting
}

/// Plans again under the lineage's lock, for another process may have been at it, and does it.
async fn carry_out(cx: &Context, args: &Args, planned: &Planned, enrolled: &[Enrolled], round: &Round) -> Result<Fate> {
    let _lock = cx.store.lock_lineage(&planned.lineage, PATIENCE, &cx.reporter).await?;
    let done = bring_about(cx, args, planned, enrolled, round).await;
    let looked = round.look(cx, &planned.lineage);
    done.and_then(|fate| looked.map(|()| fate))
}

async fn bring_about(
    cx: &Context,
    args: &Args,
    planned: &Planned,
    enrolled: &[Enrolled],
    round: &Round,
) -> Result<Fate> {
    let (name, desired) = (&planned.lineage, &planned.entry.desired);
    match intend(cx, desired, name, healed(cx, name)?)? {
        Intent::Keep(keeping) if keeping.is_done(cx) => Ok(Fate::Nothing(Box::new(keeping.before))),
        Intent::Keep(keeping) => Ok(Fate::Done(Box::new(keeping.carry_out(cx)?))),
        Intent::Obtain(_) if enrolled.is_empty() => Err(ApplyFault::Meanwhile { lineage: name.clone() }.into()),
        Intent::Obtain(obtaining) => {
            if obtaining.is_tried_again() {
                held_back(cx, &obtaining.lineage)?;
            }
            let wish = Wish::with_flags(cx, args.email.clone(), args.agree_tos);
            obtaining.warn_of_pins(cx).await?;
            let (before, not_after) = (obtaining.live(), obtaining.not_after(cx));
            let done = obtaining.carry_out(cx, round, enrolled, &wish, &wish).await;
            let done = done.inspect_err(|error| note_failure(cx, name, before, not_after, error, true))?;
            Ok(Fate::Done(Box::new(done)))
        }
    }
}
