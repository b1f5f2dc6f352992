//! Accounts (RFC 8555 section 7.3).

use axum::response::Response;
use http::StatusCode;
use serde_json::Value;

use super::Shared;
use super::binding;
use super::door::{Asked, at, json_response};
use super::orders::owned;
use super::problem::Problem;
use super::state::Account;

/// `newAccount`: makes one, or gives the one that the key has.
pub(super) fn new(ca: &Shared, asked: &Asked) -> Result<Response, Problem> {
    if asked.account.is_some() {
        return Err(Problem::malformed("newAccount is signed by the new key itself"));
    }
    let payload = asked.payload.clone().unwrap_or_default();
    let known = ca.state().accounts.iter().position(|account| account.thumbprint == asked.thumbprint);
    if let Some(known) = known {
        return Ok(response(ca, known, StatusCode::OK));
    }
    if payload["onlyReturnExisting"] == true {
        return Err(Problem::new(400, "accountDoesNotExist", "This key has no account"));
    }
    if ca.manners().terms && payload["termsOfServiceAgreed"] != true {
        return Err(Problem::malformed("The terms of service must be agreed to"));
    }
    let (contact, binding) = (contact(&payload["contact"])?, binding::checked(ca, asked)?);
    let (jwk, thumbprint) = (asked.jwk.clone(), asked.thumbprint.clone());
    let number = {
        let mut state = ca.state();
        state.accounts.push(Account { jwk, thumbprint, contact, binding, status: "valid" });
        state.accounts.len() - 1
    };
    Ok(response(ca, number, StatusCode::CREATED))
}

/// Reads, updates or deactivates an account.
pub(super) fn account(ca: &Shared, asked: &Asked, number: usize) -> Result<Response, Problem> {
    let known = number < ca.state().accounts.len();
    owned(known.then_some(number), asked.account()?)?;
    let payload = asked.payload.clone().unwrap_or_default();
    if !payload["contact"].is_null() {
        ca.state().accounts[number].contact = contact(&payload["contact"])?;
    }
    if payload["status"] == "deactivated" {
        ca.state().accounts[number].status = "deactivated";
    }
    Ok(response(ca, number, StatusCode::OK))
}

/// RFC 8555 section 7.3: `mailto:` URIs of one address each, without header fields.
fn contact(given: &Value) -> Result<Vec<String>, Problem> {
    let Some(list) = given.as_array() else { return Ok(Vec::new()) };
    let each = list.iter().map(|uri| {
        let uri = uri.as_str().unwrap_or_default();
        let address = uri
            .strip_prefix("mailto:")
            .ok_or_else(|| Problem::new(400, "unsupportedContact", format!("{uri:?} is no mailto: URI")))?;
        let plausible = !address.contains([',', '?'])
            && address.split_once('@').is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'));
        let invalid = || Problem::new(400, "invalidContact", format!("{address:?} is no e-mail address"));
        if plausible { Ok(uri.to_owned()) } else { Err(invalid()) }
    });
    each.collect()
}

/// An account as it stands (RFC 8555 section 7.1.2).
pub(super) fn response(ca: &Shared, number: usize, status: StatusCode) -> Response {
    let document = ca.state().accounts[number].json();
    at(json_response(status, &document), &ca.account_url(number))
}
