//! `certdns acmeaccount import`.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::fault::Fault;
use super::shown::Shown;
use crate::accounts::import::{Found, Looked, bounded, find, find_in_text, take_over};
use crate::acme::{Account, account_name, authority_name};
use crate::context::Context;
use crate::error::{Error, Kind, Result};
use crate::event::Event;
use crate::output::{Outcome, error_json, error_text};
use crate::settings::other_clients;

/// Take over accounts of other ACME clients: certbot, lego, acme.sh, Posh-ACME, Caddy, Certify, or a bare key
///
/// The account keeps its URI, and with it what CAA records pin. The CA confirms it before it is kept; a key that the
/// CA does not know is an error, never a new account. The other client's files stay as they are. With --account NAME
/// the account gets this name.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// A file, a folder of the other client, or - for stdin (certify acmeaccount list | certdns acmeaccount import -);
    /// without any, the usual places are looked at and what is there is offered
    #[arg(value_name = "PATH")]
    path: Option<PathBuf>,
    /// Use this account where no other is asked for
    #[arg(long)]
    default: bool,
}

/// What was taken over, what was not, and what could be.
#[derive(Default)]
pub(super) struct ImportOutcome {
    taken: Vec<Shown>,
    failed: Vec<(PathBuf, Error)>,
    offered: Vec<Offer>,
}

struct Offer {
    found: Found,
    authority: String,
}

pub(super) async fn run(cx: &Context, args: Args) -> Result<ImportOutcome> {
    let Some(path) = args.path else { return offer(cx, args.default).await };
    let Looked { found, trouble } = found_at(&path)?;
    let found = wanted(cx, found)?;
    let mut outcome = ImportOutcome::default();
    outcome.failed.extend(trouble.into_iter().map(|(path, fault)| (path, Error::from(fault))));
    if let [one] = found.as_slice() {
        outcome.taken.push(taken(cx, one, name(cx)?, args.default).await?);
        return Ok(outcome);
    }
    if name(cx)?.is_some() || args.default {
        return Err(Fault::Several { count: found.len() }.into());
    }
    for one in &found {
        outcome.add(one, taken(cx, one, None, false).await);
    }
    Ok(outcome)
}

fn found_at(path: &Path) -> Result<Looked> {
    if path != Path::new("-") {
        return Ok(find(path)?);
    }
    let text = bounded(std::io::stdin().lock()).map_err(Fault::Stdin)?;
    Ok(Looked { found: find_in_text(&text)?, trouble: Vec::new() })
}

/// `--account URI` means that one of several.
fn wanted(cx: &Context, found: Vec<Found>) -> Result<Vec<Found>> {
    let Some(uri) = cx.settings.account.as_ref().filter(|account| account.contains("://")) else { return Ok(found) };
    let known = found.iter().filter_map(|one| one.uri.as_ref().map(ToString::to_string)).collect();
    let is_meant = |one: &Found| one.uri.as_ref().is_some_and(|found| found.as_str() == uri);
    let meant: Vec<Found> = found.into_iter().filter(is_meant).collect();
    if meant.is_empty() { Err(Fault::NotAmong { uri: uri.clone(), known }.into()) } else { Ok(meant) }
}

/// The name that the account is given.
fn name(cx: &Context) -> Result<Option<&str>> {
    let name = cx.settings.account.as_deref().filter(|account| !account.contains("://"));
    let checked = name.map(|name| account_name(name).map(|_| name)).transpose();
    checked.map_err(|why| Fault::Name { why }.into())
}

async fn taken(cx: &Context, found: &Found, name: Option<&str>, default: bool) -> Result<Shown> {
    let account: Account = take_over(cx, found, name).await?;
    if default {
        cx.store.choose_account(&account)?;
    }
    Shown::of(cx, account)
}

/// Whoever watches is asked about each account that is found; nobody else is decided for.
async fn offer(cx: &Context, default: bool) -> Result<ImportOutcome> {
    let mut outcome = ImportOutcome::default();
    for found in other_clients().iter().flat_map(|place| looked_at(cx, place)) {
        let authority = found.directory(&cx.settings).map_or("an unknown CA".to_owned(), |url| authority_name(&url));
        let offer = Offer { found, authority };
        if cx.ask(format!("Take over {}?", offer.text())).await {
            let shown = taken(cx, &offer.found, name(cx)?, default).await;
            outcome.add(&offer.found, shown);
        } else {
            outcome.offered.push(offer);
        }
    }
    Ok(outcome)
}

/// What is at a usual place; that it cannot be read is told, that nothing is there is not.
fn looked_at(cx: &Context, place: &Path) -> Vec<Found> {
    if matches!(place.try_exists(), Ok(false)) {
        return Vec::new();
    }
    let (found, trouble) = match find(place) {
        Ok(Looked { found, trouble }) => (found, trouble.into_iter().map(|(_, fault)| fault).collect()),
        Err(fault) => (Vec::new(), vec![fault]),
    };
    for fault in trouble.into_iter().filter(|fault| !fault.is_absence()) {
        let error = Error::from(fault);
        let text = error.whole();
        cx.report(Event::Warning { text });
    }
    found
}

impl ImportOutcome {
    fn add(&mut self, found: &Found, shown: Result<Shown>) {
        match shown {
            Ok(shown) => self.taken.push(shown),
            Err(error) => {
                self.failed
                    .push((found.path.clone(), error.doing(format!("could not take over {}", found.path.display()))));
            }
        }
    }
}

impl Offer {
    fn text(&self) -> String {
        let uri = self.found.uri.as_ref().map_or("an account", |uri| uri.as_str());
        format!("{uri} at {} from {} ({})", self.authority, self.found.client, self.found.path.display())
    }

    fn json(&self) -> Value {
        json!({
            "client": self.found.client,
            "path": self.found.path,
            "uri": self.found.uri,
            "authority": self.authority,
        })
    }
}

impl Outcome for ImportOutcome {
    fn json(&self) -> Value {
        let failed = |(path, error): &(PathBuf, Error)| json!({ "path": path, "error": error_json(error)["error"] });
        json!({
            "accounts": self.taken.iter().map(Shown::json).collect::<Vec<_>>(),
            "failed": self.failed.iter().map(failed).collect::<Vec<_>>(),
            "found": self.offered.iter().map(Offer::json).collect::<Vec<_>>(),
        })
    }

    fn text(&self) -> String {
        let mut parts: Vec<String> =
            self.taken.iter().map(|shown| format!("Taken over.\n\n{}", shown.text())).collect();
        parts.extend(self.failed.iter().map(|(_, error)| error_text(error)));
        if !self.offered.is_empty() {
            let line = |offer: &Offer| {
                format!("  {}\n\ncertdns acmeaccount import {}\n\n", offer.text(), offer.found.path.display())
            };
            let lines: String = self.offered.iter().map(line).collect();
            parts.push(format!("Found, and not taken over:\n\n{}\n", lines.trim_end()));
        }
        match parts.is_empty() {
            true => "No accounts of other ACME clients are in the usual places; name the file or folder.\n".to_owned(),
            false => parts.join("\n"),
        }
    }

    fn kind(&self) -> Option<Kind> {
        (!self.failed.is_empty()).then_some(Kind::Failed)
    }
}
