//! `certdns registration`, as a person would use it.

mod adding;
mod changing;
mod conflicts;
mod damage;
mod elsewhere;
mod export;
// Folders are called after hosts with ports, which Windows does not take.
#[cfg(unix)]
mod import;
#[cfg(unix)]
mod interrupted;
mod moves;

use snapbox::str;

use crate::support::{Lab, same};

#[test]
fn nothing_registered_is_a_first_step() {
    let lab = Lab::new();
    let told: String =
        ["list", "history"].map(|action| lab.run(&format!("registration {action}")).transcript()).concat();
    same(
        &told,
        str![[r#"
0
--- stdout
Nothing is registered yet: `certdns register NAME` is the first step, or `certdns registration import`.
--- stderr
0
--- stdout
Nothing is registered yet: `certdns register NAME` is the first step.
--- stderr

"#]],
    );
    assert!(!lab.state().exists());
}

#[test]
fn registrations_are_listed_with_the_certificates_that_need_them() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    lab.run("register www.example.test").succeeded();
    same(
        &lab.run("registration list").transcript(),
        str![[r#"
0
--- stdout
  NAME              ACME-DNS SERVER  CNAME TARGET                                             CERTIFICATES  ORIGIN
  example.test      127.0.0.1:[PORT]  [ID].auth.acme-dns.test  example.test  registered at 127.0.0.1:[PORT]
  www.example.test  127.0.0.1:[PORT]  [ID].auth.acme-dns.test                registered at 127.0.0.1:[PORT]
--- stderr

"#]],
    );
    let listed = lab.run("registration list --json").succeeded().json();
    let one = &listed["registrations"][0];
    assert_eq!(
        (&one["challenge"], &one["lineages"][0]),
        (&"_acme-challenge.example.test".into(), &"example.test".into())
    );
    assert_eq!((&one["used"], &one["origin"]["what"]), (&true.into(), &"registered".into()));
}

#[test]
fn a_registration_is_shown_with_its_story_and_what_dns_says() {
    let lab = Lab::new().delegated("example.test");
    lab.run("register www.example.test").succeeded();
    let told: String = ["example.test", "_acme-challenge.www.example.test", "nowhere.test", "example.test --offline"]
        .map(|name| format!("$ {name}\n{}", lab.run(&format!("registration show {name}")).transcript()))
        .concat();
    same(
        &told,
        str![[r#"
$ example.test
0
--- stdout
example.test at 127.0.0.1:[PORT]
  target       [ID].auth.acme-dns.test
  server       http://127.0.0.1:[PORT]/
  slots        1 of 2 hold a value from here

  WHEN                  WHAT        WHY
  [TIME]  registered  at 127.0.0.1:[PORT]

What DNS shows now:
  ok  _acme-challenge.example.test: delegated
--- stderr
asking DNS about _acme-challenge.example.test
$ _acme-challenge.www.example.test
0
--- stdout
www.example.test at 127.0.0.1:[PORT]
  target       [ID].auth.acme-dns.test
  server       http://127.0.0.1:[PORT]/
  slots        1 of 2 hold a value from here

  WHEN                  WHAT        WHY
  [TIME]  registered  at 127.0.0.1:[PORT]

Create this record at your DNS host, once:

_acme-challenge.www.example.test. CNAME [ID].auth.acme-dns.test.

What DNS shows now:
  --  _acme-challenge.www.example.test: not delegated yet
      _acme-challenge.www.example.test has no CNAME; _acme-challenge.example.test has one, but each name needs its own
--- stderr
asking DNS about _acme-challenge.www.example.test
$ nowhere.test
2
--- stdout
--- stderr
error: nowhere.test has no registration here
   hint: `certdns registration list` tells what there is
$ example.test --offline
0
--- stdout
example.test at 127.0.0.1:[PORT]
  target       [ID].auth.acme-dns.test
  server       http://127.0.0.1:[PORT]/
  slots        1 of 2 hold a value from here

  WHEN                  WHAT        WHY
  [TIME]  registered  at 127.0.0.1:[PORT]
--- stderr

"#]],
    );
    let shown = lab.run("registration show example.test --json").succeeded().json();
    assert_eq!(shown["registrations"][0]["stands"], true);
    assert_eq!(shown["registrations"][0]["history"][0]["what"], "registered");
}

#[test]
fn no_password_is_ever_shown() {
    let lab = Lab::new().delegated("example.test");
    let stored = lab.registration("example.test");
    let secrets = [stored["password"].as_str().unwrap(), stored["username"].as_str().unwrap()];
    lab.run("registration export all.json").succeeded();
    let lines = [
        "registration list --json",
        "registration show example.test --json -vv",
        "registration history --json",
        "registration import all.json --json -vv",
        "registration import all.json --probe",
        "registration export more.json --json",
        "registration rename example.test www.example.test --json",
        "registration remove www.example.test --yes --json",
        "registration restore example.test --json -vv",
        "registration list",
    ];
    for line in lines {
        let transcript = lab.run(line).transcript();
        assert!(!secrets.iter().any(|secret| transcript.contains(secret)), "{line}: {transcript}");
    }
}
