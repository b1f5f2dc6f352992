//! `certdns acmeaccount export`.

use std::path::PathBuf;

use clap::ValueEnum;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::fault::Fault;
use crate::accounts::{Selecting, selected, with_one_key};
use crate::acme::Account;
use crate::commands::writing::new_file;
use crate::context::Context;
use crate::error::Result;
use crate::output::Outcome;
use crate::store::Store;

/// Write an account with its key to a new file, for its owner only
///
/// `certdns acmeaccount import FILE` takes it over elsewhere.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The file to make; one that is there is not touched
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// certdns: a JSON document with key, URI and CA; pem: the key alone, PKCS#8, for other clients
    #[arg(long, value_enum, default_value_t = Format::Certdns)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Certdns,
    Pem,
}

pub(super) struct ExportOutcome {
    account: Account,
    file: PathBuf,
}

pub(super) async fn run(cx: &Context, args: &Args) -> Result<ExportOutcome> {
    // Whoever gets the file knows nothing of a rollover that was interrupted here.
    let account = with_one_key(cx, &selected(cx, Selecting::Surely)?).await?;
    let content = match args.format {
        Format::Certdns => Store::account_document(&account),
        Format::Pem => Zeroizing::new(account.key.expose().as_bytes().to_vec()),
    };
    new_file(&args.file, &content).map_err(|source| Fault::Export { file: args.file.clone(), source })?;
    Ok(ExportOutcome { account, file: args.file.clone() })
}

impl Outcome for ExportOutcome {
    fn json(&self) -> Value {
        json!({ "exported": { "account": self.account.name, "uri": self.account.uri, "file": self.file } })
    }

    fn text(&self) -> String {
        format!(
            "The ACME account {} is in {}. Whoever has this file can act as the account.\n",
            self.account.title(),
            self.file.display()
        )
    }
}
