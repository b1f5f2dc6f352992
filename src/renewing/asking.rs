//! Asking the CAs when they would like certificates renewed (RFC 9773): only where the last answer has had its time.

use std::time::Duration;

use futures_util::{StreamExt, stream};
use jiff::Timestamp;

use crate::acme::authority_name;
use crate::context::Context;
use crate::error::{Error, Result};
use crate::event::Event;
use crate::lineages::Standing;
use crate::renewal::{Answer, Suggestion};

/// So long is one answer waited for; there are other ways to know when a certificate is due.
const PATIENCE: Duration = Duration::from_secs(20);

/// Brings what the CAs suggest up to date, side by side.
pub(super) async fn ask_authorities(cx: &Context, ready: Vec<Result<Standing>>, jobs: usize) -> Vec<Result<Standing>> {
    let each = ready.into_iter().map(|standing| async {
        match standing {
            Ok(standing) => Ok(asked(cx, standing).await),
            Err(error) => Err(error),
        }
    });
    stream::iter(each).buffered(jobs).collect().await
}

async fn asked(cx: &Context, mut standing: Standing) -> Standing {
    let Some(id) = standing.certificate.as_ref().and_then(crate::certificate::Certificate::renewal_id) else {
        return standing;
    };
    let (now, known) = (Timestamp::now(), standing.renewal.suggestion.clone());
    // What is revoked or over is due, whatever anybody suggests.
    let over = standing.lineage.live_revoked().is_some()
        || standing.certificate.as_ref().is_none_or(|certificate| certificate.not_after <= now);
    if over || known.as_ref().is_some_and(|known| known.is_fresh(&id, now)) {
        return standing;
    }
    let answer = ask(cx, &standing, &id).await;
    if let Answer::Trouble(trouble) = &answer {
        let (name, authority) = (&standing.lineage.name, authority_name(standing.lineage.issuing_directory()));
        let text = format!("{authority} did not say when it would like {name} renewed: {trouble}");
        cx.report(Event::Warning { text });
    }
    let suggestion = Suggestion::after(known, &id, answer, now, rand::random());
    standing.renewal.suggestion = Some(suggestion);
    if let Err(error) = cx.store.save_renewal(&standing.lineage.name, &standing.renewal) {
        cx.report(Event::Warning { text: Error::from(error).message() });
    }
    standing
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
