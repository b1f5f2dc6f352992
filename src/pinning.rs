//! Which known names' CAA records pin an ACME account (RFC 8657 section 3): asked before another one is used.

use std::time::Duration;

use url::Url;

use crate::caa::{Climb, Record};
use crate::context::Context;
use crate::event::Event;
use crate::identifier::Identifier;
use crate::permission::{Known, Permission, Who, glance};

/// So long is DNS asked, whatever it does: it is for a warning only.
const LIMIT: Duration = Duration::from_secs(3);

/// A name server may say very long things.
const MAX_SHOWN: usize = 200;

/// What is about to happen to the account that names may pin.
pub enum Change<'a> {
    /// An account is made, or another one is used: whoever asks from now on.
    Applicant(&'a Who),
    /// This account is about to be no more.
    End(&'a Url),
}

/// An account that is pinned, and the names for which nobody else may issue.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Pin {
    uri: String,
    names: Vec<Identifier>,
}

/// Warns of every account that known names pin and that will not be the one that asks. Never fails.
pub async fn warn(cx: &Context, change: &Change<'_>) {
    let names = known_names(cx);
    let seen = glance(cx, &names, LIMIT).await;
    let climbs: Vec<(Identifier, Climb)> =
        names.into_iter().zip(seen).filter_map(|(name, climb)| Some((name, climb?))).collect();
    for pin in pins(&climbs, change) {
        cx.report(Event::Warning { text: words(&pin, change) });
    }
}

/// The names of all lineages and registrations; what cannot be read is told elsewhere.
fn known_names(cx: &Context) -> Vec<Identifier> {
    let lineages = cx.store.lineages().unwrap_or_default().into_iter().flatten();
    let registrations = cx.store.registrations().unwrap_or_default().into_iter().flatten();
    let registered = registrations.filter_map(|(challenge, _)| Identifier::parse(challenge.parent()?.as_str()).ok());
    let mut names: Vec<Identifier> = lineages.flat_map(|lineage| lineage.identifiers).chain(registered).collect();
    names.sort();
    names.dedup();
    names
}

/// The pins that the change leaves behind.
fn pins(climbs: &[(Identifier, Climb)], change: &Change<'_>) -> Vec<Pin> {
    let mut pins: Vec<Pin> = Vec::new();
    for (name, climb) in climbs {
        for uri in pinned(name, climb).into_iter().filter(|uri| change.leaves(uri, name, climb)) {
            match pins.iter_mut().find(|pin| pin.uri == uri) {
                Some(pin) => pin.names.push(name.clone()),
                None => pins.push(Pin { uri, names: vec![name.clone()] }),
            }
        }
    }
    pins
}

/// The accounts that a name pins, each once.
fn pinned(name: &Identifier, climb: &Climb) -> Vec<String> {
    let mut uris: Vec<String> = climb.governing(name.is_wildcard()).into_iter().filter_map(Record::pinned).collect();
    uris.sort();
    uris.dedup();
    uris
}

impl Change<'_> {
    fn leaves(&self, uri: &str, name: &Identifier, climb: &Climb) -> bool {
        match self {
            // A name that permits whoever asks is not left behind, whomever it pins besides.
            Change::Applicant(who) => Permission::judged(name, climb.clone(), who).finding(who).is_some(),
            Change::End(account) => account.as_str() == uri,
        }
    }
}

fn words(pin: &Pin, change: &Change<'_>) -> String {
    let (uri, names) = (&pin.uri, listed(&pin.names));
    let known = match change {
        Change::Applicant(who) => who.other(uri).map(Known::authority),
        Change::End(_) => None,
    };
    let shown: String = uri.chars().take(MAX_SHOWN).collect();
    let whose = known.as_ref().map(|authority| format!(" (yours, at {authority})")).unwrap_or_default();
    let advice = match (change, known.is_some()) {
        (Change::End(_), _) => "pin another account first: `certdns caa NAME` prints the records",
        (Change::Applicant(_), true) => {
            "go on with that CA for these names, or add the records that `certdns caa NAME` prints for the new account"
        }
        (Change::Applicant(_), false) => {
            "take that account over from where it is (`certdns acmeaccount import`), or add the records that `certdns caa NAME` prints for the new one"
        }
    };
    format!("the CAA records of {names} pin the ACME account {shown}{whose}, and no other may issue; {advice}")
}

/// At most three names, then how many more.
fn listed(names: &[Identifier]) -> String {
    let shown: Vec<String> = names.iter().take(3).map(ToString::to_string).collect();
    let more = names.len().saturating_sub(3);
    if more == 0 { shown.join(", ") } else { format!("{} and {more} more", shown.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::caa::Found;
    use crate::identifier::DnsName;

    const OLD: &str = "https://ca.example/acct/1";

    fn climbs(names: &[(&str, &[&str])]) -> Vec<(Identifier, Climb)> {
        let climb = |values: &[&str]| {
            let at = DnsName::parse("example.com").unwrap();
            let records = values.iter().map(|value| Record::new(0, "issue", value.as_bytes())).collect();
            Climb::new(vec![at.clone()], Found::Records { at, records })
        };
        names.iter().map(|(name, values)| (Identifier::parse(name).unwrap(), climb(values))).collect()
    }

    fn who(account: Option<&str>) -> Who {
        let account = account.map(|account| Url::parse(account).unwrap());
        Who { identities: vec!["ca.example".to_owned()], account, known: Vec::new() }
    }

    #[test]
    fn names_that_pin_the_old_account_are_left_behind_and_others_are_not() {
        let old = format!("ca.example; accounturi={OLD}");
        let climbs = climbs(&[
            ("a.example.com", &[&old]),
            ("b.example.com", &[&old, "ca.example"]),
            ("c.example.com", &["other.example"]),
            ("d.example.com", &[&old, "ca.example; accounturi=https://ca.example/acct/2"]),
        ]);
        let names = |change: &Change<'_>, uri: &str| {
            let pin = pins(&climbs, change).into_iter().find(|pin| pin.uri == uri);
            pin.map(|pin| listed(&pin.names)).unwrap_or_default()
        };
        let nobody = who(None);
        assert_eq!(names(&Change::Applicant(&nobody), OLD), "a.example.com, d.example.com");
        let second = who(Some("https://ca.example/acct/2"));
        assert_eq!(names(&Change::Applicant(&second), OLD), "a.example.com");
        assert!(pins(&climbs, &Change::Applicant(&who(Some(OLD)))).is_empty());
        let end = Url::parse(OLD).unwrap();
        assert_eq!(names(&Change::End(&end), OLD), "a.example.com, b.example.com, d.example.com");
    }

    #[test]
    fn a_warning_names_three_names_and_counts_the_rest() {
        let old = format!("ca.example; accounturi={OLD}");
        let old: &[&str] = &[&old];
        let climbs = climbs(&["a.test", "b.test", "c.test", "d.test", "e.test"].map(|name| (name, old)));
        let nobody = who(None);
        let change = Change::Applicant(&nobody);
        assert!(words(&pins(&climbs, &change)[0], &change).starts_with(
            "the CAA records of a.test, b.test, c.test and 2 more pin the ACME account https://ca.example/acct/1, and"
        ));
    }
}
