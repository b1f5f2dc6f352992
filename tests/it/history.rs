//! `certdns history`, as a person would use it.

use serde_json::json;
use snapbox::str;

use crate::support::house::{DAY, House, Life};
use crate::support::{Lab, same};

#[test]
fn every_generation_is_told_newest_first() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    lab.run("renew --force").succeeded();
    let run = lab.run("history example.test").succeeded();
    let numbers: Vec<&str> = run.stdout.lines().filter(|line| line.starts_with("generation")).collect();
    assert_eq!(numbers, ["generation 2, live", "generation 1"]);
    let document = lab.run("history example.test --json").succeeded().json();
    let shown = lab.run("show example.test --offline --json").succeeded().json();
    assert_eq!(document["live"], 2);
    assert_eq!(document["generations"][0]["fingerprint_sha256"], shown["fingerprint_sha256"]);
    assert_eq!(document["generations"][0]["account"], lab.account()["uri"]);
    assert_eq!(document["generations"][1]["live"], false);
}

/// Three generations: one of before anything was kept, one that is damaged, and one of which all is known.
fn house() -> House {
    let house = House::new();
    let days = |from: i64, to: i64| Life(from * DAY, to * DAY);
    house.lineage("a.test", &[days(-140, -50), days(-70, 20), days(-10, 80)]);
    house.change("a.test", |lineage| {
        let directory = "https://acme-v02.api.letsencrypt.org/directory";
        lineage["generations"] = json!({
            "2": { "directory": directory, "account": null },
            "3": {
                "directory": directory, "account": "https://ca.test/account/7", "at": house.at(-10 * DAY),
                "reason": "less than a third of its lifetime is left",
                "revoked": { "reason": "superseded", "at": house.at(-30) },
                "steps": [
                    { "name": "dns", "took": 240 }, { "name": "order", "took": 1080 }, { "name": "validate", "took": 61000 },
                ],
            },
        });
    });
    std::fs::write(house.state().join("lineages/a.test/0002/fullchain.pem"), "no certificate").unwrap();
    house
}

#[test]
fn what_is_not_known_is_left_out_and_what_is_damaged_is_a_line() {
    let run = house().run("history a.test");
    same(
        &run.transcript(),
        str![[r#"
0
--- stdout
a.test

generation 3, live
  stored   [TIME] (9 days ago)
  why      less than a third of its lifetime is left
  CA       Let's Encrypt
  account  https://ca.test/account/7
  names    a.test
  valid    [TIME] (9 days ago) to [TIME] (in 80 days)
  serial   [SERIAL]
  SHA-256  [FINGERPRINT]
  revoked  [TIME] (29 hours ago) (superseded)
  took     1 min 2 s: dns 0.2 s, order 1.0 s, validate 1 min 1 s

generation 2
  CA       Let's Encrypt
  damaged  [DIR]/state/lineages/a.test/0002/fullchain.pem cannot be used: the certificate chain is empty

generation 1
  CA       Let's Encrypt
  names    a.test
  valid    [TIME] (139 days ago) to [TIME] (49 days ago)
  serial   [SERIAL]
  SHA-256  [FINGERPRINT]
--- stderr

"#]],
    );
}

#[test]
fn scripts_get_the_steps_and_the_damage() {
    let document = house().run("history a.test --json").succeeded().json();
    let [third, second, first] = [0, 1, 2].map(|at| &document["generations"][at]);
    assert_eq!(third["steps"][2], json!({ "name": "validate", "ms": 61000 }));
    assert_eq!(third["revoked"]["reason"], "superseded");
    assert_eq!(second["damage"]["kind"], "failed");
    assert_eq!((&second["serial"], &first["stored_at"]), (&json!(null), &json!(null)));
    assert_eq!(first["names"], json!(["a.test"]));
}

#[test]
fn a_lineage_without_a_certificate_has_no_history() {
    let house = House::new();
    house.lineage("new.test", &[]);
    assert_eq!(house.run("history new.test").succeeded().stdout, "new.test: nothing was issued yet\n");
    same(
        &house.run("history other").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: there is no lineage called other
   hint: `certdns list` tells what there is

"#]],
    );
}
