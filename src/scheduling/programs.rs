//! Running the programs of schedulers: found through `PATH`, never through a shell, within a time limit.

use std::process::Stdio;
use std::time::Duration;

use tokio::io::AsyncWriteExt;
use tokio::process::Command;

use super::ScheduleFault;

const LIMIT: Duration = Duration::from_secs(60);

/// No more of what a program complained about is repeated.
const MAX_SAID: usize = 500;

/// What a program came to.
pub(super) struct Finished {
    command: String,
    pub success: bool,
    pub out: Vec<u8>,
    pub err: String,
}

/// Runs a program to its end; `input` is what it reads.
///
/// # Errors
/// When it could not be started, or did not end in time. What it ended with is looked at by the caller.
pub(super) async fn run(program: &str, arguments: &[&str], input: Option<&str>) -> Result<Finished, ScheduleFault> {
    run_within(LIMIT, program, arguments, input).await
}

async fn run_within(
    limit: Duration,
    program: &str,
    arguments: &[&str],
    input: Option<&str>,
) -> Result<Finished, ScheduleFault> {
    let command = [&[program], arguments].concat().join(" ");
    let wrong = |source| ScheduleFault::Run { program: program.to_owned(), source };
    let work = async {
        let mut child = start(program, arguments).map_err(wrong)?;
        let mut stdin = child.stdin.take();
        // Who leaves early does not want to read all of it: that shows in how it ends.
        if let (Some(stdin), Some(input)) = (&mut stdin, input) {
            let _ = stdin.write_all(input.as_bytes()).await;
        }
        drop(stdin);
        child.wait_with_output().await.map_err(wrong)
    };
    match tokio::time::timeout(limit, work).await {
        Err(_) => Err(ScheduleFault::Slow { command, limit }),
        Ok(output) => {
            let output = output?;
            let err = String::from_utf8_lossy(&output.stderr).into_owned();
            Ok(Finished { command, success: output.status.success(), out: output.stdout, err })
        }
    }
}

fn start(program: &str, arguments: &[&str]) -> std::io::Result<tokio::process::Child> {
    let mut command = Command::new(program);
    // Words and moments that can be read again, whatever the language and the place.
    command.args(arguments).env("LC_ALL", "C").env("TZ", "UTC");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true).spawn()
}

impl Finished {
    /// What it wrote, if all went well.
    ///
    /// # Errors
    /// With what it complained about.
    pub(super) fn checked(self) -> Result<String, ScheduleFault> {
        match self.success {
            true => Ok(self.text()),
            false => Err(ScheduleFault::Failed { said: self.complaint(), command: self.command }),
        }
    }

    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.out).into_owned()
    }

    fn complaint(&self) -> String {
        let said = if self.err.trim().is_empty() { self.text() } else { self.err.clone() };
        let said: String = said.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(MAX_SAID).collect();
        if said.is_empty() { "it did not say why".to_owned() } else { said }
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_program_reads_and_writes_and_says_how_it_went() {
        let cat = run("cat", &[], Some("one\ntwo")).await.unwrap();
        assert_eq!(cat.checked().unwrap(), "one\ntwo");
        let failed = run("sh", &["-c", "echo no >&2; exit 3"], None).await.unwrap();
        assert_eq!(failed.checked().unwrap_err().to_string(), "`sh -c echo no >&2; exit 3` failed: no");
        let silent = run("false", &[], Some("unread")).await.unwrap();
        assert_eq!(silent.checked().unwrap_err().to_string(), "`false` failed: it did not say why");
    }

    #[tokio::test]
    async fn a_program_that_hangs_or_is_not_there_is_told() {
        let slow = run_within(Duration::from_millis(20), "sleep", &["60"], None).await;
        assert!(matches!(slow, Err(ScheduleFault::Slow { .. })));
        let missing = run("certdns-no-such-program", &[], None).await;
        assert!(matches!(missing, Err(ScheduleFault::Run { .. })));
    }
}
