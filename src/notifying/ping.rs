//! A ping at the end of every good run. Whoever waits for it notices when it stays away: even a machine that is down,
//! or a timer that is gone, is noticed so.

use url::Url;

use super::channel::host;
use super::{NotifyError, warn, webhook};
use crate::context::Context;
use crate::error::{Error, Kind};
use crate::settings::SecretUrl;

/// Says that a run begins, where that is wanted.
pub async fn run_begins(cx: &Context) {
    let settings = &cx.settings.notify;
    if let Some(healthcheck) = settings.healthcheck.as_ref().filter(|_| settings.healthcheck_start) {
        let url = below(healthcheck.expose(), "start");
        keep_going(cx, healthcheck, ping(cx, healthcheck, "GET", &url, String::new()).await);
    }
}

/// Says how a run ended: a ping of its own for a bad one, with a summary.
pub async fn run_ended(cx: &Context, kind: Option<Kind>, summary: &str) {
    let Some(healthcheck) = &cx.settings.notify.healthcheck else { return };
    let result = if kind.is_none() {
        good(cx, healthcheck).await
    } else {
        let body = format!("certdns on {}: {summary}", host()).chars().take(MAX_SUMMARY).collect();
        ping(cx, healthcheck, "POST", &below(healthcheck.expose(), "fail"), body).await
    };
    keep_going(cx, healthcheck, result);
}

/// Services keep no more of it, in characters.
const MAX_SUMMARY: usize = 2000;

pub(super) async fn good(cx: &Context, healthcheck: &SecretUrl) -> Result<(), NotifyError> {
    ping(cx, healthcheck, "GET", healthcheck.expose(), String::new()).await
}

pub(super) fn name(healthcheck: &SecretUrl) -> String {
    format!("the health check at {}", healthcheck.host())
}

async fn ping(cx: &Context, healthcheck: &SecretUrl, method: &str, url: &Url, body: String) -> Result<(), NotifyError> {
    webhook::send(cx, healthcheck, webhook::request(method, healthcheck, url.as_str(), body)).await
}

/// `https://hc-ping.com/uuid/fail`.
fn below(url: &Url, word: &str) -> Url {
    let mut url = url.clone();
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().push(word);
    }
    url
}

fn keep_going(cx: &Context, healthcheck: &SecretUrl, result: Result<(), NotifyError>) {
    if let Err(error) = result {
        warn(cx, &Error::from(error).doing(format!("could not ping {}", name(healthcheck))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_goes_below_the_path_and_before_the_query() {
        let said = |text: &str| below(&Url::parse(text).unwrap(), "fail").to_string();
        assert_eq!(said("https://hc-ping.com/uuid"), "https://hc-ping.com/uuid/fail");
        assert_eq!(said("https://hc-ping.com/uuid/?create=1"), "https://hc-ping.com/uuid/fail?create=1");
    }
}
