//! Signed requests (RFC 8555 section 6.2): taken apart, and the signature really verified.

use aws_lc_rs::digest;
use aws_lc_rs::signature::{self, RsaPublicKeyComponents, UnparsedPublicKey};
use base64::prelude::{BASE64_URL_SAFE_NO_PAD as BASE64URL, Engine};
use serde::Deserialize;
use serde_json::{Value, json};

use super::problem::Problem;

const ALGORITHMS: [&str; 3] = ["ES256", "ES384", "RS256"];

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
        let parts: Flattened =
            serde_json::from_slice(body).map_err(|_| Problem::malformed("The body is no flattened JWS"))?;
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
    pub(super) fn verify(&self, jwk: &Value, url: &str) -> Result<(), Problem> {
        if self.header.url != url {
            return Err(Problem::new(401, "unauthorized", format!("The request is signed for another URL than {url}")));
        }
        if !ALGORITHMS.contains(&self.header.alg.as_str()) {
            let problem = Problem::new(400, "badSignatureAlgorithm", format!("{} is not supported", self.header.alg));
            return Err(problem.with("algorithms", json!(ALGORITHMS)));
        }
        check(&self.header.alg, jwk, self.message.as_bytes(), &self.signature)
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

fn check(algorithm: &str, jwk: &Value, message: &[u8], signature: &[u8]) -> Result<(), Problem> {
    let (fixed, curve) = match algorithm {
        "ES256" => (&signature::ECDSA_P256_SHA256_FIXED, "P-256"),
        "ES384" => (&signature::ECDSA_P384_SHA384_FIXED, "P-384"),
        _ => return check_rsa(jwk, message, signature),
    };
    // Part of the thumbprint: a key that lies about its curve would have a second account.
    if jwk["kty"] != "EC" || jwk["crv"] != curve {
        return Err(Problem::new(400, "badPublicKey", format!("{algorithm} needs a key of the curve {curve}")));
    }
    let point = [vec![4], member(jwk, "x")?, member(jwk, "y")?].concat();
    let verified = UnparsedPublicKey::new(fixed, point).verify(message, signature);
    verified.map_err(|_| wrong_signature())
}

fn check_rsa(jwk: &Value, message: &[u8], signature: &[u8]) -> Result<(), Problem> {
    let (n, e) = (member(jwk, "n")?, member(jwk, "e")?);
    let verified = RsaPublicKeyComponents { n, e }.verify(&signature::RSA_PKCS1_2048_8192_SHA256, message, signature);
    verified.map_err(|_| wrong_signature())
}

fn wrong_signature() -> Problem {
    Problem::malformed("The signature does not fit the key")
}

fn member(jwk: &Value, name: &str) -> Result<Vec<u8>, Problem> {
    let text = jwk[name].as_str().ok_or_else(|| Problem::new(400, "badPublicKey", format!("The key lacks {name}")))?;
    decode(text)
}

/// The key's thumbprint (RFC 7638), by which an account is known.
pub(super) fn thumbprint(jwk: &Value) -> Result<String, Problem> {
    let members: &[&str] = match jwk["kty"].as_str() {
        Some("EC") => &["crv", "kty", "x", "y"],
        Some("RSA") => &["e", "kty", "n"],
        _ => return Err(Problem::new(400, "badPublicKey", "The key is of no supported type")),
    };
    let canonical: serde_json::Map<String, Value> =
        members.iter().map(|name| ((*name).to_owned(), jwk[*name].clone())).collect();
    let text = Value::Object(canonical).to_string();
    Ok(BASE64URL.encode(digest::digest(&digest::SHA256, text.as_bytes())))
}

pub(super) fn decode(text: &str) -> Result<Vec<u8>, Problem> {
    BASE64URL.decode(text).map_err(|_| Problem::malformed("A part is not base64url"))
}
