//! A new key for an account (RFC 8555 section 7.3.5): asked for with the old key, agreed to with the new one.

use axum::response::Response;
use http::StatusCode;

use super::Shared;
use super::accounts::response;
use super::door::Asked;
use super::jws::{By, Signed};
use super::keys::thumbprint;
use super::problem::Problem;
use super::replies::at;

/// `keyChange`.
pub(super) fn change(ca: &Shared, asked: &Asked) -> Result<Response, Problem> {
    let number = asked.account()?;
    let inner = Signed::embedded(asked.payload.as_ref().unwrap_or_default())?;
    let By::Key(jwk) = inner.by()? else {
        return Err(Problem::malformed("The inner part is signed by the new key, which stands in jwk"));
    };
    let algorithms = ca.manners().algorithms.clone();
    inner.verify_key(&jwk, &algorithms)?;
    same_request(&inner, ca, asked)?;
    let new = thumbprint(&jwk)?;
    let known = ca.state().accounts.iter().position(|account| account.thumbprint == new);
    if let Some(known) = known {
        let problem = Problem::new(409, "malformed", "The new key is that of an account already");
        return Ok(at(problem.response(), &ca.account_url(known)));
    }
    {
        let account = &mut ca.state().accounts[number];
        (account.jwk, account.thumbprint) = (jwk, new);
    }
    Ok(response(ca, number, StatusCode::OK))
}

/// The inner part is for this URL, this account and its key, and has no nonce of its own.
fn same_request(inner: &Signed, ca: &Shared, asked: &Asked) -> Result<(), Problem> {
    if inner.url() != ca.url("/key-change") {
        return Err(Problem::malformed("The inner part is for another URL than the request"));
    }
    if inner.nonce().is_some() {
        return Err(Problem::malformed("The inner part must not have a nonce"));
    }
    let payload = inner.payload()?.unwrap_or_default();
    if payload["account"] != ca.account_url(asked.account()?) {
        return Err(Problem::malformed("The inner part is for another account than the request"));
    }
    if thumbprint(&payload["oldKey"]).ok().as_ref() != Some(&asked.thumbprint) {
        return Err(Problem::malformed("The old key is not that of the account"));
    }
    Ok(())
}
