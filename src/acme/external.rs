//! External account binding (RFC 8555 section 7.3.4): an account at the CA's shop vouches for a new ACME account.

use std::fmt;
use std::str::FromStr;

use aws_lc_rs::hmac;
use base64::alphabet::URL_SAFE;
use base64::engine::{DecodePaddingMode, Engine, GeneralPurpose, GeneralPurposeConfig};
use serde::Deserialize;
use serde_json::{Value, json};
use url::Url;
use zeroize::Zeroizing;

use super::key::flattened;
use super::{AccountKey, AcmeError};
use crate::secret::Secret;

/// Base64url, as CAs hand keys out: with padding or without.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// What a CA hands out to its customers, so that they can make ACME accounts.
#[derive(Clone, Debug)]
pub struct ExternalAccount {
    kid: String,
    /// Base64url.
    key: Secret,
    algorithm: MacAlgorithm,
}

/// What bindings are signed with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum MacAlgorithm {
    #[default]
    Hs256,
    Hs384,
    Hs512,
}

impl ExternalAccount {
    /// `None` when the key is not base64url of anything.
    #[must_use]
    pub fn new(kid: String, key: &Secret, algorithm: MacAlgorithm) -> Option<ExternalAccount> {
        // Some CAs hand out plain base64.
        let key = Secret::new(key.expose().trim().replace('+', "-").replace('/', "_"));
        let account = ExternalAccount { kid, key, algorithm };
        account.octets().is_some_and(|octets| !octets.is_empty()).then_some(account)
    }

    /// The key identifier, which is no secret.
    #[must_use]
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// The binding of a key to this external account, for a request to `url`.
    pub(super) fn bind(&self, key: &AccountKey, url: &Url) -> Result<Value, AcmeError> {
        let header = json!({ "alg": self.algorithm.as_str(), "kid": self.kid, "url": url });
        let octets = self.octets().ok_or(AcmeError::Crypto)?;
        let mac = hmac::Key::new(self.algorithm.hmac(), &octets);
        flattened(&header, &key.jwk().to_string(), |message| Ok(hmac::sign(&mac, message).as_ref().to_vec()))
    }

    fn octets(&self) -> Option<Zeroizing<Vec<u8>>> {
        LENIENT.decode(self.key.expose()).ok().map(Zeroizing::new)
    }
}

impl MacAlgorithm {
    /// Its name in JOSE (RFC 7518 section 3.1).
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            MacAlgorithm::Hs256 => "HS256",
            MacAlgorithm::Hs384 => "HS384",
            MacAlgorithm::Hs512 => "HS512",
        }
    }

    fn hmac(self) -> hmac::Algorithm {
        match self {
            MacAlgorithm::Hs256 => hmac::HMAC_SHA256,
            MacAlgorithm::Hs384 => hmac::HMAC_SHA384,
            MacAlgorithm::Hs512 => hmac::HMAC_SHA512,
        }
    }
}

impl fmt::Display for MacAlgorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[derive(Debug, thiserror::Error)]
#[error("{0:?} is none of HS256, HS384, HS512")]
pub struct UnknownMacAlgorithm(String);

impl FromStr for MacAlgorithm {
    type Err = UnknownMacAlgorithm;

    fn from_str(text: &str) -> Result<MacAlgorithm, UnknownMacAlgorithm> {
        let all = [MacAlgorithm::Hs256, MacAlgorithm::Hs384, MacAlgorithm::Hs512];
        let found = all.into_iter().find(|algorithm| algorithm.as_str().eq_ignore_ascii_case(text));
        found.ok_or_else(|| UnknownMacAlgorithm(text.to_owned()))
    }
}

impl TryFrom<String> for MacAlgorithm {
    type Error = UnknownMacAlgorithm;

    fn try_from(text: String) -> Result<MacAlgorithm, UnknownMacAlgorithm> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64URL;

    use super::*;
    use crate::acme::AccountKeyType;

    const KEY: &str = "zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W";

    fn external(key: &str, algorithm: MacAlgorithm) -> Option<ExternalAccount> {
        ExternalAccount::new("kid-1".to_owned(), &Secret::new(key), algorithm)
    }

    #[test]
    fn a_binding_is_for_the_key_and_the_url_and_signed_with_the_mac_key() {
        let (key, url) = (AccountKey::generate(AccountKeyType::EcdsaP256).unwrap(), "https://ca.example/new-account");
        for (algorithm, length) in [(MacAlgorithm::Hs256, 32), (MacAlgorithm::Hs384, 48), (MacAlgorithm::Hs512, 64)] {
            let binding = external(KEY, algorithm).unwrap().bind(&key, &Url::parse(url).unwrap()).unwrap();
            let part = |name: &str| BASE64URL.decode(binding[name].as_str().unwrap()).unwrap();
            let header: Value = serde_json::from_slice(&part("protected")).unwrap();
            assert_eq!(header, json!({ "alg": algorithm.as_str(), "kid": "kid-1", "url": url }));
            assert_eq!(serde_json::from_slice::<Value>(&part("payload")).unwrap(), key.jwk());
            assert_eq!(part("signature").len(), length);
        }
    }

    #[test]
    fn keys_are_taken_with_padding_and_in_plain_base64_and_never_shown() {
        for key in ["3q2-7w", "3q2-7w==", "3q2+7w==", " 3q2-7w\n"] {
            let external = external(key, MacAlgorithm::Hs256).unwrap();
            assert_eq!(*external.octets().unwrap(), [0xde, 0xad, 0xbe, 0xef]);
            assert!(!format!("{external:?}").contains("3q2"), "{external:?}");
        }
        for key in ["", "%", "not base64!"] {
            assert!(external(key, MacAlgorithm::Hs256).is_none(), "{key}");
        }
    }

    #[test]
    fn algorithms_are_read_in_any_case() {
        assert_eq!("hs512".parse::<MacAlgorithm>().unwrap(), MacAlgorithm::Hs512);
        assert!("RS256".parse::<MacAlgorithm>().is_err());
    }
}
