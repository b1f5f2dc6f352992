//! What `check` tells a person: a table of all names, what is fine first; then what was found, the worst last of all,
//! where the eye is when hundreds of lines have gone by.

use std::fmt::Write;

use crate::delegation::{Finding, Severity};
use crate::error::Hint;
use crate::inspection::Sight;
use crate::output::{error_text, plain, table};

use super::CheckOutcome;

/// So many names with the same problem are told one by one, with all that was seen.
const ONE_BY_ONE: usize = 3;

pub(super) fn text(outcome: &CheckOutcome) -> String {
    if outcome.checked.is_empty() && outcome.unregistered.is_empty() && outcome.damaged.is_empty() {
        return "Nothing is registered yet: `certdns register NAME` is the first step.\n".to_owned();
    }
    let mut text = names_text(outcome);
    for group in groups(outcome.findings()) {
        text.push_str(&group_text(&group));
    }
    for error in &outcome.damaged {
        let _ = write!(text, "\n{}", error_text(error));
    }
    text.push_str(&summary(outcome));
    text
}

fn names_text(outcome: &CheckOutcome) -> String {
    let mut sights: Vec<&Sight> = outcome.checked.iter().map(|(_, sight)| sight).collect();
    sights.sort_by_key(|sight| !sight.stands);
    let rows = sights.into_iter().map(row);
    let unregistered = outcome.unregistered.iter().map(|finding| {
        let name = finding.challenge.parent().unwrap_or_else(|| finding.challenge.clone());
        [name.to_string(), finding.code.to_owned(), "-".to_owned(), "-".to_owned()]
    });
    table(["NAME", "DELEGATION", "CAA", "VALUES"], rows.chain(unregistered))
}

fn row(sight: &Sight) -> [String; 4] {
    let name = sight.delegation.challenge.parent().unwrap_or_else(|| sight.delegation.challenge.clone());
    let fault = sight.errors().find(|finding| !finding.code.starts_with("caa-"));
    let values = sight.values().map_or("-".to_owned(), |count| count.to_string());
    [name.to_string(), fault.map_or("ok", |finding| finding.code).to_owned(), restriction(sight), values]
}

/// Who may issue; a name and its wildcard can differ.
fn restriction(sight: &Sight) -> String {
    let mut words: Vec<&str> = sight.caa.iter().map(|one| one.restriction.words()).collect();
    words.dedup();
    if words.is_empty() { "-".to_owned() } else { words.join(", ") }
}

/// Findings of one kind, notes first, errors last.
fn groups<'a>(findings: impl Iterator<Item = &'a Finding>) -> Vec<Vec<&'a Finding>> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    for finding in findings {
        match groups.iter_mut().find(|group| group[0].code == finding.code) {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    groups.sort_by_key(|group| group[0].severity);
    groups
}

fn group_text(group: &[&Finding]) -> String {
    let group = &distinct(group);
    if group.len() <= ONE_BY_ONE {
        return group.iter().map(|finding| finding_text(finding)).collect();
    }
    let mut text = format!("\n{} [{}] for {} names:\n", severity(group[0].severity), group[0].code, group.len());
    for finding in group {
        let _ = writeln!(text, "         {}", plain(&finding.message));
    }
    let mut hints: Vec<Hint> = Vec::new();
    group.iter().flat_map(|finding| &finding.hints).for_each(|hint| hint.merge_into(&mut hints));
    text.push_str(&hints_text(&hints));
    text
}

/// What is wrong with a zone is found with each of its names, and told once.
fn distinct<'a>(group: &[&'a Finding]) -> Vec<&'a Finding> {
    let mut told: Vec<&Finding> = Vec::new();
    for finding in group {
        if !told.iter().any(|known| known.message == finding.message && known.evidence == finding.evidence) {
            told.push(finding);
        }
    }
    told
}

fn finding_text(finding: &Finding) -> String {
    let mut text = format!("\n{}: {} [{}]\n", severity(finding.severity), plain(&finding.message), finding.code);
    for seen in &finding.evidence {
        let _ = writeln!(text, "   seen: {}", plain(&seen.to_string()));
    }
    text.push_str(&hints_text(&finding.hints));
    text
}

fn hints_text(hints: &[Hint]) -> String {
    let mut text = String::new();
    for hint in hints {
        let _ = writeln!(text, "   hint: {}", plain(&hint.text));
        for line in &hint.lines {
            let _ = writeln!(text, "         {}", plain(line));
        }
    }
    text
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// Only where a table does not say it at a glance.
fn summary(outcome: &CheckOutcome) -> String {
    let all = outcome.checked.len() + outcome.unregistered.len();
    let ready = outcome.checked.iter().filter(|(_, sight)| sight.stands).count();
    if all > 1 { format!("\n{ready} of {all} names are ready.\n") } else { String::new() }
}
