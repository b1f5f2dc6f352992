//! Who is asked, and what is told of delegations and CAA.

use super::tells;
use crate::support::Lab;
use snapbox::str;

#[test]
fn nobody_is_asked_and_nothing_is_changed() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    let seen = || (lab.files(), lab.sandbox.history.exchanges().len(), lab.sandbox.resolver.queries());
    let before = seen();
    lab.run("status").succeeded();
    lab.run("status --format html").succeeded();
    assert_eq!(seen(), before);
}

#[test]
fn check_looks_now_and_keeps_nothing() {
    let lab = Lab::new().delegated("example.test").delegated("www.example.test");
    lab.run("issue -d example.test -d *.example.test --agree-tos").succeeded();
    lab.run("issue -d www.example.test").succeeded();
    lab.sandbox.host.remove("_acme-challenge.www.example.test").unwrap();
    lab.sandbox.host.add_record("@ CAA 0 issuewild \"sandbox.test\"").unwrap();
    let files = lab.files();
    tells(
        &lab.run("status --check"),
        str![[r#"
3
--- stdout
  STATE    LINEAGE           NAMES                        EXPIRES                        RENEWAL                                      DELEGATION                         CAA                                              LAST RESULT
  blocked  www.example.test  www.example.test             [DATE] (in 89 days)  [DATE] (in 59 days): a third left  cname-only-above since [DATE]  any CA                                           ok
  good     example.test      example.test *.example.test  [DATE] (in 89 days)  [DATE] (in 59 days): a third left  ok                                 CA only (*.example.test), any CA (example.test)  ok

warning: www.example.test: _acme-challenge.www.example.test has no CNAME; _acme-challenge.example.test has one, but each name needs its own; expires in 89 days
   hint: create this record at your DNS host
         _acme-challenge.www.example.test. CNAME [ID].auth.acme-dns.test.

2 certificates: 0 critical, 1 to look at.
--- stderr
asking DNS about _acme-challenge.example.test, _acme-challenge.www.example.test

"#]],
    );
    assert_eq!(lab.files(), files);
    assert_eq!(lab.run("status").status, 0);
}

#[test]
fn a_registration_that_is_gone_is_seen() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    std::fs::remove_file(lab.registration_path("example.test")).unwrap();
    let document = lab.run("status --check --json").json();
    assert_eq!(document["lineages"][0]["state"], "blocked");
    assert_eq!(document["lineages"][0]["delegation"][0]["faults"][0]["code"], "not-registered");
}

#[test]
fn caa_that_forbids_it_is_no_fault_of_the_delegation() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    lab.sandbox.host.add_record("@ CAA 0 issue \"other-ca.test\"").unwrap();
    let run = lab.run("status --check");
    let row: Vec<&str> = run.stdout.lines().nth(1).unwrap().split("  ").filter(|cell| !cell.is_empty()).collect();
    assert_eq!((run.status, row[0], &row[5..]), (3, "blocked", &["ok", "forbidden", "ok"][..]), "{}", run.stdout);
    assert!(run.stdout.contains("warning: example.test: CAA forbids example.test: only other-ca.test may issue"));
}
