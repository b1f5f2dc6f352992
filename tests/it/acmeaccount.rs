//! `certdns acmeaccount`, as a person would use it.

mod binding;
mod changing;
// Folders are called after hosts with ports, which Windows does not take.
#[cfg(unix)]
mod import;
mod rollover;
mod several;
mod strange;

use certdns::sandbox::Stage;
use certdns::sandbox::authority::Problem;
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

/// A lab whose account is made, and whose certdns does not know.
fn lost() -> Lab {
    let lab = Lab::with(|options| options.authority.bad_nonces = 0);
    lab.sandbox.authority.manners(|manners| manners.lose_answers = vec![Stage::NewAccount; 20].into());
    assert_eq!(lab.run("acmeaccount add --agree-tos").status, 4);
    lab.sandbox.authority.manners(|manners| manners.lose_answers.clear());
    assert!(lab.account()["uri"].is_null());
    lab
}

#[test]
fn an_account_that_was_made_is_found_whatever_is_said_the_second_time() {
    let cases = [
        (Stage::Account, Problem::new(400, "invalidContact", "no such host")),
        (Stage::NewAccount, Problem::new(403, "unauthorized", "this pair was used before")),
        (Stage::NewAccount, Problem::new(400, "malformed", "no")),
    ];
    for (stage, problem) in cases {
        let lab = lost();
        let key = lab.account()["key"].clone();
        lab.sandbox.authority.manners(|manners| manners.refuse_next = [(stage, problem)].into());
        let run = lab.run("acmeaccount add --agree-tos --email admin@example.test").succeeded();
        assert_eq!(run.stderr.contains("keeps its contact address"), stage == Stage::Account, "{}", run.transcript());
        assert_eq!((&lab.account()["key"], &lab.account()["status"]), (&key, &"valid".into()));
        assert_eq!(lab.sandbox.authority.accounts(), 1);
    }
}

#[test]
fn a_key_is_kept_until_the_ca_says_that_it_has_no_account() {
    let lab = lost();
    let key = lab.account()["key"].clone();
    let refused = || (Stage::NewAccount, Problem::new(403, "unauthorized", "a proxy says no"));
    lab.sandbox.authority.manners(|manners| manners.refuse_next = [refused(), refused()].into());
    assert_ne!(lab.run("acmeaccount add --agree-tos").status, 0);
    assert_eq!(lab.account()["key"], key);
    lab.run("acmeaccount add --agree-tos").succeeded();
    assert_eq!(lab.account()["key"], key);
}

/// A lab with names that pin an account which is not here.
fn pinned_elsewhere() -> Lab {
    let lab = Lab::new().delegated("example.test");
    lab.run("register www.example.test shop.example.test mail.example.test a.example.test").succeeded();
    lab.sandbox.host.add_record("@ CAA 0 issue \"sandbox.test; accounturi=https://ca.test/acct/1\"").unwrap();
    lab.sandbox.host.add_record("a CAA 0 issue \"sandbox.test\"").unwrap();
    lab
}

#[test]
fn a_new_account_is_made_with_a_warning_when_known_names_pin_another() {
    let lab = pinned_elsewhere();
    let run = lab.run("acmeaccount add --agree-tos --quiet").succeeded();
    same(
        &run.stderr,
        str![[r#"
warning: the CAA records of example.test, mail.example.test, shop.example.test and 1 more pin the ACME account https://ca.test/acct/1, and no other may issue; take that account over from where it is (`certdns acmeaccount import`), or add the records that `certdns caa NAME` prints for the new one

"#]],
    );
    // Who is there already is no news.
    assert_eq!(lab.run("acmeaccount add").succeeded().stderr, "");
}

#[test]
fn a_pinned_account_of_ours_at_another_ca_is_told_as_such() {
    let lab = Lab::new().delegated("example.test");
    lab.run("acmeaccount add --agree-tos").succeeded();
    for record in lab.run("caa example.test --json").succeeded().json()["places"][0]["add"].as_array().unwrap() {
        lab.sandbox.host.add_record(record.as_str().unwrap()).unwrap();
    }
    let other = Lab::new();
    let environment = other.sandbox.environment();
    let environment: Vec<(&str, &str)> = environment
        .iter()
        .filter(|(name, _)| name.starts_with("CERTDNS_CA"))
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let run = lab.run_with("acmeaccount add --agree-tos", &environment).succeeded();
    same(
        &run.stderr,
        str![[r#"
warning: the CAA records of example.test pin the ACME account https://localhost:[PORT]/account/1 (yours, at localhost:[PORT]), and no other may issue; go on with that CA for these names, or add the records that `certdns caa NAME` prints for the new account
creating an ACME account at localhost:[PORT]

"#]],
    );
    same(
        &lab.run_with("issue -d example.test", &environment).transcript(),
        str![[r#"
3
--- stdout
--- stderr
asking DNS about _acme-challenge.example.test
error: could not issue a certificate for example.test
  cause: CAA forbids example.test: example.test pins another ACME account, https://localhost:[PORT]/account/1 (example.test CAA: 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01")
   hint: the pinned account https://localhost:[PORT]/account/1 is yours, at localhost:[PORT] (`--ca https://localhost:[PORT]/directory`)
   hint: add this at your DNS host; what is there may stay
         example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"

"#]],
    );
}

#[test]
fn dns_that_is_silent_holds_up_no_account_for_long() {
    let lab = pinned_elsewhere();
    lab.sandbox.resolver.misbehave(|manners| manners.silent = true);
    let begun = std::time::Instant::now();
    let run = lab.run("acmeaccount add --agree-tos").succeeded();
    assert!(!run.stderr.contains("warning"), "{}", run.transcript());
    assert!(begun.elapsed() < std::time::Duration::from_secs(5));
}

/// Where the one account is kept.
fn account_file(lab: &Lab) -> std::path::PathBuf {
    let folders = std::fs::read_dir(lab.state().join("accounts")).unwrap().map(|entry| entry.unwrap().path());
    let mut files = folders.filter(|path| path.is_dir()).flat_map(|path| std::fs::read_dir(path).unwrap());
    files.next().unwrap().unwrap().path()
}
