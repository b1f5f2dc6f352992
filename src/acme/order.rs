//! Orders and authorizations as the CA tells them (RFC 8555 sections 7.1.3 and 7.1.4).

use std::time::Duration;

use instant_acme::{AuthorizationState, AuthorizationStatus, ChallengeStatus, ChallengeType, OrderState, Problem};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};
use url::Url;

use crate::identifier::Identifier;

/// An order: where it is, and how it stood when last looked at.
#[derive(Debug)]
pub struct Order {
    pub url: Url,
    pub state: OrderState,
    pub names: Vec<Identifier>,
    /// How long the CA asked to be left alone.
    pub retry_after: Option<Duration>,
}

/// What is ordered (RFC 8555 section 7.4, draft-ietf-acme-profiles).
#[derive(Clone, Copy, Debug)]
pub struct NewOrder<'a> {
    pub names: &'a [Identifier],
    /// The CA's word for a kind of certificate.
    pub profile: Option<&'a str>,
    /// Until when the certificate should be valid.
    pub not_after: Option<Timestamp>,
    /// The certificate that this one takes the place of (RFC 9773 section 5).
    pub replaces: Option<&'a str>,
}

impl NewOrder<'_> {
    pub(super) fn payload(&self) -> Value {
        let name = |name: &Identifier| json!({ "type": "dns", "value": name });
        let mut payload = json!({ "identifiers": self.names.iter().map(name).collect::<Vec<_>>() });
        if let Some(profile) = self.profile {
            payload["profile"] = profile.into();
        }
        if let Some(moment) = self.not_after {
            payload["notAfter"] = json!(moment);
        }
        if let Some(certificate) = self.replaces {
            payload["replaces"] = certificate.into();
        }
        payload
    }
}

/// What instant-acme leaves out of an order.
#[derive(Deserialize)]
pub(super) struct Names {
    #[serde(default)]
    identifiers: Vec<Name>,
}

#[derive(Deserialize)]
struct Name {
    value: String,
}

impl Names {
    pub(super) fn parsed(self) -> Vec<Identifier> {
        self.identifiers.iter().filter_map(|name| Identifier::parse(&name.value).ok()).collect()
    }
}

/// An authorization: the proof of one name.
#[derive(Debug)]
pub struct Authorization {
    pub identifier: Identifier,
    pub status: AuthorizationStatus,
    /// The dns-01 challenge, if the CA offers one.
    pub dns01: Option<Challenge>,
    /// What the CA says is wrong, when it is invalid.
    pub problem: Option<Problem>,
}

/// A dns-01 challenge (RFC 8555 section 8.4).
#[derive(Debug)]
pub struct Challenge {
    pub url: Url,
    pub token: String,
    pub status: ChallengeStatus,
}

impl Authorization {
    pub(super) fn from_state(state: AuthorizationState, url: impl Fn(&str) -> Option<Url>) -> Option<Authorization> {
        let identifier = Identifier::parse(&state.identifier().to_string()).ok()?;
        let (status, mut problem, mut dns01) = (state.status, None, None);
        for challenge in state.challenges {
            if challenge.r#type == ChallengeType::Dns01 {
                let (token, status) = (challenge.token, challenge.status);
                dns01 = url(&challenge.url).map(|url| Challenge { url, token, status });
            }
            problem = problem.or(challenge.error);
        }
        Some(Authorization { identifier, status, dns01, problem })
    }

    /// Whether the CA has not been told yet that the value is there.
    #[must_use]
    pub fn is_untold(&self) -> bool {
        self.dns01.as_ref().is_some_and(|challenge| challenge.status == ChallengeStatus::Pending)
    }
}

/// A certificate as it was downloaded.
#[derive(Debug)]
pub struct Download {
    /// Leaf first, PEM.
    pub pem: String,
    /// Where other chains for the same leaf are (RFC 8555 section 7.4.2).
    pub alternates: Vec<Url>,
}
