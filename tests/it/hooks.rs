//! Hooks: `pre`, `deploy` and `post`, as operators write them.

mod actions;
mod running;
mod several;
mod telling;
mod undeployed;

use std::fs;
use std::path::PathBuf;

use certdns::sandbox::Stage;
use snapbox::str;

use crate::support::{Lab, Run, same};

/// Issues with more flags, each of which may have spaces in it.
fn issue(lab: &Lab, name: &str, flags: &[&str]) -> Run {
    lab.run_words(&[&["issue", "-d", name, "--agree-tos"], flags].concat())
}

/// Runs with this configuration file.
fn with_config(lab: &Lab, config: &str, line: &str) -> Run {
    let path = lab.path().join("config.toml");
    fs::write(&path, config).unwrap();
    lab.run_with(line, &[("CERTDNS_CONFIG", path.to_str().unwrap())])
}

/// What hooks wrote into a file of the lab's directory; empty when there is none.
fn read(lab: &Lab, file: &str) -> String {
    fs::read_to_string(lab.path().join(file)).unwrap_or_default()
}

fn touch(lab: &Lab, file: &str) -> PathBuf {
    let path = lab.path().join(file);
    fs::write(&path, "").unwrap();
    path
}

/// How many requests the CA and the acme-dns server got.
/// How often the CA was asked for anything but its wish when to renew.
fn asked(lab: &Lab) -> usize {
    let wishes = [Stage::Directory, Stage::RenewalInfo];
    lab.sandbox.history.exchanges().iter().filter(|exchange| !wishes.contains(&exchange.stage)).count()
}

#[test]
fn a_deploy_hook_runs_when_the_certificate_is_live_and_after_each_renewal() {
    let lab = Lab::new().delegated("example.test");
    let hook = "cmp state/lineages/example.test/live/cert.pem $CERTDNS_CERT && echo live >> log; cat log";
    same(
        &issue(&lab, "example.test", &["--deploy-hook", hook]).transcript(),
        str![[r#"
0
--- stdout
example.test: new certificate, good until [TIME] (in 89 days)

  certificate  [DIR]/state/lineages/example.test/live/fullchain.pem
  private key  [DIR]/state/lineages/example.test/live/privkey.pem

Renew it from a timer with `certdns renew`; it is due [TIME] (in 59 days).
deploy hook `cmp state/lineages/example.test/live/cert.pem $CERTDNS_CERT && echo live >> log; cat log`: done, for example.test
--- stderr
asking DNS about _acme-challenge.example.test
creating an ACME account at localhost:[PORT]
ordering a certificate for example.test
publishing a value for _acme-challenge.example.test at 127.0.0.1:[PORT]
the CA is validating example.test
the CA is issuing
fetching the certificate
stored generation 1 of example.test
running the deploy hook `cmp state/lineages/example.test/live/cert.pem $CERTDNS_CERT && echo live >> log; cat log` for example.test
deploy hook: live
deploy hook `cmp state/lineages/example.test/live/cert.pem $CERTDNS_CERT && echo live >> log; cat log` done ([MS] ms)

"#]],
    );
    assert_eq!(lab.lineage("example.test")["hooks"]["deploy"][0], hook);
    lab.run("renew").succeeded();
    assert_eq!(read(&lab, "log"), "live\n");
    lab.run("renew --force").succeeded();
    assert_eq!(read(&lab, "log"), "live\nlive\n");
}

#[test]
fn a_failed_deploy_hook_is_run_again_by_the_next_run_without_a_new_certificate() {
    let lab = Lab::new().delegated("example.test");
    same(
        &issue(&lab, "example.test", &["--deploy-hook", "echo no server here; test -e ok"]).transcript(),
        str![[r#"
1
--- stdout
example.test: new certificate, good until [TIME] (in 89 days)

  certificate  [DIR]/state/lineages/example.test/live/fullchain.pem
  private key  [DIR]/state/lineages/example.test/live/privkey.pem

Renew it from a timer with `certdns renew`; it is due [TIME] (in 59 days).
error: the deploy hook `echo` failed
  cause: it ended with exit status 1
  cause: no server here
   hint: the certificate is stored and live; this runs the hook again, without a new one
         certdns renew
--- stderr
asking DNS about _acme-challenge.example.test
creating an ACME account at localhost:[PORT]
ordering a certificate for example.test
publishing a value for _acme-challenge.example.test at 127.0.0.1:[PORT]
the CA is validating example.test
the CA is issuing
fetching the certificate
stored generation 1 of example.test
running the deploy hook `echo no server here; test -e ok` for example.test
deploy hook: no server here
deploy hook `echo no server here; test -e ok` failed ([MS] ms)

"#]],
    );
    lab.verify("example.test", &["example.test"]);
    let before = asked(&lab);
    same(
        &lab.run("renew").transcript(),
        str![[r#"
1
--- stdout
example.test: not due, good until [TIME] (in 89 days), due [TIME] (in 59 days)
error: the deploy hook `echo` failed
  cause: it ended with exit status 1
  cause: no server here
   hint: the certificate is stored and live; this runs the hook again, without a new one
         certdns renew
--- stderr
running the deploy hook `echo no server here; test -e ok` for example.test
deploy hook: no server here
deploy hook `echo no server here; test -e ok` failed ([MS] ms)

"#]],
    );
    touch(&lab, "ok");
    same(
        &lab.run("renew").transcript(),
        str![[r#"
0
--- stdout
example.test: not due, good until [TIME] (in 89 days), due [TIME] (in 59 days)
deploy hook `echo no server here; test -e ok`: done, for example.test
--- stderr
running the deploy hook `echo no server here; test -e ok` for example.test
deploy hook: no server here
deploy hook `echo no server here; test -e ok` done ([MS] ms)

"#]],
    );
    same(
        &lab.run("renew").transcript(),
        str![[r#"
0
--- stdout
example.test: not due, good until [TIME] (in 89 days), due [TIME] (in 59 days)
--- stderr

"#]],
    );
    assert_eq!((asked(&lab), &lab.lineage("example.test")["live"]), (before, &1.into()));
}

#[test]
fn a_crash_between_the_commit_and_the_hooks_loses_none_of_them() {
    let lab = Lab::new().delegated("example.test");
    let killing = "[ -e killed ] || { touch killed; kill -9 $PPID; exit 1; }; echo first >> log";
    let run = issue(&lab, "example.test", &["--deploy-hook", killing, "--deploy-hook", "echo second >> log"]);
    assert_eq!((run.status, read(&lab, "log").as_str()), (-1, ""), "{}", run.transcript());
    let before = asked(&lab);
    lab.run("renew").succeeded();
    assert_eq!((read(&lab, "log").as_str(), asked(&lab)), ("first\nsecond\n", before));
    lab.run("renew").succeeded();
    assert_eq!(read(&lab, "log"), "first\nsecond\n");
}

#[test]
fn only_the_hook_that_failed_is_run_again() {
    let lab = Lab::new().delegated("example.test");
    let hooks = ["--deploy-hook", "echo one >> log", "--deploy-hook", "echo two >> log; test -e ok"];
    assert_eq!(issue(&lab, "example.test", &hooks).status, 1);
    assert_eq!(lab.run("renew").status, 1);
    touch(&lab, "ok");
    lab.run("renew").succeeded();
    assert_eq!(read(&lab, "log"), "one\ntwo\ntwo\ntwo\n");
}

#[test]
fn a_hook_that_comes_later_is_run_from_the_next_certificate_on() {
    let lab = Lab::new().delegated("example.test");
    issue(&lab, "example.test", &[]).succeeded();
    same(
        &issue(&lab, "example.test", &["--deploy-hook", "echo ran >> log"]).transcript(),
        str![[r#"
0
--- stdout
example.test: the certificate is good until [TIME] (in 89 days); it is due for renewal [TIME] (in 59 days)
Kept for the next renewal. (`--force` issues at once.)
--- stderr

"#]],
    );
    with_config(&lab, "[hooks]\ndeploy = 'echo global >> log'", "renew").succeeded();
    assert_eq!(read(&lab, "log"), "");
    with_config(&lab, "[hooks]\ndeploy = 'echo global >> log'", "renew --force").succeeded();
    assert_eq!(read(&lab, "log"), "global\nran\n");
}

#[test]
fn a_hook_that_is_written_right_is_run_at_once_in_place_of_the_one_that_failed() {
    let lab = Lab::new().delegated("example.test");
    assert_eq!(issue(&lab, "example.test", &["--deploy-hook", "nginks -s reload"]).status, 1);
    issue(&lab, "example.test", &["--deploy-hook", "echo ran >> log"]).succeeded();
    assert_eq!(read(&lab, "log"), "ran\n");
    assert_eq!(lab.lineage("example.test")["live"], 1);
}

#[test]
fn hooks_are_taken_back_by_an_empty_one() {
    let lab = Lab::new().delegated("example.test");
    issue(&lab, "example.test", &["--deploy-hook", "echo ran >> log", "--pre-hook", "true"]).succeeded();
    issue(&lab, "example.test", &["--deploy-hook", ""]).succeeded();
    assert_eq!(lab.lineage("example.test")["hooks"], serde_json::json!({ "pre": ["true"] }));
    lab.run("renew --force").succeeded();
    assert_eq!(read(&lab, "log"), "ran\n");
    issue(&lab, "example.test", &["--pre-hook", ""]).succeeded();
    assert_eq!(lab.lineage("example.test").get("hooks"), None);
    assert!(!lab.files().contains("deploys.json"), "{}", lab.files());
}

#[test]
fn hooks_of_renew_are_for_that_run_and_owed_all_the_same() {
    let lab = Lab::new().delegated("example.test");
    issue(&lab, "example.test", &["--deploy-hook", "echo kept >> log"]).succeeded();
    let words = ["renew", "--force", "--deploy-hook", "echo once >> log; test -e ok"];
    assert_eq!(lab.run_words(&words).status, 1);
    assert_eq!(lab.run("renew").status, 1);
    touch(&lab, "ok");
    lab.run("renew").succeeded();
    lab.run("renew --force").succeeded();
    assert_eq!(read(&lab, "log"), "kept\nkept\nonce\nonce\nonce\nkept\n");
}

#[test]
fn deploy_runs_what_is_owed_or_all_of_it_again_and_asks_nobody() {
    let lab = Lab::new().delegated("example.test");
    let hooks = ["--deploy-hook", "echo one >> log", "--deploy-hook", "echo two >> log; test -e ok"];
    assert_eq!(issue(&lab, "example.test", &hooks).status, 1);
    let before = asked(&lab);
    assert_eq!(lab.run("deploy").status, 1);
    touch(&lab, "ok");
    same(
        &lab.run("deploy example.test").transcript(),
        str![[r#"
0
--- stdout
deploy hook `echo two >> log; test -e ok`: done, for example.test
--- stderr
running the deploy hook `echo two >> log; test -e ok` for example.test
deploy hook `echo two >> log; test -e ok` done ([MS] ms)

"#]],
    );
    same(
        &lab.run("deploy").transcript(),
        str![[r#"
0
--- stdout
No deploy hook is waiting to be run.
--- stderr

"#]],
    );
    assert_eq!(read(&lab, "log"), "one\ntwo\ntwo\ntwo\n");
    lab.run("deploy --force --json").succeeded().json();
    assert_eq!(read(&lab, "log"), "one\ntwo\ntwo\ntwo\none\ntwo\n");
    assert_eq!((asked(&lab), lab.run("deploy nothing").status), (before, 2));
    same(
        &lab.run("show example.test --offline").stdout.lines().filter(|line| line.contains("hook")).collect::<String>(),
        str!["  deploy hook  echo one >> log  deploy hook  echo two >> log; test -e ok"],
    );
}

#[test]
fn what_is_no_hook_is_refused_before_anything_is_done() {
    let lab = Lab::new().delegated("example.test");
    let before = asked(&lab);
    let all = [
        issue(&lab, "example.test", &["--deploy-hook", "@reload nginx"]).transcript(),
        issue(&lab, "example.test", &["--deploy-hook", "@signal /run/x.pid 1"]).transcript(),
        with_config(&lab, "[hooks]\ndeploy = ['true', '@systemd-reload']", "renew").transcript(),
        with_config(&lab, "[hooks]\ntimeout = 'soon'", "renew").transcript(),
        with_config(&lab, "[hooks]\nrenew = 'true'", "renew").transcript(),
    ];
    same(
        &all.join("\n"),
        str![[r#"
2
--- stdout
--- stderr
error: invalid value '@reload nginx' for '--deploy-hook <HOOK>': @reload is none of @each, @exec, @systemd-reload, @signal

For more information, try '--help'.

2
--- stdout
--- stderr
error: invalid value '@signal /run/x.pid 1' for '--deploy-hook <HOOK>': "1" is no signal: write a name such as HUP or USR1

For more information, try '--help'.

2
--- stdout
--- stderr
error: setting hooks.deploy: "@systemd-reload" is no hook
  cause: write @systemd-reload UNIT
   hint: a hook is a line for the shell, a list of a program and its arguments, or one of these
         @systemd-reload UNIT
         @signal PIDFILE SIGNAL
         @exec PROGRAM [ARGUMENT]...
         @each HOOK

2
--- stdout
--- stderr
error: setting hooks.timeout: "soon" is no length of time such as 30s, 10m or 1h
   hint: see `certdns help` for what the setting takes

2
--- stdout
--- stderr
error: [DIR]/config.toml, line 2: unknown field `renew`, expected one of `pre`, `deploy`, `post`, `timeout`
   hint: the keys are those of `certdns help`, without `--`

"#]],
    );
    assert_eq!(asked(&lab), before);
}

#[test]
fn hooks_wait_for_files_that_could_not_be_written() {
    let lab = Lab::new().delegated("example.test");
    let [tls, away] = ["tls", "away"].map(|name| lab.path().join(name));
    fs::create_dir(&tls).unwrap();
    let flags = ["--install", "fullchain=tls/x.pem", "--deploy-hook", "echo $CERTDNS_LINEAGES >> log"];
    issue(&lab, "example.test", &flags).succeeded();
    fs::rename(&tls, &away).unwrap();
    assert_eq!(lab.run("renew --force").status, 1);
    assert_eq!(read(&lab, "log"), "example.test\n");
    fs::rename(&away, &tls).unwrap();
    lab.run("renew").succeeded();
    assert_eq!(read(&lab, "log"), "example.test\nexample.test\n");
    assert_eq!(lab.lineage("example.test")["live"], 2);
}
