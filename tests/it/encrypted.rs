//! The encrypted resolvers of the tests are what they seem.

use std::io;
use std::path::Path;
use std::sync::Arc;

use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
use bytes::Bytes;
use certdns::event::Silent;
use certdns::http::Http;
use hickory_proto::op::Message;
use hickory_proto::rr::RecordType;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use crate::support::encrypted::{Encrypted, Flaw};
use crate::support::{Lab, question};

fn question() -> Vec<u8> {
    question::question("www.example.test.", RecordType::A).to_vec().unwrap()
}

/// The data of the first answer.
fn said(answer: &[u8]) -> String {
    Message::from_vec(answer).unwrap().answers[0].data.to_string()
}

#[tokio::main(flavor = "current_thread")]
async fn over_tls(url: &str, ca: &Path) -> io::Result<Vec<u8>> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(ca).unwrap()).unwrap();
    let config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    let stream = TcpStream::connect(url.strip_prefix("tls://").unwrap()).await?;
    let name = ServerName::try_from("localhost").unwrap();
    let mut stream = TlsConnector::from(Arc::new(config)).connect(name, stream).await?;
    let question = question();
    stream.write_u16(u16::try_from(question.len()).unwrap()).await?;
    stream.write_all(&question).await?;
    let mut answer = vec![0; usize::from(stream.read_u16().await?)];
    stream.read_exact(&mut answer).await?;
    Ok(answer)
}

/// Status and body; `None` when there is no whole reply.
#[tokio::main(flavor = "current_thread")]
async fn over_https(request: http::request::Builder, body: Vec<u8>, ca: &Path) -> Option<(u16, Bytes)> {
    let http = Http::new(Some(ca), Arc::new(Silent)).unwrap();
    let reply = http.send(request.body(Bytes::from(body)).unwrap()).await.ok()?;
    Some((reply.status.as_u16(), reply.body))
}

fn post(encrypted: &Encrypted) -> Option<(u16, Bytes)> {
    let request = http::Request::post(encrypted.https()).header("content-type", "application/dns-message");
    over_https(request, question(), &encrypted.ca())
}

#[test]
fn a_question_is_answered_over_tls_and_over_https_in_both_ways() {
    let lab = Lab::new();
    let encrypted = Encrypted::start(lab.sandbox.resolver.addr());
    assert_eq!(said(&over_tls(&encrypted.tls(), &encrypted.ca()).unwrap()), "192.0.2.10");
    let (status, answer) = post(&encrypted).unwrap();
    assert_eq!((status, said(&answer).as_str()), (200, "192.0.2.10"));
    let url = format!("{}?dns={}", encrypted.https(), BASE64_URL_SAFE_NO_PAD.encode(question()));
    let (status, answer) = over_https(http::Request::get(url), Vec::new(), &encrypted.ca()).unwrap();
    assert_eq!((status, said(&answer).as_str()), (200, "192.0.2.10"));
    assert_eq!(encrypted.log(), ["TLS", "POST /dns-query", "GET /dns-query"]);
}

#[test]
fn each_flaw_shows_over_tls_and_over_https() {
    let lab = Lab::new();
    let flawed = |flaw| Encrypted::flawed(lab.sandbox.resolver.addr(), flaw);
    let untrusted = flawed(Flaw::Untrusted);
    let error = over_tls(&untrusted.tls(), &untrusted.ca()).unwrap_err();
    assert!(error.to_string().contains("certificate"), "{error}");
    assert_eq!(post(&untrusted), None);
    let html = flawed(Flaw::Html);
    assert!(over_tls(&html.tls(), &html.ca()).is_err());
    assert!(post(&html).unwrap().1.starts_with(b"<html>"));
    let endless = flawed(Flaw::Endless);
    assert_eq!(over_tls(&endless.tls(), &endless.ca()).unwrap().len(), 0xffff);
    assert_eq!(post(&endless), None);
    let unavailable = flawed(Flaw::Unavailable);
    assert!(over_tls(&unavailable.tls(), &unavailable.ca()).is_err());
    assert_eq!(post(&unavailable).unwrap().0, 503);
}
