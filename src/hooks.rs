//! Hooks: what an operator wants done before certificates are obtained, when new ones are live, and at the end.
//!
//! What a hook is, and what it is told, is decided here without touching anything; [`run`] acts.

mod environment;
mod error;
mod following;
mod group;
mod hook;
mod lines;
mod running;
mod scope;
#[cfg(unix)]
mod signalling;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use environment::{Live, MAX_LIST, Subject, Variables};
pub use error::HookFault;
pub use hook::{Hook, InvalidHook};
pub use running::{Errand, call, run};
pub use scope::{Scope, scope};

/// When a hook runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Before a certificate is obtained.
    Pre,
    /// When new certificates are live.
    Deploy,
    /// At the end of a run that tried to obtain some.
    Post,
}

impl Stage {
    /// The word for it in messages and in `CERTDNS_HOOK`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Stage::Pre => "pre",
            Stage::Deploy => "deploy",
            Stage::Post => "post",
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Hooks of one lineage, of the configuration file, or of one run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Hooks {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pre: Vec<Hook>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub deploy: Vec<Hook>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub post: Vec<Hook>,
}

impl Hooks {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Hooks::default()
    }

    /// Those of one stage, in the order given.
    #[must_use]
    pub fn of(&self, stage: Stage) -> &[Hook] {
        match stage {
            Stage::Pre => &self.pre,
            Stage::Deploy => &self.deploy,
            Stage::Post => &self.post,
        }
    }
}

/// Each once, in the order in which they come first.
#[must_use]
pub fn distinct<'a>(hooks: impl IntoIterator<Item = &'a Hook>) -> Vec<Hook> {
    let mut distinct: Vec<Hook> = Vec::new();
    for hook in hooks {
        if !distinct.contains(hook) {
            distinct.push(hook.clone());
        }
    }
    distinct
}
