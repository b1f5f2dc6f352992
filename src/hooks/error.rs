//! Why a hook did not do what it should.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::process::ExitStatus;
use std::time::Duration;

use crate::error::{Explain, Heard, Hint, Kind};

#[derive(Debug, thiserror::Error)]
pub enum HookFault {
    #[error("{program} could not be started")]
    Start { program: String, source: io::Error },
    #[error("it ended with {}", Ended(*status))]
    Status {
        status: ExitStatus,
        #[source]
        said: Option<Heard>,
    },
    #[error("it was still running after {}, and was ended", Length(*limit))]
    TimeLimit {
        limit: Duration,
        #[source]
        said: Option<Heard>,
    },
    #[error("its end could not be waited for")]
    Wait(#[source] io::Error),
    #[error("the PID file {} could not be read", path.display())]
    PidFile { path: PathBuf, source: io::Error },
    #[error("the PID file {} holds no process number", path.display())]
    NoPid { path: PathBuf },
    #[error("there is no process {pid}, which the PID file {} names", path.display())]
    NoProcess { path: PathBuf, pid: i32 },
    #[error("the PID file {} belongs to somebody who may not have process {pid} signalled", path.display())]
    ForeignPid { path: PathBuf, pid: i32 },
    #[error("process {pid}, which the PID file {} names, could not be signalled", path.display())]
    Signal { path: PathBuf, pid: i32, source: io::Error },
}

impl Explain for HookFault {
    fn kind(&self) -> Kind {
        Kind::Failed
    }

    fn hints(&self) -> Vec<Hint> {
        let text = match self {
            HookFault::Start { source, .. } if source.kind() == io::ErrorKind::NotFound => {
                "give whole paths, for under a timer PATH is short; a script needs the interpreter that its first line names"
            }
            HookFault::Start { source, .. } if source.kind() == io::ErrorKind::PermissionDenied => NOT_EXECUTABLE,
            HookFault::Start { .. } => "a script needs its interpreter on the first line, such as #!/bin/sh",
            HookFault::Status { status, .. } => match status.code() {
                Some(127) => "the shell did not find a command: give its whole path, for under a timer PATH is short",
                Some(126) => NOT_EXECUTABLE,
                _ => return Vec::new(),
            },
            HookFault::TimeLimit { .. } => "if it needs more time, set `timeout` in [hooks] of the configuration file",
            HookFault::Wait(_) => return Vec::new(),
            HookFault::PidFile { .. } | HookFault::NoPid { .. } => "the server writes its number there when it runs",
            HookFault::NoProcess { .. } => "the server does not run, or writes its number to another file now",
            HookFault::ForeignPid { .. } => {
                "the file must belong to root, to whom certdns runs as, or to whom the process does"
            }
            HookFault::Signal { .. } => "run certdns as a user who may signal the server",
        };
        vec![Hint::new(text)]
    }
}

const NOT_EXECUTABLE: &str = "the file must be executable for the user that certdns runs as (chmod +x)";

/// How a program ended.
struct Ended(ExitStatus);

impl fmt::Display for Ended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(code) = self.0.code() {
            return write!(f, "exit status {code}");
        }
        // "signal: 9 (SIGKILL)".
        write!(f, "{}", self.0)
    }
}

struct Length(Duration);

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.as_secs_f64();
        match self.0.as_secs() {
            120.. if self.0.as_secs().is_multiple_of(60) => write!(f, "{} minutes", self.0.as_secs() / 60),
            _ if (seconds - 1.0).abs() < f64::EPSILON => write!(f, "1 second"),
            _ => write!(f, "{seconds} seconds"),
        }
    }
}
