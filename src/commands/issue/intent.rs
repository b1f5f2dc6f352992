//! What is to be done about a lineage, and doing it: the same for `issue` and `apply`.

use jiff::Timestamp;
use url::Url;

use super::desired::{Desired, RenewBefore};
use super::outcome::IssueOutcome;
use super::plan::{Plan, plan};
use crate::accounts::{Wish, asked_for};
use crate::certificate::Recipe;
use crate::commands::outputting::deliver_as;
use crate::context::Context;
use crate::delivery::is_delivered;
use crate::deploying::Round;
use crate::enrolment::Enrolled;
use crate::error::Result;
use crate::identifier::Identifier;
use crate::lineages::{Standing, standing};
use crate::obtaining::{Once, Wanted, obtain};
use crate::outputs::{self, Outputs};
use crate::permission::Who;
use crate::pinning::{self, Change};
use crate::renewal::Reason;
use crate::store::{Lineage, Step};

/// What the disk alone tells.
pub(in crate::commands) enum Intent {
    Keep(Box<Keeping>),
    Obtain(Box<Obtaining>),
}

/// The certificate is good; how the next ones are made, and what is made of it besides, may change.
pub(in crate::commands) struct Keeping {
    pub before: Standing,
    /// As it shall be.
    pub lineage: Lineage,
}

/// A certificate is to be had.
pub(in crate::commands) struct Obtaining {
    pub before: Option<Lineage>,
    /// As it shall be.
    pub lineage: Lineage,
    pub once: Once,
    pub reason: Reason,
    /// What was done for it before.
    pub steps: Vec<Step>,
}

/// What is to be done so that the lineage is as desired. Whoever then does it holds the lineage's lock, and has read it
/// since.
///
/// # Errors
/// When it cannot be as desired.
pub(in crate::commands) fn intend(
    cx: &Context,
    desired: &Desired,
    name: &str,
    before: Option<Lineage>,
) -> Result<Intent> {
    let outputs = desired.outputs.wanted(cx, name, before.as_ref())?;
    let hooks = desired.hooks.over(before.as_ref().map(|before| before.hooks.clone()).unwrap_or_default());
    let renewed_before = |lineage: &Lineage| match &desired.renew_before {
        Some(RenewBefore(before)) => before.clone(),
        None => lineage.renew_before.clone(),
    };
    let account = asked_for(cx, &desired.directory, desired.account.as_deref())?;
    match plan(cx, desired, name, before.clone())? {
        Plan::Obtain(lineage, once, reason) => {
            possible(&outputs, &lineage.recipe)?;
            let account = account.or(lineage.account.clone());
            let lineage = Lineage { account, renew_before: renewed_before(&lineage), outputs, hooks, ..*lineage };
            Ok(Intent::Obtain(Box::new(Obtaining { before, lineage, once, reason, steps: Vec::new() })))
        }
        Plan::Keep(before, recipe) => {
            possible(&outputs, &recipe)?;
            let account = account.or(before.lineage.account.clone());
            let renew_before = renewed_before(&before.lineage);
            let lineage = Lineage { account, recipe, renew_before, outputs, hooks, ..before.lineage.clone() };
            Ok(Intent::Keep(Box::new(Keeping { before: *before, lineage })))
        }
    }
}

/// Whether all outputs can be made where the key may be elsewhere.
fn possible(outputs: &Outputs, recipe: &Recipe) -> Result<()> {
    match recipe.csr {
        Some(_) => Ok(outputs::check_without_key(outputs)?),
        None => Ok(()),
    }
}

impl Keeping {
    /// Whether all is as desired already, files included.
    pub fn is_done(&self, cx: &Context) -> bool {
        let Keeping { before, lineage } = self;
        *lineage == before.lineage && cx.store.is_whole(lineage) && is_delivered(cx, lineage)
    }

    /// Keeps what is to hold for the next certificates, and has files written as they are wanted now.
    pub fn carry_out(self, cx: &Context) -> Result<IssueOutcome> {
        let Keeping { before, lineage } = self;
        let remembered = Keeping::remember(cx, &before.lineage, &lineage)?;
        if let Some(account) = account_changed(&before.lineage, &lineage) {
            cx.store.set_account(&lineage.name, account)?;
        }
        let outputs = lineage.outputs.clone();
        let lineage = Lineage { outputs: before.lineage.outputs, ..lineage };
        let (lineage, written) = deliver_as(cx, lineage, outputs)?;
        Ok(IssueOutcome::kept(standing(cx, lineage), remembered, written))
    }

    /// Keeps what the next certificates are to be like; gives whether that is anything new.
    fn remember(cx: &Context, before: &Lineage, lineage: &Lineage) -> Result<bool> {
        let other_recipe = (&lineage.recipe, &lineage.renew_before) != (&before.recipe, &before.renew_before);
        if other_recipe {
            cx.store.remember(&lineage.name, &lineage.recipe, lineage.renew_before.as_ref())?;
        }
        let other_hooks = lineage.hooks != before.hooks;
        if other_hooks {
            cx.store.set_hooks(&lineage.name, &lineage.hooks)?;
        }
        Ok(other_recipe || other_hooks)
    }
}

/// The account that is asked for orders from now on, where it is another one.
fn account_changed<'a>(before: &Lineage, wanted: &'a Lineage) -> Option<&'a Url> {
    wanted.account.as_ref().filter(|account| before.account.as_ref() != Some(account))
}

impl Obtaining {
    /// Whether just this was tried before and came to nothing: other wishes deserve an attempt of their own.
    pub fn is_tried_again(&self) -> bool {
        let pending = self.before.as_ref().and_then(|before| before.pending.as_ref());
        let wanted = &self.lineage;
        pending.is_some_and(|tried| {
            (&tried.identifiers, &tried.directory) == (&wanted.identifiers, &wanted.directory)
                && (tried.key_type, &tried.recipe) == (wanted.key_type, &wanted.recipe)
        })
    }

    /// The generation that servers are given.
    pub fn live(&self) -> Option<u32> {
        self.before.as_ref()?.live
    }

    /// When the live certificate ends.
    pub fn not_after(&self, cx: &Context) -> Option<Timestamp> {
        let chain = cx.store.live_chain(self.before.as_ref()?).ok().flatten()?;
        Some(chain.leaf().not_after)
    }

    /// The names that have a certificate already.
    pub fn certified(&self) -> &[Identifier] {
        let live = self.before.as_ref().filter(|lineage| lineage.live.is_some());
        live.map_or(&[], |lineage| &lineage.identifiers)
    }

    /// Whoever goes to another CA may find that names pin the account at the old one.
    pub async fn warn_of_pins(&self, cx: &Context) -> Result<()> {
        let who = match self.reason {
            Reason::OtherAuthority => Who::of(cx, &(self.lineage.directory.clone(), self.lineage.account.clone()))?,
            _ => None,
        };
        if let Some(who) = who {
            pinning::warn(cx, &Change::Applicant(&who)).await;
        }
        Ok(())
    }

    /// Orders, and keeps what comes of it. The delegations stand; deploy hooks are left to whoever has the round.
    pub async fn carry_out(
        self,
        cx: &Context,
        round: &Round,
        enrolled: &[Enrolled],
        wish: &Wish,
        typed: &Wish,
    ) -> Result<IssueOutcome> {
        let Obtaining { lineage, once, reason, steps, .. } = self;
        round.before(cx, &lineage, reason).await?;
        let wanted = Wanted { lineage, once, reason, steps, enrolled, wish, typed, avoid: None };
        let obtained = Box::pin(obtain(cx, &wanted)).await?;
        Ok(IssueOutcome::issued(standing(cx, obtained.lineage), reason, obtained.stand_in))
    }
}
