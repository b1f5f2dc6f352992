//! `certdns timer` with Task Scheduler.

use std::fs;

use snapbox::str;

use super::desk::Desk;
use crate::support::same;

#[test]
fn a_task_is_installed_once_and_removed_once() {
    let desk = Desk::new();
    same(
        &desk.timer("install --for task-scheduler --user").transcript(),
        str![[r#"
0
--- stdout
Task Scheduler, for this user: the timer is installed
  written  the task certdns-renew

When it runs next, and how the last run ended:

certdns timer show --user --for task-scheduler
--- stderr

"#]],
    );
    let calls = regex::Regex::new(r"/XML [^ ]*\.xml").unwrap().replace_all(&desk.calls(), "/XML FILE").into_owned();
    same(
        &calls,
        str![[r#"
schtasks /Query /TN certdns-renew /XML ONE
schtasks /Create /TN certdns-renew /XML FILE /F

"#]],
    );
    desk.write(
        "powershell",
        r#"{"enabled":true,"last":"2026-11-25T17:10:05.0000000Z","next":"2026-11-25T18:10:05.0000000Z","result":0}"#,
    );
    assert_eq!(desk.timer("install --for task-scheduler --user --json").succeeded().json()["result"], "unchanged");
    let shown = desk.timer("show --for task-scheduler --user --json").succeeded().json();
    assert_eq!(shown["last_run"], serde_json::json!({"at": "2026-11-25T17:10:05Z", "ended": "well", "how": null}));
    assert_eq!(shown["next_run"], "2026-11-25T18:10:05Z");
    desk.calls();

    same(
        &desk.timer("remove --for task-scheduler --user").transcript(),
        str![[r#"
0
--- stdout
Task Scheduler, for this user: the timer is removed; `certdns renew` is yours to run now
  removed  the task certdns-renew
--- stderr

"#]],
    );
    same(
        &desk.calls(),
        str![[r#"
schtasks /Query /TN certdns-renew /XML ONE
schtasks /Delete /TN certdns-renew /F

"#]],
    );
    same(
        &desk.timer("remove --for task-scheduler --user").transcript(),
        str![[r#"
0
--- stdout
Task Scheduler, for this user: no timer is installed; nothing to do
--- stderr

"#]],
    );
}

#[test]
fn task_scheduler_reads_utf_16_with_a_byte_order_mark() {
    let desk = Desk::new();
    desk.timer("install --for task-scheduler --root image").succeeded();
    let bytes = fs::read(desk.path().join("image/certdns-renew.xml")).unwrap();
    assert_eq!(bytes[..4], [0xff, 0xfe, b'<', 0]);
    assert_eq!(desk.timer("show --for task-scheduler --root image --json").json()["standing"], "up-to-date");
    assert_eq!(desk.calls(), "");
}

#[test]
fn a_task_of_somebody_else_is_left() {
    let desk = Desk::new();
    desk.write("task", "<Task><RegistrationInfo><Author>me</Author></RegistrationInfo></Task>");
    same(
        &desk.timer("install --for task-scheduler --user").transcript(),
        str![[r#"
1
--- stdout
--- stderr
error: could not install the timer
  cause: the task certdns-renew is there already, and not of certdns
   hint: see what it does; move it away, or leave renewing to it

"#]],
    );
    assert!(desk.home().join("task").exists());
}
