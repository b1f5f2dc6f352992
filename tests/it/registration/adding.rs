//! A registration that is there already, by hand.

use std::fs::File;

use serde_json::json;
use snapbox::str;

use super::elsewhere::Elsewhere;
use crate::support::{Run, command, same};

/// Types a command with this file on stdin.
fn with_stdin(other: &Elsewhere, words: &str, file: &str) -> Run {
    let mut command = other.lab.command(&[]);
    command.stdin(File::open(other.lab.path().join(file)).unwrap());
    command::run(command, &words.split_whitespace().collect::<Vec<_>>())
}

#[test]
fn a_pasted_reply_is_added() {
    let other = Elsewhere::new();
    other.write("reply.txt", format!("{:#}\n", other.reply));
    same(
        &with_stdin(&other, "registration add example.test", "reply.txt").transcript(),
        str![[r#"
0
--- stdout
  the server 127.0.0.1:[PORT]: from `--acme-dns`, or the configuration
  NAME                      ACME-DNS SERVER  CNAME TARGET
  example.test  taken over  127.0.0.1:[PORT]  [ID].auth.acme-dns.test

What DNS shows now:
  ok  _acme-challenge.example.test: delegated
--- stderr
asking DNS about _acme-challenge.example.test

"#]],
    );
    other.lab.run("issue -d example.test --agree-tos").succeeded();
    same(
        &other.lab.run("registration history").transcript(),
        str![[r#"
0
--- stdout
  WHEN                  NAME          WHAT   WHY      CNAME TARGET
  [TIME]  example.test  added  by hand  [ID].auth.acme-dns.test
--- stderr

"#]],
    );
}

#[test]
fn a_registration_is_added_from_its_parts() {
    let other = Elsewhere::new();
    other.write("password", format!("{}\n", other.field("password")));
    let parts = format!("--username {} --subdomain {}", other.field("username"), other.field("subdomain"));
    let line = format!("registration add example.test {parts} --password-file password --json");
    let added = other.lab.run(&line).succeeded().json();
    // The target is that of the live CNAME.
    assert_eq!(added["registrations"][0]["target"], other.reply["fulldomain"]);
    assert_eq!(added["registrations"][0]["stands"], true);
    let again = format!(
        "registration add *.example.test {parts} --fulldomain {} --password-file - --json",
        other.field("fulldomain")
    );
    let added = with_stdin(&other, &again, "password").succeeded().json();
    assert_eq!(added["registrations"][0]["action"], "already-here");
}

#[test]
fn what_is_wrong_with_it_is_told() {
    let other = Elsewhere::new();
    other.write("reply.txt", other.reply.to_string());
    other.write("empty.txt", "\n");
    other.write("other.txt", json!({ "error": "nope" }).to_string());
    let parts = "--username u --subdomain s --fulldomain s.auth.acme-dns.test";
    let told = [
        with_stdin(&other, "registration add example.test", "empty.txt"),
        with_stdin(&other, "registration add example.test", "other.txt"),
        with_stdin(&other, &format!("registration add example.test {parts} --password-file -"), "empty.txt"),
        other.lab.run(&format!("registration add example.test {parts} --password-file nowhere")),
        other.lab.run("registration add 192.0.2.1 --username u"),
        other.lab.run("registration add example.test --username u"),
    ];
    same(
        &told.map(|run| run.transcript()).concat(),
        str![[r#"
1
--- stdout
--- stderr
error: this is no reply of `/register`
   hint: what is read is the JSON that the server printed: username, password, fulldomain, subdomain
1
--- stdout
--- stderr
error: this is no reply of `/register`
   hint: what is read is the JSON that the server printed: username, password, fulldomain, subdomain
2
--- stdout
--- stderr
error: the password in - is empty, or more than one line
   hint: the file holds the password alone, on one line
1
--- stdout
--- stderr
error: could not read nowhere
  cause: No such file or directory (os error 2)
   hint: name a file that certdns may read, or `-` for stdin
2
--- stdout
--- stderr
error: invalid value '192.0.2.1' for '<NAME>': "192.0.2.1" is an IP address; dns-01 proves domain names only

For more information, try '--help'.
2
--- stdout
--- stderr
error: the following required arguments were not provided:
  --subdomain <LABEL>
  --password-file <FILE>

Usage: certdns registration add --username <USER> --subdomain <LABEL> --password-file <FILE> <NAME>

For more information, try '--help'.

"#]],
    );
    assert!(!other.lab.state().exists());
}
