//! `certdns status`: how every lineage fares, worst first, for people and for monitoring.

mod entry;
mod gathering;
mod html;
mod json;
mod looking;
mod nagios;
mod prometheus;
mod text;
mod words;

use std::path::PathBuf;

use clap::ValueEnum;
use jiff::Timestamp;
use serde_json::Value;

use crate::context::Context;
use crate::error::{Error, Kind, Result};
use crate::event::Event;
use crate::health::{Limits, Severity};
use crate::output::Outcome;
use crate::outputs;
use crate::renewal::Before;
use crate::store::Looks;

use entry::Entry;

/// Show how every certificate fares: expiry, next renewal, last result, delegation, CAA; worst first
///
/// Asks nobody: what DNS said is what `certdns renew` saw at its last daily look. By default a warning begins when half of
/// the time between renewal and expiry has gone by (15 days before the end of a certificate of 90 days, 36 hours before
/// that of one of 6 days), and it is critical with a quarter of it left.
#[derive(clap::Args, Debug)]
#[command(after_long_help = AFTER_HELP)]
pub struct Args {
    /// Lineages to show; without any, all of them
    #[arg(value_name = "LINEAGE")]
    lineages: Vec<String>,
    /// Look at delegations and CAA now
    #[arg(long)]
    check: bool,
    /// Warn when so much or less is left: a duration such as 14d, or a part of the lifetime such as 1/6
    /// At most the time between renewal and expiry counts, so that it suits short certificates, too
    /// [env: CERTDNS_WARN]
    #[arg(long, value_name = "DURATION|PART")]
    warn: Option<Before>,
    /// The same for critical, at most half of that time [env: CERTDNS_CRIT]
    #[arg(long, value_name = "DURATION|PART")]
    crit: Option<Before>,
    /// What to write; `--json` is the same as `--format json`
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<Format>,
    /// Write it to this file, atomically and for everybody to read, instead of stdout
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

const AFTER_HELP: &str = "\
Exit codes: 0 all is well; 1 something is critical; 3 a warning, a person must act; 4 a warning, and certdns tries
again by itself. With `--format nagios`: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN (no certificates, or no look at them).

Metrics of `--format prometheus` (certdns_...), for node_exporter's textfile collector:
  certificate_not_before_timestamp_seconds{lineage}, certificate_not_after_timestamp_seconds{lineage}
  certificate_renewal_due_timestamp_seconds{lineage}   when it is renewed next
  certificate_renewal_failures{lineage}                failures in a row
  certificate_severity{lineage}                        0 ok, 1 warning, 2 critical
  certificate_state{lineage,state}                     1 for the state it is in
  delegation_ok{challenge}                             0 when a person must see to the delegation or to CAA
  delegation_seen_timestamp_seconds{challenge}         when it was looked at
  last_run_timestamp_seconds                           in the file that `certdns renew` writes
  status_timestamp_seconds                             when this was written

`certdns renew` writes such files at its end where the configuration file says so:
  [status]
  prometheus-file = \"/var/lib/prometheus/node-exporter/certdns.prom\"   [env: CERTDNS_PROMETHEUS_FILE]
  html-file = \"/var/www/html/certdns.html\"                             [env: CERTDNS_HTML_FILE]
  warn = \"14d\"
  crit = \"7d\"";

/// Who reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table for people
    Text,
    /// One line and an exit code, as Nagios, Icinga and their like run plugins
    Nagios,
    /// Metrics for Prometheus
    Prometheus,
    /// One page that needs nothing else
    Html,
    /// Everything, for scripts
    Json,
}

/// How everything fares at a moment; the worst comes first.
struct Report {
    now: Timestamp,
    entries: Vec<Entry>,
    limits: Limits,
    /// When `renew` ran; known to itself only.
    run_at: Option<Timestamp>,
}

/// What was found, for whoever asked.
pub struct StatusOutcome {
    found: Result<Report>,
    format: Format,
    /// It went to a file; nothing is left to say.
    written: bool,
}

/// Reads, looks where that is wanted, judges, writes.
pub async fn run(cx: &Context, args: Args) -> Result<StatusOutcome> {
    let format = args.format.unwrap_or(if cx.settings.voice.json { Format::Json } else { Format::Text });
    let found = match (reported(cx, &args, format).await, format) {
        // What runs plugins knows no other way to be told.
        (Err(error), Format::Nagios) => Err(error),
        (found, _) => Ok(found?),
    };
    let mut outcome = StatusOutcome { found, format, written: false };
    if let Some(path) = &args.output {
        match outputs::publish(path, outcome.rendered().as_bytes()) {
            Err(error) if format == Format::Nagios => return Ok(StatusOutcome::unknown(error.into())),
            written => written?,
        }
        cx.report(Event::Written { path: path.clone() });
        outcome.written = true;
    }
    Ok(outcome)
}

async fn reported(cx: &Context, args: &Args, format: Format) -> Result<Report> {
    let known = &cx.settings.status.limits;
    let limits = Limits {
        warn: args.warn.clone().or_else(|| known.warn.clone()),
        crit: args.crit.clone().or_else(|| known.crit.clone()),
    };
    let names = gathering::wanted(cx, &args.lineages)?;
    let looks = match args.check {
        true => looking::look(cx, &names).await?,
        false => cx.store.looks(),
    };
    let mut report = report(cx, &names, &looks, limits, None);
    if format == Format::Html {
        gathering::remember(cx, &mut report.entries);
    }
    Ok(report)
}

fn report(cx: &Context, names: &[String], looks: &Looks, limits: Limits, run_at: Option<Timestamp>) -> Report {
    let now = Timestamp::now();
    let mut entries = gathering::gather(cx, names, looks, &limits, now);
    entries.sort_by(Entry::worst_first);
    Report { now, entries, limits, run_at }
}

/// Writes the files that `[status]` names, at the end of a run of `renew`. One that cannot be written is a warning: the
/// renewals are done.
pub fn publish(cx: &Context) {
    let status = &cx.settings.status;
    let files = [(&status.prometheus_file, Format::Prometheus), (&status.html_file, Format::Html)];
    let wanted: Vec<_> = files.iter().filter_map(|(path, format)| Some((path.as_ref()?, *format))).collect();
    if wanted.is_empty() {
        return;
    }
    let warn = |error: Error| cx.report(Event::Warning { text: error.whole() });
    let names = match gathering::wanted(cx, &[]) {
        Ok(names) => names,
        Err(error) => return warn(error),
    };
    let mut report = report(cx, &names, &cx.store.looks(), status.limits.clone(), Some(Timestamp::now()));
    gathering::remember(cx, &mut report.entries);
    // One that cannot be written keeps nobody from the other.
    for (path, format) in wanted {
        if let Err(error) = outputs::publish(path, report.rendered(format).as_bytes()) {
            warn(error.into());
        }
    }
}

impl Report {
    fn rendered(&self, format: Format) -> String {
        match format {
            Format::Text => text::render(self, false),
            Format::Nagios => nagios::render(self),
            Format::Prometheus => prometheus::render(self),
            Format::Html => html::render(self),
            Format::Json => format!("{:#}\n", json::document(self)),
        }
    }

    fn count(&self, severity: Severity) -> usize {
        self.entries.iter().filter(|entry| entry.health.severity == severity).count()
    }

    fn worst(&self) -> Severity {
        self.entries.iter().map(|entry| entry.health.severity).max().unwrap_or_default()
    }
}

impl Args {
    /// Whether what runs plugins reads it, which knows no other way to be told that nothing could be seen.
    #[must_use]
    pub fn is_plugin(&self) -> bool {
        self.format == Some(Format::Nagios)
    }
}

impl StatusOutcome {
    /// For what runs plugins: nothing could be seen.
    #[must_use]
    pub fn unknown(error: Error) -> StatusOutcome {
        StatusOutcome { found: Err(error), format: Format::Nagios, written: false }
    }

    fn rendered(&self) -> String {
        match &self.found {
            Ok(report) => report.rendered(self.format),
            Err(error) => nagios::unknown(error),
        }
    }
}

impl Outcome for StatusOutcome {
    fn json(&self) -> Value {
        match &self.found {
            _ if self.written => Value::Null,
            Ok(report) => json::document(report),
            Err(error) => crate::output::error_json(error),
        }
    }

    fn text(&self) -> String {
        if self.written { String::new() } else { self.rendered() }
    }

    /// People who want quiet are told of what is not well; whoever chose another format gets that.
    fn quiet_text(&self) -> String {
        match &self.found {
            Ok(report) if self.format == Format::Text && !self.written => text::render(report, true),
            _ => self.text(),
        }
    }

    /// The worst of the parts: failed, then action needed, then try later.
    fn kind(&self) -> Option<Kind> {
        match &self.found {
            Ok(report) => {
                report.entries.iter().filter_map(|entry| entry.health.kind).min_by_key(|kind| kind.exit_code())
            }
            Err(error) => Some(Error::kind(error)),
        }
    }

    fn exit_code(&self) -> u8 {
        match self.format {
            Format::Nagios => self.found.as_ref().map_or(nagios::UNKNOWN, nagios::exit_code),
            _ => self.kind().map_or(0, Kind::exit_code),
        }
    }
}
