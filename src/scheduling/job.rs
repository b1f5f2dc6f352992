//! What is run: this binary, with what it was told about its files.

use std::path::{Path, PathBuf};

use super::ScheduleFault;

/// The command that renews. Whoever runs it chooses the moment, so that the command itself needs no delay.
const RENEW: [&str; 3] = ["renew", "--jitter", "0"];

/// A run of `certdns renew`; all paths are absolute, and plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub program: String,
    pub config: Option<String>,
    pub state_dir: String,
    /// The directories outside the state directory that renewals write to; each once, in order.
    pub writable: Vec<String>,
}

impl Job {
    /// Relative paths are made absolute.
    ///
    /// # Errors
    /// When a path cannot stand in the texts of schedulers.
    pub fn new(
        program: &Path,
        config: Option<&Path>,
        state_dir: &Path,
        writable: impl IntoIterator<Item = PathBuf>,
    ) -> Result<Job, ScheduleFault> {
        let state_dir = speakable(state_dir)?;
        let mut writable: Vec<String> =
            writable.into_iter().map(|path| speakable(&path)).collect::<Result<_, ScheduleFault>>()?;
        writable.retain(|path| !Path::new(path).starts_with(&state_dir));
        writable.sort();
        writable.dedup();
        let config = config.map(speakable).transpose()?;
        Ok(Job { program: speakable(program)?, config, state_dir, writable })
    }

    /// What the program is given. Quiet: a log or a mail an hour is to mean something.
    #[must_use]
    pub fn arguments(&self) -> Vec<&str> {
        let config = self.config.iter().flat_map(|config| ["--config", config]);
        let named = ["--quiet"].into_iter().chain(config).chain(["--state-dir", &self.state_dir]);
        named.chain(RENEW).collect()
    }

    /// Everything that must be there for a run, or may be written by it.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        let own = [&self.program, &self.state_dir].into_iter().chain(&self.config);
        own.chain(&self.writable).map(String::as_str)
    }
}

/// An absolute path as text. A line break in it would be one in a unit or a crontab.
fn speakable(path: &Path) -> Result<String, ScheduleFault> {
    let fault = || ScheduleFault::Path { path: path.to_owned() };
    let absolute = std::path::absolute(path).map_err(|_| fault())?;
    match absolute.to_str() {
        Some(text) if !text.contains(char::is_control) => Ok(text.to_owned()),
        _ => Err(fault()),
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    fn job(program: &str, writable: &[&str]) -> Result<Job, ScheduleFault> {
        let writable = writable.iter().map(PathBuf::from);
        Job::new(Path::new(program), Some(Path::new("/etc/c.toml")), Path::new("/var/lib/certdns"), writable)
    }

    #[test]
    fn what_is_run_names_its_files() {
        let job = job("/usr/bin/certdns", &["/etc/b", "/etc/a", "/etc/b", "/var/lib/certdns/x"]).unwrap();
        assert_eq!(
            job.arguments().join(" "),
            "--quiet --config /etc/c.toml --state-dir /var/lib/certdns renew --jitter 0"
        );
        assert_eq!(job.writable, ["/etc/a", "/etc/b"]);
    }

    #[test]
    fn a_relative_path_is_made_absolute() {
        let here = std::env::current_dir().unwrap().join("certdns");
        assert_eq!(job("certdns", &[]).unwrap().program, here.to_str().unwrap());
    }

    #[test]
    fn a_path_that_is_no_line_of_text_is_refused() {
        use std::os::unix::ffi::OsStrExt;
        let latin1 = Path::new(std::ffi::OsStr::from_bytes(b"/srv/caf\xe9/certdns"));
        let made = Job::new(latin1, None, Path::new("/s"), []);
        assert!(matches!(made, Err(ScheduleFault::Path { .. })));
        assert!(matches!(job("/srv/two\nlines", &[]), Err(ScheduleFault::Path { .. })));
        assert!(matches!(job("", &[]), Err(ScheduleFault::Path { .. })));
    }
}
