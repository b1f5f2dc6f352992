//! Kinds of account keys, and fresh ones.

use std::fmt;
use std::str::FromStr;

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{self, EcdsaKeyPair, EcdsaSigningAlgorithm, Ed25519KeyPair, RsaKeyPair};
use zeroize::Zeroizing;

use super::AccountKey;
use crate::acme::AcmeError;

/// Kind of an account's key. Not every CA takes every kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AccountKeyType {
    #[default]
    EcdsaP256,
    EcdsaP384,
    Rsa2048,
    Rsa3072,
    Rsa4096,
    Ed25519,
}

impl AccountKeyType {
    pub const ALL: [AccountKeyType; 6] = [
        AccountKeyType::EcdsaP256,
        AccountKeyType::EcdsaP384,
        AccountKeyType::Rsa2048,
        AccountKeyType::Rsa3072,
        AccountKeyType::Rsa4096,
        AccountKeyType::Ed25519,
    ];

    /// What people call it: [`AccountKey::kind`].
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            AccountKeyType::EcdsaP256 => "ECDSA P-256",
            AccountKeyType::EcdsaP384 => "ECDSA P-384",
            AccountKeyType::Rsa2048 => "RSA 2048",
            AccountKeyType::Rsa3072 => "RSA 3072",
            AccountKeyType::Rsa4096 => "RSA 4096",
            AccountKeyType::Ed25519 => "Ed25519",
        }
    }

    /// The word for it on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            AccountKeyType::EcdsaP256 => "ecdsa-p256",
            AccountKeyType::EcdsaP384 => "ecdsa-p384",
            AccountKeyType::Rsa2048 => "rsa2048",
            AccountKeyType::Rsa3072 => "rsa3072",
            AccountKeyType::Rsa4096 => "rsa4096",
            AccountKeyType::Ed25519 => "ed25519",
        }
    }
}

impl fmt::Display for AccountKeyType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for AccountKeyType {
    type Err = UnknownAccountKeyType;

    fn from_str(text: &str) -> Result<AccountKeyType, UnknownAccountKeyType> {
        let found = AccountKeyType::ALL.into_iter().find(|key_type| key_type.as_str() == text);
        found.ok_or_else(|| UnknownAccountKeyType(text.to_owned()))
    }
}

#[derive(Debug, thiserror::Error)]
#[error("{0:?} is none of ecdsa-p256, ecdsa-p384, rsa2048, rsa3072, rsa4096, ed25519")]
pub struct UnknownAccountKeyType(String);

impl AccountKey {
    /// The kind of this key, where certdns makes such keys.
    #[must_use]
    pub fn key_type(&self) -> Option<AccountKeyType> {
        AccountKeyType::ALL.into_iter().find(|key_type| key_type.title() == self.kind())
    }

    /// A fresh key. RSA takes seconds: call it where nobody else waits.
    ///
    /// # Errors
    /// When the crypto library finds no randomness.
    pub fn generate(key_type: AccountKeyType) -> Result<AccountKey, AcmeError> {
        let der = match key_type {
            AccountKeyType::EcdsaP256 => ecdsa(&signature::ECDSA_P256_SHA256_FIXED_SIGNING),
            AccountKeyType::EcdsaP384 => ecdsa(&signature::ECDSA_P384_SHA384_FIXED_SIGNING),
            AccountKeyType::Rsa2048 => rsa(KeySize::Rsa2048),
            AccountKeyType::Rsa3072 => rsa(KeySize::Rsa3072),
            AccountKeyType::Rsa4096 => rsa(KeySize::Rsa4096),
            AccountKeyType::Ed25519 => Ed25519KeyPair::generate()
                .and_then(|pair| Ok(Zeroizing::new(pair.to_pkcs8v1()?.as_ref().to_vec())))
                .map_err(|_| AcmeError::Crypto),
        };
        AccountKey::from_pkcs8(&der?)
    }
}

fn ecdsa(algorithm: &'static EcdsaSigningAlgorithm) -> Result<Zeroizing<Vec<u8>>, AcmeError> {
    let pair = EcdsaKeyPair::generate(algorithm).map_err(|_| AcmeError::Crypto)?;
    let document = pair.to_pkcs8v1().map_err(|_| AcmeError::Crypto)?;
    Ok(Zeroizing::new(document.as_ref().to_vec()))
}

fn rsa(size: KeySize) -> Result<Zeroizing<Vec<u8>>, AcmeError> {
    rsa_pkcs8(&RsaKeyPair::generate(size).map_err(|_| AcmeError::Crypto)?)
}

/// The key as PKCS#8.
pub(super) fn rsa_pkcs8(pair: &RsaKeyPair) -> Result<Zeroizing<Vec<u8>>, AcmeError> {
    let der: Pkcs8V1Der<'_> = pair.as_der().map_err(|_| AcmeError::Crypto)?;
    Ok(Zeroizing::new(der.as_ref().to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn key_types_are_read_as_they_are_written() {
        for key_type in AccountKeyType::ALL {
            assert_eq!(key_type.to_string().parse::<AccountKeyType>().unwrap(), key_type);
        }
        let key = AccountKey::generate(AccountKeyType::Rsa2048).unwrap();
        assert_eq!(key.key_type(), Some(AccountKeyType::Rsa2048));
        assert!("ecdsa-p521".parse::<AccountKeyType>().is_err());
    }
}
