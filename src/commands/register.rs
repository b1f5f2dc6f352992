//! `certdns register`: one registration per challenge name, and the CNAME for each.

use std::fmt::Write;
use std::time::Duration;

use ipnet::IpNet;
use serde_json::{Value, json};

use crate::context::Context;
use crate::enrolment::{Enrolled, Where, enrol, registration_json};
use crate::error::{Kind, Result};
use crate::identifier::Identifier;
use crate::inspection::{Inspector, Sight};
use crate::output::Outcome;
use crate::watching::watch;

use super::waiting::{WaitArgs, sights_text};

/// Register names at the acme-dns server and print the CNAME of each
///
/// An apex and its wildcard share one registration. Registering again changes nothing and prints the same CNAMEs.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Names such as example.com or '*.example.com'
    #[arg(required = true, value_name = "NAME")]
    names: Vec<String>,
    /// Let only this network update the registration; repeatable
    #[arg(long, value_name = "CIDR", value_parser = network)]
    allow_from: Vec<IpNet>,
    #[command(flatten)]
    wait: WaitArgs,
}

/// The registrations, and what DNS shows of them.
pub struct RegisterOutcome {
    enrolled: Vec<Enrolled>,
    sights: Vec<Sight>,
    waited: bool,
}

/// Registers what is missing, then looks at DNS.
pub async fn run(cx: &Context, args: Args) -> Result<RegisterOutcome> {
    let names = parse_names(&args.names)?;
    let server = cx.settings.acme_dns()?;
    let allow_from: Vec<String> = args.allow_from.iter().map(ToString::to_string).collect();
    let enrolled = enrol(cx, &names, &Where::At(server), &allow_from).await?;
    let wait = args.wait.given();
    if wait.is_some() {
        cx.reporter.show(&records_text(&enrolled));
    }
    let inspector = Inspector::of_delegations(cx)?;
    let sights = watch(&inspector, &enrolled, Some(wait.unwrap_or(Duration::ZERO)), &cx.reporter).await;
    Ok(RegisterOutcome { enrolled, sights, waited: wait.is_some() })
}

/// `192.0.2.0/24`, `2001:db8::/32`.
fn network(text: &str) -> Result<IpNet, String> {
    text.parse().map_err(|_| "write a network with its mask, such as `192.0.2.0/24` or `2001:db8::/32`".to_owned())
}

/// The names as typed, parsed; the first wrong one is the error.
pub(super) fn parse_names(texts: &[String]) -> Result<Vec<Identifier>> {
    Ok(texts.iter().map(|text| Identifier::parse(text)).collect::<Result<Vec<_>, _>>()?)
}

/// The records to create, each on a line of its own.
pub(super) fn records_text(enrolled: &[Enrolled]) -> String {
    let plural = if enrolled.len() == 1 { "this record" } else { "these records" };
    listed_records(&format!("Create {plural} at your DNS host, once:"), enrolled)
}

/// The same records when there is nothing to create any more.
fn standing_text(enrolled: &[Enrolled]) -> String {
    listed_records("Keep at your DNS host what is there already:", enrolled)
}

fn listed_records(heading: &str, enrolled: &[Enrolled]) -> String {
    let records: String = enrolled.iter().map(|one| format!("{}\n", one.delegation().record())).collect();
    format!("{heading}\n\n{records}\n")
}

impl Outcome for RegisterOutcome {
    fn json(&self) -> Value {
        let registrations = self.enrolled.iter().zip(&self.sights).map(|(one, sight)| {
            let mut document = registration_json(one);
            document["new"] = one.fresh.into();
            document["stands"] = sight.stands.into();
            document["findings"] = json!(sight.findings);
            document
        });
        json!({ "registrations": registrations.collect::<Vec<_>>() })
    }

    fn text(&self) -> String {
        let mut text = String::new();
        for one in &self.enrolled {
            let names: Vec<String> = one.names.iter().map(ToString::to_string).collect();
            let verb = if one.fresh { "registered" } else { "already registered" };
            let _ = writeln!(text, "{}: {verb} at {}", names.join(", "), one.server());
        }
        text.push('\n');
        let stand = self.sights.iter().all(|sight| sight.stands);
        text.push_str(&if stand { standing_text(&self.enrolled) } else { records_text(&self.enrolled) });
        text.push_str("What DNS shows now:\n");
        text.push_str(&sights_text(&self.sights));
        text
    }

    /// Registering is done; only who asked to wait is told by the exit code that the CNAMEs do not stand.
    fn kind(&self) -> Option<Kind> {
        let worst = self.sights.iter().filter_map(Sight::kind).min_by_key(|kind| kind.exit_code());
        worst.filter(|_| self.waited)
    }
}
