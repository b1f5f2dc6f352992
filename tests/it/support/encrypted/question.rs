//! One question over TLS or HTTPS, apart from the code of certdns that does the same.

use std::io;
use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use certdns::event::Silent;
use certdns::http::Http;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

/// Asks a `tls://` resolver whose certificate is from this CA.
#[tokio::main(flavor = "current_thread")]
pub async fn over_tls(url: &str, question: &[u8], ca: &Path) -> io::Result<Vec<u8>> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(ca).unwrap()).unwrap();
    let config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    let stream = TcpStream::connect(url.strip_prefix("tls://").unwrap()).await?;
    let name = ServerName::try_from("localhost").unwrap();
    let mut stream = TlsConnector::from(Arc::new(config)).connect(name, stream).await?;
    stream.write_u16(u16::try_from(question.len()).unwrap()).await?;
    stream.write_all(question).await?;
    let mut answer = vec![0; usize::from(stream.read_u16().await?)];
    stream.read_exact(&mut answer).await?;
    Ok(answer)
}

/// POSTs to an `https://` resolver; status and body, `None` when there is no whole reply.
pub fn post(url: &str, question: &[u8], ca: &Path) -> Option<(u16, Bytes)> {
    let request = http::Request::post(url).header("content-type", "application/dns-message");
    over_https(request, question, ca)
}

/// GETs; `encoded` is base64url.
pub fn get(url: &str, encoded: &str, ca: &Path) -> Option<(u16, Bytes)> {
    over_https(http::Request::get(format!("{url}?dns={encoded}")), &[], ca)
}

#[tokio::main(flavor = "current_thread")]
async fn over_https(request: http::request::Builder, body: &[u8], ca: &Path) -> Option<(u16, Bytes)> {
    let http = Http::new(Some(ca), Arc::new(Silent)).unwrap();
    let reply = http.send(request.body(Bytes::copy_from_slice(body)).unwrap()).await.ok()?;
    Some((reply.status.as_u16(), reply.body))
}
