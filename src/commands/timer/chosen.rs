//! Which timer is meant, and what it is to run.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use serde_json::{Value, json};

use crate::context::Context;
use crate::error::Result;
use crate::event::Event;
use crate::scheduling::{Facts, Job, Piece, Place, ScheduleFault, Scheduler, Scope, Site};
use crate::settings::{SettingsError, is_root, on_path, process_environment, this_program, user_dirs};

/// What all three share.
#[derive(clap::Args, Debug)]
pub struct ChosenArgs {
    /// For the whole system, run by root; the default for root and on Windows
    #[arg(long, conflicts_with = "user")]
    system: bool,
    /// For yourself; the default for everybody else
    #[arg(long)]
    user: bool,
    /// Another scheduler than this system's; `show` then tells what another system would be given
    #[arg(long = "for", value_name = "SCHEDULER", value_parser = scheduler())]
    scheduler: Option<Scheduler>,
    /// Files below this directory instead of `/`, for packages and images: enabled, but not started
    #[arg(long, value_name = "DIR", conflicts_with = "user")]
    root: Option<PathBuf>,
}

fn scheduler() -> impl TypedValueParser<Value = Scheduler> {
    PossibleValuesParser::new(Scheduler::ALL.map(Scheduler::as_str)).map(|word| {
        let mut all = Scheduler::ALL.into_iter();
        all.find(|scheduler| scheduler.as_str() == word).expect("clap knows the words")
    })
}

impl ChosenArgs {
    pub(super) fn site(&self) -> Result<Site> {
        let usual = || Scheduler::usual(facts(self.root.as_deref())).ok_or(ScheduleFault::NoScheduler);
        let scheduler = self.scheduler.map_or_else(usual, Ok)?;
        let dirs = user_dirs().ok_or(SettingsError::NoHome)?;
        let root = self.root.as_deref().map(|root| std::path::absolute(root).unwrap_or_else(|_| root.to_owned()));
        Ok(Site { scheduler, scope: self.scope(), root, dirs })
    }

    fn scope(&self) -> Scope {
        let everybody = self.system || self.root.is_some() || is_root() || cfg!(windows);
        if everybody && !self.user { Scope::System } else { Scope::User }
    }

    /// The same choice for another action, to be typed.
    pub(super) fn command(&self, action: &str) -> String {
        let flags = [(self.system, "--system"), (self.user, "--user")];
        let flags = flags.into_iter().filter(|(typed, _)| *typed).map(|(_, flag)| flag.to_owned());
        let scheduler = self.scheduler.map(|scheduler| format!("--for {}", scheduler.as_str()));
        let root = self.root.as_ref().map(|root| format!("--root {}", root.display()));
        let words = [format!("certdns timer {action}")].into_iter().chain(flags).chain(scheduler).chain(root);
        words.collect::<Vec<_>>().join(" ")
    }
}

/// What the system has, or the one below another root.
fn facts(root: Option<&Path>) -> Facts {
    let has = |program: &str| on_path(program, &process_environment).is_some();
    let below = |path: &str| root.is_some_and(|root| root.join(path).exists());
    match root {
        None => Facts {
            booted: Path::new("/run/systemd/system").is_dir(),
            cron: ["crontab", "cron", "crond"].into_iter().any(has),
            systemctl: has("systemctl"),
        },
        Some(_) => Facts {
            booted: ["usr/lib/systemd/systemd", "lib/systemd/systemd"].into_iter().any(below),
            cron: below("etc/cron.d"),
            systemctl: false,
        },
    }
}

/// Sees that there is somebody to start it, before anything is written.
pub(super) fn see_program(site: &Site) -> Result<(), ScheduleFault> {
    let (scheduler, program) = (site.scheduler, site.scheduler.program());
    let needed = site.root.is_none() || scheduler == Scheduler::Systemd;
    match needed && on_path(program, &process_environment).is_none() {
        true => Err(ScheduleFault::NoProgram { scheduler, program }),
        false => Ok(()),
    }
}

/// This program, with the files of now, and the directories that copies of certificates go to. What is below another
/// root has no part of it in its path once that is the root.
pub(super) fn job(cx: &Context, site: &Site) -> Result<Job> {
    let wrong = |source| ScheduleFault::Run { program: "certdns".to_owned(), source };
    let program = this_program(&process_environment).map_err(wrong)?;
    let settings = &cx.settings;
    let seen = |path: &Path| within(path, site.root.as_deref());
    let config = settings.config_file.as_deref().filter(|file| file.is_file()).map(seen);
    Ok(Job::new(&seen(&program), config.as_deref(), &seen(&settings.state_dir), written(cx)?)?)
}

fn within(path: &Path, root: Option<&Path>) -> PathBuf {
    let below = root.and_then(|root| path.strip_prefix(root).ok());
    below.map_or_else(|| path.to_owned(), |below| Path::new("/").join(below))
}

/// Where renewals write, besides the state directory.
fn written(cx: &Context) -> Result<Vec<PathBuf>> {
    let published = [&cx.settings.status.prometheus_file, &cx.settings.status.html_file];
    let published = published.into_iter().flatten().filter_map(|file| file.parent());
    let mut directories: Vec<PathBuf> = published.map(Path::to_owned).collect();
    for lineage in cx.store.lineages()? {
        match lineage {
            Ok(lineage) => {
                let installs = lineage.outputs.installs.iter();
                directories.extend(installs.filter_map(|install| install.path.parent()).map(Path::to_owned));
            }
            Err(error) => cx.report(Event::Warning { text: format!("{error}: where it is copied to is not known") }),
        }
    }
    Ok(directories)
}

pub(super) fn whose(site: &Site) -> String {
    let whom = match site.scope {
        Scope::System => "for the whole system",
        Scope::User => "for this user",
    };
    format!("{}, {whom}", site.scheduler)
}

pub(super) fn site_json(site: &Site) -> Value {
    json!({ "scheduler": site.scheduler.as_str(), "scope": site.scope.as_str(), "root": site.root })
}

/// `{"file": "/etc/..."}`, `{"crontab": true}` or `{"task": "certdns-renew"}`.
pub(super) fn place_json(piece: &Piece) -> Value {
    match &piece.place {
        Place::File(path) => json!({ "file": path }),
        Place::Crontab => json!({ "crontab": true }),
        Place::Task => json!({ "task": Scheduler::TASK }),
    }
}
