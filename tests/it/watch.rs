//! `certdns check --watch` and the waiting of the other commands: the same eyes, the same pace.

use std::time::{Duration, Instant};

use snapbox::str;

use crate::support::{Lab, same};

fn finished(child: std::process::Child) -> (i32, String, String) {
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
}

fn until(what: impl Fn() -> bool) {
    let begun = Instant::now();
    while !what() {
        assert!(begun.elapsed() < Duration::from_secs(20), "nothing happens");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn names_are_followed_until_all_are_well_and_each_change_is_a_line() {
    let lab = Lab::new();
    lab.run("register example.test www.example.test").succeeded();
    let looks = || {
        let queries = lab.sandbox.host.queries();
        queries.iter().filter(|query| *query == "ns1.example.test CNAME _acme-challenge.www.example.test").count()
    };
    let before = looks();
    let child = lab.spawn("check --watch");
    until(|| looks() >= before + 2);
    lab.delegate("example.test");
    let seen = looks();
    until(|| looks() >= seen + 2);
    lab.delegate("www.example.test");
    let (status, stdout, stderr) = finished(child);
    same(
        &format!("{status}\n--- stdout\n{stdout}--- stderr\n{stderr}"),
        str![[r#"
0
--- stdout
  NAME              DELEGATION  CAA     VALUES
  example.test      ok          any CA  1
  www.example.test  ok          any CA  1

2 of 2 names are ready.
--- stderr
asking DNS about _acme-challenge.example.test, _acme-challenge.www.example.test
waiting until DNS is right for _acme-challenge.example.test, _acme-challenge.www.example.test
_acme-challenge.example.test: ready
_acme-challenge.www.example.test: cname-only-above
waiting until DNS is right for _acme-challenge.www.example.test
_acme-challenge.www.example.test: ready

"#]],
    );
}

#[test]
fn a_time_limit_ends_the_watch_with_what_is_wrong() {
    let lab = Lab::new();
    lab.run("register example.test").succeeded();
    let begun = Instant::now();
    let run = lab.run("check --watch=2s");
    assert!(begun.elapsed() < Duration::from_secs(10));
    assert_eq!(run.status, 3);
    assert!(run.stdout.contains("[cname-missing]"), "{}", run.transcript());
}

#[test]
fn the_pauses_grow_so_that_no_server_is_hammered() {
    let lab = Lab::new();
    lab.run("register example.test").succeeded();
    let before = lab.sandbox.host.queries().len();
    lab.run("check --watch=8s");
    let asked = lab.sandbox.host.queries()[before..]
        .iter()
        .filter(|query| query.starts_with("ns1.") && query.ends_with(" CNAME _acme-challenge.example.test"))
        .count();
    // After 0, 1, 2.5, 4.8 and 8 seconds.
    assert!(asked <= 5, "asked {asked} times");
}

#[test]
fn a_resolver_that_is_believed_is_not_asked_again_before_it_may_say_something_else() {
    let lab = Lab::new();
    lab.run("register example.test").succeeded();
    let asked =
        || lab.sandbox.resolver.queries().iter().filter(|query| *query == "CNAME _acme-challenge.example.test").count();
    // The zone says that a denial may be believed for 60 s.
    let before = asked();
    let view = [("CERTDNS_DNS_VIEW", "resolver"), ("CERTDNS_NAME_SERVERS", "")];
    let run = lab.run_with("check --watch=5s", &view);
    assert_eq!(run.status, 3, "{}", run.transcript());
    assert_eq!(asked() - before, 2, "the first look, and the one when the time is over");
}

#[test]
fn a_watch_with_nothing_to_wait_for_ends_at_once() {
    let lab = Lab::new().delegated("example.test");
    let begun = Instant::now();
    assert_eq!(lab.run("check --watch").status, 0);
    assert!(begun.elapsed() < Duration::from_secs(5));
    assert_eq!(lab.run("check nobody.example.test --watch").status, 3);
}

#[test]
fn a_watch_without_end_is_no_overflow() {
    let lab = Lab::new().delegated("example.test");
    assert_eq!(lab.run("check --watch=9223372036854775807s").status, 0);
}
