//! What `register`, `check` and `issue` share: `--wait`, and the words for what DNS showed.

use std::fmt::Write;
use std::time::Duration;

use jiff::SignedDuration;

use crate::delegation::{Finding, Severity};
use crate::error::Kind;
use crate::output::plain;
use crate::watching::Sight;

/// How long is waited when `--wait` comes without a duration.
pub(super) const DEFAULT_WAIT: &str = "30m";

/// How long a person at a terminal is waited with.
pub(super) const INTERACTIVE_WAIT: Duration = Duration::from_secs(30 * 60);

/// `--wait[=DURATION]`.
#[derive(clap::Args, Debug)]
pub struct WaitArgs {
    /// Watch DNS until every CNAME stands, at most this long
    #[arg(long, value_name = "DURATION", num_args = 0..=1, require_equals = true, default_missing_value = DEFAULT_WAIT, value_parser = duration)]
    wait: Option<Duration>,
}

impl WaitArgs {
    pub(super) fn given(&self) -> Option<Duration> {
        self.wait
    }
}

/// `30m`, `1h 30m`, `90s`.
fn duration(text: &str) -> Result<Duration, String> {
    let wrong = || "write a duration such as `90s`, `10m` or `1h 30m`".to_owned();
    let parsed: SignedDuration = text.parse().map_err(|_| wrong())?;
    Duration::try_from(parsed).map_err(|_| wrong())
}

/// How much is told of each delegation.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// What is found.
    Brief,
    /// What is found, what each server said, and what to do.
    Full,
}

/// A line for each delegation, its findings below.
pub(super) fn sights_text(sights: &[Sight], detail: Detail) -> String {
    sights.iter().map(|sight| sight_text(sight, detail)).collect()
}

fn sight_text(sight: &Sight, detail: Detail) -> String {
    let (mark, word) = match (sight.kind(), detail) {
        (None, _) => ("ok", "delegated"),
        (Some(Kind::TryLater), _) => ("--", "not ready"),
        (Some(_), Detail::Brief) => ("--", "not delegated yet"),
        (Some(_), Detail::Full) => ("--", "not delegated"),
    };
    let mut text = format!("  {mark}  {}: {word}\n", sight.delegation.challenge);
    for finding in &sight.findings {
        match detail {
            Detail::Brief => drop(writeln!(text, "      {}", plain(&finding.message))),
            Detail::Full => text.push_str(&finding_text(finding)),
        }
    }
    text
}

fn finding_text(finding: &Finding) -> String {
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let mut text = format!("      {severity}: {}\n", plain(&finding.message));
    for seen in &finding.evidence {
        let _ = writeln!(text, "       seen: {}", plain(seen));
    }
    for hint in &finding.hints {
        let _ = writeln!(text, "       hint: {}", plain(&hint.text));
        for line in &hint.lines {
            let _ = writeln!(text, "             {}", plain(line));
        }
    }
    text
}
