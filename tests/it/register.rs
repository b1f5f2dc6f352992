//! `certdns register`, as a person would use it.

use std::time::Duration;

use snapbox::str;

use crate::support::{Lab, same};

#[test]
fn a_name_is_registered_and_its_cname_stands_on_a_line_of_its_own() {
    let lab = Lab::new();
    same(
        &lab.run("register example.test").transcript(),
        str![[r"
0
--- stdout
example.test: registered at 127.0.0.1:[PORT]

Create this record at your DNS host, once:

_acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.

What DNS shows now:
  --  _acme-challenge.example.test: not delegated yet
      _acme-challenge.example.test has no CNAME yet (the name does not exist, NXDOMAIN)
--- stderr
registering _acme-challenge.example.test at 127.0.0.1:[PORT]
asking DNS about _acme-challenge.example.test

"]],
    );
}

#[test]
fn the_registration_is_on_disk_for_its_owner_only() {
    let lab = Lab::new();
    lab.run("register example.test").succeeded();
    same(
        &lab.files(),
        str![[r"
0600 registrations/127.0.0.1_[PORT]/example.test.json
0600 registrations/127.0.0.1_[PORT]/example.test.published
0700 registrations/
0700 registrations/127.0.0.1_[PORT]/

"]],
    );
    let stored = lab.registration("example.test");
    assert_eq!(stored["version"], 1);
    assert_eq!(stored["challenge"], "_acme-challenge.example.test");
    assert_eq!(stored["password"].as_str().unwrap().len(), 40);
}

#[test]
fn an_apex_and_its_wildcard_share_one_registration_and_one_cname() {
    let lab = Lab::new();
    same(
        &lab.run("register example.test *.example.test www.example.test").transcript(),
        str![[r"
0
--- stdout
example.test, *.example.test: registered at 127.0.0.1:[PORT]
www.example.test: registered at 127.0.0.1:[PORT]

Create these records at your DNS host, once:

_acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.
_acme-challenge.www.example.test. CNAME [ID].auth.acme-dns.test.

What DNS shows now:
  --  _acme-challenge.example.test: not delegated yet
      _acme-challenge.example.test has no CNAME yet (the name does not exist, NXDOMAIN)
  --  _acme-challenge.www.example.test: not delegated yet
      _acme-challenge.www.example.test has no CNAME yet (the name does not exist, NXDOMAIN)
--- stderr
registering _acme-challenge.example.test at 127.0.0.1:[PORT]
registering _acme-challenge.www.example.test at 127.0.0.1:[PORT]
asking DNS about _acme-challenge.example.test, _acme-challenge.www.example.test

"]],
    );
    assert_eq!(lab.requests("/register"), 2);
}

#[test]
fn registering_again_changes_nothing_and_asks_for_nothing() {
    let lab = Lab::new();
    let first = lab.run("register example.test --json").json();
    let files = lab.files();
    let second = lab.run("register example.test --json").json();
    assert_eq!(first["registrations"][0]["new"], true);
    assert_eq!(second["registrations"][0]["new"], false);
    assert_eq!(first["registrations"][0]["record"], second["registrations"][0]["record"]);
    assert_eq!((lab.requests("/register"), lab.requests("/update")), (1, 1));
    assert_eq!(lab.files(), files);
}

#[test]
fn two_at_once_make_one_registration() {
    let lab = Lab::new();
    let start = || {
        lab.command(&[])
            .args(["register", "example.test", "--json"])
            .stdout(std::process::Stdio::piped())
            .spawn()
            .unwrap()
    };
    let children: Vec<_> = (0..4).map(|_| start()).collect();
    let outputs = children.into_iter().map(|child| child.wait_with_output().unwrap());
    let targets: std::collections::BTreeSet<String> = outputs
        .map(|output| serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap())
        .map(|json| json["registrations"][0]["target"].to_string())
        .collect();
    assert_eq!((targets.len(), lab.requests("/register")), (1, 1));
}

#[test]
fn waiting_ends_the_moment_the_cname_stands() {
    let lab = Lab::new();
    let child = lab
        .command(&[])
        .args(["register", "example.test", "--wait=60s", "--json"])
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    while lab.sandbox.cname("example.test").is_none() {
        std::thread::sleep(Duration::from_millis(10));
    }
    lab.delegate("example.test");
    let output = child.wait_with_output().unwrap();
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((output.status.code(), &json["registrations"][0]["stands"]), (Some(0), &true.into()));
}

#[test]
fn waiting_in_vain_shows_the_record_and_exits_3() {
    let lab = Lab::new();
    same(
        &lab.run("register example.test --wait=1s").transcript(),
        str![[r#"
3
--- stdout
example.test: registered at 127.0.0.1:[PORT]

Create this record at your DNS host, once:

_acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.

What DNS shows now:
  --  _acme-challenge.example.test: not delegated yet
      _acme-challenge.example.test has no CNAME yet (the name does not exist, NXDOMAIN)
--- stderr
registering _acme-challenge.example.test at 127.0.0.1:[PORT]
Create this record at your DNS host, once:

_acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.
asking DNS about _acme-challenge.example.test
waiting until DNS is right for _acme-challenge.example.test

"#]],
    );
}

#[test]
fn without_an_acme_dns_server_both_ways_are_shown() {
    let lab = Lab::new();
    let run = lab.run_with("register example.test", &[("CERTDNS_ACME_DNS", "")]);
    same(
        &run.transcript(),
        str![[r"
2
--- stdout
--- stderr
error: no acme-dns server is configured
   hint: with Certify DNS (needs its licence key; the user is your certifytheweb.com e-mail address), add
         --acme-dns certify --acme-dns-user you@example.com --acme-dns-key-file KEY-FILE
   hint: with an acme-dns server of your own, add
         --acme-dns https://auth.example.org
   hint: or set CERTDNS_ACME_DNS, or `acme-dns` in the configuration file, once for all commands

"]],
    );
}

#[test]
fn networks_are_sent_and_kept_for_the_server_never_shows_them_again() {
    let lab = Lab::new();
    lab.run("register example.test --allow-from 127.0.0.0/8 --allow-from 2001:db8::/32").succeeded();
    assert_eq!(lab.registration("example.test")["allow_from"], serde_json::json!(["127.0.0.0/8", "2001:db8::/32"]));
}

#[test]
fn networks_that_leave_this_machine_out_are_noticed_at_once_and_the_registration_is_kept() {
    let lab = Lab::new();
    same(
        &lab.run("register example.test --allow-from 192.0.2.0/24").transcript(),
        str![[r#"
0
--- stdout
example.test: registered at 127.0.0.1:[PORT]

Create this record at your DNS host, once:

_acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.

What DNS shows now:
  --  _acme-challenge.example.test: not delegated yet
      _acme-challenge.example.test has no CNAME yet (the name does not exist, NXDOMAIN)
      the acme-dns server shows no value at [ID].auth.acme-dns.test yet
--- stderr
registering _acme-challenge.example.test at 127.0.0.1:[PORT]
warning: _acme-challenge.example.test takes no updates from this machine, for it is outside its --allow-from networks
asking DNS about _acme-challenge.example.test

"#]],
    );
    assert_eq!(lab.registration("example.test")["challenge"], "_acme-challenge.example.test");
}

#[test]
fn wrong_credentials_are_told_apart_from_missing_ones() {
    let lab = Lab::new();
    lab.sandbox.acme_dns.manners(|manners| manners.basic = Some(("me".into(), certdns::secret::Secret::new("k3y"))));
    same(
        &lab.run("register example.test").transcript(),
        str![[r"
3
--- stdout
--- stderr
registering _acme-challenge.example.test at 127.0.0.1:[PORT]
error: could not register example.test
  cause: the acme-dns server 127.0.0.1:[PORT] wants credentials to register
   hint: give them with `--acme-dns-user` and `--acme-dns-key-file`

"]],
    );
    let wrong = [("CERTDNS_ACME_DNS_USER", "me"), ("CERTDNS_ACME_DNS_KEY", "other")];
    same(
        &lab.run_with("register example.test", &wrong).transcript(),
        str![[r"
3
--- stdout
--- stderr
registering _acme-challenge.example.test at 127.0.0.1:[PORT]
error: could not register example.test
  cause: the acme-dns server 127.0.0.1:[PORT] refuses these credentials to register
   hint: check `--acme-dns-user` and the key in `--acme-dns-key-file`

"]],
    );
    let right = [("CERTDNS_ACME_DNS_USER", "me"), ("CERTDNS_ACME_DNS_KEY", "k3y")];
    lab.run_with("register example.test", &right).succeeded();
}

#[test]
fn a_server_with_registration_switched_off_says_so() {
    let lab = Lab::new();
    lab.sandbox.acme_dns.manners(|manners| manners.registration_disabled = true);
    same(
        &lab.run("register example.test").transcript(),
        str![[r"
3
--- stdout
--- stderr
registering _acme-challenge.example.test at 127.0.0.1:[PORT]
error: could not register example.test
  cause: the acme-dns server 127.0.0.1:[PORT] has registration switched off, or its base URL is another
   hint: check the path of the base URL; on a server of your own, set `disable_registration = false` while you register

"]],
    );
}

#[test]
fn a_server_that_is_down_is_try_later() {
    let lab = Lab::new();
    let run = lab.run_with("register example.test", &[("CERTDNS_ACME_DNS", "http://127.0.0.1:9/")]);
    same(
        &run.transcript(),
        str![[r"
4
--- stdout
--- stderr
registering _acme-challenge.example.test at 127.0.0.1:9
error: could not register example.test
  cause: the acme-dns server 127.0.0.1:9 gave no answer
  cause: could not connect to 127.0.0.1:9
  cause: Connection refused (os error 111)
   hint: check that the server is up and reachable from this machine (firewall, proxy: `HTTPS_PROXY`), then run the same command again

"]],
    );
}

#[test]
fn secrets_are_in_no_output_however_verbose() {
    let lab = Lab::new();
    lab.sandbox
        .acme_dns
        .manners(|manners| manners.basic = Some(("me".into(), certdns::secret::Secret::new("l1cence"))));
    let url = lab.sandbox.acme_dns.http_url().to_string().replace("http://", "http://me:l1cence@");
    let run = lab.run_with("-vv register example.test", &[("CERTDNS_ACME_DNS", &url)]).succeeded();
    let stored = lab.registration("example.test");
    for secret in ["l1cence", stored["password"].as_str().unwrap()] {
        assert!(!run.transcript().contains(secret), "{}", run.transcript());
    }
    assert!(!stored.to_string().contains("l1cence"));
    assert!(run.stderr.contains("/register: 201"), "{}", run.stderr);
}
