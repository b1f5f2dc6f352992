//! A command that is told: a line for the shell, with the notice as JSON on its stdin and in its environment.

use std::pin::pin;
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use futures_util::future::{Either, select};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, Command};

use super::NotifyError;
use super::channel::host;
use crate::context::Context;
use crate::error::Listed;
use crate::notices::Notice;
use crate::settings::own_variables;

/// Runs a command to its end, or to its time limit.
pub(super) async fn run(cx: &Context, line: &str, notice: &Notice) -> Result<(), NotifyError> {
    let mut command = shell(line);
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped()).kill_on_drop(true);
    for name in own_variables() {
        command.env_remove(name);
    }
    command.envs(notice.variables(&host(), cx.reporter.run()));
    let mut child = command.spawn().map_err(NotifyError::Start)?;
    let body = notice.json(&host(), cx.reporter.run()).to_string();
    let limit = cx.settings.notify.timeout;
    match tokio::time::timeout(limit, follow(&mut child, body.as_bytes())).await {
        Ok(Ok((status, _))) if status.success() => Ok(()),
        Ok(Ok((status, said))) => Err(NotifyError::Status { status, said: Listed::new(said) }),
        Ok(Err(source)) => Err(NotifyError::Start(source)),
        Err(_) => {
            end(&mut child).await;
            Err(NotifyError::TimeLimit { seconds: limit.as_secs() })
        }
    }
}

#[cfg(unix)]
fn shell(line: &str) -> Command {
    let mut command = Command::new("/bin/sh");
    command.args(["-c", line]).process_group(0);
    command
}

/// `cmd` has rules of its own for quotation marks: it gets the line as it is.
#[cfg(windows)]
fn shell(line: &str) -> Command {
    let mut command = Command::new("cmd");
    command.args(["/D", "/S", "/C"]).raw_arg(format!("\"{line}\""));
    command
}

/// So long is listened for last words; what it left in the background may keep the pipe open for ever.
const LINGER: Duration = Duration::from_millis(200);

/// Gives it the notice, and waits for its end and its last words.
async fn follow(child: &mut Child, body: &[u8]) -> std::io::Result<(ExitStatus, Vec<String>)> {
    let (stdin, stderr) = (child.stdin.take(), child.stderr.take());
    let mut said = Vec::new();
    let told = async {
        // Who does not read it does not want it.
        if let Some(mut stdin) = stdin {
            let _ = stdin.write_all(body).await;
        }
        child.wait().await
    };
    let heard = async {
        let Some(mut stderr) = stderr else { return };
        let _ = (&mut stderr).take(MAX_SAID).read_to_end(&mut said).await;
        let _ = tokio::io::copy(&mut stderr, &mut tokio::io::sink()).await;
    };
    let status = match select(pin!(told), pin!(heard)).await {
        Either::Left((status, heard)) => {
            let _ = tokio::time::timeout(LINGER, heard).await;
            status
        }
        Either::Right(((), told)) => told.await,
    };
    status.map(|status| (status, last_lines(&said)))
}

/// In octets.
const MAX_SAID: u64 = 4096;

fn last_lines(said: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(said);
    let lines: Vec<String> =
        text.lines().map(|line| line.trim_end().to_owned()).filter(|line| !line.is_empty()).collect();
    lines[lines.len().saturating_sub(3)..].to_vec()
}

/// Ends it with all that it started.
async fn end(child: &mut Child) {
    #[cfg(unix)]
    if let Some(group) = child.id().and_then(|id| i32::try_from(id).ok()).and_then(rustix::process::Pid::from_raw) {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill().await;
}
