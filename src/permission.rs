//! May this account get these names? CAA is asked before the CA would ask it.

use serde::Serialize;
use url::Url;

use crate::acme::{Account, preset_identities};
use crate::caa::{self, Applicant, Climb, Found, Reason, Restriction, Verdict};
use crate::context::Context;
use crate::delegation::{Finding, Severity};
use crate::error::{Explain, Hint, Kind, Listed, Result};
use crate::identifier::{DnsName, Identifier};

/// A name, and what CAA says about it.
#[derive(Clone, Debug, Serialize)]
pub struct Permission {
    pub name: Identifier,
    #[serde(flatten)]
    pub verdict: Verdict,
    #[serde(skip)]
    pub climb: Climb,
}

/// Who asks: the CA's names, and the account where there is one.
#[derive(Clone, Debug)]
pub struct Who {
    pub identities: Vec<String>,
    pub account: Option<Url>,
}

impl Who {
    /// The account at this CA that certificates are ordered with, without asking anybody. `None` when nothing is
    /// known yet of how CAA records name the CA.
    pub fn at(cx: &Context, directory: &Url) -> Result<Option<Who>> {
        let accounts = cx.store.accounts_at(directory)?;
        let account = accounts.iter().find(|account| account.uri.is_some() && account.status == "valid");
        let known = account.map(Who::of).filter(|who| !who.identities.is_empty());
        let preset = preset_identities(directory).map(|identities| Who { identities, account: None });
        Ok(known.or(preset))
    }

    #[must_use]
    pub fn of(account: &Account) -> Who {
        Who { identities: account.caa_identities.clone(), account: account.uri.clone() }
    }
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
        let applicant = Applicant { identities: &who.identities, account: who.account.as_ref() };
        let verdict = caa::judge(&climb, name.is_wildcard(), applicant);
        Permission { name: name.clone(), verdict, climb }
    }

    /// The same as a finding: the records that permit it are its hint.
    #[must_use]
    pub fn finding(&self, who: &Who) -> Option<Finding> {
        let (fault, challenge) = (self.fault()?, self.name.challenge_name());
        let (code, later) = match &self.verdict {
            Verdict::Forbidden { reason, .. } => (code(*reason), false),
            _ => ("caa-unavailable", true),
        };
        let finding = Finding::new(code, Severity::Error, &challenge, fault);
        let finding = hints(&[self], who).into_iter().fold(finding, Finding::hint);
        Some(if later { finding.later() } else { finding })
    }

    /// What is wrong, in a sentence; `None` when the name may be had.
    #[must_use]
    pub fn fault(&self) -> Option<String> {
        let name = &self.name;
        match &self.verdict {
            Verdict::Permitted { .. } => None,
            Verdict::Unknown { at, said } => {
                Some(format!("the CAA records of {at} could not be had ({said}), so a CA must not issue for {name}"))
            }
            Verdict::Forbidden { at, record, reason } => {
                let record = record.as_ref().map(|record| format!(": {record}")).unwrap_or_default();
                Some(format!("CAA forbids {name}: {} at {at}{record}", why(*reason)))
            }
        }
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

    /// The same in a word, for tables.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match &self.verdict {
            Verdict::Permitted { restriction: Restriction::Unrestricted } => "unrestricted",
            Verdict::Permitted { restriction: Restriction::SomeCas } => "several CAs",
            Verdict::Permitted { restriction: Restriction::CaOnly } => "CA only",
            Verdict::Permitted { restriction: Restriction::Locked } => "locked",
            Verdict::Forbidden { .. } => "forbidden",
            Verdict::Unknown { .. } => "unknown",
        }
    }

    /// Where the records stand, or would stand best: at the name that has some, else at the name itself.
    #[must_use]
    pub fn place(&self) -> DnsName {
        match &self.climb.found {
            Found::Records { at, .. } | Found::Failed { at, .. } => at.clone(),
            Found::Nothing => self.name.base().clone(),
        }
    }
}

fn code(reason: Reason) -> &'static str {
    match reason {
        Reason::UnknownCritical => "caa-unknown-critical",
        Reason::Nobody => "caa-nobody",
        Reason::OtherCa => "caa-other-ca",
        Reason::OtherAccount => "caa-other-account",
        Reason::OtherMethod => "caa-other-method",
    }
}

fn why(reason: Reason) -> &'static str {
    match reason {
        Reason::UnknownCritical => "a critical property that no CA knows",
        Reason::Nobody => "a record that permits nobody",
        Reason::OtherCa => "only another CA is named",
        Reason::OtherAccount => "another ACME account is pinned",
        Reason::OtherMethod => "dns-01 is not among the validation methods",
    }
}

/// The lines that let this account, and nobody else, issue for names and wildcards below `at`.
#[must_use]
pub fn locking_records(at: &DnsName, who: &Who) -> Vec<String> {
    let value = who.account.as_ref().and_then(|account| caa::pinning_values(&who.identities, account));
    value.map_or_else(Vec::new, |value| {
        ["issue", "issuewild"].map(|tag| format!("{} CAA 0 {tag} \"{value}\"", at.fqdn())).to_vec()
    })
}

/// Names that CAA does not let this account have: the CA would refuse them.
#[derive(Debug, thiserror::Error)]
#[error("{summary}")]
pub struct Forbidden {
    summary: String,
    #[source]
    each: Option<Listed>,
    kind: Kind,
    hints: Vec<Hint>,
}

impl Forbidden {
    /// `None` when every name is permitted.
    #[must_use]
    pub fn from(permissions: &[Permission], who: &Who) -> Option<Forbidden> {
        let wrong: Vec<&Permission> = permissions.iter().filter(|one| one.fault().is_some()).collect();
        let faults: Vec<String> = wrong.iter().filter_map(|one| one.fault()).collect();
        let later = wrong.iter().all(|one| matches!(one.verdict, Verdict::Unknown { .. }));
        let (summary, each) = match faults.as_slice() {
            [] => return None,
            [one] => (one.clone(), None),
            _ => (format!("CAA forbids {} of {} names", faults.len(), permissions.len()), Listed::new(faults)),
        };
        let kind = if later { Kind::TryLater } else { Kind::ActionNeeded };
        Some(Forbidden { summary, each, kind, hints: hints(&wrong, who) })
    }
}

fn hints(wrong: &[&Permission], who: &Who) -> Vec<Hint> {
    let forbidden = wrong.iter().filter(|one| matches!(one.verdict, Verdict::Forbidden { .. }));
    let mut places: Vec<DnsName> = forbidden.map(|one| one.place()).collect();
    places.sort();
    places.dedup();
    if places.is_empty() {
        return vec![Hint::new("check the zone's name servers, then run the same command again")];
    }
    let lines = places.iter().flat_map(|place| locking_records(place, who));
    vec![lines.fold(Hint::new("these records permit it; they may stand beside those that are there"), Hint::line)]
}

impl Explain for Forbidden {
    fn kind(&self) -> Kind {
        self.kind
    }

    fn hints(&self) -> Vec<Hint> {
        self.hints.clone()
    }
}
