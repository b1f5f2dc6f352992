//! `certdns check`: does the delegation of each name stand? Changes nothing.

use futures_util::join;
use serde_json::{Value, json};

use crate::context::Context;
use crate::enrolment::{Enrolled, enrolled};
use crate::error::{Error, Kind, Result};
use crate::http::host_of;
use crate::identifier::{DnsName, Identifier};
use crate::output::{Outcome, error_json, error_text};
use crate::permission::{Forbidden, Permission, Who, permissions};
use crate::watching::{self, Sight};

use super::register::parse_names;
use super::waiting::{Detail, sights_text};

/// Check the delegation of names, or of everything registered
///
/// Reads everything, changes nothing. Exits 3 when a person must act, 4 when DNS is not there yet.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Names to check; without any, everything that is registered
    #[arg(value_name = "NAME")]
    names: Vec<String>,
}

/// What was seen, and the names that have no registration.
pub struct CheckOutcome {
    checked: Vec<(Enrolled, Sight)>,
    /// What CAA says about each name; none when nothing is known of how it names the CA.
    permissions: Vec<Permission>,
    forbidden: Option<Error>,
    unregistered: Vec<DnsName>,
    damaged: Vec<Error>,
}

/// Looks at every delegation, side by side.
pub async fn run(cx: &Context, args: Args) -> Result<CheckOutcome> {
    let Wanted { found, unregistered, damaged } = wanted(cx, &args)?;
    let delegations: Vec<_> = found.iter().map(Enrolled::delegation).collect();
    let (dns, who) = (cx.dns()?, Who::at(cx, &cx.settings.ca)?);
    let (sights, permissions) =
        join!(watching::look(&dns, &delegations, &cx.reporter), asked(cx, &found, who.as_ref()));
    let permissions = permissions?;
    let forbidden = who.as_ref().and_then(|who| Forbidden::from(&permissions, who)).map(Error::from);
    Ok(CheckOutcome { checked: found.into_iter().zip(sights).collect(), permissions, forbidden, unregistered, damaged })
}

async fn asked(cx: &Context, found: &[Enrolled], who: Option<&Who>) -> Result<Vec<Permission>> {
    let names: Vec<Identifier> = found.iter().flat_map(|one| one.names.clone()).collect();
    match who {
        Some(who) => permissions(cx, &names, who).await,
        None => Ok(Vec::new()),
    }
}

/// What is to be looked at.
#[derive(Default)]
struct Wanted {
    found: Vec<Enrolled>,
    unregistered: Vec<DnsName>,
    damaged: Vec<Error>,
}

fn wanted(cx: &Context, args: &Args) -> Result<Wanted> {
    if args.names.is_empty() {
        return everything(cx);
    }
    let mut wanted = Wanted::default();
    for (challenge, enrolled) in enrolled(cx, &parse_names(&args.names)?)? {
        match enrolled {
            Some(enrolled) => wanted.found.push(enrolled),
            None => wanted.unregistered.push(challenge),
        }
    }
    Ok(wanted)
}

/// Everything that is registered, each name by the registration that would be used for it: after a move to another
/// server the old one lies there still. One file that cannot be read does not hide the others.
fn everything(cx: &Context) -> Result<Wanted> {
    let mut wanted = Wanted::default();
    let mut names: Vec<Identifier> = Vec::new();
    for stored in cx.store.registrations()? {
        match stored {
            Ok(stored) => names.extend(from_store(stored).names),
            Err(error) => wanted.damaged.push(error.into()),
        }
    }
    for name in names {
        match enrolled(cx, &[name]) {
            Ok(found) => wanted.found.extend(found.into_iter().filter_map(|(_, enrolled)| enrolled)),
            Err(error) => wanted.damaged.push(error),
        }
    }
    wanted.found.sort_by(|a, b| a.challenge.cmp(&b.challenge));
    wanted.found.dedup_by(|a, b| a.challenge == b.challenge);
    Ok(wanted)
}

/// A stored registration speaks for the name behind its challenge name.
pub(super) fn from_store((challenge, registration): (DnsName, crate::acmedns::Registration)) -> Enrolled {
    let name = challenge.parent().and_then(|base| Identifier::parse(base.as_str()).ok());
    Enrolled { names: name.into_iter().collect(), registration, challenge, fresh: false }
}

impl CheckOutcome {
    /// Who may issue, as CAA has it; names of which the same is said share a line.
    fn permissions_text(&self) -> String {
        let mut groups: Vec<(&str, Vec<String>)> = Vec::new();
        for one in &self.permissions {
            match groups.iter_mut().find(|(words, _)| *words == one.words()) {
                Some((_, names)) => names.push(one.name.to_string()),
                None => groups.push((one.words(), vec![one.name.to_string()])),
            }
        }
        groups.iter().map(|(words, names)| format!("CAA: {words} ({})\n", names.join(", "))).collect()
    }
}

impl Outcome for CheckOutcome {
    fn json(&self) -> Value {
        let checks = self.checked.iter().map(|(enrolled, sight)| {
            json!({
                "names": enrolled.names,
                "challenge": sight.delegation.challenge,
                "target": sight.delegation.target,
                "record": sight.delegation.record(),
                "server": host_of(enrolled.registration.server.as_str()),
                "registered": true,
                "stands": sight.stands,
                "findings": sight.findings,
                "observation": sight.observation,
                "caa": self.permissions.iter().filter(|one| enrolled.names.contains(&one.name)).collect::<Vec<_>>(),
            })
        });
        let unregistered = self
            .unregistered
            .iter()
            .map(|challenge| json!({ "challenge": challenge, "registered": false, "stands": false }));
        json!({
            "checks": checks.chain(unregistered).collect::<Vec<_>>(),
            "damaged": self.damaged.iter().map(|error| error_json(error)["error"].clone()).collect::<Vec<_>>(),
        })
    }

    fn text(&self) -> String {
        if self.checked.is_empty() && self.unregistered.is_empty() && self.damaged.is_empty() {
            return "Nothing is registered yet: `certdns register NAME` is the first step.\n".to_owned();
        }
        let sights: Vec<Sight> = self.checked.iter().map(|(_, sight)| sight.clone()).collect();
        let mut text = sights_text(&sights, Detail::Full);
        for challenge in &self.unregistered {
            let base = challenge.parent().unwrap_or_else(|| challenge.clone());
            text.push_str(&format!(
                "  --  {challenge}: not registered\n       hint: register it, then create the CNAME that is printed\n             certdns register {base}\n"
            ));
        }
        text.push_str(&self.permissions_text());
        for error in self.forbidden.iter().chain(&self.damaged) {
            text.push_str(&error_text(error));
        }
        text
    }

    fn kind(&self) -> Option<Kind> {
        let unregistered = (!self.unregistered.is_empty()).then_some(Kind::ActionNeeded);
        let seen = self.checked.iter().filter_map(|(_, sight)| sight.kind());
        let damaged = (!self.damaged.is_empty()).then_some(Kind::Failed);
        let forbidden = self.forbidden.as_ref().map(Error::kind);
        seen.chain(unregistered).chain(forbidden).chain(damaged).min_by_key(|kind| kind.exit_code())
    }
}
