//! What stands in the way of making a bundle, or of opening one.

use std::io;
use std::path::PathBuf;

use crate::error::{Explain, Hint, Kind};
use crate::identifier::DnsName;

#[derive(Debug, thiserror::Error)]
pub(super) enum Fault {
    #[error("could not read {}", file.display())]
    Read { file: PathBuf, source: io::Error },
    #[error("could not write {}", file.display())]
    Write { file: PathBuf, source: io::Error },
    #[error("a bundle is a file, and stdout is none")]
    Stdout,
    #[error("the passphrase in {} is empty, no text, or more than one line", file.display())]
    Passphrase { file: PathBuf },
    #[error("an empty passphrase protects nothing")]
    Empty,
    #[error("the two passphrases differ")]
    Differ,
    #[error("there is no passphrase, and nobody is there to be asked")]
    NoLock,
    #[error("{challenge} is on its way to {to}: a bundle would take its two registrations apart")]
    OnItsWay { challenge: DnsName, to: String },
    #[error("there is no passphrase to open it with, and nobody is there to be asked")]
    NoKey,
}

impl Explain for Fault {
    fn kind(&self) -> Kind {
        match self {
            Fault::Read { .. } | Fault::Write { .. } => Kind::Failed,
            Fault::OnItsWay { .. } => Kind::ActionNeeded,
            _ => Kind::Usage,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        vec![Hint::new(match self {
            Fault::Read { .. } => "name a file that certdns may read",
            Fault::Write { source, .. } if source.kind() == io::ErrorKind::AlreadyExists => {
                "name a file that is not there yet: nothing is overwritten"
            }
            Fault::Write { .. } => "choose a directory that you may write to",
            Fault::Stdout => "name a file with `--to`",
            Fault::Passphrase { .. } => "the file holds the passphrase alone, on one line",
            Fault::Empty | Fault::Differ => "nothing was written; run the same command again",
            Fault::NoLock => "name its file with `--passphrase-file`, or a key with `--recipient`",
            Fault::OnItsWay { .. } => {
                "end the move first (`certdns registration move --status` tells what is to be done), or name the other names"
            }
            Fault::NoKey => "name its file with `--passphrase-file`",
        })]
    }
}
