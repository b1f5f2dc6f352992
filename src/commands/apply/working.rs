//! Doing what is to be done, certificate by certificate. One failure never stops the others.

use std::time::Duration;

use super::Args;
use super::fault::ApplyFault;
use super::looking::{Job, Registered, follow, look};
use super::planning::{Action, Planned};
use crate::accounts::Wish;
use crate::commands::issue::{Intent, IssueOutcome, healed, hints_text, intend, tell_of_lost_registrations, to_do};
use crate::context::Context;
use crate::enrolment::Enrolled;
use crate::error::{Doing, Error, Result};
use crate::inspection::{NotReady, Sight};
use crate::lineages::Standing;

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
pub(super) async fn work(cx: &Context, args: &Args, planned: Vec<Planned>) -> Result<Vec<Part>> {
    let registered = Registered::all(cx, &planned).await;
    let (mut parts, mut jobs) = begun(cx, planned, registered);
    look(cx, &mut jobs).await?;
    update(cx, args, &mut parts).await;
    let mut jobs = obtain(cx, args, &mut parts, jobs).await;
    if let (Some(limit), false) = (args.wait.given(), jobs.is_empty()) {
        let hints = to_do(jobs.iter().flat_map(|job| &job.sights));
        cx.reporter.show(&format!("Before the rest can be issued:\n\n{}", hints_text(&hints)));
        follow(cx, &mut jobs, limit).await?;
        jobs = obtain(cx, args, &mut parts, jobs).await;
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
async fn update(cx: &Context, args: &Args, parts: &mut Parts) {
    let due = |(_, (planned, _)): &(usize, &mut (Planned, Option<Fate>))| {
        planned.task.as_ref().is_ok_and(|task| matches!(task.action, Action::Update))
    };
    for_each(parts.iter_mut().enumerate().filter(due), async |(_, (planned, fate))| {
        let done = carry_out(cx, args, planned, &[]).await.doing(format!("could not update {}", planned.lineage));
        *fate = Some(done.unwrap_or_else(Fate::Failed));
    })
    .await;
}

/// Gets the certificates whose names stand; gives back the jobs that have to wait.
async fn obtain(cx: &Context, args: &Args, parts: &mut Parts, jobs: Vec<Job>) -> Vec<Job> {
    let (ready, waiting): (Vec<Job>, Vec<Job>) = jobs.into_iter().partition(Job::stands);
    for_each(ready.into_iter(), async |job| {
        let (planned, fate) = &mut parts[job.at];
        let done = carry_out(cx, args, planned, &job.enrolled).await;
        let done = done.doing(format!("could not issue {}", planned.lineage));
        *fate = Some(done.unwrap_or_else(Fate::Failed));
    })
    .await;
    waiting
}

/// One after the other.
async fn for_each<T>(items: impl Iterator<Item = T>, mut work: impl AsyncFnMut(T)) {
    for item in items {
        work(item).await;
    }
}

/// Plans again under the lineage's lock, for another process may have been at it, and does it.
async fn carry_out(cx: &Context, args: &Args, planned: &Planned, enrolled: &[Enrolled]) -> Result<Fate> {
    let (name, desired) = (&planned.lineage, &planned.entry.desired);
    let _lock = cx.store.lock_lineage(name, PATIENCE, &cx.reporter).await?;
    match intend(cx, desired, name, healed(cx, name)?)? {
        Intent::Keep(keeping) if keeping.is_done(cx) => Ok(Fate::Nothing(Box::new(keeping.before))),
        Intent::Keep(keeping) => Ok(Fate::Done(Box::new(keeping.carry_out(cx).await?))),
        Intent::Obtain(_) if enrolled.is_empty() => Err(ApplyFault::Meanwhile { lineage: name.clone() }.into()),
        Intent::Obtain(obtaining) => {
            let wish = Wish::with_flags(cx, args.email.clone(), args.agree_tos);
            obtaining.warn_of_pins(cx).await?;
            Ok(Fate::Done(Box::new(obtaining.carry_out(cx, enrolled, &wish, &wish).await?)))
        }
    }
}
