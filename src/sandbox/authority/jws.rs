//! Signed requests (RFC 8555 section 6.2): taken apart, and the signature really verified.

use aws_lc_rs::hmac;
use base64::prelude::{BASE64_URL_SAFE_NO_PAD as BASE64URL, Engine};
use serde::Deserialize;
use serde_json::{Value, json};

use super::keys;
use super::problem::Problem;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Flattened {
    protected: String,
    payload: String,
    signature: String,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    nonce: Option<String>,
    url: String,
    jwk: Option<Value>,
    kid: Option<String>,
}

/// A request before its signature is verified.
pub(super) struct Signed {
    header: Header,
    message: String,
    signature: Vec<u8>,
    payload: Vec<u8>,
}

/// Who says to have signed.
pub(super) enum By {
    Key(Value),
    Account(String),
}

impl Signed {
    pub(super) fn parse(body: &[u8]) -> Result<Signed, Problem> {
        let parts = serde_json::from_slice(body);
        Signed::taken_apart(&parts.map_err(|_| Problem::malformed("The body is no flattened JWS"))?)
    }

    /// A JWS inside of a payload.
    pub(super) fn embedded(document: &Value) -> Result<Signed, Problem> {
        let parts = Flattened::deserialize(document);
        Signed::taken_apart(&parts.map_err(|_| Problem::malformed("The inner part is no flattened JWS"))?)
    }

    fn taken_apart(parts: &Flattened) -> Result<Signed, Problem> {
        let header = decode(&parts.protected)?;
        let header =
            serde_json::from_slice(&header).map_err(|_| Problem::malformed("The protected header is incomplete"))?;
        let message = format!("{}.{}", parts.protected, parts.payload);
        Ok(Signed { header, message, signature: decode(&parts.signature)?, payload: decode(&parts.payload)? })
    }

    /// The signer; just one of `jwk` and `kid` must be there.
    pub(super) fn by(&self) -> Result<By, Problem> {
        match (&self.header.jwk, &self.header.kid) {
            (Some(jwk), None) => Ok(By::Key(jwk.clone())),
            (None, Some(kid)) => Ok(By::Account(kid.clone())),
            _ => Err(Problem::malformed("The header needs jwk or kid, and not both")),
        }
    }

    /// Checks URL and signature with the signer's public key.
    pub(super) fn verify(&self, jwk: &Value, url: &str, algorithms: &[&str]) -> Result<(), Problem> {
        if self.header.url != url {
            return Err(Problem::new(401, "unauthorized", format!("The request is signed for another URL than {url}")));
        }
        self.verify_key(jwk, algorithms)
    }

    /// Checks the signature with the signer's public key.
    pub(super) fn verify_key(&self, jwk: &Value, algorithms: &[&str]) -> Result<(), Problem> {
        if !algorithms.contains(&self.header.alg.as_str()) {
            let problem = Problem::new(400, "badSignatureAlgorithm", format!("{} is not supported", self.header.alg));
            return Err(problem.with("algorithms", json!(algorithms)));
        }
        keys::verify(&self.header.alg, jwk, self.message.as_bytes(), &self.signature)
    }

    /// Checks the MAC of an external account binding (RFC 8555 section 7.3.4).
    pub(super) fn verify_mac(&self, key: &[u8]) -> Result<(), Problem> {
        let algorithm = match self.header.alg.as_str() {
            "HS256" => hmac::HMAC_SHA256,
            "HS384" => hmac::HMAC_SHA384,
            "HS512" => hmac::HMAC_SHA512,
            other => return Err(Problem::malformed(format!("{other} is no MAC-based algorithm"))),
        };
        let verified = hmac::verify(&hmac::Key::new(algorithm, key), self.message.as_bytes(), &self.signature);
        verified.map_err(|_| Problem::new(403, "unauthorized", "The MAC does not fit the key of the external account"))
    }

    /// Which key a MAC is made with.
    pub(super) fn key_id(&self) -> Result<String, Problem> {
        match self.by()? {
            By::Account(kid) => Ok(kid),
            By::Key(_) => Err(Problem::malformed("The binding names its key with kid")),
        }
    }

    pub(super) fn url(&self) -> &str {
        &self.header.url
    }

    pub(super) fn nonce(&self) -> Option<&str> {
        self.header.nonce.as_deref()
    }

    /// `None` for a POST-as-GET (section 6.3).
    pub(super) fn payload(&self) -> Result<Option<Value>, Problem> {
        if self.payload.is_empty() {
            return Ok(None);
        }
        let payload =
            serde_json::from_slice(&self.payload).map_err(|_| Problem::malformed("The payload is not JSON"))?;
        Ok(Some(payload))
    }
}

pub(super) fn decode(text: &str) -> Result<Vec<u8>, Problem> {
    BASE64URL.decode(text).map_err(|_| Problem::malformed("A part is not base64url"))
}
