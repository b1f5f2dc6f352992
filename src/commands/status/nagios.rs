//! For monitoring that runs plugins: one line, performance data, an exit code (Monitoring Plugins Development Guidelines).

use jiff::SignedDuration;

use crate::error::Error;
use crate::health::Severity;
use crate::output::{plain, span};

use super::words::told;
use super::{Entry, Report};

/// No look was possible.
pub(super) const UNKNOWN: u8 = 3;
/// A line tells so many lineages; more are counted.
const TOLD: usize = 3;
/// What is said of one; lines are cut by some at 4 KiB.
const LONGEST: usize = 300;

pub(super) fn exit_code(report: &Report) -> u8 {
    match report.worst() {
        // Whoever is watched has certificates: this is another directory than was meant.
        _ if report.entries.is_empty() => UNKNOWN,
        Severity::Ok => 0,
        Severity::Warning => 1,
        Severity::Critical => 2,
    }
}

pub(super) fn render(report: &Report) -> String {
    let word = match exit_code(report) {
        0 => "OK",
        1 => "WARNING",
        2 => "CRITICAL",
        _ => "UNKNOWN",
    };
    format!("CERTDNS {word} - {} | {}\n", clean(&said(report)), measured(report))
}

pub(super) fn unknown(error: &Error) -> String {
    format!("CERTDNS UNKNOWN - {}\n", clean(&told(error)))
}

fn said(report: &Report) -> String {
    let bad: Vec<&Entry> = report.entries.iter().filter(|entry| entry.health.severity > Severity::Ok).collect();
    match (report.entries.len(), bad.len()) {
        (0, _) => "there are no certificates".to_owned(),
        (all, 0) => format!("{all} well{}", first_to_expire(report)),
        (all, few) => format!("{few} of {all} not well: {}", told_of(&bad, report)),
    }
}

fn told_of(bad: &[&Entry], report: &Report) -> String {
    let one = |entry: &&Entry| {
        let text = format!("{}: {}", entry.name, entry.sentence(report.now));
        text.chars().take(LONGEST).collect::<String>()
    };
    let mut told: Vec<String> = bad.iter().take(TOLD).map(one).collect();
    let more = bad.len().saturating_sub(TOLD);
    told.extend((more > 0).then(|| format!("and {more} more")));
    told.join(" -- ")
}

fn first_to_expire(report: &Report) -> String {
    let first = soonest(report).map(|(name, left)| format!(", the first to expire is {name} in {}", span(left)));
    first.unwrap_or_default()
}

/// Who expires first, and in which time.
fn soonest(report: &Report) -> Option<(&str, SignedDuration)> {
    let left = |entry: &Entry| Some(entry.lifetime()?.not_after.duration_since(report.now));
    let all = report.entries.iter().filter_map(|entry| Some((entry.name.as_str(), left(entry)?)));
    all.min_by_key(|(_, left)| *left)
}

fn measured(report: &Report) -> String {
    let [ok, warning, critical] = [Severity::Ok, Severity::Warning, Severity::Critical].map(|one| report.count(one));
    let all = report.entries.len();
    let first = soonest(report).map(|(_, left)| format!(" soonest_expiry={}s", left.as_secs())).unwrap_or_default();
    format!("ok={ok};;;0;{all} warning={warning};0;;0;{all} critical={critical};;0;0;{all}{first}")
}

/// `|` begins the performance data, and a line is all there is.
fn clean(text: &str) -> String {
    plain(text).replace('|', "/")
}
