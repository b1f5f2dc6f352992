//! A certificate that servers do not have, and who hears of it.

use snapbox::str;

use super::{issue, touch};
use crate::support::receiver::Receiver;
use crate::support::{Lab, same};

/// A hook with a secret in its text that says another one while it fails.
const HOOK: &str = "test -e ok || { echo said-secret; exit 7; } # text-secret";

fn undeployed() -> Lab {
    let lab = Lab::new().delegated("example.test");
    touch(&lab, "ok");
    issue(&lab, "example.test", &["--deploy-hook", HOOK]).succeeded();
    std::fs::remove_file(lab.path().join("ok")).unwrap();
    lab
}

#[test]
fn a_failed_deploy_hook_is_told_of_and_so_is_its_end() {
    let (lab, receiver) = (undeployed(), Receiver::new(&[]));
    let (webhook, ping) = (receiver.url("/notice"), receiver.url("/ping"));
    let environment = [("CERTDNS_WEBHOOK", webhook.as_str()), ("CERTDNS_HEALTHCHECK", ping.as_str())];
    let run = lab.run_with("renew --force", &environment);
    assert_eq!(run.status, 1, "{}", run.transcript());
    assert!(run.transcript().contains("said-secret"), "{}", run.transcript());
    let received = receiver.take();
    assert!(received.iter().all(|one| !one.body.contains("-secret")), "{}", received[0].body);
    let told = received[0].json();
    assert_eq!((&told["event"], &told["lineage"]), (&"failure".into(), &"example.test".into()));
    assert_eq!(told["message"], "the deploy hook `test` failed");
    assert_eq!(told["causes"][0], "it ended with exit status 7");
    assert_eq!((received.len(), received[1].path.as_str()), (2, "/ping/fail"));
    assert!(
        received[1].body.contains("example.test: the deploy hook `test` failed: it ended with"),
        "{}",
        received[1].body
    );
    touch(&lab, "ok");
    lab.run_with("renew", &environment).succeeded();
    let received = receiver.take();
    assert_eq!(received[0].json()["event"], "recovery");
    assert_eq!(received[1].path, "/ping");
}

#[test]
fn a_certificate_that_is_not_deployed_is_not_well() {
    let lab = undeployed();
    assert_eq!(lab.run("renew --force").status, 1);
    let run = lab.run("status");
    assert_eq!(run.status, 3, "{}", run.transcript());
    let trouble = run.stdout.split_once("warning:").unwrap().1;
    let trouble = regex::Regex::new("[0-9]+ seconds? ago").unwrap().replace(trouble, "[AGO]");
    same(
        &trouble,
        str![[r#"
 example.test: the deploy hook `test` failed: it ended with exit status 7, [AGO]; servers may still have the one that expires in 89 days; expires in 89 days
   hint: the certificate is stored and live; this runs the hook again, without a new one
         certdns deploy example.test

"#]],
    );
    let run = lab.run("status --format nagios");
    assert_eq!(run.status, 1, "{}", run.transcript());
    let page = lab.run("status --format html").stdout;
    assert!(page.contains("not deployed") && !page.contains("-secret"), "{page}");
    assert_eq!(lab.run("status --json").json()["lineages"][0]["state"], "undeployed");
    touch(&lab, "ok");
    lab.run("deploy").succeeded();
    lab.run("status").succeeded();
}

#[test]
fn what_a_failed_pre_hook_said_is_not_kept() {
    let lab = undeployed();
    let run = lab.run_words(&["renew", "--force", "--pre-hook", "echo said-secret; exit 7 # text-secret"]);
    assert_eq!(run.status, 1, "{}", run.transcript());
    assert!(run.stdout.contains("cause: said-secret"), "{}", run.transcript());
    let kept = lab.renewal("example.test").to_string();
    assert!(kept.contains("the pre hook `echo` failed") && !kept.contains("-secret"), "{kept}");
}

#[test]
fn a_hook_that_one_run_was_given_by_mistake_can_be_forgotten() {
    let lab = Lab::new().delegated("example.test");
    issue(&lab, "example.test", &[]).succeeded();
    lab.run_words(&["renew", "--force", "--deploy-hook", "relaod"]);
    let run = lab.run("renew");
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("\n         certdns deploy --deploy-hook ''\n"), "{}", run.transcript());
    assert_eq!(lab.run_words(&["deploy", "--deploy-hook", "reload"]).status, 2);
    lab.run_words(&["deploy", "--deploy-hook", ""]).succeeded();
    lab.run("renew").succeeded();
    lab.run_words(&["renew", "--force", "--deploy-hook", "relaod"]);
    lab.run_words(&["renew", "--deploy-hook", ""]).succeeded();
    lab.run("status").succeeded();
}
