//! `certdns list`, as a person would use it.

use serde_json::{Value, json};
use snapbox::str;

use crate::support::{Lab, same};

#[test]
fn an_empty_house_names_the_first_step() {
    same(
        &Lab::new().run("list").transcript(),
        str![[r"
0
--- stdout
No certificates yet: `certdns issue -d NAME` gets the first one.

Nothing is registered yet: `certdns register NAME` is the first step.
--- stderr

"]],
    );
}

#[test]
fn lineages_and_registrations_are_listed() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test -d *.example.test --agree-tos").succeeded();
    lab.run("register www.example.test").succeeded();
    same(
        &lab.run("list").transcript(),
        str![[r#"
0
--- stdout
Certificates:
  LINEAGE       NAMES                        CA               CAA     GOOD UNTIL                     RENEWAL DUE                    FILES
  example.test  example.test *.example.test  localhost:[PORT]  any CA  [TIME] (in 89 days)  [TIME] (in 59 days)  [DIR]/state/lineages/example.test/live

Registrations:
  NAME              CAA     ACME-DNS SERVER  CNAME TARGET
  example.test      any CA  127.0.0.1:[PORT]  [ID].auth.acme-dns.test
  www.example.test  any CA  127.0.0.1:[PORT]  [ID].auth.acme-dns.test
--- stderr

"#]],
    );
}

#[test]
fn listing_asks_dns_only_or_nobody_and_changes_nothing() {
    let lab = Lab::new().delegated("example.test");
    let (files, asked, questions) =
        (lab.files(), lab.sandbox.history.exchanges().len(), lab.sandbox.resolver.queries());
    lab.run("list --offline").succeeded();
    assert_eq!(lab.files(), files);
    assert_eq!((lab.sandbox.history.exchanges().len(), lab.sandbox.resolver.queries()), (asked, questions));
    lab.run("list").succeeded();
    assert_eq!((lab.files(), lab.sandbox.history.exchanges().len()), (files, asked));
}

#[test]
fn who_may_issue_is_told_name_by_name() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test -d *.example.test --agree-tos").succeeded();
    lab.run("register www.example.test").succeeded();
    let account = lab.account()["uri"].as_str().unwrap().to_owned();
    let locked = format!("@ CAA 0 issue \"sandbox.test; accounturi={account}\"");
    for record in [&locked, "@ CAA 0 issuewild \"sandbox.test\"", "www CAA 0 issue \"other.test\""] {
        lab.sandbox.host.add_record(record).unwrap();
    }
    same(
        &lab.run("list").transcript(),
        str![[r#"
0
--- stdout
Certificates:
  LINEAGE       NAMES                        CA               CAA                                              GOOD UNTIL                     RENEWAL DUE                    FILES
  example.test  example.test *.example.test  localhost:[PORT]  CA only (*.example.test), locked (example.test)  [TIME] (in 89 days)  [TIME] (in 59 days)  [DIR]/state/lineages/example.test/live

Registrations:
  NAME              CAA        ACME-DNS SERVER  CNAME TARGET
  example.test      locked     127.0.0.1:[PORT]  [ID].auth.acme-dns.test
  www.example.test  forbidden  127.0.0.1:[PORT]  [ID].auth.acme-dns.test
--- stderr

"#]],
    );
    let listed = lab.run("list --json").succeeded().json();
    assert_eq!(
        listed["lineages"][0]["caa"],
        json!([
            { "name": "example.test", "restriction": "locked" },
            { "name": "*.example.test", "restriction": "ca-only" },
        ])
    );
    assert_eq!(lab.run("list --json --offline").succeeded().json()["lineages"][0]["caa"], Value::Null);
}

#[test]
fn a_list_does_not_wait_for_dns_that_is_silent() {
    let lab = Lab::new().delegated("example.test");
    lab.sandbox.resolver.misbehave(|manners| manners.silent = true);
    let begun = std::time::Instant::now();
    same(
        &lab.run("list").transcript(),
        str![[r#"
0
--- stdout
No certificates yet: `certdns issue -d NAME` gets the first one.

Registrations:
  NAME          CAA      ACME-DNS SERVER  CNAME TARGET
  example.test  unknown  127.0.0.1:[PORT]  [ID].auth.acme-dns.test
--- stderr

"#]],
    );
    assert!(begun.elapsed() < std::time::Duration::from_secs(4));
}

#[test]
fn offline_the_column_is_left_out() {
    same(
        &Lab::new().delegated("example.test").run("list --offline").transcript(),
        str![[r#"
0
--- stdout
No certificates yet: `certdns issue -d NAME` gets the first one.

Registrations:
  NAME          ACME-DNS SERVER  CNAME TARGET
  example.test  127.0.0.1:[PORT]  [ID].auth.acme-dns.test
--- stderr

"#]],
    );
}

#[test]
fn a_damaged_file_is_told_beside_the_rest_and_left_as_it_is() {
    let lab = Lab::new().delegated("example.test");
    lab.run("register www.example.test").succeeded();
    let path = lab.registration_path("www.example.test");
    std::fs::write(&path, "{\"version\": 1,\n  \"password\": \"hunter2").unwrap();
    let run = lab.run("list");
    same(
        &run.transcript(),
        str![[r#"
1
--- stdout
No certificates yet: `certdns issue -d NAME` gets the first one.

Registrations:
  NAME          CAA     ACME-DNS SERVER  CNAME TARGET
  example.test  any CA  127.0.0.1:[PORT]  [ID].auth.acme-dns.test

error: [DIR]/state/registrations/127.0.0.1_[PORT]/www.example.test.json is damaged at line 2, column 22: the file ends too early
   hint: restore the file from a backup, or move it aside; certdns never overwrites what it cannot read
--- stderr

"#]],
    );
    assert!(!run.transcript().contains("hunter2"));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "{\"version\": 1,\n  \"password\": \"hunter2");
}
