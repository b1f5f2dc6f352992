use rcgen::{DnType, KeyPair, SanType};

use super::*;
use crate::certificate::KeyType;

#[test]
fn a_request_holds_the_names_an_empty_subject_and_a_good_signature() {
    let names = ["example.com", "*.example.com"].map(|name| Identifier::parse(name).unwrap());
    let der = csr(&PrivateKey::generate(KeyType::EcdsaP384).unwrap(), &names).unwrap();
    let (_, request) = X509CertificationRequest::from_der(&der).unwrap();
    request.verify_signature().unwrap();
    assert_eq!(request.certification_request_info.subject.iter().count(), 0);
    assert_eq!(Request::parse(&der).unwrap().names(), names);
}

fn made(change: impl FnOnce(&mut CertificateParams)) -> Vec<u8> {
    let mut params = CertificateParams::new(vec!["Example.com".to_owned(), "*.example.com".to_owned()]).unwrap();
    params.distinguished_name = DistinguishedName::new();
    change(&mut params);
    params.serialize_request(&KeyPair::generate().unwrap()).unwrap().der().to_vec()
}

fn said(content: &[u8]) -> String {
    match Request::parse(content) {
        Ok(request) => request.names().iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        Err(error) => error.to_string(),
    }
}

#[test]
fn der_and_pem_are_read_alike_and_come_back_from_their_document() {
    let der = made(|_| {});
    assert_eq!(said(&der), "example.com *.example.com");
    let request = Request::parse(&der).unwrap();
    let text = String::from(request.clone());
    assert_eq!(Request::try_from(text.clone()).unwrap(), request);
    assert_eq!(
        Request::parse(text.replace("BEGIN ", "BEGIN NEW ").replace("END ", "END NEW ").as_bytes()).unwrap(),
        request
    );
}

#[test]
fn a_common_name_is_a_name_and_must_not_be_one_more() {
    let common = |params: &mut CertificateParams, name: &str| params.distinguished_name.push(DnType::CommonName, name);
    assert_eq!(said(&made(|params| common(params, "example.com"))), "example.com *.example.com");
    let alone = |params: &mut CertificateParams| {
        params.subject_alt_names.clear();
        common(params, "www.example.com");
    };
    assert_eq!(said(&made(alone)), "www.example.com");
    let other = made(|params| common(params, "www.example.com"));
    assert_eq!(said(&other), "its common name www.example.com is not among its alternative names");
    let none = made(|params| params.subject_alt_names.clear());
    assert_eq!(said(&none), "it names nothing: neither alternative names nor a common name");
}

#[test]
fn names_that_dns_does_not_prove_are_refused() {
    let with = |name: SanType| said(&made(|params| params.subject_alt_names.push(name)));
    assert_eq!(
        with(SanType::IpAddress("2001:db8::1".parse().unwrap())),
        "it asks for \"2001:db8::1\", an IP address; dns-01 proves domain names only"
    );
    assert_eq!(
        with(SanType::Rfc822Name("me@example.com".try_into().unwrap())),
        "it asks for \"me@example.com\", an e-mail address; dns-01 proves domain names only"
    );
    let name = with(SanType::DnsName("a..example.com".try_into().unwrap()));
    assert_eq!(name, "\"a..example.com\" in it is no name that a certificate can be had for");
}

#[test]
fn what_is_damaged_too_long_or_more_than_a_request_is_refused() {
    let der = made(|_| {});
    let pem = String::from(Request::parse(&der).unwrap());
    let mut damaged = der.clone();
    *damaged.last_mut().unwrap() ^= 1;
    assert_eq!(said(&damaged), "its signature is not that of its key");
    assert_eq!(said(&[der.as_slice(), b"more"].concat()), "this is no certificate request, neither PEM nor DER");
    assert_eq!(said(&der[..der.len() / 2]), "this is no certificate request, neither PEM nor DER");
    assert_eq!(said(&vec![0; MAX_OCTETS + 1]), "it is longer than 64 KiB, which no certificate request is");
    let key = PrivateKey::generate(KeyType::EcdsaP256).unwrap();
    assert_eq!(said(format!("{}{pem}", key.to_pem().expose()).as_bytes()), "there is a private key in it");
    assert_eq!(said(format!("{pem}{pem}").as_bytes()), "there is more than one certificate request in it");
    assert_eq!(said(b""), "this is no certificate request, neither PEM nor DER");
}
