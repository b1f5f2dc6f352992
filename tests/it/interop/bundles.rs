//! Bundles and the age tool: each opens what the other made.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::support::Lab;
use crate::support::command::binary;
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

/// Types at a terminal, a line for each question, `^C` for Ctrl-C; gives what was to be seen there.
fn at_a_terminal(directory: &Path, command: &str, answers: &str) -> String {
    let program = r"
import os, pty, sys, termios, time
answers = sys.argv[2].encode().split(b'|')
child, terminal = pty.fork()
if child == 0:
    os.execvp('sh', ['sh', '-c', sys.argv[1]])
seen, asked = b'', 0
while True:
    try:
        said = os.read(terminal, 1024)
    except OSError:
        break
    if not said:
        break
    seen += said
    if answers and seen[asked:].rstrip().endswith((b':', b')')):
        # Nobody types before what is typed is hidden.
        while termios.tcgetattr(terminal)[3] & termios.ECHO:
            time.sleep(0.01)
        asked, answer = len(seen), answers.pop(0)
        os.write(terminal, b'\x03' if answer == b'^C' else answer + b'\n')
print(seen.decode())
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
";
    run(directory, "python3", &["-c", program, command, answers])
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

#[test]
fn a_person_is_asked_twice_and_what_is_typed_is_not_shown() {
    let lab = Lab::new().delegated("example.test");
    let certdns = format!("{} bundle", binary().display());
    let typed = |line: &str, state: &str, answers: &str| {
        // Interrupted or not, a terminal shows what is typed again.
        let line = format!("{certdns} {line} --state-dir {state}; echo exit $?; stty -a");
        let seen = at_a_terminal(lab.path(), &line, answers);
        assert!(!seen.contains("horse") && seen.contains(" echo "), "{seen}");
        seen
    };
    assert!(typed("create --to a.age", "state", "a horse|a horse").contains("exit 0"));
    assert!(typed("create --to b.age", "state", "a horse|another horse").contains("differ"));
    assert!(typed("create --to b.age", "state", "^C").contains("exit 130"));
    assert!(typed("create --to b.age", "state", "a horse|^C").contains("exit 130"));
    assert!(!lab.path().join("b.age").exists());
    assert!(typed("open a.age --list", "state", "a horse").contains("is here already"));
    assert!(typed("open a.age --list", "back", "a horse").contains("would be taken over"));
    assert!(typed("open a.age --list", "state", "the horse").contains("does not open it"));
}
