//! The end of a round: `post` hooks, which are told what came of it.

use std::time::Duration;

use super::subjects::{subject, variables, whole};
use super::{Attempt, Ran, Round, Unfinished, failed};
use crate::context::Context;
use crate::event::Event;
use crate::hooks::{Hook, Scope, Stage, Subject, distinct, scope};

/// So long post hooks have where somebody waits for certdns to end.
const SHORT_LIMIT: Duration = Duration::from_secs(30);

/// Runs the post hooks of a run that was interrupted: what a pre hook stopped is to be started again. All of them have
/// half a minute.
pub async fn finish_interrupted(cx: &Context) {
    let Unfinished { besides, attempts } = std::mem::take(&mut *cx.unfinished());
    if attempts.is_empty() {
        return;
    }
    let round = Round::new(besides);
    match tokio::time::timeout(SHORT_LIMIT, round.end(cx, &attempts)).await {
        Ok(ran) => ran.iter().filter_map(|ran| ran.result.as_ref().err()).for_each(|error| warn(cx, error.whole())),
        Err(_) => warn(cx, "the post hooks did not end in time".to_owned()),
    }
}

fn warn(cx: &Context, text: String) {
    cx.report(Event::Warning { text });
}

impl Round {
    /// The post hooks of the lineages for which a certificate was tried to be obtained.
    pub(super) async fn end(&self, cx: &Context, attempts: &[Attempt]) -> Vec<Ran> {
        let mut hooks: Vec<Hook> = Vec::new();
        for attempt in attempts {
            hooks = distinct(hooks.iter().chain(&self.wanted(cx, &attempt.lineage, Stage::Post)));
        }
        let mut ran = Vec::new();
        for hook in hooks {
            let wants = |attempt: &&Attempt| self.wanted(cx, &attempt.lineage, Stage::Post).contains(&hook);
            let wanting: Vec<&Attempt> = attempts.iter().filter(wants).collect();
            let at_once = if scope(&hook) == Scope::Once { wanting.len() } else { 1 };
            for attempts in wanting.chunks(at_once) {
                ran.push(self.post(cx, &hook, attempts).await);
            }
        }
        ran
    }

    async fn post(&self, cx: &Context, hook: &Hook, attempts: &[&Attempt]) -> Ran {
        let ends: Vec<(bool, Subject)> = attempts.iter().map(|attempt| attempt.end(cx)).collect();
        let of = |renewed: bool| ends.iter().filter(|end| end.0 == renewed).map(|end| &end.1).collect::<Vec<_>>();
        let mut variables = variables(cx, Stage::Post).for_end(&of(true), &of(false));
        if let (Scope::EachLineage, [(_, subject)]) = (scope(hook), ends.as_slice()) {
            variables = variables.for_one(subject);
        }
        let lineages: Vec<String> = attempts.iter().map(|attempt| attempt.lineage.name.clone()).collect();
        let result = self.run(cx, Stage::Post, hook, lineages.clone(), variables).await;
        Ran { stage: Stage::Post, hook: hook.clone(), lineages, result: failed(Stage::Post, hook, result) }
    }
}

impl Attempt {
    /// Whether there is a new certificate now, and the lineage as it is.
    fn end(&self, cx: &Context) -> (bool, Subject) {
        let now = cx.store.lineage(&self.lineage.name).ok().flatten();
        let lineage = now.as_ref().unwrap_or(&self.lineage);
        let about = subject(cx, lineage, Some(self.reason.to_string()));
        (lineage.live > self.lineage.live, whole(cx, about, lineage, self.lineage.live))
    }
}
