//! `certdns issue`, as a person would use it.

use std::time::Duration;

use certdns::sandbox::Stage;
use snapbox::str;

use crate::support::{Lab, same};

const ISSUE: &str = "issue -d example.test -d *.example.test --agree-tos";

#[test]
fn without_the_cname_the_record_is_printed_and_the_ca_is_not_asked() {
    let lab = Lab::new();
    same(
        &lab.run(ISSUE).transcript(),
        str![[r"
3
--- stdout
--- stderr
registering _acme-challenge.example.test at 127.0.0.1:[PORT]
asking DNS about _acme-challenge.example.test
error: could not issue a certificate for example.test
  cause: _acme-challenge.example.test has no CNAME yet (the name does not exist, NXDOMAIN)
   hint: create this record at your DNS host
         _acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.

"]],
    );
    assert_eq!(lab.sandbox.history.exchanges().iter().filter(|exchange| exchange.part == "ca").count(), 0);
}

#[test]
fn several_missing_cnames_are_printed_at_once() {
    let lab = Lab::new();
    same(
        &lab.run("issue -d example.test -d www.example.test -d mail.example.test").transcript(),
        str![[r#"
3
--- stdout
--- stderr
registering _acme-challenge.example.test at 127.0.0.1:[PORT]
registering _acme-challenge.www.example.test at 127.0.0.1:[PORT]
registering _acme-challenge.mail.example.test at 127.0.0.1:[PORT]
asking DNS about _acme-challenge.example.test, _acme-challenge.www.example.test, _acme-challenge.mail.example.test
error: could not issue a certificate for example.test
  cause: 3 of 3 names would not be validated
  cause: _acme-challenge.example.test has no CNAME yet (the name does not exist, NXDOMAIN)
  cause: _acme-challenge.www.example.test has no CNAME yet (the name does not exist, NXDOMAIN)
  cause: _acme-challenge.mail.example.test has no CNAME yet (the name does not exist, NXDOMAIN)
   hint: create this record at your DNS host
         _acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.
         _acme-challenge.www.example.test. CNAME [ID].auth.acme-dns.test.
         _acme-challenge.mail.example.test. CNAME [ID].auth.acme-dns.test.

"#]],
    );
}

#[test]
fn a_delegated_name_gets_its_certificate() {
    let lab = Lab::new().delegated("example.test");
    same(
        &lab.run(ISSUE).transcript(),
        str![[r"
0
--- stdout
example.test: new certificate, good until [TIME] (in 89 days)

  certificate  [DIR]/state/lineages/example.test/live/fullchain.pem
  private key  [DIR]/state/lineages/example.test/live/privkey.pem

Renew it from a timer with `certdns renew`; it is due [TIME] (in 59 days).
--- stderr
asking DNS about _acme-challenge.example.test
creating an ACME account at localhost:[PORT]
ordering a certificate for example.test, *.example.test
publishing a value for _acme-challenge.example.test at 127.0.0.1:[PORT]
the CA is validating example.test, *.example.test
the CA is issuing
fetching the certificate
stored generation 1 of example.test

"]],
    );
    same(
        &lab.files(),
        str![[r#"
     lineages/example.test/live@
0600 accounts/localhost_[PORT]/key-[ID].json
0600 lineages/example.test/0001/cert.pem
0600 lineages/example.test/0001/chain.pem
0600 lineages/example.test/0001/fullchain.pem
0600 lineages/example.test/0001/privkey.pem
0600 lineages/example.test/lineage.json
0600 lineages/example.test/renewal.json
0600 looks.json
0600 registrations/127.0.0.1_[PORT]/example.test.json
0600 registrations/127.0.0.1_[PORT]/example.test.published
0700 accounts/
0700 accounts/localhost_[PORT]/
0700 lineages/
0700 lineages/example.test/
0700 lineages/example.test/0001/
0700 registrations/
0700 registrations/127.0.0.1_[PORT]/

"#]],
    );
    lab.verify("example.test", &["example.test", "*.example.test"]);
}

#[test]
fn the_same_names_again_do_nothing_in_any_order() {
    let lab = Lab::new().delegated("example.test");
    lab.run(ISSUE).succeeded();
    let (files, asked) = (lab.files(), lab.sandbox.history.exchanges().len());
    same(
        &lab.run("issue -d *.example.test -d example.test").transcript(),
        str![[r"
0
--- stdout
example.test: the certificate is good until [TIME] (in 89 days); it is due for renewal [TIME] (in 59 days)
Nothing to do. (`--force` issues all the same.)
--- stderr

"]],
    );
    assert_eq!((lab.files(), lab.sandbox.history.exchanges().len()), (files, asked));
}

#[test]
fn force_issues_all_the_same_and_moves_live() {
    let lab = Lab::new().delegated("example.test");
    lab.run(ISSUE).succeeded();
    let first = lab.live("example.test", "fullchain.pem");
    lab.run(&format!("{ISSUE} --force")).succeeded();
    assert_ne!(lab.live("example.test", "fullchain.pem"), first);
    assert_eq!(lab.lineage("example.test")["live"], 2);
    lab.verify("example.test", &["example.test", "*.example.test"]);
}

#[test]
fn every_key_type_is_issued_for() {
    let lab = Lab::new().delegated("example.test");
    for key_type in ["ecdsa-p256", "ecdsa-p384", "rsa2048", "rsa3072", "rsa4096"] {
        lab.run(&format!("issue -d example.test --agree-tos --name {key_type} --key-type {key_type}")).succeeded();
        lab.verify(key_type, &["example.test"]);
        assert_eq!(lab.lineage(key_type)["key_type"], key_type);
    }
}

#[test]
fn another_key_type_or_other_names_replace_the_certificate_of_a_lineage() {
    let lab = Lab::new().delegated("example.test").delegated("www.example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    let run = lab.run("issue -d example.test --key-type rsa2048 --json").succeeded();
    assert_eq!(run.json()["reason"], "another key type is wanted");
    let run = lab.run("issue --name example.test -d example.test -d www.example.test --json").succeeded();
    assert_eq!(run.json()["reason"], "other names are wanted");
    assert_eq!(run.json()["lineage"]["key_type"], "rsa2048");
    lab.verify("example.test", &["example.test", "www.example.test"]);
}

#[test]
fn a_lineage_of_the_same_name_for_other_names_is_not_touched_unasked() {
    let lab = Lab::new().delegated("example.test").delegated("www.example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    same(
        &lab.run("issue -d example.test -d www.example.test").transcript(),
        str![[r"
2
--- stdout
--- stderr
error: could not issue a certificate for example.test
  cause: a lineage called example.test is there already, for example.test
   hint: to change that certificate to the names given now, add `--name example.test`
   hint: to keep both, give this one another name with `--name`

"]],
    );
}

#[test]
fn a_name_that_the_wildcard_beside_it_covers_is_refused_before_the_ca_does() {
    same(
        &Lab::new().run("issue -d *.example.test -d www.example.test").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: www.example.test is covered by the wildcard beside it; CAs refuse both in one certificate
   hint: leave out www.example.test: the wildcard is enough

"#]],
    );
}

#[test]
fn terms_that_nobody_agreed_to_are_named_and_nothing_is_ordered() {
    let lab = Lab::new().delegated("example.test");
    same(
        &lab.run("issue -d example.test").transcript(),
        str![[r"
3
--- stdout
--- stderr
asking DNS about _acme-challenge.example.test
error: could not issue a certificate for example.test
  cause: localhost:[PORT] wants its terms of service agreed to before it makes an account
   hint: read them, then run the same command with `--agree-tos` (or set `agree-tos = true` in the configuration file)
         https://localhost:[PORT]/terms

"]],
    );
    assert_eq!(lab.stages(Stage::NewAccount), 0);
}

#[test]
fn waiting_goes_on_the_moment_the_cname_stands() {
    let lab = Lab::new();
    let child = lab.spawn("issue -d example.test --agree-tos --wait=60s");
    while lab.sandbox.cname("example.test").is_none() {
        std::thread::sleep(Duration::from_millis(10));
    }
    lab.delegate("example.test");
    assert_eq!(child.wait_with_output().unwrap().status.code(), Some(0));
    lab.verify("example.test", &["example.test"]);
}

#[test]
fn one_name_and_twenty_names_take_the_same_seven_waves() {
    let lab = Lab::with(|options| options.authority.bad_nonces = 0);
    let names: Vec<String> = (1..=20).map(|number| format!("n{number}.example.test")).collect();
    lab.run(&format!("register example.test {}", names.join(" "))).succeeded();
    lab.delegate("example.test");
    for name in &names {
        lab.delegate(name);
    }
    lab.run("acmeaccount add --agree-tos").succeeded();
    let expected = [
        Stage::Directory,
        Stage::Nonce,
        Stage::NewOrder,
        Stage::Authorization,
        Stage::Challenge,
        Stage::Order,
        Stage::Finalize,
        Stage::Certificate,
    ];
    lab.sandbox.history.clear();
    lab.run("issue -d example.test").succeeded();
    assert_eq!(lab.waves(), expected);
    lab.sandbox.history.clear();
    lab.run(&format!("issue --name many -d {}", names.join(" -d "))).succeeded();
    assert_eq!(lab.waves(), expected);
}

#[test]
fn the_requests_of_one_wave_are_under_way_at_the_same_time() {
    let lab = Lab::with(|options| {
        options.authority.bad_nonces = 0;
        options.authority.gather = 10;
    });
    let names: Vec<String> = (1..=10).map(|number| format!("n{number}.example.test")).collect();
    lab.run(&format!("register {}", names.join(" "))).succeeded();
    for name in &names {
        lab.delegate(name);
    }
    lab.run(&format!("issue --agree-tos --name many -d {}", names.join(" -d "))).succeeded();
}

#[test]
fn half_of_all_nonces_rejected_is_survived() {
    let lab = Lab::with(|options| options.authority.bad_nonces = 50).delegated("example.test");
    lab.run(ISSUE).succeeded();
    lab.verify("example.test", &["example.test", "*.example.test"]);
}

#[test]
fn two_at_once_for_the_same_names_make_one_certificate() {
    let lab = Lab::new().delegated("example.test");
    let children = [lab.spawn(ISSUE), lab.spawn(ISSUE)];
    for child in children {
        assert_eq!(child.wait_with_output().unwrap().status.code(), Some(0));
    }
    assert_eq!((lab.accepted(Stage::Finalize), lab.sandbox.authority.certificates().len()), (1, 1));
    assert_eq!(lab.lineage("example.test")["live"], 1);
}

#[test]
fn a_ca_that_is_down_is_try_later_and_loses_nothing() {
    let lab = Lab::new().delegated("example.test");
    let run = lab.run_with(ISSUE, &[("CERTDNS_CA", "https://127.0.0.1:9/directory")]);
    same(
        &run.transcript(),
        str![[r#"
4
--- stdout
--- stderr
asking DNS about _acme-challenge.example.test
127.0.0.1:9 gave no answer; asking again in [PAUSE]
127.0.0.1:9 gave no answer; asking again in [PAUSE]
127.0.0.1:9 gave no answer; asking again in [PAUSE]
error: could not issue a certificate for example.test
  cause: 127.0.0.1:9 gave no answer
  cause: could not connect to 127.0.0.1:9
  cause: Connection refused (os error 111)
   hint: check that the server is up and reachable from this machine (firewall, proxy: `HTTPS_PROXY`), then run the same command again

"#]],
    );
}

#[test]
fn a_ca_with_an_unknown_root_is_told_with_the_way_to_trust_it() {
    let lab = Lab::new().delegated("example.test");
    let run = lab.run_with(ISSUE, &[("CERTDNS_CA_ROOT", lab.sandbox.issuer_root().to_str().unwrap())]);
    same(
        &run.transcript(),
        str![[r#"
1
--- stdout
--- stderr
asking DNS about _acme-challenge.example.test
error: could not issue a certificate for example.test
  cause: there is no safe connection to localhost:[PORT]
  cause: the certificate of localhost:[PORT] is not trusted
  cause: invalid peer certificate: UnknownIssuer
   hint: if this is your own CA or test server, name its root certificate with `--ca-root FILE`

"#]],
    );
}

#[test]
fn an_acme_dns_server_that_is_down_is_try_later() {
    let lab = Lab::new().delegated("example.test");
    lab.sandbox.acme_dns.manners(|manners| manners.fail_next_update = vec![certdns::serve::Failure::Reset; 20].into());
    same(
        &lab.run("issue -d example.test --agree-tos").transcript(),
        str![[r#"
4
--- stdout
--- stderr
asking DNS about _acme-challenge.example.test
creating an ACME account at localhost:[PORT]
ordering a certificate for example.test
publishing a value for _acme-challenge.example.test at 127.0.0.1:[PORT]
error: could not issue a certificate for example.test
  cause: could not publish a value for _acme-challenge.example.test
  cause: the acme-dns server 127.0.0.1:[PORT] gave no answer
  cause: the exchange with 127.0.0.1:[PORT] broke off
  cause: connection closed before message completed
   hint: run the same command again

"#]],
    );
}

#[test]
fn a_rejected_name_shows_the_problem_of_the_ca() {
    let lab = Lab::new();
    lab.sandbox.host.add_record("www.example.test. A 192.0.2.1").unwrap();
    let lab = lab.delegated("www.example.test");
    lab.sandbox.authority.manners(|manners| manners.forbidden.push("www.example.test".into()));
    same(
        &lab.run("issue -d www.example.test --agree-tos").transcript(),
        str![[r"
1
--- stdout
--- stderr
asking DNS about _acme-challenge.www.example.test
creating an ACME account at localhost:[PORT]
ordering a certificate for www.example.test
publishing a value for _acme-challenge.www.example.test at 127.0.0.1:[PORT]
the CA is validating www.example.test
error: could not issue a certificate for www.example.test
  cause: localhost:[PORT] could not prove the names of the order
  cause: www.example.test: www.example.test is on the list of names that are not issued for (rejectedIdentifier)
   hint: the CA does not issue for this name; leave it out or choose another CA with `--ca`

"]],
    );
}

#[test]
fn terms_are_asked_for_before_a_long_wait_and_not_after_it() {
    let lab = Lab::new();
    let run = lab.run("issue -d example.test --wait=60s");
    assert_eq!(run.status, 3, "{}", run.transcript());
    assert!(run.stderr.contains("wants its terms of service agreed to"), "{}", run.transcript());
    assert!(run.stderr.contains("\n_acme-challenge.example.test. CNAME "), "{}", run.transcript());
}

#[test]
fn every_name_that_the_ca_rejects_is_told_with_its_own_reason() {
    let lab = Lab::new().delegated("a.example.test").delegated("b.example.test").delegated("c.example.test");
    lab.sandbox.authority.manners(|manners| manners.forbidden = vec!["a.example.test".into(), "b.example.test".into()]);
    let run = lab.run("issue --agree-tos -d a.example.test -d b.example.test -d c.example.test");
    let told: Vec<&str> = run.stderr.lines().filter(|line| line.starts_with("  cause: ")).collect();
    assert_eq!(run.status, 1, "{}", run.transcript());
    let reason = |name: &str| {
        format!("  cause: {name}: {name} is on the list of names that are not issued for (rejectedIdentifier)")
    };
    assert_eq!(told[1..], [reason("a.example.test"), reason("b.example.test")]);
    assert_eq!(lab.lineage("a.example.test")["pending"]["order"], serde_json::Value::Null);
}

#[test]
fn the_time_that_the_service_asks_for_is_given() {
    let lab = Lab::new().delegated("example.test");
    lab.sandbox.acme_dns.manners(|manners| manners.propagation_delay_seconds = Some(1.0));
    let run = lab.run("issue -d example.test --agree-tos").succeeded();
    assert!(run.stderr.contains("the 1 second it asks for\n"), "{}", run.transcript());
}

#[test]
fn an_order_that_the_ca_takes_time_for_is_followed() {
    let lab = Lab::with(|options| {
        options.authority.pending_polls = 4;
        options.authority.retry_after = Some(Duration::from_secs(1));
    })
    .delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    lab.verify("example.test", &["example.test"]);
}
