//! `certdns timer` with cron.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use snapbox::str;

use super::desk::Desk;
use crate::support::same;

const OTHERS: &str = "MAILTO=me@example.com\n# backup\n5 4 * * * backup --to /mnt % x\n";

#[test]
fn lines_of_others_in_the_crontab_are_left_as_they_are() {
    let desk = Desk::new();
    desk.write("crontab", OTHERS);
    same(
        &desk.timer("install --for cron --user").transcript(),
        str![[r#"
0
--- stdout
cron, for this user: the timer is installed
  written  the crontab of this user

When it runs next, and how the last run ended:

certdns timer show --user --for cron
--- stderr

"#]],
    );
    let crontab = desk.read("crontab");
    assert!(crontab.starts_with(OTHERS), "{crontab}");
    same(
        &super::without_minute(&crontab[OTHERS.len()..]),
        str![[r##"
# BEGIN certdns. Written by `certdns timer install`, which replaces what is before END
# Every hour: certificates may live for 6 days only, and a CA may want them renewed at once (ARI). A run with nothing to
# do asks a CA for next to nothing. The minute was drawn once, so that not all machines ask at the same one.
MINUTE * * * * PATH="$PATH:/usr/local/sbin:/usr/local/bin:/usr/sbin:/sbin" [DIR]/bin/certdns --quiet --state-dir /var/lib/certdns renew --jitter 0
# END certdns

"##]],
    );
    same(
        &desk.timer("install --for cron --user").transcript(),
        str![[r#"
0
--- stdout
cron, for this user: the timer is installed already; nothing to do
--- stderr

"#]],
    );
    assert_eq!(desk.read("crontab"), crontab);

    same(
        &desk.timer("remove --for cron --user").transcript(),
        str![[r#"
0
--- stdout
cron, for this user: the timer is removed; `certdns renew` is yours to run now
  removed  the crontab of this user
--- stderr

"#]],
    );
    assert_eq!(desk.read("crontab"), OTHERS);
    same(
        &desk.timer("remove --for cron --user").transcript(),
        str![[r#"
0
--- stdout
cron, for this user: no timer is installed; nothing to do
--- stderr

"#]],
    );
}

#[test]
fn the_minute_is_kept_when_something_else_changes() {
    let desk = Desk::new();
    desk.timer("install --for cron --user").succeeded();
    let minute = |desk: &Desk| {
        let crontab = desk.read("crontab");
        let line = crontab.lines().find(|line| line.contains("* * * *")).unwrap().to_owned();
        line.split(' ').next().unwrap().to_owned()
    };
    let drawn = minute(&desk);
    for state in ["a", "b", "c", "d", "e"] {
        let install = ["timer", "install", "--for", "cron", "--user", "--state-dir", state, "--json"];
        assert_eq!(desk.run(&install).succeeded().json()["result"], "updated");
        assert_eq!(minute(&desk), drawn);
    }
    let next = desk.timer("show --for cron --user --json").succeeded().json()["next_run"].as_str().unwrap().to_owned();
    assert!(next.contains(&format!(":{drawn:0>2}:00")), "{next} {drawn}");
}

#[test]
fn a_crontab_that_cannot_be_read_is_not_replaced() {
    let desk = Desk::new();
    desk.write("crontab", OTHERS);
    desk.program("crontab", "echo You are not allowed to use this program >&2; exit 1");
    same(
        &desk.timer("install --for cron --user").transcript(),
        str![[r#"
1
--- stdout
--- stderr
error: could not install the timer
  cause: `crontab -l` failed: You are not allowed to use this program

"#]],
    );
    assert_eq!(desk.read("crontab"), OTHERS);
}

#[test]
fn a_mark_that_lost_its_other_half_is_told() {
    let desk = Desk::new();
    desk.timer("install --for cron --user").succeeded();
    let half = desk.read("crontab").replace("# END certdns\n", "5 4 * * * backup\n");
    desk.write("crontab", &half);
    same(
        &desk.timer("remove --for cron --user").transcript(),
        str![[r#"
1
--- stdout
--- stderr
error: could not remove the timer
  cause: only the first of the two lines that certdns put around its own is left in the crontab
   hint: look at it with `crontab -e`, and remove the lines of certdns by hand

"#]],
    );
    assert_eq!(desk.read("crontab"), half);
}

#[test]
fn the_system_has_a_file_that_root_runs() {
    let desk = Desk::new();
    same(
        &desk.timer("install --for cron --root image").transcript(),
        str![[r#"
0
--- stdout
cron, for the whole system: the timer is installed
  written  [DIR]/image/etc/cron.d/certdns
--- stderr

"#]],
    );
    let path = desk.path().join("image/etc/cron.d/certdns");
    // Cron passes over files that others may write.
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o644);
    assert_eq!(desk.timer("install --root image --json").succeeded().json()["result"], "unchanged");
    desk.timer("remove --root image").succeeded();
    assert!(!path.exists());
    assert_eq!(desk.calls(), "");
}

/// What cron makes of the line, then the shell: some crons take the backslash away in front of a percent sign, others
/// leave that to the shell.
#[test]
fn every_cron_and_the_shell_hand_on_what_was_meant() {
    let desk = Desk::new();
    desk.run(&["timer", "install", "--for", "cron", "--user", "--state-dir", super::STRANGE]).succeeded();
    let crontab = desk.read("crontab");
    let line = crontab.lines().find_map(|line| line.split_once(" * * * * ")).unwrap().1;
    assert_eq!(line.matches('%').count(), line.matches("\\%").count(), "{line}");
    fs::remove_file(desk.path().join("bin/certdns")).unwrap();
    desk.program("certdns", "printf '%s\\n' \"$@\" \"$PATH\" >$HOME/given");
    for line in [line.to_owned(), line.replace("\\%", "%")] {
        let mut shell = std::process::Command::new("/bin/sh");
        shell.env_clear().env("HOME", desk.home()).env("PATH", "/usr/bin:/bin").args(["-c", &line]);
        assert!(shell.status().unwrap().success());
        let given = desk.read("given");
        let words: Vec<&str> = given.lines().collect();
        assert_eq!(words[..6], ["--quiet", "--state-dir", super::STRANGE, "renew", "--jitter", "0"]);
        assert!(words[6].starts_with("/usr/bin:/bin"));
    }
}
