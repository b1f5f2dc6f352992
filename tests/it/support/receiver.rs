//! Somebody who is told things over HTTP, and answers as a test wants.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use tokio::runtime::Runtime;

/// What one request is answered.
#[derive(Clone, Copy, Debug)]
pub enum Answer {
    Status(u16),
    /// Nothing, ever.
    Silence,
    /// 200, and more octets than anybody wants.
    Flood,
}

/// What came.
#[derive(Clone, Debug)]
pub struct Received {
    pub method: String,
    pub path: String,
    pub signature: Option<String>,
    pub body: String,
}

/// Listens on a free port of loopback until it is dropped.
pub struct Receiver {
    address: SocketAddr,
    shared: Arc<Shared>,
    _runtime: Runtime,
}

#[derive(Default)]
struct Shared {
    received: Mutex<Vec<Received>>,
    /// The first ones; after them all is well.
    answers: Mutex<VecDeque<Answer>>,
}

impl Receiver {
    pub fn new(answers: &[Answer]) -> Receiver {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let shared = Arc::new(Shared { answers: Mutex::new(answers.iter().copied().collect()), ..Shared::default() });
        let app = Router::new().fallback(receive).with_state(shared.clone());
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = listener.local_addr().unwrap();
        runtime.spawn(async move { axum::serve(listener, app).await });
        Receiver { address, shared, _runtime: runtime }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// All that came since the last time this was asked.
    pub fn take(&self) -> Vec<Received> {
        std::mem::take(&mut self.shared.received.lock().unwrap())
    }

    /// Answers so from now on, as many times as there are answers.
    pub fn answer(&self, answers: &[Answer]) {
        *self.shared.answers.lock().unwrap() = answers.iter().copied().collect();
    }
}

impl Received {
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

async fn receive(
    State(shared): State<Arc<Shared>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> (StatusCode, Vec<u8>) {
    let signature = headers.get("Certdns-Signature").map(|value| value.to_str().unwrap().to_owned());
    let body = String::from_utf8(body.to_vec()).unwrap();
    let one = Received { method: method.to_string(), path: uri.path().to_owned(), signature, body };
    shared.received.lock().unwrap().push(one);
    let answer = shared.answers.lock().unwrap().pop_front();
    match answer {
        None => (StatusCode::OK, b"ok".to_vec()),
        Some(Answer::Status(status)) => (StatusCode::from_u16(status).unwrap(), b"trouble".to_vec()),
        Some(Answer::Flood) => (StatusCode::OK, vec![b'x'; 8 * 1024 * 1024]),
        Some(Answer::Silence) => {
            tokio::time::sleep(Duration::from_secs(600)).await;
            (StatusCode::OK, Vec::new())
        }
    }
}
