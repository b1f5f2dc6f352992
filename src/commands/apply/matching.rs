//! Which lineage is meant by which entry.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::entries::{Entry, set};
use super::fault::ApplyFault;
use crate::commands::issue::called_after;
use crate::context::Context;
use crate::error::{Error, Result};
use crate::event::Event;
use crate::identifier::Identifier;

/// The lineages on disk, parted by the list.
pub(super) struct Matched {
    /// The lineage of each entry, there or not.
    pub names: Vec<String>,
    /// Those that no entry means. One that cannot be read may be meant: it is not among them.
    pub others: Vec<String>,
}

/// A lineage on disk: its name, and its certificate's names as far as they can be read.
type There = (String, Vec<Identifier>);

/// Reads what there is, and finds the lineage of each entry.
///
/// # Errors
/// When the store cannot be read, or two entries mean one lineage.
pub(super) fn matched(cx: &Context, entries: &[Entry]) -> Result<Matched> {
    let (mut there, mut unreadable): (Vec<There>, Vec<(String, Error)>) = (Vec::new(), Vec::new());
    for name in cx.store.lineage_names()? {
        match cx.store.lineage(&name) {
            Ok(lineage) => there.push((name, lineage.map(|lineage| lineage.identifiers).unwrap_or_default())),
            Err(error) => unreadable.push((name, error.into())),
        }
    }
    let claimed: HashSet<&String> = entries.iter().filter_map(|entry| entry.name.as_ref()).collect();
    let free: HashMap<BTreeSet<&Identifier>, &String> = there
        .iter()
        .rev()
        .filter(|(name, _)| !claimed.contains(name))
        .map(|(name, names)| (set(names), name))
        .collect();
    let names = entries.iter().map(|entry| lineage_of(entry, &free)).collect::<Result<Vec<_>>>()?;
    if let Some((one, other)) = twice(&names) {
        let lines = (entries[one].line, entries[other].line);
        let what = format!("both mean the lineage {}", names[one]);
        return Err(ApplyFault::Same { path: cx.settings.config_file.clone(), lines, what }.into());
    }
    for (_, error) in unreadable.iter().filter(|(name, _)| !names.contains(name)) {
        cx.report(Event::Warning { text: format!("a lineage is left alone: {}", error.whole()) });
    }
    let others = there.iter().map(|(name, _)| name).filter(|name| !names.contains(name)).cloned().collect();
    Ok(Matched { names, others })
}

/// The one of that name; else the one with just these names, of those that no other entry names; else the one that is
/// called after the first name, be it there or not.
fn lineage_of(entry: &Entry, free: &HashMap<BTreeSet<&Identifier>, &String>) -> Result<String> {
    if let Some(name) = &entry.name {
        return Ok(name.clone());
    }
    match free.get(&set(&entry.desired.names)) {
        Some(name) => Ok((*name).clone()),
        None => called_after(&entry.desired.names),
    }
}

fn twice(names: &[String]) -> Option<(usize, usize)> {
    names.iter().enumerate().find_map(|(at, name)| Some((names[..at].iter().position(|before| before == name)?, at)))
}
