//! Every client's files, as they lie on its machine.

use std::fs;

use serde_json::{Value, json};
use snapbox::str;

use super::elsewhere::{Elsewhere, utf_16};
use crate::support::same;

/// Takes the registration over from here into an empty state directory, and issues with it.
#[track_caller]
fn imported(other: &Elsewhere, from: &str) -> Value {
    let state = other.lab.state();
    if state.exists() {
        fs::remove_dir_all(&state).unwrap();
    }
    let run = other.lab.run(&format!("registration import {from} --json"));
    let document = run.json();
    assert_eq!((run.status, &document["failed"]), (0, &json!([])), "{from}: {}", run.transcript());
    let one = &document["files"][0]["registrations"][0];
    assert_eq!((&one["action"], &one["stands"]), (&json!("taken"), &json!(true)), "{from}: {}", run.transcript());
    let stored = other.lab.registration("example.test");
    for field in ["username", "password", "subdomain", "fulldomain"] {
        assert_eq!(stored[field], other.reply[field], "{from}");
    }
    assert_eq!(stored["server"], format!("{}/", other.server()), "{from}");
    document["files"][0].clone()
}

fn tree(other: &Elsewhere) -> Vec<(&'static str, String)> {
    use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
    let (host, server) = (&other.host, other.server());
    let lego = other.lego();
    other.write("acmedns/clientstorage.json", lego.to_string());

    other.write("letsencrypt/acmedns.json", json!({ "example.test": other.reply }).to_string());
    other.write("letsencrypt/acme-dns-auth.py", format!("import os\nACMEDNS_URL = \"{server}\"\nALLOW_FROM = []\n"));
    other.write("letsencrypt/renewal/example.test.conf", "version = 2.1.0\n");
    other.write("letsencrypt/accounts/ca.test/directory/1/regr.json", r#"{"body":{},"uri":"https://ca.test/1"}"#);

    other.write("certbot/acme-registration.json", json!({ "example.test": other.reply }).to_string());
    other.write("certbot/credentials.ini", format!("dns_acmedns_api_url = {server}/\n"));

    let both = json!({ "example.test": other.reply, "*.example.test": other.reply });
    other.write("manager/acme-dns-accounts.json", format!("{both:#}"));
    other.write("manager/config.yaml", format!("email: a@example.test\nacme_dns_server: \"{server}\"\n"));

    let values = |prefix: &str| {
        let line = |name: &str, value: &str| format!("{prefix}ACMEDNS_{name}='{value}'\n");
        [("BASE_URL", server.as_str()), ("USERNAME", other.field("username")), ("SUBDOMAIN", other.field("subdomain"))]
            .map(|(name, value)| line(name, value))
            .concat()
            + &line(
                "PASSWORD",
                &format!(
                    "__ACME_BASE64__START_{}__ACME_BASE64__END_",
                    base64::prelude::BASE64_STANDARD.encode(other.field("password"))
                ),
            )
    };
    let names = "Le_Domain='example.test'\nLe_Alt='*.example.test'\nLe_Webroot='dns_acmedns'\nLe_Keylength='ec-256'\n";
    other.write("acme.sh/example.test_ecc/example.test.conf", format!("{names}{}", values("")));
    other.write("acme.sh/account.conf", "ACCOUNT_EMAIL='a@example.test'\n");
    other.write("acme.sh-old/example.test/example.test.conf", names);
    other.write("acme.sh-old/account.conf", values("SAVED_"));

    let list = ["subdomain", "username", "password", "fulldomain"].map(|field| other.field(field));
    let vars = json!({ "ACMEReg": { "_acme-challenge.example.test": list } });
    other.write("Posh-ACME/LE_PROD/1/pluginvars.json", utf_16(&format!("{vars:#}")));
    other.write("Posh-ACME/LE_PROD/1/example.test/pluginargs.json", json!({ "ACMEServer": server }).to_string());

    let mut certify = other.reply.clone();
    certify["allowfrom"] = Value::Null;
    certify["subject"] = json!("example.test");
    let name = format!("{}_example.test.json", BASE64_URL_SAFE_NO_PAD.encode(host));
    other.write(&format!("certify/certifydns/{name}"), certify.to_string());

    other.write("win-acme/acme-dns/example.test.json", other.with(&json!({})).to_string());

    other.lab.run("registration export own/export.json --state-dir elsewhere").succeeded();
    vec![
        ("acmedns", "goacmedns"),
        ("acmedns/clientstorage.json", "goacmedns"),
        ("letsencrypt", "acme-dns-auth"),
        ("certbot", "acme-dns-auth"),
        ("manager", "go-acme-dns-manager"),
        ("acme.sh", "acme.sh"),
        ("acme.sh-old", "acme.sh"),
        ("Posh-ACME", "posh-acme"),
        ("win-acme", "win-acme"),
        ("own", "certdns"),
        ("elsewhere", "certdns"),
    ]
    .into_iter()
    .map(|(path, client)| (path, client.to_owned()))
    .collect()
}

#[test]
fn registrations_of_every_client_are_taken_over_and_used() {
    let other = Elsewhere::new();
    fs::create_dir(other.lab.path().join("own")).unwrap();
    for (path, client) in tree(&other) {
        assert_eq!(imported(&other, path)["client"], client, "{path}");
    }
    // With the last of them a certificate is made: nothing is registered anew.
    let registered = other.lab.requests("/register");
    other.lab.run("issue -d example.test -d *.example.test --agree-tos").succeeded();
    other.lab.verify("example.test", &["example.test", "*.example.test"]);
    assert_eq!(other.lab.requests("/register"), registered);
}

#[test]
fn certify_keeps_the_server_in_the_name_of_the_file() {
    use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
    let other = Elsewhere::new();
    let name = format!("{}_example.test.json", BASE64_URL_SAFE_NO_PAD.encode("acme-dns.example.org"));
    other.write(&format!("certifydns/{name}"), other.reply.to_string());
    other.write("win/acme-dns.example.org/example.test.json", other.reply.to_string());
    let told: String = ["certifydns", "win"]
        .map(|path| other.lab.run(&format!("registration import {path} --offline")).transcript())
        .concat();
    same(
        &told,
        str![[r#"
0
--- stdout
certifydns/YWNtZS1kbnMuZXhhbXBsZS5vcmc_example.test.json (Certify)
  the server acme-dns.example.org: from the file name

  NAME                      ACME-DNS SERVER       CNAME TARGET
  example.test  taken over  acme-dns.example.org  [ID].auth.acme-dns.test
--- stderr
0
--- stdout
win/acme-dns.example.org/example.test.json (win-acme or simple-acme)
  the server acme-dns.example.org: from the name of its folder

  NAME                           ACME-DNS SERVER       CNAME TARGET
  example.test  is here already  acme-dns.example.org  [ID].auth.acme-dns.test
--- stderr

"#]],
    );
}

#[test]
fn what_a_file_does_not_tell_is_looked_for_and_said() {
    let other = Elsewhere::new();
    tree_of_bare_files(&other);
    // The server as configured, and the target from the live CNAME.
    same(
        &other.lab.run("registration import conf").transcript(),
        str![[r#"
0
--- stdout
conf/example.test/example.test.conf (acme.sh)
  the target [ID].auth.acme-dns.test: from the live CNAME of _acme-challenge.example.test

  NAME                      ACME-DNS SERVER  CNAME TARGET
  example.test  taken over  127.0.0.1:[PORT]  [ID].auth.acme-dns.test

What DNS shows now:
  ok  _acme-challenge.example.test: delegated
--- stderr
asking DNS about _acme-challenge.example.test

"#]],
    );
    fs::remove_dir_all(other.lab.state()).unwrap();
    same(
        &other.lab.run("registration import conf --zone auth.acme-dns.test --offline").transcript(),
        str![[r#"
0
--- stdout
conf/example.test/example.test.conf (acme.sh)
  the target [ID].auth.acme-dns.test: from `--zone`

  NAME                      ACME-DNS SERVER  CNAME TARGET
  example.test  taken over  127.0.0.1:[PORT]  [ID].auth.acme-dns.test
--- stderr

"#]],
    );
    fs::remove_dir_all(other.lab.state()).unwrap();
    // A resolver that is believed tells where the CNAME leads, and is asked nothing of the target.
    let believed = [("CERTDNS_DNS_VIEW", "resolver"), ("CERTDNS_VERBOSE", "2")];
    let run = other.lab.run_with("registration import conf --json", &believed).succeeded();
    assert!(!run.stderr.contains(&format!("{} ", other.field("fulldomain"))), "{}", run.transcript());
    fs::remove_dir_all(other.lab.state()).unwrap();
    // Nobody tells.
    same(
        &other.lab.run("registration import conf --offline").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: nothing was taken from conf/example.test/example.test.conf
  cause: it is not told where the CNAME of example.test must lead, and no live one that leads to [ID] was seen
   hint: name the zone of the acme-dns server with `--zone`, such as `--zone auth.example.org`

"#]],
    );
    same(
        &other.lab.run_with("registration import acmedns.json", &[("CERTDNS_ACME_DNS", "")]).transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: nothing was taken from acmedns.json
  cause: it is not told which server the registration of example.test is at
   hint: name it with `--acme-dns URL`

"#]],
    );
    assert!(!other.lab.state().exists());
}

fn tree_of_bare_files(other: &Elsewhere) {
    let lines = ["USERNAME", "PASSWORD", "SUBDOMAIN"]
        .map(|name| format!("ACMEDNS_{name}='{}'\n", other.field(&name.to_lowercase())))
        .concat();
    let names = "Le_Domain='example.test'\nLe_Alt='no'\nLe_Webroot='dns_acmedns'\n";
    let server = format!("ACMEDNS_BASE_URL='{}'\n", other.server());
    other.write("conf/example.test/example.test.conf", format!("{names}{lines}{server}"));
    other.write("acmedns.json", json!({ "example.test": other.reply }).to_string());
}

#[test]
fn the_usual_places_are_looked_at_and_what_is_there_is_offered() {
    let other = Elsewhere::new();
    tree_of_bare_files(&other);
    fs::rename(other.lab.path().join("conf"), other.lab.path().join(".acme.sh")).unwrap();
    other.write("lego.json", other.lego().to_string());
    let home = other.lab.path().display().to_string();
    let environment = [("HOME", home.as_str()), ("ACME_DNS_STORAGE_PATH", "lego.json")];
    same(
        &other.lab.run_with("registration import", &environment).transcript(),
        str![[r#"
0
--- stdout
Found, and not taken over:

  1 registration of lego, acme-dns-client or Caddy from lego.json: example.test

certdns registration import lego.json

  1 registration of acme-dns-auth.py or certbot-dns-acmedns from acmedns.json: example.test

certdns registration import acmedns.json

  1 registration of acme.sh from [DIR]/.acme.sh/example.test/example.test.conf: example.test

certdns registration import [DIR]/.acme.sh/example.test/example.test.conf
--- stderr

"#]],
    );
    // Nobody was asked, so nothing was done.
    assert!(!other.lab.state().exists());
}

#[test]
fn several_files_are_taken_in_one_go_and_a_second_time_nothing_changes() {
    let other = Elsewhere::new();
    other.write("a/lego.json", other.lego().to_string());
    other.write("b/acmedns.json", json!({ "example.test": other.reply }).to_string());
    same(
        &other.lab.run("registration import a b").transcript(),
        str![[r#"
0
--- stdout
a/lego.json (lego, acme-dns-client or Caddy)

  NAME                      ACME-DNS SERVER  CNAME TARGET
  example.test  taken over  127.0.0.1:[PORT]  [ID].auth.acme-dns.test

b/acmedns.json (acme-dns-auth.py or certbot-dns-acmedns)
  the server 127.0.0.1:[PORT]: from `--acme-dns`, or the configuration

  NAME                           ACME-DNS SERVER  CNAME TARGET
  example.test  is here already  127.0.0.1:[PORT]  [ID].auth.acme-dns.test

What DNS shows now:
  ok  _acme-challenge.example.test: delegated
  ok  _acme-challenge.example.test: delegated
--- stderr
asking DNS about _acme-challenge.example.test, _acme-challenge.example.test

"#]],
    );
    let before = other.state();
    other.lab.run("registration import a b").succeeded();
    assert_eq!(other.state(), before);
    same(
        &other.lab.run("registration history").transcript(),
        str![[r#"
0
--- stdout
  WHEN                  NAME          WHAT      WHY                                                CNAME TARGET
  [TIME]  example.test  imported  from a/lego.json (lego, acme-dns-client or Caddy)  [ID].auth.acme-dns.test
--- stderr

"#]],
    );
}

#[test]
fn credentials_are_proven_when_asked_for() {
    let other = Elsewhere::new();
    other.write("lego.json", other.lego().to_string());
    let run = other.lab.run("registration import lego.json --probe").succeeded();
    assert!(run.stdout.contains("proven end to end"), "{}", run.transcript());

    let mut wrong = other.lego();
    wrong["example.test"]["password"] = json!("0000000000000000000000000000000000000000");
    other.write("wrong.json", wrong.to_string());
    let run = other.lab.run("registration import wrong.json --probe --keep theirs --json");
    assert_ne!(run.status, 0, "{}", run.transcript());
    assert_eq!(run.json()["files"][0]["registrations"][0]["findings"][0]["code"], "probe-refused");
}

#[test]
fn values_of_another_client_stay_where_they_are_when_its_credentials_are_proven() {
    let other = Elsewhere::new();
    other.write("lego.json", other.lego().to_string());
    // The other client has made a certificate: its values are in the slots.
    other.lab.run("issue -d example.test -d *.example.test --agree-tos --state-dir elsewhere").succeeded();
    let values = |other: &Elsewhere| other.lab.sandbox.acme_dns.records().values(other.field("subdomain"));
    let before = values(&other);
    let run = other.lab.run("registration import lego.json --probe").succeeded();
    assert!(run.stdout.contains("the credentials work"), "{}", run.transcript());

    let mut wrong = other.lego();
    wrong["example.test"]["username"] = json!("11111111-1111-4111-8111-111111111111");
    other.write("wrong.json", wrong.to_string());
    let run = other.lab.run("registration import wrong.json --probe --keep theirs --json");
    assert_eq!(run.json()["files"][0]["registrations"][0]["findings"][0]["code"], "probe-refused");
    assert_eq!((run.status, values(&other)), (3, before), "{}", run.transcript());
}

#[test]
fn a_file_that_everybody_can_read_is_warned_of() {
    use std::os::unix::fs::PermissionsExt;
    let other = Elsewhere::new();
    let path = other.write("lego.json", other.lego().to_string());
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    let run = other.lab.run("registration import lego.json --offline --quiet").succeeded();
    same(
        &run.stderr,
        str![[r#"
warning: lego.json can be read by other users of this machine, who can answer challenges with what stands there; `chmod 600` closes it

"#]],
    );
}

#[test]
fn what_is_pasted_on_stdin_is_taken() {
    let other = Elsewhere::new();
    other.write("lego.json", other.lego().to_string());
    let mut command = other.lab.command(&[]);
    command.stdin(fs::File::open(other.lab.path().join("lego.json")).unwrap());
    let run = crate::support::command::run(command, &["registration", "import", "-", "--json"]).succeeded();
    assert_eq!(run.json()["files"][0]["registrations"][0]["action"], "taken");
}

#[test]
fn credentials_for_registering_are_left_where_they_are() {
    let other = Elsewhere::new();
    let url = format!("http://me%40example.com:s3cret@{}", other.host);
    let file = json!({ "example.test": other.with(&json!({ "server_url": url })) });
    other.write("lego.json", file.to_string());
    let run = other.lab.run("registration import lego.json").succeeded();
    assert!(run.stdout.contains("`--acme-dns-user`"), "{}", run.transcript());
    let kept: Vec<u8> = other.state().into_iter().flat_map(|(_, content)| content).collect();
    assert!(!String::from_utf8_lossy(&kept).contains("s3cret") && !run.transcript().contains("s3cret"));
}

#[test]
fn names_that_share_a_registration_are_taken_with_a_word_on_its_two_slots() {
    let other = Elsewhere::new();
    let target = other.field("fulldomain").to_owned();
    other.lab.sandbox.host.add_record(&format!("_acme-challenge.www.example.test. CNAME {target}.")).unwrap();
    tree_of_bare_files(&other);
    let path = other.lab.path().join("conf/example.test/example.test.conf");
    let text = fs::read_to_string(&path).unwrap().replace("Le_Alt='no'", "Le_Alt='www.example.test,*.example.test'");
    fs::write(path, text).unwrap();
    same(
        &other.lab.run("registration import conf").transcript(),
        str![[r#"
0
--- stdout
conf/example.test/example.test.conf (acme.sh)
  the target [ID].auth.acme-dns.test: from the live CNAME of _acme-challenge.example.test
  the target [ID].auth.acme-dns.test: from the live CNAME of _acme-challenge.www.example.test
  example.test, www.example.test share one registration, which holds two values at a time: a certificate with more than two of them, wildcards included, cannot be validated; `certdns register` gives each its own

  NAME                          ACME-DNS SERVER  CNAME TARGET
  example.test      taken over  127.0.0.1:[PORT]  [ID].auth.acme-dns.test
  www.example.test  taken over  127.0.0.1:[PORT]  [ID].auth.acme-dns.test

What DNS shows now:
  ok  _acme-challenge.example.test: delegated
  ok  _acme-challenge.www.example.test: delegated
--- stderr
asking DNS about _acme-challenge.example.test, _acme-challenge.www.example.test

"#]],
    );
    other.lab.run("issue -d example.test -d www.example.test --agree-tos").succeeded();
    other.lab.verify("example.test", &["example.test", "www.example.test"]);
}
