//! Telling people what they did not ask for: by commands, by a webhook, and by a ping that stays away when all fails.
//!
//! What is to be told is on disk before anybody is told: a crash on the way tells it twice rather than never. What
//! cannot be delivered is a warning in this run, and tried again in the next. Where nothing can be kept, people are told
//! all the same.

mod channel;
mod command;
mod error;
mod ping;
mod webhook;

use jiff::Timestamp;

use crate::context::Context;
use crate::error::{Doing, Error, Result};
use crate::event::Event;
use crate::notices::{Condition, Notice, Notices, Whole, judge, judge_run};
use crate::store::{Guard, StoreError};

pub use channel::{Channel, channels};
pub use error::NotifyError;
pub use ping::{run_begins, run_ended};

/// Tells what is news in how lineages stand at the end of a run. Never fails: what goes wrong here is a warning.
pub async fn tell(cx: &Context, conditions: Vec<Condition>, whole: &Whole) {
    if !cx.settings.notify.has_channels() || !cx.store.exists() {
        return;
    }
    if let Err(error) = Box::pin(told(cx, &conditions, whole)).await {
        warn(cx, &error.doing("not everybody could be told how the certificates stand"));
    }
}

async fn told(cx: &Context, conditions: &[Condition], whole: &Whole) -> Result<()> {
    let _lock = lock(cx).await?;
    let now = Timestamp::now();
    let (mut news, mut notices) = judge(&known(cx), conditions, cx.settings.notify.rules, now);
    news.extend(judge_run(&mut notices, whole, now));
    if let Ok(lineages) = cx.store.lineage_names() {
        notices.forget_all_but(&lineages);
    }
    let wanted: Vec<Notice> = news.into_iter().filter(|one| cx.settings.notify.on.contains(&one.event)).collect();
    let channels = channels(&cx.settings.notify);
    let names: Vec<String> = channels.iter().map(Channel::id).collect();
    notices.enqueue(&wanted, &names, now);
    notices.drop_stale();
    let mut kept = cx.store.save_notices(&notices.bounded());
    for channel in &channels {
        deliver(cx, channel, &mut notices).await;
        kept = kept.and_then(|()| cx.store.save_notices(&notices.bounded()));
    }
    kept.doing("what people were told could not be kept; the next run may tell it again")
}

/// Two processes must not tell the same; where the lock cannot be had for want of space, better twice than not at all.
async fn lock(cx: &Context) -> Result<Option<Guard>> {
    match cx.store.lock_notices(&cx.reporter).await {
        Ok(guard) => Ok(Some(guard)),
        Err(busy @ StoreError::Busy { .. }) => Err(busy.into()),
        Err(error) => {
            warn(cx, &error.into());
            Ok(None)
        }
    }
}

/// What cannot be read is put aside: it must not keep people from being told for good.
fn known(cx: &Context) -> Notices {
    cx.store.notices().unwrap_or_else(|error| {
        warn(cx, &Error::from(error).doing("what people were told before is not known"));
        cx.store.put_notices_aside();
        Notices::default()
    })
}

/// Delivers what waits for a channel. One that does not listen is left alone for this run.
async fn deliver(cx: &Context, channel: &Channel<'_>, notices: &mut Notices) {
    let id = channel.id();
    for bundle in notices.bundles_for(&id) {
        let Some(notice) = Notice::together(&bundle) else { continue };
        match channel.deliver(cx, &notice).await {
            Ok(()) => bundle.iter().for_each(|one| notices.delivered(&id, one)),
            Err(error) => {
                // The next run begins with another: one that is refused for what it says must not keep the rest.
                for one in &bundle {
                    notices.postpone(&id, one);
                }
                let attempt = match notices.waiting_for(&id).len() {
                    1 => format!("could not tell {channel}; the next run tries again"),
                    left => format!("could not tell {channel} {left} things; the next run tries again"),
                };
                return warn(cx, &Error::from(error).doing(attempt));
            }
        }
    }
}

fn warn(cx: &Context, error: &Error) {
    cx.report(Event::Warning { text: error.whole() });
}

/// What of the exchange with one channel came.
pub struct Tried {
    pub channel: String,
    pub result: Result<()>,
}

/// Tries every channel, the ping of a good run included.
pub async fn try_all(cx: &Context) -> Vec<Tried> {
    let notice = Notice::test(Timestamp::now());
    let mut tried = Vec::new();
    for channel in channels(&cx.settings.notify) {
        let result = channel.deliver(cx, &notice).await.map_err(Error::from);
        tried.push(Tried { channel: channel.to_string(), result });
    }
    if let Some(healthcheck) = &cx.settings.notify.healthcheck {
        let result = ping::good(cx, healthcheck).await.map_err(Error::from);
        tried.push(Tried { channel: ping::name(healthcheck), result });
    }
    tried
}
