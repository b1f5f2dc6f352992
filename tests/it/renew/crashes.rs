//! A run that is killed at any instant leaves a state that the next one carries on from.

use std::time::{Duration, Instant};

use certdns::sandbox::Stage;

use crate::support::Lab;

const NAMES: [&str; 4] = ["a.example.test", "b.example.test", "c.example.test", "d.example.test"];
const KILLS: u32 = 12;

#[test]
fn after_kills_at_instants_all_over_a_run_the_next_one_finds_every_lineage_whole() {
    let lab = Lab::new();
    lab.delegate_all(&NAMES.map(str::to_owned));
    for name in NAMES {
        lab.run(&format!("issue -d {name} --agree-tos")).succeeded();
    }
    let begun = Instant::now();
    lab.run("renew --force --jobs 4 --quiet").succeeded();
    let whole = begun.elapsed();
    for kill in 0..KILLS {
        killed_after(&lab, whole * kill / KILLS);
    }
    lab.run("renew").succeeded();
    for name in NAMES {
        lab.verify(name, &[name]);
    }
    lab.run("renew --force").succeeded();
    for name in NAMES {
        lab.verify(name, &[name]);
    }
    assert_eq!((lab.requests("/register"), lab.accepted(Stage::NewAccount)), (NAMES.len(), 1));
}

fn killed_after(lab: &Lab, time: Duration) {
    let mut child = lab.spawn("renew --force --jobs 4 --quiet");
    std::thread::sleep(time);
    child.kill().unwrap();
    child.wait().unwrap();
}
