//! Hooks around the certificates of one run: `pre` before the first is obtained, `deploy` when new ones are live,
//! `post` at the end.
//!
//! Deploy hooks run at the end, a command that several lineages want just once. What is owed to them is on disk before
//! a certificate is obtained: neither a crash nor a failure loses it, and the next run carries on without a new
//! certificate.

mod ending;
mod fault;
mod owing;
mod subjects;
mod undeployed;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::context::Context;
use crate::error::{Doing, Error, Hint, Result};
use crate::event::Event;
use crate::hooks::{self, Errand, Hook, HookFault, Hooks, Scope, Stage, Subject, Variables, distinct, scope};
use crate::renewal::Reason;
use crate::settings::own_variables;
use crate::store::{Guard, Lineage};

pub use ending::finish_interrupted;
use fault::HookFailed;
pub use owing::forget_besides;
use owing::{Debt, by_hook};
use subjects::{subject, variables, whole};
pub use undeployed::{Undeployed, undeployed};

/// The hooks of one run. Lineages that are worked on side by side share it.
pub struct Round {
    /// What this run was given, for all its lineages, and for this run only.
    besides: Hooks,
    hidden: Vec<OsString>,
    /// What became of pre hooks, by their texts, with the lineage before it where they run for each. Locked while one
    /// runs for all: the others wait for it, too.
    pre: tokio::sync::Mutex<BTreeMap<String, Result<(), Arc<HookFault>>>>,
    seen: Mutex<Seen>,
}

#[derive(Default)]
struct Seen {
    attempts: Vec<Attempt>,
    debts: Vec<Debt>,
}

/// A lineage for which a certificate was to be obtained, as it was before.
#[derive(Clone)]
struct Attempt {
    lineage: Lineage,
    reason: Reason,
}

/// What was begun and has not come to its post hooks yet.
#[derive(Default)]
pub struct Unfinished {
    besides: Hooks,
    attempts: Vec<Attempt>,
}

/// A deploy or post hook that was run, and what came of it.
pub struct Ran {
    pub stage: Stage,
    pub hook: Hook,
    pub lineages: Vec<String>,
    pub result: Result<()>,
}

impl Default for Round {
    fn default() -> Round {
        Round::new(Hooks::default())
    }
}

impl Round {
    #[must_use]
    pub fn new(besides: Hooks) -> Round {
        let hidden = own_variables();
        Round { besides, hidden, pre: tokio::sync::Mutex::default(), seen: Mutex::default() }
    }

    /// Right before a certificate is obtained, and surely so: notes that deploy hooks are to see it, and runs the pre
    /// hooks that did not run in this round yet. The caller holds the lineage's lock.
    ///
    /// # Errors
    /// When a pre hook failed, now or for a lineage before; nothing may be ordered then.
    pub async fn before(&self, cx: &Context, lineage: &Lineage, reason: Reason) -> Result<()> {
        self.expect(cx, lineage, reason).doing("could not note that hooks are to be run")?;
        self.attempt(cx, lineage, reason);
        for hook in self.wanted(cx, lineage, Stage::Pre) {
            let result = self.run_before(cx, &hook, lineage, reason).await;
            result.map_err(|source| HookFailed { stage: Stage::Pre, hook, source })?;
        }
        Ok(())
    }

    /// Runs what is owed, each command once, then what is to be run at the end. The rest runs whatever fails.
    pub async fn finish(&self, cx: &Context) -> Vec<Ran> {
        let Seen { mut attempts, mut debts } = std::mem::take(&mut *self.seen());
        // Side by side they come in any order.
        attempts.sort_by(|one, other| one.lineage.name.cmp(&other.lineage.name));
        debts.sort_by(|one, other| one.lineage.name.cmp(&other.lineage.name));
        if attempts.is_empty() && debts.is_empty() {
            return Vec::new();
        }
        let _lock = self.lock(cx).await;
        for debt in &mut debts {
            self.see_again(cx, debt);
        }
        let mut ran = Vec::new();
        for (hook, owing) in by_hook(&debts) {
            ran.extend(self.deploy(cx, &hook, &owing).await);
        }
        ran.extend(self.end(cx, &attempts).await);
        *cx.unfinished() = Unfinished::default();
        ran
    }

    /// One attempt for each lineage, whatever came of the one before. Post hooks are owed from here on, even when the run
    /// is interrupted.
    fn attempt(&self, cx: &Context, lineage: &Lineage, reason: Reason) {
        let mut seen = self.seen();
        seen.attempts.retain(|known| known.lineage.name != lineage.name);
        seen.attempts.push(Attempt { lineage: lineage.clone(), reason });
        *cx.unfinished() = Unfinished { besides: self.besides.clone(), attempts: seen.attempts.clone() };
    }

    /// Two processes must not run the same hook for the same certificate. Where one takes very long, better twice than
    /// not at all.
    async fn lock(&self, cx: &Context) -> Option<Guard> {
        let locked = cx.store.lock_hooks(cx.settings.hooking.limit, &cx.reporter).await;
        locked
            .inspect_err(|error| cx.report(Event::Warning { text: format!("{error}; running ours all the same") }))
            .ok()
    }

    /// Those of the configuration file, of the lineage, and of this run.
    fn wanted(&self, cx: &Context, lineage: &Lineage, stage: Stage) -> Vec<Hook> {
        distinct(kept(cx, lineage, stage).iter().chain(self.besides.of(stage)))
    }

    async fn run_before(
        &self,
        cx: &Context,
        hook: &Hook,
        lineage: &Lineage,
        reason: Reason,
    ) -> Result<(), Arc<HookFault>> {
        if scope(hook) == Scope::EachLineage {
            return self.run_before_one(cx, hook, lineage, reason).await;
        }
        let mut known = self.pre.lock().await;
        if let Some(result) = known.get(hook.text()) {
            return result.clone();
        }
        let result = self.run(cx, Stage::Pre, hook, Vec::new(), variables(cx, Stage::Pre)).await.map_err(Arc::new);
        known.insert(hook.text().to_owned(), result.clone());
        result
    }

    /// With another CA in the stead of one that is down, a lineage comes by twice; its hook does not.
    async fn run_before_one(
        &self,
        cx: &Context,
        hook: &Hook,
        lineage: &Lineage,
        reason: Reason,
    ) -> Result<(), Arc<HookFault>> {
        let key = format!("{}\0{hook}", lineage.name);
        if let Some(result) = self.pre.lock().await.get(&key) {
            return result.clone();
        }
        let (about, name) = (subject(cx, lineage, Some(reason.to_string())), lineage.name.clone());
        let variables = variables(cx, Stage::Pre).for_one(&whole(cx, about, lineage, None));
        let result = self.run(cx, Stage::Pre, hook, vec![name], variables).await.map_err(Arc::new);
        self.pre.lock().await.insert(key, result.clone());
        result
    }

    async fn deploy(&self, cx: &Context, hook: &Hook, owing: &[&Debt]) -> Vec<Ran> {
        let (scope, mut ran) = (scope(hook), Vec::new());
        let at_once = if scope == Scope::Once { owing.len().max(1) } else { 1 };
        for owing in owing.chunks(at_once) {
            let subjects: Vec<Subject> = owing.iter().map(|debt| debt.subject(cx)).collect();
            let variables = variables(cx, Stage::Deploy).for_all(&subjects.iter().collect::<Vec<_>>());
            let variables = match scope {
                Scope::Once => variables,
                Scope::EachLineage => variables.for_one(&owing[0].whole(cx)),
            };
            let lineages: Vec<String> = subjects.into_iter().map(|one| one.lineage).collect();
            let result = self.run(cx, Stage::Deploy, hook, lineages.clone(), variables).await;
            let noted = owing.iter().try_for_each(|debt| self.note(cx, debt, hook, result.as_ref().err()));
            let is_besides = owing.iter().any(|debt| debt.is_besides(cx, hook));
            let result = failed(Stage::Deploy, hook, result).map_err(|error| forgettable(error, is_besides)).and(noted);
            ran.push(Ran { stage: Stage::Deploy, hook: hook.clone(), lineages, result });
        }
        ran
    }

    async fn run(
        &self,
        cx: &Context,
        stage: Stage,
        hook: &Hook,
        lineages: Vec<String>,
        variables: Variables,
    ) -> Result<(), HookFault> {
        let errand =
            Errand { stage, hook, lineages, variables, hidden: &self.hidden, limit: cx.settings.hooking.limit };
        hooks::run(&errand, &cx.reporter).await
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Those of the configuration file and of the lineage.
fn kept(cx: &Context, lineage: &Lineage, stage: Stage) -> Vec<Hook> {
    let all = [&cx.settings.hooking.hooks, &lineage.hooks];
    distinct(all.into_iter().flat_map(|hooks| hooks.of(stage)))
}

fn forgettable(error: Error, is_besides: bool) -> Error {
    let hint = "one run was given this hook; if it is not wanted any more, have it forgotten";
    if is_besides { error.hint(Hint::new(hint).line("certdns deploy --deploy-hook ''")) } else { error }
}

fn failed(stage: Stage, hook: &Hook, result: Result<(), HookFault>) -> Result<()> {
    Ok(result.map_err(|source| HookFailed { stage, hook: hook.clone(), source: Arc::new(source) })?)
}
