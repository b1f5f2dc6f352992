//! The parts of answers.

use axum::body::Body;
use axum::response::Response;
use http::{StatusCode, header};
use serde_json::{Value, json};

use super::Shared;

/// RFC 8555 section 7.1.1.
pub(super) fn directory(ca: &Shared) -> Value {
    let manners = ca.manners();
    let mut document = json!({
        "newNonce": ca.url("/nonce"),
        "newAccount": ca.url("/new-account"),
        "newOrder": ca.url("/new-order"),
        "revokeCert": ca.url("/revoke"),
        "keyChange": ca.url("/key-change"),
        "meta": {
            "termsOfService": ca.url("/terms"),
            "website": ca.url("/"),
            "caaIdentities": ["sandbox.test"],
            "externalAccountRequired": manners.external_accounts.required,
        },
    });
    if manners.renewal_info.is_some() {
        document["renewalInfo"] = ca.url("/renewal-info").into();
    }
    if !manners.profiles.is_empty() {
        let each = manners.profiles.iter().map(|profile| (profile.name.clone(), profile.description.clone().into()));
        document["meta"]["profiles"] = Value::Object(each.collect());
    }
    document
}

pub(super) fn no_content() -> Response {
    let builder = Response::builder().status(StatusCode::NO_CONTENT);
    builder.body(Body::empty()).expect("a status makes a response")
}

pub(super) fn json_response(status: StatusCode, document: &Value) -> Response {
    let builder = Response::builder().status(status).header(header::CONTENT_TYPE, "application/json");
    builder.body(Body::from(document.to_string())).expect("constant headers make a response")
}

/// Adds what else there is (RFC 8288).
pub(super) fn link(response: &mut Response, url: &str, relation: &str) {
    if let Ok(link) = format!("<{url}>;rel=\"{relation}\"").parse() {
        response.headers_mut().append(header::LINK, link);
    }
}

/// Adds where the object is.
pub(super) fn at(mut response: Response, location: &str) -> Response {
    if let Ok(location) = location.parse() {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}
