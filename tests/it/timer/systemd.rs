//! `certdns timer` with systemd.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use snapbox::str;

use super::desk::Desk;
use crate::support::{Lab, same};

const RUNNING: &str = "\
UnitFileState=enabled
ActiveState=active
NeedDaemonReload=no
LastTriggerUSec=Wed 2026-11-25 17:10:04 UTC
NextElapseUSecRealtime=Wed 2026-11-25 18:10:04 UTC

ActiveState=failed
NeedDaemonReload=no
Result=exit-code
ExecMainStatus=3
ExecMainStartTimestamp=Wed 2026-11-25 17:10:05 UTC
ExecMainExitTimestamp=Wed 2026-11-25 17:10:09 UTC
";

fn installed() -> Desk {
    let desk = Desk::new();
    desk.timer("install --for systemd --user").succeeded();
    desk.write("systemctl.show", RUNNING);
    desk.calls();
    desk
}

#[test]
fn it_is_installed_once() {
    let desk = Desk::new();
    same(
        &desk.timer("install --for systemd --user").transcript(),
        str![[r#"
0
--- stdout
systemd, for this user: the timer is installed
  written  [DIR]/home/.config/systemd/user/certdns-renew.service
  written  [DIR]/home/.config/systemd/user/certdns-renew.timer

It runs while you are logged in. To have it run always:

loginctl enable-linger

When it runs next, and how the last run ended:

certdns timer show --user --for systemd
--- stderr

"#]],
    );
    same(
        &desk.calls(),
        str![[r#"
systemctl --user daemon-reload
systemctl --user enable --now certdns-renew.timer

"#]],
    );
    for unit in ["certdns-renew.service", "certdns-renew.timer"] {
        let meta = fs::metadata(desk.home().join(".config/systemd/user").join(unit)).unwrap();
        assert_eq!(meta.permissions().mode() & 0o777, 0o644);
    }

    desk.write("systemctl.show", RUNNING);
    same(
        &desk.timer("install --for systemd --user").transcript(),
        str![[r#"
0
--- stdout
systemd, for this user: the timer is installed already; nothing to do

It runs while you are logged in. To have it run always:

loginctl enable-linger
--- stderr

"#]],
    );
    same(
        &desk.calls(),
        str![[r#"
systemctl --user show certdns-renew.timer certdns-renew.service

"#]],
    );
}

#[test]
fn the_configuration_directory_of_the_user_is_honoured() {
    let desk = Desk::new();
    let mut command = std::process::Command::new(desk.path().join("bin/certdns"));
    command.env_clear().env("HOME", desk.home()).env("PATH", desk.path().join("bin"));
    command.env("XDG_CONFIG_HOME", desk.path().join("elsewhere"));
    crate::support::command::run(command, &["timer", "install", "--for", "systemd", "--user"]).succeeded();
    assert!(desk.path().join("elsewhere/systemd/user/certdns-renew.timer").exists());
}

#[test]
fn what_changed_is_brought_up_to_date() {
    let desk = installed();
    same(
        &desk.run(&["timer", "install", "--for", "systemd", "--user", "--state-dir", "other"]).transcript(),
        str![[r#"
0
--- stdout
systemd, for this user: the timer is brought up to date
  written  [DIR]/home/.config/systemd/user/certdns-renew.service

It runs while you are logged in. To have it run always:

loginctl enable-linger

When it runs next, and how the last run ended:

certdns timer show --user --for systemd
--- stderr

"#]],
    );
    same(
        &desk.calls(),
        str![[r#"
systemctl --user daemon-reload
systemctl --user enable --now certdns-renew.timer
systemctl --user restart certdns-renew.timer

"#]],
    );
    assert!(desk.read(".config/systemd/user/certdns-renew.service").contains("/other renew"));
}

#[test]
fn a_timer_that_somebody_stopped_is_started() {
    let desk = installed();
    desk.write("systemctl.show", &RUNNING.replace("=enabled", "=disabled"));
    let shown = desk.timer("show --for systemd --user --quiet").succeeded();
    same(
        &shown.stdout,
        str![[r#"
systemd, for this user: installed, but not running; `certdns timer install --user --for systemd` starts it

"#]],
    );
    same(
        &desk.timer("install --for systemd --user").transcript(),
        str![[r#"
0
--- stdout
systemd, for this user: the timer was installed, but did not run; now it does

It runs while you are logged in. To have it run always:

loginctl enable-linger

When it runs next, and how the last run ended:

certdns timer show --user --for systemd
--- stderr

"#]],
    );
}

#[test]
fn when_it_ran_how_that_ended_and_when_it_runs_next_is_shown() {
    let desk = installed();
    let shown = desk.timer("show --for systemd --user").succeeded();
    let head: String = shown.stdout.lines().take(3).map(|line| format!("{line}\n")).collect();
    // Spans depend on the day that this is run.
    let head = regex::Regex::new(r"\([^()]*(ago|in )[^()]*\)").unwrap().replace_all(&head, "(...)").into_owned();
    same(
        &head,
        str![[r#"
systemd, for this user: installed, up to date
  last run  [TIME] (...): failed (exit code 3)
  next run  [TIME] (...)

"#]],
    );
    let json = desk.timer("show --for systemd --user --json").succeeded().json();
    assert_eq!(json["standing"], "up-to-date");
    assert_eq!(json["running"], true);
    assert_eq!(json["next_run"], "2026-11-25T18:10:04Z");
    assert_eq!(
        json["last_run"],
        serde_json::json!({"at": "2026-11-25T17:10:05Z", "ended": "badly", "how": "exit code 3"})
    );
}

#[test]
fn words_of_systemd_cannot_command_a_terminal() {
    let desk = installed();
    desk.write("systemctl.show", &RUNNING.replace("Result=exit-code", "Result=\u{1b}]0;x\u{7}"));
    let shown = desk.timer("show --for systemd --user").succeeded();
    assert!(!shown.stdout.contains('\u{1b}'), "{}", shown.transcript());
}

#[test]
fn when_systemd_cannot_be_asked_the_rest_is_shown() {
    let desk = installed();
    desk.write("systemctl.fails", "Failed to connect to bus: No medium found\n");
    let shown = desk.timer("show --for systemd --user --quiet").succeeded();
    same(
        &shown.transcript(),
        str![[r#"
0
--- stdout
systemd, for this user: installed, up to date
--- stderr
warning: how the timer goes cannot be told: `systemctl --user show certdns-renew.timer certdns-renew.service` failed: Failed to connect to bus: No medium found

"#]],
    );
}

#[test]
fn when_systemd_refuses_it_is_told_and_the_next_time_goes_on_from_there() {
    let desk = Desk::new();
    desk.write("systemctl.fails", "Failed to connect to bus: No medium found\n");
    same(
        &desk.timer("install --for systemd --user").transcript(),
        str![[r#"
1
--- stdout
--- stderr
error: could not install the timer
  cause: `systemctl --user daemon-reload` failed: Failed to connect to bus: No medium found
   hint: log in as this user, not through `su` or `sudo`; or `loginctl enable-linger` first

"#]],
    );
    fs::remove_file(desk.home().join("systemctl.fails")).unwrap();
    desk.write("systemctl.show", "");
    let again = desk.timer("install --for systemd --user --json").succeeded().json();
    assert_eq!(again["result"], "started");
}

#[test]
fn who_may_not_is_told_who_may() {
    let desk = Desk::new();
    desk.write("systemctl.fails", "Failed to reload daemon: Interactive authentication required.\n");
    same(
        &desk.timer("install --for systemd --user").transcript(),
        str![[r#"
1
--- stdout
--- stderr
error: could not install the timer
  cause: `systemctl --user daemon-reload` failed: Failed to reload daemon: Interactive authentication required.
   hint: run it as root for the whole system, or with `--user` for yourself

"#]],
    );
}

#[test]
fn what_somebody_else_wrote_is_left() {
    let desk = Desk::new();
    let units = desk.home().join(".config/systemd/user");
    fs::create_dir_all(&units).unwrap();
    fs::write(units.join("certdns-renew.timer"), "[Timer]\nOnCalendar=daily\n").unwrap();
    same(
        &desk.timer("install --for systemd --user").transcript(),
        str![[r#"
1
--- stdout
--- stderr
error: could not install the timer
  cause: [DIR]/home/.config/systemd/user/certdns-renew.timer is there already, and not of certdns
   hint: see what it does; move it away, or leave renewing to it

"#]],
    );
    same(
        &desk.timer("remove --for systemd --user").transcript(),
        str![[r#"
1
--- stdout
--- stderr
error: could not remove the timer
  cause: [DIR]/home/.config/systemd/user/certdns-renew.timer is there already, and not of certdns
   hint: see what it does; move it away, or leave renewing to it

"#]],
    );
    same(
        &desk.timer("show --for systemd --user --quiet").transcript(),
        str![[r#"
0
--- stdout
systemd, for this user: something else is at its place, and is left; certdns would write this
--- stderr

"#]],
    );
    assert_eq!(desk.calls(), "");
    assert_eq!(fs::read_dir(&units).unwrap().count(), 1);
}

#[test]
fn it_is_removed_once() {
    let desk = installed();
    same(
        &desk.timer("remove --for systemd --user").transcript(),
        str![[r#"
0
--- stdout
systemd, for this user: the timer is removed; `certdns renew` is yours to run now
  removed  [DIR]/home/.config/systemd/user/certdns-renew.service
  removed  [DIR]/home/.config/systemd/user/certdns-renew.timer
--- stderr

"#]],
    );
    same(
        &desk.calls(),
        str![[r#"
systemctl --user disable --now certdns-renew.timer
systemctl --user reset-failed certdns-renew.service
systemctl --user daemon-reload

"#]],
    );
    assert_eq!(fs::read_dir(desk.home().join(".config/systemd/user")).unwrap().count(), 0);
    same(
        &desk.timer("remove --for systemd --user").transcript(),
        str![[r#"
0
--- stdout
systemd, for this user: no timer is installed; nothing to do
--- stderr

"#]],
    );
    assert_eq!(desk.calls(), "");
}

#[test]
fn below_another_root_it_is_enabled_and_not_started() {
    let desk = Desk::new();
    same(
        &desk.timer("install --for systemd --root image").transcript(),
        str![[r#"
0
--- stdout
systemd, for the whole system: the timer is installed
  written  [DIR]/image/etc/systemd/system/certdns-renew.service
  written  [DIR]/image/etc/systemd/system/certdns-renew.timer
--- stderr

"#]],
    );
    same(
        &desk.calls(),
        str![[r#"
systemctl --root=[DIR]/image enable certdns-renew.timer

"#]],
    );
    assert!(desk.path().join("image/etc/systemd/system/certdns-renew.timer").exists());
    same(
        &desk.timer("install --for systemd --root image").transcript(),
        str![[r#"
0
--- stdout
systemd, for the whole system: the timer is installed already; nothing to do
--- stderr

"#]],
    );
    same(
        &desk.timer("remove --for systemd --root image --json").transcript(),
        str![[r#"
0
--- stdout
{
  "removed": [
    {
      "file": "[DIR]/image/etc/systemd/system/certdns-renew.service"
    },
    {
      "file": "[DIR]/image/etc/systemd/system/certdns-renew.timer"
    }
  ],
  "root": "[DIR]/image",
  "scheduler": "systemd",
  "scope": "system"
}
--- stderr

"#]],
    );
    same(
        &desk.calls(),
        str![[r#"
systemctl --root=[DIR]/image is-enabled certdns-renew.timer
systemctl --root=[DIR]/image disable certdns-renew.timer

"#]],
    );
}

#[test]
fn a_timer_that_has_not_run_yet_says_so() {
    let desk = installed();
    desk.write("systemctl.show", "UnitFileState=enabled\nActiveState=active\nLastTriggerUSec=\n\nResult=success\n");
    let shown = desk.timer("show --for systemd --user").succeeded();
    assert_eq!(shown.stdout.lines().nth(1), Some("  last run  none yet"));
}

#[test]
fn a_copy_that_the_timer_could_not_write_is_told_when_it_is_asked_for() {
    let lab = Lab::new().delegated("example.test");
    let desk = Desk::new();
    let path = format!("{}:/usr/bin:/bin", desk.path().join("bin").display());
    let (home, copies) = (desk.home().display().to_string(), desk.path().join("tls"));
    fs::create_dir(&copies).unwrap();
    let environment = [("PATH", path.as_str()), ("HOME", &home)];
    lab.run_with("timer install --for systemd --user", &environment).succeeded();
    let issue = format!("issue -d example.test --agree-tos --quiet --install fullchain={}/full.pem", copies.display());
    same(
        &lab.run_with(&issue, &environment).succeeded().stderr,
        str![[r#"
warning: the timer may not write to [DIR]/tls yet: run `certdns timer install --user` afterwards

"#]],
    );
    lab.run_with("timer install --for systemd --user", &environment).succeeded();
    let again = lab.run_with(&issue.replace("full", "other"), &environment);
    assert!(!again.stderr.contains("may not write"), "{}", again.transcript());
}

#[test]
fn what_scripts_read_has_names_that_stay() {
    let desk = Desk::new();
    same(
        &desk.timer("install --for systemd --user --json").transcript(),
        str![[r#"
0
--- stdout
{
  "pieces": [
    {
      "file": "[DIR]/home/.config/systemd/user/certdns-renew.service",
      "written": true
    },
    {
      "file": "[DIR]/home/.config/systemd/user/certdns-renew.timer",
      "written": true
    }
  ],
  "result": "installed",
  "root": null,
  "scheduler": "systemd",
  "scope": "user",
  "stops_with_session": true
}
--- stderr

"#]],
    );
    let shown = desk.timer("show --for systemd --user --json").succeeded().json();
    let names = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
    same(
        &format!("{}\n{}\n", names(&shown), names(&shown["pieces"][0])),
        str![[r#"
installed last_run next_run pieces root running scheduler scope standing
file standing text

"#]],
    );
}

#[test]
fn what_the_timer_does_not_hear_is_told() {
    let desk = Desk::new();
    let words = ["timer", "install", "--for", "systemd", "--user", "--resolver", "192.0.2.1", "--ca", "zerossl"];
    let run = desk.run(&words).succeeded();
    same(
        &run.stderr,
        str![[r#"
warning: the timer goes by the configuration file; what flags or the environment say now is not known to it: ca, resolvers

"#]],
    );
}
