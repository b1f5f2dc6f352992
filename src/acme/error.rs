//! Why a CA did not do what it was asked.

use http::StatusCode;
use instant_acme::Problem;
use jiff::Timestamp;
use url::Url;

use super::{advice, problem};
use crate::error::{Explain, Hint, Kind, Listed};
use crate::http::HttpError;
use crate::identifier::Identifier;

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
        /// Where a person reads what to do: the instance, or the new terms of service (RFC 8555 section 7.3.3).
        see: Option<Url>,
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
    #[error("{authority} offers no profile {profile:?}")]
    NoProfile { authority: String, profile: String, offered: Vec<String> },
    #[error("{authority} takes its time with the order")]
    Unfinished { authority: String, until: Option<Timestamp> },
    #[error("this is not the private key of an ACME account (P-256, P-384, RSA of 2048 bits or more, Ed25519)")]
    UnusableKey,
    #[error("the crypto library failed")]
    Crypto,
    #[error("{authority} is left alone for now: {because}")]
    Down { authority: String, because: String },
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
                let passes = self.is_rate_limit() || self.is(BAD_NONCE);
                status.is_client_error() && *status != StatusCode::TOO_MANY_REQUESTS && !passes
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

    /// Whether the CA's limits are used up, whatever the status that says so.
    #[must_use]
    pub fn is_rate_limit(&self) -> bool {
        let too_many = matches!(self, AcmeError::Problem { status, .. } | AcmeError::Unavailable { status, .. }
            if *status == StatusCode::TOO_MANY_REQUESTS);
        too_many || self.is("rateLimited")
    }

    /// Whether limits are used up that are not those of these names alone: of the account, or of the CA. Limits of names
    /// are told with the name, or the registered domain above it.
    #[must_use]
    pub fn limits_more_than(&self, names: &[Identifier]) -> bool {
        let AcmeError::Problem { problem, .. } = self else { return self.is_rate_limit() };
        self.is_rate_limit() && !problem::mentions(problem, names)
    }

    /// Whether it may well be about the certificate that an order replaces, and not about the order.
    #[must_use]
    pub fn is_about_replacing(&self) -> bool {
        let missing = matches!(self, AcmeError::Problem { status, .. } if *status == StatusCode::NOT_FOUND);
        missing || self.is("alreadyReplaced") || self.is_malformed()
    }

    /// Whether the CA did not find the proof where it looked for it.
    #[must_use]
    pub fn is_missing_proof(&self) -> bool {
        let missing = |short_type: &String| ["unauthorized", "incorrectResponse", "dns"].contains(&short_type.as_str());
        matches!(self, AcmeError::Invalid { types, .. } if types.iter().any(missing))
    }

    /// Whether the CA could make nothing of the request.
    #[must_use]
    pub fn is_malformed(&self) -> bool {
        self.is("malformed")
    }

    /// Whether the CA does not let this account do what it asks.
    #[must_use]
    pub fn is_refusal(&self) -> bool {
        self.is("unauthorized") || self.is("accountDoesNotExist")
    }

    /// Whether the same request may well succeed in a moment.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        match self {
            AcmeError::NoAnswer { source, .. } => source.is_transient(),
            AcmeError::Unavailable { .. } | AcmeError::Down { .. } => true,
            AcmeError::Problem { status, .. } => *status == StatusCode::TOO_MANY_REQUESTS || status.is_server_error(),
            _ => false,
        }
    }

    /// When the CA wants to be asked again.
    #[must_use]
    pub fn until(&self) -> Option<Timestamp> {
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
            AcmeError::Problem { .. } if self.refuses_the_account() => Kind::Failed,
            AcmeError::Problem { problem, .. } => advice::worst(problem::types(problem)),
            AcmeError::Unavailable { .. } | AcmeError::Unfinished { .. } | AcmeError::Down { .. } => Kind::TryLater,
            AcmeError::Invalid { types, .. } => advice::worst(types.iter().map(String::as_str)),
            AcmeError::NoProfile { .. } => Kind::Usage,
            _ => Kind::Failed,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        match self.until() {
            Some(until) if self.is_rate_limit() => vec![Hint::new(format!(
                "the CA's limits are used up; it asks to be left alone until {until}: run the same command again then"
            ))],
            Some(until) if self.kind() == Kind::TryLater => {
                vec![Hint::new(format!("it asks to be left alone until {until}; run the same command again then"))]
            }
            _ => self.own_hints(),
        }
    }
}

impl AcmeError {
    fn own_hints(&self) -> Vec<Hint> {
        match self {
            AcmeError::NoAnswer { source, .. } => source.hints(),
            AcmeError::Problem { .. } if self.refuses_the_account() => vec![Hint::new(
                "the CA refuses this account, not a name: it may be deactivated there, or have another key. `certdns acmeaccount show` asks; where the key was changed elsewhere, take it over from there with `certdns acmeaccount import`",
            )],
            AcmeError::Problem { problem, see, .. } => {
                let mut hints: Vec<Hint> = problem::types(problem).into_iter().map(advice::hint).collect();
                hints.extend(see.iter().map(|url| Hint::new("the CA has a page for it").line(url.as_str())));
                hints
            }
            AcmeError::Invalid { types, .. } => types.iter().map(|short_type| advice::hint(short_type)).collect(),
            AcmeError::Unavailable { .. } | AcmeError::Down { .. } => vec![advice::hint("serverInternal")],
            AcmeError::Unfinished { .. } => {
                vec![Hint::new("run the same command again: it carries on with this order")]
            }
            AcmeError::NotAcme { .. } | AcmeError::Missing { .. } | AcmeError::BadUrl { .. } => {
                vec![Hint::new("check that `--ca` names the directory URL of an ACME server")]
            }
            AcmeError::UnusableKey => vec![Hint::new("restore the account's file from a backup, or move it aside")],
            AcmeError::NoProfile { offered, .. } if offered.is_empty() => {
                vec![Hint::new(
                    "it offers none at all: leave `--profile` out, or give `--profile=` to a lineage that has one",
                )]
            }
            AcmeError::NoProfile { offered, .. } => {
                vec![Hint::new(format!("it offers {}; `certdns ca show` tells what they are", offered.join(", ")))]
            }
            AcmeError::Crypto => Vec::new(),
        }
    }

    /// Of a whole request, it is the account that is not authorized; of a name, it is its proof.
    fn refuses_the_account(&self) -> bool {
        self.is("unauthorized")
    }
}
