//! `certdns history`: every generation of a lineage, newest first.

use std::collections::BTreeSet;
use std::fmt::Write;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::acme::authority_name;
use crate::certificate::Certificate;
use crate::context::Context;
use crate::error::{Error, Result};
use crate::output::{Outcome, error_json, moment, plain};
use crate::store::{Origin, Step};

use super::show::named;

/// Show every certificate that a lineage has had: when, why, from which CA, and how long it took
///
/// Of those that were issued before that was kept, it tells what their files say.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The lineage, as `certdns list` names it
    #[arg(value_name = "LINEAGE")]
    lineage: String,
}

/// All generations of a lineage.
pub struct HistoryOutcome {
    lineage: String,
    live: Option<u32>,
    /// Newest first.
    generations: Vec<Generation>,
}

struct Generation {
    number: u32,
    origin: Origin,
    /// What its files say, or why they do not.
    certificate: Result<Certificate>,
}

/// Reads what is there.
pub fn run(cx: &Context, args: &Args) -> Result<HistoryOutcome> {
    let lineage = named(cx, &args.lineage)?;
    let mut numbers: BTreeSet<u32> = cx.store.generations(&lineage.name)?.into_iter().collect();
    // Files may be gone of which something is remembered still.
    numbers.extend(lineage.generations.keys());
    let generation = |number: u32| {
        let chain = cx.store.chain(&lineage.name, number);
        let certificate = chain.map(|chain| chain.leaf().clone()).map_err(Error::from);
        Generation { number, origin: lineage.origin(number), certificate }
    };
    let generations = numbers.into_iter().rev().map(generation).collect();
    Ok(HistoryOutcome { live: lineage.live, generations, lineage: lineage.name })
}

impl Outcome for HistoryOutcome {
    fn json(&self) -> Value {
        let generations = self.generations.iter().map(|one| one.json(self.is_live(one)));
        json!({ "name": self.lineage, "live": self.live, "generations": generations.collect::<Vec<_>>() })
    }

    fn text(&self) -> String {
        if self.generations.is_empty() {
            return format!("{}: nothing was issued yet\n", self.lineage);
        }
        let now = Timestamp::now();
        let blocks: Vec<String> = self.generations.iter().map(|one| one.text(self.is_live(one), now)).collect();
        format!("{}\n\n{}", self.lineage, blocks.join("\n"))
    }
}

impl HistoryOutcome {
    fn is_live(&self, one: &Generation) -> bool {
        self.live == Some(one.number)
    }
}

impl Generation {
    fn json(&self, live: bool) -> Value {
        let certificate = self.certificate.as_ref().ok();
        json!({
            "generation": self.number,
            "live": live,
            "stored_at": self.origin.at,
            "reason": self.origin.reason,
            "authority": self.origin.directory,
            "account": self.origin.account,
            "names": certificate.map(|one| &one.names),
            "not_before": certificate.map(|one| one.not_before),
            "not_after": certificate.map(|one| one.not_after),
            "serial": certificate.map(|one| &one.serial),
            "fingerprint_sha256": certificate.map(|one| &one.fingerprint),
            "issuer": certificate.map(|one| &one.issuer),
            "revoked": self.origin.revoked,
            "steps": self.origin.steps.iter().map(|step| json!({ "name": step.name, "ms": step.took })).collect::<Vec<_>>(),
            "damage": self.certificate.as_ref().err().map(|error| error_json(error)["error"].clone()),
        })
    }

    fn text(&self, live: bool, now: Timestamp) -> String {
        let mut text = format!("generation {}{}\n", self.number, if live { ", live" } else { "" });
        for (label, value) in self.lines(now) {
            let _ = writeln!(text, "  {label:<9}{}", plain(&value));
        }
        text
    }

    fn lines(&self, now: Timestamp) -> Vec<(&'static str, String)> {
        let origin = &self.origin;
        let mut lines = Vec::new();
        lines.extend(origin.at.map(|at| ("stored", moment(at, now))));
        lines.extend(origin.reason.clone().map(|reason| ("why", reason)));
        lines.push(("CA", authority_name(&origin.directory)));
        lines.extend(origin.account.as_ref().map(|account| ("account", account.to_string())));
        match &self.certificate {
            Ok(certificate) => lines.extend(certificate_lines(certificate, now)),
            Err(error) => lines.push(("damaged", error.whole())),
        }
        lines.extend(
            origin.revoked.map(|revoked| ("revoked", format!("{} ({})", moment(revoked.at, now), revoked.reason))),
        );
        lines.extend(took(&origin.steps).map(|took| ("took", took)));
        lines
    }
}

fn certificate_lines(certificate: &Certificate, now: Timestamp) -> [(&'static str, String); 4] {
    let names: Vec<String> = certificate.names.iter().map(ToString::to_string).collect();
    [
        ("names", names.join(" ")),
        ("valid", format!("{} to {}", moment(certificate.not_before, now), moment(certificate.not_after, now))),
        ("serial", certificate.serial.clone()),
        ("SHA-256", certificate.fingerprint.clone()),
    ]
}

/// How long it took, altogether and step by step; `None` when that is not known.
fn took(steps: &[Step]) -> Option<String> {
    let total: u64 = steps.iter().map(|step| step.took).sum();
    let each: Vec<String> = steps.iter().map(|step| format!("{} {}", step.name, seconds(step.took))).collect();
    (!steps.is_empty()).then(|| format!("{}: {}", seconds(total), each.join(", ")))
}

/// Tenths of a second, up to a minute.
fn seconds(milliseconds: u64) -> String {
    match milliseconds {
        60_000.. => format!("{} min {} s", milliseconds / 60_000, milliseconds % 60_000 / 1000),
        _ => format!("{}.{} s", milliseconds / 1000, milliseconds % 1000 / 100),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_it_took_is_told_altogether_and_step_by_step() {
        let step = |name: &str, took| Step { name: name.to_owned(), took };
        let steps = [step("dns", 240), step("order", 1_080), step("validate", 61_000)];
        assert_eq!(took(&steps).unwrap(), "1 min 2 s: dns 0.2 s, order 1.0 s, validate 1 min 1 s");
        assert_eq!(took(&[]), None);
    }
}
