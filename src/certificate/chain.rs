//! A certificate [`Chain`] as the CA sends it, and what its leaf says.

use std::collections::BTreeSet;
use std::fmt::Write;

use aws_lc_rs::digest;
use base64::prelude::{BASE64_STANDARD as BASE64, BASE64_URL_SAFE_NO_PAD as BASE64URL, Engine};
use jiff::Timestamp;
use x509_parser::extensions::ParsedExtension;
use x509_parser::pem::Pem;
use x509_parser::prelude::{FromDer, GeneralName, X509Certificate};

use crate::error::{Explain, Hint, Kind};
use crate::identifier::Identifier;

/// No CA sends more; a longer chain is not believed.
const MAX_CERTIFICATES: usize = 10;

/// Leaf first, then its issuers, as servers want them (RFC 8555 section 9.1).
#[derive(Clone, Debug)]
pub struct Chain {
    leaf: Certificate,
    certificates: Vec<Vec<u8>>,
}

/// What the leaf of a chain says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    pub names: BTreeSet<Identifier>,
    /// Subject alternative names that are no DNS names (addresses, say).
    pub other_names: Vec<String>,
    pub not_before: Timestamp,
    pub not_after: Timestamp,
    /// Hexadecimal, lower-case.
    pub serial: String,
    /// SHA-256 over the certificate, hexadecimal.
    pub fingerprint: String,
    /// The issuer's distinguished name.
    pub issuer: String,
    /// The `SubjectPublicKeyInfo`, DER.
    pub public_key: Vec<u8>,
    /// The identifier of the issuer's key (RFC 5280 section 4.2.1.1); empty when there is none.
    pub authority_key: Vec<u8>,
}

/// What one certificate of a chain says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub subject: String,
    pub issuer: String,
    pub not_after: Timestamp,
    /// SHA-256 over the certificate, hexadecimal.
    pub fingerprint: String,
}

/// From when to when a certificate is valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifetime {
    pub not_before: Timestamp,
    pub not_after: Timestamp,
}

impl Certificate {
    #[must_use]
    pub fn lifetime(&self) -> Lifetime {
        Lifetime { not_before: self.not_before, not_after: self.not_after }
    }

    /// SHA-256 over the public key, Base64: what pins and DANE records are made from (RFC 7469 section 2.4).
    #[must_use]
    pub fn spki_pin(&self) -> String {
        BASE64.encode(digest::digest(&digest::SHA256, &self.public_key))
    }

    /// By which renewal information is asked for (RFC 9773 section 4.1); `None` without an authority key identifier.
    #[must_use]
    pub fn renewal_id(&self) -> Option<String> {
        let octet = |at: usize| u8::from_str_radix(self.serial.get(at..at + 2)?, 16).ok();
        let serial: Option<Vec<u8>> = (0..self.serial.len()).step_by(2).map(octet).collect();
        let key = Some(&self.authority_key).filter(|key| !key.is_empty())?;
        Some(format!("{}.{}", BASE64URL.encode(key), BASE64URL.encode(serial?)))
    }
}

impl Chain {
    /// Reads a PEM bundle, leaf first.
    ///
    /// # Errors
    /// When a block is no certificate, or there is none, or there are more than ten.
    pub fn parse(pem: &str) -> Result<Chain, InvalidChain> {
        let certificates = blocks(pem)?;
        let leaf = certificates.first().ok_or(InvalidChain::Empty)?;
        Ok(Chain { leaf: certificate(leaf)?, certificates })
    }

    #[must_use]
    pub fn leaf(&self) -> &Certificate {
        &self.leaf
    }

    /// Every certificate, DER, leaf first.
    #[must_use]
    pub fn der(&self) -> &[Vec<u8>] {
        &self.certificates
    }

    /// The common name of the issuer at its end: the root that it leads to.
    #[must_use]
    pub fn root_name(&self) -> Option<String> {
        let (_, last) = X509Certificate::from_der(self.certificates.last()?).ok()?;
        let name = last.issuer().iter_common_name().next()?.as_str().ok()?.to_owned();
        Some(name)
    }

    /// Whether its end is of this common name.
    #[must_use]
    pub fn leads_to(&self, root: &str) -> bool {
        self.root_name().is_some_and(|name| name.eq_ignore_ascii_case(root.trim()))
    }

    /// What each certificate says of itself, leaf first.
    #[must_use]
    pub fn links(&self) -> Vec<Link> {
        self.certificates.iter().filter_map(|der| link(der)).collect()
    }

    /// The leaf alone.
    #[must_use]
    pub fn cert_pem(&self) -> String {
        to_pem(&self.certificates[..1])
    }

    /// The issuers alone.
    #[must_use]
    pub fn chain_pem(&self) -> String {
        to_pem(&self.certificates[1..])
    }

    /// Leaf and issuers.
    #[must_use]
    pub fn fullchain_pem(&self) -> String {
        to_pem(&self.certificates)
    }
}

fn blocks(pem: &str) -> Result<Vec<Vec<u8>>, InvalidChain> {
    let mut certificates = Vec::new();
    for block in Pem::iter_from_buffer(pem.as_bytes()) {
        let block = block.map_err(|_| InvalidChain::Pem)?;
        if block.label != "CERTIFICATE" {
            return Err(InvalidChain::Foreign { label: block.label });
        }
        let (rest, _) = X509Certificate::from_der(&block.contents).map_err(|_| InvalidChain::Certificate)?;
        if !rest.is_empty() {
            return Err(InvalidChain::Certificate);
        }
        certificates.push(block.contents);
        if certificates.len() > MAX_CERTIFICATES {
            return Err(InvalidChain::TooLong);
        }
    }
    Ok(certificates)
}

fn certificate(der: &[u8]) -> Result<Certificate, InvalidChain> {
    let (_, parsed) = X509Certificate::from_der(der).map_err(|_| InvalidChain::Certificate)?;
    let (names, other_names) = names(&parsed);
    let moment = |seconds| Timestamp::from_second(seconds).map_err(|_| InvalidChain::Certificate);
    Ok(Certificate {
        names,
        other_names,
        not_before: moment(parsed.validity().not_before.timestamp())?,
        not_after: moment(parsed.validity().not_after.timestamp())?,
        serial: hex(parsed.raw_serial()),
        fingerprint: hex(digest::digest(&digest::SHA256, der).as_ref()),
        issuer: parsed.issuer().to_string(),
        public_key: parsed.public_key().raw.to_vec(),
        authority_key: authority_key(&parsed),
    })
}

fn authority_key(parsed: &X509Certificate<'_>) -> Vec<u8> {
    let found = parsed.extensions().iter().find_map(|extension| match extension.parsed_extension() {
        ParsedExtension::AuthorityKeyIdentifier(found) => found.key_identifier.as_ref(),
        _ => None,
    });
    found.map(|key| key.0.to_vec()).unwrap_or_default()
}

/// Parsed once before: what is no certificate is not there.
fn link(der: &[u8]) -> Option<Link> {
    let (_, parsed) = X509Certificate::from_der(der).ok()?;
    Some(Link {
        subject: parsed.subject().to_string(),
        issuer: parsed.issuer().to_string(),
        not_after: Timestamp::from_second(parsed.validity().not_after.timestamp()).ok()?,
        fingerprint: hex(digest::digest(&digest::SHA256, der).as_ref()),
    })
}

fn names(parsed: &X509Certificate<'_>) -> (BTreeSet<Identifier>, Vec<String>) {
    let (mut names, mut others) = (BTreeSet::new(), Vec::new());
    let extension = parsed.subject_alternative_name().ok().flatten();
    for name in extension.iter().flat_map(|extension| &extension.value.general_names) {
        let known = match name {
            GeneralName::DNSName(name) => Identifier::parse(name).ok(),
            _ => None,
        };
        match known {
            Some(identifier) => drop(names.insert(identifier)),
            None => others.push(name.to_string()),
        }
    }
    (names, others)
}

fn hex(octets: &[u8]) -> String {
    octets.iter().fold(String::with_capacity(octets.len() * 2), |mut text, octet| {
        let _ = write!(text, "{octet:02x}");
        text
    })
}

fn to_pem(certificates: &[Vec<u8>]) -> String {
    let block = |der: &Vec<u8>| pem_block("CERTIFICATE", der);
    certificates.iter().map(block).collect()
}

/// PEM with lines of 64 characters (RFC 7468).
pub(super) fn pem_block(label: &str, der: &[u8]) -> String {
    let config = pem::EncodeConfig::new().set_line_ending(pem::LineEnding::LF);
    pem::encode_config(&pem::Pem::new(label, der), config)
}

/// What a CA sent, or what lies on disk, is not a chain.
#[derive(Debug, thiserror::Error)]
pub enum InvalidChain {
    #[error("the certificate chain is empty")]
    Empty,
    #[error("the certificate chain is not PEM")]
    Pem,
    #[error("a {label:?} block stands among the certificates")]
    Foreign { label: String },
    #[error("a block of the certificate chain is no X.509 certificate")]
    Certificate,
    #[error("the certificate chain is longer than {MAX_CERTIFICATES} certificates")]
    TooLong,
}

impl Explain for InvalidChain {
    fn kind(&self) -> Kind {
        Kind::Failed
    }

    fn hints(&self) -> Vec<Hint> {
        vec![Hint::new("run the same command again; the certificates that are there stay as they are")]
    }
}
