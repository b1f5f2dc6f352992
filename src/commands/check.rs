//! `certdns check`: would a CA validate these names? Changes nothing, but for `--probe`.

mod report;

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Value, json};

use crate::context::Context;
use crate::delegation::{Finding, Severity};
use crate::enrolment::{Enrolled, enrolled, enrolled_each};
use crate::error::{Error, Hint, Kind, Result};
use crate::http::host_of;
use crate::identifier::{DnsName, Identifier};
use crate::inspection::{Inspector, Sight};
use crate::output::{Outcome, error_json};
use crate::probing::probe_all;
use crate::watching::watch;

use super::register::parse_names;

/// Check names the way a CA would: delegation, name servers, DNSSEC, CAA
///
/// Reads everything, changes nothing; without names, all that is registered is checked. Exits 3 when a person must
/// act, 4 when DNS is not there yet.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Names to check; without any, everything that is registered
    #[arg(value_name = "NAME")]
    names: Vec<String>,
    /// Follow the names until all are well, at most this long if a duration is given
    #[arg(long, value_name = "DURATION", num_args = 0..=1, require_equals = true, default_missing_value = "", value_parser = watch_limit)]
    watch: Option<WatchLimit>,
    /// Publish a harmless value and read it back through the whole chain: the proof from end to end
    #[arg(long)]
    probe: bool,
}

/// How long is watched: to the end, or at most so long.
#[derive(Clone, Copy, Debug)]
struct WatchLimit(Option<Duration>);

fn watch_limit(text: &str) -> Result<WatchLimit, String> {
    if text.is_empty() {
        Ok(WatchLimit(None))
    } else {
        super::waiting::duration(text).map(|limit| WatchLimit(Some(limit)))
    }
}

/// What was seen, and the names that have no registration.
pub struct CheckOutcome {
    checked: Vec<(Enrolled, Sight)>,
    unregistered: Vec<Finding>,
    damaged: Vec<Error>,
}

/// Looks at every name, side by side.
pub async fn run(cx: &Context, args: Args) -> Result<CheckOutcome> {
    let Wanted { found, unregistered, damaged } = wanted(cx, &args).await?;
    let mut inspector = match found.is_empty() {
        true => Inspector::of_delegations(cx)?,
        false => Inspector::of_everything(cx, &cx.settings.ca).await?,
    };
    let sights = match args.watch {
        Some(WatchLimit(limit)) => watch(&inspector, &found, limit, &cx.reporter).await,
        None => inspector.look_before_ordering(cx, &found).await,
    };
    let mut checked: Vec<(Enrolled, Sight)> = found.into_iter().zip(sights).collect();
    if args.probe {
        let probed = probe_all(cx, &checked).await?;
        checked.iter_mut().zip(probed).for_each(|((_, sight), findings)| sight.add(findings));
    }
    let unregistered = unregistered.iter().map(not_registered).collect();
    Ok(CheckOutcome { checked, unregistered, damaged })
}

pub(super) fn not_registered(challenge: &DnsName) -> Finding {
    let base = challenge.parent().unwrap_or_else(|| challenge.clone());
    let hint = Hint::new("register it, then create the CNAME that is printed");
    Finding::new("not-registered", Severity::Error, challenge, format!("{base} is not registered"))
        .hint(hint.line(format!("certdns register {base}")))
}

/// What is to be looked at.
#[derive(Default)]
struct Wanted {
    found: Vec<Enrolled>,
    unregistered: Vec<DnsName>,
    damaged: Vec<Error>,
}

async fn wanted(cx: &Context, args: &Args) -> Result<Wanted> {
    if args.names.is_empty() {
        return everything(cx).await;
    }
    let mut wanted = Wanted::default();
    for (challenge, enrolled) in enrolled(cx, &parse_names(&args.names)?).await? {
        match enrolled {
            Some(enrolled) => wanted.found.push(enrolled),
            None => wanted.unregistered.push(challenge),
        }
    }
    Ok(wanted)
}

/// Everything that is registered, each name by the registration that would be used for it: on the way to another
/// server it has several. One file that cannot be read does not hide the others.
async fn everything(cx: &Context) -> Result<Wanted> {
    let (mut wanted, mut names) = (Wanted::default(), Vec::new());
    let certified = certified(cx)?;
    for stored in cx.store.registrations()? {
        match stored.map(from_store) {
            Ok(one) => names.extend(certified.get(&one.challenge).cloned().unwrap_or(one.names)),
            Err(error) => wanted.damaged.push(error.into()),
        }
    }
    for (_, enrolled) in enrolled_each(cx, &names).await {
        match enrolled {
            Ok(enrolled) => wanted.found.extend(enrolled),
            Err(error) => wanted.damaged.push(error),
        }
    }
    wanted.found.sort_by(|a, b| a.challenge.cmp(&b.challenge));
    Ok(wanted)
}

/// What is in certificates for each challenge name: CAA can treat a wildcard and its base differently.
fn certified(cx: &Context) -> Result<BTreeMap<DnsName, Vec<Identifier>>> {
    let mut names: BTreeMap<DnsName, Vec<Identifier>> = BTreeMap::new();
    for name in cx.store.lineages()?.into_iter().flatten().flat_map(|lineage| lineage.identifiers) {
        let known = names.entry(name.challenge_name()).or_default();
        if !known.contains(&name) {
            known.push(name);
        }
    }
    Ok(names)
}

/// A stored registration speaks for the name behind its challenge name.
pub(super) fn from_store((challenge, registration): (DnsName, crate::acmedns::Registration)) -> Enrolled {
    let name = challenge.parent().and_then(|base| Identifier::parse(base.as_str()).ok());
    Enrolled { names: name.into_iter().collect(), registration, challenge, fresh: false, beside: Vec::new() }
}

impl CheckOutcome {
    fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.unregistered.iter().chain(self.checked.iter().flat_map(|(_, sight)| &sight.findings))
    }
}

impl Outcome for CheckOutcome {
    fn json(&self) -> Value {
        let checks = self.checked.iter().map(|(enrolled, sight)| {
            let mut document = json!(sight);
            document["record"] = sight.delegation.record().into();
            document["server"] = host_of(enrolled.registration.server.as_str()).into();
            document["registered"] = true.into();
            document["values"] = json!(sight.values());
            document
        });
        let unregistered = self.unregistered.iter().map(
            |finding| json!({ "names": [], "challenge": finding.challenge, "target": null, "record": null, "server": null, "registered": false, "stands": false, "values": null, "findings": [finding], "observation": null, "caa": [] }),
        );
        json!({
            "checks": checks.chain(unregistered).collect::<Vec<_>>(),
            "damaged": self.damaged.iter().map(|error| error_json(error)["error"].clone()).collect::<Vec<_>>(),
        })
    }

    fn text(&self) -> String {
        report::text(self)
    }

    fn kind(&self) -> Option<Kind> {
        let errors = self.findings().filter(|finding| finding.severity == Severity::Error).map(Finding::kind);
        let damaged = (!self.damaged.is_empty()).then_some(Kind::Failed);
        // Whoever asked for a proof and got none is told so.
        let skipped = self.findings().find(|finding| finding.code == "probe-skipped").map(Finding::kind);
        errors.chain(damaged).chain(skipped).min_by_key(|kind| kind.exit_code())
    }
}
