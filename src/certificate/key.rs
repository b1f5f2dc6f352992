//! Private keys of certificates.

use std::fmt;
use std::str::FromStr;

use rcgen::{KeyPair, PublicKeyData, RsaKeySize, SignatureAlgorithm};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::error::{Explain, Hint, Kind};
use crate::secret::Secret;

/// Kind of a certificate's private key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "&'static str", try_from = "String")]
pub enum KeyType {
    #[default]
    EcdsaP256,
    EcdsaP384,
    Rsa2048,
    Rsa3072,
    Rsa4096,
}

impl KeyType {
    pub const ALL: [KeyType; 5] =
        [KeyType::EcdsaP256, KeyType::EcdsaP384, KeyType::Rsa2048, KeyType::Rsa3072, KeyType::Rsa4096];

    /// The word for it on the command line and on disk.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            KeyType::EcdsaP256 => "ecdsa-p256",
            KeyType::EcdsaP384 => "ecdsa-p384",
            KeyType::Rsa2048 => "rsa2048",
            KeyType::Rsa3072 => "rsa3072",
            KeyType::Rsa4096 => "rsa4096",
        }
    }
}

impl fmt::Display for KeyType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<KeyType> for &'static str {
    fn from(key_type: KeyType) -> &'static str {
        key_type.as_str()
    }
}

impl FromStr for KeyType {
    type Err = UnknownKeyType;

    fn from_str(text: &str) -> Result<KeyType, UnknownKeyType> {
        let found = KeyType::ALL.into_iter().find(|key_type| key_type.as_str() == text);
        found.ok_or_else(|| UnknownKeyType(text.to_owned()))
    }
}

impl TryFrom<String> for KeyType {
    type Error = UnknownKeyType;

    fn try_from(text: String) -> Result<KeyType, UnknownKeyType> {
        text.parse()
    }
}

#[derive(Debug, thiserror::Error)]
#[error("{0:?} is none of ecdsa-p256, ecdsa-p384, rsa2048, rsa3072, rsa4096")]
pub struct UnknownKeyType(String);

/// The private key of a certificate. Never shown: `Debug` names its algorithm only.
pub struct PrivateKey {
    pair: KeyPair,
}

impl PrivateKey {
    /// A fresh key. RSA takes seconds: call it where nobody else waits.
    ///
    /// # Errors
    /// When the crypto library finds no randomness.
    pub fn generate(key_type: KeyType) -> Result<PrivateKey, InvalidKey> {
        let rsa = |size| KeyPair::generate_rsa_for(&rcgen::PKCS_RSA_SHA256, size);
        let pair = match key_type {
            KeyType::EcdsaP256 => KeyPair::generate_for(&rcgen::PKCS_ECDSA_P256_SHA256),
            KeyType::EcdsaP384 => KeyPair::generate_for(&rcgen::PKCS_ECDSA_P384_SHA384),
            KeyType::Rsa2048 => rsa(RsaKeySize::_2048),
            KeyType::Rsa3072 => rsa(RsaKeySize::_3072),
            KeyType::Rsa4096 => rsa(RsaKeySize::_4096),
        };
        pair.map(|pair| PrivateKey { pair }).map_err(InvalidKey::Generate)
    }

    /// Reads PKCS#8 PEM.
    ///
    /// # Errors
    /// When the text is no such key.
    pub fn from_pem(pem: &Secret) -> Result<PrivateKey, InvalidKey> {
        KeyPair::from_pem(pem.expose()).map(|pair| PrivateKey { pair }).map_err(InvalidKey::Read)
    }

    /// PKCS#8 PEM, as servers read it.
    #[must_use]
    pub fn to_pem(&self) -> Secret {
        Secret::new(self.pair.serialize_pem())
    }

    /// PKCS#8 DER.
    #[must_use]
    pub fn to_der(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(self.pair.serialize_der())
    }

    /// The `SubjectPublicKeyInfo`, DER (RFC 5280 section 4.1.2.7).
    #[must_use]
    pub fn public_key(&self) -> Vec<u8> {
        self.pair.subject_public_key_info()
    }

    pub(super) fn pair(&self) -> &KeyPair {
        &self.pair
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let algorithm: &SignatureAlgorithm = self.pair.algorithm();
        write!(f, "PrivateKey({algorithm:?})")
    }
}

#[derive(Debug, thiserror::Error)]
pub enum InvalidKey {
    #[error("could not generate a private key")]
    Generate(#[source] rcgen::Error),
    #[error("this is not a private key in PKCS#8 PEM")]
    Read(#[source] rcgen::Error),
    #[error("could not write the certificate request")]
    Request(#[source] rcgen::Error),
}

impl Explain for InvalidKey {
    fn kind(&self) -> Kind {
        Kind::Failed
    }

    fn hints(&self) -> Vec<Hint> {
        match self {
            InvalidKey::Read(_) => vec![Hint::new("the file was changed by something else; restore it from a backup")],
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_type_comes_back_from_its_pem_with_the_same_public_key() {
        for key_type in [KeyType::EcdsaP256, KeyType::EcdsaP384, KeyType::Rsa2048] {
            let key = PrivateKey::generate(key_type).unwrap();
            let again = PrivateKey::from_pem(&key.to_pem()).unwrap();
            assert_eq!(again.public_key(), key.public_key());
        }
    }

    #[test]
    fn a_private_key_never_shows_in_debug_output() {
        let key = PrivateKey::generate(KeyType::EcdsaP256).unwrap();
        assert!(!format!("{key:?}").contains(&key.to_pem().expose()[40..80]));
    }

    #[test]
    fn key_types_are_read_as_they_are_written() {
        for key_type in KeyType::ALL {
            assert_eq!(key_type.to_string().parse::<KeyType>().unwrap(), key_type);
        }
        assert!("rsa1024".parse::<KeyType>().is_err());
    }
}
