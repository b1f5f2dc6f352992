//! `certdns registration`: what cannot be fetched again, from other clients to here, and back.

mod add;
mod export;
mod fault;
mod history;
mod import;
mod list;
mod move_;
mod remove;
mod rename;
mod restore;
mod show;
pub(super) mod shown;
pub(super) mod taking;
pub(super) mod verifying;

use clap::Subcommand;

use super::boxed;
use crate::context::Context;
use crate::error::Result;
use crate::output::Outcome;
use crate::secret::Secret;
pub(super) use move_::{moved_text, progress_json};

/// Registrations: list them, take them over from other clients, give them to others, set them aside
///
/// A registration is shown by its server once. Lose it, and the CNAME of its name must be changed: nothing here ever
/// overwrites one, and what is replaced or removed is kept aside.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand, Debug)]
enum Action {
    /// List registrations, where they come from, the certificates that need them, and what is kept aside
    List,
    Show(show::Args),
    Add(add::Args),
    Import(import::Args),
    Export(export::Args),
    Move(move_::Args),
    Rename(rename::Args),
    Remove(remove::Args),
    Restore(restore::Args),
    History(history::Args),
}

impl Args {
    /// The server to register at in this run, instead of the configured one.
    #[must_use]
    pub fn server(&self) -> Option<&Secret> {
        match &self.action {
            Action::Move(args) => args.server(),
            _ => None,
        }
    }
}

/// Does what is asked with registrations.
pub async fn run(cx: &Context, args: Args) -> Result<Box<dyn Outcome>> {
    match args.action {
        Action::List => boxed(list::run(cx).await),
        Action::Show(args) => boxed(show::run(cx, &args).await),
        Action::Add(args) => boxed(add::run(cx, args).await),
        Action::Import(args) => boxed(import::run(cx, args).await),
        Action::Export(args) => boxed(export::run(cx, &args).await),
        Action::Move(args) => boxed(move_::run(cx, &args).await),
        Action::Rename(args) => boxed(rename::run(cx, &args).await),
        Action::Remove(args) => boxed(remove::run(cx, &args).await),
        Action::Restore(args) => boxed(restore::run(cx, &args).await),
        Action::History(args) => boxed(history::run(cx, &args)),
    }
}
