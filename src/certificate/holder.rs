//! Whose key a certificate is for.

use super::{InvalidKey, PrivateKey, Request, csr};
use crate::identifier::Identifier;

/// A key that was made here, or that of somebody who brought a request.
#[derive(Debug)]
pub enum Holder {
    Here(PrivateKey),
    Elsewhere(Request),
}

impl Holder {
    /// The `SubjectPublicKeyInfo`, DER.
    #[must_use]
    pub fn public_key(&self) -> Vec<u8> {
        match self {
            Holder::Here(key) => key.public_key(),
            Holder::Elsewhere(request) => request.public_key().to_vec(),
        }
    }

    /// `None` when the key is not here.
    #[must_use]
    pub fn private_key(&self) -> Option<&PrivateKey> {
        match self {
            Holder::Here(key) => Some(key),
            Holder::Elsewhere(_) => None,
        }
    }

    /// The request for these names, DER.
    ///
    /// # Errors
    /// When the crypto library cannot sign.
    pub fn request(&self, names: &[Identifier]) -> Result<Vec<u8>, InvalidKey> {
        match self {
            Holder::Here(key) => csr(key, names),
            Holder::Elsewhere(request) => Ok(request.der().to_vec()),
        }
    }
}
