//! A CA that has one answer to every wish for an account.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};

use serde_json::json;

use crate::support::Lab;

/// Starts one on a free port that gives accounts with this status line; it ends with the test process.
fn ca(status: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let own = base.clone();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let _ = answer(stream, &own, status);
        }
    });
    format!("{base}/directory")
}

fn answer(stream: TcpStream, base: &str, status: &str) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let (mut first, mut length) = (String::new(), 0);
    reader.read_line(&mut first)?;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let line = line.trim().to_ascii_lowercase();
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
        if line.is_empty() {
            break;
        }
    }
    reader.read_exact(&mut vec![0; length])?;
    let directory = json!({ "newNonce": format!("{base}/nonce"), "newAccount": format!("{base}/account"),
        "newOrder": format!("{base}/order"), "revokeCert": format!("{base}/revoke") });
    let (status, body) = match first.split(' ').nth(1) {
        Some("/directory") => ("200 OK", directory.to_string()),
        Some("/account") => (status, json!({ "status": "valid", "contact": null }).to_string()),
        _ => ("200 OK", String::new()),
    };
    let length = body.len();
    let body = if first.starts_with("HEAD") { "" } else { &body };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\
         Replay-Nonce: abcd\r\nLocation: {base}/account/1\r\n\r\n"
    );
    reader.get_mut().write_all(format!("{head}{body}").as_bytes())
}

/// Imports a key, and gives the exit status and what was said.
fn imported(status: &'static str) -> (Lab, i32, String) {
    let lab = Lab::new();
    std::fs::write(lab.path().join("key.pem"), rcgen::KeyPair::generate().unwrap().serialize_pem()).unwrap();
    let run = lab.run(&format!("acmeaccount import key.pem --allow-http --ca {}", ca(status)));
    let told = run.transcript();
    (lab, run.status, told)
}

#[test]
fn an_account_that_is_made_when_one_was_looked_for_is_an_error() {
    let (lab, status, told) = imported("201 Created");
    assert_eq!(status, 1, "{told}");
    assert!(told.contains("HTTP 201") && told.contains("an account was made, although none was to be"), "{told}");
    assert!(!lab.files().contains("key-"), "{}", lab.files());
}

#[test]
fn a_ca_that_keeps_contacts_to_itself_is_understood_and_not_doubted() {
    let (lab, status, told) = imported("200 OK");
    assert_eq!(status, 0, "{told}");
    assert!(told.contains("contact      not told by the CA"), "{told}");
    let ca = lab.account()["directory"].as_str().unwrap().to_owned();
    let added = lab.run(&format!("acmeaccount add --email a@example.test --allow-http --ca {ca}")).succeeded();
    assert_eq!(added.stderr, "");
}
