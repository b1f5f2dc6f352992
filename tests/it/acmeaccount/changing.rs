//! Accounts are shown, changed, carried away, and ended.

use certdns::sandbox::Stage;
use certdns::sandbox::authority::Problem;
use snapbox::str;

use crate::support::{Lab, same};

/// A lab with an account and a certificate that was ordered with it.
fn lab() -> Lab {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos --email admin@example.test").succeeded();
    lab
}

#[test]
fn an_account_is_shown_as_the_ca_has_it() {
    let lab = lab();
    same(
        &lab.run("acmeaccount show").transcript(),
        str![[r#"
0
--- stdout
localhost:[PORT]
  account URI  https://localhost:[PORT]/account/1
  contact      mailto:admin@example.test
  status       valid
  key          ECDSA P-256, thumbprint [THUMBPRINT]
  certificates example.test

  CAA records that let only this account issue, by dns-01 only:

@ CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
@ CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
--- stderr

"#]],
    );
}

#[test]
fn a_contact_address_is_changed_at_the_ca_and_taken_away() {
    let lab = lab();
    let contact = |run: crate::support::Run| run.succeeded().json()["account"]["contact"].clone();
    let changed = contact(lab.run("acmeaccount update --email ops@example.test --json"));
    assert_eq!(changed, serde_json::json!(["mailto:ops@example.test"]));
    assert_eq!(contact(lab.run("acmeaccount show --json")), changed);
    assert_eq!(contact(lab.run("acmeaccount update --no-email --json")), serde_json::json!([]));
    same(
        &lab.run("acmeaccount update").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: the following required arguments were not provided:
  <--email <ADDR>|--no-email|--name <NAME>|--default>

Usage: certdns acmeaccount update <--email <ADDR>|--no-email|--name <NAME>|--default>

For more information, try '--help'.

"#]],
    );
}

#[test]
fn an_address_that_the_ca_does_not_take_changes_nothing() {
    let lab = lab();
    let refused = Problem::new(400, "invalidContact", "example.test has no mail server");
    lab.sandbox.authority.manners(|manners| manners.refuse_next = [(Stage::Account, refused)].into());
    same(
        &lab.run("acmeaccount update --email ops@example.test").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: could not change the contact address of the ACME account https://localhost:[PORT]/account/1
  cause: localhost:[PORT] says: example.test has no mail server (invalidContact)
   hint: the CA cannot write to this address; give another with `--email`, or none

"#]],
    );
    assert_eq!(lab.account()["contact"][0], "mailto:admin@example.test");
}

#[test]
fn an_account_is_not_ended_unless_somebody_says_so() {
    let lab = lab();
    let uri = lab.account()["uri"].as_str().unwrap().to_owned();
    let pin = format!("@ CAA 0 issue \"sandbox.test; accounturi={uri}\"");
    lab.sandbox.host.add_record(&pin).unwrap();
    same(
        &lab.run("acmeaccount deactivate").transcript(),
        str![[r#"
3
--- stdout
--- stderr
warning: the CAA records of example.test pin the ACME account https://localhost:[PORT]/account/1, and no other may issue; pin another account first: `certdns caa NAME` prints the records
warning: these certificates are ordered with the account: example.test
error: nothing was done: nobody said yes
   hint: run the same command at a terminal and say `y`, or with `--yes`

"#]],
    );
    assert_eq!(lab.account()["status"], "valid");
    same(
        &lab.run("acmeaccount deactivate --yes").transcript(),
        str![[r#"
0
--- stdout
The account is no more.

localhost:[PORT]
  account URI  https://localhost:[PORT]/account/1
  contact      mailto:admin@example.test
  status       deactivated
  key          ECDSA P-256, thumbprint [THUMBPRINT]
  certificates example.test
--- stderr
warning: the CAA records of example.test pin the ACME account https://localhost:[PORT]/account/1, and no other may issue; pin another account first: `certdns caa NAME` prints the records
warning: these certificates are ordered with the account: example.test

"#]],
    );
    assert_eq!(lab.account()["status"], "deactivated");
}

#[test]
fn an_end_whose_answer_is_lost_is_an_end() {
    let lab = lab();
    lab.sandbox.authority.manners(|manners| manners.lose_answers = [Stage::Account].into());
    lab.run("acmeaccount deactivate --yes").succeeded();
    assert_eq!(lab.account()["status"], "deactivated");
    // A new account is made, and the certificate renewed with it.
    let run = lab.run("renew --force").transcript();
    assert!(run.contains("https://localhost:") && run.contains("is deactivated; another is used"), "{run}");
}

#[test]
fn an_account_that_the_ca_still_has_is_not_taken_for_ended() {
    let lab = lab();
    let refused = || (Stage::Account, Problem::new(403, "unauthorized", "not today"));
    lab.sandbox.authority.manners(|manners| manners.refuse_next = [refused()].into());
    let run = lab.run("acmeaccount deactivate --yes");
    assert_eq!(run.status, 1, "{}", run.transcript());
    assert!(run.stderr.contains("not today (unauthorized)"), "{}", run.transcript());
    assert_eq!(lab.account()["status"], "valid");
    // What the file says is no reason not to ask.
    let text = lab.account().to_string().replace("\"valid\"", "\"deactivated\"");
    std::fs::write(super::account_file(&lab), text).unwrap();
    lab.run("acmeaccount show").succeeded();
    assert_eq!(lab.account()["status"], "valid");
    lab.run("acmeaccount deactivate --yes").succeeded();
    let shown = lab.run("acmeaccount show --json").succeeded().json();
    assert_eq!(shown["account"]["status"], "deactivated");
}

#[test]
fn an_account_is_carried_to_another_machine_in_a_file_for_its_owner() {
    let lab = lab();
    same(
        &lab.run("acmeaccount export account.json").transcript(),
        str![[r#"
0
--- stdout
The ACME account https://localhost:[PORT]/account/1 is in account.json. Whoever has this file can act as the account.
--- stderr

"#]],
    );
    same(
        &lab.run("acmeaccount export account.json").transcript(),
        str![[r#"
1
--- stdout
--- stderr
error: could not write account.json
  cause: File exists (os error 17)
   hint: name a file that is not there yet: nothing is overwritten

"#]],
    );
    let exported: serde_json::Value =
        serde_json::from_slice(&std::fs::read(lab.path().join("account.json")).unwrap()).unwrap();
    assert_eq!((&exported["key"], &exported["uri"]), (&lab.account()["key"], &lab.account()["uri"]));
    lab.run("acmeaccount export account.pem --format pem").succeeded();
    let pem = std::fs::read_to_string(lab.path().join("account.pem")).unwrap();
    assert_eq!(lab.account()["key"], *pem);
    #[cfg(unix)]
    for name in ["account.json", "account.pem"] {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(lab.path().join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
#[cfg(unix)]
fn no_key_goes_to_a_terminal() {
    let lab = lab();
    let run = lab.run("acmeaccount export /dev/stdout");
    assert_eq!((run.status, run.stdout.as_str()), (1, ""), "{}", run.transcript());
}

#[test]
fn an_account_is_forgotten_here_only() {
    let lab = lab();
    assert_eq!(lab.run("acmeaccount remove").status, 3);
    same(
        &lab.run("acmeaccount remove --yes").transcript(),
        str![[r#"
0
--- stdout
The ACME account https://localhost:[PORT]/account/1 at localhost:[PORT] is forgotten here. The CA still has it.
--- stderr
warning: these certificates are ordered with the account: example.test

"#]],
    );
    assert!(!lab.files().contains("key-"), "{}", lab.files());
    same(
        &lab.run("acmeaccount show").transcript(),
        str![[r#"
3
--- stdout
--- stderr
error: there is no ACME account at localhost:[PORT]
   hint: make one, or take one over from another client
         certdns acmeaccount add --agree-tos
   hint: or name another CA with `--ca`; `certdns acmeaccount list` shows all accounts

"#]],
    );
    assert_eq!(lab.sandbox.authority.accounts(), 1);
}
