//! Private keys as JWKs (RFC 7517, RFC 7518 section 6, RFC 8037 section 2).

use aws_lc_rs::signature::{self, EcdsaKeyPair, EcdsaSigningAlgorithm, Ed25519KeyPair, RsaKeyPair};
use base64::prelude::{BASE64_URL_SAFE_NO_PAD as BASE64URL, Engine};
use serde::Deserialize;
use zeroize::Zeroizing;

use super::kinds::rsa_pkcs8;
use crate::secret::Secret;

/// The numbers of an RSA key in the order of RFC 8017 appendix A.1.2, by their names in a JWK.
const RSA_MEMBERS: [&str; 8] = ["n", "e", "d", "p", "q", "dp", "dq", "qi"];

type Octets = Zeroizing<Vec<u8>>;

#[derive(Deserialize)]
struct Jwk {
    kty: String,
    crv: Option<String>,
    #[serde(flatten)]
    members: std::collections::BTreeMap<String, Member>,
}

/// A member that matters is text; others may be anything.
#[derive(Deserialize)]
#[serde(untagged)]
enum Member {
    Text(Secret),
    Other(#[allow(dead_code)] serde::de::IgnoredAny),
}

impl Jwk {
    fn octets(&self, name: &str) -> Option<Octets> {
        let Member::Text(text) = self.members.get(name)? else { return None };
        BASE64URL.decode(text.expose().trim_end_matches('=')).ok().map(Zeroizing::new)
    }
}

/// The key of a private JWK as PKCS#8.
pub(super) fn pkcs8(text: &str) -> Option<Octets> {
    let jwk: Jwk = serde_json::from_str(text).ok()?;
    match (jwk.kty.as_str(), jwk.crv.as_deref()) {
        ("RSA", _) => rsa(&jwk),
        ("EC", Some("P-256")) => ecdsa(&jwk, &signature::ECDSA_P256_SHA256_FIXED_SIGNING, 32),
        ("EC", Some("P-384")) => ecdsa(&jwk, &signature::ECDSA_P384_SHA384_FIXED_SIGNING, 48),
        ("OKP", Some("Ed25519")) => edwards(&jwk),
        _ => None,
    }
}

fn rsa(jwk: &Jwk) -> Option<Octets> {
    let numbers: Option<Vec<Octets>> = RSA_MEMBERS.iter().map(|name| jwk.octets(name)).collect();
    let zero = Zeroizing::new(integer(&[]));
    let content = numbers?.iter().fold(zero, |mut content, number| {
        content.extend(Zeroizing::new(integer(number)).iter());
        content
    });
    rsa_pkcs8(&RsaKeyPair::from_der(&Zeroizing::new(tagged(0x30, &content))).ok()?).ok()
}

fn ecdsa(jwk: &Jwk, algorithm: &'static EcdsaSigningAlgorithm, length: usize) -> Option<Octets> {
    let fixed = |name: &str| jwk.octets(name).and_then(|number| padded(&number, length));
    let point = [&[4], fixed("x")?.as_slice(), fixed("y")?.as_slice()].concat();
    let pair = EcdsaKeyPair::from_private_key_and_public_key(algorithm, &fixed("d")?, &point).ok()?;
    Some(Zeroizing::new(pair.to_pkcs8v1().ok()?.as_ref().to_vec()))
}

fn edwards(jwk: &Jwk) -> Option<Octets> {
    let pair = Ed25519KeyPair::from_seed_and_public_key(&jwk.octets("d")?, &jwk.octets("x")?).ok()?;
    Some(Zeroizing::new(pair.to_pkcs8v1().ok()?.as_ref().to_vec()))
}

/// Coordinates have a fixed length (RFC 7518 section 6.2.1.2); some programs leave zeros out.
fn padded(number: &[u8], length: usize) -> Option<Octets> {
    let zeros = length.checked_sub(number.len())?;
    Some(Zeroizing::new([vec![0; zeros].as_slice(), number].concat()))
}

/// A number that is not negative, DER.
fn integer(number: &[u8]) -> Vec<u8> {
    let zeros = number.iter().take_while(|octet| **octet == 0).count();
    let significant = &number[zeros..];
    let sign = significant.first().is_none_or(|octet| *octet > 0x7f);
    tagged(2, &[if sign { &[0][..] } else { &[] }, significant].concat())
}

/// Tag, length, content (X.690 section 8.1.3).
fn tagged(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len().to_be_bytes();
    let length = &length[length.iter().take_while(|octet| **octet == 0).count()..];
    let head = match content.len() {
        short @ 0..=0x7f => vec![tag, u8::try_from(short).unwrap_or_default()],
        _ => [&[tag, 0x80 | u8::try_from(length.len()).unwrap_or_default()], length].concat(),
    };
    [head.as_slice(), content].concat()
}

#[cfg(test)]
mod tests {
    use aws_lc_rs::encoding::{AsBigEndian, EcPrivateKeyBin};
    use serde_json::json;

    use super::*;
    use crate::acme::AccountKeyType;
    use crate::acme::key::{AccountKey, Pair};

    fn read(jwk: &serde_json::Value) -> Option<String> {
        AccountKey::from_pkcs8(&pkcs8(&jwk.to_string())?).ok().map(|key| key.thumbprint())
    }

    #[test]
    fn curves_are_read_with_the_zeros_that_some_programs_leave_out() {
        for key_type in [AccountKeyType::EcdsaP256, AccountKeyType::EcdsaP384] {
            let key = AccountKey::generate(key_type).unwrap();
            let (Pair::P256(pair) | Pair::P384(pair)) = &key.pair else { panic!() };
            let d: EcPrivateKeyBin<'_> = pair.private_key().as_be_bytes().unwrap();
            let short: Vec<u8> = d.as_ref().iter().copied().skip_while(|octet| *octet == 0).collect();
            for d in [d.as_ref(), &short] {
                let mut jwk = key.jwk();
                jwk["d"] = json!(BASE64URL.encode(d));
                jwk["key_ops"] = json!(["sign"]);
                assert_eq!(read(&jwk), Some(key.thumbprint()));
                jwk["x"] = json!(BASE64URL.encode([1; 32]));
                assert_eq!(read(&jwk), None);
            }
        }
    }

    /// The numbers of a PKCS#1 key inside of PKCS#8, read as plainly as can be.
    fn numbers(pkcs8: &[u8]) -> Vec<Vec<u8>> {
        let start = pkcs8.windows(7).position(|at| at[0] == 0x30 && at[1] == 0x82 && at[4..] == [2, 1, 0]);
        // The outer sequence begins alike: it is the second one that holds the numbers.
        let start = 7 + start.unwrap();
        let inner = start + pkcs8[start..].windows(7).position(|at| at[0] == 0x30 && at[4..] == [2, 1, 0]).unwrap() + 7;
        let (mut rest, mut numbers) = (&pkcs8[inner..], Vec::new());
        while let [2, length, ..] = rest {
            let (head, length) = match *length {
                0x81 => (3, usize::from(rest[2])),
                0x82 => (4, usize::from(rest[2]) << 8 | usize::from(rest[3])),
                short => (2, usize::from(short)),
            };
            numbers.push(rest[head..head + length].to_vec());
            rest = &rest[head + length..];
        }
        numbers
    }

    #[test]
    fn an_rsa_key_is_read_from_its_numbers() {
        let key = AccountKey::generate(AccountKeyType::Rsa2048).unwrap();
        let numbers = numbers(pem::parse(key.to_pem().expose()).unwrap().contents());
        assert_eq!(numbers.len(), RSA_MEMBERS.len());
        let mut jwk = json!({ "kty": "RSA", "kid": 7 });
        for (name, number) in RSA_MEMBERS.iter().zip(&numbers) {
            let zeros = number.iter().take_while(|octet| **octet == 0).count();
            jwk[*name] = json!(BASE64URL.encode(&number[zeros..]));
        }
        assert_eq!(read(&jwk), Some(key.thumbprint()));
        jwk["q"] = json!("AQAB");
        assert_eq!(read(&jwk), None);
    }

    #[test]
    fn lengths_are_written_as_der_wants_them() {
        assert_eq!(tagged(2, &[]), [2, 0]);
        assert_eq!(tagged(2, &[7; 128])[..3], [2, 0x81, 128]);
        assert_eq!(tagged(2, &[7; 256])[..4], [2, 0x82, 1, 0]);
        assert_eq!(integer(&[]), [2, 1, 0]);
        assert_eq!(integer(&[0, 0, 0x80]), [2, 2, 0, 0x80]);
    }
}
