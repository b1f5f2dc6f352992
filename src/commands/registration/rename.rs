//! `certdns registration rename`.

use serde_json::{Value, json};

use super::fault::{Fault, confirmed, tell_of_lineages};
use super::shown::{WhichArgs, lineages, name};
use super::verifying::{Verified, VerifyArgs, verified};
use crate::context::Context;
use crate::error::{Kind, Result};
use crate::identifier::Identifier;
use crate::output::Outcome;
use crate::registrations::{base, rename};
use crate::store::Record;

/// Put a registration under another name, whose CNAME then has to lead to it
///
/// For one that stands under a wrong name, or a name that is given up for another. Under the old name it is kept aside;
/// certificates with the old name can no longer be renewed.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    #[command(flatten)]
    which: WhichArgs,
    /// The name that it is for from now on
    #[arg(value_name = "NEW-NAME", value_parser = name)]
    new: Identifier,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
    #[command(flatten)]
    verify: VerifyArgs,
}

pub(super) struct RenameOutcome {
    old: Record,
    new: Record,
    lineages: Vec<String>,
    verified: Verified,
}

pub(super) async fn run(cx: &Context, args: &Args) -> Result<RenameOutcome> {
    let old = args.which.one(cx)?;
    let to = args.new.challenge_name();
    let there = cx.store.records_of(&to)?;
    // The same one is there where an earlier run was cut short.
    if to == old.challenge || there.iter().any(|one| !one.registration.is_same(&old.registration)) {
        return Err(Fault::Taken { name: base(&to) }.into());
    }
    let lineages = lineages(cx, &old)?;
    if !lineages.is_empty() {
        tell_of_lineages(cx, &lineages);
        let question = format!("Put the registration of {} under {}?", base(&old.challenge), base(&to));
        confirmed(cx, args.yes, question).await?;
    }
    let new = rename(cx, &old, &to).await?;
    let verified = verified(cx, std::slice::from_ref(&new), args.verify).await?;
    Ok(RenameOutcome { old, new, lineages, verified })
}

impl Outcome for RenameOutcome {
    fn json(&self) -> Value {
        json!({
            "renamed": self.verified.json(&self.new),
            "from": base(&self.old.challenge),
            "lineages": self.lineages,
        })
    }

    fn text(&self) -> String {
        let (old, new) = (base(&self.old.challenge), base(&self.new.challenge));
        let mut text = format!("The registration of {old} is that of {new} now; under {old} it is kept aside.\n");
        if !self.lineages.is_empty() {
            text.push_str(&format!("These certificates cannot be renewed any more: {}\n", self.lineages.join(", ")));
        }
        format!("{text}\n{}", self.verified.text())
    }

    fn kind(&self) -> Option<Kind> {
        self.verified.kind()
    }
}
