//! How a lineage fares: facts and `now` in, its state and how much that matters out. Pure.

mod limits;

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::certificate::Lifetime;
use crate::error::Kind;
use crate::renewal::{Due, Failure};

pub use limits::Limits;

/// A daily timer with its random delay has come by once more after this time.
const GRACE: SignedDuration = SignedDuration::from_hours(36);

/// How much a state matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    #[default]
    Ok,
    /// Nothing is broken for those who connect, and will be unless something changes.
    Warning,
    /// Those who connect are, or soon will be, refused.
    Critical,
}

/// What is to be said of a lineage before all else; what matters more comes later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    Good,
    /// The next run renews it.
    Due,
    /// Less is left than should be.
    Expiring,
    NotIssued,
    /// It is live, but not all that is made of it is written.
    Undelivered,
    /// It is live, but a deploy hook failed or was not run: servers may not have it.
    Undeployed,
    /// It has been due for long, and nobody tried.
    Overdue,
    /// A validation would fail: a delegation or CAA is in the way.
    Blocked,
    /// The last renewal failed.
    Failing,
    /// Somebody else may know its key.
    Compromised,
    Revoked,
    Expired,
    /// The files of the live certificate cannot be used.
    Damaged,
    /// What is kept of the lineage cannot be read.
    Unreadable,
}

/// All that counts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts<'a> {
    /// Of the live certificate, if there is one that can be used.
    pub lifetime: Option<Lifetime>,
    pub damaged: bool,
    pub revoked: bool,
    pub compromised: bool,
    pub due: Option<Due>,
    /// Since when that is known, where it is the CA's wish: one that wants it long ago has made nobody late.
    pub known_since: Option<Timestamp>,
    pub failure: Option<&'a Failure>,
    /// Whether a person must see to a delegation or to CAA.
    pub blocked: bool,
    /// Whether something that is made of the certificate is not written.
    pub undelivered: bool,
    /// Whether a deploy hook is still to see it.
    pub undeployed: bool,
    /// Of the certificate that servers have while it is not deployed.
    pub served: Option<Lifetime>,
}

/// The judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Health {
    pub state: State,
    pub severity: Severity,
    /// Who has to do something about it; `None` when nobody has.
    pub kind: Option<Kind>,
}

/// How a lineage fares.
#[must_use]
pub fn judge(facts: &Facts<'_>, limits: &Limits, now: Timestamp) -> Health {
    let shortage = shortage(facts, limits, now).max(shortage_of_served(facts, limits, now));
    let state = state(facts, shortage, now);
    let severity = gravity(state).max(shortage);
    Health { state, severity, kind: kind(state, severity, facts) }
}

impl Health {
    /// Of a lineage that cannot be read.
    #[must_use]
    pub fn unreadable() -> Health {
        Health { state: State::Unreadable, severity: Severity::Critical, kind: Some(Kind::Failed) }
    }
}

fn state(facts: &Facts<'_>, shortage: Severity, now: Timestamp) -> State {
    match facts.lifetime {
        _ if facts.revoked => State::Revoked,
        _ if facts.damaged => State::Damaged,
        None => State::NotIssued,
        Some(lifetime) if now >= lifetime.not_after => State::Expired,
        Some(_) if facts.compromised => State::Compromised,
        Some(_) if facts.failure.is_some() => State::Failing,
        Some(_) if facts.blocked => State::Blocked,
        Some(lifetime) if is_overdue(facts, lifetime, now) => State::Overdue,
        Some(_) if facts.undelivered => State::Undelivered,
        Some(_) if facts.undeployed => State::Undeployed,
        Some(_) if shortage > Severity::Ok => State::Expiring,
        Some(_) if facts.due.is_some_and(|due| due.at <= now) => State::Due,
        Some(_) => State::Good,
    }
}

/// What the time that is left comes to, whatever else there is.
fn shortage(facts: &Facts<'_>, limits: &Limits, now: Timestamp) -> Severity {
    let Some(lifetime) = facts.lifetime else { return Severity::Ok };
    let left = lifetime.not_after.duration_since(now);
    let due = facts.due.map(|due| due.at);
    if left < limits.crit(lifetime, due) {
        Severity::Critical
    } else if left < limits.warn(lifetime, due) {
        Severity::Warning
    } else {
        Severity::Ok
    }
}

/// What counts for those who connect is the certificate that servers have.
fn shortage_of_served(facts: &Facts<'_>, limits: &Limits, now: Timestamp) -> Severity {
    match facts.served.filter(|_| facts.undeployed) {
        Some(served) => shortage(&Facts { lifetime: Some(served), ..Facts::default() }, limits, now),
        None => Severity::Ok,
    }
}

fn is_overdue(facts: &Facts<'_>, lifetime: Lifetime, now: Timestamp) -> bool {
    let Some(due) = facts.due else { return false };
    let since = facts.known_since.map_or(due.at, |known| due.at.max(known));
    let grace = GRACE.min(limits::slack(lifetime, Some(due.at)) / 2);
    now.duration_since(since) > grace
}

fn gravity(state: State) -> Severity {
    match state {
        State::Good | State::Due => Severity::Ok,
        State::Expiring
        | State::NotIssued
        | State::Undelivered
        | State::Undeployed
        | State::Overdue
        | State::Blocked
        | State::Failing => Severity::Warning,
        State::Compromised | State::Revoked | State::Expired | State::Damaged | State::Unreadable => Severity::Critical,
    }
}

fn kind(state: State, severity: Severity, facts: &Facts<'_>) -> Option<Kind> {
    let later = match state {
        State::Failing => facts.failure.is_some_and(|failure| failure.kind == Kind::TryLater),
        state => state == State::Expiring,
    };
    match severity {
        Severity::Ok => None,
        Severity::Warning if later => Some(Kind::TryLater),
        Severity::Warning => Some(Kind::ActionNeeded),
        Severity::Critical => Some(Kind::Failed),
    }
}

#[cfg(test)]
mod tests;
