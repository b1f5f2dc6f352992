//! What is damaged, of another kind or hostile: an error, and nothing has changed.

use std::fs;

use serde_json::{Value, json};
use snapbox::str;

use super::{OPEN, bundled, inside, keygen, sealed, state};
use crate::support::{Lab, same};

#[test]
fn what_is_cut_short_anywhere_is_told_and_nothing_is_taken() {
    let (lab, key) = bundled(&[]);
    lab.run("register other.example.test").succeeded();
    let before = state(&lab);
    let whole = fs::read(lab.path().join("all.age")).unwrap();
    lab.run(&format!("bundle create --to text.age -r {key} --armor --state-dir elsewhere")).succeeded();
    let armored = fs::read(lab.path().join("text.age")).unwrap();
    let cuts = [10, 25, 60, 150, 220, whole.len() - 1].map(|at| &whole[..at]);
    let armored = [40, 200, armored.len() - 40].map(|at| &armored[..at]);
    for cut in cuts.into_iter().chain(armored) {
        fs::write(lab.path().join("cut.age"), cut).unwrap();
        let run = lab.run("bundle open cut.age -i key.txt");
        assert_eq!(run.status, 1, "{}: {}", cut.len(), run.transcript());
        assert!(run.stderr.contains("the file is cut short or damaged"), "{}", run.transcript());
    }
    assert_eq!(state(&lab), before);
}

/// Opens each of these files, and tells what was said.
fn told(lab: &Lab, lines: &[&str]) -> String {
    let flags = |line: &str| format!("bundle open {line} --without-accounts");
    lines.iter().map(|line| format!("$ {line}\n{}", lab.run(&flags(line)).transcript())).collect()
}

#[test]
fn what_is_no_bundle_or_for_another_key_is_told() {
    let (lab, key) = bundled(&[]);
    fs::write(lab.path().join("empty"), "").unwrap();
    fs::write(lab.path().join("plain.json"), inside(&lab, "all.age").to_string()).unwrap();
    sealed(&lab, "letter.age", &key, "Dear all");
    sealed(&lab, "large.age", &key, &" ".repeat(10 * 1024 * 1024 + 1));
    fs::rename(lab.path().join("key.txt"), lab.path().join("mine")).unwrap();
    keygen(&lab);
    let lines = [
        "all.age -i key.txt",
        "all.age",
        "all.age -i all.age",
        "all.age --passphrase-file mine",
        "nowhere",
        "empty",
        "plain.json -i mine",
        "letter.age -i mine",
        "large.age -i mine",
    ];
    same(
        &told(&lab, &lines),
        str![[r#"
$ all.age -i key.txt
1
--- stdout
--- stderr
error: could not open all.age
  cause: no key of the identity files opens it
   hint: name the file with the key for one of its recipients with `--identity`
$ all.age
2
--- stdout
--- stderr
error: could not open all.age
  cause: it is encrypted for keys, not with a passphrase
   hint: name the file with the key, as `age-keygen` wrote it, with `--identity`
$ all.age -i all.age
2
--- stdout
--- stderr
error: could not open all.age
  cause: could not use all.age
  cause: this is no file of age identities (AGE-SECRET-KEY-1...)
   hint: what is read is what `age-keygen` writes, not protected by a passphrase
$ all.age --passphrase-file mine
2
--- stdout
--- stderr
error: could not open all.age
  cause: the passphrase in mine is empty, no text, or more than one line
   hint: the file holds the passphrase alone, on one line
$ nowhere
1
--- stdout
--- stderr
error: could not open nowhere
  cause: could not read nowhere
  cause: No such file or directory (os error 2)
   hint: name a file that certdns may read
$ empty
1
--- stdout
--- stderr
error: could not open empty
  cause: this is no age file
   hint: name a file that `certdns bundle create` or an age tool made
$ plain.json -i mine
1
--- stdout
--- stderr
error: could not open plain.json
  cause: this is no age file
   hint: name a file that `certdns bundle create` or an age tool made
$ letter.age -i mine
1
--- stdout
--- stderr
error: could not open letter.age
  cause: what is inside is no bundle of certdns
   hint: `certdns registration import` reads registrations of other clients, once they are decrypted
$ large.age -i mine
1
--- stdout
--- stderr
error: could not open large.age
  cause: what is inside is over 10 MiB
   hint: thousands of registrations take less: it is no bundle of certdns

"#]],
    );
    assert!(state(&lab).is_empty());
}

#[test]
fn what_in_it_cannot_be_used_is_told() {
    let (lab, key) = bundled(&[]);
    let with = |file: &str, change: fn(&mut Value)| {
        let mut bundle = inside(&lab, "all.age");
        change(&mut bundle);
        sealed(&lab, file, &key, &bundle.to_string());
    };
    with("newer.age", |bundle| bundle["version"] = json!(2));
    with("part.age", |bundle| bundle["registrations"][0]["password"] = json!(5));
    with("outside.age", |bundle| bundle["lineages"][0]["name"] = json!("../../outside"));
    with("http.age", |bundle| bundle["lineages"][0]["directory"] = json!("http://ca.example/directory"));
    with("name.age", |bundle| bundle["registrations"][0]["challenge"] = json!("_acme-challenge.bad name"));
    with("unusable.age", |bundle| bundle["registrations"][0]["subdomain"] = json!("../.."));
    let files = ["newer", "part", "outside", "http", "name", "unusable"].map(|file| format!("{file}.age -i key.txt"));
    same(
        &told(&lab, &files.each_ref().map(String::as_str)),
        str![[r#"
$ newer.age -i key.txt
1
--- stdout
--- stderr
error: could not open newer.age
  cause: it was written by a newer certdns (version 2 of its format)
   hint: upgrade certdns on this machine
$ part.age -i key.txt
1
--- stdout
--- stderr
error: could not open part.age
  cause: a registration in it cannot be used
   hint: nothing was taken; make the bundle again where it came from
$ outside.age -i key.txt
1
--- stdout
--- stderr
error: could not open outside.age
  cause: a lineage in it cannot be used
   hint: nothing was taken; make the bundle again where it came from
$ http.age -i key.txt
1
--- stdout
--- stderr
error: the CA of the lineage example.test would be asked without encryption
   hint: allow it with `--allow-http`, or leave it with `--without-accounts` or `--without-lineages`
$ name.age -i key.txt
1
--- stdout
--- stderr
error: could not open name.age
  cause: a registration in it cannot be used
   hint: nothing was taken; make the bundle again where it came from
$ unusable.age -i key.txt
1
--- stdout
--- stderr
error: nothing was taken from unusable.age
  cause: the registration of example.test can never work: its full domain does not begin with its subdomain
   hint: look for the registration in a backup of the other client

"#]],
    );
    assert!(state(&lab).is_empty());
    assert!(!lab.path().join("outside").exists());
}

#[test]
#[cfg(unix)]
fn a_file_without_an_end_is_not_read_to_the_end() {
    let (lab, _) = bundled(&[]);
    let run = lab.run("bundle open /dev/zero -i key.txt");
    assert_eq!(run.status, 1, "{}", run.transcript());
    assert!(run.stderr.contains("MiB"), "{}", run.transcript());
}

#[test]
fn what_is_damaged_here_stops_a_bundle_before_anything_is_taken() {
    let (lab, _) = bundled(&[]);
    let folder = lab.state().join("lineages/example.test");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("lineage.json"), "{").unwrap();
    let before = state(&lab);
    let run = lab.run(OPEN);
    assert_eq!(run.status, 1, "{}", run.transcript());
    assert_eq!(state(&lab), before);
}
