//! Account keys as other programs write them: PEM in PKCS#8, SEC 1 or PKCS#1, and private JWKs.

use aws_lc_rs::signature::{self, EcdsaKeyPair, EcdsaSigningAlgorithm, RsaKeyPair};
use zeroize::Zeroizing;

use super::kinds::rsa_pkcs8;
use super::{AccountKey, PEM_LABEL, jwk};
use crate::acme::AcmeError;
use crate::secret::Secret;

/// SEC 1 (RFC 5915), as OpenSSL and Go write it.
const SEC1_LABEL: &str = "EC PRIVATE KEY";
/// PKCS#1 (RFC 8017 appendix A.1.2).
const PKCS1_LABEL: &str = "RSA PRIVATE KEY";

impl AccountKey {
    /// Reads a key that another program wrote.
    ///
    /// # Errors
    /// When the text is no private key of a kind that certdns signs with.
    pub fn read(text: &Secret) -> Result<AccountKey, AcmeError> {
        if text.expose().trim_start().starts_with('{') {
            return AccountKey::from_pkcs8(&jwk::pkcs8(text.expose()).ok_or(AcmeError::UnusableKey)?);
        }
        let blocks = pem::parse_many(text.expose()).map_err(|_| AcmeError::UnusableKey)?;
        let read = blocks.into_iter().find_map(|block| {
            let (label, contents) = (block.tag().to_owned(), Zeroizing::new(block.into_contents()));
            from_block(&label, &contents)
        });
        read.ok_or(AcmeError::UnusableKey)
    }
}

/// What stands beside the key (`EC PARAMETERS`) is passed over.
fn from_block(label: &str, der: &[u8]) -> Option<AccountKey> {
    let pkcs8 = match label {
        PEM_LABEL => return AccountKey::from_pkcs8(der).ok(),
        SEC1_LABEL => sec1(&signature::ECDSA_P256_SHA256_FIXED_SIGNING, der)
            .or_else(|| sec1(&signature::ECDSA_P384_SHA384_FIXED_SIGNING, der)),
        PKCS1_LABEL => RsaKeyPair::from_der(der).ok().and_then(|pair| rsa_pkcs8(&pair).ok()),
        _ => None,
    };
    AccountKey::from_pkcs8(&pkcs8?).ok()
}

fn sec1(algorithm: &'static EcdsaSigningAlgorithm, der: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let pair = EcdsaKeyPair::from_private_key_der(algorithm, der).ok()?;
    Some(Zeroizing::new(pair.to_pkcs8v1().ok()?.as_ref().to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acme::AccountKeyType;

    fn read(text: &str) -> Option<(String, String)> {
        AccountKey::read(&Secret::new(text)).ok().map(|key| (key.kind(), key.thumbprint()))
    }

    #[test]
    fn every_kind_of_key_is_read_from_its_pkcs8() {
        for key_type in AccountKeyType::ALL.into_iter().filter(|key_type| *key_type != AccountKeyType::Rsa4096) {
            let key = AccountKey::generate(key_type).unwrap();
            let same = Some((key.kind(), key.thumbprint()));
            assert_eq!(read(key.to_pem().expose()), same, "{key_type}");
        }
    }

    #[test]
    fn the_thumbprint_of_rfc_7638_comes_out_for_the_key_of_rfc_8037() {
        // RFC 8037 appendix A.1 and A.3.
        let jwk = r#"{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
            "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;
        let expected = ("Ed25519".to_owned(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k".to_owned());
        assert_eq!(read(jwk), Some(expected));
    }

    #[test]
    fn what_is_no_private_key_is_refused() {
        let public = r#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;
        let short = "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n";
        for text in ["", "{", "{}", public, short, "-----BEGIN EC PARAMETERS-----\nAAAA\n-----END EC PARAMETERS-----\n"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
