//! Names move between two acme-dns servers, CNAME by CNAME at BIND, while Pebble validates through Unbound.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use certdns::secret::Secret;
use serde_json::Value;

use crate::support::outer::Outer;
use crate::support::proof::prove;

const MANY: usize = 20;
/// So many names have a certificate together.
const TOGETHER: usize = 5;

fn moves(outer: &Outer, line: &str) -> Vec<Value> {
    outer.run(&format!("registration move {line} --json")).json()["moves"].as_array().unwrap().clone()
}

/// Renews everything in a loop, until told to end; gives how many runs there were, and those that failed.
fn renewing(outer: &Outer, done: &AtomicBool) -> (usize, Vec<String>) {
    let (mut runs, mut failures) = (0, Vec::new());
    while !done.load(Ordering::Relaxed) {
        let run = outer.run("renew --force --json");
        runs += 1;
        if run.status != 0 {
            failures.push(run.transcript());
        }
    }
    (runs, failures)
}

/// Every name goes to the server, its CNAME changed when it is its turn; gives the runs of `renew` meanwhile.
fn moved(outer: &Outer, names: &[String], to: &str) -> usize {
    let begun = moves(outer, &format!("{} --to {to} --acme-dns-user me --acme-dns-key-file key", names.join(" ")));
    assert_eq!(begun.len(), names.len());
    let done = AtomicBool::new(false);
    let (runs, failures) = std::thread::scope(|scope| {
        let renewing = scope.spawn(|| renewing(outer, &done));
        for (number, one) in begun.iter().enumerate() {
            outer.point(one["record"].as_str().unwrap());
            // Now here, now there in what `renew` does.
            std::thread::sleep(Duration::from_millis(100) * u32::try_from(number * 7 % MANY).unwrap());
        }
        let begun = Instant::now();
        while !moves(outer, "--status").is_empty() && !renewing.is_finished() {
            assert!(begun.elapsed() < Duration::from_secs(120), "{:?}", moves(outer, "--status"));
            std::thread::sleep(Duration::from_millis(300));
        }
        done.store(true, Ordering::Relaxed);
        renewing.join().unwrap()
    });
    assert!(failures.is_empty(), "{} of {runs} failed: {}", failures.len(), failures.concat());
    runs
}

#[test]
fn twenty_names_move_there_and_back_while_all_is_renewed_and_no_renewal_fails() {
    let outer = Outer::new();
    let names: Vec<String> = (0..MANY).map(|number| format!("n{number}.example.test")).collect();
    outer.delegate(&names.iter().map(String::as_str).collect::<Vec<_>>());
    for (number, group) in names.chunks(TOGETHER).enumerate() {
        outer.run(&format!("issue --name g{number} --agree-tos -d {}", group.join(" -d "))).succeeded();
    }
    // One is as acme-dns is; the other as Certify DNS is, which wants credentials, and time.
    outer.acme_dns().manners(|manners| manners.as_acme_dns = true);
    outer.other_acme_dns().manners(|manners| {
        manners.basic = Some(("me".to_owned(), Secret::new("k3y")));
        manners.propagation_delay_seconds = Some(1.0);
    });
    std::fs::write(outer.path().join("key"), "k3y").unwrap();
    let (home, other) = (outer.acme_dns().http_url().to_string(), outer.other_acme_dns().http_url().to_string());
    for to in [&other, &home] {
        assert!(moved(&outer, &names, to) > 3);
        let listed = outer.run("registration list --json").succeeded().json();
        let registrations = listed["registrations"].as_array().unwrap();
        assert_eq!(registrations.len(), MANY);
        assert!(registrations.iter().all(|one| to.contains(one["server"].as_str().unwrap())), "{listed}");
    }
    let group: Vec<&str> = names[..TOGETHER].iter().map(String::as_str).collect();
    prove(&outer.live("g0"), &group, outer.root());
    outer.openssl_verifies("g0");
}
