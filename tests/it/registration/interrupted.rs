//! `kill -9` in the middle of an import.

use std::time::Duration;

use serde_json::{Map, Value, json};

use super::elsewhere::Elsewhere;

const MANY: usize = 300;

fn many(other: &Elsewhere) -> Value {
    let one = other.with(&json!({ "server_url": other.server() }));
    Value::Object((0..MANY).map(|number| (format!("n{number}.example.test"), one.clone())).collect::<Map<_, _>>())
}

#[test]
fn an_import_that_was_killed_is_completed_by_the_next() {
    let other = Elsewhere::new();
    other.write("lego.json", many(&other).to_string());
    let mut cut_short = 0;
    for pause in [5, 20, 40, 60, 80, 100, 140, 180, 240] {
        let mut child = other.lab.spawn("registration import lego.json --offline");
        std::thread::sleep(Duration::from_millis(pause));
        child.kill().unwrap();
        child.wait().unwrap();
        let listed = other.lab.run("registration list --json").succeeded().json();
        let there = listed["registrations"].as_array().unwrap().len();
        cut_short += usize::from(there > 0 && there < MANY);
    }
    other.lab.run("registration import lego.json --offline").succeeded();
    assert_eq!(other.lab.registrations(), MANY, "{cut_short}");
    let listed = other.lab.run("registration list --json").succeeded().json();
    assert_eq!((&listed["aside"], &listed["damaged"]), (&json!([]), &json!([])));
}

#[test]
fn a_replacement_that_was_killed_is_completed_and_loses_neither() {
    let other = Elsewhere::new();
    let (name, password) = ("n0.example.test", "0000000000000000000000000000000000000000");
    let mut mine = many(&other);
    mine.as_object_mut().unwrap().values_mut().for_each(|one| one["password"] = json!(password));
    other.write("mine.json", mine.to_string());
    other.write("lego.json", many(&other).to_string());
    other.lab.run("registration import mine.json --offline").succeeded();
    for pause in [20, 60, 100, 150, 200, 300] {
        let mut child = other.lab.spawn("registration import lego.json --offline --keep theirs");
        std::thread::sleep(Duration::from_millis(pause));
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(other.lab.registrations(), MANY);
    }
    other.lab.run("registration import lego.json --offline --keep theirs").succeeded();
    assert_eq!(other.lab.registration(name)["password"], other.reply["password"]);
    let listed = other.lab.run("registration list --json").succeeded().json();
    assert_eq!(listed["aside"].as_array().unwrap().len(), MANY);
    other.lab.run(&format!("registration restore {name} --offline")).succeeded();
    assert_eq!(other.lab.registration(name)["password"], password);
}
