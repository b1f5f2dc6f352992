//! `kill -9` while a bundle is opened, and while one is made.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{OPEN, bundled, inside, sealed};
use crate::support::Lab;

const MANY: usize = 80;

/// A bundle with many registrations, lineages, and an account.
fn many() -> Lab {
    let (lab, key) = bundled(&[]);
    let mut bundle = inside(&lab, "all.age");
    let (registration, lineage) = (bundle["registrations"][0].clone(), bundle["lineages"][0].clone());
    let each = |change: &dyn Fn(usize) -> Value| Value::Array((0..MANY).map(change).collect());
    bundle["registrations"] = each(&|number| {
        let mut one = registration.clone();
        one["challenge"] = json!(format!("_acme-challenge.n{number}.example.test"));
        one
    });
    bundle["lineages"] = each(&|number| {
        let mut one = lineage.clone();
        one["name"] = json!(format!("n{number}"));
        one["identifiers"] = json!([format!("n{number}.example.test")]);
        one
    });
    sealed(&lab, "all.age", &key, &bundle.to_string());
    // With --offline nobody may be asked for the account: it is here.
    lab.run("acmeaccount export account.json --state-dir elsewhere").succeeded();
    lab
}

fn count(folder: &Path, is_one: Sign) -> usize {
    let (mut folders, mut found) = (vec![folder.to_owned()], 0);
    while let Some(folder) = folders.pop() {
        let paths = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        for path in paths {
            found += usize::from(is_one(&path));
            if path.is_dir() {
                folders.push(path);
            }
        }
    }
    found
}

fn is_registration(path: &Path) -> bool {
    path.extension().is_some_and(|kind| kind == "json")
        && path.components().any(|part| part.as_os_str() == "registrations")
}

fn is_staged(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(".new-"))
}

fn is_lineage(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "lineage.json")
}

/// Whether a file is one of those that are being waited for.
type Sign = fn(&Path) -> bool;

#[test]
fn a_bundle_whose_opening_was_killed_is_completed_by_the_next() {
    let lab = many();
    let line = format!("{OPEN} --offline");
    let moments: [(Sign, usize); 5] =
        [(is_staged, 10), (is_registration, 1), (is_registration, MANY / 2), (is_lineage, 1), (is_lineage, MANY / 2)];
    let mut middle = 0;
    for (is_one, enough) in moments {
        lab.run("acmeaccount import account.json").succeeded();
        let mut child = lab.spawn(&line);
        let begun = Instant::now();
        while count(&lab.state(), is_one) < enough && child.try_wait().unwrap().is_none() {
            assert!(begun.elapsed() < Duration::from_secs(60));
        }
        child.kill().unwrap();
        middle += usize::from(!child.wait().unwrap().success());
        let listed = lab.run("registration list --json").succeeded().json();
        assert_eq!((&listed["aside"], &listed["damaged"]), (&json!([]), &json!([])));

        let run = lab.run(&format!("{line} --json")).succeeded().json();
        assert_eq!(run["failed"], json!([]));
        assert_eq!((lab.registrations(), count(&lab.state(), is_lineage)), (MANY, MANY));
        let again = lab.run(&format!("{line} --json")).succeeded().json();
        let actions = ["registrations", "accounts", "lineages"].map(|part| again[part].as_array().unwrap().clone());
        assert!(actions.iter().flatten().all(|one| one["action"] == "already-here"), "{again}");
        fs::remove_dir_all(lab.state()).unwrap();
    }
    assert!(middle > 0);
}

#[test]
fn a_bundle_whose_making_was_killed_is_not_there() {
    let lab = many();
    lab.run("acmeaccount import account.json").succeeded();
    lab.run(&format!("{OPEN} --offline")).succeeded();
    let key = fs::read_to_string(lab.path().join("key.txt")).unwrap();
    let key = key.lines().next().unwrap().rsplit(' ').next().unwrap().to_owned();
    let wanted = inside(&lab, "all.age")["registrations"].as_array().unwrap().len();
    for round in 0..6 {
        let file = format!("made{round}.age");
        let mut child = lab.spawn(&format!("bundle create --to {file} -r {key}"));
        let begun = Instant::now();
        // Earlier and later, from round to round.
        while begun.elapsed() < Duration::from_millis(20 * round) && child.try_wait().unwrap().is_none() {}
        child.kill().unwrap();
        child.wait().unwrap();
        if lab.path().join(&file).exists() {
            assert_eq!(inside(&lab, &file)["registrations"].as_array().unwrap().len(), wanted);
        } else {
            lab.run(&format!("bundle create --to {file} -r {key}")).succeeded();
        }
    }
}
