//! `certdns registration show`.

use std::fmt::Write;

use serde_json::{Value, json};

use super::fault::Fault;
use super::shown::{are_used, aside_json, change_cells, name, needing, server};
use super::verifying::{Verified, VerifyArgs, verified};
use crate::context::Context;
use crate::error::Result;
use crate::identifier::Identifier;
use crate::output::{Outcome, table};
use crate::registrations::base;
use crate::store::{Aside, Record};

/// Show the registrations of a name, what became of them, and what DNS shows; never a password
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The name that is registered
    #[arg(value_name = "NAME", value_parser = name)]
    name: Identifier,
    #[command(flatten)]
    verify: VerifyArgs,
}

pub(super) struct ShowOutcome {
    shown: Vec<Shown>,
    lineages: Vec<String>,
    aside: Vec<Aside>,
    verified: Verified,
}

struct Shown {
    record: Record,
    used: bool,
    /// How many of the two slots hold a value, as far as this machine knows.
    published: usize,
}

pub(super) async fn run(cx: &Context, args: &Args) -> Result<ShowOutcome> {
    let challenge = args.name.challenge_name();
    let records = cx.store.records_of(&challenge)?;
    let aside = cx.store.aside(Some(&challenge))?;
    if records.is_empty() && aside.is_empty() {
        return Err(Fault::None { name: base(&challenge) }.into());
    }
    let verified = verified(cx, &records, args.verify).await?;
    let used = are_used(cx, &records, !args.verify.offline).await;
    let shown =
        records.into_iter().zip(used).map(|(record, used)| Shown::of(cx, record, used)).collect::<Result<_>>()?;
    Ok(ShowOutcome { shown, lineages: needing(cx, &challenge)?, aside, verified })
}

impl Shown {
    fn of(cx: &Context, record: Record, used: bool) -> Result<Shown> {
        let published = cx.store.published(&record.registration, &record.challenge)?.len();
        Ok(Shown { record, used, published })
    }

    fn json(&self, verified: &Verified) -> Value {
        let mut document = verified.json(&self.record);
        document["used"] = self.used.into();
        document["published"] = self.published.into();
        document["history"] = json!(self.record.story());
        document
    }

    fn text(&self) -> String {
        let one = &self.record.registration;
        let mut text = format!("{} at {}\n", base(&self.record.challenge), server(&self.record));
        let mut lines = vec![("target", one.fulldomain.to_string()), ("server", one.server.to_string())];
        if !one.allow_from.is_empty() {
            lines.push(("allow from", one.allow_from.join(", ")));
        }
        if !self.used {
            lines.push(("used", "no: another one is".to_owned()));
        }
        lines.push(("slots", format!("{} of 2 hold a value from here", self.published)));
        for (label, value) in lines {
            let _ = writeln!(text, "  {label:<12} {value}");
        }
        let story = self.record.story();
        format!("{text}\n{}", table(["WHEN", "WHAT", "WHY"], story.iter().map(change_cells)))
    }
}

impl Outcome for ShowOutcome {
    fn json(&self) -> Value {
        json!({
            "registrations": self.shown.iter().map(|one| one.json(&self.verified)).collect::<Vec<_>>(),
            "lineages": self.lineages,
            "aside": self.aside.iter().map(aside_json).collect::<Vec<_>>(),
        })
    }

    fn text(&self) -> String {
        let mut parts: Vec<String> = self.shown.iter().map(Shown::text).collect();
        if !self.lineages.is_empty() {
            parts.push(format!("Certificates with this name: {}\n", self.lineages.join(", ")));
        }
        if !self.aside.is_empty() {
            let ids: Vec<&str> = self.aside.iter().map(|one| one.id.as_str()).collect();
            parts.push(format!("Kept aside: {}\n", ids.join(", ")));
        }
        parts.extend(Some(self.verified.text()).filter(|text| !text.is_empty()));
        parts.join("\n")
    }
}
