//! Runs a hook: with a time limit, its output told, and nothing of certdns' own secrets in its environment.

use std::ffi::{OsStr, OsString};
use std::process::Stdio;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::io::AsyncWriteExt;
use tokio::process::Command;

use super::environment::FOREIGN;
use super::following::follow;
use super::group::{Group, Pipes};
use super::hook::Action;
use super::{Hook, HookFault, Stage, Variables};
use crate::event::{Event, SharedReporter};

/// A hook that is to be run.
pub struct Errand<'a> {
    pub stage: Stage,
    pub hook: &'a Hook,
    /// The lineages that it is for.
    pub lineages: Vec<String>,
    pub variables: Variables,
    /// Variables of this process that a hook must not see.
    pub hidden: &'a [OsString],
    pub limit: Duration,
}

/// Runs it to its end, or to its time limit. Dropped on the way, all that it started is ended.
///
/// # Errors
/// When it could not be started, ended with anything but success, or took too long.
pub async fn run(errand: &Errand<'_>, reporter: &SharedReporter) -> Result<(), HookFault> {
    let (stage, started) = (errand.stage.as_str(), Instant::now());
    let hook: Arc<str> = errand.hook.text().into();
    reporter.report(Event::HookStarted { stage, hook: hook.clone(), lineages: errand.lineages.clone() });
    let result = act(errand, reporter).await;
    reporter.report(Event::HookEnded { stage, hook, went_well: result.is_ok(), took: started.elapsed() });
    result
}

async fn act(errand: &Errand<'_>, reporter: &SharedReporter) -> Result<(), HookFault> {
    let mut command = match errand.hook.action() {
        Action::Shell(line) => shell(line),
        Action::Exec { program, arguments } => command(program, arguments),
        Action::SystemdReload { unit } => command("systemctl", &["--no-ask-password", "reload", "--", unit]),
        #[cfg(unix)]
        Action::Signal { pid_file, signal } => return super::signalling::send(pid_file, *signal, errand.limit).await,
    };
    command.stdin(Stdio::null());
    let (group, pipes) = start(command, errand.hidden, errand.variables.pairs())?;
    let stage = errand.stage.as_str();
    follow(group, pipes, errand.limit, &|line| reporter.report(Event::HookOutput { stage, line })).await
}

/// Runs a line for the shell that is told something on its stdin. What it prints is told where it fails only.
///
/// # Errors
/// As with a hook.
pub async fn call(
    line: &str,
    hidden: &[OsString],
    variables: &[(&'static str, OsString)],
    body: Vec<u8>,
    limit: Duration,
) -> Result<(), HookFault> {
    let mut command = shell(line);
    command.stdin(Stdio::piped());
    let (mut group, pipes) = start(command, hidden, variables)?;
    let stdin = group.stdin();
    let telling = tokio::spawn(async move {
        // Who does not read it does not want it.
        if let Some(mut stdin) = stdin {
            let _ = stdin.write_all(&body).await;
        }
    });
    let result = follow(group, pipes, limit, &|_| ()).await;
    telling.abort();
    result
}

fn start(
    mut command: Command,
    hidden: &[OsString],
    variables: &[(&'static str, OsString)],
) -> Result<(Group, Pipes), HookFault> {
    for name in hidden.iter().map(OsString::as_os_str).chain(FOREIGN.map(OsStr::new)) {
        command.env_remove(name);
    }
    command.envs(variables.iter().map(|(name, value)| (name, value)));
    let program = command.as_std().get_program().display().to_string();
    Group::start(command).map_err(|source| HookFault::Start { program, source })
}

fn command(program: &str, arguments: &[impl AsRef<OsStr>]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments);
    command
}

#[cfg(unix)]
fn shell(line: &str) -> Command {
    command("/bin/sh", &["-c", line])
}

/// `cmd` has rules of its own for quotation marks: it gets the line as it is.
#[cfg(windows)]
fn shell(line: &str) -> Command {
    let mut command = Command::new("cmd");
    command.args(["/D", "/S", "/C"]).raw_arg(format!("\"{line}\""));
    command
}
