//! Orders, authorizations and challenges (RFC 8555 sections 7.4 and 7.5).

use std::collections::BTreeSet;
use std::sync::Arc;

use aws_lc_rs::digest;
use axum::response::Response;
use base64::prelude::{BASE64_URL_SAFE_NO_PAD as BASE64URL, Engine};
use http::{StatusCode, header};
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

use super::Shared;
use super::door::Asked;
use super::problem::Problem;
use super::profiles::Wanted;
use super::replies::{at, json_response, link};
use super::state::{Authorization, Order, expiry};
use crate::identifier::Identifier;
use crate::sandbox::validation::dns01;

const MAX_NAMES: usize = 100;
const ORDER_HOURS: i64 = 24 * 7;

/// `newOrder`.
pub(super) fn new(ca: &Shared, asked: &Asked) -> Result<Response, Problem> {
    let account = asked.account()?;
    let payload = asked.payload.clone().unwrap_or_default();
    let wanted = Wanted::parse(&payload, &ca.manners())?;
    let names = names(&payload["identifiers"])?;
    let authorizations = names.iter().map(|name| authorization_for(ca, account, name)).collect();
    let order = Order {
        account,
        names,
        wanted,
        authorizations,
        expires: expiry(ORDER_HOURS),
        looks: 0,
        certificate: None,
        finalized: false,
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

fn authorization_for(ca: &Shared, account: usize, name: &str) -> usize {
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
    let (pending_polls, held, retry_after) = {
        let manners = ca.manners();
        (manners.pending_polls, manners.hold_finalize, manners.retry_after)
    };
    let state = ca.state();
    let order = &state.orders[number];
    let standing = state.order_status(order, pending_polls, held);
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
    if let Some(certificate) = order.certificate.filter(|_| standing == "valid") {
        document["certificate"] = url("certificate", certificate).into();
    }
    if let Some(problem) = state.order_problem(order) {
        document["error"] = problem.json();
    }
    let mut response = at(json_response(status, &document), &url("order", number));
    let waiting = matches!(standing, "pending" | "processing");
    if let Some(seconds) = retry_after.filter(|_| waiting) {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.as_secs().into());
    }
    response
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
    let forbidden = ca.manners().forbidden.contains(&name);
    let result = match forbidden {
        true => Err(Problem::new(
            403,
            "rejectedIdentifier",
            format!("{name} is on the list of names that are not issued for"),
        )),
        false => dns01(ca.resolver, &base, &value).await,
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
