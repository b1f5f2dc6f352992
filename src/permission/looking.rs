//! A look at CAA that must not take long, whatever DNS does.

use std::slice;
use std::time::Duration;

use futures_util::{StreamExt, stream};
use tokio::time::{Instant, timeout_at};

use crate::caa::Climb;
use crate::context::Context;
use crate::identifier::Identifier;

/// So many names are looked at side by side.
const SIDE_BY_SIDE: usize = 64;

/// What can be seen of each name within the time that there is for all of them; `None` where that was not enough.
pub async fn glance(cx: &Context, names: &[Identifier], limit: Duration) -> Vec<Option<Climb>> {
    let Ok(dns) = cx.dns() else { return vec![None; names.len()] };
    let deadline = Instant::now() + limit;
    let looks = names.iter().map(|name| {
        let dns = dns.clone();
        async move {
            let climbs = timeout_at(deadline, dns.climb_all(slice::from_ref(name.base()))).await;
            climbs.ok().and_then(|climbs| climbs.into_iter().next())
        }
    });
    stream::iter(looks).buffered(SIDE_BY_SIDE).collect().await
}
