//! The key a certificate will be for: that of an interrupted run, the one before, a fresh one, or somebody else's.

use std::collections::BTreeSet;

use jiff::Timestamp;
use url::Url;

use super::Wanted;
use crate::acme::Account;
use crate::certificate::{Holder, PrivateKey};
use crate::context::Context;
use crate::error::{Doing, Error, Result};
use crate::event::Event;
use crate::identifier::Identifier;
use crate::store::{Lineage, Pending};

/// Puts the private key on disk before the CA can sign for it. The key and order of an interrupted run are used again.
pub(super) async fn prepare(
    cx: &Context,
    wanted: &Wanted<'_>,
    directory: &Url,
    account: &Account,
) -> Result<(Lineage, Holder)> {
    // What is pending may be of another CA that was asked a moment ago, with another key.
    let stored = cx.store.lineage(&wanted.lineage.name)?;
    let mut lineage = Lineage { pending: stored.and_then(|stored| stored.pending), ..wanted.lineage.clone() };
    if *directory == lineage.directory {
        lineage.account.clone_from(&account.uri);
    }
    let pending = pending(wanted, directory, account);
    if let Some(holder) = unfinished(cx, wanted, lineage.pending.as_ref(), &pending)? {
        return Ok((lineage, holder));
    }
    let holder = match kept(cx, wanted)? {
        Some(key) => Holder::Here(key),
        None => fresh(&lineage).await?,
    };
    let lineage = cx.store.begin(lineage, &holder, pending).doing("could not store the private key")?;
    Ok((lineage, holder))
}

/// A key made now, or that of whoever brought a request.
pub(super) async fn fresh(lineage: &Lineage) -> Result<Holder> {
    if let Some(request) = &lineage.recipe.csr {
        return Ok(Holder::Elsewhere(request.clone()));
    }
    let key_type = lineage.key_type;
    // RSA keys take seconds to find: not on a thread that others need.
    let generated = tokio::task::spawn_blocking(move || PrivateKey::generate(key_type)).await;
    Ok(Holder::Here(generated.expect("key generation does not panic")?))
}

fn pending(wanted: &Wanted<'_>, directory: &Url, account: &Account) -> Pending {
    let Lineage { identifiers, key_type, recipe, .. } = &wanted.lineage;
    Pending {
        order: None,
        account: account.uri.clone(),
        directory: directory.clone(),
        identifiers: identifiers.clone(),
        key_type: *key_type,
        recipe: recipe.clone(),
        not_after: wanted.once.not_after,
        started_at: Timestamp::now(),
    }
}

/// The key of an interrupted run, when that was about the same.
fn unfinished(cx: &Context, wanted: &Wanted<'_>, old: Option<&Pending>, pending: &Pending) -> Result<Option<Holder>> {
    let old = old.filter(|old| is_same(old, pending) && !wanted.once.new_key);
    match (old, &wanted.lineage.recipe.csr) {
        (None, _) => Ok(None),
        (Some(_), Some(request)) => Ok(Some(Holder::Elsewhere(request.clone()))),
        (Some(_), None) => {
            Ok(cx.store.pending_key(&wanted.lineage.name)?.filter(|key| is_good(cx, key)).map(Holder::Here))
        }
    }
}

/// Whether nobody else knows it.
fn is_good(cx: &Context, key: &PrivateKey) -> bool {
    !cx.store.is_compromised(&key.public_key())
}

fn is_same(old: &Pending, new: &Pending) -> bool {
    let set = |names: &[Identifier]| names.iter().cloned().collect::<BTreeSet<_>>();
    set(&old.identifiers) == set(&new.identifiers)
        && (&old.directory, &old.account) == (&new.directory, &new.account)
        && (old.key_type, &old.recipe, old.not_after) == (new.key_type, &new.recipe, new.not_after)
}

/// The key of the live certificate, where it is to be used again, is of the kind that is wanted and nobody else's.
fn kept(cx: &Context, wanted: &Wanted<'_>) -> Result<Option<PrivateKey>> {
    if !wanted.lineage.recipe.reuse_key || wanted.once.new_key {
        return Ok(None);
    }
    let live = cx.store.lineage(&wanted.lineage.name)?;
    let Some(live) = live.filter(|live| live.key_type == wanted.lineage.key_type) else { return Ok(None) };
    let key = cx.store.live_key(&live).or_else(|error| {
        let text = format!("the private key of {} cannot be used again, so another is made: {error}", live.name);
        cx.report(Event::Warning { text });
        Ok::<_, Error>(None)
    })?;
    Ok(key.filter(|key| is_good(cx, key)))
}
