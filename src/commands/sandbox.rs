//! `certdns sandbox`: the offline lab.

mod tour;

use std::path::{Path, PathBuf};
use std::time::Duration;

use base64::prelude::{BASE64_URL_SAFE_NO_PAD as BASE64URL, Engine};
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::context::Context;
use crate::error::{Explain, Hint, Kind, Result};
use crate::output::Outcome;
use crate::sandbox::{Sandbox, SandboxOptions};

/// Start a CA, an acme-dns server and a DNS host on this machine, to try everything offline
///
/// Runs until Ctrl-C, or runs a command inside: `certdns sandbox -- COMMAND...`. Nothing leaves this machine.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Walk through the whole job, from registration to renewal, in ./certdns-tour
    #[arg(long, conflicts_with_all = ["directory", "command"])]
    tour: bool,
    /// Keep the lab's files and the state here [default: a temporary directory]
    #[arg(long = "dir", value_name = "DIR")]
    directory: Option<PathBuf>,
    /// Write every request that CA and acme-dns server get, as JSON lines
    #[arg(long, value_name = "FILE")]
    history: Option<PathBuf>,
    /// Percentage of good nonces that the CA rejects
    #[arg(long, value_name = "PERCENT", default_value_t = 5, value_parser = clap::value_parser!(u8).range(0..=95))]
    bad_nonces: u8,
    /// So many looks at an order find it pending or processing
    #[arg(long, value_name = "N", default_value_t = 0)]
    pending_polls: u32,
    /// `Retry-After` of pending and processing orders, in seconds
    #[arg(long, value_name = "SECONDS")]
    retry_after: Option<u64>,
    /// Lifetime of certificates, such as 90d or 10m
    #[arg(long, value_name = "DURATION", default_value = "90d", value_parser = lifetime)]
    lifetime: Duration,
    /// Ask new accounts for this external account binding; the key is base64url, and the option may be repeated
    #[arg(long, value_name = "KID:KEY", conflicts_with = "tour", value_parser = external_account)]
    eab: Vec<(String, String)>,
    /// Command to run inside the lab
    #[arg(last = true, value_name = "COMMAND")]
    command: Vec<String>,
}

/// How the lab ended.
pub struct SandboxOutcome {
    status: u8,
}

/// Starts the lab and does in it what was asked for.
pub async fn run(cx: &Context, args: Args) -> Result<SandboxOutcome> {
    if args.tour {
        return tour::run(cx, &args).await;
    }
    let temporary = tempfile::tempdir().map_err(SandboxFault::Start)?;
    let directory = args.directory.clone().unwrap_or_else(|| temporary.path().to_owned());
    let sandbox = start(&args, &directory)?;
    if args.command.is_empty() { rest(cx, &sandbox).await } else { inside(&sandbox, &args.command).await }
}

fn start(args: &Args, directory: &Path) -> Result<Sandbox, SandboxFault> {
    let unusable = |path: &Path| {
        let path = path.to_owned();
        |source| SandboxFault::Path { path, source }
    };
    std::fs::create_dir_all(directory).map_err(unusable(directory))?;
    if let Some(history) = &args.history {
        std::fs::File::create(history).map_err(unusable(history))?;
    }
    let mut options =
        SandboxOptions { directory: directory.to_owned(), history: args.history.clone(), ..SandboxOptions::default() };
    options.authority.bad_nonces = args.bad_nonces;
    options.authority.pending_polls = args.pending_polls;
    options.authority.retry_after = args.retry_after.map(Duration::from_secs);
    options.authority.lifetime = args.lifetime;
    options.authority.external_accounts.required = !args.eab.is_empty();
    options.authority.external_accounts.keys = args.eab.iter().cloned().collect();
    Sandbox::start(options).map_err(SandboxFault::Start)
}

/// Tells how to get in, and stays until Ctrl-C.
async fn rest(cx: &Context, sandbox: &Sandbox) -> Result<SandboxOutcome> {
    let environment = sandbox.environment();
    if cx.settings.voice.json {
        let variables: serde_json::Map<String, Value> =
            environment.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
        let document =
            json!({ "environment": variables, "zone_file": sandbox.zone_file(), "issuer_root": sandbox.issuer_root() });
        cx.reporter.announce(&format!("{document:#}\n"));
    } else {
        cx.reporter.announce(&welcome(sandbox, &environment));
    }
    tokio::signal::ctrl_c().await.map_err(SandboxFault::Start)?;
    Ok(SandboxOutcome { status: 0 })
}

fn welcome(sandbox: &Sandbox, environment: &[(&str, String)]) -> String {
    let export = |(name, value): &(&str, String)| {
        if cfg!(windows) { format!("$env:{name} = \"{value}\"\n") } else { format!("export {name}='{value}'\n") }
    };
    let exports: String = environment.iter().map(export).collect();
    format!(
        "The lab runs. In another terminal, this points certdns at it:\n\n{exports}\nYour DNS host serves example.test from this file; edits are served at once:\n\n{}\n\nCertificates lead to the root in {}\nCtrl-C ends the lab.\n",
        sandbox.zone_file().display(),
        sandbox.issuer_root().display()
    )
}

/// Runs a command in the lab's environment and takes over its exit status.
async fn inside(sandbox: &Sandbox, command: &[String]) -> Result<SandboxOutcome> {
    let program = &command[0];
    let mut child = tokio::process::Command::new(program);
    child.args(&command[1..]).envs(sandbox.environment()).kill_on_drop(true);
    let status = child.status().await;
    let status = status.map_err(|source| SandboxFault::Command { program: program.clone(), source })?;
    Ok(SandboxOutcome { status: exit_status(status) })
}

/// As shells tell it: 128 and the signal for a command that one ended.
fn exit_status(status: std::process::ExitStatus) -> u8 {
    #[cfg(unix)]
    let code =
        status.code().or_else(|| std::os::unix::process::ExitStatusExt::signal(&status).map(|signal| 128 + signal));
    #[cfg(not(unix))]
    let code = status.code();
    code.and_then(|code| u8::try_from(code).ok()).unwrap_or(1)
}

/// `90d`, `10m`.
fn lifetime(text: &str) -> Result<Duration, String> {
    let wrong = || "write a duration such as `90d`, `12h` or `10m`".to_owned();
    let span: jiff::Span = text.parse().map_err(|_| wrong())?;
    let length: SignedDuration = span.to_duration(jiff::SpanRelativeTo::days_are_24_hours()).map_err(|_| wrong())?;
    Duration::try_from(length).map_err(|_| wrong())
}

/// `KID:KEY`, as CAs hand them out.
fn external_account(text: &str) -> Result<(String, String), String> {
    let parts = text.rsplit_once(':').filter(|(kid, key)| !kid.is_empty() && !key.is_empty());
    let (kid, key) = parts.ok_or("write the key identifier, a colon and the key, such as `kid-1:c2VjcmV0`")?;
    BASE64URL.decode(key).map_err(|_| "the key is base64url without padding, such as `c2VjcmV0`")?;
    Ok((kid.to_owned(), key.to_owned()))
}

#[derive(Debug, thiserror::Error)]
enum SandboxFault {
    #[error("could not start the lab")]
    Start(#[source] std::io::Error),
    #[error("could not use {}", path.display())]
    Path { path: PathBuf, source: std::io::Error },
    #[error("could not run {program}")]
    Command { program: String, source: std::io::Error },
    #[error("{} is there already, and is not from a tour", path.display())]
    NotOurs { path: PathBuf },
}

impl Explain for SandboxFault {
    fn kind(&self) -> Kind {
        match self {
            SandboxFault::Start(_) => Kind::Failed,
            SandboxFault::Path { .. } | SandboxFault::Command { .. } | SandboxFault::NotOurs { .. } => Kind::Usage,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        vec![Hint::new(match self {
            SandboxFault::Start(_) => "the lab needs loopback sockets and a directory it may write to (`--dir`)",
            SandboxFault::Path { .. } => "name another one with `--dir` or `--history`",
            SandboxFault::Command { .. } => "write the program and its arguments behind `--`, as you would type them",
            SandboxFault::NotOurs { .. } => "run the tour in another directory, or move that one aside",
        })]
    }
}

impl Outcome for SandboxOutcome {
    /// What is to be said was said while the lab ran.
    fn json(&self) -> Value {
        Value::Null
    }

    fn text(&self) -> String {
        String::new()
    }

    fn exit_code(&self) -> u8 {
        self.status
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_external_account_is_a_key_identifier_and_a_key_in_base64url() {
        let right = |kid: &str, key: &str| Ok((kid.to_owned(), key.to_owned()));
        assert_eq!(external_account("kid-1:c2VjcmV0"), right("kid-1", "c2VjcmV0"));
        assert_eq!(external_account("urn:kid:c2VjcmV0"), right("urn:kid", "c2VjcmV0"));
        for wrong in ["", "kid-1", ":c2VjcmV0", "kid-1:", "kid-1:c2VjcmV0==", "kid-1:a b"] {
            assert!(external_account(wrong).is_err(), "{wrong}");
        }
    }
}
