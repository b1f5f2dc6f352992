//! What stands in each file. Pure.

use std::fmt::Write;

use aws_lc_rs::digest::{SHA256, digest as hash};
use zeroize::Zeroizing;

use super::{Algorithms, Content, OutputFault, pkcs12};
use crate::certificate::{Chain, PrivateKey};
use crate::secret::Secret;

/// What outputs are made from.
pub struct Material<'a> {
    /// The lineage, which names the entry of a PKCS#12 file.
    pub name: &'a str,
    pub chain: &'a Chain,
    /// `None` where it is not here.
    pub key: Option<&'a PrivateKey>,
    /// `None` where no PKCS#12 file is wanted.
    pub password: Option<Secret>,
}

impl Material<'_> {
    /// The bytes of one file.
    ///
    /// # Errors
    /// When a PKCS#12 file cannot be made, or the private key is not here.
    pub fn bytes(&self, content: Content, algorithms: Algorithms) -> Result<Zeroizing<Vec<u8>>, OutputFault> {
        let text = |text: String| text.into_bytes();
        Ok(Zeroizing::new(match content {
            Content::Fullchain => text(self.chain.fullchain_pem()),
            Content::Cert => text(self.chain.cert_pem()),
            Content::Chain => text(self.chain.chain_pem()),
            Content::Privkey => text(self.key(content)?.to_pem().expose().to_owned()),
            Content::Combined => return self.combined(),
            Content::CertDer => self.chain.der()[0].clone(),
            Content::PrivkeyDer => return Ok(self.key(content)?.to_der()),
            Content::Pfx => return self.pfx(algorithms),
        }))
    }

    /// Certificate, its issuers, then the key: HAProxy's order for `crt` files.
    fn combined(&self) -> Result<Zeroizing<Vec<u8>>, OutputFault> {
        let key = self.key(Content::Combined)?.to_pem();
        Ok(Zeroizing::new([self.chain.fullchain_pem().as_bytes(), key.expose().as_bytes()].concat()))
    }

    fn pfx(&self, algorithms: Algorithms) -> Result<Zeroizing<Vec<u8>>, OutputFault> {
        let password = self.password.as_ref().ok_or(OutputFault::NoPfx)?;
        let key = self.key(Content::Pfx)?;
        pkcs12::pfx(self, key, password, algorithms).ok_or(OutputFault::Pkcs12).map(Zeroizing::new)
    }

    fn key(&self, content: Content) -> Result<&PrivateKey, OutputFault> {
        self.key.ok_or(OutputFault::NoKey { content })
    }
}

/// SHA-256, hexadecimal: by which a file is known again.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    hash(&SHA256, bytes).as_ref().iter().fold(String::new(), |mut text, octet| {
        let _ = write!(text, "{octet:02x}");
        text
    })
}
