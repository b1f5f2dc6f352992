//! `certdns acmeaccount`, as a person would use it.

use certdns::sandbox::Stage;
use snapbox::str;

use crate::support::{Lab, same};

#[test]
fn no_account_is_a_first_step() {
    same(
        &Lab::new().run("acmeaccount list").transcript(),
        str![[r"
0
--- stdout
No ACME accounts yet: the first `certdns issue` makes one, or `certdns acmeaccount add`.
--- stderr

"]],
    );
}

#[test]
fn an_account_is_listed_with_the_records_that_pin_it() {
    let lab = Lab::new();
    lab.run("acmeaccount add --agree-tos --email admin@example.test").succeeded();
    same(
        &lab.run("acmeaccount list").transcript(),
        str![[r#"
0
--- stdout
localhost:[PORT]
  account URI  https://localhost:[PORT]/account/1
  contact      mailto:admin@example.test
  status       valid
  key          ECDSA P-256, thumbprint [THUMBPRINT]

  CAA records that let only this account issue, by dns-01 only:

@ CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
@ CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
--- stderr

"#]],
    );
}

#[test]
fn adding_twice_makes_one_account() {
    let lab = Lab::new();
    let uri = |run: crate::support::Run| run.succeeded().json()["accounts"][0]["uri"].clone();
    let first = uri(lab.run("acmeaccount add --agree-tos --json"));
    assert_eq!(uri(lab.run("acmeaccount add --agree-tos --json")), first);
    assert_eq!(uri(lab.run("acmeaccount list --json")), first);
    assert_eq!(lab.stages(Stage::NewAccount), lab.accepted(Stage::NewAccount) + lab.bad_nonces(Stage::NewAccount));
    assert_eq!(lab.accepted(Stage::NewAccount), 1);
}

#[test]
fn no_key_is_ever_shown() {
    let lab = Lab::new();
    lab.run("acmeaccount add --agree-tos").succeeded();
    let key = lab.account()["key"].as_str().unwrap().lines().nth(1).unwrap().to_owned();
    assert!(key.len() > 40);
    for line in
        ["acmeaccount list", "acmeaccount list --json", "acmeaccount list -vv", "acmeaccount add --agree-tos -vv"]
    {
        assert!(!lab.run(line).succeeded().transcript().contains(&key), "{line}");
    }
}

#[test]
fn an_answer_that_is_lost_loses_no_account() {
    let lab = Lab::with(|options| options.authority.bad_nonces = 0);
    lab.sandbox.authority.manners(|manners| manners.lose_answers = vec![Stage::NewAccount; 20].into());
    assert_eq!(lab.run("acmeaccount add --agree-tos").status, 4);
    let key = lab.account()["key"].clone();
    lab.sandbox.authority.manners(|manners| manners.lose_answers.clear());
    lab.run("acmeaccount add --agree-tos").succeeded();
    assert_eq!(lab.account()["key"], key);
    assert_eq!(lab.sandbox.authority.accounts(), 1);
}
