//! Accounts at Pebble: made by certbot and lego, bound to external accounts, given other keys.

use std::fs;

use crate::support::outer::Outer;
use crate::support::programs::clients::{certbot, lego};
use crate::support::proof::prove;

const KEY: &str = "zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W";
const OTHER: &str = "b10lLJs8l1GPIzsLP0s6pMt8O0XVGnfTaCeROxQM0BIt2XrJMDHJZBM5NuQmQJQH";

#[test]
fn accounts_of_certbot_and_lego_are_taken_over_and_order_certificates() {
    let outer = Outer::new();
    let made = [
        ("certbot", certbot(&outer), "letsencrypt", "RSA 2048"),
        ("lego", lego(&outer, "ec384"), "lego", "ECDSA P-384"),
    ];
    for (name, uri, folder, kind) in &made {
        let imported = outer.run(&format!("acmeaccount import {folder} --account {name} --json")).succeeded().json();
        assert_eq!(
            (&imported["accounts"][0]["uri"], &imported["accounts"][0]["key_type"]),
            (&uri.as_str().into(), &(*kind).into())
        );
    }
    let listed = outer.run("acmeaccount list --json").succeeded().json();
    let mut uris: Vec<&str> =
        listed["accounts"].as_array().unwrap().iter().map(|one| one["uri"].as_str().unwrap()).collect();
    let mut expected: Vec<&str> = made.iter().map(|(_, uri, ..)| uri.as_str()).collect();
    uris.sort_unstable();
    expected.sort_unstable();
    assert_eq!(uris, expected);

    outer.delegate(&["example.test"]);
    for (name, ..) in &made {
        outer.run(&format!("issue -d example.test --name {name} --account {name}")).succeeded();
        prove(&outer.live(name), &["example.test"], outer.root());
        outer.openssl_verifies(name);
    }
    // The new key is of another kind, and the account the same.
    let rolled = outer.run("acmeaccount rollover --account certbot --key-type ecdsa-p256 --json").succeeded().json();
    assert_eq!(
        (&rolled["account"]["uri"], &rolled["account"]["key_type"]),
        (&made[0].1.as_str().into(), &"ECDSA P-256".into())
    );
    outer.run("renew certbot --force").succeeded();
    outer.openssl_verifies("certbot");
}

#[test]
fn an_external_account_vouches_for_a_new_one() {
    let outer = Outer::for_customers(&[("kid-1", KEY)]);
    for (name, key) in [("right.key", KEY), ("wrong.key", OTHER)] {
        fs::write(outer.path().join(name), key).unwrap();
    }
    let add = |flags: &str| outer.run(&format!("acmeaccount add --agree-tos --email a@example.test {flags}"));
    let missing = add("");
    assert_eq!(missing.status, 3, "{}", missing.transcript());
    assert!(missing.stderr.contains("makes accounts for its customers only"), "{}", missing.transcript());
    for flags in ["--eab-kid kid-2 --eab-hmac-key-file right.key", "--eab-kid kid-1 --eab-hmac-key-file wrong.key"] {
        let refused = add(flags);
        assert_eq!(refused.status, 3, "{}", refused.transcript());
        assert!(refused.stderr.contains("does not accept the external account binding"), "{}", refused.transcript());
    }
    let added = add("--eab-kid kid-1 --eab-hmac-key-file right.key --json").succeeded().json();
    assert_eq!(added["accounts"][0]["status"], "valid");
}

#[test]
fn every_kind_of_account_key_that_pebble_takes_orders_a_certificate() {
    let outer = Outer::new();
    outer.delegate(&["example.test"]);
    for key_type in ["ecdsa-p256", "ecdsa-p384", "rsa2048", "rsa4096"] {
        outer.run(&format!("acmeaccount add --agree-tos --account {key_type} --key-type {key_type}")).succeeded();
        outer.run(&format!("issue -d example.test --name {key_type} --account {key_type}")).succeeded();
        outer.openssl_verifies(key_type);
    }
    // Pebble knows no EdDSA, and says so; nothing is left behind.
    let refused = outer.run("acmeaccount add --agree-tos --account edwards --key-type ed25519");
    assert!(
        refused.status == 1 && refused.stderr.contains("of another kind with `--key-type`"),
        "{}",
        refused.transcript()
    );
    assert!(!outer.run("acmeaccount list").succeeded().stdout.contains("Ed25519"));
}

#[test]
fn an_account_is_changed_and_ended() {
    let outer = Outer::new();
    outer.run("acmeaccount add --agree-tos --email a@example.test").succeeded();
    let updated = outer.run("acmeaccount update --email b@example.test --json").succeeded().json();
    assert_eq!(updated["account"]["contact"][0], "mailto:b@example.test");
    assert_eq!(outer.run("acmeaccount show --json").succeeded().json()["account"], updated["account"]);
    let ended = outer.run("acmeaccount deactivate --yes --json").succeeded().json();
    assert_eq!(ended["account"]["status"], "deactivated");
    assert_eq!(outer.run("acmeaccount show --json").succeeded().json()["account"]["status"], "deactivated");
}
