//! `certdns log`: what runs told.

mod fault;

use std::fmt::Write;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::context::Context;
use crate::error::Result;
use crate::event::Level;
use crate::output::{Outcome, plain, span, table};
use crate::store::{Line, Ran, Shortened};

use fault::LogFault;

/// List the runs that are remembered, or show what one of them told
///
/// What changes something or asks others keeps a log in the state directory: every step and, whatever `-v` says, every
/// HTTP exchange. Never a secret. Logs go after 90 days, or beyond 50 MB in all (`[log]` in the configuration file).
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The run: its id, the start of it, or `last`; without one, the runs are listed
    #[arg(value_name = "RUN")]
    run: Option<String>,
    /// So many runs are listed
    #[arg(long, value_name = "N", default_value_t = 20, conflicts_with = "run")]
    last: usize,
    /// Only what is about this lineage
    #[arg(long, value_name = "LINEAGE")]
    lineage: Option<String>,
}

/// Runs, or one run with its lines.
pub enum LogOutcome {
    Runs(Vec<Ran>),
    One(Box<Ran>, Vec<Line>),
}

/// Reads logs, and nothing else.
pub fn run(cx: &Context, args: &Args) -> Result<LogOutcome> {
    let Some(start) = &args.run else { return listed(cx, args).map(LogOutcome::Runs) };
    match cx.store.find_run(start)? {
        Shortened::One(ran) => {
            let lines = cx.store.told_in(&ran.run.id)?.into_iter();
            let lines = lines.filter(|line| args.lineage.is_none() || line.lineage == args.lineage);
            Ok(LogOutcome::One(ran, lines.collect()))
        }
        Shortened::None => Err(LogFault::NoRun { start: start.clone() }.into()),
        Shortened::Several(count) => Err(LogFault::Several { start: start.clone(), count }.into()),
    }
}

fn listed(cx: &Context, args: &Args) -> Result<Vec<Ran>> {
    let mut runs = Vec::new();
    for ran in cx.store.runs()? {
        if runs.len() == args.last {
            break;
        }
        if args.lineage.is_none() || is_about(cx, &ran, args)? {
            runs.push(ran);
        }
    }
    Ok(runs)
}

fn is_about(cx: &Context, ran: &Ran, args: &Args) -> Result<bool> {
    Ok(ran.log && cx.store.told_in(&ran.run.id)?.iter().any(|line| line.lineage == args.lineage))
}

impl Outcome for LogOutcome {
    fn json(&self) -> Value {
        match self {
            LogOutcome::Runs(runs) => json!({ "runs": runs }),
            LogOutcome::One(ran, lines) => json!({ "run": ran, "lines": lines }),
        }
    }

    fn text(&self) -> String {
        match self {
            LogOutcome::Runs(runs) if runs.is_empty() => "No runs are remembered.\n".to_owned(),
            LogOutcome::Runs(runs) => {
                let rows = runs.iter().map(row);
                table(["RUN", "WHEN", "COMMAND", "HOW IT ENDED", "TOOK"], rows)
            }
            LogOutcome::One(ran, lines) => one(ran, lines),
        }
    }
}

fn row(ran: &Ran) -> [String; 5] {
    let took = ran.ended.as_ref().map(|ended| length(ended.took_ms)).unwrap_or_default();
    [ran.run.id.clone(), when(ran.run.began), plain(&ran.run.command), end(ran), took]
}

/// `done, 2 renewed`, `exit code 1, 1 renewed, 1 failed`.
fn end(ran: &Ran) -> String {
    let Some(ended) = &ran.ended else { return "no end yet, or cut off".to_owned() };
    let mut text = match ended.exit_code {
        0 => "done".to_owned(),
        code => format!("exit code {code}"),
    };
    for (count, word) in [(ended.renewed, "renewed"), (ended.failed, "failed")] {
        if count > 0 {
            let _ = write!(text, ", {count} {word}");
        }
    }
    text
}

fn one(ran: &Ran, lines: &[Line]) -> String {
    if !ran.log {
        let (when, took) = (when(ran.run.began), ran.ended.as_ref().map_or(0, |ended| ended.took_ms));
        return format!(
            "{when}  {}: {}, after {}; there is no more to tell\n",
            plain(&ran.run.command),
            end(ran),
            length(took)
        );
    }
    lines.iter().map(line).collect()
}

fn line(line: &Line) -> String {
    let about = line.lineage.as_ref().map(|lineage| format!("[{lineage}] ")).unwrap_or_default();
    let mark = if line.level == Level::Error { "error: " } else { "" };
    format!("{}  {}\n", when(line.ts), plain(&format!("{about}{mark}{}", line.text)))
}

fn when(moment: Timestamp) -> String {
    moment.to_zoned_datetime(TimeZone::system()).strftime("%Y-%m-%d %H:%M:%S").to_string()
}

/// Of so many milliseconds.
fn length(took: u64) -> String {
    match took {
        0..1000 => format!("{took} ms"),
        _ => span(SignedDuration::from_millis(i64::try_from(took).unwrap_or(i64::MAX))),
    }
}
