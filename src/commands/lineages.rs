//! A lineage as it stands: what is on disk, and when it is due. Shared by `issue`, `renew` and `list`.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::certificate::Certificate;
use crate::context::Context;
use crate::error::{Error, Hint};
use crate::renewal::{Decision, Reason, decide};
use crate::store::Lineage;

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
    Standing { lineage, certificate, damage: damage.map(Arc::new), live_path, compromised, outputs }
}

fn reissue(name: &str) -> Hint {
    Hint::new("or have a new certificate made").line(format!("certdns renew {name}"))
}

impl Standing {
    /// When the certificate is due for renewal; the past, or this moment, when it is due already, as a revoked one is.
    #[must_use]
    pub fn due_at(&self) -> Option<Timestamp> {
        let due = self.certificate.as_ref().map(|certificate| crate::renewal::due_at(certificate.lifetime()))?;
        let due = if self.compromised { due.min(Timestamp::now()) } else { due };
        Some(self.lineage.live_revoked().map_or(due, |revoked| revoked.at))
    }

    /// What to do about it at this moment.
    #[must_use]
    pub fn decision(&self, now: Timestamp) -> Decision {
        match &self.certificate {
            Some(_) if self.lineage.live_revoked().is_some() => Decision::Due(Reason::Revoked),
            Some(_) if self.compromised => Decision::Due(Reason::Compromised),
            Some(certificate) => decide(certificate.lifetime(), now),
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
