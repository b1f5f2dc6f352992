//! Telling people what they did not ask for: by commands, by a webhook, and by a ping that stays away when all fails.
//!
//! What is to be told is on disk before anybody is told: a crash on the way tells it twice rather than never. What
//! cannot be delivered is a warning in this run, and tried again in the next.

mod channel;
mod command;
mod error;
mod ping;
mod webhook;

use jiff::Timestamp;

use crate::context::Context;
use crate::error::{Error, Result};
use crate::event::Event;
use crate::notices::{Condition, Notice, Notices, judge};

pub use channel::{Channel, channels};
pub use error::NotifyError;
pub use ping::{run_begins, run_ended};

/// Tells what is news in how lineages stand at the end of a run. Never fails: what goes wrong here is a warning.
pub async fn tell(cx: &Context, conditions: Vec<Condition>) {
    if !cx.settings.notify.has_channels() || !cx.store.exists() {
        return;
    }
    if let Err(error) = Box::pin(told(cx, &conditions)).await {
        warn(cx, &error.doing("not everybody could be told how the certificates stand"));
    }
}

async fn told(cx: &Context, conditions: &[Condition]) -> Result<()> {
    let _lock = cx.store.lock_notices(&cx.reporter).await?;
    let now = Timestamp::now();
    let known = cx.store.notices()?;
    let (news, mut notices) = judge(&known, conditions, cx.settings.notify.rules, now);
    notices.forget_all_but(&cx.store.lineage_names()?);
    let wanted: Vec<Notice> = news.into_iter().filter(|one| cx.settings.notify.on.contains(&one.event)).collect();
    let channels = channels(&cx.settings.notify);
    let names: Vec<String> = channels.iter().map(Channel::id).collect();
    notices.enqueue(&wanted, &names, now);
    cx.store.save_notices(&notices)?;
    for channel in &channels {
        deliver(cx, channel, &mut notices).await;
        cx.store.save_notices(&notices)?;
    }
    Ok(())
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
