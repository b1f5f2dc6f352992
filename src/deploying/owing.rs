//! What is owed to deploy hooks, as it is on disk.

use jiff::Timestamp;

use super::Round;
use super::subjects::{subject, whole};
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
            let (previous, reason) = (deploys.previous, deploys.reason);
            self.seen().debts.push(Debt { lineage, generation, previous, reason, hooks, again: false });
        }
        Ok(())
    }

    /// Has all deploy hooks of a lineage run for what is live, whether they were or not.
    ///
    /// # Errors
    /// When what is known of them cannot be read.
    pub fn look_again(&self, cx: &Context, lineage: &Lineage) -> Result<()> {
        let (deploys, hooks) = (cx.store.deploys(&lineage.name)?, self.wanted(cx, lineage, Stage::Deploy));
        let deploys = deploys.unwrap_or_default();
        if let Some(generation) = lineage.live {
            let (previous, reason) = (deploys.previous, deploys.reason);
            let lineage = lineage.clone();
            self.seen().debts.push(Debt { lineage, generation, previous, reason, hooks, again: true });
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

    /// What was done is read again: another process may have done some of it meanwhile.
    pub(super) fn note(&self, cx: &Context, debt: &Debt, hook: &Hook, fault: Option<&HookFault>) -> Result<()> {
        let name = &debt.lineage.name;
        let mut deploys = cx.store.deploys(name)?.unwrap_or_default();
        let wanted = self.wanted(cx, &debt.lineage, Stage::Deploy);
        deploys.note(debt.generation, hook, fault.map(ToString::to_string), &wanted, Timestamp::now());
        let attempt = format!("the deploy hook `{}` was run for {name}, but that could not be noted", hook.name());
        cx.store.save_deploys(name, &deploys).doing(attempt)
    }
}

impl Debt {
    pub(super) fn subject(&self, cx: &Context) -> Subject {
        subject(cx, &self.lineage, self.reason.clone())
    }

    pub(super) fn whole(&self, cx: &Context) -> Subject {
        whole(cx, self.subject(cx), &self.lineage, self.previous)
    }
}

/// Every hook with all that owe it, in the order in which hooks come first. Pure.
pub(super) fn by_hook(debts: &[Debt]) -> Vec<(Hook, Vec<&Debt>)> {
    let hooks = distinct(debts.iter().flat_map(|debt| &debt.hooks));
    let owing = |hook: &Hook| debts.iter().filter(|debt| debt.hooks.contains(hook)).collect();
    hooks.into_iter().map(|hook| (hook.clone(), owing(&hook))).collect()
}
