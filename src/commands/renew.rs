//! `certdns renew`: every lineage that is due. One failure never stops the others.

mod outcome;
mod telling;

use std::time::Duration;

use crate::context::Context;
use crate::deploying::forget_besides;
use crate::error::{Error, Result};
use crate::event::Event;
use crate::lineages::LineageFault;
use crate::notifying;
use crate::registrations::moves::{Progress, Remaining, go_on};
use crate::renewing::{Renewals, Spread, Wanted, renew_all, spread};
use crate::settings;
use crate::store::lineage_name;

use super::hooking::HookArgs;
use super::status;

pub use outcome::RenewOutcome;

/// Renew every certificate that is due
///
/// Made for a timer: run it every hour. A certificate is due when its CA suggests it (RFC 9773), else with a third of its
/// lifetime left, half for lifetimes up to 10 days. What failed at the CA is tried again after growing pauses; with
/// nothing due no account is touched, and the delegations are looked at once a day, so that what broke is told of weeks
/// before it matters. One failure never stops the others.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Lineages to look at; without any, all of them
    #[arg(value_name = "LINEAGE")]
    lineages: Vec<String>,
    /// Renew although they are not due, or failed a moment ago
    #[arg(long)]
    force: bool,
    /// Begin after a random part of this time when something is due, but at once on a terminal [default: 1m]
    /// [env: CERTDNS_JITTER]
    #[arg(long, value_name = "TIME", value_parser = settings::length)]
    jitter: Option<Duration>,
    /// So many certificates side by side [default: 10] [env: CERTDNS_JOBS]
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u8).range(1..))]
    jobs: Option<u8>,
    #[command(flatten, next_help_heading = "Hooks for this run, besides those that are kept")]
    hooks: HookArgs,
}

/// Another run does the same work: it is not waited for longer than this.
const PATIENCE: Duration = Duration::from_secs(30);

/// Renews what is due, side by side, and has those told who want to know. By then the lock of the run is let go: whoever
/// does not listen must not keep the next run waiting.
pub async fn run(cx: &Context, args: Args) -> Result<RenewOutcome> {
    // A ping says that all is well: not after a look at some.
    let of_all = args.lineages.is_empty();
    if of_all {
        notifying::run_begins(cx).await;
    }
    let result = go_through(cx, &args).await;
    telling::tell(cx, &result, of_all).await;
    result
}

async fn go_through(cx: &Context, args: &Args) -> Result<RenewOutcome> {
    let wanted = wanted(cx, args)?;
    cx.store.sweep();
    let renewals = if wanted.lineages.is_empty() {
        Renewals::default()
    } else {
        spread(cx, &wanted).await;
        renew(cx, &wanted, args.hooks.forgets()).await?
    };
    let moved = moved(cx).await;
    status::publish(cx);
    Ok(RenewOutcome::new(renewals, moved))
}

/// Completes moves of names that have arrived at their new servers. Trouble with that is no trouble with renewals.
async fn moved(cx: &Context) -> Vec<Progress> {
    let each = async { go_on(cx, cx.store.moves()?).await }.await;
    let tell = |error: &Error| cx.report(Event::Warning { text: error.whole() });
    let all = each.inspect_err(tell).unwrap_or_default().into_iter();
    let each = all.filter_map(|(_, one)| one.inspect_err(tell).ok());
    each.filter(|one| one.remaining == Remaining::Nothing).collect()
}

async fn renew(cx: &Context, wanted: &Wanted, forgets: bool) -> Result<Renewals> {
    let _run = cx.store.lock_run(PATIENCE, &cx.reporter).await?;
    if forgets {
        for name in &wanted.lineages {
            forget_besides(cx, name).await?;
        }
    }
    Ok(renew_all(cx, wanted).await)
}

fn wanted(cx: &Context, args: &Args) -> Result<Wanted> {
    let configured = cx.settings.jitter.map_or(Spread::Usual, Spread::UpTo);
    // Whoever names lineages, or will not wait for the due date, waits for them.
    let spread = match args.jitter {
        Some(jitter) => Spread::UpTo(jitter),
        None if args.lineages.is_empty() && !cx.reporter.is_interactive() => configured,
        None => Spread::UpTo(Duration::ZERO),
    };
    let jobs = args.jobs.map_or(cx.settings.jobs, usize::from);
    let hooks = args.hooks.for_this_run();
    Ok(Wanted {
        lineages: named(cx, args)?,
        is_of_all: args.lineages.is_empty(),
        force: args.force,
        jobs,
        spread,
        hooks,
    })
}

/// The names of the lineages that are meant; a name that is not there is an error before anything is done.
fn named(cx: &Context, args: &Args) -> Result<Vec<String>> {
    let known = cx.store.lineage_names()?;
    if args.lineages.is_empty() {
        return Ok(known);
    }
    let mut named: Vec<String> = Vec::new();
    for text in &args.lineages {
        let name = lineage_name(text)?;
        if !known.contains(&name) {
            return Err(LineageFault::NoLineage { name: text.clone() }.into());
        }
        if !named.contains(&name) {
            named.push(name);
        }
    }
    Ok(named)
}
