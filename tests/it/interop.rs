//! The same journeys against Pebble, Unbound and BIND.

mod accounts;

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
