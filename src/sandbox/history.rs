//! What the lab's servers were asked, for tests and for whoever wants to see the protocol at work.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use http::header;
use serde::Serialize;

use crate::serve::http::HangUp;

/// What a request is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    Directory,
    Nonce,
    NewAccount,
    Account,
    Orders,
    KeyChange,
    NewOrder,
    Authorization,
    Challenge,
    Order,
    Finalize,
    Certificate,
    Revoke,
    RenewalInfo,
    Register,
    Update,
    Other,
}

/// One request and how it was answered.
#[derive(Clone, Debug, Serialize)]
pub struct Exchange {
    /// Counts from 1, in the order in which requests came in.
    pub number: usize,
    /// `ca` or `acme-dns`.
    pub part: &'static str,
    pub stage: Stage,
    pub method: String,
    pub path: String,
    /// 0 where the connection was broken instead.
    pub status: u16,
    /// The type of the problem document.
    pub problem: Option<String>,
    pub retry_after: Option<String>,
    /// Milliseconds since the lab started.
    pub started_ms: u64,
    pub took_ms: u64,
}

/// The exchanges so far. Clones share them.
#[derive(Clone)]
pub struct History(Arc<Inner>);

struct Inner {
    begun: Instant,
    begun_count: AtomicUsize,
    exchanges: Mutex<Vec<Exchange>>,
    file: Option<Mutex<File>>,
}

/// In the extensions of a response: the type of its problem document.
#[derive(Clone)]
pub(super) struct ProblemType(pub String);

impl Default for History {
    fn default() -> History {
        History::with(None)
    }
}

impl History {
    /// Writes each exchange to a file as well, as a line of JSON, when it is finished.
    ///
    /// # Errors
    /// When the file cannot be made.
    pub fn to_file(path: &Path) -> io::Result<History> {
        Ok(History::with(Some(Mutex::new(File::create(path)?))))
    }

    fn with(file: Option<Mutex<File>>) -> History {
        let (begun, begun_count) = (Instant::now(), AtomicUsize::default());
        History(Arc::new(Inner { begun, begun_count, exchanges: Mutex::default(), file }))
    }

    /// The finished exchanges, in the order in which they began.
    #[must_use]
    pub fn exchanges(&self) -> Vec<Exchange> {
        let mut exchanges = self.lock().clone();
        exchanges.sort_by_key(|exchange| exchange.number);
        exchanges
    }

    /// Forgets what was.
    pub fn clear(&self) {
        self.lock().clear();
    }

    /// What the CA was asked, as waves: requests of one kind in a row, repetitions after a bad nonce included. Each
    /// look at an order is a wave of its own, for it waits for the one before.
    #[must_use]
    pub fn waves(&self) -> Vec<Stage> {
        let bad_nonce =
            |exchange: &Exchange| exchange.problem.as_deref().is_some_and(|kind| kind.ends_with(":badNonce"));
        let asked = self.exchanges().into_iter().filter(|exchange| exchange.part == "ca" && !bad_nonce(exchange));
        let mut waves: Vec<Stage> = asked.map(|exchange| exchange.stage).collect();
        waves.dedup_by(|next, before| next == before && *next != Stage::Order);
        waves
    }

    fn record(&self, exchange: Exchange) {
        if let Some(file) = &self.0.file {
            let line = serde_json::to_string(&exchange).expect("an exchange is plain data");
            let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
            // A full disk does not stop the lab.
            let _ = writeln!(file, "{line}");
        }
        self.lock().push(exchange);
    }

    fn next_number(&self) -> usize {
        self.0.begun_count.fetch_add(1, Ordering::Relaxed) + 1
    }

    fn milliseconds(&self) -> u64 {
        u64::try_from(self.0.begun.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Exchange>> {
        self.0.exchanges.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Stage {
    /// What a request for this path is about.
    #[must_use]
    pub fn of(path: &str) -> Stage {
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        match segments.as_slice() {
            ["directory"] => Stage::Directory,
            ["nonce"] => Stage::Nonce,
            ["new-account"] => Stage::NewAccount,
            ["account", _] => Stage::Account,
            ["account", _, "orders"] => Stage::Orders,
            ["key-change"] => Stage::KeyChange,
            ["new-order"] => Stage::NewOrder,
            ["authorization", _] => Stage::Authorization,
            ["challenge", _] => Stage::Challenge,
            ["order", _] => Stage::Order,
            ["order", _, "finalize"] => Stage::Finalize,
            ["certificate", _] | ["certificate", _, "alternate"] => Stage::Certificate,
            ["renewal-info", _] => Stage::RenewalInfo,
            ["revoke"] => Stage::Revoke,
            ["register"] => Stage::Register,
            ["update"] => Stage::Update,
            _ => Stage::Other,
        }
    }
}

/// Has every request to a router recorded.
pub(super) fn recording(router: Router, part: &'static str, history: History) -> Router {
    router.layer(from_fn_with_state((part, history), record))
}

async fn record(State((part, history)): State<(&'static str, History)>, request: Request, next: Next) -> Response {
    let (number, started_ms) = (history.next_number(), history.milliseconds());
    let (method, path) = (request.method().to_string(), request.uri().path().to_owned());
    let response = next.run(request).await;
    let hung_up = response.extensions().get::<HangUp>().is_some();
    let text = |name| response.headers().get(name).and_then(|value: &http::HeaderValue| value.to_str().ok());
    history.record(Exchange {
        number,
        part,
        stage: Stage::of(&path),
        method,
        path,
        status: if hung_up { 0 } else { response.status().as_u16() },
        problem: response.extensions().get::<ProblemType>().map(|problem| problem.0.clone()),
        retry_after: text(header::RETRY_AFTER).map(str::to_owned),
        started_ms,
        took_ms: history.milliseconds() - started_ms,
    });
    response
}
