//! `certdns list`, as a person would use it.

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
        str![[r"
0
--- stdout
Certificates:
  LINEAGE       NAMES                        CA               GOOD UNTIL                     RENEWAL DUE                    FILES
  example.test  example.test *.example.test  localhost:[PORT]  [TIME] (in 89 days)  [TIME] (in 59 days)  [DIR]/state/lineages/example.test/live

Registrations:
  NAME              ACME-DNS SERVER  CNAME TARGET
  example.test      127.0.0.1:[PORT]  [ID].auth.acme-dns.test
  www.example.test  127.0.0.1:[PORT]  [ID].auth.acme-dns.test
--- stderr

"]],
    );
}

#[test]
fn listing_asks_nobody_and_changes_nothing() {
    let lab = Lab::new().delegated("example.test");
    let (files, asked, questions) =
        (lab.files(), lab.sandbox.history.exchanges().len(), lab.sandbox.resolver.queries());
    lab.run("list").succeeded();
    assert_eq!(lab.files(), files);
    assert_eq!((lab.sandbox.history.exchanges().len(), lab.sandbox.resolver.queries()), (asked, questions));
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
        str![[r"
1
--- stdout
No certificates yet: `certdns issue -d NAME` gets the first one.

Registrations:
  NAME          ACME-DNS SERVER  CNAME TARGET
  example.test  127.0.0.1:[PORT]  [ID].auth.acme-dns.test

error: [DIR]/state/registrations/127.0.0.1_[PORT]/www.example.test.json is damaged at line 2, column 22: the file ends too early
   hint: restore the file from a backup, or move it aside; certdns never overwrites what it cannot read
--- stderr

"]],
    );
    assert!(!run.transcript().contains("hunter2"));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "{\"version\": 1,\n  \"password\": \"hunter2");
}
