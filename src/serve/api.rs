//! `/register`, `/update` and `/health`, octet for octet as acme-dns answers.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, Extension, State};
use axum::response::Response;
use axum::routing::{any, get, post};
use base64::prelude::{BASE64_STANDARD, Engine};
use http::{HeaderMap, StatusCode, header};
use uuid::Uuid;

use super::Shared;
use super::http::Peer;
use super::requests::{self, Networks, Refusal};

const MAX_BODY: usize = 64 * 1024;

pub(super) fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/register", post(register).fallback(not_allowed_but_post))
        .route("/update", post(update).fallback(not_allowed_but_post))
        .route("/update/", any(|| async { moved() }))
        .route("/health", get(|| async { StatusCode::OK }).fallback(not_allowed_but_get))
        .fallback(|| async { not_found() })
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .with_state(shared)
}

async fn register(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Bytes) -> Response {
    let (failure, disabled, basic) = {
        let mut manners = shared.manners();
        (manners.fail_next.pop_front(), manners.registration_disabled, manners.basic.clone())
    };
    if let Some(failure) = failure.filter(|failure| !failure.is_after()) {
        return failure.answer().await;
    }
    if disabled {
        return not_found();
    }
    if basic.is_some_and(|(user, key)| !has_basic(&headers, &user, key.expose())) {
        return refused(Refusal::Forbidden);
    }
    let answer = match requests::networks(&body) {
        Ok(networks) => registered(&shared, networks),
        Err(refusal) => refused(refusal),
    };
    match failure {
        Some(failure) => failure.spoil(answer).await,
        None => answer,
    }
}

fn registered(shared: &Shared, networks: Networks) -> Response {
    let made = shared.records.register(networks.parsed);
    let allow = serde_json::Value::from(networks.echoed);
    let (username, password, subdomain, zone) =
        (made.username, made.password.expose(), made.subdomain, shared.zone.apex());
    json(
        StatusCode::CREATED,
        format!(
            r#"{{"username":"{username}","password":"{password}","fulldomain":"{subdomain}.{zone}","subdomain":"{subdomain}","allowfrom":{allow}}}"#
        ),
    )
}

async fn update(
    State(shared): State<Arc<Shared>>,
    Extension(Peer(peer)): Extension<Peer>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let (failure, forbidden, delay) = {
        let mut manners = shared.manners();
        let failure = manners.fail_next.pop_front().or_else(|| manners.fail_next_update.pop_front());
        (failure, manners.forbid_updates, manners.dns_delay)
    };
    if let Some(failure) = failure.filter(|failure| !failure.is_after()) {
        return failure.answer().await;
    }
    // Authorization is judged before the value is looked at.
    let (subdomain, txt) = requests::update(&body);
    let (user, key) = (text(&headers, "x-api-user"), text(&headers, "x-api-key"));
    let known = Uuid::try_parse(user).is_ok_and(|user| shared.records.authorizes(user, key, &subdomain, peer.ip()));
    if forbidden || !known {
        return refused(Refusal::Forbidden);
    }
    let answer = match requests::value(&txt) {
        Ok(value) => {
            shared.records.update(&subdomain, value, delay);
            updated(&shared, value)
        }
        Err(refusal) => refused(refusal),
    };
    match failure {
        Some(failure) => failure.spoil(answer).await,
        None => answer,
    }
}

fn updated(shared: &Shared, value: &str) -> Response {
    let delay = shared.manners().propagation_delay_seconds;
    let delay = delay.map(|seconds| format!(", \"propagationDelaySeconds\": {seconds}")).unwrap_or_default();
    json(StatusCode::OK, format!("{{\"txt\": \"{value}\"{delay}}}"))
}

fn refused(refusal: Refusal) -> Response {
    let status = StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::BAD_REQUEST);
    json(status, format!("{{\"error\": \"{}\"}}", refusal.word()))
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn has_basic(headers: &HeaderMap, user: &str, key: &str) -> bool {
    let encoded = text(headers, "authorization").strip_prefix("Basic ").unwrap_or_default();
    let decoded = BASE64_STANDARD.decode(encoded).unwrap_or_default();
    aws_lc_rs::constant_time::verify_slices_are_equal(&decoded, format!("{user}:{key}").as_bytes()).is_ok()
}

fn json(status: StatusCode, body: String) -> Response {
    let builder = Response::builder().status(status).header(header::CONTENT_TYPE, "application/json");
    built(builder.header(header::VARY, "Origin"), body)
}

fn moved() -> Response {
    built(Response::builder().status(StatusCode::TEMPORARY_REDIRECT).header(header::LOCATION, "/update"), "")
}

fn not_found() -> Response {
    let builder =
        Response::builder().status(StatusCode::NOT_FOUND).header(header::CONTENT_TYPE, "text/plain; charset=utf-8");
    built(builder, "404 page not found\n")
}

async fn not_allowed_but_post() -> Response {
    not_allowed("OPTIONS, POST")
}

async fn not_allowed_but_get() -> Response {
    not_allowed("GET, OPTIONS")
}

fn not_allowed(allow: &'static str) -> Response {
    let builder = Response::builder().status(StatusCode::METHOD_NOT_ALLOWED).header(header::ALLOW, allow);
    built(builder.header(header::CONTENT_TYPE, "text/plain; charset=utf-8"), "Method Not Allowed\n")
}

fn built(builder: http::response::Builder, body: impl Into<Body>) -> Response {
    builder.body(body.into()).expect("constant headers make a response")
}
