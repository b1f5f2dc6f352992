//! What hooks are told of a lineage.

use std::path::PathBuf;

use crate::context::Context;
use crate::hooks::{Live, Stage, Subject, Variables};
use crate::outputs::PASSWORD_FILE;
use crate::store::Lineage;

/// What every hook is told.
pub(super) fn variables(cx: &Context, stage: Stage) -> Variables {
    Variables::new(stage, &absolute(cx.settings.state_dir.clone()))
}

/// What is known without reading a certificate: enough for a hook that runs for many.
pub(super) fn subject(cx: &Context, lineage: &Lineage, reason: Option<String>) -> Subject {
    Subject {
        lineage: lineage.name.clone(),
        names: lineage.identifiers.iter().map(ToString::to_string).collect(),
        live: absolute(cx.store.live_path(&lineage.name)),
        certificate: None,
        authority: lineage.issuing_directory().to_string(),
        reason,
    }
}

/// The same with its live certificate, if there is one.
pub(super) fn whole(cx: &Context, subject: Subject, lineage: &Lineage, previous: Option<u32>) -> Subject {
    Subject { certificate: lineage.live.map(|generation| live(cx, lineage, generation, previous)), ..subject }
}

fn live(cx: &Context, lineage: &Lineage, generation: u32, previous: Option<u32>) -> Live {
    let (name, outputs) = (&lineage.name, absolute(cx.store.outputs_path(&lineage.name)));
    let chain = cx.store.live_chain(lineage).ok().flatten();
    let previous = previous.filter(|previous| *previous != generation);
    let own = lineage.outputs.own_files().into_iter().map(|(content, file)| (content, outputs.join(file)));
    let pfx = lineage.outputs.pfx.as_ref();
    let password = pfx.map(|pfx| pfx.password_file.clone().unwrap_or_else(|| outputs.join(PASSWORD_FILE)));
    Live {
        generation,
        previous: previous.map(|previous| absolute(cx.store.generation_path(name, previous))),
        has_key: lineage.recipe.csr.is_none(),
        not_after: chain.map(|chain| chain.leaf().not_after),
        files: own.collect(),
        pfx_password_file: password,
        installed: lineage.outputs.installs.iter().map(|install| install.path.clone()).collect(),
        outputs,
    }
}

/// A hook may change its directory.
fn absolute(path: PathBuf) -> PathBuf {
    std::path::absolute(&path).unwrap_or(path)
}
