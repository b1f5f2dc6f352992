//! Account keys and what they sign: ES256, ES384, RS256 and EdDSA (RFC 8555 section 6.2, RFC 7518, RFC 8037).

mod jwk;
mod kinds;
mod reading;

use aws_lc_rs::digest;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{self, EcdsaKeyPair, EcdsaSigningAlgorithm, Ed25519KeyPair, KeyPair, RsaKeyPair};
use base64::prelude::{BASE64_URL_SAFE_NO_PAD as BASE64URL, Engine};
use serde_json::{Value, json};
use url::Url;

use super::AcmeError;
use crate::secret::Secret;

pub use kinds::AccountKeyType;

const PEM_LABEL: &str = "PRIVATE KEY";

/// The private key of an ACME account.
pub struct AccountKey {
    pair: Pair,
    pkcs8: Secret,
}

enum Pair {
    P256(EcdsaKeyPair),
    P384(EcdsaKeyPair),
    Rsa(RsaKeyPair),
    Ed25519(Ed25519KeyPair),
}

/// Who signs: a key the CA does not know yet, or an account by its URI (RFC 8555 section 6.2).
#[derive(Clone, Copy)]
pub(super) enum Signer<'a> {
    Account(&'a AccountKey, &'a Url),
    Key(&'a AccountKey),
}

impl AccountKey {
    /// Reads PKCS#8 PEM: P-256, P-384, Ed25519, or RSA of 2048 to 8192 bits.
    ///
    /// # Errors
    /// When the text is no such key.
    pub fn from_pem(text: &Secret) -> Result<AccountKey, AcmeError> {
        let block = pem::parse(text.expose()).map_err(|_| AcmeError::UnusableKey)?;
        if block.tag() != PEM_LABEL {
            return Err(AcmeError::UnusableKey);
        }
        AccountKey::from_pkcs8(block.contents())
    }

    fn from_pkcs8(der: &[u8]) -> Result<AccountKey, AcmeError> {
        let ecdsa = |algorithm: &'static EcdsaSigningAlgorithm| EcdsaKeyPair::from_pkcs8(algorithm, der).ok();
        let pair = ecdsa(&signature::ECDSA_P256_SHA256_FIXED_SIGNING).map(Pair::P256);
        let pair = pair.or_else(|| ecdsa(&signature::ECDSA_P384_SHA384_FIXED_SIGNING).map(Pair::P384));
        let pair = pair.or_else(|| Ed25519KeyPair::from_pkcs8_maybe_unchecked(der).ok().map(Pair::Ed25519));
        let pair = pair.or_else(|| RsaKeyPair::from_pkcs8(der).ok().map(Pair::Rsa));
        let config = pem::EncodeConfig::new().set_line_ending(pem::LineEnding::LF);
        let pkcs8 = Secret::new(pem::encode_config(&pem::Pem::new(PEM_LABEL, der), config));
        Ok(AccountKey { pair: pair.ok_or(AcmeError::UnusableKey)?, pkcs8 })
    }

    /// PKCS#8 PEM.
    #[must_use]
    pub fn to_pem(&self) -> Secret {
        self.pkcs8.clone()
    }

    /// What kind of key it is, for people.
    #[must_use]
    pub fn kind(&self) -> String {
        match &self.pair {
            Pair::P256(_) => "ECDSA P-256".to_owned(),
            Pair::P384(_) => "ECDSA P-384".to_owned(),
            Pair::Rsa(pair) => format!("RSA {}", pair.public_modulus_len() * 8),
            Pair::Ed25519(_) => "Ed25519".to_owned(),
        }
    }

    /// The JWK thumbprint, base64url (RFC 7638).
    #[must_use]
    pub fn thumbprint(&self) -> String {
        // serde_json sorts members by name: what RFC 7638 section 3 asks for.
        BASE64URL.encode(digest::digest(&digest::SHA256, self.jwk().to_string().as_bytes()))
    }

    /// The TXT value that proves control of a name by dns-01 (RFC 8555 section 8.4).
    #[must_use]
    pub fn dns01_value(&self, token: &str) -> String {
        let key_authorization = format!("{token}.{}", self.thumbprint());
        BASE64URL.encode(digest::digest(&digest::SHA256, key_authorization.as_bytes()))
    }

    fn algorithm(&self) -> &'static str {
        match self.pair {
            Pair::P256(_) => "ES256",
            Pair::P384(_) => "ES384",
            Pair::Rsa(_) => "RS256",
            Pair::Ed25519(_) => "EdDSA",
        }
    }

    /// The public key, with just the members that RFC 7638 section 3.2 requires.
    pub(super) fn jwk(&self) -> Value {
        let curve = |name: &str, pair: &EcdsaKeyPair| {
            // An uncompressed point: 0x04, then both coordinates.
            let (x, y) = pair.public_key().as_ref()[1..].split_at((pair.public_key().as_ref().len() - 1) / 2);
            json!({ "kty": "EC", "crv": name, "x": BASE64URL.encode(x), "y": BASE64URL.encode(y) })
        };
        match &self.pair {
            Pair::P256(pair) => curve("P-256", pair),
            Pair::P384(pair) => curve("P-384", pair),
            Pair::Rsa(pair) => {
                let public = pair.public_key();
                let number = |octets: &[u8]| BASE64URL.encode(octets);
                let (n, e) = (public.modulus(), public.exponent());
                json!({ "kty": "RSA", "n": number(n.big_endian_without_leading_zero()), "e": number(e.big_endian_without_leading_zero()) })
            }
            Pair::Ed25519(pair) => {
                json!({ "kty": "OKP", "crv": "Ed25519", "x": BASE64URL.encode(pair.public_key().as_ref()) })
            }
        }
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, AcmeError> {
        let random = SystemRandom::new();
        let crypto = |_| AcmeError::Crypto;
        match &self.pair {
            Pair::P256(pair) | Pair::P384(pair) => {
                pair.sign(&random, message).map(|signature| signature.as_ref().to_vec()).map_err(crypto)
            }
            Pair::Rsa(pair) => {
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(&signature::RSA_PKCS1_SHA256, &random, message, &mut signature).map_err(crypto)?;
                Ok(signature)
            }
            Pair::Ed25519(pair) => Ok(pair.sign(message).as_ref().to_vec()),
        }
    }
}

impl std::fmt::Debug for AccountKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "AccountKey({})", self.kind())
    }
}

/// A signed request, flattened JSON serialisation (RFC 8555 section 6.2). No payload is a POST-as-GET (section 6.3).
pub(super) fn jws(signer: Signer<'_>, nonce: &str, url: &Url, payload: Option<&Value>) -> Result<Vec<u8>, AcmeError> {
    let mut header = json!({ "nonce": nonce, "url": url });
    let key = match signer {
        Signer::Account(key, uri) => {
            header["kid"] = json!(uri);
            key
        }
        Signer::Key(key) => {
            header["jwk"] = key.jwk();
            key
        }
    };
    header["alg"] = json!(key.algorithm());
    let payload = payload.map(Value::to_string).unwrap_or_default();
    Ok(flattened(&header, &payload, |message| key.sign(message))?.to_string().into_bytes())
}

/// A JWS inside of a request: signed by a key that tells itself, without a nonce (RFC 8555 section 7.3.5).
pub(super) fn inner_jws(key: &AccountKey, url: &Url, payload: &Value) -> Result<Value, AcmeError> {
    let header = json!({ "alg": key.algorithm(), "jwk": key.jwk(), "url": url });
    flattened(&header, &payload.to_string(), |message| key.sign(message))
}

/// The flattened serialisation of a JWS (RFC 7515 section 7.2.2).
pub(super) fn flattened(
    header: &Value,
    payload: &str,
    sign: impl FnOnce(&[u8]) -> Result<Vec<u8>, AcmeError>,
) -> Result<Value, AcmeError> {
    let (protected, payload) = (BASE64URL.encode(header.to_string()), BASE64URL.encode(payload));
    let signature = BASE64URL.encode(sign(format!("{protected}.{payload}").as_bytes())?);
    Ok(json!({ "protected": protected, "payload": payload, "signature": signature }))
}

#[cfg(test)]
mod tests {
    use aws_lc_rs::signature::UnparsedPublicKey;

    use super::*;

    #[test]
    fn each_kind_of_key_comes_back_from_its_pem_with_the_same_thumbprint() {
        let kinds = ["ECDSA P-256", "ECDSA P-384", "RSA 2048", "Ed25519"];
        let types =
            [AccountKeyType::EcdsaP256, AccountKeyType::EcdsaP384, AccountKeyType::Rsa2048, AccountKeyType::Ed25519];
        for (key_type, kind) in types.into_iter().zip(kinds) {
            let key = AccountKey::generate(key_type).unwrap();
            let again = AccountKey::from_pem(&key.to_pem()).unwrap();
            assert_eq!((again.thumbprint(), again.kind().as_str()), (key.thumbprint(), kind));
            assert_eq!(key.thumbprint().len(), 43);
        }
    }

    #[test]
    fn a_request_is_signed_over_header_and_payload_with_the_account_as_signer() {
        let key = AccountKey::generate(AccountKeyType::default()).unwrap();
        let url = Url::parse("https://ca.example/acct/1").unwrap();
        let body = jws(Signer::Account(&key, &url), "n1", &url, Some(&json!({}))).unwrap();
        let body: Value = serde_json::from_slice(&body).unwrap();
        let part = |name: &str| body[name].as_str().unwrap().to_owned();
        let header: Value = serde_json::from_slice(&BASE64URL.decode(part("protected")).unwrap()).unwrap();
        assert_eq!(header, json!({ "alg": "ES256", "kid": url, "nonce": "n1", "url": url }));
        let Pair::P256(pair) = &key.pair else { panic!() };
        let public = UnparsedPublicKey::new(&signature::ECDSA_P256_SHA256_FIXED, pair.public_key().as_ref());
        let message = format!("{}.{}", part("protected"), part("payload"));
        public.verify(message.as_bytes(), &BASE64URL.decode(part("signature")).unwrap()).unwrap();
    }

    #[test]
    fn a_post_as_get_has_an_empty_payload_and_a_new_account_brings_its_key() {
        let key = AccountKey::generate(AccountKeyType::Rsa2048).unwrap();
        let url = Url::parse("https://ca.example/new-acct").unwrap();
        let body: Value = serde_json::from_slice(&jws(Signer::Key(&key), "n", &url, None).unwrap()).unwrap();
        assert_eq!(body["payload"], "");
        let header = BASE64URL.decode(body["protected"].as_str().unwrap()).unwrap();
        let header: Value = serde_json::from_slice(&header).unwrap();
        assert_eq!((header["jwk"]["e"].as_str(), header["alg"].as_str()), (Some("AQAB"), Some("RS256")));
    }

    #[test]
    fn a_key_never_shows_in_debug_output() {
        let key = AccountKey::generate(AccountKeyType::Ed25519).unwrap();
        assert_eq!(format!("{key:?}"), "AccountKey(Ed25519)");
    }

    #[test]
    fn the_dns_value_is_that_of_rfc_8555_section_8_4() {
        let key = AccountKey::generate(AccountKeyType::default()).unwrap();
        assert_eq!(key.dns01_value("evaGxfADs6pSRb2LAv9IZf17Dt3juxGJ-PCt92wr-oA").len(), 43);
    }
}
