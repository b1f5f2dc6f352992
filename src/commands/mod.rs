//! One file = one subcommand: its `Args` (the help), `run`, and its own words.

pub mod acmeaccount;
pub mod authorities;
pub mod caa;
pub mod check;
mod confirming;
pub mod delete;
mod faults;
pub mod generate;
pub mod issue;
mod lineages;
pub mod list;
mod outputting;
pub mod register;
pub mod registration;
pub mod renew;
pub mod revoke;
pub mod sandbox;
pub mod show;
mod waiting;
mod writing;

use crate::cli::Command;
use crate::context::Context;
use crate::error::Result;
use crate::output::Outcome;

/// Runs the command that was typed.
pub async fn run(cx: &Context, command: Command) -> Result<Box<dyn Outcome>> {
    match command {
        Command::Register(args) => boxed(register::run(cx, args).await),
        Command::Check(args) => boxed(check::run(cx, args).await),
        Command::Caa(args) => boxed(caa::run(cx, args).await),
        Command::Issue(args) => issue::run(cx, args).await,
        Command::Renew(args) => boxed(renew::run(cx, args).await),
        Command::List(args) => boxed(list::run(cx, args).await),
        Command::Show(args) => boxed(show::run(cx, args).await),
        Command::Revoke(args) => boxed(revoke::run(cx, args).await),
        Command::Delete(args) => boxed(delete::run(cx, args).await),
        Command::Acmeaccount(args) => acmeaccount::run(cx, args).await,
        Command::Registration(args) => registration::run(cx, args).await,
        Command::Authorities(args) => authorities::run(cx, args).await,
        Command::Sandbox(args) => boxed(sandbox::run(cx, args).await),
        Command::Generate(args) => boxed(generate::run(&args)),
    }
}

fn boxed<T: Outcome + 'static>(result: Result<T>) -> Result<Box<dyn Outcome>> {
    result.map(|outcome| Box::new(outcome) as Box<dyn Outcome>)
}
