//! Lineages that the list does not have: left alone, or deleted on somebody's word.

use std::path::Path;

use super::Args;
use super::working::Part;
use crate::commands::confirming::confirmed;
use crate::commands::delete::{DeleteOutcome, delete_confirmed};
use crate::context::Context;
use crate::deploying::Ran;
use crate::error::{Doing, Result};

/// What became of one that was to be deleted.
pub(super) struct Pruned {
    pub lineage: String,
    pub result: Result<DeleteOutcome>,
}

/// Asks before anything is done; a no ends it all.
pub(super) async fn asked(cx: &Context, args: &Args, others: &[String]) -> Result<()> {
    if !args.prune || others.is_empty() {
        return Ok(());
    }
    let question = format!(
        "Not in the configuration file: {}. Delete with all keys? Servers that read these files will fail.",
        others.join(", ")
    );
    confirmed(cx, &args.confirm, question).await.doing("could not apply with `--prune`")
}

/// Deletes once all that is listed is there and servers were told so: what servers still read in its stead stays until then.
pub(super) async fn prune(cx: &Context, args: &Args, others: &[String], parts: &[Part], ran: &[Ran]) -> Vec<Pruned> {
    let mut pruned = Vec::new();
    let has_failed = parts.iter().any(|part| part.error().is_some()) || ran.iter().any(|ran| ran.result.is_err());
    if !args.prune || has_failed {
        return pruned;
    }
    for name in others {
        let deleted = delete_confirmed(cx, name.clone()).await.doing(format!("could not delete {name}"));
        let result = deleted.map(|deleted| deleted.leaving(|path| !is_listed(parts, path)));
        pruned.push(Pruned { lineage: name.clone(), result });
    }
    pruned
}

/// Whether a certificate of the list is copied there.
fn is_listed(parts: &[Part], path: &Path) -> bool {
    let mut installs = parts.iter().flat_map(|part| &part.planned.entry.desired.outputs.installs);
    installs.any(|install| install.path == path)
}
