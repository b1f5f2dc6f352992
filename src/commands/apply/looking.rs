//! Registering and looking, for all certificates at once.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use futures_util::future::try_join_all;

use super::fault::ApplyFault;
use super::planning::Planned;
use crate::context::Context;
use crate::enrolment::{Enrolled, Where, enrol_each, enrolled};
use crate::error::Result;
use crate::identifier::{DnsName, Identifier};
use crate::inspection::{Inspector, Sight};
use crate::permission::Asker;
use crate::watching::watch;

/// A certificate that is to be had.
pub(super) struct Job {
    /// Which of the list.
    pub at: usize,
    pub asker: Asker,
    pub enrolled: Vec<Enrolled>,
    pub sights: Vec<Sight>,
}

impl Job {
    pub fn stands(&self) -> bool {
        self.sights.iter().all(|sight| sight.stands)
    }
}

/// What has been registered for all of them.
pub(super) struct Registered(HashMap<DnsName, Result<Enrolled>>);

impl Registered {
    /// Registers all names in one pass; what is registered is reused.
    pub async fn all(cx: &Context, planned: &[Planned]) -> Registered {
        let wanted = planned.iter().filter(|one| one.to_obtain().is_some());
        let names: Vec<Identifier> = wanted.flat_map(|one| one.names().iter().cloned()).collect();
        Registered(enrol_each(cx, &names, &Where::WhereverItIs, &[]).await.into_iter().collect())
    }

    /// The registrations of one certificate. Of several that need the same name, the first one tells what went wrong.
    pub fn of(&mut self, names: &[Identifier]) -> Result<Vec<Enrolled>> {
        let mut all: Vec<Enrolled> = Vec::new();
        for name in names {
            let challenge = name.challenge_name();
            match all.iter_mut().find(|known| known.challenge == challenge) {
                Some(known) => known.names.push(name.clone()),
                None => all.push(Enrolled { names: vec![name.clone()], ..self.one(&challenge)? }),
            }
        }
        Ok(all)
    }

    fn one(&mut self, challenge: &DnsName) -> Result<Enrolled> {
        let unknown = || Err(ApplyFault::NotRegistered { challenge: challenge.clone() }.into());
        match self.0.get_mut(challenge) {
            Some(Ok(one)) => Ok(one.clone()),
            Some(failed) => std::mem::replace(failed, unknown()),
            None => unknown(),
        }
    }
}

/// Looks at the names of all jobs side by side, each with the eyes of who orders.
pub(super) async fn look(cx: &Context, jobs: &mut [Job]) -> Result<()> {
    let seen = try_join_all(groups(jobs).into_iter().map(async |(asker, group)| {
        let mut inspector = Inspector::remembered(cx, &asker.0, asker.1.as_ref())?;
        let subjects = subjects(jobs, &group);
        Ok::<_, crate::error::Error>((group, inspector.look_before_ordering(cx, &subjects).await))
    }));
    let seen = seen.await?;
    hand_out(jobs, seen);
    Ok(())
}

/// The same again and again, until all stand or the time is over.
pub(super) async fn follow(cx: &Context, jobs: &mut [Job], limit: Duration) -> Result<()> {
    let seen = try_join_all(groups(jobs).into_iter().map(async |(asker, group)| {
        let inspector = Inspector::remembered(cx, &asker.0, asker.1.as_ref())?;
        let subjects = subjects(jobs, &group);
        Ok::<_, crate::error::Error>((group, watch(&inspector, &subjects, Some(limit), &cx.reporter).await))
    }));
    let seen = seen.await?;
    hand_out(jobs, seen);
    Ok(())
}

/// The jobs of everybody who orders, by their places.
fn groups(jobs: &[Job]) -> BTreeMap<Asker, Vec<usize>> {
    let mut groups: BTreeMap<Asker, Vec<usize>> = BTreeMap::new();
    for (place, job) in jobs.iter().enumerate() {
        groups.entry(job.asker.clone()).or_default().push(place);
    }
    groups
}

fn subjects(jobs: &[Job], group: &[usize]) -> Vec<Enrolled> {
    group.iter().flat_map(|place| jobs[*place].enrolled.iter().cloned()).collect()
}

fn hand_out(jobs: &mut [Job], seen: Vec<(Vec<usize>, Vec<Sight>)>) {
    for (group, sights) in seen {
        let mut sights = sights.into_iter();
        for place in group {
            let count = jobs[place].enrolled.len();
            jobs[place].sights = sights.by_ref().take(count).collect();
        }
    }
}

/// What DNS shows of the names that are registered already and whose certificates are to be had; nobody else is asked.
pub(super) async fn glanced(cx: &Context, planned: &[Planned]) -> Result<Vec<(usize, Vec<Sight>)>> {
    let mut jobs = Vec::new();
    for (at, one) in planned.iter().enumerate() {
        let Some(task) = one.to_obtain() else { continue };
        let enrolled = enrolled(cx, one.names()).await?.into_iter().filter_map(|(_, one)| one).collect();
        jobs.push(Job { at, asker: task.asker.clone(), enrolled, sights: Vec::new() });
    }
    for (asker, group) in groups(&jobs) {
        let inspector = Inspector::remembered(cx, &asker.0, asker.1.as_ref())?;
        let sights = inspector.look(&subjects(&jobs, &group)).await;
        hand_out(&mut jobs, vec![(group, sights)]);
    }
    Ok(jobs.into_iter().map(|job| (job.at, job.sights)).collect())
}
