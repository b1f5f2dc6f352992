//! `certdns status`, as a person and as monitoring would run it.

mod files;
mod formats;
mod looking;

use serde_json::json;
use snapbox::str;

use crate::support::house::{DAY, House, Life};
use crate::support::{Run, same};

/// Days of certificates and moments change from run to run, how far off they are does not.
#[track_caller]
fn tells(run: &Run, expected: snapbox::data::Inline) {
    let dates = regex::Regex::new("20[0-9]{2}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2})?").unwrap();
    same(&dates.replace_all(&run.transcript(), "[DATE]"), expected);
}

fn days(from: i64, to: i64) -> Life {
    Life(from * DAY, to * DAY)
}

/// One lineage in each state.
fn house() -> House {
    let house = House::new();
    house.lineage("good.test", &[days(-10, 80)]).lineage("due.test", &[days(-61, 29)]);
    house.lineage("new.test", &[]).lineage("overdue.test", &[days(-65, 25)]);
    house.lineage("blocked.test", &[days(-20, 70)]);
    house.lineage("failing.test", &[days(-62, 28)]).failing("failing.test", 3, -9, 4, "the CA is down");
    house.lineage("late.test", &[days(-88, 2)]).failing("late.test", 30, -480, 5, "the CA is down");
    house.lineage("expired.test", &[days(-91, -1)]);
    house.lineage("revoked.test", &[days(-9, 81)]).change("revoked.test", |lineage| {
        let revoked = json!({ "reason": "keyCompromise", "at": house.at(-30) });
        lineage["generations"] =
            json!({ "1": { "directory": "https://ca.test/", "account": null, "revoked": revoked } });
    });
    house.lineage("damaged.test", &[days(-9, 81)]);
    std::fs::write(house.state().join("lineages/damaged.test/0001/cert.pem"), "").unwrap();
    house.lineage("unreadable.test", &[days(-9, 81)]);
    std::fs::write(house.state().join("lineages/unreadable.test/lineage.json"), "{\"version\": 1, \"na").unwrap();
    let fault = ("cname-missing", "_acme-challenge.blocked.test has no CNAME yet");
    house.looked(&[("good.test", None, "locked"), ("blocked.test", Some(fault), "any CA")]);
    house
}

#[test]
fn an_empty_house_is_well_and_stays_empty() {
    let house = House::new();
    same(
        &house.run("status").transcript(),
        str![[r#"
0
--- stdout
No certificates yet: `certdns issue -d NAME` gets the first one.
--- stderr

"#]],
    );
    for format in ["html", "prometheus", "json"] {
        house.run(&format!("status --format {format}")).succeeded();
    }
    assert!(!house.state().exists());
}

#[test]
fn the_worst_comes_first_and_what_to_do_is_told() {
    tells(
        &house().run("status"),
        str![[r#"
1
--- stdout
  STATE       LINEAGE          NAMES         EXPIRES                          RENEWAL                                                      DELEGATION                      CAA       LAST RESULT
  unreadable  unreadable.test  -             -                                -                                                            not seen                        not seen  -
  damaged     damaged.test     damaged.test  -                                -                                                            not seen                        not seen  ok
  expired     expired.test     expired.test  [DATE] (23 hours ago)  due since [DATE]: a third left                           not seen                        not seen  ok
  revoked     revoked.test     revoked.test  [DATE] (in 81 days)    due since [DATE]: it was revoked                         not seen                        not seen  ok
  failing     late.test        late.test     [DATE] (in 2 days)     [DATE] (in 5 hours): backed off after 30 failures  not seen                        not seen  failed since [DATE]: the CA is down
  failing     failing.test     failing.test  [DATE] (in 28 days)    [DATE] (in 4 hours): backed off after 3 failures   not seen                        not seen  failed since [DATE]: the CA is down
  blocked     blocked.test     blocked.test  [DATE] (in 70 days)    [DATE] (in 40 days): a third left                  cname-missing since [DATE]  any CA    ok
  overdue     overdue.test     overdue.test  [DATE] (in 25 days)    due since [DATE]: a third left                           not seen                        not seen  ok
  not issued  new.test         new.test      -                                -                                                            not seen                        not seen  -
  due         due.test         due.test      [DATE] (in 29 days)    due since [DATE]: a third left                           not seen                        not seen  ok
  good        good.test        good.test     [DATE] (in 80 days)    [DATE] (in 50 days): a third left                  ok                              locked    ok

critical: unreadable.test: [DIR]/state/lineages/unreadable.test/lineage.json is damaged at line 1, column 18: the file ends too early
   hint: restore the file from a backup, or move it aside; certdns never overwrites what it cannot read

critical: damaged.test: [DIR]/state/lineages/damaged.test/0001/cert.pem cannot be used: it does not belong to the certificate beside it
   hint: restore the file from a backup, or move it aside; certdns never overwrites what it cannot read
   hint: or have a new certificate made
         certdns renew damaged.test

critical: expired.test: expired 23 hours ago
   hint: see that a timer runs `certdns renew`; or have it renewed now
         certdns renew expired.test

critical: revoked.test: revoked 29 hours ago (keyCompromise)
   hint: have it replaced now, or leave that to the next run
         certdns renew revoked.test

critical: late.test: renewal failed 30 times in 19 days: the CA is down; the next try is in 5 hours; expires in 2 days

warning: failing.test: renewal failed 3 times in 8 hours: the CA is down; the next try is in 4 hours; expires in 28 days

warning: blocked.test: _acme-challenge.blocked.test has no CNAME yet; expires in 70 days
   hint: create this record at your DNS host
         _acme-challenge CNAME x.auth.example.org.

warning: overdue.test: due for 4 days, and nothing has tried to renew it; expires in 25 days
   hint: see that a timer runs `certdns renew`; or have it renewed now
         certdns renew overdue.test

warning: new.test: no certificate was issued yet
   hint: have it issued now, or leave that to the next run
         certdns renew new.test

11 certificates: 5 critical, 4 to look at.
--- stderr

"#]],
    );
}

#[test]
fn quiet_tells_only_what_is_not_well() {
    let house = House::new();
    house.lineage("good.test", &[days(-10, 80)]).lineage("overdue.test", &[days(-65, 25)]);
    tells(
        &house.run("--quiet status"),
        str![[r#"
3
--- stdout
  STATE    LINEAGE       NAMES         EXPIRES                        RENEWAL                             DELEGATION  CAA       LAST RESULT
  overdue  overdue.test  overdue.test  [DATE] (in 25 days)  due since [DATE]: a third left  not seen    not seen  ok

warning: overdue.test: due for 4 days, and nothing has tried to renew it; expires in 25 days
   hint: see that a timer runs `certdns renew`; or have it renewed now
         certdns renew overdue.test

2 certificates: 0 critical, 1 to look at.
--- stderr

"#]],
    );
    assert_eq!(house.run("--quiet status good.test").succeeded().stdout, "");
}

#[test]
fn why_it_is_renewed_then_is_told() {
    let house = House::new();
    house.lineage("a.test", &[days(-30, 60)]);
    house.suggested("a.test", days(-3, -2), -10, Some("https://ca.test/incident"));
    house.lineage("b.test", &[days(-30, 60)]).suggested("b.test", days(30, 32), 31 * DAY, None);
    house.lineage("c.test", &[days(-30, 60)]).change("c.test", |lineage| lineage["renew_before"] = "20d".into());
    house.lineage("d.test", &[days(-30, 60)]).lineage("e.test", &[Life(-40, 104)]);
    tells(
        &house.run("status"),
        str![[r#"
0
--- stdout
  STATE  LINEAGE  NAMES   EXPIRES                        RENEWAL                                                                 DELEGATION  CAA       LAST RESULT
  due    a.test   a.test  [DATE] (in 59 days)  due since [DATE]: the CA suggests it, see https://ca.test/incident  not seen    not seen  ok
  good   e.test   e.test  [DATE] (in 4 days)   [DATE] (in 32 hours): half left                               not seen    not seen  ok
  good   b.test   b.test  [DATE] (in 59 days)  [DATE] (in 31 days): the CA suggests it                       not seen    not seen  ok
  good   c.test   c.test  [DATE] (in 59 days)  [DATE] (in 40 days): renew-before 20d                         not seen    not seen  ok
  good   d.test   d.test  [DATE] (in 59 days)  [DATE] (in 30 days): a third left                             not seen    not seen  ok
--- stderr

"#]],
    );
}

#[test]
fn limits_are_of_the_lifetime_unless_they_are_given() {
    let house = House::new();
    // Both were renewed in time, if only just.
    house.lineage("long.test", &[Life(-60 * DAY - 1, 30 * DAY - 1)]).lineage("short.test", &[Life(-73, 71)]);
    let code = |line: &str, limits: &[(&str, &str)]| house.run_with(line, limits).status;
    assert_eq!(code("status", &[]), 0);
    assert_eq!(code("status --warn 14d --crit 7d", &[]), 4);
    assert_eq!(code("status --warn 14d --crit 7d long.test", &[]), 0);
    assert_eq!(code("status --warn 40d long.test", &[]), 4);
    assert_eq!(code("status --warn 2/5 long.test", &[]), 4);
    assert_eq!(code("status --warn 1/4 --crit 1/8", &[]), 0);
    assert_eq!(code("status long.test", &[("CERTDNS_WARN", "40d")]), 4);
    assert_eq!(code("status long.test --warn 14d", &[("CERTDNS_WARN", "40d")]), 0);
    assert_eq!(code("status --warn soon", &[]), 2);
    tells(
        &house.run_with("status", &[("CERTDNS_CRIT", "never")]),
        str![[r#"
2
--- stdout
--- stderr
error: setting crit: "never" write a part of the lifetime such as 1/3 or 33%, or a length of time such as 30d or 36h
   hint: see `certdns help` for what the setting takes

"#]],
    );
}

#[test]
fn who_has_to_act_decides_the_exit_code() {
    let house = house();
    let code = |name: &str| house.run(&format!("status {name}")).status;
    assert_eq!(["good.test", "due.test"].map(code), [0, 0]);
    assert_eq!(["blocked.test", "overdue.test", "new.test"].map(code), [3, 3, 3]);
    assert_eq!(["failing.test"].map(code), [4]);
    assert_eq!(["late.test", "expired.test", "revoked.test", "damaged.test", "unreadable.test"].map(code), [1; 5]);
    assert_eq!(house.run("status failing.test blocked.test").status, 3);
}

#[test]
fn an_unknown_lineage_is_an_error() {
    same(
        &House::new().run("status other").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: there is no lineage called other
   hint: `certdns list` tells what there is

"#]],
    );
}

#[test]
fn words_of_others_cannot_command_the_terminal() {
    let house = House::new();
    house.lineage("a.test", &[days(-62, 28)]).failing("a.test", 1, -1, 1, "\u{1b}]0;owned\u{7}\r\nall is well");
    let shown = house.run("status").stdout;
    assert!(shown.contains("]0;owned   all is well") && !shown.contains(['\u{1b}', '\u{7}', '\r']), "{shown}");
}
