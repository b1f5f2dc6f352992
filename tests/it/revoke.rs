//! `certdns revoke`, as a person would use it.

use snapbox::str;

use crate::support::{Lab, same};

const ISSUE: &str = "issue -d example.test --agree-tos";

fn lab() -> Lab {
    let lab = Lab::new().delegated("example.test");
    lab.run(ISSUE).succeeded();
    lab
}

/// The reasons for which the CA has revoked its certificates, in the order of issuance.
fn revoked(lab: &Lab) -> Vec<Option<u8>> {
    lab.sandbox.authority.certificates().iter().map(|one| one.revoked).collect()
}

#[test]
fn a_live_certificate_is_revoked_and_the_next_renewal_replaces_it() {
    let lab = lab();
    same(
        &lab.run("revoke example.test --reason superseded --yes").transcript(),
        str![[r#"
0
--- stdout
example.test: generation 1, serial [SERIAL], is revoked at localhost:[PORT] (superseded)
It is the live one. This gets another:

certdns renew example.test
--- stderr

"#]],
    );
    assert_eq!(revoked(&lab), [Some(4)]);
    same(
        &lab.run("list --offline").transcript(),
        str![[r#"
0
--- stdout
Certificates:
  LINEAGE       NAMES         CA               GOOD UNTIL            RENEWAL DUE                       FILES
  example.test  example.test  localhost:[PORT]  revoked (superseded)  [TIME] ([SPAN])  [DIR]/state/lineages/example.test/live

Registrations:
  NAME          ACME-DNS SERVER  CNAME TARGET
  example.test  127.0.0.1:[PORT]  [ID].auth.acme-dns.test
--- stderr

"#]],
    );
    assert!(lab.run("show example.test").succeeded().stdout.contains("generation 1 is live, revoked (superseded)"));
    let renewed = lab.run("renew --json").succeeded().json();
    assert_eq!(renewed["lineages"][0]["reason"], "it was revoked");
    assert_eq!(revoked(&lab), [Some(4), None]);
    assert!(lab.run("renew").succeeded().stdout.contains("not due"));
}

#[test]
fn an_older_generation_is_revoked_by_its_number() {
    let lab = lab();
    lab.run("renew --force").succeeded();
    lab.run("revoke example.test --generation 1 --yes").succeeded();
    assert_eq!(revoked(&lab), [Some(0), None]);
    assert!(lab.run("renew").succeeded().stdout.contains("not due"));
    assert_eq!(lab.lineage("example.test")["generations"]["1"]["revoked"]["reason"], "unspecified");
    same(
        &lab.run("revoke example.test --generation 7 --yes").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: could not revoke the certificate of example.test
  cause: example.test has no generation 7
   hint: `certdns show LINEAGE` tells which one is live

"#]],
    );
}

#[test]
fn whoever_has_the_certificates_key_needs_no_account() {
    let lab = lab();
    std::fs::remove_dir_all(lab.state().join("accounts")).unwrap();
    same(
        &lab.run("revoke example.test --yes").transcript(),
        str![[r#"
1
--- stdout
--- stderr
error: could not revoke the certificate of example.test
  cause: there is no ACME account for localhost:[PORT] here
   hint: whoever has the certificate's private key needs no account: add `--with-certificate-key`

"#]],
    );
    lab.run("revoke example.test --with-certificate-key --yes").succeeded();
    assert_eq!(revoked(&lab), [Some(0)]);
}

#[test]
fn every_kind_of_certificate_key_signs() {
    let lab = lab();
    for key_type in ["ecdsa-p384", "rsa2048"] {
        lab.run(&format!("{ISSUE} --name {key_type} --key-type {key_type}")).succeeded();
        lab.run(&format!("revoke {key_type} --with-certificate-key --reason keyCompromise --yes")).succeeded();
    }
    assert_eq!(revoked(&lab), [None, Some(1), Some(1)]);
}

#[test]
fn a_certificate_in_a_file_is_revoked_with_its_key_or_found_among_the_lineages() {
    let lab = lab();
    lab.run("renew --force").succeeded();
    let generation =
        |number: u32, file: &str| format!("{}/lineages/example.test/{number:04}/{file}", lab.state().display());
    let revoke = |number| format!("revoke --file {} --yes --json", generation(number, "cert.pem"));
    let by_account = lab.run(&revoke(1)).succeeded().json();
    assert_eq!((&by_account["lineage"], &by_account["generation"]), (&"example.test".into(), &1.into()));
    let elsewhere = lab.path().join("elsewhere").display().to_string();
    let other = [("CERTDNS_STATE_DIR", elsewhere.as_str())];
    let wrong = lab.run_with(&format!("{} --key-file {}", revoke(2), generation(1, "privkey.pem")), &other);
    assert!(wrong.stdout.contains("the private key is that of another certificate"), "{}", wrong.transcript());
    let by_key = lab.run_with(&format!("{} --key-file {}", revoke(2), generation(2, "privkey.pem")), &other);
    assert_eq!(by_key.succeeded().json()["by"], "certificate-key");
    assert_eq!(revoked(&lab), [Some(0), Some(0)]);
}

#[test]
fn revoked_before_is_no_failure() {
    let lab = lab();
    lab.run("revoke example.test --reason superseded --yes").succeeded();
    same(
        &lab.run("revoke example.test --yes").transcript(),
        str![[r#"
0
--- stdout
example.test: generation 1, serial [SERIAL], was revoked at localhost:[PORT] before
It is the live one. This gets another:

certdns renew example.test
--- stderr

"#]],
    );
    assert_eq!(lab.lineage("example.test")["generations"]["1"]["revoked"]["reason"], "superseded");
}

#[test]
fn without_a_person_to_ask_it_wants_a_yes() {
    let lab = lab();
    same(
        &lab.run("revoke example.test").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: could not revoke the certificate of example.test
  cause: this cannot be undone, and nobody is there to be asked
   hint: say so with `--yes`

"#]],
    );
    assert_eq!(revoked(&lab), [None]);
}

#[test]
fn a_compromised_key_is_never_used_again() {
    let lab = lab();
    lab.sandbox.authority.manners(|manners| manners.hold_finalize = true);
    let child = lab.spawn(&format!("{ISSUE} --force"));
    while lab.sandbox.authority.certificates().len() < 2 {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    let mut child = child;
    child.kill().unwrap();
    child.wait().unwrap();
    lab.sandbox.authority.manners(|manners| manners.hold_finalize = false);
    let pending = lab.pending_key("example.test");
    let key = lab.path().join("key.pem");
    std::fs::write(&key, &pending).unwrap();
    let file = lab.path().join("cert.pem");
    std::fs::write(&file, &lab.sandbox.authority.certificates()[1].pem).unwrap();
    let line = format!("revoke --file {} --key-file {} --reason keyCompromise --yes", file.display(), key.display());
    lab.run(&line).succeeded();
    lab.run(&format!("{ISSUE} --force")).succeeded();
    assert_ne!(lab.live("example.test", "privkey.pem"), pending);
}

#[test]
fn a_compromised_key_is_remembered_and_replaced_even_when_the_ca_refuses() {
    let lab = lab();
    lab.sandbox.authority.manners(|manners| manners.revocation_reasons.clear());
    let run = lab.run("revoke example.test --reason keyCompromise --yes");
    assert_eq!(run.status, 1, "{}", run.transcript());
    assert_eq!(std::fs::read_dir(lab.state().join("compromised")).unwrap().count(), 1);
    assert_eq!(revoked(&lab), [None]);
    assert!(lab.run("show example.test").succeeded().stdout.contains("its private key is compromised"));
    let renewed = lab.run("renew --json").succeeded().json();
    assert_eq!(renewed["lineages"][0]["reason"], "its private key is compromised");
    assert!(lab.run("renew").succeeded().stdout.contains("not due"));
}

#[test]
fn a_key_that_is_kept_is_not_kept_once_it_is_compromised() {
    let lab = lab();
    lab.run(&format!("{ISSUE} --reuse-key")).succeeded();
    let compromised = lab.live("example.test", "privkey.pem");
    lab.run("revoke example.test --reason keyCompromise --yes").succeeded();
    lab.run("renew").succeeded();
    let fresh = lab.live("example.test", "privkey.pem");
    assert_ne!(fresh, compromised);
    lab.run("renew --force").succeeded();
    assert_eq!(lab.live("example.test", "privkey.pem"), fresh);
    lab.run("revoke example.test --reason superseded --yes").succeeded();
    lab.run(ISSUE).succeeded();
    assert_eq!(lab.live("example.test", "privkey.pem"), fresh);
}
