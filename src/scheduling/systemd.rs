//! `certdns-renew.service` and `certdns-renew.timer`.

mod opened;
mod quoting;
mod walls;

use std::fmt::Write;

use super::{Job, MARKER, Scope};
use quoting::{argument, path, program};

pub(super) use opened::is_closed;

pub(super) const SERVICE: &str = "certdns-renew.service";
pub(super) const TIMER: &str = "certdns-renew.timer";

/// Where `StateDirectory=certdns` is for the system.
const STATE: &str = "/var/lib/certdns";

/// The service: one run.
#[must_use]
pub(super) fn service(job: &Job, scope: Scope) -> String {
    let mut text = head(scope, SERVICE);
    text.push_str("[Unit]\nDescription=Renew certificates that are due (certdns)\n");
    if scope == Scope::System {
        text.push_str("Wants=network-online.target\nAfter=network-online.target\n");
        let _ = writeln!(text, "RequiresMountsFor={}", path(&job.state_dir));
    }
    text.push_str("\n[Service]\nType=oneshot\n");
    let _ = writeln!(text, "ExecStart={}", command(job));
    text.push_str("# A run that hangs is ended; the next one carries on from there.\nTimeoutStartSec=2h\n\n");
    text + &walls::walls(job, scope)
}

/// The timer: when.
#[must_use]
pub(super) fn timer(scope: Scope) -> String {
    let head = head(scope, TIMER);
    format!(
        "{head}[Unit]
Description=Every hour: renew certificates that are due (certdns)

[Timer]
# Every hour: certificates may live for 6 days only, and a CA may want them renewed at once (ARI). A run with nothing to
# do asks a CA for next to nothing.
OnCalendar=hourly
# Not when all others do, but always at the same minute.
RandomizedDelaySec=1h
FixedRandomDelay=yes
AccuracySec=1min
# What was missed while the machine was off is made up for.
Persistent=true

[Install]
WantedBy=timers.target
"
    )
}

fn head(scope: Scope, unit: &str) -> String {
    let edit = match scope {
        Scope::System => "systemctl edit",
        Scope::User => "systemctl --user edit",
    };
    format!("# {MARKER}, which replaces it. Changes of your own: `{edit} {unit}`\n\n")
}

fn command(job: &Job) -> String {
    let words = [program(&job.program)].into_iter().chain(job.arguments().into_iter().map(argument));
    words.collect::<Vec<_>>().join(" ")
}
