//! From a ready order to its certificate (RFC 8555 section 7.4).

use std::collections::BTreeSet;

use axum::response::Response;
use http::StatusCode;
use jiff::Timestamp;
use rcgen::{CertificateSigningRequestParams, PublicKeyData, SanType};
use rustls::pki_types::CertificateSigningRequestDer;
use serde_json::Value;
use x509_parser::prelude::FromDer;
use x509_parser::public_key::PublicKey;
use x509_parser::x509::SubjectPublicKeyInfo;

use super::Shared;
use super::certificates::Issued;
use super::door::Asked;
use super::jws::decode;
use super::keys;
use super::orders::{own_order, response};
use super::problem::Problem;
use super::profiles::Wanted;
use super::state::Certificate;

const MIN_RSA_BITS: usize = 2048;

/// Takes the CSR and issues.
pub(super) fn finalize(ca: &Shared, asked: &Asked, number: usize) -> Result<Response, Problem> {
    own_order(ca, asked, number)?;
    let (names, wanted) = ready(ca, number)?;
    let request = request(ca, asked, &names)?;
    let failure = ca.manners().invalidate_next.pop_front();
    match failure {
        Some(_) => ca.state().orders[number].error = failure,
        None => keep(ca, asked.account()?, number, &issue(ca, request, &names, &wanted)?),
    }
    Ok(response(ca, number, StatusCode::OK))
}

/// What an order is for that waits for its CSR.
fn ready(ca: &Shared, number: usize) -> Result<(Vec<String>, Wanted), Problem> {
    let manners = ca.manners().clone();
    let state = ca.state();
    let order = &state.orders[number];
    match state.order_status(order, &manners) {
        "ready" => Ok((order.names.clone(), order.wanted.clone())),
        standing => Err(Problem::new(403, "orderNotReady", format!("The order is {standing}"))),
    }
}

fn request(ca: &Shared, asked: &Asked, names: &[String]) -> Result<CertificateSigningRequestParams, Problem> {
    let csr = asked.payload.as_ref().and_then(|payload| payload["csr"].as_str());
    let csr = decode(csr.ok_or_else(|| Problem::malformed("The csr is missing"))?)?;
    let state = ca.state();
    checked(&csr, names, state.accounts.iter().map(|account| &account.jwk))
}

/// The certificate becomes that of its order.
fn keep(ca: &Shared, account: usize, order: usize, certificate: &rcgen::Certificate) {
    let mut state = ca.state();
    let (der, issued) = (certificate.der().to_vec(), Issued::new(certificate, &state.orders[order].names));
    state.certificates.push(Certificate { account, der, issued });
    let number = state.certificates.len() - 1;
    let order = &mut state.orders[order];
    (order.certificate, order.finalized, order.looks) = (Some(number), true, 0);
}

fn issue(
    ca: &Shared,
    request: CertificateSigningRequestParams,
    names: &[String],
    wanted: &Wanted,
) -> Result<rcgen::Certificate, Problem> {
    let (dates, foreign_key) = {
        let manners = ca.manners();
        (wanted.dates(&manners, Timestamp::now()), manners.foreign_key)
    };
    let issued = match foreign_key {
        true => ca.issuer.issue_for_another_key(names, dates),
        false => ca.issuer.issue(request, names, dates),
    };
    issued.map_err(|error| Problem::new(500, "serverInternal", error.to_string()))
}

/// The CSR is signed by its own key, is for just the names of the order, and its key is fit and no account's
/// (RFC 8555 section 11.1).
fn checked<'a>(
    csr: &[u8],
    names: &[String],
    mut account_keys: impl Iterator<Item = &'a Value>,
) -> Result<CertificateSigningRequestParams, Problem> {
    let bad = |detail: String| Problem::new(400, "badCSR", detail);
    let der = CertificateSigningRequestDer::from(csr.to_vec());
    let request = CertificateSigningRequestParams::from_der(&der)
        .map_err(|error| bad(format!("The CSR is not good: {error}")))?;
    let wanted: BTreeSet<String> = names.iter().cloned().collect();
    if asked_names(&request) != Some(wanted) {
        return Err(bad("The CSR is for other names than the order".to_owned()));
    }
    let info = request.public_key.subject_public_key_info();
    let (_, info) = SubjectPublicKeyInfo::from_der(&info).map_err(|_| bad("The CSR has no public key".to_owned()))?;
    match info.parsed() {
        Ok(PublicKey::RSA(rsa)) if rsa.key_size() < MIN_RSA_BITS => Err(bad("The RSA key is too short".to_owned())),
        Ok(_) if account_keys.any(|jwk| keys::is_same(&info, jwk)) => {
            Err(bad("The key is that of an account".to_owned()))
        }
        Ok(_) => Ok(request),
        Err(_) => Err(bad("The key is of no known type".to_owned())),
    }
}

/// `None` when something else than DNS names is asked for.
fn asked_names(request: &CertificateSigningRequestParams) -> Option<BTreeSet<String>> {
    let name = |name: &SanType| match name {
        SanType::DnsName(name) => Some(name.to_string().to_lowercase()),
        _ => None,
    };
    let common = request.params.distinguished_name.iter().map(|(_, value)| match value {
        rcgen::DnValue::Utf8String(text) => Some(text.to_lowercase()),
        rcgen::DnValue::PrintableString(text) => Some(text.as_str().to_lowercase()),
        _ => None,
    });
    request.params.subject_alt_names.iter().map(name).chain(common).collect()
}
