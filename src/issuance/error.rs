//! What can stand between an order and its certificate, beyond what CA, acme-dns server and DNS say themselves.

use instant_acme::AuthorizationStatus;

use crate::acme::AcmeError;
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
    #[error("another machine that shares the registration of {challenge} pushed our value out before the CA looked")]
    PushedOut { challenge: DnsName, source: Box<AcmeError> },
    #[error("other machines keep publishing under the registration of {challenge}")]
    Crowded { challenge: DnsName },
}

impl IssuanceError {
    /// Whether the order will never become a certificate.
    pub(super) fn ends_the_order(&self) -> bool {
        !matches!(self, IssuanceError::Crowded { .. } | IssuanceError::TooSlow { .. })
    }
}

impl Explain for IssuanceError {
    fn kind(&self) -> Kind {
        match self {
            IssuanceError::DeadAuthorization { .. }
            | IssuanceError::TooSlow { .. }
            | IssuanceError::PushedOut { .. }
            | IssuanceError::Crowded { .. } => Kind::TryLater,
            _ => Kind::Failed,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        if let IssuanceError::PushedOut { .. } | IssuanceError::Crowded { .. } = self {
            return vec![
                Hint::new(
                    "run the same command again later, and let the timers of the machines run at different hours",
                ),
                Hint::new(
                    "a registration has two values at a time: where machines are often in each other's way, give each names, and so a registration, of its own",
                ),
            ];
        }
        vec![Hint::new(match self {
            IssuanceError::NoDns01 { .. } => "this CA cannot be used for the name; choose another with `--ca`",
            _ => "run the same command again: a new order is made",
        })]
    }
}
