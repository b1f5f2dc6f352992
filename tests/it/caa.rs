//! `certdns caa`, and what CAA does to `check` and `issue`.

use certdns::sandbox::Stage;
use snapbox::str;

use crate::support::{Lab, same};

fn lab() -> Lab {
    let lab = Lab::new().delegated("example.test");
    lab.run("acmeaccount add --agree-tos").succeeded();
    lab
}

#[test]
fn without_an_account_there_is_none_to_pin() {
    same(
        &Lab::new().run("caa example.test").transcript(),
        str![[r#"
3
--- stdout
--- stderr
error: there is no ACME account at localhost:[PORT] yet, so there is none to pin
   hint: make one first
         certdns acmeaccount add --agree-tos

"#]],
    );
}

#[test]
fn a_name_that_anybody_may_issue_for_gets_the_records_that_lock_it() {
    same(
        &lab().run("caa example.test").transcript(),
        str![[r#"
0
--- stdout
example.test
  example.test: any CA may issue
  *.example.test: any CA may issue

  Add these, so that this account may issue:

example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
example.test. CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
--- stderr

"#]],
    );
}

#[test]
fn the_records_that_are_printed_lock_the_name() {
    let lab = lab();
    let places = lab.run("caa example.test --json").succeeded().json();
    for record in places["places"][0]["add"].as_array().unwrap() {
        lab.sandbox.host.add_record(record.as_str().unwrap()).unwrap();
    }
    same(
        &lab.run("caa example.test www.example.test").transcript(),
        str![[r#"
0
--- stdout
example.test
  example.test: only this account may issue
  *.example.test: only this account may issue
  www.example.test: only this account may issue
  *.www.example.test: only this account may issue

  Records that are there:

example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
example.test. CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
--- stderr

"#]],
    );
    same(
        &lab.run("check").transcript(),
        str![[r#"
0
--- stdout
  NAME          DELEGATION  CAA     VALUES
  example.test  ok          locked  1
--- stderr
asking DNS about _acme-challenge.example.test

"#]],
    );
    lab.run("issue -d example.test -d *.example.test").succeeded();
}

#[test]
fn a_record_for_another_ca_forbids_before_the_ca_is_asked_for_anything() {
    let lab = lab();
    lab.sandbox.host.add_record("@ CAA 0 issue \"other.test\"").unwrap();
    same(
        &lab.run("issue -d example.test -d *.example.test").transcript(),
        str![[r#"
3
--- stdout
--- stderr
asking DNS about _acme-challenge.example.test
error: could not issue a certificate for example.test
  cause: 1 of 1 name would not be validated
  cause: CAA forbids example.test: only another CA is named at example.test: 0 issue "other.test"
  cause: CAA forbids *.example.test: only another CA is named at example.test: 0 issue "other.test"
   hint: these records permit it; they may stand beside those that are there
         example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
         example.test. CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"

"#]],
    );
    assert_eq!(lab.stages(Stage::NewOrder), 0);
    assert_eq!(lab.run("check").status, 3);
}

#[test]
fn another_account_and_another_method_are_told_apart() {
    let lab = lab();
    lab.sandbox.host.add_record("@ CAA 0 issue \"sandbox.test; accounturi=https://ca.test/acct/1\"").unwrap();
    lab.sandbox.host.add_record("@ CAA 0 issuewild \"sandbox.test; validationmethods=http-01\"").unwrap();
    same(
        &lab.run("caa example.test").transcript(),
        str![[r#"
3
--- stdout
example.test
  CAA forbids example.test: another ACME account is pinned at example.test: 0 issue "sandbox.test; accounturi=https://ca.test/acct/1"
  CAA forbids *.example.test: dns-01 is not among the validation methods at example.test: 0 issuewild "sandbox.test; validationmethods=http-01"

  Records that are there:

example.test. CAA 0 issue "sandbox.test; accounturi=https://ca.test/acct/1"
example.test. CAA 0 issuewild "sandbox.test; validationmethods=http-01"

  Add these, so that this account may issue:

example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
example.test. CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"

  These let others issue. Remove them when no certificate comes from there any more:

example.test. CAA 0 issue "sandbox.test; accounturi=https://ca.test/acct/1"
example.test. CAA 0 issuewild "sandbox.test; validationmethods=http-01"
--- stderr

"#]],
    );
}

#[test]
fn servers_that_fail_forbid_for_now() {
    let lab = lab();
    lab.sandbox.host.misbehave(0, |manners| manners.servfail = true);
    lab.sandbox.host.misbehave(1, |manners| manners.servfail = true);
    let run = lab.run("caa example.test");
    assert!(run.stdout.contains("the CAA records of example.test could not be had (SERVFAIL)"), "{}", run.transcript());
}
