//! A hook as it is written: a built-in action, a program with its arguments, or a line for the shell.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::outputs::digest;

/// What is to be done. Two hooks of the same text are the same.
///
/// ```text
/// nginx -s reload                         a line for the shell: /bin/sh -c, on Windows cmd /C
/// @exec nginx -s reload                   a program and its arguments, without a shell
/// @systemd-reload nginx.service           systemctl reload
/// @signal /run/haproxy.pid HUP            a signal to the process whose number is in the file
/// @each HOOK                              any of these, once for each lineage
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Hook {
    text: String,
    is_each: bool,
    action: Action,
}

/// What it comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Action {
    Shell(String),
    Exec {
        program: String,
        arguments: Vec<String>,
    },
    SystemdReload {
        unit: String,
    },
    #[cfg(unix)]
    Signal {
        pid_file: std::path::PathBuf,
        signal: nix::sys::signal::Signal,
    },
}

impl Hook {
    /// A program and its arguments, to be run as they are.
    ///
    /// # Errors
    /// When there is no program.
    pub fn exec(words: &[String]) -> Result<Hook, InvalidHook> {
        let quoted = shlex::try_join(words.iter().map(String::as_str)).map_err(|_| InvalidHook::Nul)?;
        format!("@exec {quoted}").parse()
    }

    /// As it was written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Which one it is, for those who must not see its text: the program, without what it is given.
    #[must_use]
    pub fn name(&self) -> String {
        match &self.action {
            Action::Shell(line) => program(line),
            Action::Exec { program, .. } => program.clone(),
            // What these are given is a unit, or a file and a signal.
            _ => self.text.strip_prefix("@each").unwrap_or(&self.text).trim_start().to_owned(),
        }
    }

    /// By which it is known again.
    #[must_use]
    pub fn digest(&self) -> String {
        digest(self.text.as_bytes())
    }

    /// Whether it asks to be run for each lineage.
    #[must_use]
    pub fn is_each(&self) -> bool {
        self.is_each
    }

    pub(super) fn action(&self) -> &Action {
        &self.action
    }
}

impl fmt::Display for Hook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl From<Hook> for String {
    fn from(hook: Hook) -> String {
        hook.text
    }
}

impl TryFrom<String> for Hook {
    type Error = InvalidHook;

    fn try_from(text: String) -> Result<Hook, InvalidHook> {
        text.parse()
    }
}

impl FromStr for Hook {
    type Err = InvalidHook;

    fn from_str(text: &str) -> Result<Hook, InvalidHook> {
        let text = text.trim();
        let (is_each, rest) = match word(text) {
            Some(("@each", rest)) => (true, rest),
            _ => (false, text),
        };
        let action = match word(rest) {
            None => return Err(InvalidHook::Empty),
            Some(("@exec", words)) if cfg!(windows) && has_bare_backslash(words) => return Err(InvalidHook::Backslash),
            Some(("@exec", words)) => exec(&split(words)?)?,
            Some(("@systemd-reload", words)) => systemd_reload(&split(words)?)?,
            Some(("@signal", words)) => signal(&split(words)?)?,
            Some((word, _)) if word.starts_with('@') => return Err(InvalidHook::Unknown { word: word.to_owned() }),
            Some(_) => Action::Shell(rest.to_owned()),
        };
        if text.contains('\0') {
            return Err(InvalidHook::Nul);
        }
        Ok(Hook { text: text.to_owned(), is_each, action })
    }
}

/// The first word of a line for the shell. One that sets a variable first, or begins with anything but a plain word, may
/// begin with a secret.
fn program(line: &str) -> String {
    let first = word(line).map(|(word, _)| word.trim_end_matches(';')).unwrap_or_default();
    let is_plain = |c: char| c.is_alphanumeric() || "/\\:._-+~".contains(c);
    if first.chars().all(is_plain) { first.to_owned() } else { "a line for the shell".to_owned() }
}

/// The first word, and what follows it.
fn word(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    (!word.is_empty()).then_some((word, rest.trim_start()))
}

/// Words as a shell parts them; quotes hold them together, and nothing is expanded.
fn split(words: &str) -> Result<Vec<String>, InvalidHook> {
    shlex::split(words).ok_or(InvalidHook::Quotes)
}

/// Whether a backslash stands outside of quotes, where it would be taken away.
fn has_bare_backslash(words: &str) -> bool {
    let mut quote = None;
    words.chars().any(|c| {
        match (quote, c) {
            (None, '\'' | '"') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
        quote.is_none() && c == '\\'
    })
}

fn exec(words: &[String]) -> Result<Action, InvalidHook> {
    match words {
        [program, arguments @ ..] if !program.is_empty() => {
            Ok(Action::Exec { program: program.clone(), arguments: arguments.to_vec() })
        }
        _ => Err(InvalidHook::Form { form: "@exec PROGRAM [ARGUMENT]..." }),
    }
}

fn systemd_reload(words: &[String]) -> Result<Action, InvalidHook> {
    match words {
        [unit] if !unit.is_empty() => Ok(Action::SystemdReload { unit: unit.clone() }),
        _ => Err(InvalidHook::Form { form: "@systemd-reload UNIT" }),
    }
}

#[cfg(unix)]
fn signal(words: &[String]) -> Result<Action, InvalidHook> {
    let [pid_file, name] = words else { return Err(InvalidHook::Form { form: "@signal PIDFILE SIGNAL" }) };
    let upper = name.to_ascii_uppercase();
    let whole = if upper.starts_with("SIG") { upper } else { format!("SIG{upper}") };
    let signal = whole.parse().map_err(|_| InvalidHook::Signal { name: name.clone() })?;
    Ok(Action::Signal { pid_file: pid_file.into(), signal })
}

#[cfg(not(unix))]
fn signal(_: &[String]) -> Result<Action, InvalidHook> {
    Err(InvalidHook::NoSignals)
}

#[derive(Debug, thiserror::Error)]
pub enum InvalidHook {
    #[error("there is no command")]
    Empty,
    #[error("{word} is none of @each, @exec, @systemd-reload, @signal")]
    Unknown { word: String },
    #[error("write {form}")]
    Form { form: &'static str },
    #[error("a quotation mark is not closed")]
    Quotes,
    #[error(
        "a backslash outside of quotes is taken away: put paths in single quotes, such as @exec 'C:\\x\\reload.exe'"
    )]
    Backslash,
    #[error("a command cannot hold a NUL character")]
    Nul,
    #[error("{name:?} is no signal: write a name such as HUP or USR1")]
    Signal { name: String },
    #[error("there are no signals on Windows: write a command")]
    NoSignals,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        match text.parse::<Hook>() {
            Ok(hook) => format!("{}{:?}", if hook.is_each { "each " } else { "" }, hook.action),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn a_line_is_for_the_shell_as_it_is_written() {
        assert_eq!(read(" nginx -s reload && echo 'a  b' "), r#"Shell("nginx -s reload && echo 'a  b'")"#);
        assert_eq!(read("@each cp $CERTDNS_CERT /x"), r#"each Shell("cp $CERTDNS_CERT /x")"#);
    }

    #[test]
    fn what_begins_with_an_at_sign_is_done_without_a_shell() {
        assert_eq!(read("@exec nginx -s 'a b'"), r#"Exec { program: "nginx", arguments: ["-s", "a b"] }"#);
        assert_eq!(read("@systemd-reload nginx.service"), r#"SystemdReload { unit: "nginx.service" }"#);
        assert_eq!(read("@each @exec x"), r#"each Exec { program: "x", arguments: [] }"#);
    }

    #[cfg(unix)]
    #[test]
    fn signals_have_names_with_or_without_sig() {
        let sent = r#"Signal { pid_file: "/run/x y.pid", signal: SIGHUP }"#;
        for name in ["HUP", "SIGHUP", "hup"] {
            assert_eq!(read(&format!("@signal '/run/x y.pid' {name}")), sent);
        }
        assert_eq!(read("@signal /run/x.pid 1"), "\"1\" is no signal: write a name such as HUP or USR1");
    }

    #[test]
    fn a_backslash_outside_of_quotes_is_noticed() {
        assert!(has_bare_backslash(r"C:\x.exe -a"));
        assert!(has_bare_backslash(r"'C:\x.exe' C:\y"));
        assert!(!has_bare_backslash(r#"'C:\x.exe' "C:\y z""#));
    }

    #[test]
    fn a_name_tells_the_program_and_nothing_that_it_is_given() {
        let name = |text: &str| text.parse::<Hook>().unwrap().name();
        assert_eq!(name("@each curl -H 'token: x' https://x"), "curl");
        assert_eq!(name("TOKEN='a b' curl x"), "a line for the shell");
        assert_eq!(name("$(cat /x)"), "a line for the shell");
        assert_eq!(name("@exec '/opt/a b' x"), "/opt/a b");
        assert_eq!(name("@systemd-reload nginx.service"), "@systemd-reload nginx.service");
    }

    #[test]
    fn what_cannot_be_meant_is_told() {
        assert_eq!(read("  "), "there is no command");
        assert_eq!(read("@each"), "there is no command");
        assert_eq!(read("@reload nginx"), "@reload is none of @each, @exec, @systemd-reload, @signal");
        assert_eq!(read("@exec"), "write @exec PROGRAM [ARGUMENT]...");
        assert_eq!(read("@systemd-reload a b"), "write @systemd-reload UNIT");
        assert_eq!(read("@exec 'nginx"), "a quotation mark is not closed");
    }

    #[test]
    fn words_become_a_text_that_means_them_again() {
        let words = ["nginx", "-s", "it's \"so\" $HOME"].map(str::to_owned);
        let hook = Hook::exec(&words).unwrap();
        assert_eq!(hook.action, Action::Exec { program: words[0].clone(), arguments: words[1..].to_vec() });
        assert!(Hook::exec(&[]).is_err());
    }
}
