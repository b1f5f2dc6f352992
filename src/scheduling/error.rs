//! Why a timer could not be installed, looked at or removed.

use std::error::Error as StdError;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{Place, Scheduler};
use crate::error::{Explain, Hint, Kind};

#[derive(Debug, thiserror::Error)]
pub enum ScheduleFault {
    #[error("no scheduler that certdns knows is on this system")]
    NoScheduler,
    #[error("{scheduler} is not on this system: there is no program {program}")]
    NoProgram { scheduler: Scheduler, program: &'static str },
    #[error("the path {path:?} cannot be written into a timer")]
    Path { path: PathBuf },
    #[error("the command would be {length} characters long, of which cron reads {limit}")]
    TooLong { length: usize, limit: usize },
    #[error("{place} is there already, and not of certdns")]
    Foreign { place: Place },
    #[error("only the first of the two lines that certdns put around its own is left in the crontab")]
    Marks,
    #[error("the crontab is not UTF-8")]
    Crontab,
    #[error("the text could not be made")]
    Text { source: Box<dyn StdError + Send + Sync> },
    #[error("could not read {}", path.display())]
    Read { path: PathBuf, source: io::Error },
    #[error("could not write {}", path.display())]
    Write { path: PathBuf, source: io::Error },
    #[error("could not remove {}", path.display())]
    Remove { path: PathBuf, source: io::Error },
    #[error("could not run {program}")]
    Run { program: String, source: io::Error },
    #[error("`{command}` failed: {said}")]
    Failed { command: String, said: String },
    #[error("`{command}` did not end within {} seconds", limit.as_secs())]
    Slow { command: String, limit: Duration },
}

impl ScheduleFault {
    pub(super) fn read(path: &Path) -> impl FnOnce(io::Error) -> ScheduleFault {
        let path = path.to_owned();
        move |source| ScheduleFault::Read { path, source }
    }

    pub(super) fn write(path: &Path) -> impl FnOnce(io::Error) -> ScheduleFault {
        let path = path.to_owned();
        move |source| ScheduleFault::Write { path, source }
    }
}

impl Explain for ScheduleFault {
    fn kind(&self) -> Kind {
        match self {
            ScheduleFault::NoScheduler | ScheduleFault::NoProgram { .. } | ScheduleFault::Path { .. } => Kind::Usage,
            _ => Kind::Failed,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        let show =
            |text: &str, scheduler: &str| vec![Hint::new(text).line(format!("certdns timer show --for {scheduler}"))];
        let hint = match self {
            ScheduleFault::NoScheduler => {
                return show(
                    "install cron, or have another scheduler run the same command every hour; it is in",
                    "cron",
                );
            }
            ScheduleFault::NoProgram { scheduler, .. } => {
                return show("files for another machine can be seen, or written below `--root`", scheduler.as_str());
            }
            ScheduleFault::Path { .. } => "use paths that are UTF-8 and without line breaks",
            ScheduleFault::TooLong { .. } => "move the state directory, or the program, to a shorter path",
            ScheduleFault::Foreign { .. } => "see what it does; move it away, or leave renewing to it",
            ScheduleFault::Marks => "look at it with `crontab -e`, and remove the lines of certdns by hand",
            ScheduleFault::Crontab => "save it as UTF-8 with `crontab -e`",
            ScheduleFault::Write { source, .. }
            | ScheduleFault::Read { source, .. }
            | ScheduleFault::Remove { source, .. }
                if source.kind() == io::ErrorKind::PermissionDenied =>
            {
                "run it as root for the whole system, or with `--user` for yourself"
            }
            ScheduleFault::Failed { said, .. } if said.contains("connect to bus") => {
                "log in as this user, not through `su` or `sudo`; or `loginctl enable-linger` first"
            }
            ScheduleFault::Failed { said, .. }
                if ["authentication", "ccess denied"].iter().any(|no| said.contains(no)) =>
            {
                "run it as root for the whole system, or with `--user` for yourself"
            }
            _ => return Vec::new(),
        };
        vec![Hint::new(hint)]
    }
}
