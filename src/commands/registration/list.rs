//! `certdns registration list`.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::{Value, json};

use super::shown::{are_used, aside_json, last, origin, record_json, server};
use crate::context::Context;
use crate::error::{Error, Kind, Result};
use crate::identifier::{DnsName, Identifier};
use crate::output::{Outcome, error_json, error_text, plain, table};
use crate::registrations::base;
use crate::store::{Aside, Record};

pub(super) struct ListOutcome {
    registrations: Vec<Listed>,
    aside: Vec<Aside>,
    damaged: Vec<Error>,
}

struct Listed {
    record: Record,
    lineages: Vec<String>,
    used: bool,
}

pub(super) async fn run(cx: &Context) -> Result<ListOutcome> {
    let mut outcome = ListOutcome { registrations: Vec::new(), aside: Vec::new(), damaged: Vec::new() };
    let mut records = Vec::new();
    for record in cx.store.records()? {
        match record {
            Ok(record) => records.push(record),
            Err(error) => outcome.damaged.push(error.into()),
        }
    }
    let lineages = by_challenge(cx)?;
    let used = are_used(cx, &records, true).await;
    outcome.registrations = records
        .into_iter()
        .zip(used)
        .map(|(record, used)| {
            let lineages = lineages.get(&record.challenge).cloned().unwrap_or_default();
            Listed { record, lineages, used }
        })
        .collect();
    match cx.store.aside(None) {
        Ok(aside) => outcome.aside = aside,
        // One that is damaged is told once.
        Err(error) if outcome.damaged.is_empty() => outcome.damaged.push(error.into()),
        Err(_) => {}
    }
    Ok(outcome)
}

/// The lineages that need each challenge name.
fn by_challenge(cx: &Context) -> Result<BTreeMap<DnsName, Vec<String>>> {
    let mut all: BTreeMap<DnsName, Vec<String>> = BTreeMap::new();
    for lineage in cx.store.lineages()?.into_iter().flatten() {
        for name in lineage.identifiers.iter().map(Identifier::challenge_name) {
            let needing = all.entry(name).or_default();
            if !needing.contains(&lineage.name) {
                needing.push(lineage.name.clone());
            }
        }
    }
    Ok(all)
}

impl Listed {
    fn json(&self) -> Value {
        let mut document = record_json(&self.record);
        document["lineages"] = json!(self.lineages);
        document["used"] = json!(self.used);
        document
    }

    fn cells(&self) -> [String; 5] {
        let origin = origin(&self.record);
        let origin = origin.map(|one| format!("{} {}", one.what.word(), plain(&one.cause))).unwrap_or_default();
        let lineages = if self.used { self.lineages.join(" ") } else { "(another one is used)".to_owned() };
        let target = self.record.registration.fulldomain.to_string();
        [base(&self.record.challenge).to_string(), server(&self.record), target, lineages, origin]
    }
}

fn aside_cells(aside: &Aside) -> [String; 4] {
    let why = last(&aside.record).map(|one| plain(&one.cause)).unwrap_or_default();
    [base(&aside.record.challenge).to_string(), aside.id.clone(), server(&aside.record), why]
}

impl Outcome for ListOutcome {
    fn json(&self) -> Value {
        json!({
            "registrations": self.registrations.iter().map(Listed::json).collect::<Vec<_>>(),
            "aside": self.aside.iter().map(aside_json).collect::<Vec<_>>(),
            "damaged": self.damaged.iter().map(|error| error_json(error)["error"].clone()).collect::<Vec<_>>(),
        })
    }

    fn text(&self) -> String {
        let mut text = String::new();
        match self.registrations.is_empty() {
            true => text.push_str(
                "Nothing is registered yet: `certdns register NAME` is the first step, or `certdns registration import`.\n",
            ),
            false => text.push_str(&table(
                ["NAME", "ACME-DNS SERVER", "CNAME TARGET", "CERTIFICATES", "ORIGIN"],
                self.registrations.iter().map(Listed::cells),
            )),
        }
        if !self.aside.is_empty() {
            let lines = table(["NAME", "ID", "ACME-DNS SERVER", "WHY"], self.aside.iter().map(aside_cells));
            let _ = write!(text, "\nKept aside; `certdns registration restore NAME ID` brings one back:\n{lines}");
        }
        for error in &self.damaged {
            let _ = write!(text, "\n{}", error_text(error));
        }
        text
    }

    fn kind(&self) -> Option<Kind> {
        (!self.damaged.is_empty()).then_some(Kind::Failed)
    }
}
