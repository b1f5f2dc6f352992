//! Delegations that broke are told of long before their certificates are due.

use certdns::sandbox::Stage;
use serde_json::json;
use snapbox::str;

use crate::support::{Lab, same};

fn issued() -> Lab {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    lab.run("renew").succeeded();
    lab
}

/// A day goes by.
fn a_day_later(lab: &Lab) {
    let path = lab.state().join("looks.json");
    let mut document: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    for look in document["looks"].as_object_mut().unwrap().values_mut() {
        look["at"] = json!("2026-01-01T00:00:00Z");
    }
    std::fs::write(&path, document.to_string()).unwrap();
}

#[test]
fn a_delegation_that_broke_is_told_of_at_every_run_until_it_is_mended() {
    let lab = issued();
    lab.sandbox.host.remove("_acme-challenge.example.test").unwrap();
    a_day_later(&lab);
    let orders = lab.stages(Stage::NewOrder);
    let told = str![[r"
3
--- stdout
example.test: not due, good until [TIME] (in 89 days), due [TIME] (in 59 days)
  it could not be renewed: _acme-challenge.example.test has no CNAME yet (the name does not exist, NXDOMAIN) (seen since [TIME] ([SPAN]))
   hint: create this record at your DNS host
         _acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.
--- stderr
asking DNS about _acme-challenge.example.test

"]];
    same(&lab.run("renew").transcript(), told.clone());
    same(&lab.run("renew").transcript(), told);
    assert_eq!(lab.stages(Stage::NewOrder), orders);
    lab.delegate("example.test");
    lab.run("renew").succeeded();
}

#[test]
fn a_delegation_that_stands_is_looked_at_once_a_day() {
    let lab = issued();
    assert_eq!(lab.run("renew").succeeded().stderr, "");
    a_day_later(&lab);
    assert_eq!(lab.run("renew").succeeded().stderr, "asking DNS about _acme-challenge.example.test\n");
    assert_eq!(lab.run("renew").succeeded().stderr, "");
}

#[test]
fn quiet_is_not_silent_about_what_broke() {
    let lab = issued();
    lab.sandbox.host.remove("_acme-challenge.example.test").unwrap();
    a_day_later(&lab);
    let run = lab.run("renew --quiet");
    assert_eq!((run.status, run.stdout.lines().count()), (3, 4), "{}", run.transcript());
}

#[test]
fn a_registration_that_is_gone_is_told_of_too() {
    let lab = issued();
    std::fs::remove_file(lab.registration_path("example.test")).unwrap();
    a_day_later(&lab);
    let broken = lab.run("renew --json").json()["lineages"][0]["broken"][0].clone();
    assert_eq!(
        (&broken["challenge"], &broken["faults"][0]["message"]),
        (&json!("_acme-challenge.example.test"), &json!("_acme-challenge.example.test has no registration any more"))
    );
}

#[cfg(unix)]
#[test]
fn with_nothing_due_no_account_is_read() {
    use std::os::unix::fs::PermissionsExt;
    let lab = issued();
    let accounts = lab.state().join("accounts");
    let aside = lab.path().join("accounts-aside");
    std::fs::rename(&accounts, &aside).unwrap();
    // A file in its place: whoever reads it, fails.
    std::fs::write(&accounts, "").unwrap();
    std::fs::set_permissions(&accounts, std::fs::Permissions::from_mode(0o000)).unwrap();
    a_day_later(&lab);
    lab.run("renew").succeeded();
    std::fs::remove_file(&accounts).unwrap();
    std::fs::rename(&aside, &accounts).unwrap();
}

#[test]
fn a_registration_that_cannot_be_read_does_not_hide_what_else_broke() {
    let lab = Lab::new();
    lab.delegate_all(&["a.example.test", "b.example.test"].map(str::to_owned));
    lab.run("issue -d a.example.test --agree-tos").succeeded();
    lab.run("issue -d b.example.test").succeeded();
    std::fs::write(lab.registration_path("a.example.test"), "{").unwrap();
    lab.sandbox.host.remove("_acme-challenge.b.example.test").unwrap();
    a_day_later(&lab);
    let run = lab.run("renew --json");
    let message = |at: usize| run.json()["lineages"][at]["broken"][0]["faults"][0]["message"].to_string();
    assert_eq!(run.status, 3, "{}", run.transcript());
    assert!(message(0).contains("is damaged at line 1") && message(1).contains("has no CNAME yet"), "{}", run.stdout);
}
