//! Public keys as JWK (RFC 7518 section 6, RFC 8037 section 2): what they signed, and how they are known.

use aws_lc_rs::digest;
use aws_lc_rs::signature::{self, RsaPublicKeyComponents, UnparsedPublicKey, VerificationAlgorithm};
use base64::prelude::{BASE64_URL_SAFE_NO_PAD as BASE64URL, Engine};
use serde_json::Value;
use x509_parser::public_key::PublicKey;
use x509_parser::x509::SubjectPublicKeyInfo;

use super::jws::decode;
use super::problem::Problem;

/// What requests may be signed with.
pub(super) const ALGORITHMS: [&str; 4] = ["ES256", "ES384", "RS256", "EdDSA"];

const RSA_BYTES: std::ops::RangeInclusive<usize> = 256..=512;
/// RFC 8410 section 3.
const ED25519: &str = "1.3.101.112";

/// A message was signed by the key, which is fit for the algorithm.
pub(super) fn verify(algorithm: &str, jwk: &Value, message: &[u8], signature: &[u8]) -> Result<(), Problem> {
    let verified = match algorithm {
        "ES256" => {
            unparsed(&signature::ECDSA_P256_SHA256_FIXED, point(jwk, algorithm, "P-256", 32)?, message, signature)
        }
        "ES384" => {
            unparsed(&signature::ECDSA_P384_SHA384_FIXED, point(jwk, algorithm, "P-384", 48)?, message, signature)
        }
        "EdDSA" => unparsed(&signature::ED25519, edwards(jwk)?, message, signature),
        _ => rsa(jwk)?.verify(&signature::RSA_PKCS1_2048_8192_SHA256, message, signature).is_ok(),
    };
    if verified { Ok(()) } else { Err(Problem::malformed("The signature does not fit the key")) }
}

fn unparsed(algorithm: &'static dyn VerificationAlgorithm, key: Vec<u8>, message: &[u8], signature: &[u8]) -> bool {
    UnparsedPublicKey::new(algorithm, key).verify(message, signature).is_ok()
}

/// The curve is part of the thumbprint: a key that lies about it would have a second account.
fn point(jwk: &Value, algorithm: &str, curve: &str, length: usize) -> Result<Vec<u8>, Problem> {
    if jwk["kty"] != "EC" || jwk["crv"] != curve {
        return Err(bad(format!("{algorithm} needs a key of the curve {curve}")));
    }
    let (x, y) = (member(jwk, "x")?, member(jwk, "y")?);
    if x.len() != length || y.len() != length {
        return Err(bad(format!("The coordinates of {curve} have {length} octets")));
    }
    Ok([vec![4], x, y].concat())
}

fn edwards(jwk: &Value) -> Result<Vec<u8>, Problem> {
    if jwk["kty"] != "OKP" || jwk["crv"] != "Ed25519" {
        return Err(bad("EdDSA needs a key of the curve Ed25519"));
    }
    member(jwk, "x")
}

fn rsa(jwk: &Value) -> Result<RsaPublicKeyComponents<Vec<u8>>, Problem> {
    if jwk["kty"] != "RSA" {
        return Err(bad("RS256 needs an RSA key"));
    }
    let (n, e) = (member(jwk, "n")?, member(jwk, "e")?);
    // RFC 7518 section 6.3.1: no leading zeros, so that a key has one thumbprint.
    if n.first().is_none_or(|octet| *octet == 0) || e.first().is_none_or(|octet| *octet == 0) {
        return Err(bad("The numbers of an RSA key do not begin with zeros"));
    }
    if !RSA_BYTES.contains(&n.len()) {
        return Err(bad("RSA keys have 2048 to 4096 bits"));
    }
    Ok(RsaPublicKeyComponents { n, e })
}

/// The key's thumbprint (RFC 7638), by which an account is known.
pub(super) fn thumbprint(jwk: &Value) -> Result<String, Problem> {
    let members: &[&str] = match jwk["kty"].as_str() {
        Some("EC") => &["crv", "kty", "x", "y"],
        Some("RSA") => &["e", "kty", "n"],
        Some("OKP") => &["crv", "kty", "x"],
        _ => return Err(bad("The key is of no supported type")),
    };
    let canonical: serde_json::Map<String, Value> =
        members.iter().map(|name| ((*name).to_owned(), jwk[*name].clone())).collect();
    let text = Value::Object(canonical).to_string();
    Ok(BASE64URL.encode(digest::digest(&digest::SHA256, text.as_bytes())))
}

/// Whether a CSR or certificate holds this very key.
pub(super) fn is_same(info: &SubjectPublicKeyInfo, jwk: &Value) -> bool {
    let number = |name: &str| member(jwk, name).unwrap_or_default();
    match info.parsed() {
        Ok(PublicKey::EC(point)) => point.data() == [vec![4], number("x"), number("y")].concat(),
        // DER puts a zero before a high bit, JWK does not.
        Ok(PublicKey::RSA(rsa)) => rsa.modulus.strip_prefix(&[0]).unwrap_or(rsa.modulus) == number("n"),
        _ => info.algorithm.algorithm.to_id_string() == ED25519 && info.subject_public_key.data == number("x"),
    }
}

fn member(jwk: &Value, name: &str) -> Result<Vec<u8>, Problem> {
    decode(jwk[name].as_str().ok_or_else(|| bad(format!("The key lacks {name}")))?)
}

fn bad(detail: impl Into<String>) -> Problem {
    Problem::new(400, "badPublicKey", detail)
}
