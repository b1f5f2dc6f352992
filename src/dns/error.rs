//! What stands between us and DNS.

use crate::error::{Explain, Hint, Kind};
use crate::identifier::DnsName;

#[derive(Debug, thiserror::Error)]
pub enum DnsError {
    #[error("could not read the system's DNS settings: {0}")]
    SystemResolver(String),
    #[error("this system names no DNS resolver")]
    NoResolver,
    #[error("{name} does not show the values at {}", behind.join(", "))]
    NotVisible { name: DnsName, behind: Vec<String> },
    #[error("the name servers of {name} cannot be asked")]
    NoServers { name: DnsName },
}

impl Explain for DnsError {
    fn kind(&self) -> Kind {
        match self {
            DnsError::SystemResolver(_) | DnsError::NoResolver => Kind::Failed,
            DnsError::NotVisible { .. } | DnsError::NoServers { .. } => Kind::TryLater,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        vec![Hint::new(match self {
            DnsError::SystemResolver(_) | DnsError::NoResolver => "name one with `--resolver IP` (`CERTDNS_RESOLVERS`)",
            DnsError::NotVisible { .. } => {
                "the acme-dns server took the values but its DNS does not show them; run the same command again later"
            }
            DnsError::NoServers { .. } => "check the network; where no DNS gets out, add `--dns-view resolver`",
        })]
    }
}
