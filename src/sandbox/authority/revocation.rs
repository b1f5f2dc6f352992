//! Revocation (RFC 8555 section 7.6).

use axum::body::Body;
use axum::response::Response;
use jiff::Timestamp;
use serde_json::Value;
use x509_parser::prelude::{FromDer, X509Certificate};

use super::Shared;
use super::door::Asked;
use super::jws::decode;
use super::keys;
use super::problem::Problem;
use super::state::{Certificate, State};

/// `revokeCert`.
pub(super) fn revoke(ca: &Shared, asked: &Asked) -> Result<Response, Problem> {
    let payload = asked.payload.clone().unwrap_or_default();
    let der = payload["certificate"].as_str().ok_or_else(|| Problem::malformed("The certificate is missing"))?;
    let (der, reason) = (decode(der)?, reason(ca, &payload["reason"])?);
    let mut state = ca.state();
    let position = state.certificates.iter().position(|certificate| certificate.der == der);
    let number = position.ok_or_else(|| Problem::new(404, "malformed", "There is no such certificate"))?;
    if !may_revoke(&state, &state.certificates[number], asked) {
        return Err(Problem::new(403, "unauthorized", "Neither certificate nor names are those of who asks"));
    }
    if state.certificates[number].issued.revoked.is_some() {
        return Err(Problem::new(400, "alreadyRevoked", "The certificate is revoked already"));
    }
    state.certificates[number].issued.revoked = Some(reason);
    Ok(Response::new(Body::empty()))
}

/// RFC 5280 section 5.3.1; none is 0, unspecified.
fn reason(ca: &Shared, given: &Value) -> Result<u8, Problem> {
    if given.is_null() {
        return Ok(0);
    }
    let known = given.as_u64().and_then(|reason| u8::try_from(reason).ok());
    let allowed = known.filter(|reason| ca.manners().revocation_reasons.contains(reason));
    allowed.ok_or_else(|| Problem::new(400, "badRevocationReason", format!("{given} is no reason to revoke for")))
}

/// The account that it was issued to, one that has proven all of its names, or its own key.
fn may_revoke(state: &State, certificate: &Certificate, asked: &Asked) -> bool {
    match asked.account {
        Some(account) => {
            account == certificate.account || certificate.issued.names.iter().all(|name| proven(state, account, name))
        }
        None => X509Certificate::from_der(&certificate.der)
            .is_ok_and(|(_, certificate)| keys::is_same(certificate.public_key(), &asked.jwk)),
    }
}

fn proven(state: &State, account: usize, name: &str) -> bool {
    let mut own = state.authorizations.iter().filter(|one| one.account == account && one.name == name);
    own.any(|one| one.status == "valid" && one.expires > Timestamp::now())
}
