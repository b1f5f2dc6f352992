//! An HTTP/1.1 server around an axum router, over TCP or TLS, which can also hang up without an answer.

use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use hyper::body::Incoming;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::{AbortHandle, JoinSet};
use tokio_rustls::TlsAcceptor;
use tower_service::Service;

/// A slow client does not hold a connection for ever.
const HEADER_LIMIT: Duration = Duration::from_secs(10);
const TLS_LIMIT: Duration = Duration::from_secs(10);
const MAX_CONNECTIONS: usize = 256;

/// A running server; dropping it closes every connection.
pub(crate) struct Listening {
    address: SocketAddr,
    task: AbortHandle,
}

impl Listening {
    /// Starts at this address; port 0 is any free one. Must be called inside a tokio runtime.
    pub(crate) fn start(address: IpAddr, port: u16, router: Router) -> io::Result<Listening> {
        Listening::on(std::net::TcpListener::bind((address, port))?, router, None)
    }

    /// Starts on a socket that is bound already, for who must know the port beforehand.
    pub(crate) fn on(
        listener: std::net::TcpListener,
        router: Router,
        tls: Option<TlsAcceptor>,
    ) -> io::Result<Listening> {
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let task = tokio::spawn(accept(TcpListener::from_std(listener)?, router, tls)).abort_handle();
        Ok(Listening { address, task })
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// In the extensions of a response: close the connection instead of sending it.
#[derive(Clone)]
pub(crate) struct HangUp;

impl HangUp {
    pub(crate) fn answer() -> Response {
        let mut response = Response::new(Body::empty());
        response.extensions_mut().insert(HangUp);
        response
    }
}

/// In the extensions of a request: who asks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Peer(pub SocketAddr);

async fn accept(listener: TcpListener, router: Router, tls: Option<TlsAcceptor>) {
    let permits = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    let mut connections = JoinSet::new();
    loop {
        let Ok(permit) = permits.clone().acquire_owned().await else { return };
        let Ok((stream, peer)) = listener.accept().await else { continue };
        let (router, tls) = (router.clone(), tls.clone());
        connections.spawn(async move {
            connection(stream, Peer(peer), router, tls).await;
            drop(permit);
        });
        while connections.try_join_next().is_some() {}
    }
}

async fn connection(stream: TcpStream, peer: Peer, router: Router, tls: Option<TlsAcceptor>) {
    let _ = stream.set_nodelay(true);
    match tls {
        None => exchange(stream, peer, router).await,
        Some(tls) => {
            if let Ok(Ok(stream)) = tokio::time::timeout(TLS_LIMIT, tls.accept(stream)).await {
                exchange(stream, peer, router).await;
            }
        }
    }
}

async fn exchange(stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static, peer: Peer, router: Router) {
    let service = hyper::service::service_fn(move |mut request: http::Request<Incoming>| {
        request.extensions_mut().insert(peer);
        let answer = router.clone().call(request.map(Body::new));
        async move {
            let answer: Result<Response, Infallible> = answer.await;
            match answer {
                Ok(response) if response.extensions().get::<HangUp>().is_some() => {
                    Err(io::ErrorKind::ConnectionAborted.into())
                }
                Ok(response) => Ok::<_, io::Error>(response),
                Err(never) => match never {},
            }
        }
    });
    let mut http = hyper::server::conn::http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEADER_LIMIT);
    // A client that goes away is no concern of ours.
    let _ = http.serve_connection(TokioIo::new(stream), service).await;
}
