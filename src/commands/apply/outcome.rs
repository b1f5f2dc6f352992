//! What `apply` says when it is done, and what it would do.

use serde_json::{Value, json};

use super::planning::{Action, Planned};
use super::pruning::Pruned;
use super::words::{missing_text, part_json, part_text, planned_json, planned_text, records_json};
use super::working::{Fate, Part};
use crate::commands::hooking;
use crate::deploying::Ran;
use crate::error::{Error, Kind};
use crate::inspection::Sight;
use crate::output::{Outcome, error_json, error_text};

/// What would be done.
pub(super) struct PlanOutcome {
    pub planned: Vec<Planned>,
    /// What DNS shows of the names of some, by their places.
    pub sights: Vec<(usize, Vec<Sight>)>,
    /// The lineages that are not listed.
    pub others: Vec<String>,
    pub prune: bool,
}

impl Outcome for PlanOutcome {
    fn json(&self) -> Value {
        let seen = self.sights.iter().map(|(at, sights)| (self.planned[*at].lineage.as_str(), sights.as_slice()));
        json!({
            "plan": true,
            "certificates": self.planned.iter().map(planned_json).collect::<Vec<_>>(),
            "records": records_json(seen),
            "not_listed": self.others,
            "delete": if self.prune { &self.others[..] } else { &[] },
        })
    }

    fn text(&self) -> String {
        let each: String = self.planned.iter().map(planned_text).collect();
        let fate = if self.prune { "would be deleted" } else { "would be left as it is" };
        let others = self.others.iter().map(|name| format!("{name}: not in the configuration file; {fate}\n"));
        let sights = self.sights.iter().flat_map(|(_, sights)| sights);
        let missing = missing_text(sights, "Before all can be issued", "Then run `certdns apply`.");
        format!("{each}{}{missing}\n{}", others.collect::<String>(), self.summary())
    }

    /// Changes are what it is asked for; a certificate that cannot be planned is a failure.
    fn kind(&self) -> Option<Kind> {
        worst(self.planned.iter().filter_map(|one| one.task.as_ref().err()))
    }
}

impl PlanOutcome {
    fn summary(&self) -> String {
        let count = |wanted: fn(&Action) -> bool| {
            self.planned.iter().filter_map(|one| one.task.as_ref().ok()).filter(|task| wanted(&task.action)).count()
        };
        format!(
            "Nothing was done. Of {} listed: {} to issue, {} to issue anew, {} to update, {} as listed.\n",
            self.planned.len(),
            count(|action| matches!(action, Action::Issue(_))),
            count(|action| matches!(action, Action::Reissue(_))),
            count(|action| matches!(action, Action::Update)),
            count(|action| matches!(action, Action::Nothing(_))),
        )
    }
}

/// What was done.
pub(super) struct ApplyOutcome {
    pub parts: Vec<Part>,
    /// The hooks that were run at the end.
    pub ran: Vec<Ran>,
    /// The lineages that are not listed, and those of them that were to be deleted.
    pub others: Vec<String>,
    pub pruned: Vec<Pruned>,
}

impl ApplyOutcome {
    fn waiting(&self) -> impl Iterator<Item = (&str, &[Sight])> {
        self.parts.iter().filter_map(|part| match &part.fate {
            Fate::Waiting(sights, _) => Some((part.planned.lineage.as_str(), sights.as_slice())),
            _ => None,
        })
    }

    fn said(&self, parts: impl Iterator<Item = String>, others: &str) -> String {
        let sights = self.waiting().flat_map(|(_, sights)| sights);
        let missing = missing_text(sights, "Before the rest can be issued", "Then run `certdns apply` again.");
        let hooks = self.ran.iter().map(hooking::text).collect::<String>();
        format!("{}{hooks}{others}{missing}", parts.collect::<String>())
    }

    /// Those that are left as they are.
    fn left(&self) -> impl Iterator<Item = &String> {
        self.others.iter().filter(|name| !self.pruned.iter().any(|pruned| pruned.lineage == **name))
    }

    fn pruned_text(&self) -> String {
        let one = |pruned: &Pruned| match &pruned.result {
            Ok(deleted) => deleted.text(),
            Err(error) => format!("{}: not deleted\n{}", pruned.lineage, error_text(error)),
        };
        self.pruned.iter().map(one).collect()
    }
}

impl Outcome for ApplyOutcome {
    fn json(&self) -> Value {
        let pruned = self.pruned.iter().map(|pruned| match &pruned.result {
            Ok(deleted) => deleted.json(),
            Err(error) => json!({ "lineage": pruned.lineage, "error": error_json(error)["error"] }),
        });
        json!({
            "certificates": self.parts.iter().map(part_json).collect::<Vec<_>>(),
            "hooks": self.ran.iter().map(hooking::json).collect::<Vec<_>>(),
            "records": records_json(self.waiting()),
            "not_listed": self.left().collect::<Vec<_>>(),
            "deleted": pruned.collect::<Vec<_>>(),
        })
    }

    fn text(&self) -> String {
        let left = self.left().map(|name| format!("{name}: not in the configuration file; left as it is\n"));
        self.said(self.parts.iter().map(part_text), &(left.collect::<String>() + &self.pruned_text()))
    }

    /// Nothing but what happened, and what is to be done.
    fn quiet_text(&self) -> String {
        let parts = self.parts.iter().filter(|part| !matches!(part.fate, Fate::Nothing(_)));
        self.said(parts.map(part_text), &self.pruned_text())
    }

    /// The worst of the parts: failed, then action needed, then try later.
    fn kind(&self) -> Option<Kind> {
        let pruned = self.pruned.iter().filter_map(|pruned| pruned.result.as_ref().err());
        let hooks = self.ran.iter().filter_map(hooking::failure);
        worst(self.parts.iter().filter_map(Part::error).chain(pruned).chain(hooks))
    }
}

fn worst<'a>(errors: impl Iterator<Item = &'a Error>) -> Option<Kind> {
    errors.map(Error::kind).min_by_key(|kind| kind.exit_code())
}
