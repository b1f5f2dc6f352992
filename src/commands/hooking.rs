//! The flags for hooks, and the words for what came of them.

use std::str::FromStr;

use serde_json::{Value, json};

use crate::context::Context;
use crate::deploying::{Ran, Round};
use crate::error::{Error, Result};
use crate::event::Event;
use crate::hooks::{Hook, Hooks, InvalidHook};
use crate::output::{error_json, error_text, plain};

/// Hooks of a lineage, or of one run.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct HookArgs {
    /// Run this before a certificate is obtained, once in a run; repeatable. Where it fails nothing is ordered
    #[arg(long = "pre-hook", value_name = "HOOK")]
    pre: Vec<Given>,
    /// Run this when the new certificate is live; repeatable. A line for the shell ("nginx -s reload"), or without a
    /// shell: "@systemd-reload UNIT", "@signal PIDFILE SIGNAL", "@exec PROGRAM [ARGUMENT]...". It runs once for all
    /// lineages of a run that want it, at the end; with "@each " before it, or where it names a variable of one lineage
    /// such as $CERTDNS_LIVE or $RENEWED_LINEAGE, once for each. It is run again by the next `renew` where it fails
    #[arg(long = "deploy-hook", value_name = "HOOK")]
    deploy: Vec<Given>,
    /// Run this at the end, whether a certificate could be obtained or not; repeatable
    #[arg(long = "post-hook", value_name = "HOOK")]
    post: Vec<Given>,
}

/// A hook as typed; an empty text takes back those of before.
#[derive(Clone, Debug)]
struct Given(Option<Hook>);

impl FromStr for Given {
    type Err = InvalidHook;

    fn from_str(text: &str) -> Result<Given, InvalidHook> {
        if text.trim().is_empty() { Ok(Given(None)) } else { text.parse().map(|hook| Given(Some(hook))) }
    }
}

impl HookArgs {
    /// What is wanted from now on: what is given takes the place of those of its kind.
    pub(super) fn over(&self, before: Hooks) -> Hooks {
        Hooks {
            pre: over(&self.pre, before.pre),
            deploy: over(&self.deploy, before.deploy),
            post: over(&self.post, before.post),
        }
    }

    /// These, and no others.
    pub(super) fn listed(hooks: Hooks) -> HookArgs {
        // An empty one takes back those of before.
        let all = |hooks: Vec<Hook>| hooks.into_iter().map(|hook| Given(Some(hook))).chain([Given(None)]).collect();
        HookArgs { pre: all(hooks.pre), deploy: all(hooks.deploy), post: all(hooks.post) }
    }

    /// Whether what an earlier run was given, and is still owed, is to be forgotten.
    pub(super) fn forgets(&self) -> bool {
        self.deploy.iter().any(|given| given.0.is_none())
    }

    /// Besides what is kept.
    pub(super) fn for_this_run(&self) -> Hooks {
        self.over(Hooks::default())
    }
}

fn over(given: &[Given], before: Vec<Hook>) -> Vec<Hook> {
    if given.is_empty() { before } else { given.iter().filter_map(|given| given.0.clone()).collect() }
}

/// Does work for one lineage, then what its hooks are to do. Where the work failed, that is the error, and hooks that
/// did so, too, are warnings.
pub(super) async fn around<T>(
    cx: &Context,
    round: &Round,
    name: &str,
    work: impl Future<Output = Result<T>>,
) -> Result<(T, Vec<Ran>)> {
    let worked = work.await;
    let looked = round.look(cx, name);
    let ran = round.finish(cx).await;
    match worked {
        Ok(done) => looked.map(|()| (done, ran)),
        Err(error) => {
            ran.iter().filter_map(failure).chain(looked.as_ref().err()).for_each(|error| warn(cx, error));
            Err(error)
        }
    }
}

pub(super) fn warn(cx: &Context, error: &Error) {
    cx.report(Event::Warning { text: error.whole() });
}

pub(super) fn json(ran: &Ran) -> Value {
    let mut document = json!({
        "stage": ran.stage.as_str(),
        "hook": ran.hook.text(),
        "lineages": ran.lineages,
        "result": if ran.result.is_ok() { "done" } else { "failed" },
    });
    if let Err(error) = &ran.result {
        document["error"] = error_json(error)["error"].clone();
    }
    document
}

pub(super) fn text(ran: &Ran) -> String {
    match &ran.result {
        Ok(()) => plain(&format!("{} hook `{}`: done, for {}", ran.stage, ran.hook, listed(&ran.lineages))) + "\n",
        Err(error) => error_text(error),
    }
}

pub(super) fn failure(ran: &Ran) -> Option<&Error> {
    ran.result.as_ref().err()
}

/// At most three names, then how many more.
pub(super) fn listed(names: &[String]) -> String {
    let shown = names.iter().take(3).cloned().collect::<Vec<_>>().join(", ");
    let more = names.len().saturating_sub(3);
    if more == 0 { shown } else { format!("{shown} and {more} more") }
}
