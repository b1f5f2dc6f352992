//! What stands in the way of doing something with a registration, and the question before it goes.

use std::io;
use std::path::PathBuf;

use crate::context::Context;
use crate::error::{Explain, Hint, Kind, Result};
use crate::event::Event;
use crate::identifier::DnsName;

#[derive(Debug, thiserror::Error)]
pub(super) enum Fault {
    #[error("nothing was done: nobody said yes")]
    NotConfirmed,
    #[error("{name} has no registration here")]
    None { name: DnsName },
    #[error("{name} is registered at several servers")]
    Several { name: DnsName, servers: Vec<String> },
    #[error("{name} is registered here already")]
    Taken { name: DnsName },
    #[error("nothing is kept aside for {name}")]
    NothingAside { name: DnsName },
    #[error("{count} registrations are kept aside for {name}")]
    SeveralAside { name: DnsName, count: usize, ids: Vec<String> },
    #[error("there is nothing to export")]
    Nothing,
    #[error("could not read {what}")]
    Read { what: String, source: io::Error },
    #[error("the password in {} is empty, or more than one line", file.display())]
    Password { file: PathBuf },
    #[error("a registration on stdout is no part of a JSON document")]
    JsonToStdout,
    #[error("this client keeps a folder of files, and stdout is none")]
    FolderToStdout,
    #[error("could not write {}", file.display())]
    Write { file: PathBuf, source: io::Error },
}

impl Explain for Fault {
    fn kind(&self) -> Kind {
        match self {
            Fault::NotConfirmed => Kind::ActionNeeded,
            Fault::Read { .. } | Fault::Write { .. } => Kind::Failed,
            _ => Kind::Usage,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        vec![match self {
            Fault::NotConfirmed => Hint::new("run the same command at a terminal and say `y`, or with `--yes`"),
            Fault::None { .. } | Fault::Nothing => Hint::new("`certdns registration list` tells what there is"),
            Fault::Several { servers, .. } => servers
                .iter()
                .fold(Hint::new("say which is meant:"), |hint, server| hint.line(format!("--at {server}"))),
            Fault::Taken { name } => {
                Hint::new("set that one aside first").line(format!("certdns registration remove {name}"))
            }
            Fault::NothingAside { .. } => {
                Hint::new("`certdns registration history` tells what became of each registration")
            }
            Fault::SeveralAside { ids, .. } => {
                ids.iter().fold(Hint::new("say which is meant:"), |hint, id| hint.line(id.clone()))
            }
            Fault::Read { .. } => Hint::new("name a file that certdns may read, or `-` for stdin"),
            Fault::Password { .. } => Hint::new("the file holds the password alone, on one line"),
            Fault::JsonToStdout => Hint::new("leave out `--json`, or name a file"),
            Fault::FolderToStdout => Hint::new("name a folder"),
            Fault::Write { source, .. } if source.kind() == io::ErrorKind::AlreadyExists => {
                Hint::new("name what is not there yet: nothing is overwritten")
            }
            Fault::Write { .. } => Hint::new("choose a place that you may write to"),
        }]
    }
}

/// Goes on only when somebody has said yes.
pub(super) async fn confirmed(cx: &Context, yes: bool, question: String) -> Result<()> {
    if yes || cx.ask(question).await { Ok(()) } else { Err(Fault::NotConfirmed.into()) }
}

/// What will break.
pub(super) fn tell_of_lineages(cx: &Context, lineages: &[String]) {
    if !lineages.is_empty() {
        let text = format!("these certificates cannot be renewed without this registration: {}", lineages.join(", "));
        cx.report(Event::Warning { text });
    }
}
