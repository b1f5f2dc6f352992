//! Registrations for other clients.

use std::fs;

use serde_json::{Value, json};
use snapbox::str;

use super::elsewhere::Elsewhere;
use crate::support::{Lab, same};

const SINGLE: [&str; 6] = ["certdns", "goacmedns", "acme-dns-auth", "go-acme-dns-manager", "acme.sh", "posh-acme"];

#[test]
fn every_format_comes_back_as_it_went() {
    let lab = Lab::new().delegated("example.test");
    let stored = lab.registration("example.test");
    for format in SINGLE.into_iter().chain(["win-acme", "certify"]) {
        let path = if format == "acme.sh" { "acme.sh.d/example.test/example.test.conf" } else { format };
        let path = if format == "certdns" || SINGLE.contains(&format) && format != "acme.sh" {
            format!("{path}.json")
        } else {
            path.to_owned()
        };
        fs::create_dir_all(lab.path().join(&path).parent().unwrap()).unwrap();
        lab.run(&format!("registration export {path} --format {format}")).succeeded();
        if format == "acme.sh" {
            let path = lab.path().join(&path);
            let lines = fs::read_to_string(&path).unwrap();
            fs::write(&path, format!("Le_Domain='example.test'\nLe_Webroot='dns_acmedns'\n{lines}")).unwrap();
        }
        let into = format!("back-{format}");
        let run = lab.run(&format!("registration import {path} --state-dir {into} --json")).succeeded();
        assert_eq!(run.json()["files"][0]["client"], format, "{}", run.transcript());
        let folder = fs::read_dir(lab.path().join(&into).join("registrations")).unwrap().next().unwrap().unwrap();
        let back: Value = serde_json::from_slice(&fs::read(folder.path().join("example.test.json")).unwrap()).unwrap();
        for field in ["username", "password", "subdomain", "fulldomain"] {
            assert_eq!(back[field], stored[field], "{format}");
        }
    }
}

#[test]
fn files_are_as_the_clients_write_them_octet_by_octet() {
    let other = Elsewhere::new();
    let text = json!({ "example.test": other.with(&json!({ "server_url": other.server(), "note": "kept" })) });
    other.write("lego.json", text.to_string());
    other.lab.run("registration import lego.json").succeeded();
    other.lab.run("registration export again.json --format goacmedns").succeeded();
    let again = fs::read_to_string(other.lab.path().join("again.json")).unwrap();
    let [full, sub, user, password] = ["fulldomain", "subdomain", "username", "password"].map(|name| other.field(name));
    let expected = format!(
        r#"{{"example.test":{{"fulldomain":"{full}","subdomain":"{sub}","username":"{user}","password":"{password}","server_url":"{}","note":"kept"}}}}"#,
        other.server()
    );
    assert_eq!(again, expected);
}

#[test]
fn nothing_is_overwritten_and_files_are_for_their_owner_only() {
    let lab = Lab::new();
    lab.run("register example.test").succeeded();
    same(
        &lab.run("registration export all.json --format acme-dns-auth").transcript(),
        str![[r#"
0
--- stdout
1 registration is in all.json. Whoever has that can answer the challenges of all its names.
The server does not stand there; it is ACMEDNS_URL in the script, or dns_acmedns_api_url for certbot-dns-acmedns:

http://127.0.0.1:[PORT]
--- stderr

"#]],
    );
    let before = fs::read(lab.path().join("all.json")).unwrap();
    same(
        &lab.run("registration export all.json").transcript(),
        str![[r#"
1
--- stdout
--- stderr
error: could not write all.json
  cause: File exists (os error 17)
   hint: name what is not there yet: nothing is overwritten

"#]],
    );
    assert_eq!(fs::read(lab.path().join("all.json")).unwrap(), before);
    lab.run("registration export certify --format certify").succeeded();
    let again = lab.run("registration export certify --format certify");
    assert_eq!(again.status, 1, "{}", again.transcript());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&lab.path().join("all.json")), 0o600);
        let file = fs::read_dir(lab.path().join("certify")).unwrap().next().unwrap().unwrap().path();
        assert_eq!((mode(&lab.path().join("certify")), mode(&file)), (0o700, 0o600));
    }
}

#[test]
fn stdout_gets_registrations_only_when_it_is_named() {
    let lab = Lab::new();
    lab.run("register example.test www.example.test").succeeded();
    let run = lab.run("registration export - www.example.test --format goacmedns").succeeded();
    let written: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(written["www.example.test"]["password"], lab.registration("www.example.test")["password"]);
    assert!(written["example.test"].is_null());
    let told: String = [
        "registration export - --json",
        "registration export certify-is-a-folder/ nowhere.test",
        "registration export - --format certify",
        "registration export acme.conf --format acme.sh",
    ]
    .map(|line| lab.run(line).transcript())
    .concat();
    same(
        &told,
        str![[r#"
2
--- stdout
{
  "error": {
    "causes": [],
    "hints": [
      {
        "text": "leave out `--json`, or name a file"
      }
    ],
    "kind": "usage",
    "message": "a registration on stdout is no part of a JSON document"
  }
}
--- stderr
2
--- stdout
--- stderr
error: nowhere.test has no registration here
   hint: `certdns registration list` tells what there is
2
--- stdout
--- stderr
error: this client keeps a folder of files, and stdout is none
   hint: name a folder
2
--- stdout
--- stderr
error: acme.sh keeps one registration for each certificate, and these are 2
   hint: name those that share one registration, and export the others one by one

"#]],
    );
}

#[test]
fn other_clients_get_the_registration_that_is_used() {
    let lab = Lab::new();
    lab.run("register example.test").succeeded();
    let port = lab.sandbox.acme_dns.http_url().port().unwrap();
    lab.run(&format!("register example.test --acme-dns http://localhost:{port}")).succeeded();
    lab.run("registration export lego.json --format goacmedns").succeeded();
    let lego: Value = serde_json::from_slice(&fs::read(lab.path().join("lego.json")).unwrap()).unwrap();
    assert_eq!(lego["example.test"]["server_url"], format!("http://127.0.0.1:{port}"));
    // Ours has both, and both come back.
    lab.run("registration export all.json").succeeded();
    lab.run("registration import all.json --state-dir back --offline").succeeded();
    let back = lab.run("registration list --state-dir back --json").succeeded().json();
    assert_eq!(back["registrations"].as_array().unwrap().len(), 2);
}
