//! What is owed to deploy hooks, as it is on disk.

use std::time::Duration;

use jiff::Timestamp;

use super::subjects::{subject, whole};
use super::{Round, kept};
use crate::context::Context;
use crate::delivery::is_delivered;
use crate::error::{Doing, Result};
use crate::hooks::{Hook, HookFault, Stage, Subject, distinct};
use crate::renewal::Reason;
use crate::store::{Deploys, Lineage};

/// A live generation that deploy hooks are still to see.
pub(super) struct Debt {
    pub(super) lineage: Lineage,
    pub(super) generation: u32,
    pub(super) previous: Option<u32>,
    pub(super) reason: Option<String>,
    pub(super) hooks: Vec<Hook>,
    /// Those that only one run was given.
    besides: Vec<Hook>,
    /// Whether they are to be run although they were.
    pub(super) again: bool,
}

impl Round {
    /// Written before there is anything to deploy: what is live and not settled is owed, even after a crash.
    pub(super) fn expect(&self, cx: &Context, lineage: &Lineage, reason: Reason) -> Result<()> {
        let (name, live) = (&lineage.name, lineage.live.unwrap_or(0));
        let known = cx.store.deploys(name)?;
        let besides = known.iter().any(|known| !known.besides.is_empty());
        if !besides && self.wanted(cx, lineage, Stage::Deploy).is_empty() {
            return known.map_or(Ok(()), |_| Ok(cx.store.forget_deploys(name)?));
        }
        let known = known.unwrap_or_else(|| Deploys { settled: live, ..Default::default() });
        Ok(cx.store.save_deploys(name, &known.expecting(live, &self.besides.deploy, &reason.to_string()))?)
    }

    /// Sees what a lineage owes to deploy hooks: after an attempt, whatever came of it, and where nothing was due.
    /// Files that could not be written first are waited for.
    ///
    /// # Errors
    /// When that cannot be read.
    pub fn look(&self, cx: &Context, name: &str) -> Result<()> {
        let (Some(mut deploys), Some(lineage)) = (cx.store.deploys(name)?, cx.store.lineage(name)?) else {
            return Ok(());
        };
        let Some(generation) = lineage.live else { return Ok(()) };
        let wanted = self.wanted(cx, &lineage, Stage::Deploy);
        let hooks = deploys.owed(generation, &wanted);
        if hooks.is_empty() {
            if deploys.settled < generation {
                deploys.settle(generation, &wanted);
                cx.store.save_deploys(name, &deploys)?;
            }
        } else if is_delivered(cx, &lineage) {
            let Deploys { previous, reason, besides, .. } = deploys;
            self.seen().debts.push(Debt { lineage, generation, previous, reason, hooks, besides, again: false });
        }
        Ok(())
    }

    /// Whether deploy hooks of a lineage are to be run.
    ///
    /// # Errors
    /// When what is known of them cannot be read.
    pub fn owes(&self, cx: &Context, lineage: &Lineage) -> Result<bool> {
        let wanted = self.wanted(cx, lineage, Stage::Deploy);
        let (deploys, live) = (cx.store.deploys(&lineage.name)?, lineage.live);
        Ok(deploys.zip(live).is_some_and(|(deploys, live)| !deploys.owed(live, &wanted).is_empty()))
    }

    /// Has all deploy hooks of a lineage run for what is live, whether they were or not.
    ///
    /// # Errors
    /// When what is known of them cannot be read.
    pub fn look_again(&self, cx: &Context, lineage: &Lineage) -> Result<()> {
        let (deploys, hooks) = (cx.store.deploys(&lineage.name)?, self.wanted(cx, lineage, Stage::Deploy));
        let (deploys, mut hooks) = (deploys.unwrap_or_default(), hooks);
        if let Some(generation) = lineage.live {
            // Those of one run that still wait, too.
            let owed = deploys.owed(generation, &hooks);
            hooks.extend(owed.into_iter().filter(|hook| !hooks.contains(hook)).collect::<Vec<_>>());
            let Deploys { previous, reason, besides, .. } = deploys;
            let lineage = lineage.clone();
            self.seen().debts.push(Debt { lineage, generation, previous, reason, hooks, besides, again: true });
        }
        Ok(())
    }

    /// Another process may have run some of it while we waited.
    pub(super) fn see_again(&self, cx: &Context, debt: &mut Debt) {
        if debt.again {
            return;
        }
        if let Ok(Some(deploys)) = cx.store.deploys(&debt.lineage.name) {
            let owed = deploys.owed(debt.generation, &self.wanted(cx, &debt.lineage, Stage::Deploy));
            debt.hooks.retain(|hook| owed.contains(hook));
        }
    }

    /// What was done is read again: another process may have done some of it meanwhile, or deleted the lineage, of which
    /// nothing is to be there any more.
    pub(super) fn note(&self, cx: &Context, debt: &Debt, hook: &Hook, fault: Option<&HookFault>) -> Result<()> {
        let name = &debt.lineage.name;
        if cx.store.lineage(name)?.is_none() {
            return Ok(());
        }
        let mut deploys = cx.store.deploys(name)?.unwrap_or_default();
        let wanted = self.wanted(cx, &debt.lineage, Stage::Deploy);
        deploys.note(debt.generation, hook, fault.map(ToString::to_string), &wanted, Timestamp::now());
        let attempt = format!("the deploy hook `{}` was run for {name}, but that could not be noted", hook.name());
        cx.store.save_deploys(name, &deploys).doing(attempt)
    }
}

impl Debt {
    /// Whether nobody wants the hook but one run that was given it.
    pub(super) fn is_besides(&self, cx: &Context, hook: &Hook) -> bool {
        self.besides.contains(hook) && !kept(cx, &self.lineage, Stage::Deploy).contains(hook)
    }

    pub(super) fn subject(&self, cx: &Context) -> Subject {
        subject(cx, &self.lineage, self.reason.clone())
    }

    pub(super) fn whole(&self, cx: &Context) -> Subject {
        whole(cx, self.subject(cx), &self.lineage, self.previous)
    }
}

/// Forgets the hooks that only one run was given and that are still owed: it may have been given them by mistake.
///
/// # Errors
/// When another process works on the lineage for long, or what is known cannot be read or written.
pub async fn forget_besides(cx: &Context, name: &str) -> Result<()> {
    let _lock = cx.store.lock_lineage(name, PATIENCE, &cx.reporter).await?;
    match cx.store.deploys(name)? {
        Some(deploys) if !deploys.besides.is_empty() => {
            Ok(cx.store.save_deploys(name, &Deploys { besides: Vec::new(), ..deploys })?)
        }
        _ => Ok(()),
    }
}

/// Another process may hold a lineage for as long as somebody creates a CNAME.
const PATIENCE: Duration = Duration::from_secs(30);

/// Every hook with all that owe it, in the order in which hooks come first. Pure.
pub(super) fn by_hook(debts: &[Debt]) -> Vec<(Hook, Vec<&Debt>)> {
    let hooks = distinct(debts.iter().flat_map(|debt| &debt.hooks));
    let owing = |hook: &Hook| debts.iter().filter(|debt| debt.hooks.contains(hook)).collect();
    hooks.into_iter().map(|hook| (hook.clone(), owing(&hook))).collect()
}
