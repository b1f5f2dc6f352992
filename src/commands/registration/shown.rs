//! A registration as it is shown; never its credentials.

use serde_json::{Value, json};

use super::fault::Fault;
use crate::commands::check::from_store;
use crate::context::Context;
use crate::enrolment::{Enrolled, registration_json, used};
use crate::error::Result;
use crate::http::host_of;
use crate::identifier::{DnsName, Identifier};
use crate::output::plain;
use crate::registrations::base;
use crate::store::{Aside, Change, Record, What};

/// Which registration is meant.
#[derive(clap::Args, Debug)]
pub(super) struct WhichArgs {
    /// The name that is registered
    #[arg(value_name = "NAME", value_parser = name)]
    pub name: Identifier,
    /// The one at this acme-dns server, where there are several
    #[arg(long, value_name = "HOST")]
    pub at: Option<String>,
}

/// A name as certificates have it; its challenge name may be typed as well.
pub(in crate::commands) fn name(text: &str) -> Result<Identifier, String> {
    let base = text.strip_prefix("_acme-challenge.").unwrap_or(text);
    Identifier::parse(base).map_err(|error| error.to_string())
}

impl WhichArgs {
    /// The one registration that is meant.
    pub(super) fn one(&self, cx: &Context) -> Result<Record> {
        let challenge = self.name.challenge_name();
        let at = |one: &Record| self.at.as_ref().is_none_or(|at| *at == server(one));
        let mut all: Vec<Record> = cx.store.records_of(&challenge)?.into_iter().filter(at).collect();
        match all.len() {
            0 => Err(Fault::None { name: base(&challenge) }.into()),
            1 => Ok(all.remove(0)),
            _ => Err(Fault::Several { name: base(&challenge), servers: all.iter().map(server).collect() }.into()),
        }
    }
}

/// Host and port of the acme-dns server.
pub(in crate::commands) fn server(record: &Record) -> String {
    host_of(record.registration.server.as_str())
}

pub(super) fn enrolled(record: &Record) -> Enrolled {
    from_store((record.challenge.clone(), record.registration.clone()))
}

pub(in crate::commands) fn record_json(record: &Record) -> Value {
    let mut document = registration_json(&enrolled(record));
    document["origin"] = json!(origin(record));
    document
}

pub(super) fn aside_json(aside: &Aside) -> Value {
    let mut document = record_json(&aside.record);
    document["id"] = aside.id.clone().into();
    document["set_aside"] = json!(last(&aside.record));
    document
}

/// How it came here.
pub(super) fn origin(record: &Record) -> Option<Change> {
    record.story().into_iter().rev().find(|one| matches!(one.what, What::Registered | What::Imported | What::Added))
}

/// What happened to it last.
pub(super) fn last(record: &Record) -> Option<Change> {
    record.story().pop()
}

/// The lineages that can be renewed with no other registration.
pub(super) fn lineages(cx: &Context, record: &Record) -> Result<Vec<String>> {
    let others = cx.store.records_of(&record.challenge)?;
    if others.iter().any(|one| one.registration.server != record.registration.server) {
        return Ok(Vec::new());
    }
    needing(cx, &record.challenge)
}

/// The lineages with a name that this challenge name proves.
pub(super) fn needing(cx: &Context, challenge: &DnsName) -> Result<Vec<String>> {
    let lineages = cx.store.lineages()?.into_iter().flatten();
    let needing = lineages.filter(|one| one.identifiers.iter().any(|name| name.challenge_name() == *challenge));
    Ok(needing.map(|lineage| lineage.name).collect())
}

/// Which of these registrations are used for their names: those that the CNAMEs lead to. `ask` is whether DNS may be
/// asked, where a name has several.
pub(super) async fn are_used(cx: &Context, all: &[Record], ask: bool) -> Vec<bool> {
    let mut challenges: Vec<DnsName> = all.iter().map(|one| one.challenge.clone()).collect();
    challenges.sort();
    challenges.dedup();
    let used = used(cx, &challenges, ask).await;
    let is_used = |one: &Record| used.get(&one.challenge).is_none_or(|used| used.server == one.registration.server);
    all.iter().map(is_used).collect()
}

/// One line for a change: when, what, why.
pub(super) fn change_cells(change: &Change) -> [String; 3] {
    let at = change.at.strftime("%Y-%m-%d %H:%M:%SZ").to_string();
    [at, change.what.word().to_owned(), plain(&change.cause)]
}
