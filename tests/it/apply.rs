//! `certdns apply`, as a person would use it.

mod mistakes;
mod planning;
mod pruning;

use certdns::sandbox::Stage;
use serde_json::json;
use snapbox::str;

use crate::support::command::Run;
use crate::support::{Lab, same};

const THREE: &str = r#"
[[certificate]]
names = ["a.example.test"]

[[certificate]]
names = ["b.example.test", "*.b.example.test"]
key-type = "rsa2048"

[[certificate]]
name = "web"
names = ["c.example.test"]
combined = true
install = "fullchain=copy.pem"
"#;

/// Writes the list, and applies it.
fn apply(lab: &Lab, list: &str, flags: &str) -> Run {
    std::fs::write(lab.path().join("certdns.toml"), list).unwrap();
    lab.run(&format!("--config certdns.toml apply {flags}"))
}

/// All files and their names, and how often anybody was asked.
fn world(lab: &Lab) -> (String, usize) {
    (lab.files(), lab.sandbox.history.exchanges().len())
}

/// A lab with the CNAMEs of `THREE`.
fn lab() -> Lab {
    let lab = Lab::new();
    lab.delegate_all(&["a.example.test", "b.example.test", "c.example.test"].map(str::to_owned));
    lab
}

#[test]
fn what_is_listed_is_issued_and_the_second_run_does_nothing() {
    let lab = lab();
    same(
        &apply(&lab, THREE, "--agree-tos").transcript(),
        str![[r#"
0
--- stdout
a.example.test: new certificate, good until [TIME] (in 89 days), due [TIME] (in 59 days)
b.example.test: new certificate, good until [TIME] (in 89 days), due [TIME] (in 59 days)
web: new certificate, good until [TIME] (in 89 days), due [TIME] (in 59 days)
--- stderr
asking DNS about _acme-challenge.a.example.test, _acme-challenge.b.example.test, _acme-challenge.c.example.test
creating an ACME account at localhost:[PORT]
ordering a certificate for a.example.test
publishing a value for _acme-challenge.a.example.test at 127.0.0.1:[PORT]
the CA is validating a.example.test
the CA is issuing
fetching the certificate
stored generation 1 of a.example.test
ordering a certificate for b.example.test, *.b.example.test
publishing a value for _acme-challenge.b.example.test at 127.0.0.1:[PORT]
the CA is validating b.example.test, *.b.example.test
the CA is issuing
fetching the certificate
stored generation 1 of b.example.test
ordering a certificate for c.example.test
publishing a value for _acme-challenge.c.example.test at 127.0.0.1:[PORT]
the CA is validating c.example.test
the CA is issuing
fetching the certificate
stored generation 1 of web
wrote [DIR]/state/lineages/web/outputs/combined.pem
wrote [DIR]/copy.pem

"#]],
    );
    lab.verify("a.example.test", &["a.example.test"]);
    lab.verify("b.example.test", &["b.example.test", "*.b.example.test"]);
    lab.verify("web", &["c.example.test"]);
    assert_eq!(lab.lineage("b.example.test")["key_type"], "rsa2048");
    assert!(lab.state().join("lineages/web/outputs/combined.pem").exists() && lab.path().join("copy.pem").exists());
    let before = world(&lab);
    same(
        &apply(&lab, THREE, "").transcript(),
        str![[r#"
0
--- stdout
a.example.test: nothing to do, good until [TIME] (in 89 days), due [TIME] (in 59 days)
b.example.test: nothing to do, good until [TIME] (in 89 days), due [TIME] (in 59 days)
web: nothing to do, good until [TIME] (in 89 days), due [TIME] (in 59 days)
--- stderr

"#]],
    );
    assert_eq!(world(&lab), before);
    assert_eq!(apply(&lab, THREE, "--quiet").succeeded().stdout, "");
}

#[test]
fn a_name_without_its_cname_keeps_no_other_waiting_and_all_records_are_printed_once() {
    let lab = Lab::new().delegated("a.example.test");
    let list = r#"
[[certificate]]
names = ["b.example.test", "x.b.example.test"]
[[certificate]]
names = ["a.example.test"]
[[certificate]]
name = "both"
names = ["*.b.example.test", "c.example.test"]
"#;
    let run = apply(&lab, list, "--agree-tos");
    same(
        &run.transcript(),
        str![[r#"
3
--- stdout
b.example.test: waits for DNS
  _acme-challenge.b.example.test has no CNAME yet (the name does not exist, NXDOMAIN)
  _acme-challenge.x.b.example.test has no CNAME yet (the name does not exist, NXDOMAIN)
a.example.test: new certificate, good until [TIME] (in 89 days), due [TIME] (in 59 days)
both: waits for DNS
  _acme-challenge.b.example.test has no CNAME yet (the name does not exist, NXDOMAIN)
  _acme-challenge.c.example.test has no CNAME yet (the name does not exist, NXDOMAIN)

Before the rest can be issued:

create this record at your DNS host:

_acme-challenge.b.example.test. CNAME [ID].auth.acme-dns.test.
_acme-challenge.x.b.example.test. CNAME [ID].auth.acme-dns.test.
_acme-challenge.c.example.test. CNAME [ID].auth.acme-dns.test.

Then run `certdns apply` again.
--- stderr
registering _acme-challenge.b.example.test at 127.0.0.1:[PORT]
registering _acme-challenge.x.b.example.test at 127.0.0.1:[PORT]
registering _acme-challenge.c.example.test at 127.0.0.1:[PORT]
asking DNS about _acme-challenge.b.example.test, _acme-challenge.x.b.example.test, _acme-challenge.a.example.test and 2 more
creating an ACME account at localhost:[PORT]
ordering a certificate for a.example.test
publishing a value for _acme-challenge.a.example.test at 127.0.0.1:[PORT]
the CA is validating a.example.test
the CA is issuing
fetching the certificate
stored generation 1 of a.example.test

"#]],
    );
    assert_eq!(run.stdout.matches("_acme-challenge.b.example.test. CNAME").count(), 1);
    assert_eq!(lab.requests("/register"), 4);
    let run = apply(&lab, list, "--json");
    assert_eq!(run.status, 3);
    assert_eq!(run.json()["records"][0]["certificates"], json!(["b.example.test", "both"]));
    let one = |at: usize| run.json()["certificates"][at].clone();
    assert_eq!(json!([one(0)["result"], one(1)["result"]]), json!(["waiting", "none"]));
    let keys = |of: serde_json::Value| of.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
    assert_eq!(keys(run.json()), "certificates deleted hooks not_listed records");
    assert_eq!(keys(run.json()["records"][0].clone()), "certificates challenge code record target");
    assert_eq!(keys(one(0)), "action differences error line name names reason register result");
    assert_eq!(keys(one(1)), "action differences line lineage name names reason register result");
    lab.sandbox.host.add_records(&lab.sandbox.cnames()).unwrap();
    apply(&lab, list, "").succeeded();
    lab.verify("both", &["*.b.example.test", "c.example.test"]);
    assert_eq!(lab.requests("/register"), 4);
}

#[test]
fn waiting_goes_on_with_the_rest_when_the_cnames_stand() {
    let lab = Lab::new().delegated("a.example.test");
    let list = "[[certificate]]\nnames = ['a.example.test']\n[[certificate]]\nnames = ['b.example.test']\n";
    std::fs::write(lab.path().join("certdns.toml"), list).unwrap();
    let child = lab.spawn("--config certdns.toml apply --agree-tos --wait=60s");
    // The one that stands is not kept waiting.
    while lab.accepted(Stage::Finalize) == 0 {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    lab.delegate("b.example.test");
    assert_eq!(child.wait_with_output().unwrap().status.code(), Some(0));
    lab.verify("b.example.test", &["b.example.test"]);
}

#[test]
fn outputs_and_what_holds_for_later_take_no_new_certificate() {
    let lab = lab();
    let list = "[[certificate]]\nnames = ['a.example.test']\n";
    apply(&lab, list, "--agree-tos").succeeded();
    let asked = lab.sandbox.history.exchanges().len();
    std::fs::write(lab.path().join("password"), "secret\n").unwrap();
    let list = format!("{list}reuse-key = true\nder = true\npfx-password-file = 'password'\n");
    same(
        &apply(&lab, &list, "").transcript(),
        str![[r#"
0
--- stdout
a.example.test: updated, good until [TIME] (in 89 days), due [TIME] (in 59 days)
--- stderr
wrote [DIR]/state/lineages/a.example.test/outputs/certificate.pfx
wrote [DIR]/state/lineages/a.example.test/outputs/cert.der
wrote [DIR]/state/lineages/a.example.test/outputs/privkey.der

"#]],
    );
    assert_eq!(lab.lineage("a.example.test")["reuse_key"], true);
    let before = world(&lab);
    assert_eq!(before.1, asked);
    assert_eq!(apply(&lab, &list, "--json").succeeded().json()["certificates"][0]["result"], "none");
    assert_eq!(world(&lab), before);
}

#[test]
fn a_file_that_was_tampered_with_is_written_again() {
    let lab = lab();
    apply(&lab, THREE, "--agree-tos").succeeded();
    let copy = lab.path().join("copy.pem");
    let whole = std::fs::read_to_string(&copy).unwrap();
    std::fs::write(&copy, "other").unwrap();
    assert!(
        apply(&lab, THREE, "--plan --offline").succeeded().stdout.contains("web: its files would be written again\n")
    );
    apply(&lab, THREE, "").succeeded();
    assert_eq!(std::fs::read_to_string(&copy).unwrap(), whole);
}

#[test]
fn one_failure_never_stops_the_others() {
    let lab = lab();
    lab.run("issue -d b.example.test --agree-tos").succeeded();
    std::fs::write(lab.state().join("lineages/b.example.test/lineage.json"), "half").unwrap();
    let list = format!("[[certificate]]\nnames = ['d.example.test']\naccount = 'nobody'\n{THREE}");
    same(
        &apply(&lab, &list, "--quiet").transcript(),
        str![[r#"
1
--- stdout
d.example.test: failed
error: could not plan d.example.test
  cause: no ACME account at localhost:[PORT] is called "nobody"
   hint: say which with `--account`:
         https://localhost:[PORT]/account/1
   hint: make one of this name
         certdns acmeaccount add --account nobody
a.example.test: new certificate, good until [TIME] (in 89 days), due [TIME] (in 59 days)
b.example.test: failed
error: could not plan b.example.test
  cause: [DIR]/state/lineages/b.example.test/lineage.json is damaged at line 1, column 1: this is not JSON
   hint: restore the file from a backup, or move it aside; certdns never overwrites what it cannot read
web: new certificate, good until [TIME] (in 89 days), due [TIME] (in 59 days)
--- stderr

"#]],
    );
    lab.verify("web", &["c.example.test"]);
}

#[test]
fn a_run_that_was_interrupted_is_carried_on_with() {
    let lab = Lab::with(|options| options.authority.pending_polls = 2);
    lab.delegate_all(&["a.example.test", "b.example.test", "c.example.test"].map(str::to_owned));
    std::fs::write(lab.path().join("certdns.toml"), THREE).unwrap();
    let mut child = lab.spawn("--config certdns.toml apply --agree-tos");
    while lab.accepted(Stage::Finalize) == 0 {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    apply(&lab, THREE, "").succeeded();
    lab.verify("a.example.test", &["a.example.test"]);
    lab.verify("web", &["c.example.test"]);
    assert_eq!(lab.accepted(Stage::NewOrder), 3);
}

#[test]
fn two_at_once_make_each_certificate_once() {
    let lab = lab();
    std::fs::write(lab.path().join("certdns.toml"), THREE).unwrap();
    let both = [(); 2].map(|()| lab.spawn("--config certdns.toml apply --agree-tos"));
    for one in both {
        let output = one.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
    assert_eq!((lab.accepted(Stage::NewOrder), lab.accepted(Stage::NewAccount)), (3, 1));
}

#[test]
fn a_name_that_the_ca_rejects_stops_no_other() {
    use certdns::sandbox::authority::Problem;
    let problem = Problem::new(403, "unauthorized", "no such luck");
    let lab = Lab::with(|options| options.authority.failing_names = vec![("a.example.test".to_owned(), problem)]);
    lab.delegate_all(&["a.example.test", "b.example.test", "c.example.test"].map(str::to_owned));
    let run = apply(&lab, THREE, "--agree-tos --json");
    let results =
        run.json()["certificates"].as_array().unwrap().iter().map(|one| one["result"].clone()).collect::<Vec<_>>();
    assert_eq!(json!(results), json!(["failed", "issued", "issued"]), "{}", run.transcript());
    assert_eq!(run.json()["certificates"][0]["error"]["message"], "could not issue a.example.test");
}

#[test]
fn what_the_ca_refused_a_moment_ago_is_not_asked_for_again_unless_it_is_listed_otherwise() {
    let lab = lab();
    let list = "[[certificate]]\nnames = ['a.example.test']\n";
    let refused = certdns::sandbox::authority::Problem::usual("rejectedIdentifier");
    lab.sandbox.authority.manners(|manners| manners.refuse_next.push_back((Stage::NewOrder, refused)));
    assert_eq!(apply(&lab, list, "--agree-tos").status, 1);
    let orders = lab.stages(Stage::NewOrder);
    let run = apply(&lab, list, "--agree-tos");
    assert_eq!((run.status, lab.stages(Stage::NewOrder)), (1, orders), "{}", run.transcript());
    assert!(run.stdout.contains("it failed a moment ago, and is left alone until"), "{}", run.stdout);
    apply(&lab, &format!("{list}key-type = 'rsa2048'\n"), "--agree-tos").succeeded();
}
