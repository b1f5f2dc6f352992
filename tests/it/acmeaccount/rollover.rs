//! Another key for an account; whatever happens, one of the two works.

use std::time::{Duration, Instant};

use certdns::sandbox::authority::Problem;
use certdns::sandbox::{Failure, Stage};
use snapbox::str;

use super::account_file;
use crate::support::{Lab, same};

fn lab() -> Lab {
    let lab = Lab::with(|options| options.authority.bad_nonces = 0).delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    lab
}

/// The account orders a certificate, under the URI it always had, and the CA made no other.
#[track_caller]
fn works(lab: &Lab) {
    let uri = lab.account()["uri"].clone();
    lab.run("issue -d example.test --force").succeeded();
    assert_eq!(lab.account()["uri"], uri);
    assert_eq!(lab.sandbox.authority.accounts(), 1);
}

#[test]
fn an_account_gets_a_new_key_and_keeps_its_uri() {
    let lab = lab();
    let (key, files) = (lab.account()["key"].clone(), lab.files());
    same(
        &lab.run("acmeaccount rollover").transcript(),
        str![[r#"
0
--- stdout
The account has a new key.

localhost:[PORT]
  account URI  https://localhost:[PORT]/account/1
  contact      none
  status       valid
  key          ECDSA P-256, thumbprint [THUMBPRINT]
  certificates example.test

  CAA records that let only this account issue, by dns-01 only:

@ CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
@ CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
--- stderr

"#]],
    );
    assert_ne!(lab.account()["key"], key);
    assert!(lab.account()["candidate"].is_null());
    assert_eq!(lab.files(), files);
    works(&lab);
}

#[test]
fn the_new_key_is_of_the_kind_that_is_asked_for() {
    let lab = lab();
    let kinds = [("ecdsa-p384", "ECDSA P-384"), ("ed25519", "Ed25519"), ("rsa2048", "RSA 2048")];
    for (key_type, kind) in kinds {
        let run = lab.run(&format!("acmeaccount rollover --key-type {key_type} --json")).succeeded();
        assert_eq!(run.json()["account"]["key_type"], kind);
        works(&lab);
    }
    // Without a wish the kind stays.
    assert_eq!(lab.run("acmeaccount rollover --json").succeeded().json()["account"]["key_type"], "RSA 2048");
}

/// Whether the request that is to fail has not come yet.
fn is_waited_for(lab: &Lab) -> bool {
    let mut left = 0;
    lab.sandbox.authority.manners(|manners| left = manners.fail_next.len());
    left > 0
}

fn until_it_comes(lab: &Lab) {
    let begun = Instant::now();
    while is_waited_for(lab) {
        assert!(begun.elapsed() < Duration::from_secs(20), "the request does not come");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Runs a rollover whose request of this kind fails so, and kills it hard in the middle of that request.
fn killed(lab: &Lab, stage: Stage, failure: Failure) {
    lab.sandbox.authority.manners(|manners| manners.fail_next = [(stage, failure)].into());
    let mut child = lab.spawn("acmeaccount rollover");
    until_it_comes(lab);
    // What is done before the answer is done by now.
    std::thread::sleep(Duration::from_millis(500));
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn killed_before_the_new_key_is_made_the_old_one_works() {
    for stage in [Stage::Directory, Stage::Nonce] {
        let lab = lab();
        killed(&lab, stage, Failure::Slow);
        works(&lab);
    }
}

#[test]
fn killed_before_the_ca_has_taken_the_new_key_the_old_one_works() {
    let lab = lab();
    let key = lab.account()["key"].clone();
    killed(&lab, Stage::KeyChange, Failure::Slow);
    assert!(lab.account()["candidate"]["key"].is_string());
    works(&lab);
    assert_eq!(lab.account()["key"], key);
    let candidate = lab.account()["candidate"]["key"].clone();
    // The same new key is offered again: the CA might still take the first offer.
    lab.run("acmeaccount rollover").succeeded();
    assert_eq!(lab.account()["key"], candidate);
    works(&lab);
}

#[test]
fn killed_after_the_ca_has_taken_the_new_key_the_new_one_works() {
    let lab = lab();
    killed(&lab, Stage::KeyChange, Failure::Late { milliseconds: 60_000 });
    let candidate = lab.account()["candidate"]["key"].clone();
    assert!(candidate.is_string());
    works(&lab);
    assert_eq!(lab.account()["key"], candidate);
    assert!(lab.account()["candidate"].is_null());
    // What is settled is not asked again.
    let asked = lab.stages(Stage::NewAccount);
    works(&lab);
    assert_eq!(lab.stages(Stage::NewAccount), asked);
}

#[test]
fn an_interrupted_rollover_is_told_and_finished_by_looking() {
    let lab = lab();
    killed(&lab, Stage::KeyChange, Failure::Late { milliseconds: 60_000 });
    let list = lab.run("acmeaccount list").succeeded().stdout;
    assert!(list.contains("rollover     interrupted;"), "{list}");
    let shown = lab.run("acmeaccount show").succeeded().stdout;
    assert!(!shown.contains("rollover"), "{shown}");
}

#[test]
fn an_account_is_exported_with_the_key_that_the_ca_has() {
    let lab = lab();
    killed(&lab, Stage::KeyChange, Failure::Late { milliseconds: 60_000 });
    lab.run("acmeaccount export account.json").succeeded();
    let imported = lab.run("acmeaccount import account.json --state-dir elsewhere --json").succeeded().json();
    assert_eq!(imported["accounts"][0]["uri"], lab.account()["uri"]);
}

#[test]
fn an_answer_that_is_lost_is_found_out() {
    let lab = lab();
    lab.sandbox.authority.manners(|manners| manners.lose_answers = [Stage::KeyChange].into());
    lab.run("acmeaccount rollover").succeeded();
    assert!(lab.account()["candidate"].is_null());
    works(&lab);
}

#[test]
fn a_new_key_that_the_ca_refuses_is_forgotten() {
    let lab = lab();
    let files = lab.account();
    let refused = Problem::new(400, "badPublicKey", "This key is on a list");
    lab.sandbox.authority.manners(|manners| manners.refuse_next = [(Stage::KeyChange, refused)].into());
    same(
        &lab.run("acmeaccount rollover").transcript(),
        str![[r#"
1
--- stdout
--- stderr
error: could not give the ACME account https://localhost:[PORT]/account/1 a new key
  cause: localhost:[PORT] says: This key is on a list (badPublicKey)
   hint: the CA does not take this key: it may be too short, of a kind it does not know, or known to others; have another made, perhaps of another kind with `--key-type`

"#]],
    );
    assert_eq!(lab.account(), files);
    works(&lab);
}

#[test]
fn a_ca_that_does_not_say_which_key_it_has_loses_none() {
    let lab = lab();
    let unavailable = Failure::Status { code: 503, retry_after: Some(3600) };
    lab.sandbox.authority.manners(|manners| {
        manners.fail_next = [(Stage::KeyChange, unavailable), (Stage::NewAccount, unavailable)].into();
    });
    let run = lab.run("acmeaccount rollover");
    assert_eq!(run.status, 4, "{}", run.transcript());
    assert!(run.stderr.contains("it is not known which of its two keys the account has now"), "{}", run.transcript());
    works(&lab);
}

#[test]
fn whoever_changes_an_account_meanwhile_keeps_its_new_key() {
    for line in ["show", "update --email ops@example.test", "deactivate --yes"] {
        let lab = lab();
        lab.sandbox.authority.manners(|manners| {
            manners.fail_next = [(Stage::Account, Failure::Late { milliseconds: 2_000 })].into();
        });
        let mut child = lab.spawn(&format!("acmeaccount {line}"));
        until_it_comes(&lab);
        let old = lab.account()["key"].clone();
        if line.starts_with("deactivate") {
            // The CA has ended it by now; the file stands for what a rollover before that has adopted.
            let path = account_file(&lab);
            let mut account = lab.account();
            let other = Lab::new();
            other.run("acmeaccount add --agree-tos").succeeded();
            account["key"] = other.account()["key"].clone();
            std::fs::write(path, account.to_string()).unwrap();
        } else {
            lab.run("acmeaccount rollover").succeeded();
        }
        let new = lab.account()["key"].clone();
        assert_ne!(new, old);
        assert!(child.wait().unwrap().success(), "{line}");
        assert_eq!(lab.account()["key"], new, "{line}");
    }
}

/// A lab whose account was offered a new key that the CA may still take.
fn underway() -> Lab {
    let lab = lab();
    killed(&lab, Stage::KeyChange, Failure::Slow);
    assert!(lab.account()["candidate"]["key"].is_string());
    lab
}

/// As if the offer had been made then.
fn offered_at(lab: &Lab, since: jiff::Timestamp) {
    let mut account = lab.account();
    account["candidate"]["since"] = since.to_string().into();
    std::fs::write(account_file(lab), account.to_string()).unwrap();
}

#[test]
fn while_a_new_key_is_on_its_way_no_other_is_offered_and_none_is_carried_away() {
    let lab = underway();
    let account = lab.account();
    for line in ["rollover --key-type ecdsa-p384", "export account.json"] {
        let run = lab.run(&format!("acmeaccount {line}"));
        assert_eq!(run.status, 4, "{}", run.transcript());
        assert!(
            run.stderr.contains("was interrupted, and the CA may still take the new key until 20"),
            "{}",
            run.stderr
        );
    }
    assert_eq!(lab.account(), account);
    assert!(!lab.path().join("account.json").exists());
    lab.run("acmeaccount rollover").succeeded();
    lab.run("acmeaccount export account.json").succeeded();
}

#[test]
fn a_key_that_is_offered_again_is_on_its_way_again() {
    let lab = underway();
    let before = jiff::Timestamp::now() - Duration::from_secs(8 * 60);
    offered_at(&lab, before);
    let key = lab.account()["candidate"]["key"].clone();
    killed(&lab, Stage::KeyChange, Failure::Slow);
    let candidate = &lab.account()["candidate"];
    assert_eq!(candidate["key"], key);
    assert!(
        candidate["since"].as_str().unwrap().parse::<jiff::Timestamp>().unwrap() > before + Duration::from_secs(60)
    );
}

#[test]
fn a_clock_that_was_set_back_loses_no_key() {
    let lab = underway();
    offered_at(&lab, jiff::Timestamp::now() + Duration::from_secs(24 * 60 * 60));
    works(&lab);
    assert!(lab.account()["candidate"].is_object());
    offered_at(&lab, jiff::Timestamp::now() - Duration::from_secs(24 * 60 * 60));
    works(&lab);
    assert!(lab.account()["candidate"].is_null());
}

#[test]
fn a_new_key_that_may_still_be_taken_is_kept_whatever_is_said() {
    let lab = lab();
    let refused = Problem::new(403, "unauthorized", "Somebody on the way says no");
    lab.sandbox.authority.manners(|manners| manners.refuse_next = [(Stage::KeyChange, refused)].into());
    assert_ne!(lab.run("acmeaccount rollover").status, 0);
    assert!(lab.account()["candidate"].is_object());
    works(&lab);
}

#[test]
fn a_ca_that_cannot_read_the_new_key_is_asked_about_the_old_one() {
    let lab = underway();
    let refused = Problem::new(400, "badSignatureAlgorithm", "This is no algorithm of ours");
    lab.sandbox.authority.manners(|manners| manners.refuse_next = [(Stage::NewAccount, refused)].into());
    works(&lab);
}

#[test]
fn an_import_meanwhile_keeps_the_key_that_is_on_its_way() {
    let lab = underway();
    let account = lab.account();
    std::fs::write(lab.path().join("old.pem"), account["key"].as_str().unwrap()).unwrap();
    lab.run("acmeaccount import old.pem").succeeded();
    assert_eq!((&lab.account()["key"], &lab.account()["candidate"]), (&account["key"], &account["candidate"]));
    lab.run("acmeaccount rollover").succeeded();
    // The new key from elsewhere ends an interruption here.
    let lab = self::lab();
    killed(&lab, Stage::KeyChange, Failure::Late { milliseconds: 60_000 });
    let candidate = lab.account()["candidate"]["key"].clone();
    std::fs::write(lab.path().join("new.pem"), candidate.as_str().unwrap()).unwrap();
    lab.run("acmeaccount import new.pem").succeeded();
    assert_eq!((&lab.account()["key"], lab.account()["candidate"].is_null()), (&candidate, true));
    works(&lab);
}

#[test]
fn a_key_that_was_changed_elsewhere_comes_back_by_import() {
    let lab = lab();
    let elsewhere = lab.copy_state("elsewhere").display().to_string();
    lab.run(&format!("acmeaccount rollover --state-dir {elsewhere}")).succeeded();
    lab.run(&format!("acmeaccount export account.json --state-dir {elsewhere}")).succeeded();
    let old = lab.account()["key"].clone();
    lab.run("acmeaccount import account.json").succeeded();
    assert_ne!(lab.account()["key"], old);
    works(&lab);
}

#[test]
fn another_account_that_got_the_old_key_since_is_kept_beside() {
    let lab = lab();
    let old = lab.account();
    lab.run("acmeaccount rollover").succeeded();
    let kept = lab.account();
    // Elsewhere the old key gets an account of its own.
    let elsewhere = lab.copy_state("elsewhere");
    let file = account_file(&lab);
    let unfinished = serde_json::json!({ "version": 1, "directory": old["directory"], "key": old["key"], "uri": null,
        "status": "unfinished", "created_at": old["created_at"] });
    let copy = elsewhere.join(file.strip_prefix(lab.state()).unwrap());
    std::fs::write(copy, unfinished.to_string()).unwrap();
    let elsewhere = elsewhere.display();
    lab.run(&format!("acmeaccount add --agree-tos --state-dir {elsewhere}")).succeeded();
    lab.run(&format!("acmeaccount export other.json --state-dir {elsewhere}")).succeeded();
    lab.run("acmeaccount import other.json").succeeded();
    let read = serde_json::from_slice::<serde_json::Value>(&std::fs::read(&file).unwrap()).unwrap();
    assert_eq!(read, kept);
    let listed = lab.run("acmeaccount list --json").succeeded().json();
    assert_eq!(listed["accounts"].as_array().unwrap().len(), 2);
}
