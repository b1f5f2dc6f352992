//! Orders (RFC 8555 section 7.4).

use std::collections::BTreeSet;

use axum::response::Response;
use http::{StatusCode, header};
use serde_json::{Value, json};

use super::Shared;
use super::authorizations::authorization_for;
use super::door::Asked;
use super::problem::Problem;
use super::profiles::Wanted;
use super::renewal_info;
use super::replies::{at, json_response};
use super::state::{Order, expiry};
use crate::identifier::Identifier;

const MAX_NAMES: usize = 100;
pub(super) const ORDER_HOURS: i64 = 24 * 7;

/// `newOrder`.
pub(super) fn new(ca: &Shared, asked: &Asked) -> Result<Response, Problem> {
    let account = asked.account()?;
    let payload = asked.payload.clone().unwrap_or_default();
    let wanted = Wanted::parse(&payload, &ca.manners())?;
    let names = names(&payload["identifiers"])?;
    let replaces = renewal_info::replaced(ca, account, &names, &payload["replaces"])?;
    let authorizations = names.iter().map(|name| authorization_for(ca, account, name)).collect();
    let order = Order {
        account,
        names,
        wanted,
        replaces,
        authorizations,
        expires: expiry(ORDER_HOURS),
        looks: 0,
        certificate: None,
        finalized: false,
        error: None,
    };
    let number = {
        let mut state = ca.state();
        state.orders.push(order);
        state.orders.len() - 1
    };
    Ok(response(ca, number, StatusCode::CREATED))
}

/// The names of an order; all that is wrong with them is told at once.
fn names(given: &Value) -> Result<Vec<String>, Problem> {
    let list = given.as_array().filter(|list| !list.is_empty() && list.len() <= MAX_NAMES);
    let list = list.ok_or_else(|| Problem::malformed(format!("An order has 1 to {MAX_NAMES} identifiers")))?;
    let (mut names, mut rejected) = (Vec::new(), Vec::new());
    for identifier in list {
        if identifier["type"] != "dns" {
            let detail = format!("Identifiers of type {} are not supported", identifier["type"]);
            return Err(Problem::new(400, "unsupportedIdentifier", detail));
        }
        let name = identifier["value"].as_str().unwrap_or_default();
        match Identifier::parse(name) {
            Ok(parsed) if parsed.to_string() == name => names.push(parsed.to_string()),
            _ => rejected.push((
                name.to_owned(),
                Problem::new(400, "rejectedIdentifier", format!("{name:?} is not issued for")),
            )),
        }
    }
    if !rejected.is_empty() {
        let mut problem = Problem::new(400, "rejectedIdentifier", "Some names are not issued for");
        problem.subproblems = rejected;
        return Err(problem);
    }
    redundant(&names)?;
    Ok(names)
}

/// As Let's Encrypt: no name twice, none that a wildcard beside it covers.
fn redundant(names: &[String]) -> Result<(), Problem> {
    let set: BTreeSet<&String> = names.iter().collect();
    let covered = |name: &&String| {
        name.split_once('.').is_some_and(|(label, rest)| label != "*" && set.contains(&format!("*.{rest}")))
    };
    match names.iter().find(covered) {
        Some(name) => Err(Problem::malformed(format!(
            "Domain name {name:?} is redundant with a wildcard domain in the same request"
        ))),
        None if set.len() < names.len() => Err(Problem::malformed("A name stands twice in the request")),
        None => Ok(()),
    }
}

/// Reads an order; each look brings it nearer to its next state where the manners say so.
pub(super) fn look(ca: &Shared, asked: &Asked, number: usize) -> Result<Response, Problem> {
    own_order(ca, asked, number)?;
    let response = response(ca, number, StatusCode::OK);
    ca.state().orders[number].looks += 1;
    Ok(response)
}

pub(super) fn own_order(ca: &Shared, asked: &Asked, number: usize) -> Result<(), Problem> {
    let account = asked.account()?;
    if std::mem::take(&mut ca.manners().forget_orders) {
        let mut state = ca.state();
        state.forgotten = state.orders.len();
    }
    let state = ca.state();
    let owner = state.orders.get(number).filter(|_| number >= state.forgotten).map(|order| order.account);
    owned(owner, account)
}

pub(super) fn owned(owner: Option<usize>, account: usize) -> Result<(), Problem> {
    match owner {
        Some(owner) if owner == account => Ok(()),
        Some(_) => Err(Problem::new(403, "unauthorized", "This belongs to another account")),
        None => Err(Problem::not_found()),
    }
}

/// An order as it stands (RFC 8555 section 7.1.3).
pub(super) fn response(ca: &Shared, number: usize, status: StatusCode) -> Response {
    let manners = ca.manners().clone();
    let state = ca.state();
    let order = &state.orders[number];
    let standing = state.order_status(order, &manners);
    let url = |kind: &str, index: usize| ca.url(&format!("/{kind}/{}", index + 1));
    let identifiers: Vec<Value> = order.names.iter().map(|name| json!({ "type": "dns", "value": name })).collect();
    let mut document = json!({
        "status": standing,
        "expires": order.expires,
        "identifiers": identifiers,
        "authorizations": order.authorizations.iter().map(|index| url("authorization", *index)).collect::<Vec<_>>(),
        "finalize": format!("{}/finalize", url("order", number)),
    });
    order.wanted.tell(&mut document);
    if let Some(id) = &order.replaces {
        document["replaces"] = id.as_str().into();
    }
    if let Some(certificate) = order.certificate.filter(|_| standing == "valid") {
        document["certificate"] = url("certificate", certificate).into();
    }
    if let Some(problem) = state.order_problem(order) {
        document["error"] = problem.json();
    }
    let mut response = at(json_response(status, &document), &url("order", number));
    let waiting = matches!(standing, "pending" | "processing");
    if let Some(seconds) = manners.retry_after.filter(|_| waiting) {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.as_secs().into());
    }
    response
}
