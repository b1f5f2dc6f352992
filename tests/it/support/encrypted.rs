//! DNS over TLS (RFC 7858) and DNS over HTTPS (RFC 8484) in front of a resolver that speaks neither.

pub mod question;

use std::convert::Infallible;
use std::fs;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::response::{IntoResponse, Response};
use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
use futures_util::stream;
use http::{Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Runtime;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

use super::authority::ThrowAwayCa;

const MEDIA_TYPE: &str = "application/dns-message";
const PAGE: &str = "<html><head><title>Welcome</title></head><body>Log in to this network</body></html>\n";

/// What is wrong with both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Their certificate is from another CA than [`Encrypted::ca`].
    Untrusted,
    /// A web page instead of DNS messages, with status 200.
    Html,
    /// An answer without an end.
    Endless,
    /// Status 503 over HTTPS, and over TLS an end of the connection instead of an answer.
    Unavailable,
}

/// Both running; dropping it stops them.
pub struct Encrypted {
    tls: u16,
    https: u16,
    log: Log,
    _runtime: Runtime,
    directory: TempDir,
}

type Log = Arc<Mutex<Vec<String>>>;

/// What every connection is served with.
#[derive(Clone)]
struct Front {
    resolver: SocketAddr,
    flaw: Option<Flaw>,
    acceptor: TlsAcceptor,
    log: Log,
}

impl Encrypted {
    pub fn start(resolver: SocketAddr) -> Encrypted {
        Encrypted::with(resolver, None)
    }

    pub fn flawed(resolver: SocketAddr, flaw: Flaw) -> Encrypted {
        Encrypted::with(resolver, Some(flaw))
    }

    fn with(resolver: SocketAddr, flaw: Option<Flaw>) -> Encrypted {
        let directory = tempfile::tempdir().unwrap();
        let acceptor = acceptor(directory.path());
        if flaw == Some(Flaw::Untrusted) {
            fs::write(directory.path().join("ca.pem"), ThrowAwayCa::new().pem()).unwrap();
        }
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let log = Log::default();
        let front = Front { resolver, flaw, acceptor, log: Arc::clone(&log) };
        let tls = runtime.block_on(listen(front.clone(), over_tls));
        let https = runtime.block_on(listen(front, over_https));
        Encrypted { tls, https, log, _runtime: runtime, directory }
    }

    /// `tls://localhost:8853`
    pub fn tls(&self) -> String {
        format!("tls://localhost:{}", self.tls)
    }

    /// `https://localhost:8443/dns-query`
    pub fn https(&self) -> String {
        format!("https://localhost:{}/dns-query", self.https)
    }

    /// The CA to trust, PEM: the value for `SSL_CERT_FILE`.
    pub fn ca(&self) -> PathBuf {
        self.directory.path().join("ca.pem")
    }

    /// One line for each connection over TLS (`TLS`) and each request over HTTPS (`POST /dns-query`), oldest first.
    pub fn log(&self) -> Vec<String> {
        self.log.lock().unwrap().clone()
    }
}

fn acceptor(directory: &Path) -> TlsAcceptor {
    ThrowAwayCa::new().write(directory);
    let chain = CertificateDer::pem_file_iter(directory.join("server.pem")).unwrap().map(Result::unwrap).collect();
    let key = PrivateKeyDer::from_pem_file(directory.join("server.key")).unwrap();
    let config = ServerConfig::builder().with_no_client_auth().with_single_cert(chain, key).unwrap();
    TlsAcceptor::from(Arc::new(config))
}

/// Serves every connection to a free port; gives the port.
async fn listen<F>(front: Front, serve: impl Fn(Front, TlsStream<TcpStream>) -> F + Send + Copy + 'static) -> u16
where
    F: Future<Output = ()> + Send,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let front = front.clone();
            tokio::spawn(async move {
                if let Ok(stream) = front.acceptor.clone().accept(stream).await {
                    serve(front, stream).await;
                }
            });
        }
    });
    port
}

async fn over_tls(front: Front, mut stream: TlsStream<TcpStream>) {
    front.log.lock().unwrap().push("TLS".to_owned());
    // Who is tried out here may hang up whenever it likes.
    let _ = match front.flaw {
        None | Some(Flaw::Untrusted) => pass_on(front.resolver, &mut stream).await,
        Some(Flaw::Html) => stream.write_all(PAGE.as_bytes()).await,
        Some(Flaw::Endless) => loop {
            if let Err(error) = stream.write_all(&[0xff; 8192]).await {
                break Err(error);
            }
        },
        Some(Flaw::Unavailable) => Ok(()),
    };
    let _ = stream.shutdown().await;
}

async fn pass_on(resolver: SocketAddr, stream: &mut TlsStream<TcpStream>) -> io::Result<()> {
    let mut upstream = TcpStream::connect(resolver).await?;
    copy_bidirectional(stream, &mut upstream).await.map(drop)
}

async fn over_https(front: Front, stream: TlsStream<TcpStream>) {
    let router = Router::new().fallback(move |request| answer(front.clone(), request));
    let http = hyper::server::conn::http1::Builder::new();
    let _ = http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router)).await;
}

async fn answer(front: Front, request: Request<Body>) -> Response {
    front.log.lock().unwrap().push(format!("{} {}", request.method(), request.uri().path()));
    match front.flaw {
        None | Some(Flaw::Untrusted) => {
            resolved(front.resolver, request).await.unwrap_or_else(IntoResponse::into_response)
        }
        Some(Flaw::Html) => ([(header::CONTENT_TYPE, "text/html")], PAGE).into_response(),
        Some(Flaw::Endless) => message(Body::from_stream(stream::repeat_with(|| Ok::<_, Infallible>(vec![0; 8192])))),
        Some(Flaw::Unavailable) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

fn message(body: Body) -> Response {
    ([(header::CONTENT_TYPE, MEDIA_TYPE)], body).into_response()
}

async fn resolved(resolver: SocketAddr, request: Request<Body>) -> Result<Response, StatusCode> {
    let question = question(request).await?;
    let answer = ask(resolver, &question).await.map_err(|_| StatusCode::BAD_GATEWAY)?;
    Ok(message(answer.into()))
}

/// RFC 8484 section 4.1: the message is the body of a POST, or in the query of a GET.
async fn question(request: Request<Body>) -> Result<Vec<u8>, StatusCode> {
    if request.uri().path() != "/dns-query" {
        return Err(StatusCode::NOT_FOUND);
    }
    match *request.method() {
        Method::POST if request.headers().get(header::CONTENT_TYPE).is_some_and(|given| given == MEDIA_TYPE) => {
            let body = request.into_body().collect().await.map_err(|_| StatusCode::BAD_REQUEST)?;
            Ok(body.to_bytes().to_vec())
        }
        Method::POST => Err(StatusCode::UNSUPPORTED_MEDIA_TYPE),
        Method::GET => in_query(request.uri().query().unwrap_or_default()).ok_or(StatusCode::BAD_REQUEST),
        _ => Err(StatusCode::METHOD_NOT_ALLOWED),
    }
}

fn in_query(query: &str) -> Option<Vec<u8>> {
    let encoded = query.split('&').find_map(|pair| pair.strip_prefix("dns="))?;
    BASE64_URL_SAFE_NO_PAD.decode(encoded).ok()
}

/// Over TCP, where every answer fits.
async fn ask(resolver: SocketAddr, question: &[u8]) -> io::Result<Bytes> {
    let length = u16::try_from(question.len()).map_err(io::Error::other)?;
    let mut stream = TcpStream::connect(resolver).await?;
    stream.write_all(&[&length.to_be_bytes(), question].concat()).await?;
    let mut answer = vec![0; usize::from(stream.read_u16().await?)];
    stream.read_exact(&mut answer).await?;
    Ok(answer.into())
}
