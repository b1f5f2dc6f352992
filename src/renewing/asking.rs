//! Asking the CAs when they would like certificates renewed (RFC 9773): only where the last answer has had its time.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use futures_util::future::join_all;
use futures_util::{StreamExt, stream};
use jiff::Timestamp;
use url::Url;

use crate::acme::{AcmeError, authority_name};
use crate::context::Context;
use crate::error::{Error, Result};
use crate::event::Event;
use crate::lineages::Standing;
use crate::renewal::{Answer, Suggestion};

/// So long is one answer waited for; there are other ways to know when a certificate is due.
const PATIENCE: Duration = Duration::from_secs(20);

/// Brings what the CAs suggest up to date, side by side. A CA that gives no answer at all is asked once, and told of once.
pub(super) async fn ask_authorities(cx: &Context, ready: Vec<Result<Standing>>, jobs: usize) -> Vec<Result<Standing>> {
    let now = Timestamp::now();
    let directories: BTreeSet<Url> = ready
        .iter()
        .flatten()
        .filter(|one| to_ask(one, now).is_some())
        .map(|one| one.lineage.issuing_directory().clone())
        .collect();
    let silent: BTreeMap<Url, String> =
        join_all(directories.into_iter().map(|url| silence(cx, url))).await.into_iter().flatten().collect();
    let told = Mutex::default();
    let each = ready.into_iter().map(|standing| async {
        match standing {
            Ok(standing) => Ok(asked(cx, standing, &silent, &told, now).await),
            Err(error) => Err(error),
        }
    });
    stream::iter(each).buffered(jobs).collect().await
}

/// Why a CA cannot be asked anything; `None` when it can.
async fn silence(cx: &Context, directory: Url) -> Option<(Url, String)> {
    let trouble = match tokio::time::timeout(PATIENCE, cx.authority(&directory)).await {
        Ok(Ok(_)) => return None,
        Ok(Err(error)) => error.whole(),
        Err(_) => "no answer in time".to_owned(),
    };
    let authority = authority_name(&directory);
    let text = format!("{authority} did not say when it would like certificates renewed: {trouble}");
    cx.report(Event::Warning { text });
    Some((directory, trouble))
}

/// The certificate to ask about, where it is time to ask. What is revoked or over is due, whatever anybody suggests.
fn to_ask(standing: &Standing, now: Timestamp) -> Option<String> {
    let certificate = standing.certificate.as_ref()?;
    let over = standing.lineage.live_revoked().is_some() || certificate.not_after <= now;
    let id = certificate.renewal_id().filter(|_| !over)?;
    let is_fresh = |known: &Suggestion| known.is_fresh(&id, now);
    (!standing.renewal.suggestion.as_ref().is_some_and(is_fresh)).then_some(id)
}

async fn asked(
    cx: &Context,
    mut standing: Standing,
    silent: &BTreeMap<Url, String>,
    told: &Mutex<BTreeSet<Url>>,
    now: Timestamp,
) -> Standing {
    let Some(id) = to_ask(&standing, now) else { return standing };
    let answer = match silent.get(standing.lineage.issuing_directory()) {
        Some(trouble) => Answer::passing(trouble.clone()),
        None => heard(cx, &standing, &id, told).await,
    };
    let known = standing.renewal.suggestion.clone();
    // Another process may have written the rest meanwhile.
    standing.renewal = cx.store.renewal(&standing.lineage.name);
    standing.renewal.suggestion = Some(Suggestion::after(known, &id, answer, now, rand::random()));
    if let Err(error) = cx.store.save_renewal(&standing.lineage.name, &standing.renewal) {
        cx.report(Event::Warning { text: Error::from(error).message() });
    }
    standing
}

/// What the CA says of one certificate; trouble is told once for each CA.
async fn heard(cx: &Context, standing: &Standing, id: &str, told: &Mutex<BTreeSet<Url>>) -> Answer {
    let answer = ask(cx, standing, id).await;
    let directory = standing.lineage.issuing_directory();
    let is_first = || told.lock().unwrap_or_else(PoisonError::into_inner).insert(directory.clone());
    if let Answer::Trouble { text, .. } = &answer
        && is_first()
    {
        let (name, authority) = (&standing.lineage.name, authority_name(directory));
        let text = format!("{authority} did not say when it would like {name} renewed: {text}");
        cx.report(Event::Warning { text });
    }
    answer
}

async fn ask(cx: &Context, standing: &Standing, id: &str) -> Answer {
    let directory = standing.lineage.issuing_directory();
    let asked = async { Ok::<_, Error>(cx.authority(directory).await?.renewal_window(id).await?) };
    match tokio::time::timeout(PATIENCE, asked).await {
        Ok(Ok(info)) => Answer::Said(info.window, info.ask_again_in),
        Ok(Err(error)) => {
            let said = error.downcast_ref::<AcmeError>();
            let (until, lasting) = (said.and_then(AcmeError::until), !said.is_some_and(AcmeError::is_passing));
            Answer::Trouble { text: error.whole(), until, lasting }
        }
        Err(_) => Answer::passing("no answer in time".to_owned()),
    }
}
