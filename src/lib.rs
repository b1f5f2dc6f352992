//! The map of the house.
//!
//! certdns gets certificates for names whose `_acme-challenge` is delegated, by one CNAME, to an acme-dns server.
//! `main` is the plot: parse -> settings -> context -> command -> output.
//!
//! Two rules give the house its character. **Decide in plain functions, act in async ones**: what an answer means is
//! synchronous, without I/O, `now` passed in. **Work returns facts; only `output` speaks**: commands return an
//! [`output::Outcome`], rooms emit [`event::Event`]s and typed errors that [`error::Explain`] themselves.
//!
//! | Room | What it is for | Knows |
//! |---|---|---|
//! | [`cli`] | the command tree and global flags: what was typed | commands' `Args` |
//! | [`settings`] | flags over environment over file over defaults | cli |
//! | [`context`] | settings, store, reporter; clients built on first use | everything below |
//! | [`commands`] | one file = one subcommand: `Args`, `run`, its words | procedures, context, `output::Outcome` |
//! | [`enrolment`], [`inspection`], [`watching`], [`probing`], [`accounts`], [`permission`], [`pinning`], [`lineages`], [`obtaining`], [`renewing`], [`delivery`], [`deploying`], [`revoking`], [`notifying`], [`registrations`], [`bundles`] | procedures that several commands share | context, rooms |
//! | [`issuance`] | the one procedure that turns identifiers and a key into a chain | acme, acmedns, dns |
//! | [`delegation`], [`caa`], [`renewal`], [`health`], [`notices`] | pure judgement | nouns |
//! | [`acme`], [`acmedns`], [`dns`] | the protocols | http, event |
//! | [`certificate`] | chains, private keys, CSRs | nouns |
//! | [`hooks`] | what operators want done around certificates: parsing, what it is told, running it | event |
//! | [`outputs`] | what is made of a certificate for servers: formats, copies | certificate |
//! | [`scheduling`] | what systemd, cron, launchd and Task Scheduler are given to run `renew` | error |
//! | [`store`] | everything on disk | nouns |
//! | [`serve`] | an acme-dns compatible server | nouns |
//! | [`sandbox`] | the offline lab: CA, acme-dns server, DNS host, resolver; shares no code with `acme` | serve |
//! | [`output`] | the only place that prints | event, error, store |
//! | [`error`], [`event`], [`identifier`], [`secret`], [`http`], [`foreign`] | the ground floor | nobody above |

pub mod accounts;
pub mod acme;
pub mod acmedns;
pub mod bundles;
pub mod caa;
pub mod certificate;
pub mod cli;
pub mod commands;
pub mod context;
pub mod delegation;
pub mod delivery;
pub mod deploying;
pub mod dns;
pub mod enrolment;
pub mod error;
pub mod event;
pub mod foreign;
pub mod health;
pub mod hooks;
pub mod http;
pub mod identifier;
pub mod inspection;
mod interruption;
pub mod issuance;
pub mod lineages;
pub mod notices;
pub mod notifying;
pub mod obtaining;
pub mod output;
pub mod outputs;
pub mod permission;
pub mod pinning;
pub mod probing;
pub mod registrations;
pub mod renewal;
pub mod renewing;
pub mod revoking;
pub mod sandbox;
pub mod scheduling;
pub mod secret;
pub mod serve;
pub mod settings;
pub mod store;
pub mod watching;

use std::sync::Arc;

use clap::Parser;
use jiff::Timestamp;

use cli::Cli;
use context::Context;
use error::{Error, Explain, Kind};
use event::SharedReporter;
use output::{Console, Journal, Outcome, Recording};
use settings::{Settings, Voice, process_environment};
use store::{Run, Store};

/// The whole program; gives the exit code.
#[must_use]
pub fn main() -> u8 {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(refusal) => return output::refuse(&refusal),
    };
    let cli = cli.with_server();
    let typed = Voice { json: cli.globals.json, quiet: cli.globals.quiet, ..Voice::default() };
    let settings = match Settings::load(&cli.globals, &process_environment) {
        Ok(settings) => settings,
        Err(error) => return output::finish(&commands::without_settings(&cli.command, error.into()), typed),
    };
    let (voice, typed) = (settings.voice, cli::typed(std::env::args_os()));
    let run = Run::new(typed.command, typed.line, Timestamp::now());
    let journal = settings.journal.clone().map(|socket| Journal::new(socket, run.id.clone()));
    let console = Arc::new(Console::new(voice, journal));
    let recording = commands::keeps_log(&cli.command).then(|| recording(run, &settings, &console));
    let reporter: SharedReporter = recording.clone().map_or(console.clone(), |recording| recording);
    let result = work(cli, &Context::new(settings, reporter));
    console.clear();
    if let Some(recording) = recording {
        recording.end(&result);
    }
    output::finish(&result, voice)
}

fn recording(run: Run, settings: &Settings, console: &Arc<Console>) -> Arc<Recording> {
    let store = Store::open(settings.state_dir.clone());
    Arc::new(Recording::begin(run, store, &settings.log, console.clone()))
}

/// Runs the command until it is done or the person, or the system, has had enough.
fn work(cli: Cli, cx: &Context) -> Result<Box<dyn Outcome>, Error> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(NoRuntime)?;
    let result = runtime.block_on(async {
        tokio::select! {
            // The sandbox ends well on Ctrl-C: its own ear comes first.
            biased;
            result = commands::run(cx, cli.command) => result,
            () = interruption::heard() => {
                tokio::select! {
                    () = async { cx.finish_precious().await; deploying::finish_interrupted(cx).await } => {}
                    // Who says so twice means it.
                    () = interruption::heard() => cx.finish_precious().await,
                }
                Err(Interrupted.into())
            }
        }
    });
    // Nothing that is still running (a DNS question nobody waits for) may hold up the exit.
    runtime.shutdown_background();
    result
}

#[derive(Debug, thiserror::Error)]
#[error("could not start")]
struct NoRuntime(#[source] std::io::Error);

impl Explain for NoRuntime {
    fn kind(&self) -> Kind {
        Kind::Failed
    }
}

#[derive(Debug, thiserror::Error)]
#[error("interrupted")]
struct Interrupted;

impl Explain for Interrupted {
    fn kind(&self) -> Kind {
        Kind::Interrupted
    }

    fn hints(&self) -> Vec<error::Hint> {
        vec![error::Hint::new("nothing is lost: run the same command again to carry on")]
    }
}
