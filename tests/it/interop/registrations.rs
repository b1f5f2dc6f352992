//! Registrations go to certbot with certbot-dns-acmedns, and come back from it.

use std::fs;

use crate::support::outer::Outer;
use crate::support::programs::clients::certbot_dns_acmedns;
use crate::support::programs::run;
use crate::support::proof::prove;

const NAMES: [&str; 2] = ["example.test", "*.example.test"];

#[test]
fn certbot_issues_with_our_export_and_we_with_its_registration_file() {
    let outer = Outer::new();
    let registered = outer.run("register example.test --state-dir elsewhere --json").succeeded().json();
    outer.add_to_zone(&format!("{}\n", registered["registrations"][0]["record"].as_str().unwrap()));
    outer.run("register example.test --state-dir elsewhere --wait=30s").succeeded();

    fs::create_dir(outer.path().join("certbot")).unwrap();
    let export = "registration export certbot/acme-registration.json --format acme-dns-auth --state-dir elsewhere";
    outer.run(export).succeeded();
    let live = certbot_dns_acmedns(&outer, "certbot/acme-registration.json", &NAMES);
    fs::write(outer.path().join("pebble-root.pem"), outer.root()).unwrap();
    let verify = ["verify", "-CAfile", "pebble-root.pem", "-untrusted"];
    let files = ["chain.pem", "cert.pem"].map(|file| live.join(file).display().to_string());
    run(outer.path(), "openssl", &[&verify[..], &[&files[0], &files[1]]].concat());

    // Nothing is known here but what certbot has.
    let imported = outer.run("registration import certbot --probe --json").succeeded().json();
    let file = &imported["files"][0];
    assert_eq!((&file["client"], &file["registrations"][0]["stands"]), (&"acme-dns-auth".into(), &true.into()));
    assert!(file["said"][0].as_str().unwrap().ends_with("from certbot's settings beside it"), "{file}");
    outer.run("issue -d example.test -d *.example.test --agree-tos").succeeded();
    prove(&outer.live("example.test"), &NAMES, outer.root());
}
