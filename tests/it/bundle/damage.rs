//! What is damaged, of another kind or hostile: an error, and nothing has changed.

use std::fs;

use serde_json::{Value, json};
use snapbox::str;

use super::{OPEN, bundled, inside, keygen, sealed, state};
use crate::support::same;

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

#[test]
fn each_thing_that_is_wrong_with_a_file_has_its_words() {
    let (lab, key) = bundled(&[]);
    fs::write(lab.path().join("empty"), "").unwrap();
    fs::write(lab.path().join("plain.json"), inside(&lab, "all.age").to_string()).unwrap();
    sealed(&lab, "letter.age", &key, "Dear all");
    sealed(&lab, "large.age", &key, &" ".repeat(10 * 1024 * 1024 + 1));
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
    let key_of_another = lab.path().join("key.txt");
    fs::rename(&key_of_another, lab.path().join("kept.txt")).unwrap();
    keygen(&lab);
    let run = |line: &str| format!("$ {line}\n{}", lab.run(line).transcript());
    let mut told = run(OPEN) + &run("bundle open all.age") + &run("bundle open all.age -i all.age");
    fs::rename(lab.path().join("kept.txt"), key_of_another).unwrap();
    let files = [
        "nowhere",
        "empty",
        "plain.json",
        "letter.age",
        "large.age",
        "newer.age",
        "part.age",
        "outside.age",
        "http.age",
        "name.age",
        "unusable.age",
    ];
    told.extend(files.map(|file| run(&format!("bundle open {file} -i key.txt --without-accounts"))));
    same(
        &told,
        str![[r#"
$ bundle open all.age -i key.txt
1
--- stdout
--- stderr
error: could not open all.age
  cause: no key of the identity files opens it
   hint: name the file with the key for one of its recipients with `--identity`
$ bundle open all.age
2
--- stdout
--- stderr
error: could not open all.age
  cause: it is encrypted for keys, not with a passphrase
   hint: name the file with the key, as `age-keygen` wrote it, with `--identity`
$ bundle open all.age -i all.age
2
--- stdout
--- stderr
error: could not open all.age
  cause: could not use all.age
  cause: this is no file of age identities (AGE-SECRET-KEY-1...)
   hint: what is read is what `age-keygen` writes, not protected by a passphrase
$ bundle open nowhere -i key.txt --without-accounts
1
--- stdout
--- stderr
error: could not open nowhere
  cause: could not read nowhere
  cause: No such file or directory (os error 2)
   hint: name a file that certdns may read
$ bundle open empty -i key.txt --without-accounts
1
--- stdout
--- stderr
error: could not open empty
  cause: this is no age file
   hint: name a file that `certdns bundle create` or an age tool made
$ bundle open plain.json -i key.txt --without-accounts
1
--- stdout
--- stderr
error: could not open plain.json
  cause: this is no age file
   hint: name a file that `certdns bundle create` or an age tool made
$ bundle open letter.age -i key.txt --without-accounts
1
--- stdout
--- stderr
error: could not open letter.age
  cause: what is inside is no bundle of certdns
   hint: `certdns registration import` reads registrations of other clients, once they are decrypted
$ bundle open large.age -i key.txt --without-accounts
1
--- stdout
--- stderr
error: could not open large.age
  cause: what is inside is over 10 MiB
   hint: thousands of registrations take less: it is no bundle of certdns
$ bundle open newer.age -i key.txt --without-accounts
1
--- stdout
--- stderr
error: could not open newer.age
  cause: it was written by a newer certdns (version 2 of its format)
   hint: upgrade certdns on this machine
$ bundle open part.age -i key.txt --without-accounts
1
--- stdout
--- stderr
error: could not open part.age
  cause: a registration in it cannot be used
   hint: nothing was taken; make the bundle again where it came from
$ bundle open outside.age -i key.txt --without-accounts
1
--- stdout
--- stderr
error: could not open outside.age
  cause: a lineage in it cannot be used
   hint: nothing was taken; make the bundle again where it came from
$ bundle open http.age -i key.txt --without-accounts
1
--- stdout
--- stderr
error: the CA of the lineage example.test would be asked without encryption
   hint: allow it with `--allow-http`, or leave it with `--without-lineages`
$ bundle open name.age -i key.txt --without-accounts
1
--- stdout
--- stderr
error: could not open name.age
  cause: a registration in it cannot be used
   hint: nothing was taken; make the bundle again where it came from
$ bundle open unusable.age -i key.txt --without-accounts
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
