//! How an account is made: by instant-acme, through our own HTTP client and nonce pool.

use std::pin::Pin;
use std::sync::Arc;

use bytes::Bytes;
use http::{Method, Response, StatusCode, header};
use http_body_util::{BodyExt, Full};
use instant_acme::{BodyWrapper, BytesResponse, Error, HttpClient};
use serde::Deserialize;
use serde_json::json;
use url::Url;

use super::error::BAD_NONCE;
use super::key::Signer;
use super::wire::Wire;
use super::{AccountKey, AcmeError, Authority, problem};
use crate::http::{HttpError, Reply};

/// instant-acme asks three times itself.
const NONCE_ATTEMPTS: usize = 15;

/// What the CA says about an account (RFC 8555 section 7.1.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    pub uri: Url,
    pub status: String,
    pub contact: Vec<String>,
}

#[derive(Deserialize)]
struct AccountObject {
    status: String,
    #[serde(default)]
    contact: Vec<String>,
}

impl Authority {
    /// Makes an account for the key, or finds the one that is there. The caller has put the key on disk, and has
    /// seen that the terms of service are agreed to.
    ///
    /// # Errors
    /// [`AcmeError`] as the CA has it.
    pub async fn create_account(&self, key: &AccountKey, contact: &[String]) -> Result<Facts, AcmeError> {
        self.wire.prefetch_nonces(1).await?;
        let uri = self.wire.url(&self.account_uri(key).await?)?;
        // instant-acme gives no contacts to an account whose key is known beforehand.
        let update = (!contact.is_empty()).then(|| json!({ "contact": contact }));
        let reply = self.wire.post(Signer::Account(key, &uri), &uri, update.as_ref()).await?;
        let object: AccountObject = self.wire.parse(&reply)?;
        Ok(Facts { uri, status: object.status, contact: object.contact })
    }

    async fn account_uri(&self, key: &AccountKey) -> Result<String, AcmeError> {
        let mut attempts = 0;
        loop {
            let door = Door { wire: self.wire.clone(), directory: self.directory.clone(), raw: self.raw.clone() };
            let builder = instant_acme::Account::builder_with_http(Box::new(door));
            let created = builder.create_from_key(key.for_instant_acme()?, self.directory.to_string()).await;
            attempts += 1;
            match created.map_err(|error| self.explained(error)) {
                Ok((account, _)) => return Ok(account.id().to_owned()),
                Err(error) if error.is(BAD_NONCE) && attempts < NONCE_ATTEMPTS => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// instant-acme's error in our words, where it carries what we said ourselves.
    fn explained(&self, error: Error) -> AcmeError {
        let authority = self.wire.authority.clone();
        match error {
            Error::Api(problem) => {
                let status = problem.status.and_then(|status| StatusCode::from_u16(status).ok());
                AcmeError::Problem {
                    authority,
                    status: status.unwrap_or(StatusCode::BAD_REQUEST),
                    each: problem::each(&problem),
                    problem: Box::new(problem),
                    until: None,
                    see: None,
                }
            }
            Error::Other(source) => match source.downcast::<AcmeError>() {
                Ok(ours) => *ours,
                Err(other) => AcmeError::Creating(Error::Other(other)),
            },
            other => AcmeError::Creating(other),
        }
    }
}

/// Lets instant-acme out through our client: the directory is known already, nonces come from our pool.
struct Door {
    wire: Arc<Wire>,
    directory: Url,
    raw: Bytes,
}

impl HttpClient for Door {
    fn request(
        &self,
        request: http::Request<BodyWrapper<Bytes>>,
    ) -> Pin<Box<dyn Future<Output = Result<BytesResponse, Error>> + Send>> {
        let (wire, directory, raw) = (self.wire.clone(), self.directory.to_string(), self.raw.clone());
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            match parts.method {
                Method::GET if parts.uri == directory.as_str() => answer(Response::builder(), raw),
                Method::HEAD => {
                    let nonce = wire.nonce().await.map_err(ours)?;
                    answer(Response::builder().header("replay-nonce", nonce), Bytes::new())
                }
                _ => forward(&wire, parts, body).await,
            }
        })
    }
}

async fn forward(
    wire: &Wire,
    mut parts: http::request::Parts,
    body: BodyWrapper<Bytes>,
) -> Result<BytesResponse, Error> {
    parts.headers.remove(header::USER_AGENT);
    let body = match body.collect().await {
        Ok(body) => body.to_bytes(),
        Err(never) => match never {},
    };
    let sent = wire.http.send(http::Request::from_parts(parts, body)).await;
    let reply =
        sent.map_err(|source: HttpError| ours(AcmeError::NoAnswer { authority: wire.authority.clone(), source }))?;
    let mut reply = judged(wire, reply)?;
    // Hidden, so that the next nonce is asked for here: one pool serves everybody.
    reply.headers.remove("replay-nonce");
    let mut response = Response::builder().status(reply.status);
    if let Some(headers) = response.headers_mut() {
        *headers = reply.headers;
    }
    answer(response, reply.body)
}

/// instant-acme takes every error body for a problem document; what is none is told here. A problem goes through.
fn judged(wire: &Wire, reply: Reply) -> Result<Reply, Error> {
    let as_it_came = reply.clone();
    match wire.judge(reply) {
        Ok(reply) => Ok(reply),
        Err(error) if error.is(BAD_NONCE) => Ok(as_it_came),
        Err(error) => Err(ours(error)),
    }
}

fn answer(response: http::response::Builder, body: Bytes) -> Result<BytesResponse, Error> {
    Ok(BytesResponse::from(response.body(Full::new(body))?))
}

fn ours(error: AcmeError) -> Error {
    Error::Other(Box::new(error))
}
