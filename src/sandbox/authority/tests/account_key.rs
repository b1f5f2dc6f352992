//! Account keys of every kind, and what they sign.

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, EcdsaSigningAlgorithm,
    Ed25519KeyPair, KeyPair as _, RSA_PKCS1_SHA256, RsaKeyPair,
};
use base64::prelude::{BASE64_URL_SAFE_NO_PAD as BASE64URL, Engine};
use rcgen::KeyPair;
use serde_json::{Value, json};

/// An account key.
#[derive(Clone)]
pub struct Key {
    pub algorithm: &'static str,
    pkcs8: Vec<u8>,
    pub jwk: Value,
    /// Members in order and without blanks (RFC 7638 section 3).
    canonical: String,
}

impl Key {
    pub fn es256() -> Key {
        Key::elliptic("ES256", "P-256", &ECDSA_P256_SHA256_FIXED_SIGNING)
    }

    pub fn es384() -> Key {
        Key::elliptic("ES384", "P-384", &ECDSA_P384_SHA384_FIXED_SIGNING)
    }

    pub fn ed25519() -> Key {
        let pkcs8 = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap().as_ref().to_vec();
        let pair = Ed25519KeyPair::from_pkcs8(&pkcs8).unwrap();
        let canonical = format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{}"}}"#, BASE64URL.encode(pair.public_key()));
        Key { algorithm: "EdDSA", pkcs8, jwk: canonical.parse().unwrap(), canonical }
    }

    pub fn rs256() -> Key {
        Key::rsa(KeySize::Rsa2048)
    }

    pub fn rsa(size: KeySize) -> Key {
        let pair = RsaKeyPair::generate(size).unwrap();
        let pkcs8: Pkcs8V1Der = pair.as_der().unwrap();
        let n = BASE64URL.encode(pair.public_key().modulus().big_endian_without_leading_zero());
        let e = BASE64URL.encode(pair.public_key().exponent().big_endian_without_leading_zero());
        let canonical = format!(r#"{{"e":"{e}","kty":"RSA","n":"{n}"}}"#);
        Key { algorithm: "RS256", pkcs8: pkcs8.as_ref().to_vec(), jwk: canonical.parse().unwrap(), canonical }
    }

    fn elliptic(algorithm: &'static str, curve: &str, signing: &'static EcdsaSigningAlgorithm) -> Key {
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(signing, &SystemRandom::new()).unwrap().as_ref().to_vec();
        let pair = EcdsaKeyPair::from_pkcs8(signing, &pkcs8).unwrap();
        let coordinates = &pair.public_key().as_ref()[1..];
        let (x, y) = coordinates.split_at(coordinates.len() / 2);
        let (x, y) = (BASE64URL.encode(x), BASE64URL.encode(y));
        let canonical = format!(r#"{{"crv":"{curve}","kty":"EC","x":"{x}","y":"{y}"}}"#);
        Key { algorithm, pkcs8, jwk: canonical.parse().unwrap(), canonical }
    }

    /// The same key, for certificates.
    pub fn pair(&self) -> KeyPair {
        KeyPair::try_from(self.pkcs8.as_slice()).unwrap()
    }

    /// A flattened JWS (RFC 7515 section 7.2.2).
    pub fn signed(&self, protected: &Value, payload: &str) -> Value {
        let (protected, payload) = (BASE64URL.encode(protected.to_string()), BASE64URL.encode(payload));
        let signature = BASE64URL.encode(self.sign(format!("{protected}.{payload}").as_bytes()));
        json!({ "protected": protected, "payload": payload, "signature": signature })
    }

    fn sign(&self, message: &[u8]) -> Vec<u8> {
        let random = SystemRandom::new();
        let elliptic = |signing| {
            let pair = EcdsaKeyPair::from_pkcs8(signing, &self.pkcs8).unwrap();
            pair.sign(&random, message).unwrap().as_ref().to_vec()
        };
        match self.algorithm {
            "ES256" => elliptic(&ECDSA_P256_SHA256_FIXED_SIGNING),
            "ES384" => elliptic(&ECDSA_P384_SHA384_FIXED_SIGNING),
            "EdDSA" => Ed25519KeyPair::from_pkcs8(&self.pkcs8).unwrap().sign(message).as_ref().to_vec(),
            _ => {
                let pair = RsaKeyPair::from_pkcs8(&self.pkcs8).unwrap();
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(&RSA_PKCS1_SHA256, &random, message, &mut signature).unwrap();
                signature
            }
        }
    }

    /// The key's thumbprint (RFC 7638).
    pub fn thumbprint(&self) -> String {
        BASE64URL.encode(digest(&SHA256, self.canonical.as_bytes()))
    }
}
