//! Registrations that go: out of use, under another name, and back. Each is kept aside before it leaves its place.

use super::completing::base;
use super::fault::TakeFault;
use super::taking::locked;
use crate::context::Context;
use crate::error::{Error, Result};
use crate::identifier::DnsName;
use crate::store::{Aside, Change, Record, What};

/// Sets a registration aside; gives what the copy is called.
///
/// # Errors
/// When the state directory cannot be written; then it is in its place still.
pub async fn remove(cx: &Context, record: &Record, cause: &str) -> Result<String> {
    let _locks = locked(&cx.store, std::iter::once(record), &cx.reporter).await?;
    still(cx, record)?;
    let id = cx.store.keep_aside(record, cause)?;
    cx.store.take_out(record)?;
    Ok(id)
}

/// Puts a registration under another challenge name, and sets it aside under the old one. The new name has none yet,
/// or this very one from a run that was cut short.
///
/// # Errors
/// When the new name has got another meanwhile, or the state directory cannot be written.
pub async fn rename(cx: &Context, record: &Record, to: &DnsName) -> Result<Record> {
    let (old, new) = (base(&record.challenge), base(to));
    let mut renamed = record.clone().with(Change::now(What::Renamed, format!("from {old} to {new}")));
    renamed.challenge = to.clone();
    let _locks = locked(&cx.store, [record, &renamed].into_iter(), &cx.reporter).await?;
    still(cx, record)?;
    if cx.store.records_of(to)?.iter().any(|one| !one.registration.is_same(&record.registration)) {
        return Err(TakeFault::Changed { name: new }.into());
    }
    let published = cx.store.published(&record.registration, &record.challenge)?;
    let staged = cx.store.stage_record(renamed.clone())?;
    // What is in its slots, and since when, stays true.
    cx.store.save_published(&renamed.registration, to, &published)?;
    staged.place()?;
    cx.store.keep_aside(record, &format!("renamed to {new}"))?;
    cx.store.take_out(record)?;
    Ok(renamed)
}

/// Puts a registration back that was set aside; those that are in use for its name now are set aside instead.
///
/// # Errors
/// When those changed meanwhile, or the state directory cannot be written.
pub async fn restore(cx: &Context, aside: &Aside) -> Result<Record> {
    let record = aside.record.clone().with(Change::now(What::Restored, "by hand"));
    let mine = cx.store.records_of(&record.challenge)?;
    let _locks = locked(&cx.store, mine.iter().chain([&record]), &cx.reporter).await?;
    if cx.store.records_of(&record.challenge)? != mine {
        return Err(TakeFault::Changed { name: base(&record.challenge) }.into());
    }
    let staged = cx.store.stage_record(record.clone())?;
    for one in &mine {
        cx.store.keep_aside(one, "gave way to one that was restored")?;
    }
    staged.place()?;
    for one in mine.iter().filter(|one| one.registration.server != record.registration.server) {
        cx.store.take_out(one)?;
    }
    cx.store.forget_aside(aside)?;
    Ok(record)
}

/// After waiting for a lock: somebody else may have been quicker.
fn still(cx: &Context, record: &Record) -> Result<(), Error> {
    match cx.store.records_of(&record.challenge)?.contains(record) {
        true => Ok(()),
        false => Err(TakeFault::Changed { name: base(&record.challenge) }.into()),
    }
}
