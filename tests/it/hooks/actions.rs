//! Actions that are built in, without a shell.

use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::process::Command;

use snapbox::str;

use super::{issue, read};
use crate::support::{Lab, same};

/// What became of hooks that are run after a renewal.
fn outcome(lab: &Lab, hooks: &[&str]) -> String {
    let flags = hooks.iter().flat_map(|hook| ["--post-hook", hook]);
    let words: Vec<&str> = ["renew", "--force", "--quiet"].into_iter().chain(flags).collect();
    let run = lab.run_words(&words);
    // Without the renewal itself.
    format!("{}\n{}", run.status, run.stdout.split_once('\n').unwrap().1)
}

#[test]
fn systemd_is_told_to_reload_a_unit() {
    let lab = Lab::new().delegated("example.test");
    let bin = lab.path().join("bin");
    std::fs::create_dir(&bin).unwrap();
    let systemctl = bin.join("systemctl");
    std::fs::write(&systemctl, "#!/bin/sh\nfor word; do echo \"$word\" >> words; done\n").unwrap();
    std::fs::set_permissions(&systemctl, std::fs::Permissions::from_mode(0o755)).unwrap();
    issue(&lab, "example.test", &["--post-hook", "@systemd-reload 'nginx $HOME.service'"]);
    std::fs::remove_file(lab.path().join("words")).ok();
    let path = format!("{}:/usr/bin:/bin", bin.display());
    lab.run_with("renew --force", &[("PATH", &path)]).succeeded();
    assert_eq!(read(&lab, "words"), "--no-ask-password\nreload\n--\nnginx $HOME.service\n");
}

#[test]
fn a_program_gets_its_arguments_as_they_are() {
    let lab = Lab::new().delegated("example.test");
    let hook = "@exec /bin/sh -c 'echo \"$0|$1\" > log' '$HOME' 'a  b'";
    issue(&lab, "example.test", &["--deploy-hook", hook]).succeeded();
    assert_eq!(read(&lab, "log"), "$HOME|a  b\n");
}

#[test]
fn a_signal_goes_to_the_process_that_the_pid_file_names() {
    let lab = Lab::new().delegated("example.test");
    let mut server = Command::new("sleep").arg("1000").spawn().unwrap();
    std::fs::write(lab.path().join("server.pid"), format!("{}\n", server.id())).unwrap();
    issue(&lab, "example.test", &["--deploy-hook", "@signal server.pid USR1"]).succeeded();
    assert_eq!(server.wait().unwrap().signal(), Some(nix::sys::signal::Signal::SIGUSR1 as i32));
    let run = lab.run("renew --force");
    assert_eq!(run.status, 1);
    let told = run.stdout.split_once('\n').unwrap().1.replace(&server.id().to_string(), "[PID]");
    same(
        &told,
        str![[r#"
error: the deploy hook `@signal server.pid USR1` failed
  cause: there is no process [PID], which the PID file server.pid names
   hint: the server does not run, or writes its number to another file now
   hint: the certificate is stored and live; this runs the hook again, without a new one
         certdns renew

"#]],
    );
}

#[test]
fn a_pid_file_that_names_no_process_is_told() {
    let lab = Lab::new().delegated("example.test");
    issue(&lab, "example.test", &[]).succeeded();
    std::fs::write(lab.path().join("garbage.pid"), "nginx: master process\n").unwrap();
    std::fs::write(lab.path().join("all.pid"), "-1\n").unwrap();
    let hooks = ["@signal missing.pid HUP", "@signal garbage.pid HUP", "@signal all.pid HUP"];
    same(
        &outcome(&lab, &hooks),
        str![[r#"
1
error: the post hook `@signal missing.pid HUP` failed
  cause: the PID file missing.pid could not be read
  cause: No such file or directory (os error 2)
   hint: the server writes its number there when it runs
error: the post hook `@signal garbage.pid HUP` failed
  cause: the PID file garbage.pid holds no process number
   hint: the server writes its number there when it runs
error: the post hook `@signal all.pid HUP` failed
  cause: the PID file all.pid holds no process number
   hint: the server writes its number there when it runs

"#]],
    );
}

#[test]
fn neither_a_pipe_nor_a_link_is_a_pid_file() {
    let lab = Lab::new().delegated("example.test");
    issue(&lab, "example.test", &[]).succeeded();
    assert!(Command::new("mkfifo").arg(lab.path().join("pipe.pid")).status().unwrap().success());
    std::fs::write(lab.path().join("real.pid"), "4711\n").unwrap();
    std::os::unix::fs::symlink("real.pid", lab.path().join("link.pid")).unwrap();
    let told = outcome(&lab, &["@signal pipe.pid HUP", "@signal link.pid HUP"]);
    assert!(told.contains("the PID file pipe.pid could not be read\n  cause: it is not a regular file\n"), "{told}");
    assert!(told.contains("the PID file link.pid could not be read\n"), "{told}");
}
