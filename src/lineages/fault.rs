//! What is missing of a lineage.

use crate::error::{Explain, Hint, Kind};
use crate::identifier::DnsName;

#[derive(Debug, thiserror::Error)]
pub enum LineageFault {
    #[error("there is no lineage called {name}")]
    NoLineage { name: String },
    #[error("{challenge} has no registration any more")]
    NoRegistration { challenge: DnsName },
}

impl Explain for LineageFault {
    fn kind(&self) -> Kind {
        match self {
            LineageFault::NoLineage { .. } => Kind::Usage,
            LineageFault::NoRegistration { .. } => Kind::ActionNeeded,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        match self {
            LineageFault::NoLineage { .. } => vec![Hint::new("`certdns list` tells what there is")],
            LineageFault::NoRegistration { challenge } => {
                let base = challenge.parent().unwrap_or_else(|| challenge.clone());
                let text = "restore registrations/ from a backup, or bring back what is kept aside (`certdns registration list`)";
                let otherwise = "without either, register again and change the CNAME";
                vec![Hint::new(text), Hint::new(otherwise).line(format!("certdns register {base}"))]
            }
        }
    }
}
