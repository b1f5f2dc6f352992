//! Why a CA did not do what it was asked.

use http::StatusCode;
use instant_acme::Problem;
use jiff::Timestamp;

use super::problem;
use crate::error::{Explain, Hint, Kind, Listed};
use crate::http::HttpError;

/// Every way a conversation with a CA fails; `authority` is how the CA is called.
#[derive(Debug, thiserror::Error)]
pub enum AcmeError {
    #[error("{}", no_answer(authority, source))]
    NoAnswer { authority: String, source: HttpError },
    #[error("{authority} says: {}", problem::text(problem))]
    Problem {
        authority: String,
        status: StatusCode,
        problem: Box<Problem>,
        until: Option<Timestamp>,
        /// What the CA says of single names.
        #[source]
        each: Option<Listed>,
    },
    #[error("{authority} is overloaded or down (HTTP {status}): {said:?}")]
    Unavailable { authority: String, status: StatusCode, said: String, until: Option<Timestamp> },
    #[error("{authority} answered HTTP {status}, which is no answer of an ACME server: {said:?}")]
    NotAcme { authority: String, status: StatusCode, said: String },
    #[error("{authority} left out {what}, which RFC 8555 requires")]
    Missing { authority: String, what: &'static str },
    #[error("{authority} names a URL that certdns does not follow: {url:?}")]
    BadUrl { authority: String, url: String },
    #[error("{authority} could not prove the names of the order")]
    Invalid {
        authority: String,
        #[source]
        said: Option<Listed>,
        /// The types of the problems, each once.
        types: Vec<String>,
    },
    #[error("{authority} takes its time with the order")]
    Unfinished { authority: String, until: Option<Timestamp> },
    #[error("this is not the private key of an ACME account (P-256, P-384, RSA of 2048 bits or more, Ed25519)")]
    UnusableKey,
    #[error("the crypto library failed")]
    Crypto,
}

fn no_answer(authority: &str, source: &HttpError) -> String {
    match source {
        HttpError::Untrusted { .. } => format!("there is no safe connection to {authority}"),
        _ => format!("{authority} gave no answer"),
    }
}

impl AcmeError {
    /// Whether this is the CA's last word on an order: it will never become a certificate.
    #[must_use]
    pub fn is_final(&self) -> bool {
        match self {
            AcmeError::Problem { status, .. } => {
                status.is_client_error() && *status != StatusCode::TOO_MANY_REQUESTS && !self.is(BAD_NONCE)
            }
            AcmeError::Invalid { .. } => true,
            _ => false,
        }
    }

    /// Whether it is a problem of this type (`badNonce`).
    #[must_use]
    pub fn is(&self, short_type: &str) -> bool {
        matches!(self, AcmeError::Problem { problem, .. } if problem::short_type(problem) == short_type)
    }

    /// Whether the same request may well succeed in a moment.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        match self {
            AcmeError::NoAnswer { source, .. } => source.is_transient(),
            AcmeError::Unavailable { .. } => true,
            AcmeError::Problem { status, .. } => *status == StatusCode::TOO_MANY_REQUESTS || status.is_server_error(),
            _ => false,
        }
    }

    /// When the CA wants to be asked again.
    pub(super) fn until(&self) -> Option<Timestamp> {
        match self {
            AcmeError::Problem { until, .. }
            | AcmeError::Unavailable { until, .. }
            | AcmeError::Unfinished { until, .. } => *until,
            _ => None,
        }
    }
}

pub(super) const BAD_NONCE: &str = "badNonce";

impl Explain for AcmeError {
    fn kind(&self) -> Kind {
        match self {
            AcmeError::NoAnswer { source, .. } => source.kind(),
            AcmeError::Problem { .. } if self.is_passing() => Kind::TryLater,
            AcmeError::Problem { problem, .. } if problem::short_type(problem) == "unauthorized" => Kind::Failed,
            AcmeError::Problem { problem, .. } => problem::kind(problem::short_type(problem)),
            AcmeError::Unavailable { .. } | AcmeError::Unfinished { .. } => Kind::TryLater,
            AcmeError::Invalid { types, .. } => {
                let kinds = types.iter().map(|short_type| problem::kind(short_type));
                kinds.min_by_key(|kind| kind.exit_code()).unwrap_or(Kind::Failed)
            }
            _ => Kind::Failed,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        if let Some(until) = self.until() {
            return vec![Hint::new(format!("it asks to be left alone until {until}; run the same command again then"))];
        }
        match self {
            AcmeError::NoAnswer { source, .. } => source.hints(),
            AcmeError::Problem { .. } if self.is("unauthorized") => vec![Hint::new(
                "the CA refuses this account, not a name: it may be deactivated there, or have another key. `certdns acmeaccount show` asks; where the key was changed elsewhere, take it over from there with `certdns acmeaccount import`",
            )],
            AcmeError::Problem { problem, .. } => vec![problem::hint(problem::short_type(problem))],
            AcmeError::Invalid { types, .. } => types.iter().map(|short_type| problem::hint(short_type)).collect(),
            AcmeError::Unavailable { .. } => vec![problem::hint("serverInternal")],
            AcmeError::Unfinished { .. } => {
                vec![Hint::new("run the same command again: it carries on with this order")]
            }
            AcmeError::NotAcme { .. } | AcmeError::Missing { .. } | AcmeError::BadUrl { .. } => {
                vec![Hint::new("check that `--ca` names the directory URL of an ACME server")]
            }
            AcmeError::UnusableKey => vec![Hint::new("restore the account's file from a backup, or move it aside")],
            AcmeError::Crypto => Vec::new(),
        }
    }
}
