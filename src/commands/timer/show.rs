//! `certdns timer show`: what is installed or would be, and how it goes.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::chosen::{ChosenArgs, job, place_json, site_json, whose};
use crate::context::Context;
use crate::error::{Doing, Error, Result};
use crate::event::Event;
use crate::output::{Outcome, moment, plain};
use crate::scheduling::{Activity, Ended, LastRun, Plan, Scheduler, Scope, Site, Standing};
use crate::settings::is_root;

/// A timer, or what would be one.
pub struct ShowOutcome {
    site: Site,
    plan: Plan,
    /// `None` when nothing is installed, or the scheduler cannot be asked.
    activity: Option<Activity>,
    install: String,
    /// Whether what root has can be known: where root's state is, and where its copies go.
    sure: bool,
}

/// Reads everything, changes nothing.
pub async fn run(cx: &Context, args: ChosenArgs) -> Result<ShowOutcome> {
    let attempt = "could not tell about the timer";
    let site = args.site().doing(attempt)?;
    let plan = site.plan(&job(cx, &site).doing(attempt)?).await.doing(attempt)?;
    let activity = if plan.is_installed() { activity(cx, &site, &plan).await } else { None };
    let sure = site.scope == Scope::User || site.root.is_some() || is_root() || cfg!(windows);
    Ok(ShowOutcome { site, plan, activity, install: args.command("install"), sure })
}

async fn activity(cx: &Context, site: &Site, plan: &Plan) -> Option<Activity> {
    match site.activity(plan).await {
        Ok(activity) => Some(Activity { last: activity.last.or_else(|| recorded(cx)), ..activity }),
        Err(fault) => {
            let error = Error::from(fault);
            let causes = error.whole();
            cx.report(Event::Warning { text: format!("how the timer goes cannot be told: {causes}") });
            None
        }
    }
}

/// What certdns itself keeps of the last run, for schedulers that remember none.
fn recorded(cx: &Context) -> Option<LastRun> {
    let ran = cx.store.last_run("renew").ok()??;
    let ended = match ran.ended {
        Some(ended) if ended.exit_code == 0 => Ended::Well,
        Some(ended) => Ended::Badly(format!("exit code {}", ended.exit_code)),
        None => Ended::Unknown,
    };
    Some(LastRun { at: Some(ran.run.began), ended })
}

impl ShowOutcome {
    fn headline(&self) -> String {
        let install = &self.install;
        match (self.plan.standing(), &self.activity) {
            (Standing::Absent, _) => format!("not installed; `{install}` writes this"),
            (Standing::Foreign, _) => {
                "something else is at its place, and is left; certdns would write this".to_owned()
            }
            (Standing::Different, _) if !self.sure => {
                "installed; only root can tell whether it is up to date".to_owned()
            }
            (Standing::Different, _) => format!("installed, but out of date; `{install}` writes this"),
            (Standing::UpToDate, Some(activity)) if !activity.running => {
                format!("installed, but not running; `{install}` starts it")
            }
            (Standing::UpToDate, _) => "installed, up to date".to_owned(),
        }
    }

    fn no_run(&self) -> String {
        match self.site.scheduler {
            Scheduler::Cron => "not known: cron does not tell".to_owned(),
            _ => "none yet".to_owned(),
        }
    }
}

impl Outcome for ShowOutcome {
    fn json(&self) -> Value {
        let pieces = self.plan.pieces.iter().map(|piece| {
            let mut document = place_json(piece);
            document["standing"] = json!(piece.standing.as_str());
            document["text"] = json!(piece.text);
            document
        });
        let activity = self.activity.as_ref();
        let mut document = site_json(&self.site);
        document["installed"] = json!(self.plan.is_installed());
        document["standing"] = json!(match self.plan.standing() {
            Standing::Different if !self.sure => "unknown",
            standing => standing.as_str(),
        });
        document["running"] = json!(activity.map(|activity| activity.running));
        document["last_run"] = json!(activity.and_then(|activity| activity.last.as_ref()).map(last_json));
        document["next_run"] = json!(activity.and_then(|activity| activity.next));
        document["pieces"] = pieces.collect();
        document
    }

    fn text(&self) -> String {
        let now = Timestamp::now();
        let mut text = format!("{}: {}\n", whose(&self.site), self.headline());
        if let Some(activity) = &self.activity {
            let next = activity.next.map(|next| format!("  next run  {}\n", moment(next, now)));
            let last = activity.last.as_ref().map_or(self.no_run(), |last| last_text(last, now));
            text.push_str(&format!("  last run  {last}\n{}", next.unwrap_or_default()));
        }
        text.extend(self.plan.pieces.iter().map(|piece| format!("\n{}\n\n{}", piece.place, piece.text)));
        text
    }

    fn quiet_text(&self) -> String {
        format!("{}: {}\n", whose(&self.site), self.headline())
    }
}

fn last_json(last: &LastRun) -> Value {
    let (ended, how) = match &last.ended {
        Ended::Well => ("well", None),
        Ended::Badly(how) => ("badly", Some(plain(how))),
        Ended::NotYet => ("not-yet", None),
        Ended::Unknown => ("unknown", None),
    };
    json!({ "at": last.at, "ended": ended, "how": how })
}

fn last_text(last: &LastRun, now: Timestamp) -> String {
    let ended = match &last.ended {
        Ended::Well => "ended well".to_owned(),
        Ended::Badly(how) => format!("failed ({})", plain(how)),
        Ended::NotYet => "is running".to_owned(),
        Ended::Unknown => "how it ended is not known".to_owned(),
    };
    match last.at {
        Some(at) => format!("{}: {ended}", moment(at, now)),
        None => ended,
    }
}
