//! How hooks run: their output, their end, their time limit.

use std::path::Path;
use std::time::{Duration, Instant};

use snapbox::str;

use super::{issue, read, with_config};
use crate::support::{Lab, same};

/// A process that is there, and has not ended.
fn is_running(pid: &str) -> bool {
    let state = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let known = nix::sys::signal::kill(nix::unistd::Pid::from_raw(pid.parse().unwrap()), None).is_ok();
    known && !state.contains(") Z ")
}

#[track_caller]
pub(super) fn wait_until(what: &str, is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < Duration::from_secs(30), "{what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Waits for a process number that a hook writes.
fn pid(lab: &Lab, file: &str) -> String {
    wait_until("a hook writes its number", || read(lab, file).ends_with('\n'));
    read(lab, file).trim().to_owned()
}

fn end(pid: &str) {
    let _ = nix::sys::signal::kill(nix::unistd::Pid::from_raw(pid.parse().unwrap()), nix::sys::signal::Signal::SIGKILL);
}

#[test]
fn what_a_hook_prints_is_told_line_by_line_without_what_commands_a_terminal() {
    let lab = Lab::new().delegated("example.test");
    issue(&lab, "example.test", &[]).succeeded();
    let hook = "printf 'one\\n\\033]0;two\\007\\n'; read line; echo \"three${line}\" >&2";
    let run = lab.run_words(&["renew", "--force", "--post-hook", hook, "--json"]).succeeded();
    run.json();
    let told: String =
        run.stderr.lines().filter(|line| line.contains("hook")).map(|line| format!("{line}\n")).collect();
    same(
        &told,
        str![[r#"
running the post hook `printf 'one/n/033]0;two/007/n'; read line; echo "three${line}" >&2` for example.test
post hook: one
post hook:  ]0;two 
post hook: three
post hook `printf 'one/n/033]0;two/007/n'; read line; echo "three${line}" >&2` done ([MS] ms)

"#]],
    );
    let quiet = lab.run_words(&["renew", "--force", "--quiet", "--post-hook", hook]).succeeded();
    assert_eq!(quiet.stderr, "");
}

#[test]
fn a_flood_of_output_is_cut() {
    let lab = Lab::new().delegated("example.test");
    issue(&lab, "example.test", &[]).succeeded();
    let hook = "yes certdns | head -n 1000000; head -c 3000000 /dev/zero | tr '\\0' x; exit 3";
    let run = lab.run_words(&["renew", "--force", "--post-hook", hook]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("post hook: (999801 more lines)\n"), "{}", run.transcript());
    assert!(run.stderr.len() + run.stdout.len() < 10_000, "{}", run.stderr.len() + run.stdout.len());
    assert!(run.stdout.contains("cause: xxxxxxx"), "{}", run.transcript());
}

#[test]
fn a_hook_that_takes_too_long_is_ended_with_all_that_it_started() {
    let lab = Lab::new().delegated("example.test");
    issue(&lab, "example.test", &[]).succeeded();
    let config = "[hooks]\ntimeout = '1s'\ndeploy = 'sleep 1000 & echo $! > pid; echo waiting; wait'";
    same(
        &with_config(&lab, config, "renew --force").transcript(),
        str![[r#"
1
--- stdout
example.test: renewed (forced), generation 2, good until [TIME] (in 89 days), due [TIME] (in 59 days)
error: the deploy hook `sleep` failed
  cause: it was still running after 1 second, and was ended
  cause: waiting
   hint: if it needs more time, set `timeout` in [hooks] of the configuration file
   hint: the certificate is stored and live; this runs the hook again, without a new one
         certdns renew
--- stderr
asking DNS about _acme-challenge.example.test
ordering a certificate for example.test
publishing a value for _acme-challenge.example.test at 127.0.0.1:[PORT]
the CA is validating example.test
the CA is issuing
fetching the certificate
stored generation 2 of example.test
running the deploy hook `sleep 1000 & echo $! > pid; echo waiting; wait` for example.test
deploy hook: waiting
deploy hook `sleep 1000 & echo $! > pid; echo waiting; wait` failed ([MS] ms)

"#]],
    );
    let pid = pid(&lab, "pid");
    wait_until("it is ended", || !is_running(&pid));
}

#[test]
fn a_hook_that_floods_for_ever_is_ended_too() {
    let lab = Lab::new().delegated("example.test");
    issue(&lab, "example.test", &[]).succeeded();
    let run = with_config(&lab, "[hooks]\ntimeout = '1s'\npost = 'yes 1>&2 & yes'", "renew --force");
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("cause: it was still running after 1 second, and was ended\n"), "{}", run.transcript());
}

#[test]
fn a_hook_that_will_not_end_is_ended_all_the_same() {
    let lab = Lab::new().delegated("example.test");
    let config = "[hooks]\ntimeout = '1s'\npost = \"trap '' TERM; sleep 1000 & echo $! > pid; wait; wait\"";
    issue(&lab, "example.test", &[]).succeeded();
    assert_eq!(with_config(&lab, config, "renew --force").status, 1);
    let pid = pid(&lab, "pid");
    wait_until("it is ended", || !is_running(&pid));
}

#[test]
fn what_a_hook_leaves_in_the_background_is_not_waited_for() {
    let lab = Lab::new().delegated("example.test");
    let run = issue(&lab, "example.test", &["--deploy-hook", "sleep 1000 & echo $! > pid; echo started"]).succeeded();
    assert!(run.stderr.contains("deploy hook: started\n"), "{}", run.transcript());
    let pid = pid(&lab, "pid");
    assert!(is_running(&pid));
    end(&pid);
}

#[test]
fn an_interruption_ends_the_hook_and_the_next_run_does_it_again() {
    let lab = Lab::new().delegated("example.test");
    issue(&lab, "example.test", &[]).succeeded();
    let hook = "[ -e pid ] || { sleep 1000 & echo $! > pid; wait; }; echo ran >> log";
    issue(&lab, "example.test", &["--deploy-hook", hook]).succeeded();
    let mut renewing = lab.spawn("renew --force");
    let pid = pid(&lab, "pid");
    let number = i32::try_from(renewing.id()).unwrap();
    nix::sys::signal::kill(nix::unistd::Pid::from_raw(number), nix::sys::signal::Signal::SIGTERM).unwrap();
    assert_eq!(renewing.wait().unwrap().code(), Some(130));
    wait_until("it is ended", || !is_running(&pid));
    assert_eq!(read(&lab, "log"), "");
    lab.run("renew").succeeded();
    assert_eq!((read(&lab, "log").as_str(), &lab.lineage("example.test")["live"]), ("ran\n", &2.into()));
}

#[test]
fn what_a_pre_hook_stopped_is_started_again_by_the_post_hook_of_a_run_that_is_interrupted() {
    let lab = Lab::new().delegated("example.test");
    issue(&lab, "example.test", &[]).succeeded();
    let pre = "touch stopped; sleep 1000 & echo $! > pid; wait";
    issue(&lab, "example.test", &["--pre-hook", pre, "--post-hook", "rm stopped; echo started >> log"]).succeeded();
    let mut renewing = lab.spawn("renew --force");
    let pid = pid(&lab, "pid");
    let number = i32::try_from(renewing.id()).unwrap();
    nix::sys::signal::kill(nix::unistd::Pid::from_raw(number), nix::sys::signal::Signal::SIGTERM).unwrap();
    assert_eq!(renewing.wait().unwrap().code(), Some(130));
    wait_until("it is ended", || !is_running(&pid));
    assert_eq!((read(&lab, "log").as_str(), lab.path().join("stopped").exists()), ("started\n", false));
}

#[test]
fn a_hook_that_runs_while_its_lineage_is_deleted_leaves_nothing_of_it() {
    let lab = Lab::new().delegated("example.test");
    issue(&lab, "example.test", &[]).succeeded();
    issue(&lab, "example.test", &["--deploy-hook", "rm -r state/lineages/example.test"]).succeeded();
    lab.run("renew --force");
    assert!(!lab.state().join("lineages/example.test").exists());
}

#[test]
fn a_hook_that_cannot_be_started_is_told_with_what_to_do() {
    let lab = Lab::new().delegated("example.test");
    let script = |name: &str, text: &str, mode: u32| {
        use std::os::unix::fs::PermissionsExt;
        let path: &Path = &lab.path().join(name);
        std::fs::write(path, text).unwrap();
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    script("plain.sh", "#!/bin/sh\n", 0o644);
    script("strange.sh", "#!/nowhere/sh\n", 0o755);
    issue(&lab, "example.test", &[]).succeeded();
    let hooks = ["@exec /nowhere/nginx", "@exec ./plain.sh", "@exec ./strange.sh", "./plain.sh", "nginks -s reload"];
    let flags = hooks.iter().flat_map(|hook| ["--post-hook", hook]);
    let words: Vec<&str> = ["renew", "--force", "--quiet"].into_iter().chain(flags).collect();
    same(
        &lab.run_words(&words).transcript(),
        str![[r#"
1
--- stdout
example.test: renewed (forced), generation 2, good until [TIME] (in 89 days), due [TIME] (in 59 days)
error: the post hook `/nowhere/nginx` failed
  cause: /nowhere/nginx could not be started
  cause: No such file or directory (os error 2)
   hint: give whole paths, for under a timer PATH is short; a script needs the interpreter that its first line names
error: the post hook `./plain.sh` failed
  cause: ./plain.sh could not be started
  cause: Permission denied (os error 13)
   hint: the file must be executable for the user that certdns runs as (chmod +x)
error: the post hook `./strange.sh` failed
  cause: ./strange.sh could not be started
  cause: No such file or directory (os error 2)
   hint: give whole paths, for under a timer PATH is short; a script needs the interpreter that its first line names
error: the post hook `./plain.sh` failed
  cause: it ended with exit status 126
  cause: /bin/sh: 1: ./plain.sh: Permission denied
   hint: the file must be executable for the user that certdns runs as (chmod +x)
error: the post hook `nginks` failed
  cause: it ended with exit status 127
  cause: /bin/sh: 1: nginks: not found
   hint: the shell did not find a command: give its whole path, for under a timer PATH is short
--- stderr

"#]],
    );
}
