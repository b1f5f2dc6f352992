//! `certdns acmeaccount remove`.

use serde_json::{Value, json};

use super::fault::{confirmed, tell_of_lineages};
use crate::accounts::{Selecting, selected};
use crate::acme::{Account, authority_name};
use crate::context::Context;
use crate::error::Result;
use crate::output::Outcome;
use crate::pinning::{self, Change};

/// Forget an account here, with its key; the CA does not hear of it
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Do not ask
    #[arg(long)]
    yes: bool,
}

pub(super) struct RemoveOutcome {
    account: Account,
}

pub(super) async fn run(cx: &Context, args: &Args) -> Result<RemoveOutcome> {
    let account = selected(cx, Selecting::Surely)?;
    if let Some(uri) = account.uri.as_ref().filter(|_| account.is_usable()) {
        pinning::warn(cx, &Change::End(uri)).await;
    }
    tell_of_lineages(cx, &account);
    let question = format!(
        "Remove the ACME account {} and its key from this machine? `certdns acmeaccount export` keeps a copy.",
        account.title()
    );
    confirmed(cx, args.yes, question).await?;
    let _lock = cx.store.lock_accounts(&account.directory, &cx.reporter).await?;
    cx.store.remove_account(&account)?;
    Ok(RemoveOutcome { account })
}

impl Outcome for RemoveOutcome {
    fn json(&self) -> Value {
        json!({ "removed": { "account": self.account.name, "uri": self.account.uri, "authority": self.account.directory } })
    }

    fn text(&self) -> String {
        let authority = authority_name(&self.account.directory);
        format!("The ACME account {} at {authority} is forgotten here. The CA still has it.\n", self.account.title())
    }
}
