//! How far names are on their way, in words and as JSON.

use std::fmt::Write;

use jiff::Timestamp;
use serde_json::{Value, json};

use super::Each;
use crate::commands::registration::shown::server;
use crate::error::{Error, Kind};
use crate::http::host_of;
use crate::output::{Outcome, error_json, error_text, plain, table};
use crate::registrations::moves::{Leads, Progress, Remaining};

pub(in crate::commands) enum MoveOutcome {
    Status(Each),
    Moved(Each),
    Cancelled(Each),
}

impl MoveOutcome {
    fn each(&self) -> &Each {
        let (MoveOutcome::Status(each) | MoveOutcome::Moved(each) | MoveOutcome::Cancelled(each)) = self;
        each
    }

    fn progress(&self) -> impl Iterator<Item = &Progress> {
        self.each().iter().filter_map(|(_, one)| one.as_ref().ok())
    }

    fn errors(&self) -> impl Iterator<Item = &Error> {
        self.each().iter().filter_map(|(_, one)| one.as_ref().err())
    }
}

/// Hosts and ports that a name comes from.
fn from(one: &Progress) -> Vec<String> {
    one.old.iter().map(server).collect()
}

/// The record that a person has to make.
fn record(one: &Progress) -> Option<String> {
    let target = &one.new.as_ref()?.registration.fulldomain;
    Some(format!("{} CNAME {}", one.course.challenge.fqdn(), target.fqdn()))
}

/// As scripts see it.
pub(in crate::commands) fn progress_json(one: &Progress) -> Value {
    let until = if let Remaining::Caches(until) = &one.remaining { Some(until) } else { None };
    json!({
        "name": one.name(),
        "challenge": one.course.challenge,
        "from": from(one),
        "to": host_of(one.course.to.as_str()),
        "begun_at": one.course.begun_at,
        "leads_to": one.leads.word(),
        "remaining": one.remaining.word(),
        "until": until,
        "record": record(one),
    })
}

fn cells(one: &Progress, now: Timestamp) -> [String; 5] {
    let leads = match &one.leads {
        Leads::Elsewhere(target) => plain(target.as_str()),
        other => other.word().to_owned(),
    };
    let (from, to) = (from(one).join(" "), host_of(one.course.to.as_str()));
    [one.name().to_string(), from, to, leads, plain(&one.remaining.text(now))]
}

/// What a name that has arrived is told of.
pub(in crate::commands) fn moved_text(one: &Progress) -> String {
    let to = host_of(one.course.to.as_str());
    match from(one).join(", ") {
        from if from.is_empty() => format!("{}: is at {to} already\n", one.name()),
        from => format!("{}: moved to {to}; its registration at {from} is kept aside\n", one.name()),
    }
}

fn table_text<'a>(each: impl Iterator<Item = &'a Progress>) -> String {
    let now = Timestamp::now();
    let rows: Vec<_> = each.map(|one| cells(one, now)).collect();
    if rows.is_empty() { String::new() } else { table(["NAME", "FROM", "TO", "DNS LEADS TO", "WHAT REMAINS"], rows) }
}

/// The records to change, each on a line of its own.
fn records_text<'a>(each: impl Iterator<Item = &'a Progress>) -> String {
    let to_change = each.filter(|one| one.remaining == Remaining::ChangeRecord).filter_map(record);
    let records: Vec<String> = to_change.map(|record| format!("{record}\n")).collect();
    match records.len() {
        0 => String::new(),
        1 => format!("\nChange the record at your DNS host to this:\n\n{}", records.concat()),
        _ => format!("\nChange the records at your DNS host to these:\n\n{}", records.concat()),
    }
}

impl Outcome for MoveOutcome {
    fn json(&self) -> Value {
        let each = self.each().iter().map(|(name, one)| match one {
            Ok(one) => progress_json(one),
            Err(error) => json!({ "name": name, "error": error_json(error)["error"] }),
        });
        let cancelled = matches!(self, MoveOutcome::Cancelled(_));
        json!({ "moves": each.collect::<Vec<_>>(), "cancelled": cancelled })
    }

    fn text(&self) -> String {
        let is_done = |one: &&Progress| one.remaining == Remaining::Nothing;
        let mut text = match self {
            _ if self.each().is_empty() => "No name is on its way to another server.\n".to_owned(),
            MoveOutcome::Cancelled(_) => self.progress().map(cancelled_text).collect(),
            MoveOutcome::Moved(_) => self.progress().filter(is_done).map(moved_text).collect(),
            MoveOutcome::Status(_) => table_text(self.progress()) + &records_text(self.progress()),
        };
        if matches!(self, MoveOutcome::Moved(_)) {
            let going = || self.progress().filter(|one| !is_done(one));
            text = text + &table_text(going()) + &records_text(going());
            if going().next().is_some() {
                text.push_str("\nCertificates are renewed meanwhile, wherever the CNAMEs lead. This tells how far it is:\n\ncertdns registration move --status\n");
            }
        }
        for error in self.errors() {
            let _ = write!(text, "{}{}", if text.is_empty() { "" } else { "\n" }, error_text(error));
        }
        text
    }

    fn kind(&self) -> Option<Kind> {
        let own = self.progress().filter(|_| !matches!(self, MoveOutcome::Cancelled(_)));
        let remaining = own.filter_map(|one| match one.remaining {
            Remaining::ChangeRecord | Remaining::Register => Some(Kind::ActionNeeded),
            Remaining::Servers(_) | Remaining::Caches(_) | Remaining::Finish => Some(Kind::TryLater),
            Remaining::Nothing => None,
        });
        self.errors().map(Error::kind).chain(remaining).min_by_key(|kind| kind.exit_code())
    }
}

fn cancelled_text(one: &Progress) -> String {
    let (from, to) = (from(one).join(", "), host_of(one.course.to.as_str()));
    format!("{}: stays at {from}; its registration at {to} is kept aside\n", one.name())
}
