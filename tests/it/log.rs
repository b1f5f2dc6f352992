//! What runs told, and `certdns log`.

use std::path::PathBuf;

use serde_json::Value;
use snapbox::str;

use crate::support::{Lab, same};

/// A lab with one certificate.
fn issued() -> Lab {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    lab
}

/// The ids of all runs, the latest first.
fn runs(lab: &Lab) -> Vec<String> {
    let listed = lab.run("log --json --last 100").succeeded().json();
    let id = |ran: &Value| ran["id"].as_str().unwrap().to_owned();
    listed["runs"].as_array().unwrap().iter().map(id).collect()
}

/// Compares after ids, and lengths at the end of a line, are replaced by names.
#[track_caller]
fn told(text: &str, expected: snapbox::data::Inline) {
    let run = regex::Regex::new("20[0-9]{6}T[0-9]{6}Z-[0-9a-f]{6}").unwrap();
    let took = regex::Regex::new("[0-9]+ (ms|seconds?)(;|\n|$)").unwrap();
    same(&took.replace_all(&run.replace_all(text, "[RUN]"), "[TOOK]$2"), expected);
}

fn files(lab: &Lab) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(lab.state().join("logs")).into_iter().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

#[test]
fn runs_are_listed_with_what_was_typed_and_how_they_ended() {
    let lab = issued();
    lab.run("issue -d other.example.test --acme-dns https://user:hunter2@127.0.0.1:1");
    lab.run("renew");
    told(
        &lab.run("log").transcript(),
        str![[r#"
0
--- stdout
  RUN                      WHEN                 COMMAND                                           HOW IT ENDED  TOOK
  [RUN]  [TIME]  renew                                             done          [TOOK]
  [RUN]  [TIME]  issue --domain other.example.test --acme-dns ...  exit code 4   [TOOK]
  [RUN]  [TIME]  issue --domain example.test --agree-tos           done          [TOOK]
  [RUN]  [TIME]  register example.test                             done          [TOOK]
--- stderr

"#]],
    );
}

#[test]
fn a_run_is_shown_with_every_exchange() {
    let lab = issued();
    let text = lab.run("log last").succeeded().stdout;
    for told in
        ["certdns 0.1.0 issue --domain example.test --agree-tos", "ordering a certificate", "POST https://", "done"]
    {
        assert!(text.contains(told), "{told}: {text}");
    }
    let lines = lab.run("log last --json").succeeded().json()["lines"].as_array().unwrap().clone();
    let (first, last) = (lines.first().unwrap(), lines.last().unwrap());
    assert_eq!((&first["event"], &first["begins"]["name"]), (&"run-begins".into(), &"issue".into()));
    assert_eq!((&last["event"], &last["ends"]["exit_code"]), (&"run-ends".into(), &0.into()));
    assert!(lines.iter().all(|line| line["run"] == first["run"]));
}

#[test]
fn the_start_of_an_id_will_do_when_it_is_the_only_one() {
    let lab = issued();
    let ids = runs(&lab);
    assert!(lab.run(&format!("log {}", &ids[0][..20])).succeeded().stdout.contains("issue"));
    told(
        &lab.run("log 2").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: the ids of 2 runs begin with 2
   hint: `certdns log` lists the runs that are remembered; `certdns log last` shows the latest

"#]],
    );
    told(
        &lab.run("log 1999").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: there is no run 1999
   hint: `certdns log` lists the runs that are remembered; `certdns log last` shows the latest

"#]],
    );
}

#[test]
fn a_renewal_with_nothing_to_do_leaves_one_line_and_no_file() {
    let lab = issued();
    let before = files(&lab);
    lab.run("renew").succeeded();
    lab.run("renew -v").succeeded();
    assert_eq!(files(&lab), before);
    assert_eq!(runs(&lab).len(), 4);
    told(
        &lab.run("log last").transcript(),
        str![[r#"
0
--- stdout
[TIME]  renew --verbose: done, after [TOOK]; there is no more to tell
--- stderr

"#]],
    );
}

#[test]
fn a_renewal_that_fails_says_why_and_of_which_lineage() {
    let lab = issued();
    lab.sandbox.host.remove("_acme-challenge.example.test").unwrap();
    assert_eq!(lab.run("renew --force").status, 3);
    let run = lab.run("log last --lineage example.test").succeeded();
    assert!(run.stdout.lines().all(|line| line.contains("  [example.test] ")), "{}", run.stdout);
    // What was asked comes in any order.
    let error: String =
        run.stdout.lines().filter(|line| line.contains("error:")).map(|line| format!("{line}\n")).collect();
    told(
        &format!("{}\n--- stdout\n{error}--- stderr\n{}", run.status, run.stderr),
        str![[r#"
0
--- stdout
[TIME]  [example.test] error: could not renew example.test: _acme-challenge.example.test has no CNAME yet (the name does not exist, NXDOMAIN)
--- stderr

"#]],
    );
    let last = lab.run("log --last 1 --json").succeeded().json()["runs"][0].clone();
    assert_eq!((&last["ended"]["failed"], &last["ended"]["kind"]), (&1.into(), &"action-needed".into()));
}

#[test]
fn who_only_reads_makes_nothing() {
    let lab = Lab::new();
    for line in ["log", "log --json", "list", "list --offline", "check example.test", "renew", "caa example.test"] {
        lab.run(line);
        assert!(!lab.state().exists(), "{line}");
    }
    let lab = issued();
    let count = files(&lab).len();
    for line in ["list", "show example.test", "log", "acmeaccount list"] {
        lab.run(line).succeeded();
    }
    assert_eq!((files(&lab).len(), runs(&lab).len()), (count, 2));
}

#[test]
fn no_secret_is_in_any_log() {
    let lab = issued();
    lab.run("acmeaccount rollover").succeeded();
    lab.run("renew --force -vv").succeeded();
    let registration = lab.registration("example.test");
    let secrets = [registration["password"].as_str().unwrap().to_owned(), lab.account()["key"].to_string()];
    for path in files(&lab) {
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(!text.contains("PRIVATE KEY"), "{}", path.display());
        assert!(secrets.iter().all(|secret| !text.contains(secret.as_str())), "{}", path.display());
    }
}

#[cfg(unix)]
#[test]
fn logs_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let lab = issued();
    for path in files(&lab) {
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{}", path.display());
    }
    assert_eq!(lab.state().join("logs").metadata().unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn a_log_that_cannot_be_written_is_a_warning_and_no_failure() {
    let lab = Lab::new();
    std::fs::create_dir_all(lab.state()).unwrap();
    std::fs::write(lab.state().join("logs"), "in the way").unwrap();
    let run = lab.run("register example.test").succeeded();
    told(
        &run.stderr,
        str![[r#"
warning: this run has no log: could not write [DIR]/state/logs: File exists (os error 17)
registering _acme-challenge.example.test at 127.0.0.1:[PORT]
asking DNS about _acme-challenge.example.test

"#]],
    );
}

#[test]
fn old_logs_go_when_a_run_begins() {
    let lab = issued();
    let old = lab.state().join("logs").join("20200101T000000Z-000000.jsonl");
    std::fs::write(&old, "").unwrap();
    lab.run_with("renew", &[("CERTDNS_LOG_KEEP", "100w")]).succeeded();
    assert!(!old.exists());
    told(
        &lab.run_with("renew", &[("CERTDNS_LOG_SIZE", "much")]).transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: setting log.size: "much" is not a size such as `50MB`
   hint: see `certdns help` for what the setting takes

"#]],
    );
}

/// systemd names what it connected to stderr; a socket stands in for the journal's.
#[cfg(unix)]
#[test]
fn the_journal_gets_fields_where_stderr_leads_there() {
    use std::os::unix::fs::MetadataExt;
    let lab = issued();
    let socket = std::os::unix::net::UnixDatagram::bind(lab.path().join("journal")).unwrap();
    let stderr = std::fs::File::create(lab.path().join("stderr")).unwrap();
    let meta = stderr.metadata().unwrap();
    let stream = format!("{}:{}", meta.dev(), meta.ino());
    let path = lab.path().join("journal").display().to_string();
    let mut command = lab.command(&[("JOURNAL_STREAM", &stream), ("CERTDNS_JOURNAL_SOCKET", &path)]);
    assert!(command.args(["renew", "--force"]).stderr(stderr).status().unwrap().success());
    assert_eq!(std::fs::read_to_string(lab.path().join("stderr")).unwrap(), "");
    socket.set_nonblocking(true).unwrap();
    let mut buffer = [0; 4096];
    let mut entries = String::new();
    while let Ok(octets) = socket.recv(&mut buffer) {
        entries += std::str::from_utf8(&buffer[..octets]).unwrap();
        entries.push('\n');
    }
    told(
        &entries,
        str![[r#"
MESSAGE=asking DNS about _acme-challenge.example.test
PRIORITY=6
SYSLOG_IDENTIFIER=certdns
CERTDNS_RUN=[RUN]
CERTDNS_EVENT=observing
CERTDNS_LINEAGE=example.test

MESSAGE=ordering a certificate for example.test
PRIORITY=6
SYSLOG_IDENTIFIER=certdns
CERTDNS_RUN=[RUN]
CERTDNS_EVENT=ordering
CERTDNS_LINEAGE=example.test

MESSAGE=publishing a value for _acme-challenge.example.test at 127.0.0.1:[PORT]
PRIORITY=6
SYSLOG_IDENTIFIER=certdns
CERTDNS_RUN=[RUN]
CERTDNS_EVENT=presenting
CERTDNS_LINEAGE=example.test

MESSAGE=the CA is validating example.test
PRIORITY=6
SYSLOG_IDENTIFIER=certdns
CERTDNS_RUN=[RUN]
CERTDNS_EVENT=validating
CERTDNS_LINEAGE=example.test

MESSAGE=the CA is issuing
PRIORITY=6
SYSLOG_IDENTIFIER=certdns
CERTDNS_RUN=[RUN]
CERTDNS_EVENT=finalizing
CERTDNS_LINEAGE=example.test

MESSAGE=fetching the certificate
PRIORITY=6
SYSLOG_IDENTIFIER=certdns
CERTDNS_RUN=[RUN]
CERTDNS_EVENT=downloading
CERTDNS_LINEAGE=example.test

MESSAGE=stored generation 2 of example.test
PRIORITY=6
SYSLOG_IDENTIFIER=certdns
CERTDNS_RUN=[RUN]
CERTDNS_EVENT=stored
CERTDNS_LINEAGE=example.test


"#]],
    );
}

#[cfg(unix)]
#[test]
fn a_journal_that_does_not_listen_gets_plain_lines() {
    use std::os::unix::fs::MetadataExt;
    let lab = Lab::new();
    let stderr = std::fs::File::create(lab.path().join("stderr")).unwrap();
    let meta = stderr.metadata().unwrap();
    let (stream, nobody) = (format!("{}:{}", meta.dev(), meta.ino()), lab.path().join("nobody").display().to_string());
    let mut command = lab.command(&[("JOURNAL_STREAM", &stream), ("CERTDNS_JOURNAL_SOCKET", &nobody)]);
    assert!(command.args(["register", "example.test"]).stderr(stderr).status().unwrap().success());
    let lines = std::fs::read_to_string(lab.path().join("stderr")).unwrap();
    assert!(lines.starts_with("registering _acme-challenge.example.test at "), "{lines}");
}
