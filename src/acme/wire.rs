//! The way to a CA: signed requests, a pool of nonces, and repetition of what is worth repeating.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use backon::{ConstantBuilder, ExponentialBuilder, Retryable};
use bytes::Bytes;
use futures_util::{StreamExt, TryStreamExt, stream};
use http::{Method, StatusCode, header};
use instant_acme::Problem;
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde_json::Value;
use url::Url;

use super::error::BAD_NONCE;
use super::key::{Signer, jws};
use super::{AcmeError, problem};
use crate::event::{Event, SharedReporter};
use crate::http::{Http, Reply, Request, is_private_enough};

/// Requests of one wave that are under way at once. Let's Encrypt lets newNonce burst to 10.
pub(super) const SIDE_BY_SIDE: usize = 10;
/// With every second nonce rejected, one request in 10^12 still fails.
const NONCE_ATTEMPTS: usize = 40;
/// A longer `Retry-After` is not waited for: the caller is told the date.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
const ATTEMPTS: usize = 4;
const POOL_SIZE: usize = 64;

/// One CA's connection: shared by everything that speaks to it.
pub(super) struct Wire {
    pub http: Http,
    pub reporter: SharedReporter,
    /// How the CA is called.
    pub authority: String,
    /// Whether the directory came by plain HTTP, which settings allow to this machine or on the operator's word.
    pub allow_http: bool,
    pub new_nonce: Option<Url>,
    nonces: Mutex<Vec<String>>,
    /// Until when the CA wants to be left alone by everybody here.
    rest_until: Mutex<Option<Timestamp>>,
}

impl Wire {
    pub(super) fn new(http: Http, reporter: SharedReporter, authority: String, allow_http: bool) -> Wire {
        let (nonces, rest_until) = (Mutex::default(), Mutex::default());
        Wire { http, reporter, authority, allow_http, new_nonce: None, nonces, rest_until }
    }

    /// A plain GET, for the directory.
    pub(super) async fn get(&self, url: &Url) -> Result<Reply, AcmeError> {
        self.patiently(|| self.send(request(Method::GET, url, Bytes::new()))).await
    }

    /// A signed request; `None` reads (POST-as-GET). Bad nonces are met with fresh ones, trouble with patience.
    pub(super) async fn post(
        &self,
        signer: Signer<'_>,
        url: &Url,
        payload: Option<&Value>,
    ) -> Result<Reply, AcmeError> {
        let fresh = ConstantBuilder::default().with_delay(Duration::ZERO).with_max_times(NONCE_ATTEMPTS);
        let attempt = || async {
            let post = || self.post_once(signer, url, payload);
            post.retry(fresh).when(|error: &AcmeError| error.is(BAD_NONCE)).await
        };
        self.patiently(attempt).await
    }

    /// Has `count` nonces at hand, asked for side by side.
    pub(super) async fn prefetch_nonces(&self, count: usize) -> Result<(), AcmeError> {
        let missing = count.min(SIDE_BY_SIDE).saturating_sub(self.pool().len());
        let fetched: Vec<String> =
            stream::iter(0..missing).map(|_| self.fetch_nonce()).buffer_unordered(SIDE_BY_SIDE).try_collect().await?;
        self.pool().extend(fetched);
        Ok(())
    }

    /// Keeps the nonce that came with an answer (RFC 8555 section 6.5.1: base64url, or it is no nonce).
    pub(super) fn keep_nonce(&self, reply: &Reply) {
        let Some(nonce) = reply.header("replay-nonce") else { return };
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let mut pool = self.pool();
        if !nonce.is_empty() && nonce.len() <= 512 && nonce.chars().all(plain) && pool.len() < POOL_SIZE {
            pool.push(nonce.to_owned());
        }
    }

    /// A URL that the CA names, if it may be followed.
    pub(super) fn url(&self, text: &str) -> Result<Url, AcmeError> {
        let url = Url::parse(text).ok().filter(|url| is_private_enough(url, self.allow_http));
        url.ok_or_else(|| AcmeError::BadUrl {
            authority: self.authority.clone(),
            url: text.chars().take(200).collect(),
        })
    }

    /// The body of an answer as the type it should be.
    pub(super) fn parse<T: DeserializeOwned>(&self, reply: &Reply) -> Result<T, AcmeError> {
        serde_json::from_slice(&reply.body).map_err(|_| self.not_acme(reply))
    }

    pub(super) fn missing(&self, what: &'static str) -> AcmeError {
        AcmeError::Missing { authority: self.authority.clone(), what }
    }

    /// An answer that is a problem or no answer of an ACME server becomes an error.
    pub(super) fn judge(&self, reply: Reply) -> Result<Reply, AcmeError> {
        self.keep_nonce(&reply);
        let status = reply.status;
        if status.is_success() {
            return Ok(reply);
        }
        let (authority, until) = (self.authority.clone(), until(&reply));
        if status == StatusCode::TOO_MANY_REQUESTS {
            self.rest(&reply);
        }
        let typed = |problem: &Problem| problem.r#type.is_some() || problem.detail.is_some();
        match serde_json::from_slice::<Problem>(&reply.body).ok().filter(typed).map(Box::new) {
            Some(problem) => {
                let each = problem::each(&problem);
                let see = self.see(&reply);
                Err(AcmeError::Problem { authority, status, problem, until, see, each })
            }
            None if status == StatusCode::TOO_MANY_REQUESTS || status.is_server_error() => {
                Err(AcmeError::Unavailable { authority, status, said: reply.excerpt(), until })
            }
            None => Err(self.not_acme(&reply)),
        }
    }

    /// Where a problem sends people: its instance (RFC 7807), else the new terms of service (RFC 8555 section 7.3.3).
    fn see(&self, reply: &Reply) -> Option<Url> {
        let document: Value = serde_json::from_slice(&reply.body).ok()?;
        let terms = links(reply, "terms-of-service").next();
        document["instance"].as_str().or(terms).and_then(|text| self.url(text).ok())
    }

    fn not_acme(&self, reply: &Reply) -> AcmeError {
        AcmeError::NotAcme { authority: self.authority.clone(), status: reply.status, said: reply.excerpt() }
    }

    async fn post_once(&self, signer: Signer<'_>, url: &Url, payload: Option<&Value>) -> Result<Reply, AcmeError> {
        self.rested().await;
        let nonce = self.nonce_once().await?;
        let body = jws(signer, &nonce, url, payload)?;
        let mut request = request(Method::POST, url, Bytes::from(body));
        let json = header::HeaderValue::from_static("application/jose+json");
        request.headers_mut().insert(header::CONTENT_TYPE, json);
        self.send(request).await
    }

    /// A short pause that is asked for is one for everybody here.
    fn rest(&self, reply: &Reply) {
        let short = reply.retry_after(std::time::SystemTime::now()).is_some_and(|pause| pause <= LONGEST_PAUSE);
        if short {
            *self.rest_until.lock().unwrap_or_else(PoisonError::into_inner) = until(reply);
        }
    }

    /// Waits with a request while another one was just asked to wait: they are of one account.
    async fn rested(&self) {
        let until = *self.rest_until.lock().unwrap_or_else(PoisonError::into_inner);
        let pause = until.and_then(|until| Duration::try_from(until.duration_since(Timestamp::now())).ok());
        tokio::time::sleep(pause.unwrap_or_default().min(LONGEST_PAUSE)).await;
    }

    async fn fetch_nonce(&self) -> Result<String, AcmeError> {
        let url = self.new_nonce.as_ref().ok_or_else(|| self.missing("the newNonce URL"))?;
        let reply = self.patiently(|| self.send_raw(request(Method::HEAD, url, Bytes::new()))).await?;
        self.nonce_of(&reply)
    }

    /// Without patience of its own: whoever posts is patient already.
    async fn nonce_once(&self) -> Result<String, AcmeError> {
        let pooled = self.pool().pop();
        if let Some(nonce) = pooled {
            return Ok(nonce);
        }
        let url = self.new_nonce.as_ref().ok_or_else(|| self.missing("the newNonce URL"))?;
        self.nonce_of(&self.send_raw(request(Method::HEAD, url, Bytes::new())).await?)
    }

    fn nonce_of(&self, reply: &Reply) -> Result<String, AcmeError> {
        let nonce = reply.header("replay-nonce").map(str::to_owned);
        nonce.ok_or_else(|| self.missing("the Replay-Nonce header"))
    }

    /// Repeats what may pass: a busy or unreachable CA, as it asks itself, within reason.
    async fn patiently<F, Fut>(&self, attempt: F) -> Result<Reply, AcmeError>
    where
        F: FnMut() -> Fut,
        Fut: Future<Output = Result<Reply, AcmeError>>,
    {
        let pauses =
            ExponentialBuilder::default().with_min_delay(Duration::from_millis(400)).with_max_times(ATTEMPTS - 1);
        attempt
            .retry(pauses.with_jitter())
            .when(AcmeError::is_passing)
            .adjust(|error, pause| pause.and_then(|pause| pause_for(error, pause)))
            .notify(|error, pause| self.tell(error, pause))
            .await
    }

    fn tell(&self, error: &AcmeError, pause: Duration) {
        self.reporter.report(Event::BackingOff { reason: error.to_string(), pause });
    }

    async fn send(&self, request: Request) -> Result<Reply, AcmeError> {
        self.judge(self.exchange(request).await?)
    }

    /// Without keeping the nonce: it is what is asked for.
    async fn send_raw(&self, request: Request) -> Result<Reply, AcmeError> {
        let reply = self.exchange(request).await?;
        if reply.status.is_success() { Ok(reply) } else { self.judge(reply) }
    }

    async fn exchange(&self, request: Request) -> Result<Reply, AcmeError> {
        let sent = self.http.send(request).await;
        sent.map_err(|source| AcmeError::NoAnswer { authority: self.authority.clone(), source })
    }

    fn pool(&self) -> std::sync::MutexGuard<'_, Vec<String>> {
        self.nonces.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How long to pause before asking again; `None` gives up: the CA asks for more time than a person waits.
fn pause_for(error: &AcmeError, pause: Duration) -> Option<Duration> {
    let Some(until) = error.until() else { return Some(pause) };
    let asked = Duration::try_from(until.duration_since(Timestamp::now())).unwrap_or_default();
    (asked <= LONGEST_PAUSE).then_some(asked.max(pause))
}

fn until(reply: &Reply) -> Option<Timestamp> {
    in_future(reply.retry_after(std::time::SystemTime::now())?)
}

/// That moment to the second, and none too early.
pub(super) fn in_future(pause: Duration) -> Option<Timestamp> {
    let until = Timestamp::now().checked_add(pause).ok()?;
    until.round(jiff::TimestampRound::new().smallest(jiff::Unit::Second).mode(jiff::RoundMode::Ceil)).ok()
}

/// The URLs that the `Link` headers of an answer have for a relation (RFC 8288).
pub(super) fn links<'a>(reply: &'a Reply, relation: &'a str) -> impl Iterator<Item = &'a str> {
    let headers = reply.headers.get_all(header::LINK).iter().filter_map(|value| value.to_str().ok());
    headers.flat_map(parted).filter_map(move |link| linked(link, relation))
}

/// One header may hold several links; a comma parts them only where the next one begins.
fn parted(header: &str) -> Vec<&str> {
    let begins = |at: &usize| header[..*at].trim_end().is_empty() || header[..*at].trim_end().ends_with(',');
    let mut edges: Vec<usize> = header.match_indices('<').map(|(at, _)| at).filter(begins).collect();
    edges.push(header.len());
    edges.windows(2).map(|edge| header[edge[0]..edge[1]].trim_end().trim_end_matches(',')).collect()
}

/// The URL of `<...>;rel="..."`, when the relation is this one.
fn linked<'a>(link: &'a str, relation: &str) -> Option<&'a str> {
    let (url, parameters) = link.trim().strip_prefix('<')?.split_once('>')?;
    let is_it = |parameter: &str| {
        parameter.trim().strip_prefix("rel=").is_some_and(|found| found.trim_matches('"') == relation)
    };
    parameters.split(';').any(is_it).then_some(url)
}

fn request(method: Method, url: &Url, body: Bytes) -> Request {
    let request = http::Request::builder().method(method).uri(url.as_str()).body(body);
    request.expect("a parsed URL makes a request")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(header: &str) -> Vec<&str> {
        parted(header).into_iter().filter_map(|link| linked(link, "alternate")).collect()
    }

    #[test]
    fn links_are_found_by_their_relation_one_or_several_in_a_header() {
        assert_eq!(found("<https://ca.example/cert/1/1>;rel=\"alternate\""), ["https://ca.example/cert/1/1"]);
        assert_eq!(found("<https://ca.example/directory>;rel=\"index\""), Vec::<&str>::new());
        let several = "<https://ca.example/a,b>; rel=\"alternate\", <https://ca.example/d>;rel=index ,<https://ca.example/c>;title=x;rel=alternate";
        assert_eq!(found(several), ["https://ca.example/a,b", "https://ca.example/c"]);
        assert_eq!(found("nothing, <of this"), Vec::<&str>::new());
    }
}
