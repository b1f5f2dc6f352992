//! Whether registrations are what DNS means: the CNAMEs point to them, and with `--probe` the credentials work.

use serde_json::{Value, json};

use super::shown::{enrolled, record_json};
use crate::acmedns::CERTIFY;
use crate::commands::register::records_text;
use crate::commands::waiting::sights_text;
use crate::context::Context;
use crate::delegation::{Finding, Severity};
use crate::enrolment::Enrolled;
use crate::error::{Error, Kind, Result};
use crate::inspection::{Inspector, Sight};
use crate::probing::probe_all;
use crate::store::Record;

/// How far is looked.
#[derive(clap::Args, Debug, Clone, Copy)]
pub(in crate::commands) struct VerifyArgs {
    /// Publish a harmless value with the credentials, and read it back: the proof that they work
    #[arg(long, conflicts_with = "offline")]
    pub probe: bool,
    /// Ask nobody: what is taken over is not verified
    #[arg(long)]
    pub offline: bool,
}

/// Registrations, and what DNS shows of each.
pub(in crate::commands) struct Verified {
    pub seen: Vec<(Enrolled, Sight)>,
}

pub(in crate::commands) async fn verified(cx: &Context, records: &[Record], args: VerifyArgs) -> Result<Verified> {
    if args.offline || records.is_empty() {
        return Ok(Verified { seen: Vec::new() });
    }
    let subjects: Vec<Enrolled> = records.iter().map(enrolled).collect();
    let sights = Inspector::of_delegations(cx)?.look(&subjects).await;
    let mut seen: Vec<(Enrolled, Sight)> = subjects.into_iter().zip(sights).collect();
    if args.probe {
        let probed = probe_all(cx, &seen).await?;
        for ((subject, sight), findings) in seen.iter_mut().zip(probed) {
            sight.add(instead(cx, subject, findings).await?);
        }
    }
    Ok(Verified { seen })
}

/// Where another client's values are in the slots, as they mostly are after an import, they stay there: whether the
/// credentials work is asked without publishing anything.
async fn instead(cx: &Context, subject: &Enrolled, findings: Vec<Finding>) -> Result<Vec<Finding>> {
    let skipped = findings.iter().any(|finding| finding.code == "probe-skipped");
    // What other services make of a value that is none is not known.
    if !skipped || subject.registration.server.as_str() == CERTIFY {
        return Ok(findings);
    }
    let (server, challenge) = (subject.server(), &subject.challenge);
    Ok(match cx.acme_dns()?.accepts(&subject.registration).await {
        Ok(true) => {
            let message =
                format!("the credentials work: {server} takes them; the values that are there were left alone");
            vec![Finding::new("probe-credentials-work", Severity::Note, challenge, message)]
        }
        Ok(false) => findings,
        Err(error) => {
            let error = Error::from(error);
            let told = std::iter::once(error.message()).chain(error.causes()).collect::<Vec<_>>().join(": ");
            let message = format!("no value could be published for {challenge}: {told}");
            let finding = Finding::new("probe-refused", Severity::Error, challenge, message);
            let finding = error.hints().iter().cloned().fold(finding, Finding::hint);
            vec![if error.kind() == Kind::TryLater { finding.later() } else { finding }]
        }
    })
}

impl Verified {
    /// The registration with what was seen of it; `null` where nobody was asked.
    pub(in crate::commands) fn json(&self, record: &Record) -> Value {
        let sight = self.seen.iter().find(|(one, _)| {
            one.challenge == record.challenge && one.registration.fulldomain == record.registration.fulldomain
        });
        let mut document = record_json(record);
        document["stands"] = json!(sight.map(|(_, sight)| sight.stands));
        document["findings"] = json!(sight.map(|(_, sight)| &sight.findings));
        document
    }

    /// What DNS shows, and the records that are to be made; nothing where nobody was asked.
    pub(in crate::commands) fn text(&self) -> String {
        if self.seen.is_empty() {
            return String::new();
        }
        let sights: Vec<Sight> = self.seen.iter().map(|(_, sight)| sight.clone()).collect();
        let astray = self.seen.iter().filter(|(_, sight)| !sight.leads_home() && sight.kind() != Some(Kind::TryLater));
        let astray: Vec<Enrolled> = astray.map(|(one, _)| one.clone()).collect();
        let records = if astray.is_empty() { String::new() } else { records_text(&astray) };
        format!("{records}What DNS shows now:\n{}", sights_text(&sights))
    }

    /// Why not all is well.
    pub(in crate::commands) fn kind(&self) -> Option<Kind> {
        self.seen.iter().filter_map(|(_, sight)| sight.kind()).min_by_key(|kind| kind.exit_code())
    }
}
