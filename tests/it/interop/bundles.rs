//! Bundles and the age tool: each opens what the other made.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::support::Lab;
use crate::support::programs::run;

fn bundle(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_age_tool_opens_our_bundles_and_we_open_its_files() {
    let lab = Lab::new().delegated("example.test");
    let password = lab.registration("example.test")["password"].clone();
    let age = |arguments: &[&str]| run(lab.path(), "age", arguments);
    run(lab.path(), "age-keygen", &["-o", "key.txt"]);
    let public = run(lab.path(), "age-keygen", &["-y", "key.txt"]);
    let public = public.trim();
    fs::write(lab.path().join("keys"), format!("{public}\n")).unwrap();
    for (number, flags) in
        [format!("-r {public}"), format!("-r {public} --armor"), "-R keys -a".to_owned()].iter().enumerate()
    {
        let (ours, theirs) = (format!("ours{number}.age"), format!("theirs{number}.age"));
        lab.run(&format!("bundle create --to {ours} {flags}")).succeeded();
        let text = age(&["-d", "-i", "key.txt", &ours]);
        assert_eq!(bundle(&text)["registrations"][0]["password"], password);

        fs::write(lab.path().join("text"), &text).unwrap();
        let armor: &[&str] = if number == 0 { &[] } else { &["-a"] };
        age(&[armor, &["-r", public, "-o", &theirs, "text"]].concat());
        let opened = lab.run(&format!("bundle open {theirs} -i key.txt --state-dir back{number} --json")).succeeded();
        assert_eq!(opened.json()["registrations"][0]["action"], json!("taken"));
    }
}

/// The age tool reads passphrases from a terminal only.
fn at_a_terminal(directory: &Path, command: &str, answers: &str) {
    let program = "import os, pty, sys\n\
        answers = sys.argv[2].encode().split(b'|')\n\
        pid, terminal = pty.fork()\n\
        if pid == 0: os.execvp('sh', ['sh', '-c', sys.argv[1]])\n\
        seen = b''\n\
        while True:\n\
        \x20   try: said = os.read(terminal, 1024)\n\
        \x20   except OSError: break\n\
        \x20   if not said: break\n\
        \x20   seen += said\n\
        \x20   if seen.rstrip().endswith((b':', b'): ')) and answers: os.write(terminal, answers.pop(0) + b'\\n'); seen = b''\n\
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))\n";
    run(directory, "python3", &["-c", program, command, answers]);
}

#[test]
fn a_passphrase_opens_in_both_directions() {
    let lab = Lab::new().delegated("example.test");
    fs::write(lab.path().join("passphrase"), "correct horse\n").unwrap();
    lab.run("bundle create --to ours.age --passphrase-file passphrase").succeeded();
    at_a_terminal(lab.path(), "age -d -o text ours.age", "correct horse");
    let text = fs::read_to_string(lab.path().join("text")).unwrap();
    assert_eq!(bundle(&text)["certdns"], "bundle");

    at_a_terminal(lab.path(), "age -p -o theirs.age text", "correct horse|correct horse");
    let open = "bundle open theirs.age --passphrase-file passphrase --state-dir back --json";
    assert_eq!(lab.run(open).succeeded().json()["registrations"][0]["action"], "taken");
}
