//! What is owed to deploy hooks, for those who only look.

use jiff::Timestamp;

use super::kept;
use crate::certificate::Lifetime;
use crate::context::Context;
use crate::error::Error;
use crate::hooks::Stage;
use crate::store::{Deploys, Lineage};

/// A live certificate that deploy hooks are still to see: servers may not have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undeployed {
    /// Which hook, and why; without what it is given.
    pub what: String,
    /// When it failed, where it was run at all.
    pub since: Option<Timestamp>,
    /// Of the certificate that servers may still have.
    pub served: Option<Lifetime>,
    /// Whether a hook is owed that only one run was given.
    pub is_besides: bool,
}

/// What is owed for the live certificate; `None` when nothing is.
#[must_use]
pub fn undeployed(cx: &Context, lineage: &Lineage) -> Option<Undeployed> {
    let live = lineage.live?;
    let deploys = match cx.store.deploys(&lineage.name) {
        Ok(deploys) => deploys?,
        Err(error) => return Some(unknown(&error.into())),
    };
    let (what, since, is_besides) = owed(&deploys, live, cx, lineage)?;
    let chain = cx.store.chain(&lineage.name, deploys.settled).ok().filter(|_| deploys.settled > 0);
    Some(Undeployed { what, since, served: chain.map(|chain| chain.leaf().lifetime()), is_besides })
}

fn unknown(error: &Error) -> Undeployed {
    Undeployed { what: error.outward(), since: None, served: None, is_besides: false }
}

fn owed(deploys: &Deploys, live: u32, cx: &Context, lineage: &Lineage) -> Option<(String, Option<Timestamp>, bool)> {
    let owed = deploys.owed(live, &kept(cx, lineage, Stage::Deploy));
    let failed =
        |hook: &&crate::hooks::Hook| deploys.hooks.get(&hook.digest()).is_some_and(|one| one.failure.is_some());
    let hook = owed.iter().find(failed).or(owed.first())?;
    let deploy = deploys.hooks.get(&hook.digest());
    let what = match deploy.and_then(|deploy| deploy.failure.as_ref()) {
        Some(why) => format!("the deploy hook `{}` failed: {why}", hook.name()),
        None => format!("the deploy hook `{}` was not run for it yet", hook.name()),
    };
    let more = owed.len() - 1;
    let what = if more == 0 { what } else { format!("{what} (and {more} more)") };
    let since = deploy.filter(|deploy| deploy.failure.is_some()).map(|deploy| deploy.at);
    Some((what, since, owed.iter().any(|hook| deploys.besides.contains(hook))))
}
