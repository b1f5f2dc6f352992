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

  Add this, so that only this account may issue, by dns-01 only:

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
  cause: _acme-challenge.example.test would not be validated
  cause: CAA forbids example.test: only other.test may issue, as example.test has it (example.test CAA: 0 issue "other.test")
  cause: CAA forbids *.example.test: only other.test may issue, as example.test has it (example.test CAA: 0 issue "other.test")
   hint: add this at your DNS host; what is there may stay
         example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"

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
  CAA forbids example.test: example.test pins another ACME account, https://ca.test/acct/1
  CAA forbids *.example.test: dns-01 is not among the validation methods that example.test names

  Records that are there:

example.test. CAA 0 issue "sandbox.test; accounturi=https://ca.test/acct/1"
example.test. CAA 0 issuewild "sandbox.test; validationmethods=http-01"

  Add this, so that this account may issue:

example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"

  All records of this name then:

example.test. CAA 0 issue "sandbox.test; accounturi=https://ca.test/acct/1"
example.test. CAA 0 issuewild "sandbox.test; validationmethods=http-01"
example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"

  These let others issue, too (`certdns caa --lock example.test` leaves them out):

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
    same(
        &lab.run("caa example.test").transcript(),
        str![[r#"
4
--- stdout
example.test
  the CAA records of example.test could not be had (SERVFAIL), so a CA must not issue for example.test
  the CAA records of example.test could not be had (SERVFAIL), so a CA must not issue for *.example.test
--- stderr

"#]],
    );
}

#[test]
fn a_lock_shuts_out_others_keeps_the_rest_and_says_whom_it_shuts_out() {
    let lab = lab();
    for record in [
        "CAA 0 issue \"other.test\"",
        "CAA 0 issue \"sandbox.test\"",
        "CAA 0 issue \"sandbox.test; accounturi=https://ca.test/acct/1\"",
        "CAA 0 iodef \"mailto:security@example.test\"",
    ] {
        lab.sandbox.host.add_record(&format!("@ {record}")).unwrap();
    }
    same(
        &lab.run("caa example.test").transcript(),
        str![[r#"
0
--- stdout
example.test
  example.test: this CA may issue, and others
  *.example.test: this CA may issue, and others

  Records that are there:

example.test. CAA 0 iodef "mailto:security@example.test"
example.test. CAA 0 issue "other.test"
example.test. CAA 0 issue "sandbox.test"
example.test. CAA 0 issue "sandbox.test; accounturi=https://ca.test/acct/1"

  These let others issue, too (`certdns caa --lock example.test` leaves them out):

example.test. CAA 0 issue "other.test"
example.test. CAA 0 issue "sandbox.test"
example.test. CAA 0 issue "sandbox.test; accounturi=https://ca.test/acct/1"
--- stderr

"#]],
    );
    same(
        &lab.run("caa example.test --lock").transcript(),
        str![[r#"
3
--- stdout
example.test
  example.test: this CA may issue, and others
  *.example.test: this CA may issue, and others

  Records that are there:

example.test. CAA 0 iodef "mailto:security@example.test"
example.test. CAA 0 issue "other.test"
example.test. CAA 0 issue "sandbox.test"
example.test. CAA 0 issue "sandbox.test; accounturi=https://ca.test/acct/1"

  Add this, so that only this account may issue, by dns-01 only:

example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
example.test. CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"

  Remove this:

example.test. CAA 0 issue "other.test"
example.test. CAA 0 issue "sandbox.test"
example.test. CAA 0 issue "sandbox.test; accounturi=https://ca.test/acct/1"

  All records of this name then:

example.test. CAA 0 iodef "mailto:security@example.test"
example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
example.test. CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"

  warning: certificates from other.test cannot be renewed any more once its records are removed
  warning: certificates of the account https://ca.test/acct/1 cannot be renewed any more once it is not pinned
--- stderr

"#]],
    );
}

#[test]
fn a_lock_that_is_put_into_the_zone_as_printed_is_done() {
    let lab = lab();
    lab.sandbox.host.add_record("@ CAA 0 issue \"other.test\"").unwrap();
    lab.sandbox.host.add_record("@ CAA 128 future \"x\"").unwrap();
    lab.sandbox.host.add_record("@ CAA 1 iodef \"mailto:security@example.test\"").unwrap();
    let run = lab.run("caa example.test *.example.test www.example.test --lock --json");
    assert_eq!(run.status, 3);
    let document = run.json();
    assert_eq!(document["places"].as_array().unwrap().len(), 1);
    // What a person does at the DNS host.
    let zone = std::fs::read_to_string(lab.sandbox.zone_file()).unwrap();
    let kept: String = zone.lines().filter(|line| !line.contains(" CAA ")).map(|line| format!("{line}\n")).collect();
    std::fs::write(lab.sandbox.zone_file(), kept).unwrap();
    for record in document["places"][0]["merged"].as_array().unwrap() {
        lab.sandbox.host.add_record(record.as_str().unwrap()).unwrap();
    }
    same(
        &lab.run("caa example.test *.example.test www.example.test --lock").transcript(),
        str![[r#"
0
--- stdout
example.test
  example.test: only this account may issue
  *.example.test: only this account may issue
  www.example.test: only this account may issue
  *.www.example.test: only this account may issue

  Records that are there:

example.test. CAA 1 iodef "mailto:security@example.test"
example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
example.test. CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"

  Nothing to do: nobody but this account may issue, and by dns-01 only.
--- stderr

"#]],
    );
    lab.run("issue -d example.test -d *.example.test").succeeded();
}

#[test]
fn names_without_records_share_one_place() {
    let document = lab().run("caa www.example.test example.test --json").succeeded().json();
    let places = document["places"].as_array().unwrap();
    assert_eq!((places.len(), &places[0]["at"]), (1, &serde_json::json!("example.test")));
    assert_eq!(places[0]["names"].as_array().unwrap().len(), 4);
}

#[test]
fn a_wildcard_that_nobody_asked_for_may_stay_forbidden() {
    let lab = lab();
    lab.sandbox.host.add_record("@ CAA 0 issue \"sandbox.test\"").unwrap();
    lab.sandbox.host.add_record("@ CAA 0 issuewild \";\"").unwrap();
    same(
        &lab.run("caa example.test").transcript(),
        str![[r#"
0
--- stdout
example.test
  example.test: only this CA may issue
  CAA forbids *.example.test: the records at example.test permit nobody

  Records that are there:

example.test. CAA 0 issue "sandbox.test"
example.test. CAA 0 issuewild ";"

  These let others issue, too (`certdns caa --lock example.test` leaves them out):

example.test. CAA 0 issue "sandbox.test"
--- stderr

"#]],
    );
    assert_eq!(lab.run("caa *.example.test").status, 3);
}

#[test]
fn a_certificate_from_another_ca_is_told_of_before_it_is_shut_out() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    let other = Lab::new();
    let environment = other.sandbox.environment();
    let environment: Vec<(&str, &str)> = environment
        .iter()
        .filter(|(name, _)| name.starts_with("CERTDNS_CA"))
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    lab.run_with("acmeaccount add --agree-tos", &environment).succeeded();
    same(
        &lab.run_with("caa example.test --lock", &environment).transcript(),
        str![[r#"
3
--- stdout
example.test
  example.test: any CA may issue
  *.example.test: any CA may issue

  Add this, so that only this account may issue, by dns-01 only:

example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
example.test. CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"

  warning: example.test has a certificate from localhost:[PORT], which cannot be renewed there with these records
--- stderr

"#]],
    );
}

#[test]
fn the_account_of_another_machine_is_forbidden_and_the_record_is_named() {
    let lab = lab();
    let places = lab.run("caa example.test *.example.test --json").succeeded().json();
    for record in places["places"][0]["add"].as_array().unwrap() {
        lab.sandbox.host.add_record(record.as_str().unwrap()).unwrap();
    }
    let there = lab.path().join("elsewhere");
    let there = [("CERTDNS_STATE_DIR", there.to_str().unwrap())];
    lab.run_with("acmeaccount add --agree-tos", &there).succeeded();
    same(
        &lab.run_with("caa example.test *.example.test", &there).transcript(),
        str![[r#"
3
--- stdout
example.test
  CAA forbids example.test: example.test pins another ACME account, https://localhost:[PORT]/account/1
  CAA forbids *.example.test: example.test pins another ACME account, https://localhost:[PORT]/account/1

  Records that are there:

example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
example.test. CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"

  Add this, so that this account may issue:

example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/2; validationmethods=dns-01"
example.test. CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/2; validationmethods=dns-01"

  All records of this name then:

example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
example.test. CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/2; validationmethods=dns-01"
example.test. CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/2; validationmethods=dns-01"

  These let others issue, too (`certdns caa --lock example.test` leaves them out):

example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
example.test. CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
--- stderr

"#]],
    );
}

#[test]
fn no_account_is_made_for_names_that_no_new_account_may_have() {
    let lab = Lab::new().delegated("example.test");
    lab.sandbox.host.add_record("@ CAA 0 issue \"sandbox.test; accounturi=https://ca.test/acct/1\"").unwrap();
    same(
        &lab.run("issue -d example.test --agree-tos").transcript(),
        str![[r#"
3
--- stdout
--- stderr
asking DNS about _acme-challenge.example.test
error: could not issue a certificate for example.test
  cause: CAA forbids example.test: example.test pins another ACME account, https://ca.test/acct/1 (example.test CAA: 0 issue "sandbox.test; accounturi=https://ca.test/acct/1")
   hint: there is no ACME account here yet: restore the pinned one (accounts/) from a backup, or make one and pin that
         certdns acmeaccount add --agree-tos
         certdns caa example.test

"#]],
    );
    assert_eq!(lab.stages(Stage::NewAccount), 0);
}

#[test]
fn before_there_is_an_account_the_record_to_add_names_the_ca_alone() {
    let lab = Lab::new().delegated("example.test");
    lab.sandbox.host.add_record("@ CAA 0 issue \"other.test\"").unwrap();
    same(
        &lab.run("issue -d example.test --agree-tos").transcript(),
        str![[r#"
3
--- stdout
--- stderr
asking DNS about _acme-challenge.example.test
error: could not issue a certificate for example.test
  cause: CAA forbids example.test: only other.test may issue, as example.test has it (example.test CAA: 0 issue "other.test")
   hint: add this at your DNS host; what is there may stay
         example.test. CAA 0 issue "sandbox.test"

"#]],
    );
    assert_eq!(lab.stages(Stage::NewAccount), 0);
    lab.sandbox.host.add_record("@ CAA 0 issue \"sandbox.test\"").unwrap();
    lab.run("issue -d example.test --agree-tos").succeeded();
}

#[test]
fn a_lock_above_the_name_says_how_far_it_reaches() {
    let lab = lab();
    lab.sandbox.host.add_record("@ CAA 0 issue \"sandbox.test\"").unwrap();
    same(
        &lab.run("caa www.example.test --lock").transcript(),
        str![[r#"
3
--- stdout
example.test
  www.example.test: only this CA may issue
  *.www.example.test: only this CA may issue

  Records that are there:

example.test. CAA 0 issue "sandbox.test"

  Add this, so that only this account may issue, by dns-01 only:

example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
example.test. CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"

  Remove this:

example.test. CAA 0 issue "sandbox.test"

  warning: the records at example.test hold for every name below it that has none of its own; the same records at www.example.test hold for it and below it only
--- stderr

"#]],
    );
}

#[test]
fn records_for_a_name_that_is_a_cname_go_above_it_where_they_can_stand() {
    let lab = lab();
    lab.sandbox.host.remove("www").unwrap();
    lab.sandbox.host.add_record("www CNAME cdn.host.test.").unwrap();
    let run = lab.run("caa www.example.test --json").succeeded().json();
    assert_eq!(run["places"][0]["at"], "example.test", "{run}");
    lab.sandbox.host.remove("www").unwrap();
    lab.sandbox.host.add_record("www CNAME shop").unwrap();
    lab.sandbox.host.add_record("shop CAA 0 issue \"other.test\"").unwrap();
    let run = lab.run("caa www.example.test --json").json();
    assert_eq!(run["places"][0]["at"], "shop.example.test", "{run}");
}
