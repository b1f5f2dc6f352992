//! The webhook: a notice as JSON, signed where a key is given, sent again when the other side has trouble.

use std::fmt::Write;
use std::time::Duration;

use aws_lc_rs::hmac;
use backon::{ExponentialBuilder, Retryable};
use bytes::Bytes;
use http::{StatusCode, header};
use jiff::Timestamp;

use super::NotifyError;
use super::channel::host;
use crate::context::Context;
use crate::http::{HttpError, Request, ShownAs, StatusOnly};
use crate::notices::Notice;
use crate::secret::Secret;
use crate::settings::SecretUrl;

/// Posts one notice.
pub(super) async fn post(cx: &Context, url: &SecretUrl, notice: &Notice) -> Result<(), NotifyError> {
    let body = notice.json(&host(), cx.reporter.run()).to_string();
    let mut request = request("POST", url, url.expose().as_str(), body.clone());
    request.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/json"));
    if let Some(key) = cx.settings.notify.webhook_secret()? {
        let value = signature(&key, Timestamp::now(), body.as_bytes());
        request.headers_mut().insert("Certdns-Signature", value.parse().expect("digits and letters fit into a header"));
    }
    send(cx, url, request).await
}

/// `t=SECONDS,v1=HEX`: HMAC-SHA256 over the seconds since 1970, a dot, and the body.
fn signature(key: &Secret, now: Timestamp, body: &[u8]) -> String {
    let seconds = now.as_second();
    let key = hmac::Key::new(hmac::HMAC_SHA256, key.expose().as_bytes());
    let mut context = hmac::Context::with_key(&key);
    context.update(format!("{seconds}.").as_bytes());
    context.update(body);
    let mut text = format!("t={seconds},v1=");
    for octet in context.sign().as_ref() {
        let _ = write!(text, "{octet:02x}");
    }
    text
}

pub(super) fn request(method: &str, shown: &SecretUrl, url: &str, body: String) -> Request {
    let request =
        http::Request::builder().method(method).uri(url).extension(ShownAs(shown.shown())).extension(StatusOnly);
    request.body(Bytes::from(body)).expect("a parsed URL makes a request")
}

/// Sends until somebody took it, for a minute at most.
pub(super) async fn send(cx: &Context, url: &SecretUrl, request: Request) -> Result<(), NotifyError> {
    let http = cx.http().map_err(NotifyError::Client)?;
    let limit = cx.settings.notify.timeout;
    let attempt = || async {
        let exchange = tokio::time::timeout(limit, http.send(request.clone())).await;
        let reply = exchange.map_err(|_| HttpError::Timeout { host: url.host() }).and_then(|reply| reply);
        let reply = reply.map_err(NotifyError::NoAnswer)?;
        match reply.status.is_success() {
            true => Ok(()),
            false => Err(NotifyError::Refused { host: url.host(), status: reply.status }),
        }
    };
    let pauses = ExponentialBuilder::default().with_min_delay(FIRST_PAUSE).with_max_times(3).with_jitter();
    let tried = tokio::time::timeout(PATIENCE, attempt.retry(pauses).when(may_pass)).await;
    tried.unwrap_or_else(|_| Err(NotifyError::NoAnswer(HttpError::Timeout { host: url.host() })))
}

const FIRST_PAUSE: Duration = Duration::from_millis(500);

/// A run is not held up for longer by one that does not listen.
const PATIENCE: Duration = Duration::from_secs(40);

/// Whether the same may succeed in a moment.
fn may_pass(error: &NotifyError) -> bool {
    match error {
        NotifyError::NoAnswer(source) => source.is_transient(),
        NotifyError::Refused { status, .. } => {
            status.is_server_error() || [StatusCode::REQUEST_TIMEOUT, StatusCode::TOO_MANY_REQUESTS].contains(status)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_over_the_time_and_the_body() {
        let now = Timestamp::from_second(1_800_000_000).unwrap();
        // printf '1800000000.{"version":1}' | openssl dgst -sha256 -hmac key
        assert_eq!(
            signature(&Secret::new("key"), now, b"{\"version\":1}"),
            "t=1800000000,v1=daa11db61d163f50134877d6d8ffdf3de99b16b3f1d997e30441dd563860f7e3"
        );
    }
}
