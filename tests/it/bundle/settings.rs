//! Accounts, and the settings of lineages.

use std::fs;

use certdns::sandbox::Stage;
use serde_json::{Value, json};
use snapbox::str;

use super::{OPEN, bundled, inside, keygen, sealed, state};
use crate::support::{Lab, same};

#[test]
fn a_whole_machine_comes_back_and_renew_gets_its_certificates() {
    let (lab, _) = bundled(&[
        "--name",
        "web",
        "--key-type",
        "ecdsa-p384",
        "--deploy-hook",
        "echo new >> deployed",
        "--renew-before",
        "20d",
    ]);
    let account =
        lab.run("acmeaccount list --json --state-dir elsewhere").succeeded().json()["accounts"][0]["uri"].clone();
    same(
        &lab.run(OPEN).transcript(),
        str![[r#"
0
--- stdout
all.age, made [TIME]

  NAME                      ACME-DNS SERVER  CNAME TARGET
  example.test  taken over  127.0.0.1:[PORT]  [ID].auth.acme-dns.test

  ACME ACCOUNT                                   CA
  https://localhost:[PORT]/account/1  taken over  localhost:[PORT]

  LINEAGE              CA               NAMES
  web      taken over  localhost:[PORT]  example.test, *.example.test

With these settings certdns does more on this machine than get certificates:
  web: runs as deploy hook: echo new >> deployed

What DNS shows now:
  ok  _acme-challenge.example.test: delegated
--- stderr
asking DNS about _acme-challenge.example.test

"#]],
    );
    let (deployed, made) = (lab.path().join("deployed"), lab.accepted(Stage::NewAccount));
    fs::remove_file(&deployed).unwrap();
    assert_eq!(lab.lineage("web")["live"], Value::Null);
    let without: String = ["list --offline", "show web", "status"].map(|line| lab.run(line).transcript()).concat();
    same(
        &without,
        str![[r#"
0
--- stdout
Certificates:
  LINEAGE  NAMES                        CA               GOOD UNTIL      RENEWAL DUE  FILES
  web      example.test *.example.test  localhost:[PORT]  not issued yet               [DIR]/state/lineages/web/live

Registrations:
  NAME          ACME-DNS SERVER  CNAME TARGET
  example.test  127.0.0.1:[PORT]  [ID].auth.acme-dns.test
--- stderr
0
--- stdout
web
  names        example.test *.example.test
  state        not issued yet
  key type     ecdsa-p384
  profile      the CA's own choice
  CA           localhost:[PORT]
  account      not known
  files        [DIR]/state/lineages/web/live
  deploy hook  echo new >> deployed
--- stderr
3
--- stdout
  STATE       LINEAGE  NAMES                        EXPIRES  RENEWAL  DELEGATION  CAA       LAST RESULT
  not issued  web      example.test *.example.test  -        -        not seen    not seen  -

warning: web: no certificate was issued yet
   hint: have it issued now, or leave that to the next run
         certdns renew web
--- stderr

"#]],
    );
    lab.run("renew").succeeded();
    lab.verify("web", &["example.test", "*.example.test"]);
    assert_eq!(fs::read_to_string(&deployed).unwrap(), "new\n");
    let lineage = lab.lineage("web");
    assert_eq!((&lineage["key_type"], &lineage["account"]), (&json!("ecdsa-p384"), &account));
    assert_eq!((lab.requests("/register"), lab.registrations()), (1, 1));
    // Opened again, all of it is here.
    let again = lab.run(&format!("{OPEN} --json")).succeeded().json();
    for part in ["registrations", "accounts", "lineages"] {
        assert_eq!(again[part][0]["action"], "already-here", "{part}");
    }
    assert_eq!(lab.run("acmeaccount list --json").succeeded().json()["accounts"][0]["uri"], account);
    assert_eq!(lab.sandbox.authority.accounts(), 1);
    assert!(lab.accepted(Stage::NewAccount) >= made);
}

#[test]
fn issue_goes_by_the_settings_that_came() {
    let (lab, _) = bundled(&["--reuse-key", "--deploy-hook", "echo new >> deployed"]);
    lab.run(OPEN).succeeded();
    lab.run("issue -d example.test -d *.example.test").succeeded();
    let lineage = lab.lineage("example.test");
    assert_eq!((&lineage["reuse_key"], &lineage["live"]), (&json!(true), &json!(1)));
    assert_eq!(fs::read_to_string(lab.path().join("deployed")).unwrap(), "new\nnew\n");
}

#[test]
fn settings_never_give_way_and_are_not_had_twice() {
    let (lab, key) = bundled(&[]);
    lab.run(&format!("{OPEN} --without-lineages --without-accounts")).succeeded();
    lab.run("issue -d example.test -d *.example.test --name mine --agree-tos").succeeded();
    let before = lab.lineage("mine");
    let run = lab.run(&format!("{OPEN} --without-accounts --json")).succeeded().json();
    assert_eq!(run["lineages"][0]["action"], "kept");
    assert!(!lab.state().join("lineages/example.test").exists());

    let mut bundle = inside(&lab, "all.age");
    bundle["lineages"][0]["name"] = json!("mine");
    bundle["lineages"][0]["hooks"] = json!({ "deploy": ["echo other"] });
    sealed(&lab, "mine.age", &key, &bundle.to_string());
    let run = lab.run("bundle open mine.age -i key.txt --without-accounts --json").succeeded().json();
    assert_eq!(run["lineages"][0]["action"], "kept");
    assert_eq!(lab.lineage("mine"), before);
}

#[test]
fn with_names_lineages_go_along_that_have_no_other() {
    let lab = Lab::new();
    lab.delegate_all(&["example.test", "www.example.test"].map(str::to_owned));
    lab.run("issue -d example.test --agree-tos").succeeded();
    lab.run("issue -d example.test -d www.example.test --name both").succeeded();
    let key = keygen(&lab);
    same(
        &lab.run(&format!("bundle create --to one.age -r {key} --with-lineages example.test")).transcript(),
        str![[r#"
0
--- stdout
In one.age:
  registrations: example.test
  lineages: example.test
  left out: the lineage both, which has other names, too

Whoever has it and one of the keys can answer the challenges of all its names. It is opened with:

certdns bundle open one.age
--- stderr

"#]],
    );
    let bundle = inside(&lab, "one.age");
    assert_eq!(bundle["lineages"].as_array().unwrap().len(), 1);
    assert_eq!(bundle["accounts"], json!([]));
}

#[test]
fn an_account_that_its_ca_does_not_confirm_holds_everything_up() {
    let (lab, key) = bundled(&[]);
    lab.run("acmeaccount deactivate --yes --state-dir elsewhere").succeeded();
    let told: String = [OPEN.to_owned(), format!("{OPEN} --offline")].map(|line| lab.run(&line).transcript()).concat();
    same(
        &told,
        str![[r#"
1
--- stdout
--- stderr
error: nothing was taken from all.age
  cause: localhost:[PORT] says: The account is deactivated (unauthorized)
   hint: the CA refuses this account, not a name: it may be deactivated there, or have another key. `certdns acmeaccount show` asks; where the key was changed elsewhere, take it over from there with `certdns acmeaccount import`
2
--- stdout
--- stderr
error: nothing was taken from all.age
  cause: accounts are confirmed by their CA before they are kept, and nobody may be asked
   hint: leave out `--offline`, or leave the accounts with `--without-accounts`

"#]],
    );
    assert!(state(&lab).is_empty());
    lab.run(&format!("{OPEN} --without-accounts")).succeeded();
    assert_eq!(lab.registrations(), 1);
    let made = lab.run(&format!("bundle create --to ended.age -r {key} --with-accounts --state-dir elsewhere --json"));
    assert_eq!(made.succeeded().json()["bundle"]["accounts"], json!([]));
}

#[test]
fn the_name_of_an_account_may_be_anothers_here() {
    let lab = Lab::new().delegated("example.test");
    lab.run("acmeaccount add --account work --agree-tos --state-dir elsewhere").succeeded();
    lab.run("register example.test --state-dir elsewhere").succeeded();
    let key = keygen(&lab);
    lab.run(&format!("bundle create --to all.age -r {key} --with-accounts --state-dir elsewhere")).succeeded();
    lab.run("acmeaccount add --account work --agree-tos").succeeded();
    let run = lab.run(&format!("{OPEN} --keep mine --json")).json();
    assert_eq!(
        (&run["accounts"][0]["action"], &run["accounts"][0]["account"]),
        (&json!("taken"), &Value::Null),
        "{run}"
    );
    assert!(run["left_out"][0].as_str().unwrap().contains("work"), "{run}");
    assert_eq!(lab.sandbox.authority.accounts(), 2);
}

#[test]
fn what_hooks_and_copies_came_is_told_without_control_characters() {
    let (lab, key) = bundled(&[]);
    let mut bundle = inside(&lab, "all.age");
    bundle["lineages"][0]["hooks"] = json!({ "pre": ["echo \u{1b}[2Jpre"], "deploy": ["@exec nginx -s reload"] });
    bundle["lineages"][0]["outputs"] =
        json!({ "installs": [{ "content": "fullchain", "path": "/etc/nginx/tls.pem" }] });
    sealed(&lab, "hooks.age", &key, &bundle.to_string());
    let run = lab.run("bundle open hooks.age -i key.txt --without-accounts").succeeded();
    same(
        &run.transcript(),
        str![[r#"
0
--- stdout
hooks.age, made [TIME]

  NAME                      ACME-DNS SERVER  CNAME TARGET
  example.test  taken over  127.0.0.1:[PORT]  [ID].auth.acme-dns.test

  LINEAGE                   CA               NAMES
  example.test  taken over  localhost:[PORT]  example.test, *.example.test

With these settings certdns does more on this machine than get certificates:
  example.test: runs as pre hook: echo  [2Jpre
  example.test: runs as deploy hook: @exec nginx -s reload
  example.test: writes fullchain to /etc/nginx/tls.pem

What DNS shows now:
  ok  _acme-challenge.example.test: delegated
--- stderr
asking DNS about _acme-challenge.example.test

"#]],
    );
}
