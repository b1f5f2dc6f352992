//! What a run may not do. Deploy commands run inside the same walls, so that they are high, but not everywhere.

use std::fmt::Write;
use std::path::Path;

use super::STATE;
use super::quoting::path;
use crate::scheduling::{Job, Scope};

const FOR_THE_SYSTEM: &str = "\
# Walls. Deploy commands run inside them, too: reloading a service, sending a signal, chown, and writing to the
# directories below work. Copies that are wanted elsewhere later (`--install`) need `certdns timer install` again.
# For anything else, let it in with `systemctl edit certdns-renew.service`:
#     [Service]
#     ReadWritePaths=/var/log/nginx
# or have the deploy command run outside: `systemd-run --wait --pipe --collect COMMAND`.
";

const FOR_A_USER: &str = "\
# Walls. Deploy commands run inside them, too: `systemctl --user reload`, sending a signal, and writing to the
# directories below work; `sudo` does not. Copies that are wanted elsewhere later (`--install`) need
# `certdns timer install` again. For anything else, let it in with `systemctl --user edit certdns-renew.service`:
#     [Service]
#     ReadWritePaths=%h/.cache/server
# or have the deploy command run outside: `systemd-run --user --wait --pipe --collect COMMAND`.
# What needs user namespaces is passed over by systemd where the kernel does not let users have them.
";

/// What each manager can do. Programs in homes are still found, and read their files.
const EVERYWHERE: &str = "\
ProtectHome=read-only
NoNewPrivileges=yes
ProtectKernelTunables=yes
ProtectControlGroups=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
SystemCallArchitectures=native
# `no` for deploy commands that compile as they run: Java, Node.js, PowerShell, PHP with JIT.
MemoryDenyWriteExecute=yes
";

/// What takes a manager with all capabilities.
const PRIVILEGED: &str = "\
PrivateDevices=yes
ProtectClock=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
SystemCallFilter=@system-service
SystemCallErrorNumber=EPERM
# What is left of root, for deploy commands: files of others, chown, signals, `runuser`, `nginx -t`.
CapabilityBoundingSet=CAP_CHOWN CAP_DAC_OVERRIDE CAP_FOWNER CAP_FSETID
CapabilityBoundingSet=CAP_KILL CAP_SETGID CAP_SETUID CAP_NET_BIND_SERVICE
";

pub(super) fn walls(job: &Job, scope: Scope) -> String {
    let (words, more) = match scope {
        Scope::System => (FOR_THE_SYSTEM, PRIVILEGED),
        Scope::User => (FOR_A_USER, ""),
    };
    let mut text = format!("{words}ProtectSystem=strict\n");
    let state = (scope == Scope::System && job.state_dir == STATE)
        .then_some("StateDirectory=certdns\nStateDirectoryMode=0700\n");
    text.push_str(state.unwrap_or_default());
    let state = state.is_none().then_some(job.state_dir.as_str());
    for directory in state.into_iter().chain(job.writable.iter().map(String::as_str)) {
        // One that is not there yet is no reason not to start.
        let _ = writeln!(text, "ReadWritePaths={}", path(&format!("-{directory}")));
    }
    text.push_str(private_tmp(job));
    text + EVERYWHERE + more
}

/// What lies in `/tmp` would not be there in a `/tmp` of its own.
fn private_tmp(job: &Job) -> &'static str {
    let shared = |path: &str| ["/tmp", "/var/tmp"].iter().any(|tmp| Path::new(path).starts_with(tmp));
    match job.paths().any(shared) {
        true => "# Not of its own: files of certdns are in there.\nPrivateTmp=no\n",
        false => "PrivateTmp=yes\n",
    }
}
