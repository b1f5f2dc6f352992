//! The shapes that scripts rely on: one document per command, also for failures.

use serde_json::{Value, json};

use crate::support::Lab;

/// The paths of a document with the type of each value, in order.
fn shape(value: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    walk("", value, &mut lines);
    lines.sort();
    lines.dedup();
    lines
}

fn walk(path: &str, value: &Value, lines: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| walk(&format!("{path}.{name}"), value, lines));
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                walk(&format!("{path}[]"), item, lines);
            }
        }
        Value::Array(_) => lines.push(format!("{path}: []")),
        Value::Null => lines.push(format!("{path}: null")),
        Value::Bool(_) => lines.push(format!("{path}: bool")),
        Value::Number(_) => lines.push(format!("{path}: number")),
        Value::String(_) => lines.push(format!("{path}: string")),
    }
}

#[test]
fn register_gives_the_record_as_fields_and_as_a_line() {
    let lab = Lab::new();
    let document = lab.run("register example.test *.example.test --json").succeeded().json();
    let one = &document["registrations"][0];
    assert_eq!(one["names"], json!(["example.test", "*.example.test"]));
    assert_eq!(one["challenge"], "_acme-challenge.example.test");
    assert_eq!(one["record"], format!("_acme-challenge.example.test. CNAME {}.", one["target"].as_str().unwrap()));
    assert_eq!(one["stands"], false);
    assert_eq!(one["findings"][0]["code"], "cname-missing");
}

#[test]
fn the_shapes_of_all_documents_are_stable() {
    let lab = Lab::new().delegated("example.test");
    let issue = lab.run("issue -d example.test --agree-tos --json").succeeded().json();
    let lineage = [
        ".account: string",
        ".authority: string",
        ".csr: bool",
        ".fingerprint_sha256: string",
        ".generation: number",
        ".issued_by: string",
        ".issuer: string",
        ".key_type: string",
        ".live: string",
        ".name: string",
        ".names[]: string",
        ".not_after: string",
        ".not_before: string",
        ".outputs: []",
        ".preferred_chain: null",
        ".profile: null",
        ".renew_at: string",
        ".reuse_key: bool",
        ".revoked: null",
        ".serial: string",
    ];
    let below = |path: &str| lineage.iter().map(|line| format!("{path}{line}")).collect::<Vec<_>>();
    let mut expected =
        [below(".lineage"), [".hooks: []", ".issued: bool", ".reason: string"].map(str::to_owned).to_vec()].concat();
    expected.sort();
    assert_eq!(shape(&issue), expected);

    let list = lab.run("list --json").succeeded().json();
    let registration = [
        ".damaged: []",
        ".registrations[].allow_from: []",
        ".registrations[].challenge: string",
        ".registrations[].names[]: string",
        ".registrations[].record: string",
        ".registrations[].registered_at: string",
        ".registrations[].server: string",
        ".registrations[].target: string",
    ];
    let caa = ["lineages", "registrations"]
        .map(|part| ["name", "restriction"].map(|field| format!(".{part}[].caa[].{field}: string")));
    let mut expected = [below(".lineages[]"), registration.map(str::to_owned).to_vec(), caa.concat()].concat();
    expected.sort();
    assert_eq!(shape(&list), expected);

    let renew = lab.run("renew --json").succeeded().json();
    assert_eq!(
        (&renew["lineages"][0]["name"], &renew["lineages"][0]["result"]),
        (&json!("example.test"), &json!("not-due"))
    );
    let check = lab.run("check --json").succeeded().json();
    assert_eq!((&check["checks"][0]["stands"], &check["checks"][0]["registered"]), (&json!(true), &json!(true)));
    let caa = lab.run("caa example.test --json").succeeded().json();
    assert_eq!(caa.as_object().unwrap().keys().collect::<Vec<_>>(), ["authority", "places"]);
    let place = caa["places"][0].as_object().unwrap();
    assert_eq!(
        place.keys().collect::<Vec<_>>(),
        ["add", "at", "keep", "merged", "names", "others", "present", "remove", "warnings"]
    );
    assert_eq!(
        shape(&place["names"]),
        ["[].finding: null", "[].name: string", "[].restriction: string", "[].verdict: string"]
    );
    let accounts = lab.run("acmeaccount list --json").succeeded().json();
    let account = &accounts["accounts"][0];
    assert_eq!(
        account.as_object().unwrap().keys().collect::<Vec<_>>(),
        [
            "account",
            "authority",
            "caa",
            "contact",
            "default",
            "key_type",
            "lineages",
            "name",
            "status",
            "thumbprint",
            "uri"
        ]
    );
}

#[test]
fn a_failure_is_one_document_too() {
    let lab = Lab::new();
    let run = lab.run("issue -d example.test --json");
    assert_eq!(run.status, 3);
    let error = &run.json()["error"];
    assert_eq!(error.as_object().unwrap().keys().collect::<Vec<_>>(), ["causes", "hints", "kind", "message"]);
    assert_eq!(error["kind"], "action-needed");
    assert!(error["hints"][0]["lines"][0].as_str().unwrap().starts_with("_acme-challenge.example.test. CNAME "));
    let usage = lab.run("register https://www.example.test/ --json");
    assert_eq!((usage.status, &usage.json()["error"]["kind"]), (2, &json!("usage")));
}

#[test]
fn every_command_prints_exactly_one_document_on_stdout() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    for line in [
        "register example.test",
        "check",
        "issue -d example.test",
        "renew",
        "list",
        "caa example.test",
        "acmeaccount list",
        "renew --force",
    ] {
        let run = lab.run(&format!("{line} --json")).succeeded();
        run.json();
    }
}
