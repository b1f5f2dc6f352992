//! What `issue` and `renew` refuse to go on with.

use std::path::PathBuf;

use crate::delegation::Finding;
use crate::error::{Explain, Hint, Kind, Listed};
use crate::identifier::{DnsName, Identifier};
use crate::inspection::Sight;

#[derive(Debug, thiserror::Error)]
pub(super) enum IssueFault {
    #[error("{name} is covered by the wildcard beside it; CAs refuse both in one certificate")]
    Covered { name: Identifier },
    #[error("a lineage called {name} is there already, for {}", listed(names))]
    NameTaken { name: String, names: Vec<Identifier> },
    #[error("there is no lineage called {name}")]
    NoLineage { name: String },
    #[error("could not read the certificate request {}", path.display())]
    Unreadable { path: PathBuf, source: std::io::Error },
    #[error("the names of {name} are those of its certificate request, whose key is not here")]
    NamesOfRequest { name: String },
    #[error("{challenge} has no registration any more")]
    NoRegistration { challenge: DnsName },
}

impl Explain for IssueFault {
    fn kind(&self) -> Kind {
        match self {
            IssueFault::NoRegistration { .. } => Kind::ActionNeeded,
            _ => Kind::Usage,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        match self {
            IssueFault::Covered { name } => vec![Hint::new(format!("leave out `-d {name}`"))],
            IssueFault::NameTaken { name, .. } => vec![
                Hint::new(format!("to change that certificate to the names given now, add `--name {name}`")),
                Hint::new("to keep both, give this one another name with `--name`"),
            ],
            IssueFault::NoLineage { .. } => vec![Hint::new("`certdns list` tells what there is")],
            IssueFault::Unreadable { .. } => vec![Hint::new("`--csr` takes a file, PEM or DER, that certdns may read")],
            IssueFault::NamesOfRequest { .. } => vec![
                Hint::new("give a request for the names that are wanted now with `--csr`"),
                Hint::new("to have a key made here from now on, add `--new-key`"),
            ],
            IssueFault::NoRegistration { challenge } => {
                let base = challenge.parent().unwrap_or_else(|| challenge.clone());
                vec![
                    Hint::new(
                        "restore registrations/ from a backup, or bring back what is kept aside (`certdns registration list`)",
                    ),
                    Hint::new("without either, register again and change the CNAME")
                        .line(format!("certdns register {base}")),
                ]
            }
        }
    }
}

/// Names that a CA would refuse: nothing is ordered. All their problems at once.
#[derive(Debug, thiserror::Error)]
#[error("{summary}")]
pub(super) struct NotReady {
    summary: String,
    #[source]
    each: Option<Listed>,
    kind: Kind,
    hints: Vec<Hint>,
}

impl NotReady {
    /// `None` when all stand.
    pub(super) fn from(sights: &[Sight]) -> Option<NotReady> {
        let broken: Vec<&Sight> = sights.iter().filter(|sight| !sight.stands).collect();
        let kind = broken.iter().filter_map(|sight| sight.kind()).min_by_key(|kind| kind.exit_code())?;
        let errors: Vec<&Finding> = broken.iter().flat_map(|sight| sight.errors()).collect();
        let mut messages: Vec<String> = errors.iter().map(|finding| finding.sentence()).collect();
        messages.dedup();
        let mut hints: Vec<Hint> = Vec::new();
        for hint in errors.iter().flat_map(|finding| &finding.hints) {
            hint.merge_into(&mut hints);
        }
        let (summary, each) = match messages.as_slice() {
            [one] => (one.clone(), None),
            _ => (summary(&broken, sights.len()), Listed::new(messages)),
        };
        Some(NotReady { summary, each, kind, hints })
    }
}

fn summary(broken: &[&Sight], all: usize) -> String {
    match broken {
        [one] if all == 1 => format!("{} would not be validated", one.delegation.challenge),
        _ => format!("{} of {all} names would not be validated", broken.len()),
    }
}

impl Explain for NotReady {
    fn kind(&self) -> Kind {
        self.kind
    }

    fn hints(&self) -> Vec<Hint> {
        self.hints.clone()
    }
}

fn listed(names: &[Identifier]) -> String {
    names.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
