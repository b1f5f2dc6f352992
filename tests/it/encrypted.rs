//! The encrypted resolvers of the tests are what they seem.

use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
use hickory_proto::op::Message;
use hickory_proto::rr::RecordType;

use crate::support::encrypted::question::{get, over_tls, post};
use crate::support::encrypted::{Encrypted, Flaw};
use crate::support::{Lab, question};

fn question() -> Vec<u8> {
    question::question("www.example.test.", RecordType::A).to_vec().unwrap()
}

/// The data of the first answer.
fn said(answer: &[u8]) -> String {
    Message::from_vec(answer).unwrap().answers[0].data.to_string()
}

#[test]
fn a_question_is_answered_over_tls_and_over_https_in_both_ways() {
    let lab = Lab::new();
    let encrypted = Encrypted::start(lab.sandbox.resolver.addr());
    assert_eq!(said(&over_tls(&encrypted.tls(), &question(), &encrypted.ca()).unwrap()), "192.0.2.10");
    let (status, answer) = post(&encrypted.https(), &question(), &encrypted.ca()).unwrap();
    assert_eq!((status, said(&answer).as_str()), (200, "192.0.2.10"));
    let encoded = BASE64_URL_SAFE_NO_PAD.encode(question());
    let (status, answer) = get(&encrypted.https(), &encoded, &encrypted.ca()).unwrap();
    assert_eq!((status, said(&answer).as_str()), (200, "192.0.2.10"));
    assert_eq!(encrypted.log(), ["TLS", "POST /dns-query", "GET /dns-query"]);
}

#[test]
fn each_flaw_shows_over_tls_and_over_https() {
    let lab = Lab::new();
    let tried = |flaw| {
        let encrypted = Encrypted::flawed(lab.sandbox.resolver.addr(), flaw);
        let (ca, question) = (encrypted.ca(), question());
        (over_tls(&encrypted.tls(), &question, &ca), post(&encrypted.https(), &question, &ca))
    };
    let (tls, https) = tried(Flaw::Untrusted);
    assert!(tls.unwrap_err().to_string().contains("certificate"));
    assert_eq!(https, None);
    let (tls, https) = tried(Flaw::Html);
    assert!(tls.is_err() && https.unwrap().1.starts_with(b"<html>"));
    let (tls, https) = tried(Flaw::Endless);
    assert_eq!((tls.unwrap().len(), https), (0xffff, None));
    let (tls, https) = tried(Flaw::Unavailable);
    assert!(tls.is_err() && https.unwrap().0 == 503);
}

#[test]
fn the_binary_trusts_the_ca_that_ssl_cert_file_names() {
    let lab = Lab::new();
    let encrypted = Encrypted::start(lab.sandbox.resolver.addr());
    let (url, ca) = (encrypted.https().replace("dns-query", ""), encrypted.ca());
    let line = format!("register example.test --acme-dns {url}");
    assert!(lab.run(&line).stderr.contains("certificate"));
    assert!(encrypted.log().is_empty());
    lab.run_with(&line, &[("SSL_CERT_FILE", ca.to_str().unwrap())]);
    assert_eq!(encrypted.log(), ["POST /register"]);
}
