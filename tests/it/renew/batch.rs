//! Many lineages in one run.

use std::time::Duration;

use certdns::sandbox::Stage;
use certdns::sandbox::authority::Problem;
use snapbox::str;

use crate::support::{Lab, same};

/// So many certificates that are due.
fn due(count: usize) -> Lab {
    let lab = Lab::with(|options| {
        options.authority.lifetime = Duration::from_secs(110);
        options.authority.renewal_info = None;
    });
    let names: Vec<String> = (0..count).map(|number| format!("n{number}.example.test")).collect();
    lab.delegate_all(&names);
    lab.sandbox.authority.manners(|manners| manners.lifetime = Duration::from_secs(110));
    for name in &names {
        lab.run(&format!("issue -d {name} --agree-tos")).succeeded();
    }
    lab
}

fn limited(detail: &str, retry_after: u64) -> Problem {
    Problem::new(429, "rateLimited", detail).with_retry_after(&retry_after.to_string())
}

#[test]
fn several_are_renewed_side_by_side_with_one_session() {
    let lab = due(6);
    let before = (lab.stages(Stage::Directory), lab.stages(Stage::Account), lab.accepted(Stage::NewOrder));
    let run = lab.run("renew --jobs 6 --json").succeeded().json();
    let results: Vec<&str> =
        run["lineages"].as_array().unwrap().iter().map(|one| one["result"].as_str().unwrap()).collect();
    assert_eq!(results, ["renewed"; 6]);
    let after = (lab.stages(Stage::Directory), lab.stages(Stage::Account), lab.accepted(Stage::NewOrder));
    assert_eq!(after, (before.0 + 1, before.1, before.2 + 6));
}

#[test]
fn a_limit_of_the_account_that_passes_soon_pauses_all_and_fails_none() {
    let lab = due(3);
    let detail = "too many new orders (300) from this account in the last 3h0m0s";
    for _ in 0..4 {
        lab.sandbox.authority.manners(|manners| manners.refuse_next.push_back((Stage::NewOrder, limited(detail, 1))));
    }
    lab.run("renew --jobs 3").succeeded();
    assert_eq!(lab.accepted(Stage::NewOrder), 6);
}

#[test]
fn a_limit_of_the_account_that_lasts_postpones_the_others_without_asking() {
    let lab = due(3);
    let detail = "too many new orders (300) from this account in the last 3h0m0s";
    lab.sandbox.authority.manners(|manners| manners.refuse_next.push_back((Stage::NewOrder, limited(detail, 10_000))));
    let orders = lab.stages(Stage::NewOrder);
    same(
        &lab.run("renew --jobs 1 --quiet").transcript(),
        str![[r#"
4
--- stdout
n0.example.test: postponed, good until [TIME] ([SPAN]), due [TIME] ([SPAN])
  its CA is asked again [TIME] (in 2 hours): localhost:[PORT] says: too many new orders (300) from this account in the last 3h0m0s (rateLimited)
n1.example.test: postponed, good until [TIME] ([SPAN]), due [TIME] ([SPAN])
  its CA is asked again [TIME] (in 2 hours): localhost:[PORT] says: too many new orders (300) from this account in the last 3h0m0s (rateLimited)
n2.example.test: postponed, good until [TIME] ([SPAN]), due [TIME] ([SPAN])
  its CA is asked again [TIME] (in 2 hours): localhost:[PORT] says: too many new orders (300) from this account in the last 3h0m0s (rateLimited)
--- stderr

"#]],
    );
    assert_eq!(lab.stages(Stage::NewOrder), orders + 1);
    // Nor does the next run.
    assert_eq!(lab.run("renew --quiet").status, 4);
    assert_eq!(lab.stages(Stage::NewOrder), orders + 1);
}

#[test]
fn a_limit_of_one_name_is_its_own_trouble() {
    let lab = due(3);
    let detail = "too many certificates (5) already issued for this exact set of identifiers: n0.example.test";
    lab.sandbox.authority.manners(|manners| manners.refuse_next.push_back((Stage::NewOrder, limited(detail, 10_000))));
    assert_eq!(lab.run("renew --jobs 1 --quiet").status, 4);
    let live = |name: &str| lab.lineage(name)["live"].as_u64();
    assert_eq!(
        [live("n0.example.test"), live("n1.example.test"), live("n2.example.test")],
        [Some(1), Some(2), Some(2)]
    );
}

#[test]
fn two_runs_at_once_renew_each_lineage_once() {
    let lab = due(4);
    let first = lab.spawn("renew --jobs 4 --quiet");
    let second = lab.spawn("renew --jobs 4 --quiet");
    for child in [first, second] {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let fresh = (0..4).filter(|number| lab.lineage(&format!("n{number}.example.test"))["live"] == 2).count();
    // These certificates are due as soon as they are there: the second run may have renewed some again.
    assert!(fresh > 0 || lab.lineage("n0.example.test")["live"].as_u64() == Some(3));
}

#[test]
fn force_does_not_hear_of_limits_that_earlier_runs_met() {
    let lab = due(2);
    let detail = "too many new orders (300) from this account in the last 3h0m0s";
    lab.sandbox.authority.manners(|manners| manners.refuse_next.push_back((Stage::NewOrder, limited(detail, 10_000))));
    assert_eq!(lab.run("renew --quiet").status, 4);
    lab.run("renew --force n0.example.test").succeeded();
    assert_eq!(lab.lineage("n0.example.test")["live"], 2);
}

#[test]
fn a_limit_without_end_ends_within_a_day() {
    let lab = due(1);
    lab.sandbox.authority.manners(|manners| {
        manners.refuse_next.push_back((Stage::NewOrder, limited("too many new orders", 300_000_000)));
    });
    assert_eq!(lab.run("renew --quiet").status, 4);
    let limits: serde_json::Value =
        serde_json::from_slice(&std::fs::read(lab.state().join("limits.json")).unwrap()).unwrap();
    let limit = limits["limits"].as_object().unwrap().values().next().unwrap();
    let at = |name: &str| limit[name].as_str().unwrap().parse::<jiff::Timestamp>().unwrap();
    assert_eq!(at("until").duration_since(at("at")).as_hours(), 24);
}

#[test]
fn a_ca_that_is_down_keeps_nobody_from_another() {
    let lab = due(2);
    let (_other, environment) = lab.another_authority();
    let environment: Vec<(&str, &str)> = environment.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let other = environment.iter().find(|(name, _)| *name == "CERTDNS_FALLBACK_CA").unwrap().1;
    let roots = [environment[0], ("CERTDNS_JOBS", "4")];
    let line = format!("issue -d n1.example.test --agree-tos --ca {other}");
    lab.run_with(&line, &roots).succeeded();
    let down = certdns::sandbox::Failure::Status { code: 503, retry_after: None };
    lab.sandbox.authority.manners(|manners| manners.fail_next = vec![(Stage::Directory, down); 40].into());
    let run = lab.run_with("renew --force --json", &roots);
    let result = |at: usize| run.json()["lineages"][at]["result"].as_str().unwrap().to_owned();
    assert_eq!((run.status, result(0), result(1)), (4, "failed".to_owned(), "renewed".to_owned()), "{}", run.stderr);
}
