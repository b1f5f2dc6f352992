//! `certdns registration history`.

use serde_json::{Value, json};

use super::fault::Fault;
use super::shown::{change_cells, name};
use crate::context::Context;
use crate::error::Result;
use crate::identifier::{DnsName, Identifier};
use crate::output::{Outcome, table};
use crate::registrations::base;
use crate::store::{Change, Record};

/// Tell what happened to registrations, when, and why; what is kept aside included
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Of these names only
    #[arg(value_name = "NAME", value_parser = name)]
    names: Vec<Identifier>,
}

pub(super) struct HistoryOutcome {
    /// Oldest first, with the name and the target.
    changes: Vec<(Change, DnsName, DnsName)>,
}

pub(super) fn run(cx: &Context, args: &Args) -> Result<HistoryOutcome> {
    let live = cx.store.records()?.into_iter().collect::<Result<Vec<Record>, _>>()?;
    let aside = cx.store.aside(None)?.into_iter().map(|aside| aside.record);
    let wanted: Vec<DnsName> = args.names.iter().map(Identifier::challenge_name).collect();
    let all: Vec<Record> = live.into_iter().chain(aside).collect();
    if let Some(missing) = wanted.iter().find(|name| !all.iter().any(|record| record.challenge == **name)) {
        return Err(Fault::None { name: base(missing) }.into());
    }
    let mut changes: Vec<(Change, DnsName, DnsName)> = all
        .iter()
        .filter(|record| wanted.is_empty() || wanted.contains(&record.challenge))
        .flat_map(|record| record.story().into_iter().map(|change| line(record, change)))
        .collect();
    changes.sort_by(|a, b| (a.0.at, &a.1, &a.2).cmp(&(b.0.at, &b.1, &b.2)));
    changes.dedup();
    Ok(HistoryOutcome { changes })
}

fn line(record: &Record, change: Change) -> (Change, DnsName, DnsName) {
    (change, base(&record.challenge), record.registration.fulldomain.clone())
}

impl Outcome for HistoryOutcome {
    fn json(&self) -> Value {
        let change = |(change, name, target): &(Change, DnsName, DnsName)| json!({ "at": change.at, "name": name, "target": target, "what": change.what, "cause": change.cause });
        json!({ "changes": self.changes.iter().map(change).collect::<Vec<_>>() })
    }

    fn text(&self) -> String {
        if self.changes.is_empty() {
            return "Nothing is registered yet: `certdns register NAME` is the first step.\n".to_owned();
        }
        let rows = self.changes.iter().map(|(change, name, target)| {
            let [at, what, why] = change_cells(change);
            [at, name.to_string(), what, why, target.to_string()]
        });
        table(["WHEN", "NAME", "WHAT", "WHY", "CNAME TARGET"], rows)
    }
}
