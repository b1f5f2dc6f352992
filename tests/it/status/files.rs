//! Files for those who watch: written by `status --output`, and by `renew` where the configuration says so.

use snapbox::str;

use super::{days, house};
use crate::support::house::House;
use crate::support::{Lab, same};

#[test]
fn a_file_is_written_for_everybody_and_replaced_whole() {
    let house = House::new();
    house.lineage("a.test", &[days(-10, 80)]);
    let path = house.path("certdns.prom");
    std::fs::write(&path, "what was there before").unwrap();
    let run = house.run("status --format prometheus --output certdns.prom");
    assert_eq!((run.status, run.stdout.as_str(), run.stderr.as_str()), (0, "", "wrote certdns.prom\n"));
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("# HELP certdns_"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o644);
    }
    // Nothing half-written is left for a collector that reads every file.
    let mut names: Vec<_> = std::fs::read_dir(house.path("")).unwrap().map(|one| one.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["certdns.prom", "state"]);
}

#[test]
fn a_file_changes_nothing_about_the_exit_code() {
    let house = house();
    assert_eq!(house.run("status --format nagios --output line.txt").status, 2);
    assert_eq!(house.run("status --format html --output page.html").status, 1);
    let run = house.run("status --json --output status.json");
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    let text = std::fs::read_to_string(house.path("status.json")).unwrap();
    assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap()["severity"], "critical");
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_written_is_an_error_and_what_was_there_stays() {
    let house = House::new();
    same(
        &house.run("status --output none/page.html").transcript(),
        str![[r#"
1
--- stdout
--- stderr
error: the directory [DIR]/none does not exist
   hint: create it, with the rights it should have

"#]],
    );
    std::os::unix::fs::symlink(house.path("elsewhere"), house.path("link.html")).unwrap();
    assert_eq!(house.run("status --format html --output link.html").status, 1);
    assert!(house.path("link.html").is_symlink() && !house.path("elsewhere").exists());
}

#[test]
fn renew_writes_what_the_configuration_asks_for() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    let config = lab.path().join("watched.toml");
    std::fs::write(&config, "[status]\nprometheus-file = 'certdns.prom'\nhtml-file = 'page.html'\n").unwrap();
    let line = format!("--config {} renew", config.display());
    lab.run(&line).succeeded();
    let metrics = std::fs::read_to_string(lab.path().join("certdns.prom")).unwrap();
    assert!(metrics.contains("\ncertdns_last_run_timestamp_seconds 1"), "{metrics}");
    assert!(metrics.contains("certdns_certificate_severity{lineage=\"example.test\"} 0"), "{metrics}");
    assert!(std::fs::read_to_string(lab.path().join("page.html")).unwrap().contains("example.test"));
    // Flags and environment go before the file, as everywhere.
    std::fs::remove_file(lab.path().join("page.html")).unwrap();
    lab.run_with(&line, &[("CERTDNS_HTML_FILE", "other.html")]).succeeded();
    assert!(lab.path().join("other.html").exists() && !lab.path().join("page.html").exists());
}

#[test]
fn renewals_are_done_although_a_file_cannot_be_written() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    let files = [("CERTDNS_PROMETHEUS_FILE", "none/certdns.prom"), ("CERTDNS_HTML_FILE", "page.html")];
    let run = lab.run_with("renew --force", &files);
    assert!(lab.path().join("page.html").exists());
    assert_eq!((run.status, lab.lineage("example.test")["live"].as_u64()), (0, Some(2)));
    let warning = run.stderr.lines().find(|line| line.starts_with("warning")).unwrap_or_default();
    assert!(warning.starts_with("warning: the directory ") && warning.ends_with("none does not exist"), "{warning}");
}

#[test]
fn an_unknown_key_of_the_table_is_named_with_its_line() {
    let house = House::new();
    std::fs::write(house.path("bad.toml"), "[status]\nprometheus = 'x'\n").unwrap();
    same(
        &house.run("--config bad.toml status").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: bad.toml, line 2: unknown field `prometheus`, expected one of `prometheus-file`, `html-file`, `warn`, `crit`
   hint: the keys are those of `certdns help`, without `--`

"#]],
    );
}
