//! Writing what a lineage's live certificate is wanted as: by `issue` and `renew` alike, again until it is done.

use std::collections::BTreeMap;
use std::path::Path;

use crate::context::Context;
use crate::error::{Error, Hint, Result};
use crate::event::Event;
use crate::outputs::{self, Material, OutputFault, Pfx, digest, replace_all};
use crate::secret::Secret;
use crate::store::{Delivered, Lineage};

/// Whether every output is what it should be: of the live generation, as wanted, and untouched since.
#[must_use]
pub fn is_delivered(cx: &Context, lineage: &Lineage) -> bool {
    let Some(generation) = lineage.live else { return true };
    if cx.store.delivering_file(&lineage.name).exists() {
        return false;
    }
    match cx.store.delivered(&lineage.name) {
        Ok(None) => lineage.outputs.is_empty(),
        Ok(Some(last)) => {
            let paths = lineage.outputs.paths(&cx.store.outputs_path(&lineage.name));
            last.generation == generation
                && last.outputs == lineage.outputs
                && paths.iter().all(|path| last.stands(path))
        }
        Err(_) => false,
    }
}

/// Writes all outputs, or leaves all as they were; gives whether there was anything to write. The caller holds the
/// lineage's lock.
///
/// # Errors
/// When one could not be written; the certificate is stored and live all the same.
pub fn deliver(cx: &Context, lineage: &Lineage) -> Result<bool> {
    let again = Hint::new("then have them written; that takes no new certificate");
    deliver_or(cx, lineage, &again.line(format!("certdns renew {}", lineage.name)))
}

/// The same for what is wanted from now on, and not kept with the lineage yet.
///
/// # Errors
/// When one could not be written.
pub fn deliver_anew(cx: &Context, lineage: &Lineage) -> Result<bool> {
    deliver_or(
        cx,
        lineage,
        &Hint::new("then run the same command again; until then, all goes on as it was wanted before"),
    )
}

fn deliver_or(cx: &Context, lineage: &Lineage, again: &Hint) -> Result<bool> {
    let Some(generation) = lineage.live else { return Ok(false) };
    if is_delivered(cx, lineage) {
        return Ok(false);
    }
    let written = write(cx, lineage).map_err(|error| {
        let attempt = undone(generation, &error);
        error.doing(attempt).hint(again.clone())
    })?;
    let delivered = Delivered { generation, outputs: lineage.outputs.clone(), files: written };
    let noted = cx.store.save_delivered(&lineage.name, &delivered).map_err(|error| {
        let attempt = format!("all files made from generation {generation} are written, but that could not be noted");
        Error::from(error).doing(attempt).hint(again.clone())
    });
    noted.map(|()| true)
}

fn undone(generation: u32, error: &Error) -> String {
    let mixed = matches!(error.downcast_ref(), Some(OutputFault::NotPutBack { .. } | OutputFault::Journal { .. }));
    let kept = if mixed { "" } else { "; they are as they were before" };
    format!("generation {generation} is stored and live, but not all files made from it could be written{kept}")
}

/// Gives the digests of the files by their paths.
fn write(cx: &Context, lineage: &Lineage) -> Result<BTreeMap<String, String>> {
    let (name, journal) = (&lineage.name, cx.store.delivering_file(&lineage.name));
    // First of all: what is wanted, or can be had, may have changed since the crash.
    outputs::put_back(&journal)?;
    let (Some(chain), key) = (cx.store.live_chain(lineage)?, cx.store.live_key(lineage)?) else {
        return Ok(BTreeMap::new());
    };
    let directory = cx.store.outputs_dir(name)?;
    let password = lineage.outputs.pfx.as_ref().map(|pfx| password(cx, name, pfx)).transpose()?;
    let material = Material { name, chain: &chain, key: key.as_ref(), password };
    let files = outputs::files(&lineage.outputs, &material, &directory)?;
    replace_all(&files, &journal)?;
    let digests = files.iter().map(|file| (file.path.display().to_string(), digest(&file.bytes))).collect();
    for file in files {
        cx.report(Event::Written { path: file.path });
    }
    Ok(digests)
}

fn password(cx: &Context, lineage: &str, pfx: &Pfx) -> Result<Secret> {
    match &pfx.password_file {
        Some(path) => Ok(read_password(path)?),
        None => Ok(cx.store.pfx_password(lineage)?),
    }
}

/// The first line of the file.
///
/// # Errors
/// When it cannot be read, or is empty.
pub fn read_password(path: &Path) -> Result<Secret, OutputFault> {
    let wrong = |source| OutputFault::Password { path: path.to_owned(), source };
    let text = Secret::new(std::fs::read_to_string(path).map_err(wrong)?);
    // Editors on Windows begin a file with a byte order mark.
    match text.expose().trim_start_matches('\u{feff}').lines().next() {
        Some(line) if !line.is_empty() => Ok(Secret::new(line)),
        _ => Err(wrong(std::io::Error::other("the first line is empty"))),
    }
}
