//! Names that go from one acme-dns server to another. Both registrations are kept, and used, until every name server
//! has led to the new one for as long as resolvers may remember the old.

mod fault;
mod progress;

use jiff::Timestamp;

use super::completing::base;
use super::moving::remove;
use crate::acmedns::Server;
use crate::context::Context;
use crate::dns::Lead;
use crate::enrolment::{Where, enrol_each};
use crate::error::{Doing, Result};
use crate::http::host_of;
use crate::identifier::{DnsName, Identifier};
use crate::store::{Move, Record};

pub use fault::MoveFault;
pub use progress::{Leads, Remaining};

use progress::{judge, seen};

/// How far a name is on its way.
#[derive(Clone, Debug)]
pub struct Progress {
    pub course: Move,
    /// Its registrations at other servers.
    pub old: Vec<Record>,
    /// Its registration at the server that it moves to, once that is made.
    pub new: Option<Record>,
    pub leads: Leads,
    pub remaining: Remaining,
}

impl Progress {
    #[must_use]
    pub fn name(&self) -> DnsName {
        base(&self.course.challenge)
    }
}

/// Sets names on their way: notes it, and registers them at the new server where they are not yet. One failure never
/// stops the others. What is there already is reused, so that a run that was cut short is just run again.
///
/// # Errors
/// When it cannot be read what is under way.
pub async fn begin(cx: &Context, names: &[Identifier], server: &Server) -> Result<Vec<(DnsName, Result<Move>)>> {
    let mut noted: Vec<(DnsName, Result<Move>)> = Vec::new();
    let known = cx.store.moves()?;
    for name in names {
        let challenge = name.challenge_name();
        if !noted.iter().any(|(other, _)| *other == challenge) {
            let course =
                note(cx, &challenge, server, &known).await.doing(format!("could not move {}", base(&challenge)));
            noted.push((challenge, course));
        }
    }
    let is_noted =
        |name: &&Identifier| noted.iter().any(|(known, course)| course.is_ok() && *known == name.challenge_name());
    let going: Vec<Identifier> = names.iter().filter(is_noted).cloned().collect();
    let registered = enrol_each(cx, &going, &Where::At(server.clone()), &[]).await;
    for (challenge, enrolled) in registered {
        let Some((_, course)) = noted.iter_mut().find(|(known, _)| *known == challenge) else { continue };
        if let Err(error) = enrolled {
            *course = Err(error);
        }
    }
    Ok(noted)
}

/// Notes that a name is on its way, before anything is done about it.
async fn note(cx: &Context, challenge: &DnsName, server: &Server, known: &[Move]) -> Result<Move> {
    let name = base(challenge);
    let _lock = cx.store.lock_registration(server.base(), challenge, &cx.reporter).await?;
    if let Some(known) = known.iter().find(|one| one.challenge == *challenge) {
        return match known.to == *server.base() {
            true => Ok(known.clone()),
            false => Err(MoveFault::OtherWay { name, to: host_of(known.to.as_str()) }.into()),
        };
    }
    let there = cx.store.records_of(challenge)?;
    if there.is_empty() {
        return Err(MoveFault::NotRegistered { name }.into());
    }
    let (begun_at, to) = (Timestamp::now(), server.base().clone());
    let course = Move { challenge: challenge.clone(), to, begun_at, arrived_at: None, ttl: 0 };
    if there.iter().any(|one| one.registration.server != course.to) {
        cx.store.save_move(&course)?;
    }
    Ok(course)
}

/// Looks where the names lead now. Changes nothing.
///
/// # Errors
/// When the store cannot be read, or there is no resolver.
pub async fn look(cx: &Context, courses: Vec<Move>) -> Result<Vec<Progress>> {
    let mut known = Vec::new();
    for course in courses {
        let all = cx.store.records_of(&course.challenge)?.into_iter();
        let (new, old): (Vec<Record>, Vec<Record>) = all.partition(|one| one.registration.server == course.to);
        known.push((course, old, new.into_iter().next()));
    }
    let asked: Vec<_> = known
        .iter()
        .map(|(course, old, new)| {
            let targets: Vec<DnsName> = old.iter().chain(new).map(|one| one.registration.fulldomain.clone()).collect();
            (course.challenge.clone(), move |name: &DnsName| targets.contains(name))
        })
        .collect();
    let leads = if asked.is_empty() { Vec::new() } else { cx.dns()?.look().leads(&asked).await };
    let now = Timestamp::now();
    Ok(known.into_iter().zip(leads).map(|((course, old, new), lead)| progress(course, old, new, &lead, now)).collect())
}

fn progress(course: Move, old: Vec<Record>, new: Option<Record>, lead: &Lead, now: Timestamp) -> Progress {
    let target = |one: &Record| one.registration.fulldomain.clone();
    let leads = Leads::of(lead, &old.iter().map(target).collect::<Vec<_>>(), new.as_ref().map(target).as_ref());
    let course = seen(course, &leads, lead, now);
    let remaining = match (&new, old.is_empty()) {
        (_, true) => Remaining::Nothing,
        (None, _) => Remaining::Register,
        _ => judge(&course, &leads, lead, now),
    };
    Progress { course, old, new, leads, remaining }
}

/// Carries on with what is under way: notes what is seen, and sets the old registrations aside of names that have
/// arrived. One failure never stops the others.
///
/// # Errors
/// As [`look`].
pub async fn go_on(cx: &Context, courses: Vec<Move>) -> Result<Vec<(DnsName, Result<Progress>)>> {
    let mut all = Vec::new();
    let before = courses.clone();
    for one in look(cx, courses).await? {
        let (name, is_news) = (one.name(), !before.contains(&one.course));
        let done = step(cx, one, is_news).await.doing(format!("could not carry on with the move of {name}"));
        all.push((name, done));
    }
    Ok(all)
}

async fn step(cx: &Context, mut one: Progress, is_news: bool) -> Result<Progress> {
    match one.remaining {
        Remaining::Finish => {
            finish(cx, &one).await?;
            one.remaining = Remaining::Nothing;
        }
        Remaining::Nothing => cx.store.end_move(&one.course)?,
        _ if is_news => cx.store.save_move(&one.course)?,
        _ => {}
    }
    Ok(one)
}

/// After a crash in between the rest is done by the next run: the note goes last.
async fn finish(cx: &Context, one: &Progress) -> Result<()> {
    let cause = format!("moved to {}: every name server leads there", host_of(one.course.to.as_str()));
    for old in &one.old {
        remove(cx, old, &cause).await?;
    }
    Ok(cx.store.end_move(&one.course)?)
}

/// Gives a move up: the new registration is set aside. Only as long as nobody is led to it.
///
/// # Errors
/// When a name server leads to the new registration, or that cannot be seen; or the state directory cannot be written.
pub async fn cancel(cx: &Context, challenge: &DnsName) -> Result<Progress> {
    let name = base(challenge);
    let course = cx.store.moves()?.into_iter().find(|one| one.challenge == *challenge);
    let course = course.ok_or_else(|| MoveFault::NotMoving { name: name.clone() })?;
    let one = look(cx, vec![course]).await?.remove(0);
    let old = one.old.first().map(|old| format!("{} CNAME {}", challenge.fqdn(), old.registration.fulldomain.fqdn()));
    match (&one.leads, old) {
        _ if one.new.is_none() => {}
        (_, None) => return Err(MoveFault::OldIsGone { name }.into()),
        (Leads::New | Leads::Both, Some(record)) => return Err(MoveFault::Arrived { name, record }.into()),
        (Leads::Unseen, _) => return Err(MoveFault::Unseen { name }.into()),
        (Leads::Old | Leads::Elsewhere(_) | Leads::Nowhere, _) => {}
    }
    if let Some(new) = &one.new {
        remove(cx, new, "the move there was given up").await?;
    }
    cx.store.end_move(&one.course)?;
    Ok(one)
}
