//! `certdns registration remove`.

use serde_json::{Value, json};

use super::fault::{confirmed, tell_of_lineages};
use super::shown::{WhichArgs, lineages, record_json, server};
use crate::context::Context;
use crate::error::Result;
use crate::output::Outcome;
use crate::registrations::{base, remove};
use crate::store::Record;

/// Take a registration out of use; it is kept aside, and `restore` brings it back
///
/// The server is not told: acme-dns forgets nobody. Certificates that need it can no longer be renewed.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    #[command(flatten)]
    which: WhichArgs,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
}

pub(super) struct RemoveOutcome {
    record: Record,
    id: String,
    lineages: Vec<String>,
}

pub(super) async fn run(cx: &Context, args: &Args) -> Result<RemoveOutcome> {
    let record = args.which.one(cx)?;
    let lineages = lineages(cx, &record)?;
    tell_of_lineages(cx, &lineages);
    let question = format!("Set the registration of {} at {} aside?", base(&record.challenge), server(&record));
    confirmed(cx, args.yes, question).await?;
    let id = remove(cx, &record, "removed by hand").await?;
    Ok(RemoveOutcome { record, id, lineages })
}

impl Outcome for RemoveOutcome {
    fn json(&self) -> Value {
        json!({ "removed": record_json(&self.record), "id": self.id, "lineages": self.lineages })
    }

    fn text(&self) -> String {
        let name = base(&self.record.challenge);
        let mut text = format!("The registration of {name} at {} is kept aside.\n", server(&self.record));
        if !self.lineages.is_empty() {
            text.push_str(&format!("These certificates cannot be renewed any more: {}\n", self.lineages.join(", ")));
        }
        format!("{text}\ncertdns registration restore {name} {}\n", self.id)
    }
}
