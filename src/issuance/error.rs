//! What can stand between an order and its certificate, beyond what CA, acme-dns server and DNS say themselves.

use instant_acme::AuthorizationStatus;

use crate::error::{Explain, Hint, Kind};
use crate::identifier::{DnsName, Identifier};

#[derive(Debug, thiserror::Error)]
pub enum IssuanceError {
    #[error("the CA asks for a proof at {challenge}, which is not among the names of this order")]
    UnknownName { challenge: DnsName },
    #[error("the CA offers no dns-01 challenge for {name}")]
    NoDns01 { name: Identifier },
    #[error("the CA has closed the authorization of {name} ({status:?})")]
    DeadAuthorization { name: Identifier, status: AuthorizationStatus },
    #[error("the acme-dns server {server} takes too long")]
    TooSlow { server: String },
}

impl Explain for IssuanceError {
    fn kind(&self) -> Kind {
        match self {
            IssuanceError::DeadAuthorization { .. } | IssuanceError::TooSlow { .. } => Kind::TryLater,
            _ => Kind::Failed,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        vec![Hint::new(match self {
            IssuanceError::NoDns01 { .. } => "this CA cannot be used for the name; choose another with `--ca`",
            _ => "run the same command again: a new order is made",
        })]
    }
}
