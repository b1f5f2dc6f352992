//! Machines that share a registration, before a CA that nobody here wrote.

use crate::support::machines::{Figures, Machines};
use crate::support::outer::Outer;
use crate::support::proof::prove;

const ROUNDS: usize = 3;

#[test]
fn four_machines_that_share_a_registration_issue_apex_and_wildcard_at_once_again_and_again() {
    let outer = Outer::new();
    outer.delegate(&["example.test"]);
    let machines = Machines::sharing(&outer.path().join("state"), 4);
    let issue = "issue -d example.test -d *.example.test --agree-tos";
    let mut all = Figures::default();
    for round in 0..ROUNDS {
        let line = if round == 0 { issue } else { "renew --force" };
        all += machines.at_once(|| outer.command(), line);
    }
    assert!(all.failures.is_empty(), "{all}");
    for state in machines.states() {
        let live = state.join("lineages/example.test/live");
        assert_eq!(std::fs::read_link(&live).unwrap().to_str(), Some(format!("{ROUNDS:04}").as_str()));
        prove(&live, &["example.test", "*.example.test"], outer.root());
    }
    report(&all);
}

#[test]
fn clones_of_one_machine_that_know_nothing_of_each_other_learn_to_take_turns() {
    let outer = Outer::new();
    outer.delegate(&["example.test"]);
    let issue = "issue -d example.test -d *.example.test --agree-tos";
    let mut all = Figures::default();
    outer.run(issue).succeeded();
    let machines = Machines::cloned(&outer.path().join("state"), 4);
    for _ in 0..2 {
        all += machines.at_once(|| outer.command(), "renew --force");
    }
    assert!(all.failures.is_empty(), "{all}");
    report(&all);
}

/// What it took is told whoever looks at it (`--nocapture`).
#[expect(clippy::print_stderr)]
fn report(figures: &Figures) {
    eprintln!("machines that share a registration: {figures}");
}
