//! `kill -9` in the middle of an import.

use std::fs;
use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};

use super::elsewhere::Elsewhere;

const MANY: usize = 120;
const PASSWORD: &str = "0000000000000000000000000000000000000000";

fn many(other: &Elsewhere) -> Value {
    let one = other.with(&json!({ "server_url": other.server() }));
    Value::Object((0..MANY).map(|number| (format!("n{number}.example.test"), one.clone())).collect::<Map<_, _>>())
}

/// Whether a file is one of those that are being waited for.
type Sign = fn(&str, &[u8]) -> bool;

fn is_staged(name: &str, _: &[u8]) -> bool {
    name.starts_with(".new-")
}

fn is_placed(name: &str, _: &[u8]) -> bool {
    std::path::Path::new(name).extension().is_some_and(|extension| extension == "json")
}

fn is_replaced(name: &str, content: &[u8]) -> bool {
    is_placed(name, content) && !String::from_utf8_lossy(content).contains(PASSWORD)
}

fn count(other: &Elsewhere, sign: Sign) -> usize {
    let folders = fs::read_dir(other.lab.state().join("registrations")).into_iter().flatten().flatten();
    let files = folders.filter_map(|folder| fs::read_dir(folder.path()).ok()).flatten().flatten();
    let names = files.filter_map(|file| Some((file.file_name().into_string().ok()?, file.path())));
    names.filter(|(name, path)| sign(name, &fs::read(path).unwrap_or_default())).count()
}

/// Starts an import and kills it when there is so much of the sign; says whether that was in the middle.
fn killed(other: &Elsewhere, line: &str, sign: Sign, enough: usize) -> bool {
    let mut child = other.lab.spawn(line);
    let begun = Instant::now();
    while count(other, sign) < enough && child.try_wait().unwrap().is_none() {
        assert!(begun.elapsed() < Duration::from_secs(60));
    }
    child.kill().unwrap();
    !child.wait().unwrap().success()
}

#[test]
fn an_import_that_was_killed_is_completed_by_the_next() {
    let other = Elsewhere::new();
    other.write("lego.json", many(&other).to_string());
    let line = "registration import lego.json --offline";
    let moments: [(Sign, usize); 3] = [(is_staged, 10), (is_placed, 1), (is_placed, MANY / 2)];
    let mut middle = 0;
    for (sign, enough) in moments {
        middle += usize::from(killed(&other, line, sign, enough));
        let listed = other.lab.run("registration list --json").succeeded().json();
        assert_eq!((&listed["aside"], &listed["damaged"]), (&json!([]), &json!([])));
        other.lab.run(line).succeeded();
        assert_eq!(other.lab.registrations(), MANY);
        fs::remove_dir_all(other.lab.state()).unwrap();
    }
    assert!(middle > 0);
}

#[test]
fn a_replacement_that_was_killed_is_completed_and_loses_neither() {
    let other = Elsewhere::new();
    let mut mine = many(&other);
    mine.as_object_mut().unwrap().values_mut().for_each(|one| one["password"] = json!(PASSWORD));
    other.write("mine.json", mine.to_string());
    other.write("lego.json", many(&other).to_string());
    other.lab.run("registration import mine.json --offline").succeeded();
    let line = "registration import lego.json --offline --keep theirs";
    let mut middle = 0;
    for enough in [1, MANY / 3, MANY / 2] {
        middle += usize::from(killed(&other, line, is_replaced, enough));
        assert_eq!(other.lab.registrations(), MANY);
    }
    assert!(middle > 0);
    other.lab.run(line).succeeded();
    assert_eq!(other.lab.registration("n0.example.test")["password"], other.reply["password"]);
    let listed = other.lab.run("registration list --json").succeeded().json();
    assert_eq!(listed["aside"].as_array().unwrap().len(), MANY);
    other.lab.run("registration restore n0.example.test --offline").succeeded();
    assert_eq!(other.lab.registration("n0.example.test")["password"], PASSWORD);
}
