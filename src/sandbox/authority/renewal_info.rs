//! Renewal information (RFC 9773): when a certificate should be renewed, and which order replaces it.

use axum::body::Body;
use axum::response::Response;
use http::{StatusCode, header};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::Shared;
use super::certificates::Issued;
use super::jws::decode;
use super::manners::Suggestion;
use super::problem::Problem;
use super::replies::json_response;
use super::state::State;

/// A GET without signature (section 4.1).
pub(super) fn look(ca: &Shared, path: &str) -> Response {
    let id = path.rsplit('/').next().unwrap_or_default();
    let mut response = found(ca, id).unwrap_or_else(|problem| problem.response());
    let retry_after = ca.manners().renewal_retry_after.clone().and_then(|value| value.parse().ok());
    if let Some(value) = retry_after.filter(|_| response.status().is_success()) {
        response.headers_mut().insert(header::RETRY_AFTER, value);
    }
    response
}

fn found(ca: &Shared, id: &str) -> Result<Response, Problem> {
    let usual = ca.manners().renewal_info.clone().ok_or_else(Problem::not_found)?;
    let state = ca.state();
    let issued = &state.certificates[position(&state, id)?].issued;
    match state.suggestions.get(id).cloned().unwrap_or(usual) {
        Suggestion::ByLifetime => Ok(window(by_lifetime(issued, Timestamp::now()), None)),
        Suggestion::Window { start, end, explanation } => Ok(window((start, end), explanation)),
        Suggestion::Text(text) => {
            let builder = Response::builder().header(header::CONTENT_TYPE, "application/json");
            Ok(builder.body(Body::from(text)).expect("constant headers make a response"))
        }
        Suggestion::Refused(problem) => Err(problem),
    }
}

/// Section 4.1: two parts in base64url, with a dot between them.
fn position(state: &State, id: &str) -> Result<usize, Problem> {
    let parts = id.split_once('.').map(|(key, serial)| (decode(key), decode(serial)));
    let Some((Ok(_), Ok(_))) = parts else {
        return Err(Problem::malformed(format!("{id:?} is no identifier of a certificate")));
    };
    let position = state.certificates.iter().position(|certificate| certificate.issued.id == id);
    position.ok_or_else(|| Problem::new(404, "malformed", "There is no such certificate"))
}

/// A fiftieth of the certificate's life around its second third; as Let's Encrypt has it.
fn by_lifetime(issued: &Issued, now: Timestamp) -> (Timestamp, Timestamp) {
    let (from, until) = (issued.not_before.as_second(), issued.not_after.as_second());
    let (ideal, margin) = (until - (until - from) / 3, (until - from) / 100);
    match issued.revoked {
        Some(_) => (issued.not_before, now),
        None => (moment(ideal - margin), moment(ideal + margin)),
    }
}

fn moment(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap_or(Timestamp::MAX)
}

fn window((start, end): (Timestamp, Timestamp), explanation: Option<String>) -> Response {
    let mut document = json!({ "suggestedWindow": { "start": start, "end": end } });
    if let Some(url) = explanation {
        document["explanationURL"] = url.into();
    }
    json_response(StatusCode::OK, &document)
}

/// The certificate that a new order is to replace (section 5): the account's own, for one of these names at least,
/// and not replaced by an order that may still come to something.
pub(super) fn replaced(
    ca: &Shared,
    account: usize,
    names: &[String],
    given: &Value,
) -> Result<Option<String>, Problem> {
    if given.is_null() {
        return Ok(None);
    }
    let id = given.as_str().ok_or_else(|| Problem::malformed("replaces is no identifier of a certificate"))?;
    let manners = ca.manners().clone();
    let state = ca.state();
    let certificate = &state.certificates[position(&state, id)?];
    if certificate.account != account {
        return Err(Problem::new(403, "unauthorized", "The replaced certificate belongs to another account"));
    }
    if !certificate.issued.names.iter().any(|name| names.contains(name)) {
        return Err(Problem::malformed("The replaced certificate has none of these names"));
    }
    let mut orders = state.orders.iter().filter(|order| order.replaces.as_deref() == Some(id));
    if orders.any(|order| state.order_status(order, &manners) != "invalid") {
        return Err(Problem::new(409, "alreadyReplaced", "Another order replaces this certificate"));
    }
    Ok(Some(id.to_owned()))
}
