//! Speaks to acme-dns servers: register a name, publish a value.

use std::time::Duration;

use backon::{ExponentialBuilder, Retryable};
use base64::prelude::{BASE64_STANDARD, Engine};
use bytes::Bytes;
use http::{HeaderValue, StatusCode, header};
use jiff::Timestamp;
use serde::Serialize;
use url::Url;

use super::error::{Asked, refusal, without_key};
use super::protocol::{ErrorReply, RegisterBody, RegisterReply, UpdateBody, UpdateReply};
use super::{AcmeDnsError, Basic, Registration, Server};
use crate::http::{Http, HttpError, Reply, Request, ShownAs, host_of};
use crate::identifier::DnsName;

/// A value that validates nothing, in the shape that acme-dns wants (43 characters of the base64url alphabet).
pub const PLACEHOLDER: &str = "certdns-placeholder-value-validates-nothing";

/// Another one: in both slots of a registration that several machines share, it tells them that no order is under way.
pub const RELEASED: &str = "certdns-placeholder-shared-free-for-orders-";

/// Whether a value validates nothing, whoever published it.
#[must_use]
pub fn is_placeholder(value: &str) -> bool {
    value == PLACEHOLDER || value == RELEASED
}

/// A client for every acme-dns server; each call names its own.
#[derive(Clone)]
pub struct Client {
    http: Http,
}

/// A value is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Updated {
    /// How long the service wants to be given before the challenge is looked at; zero when it did not say.
    pub propagation_delay: Duration,
}

impl Client {
    #[must_use]
    pub fn new(http: Http) -> Client {
        Client { http }
    }

    /// Registers at a server. The answer holds a password that is shown this once: save it before anything else.
    ///
    /// # Errors
    /// [`AcmeDnsError`]. After a lost answer nothing is asked twice: each `/register` makes another registration.
    pub async fn register(
        &self,
        server: &Server,
        subject: &DnsName,
        allow_from: &[String],
    ) -> Result<Registration, AcmeDnsError> {
        let subject = server.is_certify().then(|| subject.as_str());
        let mut request = post(server.base(), "register", &RegisterBody { allowfrom: allow_from, subject });
        if let Some(basic) = server.basic() {
            request.headers_mut().insert(header::AUTHORIZATION, authorization(basic));
        }
        let asked = Asked::Register { certify: server.is_certify(), credentials: server.basic().is_some() };
        let reply = self.ask(server.to_string(), server.base(), request, &asked).await?;
        let parsed = serde_json::from_slice::<RegisterReply>(&reply.body).ok();
        let registration = parsed.and_then(|parsed| parsed.registration(server, allow_from, Timestamp::now()));
        // The excerpt of such an answer could hold a password: it is not shown.
        registration.ok_or_else(|| AcmeDnsError::NotAcmeDns {
            server: server.to_string(),
            status: reply.status,
            said: format!("{} octets that are no registration", reply.body.len()),
        })
    }

    /// Publishes a value under the registration, with the registration's own credentials at its own server.
    ///
    /// # Errors
    /// [`AcmeDnsError`]. After [`AcmeDnsError::NoAnswer`] the value may be there or not: look before asking again,
    /// for publishing a value twice pushes the other one out.
    pub async fn update(&self, registration: &Registration, value: &str) -> Result<Updated, AcmeDnsError> {
        let server = host_of(registration.server.as_str());
        let request = update_request(registration, value);
        let restricted = !registration.allow_from.is_empty();
        let asked = Asked::Update { fulldomain: &registration.fulldomain, restricted };
        let reply = self.ask(server.clone(), &registration.server, request, &asked).await?;
        match serde_json::from_slice::<UpdateReply>(&reply.body) {
            Ok(parsed) => Ok(Updated { propagation_delay: parsed.propagation_delay() }),
            Err(_) => Err(AcmeDnsError::NotAcmeDns {
                server,
                status: reply.status,
                said: without_key(&registration.server, reply.excerpt()),
            }),
        }
    }

    /// Whether an acme-dns server takes the credentials, found out without changing a value: it judges them before the
    /// value, and this one is none. `false` where it says neither.
    ///
    /// # Errors
    /// [`AcmeDnsError::UpdateForbidden`] where it does not take them, and whatever keeps it from answering.
    pub async fn accepts(&self, registration: &Registration) -> Result<bool, AcmeDnsError> {
        let server = host_of(registration.server.as_str());
        let reply = self.http.send(update_request(registration, "")).await;
        let reply = reply.map_err(|source| AcmeDnsError::NoAnswer { server: server.clone(), source })?;
        match reply.status {
            StatusCode::BAD_REQUEST => {
                Ok(serde_json::from_slice::<ErrorReply>(&reply.body).is_ok_and(|said| said.error == "bad_txt"))
            }
            status if status.is_success() => Ok(false),
            _ => {
                let restricted = !registration.allow_from.is_empty();
                let asked = Asked::Update { fulldomain: &registration.fulldomain, restricted };
                Err(refusal(server, &registration.server, &asked, &reply, Timestamp::now()))
            }
        }
    }

    /// Asks, and once more when the server cannot have heard it: it was not reached, or said that it is busy.
    async fn ask(
        &self,
        server: String,
        base: &Url,
        request: Request,
        asked: &Asked<'_>,
    ) -> Result<Reply, AcmeDnsError> {
        let pauses = ExponentialBuilder::default().with_min_delay(Duration::from_millis(200)).with_max_times(3);
        let attempt = || async {
            let reply = self.http.send(request.clone()).await;
            let reply = reply.map_err(|source| AcmeDnsError::NoAnswer { server: server.clone(), source })?;
            match reply.status {
                StatusCode::OK | StatusCode::CREATED => Ok(reply),
                _ => Err(refusal(server.clone(), base, asked, &reply, Timestamp::now())),
            }
        };
        attempt.retry(pauses.with_jitter()).when(was_not_heard).await
    }
}

fn was_not_heard(error: &AcmeDnsError) -> bool {
    match error {
        AcmeDnsError::NoAnswer { source, .. } => matches!(source, HttpError::Connect { .. }),
        AcmeDnsError::Unavailable { status, until, .. } => {
            *status == StatusCode::SERVICE_UNAVAILABLE && until.is_none()
        }
        _ => false,
    }
}

fn update_request(registration: &Registration, value: &str) -> Request {
    let body = UpdateBody { subdomain: &registration.subdomain, txt: value };
    let mut request = post(&registration.server, "update", &body);
    request.headers_mut().insert("X-Api-User", secret_header(&registration.username));
    request.headers_mut().insert("X-Api-Key", secret_header(registration.password.expose()));
    request
}

fn post(base: &Url, path: &str, body: &impl Serialize) -> Request {
    let url = format!("{base}{path}");
    let body = serde_json::to_vec(body).expect("these bodies hold only strings");
    let request = http::Request::builder().method("POST").header(header::CONTENT_TYPE, "application/json");
    // The path of a base URL can be a key of its own (`https://host/KEY/`), so logs show only what is asked.
    let shown = ShownAs(format!("{}://{}/{path}", base.scheme(), host_of(base.as_str())));
    let request = request.uri(url).extension(shown).body(Bytes::from(body));
    request.expect("a parsed URL and constant headers make a request")
}

fn authorization(basic: &Basic) -> HeaderValue {
    let pair = zeroize::Zeroizing::new(format!("{}:{}", basic.user, basic.key.expose()));
    secret_header(&format!("Basic {}", BASE64_STANDARD.encode(pair.as_bytes())))
}

/// Credentials are checked when a registration is read, so they fit into a header.
fn secret_header(text: &str) -> HeaderValue {
    let mut value = HeaderValue::from_str(text).unwrap_or_else(|_| HeaderValue::from_static(""));
    value.set_sensitive(true);
    value
}
