//! Having `certdns renew` run by itself: what systemd, cron, launchd and Task Scheduler are given, and whether they
//! have it.
//!
//! The texts and what is to be done about what is found are decided without touching anything; [`Site`] reads, writes
//! and runs `systemctl`, `crontab`, `launchctl` and `schtasks`.

mod acting;
mod activity;
mod cron;
mod error;
mod job;
mod launchd;
mod plan;
mod programs;
mod site;
mod systemd;
mod task;

use std::fmt;
use std::path::PathBuf;

pub use activity::{Activity, Ended, LastRun};
pub use error::ScheduleFault;
pub use job::Job;
pub use plan::{Piece, Plan, Standing};
pub use site::{Dirs, Site};

/// Part of everything that is written; what is there without it is somebody else's.
pub const MARKER: &str = "Written by `certdns timer install`";

/// Who runs things at their time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheduler {
    Systemd,
    Cron,
    Launchd,
    TaskScheduler,
}

/// For whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// By root, or SYSTEM on Windows.
    System,
    /// By the user who asks.
    User,
}

/// Where a scheduler keeps what it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    File(PathBuf),
    /// A few lines in the crontab of this user.
    Crontab,
    /// A task of Task Scheduler.
    Task,
}

/// What is known of a system before anything is asked of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts {
    /// Whether systemd is the init system, as sd_booted(3) tells.
    pub booted: bool,
    pub cron: bool,
    pub systemctl: bool,
}

impl Scheduler {
    pub const ALL: [Scheduler; 4] = [Scheduler::Systemd, Scheduler::Cron, Scheduler::Launchd, Scheduler::TaskScheduler];

    /// The name of the task in Task Scheduler.
    pub const TASK: &str = task::NAME;

    /// The word for it on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Scheduler::Systemd => "systemd",
            Scheduler::Cron => "cron",
            Scheduler::Launchd => "launchd",
            Scheduler::TaskScheduler => "task-scheduler",
        }
    }

    /// The one of this system; `None` when there is none that is known.
    #[must_use]
    pub fn usual(facts: Facts) -> Option<Scheduler> {
        if cfg!(target_os = "macos") {
            Some(Scheduler::Launchd)
        } else if cfg!(windows) {
            Some(Scheduler::TaskScheduler)
        } else {
            Scheduler::usual_elsewhere(facts)
        }
    }

    fn usual_elsewhere(facts: Facts) -> Option<Scheduler> {
        match facts {
            Facts { booted: true, .. } => Some(Scheduler::Systemd),
            Facts { cron: true, .. } => Some(Scheduler::Cron),
            Facts { systemctl: true, .. } => Some(Scheduler::Systemd),
            _ => None,
        }
    }

    /// The program that is asked to start and stop; none for files that cron finds by itself.
    #[must_use]
    pub fn program(self) -> &'static str {
        match self {
            Scheduler::Systemd => "systemctl",
            Scheduler::Cron => "crontab",
            Scheduler::Launchd => "launchctl",
            Scheduler::TaskScheduler => "schtasks",
        }
    }
}

impl fmt::Display for Scheduler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Scheduler::TaskScheduler => "Task Scheduler",
            other => other.as_str(),
        })
    }
}

impl Scope {
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Scope::System => "system",
            Scope::User => "user",
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::File(path) => path.display().fmt(f),
            Place::Crontab => f.write_str("the crontab of this user"),
            Place::Task => write!(f, "the task {}", task::NAME),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systemd_is_chosen_where_it_runs_and_where_there_is_no_cron_its_programs_are_enough() {
        let chosen = |booted, cron, systemctl| Scheduler::usual_elsewhere(Facts { booted, cron, systemctl });
        assert_eq!(chosen(true, true, true), Some(Scheduler::Systemd));
        assert_eq!(chosen(false, true, true), Some(Scheduler::Cron));
        assert_eq!(chosen(false, false, true), Some(Scheduler::Systemd));
        assert_eq!(chosen(false, false, false), None);
    }
}
