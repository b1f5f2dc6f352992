//! One test for each fault that was found.

use std::time::Duration;

use certdns::sandbox::{Failure, Stage};

use crate::support::Lab;

#[test]
fn a_run_that_is_killed_between_registration_and_cname_goes_on_with_the_same_registration() {
    let lab = Lab::new();
    let mut child = lab.spawn("issue -d example.test --agree-tos --wait=60s");
    while lab.sandbox.cname("example.test").is_none() {
        std::thread::sleep(Duration::from_millis(5));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let before = lab.registration("example.test");
    lab.delegate("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    assert_eq!((lab.registration("example.test"), lab.requests("/register")), (before, 1));
}

#[test]
fn a_run_that_is_killed_after_finalize_goes_on_with_the_same_order_and_key() {
    let lab = Lab::with(|options| {
        options.authority.bad_nonces = 0;
        options.authority.hold_finalize = true;
    })
    .delegated("example.test");
    let mut child = lab.spawn("issue -d example.test --agree-tos");
    while lab.stages(Stage::Finalize) == 0 {
        std::thread::sleep(Duration::from_millis(5));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let key = lab.pending_key("example.test");
    lab.sandbox.authority.manners(|manners| manners.hold_finalize = false);
    lab.run("issue -d example.test").succeeded();
    assert_eq!(lab.live("example.test", "privkey.pem"), key);
    assert_eq!((lab.stages(Stage::NewOrder), lab.stages(Stage::Finalize)), (1, 1));
    lab.verify("example.test", &["example.test"]);
}

#[test]
fn an_answer_to_finalize_that_is_lost_makes_no_second_order() {
    let lab = Lab::with(|options| options.authority.bad_nonces = 0).delegated("example.test");
    lab.sandbox.authority.manners(|manners| manners.lose_answers = [Stage::Finalize].into());
    lab.run("issue -d example.test --agree-tos").succeeded();
    assert_eq!(lab.stages(Stage::NewOrder), 1);
    lab.verify("example.test", &["example.test"]);
}

#[test]
fn an_update_whose_answer_is_lost_is_not_published_twice() {
    let lab = Lab::new().delegated("example.test");
    lab.sandbox.acme_dns.manners(|manners| manners.fail_next_update = [Failure::ResetAfter].into());
    lab.run("issue -d example.test -d *.example.test --agree-tos").succeeded();
    // The placeholder of the registration, and one update for each of the two values.
    assert_eq!(lab.requests("/update"), 3);
}

#[test]
fn a_certificate_for_another_key_is_not_stored() {
    let lab = Lab::with(|options| options.authority.foreign_key = true).delegated("example.test");
    let run = lab.run("issue -d example.test --agree-tos");
    assert_eq!(run.status, 1, "{}", run.transcript());
    assert!(run.stderr.contains("the CA sent a certificate for another key"), "{}", run.transcript());
    assert_eq!(lab.lineage("example.test")["live"], serde_json::Value::Null);
}

#[test]
fn values_that_show_late_are_waited_for() {
    let lab = Lab::new().delegated("example.test");
    lab.sandbox.acme_dns.manners(|manners| manners.dns_delay = Some(Duration::from_millis(700)));
    lab.run("issue -d example.test -d *.example.test --agree-tos").succeeded();
    lab.verify("example.test", &["example.test", "*.example.test"]);
}

#[test]
fn orders_for_one_name_by_several_processes_never_share_the_two_slots() {
    let lab = Lab::new().delegated("example.test");
    lab.run("acmeaccount add --agree-tos").succeeded();
    let children: Vec<_> =
        (1..=4).map(|number| lab.spawn(&format!("issue --name n{number} -d example.test -d *.example.test"))).collect();
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    for number in 1..=4 {
        lab.verify(&format!("n{number}"), &["example.test", "*.example.test"]);
    }
}

#[test]
fn an_unfinished_order_that_the_ca_has_dropped_is_replaced_at_once() {
    let lab = Lab::with(|options| options.authority.bad_nonces = 0).delegated("example.test");
    lab.sandbox.authority.manners(|manners| manners.hold_finalize = true);
    let mut child = lab.spawn("issue -d example.test --agree-tos");
    while lab.stages(Stage::Finalize) == 0 {
        std::thread::sleep(Duration::from_millis(5));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    lab.sandbox.authority.manners(|manners| {
        manners.hold_finalize = false;
        manners.forget_orders = true;
    });
    lab.run("issue -d example.test").succeeded();
    assert_eq!(lab.stages(Stage::NewOrder), 2);
    lab.verify("example.test", &["example.test"]);
}

#[cfg(target_os = "linux")]
#[test]
fn an_outcome_that_cannot_be_written_is_a_failure_and_a_reader_who_left_is_none() {
    let lab = Lab::new();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = lab.command(&[]).arg("list").stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("could not be written to stdout"));
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    assert_eq!(lab.command(&[]).arg("list").stdout(writer).output().unwrap().status.code(), Some(0));
}

#[test]
fn one_name_that_cannot_be_registered_loses_no_other() {
    let lab = Lab::new();
    let (failed, late) = (Failure::Status { code: 500, retry_after: None }, Failure::Late { milliseconds: 400 });
    lab.sandbox.acme_dns.manners(|manners| manners.fail_next = [failed, late, late].into());
    assert_eq!(lab.run("register a.example.test b.example.test c.example.test").status, 4);
    assert_eq!((lab.sandbox.acme_dns.records().count(), lab.registrations()), (2, 2));
    lab.run("register a.example.test b.example.test c.example.test").succeeded();
    assert_eq!((lab.sandbox.acme_dns.records().count(), lab.registrations()), (3, 3));
}

#[cfg(unix)]
#[test]
fn a_registration_under_way_is_saved_before_a_signal_is_obeyed() {
    let lab = Lab::new();
    lab.sandbox.acme_dns.manners(|manners| manners.fail_next = [Failure::Late { milliseconds: 700 }].into());
    let child = lab.spawn("register example.test");
    while lab.sandbox.acme_dns.records().count() == 0 {
        std::thread::sleep(Duration::from_millis(5));
    }
    std::process::Command::new("kill").arg(child.id().to_string()).status().unwrap();
    assert_eq!(child.wait_with_output().unwrap().status.code(), Some(130));
    assert_eq!((lab.sandbox.acme_dns.records().count(), lab.registrations()), (1, 1));
}

#[test]
fn two_machines_that_share_a_registration_renew_in_turn() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test -d *.example.test --agree-tos").succeeded();
    let twin = lab.copy_state("twin");
    let twin = [("CERTDNS_STATE_DIR", twin.to_str().unwrap())];
    for _ in 0..3 {
        lab.run("renew --force").succeeded();
        lab.run_with("renew --force", &twin).succeeded();
    }
}

#[test]
fn a_live_certificate_that_was_damaged_is_told_and_made_anew() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    std::fs::remove_file(lab.state().join("lineages/example.test/0001/privkey.pem")).unwrap();
    let list = lab.run("list");
    assert_eq!(list.status, 1);
    assert!(
        list.stdout.contains("privkey.pem") && list.stdout.contains("certdns renew example.test"),
        "{}",
        list.transcript()
    );
    let renew = lab.run("renew --json").succeeded().json();
    assert_eq!(renew["lineages"][0]["reason"], "its files are missing or damaged");
    lab.verify("example.test", &["example.test"]);
    lab.run("list").succeeded();
}

#[test]
fn two_at_once_that_want_the_same_name_for_other_names_do_not_replace_each_other() {
    let lab = Lab::new().delegated("example.test").delegated("a.example.test").delegated("b.example.test");
    lab.run("acmeaccount add --agree-tos").succeeded();
    let children = ["a", "b"].map(|name| lab.spawn(&format!("issue -d example.test -d {name}.example.test")));
    let mut codes = children.map(|child| child.wait_with_output().unwrap().status.code());
    codes.sort_unstable();
    assert_eq!(codes, [Some(0), Some(2)]);
    assert_eq!(lab.lineage("example.test")["live"], 1);
}

#[test]
fn one_damaged_registration_does_not_hide_the_others_from_check() {
    let lab = Lab::new().delegated("example.test");
    lab.run("register www.example.test").succeeded();
    std::fs::write(lab.registration_path("www.example.test"), "{").unwrap();
    let run = lab.run("check");
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("  example.test  ok "), "{}", run.transcript());
    assert!(run.stdout.contains("www.example.test.json is damaged"), "{}", run.transcript());
}

#[test]
fn a_quiet_renewal_says_nothing_when_nothing_happened() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    assert_eq!(lab.run("renew --quiet").succeeded().transcript(), "0\n--- stdout\n--- stderr\n");
}

#[test]
fn a_state_directory_that_is_a_file_is_an_error_for_every_command() {
    let lab = Lab::new();
    let file = lab.path().join("file");
    std::fs::write(&file, "").unwrap();
    for line in ["list", "check", "renew", "register example.test", "acmeaccount list"] {
        let run = lab.run_with(line, &[("CERTDNS_STATE_DIR", file.to_str().unwrap())]);
        assert_eq!(run.status, 1, "{line}: {}", run.transcript());
    }
    assert_eq!(lab.sandbox.acme_dns.records().count(), 0);
}

#[test]
fn certify_dns_without_credentials_is_not_even_asked() {
    let run = Lab::new().run("register example.test --acme-dns certify");
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("not the Certify Certificate Manager key"), "{}", run.transcript());
}

#[test]
fn a_clock_that_was_ahead_once_is_not_waited_for() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    let journal = lab.registration_path("example.test").with_extension("published");
    let text = std::fs::read_to_string(&journal).unwrap().replace("\"at\": \"20", "\"at\": \"21");
    std::fs::write(&journal, text).unwrap();
    lab.run("renew --force").succeeded();
}

#[test]
fn a_damaged_journal_stops_nothing() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    std::fs::write(lab.registration_path("example.test").with_extension("published"), "{").unwrap();
    lab.run("renew --force").succeeded();
}

#[test]
fn a_placeholder_left_in_a_url_is_an_error_and_no_panic() {
    let lab = Lab::new();
    for line in [
        "--ca https://{your-ca}.example.org/directory acmeaccount add",
        "--acme-dns https://{your-server} register example.test",
    ] {
        let run = lab.run(line);
        assert_eq!(run.status, 2, "{}", run.transcript());
    }
    let run = lab.run(&format!("issue -d example.test --name a{}", "ä".repeat(150)));
    assert_eq!(run.status, 2, "{}", run.transcript());
}

#[test]
fn check_looks_at_the_registration_that_is_used_after_a_move() {
    let lab = Lab::new();
    lab.run("register example.test").succeeded();
    let old = lab.registration_path("example.test");
    let other = lab.state().join("registrations/old.example.org");
    std::fs::create_dir(&other).unwrap();
    let text = std::fs::read_to_string(&old).unwrap();
    let server = lab.sandbox.acme_dns.http_url().to_string();
    let moved = text.replace(&server, "https://old.example.org/").replace(".auth.acme-dns.test", ".auth.example.org");
    std::fs::write(other.join("example.test.json"), moved).unwrap();
    lab.sandbox.host.add_record(&lab.cname_at_lab("example.test")).unwrap();
    lab.run("check").succeeded();
    lab.run("check example.test").succeeded();
}

#[test]
fn a_lineage_is_found_in_capitals_and_renewed_once() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --name Web --agree-tos").succeeded();
    lab.run("renew Web web --force").succeeded();
    assert_eq!(lab.lineage("web")["live"], 2);
}

#[test]
fn a_ca_that_asks_for_a_day_is_try_later_with_the_date() {
    let lab = Lab::with(|options| {
        options.authority.hold_finalize = true;
        options.authority.retry_after = Some(Duration::from_secs(86_400));
    })
    .delegated("example.test");
    let run = lab.run("issue -d example.test --agree-tos");
    assert_eq!(run.status, 4, "{}", run.transcript());
    assert!(run.stderr.contains("takes its time with the order"), "{}", run.transcript());
    assert!(run.stderr.contains("it asks to be left alone until 20"), "{}", run.transcript());
}

#[cfg(target_os = "linux")]
#[test]
fn a_hangup_that_nohup_wants_ignored_is_ignored() {
    let lab = Lab::new();
    let line = "trap '' HUP; exec \"$0\" issue -d example.test --agree-tos --wait=60s";
    let environment = lab.sandbox.environment();
    let mut child = std::process::Command::new("sh");
    child
        .args(["-c", line])
        .arg(crate::support::command::binary())
        .envs(environment)
        .stderr(std::process::Stdio::null());
    let child = child.stdout(std::process::Stdio::null()).spawn().unwrap();
    while lab.sandbox.cname("example.test").is_none() {
        std::thread::sleep(Duration::from_millis(5));
    }
    std::process::Command::new("kill").args(["-HUP", &child.id().to_string()]).status().unwrap();
    lab.delegate("example.test");
    assert_eq!(child.wait_with_output().unwrap().status.code(), Some(0));
}

#[test]
fn a_registration_that_was_lost_is_told_before_the_cname_is_asked_to_be_changed() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    std::fs::remove_file(lab.registration_path("example.test")).unwrap();
    let renew = lab.run("renew --force");
    assert_eq!(renew.status, 3);
    assert!(renew.stdout.contains("restore registrations/ from a backup"), "{}", renew.transcript());
    let issue = lab.run("issue -d example.test --force");
    assert_eq!(issue.status, 3);
    assert!(
        issue.stderr.contains("warning: _acme-challenge.example.test had to be registered anew"),
        "{}",
        issue.transcript()
    );
}
