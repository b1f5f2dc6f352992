//! What others read: monitoring, Prometheus, a browser, scripts.

use snapbox::str;

use super::{days, house, tells};
use crate::support::house::House;
use crate::support::same;

#[test]
fn a_plugin_says_it_in_one_line_and_an_exit_code() {
    let house = House::new();
    tells(
        &house.run("status --format nagios"),
        str![[r#"
3
--- stdout
CERTDNS UNKNOWN - there are no certificates | ok=0;;;0;0 warning=0;0;;0;0 critical=0;;0;0;0
--- stderr

"#]],
    );
    house.lineage("good.test", &[days(-61, 29)]);
    let steady = |line: &str| {
        let run = house.run(line);
        let seconds = regex::Regex::new("soonest_expiry=-?[0-9]+s").unwrap();
        (run.status, seconds.replace_all(&run.stdout, "soonest_expiry=[SECONDS]s").into_owned())
    };
    let ok = "CERTDNS OK - 1 well, the first to expire is good.test in 29 days | \
              ok=1;;;0;1 warning=0;0;;0;1 critical=0;;0;0;1 soonest_expiry=[SECONDS]s\n";
    assert_eq!(steady("status --format nagios"), (0, ok.to_owned()));
    let warning = "CERTDNS WARNING - 1 of 1 not well: good.test: expires in 29 days | \
                   ok=0;;;0;1 warning=1;0;;0;1 critical=0;;0;0;1 soonest_expiry=[SECONDS]s\n";
    assert_eq!(steady("status --format nagios --warn 85d"), (1, warning.to_owned()));
    house.lineage("late.test", &[days(-80, 10)]);
    assert_eq!(steady("status --format nagios").0, 1);
    assert_eq!(steady("status --format nagios --crit 85d").0, 2);
}

#[test]
fn a_plugin_tells_the_worst_three_and_counts_the_rest() {
    let run = house().run("status --format nagios");
    assert_eq!((run.status, run.stdout.lines().count()), (2, 1), "{}", run.transcript());
    let (told, data) = run.stdout.split_once(" | ").unwrap();
    assert!(told.starts_with("CERTDNS CRITICAL - 9 of 11 not well: unreadable.test: "), "{told}");
    assert!(told.ends_with(" -- and 6 more"), "{told}");
    assert!(data.starts_with("ok=2;;;0;11 warning=4;0;;0;11 critical=5;;0;0;11 soonest_expiry=-"), "{data}");
}

#[test]
fn a_plugin_that_cannot_look_says_unknown() {
    let house = House::new();
    std::fs::create_dir_all(house.state()).unwrap();
    std::fs::write(house.state().join("lineages"), "").unwrap();
    let run = house.run("status --format nagios");
    assert_eq!(run.status, 3);
    assert!(
        run.stdout.starts_with("CERTDNS UNKNOWN - could not read ") && run.stdout.ends_with('\n'),
        "{}",
        run.stdout
    );
    assert_eq!(house.run("status").status, 1);
    let unknown = |line: &str| {
        let run = House::new().run(line);
        assert_eq!(run.status, 3, "{}", run.transcript());
        assert!(run.stdout.starts_with("CERTDNS UNKNOWN - "), "{}", run.transcript());
    };
    unknown("status --format nagios --output none/line.txt");
    unknown("--config missing.toml status --format nagios");
}

#[test]
fn words_of_others_cannot_end_the_line_of_a_plugin() {
    let house = House::new();
    house.lineage("a.test", &[days(-62, 28)]).failing("a.test", 1, -1, 1, "down | ok=9\nCERTDNS OK");
    let line = house.run("status --format nagios").stdout;
    assert_eq!((line.lines().count(), line.matches('|').count()), (1, 1), "{line}");
}

#[test]
fn metrics_are_what_a_textfile_collector_takes() {
    let house = House::new();
    house.lineage("good.test", &[days(-10, 80)]);
    house.lineage("failing.test", &[days(-62, 28)]).failing("failing.test", 3, -9, 4, "down");
    house.lineage("new.test", &[]).lineage("unreadable.test", &[]);
    std::fs::write(house.state().join("lineages/unreadable.test/lineage.json"), "").unwrap();
    house.looked(&[("good.test", None, "locked"), ("failing.test", Some(("cname-missing", "gone")), "any CA")]);
    let run = house.run("status --format prometheus");
    let moments = regex::Regex::new("(?m) 1[0-9]{9}$").unwrap();
    same(
        &moments.replace_all(&run.transcript(), " [SECOND]"),
        str![[r#"
1
--- stdout
# HELP certdns_certificate_not_before_timestamp_seconds From when on the live certificate is valid.
# TYPE certdns_certificate_not_before_timestamp_seconds gauge
certdns_certificate_not_before_timestamp_seconds{lineage="failing.test"} [SECOND]
certdns_certificate_not_before_timestamp_seconds{lineage="good.test"} [SECOND]
# HELP certdns_certificate_not_after_timestamp_seconds Until when the live certificate is valid.
# TYPE certdns_certificate_not_after_timestamp_seconds gauge
certdns_certificate_not_after_timestamp_seconds{lineage="failing.test"} [SECOND]
certdns_certificate_not_after_timestamp_seconds{lineage="good.test"} [SECOND]
# HELP certdns_certificate_renewal_due_timestamp_seconds When the certificate is renewed next.
# TYPE certdns_certificate_renewal_due_timestamp_seconds gauge
certdns_certificate_renewal_due_timestamp_seconds{lineage="failing.test"} [SECOND]
certdns_certificate_renewal_due_timestamp_seconds{lineage="good.test"} [SECOND]
# HELP certdns_certificate_renewal_failures Renewals that failed since the last that succeeded.
# TYPE certdns_certificate_renewal_failures gauge
certdns_certificate_renewal_failures{lineage="failing.test"} 3
certdns_certificate_renewal_failures{lineage="new.test"} 0
certdns_certificate_renewal_failures{lineage="good.test"} 0
# HELP certdns_certificate_severity How the lineage fares: 0 ok, 1 warning, 2 critical.
# TYPE certdns_certificate_severity gauge
certdns_certificate_severity{lineage="unreadable.test"} 2
certdns_certificate_severity{lineage="failing.test"} 1
certdns_certificate_severity{lineage="new.test"} 1
certdns_certificate_severity{lineage="good.test"} 0
# HELP certdns_certificate_state The state that the lineage is in.
# TYPE certdns_certificate_state gauge
certdns_certificate_state{lineage="unreadable.test",state="unreadable"} 1
certdns_certificate_state{lineage="failing.test",state="failing"} 1
certdns_certificate_state{lineage="new.test",state="not-issued"} 1
certdns_certificate_state{lineage="good.test",state="good"} 1
# HELP certdns_delegation_ok Whether nobody must see to the delegation or to CAA.
# TYPE certdns_delegation_ok gauge
certdns_delegation_ok{challenge="_acme-challenge.failing.test"} 0
certdns_delegation_ok{challenge="_acme-challenge.good.test"} 1
# HELP certdns_delegation_seen_timestamp_seconds When the delegation was looked at.
# TYPE certdns_delegation_seen_timestamp_seconds gauge
certdns_delegation_seen_timestamp_seconds{challenge="_acme-challenge.failing.test"} [SECOND]
certdns_delegation_seen_timestamp_seconds{challenge="_acme-challenge.good.test"} [SECOND]
# HELP certdns_status_timestamp_seconds When this was written.
# TYPE certdns_status_timestamp_seconds gauge
certdns_status_timestamp_seconds [SECOND]
--- stderr

"#]],
    );
    let value = |metric: &str| {
        let line = run.stdout.lines().find(|line| line.starts_with(metric)).unwrap();
        line.rsplit(' ').next().unwrap().parse::<i64>().unwrap()
    };
    let end = "certdns_certificate_not_after_timestamp_seconds{lineage=\"good.test\"}";
    assert_eq!(value(end), house.at(80 * 24).as_second());
    // Left alone until then, whenever it was due.
    let due = "certdns_certificate_renewal_due_timestamp_seconds{lineage=\"failing.test\"}";
    assert_eq!(value(due), house.at(4).as_second());
}

#[test]
fn a_page_has_every_lineage_once_the_worst_first() {
    let run = house().run("status --format html");
    let page = &run.stdout;
    assert_eq!((run.status, &page[..15]), (1, "<!DOCTYPE html>"));
    let states =
        regex::Regex::new("</svg> ([a-z ]+)</td><th class=\"name\" role=\"rowheader\" scope=\"row\">([a-z.]+)<")
            .unwrap();
    let rows: Vec<String> = states.captures_iter(page).map(|row| format!("{}: {}", &row[2], &row[1])).collect();
    assert_eq!(
        rows,
        [
            "unreadable.test: unreadable",
            "damaged.test: damaged",
            "expired.test: expired",
            "revoked.test: revoked",
            "late.test: failing",
            "failing.test: failing",
            "blocked.test: blocked",
            "overdue.test: overdue",
            "new.test: not issued",
            "due.test: due",
            "good.test: good",
        ]
    );
    assert!(page.contains("<title>Certificates: 5 critical</title>"));
    assert!(page.contains("issued ") && page.matches("<svg class=\"bar\"").count() == 8);
}

#[test]
fn a_page_shows_the_certificates_of_before() {
    let house = House::new();
    house.lineage("a.test", &[days(-40, -10), days(-20, 10), days(-5, 25)]);
    let page = house.run("status --format html").succeeded().stdout;
    assert_eq!(page.matches("<rect class=\"past\" x").count(), 2);
}

#[test]
fn json_has_everything() {
    let house = house();
    let document = house.run("status --json").json();
    assert_eq!(document["counts"], serde_json::json!({ "ok": 2, "warning": 4, "critical": 5 }));
    assert_eq!(document["severity"], "critical");
    let find = |name: &str| document["lineages"].as_array().unwrap().iter().find(|one| one["name"] == name).unwrap();
    let failing = find("failing.test");
    assert_eq!(failing["state"], "failing");
    assert_eq!((&failing["severity"], &failing["kind"]), (&"warning".into(), &"try-later".into()));
    assert_eq!(failing["renewal"]["failure"]["count"], 3);
    assert_eq!(failing["renewal"]["failure"]["causes"][0], "the CA is down");
    assert_eq!(failing["renewal"]["at"], house.at(4).to_string());
    assert_eq!(failing["not_after"], house.at(28 * 24).to_string());
    let blocked = find("blocked.test");
    assert_eq!(blocked["delegation"][0]["state"], "broken");
    assert_eq!(blocked["delegation"][0]["faults"][0]["code"], "cname-missing");
    assert_eq!(blocked["caa"], serde_json::json!([{ "name": "blocked.test", "restriction": "any CA" }]));
    assert_eq!(find("unreadable.test")["error"]["kind"], "failed");
    assert_eq!(find("damaged.test")["damage"]["kind"], "failed");
    let same = house.run("status --format json").json();
    assert_eq!(same["lineages"][3]["name"], document["lineages"][3]["name"]);
}
