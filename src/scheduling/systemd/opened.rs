//! Where an installed service may write.

use std::path::Path;

use super::quoting::{argument, path};
use crate::scheduling::MARKER;

/// Whether these units (the service, and what was added to it) are of a timer for this state directory that cannot
/// write to the directory.
#[must_use]
pub(crate) fn is_closed(units: &str, state_dir: &str, directory: &Path) -> bool {
    let ours = units.contains(MARKER) && units.contains(&format!(" --state-dir {} ", argument(state_dir)));
    ours && directory.is_absolute() && !directory.ancestors().any(|above| is_open(units, above))
}

/// As certdns writes it, or by hand.
fn is_open(units: &str, directory: &Path) -> bool {
    let Some(directory) = directory.to_str() else { return false };
    let written = path(&format!("-{directory}"));
    let lists = units.lines().filter_map(|line| line.trim().strip_prefix("ReadWritePaths="));
    let by_hand = |list: &str| list.split_whitespace().any(|word| word.trim_start_matches(['-', '+']) == directory);
    lists.into_iter().any(|list| list == written || by_hand(list))
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use crate::scheduling::{Job, Scope, systemd};

    fn closed(added: &str, directory: &str) -> bool {
        let job = Job {
            program: "/usr/bin/certdns".to_owned(),
            config: None,
            state_dir: "/srv/my state".to_owned(),
            writable: vec!["/etc/nginx/tls 100%".to_owned()],
        };
        let units = systemd::service(&job, Scope::System) + added;
        is_closed(&units, "/srv/my state", Path::new(directory))
    }

    #[test]
    fn what_was_asked_for_later_is_behind_the_walls() {
        assert!(!closed("", "/etc/nginx/tls 100%"));
        assert!(!closed("", "/etc/nginx/tls 100%/below"));
        assert!(closed("", "/etc/nginx"));
        assert!(closed("", "/etc/haproxy"));
        assert!(!closed("[Service]\nReadWritePaths=/var/log -/etc/haproxy\n", "/etc/haproxy/tls"));
    }

    #[test]
    fn walls_of_others_are_not_looked_at() {
        assert!(!is_closed("", "/s", Path::new("/etc")));
        let elsewhere = format!("# {MARKER}\nExecStart=/c --state-dir /other renew\n");
        assert!(!is_closed(&elsewhere, "/s", Path::new("/etc")));
    }
}
