//! `certdns notify`: whether those who are to be told can be.

use std::fmt::Write;

use clap::Subcommand;
use serde_json::{Value, json};

use crate::context::Context;
use crate::error::{Error, Explain, Hint, Kind, Result};
use crate::notifying::{Tried, try_all};
use crate::output::{Outcome, error_json, error_text};

/// Notices about certificates: try out whether they arrive
///
/// `renew` tells when a certificate begins to fail, daily while it lasts, when it is well again, and when its end comes
/// near: by the commands, to the webhook and by the ping under `[notify]` in the configuration file.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand, Debug)]
enum Action {
    /// Send a test notice everywhere, and a ping, and tell what came of each
    Test,
}

/// What came of each channel.
pub struct NotifyOutcome {
    tried: Vec<Tried>,
}

/// Tries all of them.
pub async fn run(cx: &Context, args: Args) -> Result<NotifyOutcome> {
    let Action::Test = args.action;
    let tried = try_all(cx).await;
    if tried.is_empty() { Err(Nobody.into()) } else { Ok(NotifyOutcome { tried }) }
}

impl NotifyOutcome {
    fn failures(&self) -> impl Iterator<Item = &Error> {
        self.tried.iter().filter_map(|one| one.result.as_ref().err())
    }
}

impl Outcome for NotifyOutcome {
    fn json(&self) -> Value {
        let one = |one: &Tried| {
            let error = one.result.as_ref().err().map(|error| error_json(error)["error"].clone());
            json!({ "channel": one.channel, "delivered": error.is_none(), "error": error })
        };
        json!({ "channels": self.tried.iter().map(one).collect::<Vec<_>>() })
    }

    fn text(&self) -> String {
        let mut text = String::new();
        for one in &self.tried {
            match &one.result {
                Ok(()) => drop(writeln!(text, "{}: told", one.channel)),
                Err(error) => drop(write!(text, "{}: not told\n{}", one.channel, error_text(error))),
            }
        }
        text
    }

    fn kind(&self) -> Option<Kind> {
        self.failures().map(Error::kind).min_by_key(|kind| kind.exit_code())
    }
}

#[derive(Debug, thiserror::Error)]
#[error("nobody is to be told anything")]
struct Nobody;

impl Explain for Nobody {
    fn kind(&self) -> Kind {
        Kind::Usage
    }

    fn hints(&self) -> Vec<Hint> {
        vec![
            Hint::new("name at least one of these in the configuration file")
                .line("[notify]")
                .line("commands = [\"mail -s \\\"$CERTDNS_TEXT\\\" root\"]")
                .line("webhook = \"https://chat.example.com/hooks/KEY\"")
                .line("healthcheck = \"https://hc-ping.com/UUID\""),
        ]
    }
}
