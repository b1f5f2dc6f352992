//! `certdns acmeaccount`: the ACME accounts, and the CAA records that pin them.

use std::fmt::Write;

use clap::Subcommand;
use serde_json::{Value, json};

use crate::accounts::{Wish, account_for};
use crate::acme::{Account, AccountKey, authority_name};
use crate::caa::pinning_records;
use crate::context::Context;
use crate::error::{Error, Kind, Result};
use crate::output::{Outcome, error_json, error_text};

/// ACME accounts: list them with the CAA records that pin them, or add one
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand, Debug)]
enum Action {
    /// List accounts with their URI and the CAA records that pin them (RFC 8657); never a key
    List,
    /// Create an account at the CA, if there is none yet
    Add {
        /// Contact address [env: CERTDNS_EMAIL]
        #[arg(long, value_name = "ADDR", value_parser = crate::accounts::email)]
        email: Option<String>,
        /// Agree to the CA's terms of service [env: CERTDNS_AGREE_TOS]
        #[arg(long)]
        agree_tos: bool,
    },
}

/// Lists, or adds and shows.
pub async fn run(cx: &Context, args: Args) -> Result<Box<dyn Outcome>> {
    Ok(Box::new(match args.action {
        Action::List => list(cx)?,
        Action::Add { email, agree_tos } => add(cx, email, agree_tos).await?,
    }))
}

/// Accounts as they are shown.
pub struct AccountsOutcome {
    accounts: Vec<Shown>,
    damaged: Vec<Error>,
}

struct Shown {
    account: Account,
    key_type: String,
    thumbprint: String,
}

fn list(cx: &Context) -> Result<AccountsOutcome> {
    let mut outcome = AccountsOutcome { accounts: Vec::new(), damaged: Vec::new() };
    for account in cx.store.accounts()? {
        match account.map_err(Error::from).and_then(shown) {
            Ok(shown) => outcome.accounts.push(shown),
            Err(error) => outcome.damaged.push(error),
        }
    }
    Ok(outcome)
}

async fn add(cx: &Context, email: Option<String>, agree_tos: bool) -> Result<AccountsOutcome> {
    let authority = cx.authority(&cx.settings.ca).await?;
    let account = account_for(cx, &authority, &Wish::with_flags(cx, email, agree_tos)).await?;
    Ok(AccountsOutcome { accounts: vec![shown(account)?], damaged: Vec::new() })
}

fn shown(account: Account) -> Result<Shown> {
    let key = AccountKey::from_pem(&account.key)?;
    Ok(Shown { key_type: key.kind().clone(), thumbprint: key.thumbprint(), account })
}

impl Shown {
    fn caa(&self) -> Vec<String> {
        let uri = self.account.uri.as_ref();
        uri.map(|uri| pinning_records(&self.account.caa_identities, uri)).unwrap_or_default()
    }

    fn json(&self) -> Value {
        json!({
            "authority": self.account.directory,
            "name": authority_name(&self.account.directory),
            "uri": self.account.uri,
            "contact": self.account.contact,
            "status": self.account.status,
            "key_type": self.key_type,
            "thumbprint": self.thumbprint,
            "caa": self.caa(),
        })
    }

    fn text(&self) -> String {
        let uri = self.account.uri.as_ref().map_or("not known yet", |uri| uri.as_str());
        let contact = if self.account.contact.is_empty() { "none".to_owned() } else { self.account.contact.join(", ") };
        let mut text = format!("{}\n", authority_name(&self.account.directory));
        let _ = writeln!(text, "  account URI  {uri}");
        let _ = writeln!(text, "  contact      {contact}");
        let _ = writeln!(text, "  status       {}", self.account.status);
        let _ = writeln!(text, "  key          {}, thumbprint {}", self.key_type, self.thumbprint);
        let records = self.caa();
        if !records.is_empty() {
            text.push_str("\n  CAA records that let only this account issue, by dns-01 only:\n\n");
        }
        for record in records {
            let _ = writeln!(text, "{record}");
        }
        text
    }
}

impl Outcome for AccountsOutcome {
    fn json(&self) -> Value {
        json!({
            "accounts": self.accounts.iter().map(Shown::json).collect::<Vec<_>>(),
            "damaged": self.damaged.iter().map(|error| error_json(error)["error"].clone()).collect::<Vec<_>>(),
        })
    }

    fn text(&self) -> String {
        if self.accounts.is_empty() && self.damaged.is_empty() {
            return "No ACME accounts yet: the first `certdns issue` makes one, or `certdns acmeaccount add`.\n"
                .to_owned();
        }
        let accounts: Vec<String> = self.accounts.iter().map(Shown::text).collect();
        let damaged: Vec<String> = self.damaged.iter().map(error_text).collect();
        [accounts, damaged].concat().join("\n")
    }

    fn kind(&self) -> Option<Kind> {
        (!self.damaged.is_empty()).then_some(Kind::Failed)
    }
}
