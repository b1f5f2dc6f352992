//! `certdns ca`, as a person would use it.

use serde_json::json;
use snapbox::str;

use crate::support::{Lab, same};

#[test]
fn the_cas_with_a_name_are_listed_without_asking_anybody() {
    let lab = Lab::new();
    same(
        &lab.run("ca list").transcript(),
        str![[r#"
0
--- stdout
  NAME                 CA                               NEEDS        CAA              DIRECTORY
  letsencrypt          Let's Encrypt                    nothing      letsencrypt.org  https://acme-v02.api.letsencrypt.org/directory
  letsencrypt-staging  Let's Encrypt (staging)          nothing      letsencrypt.org  https://acme-staging-v02.api.letsencrypt.org/directory
  zerossl              ZeroSSL                          EAB          sectigo.com      https://acme.zerossl.com/v2/DV90
  google               Google Trust Services            EAB          pki.goog         https://dv.acme-v02.api.pki.goog/directory
  google-staging       Google Trust Services (staging)  EAB          pki.goog         https://dv.acme-v02.test-api.pki.goog/directory
  sslcom-rsa           SSL.com (RSA)                    EAB, e-mail  ssl.com          https://acme.ssl.com/sslcom-dv-rsa
  sslcom-ecc           SSL.com (ECC)                    EAB, e-mail  ssl.com          https://acme.ssl.com/sslcom-dv-ecc
  actalis              Actalis                          EAB, e-mail  actalis.it       https://acme-api.actalis.com/acme/directory

EAB: new accounts are bound to one that you have there (`--eab-kid`, `--eab-hmac-key-file`).
Any other CA: its directory URL with `--ca`, and its root with `--ca-root` where the system does not know it.
New certificates come from localhost:[PORT].
--- stderr

"#]],
    );
    assert!(lab.sandbox.history.exchanges().is_empty());
    let two = lab.run("ca list --ca letsencrypt --fallback-ca zerossl --fallback-ca google").succeeded();
    let sources =
        "from Let's Encrypt; when that is down or its limits are used up, from ZeroSSL, then Google Trust Services.\n";
    assert!(two.stdout.ends_with(sources), "{}", two.stdout);
    let listed = lab.run("ca list --ca zerossl --json").succeeded().json();
    let configured: Vec<&serde_json::Value> =
        listed["authorities"].as_array().unwrap().iter().filter(|one| one["configured"] == true).collect();
    assert_eq!(configured.len(), 1);
    assert_eq!(configured[0]["needs"], json!({ "external_account": true, "email": false }));
}

#[test]
fn a_ca_is_shown_with_all_that_it_says_about_itself() {
    let lab = Lab::new();
    same(
        &lab.run("ca show").transcript(),
        str![[r#"
0
--- stdout
localhost:[PORT]
  directory       https://localhost:[PORT]/directory
  terms           https://localhost:[PORT]/terms
  website         https://localhost:[PORT]/
  CAA identities  sandbox.test
  accounts        for everybody
  renewal dates   told (ARI, RFC 9773)

Profiles, for `certdns issue --profile NAME`:
  NAME        WHAT THE CA SAYS
  classic     What most clients want
  shortlived  Six days, for who renews by itself
--- stderr

"#]],
    );
    let shown = lab.run(&format!("ca show {} --json", lab.sandbox.authority.directory())).succeeded().json();
    let members: Vec<&String> = shown.as_object().unwrap().keys().collect();
    assert_eq!(
        members,
        [
            "caa_identities",
            "directory",
            "external_account_required",
            "name",
            "profiles",
            "renewal_info",
            "staging",
            "terms_of_service",
            "title",
            "website"
        ]
    );
    assert_eq!(shown["profiles"]["classic"], "What most clients want");
    assert_eq!(lab.files(), "");
}

#[test]
fn a_name_that_is_no_ca_is_told_with_those_that_are() {
    same(
        &Lab::new().run("ca show lets-encrypt").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: setting ca: "lets-encrypt" is neither the name of a CA nor a URL
   hint: the names are letsencrypt, letsencrypt-staging, zerossl, google, google-staging, sslcom-rsa, sslcom-ecc, actalis; for any other CA give its directory URL

"#]],
    );
    same(
        &Lab::new().run("issue -d example.test --ca letsencript").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: setting ca: "letsencript" is neither the name of a CA nor a URL
   hint: the names are letsencrypt, letsencrypt-staging, zerossl, google, google-staging, sslcom-rsa, sslcom-ecc, actalis; for any other CA give its directory URL

"#]],
    );
}

#[test]
fn a_ca_that_is_down_is_try_later() {
    let run = Lab::new().run("ca show https://127.0.0.1:9/directory");
    assert_eq!(run.status, 4, "{}", run.transcript());
    assert!(run.stderr.contains("could not ask 127.0.0.1:9"), "{}", run.transcript());
}
