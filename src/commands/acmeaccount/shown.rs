//! An account as it is shown; never its key.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::acme::{Account, AccountKey, authority_name};
use crate::caa::pinning_records;
use crate::context::Context;
use crate::error::Result;
use crate::output::Outcome;

/// An account, and what is known of it here.
pub(super) struct Shown {
    account: Account,
    key_type: String,
    thumbprint: String,
    /// Whether it is used where nothing else is said; `None` for the only one at its CA.
    default: Option<bool>,
    lineages: Vec<String>,
}

impl Shown {
    pub(super) fn of(cx: &Context, account: Account) -> Result<Shown> {
        let key = AccountKey::from_pem(&account.key)?;
        let (default, lineages) = (default(cx, &account), lineages(cx, &account));
        Ok(Shown { key_type: key.kind(), thumbprint: key.thumbprint(), account, default, lineages })
    }

    fn caa(&self) -> Vec<String> {
        let uri = self.account.uri.as_ref().filter(|_| self.account.is_usable());
        uri.map(|uri| pinning_records(&self.account.caa_identities, uri)).unwrap_or_default()
    }

    pub(super) fn json(&self) -> Value {
        json!({
            "account": self.account.name,
            "default": self.default != Some(false) && self.account.is_usable(),
            "authority": self.account.directory,
            "name": authority_name(&self.account.directory),
            "uri": self.account.uri,
            "contact": self.account.contact.as_deref().unwrap_or_default(),
            "status": self.account.status,
            "key_type": self.key_type,
            "thumbprint": self.thumbprint,
            "lineages": self.lineages,
            "caa": self.caa(),
        })
    }

    pub(super) fn text(&self) -> String {
        let mut text = format!("{}\n", authority_name(&self.account.directory));
        for (label, value) in self.lines() {
            let _ = writeln!(text, "  {label:<12} {value}");
        }
        let records = self.caa();
        if !records.is_empty() {
            text.push_str("\n  CAA records that let only this account issue, by dns-01 only:\n\n");
        }
        for record in records {
            let _ = writeln!(text, "{record}");
        }
        text
    }

    fn lines(&self) -> Vec<(&'static str, String)> {
        let uri = self.account.uri.as_ref().map_or("not known yet", |uri| uri.as_str());
        let contact = match self.account.contact.as_deref() {
            None if self.account.uri.is_some() => "not told by the CA".to_owned(),
            None | Some([]) => "none".to_owned(),
            Some(contact) => contact.join(", "),
        };
        let mut lines: Vec<(&str, String)> = self.account.name.iter().map(|name| ("name", name.clone())).collect();
        lines.push(("account URI", uri.to_owned()));
        lines.push(("contact", contact));
        lines.push(("status", self.account.status.clone()));
        lines.push(("key", format!("{}, thumbprint {}", self.key_type, self.thumbprint)));
        if self.account.candidate.is_some() {
            lines.push(("rollover", "interrupted; the next command that uses the account finishes it".to_owned()));
        }
        if self.default == Some(true) {
            lines.push(("default", "used where no other account is asked for".to_owned()));
        }
        if !self.lineages.is_empty() {
            lines.push(("certificates", self.lineages.join(", ")));
        }
        lines
    }
}

/// What cannot be read is told elsewhere.
fn default(cx: &Context, account: &Account) -> Option<bool> {
    let mut usable = cx.store.accounts_at(&account.directory).unwrap_or_default();
    let several = usable.len() > 1;
    usable.retain(Account::is_usable);
    several.then(|| usable.first().is_some_and(|first| first.id == account.id))
}

/// The lineages that are ordered with this account.
pub(super) fn lineages(cx: &Context, account: &Account) -> Vec<String> {
    let lineages = cx.store.lineages().unwrap_or_default().into_iter().flatten();
    let own = lineages.filter(|lineage| lineage.account.is_some() && lineage.account == account.uri);
    own.map(|lineage| lineage.name).collect()
}

/// One account, and what was done with it.
pub(super) struct AccountOutcome {
    /// A sentence; `None` where nothing was done but look.
    pub done: Option<String>,
    pub shown: Shown,
}

impl Outcome for AccountOutcome {
    fn json(&self) -> Value {
        json!({ "account": self.shown.json() })
    }

    fn text(&self) -> String {
        let done = self.done.as_ref().map(|done| format!("{done}\n\n")).unwrap_or_default();
        format!("{done}{}", self.shown.text())
    }
}
