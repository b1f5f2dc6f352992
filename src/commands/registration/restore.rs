//! `certdns registration restore`.

use serde_json::{Value, json};

use super::fault::Fault;
use super::shown::{name, server};
use super::verifying::{Verified, VerifyArgs, verified};
use crate::context::Context;
use crate::error::{Kind, Result};
use crate::identifier::Identifier;
use crate::output::Outcome;
use crate::registrations::{base, restore};
use crate::store::{Aside, Record};

/// Bring back a registration that was set aside; the one in use now is set aside instead
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The name that it is for
    #[arg(value_name = "NAME", value_parser = name)]
    name: Identifier,
    /// Which one, where several are kept aside
    #[arg(value_name = "ID")]
    id: Option<String>,
    #[command(flatten)]
    verify: VerifyArgs,
}

pub(super) struct RestoreOutcome {
    record: Record,
    verified: Verified,
}

pub(super) async fn run(cx: &Context, args: &Args) -> Result<RestoreOutcome> {
    let aside = chosen(cx, args)?;
    let record = restore(cx, &aside).await?;
    let verified = verified(cx, std::slice::from_ref(&record), args.verify).await?;
    Ok(RestoreOutcome { record, verified })
}

fn chosen(cx: &Context, args: &Args) -> Result<Aside> {
    let challenge = args.name.challenge_name();
    let wanted = |one: &Aside| args.id.as_ref().is_none_or(|id| one.id == *id);
    let mut all: Vec<Aside> = cx.store.aside(Some(&challenge))?.into_iter().filter(wanted).collect();
    let name = base(&challenge);
    match all.len() {
        0 => Err(Fault::NothingAside { name }.into()),
        1 => Ok(all.remove(0)),
        count => {
            let line = |one: &Aside| {
                format!("certdns registration restore {name} {}  # {}", one.id, one.record.registration.fulldomain)
            };
            Err(Fault::SeveralAside { ids: all.iter().map(line).collect(), name: name.clone(), count }.into())
        }
    }
}

impl Outcome for RestoreOutcome {
    fn json(&self) -> Value {
        json!({ "restored": self.verified.json(&self.record) })
    }

    fn text(&self) -> String {
        let name = base(&self.record.challenge);
        format!("The registration of {name} at {} is in use again.\n\n{}", server(&self.record), self.verified.text())
    }

    fn kind(&self) -> Option<Kind> {
        self.verified.kind()
    }
}
