//! One way to speak HTTP: time limits, bounded bodies, our User-Agent, extra roots, proxies from the environment.

mod error;

use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

use bytes::{Bytes, BytesMut};
use http::{HeaderMap, StatusCode};
use reqwest::redirect;
use url::Url;

use crate::event::{Event, SharedReporter};
use error::Broken;

pub use error::{HttpError, RootCause};

/// What we say we are, to every server.
pub const USER_AGENT: &str = concat!("certdns/", env!("CARGO_PKG_VERSION"));

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);
/// No ACME or acme-dns answer comes near this; a longer one is cut off as hostile.
const MAX_BODY: usize = 1024 * 1024;
/// So much is read of an answer whose body nobody waits for.
const MAX_EXCERPT: usize = 4 * 1024;

/// An HTTP client for JSON services. Cheap to clone; redirects are not followed.
#[derive(Clone)]
pub struct Http {
    inner: reqwest::Client,
    reporter: SharedReporter,
}

/// An answer, whatever its status; the body is whole and of bounded size.
#[derive(Clone, Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

/// A request as [`Http`] takes it.
pub type Request = http::Request<Bytes>;

/// Put into a request's extensions: how its URL is told in events, when the URL itself is confidential.
#[derive(Clone)]
pub struct ShownAs(pub String);

/// Put into a request's extensions: nothing matters of the answer but its status, and of its body the start at most.
#[derive(Clone)]
pub struct StatusOnly;

impl Http {
    /// A client that trusts the system's roots and, when given, those in the PEM file `extra_roots`.
    ///
    /// # Errors
    /// When the file cannot be read or holds no certificate, or the machine has no usable roots at all.
    pub fn new(extra_roots: Option<&Path>, reporter: SharedReporter) -> Result<Http, HttpError> {
        let roots = extra_roots.map(read_roots).transpose()?.unwrap_or_default();
        let system = builder().tls_certs_merge(roots.clone()).build();
        // A machine without any system roots still reaches the servers whose root it was given, and plain HTTP.
        let inner = system.or_else(|_| builder().tls_certs_only(roots).build()).map_err(HttpError::Setup)?;
        Ok(Http { inner, reporter })
    }

    /// Sends a request and reads the whole answer.
    ///
    /// # Errors
    /// When no complete answer came: name resolution, connection, TLS, time limit, or a body over 1 MiB.
    /// An HTTP error status is an answer, not an error.
    pub async fn send(&self, request: Request) -> Result<Reply, HttpError> {
        let shown = request.extensions().get::<ShownAs>().map(|shown| shown.0.clone());
        let url = shown.unwrap_or_else(|| request.uri().to_string());
        let method = request.method().to_string();
        let begun = Instant::now();
        // On the heap: futures of whole commands hold one of these at every turn.
        let result = Box::pin(self.exchange(request)).await;
        let reply = result.map_err(|error| HttpError::exchange(&url, error))?;
        let status = reply.status.as_u16();
        self.reporter.report(Event::Request { method, url, status, took: begun.elapsed() });
        Ok(reply)
    }

    async fn exchange(&self, request: Request) -> Result<Reply, Broken> {
        let status_only = request.extensions().get::<StatusOnly>().is_some();
        let request = reqwest::Request::try_from(request)?;
        let mut response = self.inner.execute(request).await?;
        let (status, headers) = (response.status(), response.headers().clone());
        let mut body = BytesMut::new();
        while let Some(chunk) = response.chunk().await? {
            if status_only && body.len() + chunk.len() > MAX_EXCERPT {
                break;
            }
            if body.len() + chunk.len() > MAX_BODY {
                return Err(Broken::TooLarge);
            }
            body.extend_from_slice(&chunk);
        }
        Ok(Reply { status, headers, body: body.freeze() })
    }
}

impl Reply {
    /// When the server wants to be asked again, from `Retry-After` in seconds or as a date (RFC 9110 section 10.2.3).
    #[must_use]
    pub fn retry_after(&self, now: SystemTime) -> Option<Duration> {
        let value = self.headers.get(http::header::RETRY_AFTER)?.to_str().ok()?.trim();
        if let Ok(seconds) = value.parse::<u64>() {
            return Some(Duration::from_secs(seconds.min(MAX_RETRY_AFTER_SECONDS)));
        }
        let date = httpdate::parse_http_date(value).ok()?;
        Some(date.duration_since(now).unwrap_or_default())
    }

    /// A header as text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The start of the body as one line of printable text, for messages about answers that are not what they should be.
    #[must_use]
    pub fn excerpt(&self) -> String {
        let text = String::from_utf8_lossy(&self.body[..self.body.len().min(400)]);
        let words: Vec<&str> =
            text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
        words.join(" ").chars().take(120).collect()
    }
}

const MAX_RETRY_AFTER_SECONDS: u64 = 10 * 365 * 86_400;

fn builder() -> reqwest::ClientBuilder {
    reqwest::Client::builder()
        .user_agent(USER_AGENT)
        .connect_timeout(CONNECT_TIMEOUT)
        .timeout(REQUEST_TIMEOUT)
        .redirect(redirect::Policy::none())
}

fn read_roots(path: &Path) -> Result<Vec<reqwest::Certificate>, HttpError> {
    let pem = std::fs::read(path).map_err(|source| HttpError::ReadRoots { path: path.to_owned(), source })?;
    let roots = reqwest::Certificate::from_pem_bundle(&pem).unwrap_or_default();
    if roots.is_empty() { Err(HttpError::NoRoots { path: path.to_owned() }) } else { Ok(roots) }
}

/// Whether a URL may be spoken to: https, or http that does not leave this machine, or http on the operator's word.
#[must_use]
pub fn is_private_enough(url: &Url, allow_http: bool) -> bool {
    let loopback = match url.host() {
        Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
        Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
        Some(url::Host::Domain(name)) => name == "localhost",
        None => false,
    };
    // What the URL standard lets through is not all fit for a request: `https://{your-server}`.
    let usable = http::Uri::try_from(url.as_str()).is_ok_and(|uri| uri.host().is_some());
    usable && (url.scheme() == "https" || (url.scheme() == "http" && (loopback || allow_http)))
}

/// `host` or `host:port` of a URL, for messages.
#[must_use]
pub fn host_of(url: &str) -> String {
    let Ok(url) = Url::parse(url) else { return "the server".to_owned() };
    match (url.host_str(), url.port()) {
        (Some(host), Some(port)) => format!("{host}:{port}"),
        (Some(host), None) => host.to_owned(),
        (None, _) => "the server".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(retry_after: &str) -> Reply {
        let headers = HeaderMap::from_iter([(http::header::RETRY_AFTER, retry_after.parse().unwrap())]);
        Reply { status: StatusCode::OK, headers, body: Bytes::from_static(b"<html>\n <b>502\x1b[1m</b>") }
    }

    #[test]
    fn retry_after_is_read_as_seconds_and_as_a_date() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_717);
        assert_eq!(reply("120").retry_after(now), Some(Duration::from_secs(120)));
        assert_eq!(reply("Sun, 06 Nov 1994 08:49:37 GMT").retry_after(now), Some(Duration::from_secs(60)));
        assert_eq!(reply("Sun, 06 Nov 1994 08:47:37 GMT").retry_after(now), Some(Duration::ZERO));
        assert_eq!(reply("soon").retry_after(now), None);
    }

    #[test]
    fn an_excerpt_is_one_line_without_control_characters() {
        assert_eq!(reply("1").excerpt(), "<html> <b>502 [1m</b>");
    }
}
