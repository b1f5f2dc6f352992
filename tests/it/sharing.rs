//! Machines that share a registration, and so its two TXT slots.

use crate::support::Lab;
use crate::support::machines::Machines;
use crate::support::proof::prove;

const NAMES: [&str; 2] = ["example.test", "*.example.test"];

#[test]
fn three_machines_that_share_a_registration_issue_apex_and_wildcard_at_once() {
    let lab = Lab::new().delegated("example.test");
    let machines = Machines::sharing(&lab.state(), 3);
    let figures = machines.at_once(|| lab.command(&[]), "issue -d example.test -d *.example.test --agree-tos");
    assert!(figures.failures.is_empty(), "{figures}");
    for state in machines.states() {
        prove(&state.join("lineages/example.test/live"), &NAMES, lab.sandbox.authority.issuer_root_pem());
    }
}
