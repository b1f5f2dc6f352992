//! What was typed, without anything that may be secret: for logs.

use std::ffi::OsString;

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, CommandFactory};

use super::Cli;

/// Options whose values are told. Every other value may be, or lead to, a secret: a URL with a password, a command.
const OPEN: [&str; 22] = [
    "domains",
    "names",
    "lineage",
    "lineages",
    "name",
    "run",
    "account",
    "ca",
    "fallback_ca",
    "reason",
    "key_type",
    "profile",
    "preferred_chain",
    "format",
    "last",
    "warn",
    "crit",
    "generation",
    "not_after",
    "reuse_key",
    "wait",
    "watch",
];

/// The subcommand with those below it, and the whole line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// `renew`, `acmeaccount add`.
    pub command: String,
    /// `renew --force example.com --acme-dns ...`.
    pub line: String,
}

/// Reads a command line once more, for its words. What cannot be read has none.
#[must_use]
pub fn typed(line: impl IntoIterator<Item = OsString>) -> Typed {
    let mut command = Cli::command();
    command.build();
    let Ok(matches) = command.clone().try_get_matches_from(line) else { return Typed::default() };
    let (mut level, mut found, mut words) = (&command, &matches, Vec::new());
    while let Some((name, below)) = found.subcommand() {
        let Some(sub) = level.find_subcommand(name) else { break };
        (level, found) = (sub, below);
        words.push(name.to_owned());
    }
    let command = words.join(" ");
    words.extend(level.get_arguments().flat_map(|argument| said(argument, found)));
    Typed { command, line: words.join(" ") }
}

/// The words of one option or argument, if it was typed.
fn said(argument: &Arg, matches: &ArgMatches) -> Vec<String> {
    let id = argument.get_id().as_str();
    if !matches!(matches.value_source(id), Some(ValueSource::CommandLine)) {
        return Vec::new();
    }
    let flag = argument.get_long().map(|long| format!("--{long}"));
    if !argument.get_action().takes_values() {
        return flag.into_iter().collect();
    }
    let values = matches.get_raw(id).into_iter().flatten().map(|value| value.to_string_lossy());
    let shown = |value: &str| if OPEN.contains(&id) && is_open(value) { value.to_owned() } else { "...".to_owned() };
    let words = values.flat_map(|value| flag.iter().cloned().chain([shown(&value)]).collect::<Vec<_>>());
    // A value that may be left out was.
    words.filter(|word| !word.is_empty()).collect()
}

/// Names and words only: a URL, though it be that of a CA, may hold a password.
fn is_open(value: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || "-_.*:/".contains(c);
    value.len() <= 253 && value.chars().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Typed {
        typed(text.split(' ').map(OsString::from))
    }

    #[test]
    fn names_are_told_and_what_may_be_secret_is_not() {
        let typed = line("certdns issue -d example.com -d *.example.com --acme-dns https://u:p@auth.example.org -q");
        assert_eq!(typed.command, "issue");
        assert_eq!(typed.line, "issue --domain example.com --domain *.example.com --acme-dns ... --quiet");
    }

    #[test]
    fn a_subcommand_of_a_subcommand_is_part_of_the_command() {
        let typed = line("certdns --json acmeaccount rollover --ca https://u:p@ca.example/dir");
        assert_eq!(
            (typed.command.as_str(), typed.line.as_str()),
            ("acmeaccount rollover", "acmeaccount rollover --ca ... --json")
        );
    }

    #[test]
    fn an_option_without_its_value_stands_alone() {
        assert_eq!(line("certdns check a.example --watch").line, "check a.example --watch");
    }

    #[test]
    fn what_is_no_command_line_has_no_words() {
        assert_eq!(line("certdns nonsense"), Typed::default());
    }
}
