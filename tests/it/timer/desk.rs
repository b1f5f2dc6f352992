//! A home, and small programs in the place of those of schedulers: they write down how they were called.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::support::Run;
use crate::support::command::{binary, run};

/// Each keeps its files in the home: what it was given, and what it is to answer.
const PROGRAMS: [(&str, &str); 5] = [
    (
        "systemctl",
        "case $* in *show*) cat $HOME/systemctl.show ;; esac; test ! -e $HOME/systemctl.fails || { cat $HOME/systemctl.fails >&2; exit 1; }",
    ),
    (
        "crontab",
        "case $1 in -l) cat $HOME/crontab 2>/dev/null || { echo no crontab for me >&2; exit 1; } ;; -) cat >$HOME/crontab ;; esac",
    ),
    ("launchctl", "case $1 in print) cat $HOME/launchctl.print ;; bootout) test -e $HOME/launchctl.print ;; esac"),
    (
        "schtasks",
        "case $1 in /Query) cat $HOME/task ;; /Create) cp \"$5\" $HOME/task ;; /Delete) rm $HOME/task ;; esac",
    ),
    ("powershell", "cat $HOME/powershell"),
];

pub struct Desk {
    directory: TempDir,
}

impl Desk {
    pub fn new() -> Desk {
        Desk::without(&[])
    }

    pub fn without(missing: &[&str]) -> Desk {
        let directory = tempfile::tempdir().unwrap();
        let desk = Desk { directory };
        for folder in [desk.home(), desk.path().join("bin")] {
            fs::create_dir(folder).unwrap();
        }
        for (name, script) in PROGRAMS.iter().filter(|(name, _)| !missing.contains(name)) {
            desk.program(name, script);
        }
        std::os::unix::fs::symlink(binary(), desk.path().join("bin/certdns")).unwrap();
        desk
    }

    pub fn program(&self, name: &str, script: &str) {
        let path = self.path().join("bin").join(name);
        let noted = format!("#!/bin/sh\nPATH=/usr/bin:/bin\necho \"{name} $*\" >>$HOME/calls\n{script}\n");
        fs::write(&path, noted).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    pub fn path(&self) -> &Path {
        self.directory.path()
    }

    pub fn home(&self) -> PathBuf {
        self.path().join("home")
    }

    pub fn run(&self, words: &[&str]) -> Run {
        let mut command = Command::new(self.path().join("bin/certdns"));
        command.env_clear().env("TZ", "UTC").env("NO_COLOR", "1").env("HOME", self.home());
        command.env("CERTDNS_STATE_DIR", "/var/lib/certdns");
        command.env("PATH", self.path().join("bin")).current_dir(self.path()).stdin(Stdio::null());
        run(command, words)
    }

    /// The words are parted by spaces.
    pub fn timer(&self, line: &str) -> Run {
        self.run(&["timer"].into_iter().chain(line.split(' ')).collect::<Vec<_>>())
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.home().join(name), text).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.home().join(name)).unwrap()
    }

    /// How programs were called since the last time this was asked.
    pub fn calls(&self) -> String {
        let calls = fs::read_to_string(self.home().join("calls")).unwrap_or_default();
        let _ = fs::remove_file(self.home().join("calls"));
        calls
    }
}
