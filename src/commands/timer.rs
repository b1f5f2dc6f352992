//! `certdns timer`: renewals that nobody has to start.

mod chosen;
mod install;
mod remove;
mod show;
mod walls;

use clap::Subcommand;

use super::boxed;
use crate::context::Context;
use crate::error::Result;
use crate::output::Outcome;
use chosen::ChosenArgs;

pub(super) use walls::warn_of_walls;

/// Have `certdns renew` run by itself, every hour: by systemd, cron, launchd or Task Scheduler
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand, Debug)]
enum Action {
    /// Install the timer and start it; done again, bring it up to date
    ///
    /// Every hour, since certificates may live for 6 days only, and a CA may want them renewed at once. It runs this
    /// very program, with the configuration file and the state directory of now. What a service of systemd may write is
    /// limited to the state directory and to where copies of certificates go (`--install`): after asking for a copy
    /// elsewhere, install the timer again.
    Install(ChosenArgs),
    /// Show what is installed or would be, when it last ran, how that ended, and when it runs next
    Show(ChosenArgs),
    /// Stop the timer and remove it
    Remove(ChosenArgs),
}

impl Args {
    /// Whether more is asked for than to be shown something.
    pub(super) fn keeps_log(&self) -> bool {
        !matches!(self.action, Action::Show(_))
    }
}

/// Does what is asked with the timer.
pub async fn run(cx: &Context, args: Args) -> Result<Box<dyn Outcome>> {
    match args.action {
        Action::Install(args) => boxed(install::run(cx, args).await),
        Action::Show(args) => boxed(show::run(cx, args).await),
        Action::Remove(args) => boxed(remove::run(args).await),
    }
}
