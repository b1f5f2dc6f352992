//! Which deploy hooks of a lineage were run, and for which generation.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Guard, Lineage, Store, StoreError, document, file, lock};
use crate::event::SharedReporter;
use crate::hooks::{Hook, Hooks, distinct};

/// What is owed to a lineage's deploy hooks is not noted when a certificate is committed, but follows from this: it is
/// written before the certificate is obtained, and a live generation above `settled` is one that hooks are to see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Deploys {
    /// The last generation for which nothing is owed; 0 when there was none.
    pub settled: u32,
    /// Hooks that the run which obtained a certificate was given besides: owed as the others are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub besides: Vec<Hook>,
    /// Why a certificate was obtained last.
    pub reason: Option<String>,
    /// The generation that was live before it.
    pub previous: Option<u32>,
    /// Hooks by the digests of their texts.
    pub hooks: BTreeMap<String, Deploy>,
}

/// What became of one hook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deploy {
    /// Its text.
    pub hook: Hook,
    /// The last generation for which it ran with success; 0 when there was none.
    pub generation: u32,
    /// When it was run last.
    pub at: Timestamp,
    /// Why it failed then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
}

impl Deploys {
    /// The hooks that are still to see this generation, of those that are wanted now.
    #[must_use]
    pub fn owed(&self, live: u32, wanted: &[Hook]) -> Vec<Hook> {
        if self.settled >= live {
            return Vec::new();
        }
        let done = |hook: &Hook| self.hooks.get(&hook.digest()).is_some_and(|deploy| deploy.generation >= live);
        distinct(wanted.iter().chain(&self.besides)).into_iter().filter(|hook| !done(hook)).collect()
    }

    /// Before another certificate is obtained, while `live` is.
    #[must_use]
    pub fn expecting(self, live: u32, besides: &[Hook], reason: &str) -> Deploys {
        let besides = distinct(self.besides.iter().chain(besides));
        Deploys { besides, reason: Some(reason.to_owned()), previous: (live > 0).then_some(live), ..self }
    }

    /// Notes how a hook ended for a generation. With nothing owed any more, it is settled.
    pub fn note(&mut self, live: u32, hook: &Hook, failure: Option<String>, wanted: &[Hook], now: Timestamp) {
        let before = self.hooks.get(&hook.digest()).map_or(0, |deploy| deploy.generation);
        let generation = if failure.is_none() { live.max(before) } else { before };
        self.hooks.insert(hook.digest(), Deploy { hook: hook.clone(), generation, at: now, failure });
        if self.owed(live, wanted).is_empty() {
            self.settle(live, wanted);
        }
    }

    /// Nothing is owed for this generation. What is known of hooks that nobody wants any more is forgotten.
    pub fn settle(&mut self, live: u32, wanted: &[Hook]) {
        self.settled = self.settled.max(live);
        let besides = std::mem::take(&mut self.besides);
        self.hooks.retain(|_, deploy| wanted.contains(&deploy.hook) || besides.contains(&deploy.hook));
    }
}

impl Store {
    /// What was run; `None` where nothing was ever expected. Of a damaged file nothing is known: to run a hook once more
    /// is better than to renew no more.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn deploys(&self, lineage: &str) -> Result<Option<Deploys>, StoreError> {
        match document::read(&self.deploys_file(lineage)) {
            Err(StoreError::Damaged { .. }) => Ok(Some(Deploys::default())),
            read => read,
        }
    }

    /// Notes what was run.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn save_deploys(&self, lineage: &str, deploys: &Deploys) -> Result<(), StoreError> {
        document::write(&self.deploys_file(lineage), deploys)
    }

    /// Forgets it: nothing is expected any more.
    ///
    /// # Errors
    /// When the file cannot be removed.
    pub fn forget_deploys(&self, lineage: &str) -> Result<(), StoreError> {
        file::remove(&self.deploys_file(lineage))
    }

    /// Nobody else runs what is owed while the guard lives. See again what is, once it is there.
    ///
    /// # Errors
    /// When the lock file cannot be made, or somebody else holds it for longer than `patience`.
    pub async fn lock_hooks(&self, patience: Duration, reporter: &SharedReporter) -> Result<Guard, StoreError> {
        lock::acquire(self.root.join("hooks.lock"), "the hooks".to_owned(), patience, reporter).await
    }

    /// Keeps the hooks of a lineage from now on. The caller holds its lock.
    ///
    /// # Errors
    /// When the lineage cannot be read or written.
    pub fn set_hooks(&self, name: &str, hooks: &Hooks) -> Result<(), StoreError> {
        let Some(lineage) = self.lineage(name)? else { return Ok(()) };
        document::write(&self.lineage_file(name), &Lineage { hooks: hooks.clone(), ..lineage })
    }

    /// The directory of a generation.
    #[must_use]
    pub fn generation_path(&self, lineage: &str, generation: u32) -> PathBuf {
        self.lineage_dir(lineage).join(format!("{generation:04}"))
    }

    fn deploys_file(&self, lineage: &str) -> PathBuf {
        self.lineage_dir(lineage).join("deploys.json")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hooks(texts: &[&str]) -> Vec<Hook> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    fn note(deploys: &mut Deploys, live: u32, hook: &str, failure: Option<&str>, wanted: &[Hook]) {
        deploys.note(live, &hooks(&[hook])[0], failure.map(str::to_owned), wanted, Timestamp::UNIX_EPOCH);
    }

    #[test]
    fn a_generation_is_owed_to_every_hook_that_is_wanted_until_each_has_succeeded() {
        let wanted = hooks(&["a", "b"]);
        let mut deploys = Deploys { settled: 2, ..Deploys::default() }.expecting(2, &[], "forced");
        assert_eq!(deploys.owed(2, &wanted), []);
        assert_eq!(deploys.owed(3, &wanted), wanted);
        note(&mut deploys, 3, "a", None, &wanted);
        note(&mut deploys, 3, "b", Some("exit status 1"), &wanted);
        assert_eq!(deploys.owed(3, &wanted), hooks(&["b"]));
        note(&mut deploys, 3, "b", None, &wanted);
        assert_eq!((deploys.owed(3, &wanted), deploys.settled), (vec![], 3));
    }

    #[test]
    fn a_hook_that_comes_later_is_not_owed_what_is_settled() {
        let mut deploys = Deploys::default().expecting(0, &[], "there is none yet");
        note(&mut deploys, 1, "a", None, &hooks(&["a"]));
        assert_eq!(deploys.owed(1, &hooks(&["a", "b"])), []);
        assert_eq!(deploys.owed(2, &hooks(&["a", "b"])), hooks(&["a", "b"]));
    }

    #[test]
    fn a_hook_that_is_written_right_after_it_failed_is_owed_in_the_others_place() {
        let mut deploys = Deploys::default();
        note(&mut deploys, 1, "relaod", Some("exit status 127"), &hooks(&["relaod"]));
        assert_eq!(deploys.owed(1, &hooks(&["reload"])), hooks(&["reload"]));
        note(&mut deploys, 1, "reload", None, &hooks(&["reload"]));
        assert_eq!(deploys.hooks.values().map(|deploy| deploy.hook.text()).collect::<Vec<_>>(), ["reload"]);
    }

    #[test]
    fn what_one_run_was_given_besides_is_owed_by_the_next_too() {
        let mut deploys = Deploys::default().expecting(0, &hooks(&["b"]), "there is none yet");
        assert_eq!(deploys.owed(1, &hooks(&["a"])), hooks(&["a", "b"]));
        note(&mut deploys, 1, "a", None, &hooks(&["a"]));
        note(&mut deploys, 1, "b", None, &hooks(&["a"]));
        assert_eq!((deploys.owed(1, &hooks(&["a"])), deploys.besides.len()), (vec![], 0));
        assert_eq!(deploys.owed(2, &hooks(&["a"])), hooks(&["a"]));
    }
}
