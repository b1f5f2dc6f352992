//! A lineage as it stands: what is on disk, and when it is due.

mod fault;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::acmedns::{RELEASED, Registration};
use crate::certificate::Certificate;
use crate::context::Context;
use crate::error::{Error, Hint, Result};
use crate::identifier::{DnsName, Identifier};
use crate::renewal::{Before, Decision, Due, Reason, Rules, Suggestion, decide, due, place};
use crate::store::{Lineage, Renewal};

pub use fault::LineageFault;

/// A lineage, its live certificate if there is one, and where the files are.
#[derive(Clone, Debug)]
pub struct Standing {
    pub lineage: Lineage,
    pub certificate: Option<Certificate>,
    /// Why the live certificate cannot be used, if there should be one.
    pub damage: Option<Arc<Error>>,
    pub live_path: PathBuf,
    /// Whether somebody else may know its key.
    pub compromised: bool,
    /// What is made of the certificate besides.
    pub outputs: Vec<PathBuf>,
    /// What is known of the next renewal.
    pub renewal: Renewal,
    /// How long before its end it is renewed, where the operator cares.
    pub renew_before: Option<Before>,
    /// This machine's place (0 to 1) among those that share one of its registrations.
    pub place: f64,
}

/// The lineage of that name.
///
/// # Errors
/// When it is not there, or cannot be read.
pub fn load(cx: &Context, name: &str) -> Result<Lineage> {
    let lineage = cx.store.lineage(name)?;
    lineage.ok_or_else(|| LineageFault::NoLineage { name: name.to_owned() }.into())
}

/// Reads what is live. Files that are missing or damaged are no error here: a new certificate is the cure.
pub fn standing(cx: &Context, lineage: Lineage) -> Standing {
    let live_path = cx.store.live_path(&lineage.name);
    let (certificate, damage) = match cx.store.live_chain(&lineage) {
        Ok(chain) => (chain.map(|chain| chain.leaf().clone()), None),
        Err(error) => (None, Some(Error::from(error).hint(reissue(&lineage.name)))),
    };
    let outputs = lineage.outputs.paths(&cx.store.outputs_path(&lineage.name));
    let compromised = certificate.as_ref().is_some_and(|one| cx.store.is_compromised(&one.public_key));
    let damage = damage.map(Arc::new);
    let renewal = cx.store.renewal(&lineage.name);
    let renew_before = lineage.renew_before.clone().or_else(|| cx.settings.renew_before.clone());
    let place = own_place(cx, &lineage);
    Standing { lineage, certificate, damage, live_path, compromised, outputs, renewal, renew_before, place }
}

/// Only machines that were seen to share a registration have different places; whatever cannot be read puts nobody off.
fn own_place(cx: &Context, lineage: &Lineage) -> f64 {
    let Some(machine) = cx.store.machine_id() else { return 0.0 };
    let is_released = |registration: &Registration, challenge: &DnsName| {
        let published = cx.store.published(registration, challenge).unwrap_or_default();
        published.iter().any(|published| published.value == RELEASED)
    };
    let is_shared = |challenge: DnsName| {
        let registrations = cx.store.registrations_of(&challenge).unwrap_or_default();
        registrations.iter().any(|registration| is_released(registration, &challenge))
    };
    let challenges: BTreeSet<DnsName> = lineage.identifiers.iter().map(Identifier::challenge_name).collect();
    if challenges.into_iter().any(is_shared) { place(&machine, &lineage.name) } else { 0.0 }
}

fn reissue(name: &str) -> Hint {
    Hint::new("or have a new certificate made").line(format!("certdns renew {name}"))
}

impl Standing {
    /// When the certificate is due for renewal; the past, or this moment, when it is due already, as a revoked one is.
    #[must_use]
    pub fn due_at(&self) -> Option<Timestamp> {
        self.due().map(|due| due.at)
    }

    /// The same with the reason.
    #[must_use]
    pub fn due(&self) -> Option<Due> {
        let due = due(self.certificate.as_ref()?.lifetime(), self.rules());
        if let Some(revoked) = self.lineage.live_revoked() {
            return Some(Due { at: revoked.at, why: Reason::Revoked });
        }
        Some(match self.compromised {
            true => Due { at: due.at.min(Timestamp::now()), why: Reason::Compromised },
            false => due,
        })
    }

    /// What the CA suggests for the live certificate.
    #[must_use]
    pub fn suggestion(&self) -> Option<&Suggestion> {
        let live = self.certificate.as_ref()?.renewal_id();
        self.renewal.suggestion.as_ref().filter(|suggestion| Some(&suggestion.certificate) == live.as_ref())
    }

    fn rules(&self) -> Rules<'_> {
        let origin = self.lineage.live.map(|live| self.lineage.origin(live));
        let of_time = origin.filter(|origin| origin.reason.as_deref().is_some_and(Reason::is_of_time));
        let renewed_at = of_time.and_then(|origin| origin.at);
        let (before, suggestion, place) = (self.renew_before.as_ref(), self.suggestion(), self.place);
        Rules { before, suggestion, renewed_at, place }
    }

    /// What to do about it at this moment.
    #[must_use]
    pub fn decision(&self, now: Timestamp) -> Decision {
        match &self.certificate {
            Some(_) if self.lineage.live_revoked().is_some() => Decision::Due(Reason::Revoked),
            Some(_) if self.compromised => Decision::Due(Reason::Compromised),
            Some(certificate) => decide(certificate.lifetime(), self.rules(), now),
            None if self.damage.is_some() => Decision::Due(Reason::Damaged),
            None => Decision::Due(Reason::NotIssued),
        }
    }

    /// The shape of a lineage in every JSON document.
    #[must_use]
    pub fn json(&self) -> Value {
        let (certificate, recipe) = (self.certificate.as_ref(), &self.lineage.recipe);
        json!({
            "name": self.lineage.name,
            "names": self.lineage.identifiers,
            "authority": self.lineage.directory,
            "issued_by": self.lineage.issuing_directory(),
            "account": self.lineage.account,
            // Of a key that is elsewhere only the public half is known.
            "key_type": recipe.csr.is_none().then(|| self.lineage.key_type.to_string()),
            "csr": recipe.csr.is_some(),
            "profile": recipe.profile,
            "preferred_chain": recipe.preferred_chain,
            "reuse_key": recipe.reuse_key,
            "generation": self.lineage.live,
            "not_before": certificate.map(|certificate| certificate.not_before),
            "not_after": certificate.map(|certificate| certificate.not_after),
            "renew_at": self.due_at(),
            "serial": certificate.map(|certificate| certificate.serial.clone()),
            "fingerprint_sha256": certificate.map(|certificate| certificate.fingerprint.clone()),
            "issuer": certificate.map(|certificate| certificate.issuer.clone()),
            "live": self.live_path,
            "outputs": self.outputs,
            "revoked": self.lineage.live_revoked(),
        })
    }
}
