//! `certdns bundle`: registrations, and more where it is asked for, from one machine to another in one encrypted file.

mod create;
mod fault;
mod lines;
mod open;
mod secrets;

use clap::Subcommand;

use super::boxed;
use crate::context::Context;
use crate::error::Result;
use crate::output::Outcome;

/// Carry registrations to another machine, or into a safe, in one encrypted file
///
/// The file is an age file: any age tool opens it, and inside is one JSON document. Whoever opens it can answer the
/// challenges of all its names.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand, Debug)]
enum Action {
    Create(create::Args),
    Open(open::Args),
}

impl Args {
    /// Who makes a bundle, or looks into one, only reads.
    pub(super) fn keeps_log(&self) -> bool {
        matches!(&self.action, Action::Open(args) if !args.list)
    }
}

/// Makes a bundle, or opens one.
pub async fn run(cx: &Context, args: Args) -> Result<Box<dyn Outcome>> {
    match args.action {
        Action::Create(args) => boxed(create::run(cx, args).await),
        Action::Open(args) => boxed(open::run(cx, args).await),
    }
}
