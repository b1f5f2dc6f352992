//! What stands in the way of changing an account, and the question before it is ended.

use std::io;
use std::path::PathBuf;

use super::shown::lineages;
use crate::acme::Account;
use crate::context::Context;
use crate::error::{Explain, Hint, Kind, Result};
use crate::event::Event;

#[derive(Debug, thiserror::Error)]
pub(super) enum Fault {
    #[error("nothing was done: nobody said yes")]
    NotConfirmed,
    #[error("the CA has not answered with the account's URI yet")]
    Unfinished,
    #[error("another account at this CA is called {name:?}")]
    NameTaken { name: String },
    #[error("there are {count} accounts, and only one can have the name or be the default")]
    Several { count: usize },
    #[error("the account {uri} is not among those that are there")]
    NotAmong { uri: String, known: Vec<String> },
    #[error("{why}")]
    Name { why: String },
    #[error("could not read stdin")]
    Stdin(#[source] io::Error),
    #[error("could not write {}", file.display())]
    Export { file: PathBuf, source: io::Error },
}

impl Explain for Fault {
    fn kind(&self) -> Kind {
        match self {
            Fault::NotConfirmed | Fault::Unfinished => Kind::ActionNeeded,
            Fault::NameTaken { .. } | Fault::Several { .. } | Fault::NotAmong { .. } | Fault::Name { .. } => {
                Kind::Usage
            }
            Fault::Export { .. } | Fault::Stdin(_) => Kind::Failed,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        let known = if let Fault::NotAmong { known, .. } = self { known.as_slice() } else { &[] };
        let hint = Hint::new(match self {
            Fault::NotConfirmed => "run the same command at a terminal and say `y`, or with `--yes`",
            Fault::Unfinished => "`certdns acmeaccount add` finishes it",
            Fault::NameTaken { .. } => "choose another name, or rename the other account first",
            Fault::Several { .. } => {
                "name the folder of just one, or import them first: `certdns acmeaccount update` names them"
            }
            Fault::Name { .. } => "the name stands behind `--account`, or in CERTDNS_ACCOUNT",
            Fault::NotAmong { .. } if known.is_empty() => {
                "no account there has its URI beside it: leave `--account` out, or give a name with it"
            }
            Fault::NotAmong { .. } => "say which with `--account`:",
            Fault::Stdin(_) => "name a file instead of `-`",
            Fault::Export { source, .. } if source.kind() == io::ErrorKind::AlreadyExists => {
                "name a file that is not there yet: nothing is overwritten"
            }
            Fault::Export { .. } => "choose a directory that you may write to",
        });
        vec![known.iter().fold(hint, Hint::line)]
    }
}

/// Goes on only when somebody has said yes.
pub(super) async fn confirmed(cx: &Context, yes: bool, question: String) -> Result<()> {
    if yes || cx.ask(question).await { Ok(()) } else { Err(Fault::NotConfirmed.into()) }
}

/// The certificates that will be renewed with another account.
pub(super) fn tell_of_lineages(cx: &Context, account: &Account) {
    let lineages = lineages(cx, account);
    if !lineages.is_empty() {
        let text = format!("these certificates are ordered with the account: {}", lineages.join(", "));
        cx.report(Event::Warning { text });
    }
}
