//! `certdns list`: what there is.

mod restrictions;

use std::collections::BTreeSet;
use std::fmt::Write;

use jiff::Timestamp;
use serde_json::{Value, json};
use url::Url;

use crate::acme::authority_name;
use crate::context::Context;
use crate::enrolment::{Enrolled, registration_json};
use crate::error::{Error, Kind, Result};
use crate::identifier::Identifier;
use crate::output::{Outcome, error_json, error_text, moment, table};
use crate::permission::Asker;
use crate::store::Lineage;

use super::check::from_store;
use crate::lineages::{Standing, standing};
use restrictions::{Restrictions, Wanted};

/// List certificates and registrations
///
/// Reads the state directory, and looks at the CAA records of the names: which CA may issue, or which account only.
/// That takes two seconds at most, and what cannot be seen by then is unknown.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Ask nobody; CAA is left out
    #[arg(long)]
    offline: bool,
}

/// Lineages and registrations; what cannot be read is told beside the rest.
pub struct ListOutcome {
    lineages: Vec<Standing>,
    registrations: Vec<Enrolled>,
    damaged: Vec<Error>,
    /// The CA for names without a certificate.
    authority: Url,
    /// `None` when nobody was asked.
    restrictions: Option<Restrictions>,
}

/// Reads everything, then looks.
pub async fn run(cx: &Context, args: Args) -> Result<ListOutcome> {
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
    let authority = cx.settings.ca.clone();
    let restrictions = match args.offline {
        true => None,
        false => Some(Restrictions::look(cx, listed(&lineages, &registrations, &authority)).await),
    };
    Ok(ListOutcome { lineages, registrations, damaged, authority, restrictions })
}

/// The names that are listed, with the CA that issues for them.
fn listed(lineages: &[Standing], registrations: &[Enrolled], authority: &Url) -> Vec<Wanted> {
    let certified =
        lineages.iter().flat_map(|one| one.lineage.identifiers.iter().map(|name| (asker(&one.lineage), name.clone())));
    let registered =
        registrations.iter().flat_map(|one| &one.names).map(|name| ((authority.clone(), None), name.clone()));
    let all: BTreeSet<Wanted> = certified.chain(registered).collect();
    all.into_iter().collect()
}

fn asker(lineage: &Lineage) -> Asker {
    (lineage.directory.clone(), lineage.account.clone())
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
            "lineages": self.lineages.iter().map(|one| self.lineage_json(one)).collect::<Vec<_>>(),
            "registrations": self.registrations.iter().map(|one| self.registration_json(one)).collect::<Vec<_>>(),
            "damaged": self.damages().map(|error| error_json(error)["error"].clone()).collect::<Vec<_>>(),
        })
    }

    fn text(&self) -> String {
        let mut text = String::new();
        match self.lineages.is_empty() {
            true => text.push_str("No certificates yet: `certdns issue -d NAME` gets the first one.\n"),
            false => text.push_str(&self.lineages_text(Timestamp::now())),
        }
        match self.registrations.is_empty() {
            true => text.push_str("\nNothing is registered yet: `certdns register NAME` is the first step.\n"),
            false => text.push_str(&self.registrations_text()),
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

impl ListOutcome {
    fn lineage_json(&self, one: &Standing) -> Value {
        self.with_caa(one.json(), &asker(&one.lineage), &one.lineage.identifiers)
    }

    fn registration_json(&self, one: &Enrolled) -> Value {
        self.with_caa(registration_json(one), &(self.authority.clone(), None), &one.names)
    }

    /// `null` when nobody was asked.
    fn with_caa(&self, mut document: Value, asker: &Asker, names: &[Identifier]) -> Value {
        document["caa"] = json!(self.restrictions.as_ref().map(|seen| seen.json(asker, names)));
        document
    }

    fn caa(&self, asker: &Asker, names: &[Identifier]) -> String {
        self.restrictions.as_ref().map(|seen| seen.words(asker, names)).unwrap_or_default()
    }

    fn lineages_text(&self, now: Timestamp) -> String {
        let head = ["LINEAGE", "NAMES", "CA", "CAA", "GOOD UNTIL", "RENEWAL DUE", "FILES"];
        let rows = self.lineages.iter().map(|one| {
            let lineage = &one.lineage;
            let until = one.certificate.as_ref().map(|one| moment(one.not_after, now));
            let until = lineage.live_revoked().map(|one| format!("revoked ({})", one.reason)).or(until);
            let names: Vec<String> = lineage.identifiers.iter().map(ToString::to_string).collect();
            [
                lineage.name.clone(),
                names.join(" "),
                authority_name(lineage.issuing_directory()),
                self.caa(&asker(lineage), &lineage.identifiers),
                until.unwrap_or_else(|| if one.damage.is_some() { "damaged" } else { "not issued yet" }.to_owned()),
                one.due_at().map(|due| moment(due, now)).unwrap_or_default(),
                one.live_path.display().to_string(),
            ]
        });
        let lines = match self.restrictions {
            Some(_) => table(head, rows),
            None => table(without_caa(head), rows.map(without_caa)),
        };
        format!("Certificates:\n{lines}")
    }

    fn registrations_text(&self) -> String {
        let name = |one: &Enrolled| one.challenge.parent().unwrap_or_else(|| one.challenge.clone()).to_string();
        let target = |one: &Enrolled| one.registration.fulldomain.to_string();
        let rows = self.registrations.iter();
        let lines = match self.restrictions {
            Some(_) => table(
                ["NAME", "CAA", "ACME-DNS SERVER", "CNAME TARGET"],
                rows.map(|one| {
                    [name(one), self.caa(&(self.authority.clone(), None), &one.names), one.server(), target(one)]
                }),
            ),
            None => table(
                ["NAME", "ACME-DNS SERVER", "CNAME TARGET"],
                rows.map(|one| [name(one), one.server(), target(one)]),
            ),
        };
        format!("\nRegistrations:\n{lines}")
    }
}

/// A line of the certificates without what only DNS could tell.
fn without_caa<T>([lineage, names, ca, _, until, due, files]: [T; 7]) -> [T; 6] {
    [lineage, names, ca, until, due, files]
}
