//! `certdns check --probe`: the proof from end to end, and what it leaves behind.

use std::collections::BTreeSet;
use std::time::Duration;

use snapbox::str;

use crate::support::{Lab, Run, same};

/// What shows at the target of example.test.
fn values(lab: &Lab) -> BTreeSet<String> {
    let checks = lab.run("check --json").json();
    let seen = checks["checks"][0]["observation"]["target"]["servers"][0]["txt"].as_array().cloned();
    seen.unwrap_or_default().iter().map(|value| value.as_str().unwrap().to_owned()).collect()
}

/// The probe's own value has another name each time.
fn probed(run: &Run) -> String {
    let value = regex::Regex::new("certdns-probe-[A-Za-z0-9]{29}").unwrap();
    format!("{}\n{}", run.status, value.replace_all(&run.stdout, "[VALUE]"))
}

#[test]
fn a_healthy_name_is_proven_from_end_to_end_and_its_values_are_as_before() {
    let lab = Lab::new().delegated("example.test");
    let before = values(&lab);
    assert_eq!(before.len(), 1);
    let run = lab.run("check example.test --probe");
    same(
        &probed(&run),
        str![[r#"
0
  NAME          DELEGATION  CAA     VALUES
  example.test  ok          any CA  1

note: proven end to end: a value published at 127.0.0.1:[PORT] shows at _acme-challenge.example.test everywhere [probe-passed]
   seen: whoever is asked about the acme-dns zone: [ID].auth.acme-dns.test TXT: TXT "[VALUE]"
   seen: 127.0.0.1:[PORT]: _acme-challenge.example.test TXT: TXT "certdns-placeholder-value-validates-nothing", TXT "[VALUE]"

"#]],
    );
    assert_eq!(values(&lab), before);
}

#[test]
fn two_values_of_ours_are_both_there_again_after_a_probe() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test -d *.example.test --agree-tos").succeeded();
    let before = values(&lab);
    assert_eq!(before.len(), 2);
    lab.run("check --probe").succeeded();
    assert_eq!(values(&lab), before);
    lab.run("issue -d example.test -d *.example.test --force").succeeded();
}

#[test]
fn a_value_of_somebody_else_is_never_pushed_out() {
    let lab = Lab::new().delegated("example.test");
    let foreign = "somebody-elses-value-somebody-elses-value-1";
    lab.publish(foreign);
    let before = values(&lab);
    assert_eq!(before.len(), 2);
    let updates = lab.requests("/update");
    same(
        &probed(&lab.run("check --probe")),
        str![[r#"
4
  NAME          DELEGATION  CAA     VALUES
  example.test  ok          any CA  2

warning: _acme-challenge.example.test was not probed: a value is there that this machine did not publish (somebody-elses-value-somebody-elses-value-1) [probe-skipped]
   hint: somebody's order may need what is there: probe it again later; what is left of an old order goes with the next one

"#]],
    );
    assert_eq!((values(&lab), lab.requests("/update")), (before, updates));
}

#[test]
fn what_cannot_be_seen_is_not_probed() {
    let lab = Lab::new().delegated("example.test");
    lab.sandbox.acme_dns.manners(|manners| manners.dns_silent = true);
    let updates = lab.requests("/update");
    let run = lab.run("check --probe");
    assert_eq!(run.status, 4, "{}", run.transcript());
    assert!(run.stdout.contains("was not probed: what is published there now cannot be seen"), "{}", run.transcript());
    assert_eq!(lab.requests("/update"), updates);
}

#[cfg(unix)]
#[test]
fn an_interrupted_probe_still_puts_back_what_was_there() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test -d *.example.test --agree-tos").succeeded();
    let (before, updates) = (values(&lab), lab.requests("/update"));
    let mut child = lab.spawn("check --probe");
    while lab.requests("/update") == updates {
        assert!(child.try_wait().unwrap().is_none(), "the probe ended");
        std::thread::sleep(Duration::from_millis(5));
    }
    rustix::process::kill_process(rustix::process::Pid::from_child(&child), rustix::process::Signal::TERM).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert_eq!(values(&lab), before);
}

#[test]
fn a_name_that_is_being_issued_for_is_left_alone() {
    let lab = Lab::new().delegated("example.test");
    lab.sandbox.authority.manners(|manners| manners.hold_finalize = true);
    let mut child = lab.spawn("issue -d example.test --agree-tos");
    while lab.stages(certdns::sandbox::Stage::Finalize) == 0 {
        assert!(child.try_wait().unwrap().is_none(), "the issuance ended");
        std::thread::sleep(Duration::from_millis(5));
    }
    let updates = lab.requests("/update");
    same(
        &probed(&lab.run("check --probe")),
        str![[r#"
4
  NAME          DELEGATION  CAA     VALUES
  example.test  ok          any CA  2

warning: _acme-challenge.example.test was not probed: a certificate is being issued for it just now, or another probe runs [probe-skipped]
   hint: somebody's order may need what is there: probe it again later; what is left of an old order goes with the next one

"#]],
    );
    assert_eq!(lab.requests("/update"), updates);
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn credentials_that_the_server_refuses_are_an_error() {
    let lab = Lab::new().delegated("example.test");
    let path = lab.registration_path("example.test");
    let mut registration = lab.registration("example.test");
    registration["password"] = "another-password-another-password-another".into();
    std::fs::write(&path, registration.to_string()).unwrap();
    same(
        &probed(&lab.run("check --probe")),
        str![[r#"
3
  NAME          DELEGATION     CAA     VALUES
  example.test  probe-refused  any CA  1

error: no value could be published for _acme-challenge.example.test: the acme-dns server 127.0.0.1:[PORT] refuses the stored credentials of [ID].auth.acme-dns.test [probe-refused]
   hint: the server has deleted this registration or its credentials are damaged; move the file under registrations/ aside and run `certdns register NAME`, then change the CNAME

"#]],
    );
}

#[test]
fn without_its_cname_the_registration_alone_is_proven() {
    let lab = Lab::new();
    lab.run("register example.test").succeeded();
    same(
        &probed(&lab.run("check --probe")),
        str![[r#"
3
  NAME          DELEGATION     CAA     VALUES
  example.test  cname-missing  any CA  1

note: the registration at 127.0.0.1:[PORT] works: a value shows at [ID].auth.acme-dns.test; _acme-challenge.example.test does not lead there yet [probe-registration-works]
   seen: whoever is asked about the acme-dns zone: [ID].auth.acme-dns.test TXT: TXT "[VALUE]"

error: _acme-challenge.example.test has no CNAME yet (the name does not exist, NXDOMAIN) [cname-missing]
   seen: ns1.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: NXDOMAIN
   seen: ns2.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: NXDOMAIN
   hint: create this record at your DNS host
         _acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.

"#]],
    );
}

#[test]
fn a_service_whose_dns_does_not_show_what_it_took_is_told() {
    let lab = Lab::new().delegated("example.test");
    lab.sandbox.acme_dns.manners(|manners| manners.dns_delay = Some(Duration::from_secs(60)));
    let run = lab.run("check --probe");
    assert_eq!(run.status, 4, "{}", run.transcript());
    assert!(run.stdout.contains("[probe-not-visible]"), "{}", run.transcript());
}
