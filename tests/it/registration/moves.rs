//! Names that move from one acme-dns server to another.

use std::fs;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use snapbox::str;

use crate::support::{Lab, same};

const NAME: &str = "example.test";

/// The lab's acme-dns server under another name: another server, as far as anybody can tell.
fn other(lab: &Lab) -> String {
    lab.sandbox.acme_dns.http_url().to_string().replace("127.0.0.1", "localhost")
}

/// What `move` says of each name, however far it is.
fn moves(lab: &Lab, line: &str) -> Vec<Value> {
    lab.run(&format!("registration move {line} --json")).json()["moves"].as_array().unwrap().clone()
}

/// The CNAME of a name is changed to the one that `move` shows; resolvers may remember it for so many seconds.
fn point(lab: &Lab, name: &str, record: &Value, ttl: u32) {
    let record = record.as_str().unwrap().replace(" CNAME ", &format!(" {ttl} CNAME "));
    lab.sandbox.host.remove(&format!("_acme-challenge.{name}")).unwrap();
    lab.sandbox.host.add_record(&record).unwrap();
}

/// A certified name whose CNAME no resolver remembers for more than a second.
fn certified() -> Lab {
    let lab = Lab::new();
    let record = lab.cname_at_lab(NAME);
    point(&lab, NAME, &json!(record), 1);
    lab.run("issue -d example.test -d *.example.test --agree-tos").succeeded();
    lab
}

/// Runs `move` until it has nothing to do any more.
fn finish(lab: &Lab, environment: &[(&str, &str)]) -> String {
    let begun = Instant::now();
    loop {
        let run = lab.run_with("registration move", environment);
        if run.status == 0 {
            return run.stdout;
        }
        assert!(run.status == 4 && begun.elapsed() < Duration::from_secs(20), "{}", run.transcript());
        std::thread::sleep(Duration::from_millis(200));
    }
}

#[test]
fn a_move_shows_the_cname_to_change_and_ends_when_every_name_server_leads_to_the_new_one() {
    let lab = certified();
    let to = other(&lab);
    same(
        &lab.run(&format!("registration move example.test --to {to}")).transcript(),
        str![[r#"
3
--- stdout
  NAME          FROM             TO               DNS LEADS TO  WHAT REMAINS
  example.test  127.0.0.1:[PORT]  localhost:[PORT]  old           change its CNAME

Change the record at your DNS host to this:

_acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.

Certificates are renewed meanwhile, wherever the CNAMEs lead. This tells how far it is:

certdns registration move --status
--- stderr
registering _acme-challenge.example.test at localhost:[PORT]

"#]],
    );
    same(
        &lab.run("registration move --status").transcript(),
        str![[r#"
3
--- stdout
  NAME          FROM             TO               DNS LEADS TO  WHAT REMAINS
  example.test  127.0.0.1:[PORT]  localhost:[PORT]  old           change its CNAME

Change the record at your DNS host to this:

_acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.
--- stderr

"#]],
    );
    let record = moves(&lab, "--status")[0]["record"].clone();
    lab.run("renew --force").succeeded();

    lab.sandbox.host.misbehave(1, |manners| manners.silent = true);
    point(&lab, NAME, &record, 1);
    let told = moves(&lab, "");
    assert_eq!((&told[0]["leads_to"], &told[0]["remaining"]), (&json!("new"), &json!("wait-for-servers")));
    assert_eq!(lab.registrations(), 2);
    lab.sandbox.host.misbehave(1, |manners| manners.silent = false);
    lab.run("renew --force").succeeded();

    same(
        &finish(&lab, &[]),
        str![[r#"
example.test: moved to localhost:[PORT]; its registration at 127.0.0.1:[PORT] is kept aside

"#]],
    );
    assert_eq!(lab.registrations(), 1);
    lab.run("renew --force").succeeded();
    same(
        &lab.run("registration history example.test").transcript(),
        str![[r#"
0
--- stdout
  WHEN                  NAME          WHAT        WHY                                                      CNAME TARGET
  [TIME]  example.test  registered  at 127.0.0.1:[PORT]                                       [ID].auth.acme-dns.test
  [TIME]  example.test  registered  at localhost:[PORT]                                       [ID].auth.acme-dns.test
  [TIME]  example.test  set aside   moved to localhost:[PORT]: every name server leads there  [ID].auth.acme-dns.test
--- stderr

"#]],
    );
    same(
        &lab.run("registration move --status").transcript(),
        str![[r#"
0
--- stdout
No name is on its way to another server.
--- stderr

"#]],
    );
    lab.verify(NAME, &[NAME, "*.example.test"]);
}

#[test]
fn no_renewal_fails_while_the_cnames_of_three_names_are_changed_one_by_one() {
    let lab = Lab::new();
    let names = ["a.example.test", "b.example.test", "c.example.test"];
    lab.run(&format!("register {}", names.join(" "))).succeeded();
    lab.sandbox.host.add_records(&lab.sandbox.cnames()).unwrap();
    lab.run(&format!("issue --name abc --agree-tos -d {}", names.join(" -d "))).succeeded();
    let begun = moves(&lab, &format!("{} --to {}", names.join(" "), other(&lab)));
    assert!(begun.iter().all(|one| one["remaining"] == "change-record"), "{begun:?}");
    for (name, one) in names.iter().zip(&begun) {
        lab.run("renew --force").succeeded();
        point(&lab, name, &one["record"], 60);
        lab.run("renew --force").succeeded();
    }
    let waiting = moves(&lab, "--status");
    assert!(waiting.iter().all(|one| one["remaining"] == "wait-for-caches"), "{waiting:?}");
    assert_eq!((lab.registrations(), lab.lineage("abc")["live"].clone()), (6, json!(7)));
}

#[test]
fn while_name_servers_differ_values_go_to_both() {
    let lab = certified();
    let told = moves(&lab, &format!("{NAME} --to {}", other(&lab)));
    lab.sandbox.host.misbehave(1, |manners| manners.lagging = true);
    point(&lab, NAME, &told[0]["record"], 1);
    assert_eq!(moves(&lab, "")[0]["leads_to"], "both");
    same(
        &lab.run("check").transcript(),
        str![[r#"
0
--- stdout
  NAME          DELEGATION  CAA     VALUES
  example.test  ok          any CA  2

note: _acme-challenge.example.test is changing: its name servers lead to 127.0.0.1:[PORT] and localhost:[PORT], and values go to both [cname-changing]
   seen: ns1.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: CNAME [ID].auth.acme-dns.test
   seen: ns2.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: CNAME [ID].auth.acme-dns.test

note: example.test is registered at localhost:[PORT], too; the registration at 127.0.0.1:[PORT] is used [registration-duplicate]
   hint: the CNAME decides which of them is used; `certdns registration move --status` tells of moves that are under way
--- stderr
asking DNS about _acme-challenge.example.test

"#]],
    );
    let updates = lab.requests("/update");
    lab.run("renew --force").succeeded();
    assert!(lab.requests("/update") >= updates + 4);
    lab.sandbox.host.misbehave(1, |manners| manners.lagging = false);
    finish(&lab, &[]);
    lab.run("renew --force").succeeded();
}

#[test]
fn everything_moves_and_a_server_alone_is_no_command() {
    let lab = Lab::new();
    lab.run("register a.example.test b.example.test").succeeded();
    let to = other(&lab);
    assert_eq!(lab.run(&format!("registration move --to {to}")).status, 2);
    assert_eq!(moves(&lab, &format!("--all --to {to}")).len(), 2);
    // What is there already has nowhere to go.
    lab.run(&format!("register c.example.test --acme-dns {to}")).succeeded();
    let told = moves(&lab, &format!("c.example.test --to {to}"));
    assert_eq!((&told[0]["remaining"], moves(&lab, "--status").len()), (&json!("nothing"), 2));
}

#[test]
fn a_move_ends_where_only_a_resolver_is_believed() {
    let lab = certified();
    let view = [("CERTDNS_DNS_VIEW", "resolver")];
    let told = lab.run_with(&format!("registration move {NAME} --to {} --json", other(&lab)), &view).json();
    point(&lab, NAME, &told["moves"][0]["record"], 1);
    lab.run_with("renew --force", &view).succeeded();
    // What the resolver remembers is seen, and waited for.
    let begun = Instant::now();
    while lab.run_with("registration move --status --json", &view).json()["moves"][0]["leads_to"] != "new" {
        assert!(begun.elapsed() < Duration::from_secs(20));
    }
    finish(&lab, &view);
    lab.run_with("renew --force", &view).succeeded();
}

/// A registration of the name at whatever is at this port.
fn at_port(lab: &Lab, port: u16) -> String {
    let folder = lab.state().join(format!("registrations/127.0.0.1_{port}"));
    fs::create_dir(&folder).unwrap();
    let mut document = lab.registration(NAME);
    document["server"] = json!(format!("http://127.0.0.1:{port}/"));
    let target = document["fulldomain"].as_str().unwrap().replace(".auth.acme-dns.test", ".gone.example.test");
    document["fulldomain"] = json!(target);
    fs::write(folder.join("example.test.json"), document.to_string()).unwrap();
    target
}

#[test]
fn a_server_that_is_down_and_not_led_to_stops_nobody() {
    let lab = certified();
    let target = at_port(&lab, 9);
    let dead = [("CERTDNS_ACME_DNS", "http://127.0.0.1:9/")];
    // Although it is the one that is configured.
    let renewed = lab.run_with("renew --force", &dead).succeeded();
    assert!(renewed.stderr.contains("does not lead to"), "{}", renewed.transcript());
    lab.run_with("check", &dead).succeeded();

    // One that is led to must work.
    point(&lab, NAME, &json!(format!("_acme-challenge.example.test. CNAME {target}.")), 1);
    let refused = lab.run("renew --force");
    assert!(refused.status != 0 && !refused.stderr.contains("panicked"), "{}", refused.transcript());
}

#[test]
fn a_server_that_hangs_and_is_not_led_to_is_not_waited_for_long() {
    let lab = certified();
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    at_port(&lab, silent.local_addr().unwrap().port());
    let begun = Instant::now();
    let renewed = lab.run("renew --force").succeeded();
    assert!(renewed.stderr.contains("takes too long"), "{}", renewed.transcript());
    assert!(begun.elapsed() < Duration::from_secs(25), "{:?}", begun.elapsed());
}

#[test]
fn a_move_is_given_up_as_long_as_nobody_is_led_to_the_new_one() {
    let lab = certified();
    let record = lab.cname_at_lab(NAME);
    let told = moves(&lab, &format!("{NAME} --to {}", other(&lab)));
    point(&lab, NAME, &told[0]["record"], 1);
    same(
        &lab.run("registration move example.test --cancel").transcript(),
        str![[r#"
3
--- stdout
error: example.test leads to its new registration already
   hint: change the record at your DNS host back to this first
         _acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.
--- stderr

"#]],
    );
    point(&lab, NAME, &json!(record), 1);
    same(
        &lab.run("registration move example.test --cancel").transcript(),
        str![[r#"
0
--- stdout
example.test: stays at 127.0.0.1:[PORT]; its registration at localhost:[PORT] is kept aside
--- stderr

"#]],
    );
    assert_eq!(lab.registrations(), 1);
    assert_eq!(lab.run("registration move example.test --cancel").status, 2);
    lab.run("renew --force").succeeded();
}

#[test]
fn renew_completes_moves_and_says_so() {
    let lab = certified();
    let told = moves(&lab, &format!("{NAME} --to {}", other(&lab)));
    point(&lab, NAME, &told[0]["record"], 1);
    let begun = Instant::now();
    let run = loop {
        let run = lab.run("renew").succeeded();
        if lab.registrations() == 1 {
            break run;
        }
        assert!(begun.elapsed() < Duration::from_secs(20));
        std::thread::sleep(Duration::from_millis(200));
    };
    assert!(run.stdout.contains("example.test: moved to localhost:"), "{}", run.transcript());
    assert!(!lab.run("renew").succeeded().stdout.contains("moved"));
}

#[test]
fn what_cannot_be_moved_is_told_and_stops_no_other() {
    let lab = certified();
    let to = other(&lab);
    let none = lab.run("registration move --status");
    assert_eq!((none.status, none.stdout.as_str()), (0, "No name is on its way to another server.\n"));
    same(
        &lab.run(&format!("registration move nowhere.test example.test --to {to}")).transcript(),
        str![[r#"
2
--- stdout
  NAME          FROM             TO               DNS LEADS TO  WHAT REMAINS
  example.test  127.0.0.1:[PORT]  localhost:[PORT]  old           change its CNAME

Change the record at your DNS host to this:

_acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.

Certificates are renewed meanwhile, wherever the CNAMEs lead. This tells how far it is:

certdns registration move --status

error: could not move nowhere.test
  cause: nowhere.test has no registration here that could be moved
   hint: there is nothing to move: register it
         certdns register nowhere.test
--- stderr
registering _acme-challenge.example.test at localhost:[PORT]

"#]],
    );
    let elsewhere = lab.run("registration move example.test --to http://127.0.0.1:9/");
    assert_eq!(elsewhere.status, 3, "{}", elsewhere.transcript());
    assert_eq!(lab.registrations(), 2);
}

#[test]
fn a_server_that_wants_credentials_gets_those_of_the_registering() {
    let lab = certified();
    lab.sandbox
        .acme_dns
        .manners(|manners| manners.basic = Some(("me".to_owned(), certdns::secret::Secret::new("k3y"))));
    let line = format!("registration move example.test --to {}", other(&lab));
    assert_eq!(lab.run(&line).status, 3);
    assert_eq!(lab.registrations(), 1);
    fs::write(lab.path().join("key"), "k3y\n").unwrap();
    let credentials = "--acme-dns-user me --acme-dns-key-file key";
    let run = lab.run(&format!("{line} {credentials}"));
    assert!(run.stdout.contains("CNAME") && lab.registrations() == 2, "{}", run.transcript());
    // Back again; registering there is not needed, and no longer offered.
    assert_eq!(lab.run("registration move example.test --cancel").status, 0);
}

const MANY: usize = 60;

#[test]
fn a_move_that_was_killed_is_completed_by_the_next_and_registers_nothing_twice() {
    let lab = Lab::new();
    let names: Vec<String> = (0..MANY).map(|number| format!("n{number}.example.test")).collect();
    lab.delegate_all(&names);
    let line = format!("registration move {} --to {}", names.join(" "), other(&lab));
    let mut middle = 0;
    for enough in [MANY + 1, MANY + MANY / 2] {
        let mut child = lab.spawn(&line);
        while lab.registrations() < enough && child.try_wait().unwrap().is_none() {}
        child.kill().unwrap();
        middle += usize::from(!child.wait().unwrap().success());
    }
    assert!(middle > 0);
    let told = moves(&lab, &line["registration move ".len()..]);
    assert!(told.len() == MANY && told.iter().all(|one| one["remaining"] == "change-record"), "{told:?}");
    assert_eq!(lab.registrations(), 2 * MANY);
    // What was asked for when it was killed may have been answered to nobody: eight are asked for side by side.
    assert!(lab.requests("/register") <= 2 * MANY + 2 * 8, "{}", lab.requests("/register"));
    let again = lab.requests("/register");
    moves(&lab, "");
    assert_eq!(lab.requests("/register"), again);
}

#[test]
fn the_end_of_a_move_that_was_killed_is_completed_and_loses_nothing() {
    let lab = Lab::new();
    let names: Vec<String> = (0..MANY).map(|number| format!("n{number}.example.test")).collect();
    lab.run(&format!("register {}", names.join(" "))).succeeded();
    let begun = moves(&lab, &format!("{} --to {}", names.join(" "), other(&lab)));
    let records: Vec<String> = begun.iter().map(|one| one["record"].as_str().unwrap().to_owned()).collect();
    // No old CNAME that anybody could remember.
    lab.sandbox.host.add_records(&records).unwrap();
    let mut child = lab.spawn("registration move");
    while lab.registrations() > 2 * MANY - MANY / 3 && child.try_wait().unwrap().is_none() {}
    child.kill().unwrap();
    assert!(!child.wait().unwrap().success());
    assert!(lab.run("registration move").succeeded().stdout.contains("kept aside"));
    assert_eq!((lab.registrations(), moves(&lab, "--status")), (MANY, Vec::new()));
    let listed = lab.run("registration list --json").succeeded().json();
    assert_eq!(listed["aside"].as_array().unwrap().len(), MANY);
    let at = |one: &Value| one["server"].as_str().unwrap().to_owned();
    assert!(listed["registrations"].as_array().unwrap().iter().all(|one| at(one).contains("localhost")));
}

#[test]
fn moving_to_certify_wants_its_credentials() {
    let lab = certified();
    same(
        &lab.run("registration move example.test --to certify").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: Certify DNS registers names for its customers only, and no credentials are given
   hint: the user is your certifytheweb.com e-mail address; the key is the Certify DNS licence key, not the Certify Certificate Manager key
         --acme-dns certify --acme-dns-user you@example.com --acme-dns-key-file KEY-FILE

"#]],
    );
    assert_eq!(lab.registrations(), 1);
}

#[test]
fn a_name_that_is_on_its_way_goes_into_no_bundle() {
    let lab = certified();
    assert_eq!(lab.run(&format!("registration move example.test --to {}", other(&lab))).status, 3);
    fs::write(lab.path().join("words"), "secret words\n").unwrap();
    same(
        &lab.run("bundle create --to all.age --passphrase-file words").transcript(),
        str![[r#"
3
--- stdout
--- stderr
error: _acme-challenge.example.test is on its way to localhost:[PORT]: a bundle would take its two registrations apart
   hint: end the move first (`certdns registration move --status` tells what is to be done), or name the other names

"#]],
    );
    assert!(!lab.path().join("all.age").exists());
}
