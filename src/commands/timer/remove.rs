//! `certdns timer remove`.

use serde_json::Value;

use super::chosen::{ChosenArgs, place_json, see_program, site_json, whose};
use crate::error::{Doing, Result};
use crate::output::Outcome;
use crate::scheduling::{Plan, Site, Standing};

/// A timer that is not there any more, if it was.
pub struct RemoveOutcome {
    site: Site,
    /// What was found before.
    plan: Plan,
}

/// Looks, then takes away what is of certdns.
pub async fn run(args: ChosenArgs) -> Result<RemoveOutcome> {
    let attempt = "could not remove the timer";
    let site = args.site().doing(attempt)?;
    let plan = site.found().await.doing(attempt)?;
    if plan.standing() != Standing::Absent {
        see_program(&site).doing(attempt)?;
        site.remove(&plan).await.doing(attempt)?;
    }
    Ok(RemoveOutcome { site, plan })
}

impl Outcome for RemoveOutcome {
    fn json(&self) -> Value {
        let was_there = self.plan.pieces.iter().filter(|piece| piece.standing != Standing::Absent);
        let mut document = site_json(&self.site);
        document["removed"] = was_there.map(place_json).collect();
        document
    }

    fn text(&self) -> String {
        if !self.plan.is_installed() {
            return format!("{}: no timer is installed; nothing to do\n", whose(&self.site));
        }
        let mut text = format!("{}: the timer is removed; `certdns renew` is yours to run now\n", whose(&self.site));
        let was_there = self.plan.pieces.iter().filter(|piece| piece.standing != Standing::Absent);
        text.extend(was_there.map(|piece| format!("  removed  {}\n", piece.place)));
        text
    }
}
