//! `certdns timer install`: once, or again after something changed.

use serde_json::{Value, json};

use super::chosen::{ChosenArgs, job, place_json, see_program, site_json, whose};
use crate::context::Context;
use crate::error::{Doing, Result};
use crate::event::Event;
use crate::output::Outcome;
use crate::scheduling::{Plan, ScheduleFault, Scheduler, Scope, Site, Standing};

/// A timer that is installed now.
pub struct InstallOutcome {
    site: Site,
    /// What was found before.
    plan: Plan,
    done: Done,
    /// Whether it stops with the user's last session.
    leaves: bool,
    show: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Done {
    Installed,
    Updated,
    /// All was as it should be, but it did not run.
    Started,
    Nothing,
}

/// Looks, then writes what is not as it should be.
pub async fn run(cx: &Context, args: ChosenArgs) -> Result<InstallOutcome> {
    let attempt = "could not install the timer";
    let site = args.site().doing(attempt)?;
    see_program(&site).doing(attempt)?;
    let plan = site.plan(&job(cx, &site).doing(attempt)?).await.doing(attempt)?;
    let done = install(&site, &plan).await.doing(attempt)?;
    warn(cx);
    let leaves =
        site.scope == Scope::User && site.scheduler == Scheduler::Systemd && site.lingers().await != Some(true);
    Ok(InstallOutcome { site, plan, done, leaves, show: args.command("show") })
}

async fn install(site: &Site, plan: &Plan) -> Result<Done, ScheduleFault> {
    let done = match plan.standing() {
        Standing::UpToDate if site.activity(plan).await?.running => return Ok(Done::Nothing),
        Standing::UpToDate => Done::Started,
        Standing::Different => Done::Updated,
        Standing::Absent | Standing::Foreign => Done::Installed,
    };
    site.install(plan).await.map(|()| done)
}

/// What is said here is not said to the timer.
fn warn(cx: &Context) {
    let fleeting = &cx.settings.fleeting;
    if !fleeting.is_empty() {
        let text = format!(
            "the timer goes by the configuration file; what flags or the environment say now is not known to it: {}",
            fleeting.join(", ")
        );
        cx.report(Event::Warning { text });
    }
}

impl Done {
    fn as_str(self) -> &'static str {
        match self {
            Done::Installed => "installed",
            Done::Updated => "updated",
            Done::Started => "started",
            Done::Nothing => "unchanged",
        }
    }

    fn words(self) -> &'static str {
        match self {
            Done::Installed => "the timer is installed",
            Done::Updated => "the timer is brought up to date",
            Done::Started => "the timer was installed, but did not run; now it does",
            Done::Nothing => "the timer is installed already; nothing to do",
        }
    }
}

impl Outcome for InstallOutcome {
    fn json(&self) -> Value {
        let pieces = self.plan.pieces.iter().map(|piece| {
            let mut document = place_json(piece);
            document["written"] = json!(piece.standing != Standing::UpToDate);
            document
        });
        let mut document = site_json(&self.site);
        document["result"] = json!(self.done.as_str());
        document["pieces"] = pieces.collect();
        document["stops_with_session"] = json!(self.leaves);
        document
    }

    fn text(&self) -> String {
        let mut text = format!("{}: {}\n", whose(&self.site), self.done.words());
        let written = self.plan.pieces.iter().filter(|piece| piece.standing != Standing::UpToDate);
        text.extend(written.map(|piece| format!("  written  {}\n", piece.place)));
        if self.leaves {
            text.push_str("\nIt runs while you are logged in. To have it run always:\n\nloginctl enable-linger\n");
        }
        if self.done != Done::Nothing && self.site.root.is_none() {
            text.push_str(&format!("\nWhen it runs next, and how the last run ended:\n\n{}\n", self.show));
        }
        text
    }
}
