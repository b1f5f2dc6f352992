//! `certdns bundle create`.

use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::fault::Fault;
use super::secrets::LockArgs;
use crate::acme::Account;
use crate::bundles::{Bundle, Gathered, Lock, Wanted, gather, seal};
use crate::commands::registration::shown::name;
use crate::commands::writing::new_whole_file;
use crate::context::Context;
use crate::error::Result;
use crate::http::host_of;
use crate::identifier::{DnsName, Identifier};
use crate::output::{Outcome, plain};
use crate::registrations::base;

/// Put registrations into one encrypted file, for its owner only
///
/// Nothing here changes. Without names, all registrations go along, each with its story; with names, those.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The file to make; one that is there is not touched
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    /// Names to put into it; without any, all
    #[arg(value_name = "NAME", value_parser = name)]
    names: Vec<Identifier>,
    /// The ACME accounts with their keys, too, all of them
    #[arg(long)]
    with_accounts: bool,
    /// The settings of lineages, too: names, CA, kind of key, outputs and hooks; never certificates and their keys. With
    /// names, those that have no other
    #[arg(long)]
    with_lineages: bool,
    #[command(flatten)]
    lock: LockArgs,
    /// As text, for mail and forms
    #[arg(short, long)]
    armor: bool,
}

pub(super) struct CreateOutcome {
    file: PathBuf,
    /// Whether a passphrase opens it.
    passphrase: bool,
    bundle: Bundle,
    left_out: Vec<String>,
}

pub(super) async fn run(cx: &Context, args: Args) -> Result<CreateOutcome> {
    free(&args.to)?;
    let wanted = Wanted {
        names: args.names.iter().map(Identifier::challenge_name).collect(),
        accounts: args.with_accounts,
        lineages: args.with_lineages,
    };
    settled(cx, &wanted.names)?;
    let Gathered { bundle, text, left_out } = gather(cx, &wanted).await?;
    let lock = args.lock.lock(cx).await?;
    let passphrase = matches!(lock, Lock::Passphrase(_));
    let sealing = tokio::task::spawn_blocking(move || seal(&text, &lock, args.armor));
    let sealed = sealing.await.expect("encryption does not panic")?;
    new_whole_file(&args.to, &sealed).map_err(|source| Fault::Write { file: args.to.clone(), source })?;
    Ok(CreateOutcome { file: args.to, passphrase, bundle, left_out })
}

/// Before a person is asked for a passphrase.
fn free(file: &Path) -> Result<(), Fault> {
    if file == Path::new("-") {
        return Err(Fault::Stdout);
    }
    match file.symlink_metadata() {
        Ok(_) => Err(Fault::Write { file: file.to_owned(), source: io::ErrorKind::AlreadyExists.into() }),
        Err(_) => Ok(()),
    }
}

/// Of a name that is on its way between servers, which registration is the one to use is known here only.
fn settled(cx: &Context, wanted: &[DnsName]) -> Result<()> {
    let is_wanted = |challenge: &DnsName| wanted.is_empty() || wanted.contains(challenge);
    match cx.store.moves()?.into_iter().find(|one| is_wanted(&one.challenge)) {
        Some(one) => Err(Fault::OnItsWay { challenge: one.challenge, to: host_of(one.to.as_str()) }.into()),
        None => Ok(()),
    }
}

impl CreateOutcome {
    fn names(&self) -> Vec<DnsName> {
        let mut names: Vec<DnsName> = self.bundle.registrations.iter().map(|one| base(&one.challenge)).collect();
        names.dedup();
        names
    }
}

impl Outcome for CreateOutcome {
    fn json(&self) -> Value {
        let accounts: Vec<Value> =
            self.bundle.accounts.iter().map(|one| json!({ "uri": one.uri, "account": one.name })).collect();
        json!({ "bundle": {
            "file": self.file,
            "locked_with": if self.passphrase { "passphrase" } else { "recipients" },
            "names": self.names(),
            "registrations": self.bundle.registrations.len(),
            "accounts": accounts,
            "lineages": self.bundle.lineages.iter().map(|one| &one.name).collect::<Vec<_>>(),
            "left_out": self.left_out,
        } })
    }

    fn text(&self) -> String {
        let file = plain(&self.file.display().to_string());
        let mut text = format!("In {file}:\n");
        let names: Vec<String> = self.names().iter().map(ToString::to_string).collect();
        let accounts: Vec<String> = self.bundle.accounts.iter().map(Account::title).collect();
        let lineages: Vec<String> = self.bundle.lineages.iter().map(|one| one.name.clone()).collect();
        for (what, each) in [("registrations", names), ("ACME accounts", accounts), ("lineages", lineages)] {
            if !each.is_empty() {
                text.push_str(&format!("  {what}: {}\n", plain(&each.join(", "))));
            }
        }
        text.extend(self.left_out.iter().map(|one| format!("  left out: {}\n", plain(one))));
        let who = if self.passphrase { "has it and the passphrase" } else { "has it and one of the keys" };
        text.push_str(&format!("\nWhoever {who} can answer the challenges of all its names. It is opened with:\n\n"));
        text.push_str(&format!("certdns bundle open {file}\n"));
        text
    }
}
