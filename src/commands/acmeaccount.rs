//! `certdns acmeaccount`: the ACME accounts, from the first to the last, and the CAA records that pin them.

mod add;
mod deactivate;
mod export;
mod fault;
mod import;
mod list;
mod remove;
mod rollover;
mod show;
mod shown;
mod update;

use clap::Subcommand;

use super::boxed;
use crate::context::Context;
use crate::error::Result;
use crate::output::Outcome;

/// ACME accounts: add, list and change them; take them over from other clients; the CAA records that pin them
///
/// What is about one account is about the one at `--ca` that is used there, unless `--account` says which.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand, Debug)]
enum Action {
    /// List accounts with their URI and the CAA records that pin them (RFC 8657); never a key
    List,
    Add(add::Args),
    /// Show an account as the CA has it, and the certificates that are ordered with it
    Show,
    Update(update::Args),
    Rollover(rollover::Args),
    Deactivate(deactivate::Args),
    Import(import::Args),
    Export(export::Args),
    Remove(remove::Args),
}

impl Args {
    /// Whether more is asked for than to be shown something.
    pub(super) fn keeps_log(&self) -> bool {
        !matches!(self.action, Action::List | Action::Show | Action::Export(_))
    }
}

/// Does what is asked with accounts.
pub async fn run(cx: &Context, args: Args) -> Result<Box<dyn Outcome>> {
    match args.action {
        Action::List => boxed(list::run(cx)),
        Action::Add(args) => boxed(add::run(cx, args).await),
        Action::Show => boxed(show::run(cx).await),
        Action::Update(args) => boxed(update::run(cx, args).await),
        Action::Rollover(args) => boxed(rollover::run(cx, &args).await),
        Action::Deactivate(args) => boxed(deactivate::run(cx, &args).await),
        Action::Import(args) => boxed(import::run(cx, args).await),
        Action::Export(args) => boxed(export::run(cx, &args).await),
        Action::Remove(args) => boxed(remove::run(cx, &args).await),
    }
}
