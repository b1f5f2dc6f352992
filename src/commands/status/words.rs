//! What is said of a lineage, in a few words and in a sentence. None of it is fit for a terminal before
//! [`crate::output::plain`] has seen it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use url::Url;

use crate::error::{Error, Kind};
use crate::health::{Severity, State};
use crate::output::{moment, span};
use crate::renewal::{Failure, Reason};
use crate::store::{Fault, Look};

use super::Entry;
use super::entry::Seen;

/// A table cell holds so much of what somebody else said.
const CELL: usize = 120;

pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Ok => "ok",
        Severity::Warning => "warning",
        Severity::Critical => "critical",
    }
}

pub(super) fn state(state: State) -> &'static str {
    match state {
        State::Good => "good",
        State::Due => "due",
        State::Expiring => "expiring",
        State::NotIssued => "not issued",
        State::Undelivered => "files not written",
        State::Undeployed => "not deployed",
        State::Overdue => "overdue",
        State::Blocked => "blocked",
        State::Failing => "failing",
        State::Compromised => "compromised",
        State::Revoked => "revoked",
        State::Expired => "expired",
        State::Damaged => "damaged",
        State::Unreadable => "unreadable",
    }
}

impl Entry {
    /// What matters of it, in a sentence without its name.
    pub fn sentence(&self, now: Timestamp) -> String {
        let mut parts = vec![self.first_part(now)];
        if self.health.state != State::Failing {
            parts.extend(self.failure().map(|failure| failed(failure, now)));
        }
        // What is in the way is often why the renewal failed.
        parts.extend(self.blocked().filter(|blocked| !parts.iter().any(|part| part.contains(blocked))));
        parts.extend(self.undeployed(now).filter(|undeployed| !parts.contains(undeployed)));
        let left = self.lifetime().filter(|lifetime| now < lifetime.not_after && is_still_of_use(self.health.state));
        parts.extend(left.map(|lifetime| format!("expires in {}", span(lifetime.not_after.duration_since(now)))));
        parts.join("; ")
    }

    fn first_part(&self, now: Timestamp) -> String {
        let ago = |moment: Option<Timestamp>| moment.map(|at| span(now.duration_since(at))).unwrap_or_default();
        let end = self.lifetime().map(|lifetime| lifetime.not_after);
        match self.health.state {
            State::Good => {
                format!("good for {}", end.map(|end| span(end.duration_since(now))).unwrap_or_default())
            }
            State::Due => "due for renewal".to_owned(),
            State::Expiring => {
                format!("expires in {}", end.map(|end| span(end.duration_since(now))).unwrap_or_default())
            }
            State::NotIssued => "no certificate was issued yet".to_owned(),
            State::Undelivered => "not all files that are made of it are written".to_owned(),
            State::Undeployed => self.undeployed(now).unwrap_or_default(),
            State::Overdue => {
                let since = ago(self.due().map(|due| due.at));
                format!("due for {since}, and nothing has tried to renew it")
            }
            State::Blocked => self.blocked().unwrap_or_default(),
            State::Failing => self.failure().map(|failure| failed(failure, now)).unwrap_or_default(),
            State::Compromised => "its private key is compromised".to_owned(),
            State::Revoked => self.revoked(now),
            State::Expired => format!("expired {} ago", ago(end)),
            State::Damaged => self.standing().and_then(|one| one.damage.as_deref()).map(told).unwrap_or_default(),
            State::Unreadable => self.kept.as_ref().err().map(told).unwrap_or_default(),
        }
    }

    /// What deploy hooks did not see, and what servers have until then.
    fn undeployed(&self, now: Timestamp) -> Option<String> {
        let undeployed = self.undeployed.as_ref()?;
        let since = undeployed.since.map(|since| format!(", {} ago", span(now.duration_since(since))));
        let served = undeployed.served.map(|served| match served.not_after.duration_since(now) {
            left if left.is_positive() => format!("; servers may still have the one that expires in {}", span(left)),
            left => format!("; servers may still have the one that expired {} ago", span(-left)),
        });
        Some(format!("{}{}{}", undeployed.what, since.unwrap_or_default(), served.unwrap_or_default()))
    }

    fn revoked(&self, now: Timestamp) -> String {
        let revoked = self.standing().and_then(|standing| standing.lineage.live_revoked());
        let when = |revoked: crate::store::Revoked| {
            format!("revoked {} ago ({})", span(now.duration_since(revoked.at)), revoked.reason)
        };
        revoked.map(when).unwrap_or_default()
    }

    /// The first of what a person must see to, and how much more there is.
    fn blocked(&self) -> Option<String> {
        let faults = self.faults().filter(|fault| is_for_a_person(fault));
        let messages: Vec<&str> = faults.map(|fault| fault.message.as_str()).collect();
        let (first, more) = messages.split_first()?;
        Some(if more.is_empty() { (*first).to_owned() } else { format!("{first} (and {} more)", more.len()) })
    }

    /// When it is renewed next, and why then.
    pub fn renewal(&self, now: Timestamp) -> String {
        let Some(at) = self.next_try(now) else { return "-".to_owned() };
        let why = self.why(now);
        if at <= now { format!("due since {}: {why}", date(at)) } else { format!("{}: {why}", moment(at, now)) }
    }

    /// Why it is renewed at the moment that it is; where the CA explains itself, that is told with it.
    pub fn why(&self, now: Timestamp) -> String {
        let see = self.explanation().map(|url| format!(", see {url}")).unwrap_or_default();
        self.reason(now) + &see
    }

    pub fn reason(&self, now: Timestamp) -> String {
        if let Some(failure) = self.failure().filter(|failure| failure.waits_until(now).is_some()) {
            return format!("backed off after {}", times("failure", failure.count));
        }
        match self.due().map(|due| due.why) {
            Some(Reason::BeforeEnd) => {
                let before = self.standing().and_then(|standing| standing.renew_before.as_ref());
                format!("renew-before {}", before.map(ToString::to_string).unwrap_or_default())
            }
            Some(Reason::LessThanAThirdLeft) => "a third left".to_owned(),
            Some(Reason::LessThanHalfLeft) => "half left".to_owned(),
            Some(other) => other.to_string(),
            None => String::new(),
        }
    }

    /// Where the CA tells why it suggests the moment that it does.
    pub fn explanation(&self) -> Option<&Url> {
        let suggested = self.due().is_some_and(|due| due.why == Reason::Suggested);
        let window = self.standing()?.suggestion()?.window.as_ref();
        window?.explanation.as_ref().filter(|_| suggested)
    }

    /// How the last renewal went.
    pub fn last(&self) -> String {
        match (self.failure(), self.health.state) {
            (Some(failure), _) => format!("failed since {}: {}", date(failure.since), cut(&cause(failure))),
            (None, State::Undelivered) => "files not written".to_owned(),
            (None, State::Undeployed) => "not deployed".to_owned(),
            (None, State::NotIssued | State::Unreadable) => "-".to_owned(),
            (None, _) => "ok".to_owned(),
        }
    }

    /// The delegations, in a word and since when. What CAA says stands beside it.
    pub fn delegation(&self) -> String {
        let fault = |look: &Look| {
            let fault = look.faults.iter().find(|fault| is_for_a_person(fault) && !fault.code.starts_with("caa-"));
            fault.map(|fault| (look.since, fault.code.clone()))
        };
        let broken = self.delegations.iter().filter_map(|(_, look)| fault(look.as_ref()?));
        match (broken.min(), self.seen()) {
            (Some((since, code)), _) => format!("{code} since {}", date(since)),
            (None, Seen::Never) => "not seen".to_owned(),
            (None, Seen::Unclear) => "unclear".to_owned(),
            (None, Seen::Standing | Seen::Broken) => "ok".to_owned(),
        }
    }

    /// Who may issue: one word where the same holds for all names, else one for each group of them.
    pub fn caa(&self) -> String {
        let mut groups: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (name, word) in self.caa_by_name() {
            groups.entry(word).or_default().push(name);
        }
        match groups.len() {
            0 => "not seen".to_owned(),
            1 => groups.keys().map(ToString::to_string).collect(),
            _ => {
                let group = |(word, names): (&&str, &Vec<&str>)| format!("{word} ({})", names.join(" "));
                groups.iter().map(group).collect::<Vec<_>>().join(", ")
            }
        }
    }

    /// What CAA said about each name of the certificate.
    pub fn caa_by_name(&self) -> Vec<(&str, &str)> {
        let names = self.names();
        let looks = self.delegations.iter().filter_map(|(_, look)| look.as_ref());
        let all = looks.flat_map(|look| look.caa.iter().map(|(name, word)| (name.as_str(), word.as_str())));
        all.filter(|(name, _)| names.iter().any(|known| known == name)).collect()
    }
}

fn is_for_a_person(fault: &Fault) -> bool {
    fault.kind == Kind::ActionNeeded
}

fn failed(failure: &Failure, now: Timestamp) -> String {
    let again =
        failure.waits_until(now).map(|until| format!("; the next try is in {}", span(until.duration_since(now))));
    let since = span(now.duration_since(failure.since));
    let how = match failure.count {
        1 => format!("{since} ago"),
        count => format!("{count} times in {since}"),
    };
    format!("renewal failed {how}: {}{}", cause(failure), again.unwrap_or_default())
}

/// Whether the time that is left means anything.
fn is_still_of_use(state: State) -> bool {
    State::Expiring < state && state < State::Revoked
}

/// What went wrong, without what was being attempted.
pub(super) fn cause(failure: &Failure) -> String {
    if failure.causes.is_empty() { failure.message.clone() } else { failure.causes.join(": ") }
}

pub(super) fn told(error: &Error) -> String {
    error.whole()
}

fn times(noun: &str, count: u32) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

fn cut(text: &str) -> String {
    let short: String = text.chars().take(CELL).collect();
    if short.len() < text.len() { format!("{short}...") } else { short }
}

/// A day in local time.
pub(super) fn date(moment: Timestamp) -> String {
    moment.to_zoned_datetime(TimeZone::system()).strftime("%Y-%m-%d").to_string()
}
