//! What is said of one certificate of the list, and of the records that are missing.

use std::fmt::Write;

use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Value, json};

use super::differences::Difference;
use super::planning::{Action, Planned, Task};
use super::working::{Fate, Part};
use crate::commands::issue::{IssueOutcome, hints_text, to_do};
use crate::delegation::{Delegation, Finding};
use crate::identifier::DnsName;
use crate::inspection::Sight;
use crate::lineages::Standing;
use crate::output::{error_json, error_text, moment, plain};

/// What is planned for it.
pub(super) fn planned_text(one: &Planned) -> String {
    let name = &one.lineage;
    let task = match &one.task {
        Ok(task) => task,
        Err(error) => return format!("{name}: cannot be planned\n{}", error_text(error)),
    };
    let said = match &task.action {
        Action::Issue(_) => "would be issued".to_owned(),
        Action::Reissue(reason) => format!("would be issued anew ({reason})"),
        Action::Update if task.differences.is_empty() => "its files would be written again".to_owned(),
        Action::Update => "would be updated, without a new certificate".to_owned(),
        Action::Nothing(standing) => format!("nothing to do, {}", good_until(standing)),
    };
    let registered = task.unregistered.iter().map(|challenge| format!("  would be registered: {challenge}\n"));
    format!("{name}: {said}\n{}{}", differences_text(&task.differences), registered.collect::<String>())
}

fn differences_text(differences: &[Difference]) -> String {
    let value = |value: &Option<String>| value.as_deref().map_or_else(|| "none".to_owned(), plain);
    let one = |one: &Difference| format!("  {}: {} -> {}\n", one.what, value(&one.from), value(&one.to));
    differences.iter().map(one).collect()
}

/// What became of it.
pub(super) fn part_text(part: &Part) -> String {
    let name = &part.planned.lineage;
    match &part.fate {
        Fate::Nothing(standing) => format!("{name}: nothing to do, {}\n", good_until(standing)),
        Fate::Done(done) => format!("{name}: {}\n", done_text(done)),
        Fate::Waiting(sights, _) => format!("{name}: waits for DNS\n{}", faults_text(sights)),
        Fate::Failed(_) | Fate::Unplanned => {
            format!("{name}: failed\n{}", part.error().map(error_text).unwrap_or_default())
        }
    }
}

fn done_text(done: &IssueOutcome) -> String {
    let because = done.issued_because.map(|reason| match reason {
        crate::renewal::Reason::NotIssued => "new certificate".to_owned(),
        reason => format!("new certificate ({reason})"),
    });
    let from = done.stand_in.as_ref().map(|one| format!(", {}", plain(&one.text()))).unwrap_or_default();
    format!("{}{from}, {}", because.unwrap_or_else(|| "updated".to_owned()), good_until(&done.standing))
}

fn good_until(standing: &Standing) -> String {
    let now = Timestamp::now();
    let until = standing.certificate.as_ref().map(|certificate| moment(certificate.not_after, now));
    let due = standing.due_at().map(|due| moment(due, now));
    format!("good until {}, due {}", until.unwrap_or_default(), due.unwrap_or_default())
}

fn faults_text(sights: &[Sight]) -> String {
    let mut text = String::new();
    for finding in sights.iter().flat_map(Sight::errors) {
        let _ = writeln!(text, "  {}", plain(&finding.sentence()));
    }
    text
}

/// Everything that is to be done at DNS hosts, in one block; each record once, on a line of its own.
pub(super) fn missing_text<'a>(sights: impl Iterator<Item = &'a Sight>, before: &str, then: &str) -> String {
    let hints = to_do(sights);
    if hints.is_empty() {
        return String::new();
    }
    format!("\n{before}:\n\n{}{then}\n", hints_text(&hints))
}

/// A record that is missing or wrong.
#[derive(Serialize)]
struct Missing<'a> {
    record: String,
    challenge: &'a DnsName,
    target: &'a DnsName,
    code: &'static str,
    /// Those that wait for it.
    certificates: Vec<&'a str>,
}

/// The records that are missing or wrong, each once, with the certificates that wait for them.
pub(super) fn records_json<'a>(waiting: impl Iterator<Item = (&'a str, &'a [Sight])>) -> Value {
    let mut records: Vec<Missing<'_>> = Vec::new();
    for (lineage, sight) in waiting.flat_map(|(lineage, sights)| sights.iter().map(move |sight| (lineage, sight))) {
        let Some(record) = record(sight) else { continue };
        if !records.iter().any(|known| known.record == record.record) {
            records.push(record);
        }
        let sharing = records.iter_mut().filter(|known| known.challenge == &sight.delegation.challenge);
        sharing.for_each(|known| known.certificates.push(lineage));
    }
    json!(records)
}

/// The record that somebody is asked to create, if it is that.
fn record(sight: &Sight) -> Option<Missing<'_>> {
    let record = sight.delegation.record();
    let asks = |finding: &&Finding| finding.hints.iter().any(|hint| hint.lines.contains(&record));
    let code = sight.errors().find(asks)?.code;
    let Delegation { challenge, target } = &sight.delegation;
    Some(Missing { record, challenge, target, code, certificates: Vec::new() })
}

/// What is planned for it, for scripts.
pub(super) fn planned_json(one: &Planned) -> Value {
    let mut document = json!({ "name": one.lineage, "names": one.names(), "line": one.entry.line });
    match &one.task {
        Ok(Task { action, differences, unregistered, .. }) => {
            document["action"] = action.word().into();
            document["reason"] = action.reason().map(|reason| reason.to_string()).into();
            document["differences"] = json!(differences);
            document["register"] = json!(unregistered);
        }
        Err(error) => {
            document["action"] = Value::Null;
            document["error"] = error_json(error)["error"].take();
        }
    }
    document
}

/// What became of it, for scripts.
pub(super) fn part_json(part: &Part) -> Value {
    let mut document = planned_json(&part.planned);
    let (result, standing) = match &part.fate {
        Fate::Nothing(standing) => ("none", Some(standing.as_ref())),
        Fate::Done(done) if done.issued_because.is_some() => ("issued", Some(&done.standing)),
        Fate::Done(done) => ("updated", Some(&done.standing)),
        Fate::Waiting(..) => ("waiting", None),
        Fate::Failed(_) | Fate::Unplanned => ("failed", None),
    };
    document["result"] = result.into();
    if let Some(standing) = standing {
        document["lineage"] = standing.json();
    }
    if let Some(error) = part.error() {
        document["error"] = error_json(error)["error"].take();
    }
    if let Fate::Done(done) = &part.fate
        && let Some(stand_in) = &done.stand_in
    {
        document["instead_of"] = stand_in.json();
    }
    document
}
