//! Certificate requests: those written here, and those brought by somebody who keeps the key (PKCS#10, RFC 2986).

use std::collections::BTreeSet;

use rcgen::{CertificateParams, DistinguishedName};
use serde::{Deserialize, Serialize};
use x509_parser::certification_request::X509CertificationRequest;
use x509_parser::error::X509Error;
use x509_parser::extensions::ParsedExtension;
use x509_parser::prelude::{FromDer, GeneralName};
use x509_parser::public_key::PublicKey;
use x509_parser::x509::SubjectPublicKeyInfo;

use super::chain::pem_block;
use super::{InvalidKey, PrivateKey};
use crate::error::{Explain, Hint, Kind};
use crate::identifier::Identifier;

const LABEL: &str = "CERTIFICATE REQUEST";
/// A request for a hundred long names is not half as long.
const MAX_OCTETS: usize = 64 * 1024;
const RSA_BITS: std::ops::RangeInclusive<usize> = 2048..=8192;

/// A PKCS#10 request for these names, DER (RFC 8555 section 7.4). Names stand in the subject alternative names only;
/// the subject is empty, so that no CA has a common name to take for one more.
///
/// # Errors
/// When the crypto library cannot sign.
pub fn csr(key: &PrivateKey, names: &[Identifier]) -> Result<Vec<u8>, InvalidKey> {
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    let mut params = CertificateParams::new(names).map_err(InvalidKey::Request)?;
    params.distinguished_name = DistinguishedName::new();
    let request = params.serialize_request(key.pair()).map_err(InvalidKey::Request)?;
    Ok(request.der().to_vec())
}

/// A request that somebody else signed, seen to be one that a CA can take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Request {
    der: Vec<u8>,
    names: Vec<Identifier>,
    public_key: Vec<u8>,
}

impl Request {
    /// Reads PEM or DER.
    ///
    /// # Errors
    /// When it is no request, or one that no CA would take: the first thing that is wrong with it.
    pub fn parse(content: &[u8]) -> Result<Request, InvalidRequest> {
        if content.len() > MAX_OCTETS {
            return Err(InvalidRequest::TooLarge);
        }
        let der = der(content)?;
        let (rest, parsed) = X509CertificationRequest::from_der(&der).map_err(|_| InvalidRequest::NoRequest)?;
        if !rest.is_empty() {
            return Err(InvalidRequest::NoRequest);
        }
        fit(&parsed.certification_request_info.subject_pki)?;
        signed(&parsed)?;
        let names = names(&parsed)?;
        let public_key = parsed.certification_request_info.subject_pki.raw.to_vec();
        Ok(Request { der, names, public_key })
    }

    #[must_use]
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// In the order in which they stand there.
    #[must_use]
    pub fn names(&self) -> &[Identifier] {
        &self.names
    }

    /// The `SubjectPublicKeyInfo`, DER.
    #[must_use]
    pub fn public_key(&self) -> &[u8] {
        &self.public_key
    }
}

impl From<Request> for String {
    fn from(request: Request) -> String {
        pem_block(LABEL, &request.der)
    }
}

impl TryFrom<String> for Request {
    type Error = InvalidRequest;

    fn try_from(text: String) -> Result<Request, InvalidRequest> {
        Request::parse(text.as_bytes())
    }
}

/// What is not PEM is taken for DER.
fn der(content: &[u8]) -> Result<Vec<u8>, InvalidRequest> {
    if !content.windows(11).any(|window| window == b"-----BEGIN ") {
        return Ok(content.to_vec());
    }
    let blocks = pem::parse_many(content).map_err(|_| InvalidRequest::NoRequest)?;
    if blocks.iter().any(|block| block.tag().ends_with("PRIVATE KEY")) {
        return Err(InvalidRequest::WithKey);
    }
    let mut requests = blocks.into_iter().filter(|block| block.tag().trim_start_matches("NEW ") == LABEL);
    match (requests.next(), requests.next()) {
        (Some(one), None) => Ok(one.into_contents()),
        (Some(_), Some(_)) => Err(InvalidRequest::Several),
        (None, _) => Err(InvalidRequest::NoRequest),
    }
}

/// What CAs sign for: RSA from 2048 bits on, and the curves P-256, P-384 and P-521.
fn fit(key: &SubjectPublicKeyInfo<'_>) -> Result<(), InvalidRequest> {
    let weak = |what: String| Err(InvalidRequest::WeakKey { what });
    match key.parsed() {
        Ok(PublicKey::RSA(rsa)) if RSA_BITS.contains(&rsa.key_size()) => Ok(()),
        Ok(PublicKey::RSA(rsa)) => weak(format!("an RSA key of {} bits", rsa.key_size())),
        // P-521 has 66 octets for a coordinate.
        Ok(PublicKey::EC(point)) if matches!(point.key_size(), 256 | 384 | 528) => Ok(()),
        Ok(PublicKey::EC(point)) => weak(format!("an elliptic curve key of {} bits", point.key_size())),
        _ => weak("a key that is neither RSA nor of a usual elliptic curve".to_owned()),
    }
}

fn signed(request: &X509CertificationRequest<'_>) -> Result<(), InvalidRequest> {
    match request.verify_signature() {
        // An algorithm that is not known here is for the CA to judge.
        Ok(()) | Err(X509Error::SignatureUnsupportedAlgorithm) => Ok(()),
        Err(_) => Err(InvalidRequest::Signature),
    }
}

/// The DNS names of the subject alternative names; of the common name where there are none.
fn names(request: &X509CertificationRequest<'_>) -> Result<Vec<Identifier>, InvalidRequest> {
    let mut names: Vec<Identifier> = Vec::new();
    for name in alternative_names(request)? {
        let name = identifier(name)?;
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let common: BTreeSet<Identifier> = common_names(request)?;
    match (names.is_empty(), common.iter().find(|name| !names.contains(name))) {
        (true, None) => Err(InvalidRequest::NoNames),
        (true, Some(_)) => Ok(common.into_iter().collect()),
        (false, Some(name)) => Err(InvalidRequest::CommonName { name: name.to_string() }),
        (false, None) => Ok(names),
    }
}

fn alternative_names<'a>(
    request: &'a X509CertificationRequest<'_>,
) -> Result<Vec<&'a GeneralName<'a>>, InvalidRequest> {
    let mut names = Vec::new();
    for extension in request.requested_extensions().into_iter().flatten() {
        match extension {
            ParsedExtension::SubjectAlternativeName(found) => names.extend(&found.general_names),
            ParsedExtension::ParseError { .. } => return Err(InvalidRequest::NoRequest),
            _ => {}
        }
    }
    Ok(names)
}

fn identifier(name: &GeneralName<'_>) -> Result<Identifier, InvalidRequest> {
    let foreign = |kind, name: String| Err(InvalidRequest::ForeignName { kind, name });
    match name {
        GeneralName::DNSName(name) => {
            Identifier::parse(name).map_err(|source| InvalidRequest::Name { name: (*name).to_owned(), source })
        }
        GeneralName::RFC822Name(name) => foreign("an e-mail address", (*name).to_owned()),
        GeneralName::IPAddress(octets) => foreign("an IP address", address(octets)),
        GeneralName::URI(name) => foreign("a URI", (*name).to_owned()),
        other => foreign("no DNS name", other.to_string()),
    }
}

fn address(octets: &[u8]) -> String {
    let v4 = <[u8; 4]>::try_from(octets).map(|octets| std::net::Ipv4Addr::from(octets).to_string());
    let v6 = || <[u8; 16]>::try_from(octets).map(|octets| std::net::Ipv6Addr::from(octets).to_string());
    v4.or_else(|_| v6()).unwrap_or_else(|_| "of an odd length".to_owned())
}

fn common_names(request: &X509CertificationRequest<'_>) -> Result<BTreeSet<Identifier>, InvalidRequest> {
    let subject = &request.certification_request_info.subject;
    let each = subject.iter_common_name().map(|common| {
        let name = common.as_str().unwrap_or_default().to_owned();
        Identifier::parse(&name).map_err(|source| InvalidRequest::Name { name, source })
    });
    each.collect()
}

/// What is wrong with a request that somebody brought.
#[derive(Debug, thiserror::Error)]
pub enum InvalidRequest {
    #[error("this is no certificate request, neither PEM nor DER")]
    NoRequest,
    #[error("there is more than one certificate request in it")]
    Several,
    #[error("there is a private key in it")]
    WithKey,
    #[error("it is longer than {} KiB, which no certificate request is", MAX_OCTETS / 1024)]
    TooLarge,
    #[error("it is for {what}, which no CA signs for")]
    WeakKey { what: String },
    #[error("its signature is not that of its key")]
    Signature,
    #[error("it names nothing: neither alternative names nor a common name")]
    NoNames,
    #[error("{name:?} in it is no name that a certificate can be had for")]
    Name { name: String, source: crate::identifier::InvalidName },
    #[error("it asks for {name:?}, {kind}; dns-01 proves domain names only")]
    ForeignName { kind: &'static str, name: String },
    #[error("its common name {name} is not among its alternative names")]
    CommonName { name: String },
}

impl Explain for InvalidRequest {
    fn kind(&self) -> Kind {
        Kind::Usage
    }

    fn hints(&self) -> Vec<Hint> {
        let how =
            "openssl req -new -key KEY-FILE -subj / -addext subjectAltName=DNS:example.com,DNS:*.example.com -out FILE";
        vec![match self {
            InvalidRequest::WithKey => Hint::new("give a file with the request alone: the key stays where it is"),
            InvalidRequest::Several => Hint::new("give them one by one"),
            InvalidRequest::WeakKey { .. } => Hint::new("take ECDSA P-256 or P-384, or RSA with 2048 bits or more"),
            InvalidRequest::ForeignName { .. } | InvalidRequest::Name { .. } | InvalidRequest::CommonName { .. } => {
                Hint::new("make a request for just the domain names, as alternative names").line(how)
            }
            _ => Hint::new("a request is made so, for example").line(how),
        }]
    }
}

#[cfg(test)]
mod tests;
