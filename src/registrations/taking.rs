//! Takes registrations over: all that a file has or nothing, nothing overwritten, each in its place by one rename.

use std::collections::BTreeMap;
use std::path::Path;

use url::Url;

use super::completing::{Completed, base, complete, is_of};
use super::fault::{NothingTaken, TakeFault, shown};
use super::formats::{Client, Entry, Flaw};
use super::judging::{Decision, Keep, Points, decide, points};
use super::looking::Found;
use crate::context::Context;
use crate::dns::Lead;
use crate::error::{Error, Result};
use crate::event::SharedReporter;
use crate::identifier::DnsName;
use crate::store::{Change, Guard, Record, StagedRecord, Store, What};

/// How registrations are taken over.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    pub keep: Option<Keep>,
    /// The zone of the acme-dns server, for files that do not tell targets.
    pub zone: Option<DnsName>,
    /// What is well is taken although something beside it is not.
    pub partial: bool,
    /// A part of it cannot even be asked for.
    pub whole: bool,
    /// Nobody is asked, DNS neither.
    pub offline: bool,
}

/// What became of one registration.
#[derive(Debug)]
pub struct Taken {
    /// The one that is here now.
    pub record: Record,
    pub decision: Decision,
}

/// What became of a file.
#[derive(Debug)]
pub struct Outcome {
    pub taken: Vec<Taken>,
    pub failed: Vec<Error>,
    /// What came from elsewhere than the file, each said once.
    pub said: Vec<String>,
}

/// Where a registration comes from.
#[derive(Clone, Debug)]
pub struct Cause {
    pub what: What,
    pub text: String,
}

/// One registration that is to be taken, and what stands against it.
struct Meeting {
    theirs: Record,
    mine: Vec<Record>,
    decision: Decision,
    points: Points,
}

/// Takes what was found in one file.
///
/// # Errors
/// When something is wrong with one of its registrations, and the rest was not asked for; nothing has changed then.
pub async fn take(cx: &Context, found: &Found, cause: &Cause, wishes: &Wishes) -> Result<Outcome> {
    let (completed, mut failed) = completed(cx, found, wishes).await?;
    let mut said: Vec<String> = completed.iter().flat_map(|one| one.said.iter().cloned()).collect();
    said.sort();
    said.dedup();
    let meetings = met(cx, completed.into_iter().map(|one| one.record).collect(), wishes).await?;
    let (undecided, meetings): (Vec<Meeting>, Vec<Meeting>) =
        meetings.into_iter().partition(|one| one.decision == Decision::Undecided);
    failed.extend(undecided.into_iter().map(Meeting::conflict));
    if !failed.is_empty() && (!wishes.partial || meetings.is_empty()) {
        let others = if wishes.whole { 0 } else { meetings.len() };
        return Err(nothing(&found.path, failed, others));
    }
    said.extend(shared(&meetings));
    let taken = apply(cx, meetings, cause).await?;
    Ok(Outcome { taken, failed, said })
}

/// Names that share one registration, as acme.sh has it: it holds two values at a time, whatever the number of names.
fn shared(meetings: &[Meeting]) -> Vec<String> {
    let mut groups: BTreeMap<(&Url, &str), Vec<String>> = BTreeMap::new();
    for one in meetings {
        let registration = &one.theirs.registration;
        let group = groups.entry((&registration.server, &registration.subdomain)).or_default();
        group.push(base(&one.theirs.challenge).to_string());
    }
    let crowded = groups.into_values().filter(|names| names.len() > 1);
    let text = |names: Vec<String>| {
        format!(
            "{} share one registration, which holds two values at a time: a certificate with more than two of them, wildcards included, cannot be validated; `certdns register` gives each its own",
            names.join(", ")
        )
    };
    crowded.map(text).collect()
}

/// A single failure speaks for itself.
fn nothing(path: &Path, mut failed: Vec<Error>, others: usize) -> Error {
    match (failed.len(), others) {
        (1, 0) => failed.remove(0).doing(format!("nothing was taken from {}", shown(path))),
        _ => NothingTaken::of(path, &failed.iter().collect::<Vec<_>>(), others).into(),
    }
}

/// The entries that have all they need, and what is wrong with the others.
async fn completed(cx: &Context, found: &Found, wishes: &Wishes) -> Result<(Vec<Completed>, Vec<Error>)> {
    let well: Vec<&Entry> = found.entries.iter().flatten().collect();
    let asked = |entry: &&&Entry| entry.fulldomain.is_none() && wishes.zone.is_none() && !wishes.offline;
    let open: Vec<&Entry> = well.iter().filter(asked).copied().collect();
    let leads =
        live(cx, open.iter().map(|entry| (entry.challenge.clone(), |target: &DnsName| is_of(target, entry)))).await?;
    let mut failed: Vec<Error> =
        found.entries.iter().filter_map(|entry| entry.as_ref().err()).map(|flaw| Error::from(flaw.clone())).collect();
    let mut all: Vec<Completed> = Vec::new();
    for entry in well {
        let lead = open.iter().position(|one| one.challenge == entry.challenge).and_then(|at| leads.get(at));
        match complete(cx, found.client, entry, wishes.zone.as_ref(), lead) {
            Ok(one) if all.iter().any(|known| clash(&known.record, &one.record)) => {
                failed.push(Flaw::Twice { of: base(&entry.challenge).to_string() }.into());
            }
            Ok(one) => all.push(one),
            Err(error) => failed.push(error),
        }
    }
    Ok((all, failed))
}

/// Two for one place, which are not one.
fn clash(a: &Record, b: &Record) -> bool {
    let place = |one: &Record| (one.challenge.clone(), one.registration.server.clone());
    place(a) == place(b) && !a.registration.is_same(&b.registration)
}

/// Where names lead; nobody is asked when there are none.
async fn live<F: Fn(&DnsName) -> bool + Sync>(
    cx: &Context,
    asked: impl Iterator<Item = (DnsName, F)>,
) -> Result<Vec<Lead>> {
    let asked: Vec<(DnsName, F)> = asked.collect();
    if asked.is_empty() { Ok(Vec::new()) } else { Ok(cx.dns()?.look().leads(&asked).await) }
}

/// Each beside what is here for its name; DNS is asked where both differ.
async fn met(cx: &Context, records: Vec<Record>, wishes: &Wishes) -> Result<Vec<Meeting>> {
    let mut meetings = Vec::new();
    for theirs in records {
        let mine = cx.store.records_of(&theirs.challenge)?;
        let decision = decide(&mine, &theirs, wishes.keep, &Points::Unknown);
        meetings.push(Meeting { theirs, mine, decision, points: Points::Unknown });
    }
    let differs = |one: &&mut Meeting| one.decision == Decision::Undecided || wishes.keep == Some(Keep::Dns);
    let mut open: Vec<&mut Meeting> = meetings.iter_mut().filter(differs).filter(|one| !one.mine.is_empty()).collect();
    if wishes.offline {
        return Ok(meetings);
    }
    let asked = open.iter().map(|one| {
        let ends: Vec<DnsName> =
            one.mine.iter().chain([&one.theirs]).map(|one| one.registration.fulldomain.clone()).collect();
        (one.theirs.challenge.clone(), move |target: &DnsName| ends.contains(target))
    });
    let leads = live(cx, asked).await?;
    for (one, lead) in open.iter_mut().zip(&leads) {
        one.points = points(Some(lead), &one.mine, &one.theirs);
        one.decision = decide(&one.mine, &one.theirs, wishes.keep, &one.points);
    }
    Ok(meetings)
}

impl Meeting {
    fn conflict(self) -> Error {
        TakeFault::conflict(base(&self.theirs.challenge), &self.mine, &self.theirs, &self.points).into()
    }

    /// What will be in place: where it is here already, that.
    fn winner(&self, cause: &Cause) -> Record {
        let same = self.mine.iter().find(|one| one.registration.is_same(&self.theirs.registration));
        match (&self.decision, same.or(self.mine.first())) {
            (Decision::Same | Decision::Mine, Some(mine)) => mine.clone(),
            (_, Some(mine)) if same.is_some() => mine.clone(),
            _ => self.theirs.clone().with(Change::now(cause.what, cause.text.clone())),
        }
    }
}

/// Everything is on disk, beside its place, before the first is put there.
async fn apply(cx: &Context, meetings: Vec<Meeting>, cause: &Cause) -> Result<Vec<Taken>> {
    cx.store.sweep_staged();
    let (mut taken, mut moves) = (Vec::new(), Vec::new());
    for one in meetings {
        let record = one.winner(cause);
        if matches!(one.decision, Decision::New | Decision::Theirs) {
            moves.push(Move { staged: cx.store.stage_record(record.clone())?, mine: one.mine });
        }
        taken.push(Taken { record, decision: one.decision });
    }
    let (store, reporter, cause) = (cx.store.clone(), cx.reporter.clone(), cause.text.clone());
    // Once begun it is brought to its end, Ctrl-C or not.
    let moving = async move {
        let mut placed = Vec::new();
        for one in moves {
            placed.push(one.make(&store, &cause, &placed, &reporter).await?);
        }
        Ok(())
    };
    cx.precious(moving).await?;
    Ok(taken)
}

/// A registration on its way to its place, and those that give way.
struct Move {
    staged: StagedRecord,
    mine: Vec<Record>,
}

impl Move {
    async fn make(self, store: &Store, cause: &str, placed: &[Record], reporter: &SharedReporter) -> Result<Record> {
        let new = self.staged.record.clone();
        let _locks = locked(store, self.mine.iter().chain([&new]), reporter).await?;
        // What this run has put there already is no surprise, and nothing is overwritten where something went away.
        let mut there = store.records_of(&new.challenge)?;
        there.retain(|one| !placed.contains(one));
        if !there.iter().all(|one| self.mine.contains(one)) {
            return Err(TakeFault::Changed { name: base(&new.challenge) }.into());
        }
        let others = there.iter().filter(|one| !one.registration.is_same(&new.registration));
        for one in others.clone() {
            store.keep_aside(one, &format!("gave way to another, {cause}"))?;
        }
        self.staged.place()?;
        for one in others.filter(|one| one.registration.server != new.registration.server) {
            store.take_out(one)?;
        }
        Ok(new)
    }
}

/// The locks of these registrations, always in the same order: two processes must not wait for each other.
pub(super) async fn locked(
    store: &Store,
    records: impl Iterator<Item = &Record>,
    reporter: &SharedReporter,
) -> Result<Vec<Guard>> {
    let mut places: Vec<_> = records.map(|one| (one.registration.server.clone(), one.challenge.clone())).collect();
    places.sort();
    places.dedup();
    let mut locks = Vec::new();
    for (server, challenge) in places {
        locks.push(store.lock_registration(&server, &challenge, reporter).await?);
    }
    Ok(locks)
}

/// Takes one registration that was given by hand.
///
/// # Errors
/// As [`take`].
pub async fn take_one(cx: &Context, client: Client, entry: Entry, cause: &Cause, wishes: &Wishes) -> Result<Outcome> {
    let found = Found { client, path: Path::new("-").to_owned(), entries: vec![Ok(entry)], exposed: false };
    take(cx, &found, cause, wishes).await
}
