//! Renewal information (RFC 9773): the CA has a say in when.

use std::time::Duration;

use certdns::sandbox::Stage;
use certdns::sandbox::authority::{Problem, Suggestion};
use jiff::Timestamp;
use serde_json::Value;
use snapbox::str;

use crate::support::{Lab, same};

const HOUR: Duration = Duration::from_secs(3600);

/// A lab with a certificate of 90 days, and a CA that suggests this for it.
fn suggesting(suggestion: Suggestion) -> Lab {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    suggest(&lab, suggestion);
    lab
}

fn suggest(lab: &Lab, suggestion: Suggestion) {
    lab.sandbox.authority.manners(|manners| manners.renewal_info = Some(suggestion));
}

/// The time that the CA's answer is good for has passed.
fn later(lab: &Lab) {
    lab.change_renewal("example.test", |renewal| {
        renewal["suggestion"]["ask_again_at"] = Timestamp::now().to_string().into();
    });
}

fn renewed(lab: &Lab) -> Value {
    lab.run("renew --json").succeeded().json()["lineages"][0].clone()
}

#[test]
fn a_window_of_the_past_is_obeyed_at_once_and_its_explanation_shown() {
    let lab = suggesting(Suggestion::at_once().explained("https://ca.example/why"));
    same(
        &lab.run("renew").transcript(),
        str![[r"
0
--- stdout
example.test: renewed (the CA suggests it), generation 2, good until [TIME] (in 89 days), due [TIME] (in 59 days)
  why the CA suggests it: https://ca.example/why
--- stderr
asking DNS about _acme-challenge.example.test
ordering a certificate for example.test
publishing a value for _acme-challenge.example.test at 127.0.0.1:[PORT]
the CA is validating example.test
the CA is issuing
fetching the certificate
stored generation 2 of example.test

"]],
    );
}

#[test]
fn an_order_says_which_certificate_it_replaces() {
    let lab = suggesting(Suggestion::at_once());
    lab.run("renew").succeeded();
    let issued = lab.sandbox.authority.certificates();
    let replaced = lab.sandbox.authority.replaced();
    assert_eq!((issued.len(), replaced), (2, vec![issued[0].id.clone()]));
}

#[test]
fn a_certificate_that_was_replaced_already_is_renewed_all_the_same() {
    let lab = suggesting(Suggestion::at_once());
    let already = Problem::new(409, "alreadyReplaced", "Another order replaces this certificate");
    lab.sandbox.authority.manners(|manners| manners.refuse_next.push_back((Stage::NewOrder, already)));
    lab.run("renew").succeeded();
    assert_eq!((lab.lineage("example.test")["live"].as_u64(), lab.accepted(Stage::NewOrder)), (Some(2), 2));
    assert_eq!(lab.sandbox.authority.replaced(), Vec::<String>::new());
}

#[test]
fn a_moment_in_a_window_of_the_future_is_chosen_once_and_kept() {
    let (start, end) = (Timestamp::now() + HOUR, Timestamp::now() + 3 * HOUR);
    let lab = suggesting(Suggestion::window(start, end));
    let first = renewed(&lab);
    assert_eq!(first["result"], "not-due");
    let moment: Timestamp = first["lineage"]["renew_at"].as_str().unwrap().parse().unwrap();
    assert!(start <= moment && moment <= end, "{start} {moment} {end}");
    later(&lab);
    assert_eq!(renewed(&lab)["lineage"]["renew_at"], first["lineage"]["renew_at"]);
    assert_eq!(lab.stages(Stage::RenewalInfo), 2);
}

#[test]
fn another_window_is_another_moment() {
    let lab = suggesting(Suggestion::window(Timestamp::now() + HOUR, Timestamp::now() + 2 * HOUR));
    assert_eq!(renewed(&lab)["result"], "not-due");
    suggest(&lab, Suggestion::at_once());
    assert_eq!(renewed(&lab)["result"], "not-due", "the answer is good for six hours");
    later(&lab);
    assert_eq!((&renewed(&lab)["reason"], lab.stages(Stage::RenewalInfo)), (&"the CA suggests it".into(), 2));
}

#[test]
fn the_ca_is_asked_again_when_it_says_so() {
    let lab = suggesting(Suggestion::ByLifetime);
    lab.sandbox.authority.manners(|manners| manners.renewal_retry_after = Some("7200".to_owned()));
    renewed(&lab);
    let suggestion = &lab.renewal("example.test")["suggestion"];
    let at = |name: &str| suggestion[name].as_str().unwrap().parse::<Timestamp>().unwrap();
    assert_eq!(at("ask_again_at").duration_since(at("asked_at")).as_secs(), 7200);
}

#[test]
fn garbage_is_a_warning_and_the_lifetime_counts() {
    for text in ["<html>", "{}", r#"{"suggestedWindow":{"start":"2030-01-02T00:00:00Z","end":"2030-01-01T00:00:00Z"}}"#]
    {
        let lab = suggesting(Suggestion::Text(text.to_owned()));
        let run = lab.run("renew").succeeded();
        assert!(run.stdout.contains("not due") && run.stdout.contains("(in 59 days)"), "{}", run.stdout);
        lab.run("renew").succeeded();
        assert_eq!(lab.stages(Stage::RenewalInfo), 1, "trouble is met with patience");
    }
}

#[test]
fn a_ca_that_gives_no_answer_does_not_stand_in_the_way_of_what_is_due() {
    let lab = Lab::with(|options| options.authority.lifetime = Duration::from_secs(110)).delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    suggest(&lab, Suggestion::Refused(Problem::new(500, "serverInternal", "No")));
    let run = lab.run("renew").succeeded();
    assert!(run.stdout.contains("renewed (less than half of its short lifetime is left)"), "{}", run.transcript());
    assert!(run.stderr.contains("did not say when it would like example.test renewed: "), "{}", run.stderr);
}

#[test]
fn what_the_operator_wants_sooner_is_done_sooner() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos --renew-before 2/3").succeeded();
    let due = |line: &str| {
        let due = lab.run(line).succeeded().json()["lineages"][0]["lineage"]["renew_at"].clone();
        due.as_str().unwrap().parse::<Timestamp>().unwrap().duration_since(Timestamp::now()).as_hours() / 24
    };
    assert_eq!(due("renew --json"), 29);
    same(
        &lab.run("issue -d example.test --renew-before 10d").transcript(),
        str![[r#"
0
--- stdout
example.test: the certificate is good until [TIME] (in 89 days); it is due for renewal [TIME] (in 59 days)
Kept for the next renewal. (`--force` issues at once.)
--- stderr

"#]],
    );
}

#[test]
fn a_renew_before_that_is_none_is_refused() {
    let lab = Lab::new();
    let run = lab.run("issue -d example.test --renew-before soon");
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("1/3 or 33%"), "{}", run.stderr);
    let run = lab.run_with("renew", &[("CERTDNS_RENEW_BEFORE", "3/2")]);
    assert_eq!(run.status, 2);
}
