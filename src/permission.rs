//! May this account get these names? CAA is asked before the CA would ask it.

mod finding;
mod forbidden;
mod looking;
mod summary;
mod who;

#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::caa::{self, Climb, Restriction, Verdict};
use crate::context::Context;
use crate::error::Result;
use crate::identifier::{DnsName, Identifier};

pub use forbidden::Forbidden;
pub use looking::glance;
pub use summary::Summary;
pub use who::{Asker, Known, Who, account_to_order_with};

/// A name, and what CAA says about it.
#[derive(Clone, Debug, Serialize)]
pub struct Permission {
    pub name: Identifier,
    #[serde(flatten)]
    pub verdict: Verdict,
    #[serde(skip)]
    pub climb: Climb,
}

/// Looks and judges, name by name; the climbs are shared.
pub async fn permissions(cx: &Context, names: &[Identifier], who: &Who) -> Result<Vec<Permission>> {
    let bases: Vec<DnsName> = names.iter().map(|name| name.base().clone()).collect();
    let climbs = cx.dns()?.climb_all(&bases).await;
    Ok(names.iter().zip(climbs).map(|(name, climb)| Permission::judged(name, climb, who)).collect())
}

/// Goes on only when every name may be had.
///
/// # Errors
/// [`Forbidden`] with every name that may not, and the records that would permit it.
pub async fn permitted(cx: &Context, names: &[Identifier], who: &Who) -> Result<()> {
    if who.identities.is_empty() {
        // A CA that names no identity checks no CAA, or leaves no way to tell.
        return Ok(());
    }
    let permissions = permissions(cx, names, who).await?;
    match Forbidden::from(&permissions, who) {
        Some(forbidden) => Err(forbidden.into()),
        None => Ok(()),
    }
}

impl Permission {
    /// What a climb means for a name and who asks for it.
    #[must_use]
    pub fn judged(name: &Identifier, climb: Climb, who: &Who) -> Permission {
        let climb = climb.in_order();
        let verdict = caa::judge(&climb, name.is_wildcard(), who.applicant());
        Permission { name: name.clone(), verdict, climb }
    }

    /// How narrow the permission is, for people.
    #[must_use]
    pub fn words(&self) -> &'static str {
        match &self.verdict {
            Verdict::Permitted { restriction: Restriction::Unrestricted } => "any CA may issue",
            Verdict::Permitted { restriction: Restriction::SomeCas } => "this CA may issue, and others",
            Verdict::Permitted { restriction: Restriction::CaOnly } => "only this CA may issue",
            Verdict::Permitted { restriction: Restriction::Locked } => "only this account may issue",
            Verdict::Forbidden { .. } => "forbidden",
            Verdict::Unknown { .. } => "not to be had",
        }
    }

    /// Where the records stand, or would stand best: at the name that has some, else at the name itself, or above it
    /// where that is a CNAME.
    #[must_use]
    pub fn place(&self) -> DnsName {
        self.climb.place().unwrap_or(self.name.base()).clone()
    }
}
