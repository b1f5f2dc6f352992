//! Renewals that fail: remembered, told, and tried again with patience.

use std::time::Duration;

use certdns::sandbox::Stage;
use certdns::sandbox::authority::Problem;
use jiff::Timestamp;
use serde_json::json;
use snapbox::str;

use super::short_lived;
use crate::support::{Lab, same};

/// A lab whose one certificate is due, at a CA that refuses.
fn refused() -> Lab {
    let lab = short_lived().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    refuse(&lab);
    lab
}

fn refuse(lab: &Lab) {
    let problem = Problem::new(403, "rejectedIdentifier", "example.test is on a list");
    lab.sandbox.authority.manners(|manners| manners.refuse_next.push_back((Stage::NewOrder, problem)));
}

#[test]
fn what_failed_at_the_ca_is_left_alone_for_a_while() {
    let lab = refused();
    assert_eq!(lab.run("renew").status, 1);
    let orders = lab.stages(Stage::NewOrder);
    same(
        &lab.run("renew").transcript(),
        str![[r#"
1
--- stdout
example.test: failed once since [TIME] ([SPAN]), tried again [TIME] ([SPAN]) (now with `--force`)
  error: localhost:[PORT] says: example.test is on a list (rejectedIdentifier)
   hint: the CA does not issue for this name; leave it out or choose another CA with `--ca`
--- stderr

"#]],
    );
    assert_eq!(lab.stages(Stage::NewOrder), orders, "the CA is not asked");
}

#[test]
fn force_tries_again_at_once_and_success_forgets_what_was() {
    let lab = refused();
    assert_eq!(lab.run("renew").status, 1);
    assert_eq!(lab.renewal("example.test")["failure"]["count"], 1);
    lab.run("renew --force").succeeded();
    assert_eq!(lab.renewal("example.test").get("failure"), None);
}

#[test]
fn each_failure_counts_and_a_short_life_is_never_slept_through() {
    let lab = refused();
    assert_eq!(lab.run("renew").status, 1);
    refuse(&lab);
    assert_eq!(lab.run("renew --force").status, 1);
    let failure = lab.renewal("example.test")["failure"].clone();
    let at = |name: &str| failure[name].as_str().unwrap().parse::<Timestamp>().unwrap();
    assert_eq!(failure["count"], 2);
    assert!(at("since") < at("at"));
    assert!(at("retry_at").duration_since(at("at")).as_secs() < 8, "{failure}");
}

#[test]
fn when_its_time_has_come_it_is_tried_again() {
    let lab = refused();
    assert_eq!(lab.run("renew").status, 1);
    lab.change_renewal("example.test", |renewal| {
        renewal["failure"]["retry_at"] = json!(Timestamp::now() - Duration::from_secs(1));
    });
    lab.run("renew").succeeded();
    assert_eq!(lab.lineage("example.test")["live"], 2);
}

#[test]
fn a_failure_before_the_ca_was_asked_is_no_reason_to_wait() {
    let lab = short_lived().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    lab.sandbox.host.remove("_acme-challenge.example.test").unwrap();
    assert_eq!(lab.run("renew").status, 3);
    lab.delegate("example.test");
    lab.run("renew").succeeded();
    assert_eq!(lab.lineage("example.test")["live"], 2);
}

#[test]
fn what_is_remembered_can_be_lost_or_damaged() {
    let lab = refused();
    assert_eq!(lab.run("renew").status, 1);
    std::fs::write(lab.state().join("lineages/example.test/renewal.json"), "{").unwrap();
    lab.run("renew").succeeded();
    assert_eq!(lab.lineage("example.test")["live"], 2);
}
