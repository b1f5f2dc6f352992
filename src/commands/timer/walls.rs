//! What an installed timer cannot do for what is asked for now.

use std::collections::BTreeSet;
use std::path::Path;

use crate::context::Context;
use crate::event::Event;
use crate::outputs::Outputs;
use crate::scheduling::{Scheduler, Scope, Site};
use crate::settings::user_dirs;

/// Tells when the service of an installed timer may not write where copies are to go: its next renewal would fail.
pub(in crate::commands) fn warn_of_walls(cx: &Context, outputs: &Outputs) {
    let directories: BTreeSet<&Path> = outputs.installs.iter().filter_map(|install| install.path.parent()).collect();
    for (scope, flag) in [(Scope::System, "--system"), (Scope::User, "--user")] {
        let Some(site) = site(scope).filter(|_| !directories.is_empty()) else { continue };
        let closed = site.closed(&cx.settings.state_dir, directories.iter().copied());
        for directory in closed {
            let text = format!(
                "the timer may not write to {} yet: run `certdns timer install {flag}` afterwards",
                directory.display()
            );
            cx.report(Event::Warning { text });
        }
    }
}

fn site(scope: Scope) -> Option<Site> {
    Some(Site { scheduler: Scheduler::Systemd, scope, root: None, dirs: user_dirs()? })
}
