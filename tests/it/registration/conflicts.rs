//! A registration from elsewhere meets another one for the same name.

use serde_json::json;
use snapbox::str;

use super::elsewhere::Elsewhere;
use crate::support::same;

/// `example.test` is registered here as well; the CNAME leads to the one elsewhere.
fn twice() -> Elsewhere {
    let other = Elsewhere::new();
    other.lab.run("register example.test").succeeded();
    other.write("lego.json", other.lego().to_string());
    other
}

fn kept(other: &Elsewhere) -> bool {
    other.lab.registration("example.test")["subdomain"] != other.reply["subdomain"]
}

#[test]
fn a_conflict_shows_both_and_where_the_live_cname_points_to() {
    let other = twice();
    let before = other.state();
    same(
        &other.lab.run("registration import lego.json").transcript(),
        str![[r#"
3
--- stdout
--- stderr
error: nothing was taken from lego.json
  cause: the registration of example.test is another than the one that is here
  cause: here:  [ID].auth.acme-dns.test at 127.0.0.1:[PORT], registered [TIME]
  cause: there: [ID].auth.acme-dns.test at 127.0.0.1:[PORT]
  cause: the live CNAME points to the other one
   hint: decide with `--keep mine`, `--keep theirs`, or `--keep dns` for the one that the CNAME points to; what is replaced is kept aside

"#]],
    );
    let refused = other.lab.run("registration import lego.json --json");
    assert_eq!((refused.status, &refused.json()["error"]["kind"]), (3, &json!("action-needed")));
    assert_eq!(other.state(), before);
    assert!(kept(&other));
}

#[test]
fn dns_decides_for_the_one_that_the_cname_points_to_and_the_other_is_restorable() {
    let other = twice();
    let mine = other.lab.registration("example.test");
    same(
        &other.lab.run("registration import lego.json --keep dns").transcript(),
        str![[r#"
0
--- stdout
lego.json (lego, acme-dns-client or Caddy)

  NAME                                                  ACME-DNS SERVER  CNAME TARGET
  example.test  taken over, the one here is kept aside  127.0.0.1:[PORT]  [ID].auth.acme-dns.test

What DNS shows now:
  ok  _acme-challenge.example.test: delegated
--- stderr
asking DNS about _acme-challenge.example.test

"#]],
    );
    assert!(!kept(&other));
    other.lab.run("issue -d example.test --agree-tos").succeeded();
    same(
        &other.lab.run("registration list").transcript(),
        str![[r#"
0
--- stdout
  NAME          ACME-DNS SERVER  CNAME TARGET                                             CERTIFICATES  ORIGIN
  example.test  127.0.0.1:[PORT]  [ID].auth.acme-dns.test  example.test  imported from lego.json (lego, acme-dns-client or Caddy)

Kept aside; `certdns registration restore NAME ID` brings one back:
  NAME          ID    ACME-DNS SERVER  WHY
  example.test  0001  127.0.0.1:[PORT]  gave way to another, from lego.json (lego, acme-dns-client or Caddy)
--- stderr

"#]],
    );

    let restored = other.lab.run("registration restore example.test");
    assert_eq!(restored.status, 3, "{}", restored.transcript());
    assert_eq!(other.lab.registration("example.test")["password"], mine["password"]);
    // And back again.
    other.lab.run("registration restore example.test").succeeded();
    assert!(!kept(&other));
    same(
        &other.lab.run("registration history example.test").transcript(),
        str![[r#"
0
--- stdout
  WHEN                  NAME          WHAT        WHY                                                                   CNAME TARGET
  [TIME]  example.test  registered  at 127.0.0.1:[PORT]                                                    [ID].auth.acme-dns.test
  [TIME]  example.test  imported    from lego.json (lego, acme-dns-client or Caddy)                       [ID].auth.acme-dns.test
  [TIME]  example.test  set aside   gave way to another, from lego.json (lego, acme-dns-client or Caddy)  [ID].auth.acme-dns.test
  [TIME]  example.test  restored    by hand                                                               [ID].auth.acme-dns.test
  [TIME]  example.test  set aside   gave way to one that was restored                                     [ID].auth.acme-dns.test
  [TIME]  example.test  restored    by hand                                                               [ID].auth.acme-dns.test
  [TIME]  example.test  set aside   gave way to one that was restored                                     [ID].auth.acme-dns.test
--- stderr

"#]],
    );
}

#[test]
fn dns_decides_for_what_is_here_and_says_when_it_cannot() {
    let other = twice();
    other.lab.sandbox.host.remove("_acme-challenge.example.test").unwrap();
    let before = other.state();
    let run = other.lab.run("registration import lego.json --keep dns");
    assert_eq!((run.status, other.state()), (3, before), "{}", run.transcript());
    assert!(run.stderr.contains("there is no live CNAME"), "{}", run.transcript());

    let target = other.lab.registration("example.test")["fulldomain"].as_str().unwrap().to_owned();
    other.lab.sandbox.host.add_record(&format!("_acme-challenge.example.test. CNAME {target}.")).unwrap();
    let run = other.lab.run("registration import lego.json --keep dns --json").succeeded();
    assert_eq!(run.json()["files"][0]["registrations"][0]["action"], "kept");
    assert!(kept(&other));
}

#[test]
fn a_person_decides_against_dns() {
    let other = twice();
    let run = other.lab.run("registration import lego.json --keep mine --json");
    assert_eq!((run.status, kept(&other)), (3, true), "{}", run.transcript());
    let run = other.lab.run("registration import lego.json --keep theirs --offline --json").succeeded();
    assert_eq!(run.json()["files"][0]["registrations"][0]["action"], "replaced");
    assert!(!kept(&other));
}

#[test]
fn one_at_another_server_is_a_conflict_too_for_only_one_is_used() {
    let other = twice();
    let mut lego = other.lego();
    lego["example.test"]["server_url"] = json!(other.server().replace("127.0.0.1", "localhost"));
    other.write("lego.json", lego.to_string());
    let run = other.lab.run("registration import lego.json");
    assert_eq!(run.status, 3, "{}", run.transcript());
    other.lab.run("registration import lego.json --keep theirs").succeeded();
    assert_eq!(other.lab.registrations(), 1);
    let listed = other.lab.run("registration list --json").succeeded().json();
    assert_eq!(listed["aside"][0]["set_aside"]["what"], "set-aside");
}

#[test]
fn of_a_file_with_a_conflict_nothing_is_taken_unless_a_part_was_asked_for() {
    let other = twice();
    let mut lego = other.lego();
    lego["www.example.test"] = lego["example.test"].clone();
    other.write("lego.json", lego.to_string());
    let before = other.state();
    same(
        &other.lab.run("registration import lego.json").transcript(),
        str![[r#"
3
--- stdout
--- stderr
error: nothing was taken from lego.json
  cause: the registration of example.test is another than the one that is here
  cause: here:  [ID].auth.acme-dns.test at 127.0.0.1:[PORT], registered [TIME]
  cause: there: [ID].auth.acme-dns.test at 127.0.0.1:[PORT]
  cause: the live CNAME points to the other one
   hint: decide with `--keep mine`, `--keep theirs`, or `--keep dns` for the one that the CNAME points to; what is replaced is kept aside
   hint: what is well beside it can be taken with `--partial`

"#]],
    );
    assert_eq!(other.state(), before);
    let run = other.lab.run("registration import lego.json --partial --offline --json");
    assert_eq!(run.status, 3, "{}", run.transcript());
    assert_eq!(run.json()["files"][0]["registrations"][0]["challenge"], "_acme-challenge.www.example.test");
    assert!(kept(&other) && other.lab.registrations() == 2);
}
