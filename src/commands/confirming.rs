//! What cannot be undone is done on a person's word only.

use crate::context::Context;
use crate::error::{Explain, Hint, Kind};

/// `--yes`.
#[derive(clap::Args, Debug)]
pub struct ConfirmArgs {
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
}

/// Goes on when `--yes` was given, or the person at the terminal says so.
pub(super) async fn confirmed(cx: &Context, args: &ConfirmArgs, question: String) -> Result<(), NotConfirmed> {
    if args.yes {
        return Ok(());
    }
    let reporter = cx.reporter.clone();
    // On a thread of its own, so that Ctrl-C is heard meanwhile.
    let answer = tokio::task::spawn_blocking(move || reporter.ask(&question)).await;
    match answer.ok().flatten() {
        Some(true) => Ok(()),
        Some(false) => Err(NotConfirmed::Declined),
        None => Err(NotConfirmed::Nobody),
    }
}

#[derive(Debug, thiserror::Error)]
pub(super) enum NotConfirmed {
    #[error("this cannot be undone, and nobody is there to be asked")]
    Nobody,
    #[error("the answer was no; nothing was done")]
    Declined,
}

impl Explain for NotConfirmed {
    fn kind(&self) -> Kind {
        match self {
            NotConfirmed::Nobody => Kind::Usage,
            NotConfirmed::Declined => Kind::Failed,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        match self {
            NotConfirmed::Nobody => vec![Hint::new("say so with `--yes`")],
            NotConfirmed::Declined => Vec::new(),
        }
    }
}
