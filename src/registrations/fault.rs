//! Why a registration from elsewhere is not taken over.

use std::io;
use std::path::{Path, PathBuf};

use super::formats::Flaw;
use super::judging::Points;
use crate::acmedns::InvalidServer;
use crate::error::{Error, Explain, Hint, Kind, Listed};
use crate::http::host_of;
use crate::identifier::DnsName;
use crate::store::Record;

/// What is wrong with a file or folder.
#[derive(Debug, thiserror::Error)]
pub enum LookFault {
    #[error("could not read {}", shown(path))]
    Read { path: PathBuf, source: io::Error },
    #[error("there are no registrations in {}", shown(path))]
    Nothing { path: PathBuf },
    #[error("{} leads out of the folder that was named, and was not followed", path.display())]
    Outside { path: PathBuf },
    #[error("{} cannot be used", shown(path))]
    Flawed { path: PathBuf, source: Flaw },
}

impl LookFault {
    pub(super) fn flawed(path: &Path, flaw: Flaw) -> LookFault {
        LookFault::Flawed { path: path.to_owned(), source: flaw }
    }

    /// Whether there was just nothing to find.
    #[must_use]
    pub fn is_absence(&self) -> bool {
        matches!(self, LookFault::Nothing { .. })
    }
}

impl Explain for LookFault {
    fn kind(&self) -> Kind {
        match self {
            LookFault::Flawed { source, .. } => source.kind(),
            _ => Kind::Failed,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        vec![Hint::new(match self {
            LookFault::Read { source, .. } if source.kind() == io::ErrorKind::PermissionDenied => {
                "other clients keep their registrations for their own user: run this as a user who may read them"
            }
            LookFault::Read { .. } => "name a file, or a folder of another ACME client",
            LookFault::Nothing { .. } => {
                "what is read: files of lego, acme-dns-client, Caddy, acme-dns-auth.py, certbot-dns-acmedns and go-acme-dns-manager, folders of acme.sh, Posh-ACME, win-acme, simple-acme and Certify, and exports of certdns"
            }
            LookFault::Outside { .. } => "name the file itself, if it is meant",
            LookFault::Flawed { source, .. } => return source.hints(),
        })]
    }
}

/// A path as something to be imported is found at.
#[must_use]
pub fn shown(path: &Path) -> String {
    if path == Path::new("-") { "what was read from stdin".to_owned() } else { path.display().to_string() }
}

/// What is wrong with one registration.
#[derive(Debug, thiserror::Error)]
pub enum TakeFault {
    #[error("it is not told which server the registration of {name} is at")]
    NoServer { name: DnsName },
    #[error("it is not told where the CNAME of {name} must lead, and no live one that leads to {subdomain} was seen")]
    NoTarget { name: DnsName, subdomain: String },
    #[error("the server of {name} cannot be used")]
    Server { name: DnsName, source: InvalidServer },
    #[error("the registration of {name} can never work: {what}")]
    Unusable { name: DnsName, what: &'static str },
    #[error("the registration of {name} is another than the one that is here")]
    Conflict { name: DnsName, source: Listed, decidable: bool },
    #[error("the registration of {name} changed meanwhile")]
    Changed { name: DnsName },
}

impl TakeFault {
    pub(super) fn conflict(name: DnsName, mine: &[Record], theirs: &Record, points: &Points) -> TakeFault {
        let place =
            |one: &Record| format!("{} at {}", one.registration.fulldomain, host_of(one.registration.server.as_str()));
        let mine = mine.iter().map(|one| format!("here:  {}, {}", place(one), origin(one)));
        let mut lines: Vec<String> = mine.chain([format!("there: {}", place(theirs))]).collect();
        lines.push(points.text());
        let decidable = matches!(points, Points::Here | Points::There);
        let source = Listed::new(lines).expect("there are lines");
        TakeFault::Conflict { name, source, decidable }
    }
}

fn origin(record: &Record) -> String {
    let last = record.story().pop().map(|one| format!("{} {}", one.what.word(), one.at.strftime("%Y-%m-%d %H:%M:%SZ")));
    last.unwrap_or_default()
}

impl Points {
    /// Which of both the live CNAME means, in a sentence.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Points::Here => "the live CNAME points to the one that is here".to_owned(),
            Points::There => "the live CNAME points to the other one".to_owned(),
            Points::Both => {
                "the live CNAME points to both: they differ in their credentials or their server".to_owned()
            }
            Points::Elsewhere(target) => format!("the live CNAME points to neither, but to {target}"),
            Points::Nowhere => "there is no live CNAME".to_owned(),
            Points::Unknown => "where the live CNAME points to could not be seen".to_owned(),
        }
    }
}

impl Explain for TakeFault {
    fn kind(&self) -> Kind {
        match self {
            TakeFault::NoServer { .. } | TakeFault::NoTarget { .. } => Kind::Usage,
            TakeFault::Server { .. } | TakeFault::Unusable { .. } => Kind::Failed,
            TakeFault::Conflict { .. } => Kind::ActionNeeded,
            TakeFault::Changed { .. } => Kind::TryLater,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        match self {
            TakeFault::NoServer { .. } => vec![Hint::new("name it with `--acme-dns URL`")],
            TakeFault::NoTarget { .. } => {
                vec![Hint::new("name the zone of the acme-dns server with `--zone`, such as `--zone auth.example.org`")]
            }
            TakeFault::Server { source, .. } => source.hints(),
            TakeFault::Unusable { .. } => vec![Hint::new("look for the registration in a backup of the other client")],
            TakeFault::Conflict { decidable: true, .. } => {
                vec![Hint::new(
                    "decide with `--keep mine`, `--keep theirs`, or `--keep dns` for the one that the CNAME points to; what is replaced is kept aside",
                )]
            }
            TakeFault::Conflict { .. } => {
                vec![Hint::new("decide with `--keep mine` or `--keep theirs`; what is replaced is kept aside")]
            }
            TakeFault::Changed { .. } => vec![Hint::new("run the same command again")],
        }
    }
}

/// A file of which nothing was taken, for all the reasons there are.
#[derive(Debug, thiserror::Error)]
#[error("nothing was taken from {}", shown(path))]
pub struct NothingTaken {
    path: PathBuf,
    #[source]
    each: Option<Listed>,
    kind: Kind,
    hints: Vec<Hint>,
}

impl NothingTaken {
    pub(super) fn of(path: &Path, errors: &[&Error], others: usize) -> NothingTaken {
        let lines = errors.iter().flat_map(|error| std::iter::once(error.message()).chain(error.causes()));
        let mut hints: Vec<Hint> = Vec::new();
        errors.iter().flat_map(|error| error.hints()).for_each(|hint| hint.merge_into(&mut hints));
        if others > 0 {
            Hint::new("what is well beside it can be taken with `--partial`").merge_into(&mut hints);
        }
        let kind = errors.iter().map(|error| error.kind()).max_by_key(|kind| kind.exit_code());
        NothingTaken {
            path: path.to_owned(),
            each: Listed::new(lines.collect()),
            kind: kind.unwrap_or(Kind::Failed),
            hints,
        }
    }
}

impl Explain for NothingTaken {
    fn kind(&self) -> Kind {
        self.kind
    }

    fn hints(&self) -> Vec<Hint> {
        self.hints.clone()
    }
}
