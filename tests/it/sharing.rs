//! Machines that share a registration, and so its two TXT slots.

use std::time::Duration;

use certdns::sandbox::authority::Problem;
use certdns::sandbox::{Failure, Stage};

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
    // By which their next renewals are spread.
    let ids = machines.states().iter().map(|state| std::fs::read_to_string(state.join("machine-id.json")).unwrap());
    assert_eq!(ids.collect::<std::collections::BTreeSet<_>>().len(), 3);
}

#[test]
fn a_validation_that_was_lost_to_another_machine_is_made_up_for_by_one_new_order() {
    let lab = Lab::with(|options| options.authority.bad_nonces = 0).delegated("example.test");
    let problem = Problem::new(403, "unauthorized", "Incorrect TXT record found");
    lab.sandbox.authority.manners(|manners| {
        manners.failing_names = vec![("example.test".to_owned(), problem)];
        manners.fail_next = [(Stage::Challenge, Failure::Late { milliseconds: 5_000 })].into();
    });
    let child = lab.spawn("issue -d example.test --agree-tos");
    let asked = || {
        let mut asked = false;
        lab.sandbox.authority.manners(|manners| asked = manners.fail_next.is_empty());
        asked
    };
    while !asked() {
        std::thread::sleep(Duration::from_millis(5));
    }
    // acme-dns tells its slots apart by whole seconds: what is published in one second may all go into one slot.
    let subdomain = lab.registration("example.test")["subdomain"].as_str().unwrap().to_owned();
    while !lab.sandbox.acme_dns.records().values(&subdomain).unwrap().iter().all(|value| value.starts_with("somebody"))
    {
        for end in ["1", "2"] {
            lab.publish(&format!("somebody-elses-value-somebody-elses-value-{end}"));
        }
    }
    lab.sandbox.authority.manners(|manners| manners.failing_names.clear());
    let output = child.wait_with_output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    assert!(
        told.contains(
            "the CA looked when another machine had pushed our value for _acme-challenge.example.test out; \
             making a new order"
        ),
        "{told}"
    );
    assert_eq!(lab.stages(Stage::NewOrder), 2);
    lab.verify("example.test", &["example.test"]);
}
