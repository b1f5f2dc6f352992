//! For people: a table, worst first, then what to do about what is not well.

use std::fmt::Write;

use jiff::Timestamp;

use crate::health::Severity;
use crate::output::{moment, plain, table};

use super::words::{severity, state};
use super::{Entry, Report};

/// A cell holds so many names.
const NAMES: usize = 3;

/// All of it, or only what is not well.
pub(super) fn render(report: &Report, quiet: bool) -> String {
    let shown = |entry: &&Entry| !quiet || entry.health.severity > Severity::Ok;
    let rows: Vec<_> = report.entries.iter().filter(shown).map(|entry| row(entry, report.now)).collect();
    if report.entries.is_empty() && !quiet {
        return "No certificates yet: `certdns issue -d NAME` gets the first one.\n".to_owned();
    }
    if rows.is_empty() {
        return String::new();
    }
    let mut text = table(["STATE", "LINEAGE", "NAMES", "EXPIRES", "RENEWAL", "DELEGATION", "CAA", "LAST RESULT"], rows);
    for entry in report.entries.iter().filter(|entry| entry.health.severity > Severity::Ok) {
        text.push_str(&trouble(entry, report.now));
    }
    text.push_str(&summary(report));
    text
}

fn row(entry: &Entry, now: Timestamp) -> [String; 8] {
    let expires = entry.lifetime().map(|lifetime| moment(lifetime.not_after, now));
    let cells = [
        state(entry.health.state).to_owned(),
        entry.name.clone(),
        few(&entry.names()),
        expires.unwrap_or_else(|| "-".to_owned()),
        entry.renewal(now),
        entry.delegation(),
        entry.caa(),
        entry.last(),
    ];
    cells.map(|cell| plain(&cell))
}

fn few(names: &[String]) -> String {
    if names.is_empty() {
        return "-".to_owned();
    }
    let more = names.len().saturating_sub(NAMES);
    let shown = names[..names.len() - more].join(" ");
    if more == 0 { shown } else { format!("{shown} and {more} more") }
}

fn trouble(entry: &Entry, now: Timestamp) -> String {
    let word = severity(entry.health.severity);
    let mut text = format!("\n{word}: {}: {}\n", plain(&entry.name), plain(&entry.sentence(now)));
    for hint in entry.hints() {
        let _ = writeln!(text, "   hint: {}", plain(&hint.text));
        for line in &hint.lines {
            let _ = writeln!(text, "         {}", plain(line));
        }
    }
    text
}

fn summary(report: &Report) -> String {
    let (all, critical) = (report.entries.len(), report.count(Severity::Critical));
    let warning = report.count(Severity::Warning);
    if critical + warning == 0 || all == 1 {
        return String::new();
    }
    format!("\n{all} certificates: {critical} critical, {warning} to look at.\n")
}
