//! Lineages: named series of certificates for one set of names.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use url::Url;
use zeroize::Zeroizing;

use super::generations::{Made, Origin};
use super::{Guard, Store, StoreError, document, file, live, lock};
use crate::certificate::{Chain, Holder, KeyType, PrivateKey, Recipe, Request};
use crate::event::SharedReporter;
use crate::hooks::Hooks;
use crate::identifier::Identifier;
use crate::outputs::Outputs;
use crate::renewal::Before;
use crate::secret::Secret;

/// A named series of certificates, as `lineage.json` keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lineage {
    pub name: String,
    /// The names of the live certificate, or of the first one while there is none.
    pub identifiers: Vec<Identifier>,
    pub key_type: KeyType,
    /// The directory URL of the CA.
    pub directory: Url,
    /// The directory URL of the CA that the live certificate is from, when another one had to stand in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_by: Option<Url>,
    /// The URI of the account that orders at the lineage's own CA; documents of old do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<Url>,
    #[serde(flatten)]
    pub recipe: Recipe,
    /// How long before its end a certificate is renewed, where that is not as everywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renew_before: Option<Before>,
    /// The generation that servers are given; `None` until the first certificate is there.
    pub live: Option<u32>,
    pub created_at: Timestamp,
    /// What an unfinished run was about.
    #[serde(default)]
    pub pending: Option<Pending>,
    /// What is made of each certificate for servers.
    #[serde(default, skip_serializing_if = "Outputs::is_empty")]
    pub outputs: Outputs,
    /// What is to be done around each certificate.
    #[serde(default, skip_serializing_if = "Hooks::is_empty")]
    pub hooks: Hooks,
    /// Where generations came from, and what became of them. Older ones may be missing.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub generations: BTreeMap<u32, Origin>,
}

/// A certificate that is being obtained. Its key lies in `pending/privkey.pem`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// The URL of the order, once there is one.
    pub order: Option<Url>,
    /// The URI of the account that ordered.
    pub account: Option<Url>,
    pub directory: Url,
    pub identifiers: Vec<Identifier>,
    pub key_type: KeyType,
    #[serde(flatten)]
    pub recipe: Recipe,
    /// Until when this one certificate should be valid, whatever the recipe says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_after: Option<Timestamp>,
    pub started_at: Timestamp,
}

impl Lineage {
    /// A lineage without a certificate.
    #[must_use]
    pub fn new(name: &str, identifiers: Vec<Identifier>, key_type: KeyType, directory: Url, now: Timestamp) -> Lineage {
        Lineage {
            name: name.to_owned(),
            identifiers,
            key_type,
            directory,
            issued_by: None,
            account: None,
            recipe: Recipe::default(),
            renew_before: None,
            live: None,
            created_at: now,
            pending: None,
            outputs: Outputs::default(),
            hooks: Hooks::default(),
            generations: BTreeMap::new(),
        }
    }

    /// How its certificates are made and what is done with them, without those that there are.
    #[must_use]
    pub fn settings(&self) -> Lineage {
        Lineage { issued_by: None, live: None, pending: None, generations: BTreeMap::new(), ..self.clone() }
    }

    /// Whether nothing was ever ordered for it: its settings were brought here from another machine.
    #[must_use]
    pub fn is_untried(&self) -> bool {
        self.live.is_none() && self.pending.is_none()
    }

    /// The directory URL of the CA that the live certificate is from.
    #[must_use]
    pub fn issuing_directory(&self) -> &Url {
        self.issued_by.as_ref().unwrap_or(&self.directory)
    }
}

impl Store {
    /// A lineage by name.
    ///
    /// # Errors
    /// When its `lineage.json` cannot be read.
    pub fn lineage(&self, name: &str) -> Result<Option<Lineage>, StoreError> {
        document::read(&self.lineage_file(name))
    }

    /// The lineage whose certificate is, or will be, for just these names, in whatever order.
    ///
    /// # Errors
    /// When the directory cannot be read. A lineage that cannot be read is passed over.
    pub fn find_by_identifiers(&self, identifiers: &[Identifier]) -> Result<Option<Lineage>, StoreError> {
        let set = |names: &[Identifier]| names.iter().cloned().collect::<BTreeSet<_>>();
        let wanted = set(identifiers);
        let mut known = self.lineages()?.into_iter().flatten();
        Ok(known.find(|lineage| set(&lineage.identifiers) == wanted))
    }

    /// The names of all lineages, in order.
    ///
    /// # Errors
    /// When the directory cannot be read.
    pub fn lineage_names(&self) -> Result<Vec<String>, StoreError> {
        let mut names = file::entries(&self.lineages_dir())?;
        names.retain(|name| self.lineage_file(name).exists());
        Ok(names)
    }

    /// All lineages; one that cannot be read stands among the rest as its error.
    ///
    /// # Errors
    /// When the directory cannot be read.
    pub fn lineages(&self) -> Result<Vec<Result<Lineage, StoreError>>, StoreError> {
        let names = self.lineage_names()?.into_iter();
        Ok(names.filter_map(|name| self.lineage(&name).transpose()).collect())
    }

    /// Keeps a lineage of which there is no certificate yet; says whether it did: one that is there stays as it is. The
    /// caller holds its lock.
    ///
    /// # Errors
    /// When the one that is there cannot be read, or the new one not written.
    pub fn add_lineage(&self, lineage: &Lineage) -> Result<bool, StoreError> {
        if self.lineage(&lineage.name)?.is_some() {
            return Ok(false);
        }
        document::write(&self.lineage_file(&lineage.name), lineage).map(|()| true)
    }

    /// Nobody else works on this lineage while the guard lives.
    ///
    /// # Errors
    /// When the lock file cannot be made, or somebody else holds it for longer than `patience`.
    pub async fn lock_lineage(
        &self,
        name: &str,
        patience: Duration,
        reporter: &SharedReporter,
    ) -> Result<Guard, StoreError> {
        let path = self.lineages_dir().join(format!("{name}.lock"));
        lock::acquire(path, format!("the lineage {name}"), patience, reporter).await
    }

    /// Puts the key on disk, if it is here, then notes what is being obtained. A lineage with a live certificate goes
    /// on standing for that one until the commit: a change that fails must not spoil its renewal.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn begin(&self, wanted: Lineage, holder: &Holder, pending: Pending) -> Result<Lineage, StoreError> {
        let path = self.lineage_file(&wanted.name);
        let before = self.lineage(&wanted.name)?;
        // An older order is let go before its key is replaced: the two must never be taken for a pair.
        if let Some(before) = before.clone().filter(|before| before.pending.is_some()) {
            document::write(&path, &Lineage { pending: None, ..before })?;
        }
        match holder.private_key() {
            Some(key) => file::write(&self.pending_key_file(&wanted.name), key.to_pem().expose().as_bytes())?,
            None => self.forget_pending_key(&wanted.name)?,
        }
        let base = before.filter(|before| before.live.is_some()).unwrap_or_else(|| wanted.clone());
        document::write(&path, &Lineage { pending: Some(pending.clone()), ..base })?;
        Ok(Lineage { pending: Some(pending), ..wanted })
    }

    /// Notes which account is to order from now on.
    ///
    /// # Errors
    /// When the lineage cannot be read or written.
    pub fn set_account(&self, name: &str, account: &Url) -> Result<(), StoreError> {
        let Some(lineage) = self.lineage(name)? else { return Ok(()) };
        document::write(&self.lineage_file(name), &Lineage { account: Some(account.clone()), ..lineage })
    }

    /// Notes the order of what is being obtained, or that it is gone.
    ///
    /// # Errors
    /// When the lineage cannot be read or written.
    pub fn set_order(&self, name: &str, order: Option<&Url>) -> Result<(), StoreError> {
        let Some(mut lineage) = self.lineage(name)? else { return Ok(()) };
        if let Some(pending) = &mut lineage.pending {
            pending.order = order.cloned();
        }
        document::write(&self.lineage_file(name), &lineage)
    }

    /// The key of what is being obtained.
    ///
    /// # Errors
    /// When it cannot be read, or is no key.
    pub fn pending_key(&self, name: &str) -> Result<Option<PrivateKey>, StoreError> {
        let path = self.pending_key_file(name);
        let Some(content) = file::read(&path)?.map(Zeroizing::new) else { return Ok(None) };
        let pem = Secret::new(String::from_utf8_lossy(&content));
        let unusable = |source| StoreError::Unusable { path, source: Box::new(source) };
        PrivateKey::from_pem(&pem).map(Some).map_err(unusable)
    }

    /// Writes a generation whole, then commits it by replacing `lineage.json`, then makes it live.
    ///
    /// # Errors
    /// When a file cannot be written; before the commit nothing has changed for servers and the next run.
    pub fn commit(&self, wanted: &Lineage, holder: &Holder, chain: &Chain, made: Made) -> Result<Lineage, StoreError> {
        let directory = self.lineage_dir(&wanted.name);
        let generation = live::write_generation(&directory, holder.private_key(), chain)?;
        let pending = wanted.pending.as_ref();
        let account = pending.and_then(|pending| pending.account.clone());
        let not_after = pending.and_then(|pending| pending.not_after);
        let mut kept = Lineage { live: Some(generation), pending: None, ..wanted.clone() };
        let Made { at, reason, steps } = made;
        let (at, reason) = (Some(at), Some(reason));
        let origin = Origin { not_after, at, reason, steps, ..Origin::new(kept.issuing_directory().clone(), account) };
        // Those before came from the CA that the lineage had then.
        if let Some(before) = self.lineage(&wanted.name)? {
            for older in live::numbers(&directory)?.into_iter().filter(|older| Some(*older) <= before.live) {
                kept.generations.entry(older).or_insert_with(|| before.origin(older));
            }
        }
        kept.generations.insert(generation, origin);
        document::write(&self.lineage_file(&wanted.name), &kept)?;
        live::publish(&directory, generation)?;
        self.forget_pending_key(&wanted.name)?;
        Ok(kept)
    }

    /// Keeps how the next certificates are to be made; the live one stays as it is.
    ///
    /// # Errors
    /// When the lineage cannot be read or written.
    pub fn remember(&self, name: &str, recipe: &Recipe, renew_before: Option<&Before>) -> Result<(), StoreError> {
        let Some(lineage) = self.lineage(name)? else { return Ok(()) };
        document::write(
            &self.lineage_file(name),
            &Lineage { recipe: recipe.clone(), renew_before: renew_before.cloned(), ..lineage },
        )
    }

    /// Whether a crash after the commit left something undone. Changes nothing.
    #[must_use]
    pub fn is_whole(&self, lineage: &Lineage) -> bool {
        lineage.live.is_none_or(|generation| live::shows(&self.lineage_dir(&lineage.name), generation))
    }

    /// Redoes what a crash after the commit left undone: `live` shows the committed generation. The caller holds the
    /// lineage's lock, and has read the lineage since.
    ///
    /// # Errors
    /// When it cannot be put right.
    pub fn heal(&self, lineage: &Lineage) -> Result<(), StoreError> {
        let Some(generation) = lineage.live else { return Ok(()) };
        if lineage.pending.is_none() {
            self.forget_pending_key(&lineage.name)?;
        }
        match live::shows(&self.lineage_dir(&lineage.name), generation) {
            true => Ok(()),
            false => live::publish(&self.lineage_dir(&lineage.name), generation),
        }
    }

    /// The chain of the committed generation.
    ///
    /// # Errors
    /// When it is gone or no chain.
    pub fn live_chain(&self, lineage: &Lineage) -> Result<Option<Chain>, StoreError> {
        let Some(generation) = lineage.live else { return Ok(None) };
        let elsewhere = lineage.recipe.csr.as_ref().map(Request::public_key);
        live::read_chain(&self.lineage_dir(&lineage.name), generation, elsewhere).map(Some)
    }

    /// The private key of the committed generation; `None` when it is not here.
    ///
    /// # Errors
    /// When it is gone or no key.
    pub fn live_key(&self, lineage: &Lineage) -> Result<Option<PrivateKey>, StoreError> {
        match lineage.live.filter(|_| lineage.recipe.csr.is_none()) {
            Some(generation) => live::read_key(&self.lineage_dir(&lineage.name), generation).map(Some),
            None => Ok(None),
        }
    }

    /// The stable path that servers are given.
    #[must_use]
    pub fn live_path(&self, name: &str) -> PathBuf {
        self.lineage_dir(name).join(live::LIVE)
    }

    fn forget_pending_key(&self, name: &str) -> Result<(), StoreError> {
        let path = self.pending_key_file(name);
        file::remove(&path)?;
        // Empty by now; where it is not, it stays.
        let _ = path.parent().map(std::fs::remove_dir);
        Ok(())
    }

    pub(super) fn lineages_dir(&self) -> PathBuf {
        self.root.join("lineages")
    }

    pub(super) fn lineage_dir(&self, name: &str) -> PathBuf {
        self.lineages_dir().join(name)
    }

    pub(super) fn lineage_file(&self, name: &str) -> PathBuf {
        self.lineage_dir(name).join("lineage.json")
    }

    fn pending_key_file(&self, name: &str) -> PathBuf {
        self.lineage_dir(name).join("pending").join("privkey.pem")
    }
}
