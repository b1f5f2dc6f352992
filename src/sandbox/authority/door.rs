//! Takes requests in: bad manners first, then the signature, then the object that is asked for.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::response::Response;
use http::{HeaderMap, Method, StatusCode, Uri, header};
use rand::RngExt;
use serde_json::Value;
use uuid::Uuid;

use super::jws::{By, Signed};
use super::keys::thumbprint;
use super::problem::Problem;
use super::replies::{directory, json_response, link, no_content};
use super::{Shared, accounts, authorizations, certificates, finalizing, key_change, orders, renewal_info, revocation};
use crate::sandbox::Stage;
use crate::sandbox::issuer::Chain;
use crate::serve::Failure;

const MAX_BODY: usize = 128 * 1024;
const GATHERING_LIMIT: Duration = Duration::from_secs(5);

/// A request whose signature is good.
pub(super) struct Asked {
    /// `None` for a request that is signed by a key without an account.
    pub account: Option<usize>,
    pub jwk: Value,
    pub thumbprint: String,
    /// What stands behind `?` in the URL.
    query: String,
    /// `None` for a POST-as-GET.
    pub payload: Option<Value>,
}

impl Asked {
    /// The account that asks.
    pub(super) fn account(&self) -> Result<usize, Problem> {
        self.account.ok_or_else(|| Problem::malformed("This request must be signed by an account"))
    }

    /// Where in a list to go on.
    pub(super) fn cursor(&self) -> usize {
        self.query.strip_prefix("cursor=").and_then(|cursor| cursor.parse().ok()).unwrap_or_default()
    }
}

/// Every request comes in here.
pub(super) async fn answer(State(ca): State<Arc<Shared>>, request: Request) -> Response {
    let stage = Stage::of(request.uri().path());
    let failure = failure(&ca, stage);
    if let Some(failure) = failure.filter(|failure| !failure.is_after()) {
        return failure.answer().await;
    }
    let response = right_answer(&ca, request, stage).await;
    let lost = response.status().is_success() && lost(&ca, stage);
    match failure.or(lost.then_some(Failure::ResetAfter)) {
        Some(failure) => failure.spoil(response).await,
        None => response,
    }
}

/// The next spoiled answer that is meant for this kind of request.
fn failure(ca: &Shared, stage: Stage) -> Option<Failure> {
    let failures = &mut ca.manners().fail_next;
    let position = failures.iter().position(|(meant, _)| *meant == stage)?;
    failures.remove(position).map(|(_, failure)| failure)
}

/// Whether the answer to this kind of request is to be lost.
fn lost(ca: &Shared, stage: Stage) -> bool {
    let lost = &mut ca.manners().lose_answers;
    let position = lost.iter().position(|meant| *meant == stage);
    position.and_then(|position| lost.remove(position)).is_some()
}

/// The next problem that is meant for this kind of request.
fn refusal(ca: &Shared, stage: Stage) -> Result<(), Problem> {
    let refusals = &mut ca.manners().refuse_next;
    let position = refusals.iter().position(|(meant, _)| *meant == stage);
    let refusal = position.and_then(|position| refusals.remove(position));
    refusal.map_or(Ok(()), |(_, problem)| Err(problem))
}

async fn right_answer(ca: &Arc<Shared>, request: Request, stage: Stage) -> Response {
    let (parts, body) = request.into_parts();
    if !parts.headers.contains_key(header::USER_AGENT) {
        let refused = Problem::malformed("A User-Agent is needed (RFC 8555 section 6.1)").response();
        return with_nonce(ca, with_index(ca, refused));
    }
    if parts.method != Method::POST
        && let Err(problem) = refusal(ca, stage)
    {
        return with_index(ca, problem.response());
    }
    match (parts.method, parts.uri.path()) {
        (Method::GET, "/directory") => json_response(StatusCode::OK, &directory(ca)),
        (Method::GET, path) if path.starts_with("/renewal-info/") => renewal_info::look(ca, path),
        (Method::GET, "/terms" | "/terms/agreement") => Response::new(Body::from("There are no terms here.\n")),
        (Method::HEAD, "/nonce") => with_nonce(ca, with_index(ca, Response::new(Body::empty()))),
        (Method::GET, "/nonce") => with_nonce(ca, with_index(ca, no_content())),
        (Method::POST, _) => {
            let result = match gather(ca, stage).await {
                Ok(()) => posted(ca, &parts.uri, &parts.headers, body).await,
                Err(problem) => Err(problem),
            };
            let response = result.unwrap_or_else(|problem| problem.response());
            with_nonce(ca, with_index(ca, response))
        }
        _ => Problem::new(405, "malformed", "Objects are read with POST (RFC 8555 section 6.3)").response(),
    }
}

/// Holds a request of a wave back until as many as the manners want have come: who asks one after the other never
/// gets through.
async fn gather(ca: &Shared, stage: Stage) -> Result<(), Problem> {
    let wanted = ca.manners().gather;
    if wanted < 2 || !matches!(stage, Stage::Authorization | Stage::Challenge) {
        return Ok(());
    }
    *ca.arrivals().entry(stage).or_default() += 1;
    let gate = async {
        while ca.arrivals()[&stage] < wanted {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    };
    let opened = tokio::time::timeout(GATHERING_LIMIT, gate).await;
    opened.map_err(|_| Problem::new(500, "serverInternal", "Too few requests came at the same time"))
}

async fn posted(ca: &Arc<Shared>, uri: &Uri, headers: &HeaderMap, body: Body) -> Result<Response, Problem> {
    let json = headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "application/jose+json");
    if !json {
        return Err(Problem::new(415, "malformed", "The content type must be application/jose+json"));
    }
    let body = to_bytes(body, MAX_BODY).await.map_err(|_| Problem::malformed("The body is too long"))?;
    let asked = verified(ca, uri, &body)?;
    refusal(ca, Stage::of(uri.path()))?;
    let segments: Vec<&str> = uri.path().split('/').skip(1).collect();
    match segments.as_slice() {
        // RFC 8555 section 6.3: these two are had both ways.
        ["directory"] => Ok(json_response(StatusCode::OK, &directory(ca))),
        ["nonce"] => Ok(no_content()),
        ["new-account"] => accounts::new(ca, &asked),
        ["account", number] => accounts::account(ca, &asked, index(number)?),
        ["account", number, "orders"] => accounts::orders(ca, &asked, index(number)?),
        ["key-change"] => key_change::change(ca, &asked),
        ["new-order"] => orders::new(ca, &asked),
        ["order", number] => orders::look(ca, &asked, index(number)?),
        ["order", number, "finalize"] => finalizing::finalize(ca, &asked, index(number)?),
        ["authorization", number] => authorizations::authorization(ca, &asked, index(number)?),
        ["challenge", number] => authorizations::challenge(ca, &asked, index(number)?),
        ["certificate", number] => certificates::certificate(ca, &asked, index(number)?, Chain::First),
        ["certificate", number, "alternate"] => certificates::certificate(ca, &asked, index(number)?, Chain::Alternate),
        ["revoke"] => revocation::revoke(ca, &asked),
        _ => Err(Problem::not_found()),
    }
}

/// Numbers count from 1 in URLs.
fn index(number: &str) -> Result<usize, Problem> {
    number.parse::<usize>().ok().and_then(|number| number.checked_sub(1)).ok_or_else(Problem::not_found)
}

/// Checks signature, URL and nonce, in this order.
fn verified(ca: &Shared, uri: &Uri, body: &[u8]) -> Result<Asked, Problem> {
    let signed = Signed::parse(body)?;
    let (account, jwk) = match signed.by()? {
        By::Key(jwk) if matches!(uri.path(), "/new-account" | "/revoke") => (None, jwk),
        By::Key(_) => return Err(Problem::malformed("This request must be signed by an account")),
        By::Account(uri) => {
            let account = known_account(ca, &uri)?;
            (Some(account), ca.state().accounts[account].jwk.clone())
        }
    };
    let algorithms = ca.manners().algorithms.clone();
    signed.verify(&jwk, &ca.url(&uri.to_string()), &algorithms)?;
    spend_nonce(ca, signed.nonce())?;
    account.map_or(Ok(()), |account| accounts::active(ca, account))?;
    let query = uri.query().unwrap_or_default().to_owned();
    Ok(Asked { account, thumbprint: thumbprint(&jwk)?, jwk, query, payload: signed.payload()? })
}

fn known_account(ca: &Shared, uri: &str) -> Result<usize, Problem> {
    let number = uri.strip_prefix(&ca.url("/account/")).and_then(|number| index(number).ok());
    let known = number.filter(|number| *number < ca.state().accounts.len());
    known.ok_or_else(|| Problem::new(400, "accountDoesNotExist", "There is no such account"))
}

/// A nonce is good once; and of good ones a share is rejected, as real CAs do.
fn spend_nonce(ca: &Shared, nonce: Option<&str>) -> Result<(), Problem> {
    let good = nonce.is_some_and(|nonce| ca.state().nonces.remove(nonce));
    let spoiled = rand::rng().random_range(0..100) < ca.manners().bad_nonces;
    if good && !spoiled { Ok(()) } else { Err(Problem::new(400, "badNonce", "This nonce is not good any more")) }
}

fn with_nonce(ca: &Shared, mut response: Response) -> Response {
    let nonce = Uuid::new_v4().simple().to_string();
    if let Ok(value) = nonce.parse() {
        response.headers_mut().insert("replay-nonce", value);
    }
    response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    ca.state().nonces.insert(nonce);
    response
}

fn with_index(ca: &Shared, mut response: Response) -> Response {
    link(&mut response, &ca.url("/directory"), "index");
    response
}
