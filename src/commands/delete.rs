//! `certdns delete`: a lineage that is not wanted any more.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::context::Context;
use crate::error::{Doing, Result};
use crate::output::Outcome;
use crate::store::lineage_name;

use super::confirming::{ConfirmArgs, confirmed};
use super::waiting::INTERACTIVE_WAIT;
use crate::lineages::LineageFault;

/// Delete a lineage: its certificates, its private keys, and its renewal
///
/// Servers that read its files fail at their next start. Copies made by `--install` and the registrations of its names
/// stay. Nothing is revoked: if somebody else may have the key, revoke first.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The lineage, as `certdns list` names it
    #[arg(value_name = "LINEAGE")]
    lineage: String,
    #[command(flatten)]
    confirm: ConfirmArgs,
}

/// A lineage that was there.
pub struct DeleteOutcome {
    lineage: String,
    /// Copies that nobody keeps fresh any more.
    left: Vec<PathBuf>,
}

/// Asks, then deletes.
pub async fn run(cx: &Context, args: Args) -> Result<DeleteOutcome> {
    let name = lineage_name(&args.lineage)?;
    if !cx.store.lineage_names()?.contains(&name) {
        return Err(LineageFault::NoLineage { name: args.lineage }.into());
    }
    let attempt = format!("could not delete {name}");
    delete(cx, name, &args.confirm).await.doing(attempt)
}

async fn delete(cx: &Context, name: String, confirm: &ConfirmArgs) -> Result<DeleteOutcome> {
    confirmed(cx, confirm, question(cx, &name)).await?;
    delete_confirmed(cx, name).await
}

/// Deletes what somebody said is to be deleted.
pub(super) async fn delete_confirmed(cx: &Context, name: String) -> Result<DeleteOutcome> {
    let _lock = cx.store.lock_lineage(&name, INTERACTIVE_WAIT, &cx.reporter).await?;
    let left = copies(cx, &name);
    cx.store.delete_lineage(&name)?;
    Ok(DeleteOutcome { lineage: name, left })
}

fn question(cx: &Context, name: &str) -> String {
    let live = cx.store.live_path(name);
    format!("Delete {name} with all its keys? Servers that read {} will fail.", live.display())
}

/// A lineage that cannot be read is deleted all the same; then nobody knows of its copies.
fn copies(cx: &Context, name: &str) -> Vec<PathBuf> {
    let lineage = cx.store.lineage(name).ok().flatten();
    let installs = lineage.map(|lineage| lineage.outputs.installs).unwrap_or_default();
    installs.into_iter().map(|install| install.path).collect()
}

impl DeleteOutcome {
    /// Without the copies that somebody else keeps fresh from now on.
    pub(super) fn leaving(mut self, is_left: impl Fn(&PathBuf) -> bool) -> DeleteOutcome {
        self.left.retain(is_left);
        self
    }
}

impl Outcome for DeleteOutcome {
    fn json(&self) -> Value {
        json!({ "deleted": self.lineage, "left": self.left })
    }

    fn text(&self) -> String {
        let mut text = format!("{}: deleted\n", self.lineage);
        if !self.left.is_empty() {
            text.push_str("\nThese copies are left, and nobody keeps them fresh any more:\n\n");
            text.extend(self.left.iter().map(|path| format!("{}\n", path.display())));
        }
        text
    }
}
