//! How a server behaves, so that clients can be tried against every mood of it.

use std::collections::VecDeque;
use std::time::Duration;

use axum::body::Body;
use axum::response::Response;
use http::header;

use super::http::HangUp;
use crate::secret::Secret;

/// Manners of a server; good by default.
#[derive(Clone, Debug, Default)]
pub struct Manners {
    /// DNS answers as acme-dns does, its faults included.
    pub as_acme_dns: bool,
    /// `/register` is not there.
    pub registration_disabled: bool,
    /// `/register` wants these Basic credentials.
    pub basic: Option<(String, Secret)>,
    /// Tells this with every `/update`, as Certify DNS does.
    pub propagation_delay_seconds: Option<f64>,
    /// The next requests fail so.
    pub fail_next: VecDeque<Failure>,
    /// The next updates fail so.
    pub fail_next_update: VecDeque<Failure>,
    /// No credentials are good enough for `/update`.
    pub forbid_updates: bool,
    /// New values show in DNS only so much later.
    pub dns_delay: Option<Duration>,
    /// Each DNS answer comes so much later.
    pub dns_answer_delay: Duration,
    /// DNS never answers.
    pub dns_silent: bool,
}

/// A way for an HTTP request to fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// A status with a JSON body.
    Status { code: u16, retry_after: Option<u64> },
    /// A status with an HTML page, as proxies send it.
    Html { code: u16 },
    /// The connection breaks before anything is done.
    Reset,
    /// What was asked for is done, then the connection breaks.
    ResetAfter,
    /// The answer takes a minute.
    Slow,
    /// What was asked for is done, and its answer comes so much later.
    Late { milliseconds: u64 },
    /// The body has no end worth waiting for.
    Huge,
}

const SLOWNESS: Duration = Duration::from_secs(60);
const HUGE: usize = 8 * 1024 * 1024;

impl Failure {
    /// Whether what was asked for is done all the same.
    pub(crate) fn is_after(self) -> bool {
        matches!(self, Failure::ResetAfter | Failure::Late { .. })
    }

    /// What becomes of the right answer.
    pub(crate) async fn spoil(self, answer: Response) -> Response {
        match self {
            Failure::Late { milliseconds } => {
                tokio::time::sleep(Duration::from_millis(milliseconds)).await;
                answer
            }
            _ => HangUp::answer(),
        }
    }

    /// The answer instead of the right one.
    pub(crate) async fn answer(self) -> Response {
        match self {
            Failure::Status { code, retry_after } => status(code, retry_after),
            Failure::Html { code } => {
                let page = "<html><head><title>Bad Gateway</title></head><body>nginx</body></html>\n";
                built(Response::builder().status(code).header(header::CONTENT_TYPE, "text/html"), page)
            }
            Failure::Reset | Failure::ResetAfter | Failure::Late { .. } => HangUp::answer(),
            Failure::Slow => {
                tokio::time::sleep(SLOWNESS).await;
                built(Response::builder(), "{}")
            }
            Failure::Huge => built(Response::builder(), vec![b' '; HUGE]),
        }
    }
}

fn status(code: u16, retry_after: Option<u64>) -> Response {
    let mut builder = Response::builder().status(code).header(header::CONTENT_TYPE, "application/json");
    if let Some(seconds) = retry_after {
        builder = builder.header(header::RETRY_AFTER, seconds);
    }
    built(builder, "{\"error\": \"unavailable\"}")
}

fn built(builder: http::response::Builder, body: impl Into<Body>) -> Response {
    builder.body(body.into()).expect("constant headers make a response")
}
