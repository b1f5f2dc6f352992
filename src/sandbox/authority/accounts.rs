//! Accounts (RFC 8555 section 7.3).

use axum::response::Response;
use http::StatusCode;
use serde_json::{Value, json};

use super::Shared;
use super::binding;
use super::door::Asked;
use super::orders::owned;
use super::problem::Problem;
use super::replies::{at, json_response, link};
use super::state::{Account, Order};

/// `newAccount`: makes one, or gives the one that the key has.
pub(super) fn new(ca: &Shared, asked: &Asked) -> Result<Response, Problem> {
    if asked.account.is_some() {
        return Err(Problem::malformed("newAccount is signed by the new key itself"));
    }
    let payload = asked.payload.clone().unwrap_or_default();
    let known = ca.state().accounts.iter().position(|account| account.thumbprint == asked.thumbprint);
    if let Some(known) = known {
        active(ca, known)?;
        return Ok(response(ca, known, StatusCode::OK));
    }
    if payload["onlyReturnExisting"] == true {
        return Err(Problem::new(400, "accountDoesNotExist", "This key has no account"));
    }
    if ca.manners().terms && payload["termsOfServiceAgreed"] != true {
        return Err(Problem::malformed("The terms of service must be agreed to"));
    }
    let number = make(ca, asked, contact(&payload["contact"])?, binding::checked(ca, asked)?);
    Ok(response(ca, number, StatusCode::CREATED))
}

fn make(ca: &Shared, asked: &Asked, contact: Vec<String>, binding: Option<Value>) -> usize {
    let (jwk, thumbprint) = (asked.jwk.clone(), asked.thumbprint.clone());
    let mut state = ca.state();
    state.accounts.push(Account { jwk, thumbprint, contact, binding, status: "valid" });
    state.accounts.len() - 1
}

/// RFC 8555 section 7.3.6: whatever a deactivated account asks for, it is told.
pub(super) fn active(ca: &Shared, number: usize) -> Result<(), Problem> {
    match ca.state().accounts[number].status {
        "valid" => Ok(()),
        status => Err(Problem::new(401, "unauthorized", format!("The account is {status}"))),
    }
}

/// Reads, updates or deactivates an account.
pub(super) fn account(ca: &Shared, asked: &Asked, number: usize) -> Result<Response, Problem> {
    own_account(ca, asked, number)?;
    let payload = asked.payload.clone().unwrap_or_default();
    if !payload["contact"].is_null() {
        ca.state().accounts[number].contact = contact(&payload["contact"])?;
    }
    if payload["status"] == "deactivated" {
        ca.state().accounts[number].status = "deactivated";
    }
    Ok(response(ca, number, StatusCode::OK))
}

fn own_account(ca: &Shared, asked: &Asked, number: usize) -> Result<(), Problem> {
    let known = number < ca.state().accounts.len();
    owned(known.then_some(number), asked.account()?)
}

/// The orders of an account, a page of them (RFC 8555 section 7.1.2.1); those that came to nothing are left out.
pub(super) fn orders(ca: &Shared, asked: &Asked, number: usize) -> Result<Response, Problem> {
    own_account(ca, asked, number)?;
    let (urls, cursor, length) = (order_urls(ca, number), asked.cursor(), ca.manners().orders_per_page);
    let page: Vec<&String> = urls.iter().skip(cursor).take(length).collect();
    let mut response = json_response(StatusCode::OK, &json!({ "orders": page }));
    let next = cursor.saturating_add(length);
    if next < urls.len() {
        link(&mut response, &format!("{}/orders?cursor={next}", ca.account_url(number)), "next");
    }
    Ok(response)
}

fn order_urls(ca: &Shared, account: usize) -> Vec<String> {
    let manners = ca.manners().clone();
    let state = ca.state();
    let standing = |order: &Order| state.order_status(order, &manners);
    let orders = state.orders.iter().enumerate().skip(state.forgotten);
    let own = orders.filter(|(_, order)| order.account == account && standing(order) != "invalid");
    own.map(|(index, _)| ca.url(&format!("/order/{}", index + 1))).collect()
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
    let mut document = ca.state().accounts[number].json();
    document["orders"] = format!("{}/orders", ca.account_url(number)).into();
    at(json_response(status, &document), &ca.account_url(number))
}
