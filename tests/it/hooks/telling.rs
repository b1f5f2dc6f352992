//! What hooks are told, and what they are not.

use snapbox::str;

use super::{issue, read};
use crate::support::{Lab, same};

/// The variables that certdns set, without those of the shell.
fn told(lab: &Lab, file: &str) -> String {
    let of_shell = ["PWD=", "SHLVL=", "_=", "OLDPWD=", "PATH="];
    let mut lines: Vec<String> = read(lab, file).lines().map(|line| format!("{line}\n")).collect();
    lines.retain(|line| !of_shell.iter().any(|name| line.starts_with(name)));
    lines.concat()
}

/// Has everything made of a certificate, and every hook write down what it is told.
fn issued_with_everything(lab: &Lab) {
    let hooks = ["--pre-hook", "@each env | sort > pre", "--deploy-hook", "@each env | sort > deploy"];
    let outputs = ["--combined", "--der", "--pfx", "--install", "fullchain=x.pem"];
    let names = ["-d", "*.example.test", "--post-hook", "@each env | sort > post"];
    issue(lab, "example.test", &[&hooks[..], &outputs, &names].concat()).succeeded();
}

#[test]
fn a_hook_for_one_lineage_is_told_everything_about_it() {
    let lab = Lab::new().delegated("example.test");
    issued_with_everything(&lab);
    same(
        &told(&lab, "pre"),
        str![[r#"
CERTDNS_CA=https://localhost:[PORT]/directory
CERTDNS_CONFIG=[DIR]/config.toml
CERTDNS_HOOK=pre
CERTDNS_LINEAGE=example.test
CERTDNS_LIVE=[DIR]/state/lineages/example.test/live
CERTDNS_NAMES=example.test *.example.test
CERTDNS_REASON=there is none yet
CERTDNS_STATE_DIR=[DIR]/state
NO_COLOR=1
RENEWED_LINEAGE=[DIR]/state/lineages/example.test/live
TZ=UTC

"#]],
    );
    same(
        &told(&lab, "deploy"),
        str![[r#"
CERTDNS_CA=https://localhost:[PORT]/directory
CERTDNS_CERT=[DIR]/state/lineages/example.test/live/cert.pem
CERTDNS_CERT_DER=[DIR]/state/lineages/example.test/outputs/cert.der
CERTDNS_CHAIN=[DIR]/state/lineages/example.test/live/chain.pem
CERTDNS_COMBINED=[DIR]/state/lineages/example.test/outputs/combined.pem
CERTDNS_CONFIG=[DIR]/config.toml
CERTDNS_FULLCHAIN=[DIR]/state/lineages/example.test/live/fullchain.pem
CERTDNS_GENERATION=1
CERTDNS_HOOK=deploy
CERTDNS_INSTALLED=[DIR]/x.pem
CERTDNS_LINEAGE=example.test
CERTDNS_LINEAGES=example.test
CERTDNS_LIVE=[DIR]/state/lineages/example.test/live
CERTDNS_LIVES=[DIR]/state/lineages/example.test/live
CERTDNS_NAMES=example.test *.example.test
CERTDNS_NOT_AFTER=[TIME]
CERTDNS_OUTPUTS=[DIR]/state/lineages/example.test/outputs
CERTDNS_PFX=[DIR]/state/lineages/example.test/outputs/certificate.pfx
CERTDNS_PFX_PASSWORD_FILE=[DIR]/state/lineages/example.test/outputs/pfx-password.txt
CERTDNS_PRIVKEY=[DIR]/state/lineages/example.test/live/privkey.pem
CERTDNS_PRIVKEY_DER=[DIR]/state/lineages/example.test/outputs/privkey.der
CERTDNS_REASON=there is none yet
CERTDNS_STATE_DIR=[DIR]/state
NO_COLOR=1
RENEWED_DOMAINS=example.test *.example.test
RENEWED_LINEAGE=[DIR]/state/lineages/example.test/live
TZ=UTC

"#]],
    );
}

#[test]
fn what_changes_with_a_renewal_and_from_hook_to_hook_is_told() {
    let lab = Lab::new().delegated("example.test");
    issued_with_everything(&lab);
    let first = told(&lab, "deploy");
    lab.run("renew --force").succeeded();
    let deploy = told(&lab, "deploy");
    let changes = |before: &str, now: &str| {
        let new = now.lines().filter(|line| !before.contains(line)).map(|line| format!("{line}\n"));
        let gone = before.lines().filter(|line| !now.contains(line)).map(|line| format!("- {line}\n"));
        new.chain(gone).filter(|line| !line.contains("NOT_AFTER")).collect::<String>()
    };
    same(
        &changes(&first, &deploy),
        str![[r#"
CERTDNS_GENERATION=2
CERTDNS_PREVIOUS=[DIR]/state/lineages/example.test/0001
CERTDNS_REASON=forced
- CERTDNS_GENERATION=1
- CERTDNS_REASON=there is none yet

"#]],
    );
    same(
        &changes(&deploy, &told(&lab, "pre")),
        str![[r#"
CERTDNS_GENERATION=1
CERTDNS_HOOK=pre
- CERTDNS_GENERATION=2
- CERTDNS_HOOK=deploy
- CERTDNS_LINEAGES=example.test
- CERTDNS_LIVES=[DIR]/state/lineages/example.test/live
- CERTDNS_PREVIOUS=[DIR]/state/lineages/example.test/0001
- RENEWED_DOMAINS=example.test *.example.test

"#]],
    );
    same(
        &changes(&deploy, &told(&lab, "post")),
        str![[r#"
CERTDNS_FAILED=
CERTDNS_HOOK=post
CERTDNS_RENEWED=example.test
FAILED_DOMAINS=
- CERTDNS_HOOK=deploy
- CERTDNS_LINEAGES=example.test
- CERTDNS_LIVES=[DIR]/state/lineages/example.test/live

"#]],
    );
}

#[test]
fn a_hook_for_all_lineages_is_told_lists() {
    let lab = Lab::new().delegated("a.example.test").delegated("b.example.test");
    for name in ["a.example.test", "b.example.test"] {
        issue(&lab, name, &["--pre-hook", "env | sort > pre", "--deploy-hook", "env | sort > deploy"]).succeeded();
    }
    lab.run_words(&["renew", "--force", "--post-hook", "env | sort > post"]).succeeded();
    same(
        &told(&lab, "pre"),
        str![[r#"
CERTDNS_CONFIG=[DIR]/config.toml
CERTDNS_HOOK=pre
CERTDNS_STATE_DIR=[DIR]/state
NO_COLOR=1
TZ=UTC

"#]],
    );
    same(
        &told(&lab, "deploy"),
        str![[r#"
[DIR]/state/lineages/b.example.test/live
CERTDNS_CONFIG=[DIR]/config.toml
CERTDNS_HOOK=deploy
CERTDNS_LINEAGES=a.example.test b.example.test
CERTDNS_LIVES=[DIR]/state/lineages/a.example.test/live
CERTDNS_NAMES=a.example.test b.example.test
CERTDNS_STATE_DIR=[DIR]/state
NO_COLOR=1
RENEWED_DOMAINS=a.example.test b.example.test
TZ=UTC

"#]],
    );
    same(
        &told(&lab, "post"),
        str![[r#"
CERTDNS_CONFIG=[DIR]/config.toml
CERTDNS_FAILED=
CERTDNS_HOOK=post
CERTDNS_RENEWED=a.example.test b.example.test
CERTDNS_STATE_DIR=[DIR]/state
FAILED_DOMAINS=
NO_COLOR=1
RENEWED_DOMAINS=a.example.test b.example.test
TZ=UTC

"#]],
    );
}

#[test]
fn a_key_that_is_elsewhere_is_not_told_of() {
    let lab = Lab::new().delegated("example.test");
    let key = rcgen::KeyPair::generate().unwrap();
    let mut parameters = rcgen::CertificateParams::new(vec!["example.test".to_owned()]).unwrap();
    parameters.distinguished_name = rcgen::DistinguishedName::new();
    let request = parameters.serialize_request(&key).unwrap().pem().unwrap();
    std::fs::write(lab.path().join("request.pem"), request).unwrap();
    let hook = "echo ${CERTDNS_PRIVKEY-none} $(basename $CERTDNS_CERT) > log";
    lab.run_words(&["issue", "--csr", "request.pem", "--agree-tos", "--deploy-hook", hook]).succeeded();
    assert_eq!(read(&lab, "log"), "none cert.pem\n");
}

#[test]
fn no_secret_of_certdns_reaches_a_hook() {
    let lab = Lab::new().delegated("example.test");
    let secrets = [
        "CERTDNS_EAB_HMAC_KEY",
        "CERTDNS_ACME_DNS_KEY",
        "CERTDNS_WEBHOOK_SECRET",
        "CERTDNS_LINEAGE",
        "RENEWED_LINEAGE",
    ];
    let environment: Vec<(&str, &str)> = secrets
        .map(|name| (name, "aHVudGVyMg"))
        .into_iter()
        .chain([("MINE", "kept"), ("CERTDNS_WEBHOOK", "http://127.0.0.1:9/aHVudGVyMg")])
        .collect();
    issue(&lab, "example.test", &["--deploy-hook", "env > deploy; tr '\\0' '\\n' < /proc/$PPID/cmdline > arguments"])
        .succeeded();
    lab.run_with("renew --force", &environment).succeeded();
    let told = told(&lab, "deploy");
    assert!(told.contains("MINE=kept\n") && !told.contains("aHVudGVyMg"), "{told}");
    assert!(!told.contains("CERTDNS_ACME_DNS=") && !told.contains("RENEWED_LINEAGE"), "{told}");
}
