//! Installing, removing, and asking a scheduler how it goes.

use std::path::PathBuf;

use jiff::ZonedDateTime;

use super::programs::run;
use super::{Activity, Place, Plan, ScheduleFault, Scheduler, Scope, Site, Standing, activity, launchd, systemd};

/// What Task Scheduler knows, in a form that is the same in every language.
const TASK_INFO: &str = "$t = Get-ScheduledTask -TaskName 'certdns-renew'; $i = $t | Get-ScheduledTaskInfo; \
function utc($d) { if ($d) { $d.ToUniversalTime().ToString('o') } }; \
@{ enabled = $t.State -ne 'Disabled'; last = utc $i.LastRunTime; next = utc $i.NextRunTime; \
result = $i.LastTaskResult } | ConvertTo-Json -Compress";

impl Site {
    /// Writes what is not as it should be, and has the scheduler take it up. Done again, it carries on where it was
    /// cut off.
    ///
    /// # Errors
    /// When something is somebody else's (then nothing is changed), cannot be written, or the scheduler refuses.
    pub async fn install(&self, plan: &Plan) -> Result<(), ScheduleFault> {
        see_foreign(plan)?;
        for piece in plan.pieces.iter().filter(|piece| piece.standing != Standing::UpToDate) {
            self.write(piece).await?;
        }
        self.start(plan).await
    }

    /// Has the scheduler forget it, and takes everything away.
    ///
    /// # Errors
    /// When something is somebody else's (then nothing is changed), cannot be removed, or the scheduler refuses.
    pub async fn remove(&self, plan: &Plan) -> Result<(), ScheduleFault> {
        see_foreign(plan)?;
        self.stop(plan).await?;
        for piece in plan.pieces.iter().filter(|piece| piece.standing != Standing::Absent) {
            self.take(&piece.place).await?;
        }
        match (self.scheduler, &self.root) {
            (Scheduler::Systemd, None) => {
                // A last run that failed would be told of for ever; most did not, which is an error to this command.
                let _ = self.systemctl(&["reset-failed", systemd::SERVICE]).await;
                self.systemctl(&["daemon-reload"]).await.map(drop)
            }
            _ => Ok(()),
        }
    }

    async fn start(&self, plan: &Plan) -> Result<(), ScheduleFault> {
        match (self.scheduler, &self.root) {
            (Scheduler::Systemd, Some(_)) => self.systemctl(&["enable", systemd::TIMER]).await.map(drop),
            (Scheduler::Systemd, None) => {
                self.systemctl(&["daemon-reload"]).await?;
                self.systemctl(&["enable", "--now", systemd::TIMER]).await?;
                // One that ran before goes by its old words until then.
                if plan.is_installed() { self.systemctl(&["restart", systemd::TIMER]).await.map(drop) } else { Ok(()) }
            }
            (Scheduler::Launchd, None) => {
                // Known already, with its old words: whether it was does not matter.
                run("launchctl", &["bootout", &self.target()], None).await?;
                run("launchctl", &["enable", &self.target()], None).await?;
                let list = path(plan).display().to_string();
                run("launchctl", &["bootstrap", &domain(self.scope), &list], None).await?.checked().map(drop)
            }
            _ => Ok(()),
        }
    }

    async fn stop(&self, plan: &Plan) -> Result<(), ScheduleFault> {
        let timer = plan.pieces.last().is_some_and(|piece| piece.standing != Standing::Absent);
        match (self.scheduler, &self.root) {
            (Scheduler::Systemd, Some(_)) if timer => self.systemctl(&["disable", systemd::TIMER]).await.map(drop),
            (Scheduler::Systemd, None) if timer => {
                self.systemctl(&["disable", "--now", systemd::TIMER]).await.map(drop)
            }
            (Scheduler::Launchd, None) => run("launchctl", &["bootout", &self.target()], None).await.map(drop),
            _ => Ok(()),
        }
    }

    /// What the scheduler knows of an installed timer.
    ///
    /// # Errors
    /// When it cannot be asked.
    pub async fn activity(&self, plan: &Plan) -> Result<Activity, ScheduleFault> {
        let running = Activity { running: true, ..Activity::default() };
        match (self.scheduler, &self.root) {
            (Scheduler::Systemd, Some(_)) => {
                let enabled = self.systemctl(&["is-enabled", systemd::TIMER]).await;
                Ok(Activity { running: enabled.is_ok(), ..running })
            }
            (_, Some(_)) => Ok(running),
            (Scheduler::Systemd, None) => {
                let shown = self.systemctl(&["show", systemd::TIMER, systemd::SERVICE]).await?;
                Ok(activity::systemd(&shown))
            }
            (Scheduler::Cron, None) => Ok(Activity { next: self.next(plan).await?, ..running }),
            (Scheduler::Launchd, None) => {
                let printed = run("launchctl", &["print", &self.target()], None).await?;
                let known = if printed.success { activity::launchd(&printed.text()) } else { Activity::default() };
                Ok(Activity { next: self.next(plan).await?.filter(|_| known.running), ..known })
            }
            (Scheduler::TaskScheduler, None) => {
                let asked = ["-NoProfile", "-NonInteractive", "-Command", TASK_INFO];
                Ok(activity::task(&run("powershell", &asked, None).await?.checked()?))
            }
        }
    }

    /// By the minute of what is there.
    async fn next(&self, plan: &Plan) -> Result<Option<jiff::Timestamp>, ScheduleFault> {
        let Some(piece) = plan.pieces.first() else { return Ok(None) };
        let minute = self.read(&piece.place).await?.and_then(|text| self.minute(&text));
        Ok(minute.and_then(|minute| activity::next(minute, &ZonedDateTime::now())))
    }

    /// Whether a user's timers go on running while the user is logged out; `None` when that cannot be told.
    pub async fn lingers(&self) -> Option<bool> {
        let asked = ["show-user", &user_number(), "-p", "Linger"];
        let answer = run("loginctl", &asked, None).await.ok()?.checked().ok()?;
        match answer.trim() {
            "Linger=yes" => Some(true),
            "Linger=no" => Some(false),
            _ => None,
        }
    }

    async fn systemctl(&self, words: &[&str]) -> Result<String, ScheduleFault> {
        let root = self.root.as_ref().map(|root| format!("--root={}", root.display()));
        let user = (self.scope == Scope::User).then_some("--user");
        let words: Vec<&str> = root.as_deref().into_iter().chain(user).chain(words.iter().copied()).collect();
        run("systemctl", &words, None).await?.checked()
    }

    fn target(&self) -> String {
        format!("{}/{}", domain(self.scope), launchd::LABEL)
    }
}

fn see_foreign(plan: &Plan) -> Result<(), ScheduleFault> {
    plan.foreign().map_or(Ok(()), |place| Err(ScheduleFault::Foreign { place: place.clone() }))
}

/// The one file.
fn path(plan: &Plan) -> PathBuf {
    let mut files = plan.pieces.iter().filter_map(|piece| match &piece.place {
        Place::File(path) => Some(path.clone()),
        Place::Crontab | Place::Task => None,
    });
    files.next().unwrap_or_default()
}

/// Where launchd keeps it.
fn domain(scope: Scope) -> String {
    match scope {
        Scope::System => "system".to_owned(),
        Scope::User => format!("gui/{}", user_number()),
    }
}

#[cfg(unix)]
fn user_number() -> String {
    rustix::process::geteuid().as_raw().to_string()
}

/// Windows has neither logind nor launchd.
#[cfg(not(unix))]
fn user_number() -> String {
    String::new()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scheduling::task;

    #[test]
    fn task_scheduler_is_asked_about_the_task_that_is_installed() {
        assert!(TASK_INFO.contains(&format!("'{}'", task::NAME)));
    }
}
