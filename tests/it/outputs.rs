//! What is made of certificates for servers, by `issue` and `renew`.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use certdns::sandbox::Stage;
use snapbox::str;

use crate::support::{Lab, same};

const ISSUE: &str = "issue -d example.test --agree-tos";

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn what_is_asked_for_is_made_and_kept_fresh() {
    let lab = Lab::new().delegated("example.test");
    fs::create_dir(lab.path().join("tls")).unwrap();
    let flags = "--combined --der --pfx --install fullchain=tls/x.pem,mode=0640 --install privkey=tls/x.key";
    same(
        &lab.run(&format!("{ISSUE} {flags}")).transcript(),
        str![[r#"
0
--- stdout
example.test: new certificate, good until [TIME] (in 89 days)

  certificate  [DIR]/state/lineages/example.test/live/fullchain.pem
  private key  [DIR]/state/lineages/example.test/live/privkey.pem
  output       [DIR]/state/lineages/example.test/outputs/combined.pem
  output       [DIR]/state/lineages/example.test/outputs/certificate.pfx
  output       [DIR]/state/lineages/example.test/outputs/cert.der
  output       [DIR]/state/lineages/example.test/outputs/privkey.der
  output       [DIR]/tls/x.pem
  output       [DIR]/tls/x.key

Renew it from a timer with `certdns renew`; it is due [TIME] (in 59 days).
--- stderr
asking DNS about _acme-challenge.example.test
creating an ACME account at localhost:[PORT]
ordering a certificate for example.test
publishing a value for _acme-challenge.example.test at 127.0.0.1:[PORT]
the CA is validating example.test
the CA is issuing
fetching the certificate
stored generation 1 of example.test
wrote [DIR]/state/lineages/example.test/outputs/combined.pem
wrote [DIR]/state/lineages/example.test/outputs/certificate.pfx
wrote [DIR]/state/lineages/example.test/outputs/cert.der
wrote [DIR]/state/lineages/example.test/outputs/privkey.der
wrote [DIR]/tls/x.pem
wrote [DIR]/tls/x.key

"#]],
    );
    let (copy, key) = (lab.path().join("tls/x.pem"), lab.path().join("tls/x.key"));
    for _ in 0..2 {
        assert_eq!(text(&copy), lab.live("example.test", "fullchain.pem"));
        assert_eq!(text(&key), lab.live("example.test", "privkey.pem"));
        assert_eq!((mode(&copy), mode(&key)), (0o640, 0o600));
        let combined = lab.live("example.test", "fullchain.pem") + &lab.live("example.test", "privkey.pem");
        assert_eq!(text(&lab.output("example.test", "combined.pem")), combined);
        lab.run("renew --force").succeeded();
    }
    assert_eq!(lab.lineage("example.test")["live"], 3);
    let outputs: String =
        lab.files().lines().filter(|line| line.contains("outputs")).map(|line| format!("{line}\n")).collect();
    same(
        &outputs,
        str![[r#"
0600 lineages/example.test/outputs.json
0600 lineages/example.test/outputs/cert.der
0600 lineages/example.test/outputs/certificate.pfx
0600 lineages/example.test/outputs/combined.pem
0600 lineages/example.test/outputs/pfx-password.txt
0600 lineages/example.test/outputs/privkey.der
0700 lineages/example.test/outputs/

"#]],
    );
}

#[test]
fn other_outputs_need_no_other_certificate() {
    let lab = Lab::new().delegated("example.test");
    lab.run(ISSUE).succeeded();
    let asked = lab.sandbox.history.exchanges().len();
    same(
        &lab.run(&format!("{ISSUE} --combined --install cert=example.pem")).transcript(),
        str![[r#"
0
--- stdout
example.test: the certificate is good until [TIME] (in 89 days); it is due for renewal [TIME] (in 59 days)

  certificate  [DIR]/state/lineages/example.test/live/fullchain.pem
  private key  [DIR]/state/lineages/example.test/live/privkey.pem
  output       [DIR]/state/lineages/example.test/outputs/combined.pem
  output       [DIR]/example.pem
--- stderr
wrote [DIR]/state/lineages/example.test/outputs/combined.pem
wrote [DIR]/example.pem

"#]],
    );
    lab.run(&format!("{ISSUE} --forget-outputs --der")).succeeded();
    assert!(!lab.output("example.test", "combined.pem").exists());
    assert!(lab.output("example.test", "cert.der").exists() && lab.path().join("example.pem").exists());
    assert_eq!(lab.sandbox.history.exchanges().len(), asked);
    assert_eq!(lab.lineage("example.test")["live"], 1);
}

#[test]
fn a_copy_that_cannot_be_written_leaves_all_as_they_were_until_the_next_renewal() {
    let lab = Lab::new().delegated("example.test");
    for name in ["a", "b"] {
        fs::create_dir(lab.path().join(name)).unwrap();
    }
    lab.run(&format!("{ISSUE} --install fullchain=a/x.pem --install privkey=b/x.key")).succeeded();
    let (copy, before) = (lab.path().join("a/x.pem"), lab.live("example.test", "fullchain.pem"));
    fs::rename(lab.path().join("b"), lab.path().join("c")).unwrap();
    same(
        &lab.run("renew --force").transcript(),
        str![[r#"
1
--- stdout
example.test: failed
error: could not renew example.test
  cause: generation 2 is stored and live, but not all files made from it could be written; they are as they were before
  cause: the directory [DIR]/b does not exist
   hint: create it, with the rights it should have
   hint: then have them written; that takes no new certificate
         certdns renew example.test
--- stderr
warning: generation 1 is stored and live, but not all files made from it could be written; they are as they were before: the directory [DIR]/b does not exist
asking DNS about _acme-challenge.example.test
ordering a certificate for example.test
publishing a value for _acme-challenge.example.test at 127.0.0.1:[PORT]
the CA is validating example.test
the CA is issuing
fetching the certificate
stored generation 2 of example.test

"#]],
    );
    assert_eq!(lab.lineage("example.test")["live"], 2);
    assert_eq!(text(&copy), before);
    fs::rename(lab.path().join("c"), lab.path().join("b")).unwrap();
    let asked = lab.stages(Stage::NewOrder);
    same(
        &lab.run("renew").transcript(),
        str![[r#"
0
--- stdout
example.test: not due, good until [TIME] (in 89 days), due [TIME] (in 59 days)
--- stderr
wrote [DIR]/a/x.pem
wrote [DIR]/b/x.key

"#]],
    );
    assert_eq!(lab.stages(Stage::NewOrder), asked);
    assert_eq!(text(&copy), lab.live("example.test", "fullchain.pem"));
    assert_eq!(text(&lab.path().join("b/x.key")), lab.live("example.test", "privkey.pem"));
}

#[test]
fn a_copy_that_was_removed_or_changed_is_written_again() {
    let lab = Lab::new().delegated("example.test");
    lab.run(&format!("{ISSUE} --install fullchain=x.pem --combined")).succeeded();
    let (copy, combined) = (lab.path().join("x.pem"), lab.output("example.test", "combined.pem"));
    fs::write(&copy, "something else").unwrap();
    fs::remove_file(&combined).unwrap();
    lab.run("renew").succeeded();
    assert_eq!(text(&copy), lab.live("example.test", "fullchain.pem"));
    assert!(combined.exists());
    assert_eq!(lab.lineage("example.test")["live"], 1);
}

#[test]
fn what_cannot_be_written_is_told_before_the_ca_is_asked() {
    let lab = Lab::new().delegated("example.test");
    std::os::unix::fs::symlink("/nowhere", lab.path().join("link.pem")).unwrap();
    std::fs::create_dir_all(lab.state()).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(lab.path().join("socket")).unwrap();
    let refused = |flags: &str| {
        let run = lab.run(&format!("{ISSUE} {flags}"));
        assert_ne!(run.status, 0, "{}", run.transcript());
        run.stderr
            .lines()
            .filter(|line| line.contains("cause:") || line.contains("hint:"))
            .map(|line| format!("{line}\n"))
            .collect::<String>()
    };
    let all = [
        refused("--install fullchain=link.pem"),
        refused("--install fullchain=missing/x.pem"),
        refused("--install fullchain=x.pem,owner=nobody-of-that-name"),
        refused("--install pfx=x.pfx"),
        refused("--install cert=x.pem --install fullchain=."),
        refused("--pfx --pfx-password-file missing.txt"),
        refused("--install cert=state/x.pem"),
        refused("--install cert=socket"),
    ];
    same(
        &all.join("\n"),
        str![[r#"
  cause: [DIR]/link.pem is a symbolic link
   hint: links are not followed, nor replaced: name the file itself with `--install`, or remove the link

  cause: the directory [DIR]/missing does not exist
   hint: create it, with the rights it should have

  cause: there is no user nobody-of-that-name
   hint: give a name that this machine knows, or a number

  cause: a copy of the PKCS#12 file is wanted, but no PKCS#12 file
   hint: add `--pfx` (or `--pfx-legacy`)

  cause: [DIR] is a directory
   hint: name a file in it

  cause: could not read the password in missing.txt
  cause: No such file or directory (os error 2)
   hint: put the password into the file, on its first line

  cause: [DIR]/state/x.pem is in the state directory
   hint: what is in there is for certdns alone: name a file elsewhere

  cause: [DIR]/socket is no regular file
   hint: name a file, or a path where there is none yet

"#]],
    );
    assert_eq!(lab.sandbox.history.exchanges().iter().filter(|exchange| exchange.part == "ca").count(), 0);
}

#[test]
fn a_password_from_a_file_shows_nowhere() {
    let lab = Lab::new().delegated("example.test");
    fs::write(lab.path().join("password"), "correct horse\n").unwrap();
    let run = lab.run(&format!("{ISSUE} --pfx-legacy --pfx-password-file password -vv")).succeeded();
    assert!(!run.transcript().contains("correct horse"));
    assert!(!lab.lineage("example.test").to_string().contains("correct horse"));
    assert!(!lab.output("example.test", "pfx-password.txt").exists());
    let pfx = lab.output("example.test", "certificate.pfx");
    assert_eq!(mode(&pfx), 0o600);
    // The same file, with another password in it.
    let before = fs::read(&pfx).unwrap();
    fs::write(lab.path().join("password"), "\u{feff}battery staple\n").unwrap();
    let run = lab.run(&format!("{ISSUE} --pfx-password-file password")).succeeded();
    assert!(run.stderr.contains("/certificate.pfx\n"), "{}", run.transcript());
    assert_ne!(fs::read(&pfx).unwrap(), before);
    assert!(!lab.run("renew").succeeded().stderr.contains("wrote "));
}

#[test]
fn a_password_that_was_made_goes_when_another_is_given_and_an_empty_one_is_made_again() {
    let lab = Lab::new().delegated("example.test");
    lab.run(&format!("{ISSUE} --pfx")).succeeded();
    let made = lab.output("example.test", "pfx-password.txt");
    fs::write(&made, "\n").unwrap();
    lab.run("renew --force").succeeded();
    assert_eq!(text(&made).trim().len(), 24);
    fs::write(lab.path().join("password"), "correct horse\n").unwrap();
    lab.run(&format!("{ISSUE} --pfx-password-file password")).succeeded();
    assert!(!made.exists());
}

#[test]
fn what_could_not_be_written_is_not_wanted_from_then_on() {
    let lab = Lab::new().delegated("example.test");
    lab.run(ISSUE).succeeded();
    fs::create_dir(lab.state().join("lineages/example.test/outputs.json")).unwrap();
    let run = lab.run(&format!("{ISSUE} --combined"));
    assert_eq!(run.status, 1, "{}", run.transcript());
    assert!(run.stderr.contains("hint: then run the same command again; "), "{}", run.transcript());
    assert_eq!(lab.lineage("example.test").get("outputs"), None);
}

#[test]
fn a_crash_before_the_outputs_were_noted_is_made_good() {
    let lab = Lab::new().delegated("example.test");
    lab.run(&format!("{ISSUE} --combined")).succeeded();
    let folder = lab.state().join("lineages/example.test");
    let note = text(&folder.join("outputs.json"));
    lab.run("renew --force").succeeded();
    fs::write(folder.join("outputs.json"), note).unwrap();
    fs::write(folder.join("outputs/.combined.pem.certdns-new"), "half").unwrap();
    let run = lab.run("renew").succeeded();
    assert!(run.stderr.contains("wrote "), "{}", run.transcript());
    assert!(!folder.join("outputs/.combined.pem.certdns-new").exists());
    assert!(!lab.run("renew").succeeded().stderr.contains("wrote "));
}

#[test]
fn a_copy_has_the_owner_and_group_it_is_given() {
    use std::os::unix::fs::MetadataExt;
    let lab = Lab::new().delegated("example.test");
    // Only root can give files to others; everybody can to themselves.
    let own = fs::metadata(lab.path()).unwrap();
    let (owner, group) = (own.uid(), own.gid());
    lab.run(&format!("{ISSUE} --install combined=x.pem,owner={owner},group={group},mode=0440")).succeeded();
    let copy = fs::metadata(lab.path().join("x.pem")).unwrap();
    assert_eq!((copy.uid(), copy.gid(), copy.mode() & 0o7777), (owner, group, 0o440));
    assert_eq!(lab.lineage("example.test")["outputs"]["installs"][0]["mode"], "0440");
}

#[test]
fn a_file_belongs_to_one_lineage() {
    let lab = Lab::new().delegated("example.test").delegated("www.example.test");
    lab.run(&format!("{ISSUE} --install cert=x.pem")).succeeded();
    let run = lab.run("issue -d www.example.test --install fullchain=x.pem");
    assert!(run.stderr.contains("x.pem is kept fresh by the lineage example.test already"), "{}", run.transcript());
    fs::create_dir(lab.path().join("real")).unwrap();
    std::os::unix::fs::symlink("real", lab.path().join("link")).unwrap();
    lab.run(&format!("{ISSUE} --install cert=real/y.pem")).succeeded();
    let run = lab.run("issue -d www.example.test --install fullchain=link/y.pem");
    assert!(run.stderr.contains("y.pem is kept fresh by the lineage example.test already"), "{}", run.transcript());
}

#[test]
fn files_that_do_not_stay_as_they_were_written_are_no_reason_to_issue() {
    let lab = Lab::new().delegated("example.test");
    lab.run(&format!("{ISSUE} --install fullchain=x.pem")).succeeded();
    // Somebody takes them away at once: all that is seen is that there is nothing.
    let note = lab.state().join("lineages/example.test/outputs.json");
    let orders = lab.sandbox.authority.certificates().len();
    fs::remove_file(lab.path().join("x.pem")).unwrap();
    fs::remove_file(&note).unwrap();
    fs::create_dir(&note).unwrap();
    for _ in 0..2 {
        let run = lab.run("renew");
        assert_eq!(run.status, 1, "{}", run.transcript());
        assert!(run.stdout.contains("are written, but that could not be noted"), "{}", run.transcript());
        assert!(run.stderr.contains("wrote [") || run.stderr.contains("wrote /"), "{}", run.transcript());
    }
    assert_eq!(lab.sandbox.authority.certificates().len(), orders);
    let run = lab.run("renew --force").transcript();
    assert!(run.contains("warning: all files made from generation 1 are written, but"), "{run}");
}

#[test]
fn a_crash_between_two_files_is_made_good_before_anything_else() {
    let lab = Lab::new().delegated("example.test");
    lab.run(&format!("{ISSUE} --install fullchain=x.pem --install privkey=x.key")).succeeded();
    let [copy, old] = ["x.pem", ".x.pem.certdns-old"].map(|name| lab.path().join(name));
    let before = text(&copy);
    fs::rename(&copy, &old).unwrap();
    fs::write(&copy, "new").unwrap();
    let digest = "11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437";
    let journal = lab.state().join("lineages/example.test/outputs-journal.json");
    let path: Vec<u8> = std::os::unix::ffi::OsStrExt::as_bytes(copy.as_os_str()).to_vec();
    let entry = serde_json::json!([{ "path": { "Unix": path }, "replaces": true, "digest": digest }]);
    fs::write(&journal, entry.to_string()).unwrap();
    // Not even what stands in the way of writing them again keeps the old ones from their places.
    fs::remove_file(lab.path().join("x.key")).unwrap();
    fs::create_dir(lab.path().join("x.key")).unwrap();
    assert_eq!(lab.run("renew").status, 1);
    assert_eq!(text(&copy), before);
    assert!(!old.exists() && !journal.exists());
}
