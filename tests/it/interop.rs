//! The same journeys against Pebble, Unbound and BIND.

mod accounts;
mod bundles;
mod moves;
mod registrations;
mod sharing;
#[cfg(target_os = "linux")]
mod timers;

use certdns::certificate::{Certificate, Chain, Request};

use crate::support::outer::Outer;
use crate::support::proof::prove;

const BOTH: &str = "issue -d example.test -d *.example.test --agree-tos";

/// New orders that Pebble has seen.
fn orders(outer: &Outer) -> usize {
    outer.pebble_log().matches("POST /order-plz").count()
}

#[test]
fn from_registration_to_renewal() {
    let outer = Outer::new();
    let early = outer.run(BOTH);
    assert_eq!(early.status, 3, "{}", early.transcript());
    let record =
        early.stderr.lines().map(str::trim).find(|line| line.starts_with("_acme-challenge.example.test. CNAME "));
    assert!(record.is_some_and(|record| record.ends_with(".auth.acme-dns.test.")), "{}", early.transcript());
    assert_eq!(orders(&outer), 0);

    assert_eq!(outer.run("check").status, 3);
    outer.delegate(&["example.test"]);
    outer.run("check").succeeded();

    outer.run(BOTH).succeeded();
    prove(&outer.live("example.test"), &["example.test", "*.example.test"], outer.root());
    outer.openssl_verifies("example.test");

    let (placed, again) = (orders(&outer), outer.run(BOTH).succeeded());
    assert!(again.stdout.contains("Nothing to do."), "{}", again.transcript());
    assert_eq!(orders(&outer), placed);

    outer.run("renew --force").succeeded();
    assert_eq!(std::fs::read_link(outer.live("example.test")).unwrap().to_str(), Some("0002"));
    outer.openssl_verifies("example.test");

    let accounts = outer.run("acmeaccount list --json").succeeded().json();
    assert!(accounts["accounts"][0]["uri"].as_str().unwrap().starts_with("https://localhost:"), "{accounts}");
}

#[test]
fn many_names_and_every_key_type() {
    let outer = Outer::new();
    let names = ["example.test", "www.example.test", "mail.example.test", "a.b.c.example.test"];
    outer.delegate(&names);
    outer.run(&format!("issue --name many --agree-tos -d {}", names.join(" -d "))).succeeded();
    prove(&outer.live("many"), &names, outer.root());
    for key_type in ["ecdsa-p256", "ecdsa-p384", "rsa2048", "rsa3072", "rsa4096"] {
        outer.run(&format!("issue -d www.example.test --name {key_type} --key-type {key_type}")).succeeded();
        prove(&outer.live(key_type), &["www.example.test"], outer.root());
        outer.openssl_verifies(key_type);
    }
}

#[test]
fn a_contact_address_reaches_the_ca() {
    let outer = Outer::new();
    let run = outer.run("acmeaccount add --agree-tos --email admin@example.test --json").succeeded();
    assert_eq!(run.json()["accounts"][0]["contact"], serde_json::json!(["mailto:admin@example.test"]));
    assert_eq!(run.json()["accounts"][0]["status"], "valid");
}

#[test]
fn half_of_all_nonces_rejected_is_survived() {
    let outer = Outer::rejecting_nonces(50);
    outer.delegate(&["example.test"]);
    outer.run(BOTH).succeeded();
    for _ in 0..4 {
        outer.run(&format!("{BOTH} --force")).succeeded();
    }
}

#[test]
fn the_resolver_view_works_through_unbound() {
    let outer = Outer::new();
    outer.delegate(&["example.test"]);
    let view = [("CERTDNS_DNS_VIEW", "resolver"), ("CERTDNS_NAME_SERVERS", "")];
    outer.run_with("check", &view).succeeded();
    outer.run_with(BOTH, &view).succeeded();
    outer.openssl_verifies("example.test");
}

#[test]
fn an_acme_dns_server_that_answers_as_acme_dns_does_is_enough() {
    let outer = Outer::new();
    outer.acme_dns().manners(|manners| manners.as_acme_dns = true);
    outer.delegate(&["example.test"]);
    outer.run(BOTH).succeeded();
    outer.openssl_verifies("example.test");
}

#[test]
fn names_with_any_error_are_not_ordered_and_all_their_problems_are_told() {
    let outer = Outer::new();
    outer.delegate(&["example.test"]);
    outer.run("acmeaccount add --agree-tos").succeeded();
    let run = outer.run("issue -d example.test -d www.example.test -d a.b.example.test -d nowhere.example.test");
    assert_eq!(run.status, 3, "{}", run.transcript());
    for name in ["www.example.test", "a.b.example.test", "nowhere.example.test"] {
        let record = format!("_acme-challenge.{name}. CNAME ");
        assert!(run.stderr.lines().any(|line| line.trim().starts_with(&record)), "{name}: {}", run.transcript());
    }
    assert_eq!(orders(&outer), 0);
}

#[test]
fn a_probe_proves_the_chain_at_a_server_that_answers_as_acme_dns_does() {
    let outer = Outer::new();
    outer.acme_dns().manners(|manners| manners.as_acme_dns = true);
    outer.delegate(&["example.test"]);
    let probed = outer.run("check --probe").succeeded();
    assert!(probed.stdout.contains("[probe-passed]"), "{}", probed.transcript());
    outer.run(BOTH).succeeded();
    let values =
        |outer: &Outer| outer.run("check --json").succeeded().json()["checks"][0]["observation"]["target"].clone();
    let before = values(&outer);
    outer.run("check --probe").succeeded();
    let sorted = |target: serde_json::Value| {
        let mut txt: Vec<String> = serde_json::from_value(target["servers"][0]["txt"].clone()).unwrap();
        txt.sort();
        txt
    };
    assert_eq!(sorted(values(&outer)), sorted(before));
    outer.run(&format!("{BOTH} --force")).succeeded();
}

fn leaf(outer: &Outer, lineage: &str) -> Certificate {
    let chain = std::fs::read_to_string(outer.live(lineage).join("fullchain.pem")).unwrap();
    Chain::parse(&chain).unwrap().leaf().clone()
}

#[test]
fn a_certificate_ends_when_the_order_says() {
    let outer = Outer::new();
    outer.delegate(&["example.test"]);
    let until = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(30 * 24);
    outer.run(&format!("{BOTH} --not-after {until}")).succeeded();
    let off = leaf(&outer, "example.test").not_after.duration_since(until).abs();
    assert!(off.as_mins() == 0, "{off:?}");
    outer.openssl_verifies("example.test");
    let refused = outer.run(&format!("{BOTH} --profile no-ca-has-this-one"));
    assert_eq!(refused.status, 2, "{}", refused.transcript());
}

#[test]
fn the_chain_to_the_other_root_is_had_where_it_is_preferred() {
    let outer = Outer::new();
    outer.delegate(&["example.test"]);
    let root = outer.alternate_root();
    let name = Chain::parse(&root).unwrap().root_name().unwrap();
    let words: Vec<&str> = BOTH.split(' ').chain(["--preferred-chain", &name]).collect();
    outer.run_words(&words).succeeded();
    prove(&outer.live("example.test"), &["example.test", "*.example.test"], &root);
    outer.run("renew --force").succeeded();
    prove(&outer.live("example.test"), &["example.test", "*.example.test"], &root);
}

#[test]
fn a_request_is_signed_and_a_key_is_kept() {
    let outer = Outer::new();
    outer.delegate(&["example.test"]);
    let new = "req -new -newkey rsa:2048 -nodes -keyout key.pem -out request.pem -subj / -addext subjectAltName=DNS:example.test";
    let made = std::process::Command::new("openssl").current_dir(outer.path()).args(new.split(' ')).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let request = outer.path().join("request.pem");
    outer.run(&format!("issue --agree-tos --csr {}", request.display())).succeeded();
    outer.run("renew --force").succeeded();
    outer.openssl_verifies("example.test");
    let key = leaf(&outer, "example.test").public_key;
    assert_eq!(Request::parse(&std::fs::read(&request).unwrap()).unwrap().public_key(), key);

    outer.run("issue -d example.test --reuse-key").succeeded();
    let key = leaf(&outer, "example.test").public_key;
    outer.run("renew --force").succeeded();
    assert_eq!(leaf(&outer, "example.test").public_key, key);
}

#[test]
fn certificates_are_revoked_by_the_account_and_by_their_key() {
    let outer = Outer::new();
    outer.delegate(&["example.test"]);
    outer.run(&format!("{BOTH} --key-type ecdsa-p384")).succeeded();
    let shown = outer.run("show example.test --json").succeeded().json();
    assert!(shown["account"].as_str().unwrap().starts_with("https://localhost:"), "{shown}");
    outer.run("revoke example.test --reason superseded --yes").succeeded();
    let again = outer.run("revoke example.test --with-certificate-key --reason keyCompromise --yes --json");
    assert_eq!(again.succeeded().json()["already_revoked"], true);
    let renewed = outer.run("renew --json").succeeded().json();
    assert_eq!(renewed["lineages"][0]["reason"], "it was revoked");
    let by_key = outer.run("revoke example.test --with-certificate-key --reason keyCompromise --yes --json");
    assert_eq!(by_key.succeeded().json()["already_revoked"], false);
    outer.run("renew").succeeded();
    outer.openssl_verifies("example.test");
}
