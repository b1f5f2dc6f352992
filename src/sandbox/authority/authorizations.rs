//! Authorizations and challenges (RFC 8555 section 7.5).

use std::sync::Arc;

use aws_lc_rs::digest;
use axum::response::Response;
use base64::prelude::{BASE64_URL_SAFE_NO_PAD as BASE64URL, Engine};
use http::StatusCode;
use jiff::Timestamp;
use uuid::Uuid;

use super::Shared;
use super::door::Asked;
use super::orders::{ORDER_HOURS, owned};
use super::problem::Problem;
use super::replies::{json_response, link};
use super::state::{Authorization, expiry};
use crate::sandbox::validation::dns01;

/// A new authorization, or one that is proven already where the manners allow it.
pub(super) fn authorization_for(ca: &Shared, account: usize, name: &str) -> usize {
    let reuse = ca.manners().reuse_authorizations;
    let mut state = ca.state();
    let proven = |one: &Authorization| one.account == account && one.name == name && one.status == "valid";
    if let Some(known) = state.authorizations.iter().position(proven).filter(|_| reuse) {
        return known;
    }
    let token = format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple());
    let (status, challenge, expires) = ("pending", "pending", expiry(ORDER_HOURS));
    state.authorizations.push(Authorization {
        account,
        name: name.to_owned(),
        status,
        expires,
        token,
        challenge,
        validated: None,
        error: None,
    });
    state.authorizations.len() - 1
}

/// Reads or deactivates an authorization (RFC 8555 section 7.5).
pub(super) fn authorization(ca: &Shared, asked: &Asked, number: usize) -> Result<Response, Problem> {
    own_authorization(ca, asked, number)?;
    let mut state = ca.state();
    let asked = asked.payload.as_ref().is_some_and(|payload| payload["status"] == "deactivated");
    if asked && matches!(state.authorizations[number].status, "pending" | "valid") {
        state.authorizations[number].status = "deactivated";
    }
    let document = state.authorizations[number].json(ca, number);
    Ok(json_response(StatusCode::OK, &document))
}

fn own_authorization(ca: &Shared, asked: &Asked, number: usize) -> Result<(), Problem> {
    let account = asked.account()?;
    let owner = ca.state().authorizations.get(number).map(|one| one.account);
    owned(owner, account)
}

/// Reads a challenge, or takes the word that it is ready and looks (RFC 8555 section 7.5.1).
pub(super) fn challenge(ca: &Arc<Shared>, asked: &Asked, number: usize) -> Result<Response, Problem> {
    own_authorization(ca, asked, number)?;
    if asked.payload.as_ref().is_some_and(|payload| !payload.is_object()) {
        return Err(Problem::malformed("The payload must be {}"));
    }
    let open = {
        let state = ca.state();
        let one = &state.authorizations[number];
        one.status == "pending" && one.challenge == "pending"
    };
    if asked.payload.is_some() && open {
        ca.state().authorizations[number].challenge = "processing";
        tokio::spawn(validate(ca.clone(), number, asked.thumbprint.clone()));
    }
    let document = ca.state().authorizations[number].challenge_json(ca, number);
    let mut response = json_response(StatusCode::OK, &document);
    link(&mut response, &ca.url(&format!("/authorization/{}", number + 1)), "up");
    Ok(response)
}

async fn validate(ca: Arc<Shared>, number: usize, thumbprint: String) {
    let (base, name, token) = {
        let state = ca.state();
        let one = &state.authorizations[number];
        (one.base().to_owned(), one.name.clone(), one.token.clone())
    };
    let value = BASE64URL.encode(digest::digest(&digest::SHA256, format!("{token}.{thumbprint}").as_bytes()));
    let result = match refusal(&ca, &name) {
        Some(problem) => Err(problem),
        None => dns01(ca.resolver, &base, &value).await,
    };
    let mut state = ca.state();
    let one = &mut state.authorizations[number];
    one.error = result.err();
    one.challenge = if one.error.is_none() { "valid" } else { "invalid" };
    // It may have been deactivated meanwhile, which is final (RFC 8555 section 7.1.6).
    if one.status == "pending" {
        one.status = one.challenge;
    }
    one.validated = one.error.is_none().then(Timestamp::now);
}

/// Why a name cannot be proven here, whatever is in DNS.
fn refusal(ca: &Shared, name: &str) -> Option<Problem> {
    let manners = ca.manners();
    let detail = || format!("{name} is on the list of names that are not issued for");
    let forbidden = manners.forbidden.iter().any(|one| one == name);
    let forbidden = forbidden.then(|| Problem::new(403, "rejectedIdentifier", detail()));
    let failing = manners.failing_names.iter().find(|(one, _)| one == name);
    forbidden.or_else(|| failing.map(|(_, problem)| problem.clone()))
}
