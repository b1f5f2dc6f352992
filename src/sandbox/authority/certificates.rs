//! Certificates that were issued: handed out (RFC 8555 section 7.4.2), and known by what stands in them.

use axum::body::Body;
use axum::response::Response;
use base64::prelude::{BASE64_URL_SAFE_NO_PAD as BASE64URL, Engine};
use http::header;
use jiff::Timestamp;
use x509_parser::extensions::ParsedExtension;
use x509_parser::prelude::{FromDer, X509Certificate};
use x509_parser::time::ASN1Time;

use super::Shared;
use super::door::Asked;
use super::orders::owned;
use super::problem::Problem;
use super::replies::link;
use crate::sandbox::issuer::Chain;

/// A certificate that the CA issued.
#[derive(Clone, Debug)]
pub struct Issued {
    /// By which renewal information is asked for (RFC 9773 section 4.1).
    pub id: String,
    /// As DER has it, in lower-case hexadecimal.
    pub serial: String,
    pub names: Vec<String>,
    pub not_before: Timestamp,
    pub not_after: Timestamp,
    /// The leaf alone.
    pub pem: String,
    /// The reason for which it was revoked (RFC 5280 section 5.3.1).
    pub revoked: Option<u8>,
}

impl Issued {
    pub(super) fn new(certificate: &rcgen::Certificate, names: &[String]) -> Issued {
        let (_, parsed) = X509Certificate::from_der(certificate.der()).expect("what was just made is a certificate");
        let serial = parsed.raw_serial();
        Issued {
            id: format!("{}.{}", BASE64URL.encode(authority_key(&parsed)), BASE64URL.encode(serial)),
            serial: serial.iter().map(|octet| format!("{octet:02x}")).collect(),
            names: names.to_vec(),
            not_before: moment(parsed.validity().not_before),
            not_after: moment(parsed.validity().not_after),
            pem: certificate.pem(),
            revoked: None,
        }
    }
}

fn moment(time: ASN1Time) -> Timestamp {
    Timestamp::from_second(time.timestamp()).unwrap_or(Timestamp::MAX)
}

/// The authority key identifier (RFC 5280 section 4.2.1.1).
fn authority_key<'a>(certificate: &X509Certificate<'a>) -> &'a [u8] {
    let mut extensions = certificate.extensions().iter();
    let found = extensions.find_map(|extension| match extension.parsed_extension() {
        ParsedExtension::AuthorityKeyIdentifier(found) => found.key_identifier.as_ref(),
        _ => None,
    });
    found.map(|key| key.0).unwrap_or_default()
}

/// Hands a certificate out, with one of its chains.
pub(super) fn certificate(ca: &Shared, asked: &Asked, number: usize, chain: Chain) -> Result<Response, Problem> {
    let alternate = ca.manners().alternate_chain;
    if chain == Chain::Alternate && !alternate {
        return Err(Problem::not_found());
    }
    let leaf = own_leaf(ca, asked, number)?;
    let builder = Response::builder().header(header::CONTENT_TYPE, "application/pem-certificate-chain");
    let body = Body::from(leaf + &ca.issuer.intermediate_pem(chain));
    let mut response = builder.body(body).expect("constant headers make a response");
    if alternate {
        let other = if chain == Chain::First { "/alternate" } else { "" };
        link(&mut response, &ca.url(&format!("/certificate/{}{other}", number + 1)), "alternate");
    }
    Ok(response)
}

fn own_leaf(ca: &Shared, asked: &Asked, number: usize) -> Result<String, Problem> {
    let account = asked.account()?;
    let state = ca.state();
    let found = state.certificates.get(number);
    owned(found.map(|certificate| certificate.account), account)?;
    Ok(found.map(|certificate| certificate.issued.pem.clone()).unwrap_or_default())
}
