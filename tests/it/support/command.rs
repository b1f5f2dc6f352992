//! The real binary in a clean environment, and all that a run of it showed.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// All that a finished command showed.
pub struct Run {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

/// `certdns` with nothing from outside but what it needs to run.
pub fn certdns(environment: &[(&str, String)], directory: &Path) -> Command {
    let mut command = Command::new(binary());
    command.env_clear().envs(environment.iter().map(|(name, value)| (name, value)));
    command
        .env("TZ", "UTC")
        .env("NO_COLOR", "1")
        .env("CERTDNS_JITTER", "0")
        // What happens side by side is told in any order.
        .env("CERTDNS_JOBS", "1")
        .current_dir(directory)
        .stdin(Stdio::null());
    #[cfg(windows)]
    command.env("SystemRoot", std::env::var("SystemRoot").unwrap_or_default());
    command
}

/// The binary of this build, or the one that a packager wants tried (`CERTDNS_TEST_BINARY`).
pub fn binary() -> PathBuf {
    std::env::var_os("CERTDNS_TEST_BINARY").map_or_else(|| env!("CARGO_BIN_EXE_certdns").into(), PathBuf::from)
}

/// Runs to the end.
pub fn run(mut command: Command, arguments: &[impl AsRef<OsStr>]) -> Run {
    let output = command.args(arguments).output().unwrap();
    Run {
        status: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Run {
    /// Everything in one text, to be compared as a whole.
    pub fn transcript(&self) -> String {
        format!("{}\n--- stdout\n{}--- stderr\n{}", self.status, self.stdout, self.stderr)
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {}", self.transcript()))
    }

    /// For the steps that lead to what a test is about.
    #[track_caller]
    pub fn succeeded(self) -> Run {
        assert_eq!(self.status, 0, "{}", self.transcript());
        self
    }
}

/// Compares a transcript with what it should be; what differs from run to run has a name in brackets.
#[track_caller]
pub fn same(transcript: &str, expected: snapbox::data::Inline) {
    let mut names = snapbox::Redactions::new();
    let pattern = |text: &str| regex::Regex::new(text).unwrap();
    names
        .insert("[ID]", pattern(r"(?<redacted>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"))
        .unwrap();
    names.insert("[PORT]", pattern(r"(?:127\.0\.0\.1|localhost)[:_](?<redacted>[0-9]{4,5})")).unwrap();
    names.insert("[TIME]", pattern(r"(?<redacted>20[0-9]{2}-[0-9]{2}-[0-9]{2}[ T][0-9:]{5,8}(\.[0-9]+)?Z?)")).unwrap();
    names.insert("[DIR]", pattern(r"(?<redacted>/[^ \n]*/\.tmp[A-Za-z0-9]{6})")).unwrap();
    names.insert("[THUMBPRINT]", pattern(r"thumbprint (?<redacted>[A-Za-z0-9_-]{43})")).unwrap();
    names.insert("[ID]", pattern(r"/key-(?<redacted>[A-Za-z0-9_-]{16})\.json")).unwrap();
    names.insert("[FINGERPRINT]", pattern(r"(?<redacted>[0-9a-f]{64})")).unwrap();
    names.insert("[PIN]", pattern(r"(?<redacted>[A-Za-z0-9+/]{43}=)")).unwrap();
    names.insert("[SERIAL]", pattern(r"serial +(?<redacted>[0-9a-f]{16,40})")).unwrap();
    names.insert("[PAUSE]", pattern(r"asking again in (?<redacted>a moment|[0-9]+ seconds?)")).unwrap();
    names.insert("[SPAN]", pattern(r"\((?<redacted>(in )?[0-9]+ seconds?( ago)?)\)")).unwrap();
    names.insert("[MS]", pattern(r"\((?<redacted>[0-9]+) ms\)")).unwrap();
    // The moment that the sandbox's CA suggests is within a day of two thirds of the lifetime.
    let transcript = transcript.replace("(in 60 days)", "(in 59 days)");
    snapbox::Assert::new().action_env("SNAPSHOTS").redact_with(names).eq(transcript, expected);
}
