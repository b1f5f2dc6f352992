//! A look at CAA that must not take long, whatever DNS does.

use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::join_all;
use tokio::time::{Instant, timeout_at};

use crate::caa::Climb;
use crate::context::Context;
use crate::identifier::Identifier;

/// What can be seen of each name within the time that there is for all of them; `None` where that was not enough.
pub async fn glance(cx: &Context, names: &[Identifier], limit: Duration) -> Vec<Option<Climb>> {
    let Ok(dns) = cx.dns() else { return vec![None; names.len()] };
    let deadline = Instant::now() + limit;
    let look = dns.look();
    let looks = names.iter().map(|name| timeout_at(deadline, look.climb(name.base())).map(Result::ok));
    // All at once: a name that is slow must not keep those behind it from being looked at in time.
    join_all(looks).await
}
