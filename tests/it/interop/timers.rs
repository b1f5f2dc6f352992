//! What schedulers are given, as systemd and other people's parsers read it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use crate::support::command::{certdns, run};
use crate::support::programs::{self, command};

const STATE: &str = "/srv/my state/100%/\"x\" $HOME's é";

/// Has the timer of this scheduler written below this directory.
fn install(root: &Path, scheduler: &str) {
    let environment = [("PATH", std::env::var("PATH").unwrap()), ("HOME", root.display().to_string())];
    let words = ["timer", "install", "--for", scheduler, "--root", ".", "--state-dir", STATE];
    run(certdns(&environment, root), &words).succeeded();
}

fn units(root: &Path) -> Vec<String> {
    let units = ["service", "timer"].map(|kind| root.join(format!("etc/systemd/system/certdns-renew.{kind}")));
    units.iter().map(|unit| unit.display().to_string()).collect()
}

#[test]
fn systemd_verifies_the_units_and_enables_the_timer() {
    let root = tempfile::tempdir().unwrap();
    install(root.path(), "systemd");
    let units = units(root.path());
    let verify = ["verify", "--man=no", &units[0], &units[1]];
    let output = command(root.path(), "systemd-analyze", &verify).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && !said.contains("certdns-renew"), "{said}");
    let enabled = root.path().join("etc/systemd/system/timers.target.wants/certdns-renew.timer");
    assert!(enabled.is_symlink());
}

#[test]
fn the_walls_are_as_high_as_deploy_commands_let_them_be() {
    let root = tempfile::tempdir().unwrap();
    install(root.path(), "systemd");
    let units = units(root.path());
    // 0 is a box without a door, 10 is no wall at all.
    programs::run(root.path(), "systemd-analyze", &["security", "--offline=true", "--threshold=32", &units[0]]);
}

/// systemd's own reading of both units: it does not do that for root.
fn read_by_systemd(root: &Path) -> String {
    let systemd = ["/lib/systemd/systemd", "--test", "--system", "--unit=certdns-renew.service"];
    let mut command = if rustix::process::geteuid().is_root() {
        fs::set_permissions(root, fs::Permissions::from_mode(0o755)).unwrap();
        let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"];
        command(root, "setpriv", &[&nobody[..], &systemd[..]].concat())
    } else {
        let mut command = Command::new(systemd[0]);
        command.args(&systemd[1..]);
        command
    };
    // The last, empty part stands for the usual places.
    command.env("SYSTEMD_UNIT_PATH", format!("{}:", root.join("etc/systemd/system").display()));
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn systemd_reads_paths_as_they_were_meant() {
    let root = tempfile::tempdir().unwrap();
    install(root.path(), "systemd");
    let dump = read_by_systemd(root.path());
    let unit = dump.split("-> Unit certdns-renew.service:").nth(1).unwrap().split("-> Unit ").next().unwrap();
    // In its own way of quoting.
    let words = r#" --quiet --state-dir "/srv/my state/100%/\"x\" \$\$HOME's é" renew --jitter 0"#;
    let line = unit.lines().find(|line| line.contains("Command Line: ")).unwrap();
    assert!(line.ends_with(words), "{line}");
    assert!(unit.contains(&format!("\tReadWritePaths: -{STATE}\n")), "{unit}");
    assert!(unit.contains(&format!("{STATE} (")), "{unit}");
}

fn python(root: &Path, script: &str) -> String {
    programs::run(root, "python3", &["-c", script])
}

#[test]
fn python_reads_the_property_list() {
    let root = tempfile::tempdir().unwrap();
    install(root.path(), "launchd");
    let said = python(
        root.path(),
        "import plistlib, json
with open('Library/LaunchDaemons/org.certdns.renew.plist', 'rb') as file: print(json.dumps(plistlib.load(file)))",
    );
    let list: serde_json::Value = serde_json::from_str(&said).unwrap();
    let words = list["ProgramArguments"].as_array().unwrap();
    assert_eq!(words[1..], ["--quiet", "--state-dir", STATE, "renew", "--jitter", "0"]);
    assert_eq!(list["Label"], "org.certdns.renew");
    assert!(list["StartCalendarInterval"]["Minute"].as_u64().is_some_and(|minute| minute < 60));
    assert_eq!(list["RunAtLoad"], false);
}

#[test]
fn python_reads_the_task() {
    let root = tempfile::tempdir().unwrap();
    install(root.path(), "task-scheduler");
    let said = python(
        root.path(),
        "import json, xml.etree.ElementTree as tree
task, leaves = tree.parse('certdns-renew.xml').getroot(), {}
def walk(node, path):
    path = path + '/' + node.tag.split('}')[1]
    assert node.tag.startswith('{http://schemas.microsoft.com/windows/2004/02/mit/task}')
    for child in node: walk(child, path)
    if not len(node): leaves[path] = node.text
walk(task, '')
print(json.dumps(leaves))",
    );
    let leaves: serde_json::Value = serde_json::from_str(&said).unwrap();
    let wanted = [
        ("/Task/Triggers/TimeTrigger/Repetition/Interval", "PT1H"),
        ("/Task/Triggers/TimeTrigger/RandomDelay", "PT30M"),
        ("/Task/Principals/Principal/UserId", "S-1-5-18"),
        ("/Task/Settings/StartWhenAvailable", "true"),
        ("/Task/Settings/MultipleInstancesPolicy", "IgnoreNew"),
        ("/Task/Settings/ExecutionTimeLimit", "PT2H"),
    ];
    for (path, text) in wanted {
        assert_eq!(leaves[path], text, "{path}");
    }
    let arguments = r#"--quiet --state-dir "/srv/my state/100%/\"x\" $HOME's é" renew --jitter 0"#;
    assert_eq!(leaves["/Task/Actions/Exec/Arguments"], arguments);
    assert!(leaves.as_object().unwrap().keys().all(|path| !path.contains("Password")));
}
