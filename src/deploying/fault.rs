//! A hook that failed, as people are told of it.

use std::sync::Arc;

use crate::error::{Explain, Hint, Kind};
use crate::hooks::{Hook, HookFault, Stage};

#[derive(Debug, thiserror::Error)]
/// The hook is named by its program alone: its text can hold secrets, and this is told to others, too.
#[error("the {stage} hook `{}` failed", hook.name())]
pub(super) struct HookFailed {
    pub stage: Stage,
    pub hook: Hook,
    pub source: Arc<HookFault>,
}

impl Explain for HookFailed {
    fn kind(&self) -> Kind {
        self.source.kind()
    }

    fn hints(&self) -> Vec<Hint> {
        let mut hints = self.source.hints();
        match self.stage {
            Stage::Pre => hints.push(Hint::new("no certificate is ordered while a pre hook fails")),
            Stage::Deploy => hints.push(
                Hint::new("the certificate is stored and live; this runs the hook again, without a new one")
                    .line("certdns renew"),
            ),
            Stage::Post => {}
        }
        hints
    }
}
