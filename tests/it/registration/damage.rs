//! Files that are not what they should be: nothing is taken, nothing changes.

use serde_json::json;
use snapbox::str;

use super::elsewhere::{Elsewhere, utf_16};
use crate::support::same;

/// The state directory is the same before and after, octet by octet.
#[track_caller]
fn refused(other: &Elsewhere, path: &str) -> String {
    let before = other.state();
    let run = other.lab.run(&format!("registration import {path}"));
    assert_ne!(run.status, 0, "{path}: {}", run.transcript());
    assert_eq!(other.state(), before, "{path}: {}", run.transcript());
    assert!(!run.transcript().contains(other.field("password")), "{path}: {}", run.transcript());
    format!("$ {path}\n{}", run.transcript())
}

#[test]
fn damaged_files_are_told_and_nothing_is_taken_from_them() {
    let other = Elsewhere::new();
    other.lab.run("register www.example.test").succeeded();
    let whole = other.lego().to_string();
    other.write("truncated.json", &whole[..100]);
    other.write("none.json", "");
    other.write("text.json", "hello");
    other.write("latin.json", b"{\"example.test\": {\"password\": \"\xe4\", \"subdomain\": \"x\"}}");
    other.write("nameless.json", other.reply.to_string());
    other.write("newer.json", r#"{"version": 2, "registrations": []}"#);
    other.write("other.json", r#"{"a": 1}"#);
    other.write("half.json", &utf_16(&whole)[..utf_16(&whole).len() - 1]);
    let names = ["truncated", "none", "text", "latin", "nameless", "newer", "other", "half"];
    let told: String = names.map(|name| refused(&other, &format!("{name}.json"))).concat();
    same(
        &told,
        str![[r#"
$ truncated.json
1
--- stdout
--- stderr
error: truncated.json cannot be used
  cause: the file ends too early (line 1, column 100)
   hint: nothing was taken from it; look for the file in a backup of the other client
$ none.json
1
--- stdout
--- stderr
error: none.json cannot be used
  cause: the file ends too early (line 1, column 0)
   hint: nothing was taken from it; look for the file in a backup of the other client
$ text.json
1
--- stdout
--- stderr
error: text.json cannot be used
  cause: this is not JSON (line 1, column 1)
   hint: nothing was taken from it; look for the file in a backup of the other client
$ latin.json
1
--- stdout
--- stderr
error: latin.json cannot be used
  cause: this is no text, neither UTF-8 nor UTF-16
   hint: nothing was taken from it; look for the file in a backup of the other client
$ nameless.json
2
--- stdout
--- stderr
error: nothing was taken from nameless.json
  cause: there is a registration without the name that it is for
   hint: say whose it is
         certdns registration add NAME --acme-dns URL < FILE
$ newer.json
1
--- stdout
--- stderr
error: nothing was taken from newer.json
  cause: it was written by a newer certdns (version 2 of its format)
   hint: upgrade certdns on this machine
$ other.json
1
--- stdout
--- stderr
error: there are no registrations in other.json
   hint: what is read: files of lego, acme-dns-client, Caddy, acme-dns-auth.py, certbot-dns-acmedns and go-acme-dns-manager, folders of acme.sh, Posh-ACME, win-acme, simple-acme and Certify, and exports of certdns
$ half.json
1
--- stdout
--- stderr
error: half.json cannot be used
  cause: this is no text, neither UTF-8 nor UTF-16
   hint: nothing was taken from it; look for the file in a backup of the other client

"#]],
    );
}

#[test]
fn one_damaged_registration_holds_up_the_whole_file() {
    let other = Elsewhere::new();
    other.lab.run("register www.example.test").succeeded();
    let changed = |field: &str, value: serde_json::Value| {
        let mut lego = other.lego();
        lego["a.example.test"] = lego["example.test"].clone();
        lego["a.example.test"][field] = value;
        other.write(&format!("{field}.json"), lego.to_string());
        refused(&other, &format!("{field}.json"))
    };
    let told = [
        changed("password", json!(1)),
        changed("username", json!(null)),
        changed("fulldomain", json!(["a"])),
        changed("fulldomain", json!("other.auth.acme-dns.test")),
        changed("password", json!("a\nb")),
        changed("server_url", json!("not a url")),
    ];
    same(
        &told.concat(),
        str![[r#"
$ password.json
1
--- stdout
--- stderr
error: nothing was taken from password.json
  cause: _acme-challenge.a.example.test: password is no text
   hint: put it right in the file, or look for it in a backup of the other client
   hint: what is well beside it can be taken with `--partial`
$ username.json
1
--- stdout
--- stderr
error: nothing was taken from username.json
  cause: _acme-challenge.a.example.test: username is missing
   hint: put it right in the file, or look for it in a backup of the other client
   hint: what is well beside it can be taken with `--partial`
$ fulldomain.json
1
--- stdout
--- stderr
error: nothing was taken from fulldomain.json
  cause: _acme-challenge.a.example.test: fulldomain is no text
   hint: put it right in the file, or look for it in a backup of the other client
   hint: what is well beside it can be taken with `--partial`
$ fulldomain.json
1
--- stdout
--- stderr
error: nothing was taken from fulldomain.json
  cause: the registration of a.example.test can never work: its full domain does not begin with its subdomain
   hint: look for the registration in a backup of the other client
   hint: what is well beside it can be taken with `--partial`
$ password.json
1
--- stdout
--- stderr
error: nothing was taken from password.json
  cause: the registration of a.example.test can never work: its password fits into no request
   hint: look for the registration in a backup of the other client
   hint: what is well beside it can be taken with `--partial`
$ server_url.json
1
--- stdout
--- stderr
error: nothing was taken from server_url.json
  cause: the server of a.example.test cannot be used
  cause: the acme-dns server is neither `certify` nor a URL
   hint: give `certify` or a base URL such as `https://auth.example.org`
   hint: what is well beside it can be taken with `--partial`

"#]],
    );
    other.write("name.json", other.lego().to_string().replace("\"example.test\"", "\"exa mple\""));
    assert!(refused(&other, "name.json").contains("\"exa mple\" is no name"));
}

#[test]
fn marks_line_ends_and_utf_16_are_no_damage() {
    let other = Elsewhere::new();
    let text = format!("{:#}\n", other.lego());
    other.write("mark.json", format!("\u{feff}{text}"));
    other.write("windows.json", text.replace('\n', "\r\n"));
    other.write("utf16.json", utf_16(&text));
    for name in ["mark", "windows", "utf16"] {
        other.lab.run(&format!("registration import {name}.json")).succeeded();
        std::fs::remove_dir_all(other.lab.state()).unwrap();
    }
}

#[test]
fn ten_megabytes_are_not_read_to_the_end() {
    let other = Elsewhere::new();
    other.write("big.json", format!("{}{}", other.lego(), " ".repeat(10 * 1024 * 1024)));
    assert!(refused(&other, "big.json").contains("it is over 4 MiB"));
}

#[cfg(unix)]
#[test]
fn links_out_of_a_folder_are_told_and_not_followed() {
    let other = Elsewhere::new();
    other.write("secret/lego.json", other.lego().to_string());
    std::fs::create_dir(other.lab.path().join("folder")).unwrap();
    let link = |target: &str, name: &str| std::os::unix::fs::symlink(target, other.lab.path().join(name)).unwrap();
    link("../secret/lego.json", "folder/lego.json");
    link("../secret", "folder/more");
    link(".", "folder/round");
    link("/dev/zero", "folder/zero.json");
    let run = other.lab.run("registration import folder");
    same(
        &run.transcript(),
        str![[r#"
1
--- stdout
error: folder/lego.json leads out of the folder that was named, and was not followed
   hint: name the file itself, if it is meant

error: folder/more leads out of the folder that was named, and was not followed
   hint: name the file itself, if it is meant
--- stderr

"#]],
    );
    assert!(!other.lab.state().exists());
    // Who names the link means it.
    other.lab.run("registration import folder/lego.json").succeeded();
    let begun = std::time::Instant::now();
    assert_eq!(other.lab.run("registration import /dev/zero").status, 1);
    assert!(begun.elapsed() < std::time::Duration::from_secs(20));
}

#[test]
fn one_damaged_file_of_a_folder_does_not_hold_up_the_others() {
    let other = Elsewhere::new();
    other.write("folder/a.json", "{");
    other.write("folder/b.json", other.lego().to_string());
    let run = other.lab.run("registration import folder --json");
    assert_eq!((run.status, run.json()["files"][0]["registrations"][0]["action"].clone()), (1, json!("taken")));
    assert!(run.json()["failed"][0]["path"].as_str().unwrap().ends_with("a.json"));
}

#[cfg(unix)]
#[test]
fn a_state_directory_that_cannot_be_written_is_left_as_it_is() {
    let other = Elsewhere::new();
    other.write("lego.json", other.lego().to_string());
    other.write("state/registrations", "in the way");
    assert!(refused(&other, "lego.json").contains("could not"));
}
