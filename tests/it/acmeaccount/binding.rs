//! External account binding: who has an account at the CA's shop gets an ACME account.

use certdns::sandbox::Stage;
use certdns::sandbox::authority::ExternalAccounts;
use snapbox::str;

use crate::support::{Lab, same};

/// base64url, as CAs hand them out.
const KEY: &str = "zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W";
const OTHER: &str = "b10lLJs8l1GPIzsLP0s6pMt8O0XVGnfTaCeROxQM0BIt2XrJMDHJZBM5NuQmQJQH";

/// A CA that makes accounts for its customers only, and the key of one in a file.
fn lab() -> Lab {
    let lab = Lab::with(|options| options.authority.external_accounts = ExternalAccounts::required(&[("kid-1", KEY)]));
    for (name, key) in [("hmac.key", KEY), ("other.key", OTHER)] {
        std::fs::write(lab.path().join(name), format!("{key}\n")).unwrap();
    }
    lab
}

const ADD: &str = "acmeaccount add --agree-tos --email admin@example.test";

#[test]
fn a_customer_of_the_ca_gets_an_account_with_one_request() {
    for algorithm in ["HS256", "HS384", "hs512"] {
        let lab = lab();
        let line = format!("{ADD} --eab-kid kid-1 --eab-hmac-key-file hmac.key --eab-algorithm {algorithm} --json");
        let added = lab.run(&line).succeeded().json();
        assert_eq!(added["accounts"][0]["contact"][0], "mailto:admin@example.test");
        // The address came with the first request: some CAs make no account without one.
        assert_eq!((lab.accepted(Stage::NewAccount), lab.stages(Stage::Account)), (1, 0));
    }
}

#[test]
fn a_binding_that_is_missing_half_there_or_wrong_is_told_as_such() {
    let lab = lab();
    let lines = [
        ADD.to_owned(),
        format!("{ADD} --eab-kid kid-1"),
        format!("{ADD} --eab-kid kid-1 --eab-hmac-key-file nowhere.key"),
        format!("{ADD} --eab-kid kid-2 --eab-hmac-key-file hmac.key"),
        format!("{ADD} --eab-kid kid-1 --eab-hmac-key-file other.key"),
    ];
    let told: String = lines.iter().map(|line| format!("$ {line}\n{}", lab.run(line).transcript())).collect();
    same(
        &told,
        str![[r#"
$ acmeaccount add --agree-tos --email admin@example.test
3
--- stdout
--- stderr
error: could not create an ACME account at localhost:[PORT]
  cause: localhost:[PORT] makes accounts for its customers only, and no external account binding is given
   hint: take the key identifier and the HMAC key from your account at the CA's site, the key into a file; then
         certdns acmeaccount add --eab-kid KID --eab-hmac-key-file FILE
$ acmeaccount add --agree-tos --email admin@example.test --eab-kid kid-1
2
--- stdout
--- stderr
error: could not create an ACME account at localhost:[PORT]
  cause: an external account binding needs a key identifier and an HMAC key, and the HMAC key is missing
   hint: give both: `--eab-kid` or CERTDNS_EAB_KID, and `--eab-hmac-key-file`, CERTDNS_EAB_HMAC_KEY_FILE or CERTDNS_EAB_HMAC_KEY
$ acmeaccount add --agree-tos --email admin@example.test --eab-kid kid-1 --eab-hmac-key-file nowhere.key
2
--- stdout
--- stderr
error: could not create an ACME account at localhost:[PORT]
  cause: could not read the key file nowhere.key
  cause: No such file or directory (os error 2)
   hint: `--eab-hmac-key-file` takes a file that holds nothing but the key
$ acmeaccount add --agree-tos --email admin@example.test --eab-kid kid-2 --eab-hmac-key-file hmac.key
3
--- stdout
--- stderr
creating an ACME account at localhost:[PORT]
error: could not create an ACME account at localhost:[PORT]
  cause: localhost:[PORT] does not accept the external account binding with the key identifier "kid-2"
  cause: localhost:[PORT] says: There is no such external account (unauthorized)
   hint: copy the key identifier (`--eab-kid`) and the HMAC key (`--eab-hmac-key-file`) once more, as a pair, from the CA's site; at many CAs a pair is good for one account
$ acmeaccount add --agree-tos --email admin@example.test --eab-kid kid-1 --eab-hmac-key-file other.key
3
--- stdout
--- stderr
creating an ACME account at localhost:[PORT]
error: could not create an ACME account at localhost:[PORT]
  cause: localhost:[PORT] does not accept the external account binding with the key identifier "kid-1"
  cause: localhost:[PORT] says: The MAC does not fit the key of the external account (unauthorized)
   hint: copy the key identifier (`--eab-kid`) and the HMAC key (`--eab-hmac-key-file`) once more, as a pair, from the CA's site; at many CAs a pair is good for one account

"#]],
    );
    // Nothing is left behind, and the right pair then does.
    assert!(!lab.files().contains("key-"), "{}", lab.files());
    lab.run(&format!("{ADD} --eab-kid kid-1 --eab-hmac-key-file hmac.key")).succeeded();
}

#[test]
fn the_first_certificate_makes_its_account_with_what_the_environment_says() {
    let lab = lab().delegated("example.test");
    let issue = "issue -d example.test --agree-tos";
    same(
        &lab.run(issue).transcript(),
        str![[r#"
3
--- stdout
--- stderr
asking DNS about _acme-challenge.example.test
error: could not issue a certificate for example.test
  cause: could not create an ACME account at localhost:[PORT]
  cause: localhost:[PORT] makes accounts for its customers only, and no external account binding is given
   hint: take the key identifier and the HMAC key from your account at the CA's site, the key into a file; then
         certdns acmeaccount add --eab-kid KID --eab-hmac-key-file FILE

"#]],
    );
    lab.run_with(issue, &[("CERTDNS_EAB_KID", "kid-1"), ("CERTDNS_EAB_HMAC_KEY", KEY)]).succeeded();
}

#[test]
fn the_configuration_file_may_name_the_pair() {
    let lab = lab();
    let config = "eab-kid = 'kid-1'\neab-hmac-key-file = 'hmac.key'\n";
    std::fs::write(lab.path().join("bound.toml"), config).unwrap();
    lab.run(&format!("{ADD} --config bound.toml")).succeeded();
}

#[test]
fn the_key_of_the_external_account_is_never_shown_nor_kept() {
    let lab = lab();
    let right = [("CERTDNS_EAB_KID", "kid-1"), ("CERTDNS_EAB_HMAC_KEY", KEY)];
    let wrong = [("CERTDNS_EAB_KID", "kid-1"), ("CERTDNS_EAB_HMAC_KEY", OTHER)];
    let none = [("CERTDNS_EAB_KID", "kid-1"), ("CERTDNS_EAB_HMAC_KEY", "s%cret-of-the-shop")];
    for (environment, key) in [(none, "s%cret"), (wrong, OTHER), (right, KEY)] {
        for more in ["", " -vv", " --json"] {
            let told = lab.run_with(&format!("{ADD}{more}"), &environment).transcript();
            assert!(!told.contains(key), "{told}");
        }
    }
    assert!(!lab.account().to_string().contains(KEY));
}
