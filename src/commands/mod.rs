//! One file = one subcommand: its `Args` (the help), `run`, and its own words.

pub mod acmeaccount;
pub mod apply;
pub mod authorities;
pub mod bundle;
pub mod caa;
pub mod check;
mod confirming;
pub mod delete;
pub mod deploy;
mod faults;
pub mod generate;
pub mod history;
mod hooking;
pub mod import_csv;
pub mod issue;
pub mod list;
pub mod log;
pub mod notify;
mod outputting;
pub mod register;
pub mod registration;
pub mod renew;
pub mod revoke;
pub mod sandbox;
pub mod show;
pub mod status;
pub mod timer;
mod waiting;
mod writing;

use crate::cli::Command;
use crate::context::Context;
use crate::error::{Error, Result};
use crate::output::Outcome;

/// Runs the command that was typed.
pub async fn run(cx: &Context, command: Command) -> Result<Box<dyn Outcome>> {
    match command {
        Command::Register(args) => boxed(register::run(cx, args).await),
        Command::Check(args) => boxed(check::run(cx, args).await),
        Command::Caa(args) => boxed(caa::run(cx, args).await),
        Command::Issue(args) => Box::pin(issue::run(cx, *args)).await,
        Command::Renew(args) => boxed(renew::run(cx, args).await),
        Command::Timer(args) => timer::run(cx, args).await,
        Command::Deploy(args) => boxed(deploy::run(cx, args).await),
        Command::Apply(args) => apply::run(cx, args).await,
        Command::ImportCsv(args) => boxed(import_csv::run(cx, &args)),
        Command::List(args) => boxed(list::run(cx, args).await),
        Command::Show(args) => boxed(show::run(cx, args).await),
        Command::Status(args) => boxed(status::run(cx, args).await),
        Command::History(args) => boxed(history::run(cx, &args)),
        Command::Log(args) => boxed(log::run(cx, &args)),
        Command::Notify(args) => boxed(notify::run(cx, args).await),
        Command::Revoke(args) => boxed(revoke::run(cx, args).await),
        Command::Delete(args) => boxed(delete::run(cx, args).await),
        Command::Acmeaccount(args) => acmeaccount::run(cx, args).await,
        Command::Registration(args) => registration::run(cx, args).await,
        Command::Bundle(args) => bundle::run(cx, args).await,
        Command::Authorities(args) => authorities::run(cx, args).await,
        Command::Sandbox(args) => boxed(sandbox::run(cx, args).await),
        Command::Generate(args) => boxed(generate::run(&args)),
    }
}

/// What whoever waits for the command is given when there are no settings to run it with.
///
/// # Errors
/// Nearly always: that error.
pub fn without_settings(command: &Command, error: Error) -> Result<Box<dyn Outcome>> {
    match command {
        Command::Status(args) if args.is_plugin() => Ok(Box::new(status::StatusOutcome::unknown(error))),
        _ => Err(error),
    }
}

/// Whether a run of this command keeps a log: it changes something, or asks others. Who only reads, only reads.
#[must_use]
pub fn keeps_log(command: &Command) -> bool {
    match command {
        Command::Register(_)
        | Command::Check(_)
        | Command::Caa(_)
        | Command::Issue(_)
        | Command::Renew(_)
        | Command::Apply(_)
        | Command::Deploy(_)
        | Command::Revoke(_)
        | Command::Delete(_)
        | Command::Notify(_) => true,
        Command::Acmeaccount(args) => args.keeps_log(),
        Command::Bundle(args) => args.keeps_log(),
        Command::Timer(args) => args.keeps_log(),
        _ => false,
    }
}

fn boxed<T: Outcome + 'static>(result: Result<T>) -> Result<Box<dyn Outcome>> {
    result.map(|outcome| Box::new(outcome) as Box<dyn Outcome>)
}
