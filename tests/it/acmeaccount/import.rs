//! Accounts of other clients, from files in the shapes that they write.

use std::fs;
use std::path::{Path, PathBuf};

use aws_lc_rs::encoding::{AsBigEndian, AsDer, EcPrivateKeyBin, EcPrivateKeyRfc5915Der};
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use base64::prelude::{BASE64_URL_SAFE_NO_PAD as BASE64URL, Engine};
use certdns::sandbox::Stage;
use serde_json::{Value, json};
use snapbox::str;

use crate::support::{Lab, same};

/// An account that another client made: the CA knows it, this certdns does not.
struct Elsewhere {
    lab: Lab,
    uri: String,
    /// PKCS#8.
    pem: String,
    /// How folders are called after the CA.
    host: String,
}

impl Elsewhere {
    fn new() -> Elsewhere {
        let lab = Lab::new();
        lab.run("acmeaccount add --agree-tos --email a@example.test --state-dir elsewhere").succeeded();
        let listed = lab.run("acmeaccount export key.pem --format pem --state-dir elsewhere --json").succeeded().json();
        let uri = listed["exported"]["uri"].as_str().unwrap().to_owned();
        let pem = fs::read_to_string(lab.path().join("key.pem")).unwrap();
        let host = uri.split('/').nth(2).unwrap().to_owned();
        Elsewhere { lab, uri, pem, host }
    }

    /// SEC 1, as Go and OpenSSL write it.
    fn sec1(&self) -> String {
        let pair = pair(&self.pem);
        let der: EcPrivateKeyRfc5915Der<'_> = pair.private_key().as_der().unwrap();
        let parameters = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
        format!("{parameters}{}", pem::encode(&pem::Pem::new("EC PRIVATE KEY", der.as_ref())))
    }

    fn jwk(&self) -> Value {
        jwk(&self.pem)
    }

    fn write(&self, path: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.lab.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    /// Takes the account over from here into an empty state directory, and lists what is there then.
    #[track_caller]
    fn imported(&self, from: &str) {
        let state = self.lab.state();
        if state.exists() {
            fs::remove_dir_all(&state).unwrap();
        }
        let run = self.lab.run(&format!("acmeaccount import {from} --json"));
        assert_eq!(run.json()["accounts"][0]["uri"], self.uri, "{from}: {}", run.transcript());
        assert_eq!(run.status, 0, "{from}: {}", run.transcript());
        let listed = self.lab.run("acmeaccount list --json").succeeded().json();
        assert_eq!((&listed["accounts"][0]["uri"], &listed["accounts"][1]), (&json!(self.uri), &Value::Null));
        assert_eq!(listed["accounts"][0]["contact"][0], "mailto:a@example.test");
        assert_eq!(self.lab.sandbox.authority.accounts(), 1);
    }
}

fn pair(pem: &str) -> EcdsaKeyPair {
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pem::parse(pem).unwrap().contents()).unwrap()
}

fn jwk(pem: &str) -> Value {
    let pair = pair(pem);
    let d: EcPrivateKeyBin<'_> = pair.private_key().as_be_bytes().unwrap();
    let (x, y) = pair.public_key().as_ref()[1..].split_at(32);
    let [d, x, y] = [d.as_ref(), x, y].map(|octets| BASE64URL.encode(octets));
    json!({ "kty": "EC", "crv": "P-256", "d": d, "x": x, "y": y })
}

#[test]
fn accounts_of_every_client_are_taken_over_from_folder_and_file() {
    let other = Elsewhere::new();
    let (host, uri) = (&other.host, &other.uri);
    let folder = |host: &str| host.replace(':', "_");

    let certbot = format!("letsencrypt/accounts/{host}/directory/0123456789abcdef");
    other.write(&format!("{certbot}/regr.json"), json!({ "body": {}, "uri": uri }).to_string());
    other.write(&format!("{certbot}/private_key.json"), other.jwk().to_string());
    other.write(&format!("{certbot}/meta.json"), "{}");
    other.write("letsencrypt/live/example.test/privkey.pem", &other.pem);

    let lego4 = format!("lego4/accounts/{}/a@example.test", folder(host));
    let registration = json!({ "body": { "status": "valid" }, "uri": uri });
    let account = json!({ "email": "a@example.test", "registration": registration });
    other.write(&format!("{lego4}/account.json"), account.to_string());
    other.write(&format!("{lego4}/keys/a@example.test.key"), other.sec1());
    other.write("lego4/certificates/example.test.json", json!({ "domain": "example.test" }).to_string());
    other.write("lego4/certificates/example.test.key", &other.pem);

    let lego5 = format!("lego5/accounts/{}/work", folder(host));
    let registration = json!({ "body": { "status": "valid" }, "accountURL": uri });
    let server = format!("https://{host}/directory");
    let account = json!({ "id": "work", "email": "a@example.test", "server": server, "registration": registration });
    other.write(&format!("{lego5}/account.json"), account.to_string());
    other.write(&format!("{lego5}/work.key"), &other.pem);

    let acme_sh = format!("acme.sh/ca/{host}/directory");
    other.write(&format!("{acme_sh}/ca.conf"), format!("ACCOUNT_URL='{uri}'\nCA_EMAIL='a@example.test'\n"));
    other.write(&format!("{acme_sh}/account.key"), other.sec1());

    let posh = "Posh-ACME/LE_PROD/1";
    let account = json!({ "id": "1", "status": "valid", "location": uri, "key": other.jwk().to_string() });
    let utf16: Vec<u8> =
        "\u{feff}".chars().chain(account.to_string().chars()).flat_map(|c| (c as u16).to_le_bytes()).collect();
    other.write(&format!("{posh}/acct.json"), utf16);
    other.write("Posh-ACME/LE_PROD/dir.json", json!({ "location": server }).to_string());

    let caddy = format!("caddy/acme/{host}-directory/users/default");
    other.write(&format!("{caddy}/default.json"), json!({ "status": "valid", "location": uri }).to_string());
    other.write(&format!("{caddy}/default.key"), other.sec1());

    for root in ["letsencrypt", "lego4", "lego5", "acme.sh", "Posh-ACME", "caddy"] {
        other.imported(root);
    }
    let files = [
        format!("{certbot}/regr.json"),
        format!("{certbot}/private_key.json"),
        certbot,
        format!("{lego4}/keys/a@example.test.key"),
        format!("{lego5}/work.key"),
        format!("{acme_sh}/account.key"),
        format!("{posh}/acct.json"),
        format!("{caddy}/default.key"),
    ];
    for file in &files {
        other.imported(file);
    }
}

#[test]
fn a_text_that_says_everything_is_taken_over() {
    let other = Elsewhere::new();
    let (host, uri) = (&other.host, &other.uri);
    let certify = json!([{ "AccountURI": uri, "AccountKey": other.pem, "Email": "a@example.test" }]);
    other.write("certify.txt", format!("Certify Certificate Manager [CLI] v6.1\r\n\r\n{certify:#}\r\n"));
    let der = pem::parse(&other.pem).unwrap();
    let credentials = json!({ "id": uri, "key_pkcs8": BASE64URL.encode(der.contents()),
        "directory": format!("https://{host}/directory") });
    other.write("credentials.json", credentials.to_string());
    other.write("key.jwk", other.jwk().to_string());
    other.write("sec1.pem", other.sec1());
    other.lab.run("acmeaccount export account.json --state-dir elsewhere").succeeded();
    for file in ["certify.txt", "credentials.json", "key.jwk", "sec1.pem", "key.pem", "account.json"] {
        other.imported(file);
    }
}

#[test]
fn the_usual_places_are_looked_at_and_what_is_there_is_offered() {
    let other = Elsewhere::new();
    let acme_sh = format!(".acme.sh/ca/{}/directory", other.host);
    other.write(&format!("{acme_sh}/ca.conf"), format!("ACCOUNT_URL='{}'\n", other.uri));
    other.write(&format!("{acme_sh}/account.key"), other.sec1());
    let home = other.lab.path().display().to_string();
    let run = other.lab.run_with("acmeaccount import --json", &[("HOME", &home)]).succeeded().json();
    let found = run["found"].as_array().unwrap().iter().find(|found| found["uri"] == other.uri).unwrap();
    assert_eq!((&found["client"], &found["authority"]), (&json!("acme.sh"), &json!(other.host)));
    // Nobody was asked, so nothing was done.
    assert!(!other.lab.state().exists());
    other.imported(found["path"].as_str().unwrap());
}

#[test]
fn an_imported_account_can_be_named_made_the_default_and_imported_again() {
    let other = Elsewhere::new();
    other.lab.run("acmeaccount add --agree-tos").succeeded();
    same(
        &other.lab.run("acmeaccount import key.pem --account certbot --default").transcript(),
        str![[r#"
0
--- stdout
Taken over.

localhost:[PORT]
  name         certbot
  account URI  https://localhost:[PORT]/account/1
  contact      mailto:a@example.test
  status       valid
  key          ECDSA P-256, thumbprint [THUMBPRINT]
  default      used where no other account is asked for

  CAA records that let only this account issue, by dns-01 only:

@ CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
@ CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
--- stderr

"#]],
    );
    // The same account again changes nothing; another name renames it.
    other.lab.run("acmeaccount import key.pem").succeeded();
    let listed = other.lab.run("acmeaccount list --json").succeeded().json();
    let named: Vec<&Value> = listed["accounts"].as_array().unwrap().iter().map(|one| &one["account"]).collect();
    assert_eq!(named.len(), 2);
    assert!(named.contains(&&json!("certbot")), "{listed}");
}

#[test]
fn what_cannot_be_taken_over_is_told_and_nothing_is_made() {
    let other = Elsewhere::new();
    let lab = &other.lab;
    fs::create_dir(lab.path().join("empty")).unwrap();
    other.write("cert.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    let stranger = rcgen::KeyPair::generate().unwrap();
    other.write("stranger.pem", stranger.serialize_pem());
    other.write("keyless/regr.json", json!({ "uri": other.uri }).to_string());
    let elsewhere = json!({ "status": "valid", "location": "https://ca.invalid/acct/1", "key": other.jwk() });
    other.write("posh/acct.json", elsewhere.to_string());
    other.write("encrypted.key", "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
    let told: String = ["nowhere", "empty", "cert.pem", "stranger.pem", "keyless", "posh", "encrypted.key"]
        .iter()
        .map(|path| format!("$ {path}\n{}", lab.run(&format!("acmeaccount import {path}")).transcript()))
        .collect();
    same(
        &told,
        str![[r#"
$ nowhere
1
--- stdout
--- stderr
error: could not read nowhere
  cause: No such file or directory (os error 2)
   hint: name a file, or a folder of another ACME client
$ empty
1
--- stdout
--- stderr
error: there is no ACME account in empty
   hint: what is read: folders of certbot, lego, acme.sh, Posh-ACME and Caddy, the output of Certify's `acmeaccount list`, exports of certdns, and private keys as PEM or JWK
$ cert.pem
1
--- stdout
--- stderr
error: there is no ACME account in cert.pem
   hint: what is read: folders of certbot, lego, acme.sh, Posh-ACME and Caddy, the output of Certify's `acmeaccount list`, exports of certdns, and private keys as PEM or JWK
$ stranger.pem
1
--- stdout
--- stderr
error: localhost:[PORT] has no account with the key of stranger.pem
   hint: nothing was made and nothing is kept; if the account is at another CA, name that with `--ca`
$ keyless
1
--- stdout
--- stderr
error: keyless/regr.json describes an account, and its key keyless/private_key.json is not there
   hint: an account is nothing without its key; look for it in a backup
$ posh
2
--- stdout
--- stderr
error: posh/acct.json does not tell which CA its account is at (ca.invalid)
   hint: name its directory URL with `--ca`
$ encrypted.key
1
--- stdout
--- stderr
error: the key of encrypted.key cannot be used
  cause: this is not the private key of an ACME account (P-256, P-384, RSA of 2048 bits or more, Ed25519)
   hint: what can be used: P-256, P-384, Ed25519 and RSA keys, not protected by a passphrase

"#]],
    );
    assert!(!lab.files().contains("key-"), "{}", lab.files());
    assert_eq!(lab.sandbox.authority.accounts(), 1);
}

#[test]
fn an_account_that_was_ended_is_not_taken_over() {
    let other = Elsewhere::new();
    other.lab.run("acmeaccount deactivate --yes --state-dir elsewhere").succeeded();
    let run = other.lab.run("acmeaccount import key.pem");
    assert_eq!(run.status, 1, "{}", run.transcript());
    assert_eq!(other.lab.accepted(Stage::NewAccount), 1);
}

#[test]
fn of_several_accounts_each_is_taken_over_and_one_that_fails_stops_no_other() {
    let other = Elsewhere::new();
    let account = |folder: &str, key: &str| {
        let folder = format!("accounts/{}/directory/{folder}", other.host);
        other.write(&format!("{folder}/regr.json"), json!({ "body": {}, "uri": other.uri }).to_string());
        other.write(&format!("{folder}/private_key.json"), key);
    };
    // A key that no CA knows.
    account("1", &jwk(&rcgen::KeyPair::generate().unwrap().serialize_pem()).to_string());
    account("2", &other.jwk().to_string());
    let run = other.lab.run("acmeaccount import accounts --json");
    assert_eq!(run.status, 1, "{}", run.transcript());
    let (taken, failed) = (run.json()["accounts"].clone(), run.json()["failed"].clone());
    assert_eq!((&taken[0]["uri"], &taken[1]), (&json!(other.uri), &Value::Null));
    assert!(failed[0]["path"].as_str().is_some_and(|path| Path::new(path).ends_with("1/regr.json")), "{failed}");
    // With a name it must be clear which is meant.
    assert_eq!(other.lab.run("acmeaccount import accounts --account work").status, 2);
}

#[test]
fn an_account_that_is_not_among_those_found_is_told_with_those_that_are() {
    let other = Elsewhere::new();
    let account = json!({ "status": "valid", "location": other.uri, "key": other.jwk() });
    other.write("posh/acct.json", account.to_string());
    same(
        &other.lab.run("acmeaccount import posh --account https://ca.example/acct/7").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: the account https://ca.example/acct/7 is not among those that are there
   hint: say which with `--account`:
         https://localhost:[PORT]/account/1

"#]],
    );
    assert_eq!(other.lab.run("acmeaccount import key.pem --account https://ca.example/acct/7").status, 2);
    other.lab.run(&format!("acmeaccount import posh --account {}", other.uri)).succeeded();
}

#[test]
fn what_is_damaged_beside_a_good_account_is_told() {
    let other = Elsewhere::new();
    let account = json!({ "status": "valid", "location": other.uri, "key": other.jwk() });
    other.write("accounts/1/acct.json", account.to_string());
    other.write("accounts/2/regr.json", json!({ "uri": "https://ca.example/acct/2" }).to_string());
    let run = other.lab.run("acmeaccount import accounts --json");
    assert_eq!(run.status, 1, "{}", run.transcript());
    assert_eq!(run.json()["accounts"][0]["uri"], other.uri);
    let failed = run.json()["failed"].clone();
    assert!(failed[0]["path"].as_str().is_some_and(|path| path.ends_with("2/regr.json")), "{failed}");
    assert!(failed[0]["error"]["message"].as_str().is_some_and(|said| said.contains("is not there")), "{failed}");
}

#[test]
fn folders_that_lead_astray_hold_nobody_up() {
    let other = Elsewhere::new();
    let account = json!({ "status": "valid", "location": other.uri, "key": other.jwk() });
    other.write("tree/1/acct.json", account.to_string());
    let tree = other.lab.path().join("tree");
    // Round in circles, twice at every level.
    for name in ["a", "b"] {
        std::os::unix::fs::symlink(&tree, tree.join(name)).unwrap();
    }
    std::os::unix::fs::symlink("/dev/zero", tree.join("account.json")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(tree.join("regr.json")).status().unwrap().success());
    let begun = std::time::Instant::now();
    other.imported("tree");
    other.write("keys/regr.json", json!({ "uri": other.uri }).to_string());
    std::os::unix::fs::symlink("/dev/zero", other.lab.path().join("keys/private_key.json")).unwrap();
    assert_eq!(other.lab.run("acmeaccount import keys").status, 1);
    assert_eq!(other.lab.run("acmeaccount import /dev/zero").status, 1);
    assert!(begun.elapsed() < std::time::Duration::from_secs(20));
}
