//! Whom one `issue` or `issuewild` record lets issue, and how, as an applicant sees it.

use super::record::{Property, Record};
use super::{Applicant, Reason};

/// RFC 8555 section 8.4.
pub(super) const METHOD: &str = "dns-01";

/// What one record grants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    pub whom: Whom,
    pub how: How,
    /// Whether every CA reads the record so: see [`Record::has_capitals`].
    pub certain: bool,
}

/// Whom a record lets issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// Nobody: no issuer, or conditions that nobody can meet.
    Nobody,
    OtherCa,
    /// Another account at this CA.
    OtherAccount,
    /// Every account at this CA.
    AnyAccount,
    ThisAccount,
}

/// How whoever may issue may validate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// By dns-01, and by other methods.
    AlsoOtherwise,
    OnlyDns01,
    /// By methods among which dns-01 is not.
    Otherwise,
}

impl Grant {
    /// Reads a record as the applicant must.
    #[must_use]
    pub fn of(record: &Record, applicant: Applicant<'_>) -> Grant {
        let certain = !record.has_capitals();
        let nobody = Grant { whom: Whom::Nobody, how: How::AlsoOtherwise, certain };
        let Property::Issuer { name, parameters } = record.property() else { return nobody };
        if !applicant.identities.iter().any(|identity| identity.eq_ignore_ascii_case(&name)) {
            return Grant { whom: Whom::OtherCa, ..nobody };
        }
        // Twice is never right: RFC 8657 section 3 for accounts; for methods it leaves open what it means.
        let (Ok(account), Ok(methods)) = (single(&parameters, "accounturi"), single(&parameters, "validationmethods"))
        else {
            return nobody;
        };
        let Some(how) = how(methods) else { return nobody };
        // Exactly as the CA writes it (RFC 8657 section 3).
        let whom = match account {
            None => Whom::AnyAccount,
            Some(uri) if applicant.account.is_some_and(|account| account.as_str() == uri) => Whom::ThisAccount,
            Some(_) => Whom::OtherAccount,
        };
        Grant { whom, how, certain }
    }

    /// Why it does not permit the applicant to issue by dns-01; `None` when it does.
    #[must_use]
    pub fn miss(self) -> Option<Reason> {
        match (self.whom, self.how) {
            (Whom::Nobody, _) => Some(Reason::Nobody),
            (Whom::OtherCa, _) => Some(Reason::OtherCa),
            (Whom::OtherAccount, _) => Some(Reason::OtherAccount),
            (_, How::Otherwise) => Some(Reason::OtherMethod),
            (Whom::AnyAccount | Whom::ThisAccount, _) => None,
        }
    }

    /// Whether it permits the applicant by dns-01, and nothing else.
    #[must_use]
    pub fn locks(self) -> bool {
        self == Grant { whom: Whom::ThisAccount, how: How::OnlyDns01, certain: true }
    }

    /// Whether it permits anything but that.
    #[must_use]
    pub fn lets_others(self) -> bool {
        self.whom != Whom::Nobody && !self.locks()
    }
}

/// The value of a parameter that may be there once.
fn single<'a>(parameters: &'a [(String, String)], tag: &str) -> Result<Option<&'a str>, Twice> {
    let mut values = parameters.iter().filter(|(name, _)| name == tag).map(|(_, value)| value.as_str());
    match (values.next(), values.next()) {
        (first, None) => Ok(first),
        _ => Err(Twice),
    }
}

struct Twice;

/// RFC 8657 section 4: labels of letters, digits and hyphens, parted by commas. `None` when no method meets it.
fn how(methods: Option<&str>) -> Option<How> {
    let Some(methods) = methods else { return Some(How::AlsoOtherwise) };
    let methods: Vec<&str> = methods.split(',').collect();
    let is_label =
        |label: &&str| !label.is_empty() && label.bytes().all(|octet| octet.is_ascii_alphanumeric() || octet == b'-');
    if !methods.iter().all(is_label) {
        return None;
    }
    Some(match methods.contains(&METHOD) {
        true if methods.iter().all(|method| *method == METHOD) => How::OnlyDns01,
        true => How::AlsoOtherwise,
        false => How::Otherwise,
    })
}
