//! What kind of certificate `certdns issue` gets: profiles, chains, keys, names, dates.

use certdns::certificate::Chain;
use certdns::sandbox::Stage::{Finalize, NewOrder};
use snapbox::str;

use crate::support::{Lab, same};

const ISSUE: &str = "issue -d example.test --agree-tos";
const ALTERNATE: &str = "certdns sandbox alternate root";

fn lab() -> Lab {
    Lab::new().delegated("example.test")
}

fn days_left(lab: &Lab) -> i64 {
    let chain = Chain::parse(&lab.live("example.test", "fullchain.pem")).unwrap();
    let lifetime = chain.leaf().lifetime();
    lifetime.not_after.duration_since(lifetime.not_before).as_hours() / 24
}

fn root_of(lab: &Lab) -> String {
    Chain::parse(&lab.live("example.test", "fullchain.pem")).unwrap().root_name().unwrap()
}

#[test]
fn a_profile_is_ordered_remembered_and_taken_back() {
    let lab = lab();
    lab.run(&format!("{ISSUE} --profile shortlived")).succeeded();
    assert_eq!(days_left(&lab), 6);
    assert_eq!(lab.lineage("example.test")["profile"], "shortlived");
    lab.run("renew --force").succeeded();
    assert_eq!(days_left(&lab), 6);
    assert!(lab.run(ISSUE).succeeded().stdout.contains("Nothing to do."));
    let run = lab.run(&format!("{ISSUE} --profile= --json")).succeeded();
    assert_eq!(run.json()["reason"], "another profile is wanted");
    assert_eq!((days_left(&lab), &lab.lineage("example.test")["profile"]), (90, &serde_json::Value::Null));
}

#[test]
fn a_profile_that_the_ca_does_not_offer_is_refused_before_anything_is_done() {
    let lab = Lab::new();
    same(
        &lab.run(&format!("{ISSUE} --profile longlived")).transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: could not issue a certificate for example.test
  cause: localhost:[PORT] offers no profile "longlived"
   hint: it offers classic, shortlived; `certdns ca show` tells what they are

"#]],
    );
    assert_eq!(lab.requests("/register"), 0);
}

#[test]
fn a_profile_that_is_gone_stops_the_renewal_before_an_order() {
    let lab = lab();
    lab.run(&format!("{ISSUE} --profile shortlived")).succeeded();
    lab.sandbox.authority.manners(|manners| manners.profiles.clear());
    let run = lab.run("renew --force");
    assert_eq!(run.status, 2, "{}", run.transcript());
    assert!(run.stdout.contains("offers no profile \"shortlived\""), "{}", run.transcript());
    assert_eq!(lab.accepted(NewOrder), 1);
}

#[test]
fn the_preferred_chain_is_taken_and_remembered() {
    let lab = lab();
    lab.run(ISSUE).succeeded();
    assert_eq!(root_of(&lab), "certdns sandbox root");
    let mut issue = ISSUE.split(' ').collect::<Vec<_>>();
    issue.extend(["--preferred-chain", ALTERNATE, "--json"]);
    let run = lab.run_words(&issue).succeeded();
    assert_eq!(run.json()["reason"], "another chain is wanted");
    assert_eq!(root_of(&lab), ALTERNATE);
    lab.run("renew --force").succeeded();
    assert_eq!(root_of(&lab), ALTERNATE);
}

#[test]
fn a_chain_that_the_ca_does_not_have_is_told_and_no_reason_to_go_without() {
    let lab = lab();
    same(
        &lab.run(&format!("{ISSUE} --preferred-chain Nobody")).transcript(),
        str![[r#"
0
--- stdout
example.test: new certificate, good until [TIME] (in 89 days)

  certificate  [DIR]/state/lineages/example.test/live/fullchain.pem
  private key  [DIR]/state/lineages/example.test/live/privkey.pem

Renew it from a timer with `certdns renew`; it is due [TIME] (in 59 days).
--- stderr
asking DNS about _acme-challenge.example.test
creating an ACME account at localhost:[PORT]
ordering a certificate for example.test
publishing a value for _acme-challenge.example.test at 127.0.0.1:[PORT]
the CA is validating example.test
the CA is issuing
fetching the certificate
warning: localhost:[PORT] has no chain to "Nobody"; the one to "certdns sandbox root" is taken
stored generation 1 of example.test

"#]],
    );
    assert!(lab.run(&format!("{ISSUE} --preferred-chain Nobody")).succeeded().stdout.contains("Nothing to do."));
}

#[test]
fn a_key_is_kept_from_renewal_to_renewal_until_a_new_one_is_wanted() {
    let lab = lab();
    let key = || lab.live("example.test", "privkey.pem");
    lab.run(ISSUE).succeeded();
    let first = key();
    assert!(lab.run(&format!("{ISSUE} --reuse-key")).succeeded().stdout.contains("Kept for the next renewal."));
    lab.run("renew --force").succeeded();
    assert_eq!(key(), first);
    let run = lab.run(&format!("{ISSUE} --new-key --json")).succeeded();
    assert_eq!(run.json()["reason"], "a new private key is wanted");
    let second = key();
    assert_ne!(second, first);
    lab.run("renew --force").succeeded();
    assert_eq!(key(), second);
    lab.run(&format!("{ISSUE} --key-type ecdsa-p384")).succeeded();
    let third = key();
    lab.run(&format!("{ISSUE} --reuse-key=false")).succeeded();
    lab.run("renew --force").succeeded();
    assert!(third != second && key() != third);
    lab.verify("example.test", &["example.test"]);
}

#[test]
fn dates_are_asked_for_where_the_ca_takes_them() {
    let lab = Lab::with(|options| options.authority.dates_on_request = true).delegated("example.test");
    lab.run(&format!("{ISSUE} --not-after 7d")).succeeded();
    assert_eq!((days_left(&lab), &lab.lineage("example.test")["lifetime"]), (7, &(7 * 86_400).into()));
    lab.run("renew --force").succeeded();
    assert_eq!(days_left(&lab), 7);
    let until = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(30 * 24);
    let run = lab.run(&format!("{ISSUE} --not-after {until} --json")).succeeded();
    assert_eq!((run.json()["reason"].as_str(), days_left(&lab)), (Some("other dates are wanted"), 30));
    assert!(lab.run(&format!("{ISSUE} --not-after {until}")).succeeded().stdout.contains("Nothing to do."));
    lab.run(&format!("{ISSUE} --not-after= --force")).succeeded();
    assert_eq!(days_left(&lab), 90);
}

#[test]
fn the_same_date_again_is_nothing_to_do_whatever_the_ca_made_of_it() {
    let lab = Lab::with(|options| options.authority.dates_on_request = true).delegated("example.test");
    let day = |number: i64| jiff::Timestamp::now() + jiff::SignedDuration::from_hours(number * 24);
    lab.run(&format!("{ISSUE} --not-after {}", day(10))).succeeded();
    // As a CA leaves it that gives other dates than those asked for.
    let (path, until) = (lab.state().join("lineages/example.test/lineage.json"), day(20));
    let mut lineage = lab.lineage("example.test");
    lineage["generations"]["1"]["not_after"] = until.to_string().into();
    std::fs::write(path, lineage.to_string()).unwrap();
    assert!(lab.run(&format!("{ISSUE} --not-after {until}")).succeeded().stdout.contains("Nothing to do."));
    assert_eq!(lab.lineage("example.test")["live"], 1);
}

#[test]
fn a_ca_that_takes_no_dates_is_told_as_one_and_the_wish_is_not_kept() {
    let lab = lab();
    same(
        &lab.run(&format!("{ISSUE} --not-after 7d")).transcript(),
        str![[r#"
1
--- stdout
--- stderr
asking DNS about _acme-challenge.example.test
creating an ACME account at localhost:[PORT]
ordering a certificate for example.test
error: could not issue a certificate for example.test
  cause: localhost:[PORT] says: notBefore and notAfter are not supported (malformed)
   hint: the CA could not make sense of the request: its words above say what of; with `--verbose` every exchange is told
   hint: many CAs do not let orders choose dates: try without `--not-after`

"#]],
    );
    lab.run(ISSUE).succeeded();
}

#[test]
fn names_are_added_to_a_lineage_and_the_reason_is_told() {
    let lab = lab().delegated("www.example.test");
    lab.run(ISSUE).succeeded();
    let run = lab.run("issue --name example.test -d www.example.test --expand").succeeded();
    assert!(run.stdout.contains("new certificate (other names are wanted)"), "{}", run.transcript());
    lab.verify("example.test", &["example.test", "www.example.test"]);
    let run = lab.run("issue --name example.test -d *.example.test --expand").succeeded();
    assert!(run.stdout.contains("new certificate (other names are wanted)"), "{}", run.transcript());
    lab.verify("example.test", &["example.test", "*.example.test"]);
    assert!(
        lab.run("issue --name example.test -d example.test --expand").succeeded().stdout.contains("Nothing to do.")
    );
    same(
        &lab.run("issue --name other -d www.example.test --expand").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: could not issue a certificate for www.example.test
  cause: there is no lineage called other
   hint: `certdns list` tells what there is

"#]],
    );
}

#[test]
fn a_run_that_broke_off_is_carried_on_with_for_the_same_recipe_only() {
    let lab = Lab::with(|options| options.authority.bad_nonces = 0).delegated("example.test");
    let unavailable = certdns::sandbox::Failure::Status { code: 503, retry_after: Some(3600) };
    lab.sandbox.authority.manners(|manners| manners.fail_next = [(Finalize, unavailable)].into());
    assert_eq!(lab.run(&format!("{ISSUE} --profile shortlived")).status, 4);
    lab.run(&format!("{ISSUE} --profile shortlived")).succeeded();
    assert_eq!((lab.accepted(NewOrder), days_left(&lab)), (1, 6));
}
