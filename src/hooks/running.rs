//! Runs a hook: with a time limit, its output told, and nothing of certdns' own secrets in its environment.

use std::ffi::{OsStr, OsString};
use std::process::{ExitStatus, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::io::AsyncReadExt;
use tokio::process::Command;

use super::environment::FOREIGN;
use super::group::{Group, Pipes};
use super::hook::Action;
use super::lines::Lines;
use super::{Hook, HookFault, Stage, Variables};
use crate::error::Listed;
use crate::event::{Event, SharedReporter};

/// So long nothing may come from a pipe that a program in the background keeps open, until it is left to itself.
const SILENCE: Duration = Duration::from_millis(100);
/// So long it is listened to at all when the hook has ended.
const LINGER: Duration = Duration::from_secs(1);

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
        Action::Signal { pid_file, signal } => return super::signalling::send(pid_file, *signal),
    };
    command.stdin(Stdio::null());
    for name in errand.hidden.iter().map(OsString::as_os_str).chain(FOREIGN.map(OsStr::new)) {
        command.env_remove(name);
    }
    command.envs(errand.variables.pairs().iter().map(|(name, value)| (name, value)));
    let program = command.as_std().get_program().display().to_string();
    let (group, pipes) = Group::start(command).map_err(|source| HookFault::Start { program, source })?;
    follow(errand, group, pipes, reporter).await
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

/// Tells what it prints until it ends.
async fn follow(
    errand: &Errand<'_>,
    mut group: Group,
    pipes: Pipes,
    reporter: &SharedReporter,
) -> Result<(), HookFault> {
    let mut ear = Ear { pipes, lines: Lines::default(), stage: errand.stage, reporter };
    let ended = tokio::time::timeout(errand.limit, ear.listen_to(&mut group)).await;
    if ended.is_err() {
        group.end().await;
    }
    ear.listen_on().await;
    let said = Listed::new(ear.lines.into_last());
    match ended {
        Ok(Ok(status)) if status.success() => Ok(()),
        Ok(Ok(status)) => Err(HookFault::Status { status, said }),
        Ok(Err(source)) => Err(HookFault::Wait(source)),
        Err(_) => Err(HookFault::TimeLimit { limit: errand.limit, said }),
    }
}

/// Listens to what a program prints.
struct Ear<'a> {
    pipes: Pipes,
    lines: Lines,
    stage: Stage,
    reporter: &'a SharedReporter,
}

impl Ear<'_> {
    async fn listen_to(&mut self, group: &mut Group) -> std::io::Result<ExitStatus> {
        loop {
            tokio::select! {
                status = group.wait() => return status,
                () = self.hear(), if self.is_open() => {}
            }
        }
    }

    /// Tells what is left in the pipes. A program in the background may keep them open for as long as it lives.
    async fn listen_on(&mut self) {
        let rest = async { while self.is_open() && tokio::time::timeout(SILENCE, self.hear()).await.is_ok() {} };
        let _ = tokio::time::timeout(LINGER, rest).await;
        let rest = self.lines.finish();
        self.tell(rest);
    }

    fn is_open(&self) -> bool {
        self.pipes.iter().any(Option::is_some)
    }

    /// Waits for the next piece, or for the end of a pipe. Nothing is lost when this is dropped on the way.
    async fn hear(&mut self) {
        let (mut first, mut second) = (vec![0; 8192], vec![0; 8192]);
        let [out, err] = &mut self.pipes;
        let (number, read, octets) = tokio::select! {
            read = piece(out.as_mut(), &mut first), if out.is_some() => (0, read, first),
            read = piece(err.as_mut(), &mut second), if err.is_some() => (1, read, second),
        };
        if read == 0 {
            self.pipes[number] = None;
        }
        let lines = self.lines.push(number, &octets[..read]);
        self.tell(lines);
    }

    fn tell(&self, lines: Vec<String>) {
        for line in lines {
            self.reporter.report(Event::HookOutput { stage: self.stage.as_str(), line });
        }
    }
}

/// How much was read; a pipe that cannot be read has come to its end.
async fn piece(pipe: Option<&mut (impl AsyncReadExt + Unpin)>, buffer: &mut [u8]) -> usize {
    match pipe {
        Some(pipe) => pipe.read(buffer).await.unwrap_or(0),
        None => 0,
    }
}
