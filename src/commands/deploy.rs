//! `certdns deploy`: what servers are still to be told of, without a new certificate.

use std::time::Duration;

use serde_json::{Value, json};

use crate::context::Context;
use crate::delivery::deliver;
use crate::deploying::{Ran, Round, forget_besides};
use crate::error::{Doing, Error, Kind, Result};
use crate::output::{Outcome, error_json, error_text};

use super::hooking;
use super::show::named;

/// Run the deploy hooks that failed or were cut short
///
/// Files that are made from certificates are written first, where they are not as they should be. `renew` does the
/// same for every lineage, and renews what is due besides; this asks no CA.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Lineages to deploy; without any, all of them
    #[arg(value_name = "LINEAGE")]
    lineages: Vec<String>,
    /// Run all deploy hooks, although they were run for the live certificate
    #[arg(long)]
    force: bool,
    /// Always empty (''): forget hooks that only one run was given and that are still owed
    #[arg(long = "deploy-hook", value_name = "''", value_parser = nothing)]
    forgets: Option<String>,
}

/// Hooks that are kept are those of `issue`.
fn nothing(text: &str) -> Result<String, &'static str> {
    match text.trim() {
        "" => Ok(String::new()),
        _ => Err("it can only be empty here; hooks to keep are given to `certdns issue`"),
    }
}

/// Another process may hold a lineage for as long as somebody creates a CNAME.
const PATIENCE: Duration = Duration::from_secs(30);

/// What was run, and the lineages that could not be deployed.
pub struct DeployOutcome {
    ran: Vec<Ran>,
    failed: Vec<(String, Error)>,
}

/// Sees what is owed, then runs each command once.
pub async fn run(cx: &Context, args: Args) -> Result<DeployOutcome> {
    let names = match args.lineages.as_slice() {
        [] => cx.store.lineage_names()?,
        texts => texts.iter().map(|text| Ok(named(cx, text)?.name)).collect::<Result<_>>()?,
    };
    let (mut failed, round) = (Vec::new(), Round::default());
    for name in names {
        if let Err(error) = prepare(cx, &round, &name, &args).await.doing(format!("could not deploy {name}")) {
            failed.push((name, error));
        }
    }
    Ok(DeployOutcome { ran: round.finish(cx).await, failed })
}

async fn prepare(cx: &Context, round: &Round, name: &str, args: &Args) -> Result<()> {
    if args.forgets.is_some() {
        forget_besides(cx, name).await?;
    }
    let _lock = cx.store.lock_lineage(name, PATIENCE, &cx.reporter).await?;
    let lineage = named(cx, name)?;
    cx.store.heal(&lineage)?;
    deliver(cx, &lineage)?;
    if args.force { round.look_again(cx, &lineage) } else { round.look(cx, name) }
}

impl Outcome for DeployOutcome {
    fn json(&self) -> Value {
        let failed =
            self.failed.iter().map(|(name, error)| json!({ "name": name, "error": error_json(error)["error"] }));
        json!({ "hooks": self.ran.iter().map(hooking::json).collect::<Vec<_>>(), "failed": failed.collect::<Vec<_>>() })
    }

    fn text(&self) -> String {
        match self.quiet_text() {
            text if text.is_empty() => "No deploy hook is waiting to be run.\n".to_owned(),
            text => text,
        }
    }

    fn quiet_text(&self) -> String {
        let failed = self.failed.iter().map(|(_, error)| error_text(error));
        failed.chain(self.ran.iter().map(hooking::text)).collect()
    }

    fn kind(&self) -> Option<Kind> {
        let failures = self.failed.iter().map(|(_, error)| error).chain(self.ran.iter().filter_map(hooking::failure));
        failures.map(Error::kind).min_by_key(|kind| kind.exit_code())
    }
}
