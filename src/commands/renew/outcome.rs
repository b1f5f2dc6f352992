//! What a run came to, in words and as JSON.

use std::fmt::Write;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::commands::hooking::{self, failure, listed};
use crate::commands::registration::{moved_text, progress_json};
use crate::deploying::Ran;
use crate::error::{Error, Hint, Kind};
use crate::lineages::Standing;
use crate::output::{Outcome, Tally, error_json, error_text, hints_text, moment, plain};
use crate::registrations::moves::Progress;
use crate::renewal::Failure;
use crate::renewing::{Broken, Fate, Part, Postponed, Renewals, Renewed};

/// What became of each lineage, and of the hooks.
pub struct RenewOutcome {
    renewals: Renewals,
    /// Names that have arrived at another acme-dns server.
    moved: Vec<Progress>,
}

impl RenewOutcome {
    pub(super) fn new(renewals: Renewals, moved: Vec<Progress>) -> RenewOutcome {
        RenewOutcome { renewals, moved }
    }

    pub(super) fn parts(&self) -> &[Part] {
        &self.renewals.parts
    }

    pub(super) fn ran(&self) -> &[Ran] {
        &self.renewals.ran
    }
}

impl Outcome for RenewOutcome {
    fn json(&self) -> Value {
        let ran: Vec<Value> = self.ran().iter().map(hooking::json).collect();
        let mut document = json!({ "lineages": self.parts().iter().map(part_json).collect::<Vec<_>>(), "hooks": ran });
        if !self.moved.is_empty() {
            document["moved"] = self.moved.iter().map(progress_json).collect();
        }
        document
    }

    fn text(&self) -> String {
        if self.parts().is_empty() && self.moved.is_empty() {
            return "There are no certificates yet: `certdns issue -d NAME` gets the first one.\n".to_owned();
        }
        let parts = self.parts().iter().map(part_text).chain(self.ran().iter().map(hooking::text));
        parts.chain(self.moved.iter().map(moved_text)).collect()
    }

    /// Nothing but what happened: a timer's mail is to mean something.
    fn quiet_text(&self) -> String {
        let is_idle = |part: &Part| matches!(part.result, Ok(Fate::NotDue(_))) && part.broken.is_empty();
        let parts = self.parts().iter().filter(|part| !is_idle(part)).map(part_text);
        let parts = parts.chain(self.ran().iter().map(hooking::text));
        parts.chain(self.moved.iter().map(moved_text)).collect()
    }

    fn tally(&self) -> Tally {
        let renewed = self.parts().iter().filter(|part| matches!(part.result, Ok(Fate::Renewed(_)))).count();
        let failures = self.parts().iter().filter_map(|part| Some((part.lineage.clone(), trouble(part)?)));
        let hooks = self.ran().iter().filter_map(|ran| Some((listed(&ran.lineages), failure(ran)?.outward())));
        Tally { renewed, failures: failures.chain(hooks).collect() }
    }

    /// The worst of the parts: failed, then action needed, then try later.
    fn kind(&self) -> Option<Kind> {
        let hooks = self.ran().iter().filter_map(hooking::failure).map(Error::kind);
        self.parts().iter().filter_map(kind).chain(hooks).min_by_key(|kind| kind.exit_code())
    }
}

/// What is wrong with a part, in a line.
fn trouble(part: &Part) -> Option<String> {
    let broken = || part.broken.iter().flat_map(|one| &one.look.faults).map(|fault| fault.message.clone()).next();
    match &part.result {
        Err(error) => Some(error.outward()),
        Ok(Fate::Resting(_, failure)) => Some(failure.message.clone()),
        Ok(Fate::Postponed(_, postponed)) => Some(postponed.because.clone()),
        Ok(Fate::Renewed(_) | Fate::NotDue(_)) => broken(),
    }
}

fn kind(part: &Part) -> Option<Kind> {
    let own = match &part.result {
        Err(error) => Some(error.kind()),
        // Nothing mends itself while it rests.
        Ok(Fate::Resting(_, failure)) => Some(failure.kind),
        Ok(Fate::Postponed(..)) => Some(Kind::TryLater),
        Ok(Fate::Renewed(_) | Fate::NotDue(_)) => None,
    };
    let broken = (!part.broken.is_empty()).then_some(Kind::ActionNeeded);
    own.into_iter().chain(broken).min_by_key(|kind| kind.exit_code())
}

fn part_json(part: &Part) -> Value {
    let mut document = match &part.result {
        Ok(Fate::Renewed(renewed)) => renewed_json(renewed),
        Ok(Fate::NotDue(standing)) => fate_json("not-due", standing),
        Ok(Fate::Resting(standing, failure)) => {
            let mut document = fate_json("resting", standing);
            document["failure"] = json!(failure);
            document
        }
        Ok(Fate::Postponed(standing, Postponed { because, until })) => {
            let mut document = fate_json("postponed", standing);
            document["because"] = plain(because).into();
            document["until"] = json!(until);
            document
        }
        Err(error) => json!({ "result": "failed", "error": error_json(error)["error"] }),
    };
    document["name"] = part.lineage.clone().into();
    if !part.broken.is_empty() {
        document["broken"] = part.broken.iter().map(broken_json).collect();
    }
    document
}

fn renewed_json(Renewed { standing, reason, explanation, stand_in }: &Renewed) -> Value {
    let mut document = fate_json("renewed", standing);
    document["reason"] = reason.to_string().into();
    if let Some(url) = explanation {
        document["explanation"] = json!(url);
    }
    if let Some(stand_in) = stand_in {
        document["instead_of"] = stand_in.json();
    }
    document
}

fn fate_json(result: &str, standing: &Standing) -> Value {
    json!({ "result": result, "lineage": standing.json() })
}

fn broken_json(broken: &Broken) -> Value {
    let Broken { challenge, look } = broken;
    json!({ "challenge": challenge, "since": look.since, "looked_at": look.at, "faults": look.faults })
}

fn part_text(part: &Part) -> String {
    let (name, now) = (&part.lineage, Timestamp::now());
    let text = match &part.result {
        Ok(Fate::Renewed(renewed)) => format!("{name}: {}", renewed_text(renewed, now)),
        Ok(Fate::NotDue(standing)) => format!("{name}: not due, {}\n", expiry(standing, now)),
        Ok(Fate::Resting(_, failure)) => format!("{name}: {}", resting_text(failure, now)),
        Ok(Fate::Postponed(standing, Postponed { because, until })) => {
            let until = until.map_or_else(|| "by the next run".to_owned(), |until| moment(until, now));
            format!(
                "{name}: postponed, {}\n  its CA is asked again {until}: {}\n",
                expiry(standing, now),
                plain(because)
            )
        }
        Err(error) => format!("{name}: failed\n{}", error_text(error)),
    };
    text + &part.broken.iter().map(|broken| broken_text(broken, now)).collect::<String>()
}

fn renewed_text(Renewed { standing, reason, explanation, stand_in }: &Renewed, now: Timestamp) -> String {
    let generation = standing.lineage.live.unwrap_or_default();
    let mut text = format!("renewed ({reason}), generation {generation}, {}\n", expiry(standing, now));
    if let Some(url) = explanation {
        let _ = writeln!(text, "  why the CA suggests it: {}", plain(url.as_str()));
    }
    if let Some(stand_in) = stand_in {
        let _ = writeln!(text, "  {}", plain(&stand_in.text()));
    }
    text
}

/// What failed before, and when it is tried again.
fn resting_text(failure: &Failure, now: Timestamp) -> String {
    let times = if failure.count == 1 { "once".to_owned() } else { format!("{} times", failure.count) };
    let again = failure.retry_at.map(|again| moment(again, now)).unwrap_or_default();
    let mut text = format!(
        "failed {times} since {}, tried again {again} (now with `--force`)\n  error: {}\n",
        moment(failure.since, now),
        plain(&failure.message)
    );
    for cause in &failure.causes {
        let _ = writeln!(text, "  cause: {}", plain(cause));
    }
    text + &hints_text(&failure.hints)
}

/// What would keep the next renewal from happening.
fn broken_text(broken: &Broken, now: Timestamp) -> String {
    let faults = broken.look.faults.iter().filter(|fault| fault.kind == Kind::ActionNeeded);
    let since = moment(broken.look.since, now);
    let each = faults.map(|fault| {
        let hints: &[Hint] = &fault.hints;
        format!("  it could not be renewed: {} (seen since {since})\n{}", plain(&fault.message), hints_text(hints))
    });
    each.collect()
}

fn expiry(standing: &Standing, now: Timestamp) -> String {
    let until = standing.certificate.as_ref().map(|certificate| moment(certificate.not_after, now));
    let due = standing.due_at().map(|due| moment(due, now));
    format!("good until {}, due {}", until.unwrap_or_default(), due.unwrap_or_default())
}
