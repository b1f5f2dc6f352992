//! What is to be done for each entry, seen on disk alone.

use std::sync::Arc;

use super::differences::{Difference, differences};
use super::entries::Entry;
use super::matching::Matched;
use crate::commands::issue::{Intent, intend};
use crate::context::Context;
use crate::enrolment::unregistered;
use crate::error::{Doing, Result};
use crate::identifier::{DnsName, Identifier};
use crate::lineages::Standing;
use crate::permission::Asker;
use crate::renewal::Reason;

/// An entry, its lineage, and what is to be done.
pub(super) struct Planned {
    pub entry: Entry,
    pub lineage: String,
    pub task: Result<Task>,
}

/// What is to be done, and why.
pub(super) struct Task {
    pub action: Action,
    pub differences: Vec<Difference>,
    /// Who orders: the CA, and the account that the lineage remembers.
    pub asker: Asker,
    /// The names that have a certificate already.
    pub certified: Vec<Identifier>,
    /// Challenge names that are not registered yet, where a certificate is to be had.
    pub unregistered: Vec<DnsName>,
}

pub(super) enum Action {
    /// The first certificate.
    Issue(Reason),
    /// A new one instead of the one there is.
    Reissue(Reason),
    /// Files, or how the next certificates are made.
    Update,
    Nothing(Box<Standing>),
}

impl Action {
    /// The word for scripts.
    pub fn word(&self) -> &'static str {
        match self {
            Action::Issue(_) => "issue",
            Action::Reissue(_) => "reissue",
            Action::Update => "update",
            Action::Nothing(_) => "none",
        }
    }

    pub fn reason(&self) -> Option<Reason> {
        match self {
            Action::Issue(reason) | Action::Reissue(reason) => Some(*reason),
            Action::Update | Action::Nothing(_) => None,
        }
    }
}

impl Planned {
    /// What is to be done where a certificate is to be had.
    pub fn to_obtain(&self) -> Option<&Task> {
        self.task.as_ref().ok().filter(|task| task.action.reason().is_some())
    }

    pub fn names(&self) -> &[Identifier] {
        &self.entry.desired.names
    }
}

/// What is to be done for all of them; nothing is asked of anybody.
pub(super) fn planned(cx: &Context, entries: Vec<Entry>, matched: &Matched, prune: bool) -> Vec<Planned> {
    // Copies may go from one lineage to another, where both are made to be as the list says, or one of them goes.
    let rivals = Arc::new(if prune { Vec::new() } else { matched.others.clone() });
    let each = entries.into_iter().zip(&matched.names);
    let plan = |(mut entry, name): (Entry, &String)| {
        entry.desired.outputs.rivals = Some(Arc::clone(&rivals));
        let task = task(cx, &entry, name).doing(format!("could not plan {name}"));
        Planned { entry, lineage: name.clone(), task }
    };
    each.map(plan).collect()
}

fn task(cx: &Context, entry: &Entry, name: &str) -> Result<Task> {
    match intend(cx, &entry.desired, name, cx.store.lineage(name)?)? {
        Intent::Keep(keeping) => {
            let (differences, is_done) = (differences(&keeping.before.lineage, &keeping.lineage), keeping.is_done(cx));
            let asker = (keeping.lineage.directory.clone(), keeping.lineage.account.clone());
            let action = if is_done { Action::Nothing(Box::new(keeping.before)) } else { Action::Update };
            Ok(Task { action, differences, asker, certified: Vec::new(), unregistered: Vec::new() })
        }
        Intent::Obtain(obtaining) => {
            let (wanted, reason) = (&obtaining.lineage, obtaining.reason);
            let live = obtaining.before.as_ref().filter(|before| before.live.is_some());
            let differences = live.map(|before| differences(before, wanted)).unwrap_or_default();
            let action = if live.is_some() { Action::Reissue(reason) } else { Action::Issue(reason) };
            Ok(Task {
                action,
                differences,
                asker: (wanted.directory.clone(), wanted.account.clone()),
                certified: obtaining.certified().to_vec(),
                unregistered: unregistered(cx, &wanted.identifiers)?,
            })
        }
    }
}

/// Whether there is a server to register at, where that is needed: what is wrong with the settings is told once, and
/// before anything is done.
pub(super) fn can_register(cx: &Context, planned: &[Planned]) -> Result<()> {
    match planned.iter().filter_map(Planned::to_obtain).any(|task| !task.unregistered.is_empty()) {
        true => Ok(cx.settings.acme_dns().map(drop)?),
        false => Ok(()),
    }
}
