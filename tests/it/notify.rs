//! Who is told what, when renewals fail.

use std::time::{Duration, Instant};

use snapbox::str;

use crate::support::receiver::{Answer, Received, Receiver};
use crate::support::{Lab, Run, same};

const KEY: &str = "a-key-that-nobody-sees";
const PATH: &str = "/hooks/a-path-that-nobody-sees";

/// A lab with one certificate and somebody to tell.
struct Told {
    lab: Lab,
    receiver: Receiver,
}

impl Told {
    fn new(answers: &[Answer]) -> Told {
        let lab = Lab::new().delegated("example.test");
        lab.run("issue -d example.test --agree-tos").succeeded();
        Told { lab, receiver: Receiver::new(answers) }
    }

    fn break_cname(&self) {
        self.lab.sandbox.host.remove("_acme-challenge.example.test").unwrap();
    }

    /// `renew --force`, with the webhook and more.
    fn renew(&self, more: &[(&str, &str)]) -> Run {
        self.run("renew --force", more)
    }

    fn run(&self, line: &str, more: &[(&str, &str)]) -> Run {
        let url = self.receiver.url(PATH);
        let environment = [&[("CERTDNS_WEBHOOK", url.as_str()), ("CERTDNS_NOTIFY_TIMEOUT", "1s")], more].concat();
        let run = self.lab.run_with(line, &environment);
        for text in [&run.stdout, &run.stderr, &self.logs()] {
            assert!(!text.contains("nobody-sees"), "{}", run.transcript());
        }
        run
    }

    /// All that is kept, of runs and of notices.
    fn logs(&self) -> String {
        let entries = std::fs::read_dir(self.lab.state().join("logs")).unwrap().map(|entry| entry.unwrap().path());
        let notices = self.lab.state().join("notices.json");
        entries.chain([notices]).map(|path| std::fs::read_to_string(path).unwrap_or_default()).collect()
    }

    fn events(&self) -> Vec<String> {
        self.receiver.take().iter().map(|one| one.json()["event"].as_str().unwrap().to_owned()).collect()
    }
}

/// The body without what differs from machine to machine.
fn shown(one: &Received) -> String {
    let mut body = one.json();
    let host = body["host"].as_str().unwrap().to_owned();
    body["run"] = "[RUN]".into();
    format!("{} {}\n{body:#}\n", one.method, one.path)
        .replace(&format!(" {host}:"), " [HOST]:")
        .replace(&format!("\"{host}\""), "\"[HOST]\"")
}

#[test]
fn a_failure_is_told_once_and_so_is_its_end() {
    let told = Told::new(&[]);
    told.break_cname();
    assert_eq!(told.renew(&[]).status, 3);
    let first = told.receiver.take();
    assert_eq!(first.len(), 1);
    same(
        &shown(&first[0]),
        str![[r#"
POST /hooks/a-path-that-nobody-sees
{
  "at": "[TIME]",
  "attempts": 1,
  "causes": [
    "_acme-challenge.example.test has no CNAME yet (the name does not exist, NXDOMAIN)"
  ],
  "event": "failure",
  "hints": [
    {
      "lines": [
        "_acme-challenge.example.test. CNAME [ID].auth.acme-dns.test."
      ],
      "text": "create this record at your DNS host"
    }
  ],
  "host": "[HOST]",
  "lineage": "example.test",
  "message": "could not renew example.test",
  "names": [
    "example.test"
  ],
  "not_after": "[TIME]",
  "run": "[RUN]",
  "since": "[TIME]",
  "text": "certdns on [HOST]: could not renew example.test: _acme-challenge.example.test has no CNAME yet (the name does not exist, NXDOMAIN)",
  "version": 1
}

"#]],
    );
    assert_eq!(told.renew(&[]).status, 3);
    assert_eq!(told.events(), [""; 0]);
    told.lab.delegate("example.test");
    told.renew(&[]).succeeded();
    let last = told.receiver.take();
    assert_eq!(last.len(), 1);
    same(
        &shown(&last[0]),
        str![[r#"
POST /hooks/a-path-that-nobody-sees
{
  "at": "[TIME]",
  "attempts": 2,
  "causes": [],
  "event": "recovery",
  "hints": [],
  "host": "[HOST]",
  "lineage": "example.test",
  "message": "example.test is well again",
  "names": [
    "example.test"
  ],
  "not_after": "[TIME]",
  "run": "[RUN]",
  "since": "[TIME]",
  "text": "certdns on [HOST]: example.test is well again",
  "version": 1
}

"#]],
    );
    told.renew(&[]).succeeded();
    assert_eq!(told.events(), [""; 0]);
}

#[test]
fn what_is_not_wanted_is_not_told() {
    let told = Told::new(&[]);
    told.break_cname();
    let wanted = [("CERTDNS_NOTIFY_ON", "recovery,expiry")];
    told.renew(&wanted);
    told.lab.delegate("example.test");
    told.renew(&wanted).succeeded();
    assert_eq!(told.events(), ["recovery"]);
}

#[test]
fn what_is_sent_is_signed_where_there_is_a_key_and_not_sent_when_the_key_is_missing() {
    let told = Told::new(&[]);
    told.break_cname();
    told.renew(&[("CERTDNS_WEBHOOK_SECRET", KEY)]);
    let one = told.receiver.take().remove(0);
    let signature = one.signature.unwrap();
    let (time, mac) = signature.strip_prefix("t=").unwrap().split_once(",v1=").unwrap();
    let key = aws_lc_rs::hmac::Key::new(aws_lc_rs::hmac::HMAC_SHA256, KEY.as_bytes());
    let octets: Vec<u8> =
        (0..mac.len()).step_by(2).map(|at| u8::from_str_radix(&mac[at..at + 2], 16).unwrap()).collect();
    aws_lc_rs::hmac::verify(&key, format!("{time}.{}", one.body).as_bytes(), &octets).unwrap();
    let missing = told.lab.path().join("no-key").display().to_string();
    let run = told.run("notify test", &[("CERTDNS_WEBHOOK_SECRET_FILE", &missing)]);
    same(
        &run.transcript(),
        str![[r#"
1
--- stdout
the webhook at 127.0.0.1:[PORT]: not told
error: could not read the key file [DIR]/no-key
  cause: No such file or directory (os error 2)
   hint: `webhook-secret-file` takes a file that holds nothing but the key
--- stderr

"#]],
    );
    assert_eq!(told.events(), [""; 0]);
}

#[test]
fn a_receiver_with_trouble_is_asked_again_until_it_takes_the_notice() {
    let told = Told::new(&[Answer::Status(500), Answer::Status(503)]);
    told.break_cname();
    let run = told.renew(&[]);
    assert_eq!((run.status, told.events()), (3, vec!["failure".to_owned(); 3]));
    assert!(!run.stderr.contains("could not tell"), "{}", run.transcript());
}

#[test]
fn what_could_not_be_delivered_is_told_by_the_next_run() {
    let told = Told::new(&[Answer::Status(404)]);
    told.break_cname();
    let run = told.renew(&[]);
    assert_eq!(run.status, 3);
    same(
        &run.stderr,
        str![[r#"
asking DNS about _acme-challenge.example.test
warning: could not tell the webhook at 127.0.0.1:[PORT]; the next run tries again: 127.0.0.1:[PORT] answers 404 Not Found

"#]],
    );
    assert_eq!(told.events(), ["failure"]);
    told.renew(&[]);
    assert_eq!(told.events(), ["failure"]);
    told.renew(&[]);
    assert_eq!(told.events(), [""; 0]);
}

#[test]
fn a_receiver_that_hangs_holds_nobody_up_for_long_and_fails_nothing() {
    let told = Told::new(&[Answer::Silence; 4]);
    let begun = Instant::now();
    told.break_cname();
    assert_eq!(told.renew(&[]).status, 3);
    assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
    assert_eq!(told.events().len(), 4);
    told.receiver.answer(&[]);
    told.lab.delegate("example.test");
    // Nobody heard of the failure: nobody needs to hear that it is over.
    let run = told.renew(&[]).succeeded();
    assert!(!run.stderr.contains("could not tell"), "{}", run.transcript());
    assert_eq!(told.events(), [""; 0]);
}

#[test]
fn a_flood_for_an_answer_is_an_answer() {
    let told = Told::new(&[Answer::Flood]);
    told.break_cname();
    let run = told.renew(&[]);
    assert!(!run.stderr.contains("could not tell"), "{}", run.transcript());
    assert_eq!(told.events(), ["failure"]);
    told.renew(&[]);
    assert_eq!(told.events(), [""; 0]);
}

#[test]
fn an_end_that_comes_near_is_told_of() {
    let told = Told::new(&[]);
    let wanted = [("CERTDNS_NOTIFY_EXPIRY", "30d")];
    told.run("renew", &wanted).succeeded();
    assert_eq!(told.events(), [""; 0]);
    let lab = Lab::with(|options| options.authority.lifetime = Duration::from_secs(61)).delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    lab.sandbox.host.remove("_acme-challenge.example.test").unwrap();
    let url = told.receiver.url(PATH);
    lab.run_with("renew", &[("CERTDNS_WEBHOOK", &url)]);
    // Certificates begin a minute before they are issued.
    assert_eq!(told.events(), ["failure", "expiry"]);
}

#[test]
fn a_health_check_hears_of_good_runs_of_bad_ones_and_of_beginnings() {
    let told = Told::new(&[]);
    let url = told.receiver.url("/ping/nobody-sees-this-uuid");
    let heard = |line: &str, more: &[(&str, &str)]| {
        let environment = [&[("CERTDNS_HEALTHCHECK", url.as_str())], more].concat();
        let run = told.lab.run_with(line, &environment);
        assert!(!run.transcript().contains("nobody-sees"), "{}", run.transcript());
        let line = |one: Received| {
            format!("{} {} {}", one.method, one.path, one.body.split(": ").skip(1).collect::<Vec<_>>().join(": "))
        };
        told.receiver.take().into_iter().map(line).collect::<Vec<_>>()
    };
    assert_eq!(heard("renew", &[]), ["GET /ping/nobody-sees-this-uuid "]);
    assert_eq!(
        heard("renew --force", &[("CERTDNS_HEALTHCHECK_START", "true")]),
        ["GET /ping/nobody-sees-this-uuid/start ", "GET /ping/nobody-sees-this-uuid "]
    );
    assert_eq!(heard("renew example.test", &[]), [""; 0]);
    told.break_cname();
    assert_eq!(
        heard("renew --force", &[]),
        [
            "POST /ping/nobody-sees-this-uuid/fail could not renew example.test: _acme-challenge.example.test has no CNAME yet (the name does not exist, NXDOMAIN)\n"
        ]
    );
}

#[cfg(unix)]
mod commands {
    use super::*;

    fn config(told: &Told, table: &str) -> String {
        let path = told.lab.path().join("notify.toml");
        std::fs::write(&path, format!("[notify]\n{table}\n")).unwrap();
        path.display().to_string()
    }

    #[test]
    fn a_command_gets_the_notice_and_no_secret() {
        let told = Told::new(&[]);
        told.break_cname();
        let script = "env | grep ^CERTDNS_ | grep -v -e _HOST= -e _RUN= -e _TEXT= | sort > told; cat > told.json";
        let config = config(&told, &format!("commands = ['{script}']\nwebhook-secret-file = 'missing'"));
        let secrets = [
            ("CERTDNS_ACME_DNS_KEY", "nobody-sees"),
            ("CERTDNS_EAB_HMAC_KEY", "nobody-sees"),
            ("CERTDNS_EAB_KID", "nobody-sees"),
            ("CERTDNS_CONFIG", &config),
        ];
        let run = told.lab.run_with("renew --force", &secrets);
        assert_eq!(run.status, 3, "{}", run.transcript());
        let read = |name: &str| std::fs::read_to_string(told.lab.path().join(name)).unwrap();
        same(
            &read("told"),
            str![[r#"
CERTDNS_ATTEMPTS=1
CERTDNS_CONFIG=[DIR]/notify.toml
CERTDNS_EVENT=failure
CERTDNS_EXPIRY=[TIME]
CERTDNS_LINEAGE=example.test
CERTDNS_MESSAGE=could not renew example.test
CERTDNS_NAMES=example.test
CERTDNS_SINCE=[TIME]

"#]],
        );
        let json: serde_json::Value = serde_json::from_str(&read("told.json")).unwrap();
        assert_eq!((&json["version"], &json["event"]), (&1.into(), &"failure".into()));
    }

    #[test]
    fn a_command_that_hangs_is_ended_and_one_that_fails_is_told_of_with_its_last_words() {
        let told = Told::new(&[]);
        told.break_cname();
        let config =
            config(&told, "commands = ['sleep 600 & sleep 600', 'echo no such chat >&2; exit 7']\ntimeout = '1s'");
        let begun = Instant::now();
        let run = told.lab.run_with("renew --force", &[("CERTDNS_CONFIG", &config)]);
        assert_eq!(run.status, 3);
        assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
        same(
            &run.stderr,
            str![[r#"
asking DNS about _acme-challenge.example.test
warning: could not tell notify command 1; the next run tries again: it was still running after 1 second, and was ended
warning: could not tell notify command 2; the next run tries again: it ended with exit status 7: no such chat

"#]],
        );
    }

    #[test]
    fn a_test_says_what_came_of_each() {
        let told = Told::new(&[Answer::Status(404)]);
        let ping = told.receiver.url("/ping/nobody-sees");
        let config = config(&told, "commands = ['true', 'exit 3']");
        let environment = [("CERTDNS_CONFIG", config.as_str()), ("CERTDNS_HEALTHCHECK", &ping)];
        same(
            &told.run("notify test", &environment).transcript(),
            str![[r#"
1
--- stdout
the webhook at 127.0.0.1:[PORT]: not told
error: 127.0.0.1:[PORT] answers 404 Not Found
   hint: check the URL under `[notify]` in the configuration file, and what the service says of it
notify command 1: told
notify command 2: not told
error: it ended with exit status 3
   hint: run the command by hand, with a notice on its stdin
the health check at 127.0.0.1:[PORT]: told
--- stderr

"#]],
        );
        let run = told.run("notify test --json", &environment);
        assert_eq!(run.json()["channels"][0]["delivered"], true);
        assert_eq!(run.json()["channels"][2]["error"]["kind"], "failed");
    }
}

#[test]
fn nobody_to_tell_is_a_question_of_settings() {
    let lab = Lab::new();
    same(
        &lab.run("notify test").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: nobody is to be told anything
   hint: name at least one of these in the configuration file
         [notify]
         commands = ["mail -s /"$CERTDNS_TEXT/" root"]
         webhook = "https://chat.example.com/hooks/KEY"
         healthcheck = "https://hc-ping.com/UUID"

"#]],
    );
    same(
        &lab.run_with("notify test", &[("CERTDNS_WEBHOOK", "http://chat.example.com/nobody-sees")]).transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: setting notify.webhook: "[not shown]" is not an https URL
   hint: see `certdns help` for what the setting takes

"#]],
    );
    assert!(!lab.state().exists());
}

/// Killed while it tells somebody, it has not forgotten whom it was to tell what.
#[cfg(unix)]
#[test]
fn what_a_crash_kept_from_being_delivered_is_told_by_the_next_run() {
    let told = Told::new(&[Answer::Silence]);
    told.break_cname();
    let url = told.receiver.url(PATH);
    let mut command = told.lab.command(&[("CERTDNS_WEBHOOK", &url)]);
    let mut child = command.args(["renew", "--force", "--quiet"]).stdout(std::process::Stdio::null()).spawn().unwrap();
    let mut received = Vec::new();
    while received.is_empty() {
        assert!(child.try_wait().unwrap().is_none(), "ended without a word");
        std::thread::sleep(Duration::from_millis(10));
        received = told.receiver.take();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    told.renew(&[]);
    assert_eq!(told.events(), ["failure"]);
    let runs = told.lab.run("log --json --last 2").json();
    assert_eq!(
        (&runs["runs"][1]["ended"], &runs["runs"][1]["command"]),
        (&serde_json::Value::Null, &"renew --force --quiet".into())
    );
}

#[test]
fn notices_that_cannot_be_read_or_kept_keep_nobody_from_being_told() {
    let told = Told::new(&[]);
    told.break_cname();
    std::fs::write(told.lab.state().join("notices.json"), " ".repeat(5 << 20)).unwrap();
    told.renew(&[]);
    assert_eq!(told.events(), ["failure"]);
    told.renew(&[]);
    assert_eq!(told.events(), [""; 0]);
    std::fs::remove_file(told.lab.state().join("notices.json")).unwrap();
    std::fs::create_dir_all(told.lab.state().join("notices.json/in the way")).unwrap();
    std::fs::remove_file(told.lab.state().join("notices.json.damaged")).unwrap();
    std::fs::create_dir_all(told.lab.state().join("notices.json.damaged/in the way")).unwrap();
    let run = told.renew(&[]);
    assert_eq!(told.events(), ["failure"]);
    assert!(run.stderr.contains("the next run may tell it again"), "{}", run.transcript());
}

#[test]
fn a_run_that_fails_as_a_whole_is_told_and_one_of_nothing_is_no_good_run() {
    let told = Told::new(&[]);
    let lineages = told.lab.state().join("lineages");
    let aside = told.lab.state().join("aside");
    std::fs::rename(&lineages, &aside).unwrap();
    std::fs::write(&lineages, "").unwrap();
    assert_eq!(told.run("renew", &[]).status, 1);
    let received = told.receiver.take();
    assert_eq!((received.len(), &received[0].json()["lineage"]), (1, &serde_json::Value::Null));
    std::fs::remove_file(&lineages).unwrap();
    std::fs::create_dir(&lineages).unwrap();
    let ping = told.receiver.url("/ping");
    told.run("renew", &[("CERTDNS_HEALTHCHECK", &ping)]).succeeded();
    assert_eq!(told.events(), ["recovery"]);
}

#[test]
fn notices_that_cannot_be_read_are_a_warning() {
    let told = Told::new(&[]);
    std::fs::write(told.lab.state().join("notices.json"), "not JSON").unwrap();
    same(
        &told.run("renew", &[]).succeeded().transcript(),
        str![[r#"
0
--- stdout
example.test: not due, good until [TIME] (in 89 days), due [TIME] (in 59 days)
--- stderr
warning: what people were told before is not known: [DIR]/state/notices.json is damaged at line 1, column 2: this is not JSON

"#]],
    );
}
