//! `certdns apply`, as a person would use it.

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
    assert_eq!(keys(run.json()), "certificates deleted not_listed records");
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
fn what_is_listed_otherwise_is_changed_and_what_is_left_out_is_as_usual() {
    let lab = lab();
    lab.run("issue -d a.example.test --key-type rsa2048 --combined --agree-tos").succeeded();
    let list = "[[certificate]]\nnames = ['a.example.test', 'b.example.test']\n";
    same(
        &apply(&lab, list, "--plan --offline").transcript(),
        str![[r#"
0
--- stdout
a.example.test: would be issued anew (other names are wanted)
  names: a.example.test -> a.example.test, b.example.test
  key type: rsa2048 -> ecdsa-p256
  outputs: combined.pem -> none

Nothing was done. Of 1 listed: 0 to issue, 1 to issue anew, 0 to update, 0 as listed.
--- stderr

"#]],
    );
    same(
        &apply(&lab, list, "--quiet").transcript(),
        str![[r#"
0
--- stdout
a.example.test: new certificate (other names are wanted), good until [TIME] (in 89 days), due [TIME] (in 59 days)
--- stderr

"#]],
    );
    lab.verify("a.example.test", &["a.example.test", "b.example.test"]);
    assert_eq!(lab.lineage("a.example.test")["key_type"], "ecdsa-p256");
    assert!(lab.lineage("a.example.test").get("outputs").is_none());
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
fn a_plan_changes_nothing_and_tells_all() {
    let lab = Lab::new().delegated("a.example.test");
    lab.run("issue -d a.example.test --agree-tos").succeeded();
    lab.run("issue -d a.example.test --name old").succeeded();
    lab.run("register b.example.test").succeeded();
    let list =
        format!("{THREE}\n[[certificate]]\nnames = ['old.example.test']\nname = 'old'\nca = 'letsencrypt-staging'\n");
    let list = list.replace("names = [\"a.example.test\"]", "names = ['a.example.test']\nder = true");
    let before = world(&lab);
    same(
        &apply(&lab, &list, "--plan").transcript(),
        str![[r#"
0
--- stdout
a.example.test: would be updated, without a new certificate
  outputs: none -> cert.der, privkey.der
b.example.test: would be issued
web: would be issued
  would be registered: _acme-challenge.c.example.test
old: would be issued anew (other names are wanted)
  names: a.example.test -> old.example.test
  CA: localhost:[PORT] -> Let's Encrypt (staging)
  would be registered: _acme-challenge.old.example.test

Before all can be issued:

create this record at your DNS host:

_acme-challenge.b.example.test. CNAME [ID].auth.acme-dns.test.

Then run `certdns apply`.

Nothing was done. Of 4 listed: 2 to issue, 1 to issue anew, 1 to update, 0 as listed.
--- stderr
asking DNS about _acme-challenge.b.example.test

"#]],
    );
    assert_eq!(world(&lab), before);
}

#[test]
fn scripts_get_the_whole_plan() {
    let lab = Lab::new().delegated("a.example.test");
    lab.run("issue -d a.example.test --agree-tos").succeeded();
    lab.run("issue -d a.example.test --name old").succeeded();
    let list = "[[certificate]]\nnames = ['a.example.test']\nder = true\nkey-type = 'rsa2048'\n\
                [[certificate]]\nnames = ['b.example.test', '*.b.example.test']\n";
    let before = world(&lab);
    let run = apply(&lab, list, "--plan --prune --offline --json").succeeded();
    same(
        &serde_json::to_string_pretty(&run.json()).unwrap(),
        str![[r#"
{
  "certificates": [
    {
      "action": "reissue",
      "differences": [
        {
          "from": "ecdsa-p256",
          "to": "rsa2048",
          "what": "key type"
        },
        {
          "from": null,
          "to": "cert.der, privkey.der",
          "what": "outputs"
        }
      ],
      "line": 1,
      "name": "a.example.test",
      "names": [
        "a.example.test"
      ],
      "reason": "another key type is wanted",
      "register": []
    },
    {
      "action": "issue",
      "differences": [],
      "line": 5,
      "name": "b.example.test",
      "names": [
        "b.example.test",
        "*.b.example.test"
      ],
      "reason": "there is none yet",
      "register": [
        "_acme-challenge.b.example.test"
      ]
    }
  ],
  "delete": [
    "old"
  ],
  "not_listed": [
    "old"
  ],
  "plan": true,
  "records": []
}
"#]],
    );
    assert_eq!(world(&lab), before);
}

#[test]
fn lineages_that_are_not_listed_are_left_alone_or_deleted_on_somebodys_word() {
    let lab = lab();
    lab.run("issue -d c.example.test --name old --agree-tos --install fullchain=copy.pem").succeeded();
    let list = THREE.replace("rsa2048", "ecdsa-p384");
    let files = lab.files();
    same(
        &apply(&lab, &list, "--prune").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: could not apply with `--prune`
  cause: this cannot be undone, and nobody is there to be asked
   hint: say so with `--yes`

"#]],
    );
    assert_eq!(lab.files(), files);
    let plan = apply(&lab, &list, "--prune --plan --offline").succeeded().stdout;
    assert!(plan.contains("old: not in the configuration file; would be deleted\n"), "{plan}");
    // The copy goes from the one that is deleted to the one that is listed.
    same(
        &apply(&lab, &list, "--prune --yes --quiet").transcript(),
        str![[r#"
0
--- stdout
a.example.test: new certificate, good until [TIME] (in 89 days), due [TIME] (in 59 days)
b.example.test: new certificate, good until [TIME] (in 89 days), due [TIME] (in 59 days)
web: new certificate, good until [TIME] (in 89 days), due [TIME] (in 59 days)
old: deleted
--- stderr

"#]],
    );
    assert!(!lab.state().join("lineages/old").exists() && lab.path().join("copy.pem").exists());
    assert_eq!(apply(&lab, &list, "--prune --json").succeeded().json()["deleted"], json!([]));
}

#[test]
fn nothing_is_deleted_while_something_listed_is_missing() {
    let lab = lab();
    lab.run("issue -d a.example.test --name old --agree-tos").succeeded();
    let list = "[[certificate]]\nname = 'new'\nnames = ['new.example.test']\n";
    let run = apply(&lab, list, "--prune --yes");
    assert_eq!(run.status, 3);
    assert!(run.stdout.contains("old: not in the configuration file; left as it is\n"), "{}", run.transcript());
    lab.verify("old", &["a.example.test"]);
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
fn the_lineage_is_found_by_its_name_its_names_or_the_first_of_them() {
    let lab = lab();
    lab.delegate_all(&["d.example.test".to_owned()]);
    let names = |names: &str| format!("[[certificate]]\nnames = [{names}]\n");
    apply(&lab, &names("'a.example.test', 'b.example.test'"), "--agree-tos").succeeded();
    let changed = |list: &str| {
        let run = apply(&lab, list, "--json").succeeded().json();
        let one = &run["certificates"][0];
        format!("{} {} {}", one["name"], one["result"], one["lineage"]["names"])
    };
    same(
        &changed(&names("'b.example.test', 'a.example.test'")),
        str![[r#""a.example.test" "none" ["a.example.test","b.example.test"]"#]],
    );
    same(
        &changed(&names("'a.example.test', 'c.example.test'")),
        str![[r#""a.example.test" "issued" ["a.example.test","c.example.test"]"#]],
    );
    let named = "name = 'a.example.test'\n";
    same(
        &changed(&(names("'d.example.test', 'c.example.test'") + named)),
        str![[r#""a.example.test" "issued" ["d.example.test","c.example.test"]"#]],
    );
    same(&changed(&names("'a.example.test'")), str![[r#""a.example.test" "issued" ["a.example.test"]"#]]);
    // A lineage that one entry names is not taken by another, whatever names it has today.
    let list = format!("{}name = 'a.example.test'\n{}", names("'b.example.test'"), names("'a.example.test'"));
    let run = apply(&lab, &list, "--plan --offline");
    same(
        &run.transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: certdns.toml: the certificates of line 1 and line 4 both mean the lineage a.example.test
   hint: one of them may go, or each gets a `name` and files of its own

"#]],
    );
}

#[test]
fn a_list_with_a_mistake_is_refused_as_a_whole() {
    let lab = lab();
    let good = "[[certificate]]\nnames = ['a.example.test']\n\n";
    let bad = [
        "[[certificate]]\nnmaes = ['b.example.test']",
        "[[certificate]]\nnames = 'b.example.test'",
        "[[certificate]]\nnames = ['b..test']",
        "[[certificate]]\nnames = []\nname = 'b'",
        "[[certificate]]\nnames = ['b.example.test', '*.example.test']",
        "[[certificate]]\nnames = ['b.example.test']\nkey-type = 'rsa1024'",
        "[[certificate]]\nnames = ['b.example.test']\nname = '../b'",
        "[[certificate]]\nnames = ['b.example.test']\nca = 'letsencyrpt'",
        "[[certificate]]\nnames = ['b.example.test']\nnot-after = '2030-01-01'",
        "[[certificate]]\nnames = ['b.example.test']\ninstall = 'pfx=b.pfx'",
        "[[certificate]]\nnames = ['b.example.test']\ninstall = ['key=b.pem']",
        "[[certificate]]\nnames = ['b.example.test']\npfx = true\npfx-legacy = true",
        "[[certificate]]\ncsr = 'b.csr'",
        "[[certificate]]\nnames = ['a.example.test']",
        "[[certificate]]\nnames = ['a.example.test', 'b.example.test']",
        "[[certificate]]\nnames = ['b.example.test']\nname = 'a.example.test'",
        "[[certificate]]\nnames = ['b.example.test']\ninstall = 'cert=x'\n[[certificate]]\nnames = ['c.example.test']\ninstall = 'cert=x'",
    ];
    let before = world(&lab);
    let told: String = bad
        .map(|bad| {
            let run = apply(&lab, &format!("{good}{bad}\n"), "--agree-tos");
            assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{}", run.transcript());
            run.stderr
        })
        .concat();
    same(
        &told,
        str![[r#"
error: certdns.toml, line 5: unknown key `nmaes`
   hint: did you mean `names`?
error: certdns.toml, line 5: invalid type: string "b.example.test", expected a sequence
   hint: the keys are those of `certdns help`, without `--`
error: could not use the certificate for b..test in certdns.toml, line 4
  cause: "b..test" has an empty label
   hint: labels are parted by single dots: `www.example.com`
error: could not use the certificate for b in certdns.toml, line 4
  cause: `names` is missing
   hint: list them: names = ["example.com", "*.example.com"]
error: could not use the certificate for b.example.test in certdns.toml, line 4
  cause: b.example.test is covered by the wildcard beside it; CAs refuse both in one certificate
   hint: leave out b.example.test: the wildcard is enough
error: could not use the certificate for b.example.test in certdns.toml, line 4
  cause: key-type = "rsa1024": "rsa1024" is none of ecdsa-p256, ecdsa-p384, rsa2048, rsa3072, rsa4096
   hint: the values are those of `certdns issue --help`
error: could not use the certificate for b.example.test in certdns.toml, line 4
  cause: "../b" cannot be the name of a lineage
   hint: it names a directory: letters, digits, `.`, `-` and `_`, beginning with a letter or digit
error: could not use the certificate for b.example.test in certdns.toml, line 4
  cause: setting ca: "letsencyrpt" is neither the name of a CA nor a URL
   hint: the names are letsencrypt, letsencrypt-staging, zerossl, google, google-staging, sslcom-rsa, sslcom-ecc, actalis; for any other CA give its directory URL
error: could not use the certificate for b.example.test in certdns.toml, line 4
  cause: not-after = "2030-01-01": write a length of time such as 7d or 36h, which holds for every renewal
   hint: the values are those of `certdns issue --help`
error: could not use the certificate for b.example.test in certdns.toml, line 4
  cause: install = "pfx=b.pfx": there is no PKCS#12 file to copy without `pfx = true`
   hint: the values are those of `certdns issue --help`
error: could not use the certificate for b.example.test in certdns.toml, line 4
  cause: install = "key=b.pem": "key" is none of fullchain, cert, chain, privkey, combined, pfx, cert-der, privkey-der
   hint: the values are those of `certdns issue --help`
error: could not use the certificate for b.example.test in certdns.toml, line 4
  cause: `pfx` and `pfx-legacy` exclude each other
   hint: leave out one of them
error: could not use the certificate in certdns.toml, line 4
  cause: could not read the certificate request b.csr
  cause: No such file or directory (os error 2)
   hint: `--csr` takes a file, PEM or DER, that certdns may read
error: certdns.toml: the certificates of line 1 and line 4 have the same names
   hint: one of them may go, or each gets a `name` and files of its own
error: certdns.toml: the certificates of line 1 and line 4 both mean the lineage a.example.test
   hint: one of them may go, or each gets a `name` and files of its own
error: certdns.toml: the certificates of line 1 and line 4 both mean the lineage a.example.test
   hint: one of them may go, or each gets a `name` and files of its own
error: certdns.toml: the certificates of line 4 and line 7 are both copied to [DIR]/x
   hint: one of them may go, or each gets a `name` and files of its own

"#]],
    );
    assert_eq!(world(&lab), before);
}

#[test]
fn a_list_that_only_apply_finds_wrong_keeps_no_other_command_from_its_work() {
    let lab = lab();
    std::fs::write(lab.path().join("certdns.toml"), "[[certificate]]\nnames = ['b..test']\n").unwrap();
    lab.run("--config certdns.toml list").succeeded();
    lab.run("--config certdns.toml renew").succeeded();
}

#[test]
fn no_list_is_a_mistake_not_an_empty_list() {
    let lab = lab();
    lab.run("issue -d a.example.test --agree-tos").succeeded();
    same(
        &apply(&lab, "", "--prune --yes").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: certdns.toml lists no certificates
   hint: list them, or name another file with `--config`
         [[certificate]]
         names = ["example.com", "*.example.com"]

"#]],
    );
    lab.verify("a.example.test", &["a.example.test"]);
}

#[test]
fn the_same_names_twice_are_two_certificates_where_both_are_named() {
    let lab = lab();
    let list = "[[certificate]]\nname = 'ec'\nnames = ['a.example.test']\n\
                [[certificate]]\nname = 'rsa'\nnames = ['a.example.test']\nkey-type = 'rsa2048'\n";
    apply(&lab, list, "--agree-tos").succeeded();
    let before = world(&lab);
    apply(&lab, list, "").succeeded();
    assert_eq!(world(&lab), before);
    assert_eq!(
        (lab.lineage("ec")["key_type"].as_str(), lab.lineage("rsa")["key_type"].as_str()),
        (Some("ecdsa-p256"), Some("rsa2048"))
    );
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
fn a_certificate_request_is_listed_with_or_without_its_names() {
    let lab = lab();
    let key = rcgen::KeyPair::generate().unwrap();
    let mut params = rcgen::CertificateParams::new(vec!["a.example.test".to_owned()]).unwrap();
    params.distinguished_name = rcgen::DistinguishedName::new();
    std::fs::write(lab.path().join("a.csr"), params.serialize_request(&key).unwrap().pem().unwrap()).unwrap();
    apply(&lab, "[[certificate]]\ncsr = 'a.csr'\n", "--agree-tos").succeeded();
    let before = world(&lab);
    apply(&lab, "[[certificate]]\ncsr = 'a.csr'\nnames = ['a.example.test']\n", "").succeeded();
    assert_eq!(world(&lab), before);
    let told = |list: &str| {
        let run = apply(&lab, list, "--plan --offline");
        format!("{}{}", run.stdout, run.stderr)
    };
    same(
        &told("[[certificate]]\ncsr = 'a.csr'\nnames = ['b.example.test']\n"),
        str![[r#"
error: could not use the certificate for b.example.test in certdns.toml, line 1
  cause: `names` are not the names of the certificate request
   hint: list the names of the request, or leave `names` out

"#]],
    );
    same(
        &told("[[certificate]]\ncsr = 'a.csr'\ncombined = true\n"),
        str![[r#"
error: could not use the certificate in certdns.toml, line 1
  cause: the private key is not here, and `combined` cannot be made without it
   hint: leave it out (`--forget-outputs` does that to what was asked for before); fullchain, cert, chain and cert-der can be copied with `--install`

"#]],
    );
    // Without the request, the key is made here.
    same(
        &told("[[certificate]]\nnames = ['a.example.test']\n"),
        str![[r#"
a.example.test: would be issued anew (a new private key is wanted)
  key type: none -> ecdsa-p256
  certificate request: for the key [FINGERPRINT] -> none

Nothing was done. Of 1 listed: 0 to issue, 1 to issue anew, 0 to update, 0 as listed.

"#]],
    );
}
