//! `certdns bundle`: from one machine to another in one encrypted file.

mod damage;
mod interrupted;
mod settings;

use std::collections::BTreeMap;
use std::fs;

use age::secrecy::ExposeSecret;
use certdns::sandbox::Stage;
use serde_json::{Value, json};
use snapbox::str;

use crate::support::{Lab, Run, same};

/// Puts a new key into `key.txt`, as `age-keygen` does; gives what others encrypt for.
fn keygen(lab: &Lab) -> String {
    let identity = age::x25519::Identity::generate();
    let public = identity.to_public();
    let text = format!("# public key: {public}\n{}\n", identity.to_string().expose_secret());
    fs::write(lab.path().join("key.txt"), text).unwrap();
    public.to_string()
}

/// What a key opens, as JSON.
fn inside(lab: &Lab, file: &str) -> Value {
    let key = fs::read(lab.path().join("key.txt")).unwrap();
    let identities = age::IdentityFile::from_buffer(key.as_slice()).unwrap().into_identities().unwrap();
    let sealed = fs::read(lab.path().join(file)).unwrap();
    let armored = age::armor::ArmoredReader::new(sealed.as_slice());
    let decryptor = age::Decryptor::new_buffered(armored).unwrap();
    let mut reader = decryptor.decrypt(identities.iter().map(|one| one.as_ref() as &dyn age::Identity)).unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut reader, &mut text).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// Encrypts a document for the key.
fn sealed(lab: &Lab, file: &str, key: &str, document: &str) {
    let key: age::x25519::Recipient = key.parse().unwrap();
    fs::write(lab.path().join(file), age::encrypt(&key, document.as_bytes()).unwrap()).unwrap();
}

/// Everything below the state directory but what runs told: what is where, with what in it.
fn state(lab: &Lab) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    let mut folders = vec![lab.state()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(&folder).into_iter().flatten().map(|entry| entry.unwrap().path()) {
            let content = if path.is_dir() { Vec::new() } else { fs::read(&path).unwrap() };
            if path.is_dir() && path != lab.state().join("logs") {
                folders.push(path.clone());
            }
            all.insert(path.display().to_string(), content);
        }
    }
    all.remove(&lab.state().join("logs").display().to_string());
    all
}

/// Everything that may never be told: passwords and private keys.
fn secrets(bundle: &Value) -> Vec<String> {
    let password = |one: &Value| one["password"].as_str().unwrap().to_owned();
    let key = |one: &Value| one["key"].as_str().unwrap().lines().nth(1).unwrap().to_owned();
    let passwords = bundle["registrations"].as_array().unwrap().iter().map(password);
    passwords.chain(bundle["accounts"].as_array().unwrap().iter().map(key)).collect()
}

#[track_caller]
fn tells_none(run: &Run, secrets: &[String]) {
    let told = run.transcript();
    assert!(!secrets.iter().any(|secret| told.contains(secret)), "{told}");
}

/// A machine with a certificate that is bundled whole.
fn bundled(flags: &[&str]) -> (Lab, String) {
    let lab = Lab::new().delegated("example.test");
    lab.run_words(&[&["issue", "-d", "example.test", "-d", "*.example.test", "--agree-tos"], flags].concat())
        .succeeded();
    let key = keygen(&lab);
    lab.run(&format!("bundle create --to all.age -r {key} --with-accounts --with-lineages")).succeeded();
    // Another machine.
    fs::rename(lab.state(), lab.path().join("elsewhere")).unwrap();
    (lab, key)
}

const OPEN: &str = "bundle open all.age -i key.txt";

#[test]
fn another_machine_issues_with_what_a_bundle_brought_and_registers_nothing() {
    let lab = Lab::new().delegated("example.test");
    let key = keygen(&lab);
    same(
        &lab.run(&format!("bundle create --to all.age -r {key}")).transcript(),
        str![[r#"
0
--- stdout
In all.age:
  registrations: example.test

Whoever has it and one of the keys can answer the challenges of all its names. It is opened with:

certdns bundle open all.age
--- stderr

"#]],
    );
    let before = lab.registration("example.test");
    fs::rename(lab.state(), lab.path().join("elsewhere")).unwrap();
    same(
        &lab.run(OPEN).transcript(),
        str![[r#"
0
--- stdout
all.age, made [TIME]

  NAME                      ACME-DNS SERVER  CNAME TARGET
  example.test  taken over  127.0.0.1:[PORT]  [ID].auth.acme-dns.test

What DNS shows now:
  ok  _acme-challenge.example.test: delegated
--- stderr
asking DNS about _acme-challenge.example.test

"#]],
    );
    let after = lab.registration("example.test");
    for field in ["username", "password", "subdomain", "fulldomain", "server", "registered_at"] {
        assert_eq!(after[field], before[field], "{field}");
    }
    assert_eq!(after["history"][0]["what"], "imported");
    lab.run("issue -d example.test -d *.example.test --agree-tos").succeeded();
    assert_eq!(lab.requests("/register"), 1);
    lab.verify("example.test", &["example.test", "*.example.test"]);
    // A second time there is nothing to do.
    let again = lab.run(&format!("{OPEN} --json")).succeeded().json();
    assert_eq!(again["registrations"][0]["action"], "already-here");
}

#[test]
fn a_passphrase_from_a_file_locks_and_opens() {
    let lab = Lab::new();
    lab.run("register example.test").succeeded();
    fs::write(lab.path().join("passphrase"), " correct horse \r\n").unwrap();
    fs::write(lab.path().join("another"), "correct horse").unwrap();
    let made = lab.run("bundle create --to all.age --passphrase-file passphrase --json").succeeded().json();
    assert_eq!(
        (&made["bundle"]["locked_with"], &made["bundle"]["names"]),
        (&json!("passphrase"), &json!(["example.test"]))
    );
    let open = "bundle open all.age --state-dir back --offline";
    let told: String = [open, &format!("{open} --passphrase-file another"), &format!("{open} -i passphrase")]
        .map(|line| lab.run(line).transcript())
        .concat();
    same(
        &told,
        str![[r#"
2
--- stdout
--- stderr
error: could not open all.age
  cause: there is no passphrase to open it with, and nobody is there to be asked
   hint: name its file with `--passphrase-file`
1
--- stdout
--- stderr
error: could not open all.age
  cause: the passphrase does not open it
   hint: nothing was taken from it; try again
2
--- stdout
--- stderr
error: could not open all.age
  cause: could not use passphrase
  cause: this is no file of age identities (AGE-SECRET-KEY-1...)
   hint: what is read is what `age-keygen` writes, not protected by a passphrase

"#]],
    );
    assert!(!lab.path().join("back").exists());
    lab.run(&format!("{open} --passphrase-file passphrase")).succeeded();
    lab.run("registration show example.test --offline --state-dir back").succeeded();
}

#[test]
fn the_file_is_new_whole_and_for_its_owner_only_and_nothing_else_changes() {
    let lab = Lab::new();
    lab.run("register example.test www.example.test").succeeded();
    let (key, before) = (keygen(&lab), state(&lab));
    lab.run(&format!("bundle create --to all.age -r {key}")).succeeded();
    let made = fs::read(lab.path().join("all.age")).unwrap();
    fs::write(lab.path().join("keys"), format!("# mine\n{key}\n")).unwrap();
    lab.run("bundle create --to one.age -R keys --armor www.example.test").succeeded();
    let one = fs::read_to_string(lab.path().join("one.age")).unwrap();
    assert!(one.starts_with("-----BEGIN AGE ENCRYPTED FILE-----\n"), "{one}");
    assert_eq!(inside(&lab, "one.age")["registrations"].as_array().unwrap().len(), 1);
    let told: String = [
        format!("bundle create --to all.age -r {key}"),
        format!("bundle create --to - -r {key}"),
        format!("bundle create --to nowhere/x.age -r {key}"),
        format!("bundle create --to other.age -r {key} example.test nowhere.test"),
        "bundle create --to other.age -r age1x".to_owned(),
        "bundle create --to other.age".to_owned(),
        format!("bundle create --to other.age -r {key} --state-dir empty"),
    ]
    .map(|line| lab.run(&line).transcript())
    .concat();
    same(
        &told,
        str![[r#"
1
--- stdout
--- stderr
error: could not write all.age
  cause: entity already exists
   hint: name a file that is not there yet: nothing is overwritten
2
--- stdout
--- stderr
error: a bundle is a file, and stdout is none
   hint: name a file with `--to`
1
--- stdout
--- stderr
error: could not write nowhere/x.age
  cause: entity not found
   hint: choose a directory that you may write to
2
--- stdout
--- stderr
error: nowhere.test has no registration here
   hint: `certdns registration list` tells what there is
2
--- stdout
--- stderr
error: could not encrypt for age1x
  cause: line 1 is no age recipient (age1...)
   hint: what is known: passphrases, and keys that `age-keygen` makes
2
--- stdout
--- stderr
error: there is no passphrase, and nobody is there to be asked
   hint: name its file with `--passphrase-file`, or a key with `--recipient`
2
--- stdout
--- stderr
error: there is nothing to put into a bundle
   hint: `certdns registration list` tells what there is

"#]],
    );
    assert_eq!((state(&lab), fs::read(lab.path().join("all.age")).unwrap()), (before, made));
    let names = fs::read_dir(lab.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert!(!names.into_iter().any(|name| name.starts_with(".new-") || name == "other.age" || name == "empty"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(lab.path().join("all.age")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn what_is_inside_is_documented_and_told_without_its_secrets() {
    let (lab, key) = bundled(&[]);
    let bundle = inside(&lab, "all.age");
    assert_eq!((&bundle["version"], &bundle["certdns"]), (&json!(1), &json!("bundle")));
    let mut parts: Vec<&String> = bundle.as_object().unwrap().keys().collect();
    parts.sort();
    assert_eq!(parts, ["accounts", "certdns", "created_at", "lineages", "registrations", "version"]);
    let lineage = &bundle["lineages"][0];
    assert_eq!(
        (&lineage["live"], &lineage["pending"], &lineage["generations"]),
        (&Value::Null, &Value::Null, &Value::Null)
    );
    assert!(!bundle["registrations"][0]["password"].as_str().unwrap().is_empty());

    let secrets = secrets(&bundle);
    assert_eq!(secrets.len(), 2);
    for line in
        [format!("{OPEN} --list"), format!("{OPEN} --list --json"), OPEN.to_owned(), format!("{OPEN} --json -vv")]
    {
        tells_none(&lab.run(&line).succeeded(), &secrets);
    }
    tells_none(&lab.run("log").succeeded(), &secrets);
    let again = lab.run(&format!("bundle create --to again.age -r {key} --with-accounts --with-lineages -vv"));
    tells_none(&again.succeeded(), &secrets);
    let logs =
        fs::read_dir(lab.state().join("logs")).unwrap().map(|log| fs::read_to_string(log.unwrap().path()).unwrap());
    let logs: String = logs.collect();
    assert!(logs.contains("bundle open") && !secrets.iter().any(|secret| logs.contains(secret)));
}

#[test]
fn a_list_changes_nothing_and_asks_nobody() {
    let (lab, _) = bundled(&["--deploy-hook", "echo deployed"]);
    let asked = lab.sandbox.history.exchanges().len();
    same(
        &lab.run(&format!("{OPEN} --list")).transcript(),
        str![[r#"
0
--- stdout
all.age, made [TIME]

  NAME                               ACME-DNS SERVER  CNAME TARGET
  example.test  would be taken over  127.0.0.1:[PORT]  [ID].auth.acme-dns.test

  ACME ACCOUNT                                            CA
  https://localhost:[PORT]/account/1  would be taken over  localhost:[PORT]

  LINEAGE                            CA               NAMES
  example.test  would be taken over  localhost:[PORT]  example.test, *.example.test

With these settings certdns does more on this machine than get certificates:
  example.test: runs as deploy hook: echo deployed
--- stderr

"#]],
    );
    assert!(!lab.state().exists());
    assert_eq!(lab.sandbox.history.exchanges().len(), asked);
    assert_eq!(lab.stages(Stage::NewAccount), 1);
}

#[test]
fn a_registration_that_conflicts_is_decided_and_until_then_nothing_is_taken() {
    let (lab, _) = bundled(&[]);
    lab.run("register example.test").succeeded();
    let (mine, before) = (lab.registration("example.test"), state(&lab));
    same(
        &lab.run(OPEN).transcript(),
        str![[r#"
3
--- stdout
--- stderr
error: nothing was taken from all.age
  cause: the registration of example.test is another than the one that is here
  cause: here:  [ID].auth.acme-dns.test at 127.0.0.1:[PORT], registered [TIME]
  cause: there: [ID].auth.acme-dns.test at 127.0.0.1:[PORT]
  cause: the live CNAME points to the other one
   hint: decide with `--keep mine`, `--keep theirs`, or `--keep dns` for the one that the CNAME points to; what is replaced is kept aside

"#]],
    );
    assert_eq!(state(&lab), before);
    let listed = lab.run(&format!("{OPEN} --list --json")).succeeded().json();
    assert_eq!(listed["registrations"][0]["action"], "differs");

    let run = lab.run(&format!("{OPEN} --keep dns --json")).succeeded().json();
    assert_eq!(
        (&run["registrations"][0]["action"], &run["lineages"][0]["action"]),
        (&json!("replaced"), &json!("taken"))
    );
    assert_ne!(lab.registration("example.test")["password"], mine["password"]);
    let aside = lab.run("registration list --json").succeeded().json();
    assert_eq!(aside["aside"].as_array().unwrap().len(), 1);
}

#[test]
fn of_several_registrations_one_that_conflicts_holds_up_all() {
    let (lab, key) = bundled(&[]);
    let mut bundle = inside(&lab, "all.age");
    let mut www = bundle["registrations"][0].clone();
    www["challenge"] = json!("_acme-challenge.www.example.test");
    bundle["registrations"].as_array_mut().unwrap().push(www);
    sealed(&lab, "all.age", &key, &bundle.to_string());
    lab.run("register example.test").succeeded();
    let before = state(&lab);
    same(
        &lab.run(OPEN).transcript(),
        str![[r#"
3
--- stdout
--- stderr
error: nothing was taken from all.age
  cause: the registration of example.test is another than the one that is here
  cause: here:  [ID].auth.acme-dns.test at 127.0.0.1:[PORT], registered [TIME]
  cause: there: [ID].auth.acme-dns.test at 127.0.0.1:[PORT]
  cause: the live CNAME points to the other one
   hint: decide with `--keep mine`, `--keep theirs`, or `--keep dns` for the one that the CNAME points to; what is replaced is kept aside

"#]],
    );
    assert_eq!((state(&lab), lab.registrations()), (before, 1));
}
