//! What `register` and `issue` share: `--wait`, and a few words for what DNS showed.

use std::fmt::Write;
use std::time::Duration;

use jiff::SignedDuration;

use crate::error::Kind;
use crate::inspection::Sight;
use crate::output::plain;

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
pub(super) fn duration(text: &str) -> Result<Duration, String> {
    let wrong = || "write a duration such as `90s`, `10m` or `1h 30m`".to_owned();
    let parsed: SignedDuration = text.parse().map_err(|_| wrong())?;
    Duration::try_from(parsed).map_err(|_| wrong())
}

/// A line for each delegation, what was found below it.
pub(super) fn sights_text(sights: &[Sight]) -> String {
    sights.iter().map(sight_text).collect()
}

fn sight_text(sight: &Sight) -> String {
    let (mark, word) = match sight.kind() {
        None => ("ok", "delegated"),
        Some(Kind::TryLater) => ("--", "not ready"),
        Some(_) => ("--", "not delegated yet"),
    };
    let mut text = format!("  {mark}  {}: {word}\n", sight.delegation.challenge);
    for finding in &sight.findings {
        let _ = writeln!(text, "      {}", plain(&finding.message));
    }
    text
}
