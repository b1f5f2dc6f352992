//! What stands against a permission, as something to tell: which record, at which name, and what it must say.

use super::{Known, Permission, Who};
use crate::caa::{Aim, Grant, Plan, Property, Reason, Record, Verdict, is_unknown_critical, restricts};
use crate::delegation::{Evidence, Finding, Severity};
use crate::error::Hint;
use crate::identifier::DnsName;

/// A name server may say very long things; a sentence holds so much of one.
const MAX_SHOWN: usize = 200;

impl Permission {
    /// What is wrong, and what would put it right; `None` when the name may be had.
    #[must_use]
    pub fn finding(&self, who: &Who) -> Option<Finding> {
        match &self.verdict {
            Verdict::Permitted { .. } => None,
            Verdict::Unknown { at, said } => Some(self.unavailable(at, said)),
            Verdict::Forbidden { at, reason, .. } => Some(self.forbidden(at, *reason, who)),
        }
    }

    /// What works, but perhaps not at every CA.
    #[must_use]
    pub fn remark(&self) -> Option<Finding> {
        let at = self.climb.place()?;
        let governing = self.climb.governing(self.name.is_wildcard()).into_iter();
        let capitals: Vec<&Record> = governing.filter(|record| record.has_capitals()).collect();
        let first = capitals.first()?;
        let message = format!("CAA records at {at} are written in capitals, which some CAs do not read");
        let shown = capitals.iter().map(|record| shown(at, record)).collect();
        let hint = Hint::new("write the issuer and the names of parameters in lower case, as here")
            .line(first.in_lower_case().zone_line(at));
        let finding = Finding::new("caa-capitals", Severity::Warning, &self.name.challenge_name(), message);
        Some(finding.evidence(shown).hint(hint))
    }

    fn unavailable(&self, at: &DnsName, said: &str) -> Finding {
        let name = &self.name;
        let message = format!("the CAA records of {at} could not be had ({said}), so a CA must not issue for {name}");
        Finding::new("caa-unavailable", Severity::Error, &name.challenge_name(), message)
            .hint(Hint::new("check the zone's name servers, then run the same command again"))
            .later()
    }

    fn forbidden(&self, at: &DnsName, reason: Reason, who: &Who) -> Finding {
        let is_nearest = |record: &&Record| Grant::of(record, who.applicant()).miss() == Some(reason);
        let mut evidence = self.evidence(reason);
        evidence.sort_by_key(|record| !is_nearest(record));
        let nearest = evidence.iter().filter(|record| is_nearest(record));
        let message = format!("CAA forbids {}: {}", self.name, why(reason, at, nearest.copied()));
        let shown =
            |record: &&Record| Evidence { server: String::new(), question: format!("{at} CAA"), answer: record.line() };
        let shown = evidence.iter().map(shown).collect();
        let finding = Finding::new(code(reason), Severity::Error, &self.name.challenge_name(), message);
        self.hints(at, reason, who).into_iter().fold(finding.evidence(shown), Finding::hint)
    }

    /// The records that it rests on.
    fn evidence(&self, reason: Reason) -> Vec<&Record> {
        match reason {
            Reason::UnknownCritical => {
                self.climb.records().iter().filter(|record| is_unknown_critical(record)).collect()
            }
            _ => self.climb.governing(self.name.is_wildcard()),
        }
    }

    fn hints(&self, at: &DnsName, reason: Reason, who: &Who) -> Vec<Hint> {
        if self.climb.is_elsewhere() {
            return vec![somewhere_else(&self.name.to_string(), at)];
        }
        let mut hints = self.known_accounts(who);
        let plan = Plan::new(self.climb.records(), &[self.name.is_wildcard()], who.applicant(), Aim::Permit);
        if !plan.remove.is_empty() {
            let hint = Hint::new("remove what no CA knows, or make it uncritical");
            hints.push(plan.remove.iter().map(|record| record.uncritical().zone_line(at)).fold(hint, Hint::line));
        }
        if who.account.is_none() && reason == Reason::OtherAccount {
            hints.push(account_first(&self.name.to_string()));
        } else if !plan.add.is_empty() && plan.keep.iter().any(restricts) {
            let hint = Hint::new("add this at your DNS host; what is there may stay");
            hints.push(plan.add.iter().map(|record| record.zone_line(at)).fold(hint, Hint::line));
        }
        hints
    }

    /// Records that pin an account of ours, but not the one that asks.
    fn known_accounts(&self, who: &Who) -> Vec<Hint> {
        let pinned = self.climb.governing(self.name.is_wildcard()).into_iter().filter_map(Record::pinned);
        let mut uris: Vec<String> = pinned.collect();
        uris.dedup();
        uris.iter().filter_map(|uri| who.other(uri)).map(|known| Hint::new(whose(known, who))).collect()
    }
}

fn shown(at: &DnsName, record: &Record) -> Evidence {
    Evidence { server: String::new(), question: format!("{at} CAA"), answer: record.line() }
}

fn whose(known: &Known, who: &Who) -> String {
    let (uri, authority) = (&known.uri, known.authority());
    match known.status.as_str() {
        "valid" if who.directory() == Some(&known.directory) => {
            format!("the pinned account {uri} is yours, too, at {authority}")
        }
        "valid" => format!("the pinned account {uri} is yours, at {authority} (`--ca {}`)", known.directory),
        status => format!("the pinned account {uri} was yours, at {authority}; it is {status}"),
    }
}

fn somewhere_else(name: &str, at: &DnsName) -> Hint {
    Hint::new(format!(
        "these records are those of {at}, where the CNAME of {name} leads: whoever runs that zone can change them, or the CNAME has to go"
    ))
}

fn account_first(name: &str) -> Hint {
    Hint::new(
        "there is no ACME account here yet: restore the pinned one (accounts/) from a backup, or make one and pin that",
    )
    .line("certdns acmeaccount add --agree-tos")
    .line(format!("certdns caa {name}"))
}

/// Stable, for scripts.
fn code(reason: Reason) -> &'static str {
    match reason {
        Reason::UnknownCritical => "caa-unknown-critical",
        Reason::Nobody => "caa-nobody",
        Reason::OtherCa => "caa-other-ca",
        Reason::OtherAccount => "caa-other-account",
        Reason::OtherMethod => "caa-other-method",
    }
}

/// What the records say that come nearest to a permission.
fn why<'a>(reason: Reason, at: &DnsName, nearest: impl Iterator<Item = &'a Record>) -> String {
    match reason {
        Reason::UnknownCritical => format!("a critical property at {at} is one that no CA knows"),
        Reason::Nobody => format!("the records at {at} permit nobody{}", unreadable(nearest)),
        Reason::OtherCa => format!("only {} may issue, as {at} has it", listed(nearest.filter_map(issuer))),
        Reason::OtherAccount => {
            let pinned = listed(nearest.filter_map(Record::pinned));
            format!("{at} pins another ACME account, {pinned}")
        }
        Reason::OtherMethod => format!("dns-01 is not among the validation methods that {at} names"),
    }
}

/// Why a record that looks as if it permitted somebody does not.
fn unreadable<'a>(mut nearest: impl Iterator<Item = &'a Record>) -> &'static str {
    match nearest.any(|record| record.property() != Property::Nobody) {
        true => " (a value is not written as `CA; tag=value; tag=value`, has spaces in a list, or a tag twice)",
        false => "",
    }
}

fn issuer(record: &Record) -> Option<String> {
    match record.property() {
        Property::Issuer { name, .. } => Some(name),
        Property::Nobody | Property::Malformed => None,
    }
}

/// Each once, the first three, none of them without end.
fn listed(texts: impl Iterator<Item = String>) -> String {
    let mut distinct: Vec<String> = Vec::new();
    for text in texts.map(|text| text.chars().take(MAX_SHOWN).collect()) {
        if !distinct.contains(&text) {
            distinct.push(text);
        }
    }
    let more = distinct.len().saturating_sub(3);
    distinct.truncate(3);
    if more == 0 { distinct.join(", ") } else { format!("{} and {more} more", distinct.join(", ")) }
}
