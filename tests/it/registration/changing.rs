//! Registrations that go, come back, or are somebody else's.

use snapbox::str;

use crate::support::{Lab, same};

fn certified() -> Lab {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    lab
}

#[test]
fn removing_says_what_it_breaks_and_nobody_is_there_to_say_yes() {
    let lab = certified();
    same(
        &lab.run("registration remove example.test").transcript(),
        str![[r#"
3
--- stdout
--- stderr
warning: these certificates cannot be renewed without this registration: example.test
error: nothing was done: nobody said yes
   hint: run the same command at a terminal and say `y`, or with `--yes`

"#]],
    );
    assert_eq!(lab.registrations(), 1);
    same(
        &lab.run("registration remove example.test --yes").transcript(),
        str![[r#"
0
--- stdout
The registration of example.test at 127.0.0.1:[PORT] is kept aside.
These certificates cannot be renewed any more: example.test

certdns registration restore example.test 0001
--- stderr
warning: these certificates cannot be renewed without this registration: example.test

"#]],
    );
    let renewed = lab.run("renew --force");
    assert_eq!(renewed.status, 3, "{}", renewed.transcript());
    assert_eq!(lab.run("registration remove example.test --yes").status, 2);

    same(
        &lab.run("registration restore example.test 0001").transcript(),
        str![[r#"
0
--- stdout
The registration of example.test at 127.0.0.1:[PORT] is in use again.

What DNS shows now:
  ok  _acme-challenge.example.test: delegated
--- stderr
asking DNS about _acme-challenge.example.test

"#]],
    );
    lab.run("renew --force").succeeded();
    same(
        &lab.run("registration history").transcript(),
        str![[r#"
0
--- stdout
  WHEN                  NAME          WHAT        WHY                 CNAME TARGET
  [TIME]  example.test  registered  at 127.0.0.1:[PORT]  [ID].auth.acme-dns.test
  [TIME]  example.test  set aside   removed by hand     [ID].auth.acme-dns.test
  [TIME]  example.test  restored    by hand             [ID].auth.acme-dns.test
--- stderr

"#]],
    );
}

#[test]
fn what_is_set_aside_is_for_its_owner_only() {
    let lab = Lab::new();
    lab.run("register example.test").succeeded();
    lab.run("registration remove example.test --yes").succeeded();
    same(
        &lab.files(),
        str![[r#"
0600 registrations/127.0.0.1_[PORT]/example.test.aside/0001.json
0600 registrations/127.0.0.1_[PORT]/example.test.published
0700 registrations/
0700 registrations/127.0.0.1_[PORT]/
0700 registrations/127.0.0.1_[PORT]/example.test.aside/

"#]],
    );
}

#[test]
fn a_registration_gets_another_name_whose_cname_must_lead_to_it() {
    let lab = certified();
    same(
        &lab.run("registration rename example.test www.example.test").transcript(),
        str![[r#"
3
--- stdout
--- stderr
warning: these certificates cannot be renewed without this registration: example.test
error: nothing was done: nobody said yes
   hint: run the same command at a terminal and say `y`, or with `--yes`

"#]],
    );
    assert_eq!(lab.registration("example.test")["challenge"], "_acme-challenge.example.test");
    let run = lab.run("registration rename example.test www.example.test --yes");
    same(
        &run.transcript(),
        str![[r#"
3
--- stdout
The registration of example.test is that of www.example.test now; under example.test it is kept aside.
These certificates cannot be renewed any more: example.test

Create this record at your DNS host, once:

_acme-challenge.www.example.test. CNAME [ID].auth.acme-dns.test.

What DNS shows now:
  --  _acme-challenge.www.example.test: not delegated yet
      _acme-challenge.www.example.test has no CNAME; _acme-challenge.example.test has one, but each name needs its own
--- stderr
warning: these certificates cannot be renewed without this registration: example.test
asking DNS about _acme-challenge.www.example.test

"#]],
    );
    let target = lab.registration("www.example.test")["fulldomain"].as_str().unwrap().to_owned();
    lab.sandbox.host.add_record(&format!("_acme-challenge.www.example.test. CNAME {target}.")).unwrap();
    lab.run("issue -d www.example.test").succeeded();
    same(
        &lab.run("registration history www.example.test").transcript(),
        str![[r#"
0
--- stdout
  WHEN                  NAME              WHAT        WHY                                    CNAME TARGET
  [TIME]  www.example.test  registered  at 127.0.0.1:[PORT]                     [ID].auth.acme-dns.test
  [TIME]  www.example.test  renamed     from example.test to www.example.test  [ID].auth.acme-dns.test
--- stderr

"#]],
    );
    // The old name can have it back, too: a second name for one registration.
    lab.run("registration restore example.test").succeeded();
    lab.run("renew --force").succeeded();
}

#[test]
fn a_name_that_has_a_registration_gets_no_other_by_renaming() {
    let lab = Lab::new();
    lab.run("register example.test www.example.test").succeeded();
    for to in ["www.example.test", "example.test"] {
        let run = lab.run(&format!("registration rename example.test {to}"));
        assert_eq!((run.status, lab.registrations()), (2, 2), "{}", run.transcript());
    }
}

#[test]
fn of_several_registrations_of_a_name_it_must_be_clear_which_is_meant() {
    let lab = Lab::new();
    lab.run("register example.test").succeeded();
    let port = lab.sandbox.acme_dns.http_url().port().unwrap();
    let other = format!("http://localhost:{port}");
    lab.run(&format!("register example.test --acme-dns {other}")).succeeded();
    same(
        &lab.run("registration remove example.test --yes").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: example.test is registered at several servers
   hint: say which is meant:
         --at 127.0.0.1:[PORT]
         --at localhost:[PORT]

"#]],
    );
    same(
        &lab.run("registration list").transcript(),
        str![[r#"
0
--- stdout
  NAME          ACME-DNS SERVER  CNAME TARGET                                             CERTIFICATES           ORIGIN
  example.test  127.0.0.1:[PORT]  [ID].auth.acme-dns.test                         registered at 127.0.0.1:[PORT]
  example.test  localhost:[PORT]  [ID].auth.acme-dns.test  (another one is used)  registered at localhost:[PORT]
--- stderr

"#]],
    );
    lab.run(&format!("registration remove example.test --at localhost:{port} --yes")).succeeded();
    assert_eq!(lab.registrations(), 1);
}

#[test]
fn a_damaged_registration_is_told_and_hides_no_other() {
    let lab = Lab::new();
    lab.run("register example.test www.example.test").succeeded();
    std::fs::write(lab.registration_path("www.example.test"), "{").unwrap();
    let run = lab.run("registration list --json");
    assert_eq!((run.status, run.json()["registrations"].as_array().unwrap().len()), (1, 1), "{}", run.transcript());
    assert_eq!(run.json()["damaged"][0]["kind"], "failed");
}
