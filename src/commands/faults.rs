//! What `issue` refuses to go on with.

use std::path::PathBuf;

use crate::error::{Explain, Hint, Kind};
use crate::identifier::Identifier;

#[derive(Debug, thiserror::Error)]
pub(super) enum IssueFault {
    #[error("{name} is covered by the wildcard beside it; CAs refuse both in one certificate")]
    Covered { name: Identifier },
    #[error("a lineage called {name} is there already, for {}", listed(names))]
    NameTaken { name: String, names: Vec<Identifier> },
    #[error("could not read the certificate request {}", path.display())]
    Unreadable { path: PathBuf, source: std::io::Error },
    #[error("the names of {name} are those of its certificate request, whose key is not here")]
    NamesOfRequest { name: String },
}

impl Explain for IssueFault {
    fn kind(&self) -> Kind {
        Kind::Usage
    }

    fn hints(&self) -> Vec<Hint> {
        match self {
            IssueFault::Covered { name } => vec![Hint::new(format!("leave out {name}: the wildcard is enough"))],
            IssueFault::NameTaken { name, .. } => vec![
                Hint::new(format!("to change that certificate to the names given now, add `--name {name}`")),
                Hint::new("to keep both, give this one another name with `--name`"),
            ],
            IssueFault::Unreadable { .. } => vec![Hint::new("`--csr` takes a file, PEM or DER, that certdns may read")],
            IssueFault::NamesOfRequest { .. } => vec![
                Hint::new("give a request for the names that are wanted now with `--csr`"),
                Hint::new("to have a key made here from now on, add `--new-key`"),
            ],
        }
    }
}

fn listed(names: &[Identifier]) -> String {
    names.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
