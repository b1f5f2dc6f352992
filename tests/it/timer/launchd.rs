//! `certdns timer` with launchd.

use plist::Value;
use snapbox::str;

use super::desk::Desk;
use crate::support::same;

const LIST: &str = "Library/LaunchAgents/org.certdns.renew.plist";
const PRINTED: &str =
    "gui/0/org.certdns.renew = {\n\tactive count = 0\n\tstate = not running\n\truns = 3\n\tlast exit code = 4\n}\n";

#[test]
fn an_agent_is_installed_once_and_removed_once() {
    let desk = Desk::new();
    same(
        &desk.timer("install --for launchd --user").transcript(),
        str![[r#"
0
--- stdout
launchd, for this user: the timer is installed
  written  [DIR]/home/Library/LaunchAgents/org.certdns.renew.plist

When it runs next, and how the last run ended:

certdns timer show --user --for launchd
--- stderr

"#]],
    );
    let calls = regex::Regex::new("gui/[0-9]+").unwrap().replace_all(&desk.calls(), "gui/ME").into_owned();
    same(
        &calls,
        str![[r#"
launchctl bootout gui/ME/org.certdns.renew
launchctl enable gui/ME/org.certdns.renew
launchctl bootstrap gui/ME [DIR]/home/Library/LaunchAgents/org.certdns.renew.plist

"#]],
    );
    desk.write("launchctl.print", PRINTED);
    assert_eq!(desk.timer("install --for launchd --user --json").succeeded().json()["result"], "unchanged");
    let shown = desk.timer("show --for launchd --user --json").succeeded().json();
    assert_eq!(shown["last_run"], serde_json::json!({"at": null, "ended": "badly", "how": "exit code 4"}));
    assert!(shown["next_run"].is_string());
    desk.calls();

    same(
        &desk.timer("remove --for launchd --user").transcript(),
        str![[r#"
0
--- stdout
launchd, for this user: the timer is removed; `certdns renew` is yours to run now
  removed  [DIR]/home/Library/LaunchAgents/org.certdns.renew.plist
--- stderr

"#]],
    );
    assert!(!desk.home().join(LIST).exists());
    same(
        &desk.timer("remove --for launchd --user").transcript(),
        str![[r#"
0
--- stdout
launchd, for this user: no timer is installed; nothing to do
--- stderr

"#]],
    );
}

#[test]
fn the_property_list_says_what_is_run_and_when() {
    let desk = Desk::new();
    let state = super::STRANGE;
    desk.run(&["timer", "install", "--for", "launchd", "--user", "--state-dir", state]).succeeded();
    let read = || Value::from_file(desk.home().join(LIST)).unwrap().into_dictionary().unwrap();
    let list = read();
    let words: Vec<&str> =
        list["ProgramArguments"].as_array().unwrap().iter().map(|word| word.as_string().unwrap()).collect();
    let program = desk.path().join("bin/certdns");
    assert_eq!(words, [program.to_str().unwrap(), "--quiet", "--state-dir", state, "renew", "--jitter", "0"]);
    assert_eq!(list["Label"].as_string(), Some("org.certdns.renew"));
    assert_eq!(list["RunAtLoad"].as_boolean(), Some(false));
    let minute = list["StartCalendarInterval"].as_dictionary().unwrap()["Minute"].as_unsigned_integer();
    assert!(minute.is_some_and(|minute| minute < 60));

    desk.run(&["timer", "install", "--for", "launchd", "--user", "--state-dir", "/other"]).succeeded();
    assert_eq!(read()["StartCalendarInterval"], list["StartCalendarInterval"]);
}
