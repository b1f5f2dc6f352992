//! Asking the CAs when they would like certificates renewed (RFC 9773): only where the last answer has had its time.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use futures_util::future::join_all;
use futures_util::{StreamExt, stream};
use jiff::Timestamp;
use url::Url;

use crate::acme::authority_name;
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
    let each = ready.into_iter().map(|standing| async {
        match standing {
            Ok(standing) => Ok(asked(cx, standing, &silent, now).await),
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

async fn asked(cx: &Context, mut standing: Standing, silent: &BTreeMap<Url, String>, now: Timestamp) -> Standing {
    let Some(id) = to_ask(&standing, now) else { return standing };
    let answer = match silent.get(standing.lineage.issuing_directory()) {
        Some(trouble) => Answer::Trouble(trouble.clone()),
        None => heard(cx, &standing, &id).await,
    };
    let known = standing.renewal.suggestion.clone();
    let suggestion = Suggestion::after(known, &id, answer, now, rand::random());
    standing.renewal.suggestion = Some(suggestion);
    if let Err(error) = cx.store.save_renewal(&standing.lineage.name, &standing.renewal) {
        cx.report(Event::Warning { text: Error::from(error).message() });
    }
    standing
}

/// What the CA says of one certificate; trouble is told.
async fn heard(cx: &Context, standing: &Standing, id: &str) -> Answer {
    let answer = ask(cx, standing, id).await;
    if let Answer::Trouble(trouble) = &answer {
        let (name, authority) = (&standing.lineage.name, authority_name(standing.lineage.issuing_directory()));
        let text = format!("{authority} did not say when it would like {name} renewed: {trouble}");
        cx.report(Event::Warning { text });
    }
    answer
}

async fn ask(cx: &Context, standing: &Standing, id: &str) -> Answer {
    let directory = standing.lineage.issuing_directory();
    let asked = async { Ok::<_, Error>(cx.authority(directory).await?.renewal_window(id).await?) };
    match tokio::time::timeout(PATIENCE, asked).await {
        Ok(Ok(info)) => Answer::Said(info.window, info.ask_again_in),
        Ok(Err(error)) => Answer::Trouble(error.whole()),
        Err(_) => Answer::Trouble("no answer in time".to_owned()),
    }
}
