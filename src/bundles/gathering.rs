//! What goes into a bundle. Reads only; a CA is asked where a change of an account's key was interrupted.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::content::Bundle;
use super::fault::BundleFault;
use super::sealing::MAX_CONTENT;
use crate::accounts::with_one_key;
use crate::acme::Account;
use crate::context::Context;
use crate::error::Result;
use crate::identifier::{DnsName, Identifier};
use crate::registrations::base;
use crate::secret::Secret;
use crate::store::{Lineage, Record};

/// What is wanted.
#[derive(Debug, Default)]
pub struct Wanted {
    /// Challenge names; all where there are none.
    pub names: Vec<DnsName>,
    pub accounts: bool,
    pub lineages: bool,
}

/// A bundle, its text, and what was left out, each in a sentence.
pub struct Gathered {
    pub bundle: Bundle,
    pub text: Secret,
    pub left_out: Vec<String>,
}

/// Gathers what is wanted.
///
/// # Errors
/// When a name has no registration, there is nothing at all, or something cannot be read.
pub async fn gather(cx: &Context, wanted: &Wanted) -> Result<Gathered> {
    let mut left_out = Vec::new();
    let bundle = Bundle {
        created_at: Timestamp::now(),
        registrations: registrations(cx, &wanted.names)?,
        accounts: if wanted.accounts { accounts(cx, &mut left_out).await? } else { Vec::new() },
        lineages: if wanted.lineages { lineages(cx, &wanted.names, &mut left_out)? } else { Vec::new() },
    };
    if bundle.registrations.is_empty() && bundle.accounts.is_empty() && bundle.lineages.is_empty() {
        return Err(BundleFault::Nothing.into());
    }
    let text = bundle.text();
    match text.expose().len() as u64 > MAX_CONTENT {
        true => Err(BundleFault::TooLarge.into()),
        false => Ok(Gathered { bundle, text, left_out }),
    }
}

fn registrations(cx: &Context, names: &[DnsName]) -> Result<Vec<Record>> {
    let mut records = cx.store.records()?.into_iter().collect::<Result<Vec<Record>, _>>()?;
    if let Some(missing) = names.iter().find(|name| !records.iter().any(|one| one.challenge == **name)) {
        return Err(BundleFault::None { name: base(missing) }.into());
    }
    records.retain(|one| names.is_empty() || names.contains(&one.challenge));
    Ok(records)
}

/// Those that certificates can be ordered with, each with the one key that it surely has.
async fn accounts(cx: &Context, left_out: &mut Vec<String>) -> Result<Vec<Account>> {
    let mut all = Vec::new();
    for account in cx.store.accounts()? {
        let account = account?;
        if !account.is_usable() {
            left_out.push(format!("the ACME account {}, which is {}", account.title(), account.status));
        } else if account.candidate.is_some() {
            all.push(with_one_key(cx, &account).await?);
        } else {
            all.push(account);
        }
    }
    Ok(all)
}

/// Those whose names all go along.
fn lineages(cx: &Context, names: &[DnsName], left_out: &mut Vec<String>) -> Result<Vec<Lineage>> {
    let all = cx.store.lineages()?.into_iter().collect::<Result<Vec<Lineage>, _>>()?;
    if names.is_empty() {
        return Ok(all);
    }
    let (mut whole, mut part) = (Vec::new(), Vec::new());
    for one in all {
        let needed: BTreeSet<DnsName> = one.identifiers.iter().map(Identifier::challenge_name).collect();
        if needed.iter().all(|name| names.contains(name)) {
            whole.push(one);
        } else if needed.iter().any(|name| names.contains(name)) {
            part.push(one);
        }
    }
    let sentence = |one: Lineage| format!("the lineage {}, which has other names, too", one.name);
    left_out.extend(part.into_iter().map(sentence));
    Ok(whole)
}
