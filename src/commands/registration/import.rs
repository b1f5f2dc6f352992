//! `certdns registration import`.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::fault::Fault;
use super::taking::{TakeArgs, taken_json, taken_text};
use super::verifying::{Verified, verified};
use crate::context::Context;
use crate::error::{Error, Kind, Result};
use crate::event::Event;
use crate::foreign::bounded;
use crate::output::{Outcome, error_json, error_text, plain};
use crate::registrations::formats::{Client, Entry};
use crate::registrations::{Cause, Found, Looked, MAX_FILE, Taken, Wishes, base, find, find_in_text, shown, take};
use crate::settings::{other_registrations, process_environment};
use crate::store::{Record, What};

/// Take over registrations of other clients; the format is recognised
///
/// What is read: Certify, lego, acme-dns-client, Caddy, acme-dns-auth.py, certbot-dns-acmedns, go-acme-dns-manager,
/// acme.sh, Posh-ACME, win-acme, simple-acme, and exports of certdns. Of a file all is taken over or nothing, and the
/// file stays as it is. What it does not tell, the server or the target, comes from its name, from what lies beside it,
/// or from the live CNAME, and is said.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Files, folders of other clients, or - for stdin; without any, the usual places are looked at and what is there
    /// is offered
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Take what is well in a file although something beside it is not
    #[arg(long)]
    partial: bool,
    #[command(flatten)]
    take: TakeArgs,
}

/// What was taken over, what was not, and what could be.
pub(super) struct ImportOutcome {
    files: Vec<File>,
    failed: Vec<(PathBuf, Error)>,
    offered: Vec<Found>,
    verified: Verified,
}

/// A file, and what became of its registrations.
struct File {
    client: Client,
    path: PathBuf,
    taken: Vec<Taken>,
    said: Vec<String>,
}

pub(super) async fn run(cx: &Context, args: Args) -> Result<ImportOutcome> {
    let wishes = args.take.wishes(args.partial);
    let mut outcome = ImportOutcome {
        files: Vec::new(),
        failed: Vec::new(),
        offered: Vec::new(),
        verified: Verified { seen: Vec::new() },
    };
    for path in &args.paths {
        let Looked { found, trouble } = looked_at(path)?;
        outcome.failed.extend(trouble.into_iter().map(|(path, fault)| (path, fault.into())));
        for one in found {
            outcome.add(cx, &one, &wishes).await;
        }
    }
    if args.paths.is_empty() {
        outcome.offer(cx, &wishes).await;
    }
    // Nothing else is there to be told of.
    if outcome.files.is_empty() && outcome.offered.is_empty() && outcome.failed.len() == 1 {
        return Err(outcome.failed.remove(0).1);
    }
    outcome.verified = verified(cx, &outcome.records(), args.take.verify).await?;
    Ok(outcome)
}

fn looked_at(path: &Path) -> Result<Looked> {
    if path != Path::new("-") {
        return Ok(find(path)?);
    }
    let read = |source| Fault::Read { what: "stdin".to_owned(), source };
    let text = bounded(std::io::stdin().lock(), MAX_FILE).map_err(read)?;
    Ok(Looked { found: vec![find_in_text(&text)?], trouble: Vec::new() })
}

impl ImportOutcome {
    /// Takes one file; another one is not held up by what is wrong with it.
    async fn add(&mut self, cx: &Context, found: &Found, wishes: &Wishes) {
        warn(cx, found);
        let (client, path) = (found.client, found.path.clone());
        let text = format!("from {} ({})", shown(&path), client.name());
        match take(cx, found, &Cause { what: What::Imported, text }, wishes).await {
            Ok(outcome) => {
                self.failed.extend(outcome.failed.into_iter().map(|error| (path.clone(), error)));
                self.files.push(File { client, path, taken: outcome.taken, said: outcome.said });
            }
            Err(error) => self.failed.push((path, error)),
        }
    }

    /// Whoever watches is asked about each file that is found; nobody else is decided for.
    async fn offer(&mut self, cx: &Context, wishes: &Wishes) {
        for place in other_registrations(&process_environment) {
            for found in usual(cx, &place) {
                if cx.ask(format!("Take over {}?", offer_text(&found))).await {
                    self.add(cx, &found, wishes).await;
                } else {
                    self.offered.push(found);
                }
            }
        }
    }

    fn records(&self) -> Vec<Record> {
        self.files.iter().flat_map(|file| file.taken.iter().map(|taken| taken.record.clone())).collect()
    }
}

/// Whoever could read the file has the credentials, too.
fn warn(cx: &Context, found: &Found) {
    if found.exposed {
        let path = found.path.display();
        let text = format!(
            "{path} can be read by other users of this machine, who can answer challenges with what stands there; `chmod 600` closes it"
        );
        cx.report(Event::Warning { text });
    }
}

/// What is at a usual place; that it cannot be read is told, that nothing is there is not.
fn usual(cx: &Context, place: &Path) -> Vec<Found> {
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

/// How many names are told one by one.
const SOME: usize = 5;

fn offer_text(found: &Found) -> String {
    let names = names(found);
    let some = names.iter().take(SOME).cloned().collect::<Vec<_>>().join(", ");
    let more = if names.len() > SOME { format!(" and {} more", names.len() - SOME) } else { String::new() };
    let plural = if names.len() == 1 { "registration" } else { "registrations" };
    let path = plain(&shown(&found.path));
    format!("{} {plural} of {} from {path}: {some}{more}", names.len(), found.client.name())
}

fn names(found: &Found) -> Vec<String> {
    found.entries.iter().flatten().map(|entry: &Entry| base(&entry.challenge).to_string()).collect()
}

impl File {
    fn text(&self) -> String {
        let said: String = self.said.iter().map(|said| format!("  {}\n", plain(said))).collect();
        format!("{} ({})\n{said}\n{}", plain(&shown(&self.path)), self.client.name(), taken_text(&self.taken))
    }

    fn json(&self, verified: &Verified) -> Value {
        json!({
            "client": self.client.code(),
            "path": self.path,
            "said": self.said,
            "registrations": self.taken.iter().map(|one| taken_json(one, verified)).collect::<Vec<_>>(),
        })
    }
}

impl Outcome for ImportOutcome {
    fn json(&self) -> Value {
        let failed = |(path, error): &(PathBuf, Error)| json!({ "path": path, "error": error_json(error)["error"] });
        let found = |one: &Found| json!({ "client": one.client.code(), "path": one.path, "names": names(one) });
        json!({
            "files": self.files.iter().map(|file| file.json(&self.verified)).collect::<Vec<_>>(),
            "failed": self.failed.iter().map(failed).collect::<Vec<_>>(),
            "found": self.offered.iter().map(found).collect::<Vec<_>>(),
        })
    }

    fn text(&self) -> String {
        let mut parts: Vec<String> = self.files.iter().map(File::text).collect();
        parts.extend(self.failed.iter().map(|(_, error)| error_text(error)));
        if !self.offered.is_empty() {
            let line = |found: &Found| {
                format!("  {}\n\ncertdns registration import {}\n\n", offer_text(found), found.path.display())
            };
            let lines: String = self.offered.iter().map(line).collect();
            parts.push(format!("Found, and not taken over:\n\n{}\n", lines.trim_end()));
        }
        parts.extend(Some(self.verified.text()).filter(|text| !text.is_empty()));
        match parts.is_empty() {
            true => "No registrations of other clients are in the usual places; name the file or folder.\n".to_owned(),
            false => parts.join("\n"),
        }
    }

    fn kind(&self) -> Option<Kind> {
        let failed = self.failed.iter().map(|(_, error)| error.kind());
        failed.chain(self.verified.kind()).min_by_key(|kind| kind.exit_code())
    }
}
