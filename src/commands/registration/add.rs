//! `certdns registration add`.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::fault::Fault;
use super::shown::name;
use super::taking::{TakeArgs, taken_json, taken_text};
use super::verifying::{Verified, verified};
use crate::context::Context;
use crate::error::{Kind, Result};
use crate::foreign::{bounded, decoded};
use crate::identifier::{DnsName, Identifier};
use crate::output::Outcome;
use crate::registrations::formats::{Besides, Client, Entry, reply};
use crate::registrations::{Cause, MAX_FILE, Taken, take_one};
use crate::secret::Secret;
use crate::store::{Record, What};

/// Add a registration that is there already: from its parts, or a pasted reply of `/register` on stdin
///
/// For services without `/register`, and for what was registered by hand. The server is the one that `--acme-dns`
/// names. A password is read from a file or from stdin, never from the command line.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The name that it is for
    #[arg(value_name = "NAME", value_parser = name)]
    name: Identifier,
    /// Its user name; without it, the reply of `/register` is read from stdin
    #[arg(long, value_name = "USER", requires = "subdomain", requires = "password_file")]
    username: Option<String>,
    /// Its subdomain
    #[arg(long, value_name = "LABEL", requires = "username")]
    subdomain: Option<String>,
    /// The file with its password, or - for stdin
    #[arg(long, value_name = "FILE", requires = "username")]
    password_file: Option<PathBuf>,
    /// Where its CNAME leads; without it, --zone or the live CNAME tells
    #[arg(long, value_name = "NAME", requires = "username", value_parser = target)]
    fulldomain: Option<DnsName>,
    #[command(flatten)]
    take: TakeArgs,
}

fn target(text: &str) -> Result<DnsName, String> {
    DnsName::parse(text).map_err(|error| error.to_string())
}

pub(super) struct AddOutcome {
    taken: Vec<Taken>,
    said: Vec<String>,
    verified: Verified,
}

pub(super) async fn run(cx: &Context, args: Args) -> Result<AddOutcome> {
    let entry = entry(&args)?;
    let cause = Cause { what: What::Added, text: "by hand".to_owned() };
    let outcome = take_one(cx, Client::Certdns, entry, &cause, &args.take.wishes(false)).await?;
    let records: Vec<Record> = outcome.taken.iter().map(|taken| taken.record.clone()).collect();
    let verified = verified(cx, &records, args.take.verify).await?;
    Ok(AddOutcome { taken: outcome.taken, said: outcome.said, verified })
}

fn entry(args: &Args) -> Result<Entry> {
    let challenge = args.name.challenge_name();
    let (Some(username), Some(subdomain), Some(file)) = (&args.username, &args.subdomain, &args.password_file) else {
        return Ok(reply(&decoded(&read(Path::new("-"))?), challenge)?);
    };
    Ok(Entry {
        challenge,
        username: username.clone(),
        password: password(file)?,
        subdomain: subdomain.clone(),
        fulldomain: args.fulldomain.clone(),
        server: None,
        allow_from: Vec::new(),
        registered_at: None,
        besides: Besides::Nothing,
    })
}

fn password(file: &Path) -> Result<Secret> {
    let text = decoded(&read(file)?);
    let password = text.expose().trim();
    match password.is_empty() || password.contains(char::is_control) {
        true => Err(Fault::Password { file: file.to_owned() }.into()),
        false => Ok(Secret::new(password)),
    }
}

fn read(path: &Path) -> Result<Zeroizing<Vec<u8>>> {
    let what = if path == Path::new("-") { "stdin".to_owned() } else { path.display().to_string() };
    let opened: std::io::Result<Box<dyn std::io::Read>> = match path == Path::new("-") {
        true => Ok(Box::new(std::io::stdin().lock())),
        false => std::fs::File::open(path).map(|file| Box::new(file.take(MAX_FILE + 1)) as Box<dyn std::io::Read>),
    };
    Ok(opened.and_then(|from| bounded(from, MAX_FILE)).map_err(|source| Fault::Read { what, source })?)
}

impl Outcome for AddOutcome {
    fn json(&self) -> Value {
        let registrations = self.taken.iter().map(|one| taken_json(one, &self.verified));
        json!({ "registrations": registrations.collect::<Vec<_>>(), "said": self.said })
    }

    fn text(&self) -> String {
        let said: String = self.said.iter().map(|said| format!("  {said}\n")).collect();
        format!("{said}{}\n{}", taken_text(&self.taken), self.verified.text())
    }

    fn kind(&self) -> Option<Kind> {
        self.verified.kind()
    }
}
