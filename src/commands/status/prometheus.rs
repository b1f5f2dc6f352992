//! For Prometheus: a file for node_exporter's textfile collector (text exposition format 0.0.4).

use std::collections::BTreeMap;
use std::fmt::Write;

use jiff::Timestamp;

use super::{Entry, Report};
use crate::health::Severity;
use crate::output::plain;
use crate::store::Look;

pub(super) fn render(report: &Report) -> String {
    let mut text = String::new();
    for (name, help, value) in certificates(report.now) {
        let samples = report.entries.iter().filter_map(|entry| Some((lineage(entry), value(entry)?)));
        family(&mut text, name, help, samples);
    }
    family(&mut text, "certificate_state", "The state that the lineage is in.", states(report));
    let looks = looks(report);
    let stands = looks.iter().map(|(name, look)| (challenge(name), i64::from(!look.is_broken())));
    family(&mut text, "delegation_ok", "Whether nobody must see to the delegation or to CAA.", stands);
    let seen = looks.iter().map(|(name, look)| (challenge(name), look.at.as_second()));
    family(&mut text, "delegation_seen_timestamp_seconds", "When the delegation was looked at.", seen);
    let run = report.run_at.map(|at| (String::new(), at.as_second()));
    family(&mut text, "last_run_timestamp_seconds", "When certdns renew ran.", run.into_iter());
    let now = [(String::new(), report.now.as_second())];
    family(&mut text, "status_timestamp_seconds", "When this was written.", now.into_iter());
    text
}

type Value = Box<dyn Fn(&Entry) -> Option<i64>>;

fn certificates(now: Timestamp) -> [(&'static str, &'static str, Value); 5] {
    [
        (
            "certificate_not_before_timestamp_seconds",
            "From when on the live certificate is valid.",
            Box::new(|entry| Some(entry.lifetime()?.not_before.as_second())),
        ),
        (
            "certificate_not_after_timestamp_seconds",
            "Until when the live certificate is valid.",
            Box::new(|entry| Some(entry.lifetime()?.not_after.as_second())),
        ),
        (
            "certificate_renewal_due_timestamp_seconds",
            "When the certificate is renewed next.",
            Box::new(move |entry| Some(entry.next_try(now)?.as_second())),
        ),
        (
            "certificate_renewal_failures",
            "Renewals that failed since the last that succeeded.",
            Box::new(|entry| {
                entry.standing()?;
                Some(entry.failure().map_or(0, |failure| failure.count.into()))
            }),
        ),
        (
            "certificate_severity",
            "How the lineage fares: 0 ok, 1 warning, 2 critical.",
            Box::new(|entry| {
                Some(match entry.health.severity {
                    Severity::Ok => 0,
                    Severity::Warning => 1,
                    Severity::Critical => 2,
                })
            }),
        ),
    ]
}

fn states(report: &Report) -> impl Iterator<Item = (String, i64)> {
    report.entries.iter().map(|entry| {
        let state = serde_json::to_value(entry.health.state).unwrap_or_default();
        (labels(&[("lineage", &entry.name), ("state", state.as_str().unwrap_or_default())]), 1)
    })
}

/// The last look at each challenge name, once: certificates may share one.
fn looks(report: &Report) -> BTreeMap<&str, &Look> {
    let all = report.entries.iter().flat_map(|entry| &entry.delegations);
    all.filter_map(|(challenge, look)| Some((challenge.as_str(), look.as_ref()?))).collect()
}

fn challenge(name: &str) -> String {
    labels(&[("challenge", name)])
}

fn lineage(entry: &Entry) -> String {
    labels(&[("lineage", &entry.name)])
}

/// Help, type, samples; nothing where there are none. Every metric is a gauge.
fn family(text: &mut String, name: &str, help: &str, samples: impl Iterator<Item = (String, i64)>) {
    let mut samples = samples.peekable();
    if samples.peek().is_none() {
        return;
    }
    let _ = writeln!(text, "# HELP certdns_{name} {help}\n# TYPE certdns_{name} gauge");
    for (labels, value) in samples {
        let _ = writeln!(text, "certdns_{name}{labels} {value}");
    }
}

fn labels(pairs: &[(&str, &str)]) -> String {
    let pair = |(label, value): &(&str, &str)| format!("{label}=\"{}\"", escaped(value));
    format!("{{{}}}", pairs.iter().map(pair).collect::<Vec<_>>().join(","))
}

/// In a label's value, three characters are written with a backslash.
fn escaped(value: &str) -> String {
    plain(value).replace('\\', r"\\").replace('"', "\\\"").replace('\n', r"\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_cannot_break_out_of_its_quotes() {
        assert_eq!(labels(&[("a", "x\" 1\n\\evil")]), "{a=\"x\\\" 1 \\\\evil\"}");
    }

    #[test]
    fn a_metric_without_samples_is_left_out() {
        let mut text = String::new();
        family(&mut text, "x", "X.", std::iter::empty());
        assert_eq!(text, "");
        family(&mut text, "x", "X.", [(String::new(), 7)].into_iter());
        assert_eq!(text, "# HELP certdns_x X.\n# TYPE certdns_x gauge\ncertdns_x 7\n");
    }
}
