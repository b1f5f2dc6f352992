//! `certdns bundle open`.

use std::fs::File;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::fault::Fault;
use super::lines::{
    Mood, accounts_json, accounts_text, lineages_json, lineages_text, registrations_json, registrations_text,
};
use super::secrets::KeyArgs;
use crate::bundles::{Brought, Bundle, MAX_FILE, Plan, plan, take, unseal};
use crate::commands::registration::taking::{KeepArgs, taken_json, taken_text};
use crate::commands::registration::verifying::{Verified, VerifyArgs, verified};
use crate::context::Context;
use crate::error::{Doing, Kind, Result};
use crate::foreign::bounded;
use crate::output::{Outcome, error_json, error_text, plain};
use crate::registrations::Wishes;
use crate::secret::Secret;
use crate::store::Record;

/// Take over what is in a bundle: all of its registrations, or nothing
///
/// Nothing here is overwritten. Where a name has another registration here, somebody must decide; accounts are confirmed
/// by their CA first; settings are taken for lineages that are not here, and `certdns renew` gets their certificates.
/// Those may have hooks: commands that are run on this machine, which are told. Open what is your own.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The bundle, or - for stdin
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    key: KeyArgs,
    /// Tell what is inside, and what would be taken; change nothing
    #[arg(long)]
    pub(super) list: bool,
    /// Leave the ACME accounts that are in it
    #[arg(long)]
    without_accounts: bool,
    /// Leave the settings of lineages that are in it
    #[arg(long)]
    without_lineages: bool,
    #[command(flatten)]
    keep: KeepArgs,
    #[command(flatten)]
    verify: VerifyArgs,
}

/// What was in it, and what became of that.
pub(super) struct OpenOutcome {
    file: PathBuf,
    created_at: Timestamp,
    found: Found,
}

enum Found {
    Listed(Plan),
    Taken(Brought, Verified),
}

pub(super) async fn run(cx: &Context, args: Args) -> Result<OpenOutcome> {
    let (bundle, text) = opened(cx, &args).await.doing(format!("could not open {}", args.file.display()))?;
    let (file, created_at) = (args.file, bundle.created_at);
    let plan = plan(cx, &file, bundle, &text)?;
    if args.list {
        return Ok(OpenOutcome { file, created_at, found: Found::Listed(plan) });
    }
    let wishes = Wishes { keep: args.keep.keep(), offline: args.verify.offline, whole: true, ..Wishes::default() };
    let brought = take(cx, plan, &wishes).await?;
    let records: Vec<Record> = brought.taken().iter().map(|one| one.record.clone()).collect();
    let verified = verified(cx, &records, args.verify).await?;
    Ok(OpenOutcome { file, created_at, found: Found::Taken(brought, verified) })
}

/// What is inside, as far as it is wanted.
async fn opened(cx: &Context, args: &Args) -> Result<(Bundle, Secret)> {
    let sealed = read(&args.file).map_err(|source| Fault::Read { file: args.file.clone(), source })?;
    let key = args.key.key(cx, &sealed).await?;
    let text = tokio::task::spawn_blocking(move || unseal(&sealed, &key)).await.expect("decryption does not panic")?;
    let mut bundle = Bundle::read(&text)?;
    if args.without_accounts {
        bundle.accounts.clear();
    }
    if args.without_lineages {
        bundle.lineages.clear();
    }
    Ok((bundle, text))
}

fn read(file: &Path) -> std::io::Result<Zeroizing<Vec<u8>>> {
    match file == Path::new("-") {
        true => bounded(std::io::stdin().lock(), MAX_FILE),
        false => bounded(File::open(file)?, MAX_FILE),
    }
}

impl OpenOutcome {
    fn head(&self) -> String {
        let made = self.created_at.strftime("%Y-%m-%d %H:%M:%SZ");
        format!("{}, made {made}\n\n", plain(&self.file.display().to_string()))
    }

    /// What there is of each kind, in its own paragraph.
    fn parts(&self) -> Vec<String> {
        match &self.found {
            Found::Listed(plan) => vec![
                text_of(&plan.registrations, registrations_text),
                text_of(&plan.accounts, |all| accounts_text(all, Mood::Looked)),
                text_of(&plan.lineages, |all| lineages_text(all, Mood::Looked)),
            ],
            Found::Taken(brought, verified) => {
                let mut parts = vec![
                    text_of(brought.taken(), taken_text),
                    brought.notes().iter().map(|one| format!("{}\n", plain(one))).collect(),
                    text_of(&brought.accounts, |all| accounts_text(all, Mood::Done)),
                    text_of(&brought.lineages, |all| lineages_text(all, Mood::Done)),
                    brought.left_out.iter().map(|one| format!("left out: {}\n", plain(one))).collect(),
                ];
                parts.extend(brought.failed.iter().map(error_text));
                parts.push(verified.text());
                parts
            }
        }
    }
}

fn text_of<T>(all: &[T], text: impl FnOnce(&[T]) -> String) -> String {
    if all.is_empty() { String::new() } else { text(all) }
}

impl Outcome for OpenOutcome {
    fn json(&self) -> Value {
        let bundle = json!({ "file": self.file, "created_at": self.created_at });
        match &self.found {
            Found::Listed(plan) => json!({
                "bundle": bundle,
                "registrations": registrations_json(&plan.registrations),
                "accounts": accounts_json(&plan.accounts, Mood::Looked),
                "lineages": lineages_json(&plan.lineages, Mood::Looked),
            }),
            Found::Taken(brought, verified) => json!({
                "bundle": bundle,
                "registrations": brought.taken().iter().map(|one| taken_json(one, verified)).collect::<Vec<_>>(),
                "accounts": accounts_json(&brought.accounts, Mood::Done),
                "lineages": lineages_json(&brought.lineages, Mood::Done),
                "said": brought.notes(),
                "left_out": brought.left_out,
                "failed": brought.failed.iter().map(|error| error_json(error)["error"].clone()).collect::<Vec<_>>(),
            }),
        }
    }

    fn text(&self) -> String {
        let parts: Vec<String> = self.parts().into_iter().filter(|part| !part.is_empty()).collect();
        format!("{}{}", self.head(), parts.join("\n"))
    }

    fn kind(&self) -> Option<Kind> {
        let Found::Taken(brought, verified) = &self.found else { return None };
        let failed = brought.failed.iter().map(crate::error::Error::kind);
        failed.chain(verified.kind()).min_by_key(|kind| kind.exit_code())
    }
}
