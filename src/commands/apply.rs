//! `certdns apply`: makes the certificates so that they are as the configuration file lists them.

mod differences;
mod entries;
mod fault;
mod looking;
mod matching;
mod outcome;
mod planning;
mod pruning;
mod words;
mod working;

use crate::context::Context;
use crate::error::Result;
use crate::output::Outcome;

use super::confirming::ConfirmArgs;
use super::waiting::WaitArgs;
pub(super) use entries::{Entry, clash_of, entry};
use outcome::ApplyOutcome;

/// Make the certificates as the configuration file lists them
///
/// Every `[[certificate]]` of the file is registered, checked and issued if it is missing, and issued anew or updated where
/// it is not as listed. What is as listed is left alone, and nobody is asked about it. CNAMEs that are missing are printed
/// once, all together, and keep no other certificate waiting.
///
/// The keys of a `[[certificate]]` are the options of `certdns issue` without `--`; what is left out is as it is for a new
/// certificate. It is the lineage of its `name`; without one, the lineage that has just these names, else the one that is
/// called after the first of them, which then gets the names listed.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Tell what would be done, and do nothing. Exit code 0, whatever that is
    #[arg(long, conflicts_with = "wait")]
    plan: bool,
    /// With `--plan`: do not look at delegations, either
    #[arg(long, requires = "plan")]
    offline: bool,
    /// Delete the lineages that the file does not list, as `certdns delete` does, once all that it lists are there
    #[arg(long)]
    prune: bool,
    #[command(flatten)]
    confirm: ConfirmArgs,
    /// Contact address for a new ACME account [env: CERTDNS_EMAIL]
    #[arg(long, value_name = "ADDR", value_parser = crate::accounts::email)]
    email: Option<String>,
    /// Agree to the CA's terms of service [env: CERTDNS_AGREE_TOS]
    #[arg(long)]
    agree_tos: bool,
    #[command(flatten)]
    wait: WaitArgs,
}

/// Reads the whole list and the disk, then does what is to be done, if it is to be done.
pub async fn run(cx: &Context, args: Args) -> Result<Box<dyn Outcome>> {
    let entries = entries::entries(cx)?;
    let matched = matching::matched(cx, &entries)?;
    let planned = planning::planned(cx, entries, &matched, args.prune);
    if args.plan {
        let sights = if args.offline { Vec::new() } else { looking::glanced(cx, &planned).await? };
        return Ok(Box::new(outcome::PlanOutcome { planned, sights, others: matched.others, prune: args.prune }));
    }
    planning::can_register(cx, &planned)?;
    pruning::asked(cx, &args, &matched.others).await?;
    let (parts, ran) = working::work(cx, &args, planned).await?;
    let pruned = pruning::prune(cx, &args, &matched.others, &parts, &ran).await;
    Ok(Box::new(ApplyOutcome { parts, ran, others: matched.others, pruned }))
}
