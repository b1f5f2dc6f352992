//! Hooks of many lineages in one run.

use std::io::{BufRead, BufReader};

use certdns::sandbox::Stage;
use certdns::sandbox::authority::Problem;
use snapbox::str;

use super::running::wait_until;
use super::{asked, issue, read, touch, with_config};
use crate::support::{Lab, same};

fn two() -> Lab {
    let lab = Lab::new().delegated("a.example.test").delegated("b.example.test");
    for name in ["a.example.test", "b.example.test"] {
        issue(&lab, name, &["--deploy-hook", "echo deploy $CERTDNS_LINEAGES >> log"]).succeeded();
    }
    std::fs::remove_file(lab.path().join("log")).unwrap();
    lab
}

const CONFIG: &str = "\
[hooks]
pre = 'echo pre $CERTDNS_LINEAGES >> log'
deploy = ['echo deploy $CERTDNS_LINEAGES >> log']
post = 'echo post $CERTDNS_RENEWED, failed $CERTDNS_FAILED >> log'
";

#[test]
fn the_same_command_runs_once_at_the_end_for_all_that_want_it() {
    let lab = two();
    same(
        &with_config(&lab, CONFIG, "renew --force").transcript(),
        str![[r#"
0
--- stdout
a.example.test: renewed (forced), generation 2, good until [TIME] (in 89 days), due [TIME] (in 59 days)
b.example.test: renewed (forced), generation 2, good until [TIME] (in 89 days), due [TIME] (in 59 days)
deploy hook `echo deploy $CERTDNS_LINEAGES >> log`: done, for a.example.test, b.example.test
post hook `echo post $CERTDNS_RENEWED, failed $CERTDNS_FAILED >> log`: done, for a.example.test, b.example.test
--- stderr
asking DNS about _acme-challenge.a.example.test
running the pre hook `echo pre $CERTDNS_LINEAGES >> log`
pre hook `echo pre $CERTDNS_LINEAGES >> log` done ([MS] ms)
ordering a certificate for a.example.test
publishing a value for _acme-challenge.a.example.test at 127.0.0.1:[PORT]
the CA is validating a.example.test
the CA is issuing
fetching the certificate
stored generation 2 of a.example.test
asking DNS about _acme-challenge.b.example.test
ordering a certificate for b.example.test
publishing a value for _acme-challenge.b.example.test at 127.0.0.1:[PORT]
the CA is validating b.example.test
the CA is issuing
fetching the certificate
stored generation 2 of b.example.test
running the deploy hook `echo deploy $CERTDNS_LINEAGES >> log` for a.example.test, b.example.test
deploy hook `echo deploy $CERTDNS_LINEAGES >> log` done ([MS] ms)
running the post hook `echo post $CERTDNS_RENEWED, failed $CERTDNS_FAILED >> log` for a.example.test, b.example.test
post hook `echo post $CERTDNS_RENEWED, failed $CERTDNS_FAILED >> log` done ([MS] ms)

"#]],
    );
    same(
        &read(&lab, "log"),
        str![[r#"
pre
deploy a.example.test b.example.test
post a.example.test b.example.test, failed

"#]],
    );
}

#[test]
fn with_nothing_due_nothing_is_run() {
    let lab = two();
    with_config(&lab, CONFIG, "renew").succeeded();
    assert_eq!(read(&lab, "log"), "");
}

#[test]
fn the_outcome_of_hooks_is_part_of_the_document() {
    let lab = two();
    let run = lab.run_words(&["renew", "--force", "--json", "--post-hook", "echo on stdout; exit 3"]);
    assert_eq!(run.status, 1);
    let mut hooks = run.json()["hooks"].clone();
    hooks[1]["error"]["hints"].take();
    let expected = serde_json::json!([
        {
            "stage": "deploy",
            "hook": "echo deploy $CERTDNS_LINEAGES >> log",
            "lineages": ["a.example.test", "b.example.test"],
            "result": "done",
        },
        {
            "stage": "post",
            "hook": "echo on stdout; exit 3",
            "lineages": ["a.example.test", "b.example.test"],
            "result": "failed",
            "error": {
                "kind": "failed",
                "message": "the post hook `echo` failed",
                "causes": ["it ended with exit status 3", "on stdout"],
                "hints": null,
            },
        },
    ]);
    assert_eq!(hooks, expected);
}

#[test]
fn a_hook_that_names_one_lineage_runs_for_each() {
    let lab = two();
    let script = lab.path().join("deploy.sh");
    std::fs::write(&script, "#!/bin/sh\necho \"$RENEWED_LINEAGE ($RENEWED_DOMAINS)\" >> log\n").unwrap();
    let (sh, each) = (format!("sh {}", script.display()), "@each echo $CERTDNS_LINEAGES >> log");
    let hooks = ["renew", "--force", "--deploy-hook", &sh, "--deploy-hook", each];
    lab.run_words(&hooks).succeeded();
    same(
        &read(&lab, "log"),
        str![[r#"
deploy a.example.test b.example.test
[DIR]/state/lineages/a.example.test/live (a.example.test)
[DIR]/state/lineages/b.example.test/live (b.example.test)
a.example.test
b.example.test

"#]],
    );
}

#[test]
fn what_one_lineage_owes_is_run_for_that_one_alone() {
    let lab = two();
    let hook = "@each test $CERTDNS_LINEAGE = a.example.test || test -e ok && echo $CERTDNS_LINEAGE >> each";
    assert_eq!(lab.run_words(&["renew", "--force", "--deploy-hook", hook]).status, 1);
    assert_eq!(read(&lab, "each"), "a.example.test\n");
    touch(&lab, "ok");
    lab.run("renew").succeeded();
    assert_eq!(read(&lab, "each"), "a.example.test\nb.example.test\n");
    assert_eq!(read(&lab, "log"), "deploy a.example.test b.example.test\n");
}

#[test]
fn a_failed_pre_hook_fails_all_that_were_to_be_obtained_before_the_ca_is_asked() {
    let lab = two();
    let (orders, config) = (lab.stages(Stage::NewOrder), CONFIG.replace("pre = '", "pre = 'exit 3; "));
    same(
        &with_config(&lab, &config, "renew --force").transcript(),
        str![[r#"
1
--- stdout
a.example.test: failed
error: could not renew a.example.test
  cause: the pre hook `exit` failed
  cause: it ended with exit status 3
   hint: no certificate is ordered while a pre hook fails
b.example.test: failed
error: could not renew b.example.test
  cause: the pre hook `exit` failed
  cause: it ended with exit status 3
   hint: no certificate is ordered while a pre hook fails
post hook `echo post $CERTDNS_RENEWED, failed $CERTDNS_FAILED >> log`: done, for a.example.test, b.example.test
--- stderr
asking DNS about _acme-challenge.a.example.test
running the pre hook `exit 3; echo pre $CERTDNS_LINEAGES >> log`
pre hook `exit 3; echo pre $CERTDNS_LINEAGES >> log` failed ([MS] ms)
asking DNS about _acme-challenge.b.example.test
running the post hook `echo post $CERTDNS_RENEWED, failed $CERTDNS_FAILED >> log` for a.example.test, b.example.test
post hook `echo post $CERTDNS_RENEWED, failed $CERTDNS_FAILED >> log` done ([MS] ms)

"#]],
    );
    same(
        &read(&lab, "log"),
        str![[r#"
post , failed a.example.test b.example.test

"#]],
    );
    assert_eq!(lab.stages(Stage::NewOrder), orders);
}

#[test]
fn a_failed_pre_hook_of_one_lineage_fails_that_one() {
    let lab = two();
    issue(&lab, "a.example.test", &["--pre-hook", "exit 3"]).succeeded();
    let run = with_config(&lab, CONFIG, "renew --force");
    assert_eq!(
        (run.status, read(&lab, "log")),
        (1, { "pre\ndeploy b.example.test\npost b.example.test, failed a.example.test\n".to_owned() })
    );
    assert_eq!(
        (&lab.lineage("a.example.test")["live"], &lab.lineage("b.example.test")["live"]),
        (&1.into(), &2.into())
    );
}

#[test]
fn post_hooks_run_after_failures_too_and_know_them() {
    let lab = two();
    // Each is asked for twice: the second time without saying which certificate it replaces.
    let refused = [(); 4].map(|()| (Stage::NewOrder, Problem::usual("rejectedIdentifier")));
    lab.sandbox.authority.manners(|manners| manners.refuse_next = refused.into());
    let run = with_config(&lab, CONFIG, "renew --force");
    assert_ne!(run.status, 0);
    assert_eq!(read(&lab, "log"), "pre\npost , failed a.example.test b.example.test\n");
    let before = asked(&lab);
    with_config(&lab, CONFIG, "renew").succeeded();
    assert_eq!(asked(&lab), before);
}

#[test]
fn a_lineage_whose_names_are_not_delegated_wakes_no_hook() {
    let lab = two();
    for name in ["a", "b"] {
        lab.sandbox.host.remove(&format!("_acme-challenge.{name}.example.test")).unwrap();
    }
    assert_eq!(with_config(&lab, CONFIG, "renew --force").status, 3);
    assert_eq!(read(&lab, "log"), "");
}

#[test]
fn two_processes_do_not_run_the_same_hook_for_the_same_certificate() {
    let lab = Lab::new().delegated("example.test");
    issue(&lab, "example.test", &[]).succeeded();
    let hook = "echo ran >> log; until [ -e go ]; do sleep 0.05; done";
    issue(&lab, "example.test", &["--deploy-hook", hook]).succeeded();
    let mut first = lab.spawn("renew --force");
    wait_until("the hook runs", || read(&lab, "log") == "ran\n");
    let mut second = lab.spawn("deploy");
    let said = BufReader::new(second.stderr.take().unwrap()).lines().next().unwrap().unwrap();
    assert_eq!(said, "waiting for another certdns that works on the hooks");
    touch(&lab, "go");
    assert!(first.wait().unwrap().success() && second.wait().unwrap().success());
    assert_eq!(read(&lab, "log"), "ran\n");
}
