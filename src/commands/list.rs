//! `certdns list`: what there is.

use std::fmt::Write;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::context::Context;
use crate::enrolment::{Enrolled, registration_json};
use crate::error::{Error, Kind, Result};
use crate::output::{Outcome, error_json, error_text, moment, table};

use super::check::from_store;
use super::lineages::{Standing, standing};

/// List certificates and registrations
///
/// Reads the state directory only; asks nobody.
#[derive(clap::Args, Debug)]
pub struct Args {}

/// Lineages and registrations; what cannot be read is told beside the rest.
pub struct ListOutcome {
    lineages: Vec<Standing>,
    registrations: Vec<Enrolled>,
    damaged: Vec<Error>,
}

/// Reads everything.
pub fn run(cx: &Context, _args: Args) -> Result<ListOutcome> {
    let mut damaged = Vec::new();
    let mut keep = |error: Error| damaged.push(error);
    let lineages: Vec<Standing> = cx
        .store
        .lineages()?
        .into_iter()
        .filter_map(|lineage| lineage.map_err(|error| keep(error.into())).ok())
        .map(|lineage| standing(cx, lineage))
        .collect();
    let registrations: Vec<Enrolled> = cx
        .store
        .registrations()?
        .into_iter()
        .filter_map(|stored| stored.map_err(|error| keep(error.into())).ok())
        .map(from_store)
        .collect();
    Ok(ListOutcome { lineages, registrations, damaged })
}

impl ListOutcome {
    /// Everything that cannot be read, and live certificates that cannot be used.
    fn damages(&self) -> impl Iterator<Item = &Error> {
        self.damaged.iter().chain(self.lineages.iter().filter_map(|one| one.damage.as_deref()))
    }
}

impl Outcome for ListOutcome {
    fn json(&self) -> Value {
        json!({
            "lineages": self.lineages.iter().map(Standing::json).collect::<Vec<_>>(),
            "registrations": self.registrations.iter().map(registration_json).collect::<Vec<_>>(),
            "damaged": self.damages().map(|error| error_json(error)["error"].clone()).collect::<Vec<_>>(),
        })
    }

    fn text(&self) -> String {
        let mut text = String::new();
        match self.lineages.is_empty() {
            true => text.push_str("No certificates yet: `certdns issue -d NAME` gets the first one.\n"),
            false => text.push_str(&lineages_text(&self.lineages, Timestamp::now())),
        }
        match self.registrations.is_empty() {
            true => text.push_str("\nNothing is registered yet: `certdns register NAME` is the first step.\n"),
            false => text.push_str(&registrations_text(&self.registrations)),
        }
        for error in self.damages() {
            let _ = write!(text, "\n{}", error_text(error));
        }
        text
    }

    fn kind(&self) -> Option<Kind> {
        self.damages().next().map(|_| Kind::Failed)
    }
}

fn lineages_text(lineages: &[Standing], now: Timestamp) -> String {
    let rows = lineages.iter().map(|one| {
        let names: Vec<String> = one.lineage.identifiers.iter().map(ToString::to_string).collect();
        let expiry = one.certificate.as_ref().map(|certificate| moment(certificate.not_after, now));
        [
            one.lineage.name.clone(),
            names.join(" "),
            crate::acme::authority_name(&one.lineage.directory),
            expiry.unwrap_or_else(|| if one.damage.is_some() { "damaged" } else { "not issued yet" }.to_owned()),
            one.due_at().map(|due| moment(due, now)).unwrap_or_default(),
            one.live_path.display().to_string(),
        ]
    });
    format!("Certificates:\n{}", table(["LINEAGE", "NAMES", "CA", "GOOD UNTIL", "RENEWAL DUE", "FILES"], rows))
}

fn registrations_text(registrations: &[Enrolled]) -> String {
    let rows = registrations.iter().map(|one| {
        let name = one.challenge.parent().map_or_else(|| one.challenge.to_string(), |base| base.to_string());
        [name, one.server(), one.registration.fulldomain.to_string()]
    });
    format!("\nRegistrations:\n{}", table(["NAME", "ACME-DNS SERVER", "CNAME TARGET"], rows))
}
