//! Several accounts at one CA.

use snapbox::str;

use crate::support::{Lab, same};

/// Two accounts, `main` and `work`; the first is used where nothing else is said.
fn lab() -> Lab {
    let lab = Lab::new().delegated("example.test");
    lab.run("acmeaccount add --agree-tos --account main").succeeded();
    lab.run("acmeaccount add --agree-tos --account work --key-type ecdsa-p384").succeeded();
    lab
}

/// The URI of the account that orders a lineage.
fn orders(lab: &Lab, lineage: &str) -> String {
    lab.lineage(lineage)["account"].as_str().unwrap().rsplit('/').next().unwrap().to_owned()
}

#[test]
fn accounts_have_names_and_one_is_the_default() {
    let lab = lab();
    same(
        &lab.run("acmeaccount list").transcript(),
        str![[r#"
0
--- stdout
localhost:[PORT]
  name         main
  account URI  https://localhost:[PORT]/account/1
  contact      none
  status       valid
  key          ECDSA P-256, thumbprint [THUMBPRINT]
  default      used where no other account is asked for

  CAA records that let only this account issue, by dns-01 only:

@ CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
@ CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"

localhost:[PORT]
  name         work
  account URI  https://localhost:[PORT]/account/2
  contact      none
  status       valid
  key          ECDSA P-384, thumbprint [THUMBPRINT]

  CAA records that let only this account issue, by dns-01 only:

@ CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/2; validationmethods=dns-01"
@ CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/2; validationmethods=dns-01"
--- stderr

"#]],
    );
    lab.run("acmeaccount update --account work --default").succeeded();
    let list = lab.run("acmeaccount list --json").succeeded().json();
    let default = |name: &str| {
        let mut accounts = list["accounts"].as_array().unwrap().iter();
        accounts.find(|account| account["account"] == name).unwrap()["default"].clone()
    };
    assert_eq!((default("main"), default("work")), (false.into(), true.into()));
}

#[test]
fn adding_a_name_twice_makes_one_account() {
    let lab = lab();
    lab.run("acmeaccount add --account work").succeeded();
    assert_eq!(lab.sandbox.authority.accounts(), 2);
}

#[test]
fn each_lineage_remembers_its_own_account() {
    let lab = lab();
    lab.run("issue -d example.test --name one").succeeded();
    lab.run("issue -d example.test --name two --account work").succeeded();
    assert_eq!((orders(&lab, "one"), orders(&lab, "two")), ("1".to_owned(), "2".to_owned()));
    lab.run("acmeaccount update --account work --default").succeeded();
    lab.run("renew --force").succeeded();
    assert_eq!((orders(&lab, "one"), orders(&lab, "two")), ("1".to_owned(), "2".to_owned()));
    // A certificate that is still good is not ordered anew for it.
    let again = lab.run("issue -d example.test --name one --account work").succeeded();
    assert!(again.stdout.contains("Nothing to do."), "{}", again.transcript());
    assert_eq!(orders(&lab, "one"), "2");
    // Which account orders what is told.
    let shown = lab.run("acmeaccount show --account work --json").succeeded().json();
    assert_eq!(shown["account"]["lineages"], serde_json::json!(["one", "two"]));
}

#[test]
fn a_name_that_pins_the_account_of_its_lineage_is_renewed_with_it_whatever_the_default_is() {
    let lab = lab();
    lab.run("issue -d example.test --account work").succeeded();
    let uri = lab.lineage("example.test")["account"].as_str().unwrap().to_owned();
    lab.sandbox.host.add_record(&format!("@ CAA 0 issue \"sandbox.test; accounturi={uri}\"")).unwrap();
    lab.run("renew --force").succeeded();
    lab.run("issue -d example.test --force").succeeded();
    // Seen with the eyes of the account that orders it.
    lab.run("check example.test").succeeded();
    let listed = lab.run("list --json").succeeded().json();
    assert_eq!(listed["lineages"][0]["caa"][0]["restriction"], "locked");
}

#[test]
fn an_account_that_is_not_there_is_told_before_anything_is_done() {
    let lab = lab();
    same(
        &lab.run("issue -d example.test --account shop").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: could not issue a certificate for example.test
  cause: no ACME account at localhost:[PORT] is called "shop"
   hint: say which with `--account`:
         main
         work
   hint: make one of this name
         certdns acmeaccount add --account shop

"#]],
    );
    same(
        &lab.run("acmeaccount deactivate --yes").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: there are 2 ACME accounts at localhost:[PORT], and none is named
   hint: say which with `--account`:
         main
         work

"#]],
    );
    lab.run("acmeaccount deactivate --yes --account work").succeeded();
    same(
        &lab.run("issue -d example.test --account work").transcript(),
        str![[r#"
3
--- stdout
--- stderr
error: could not issue a certificate for example.test
  cause: the ACME account work is deactivated
   hint: name another with `--account`, or none; `certdns acmeaccount list` shows what there is

"#]],
    );
    same(
        &lab.run("acmeaccount add --account a/b").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: "a/b" cannot be the name of an account: an account's name is of letters, digits, `.`, `-`, `_` and `@`, and begins with a letter or digit

"#]],
    );
}

#[test]
fn a_lineage_whose_account_is_gone_goes_on_with_another_and_says_so() {
    let lab = lab();
    lab.run("issue -d example.test --account work").succeeded();
    lab.run("acmeaccount remove --account work --yes").succeeded();
    let run = lab.run("renew --force").succeeded();
    assert!(run.stderr.contains("is not here any more; another is used"), "{}", run.transcript());
    assert_eq!(orders(&lab, "example.test"), "1");
}

#[test]
fn names_are_given_once_at_a_ca() {
    let lab = lab();
    same(
        &lab.run("acmeaccount update --account work --name main").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: another account at this CA is called "main"
   hint: choose another name, or rename the other account first

"#]],
    );
    lab.run("acmeaccount update --account work --name shop").succeeded();
    lab.run("acmeaccount show --account shop").succeeded();
}

#[test]
fn a_certificate_is_revoked_by_the_account_that_ordered_it_whatever_the_default_is() {
    let lab = lab();
    lab.run("issue -d example.test --account work").succeeded();
    lab.run("acmeaccount rollover --account work").succeeded();
    let shown = lab.run("show example.test --json").succeeded().json();
    assert!(shown["account"].as_str().unwrap().ends_with("/account/2"), "{shown}");
    // The default one may not: it never proved the name.
    lab.run("revoke example.test --reason superseded --yes").succeeded();
    lab.run("renew").succeeded();
    assert_eq!(orders(&lab, "example.test"), "2");
    lab.run("acmeaccount remove --account work --yes").succeeded();
    let run = lab.run("revoke example.test --yes");
    assert!(run.stderr.contains("add `--with-certificate-key`\n"), "{}", run.transcript());
    let revoked: Vec<_> = lab.sandbox.authority.certificates().iter().map(|one| one.revoked).collect();
    assert_eq!(revoked, [Some(4), None]);
}

#[test]
fn an_account_that_was_taken_over_revokes_what_it_ordered() {
    let lab = lab();
    lab.run("acmeaccount add --agree-tos --state-dir elsewhere").succeeded();
    lab.run("acmeaccount export key.pem --format pem --state-dir elsewhere").succeeded();
    lab.run("acmeaccount import key.pem --account taken").succeeded();
    lab.run("issue -d example.test --account taken").succeeded();
    assert_eq!(orders(&lab, "example.test"), "3");
    lab.run("revoke example.test --yes").succeeded();
    assert_eq!(lab.sandbox.authority.certificates()[0].revoked, Some(0));
}

#[test]
fn a_default_that_has_ended_is_told_when_another_steps_in() {
    let lab = lab();
    lab.run("acmeaccount update --account work --default").succeeded();
    lab.run("acmeaccount deactivate --account work --yes").succeeded();
    let run = lab.run("issue -d example.test").succeeded();
    assert!(
        run.stderr.contains("the ACME account work, the default at its CA, is deactivated; main is used"),
        "{}",
        run.stderr
    );
    assert_eq!(orders(&lab, "example.test"), "1");
}
