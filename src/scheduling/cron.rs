//! `/etc/cron.d/certdns`, and the lines in a user's crontab.

pub(super) mod crontab;

use super::{Job, MARKER, ScheduleFault, Scope};

/// Cron's own `PATH` lacks what deploy commands are in; appended, so that one set in the crontab stays in front.
const PATH: &str = "PATH=\"$PATH:/usr/local/sbin:/usr/local/bin:/usr/sbin:/sbin\"";

/// What cron reads of a command; the rest would be cut off.
const MAX_COMMAND: usize = 998;

const WHY: &str = "\
# Every hour: certificates may live for 6 days only, and a CA may want them renewed at once (ARI). A run with nothing to
# do asks a CA for next to nothing. The minute was drawn once, so that not all machines ask at the same one.
";

/// The whole of `/etc/cron.d/certdns`.
///
/// # Errors
/// When the command is too long for cron.
pub(super) fn file(job: &Job, minute: u8) -> Result<String, ScheduleFault> {
    let line = line(job, Some("root"), minute)?;
    Ok(format!("# {MARKER}, which replaces it.\n{WHY}SHELL=/bin/sh\n{line}"))
}

/// The line of a run. Only files of the system say as whom.
///
/// # Errors
/// When the command is too long for cron.
pub(super) fn line(job: &Job, user: Option<&str>, minute: u8) -> Result<String, ScheduleFault> {
    let words = [job.program.as_str()].into_iter().chain(job.arguments()).map(word);
    let command = format!("{PATH} {}", words.collect::<Vec<_>>().join(" "));
    if command.len() > MAX_COMMAND {
        return Err(ScheduleFault::TooLong { length: command.len(), limit: MAX_COMMAND });
    }
    let user = user.map(|user| format!("{user} ")).unwrap_or_default();
    Ok(format!("{minute} * * * * {user}{command}\n"))
}

/// A word for the shell that survives cron first: to cron a percent sign is a line break, and not every cron takes the
/// backslash away that keeps it from that. Outside of quotes, the shell does.
fn word(word: &str) -> String {
    let quote = |part: &str| match part.is_empty() {
        true => String::new(),
        // Control characters, NUL among them, are in no path of a job.
        false => shlex::try_quote(part).map_or_else(|_| part.to_owned(), String::from),
    };
    word.split('%').map(quote).collect::<Vec<_>>().join("\\%")
}

/// The minute of an earlier installation.
#[must_use]
pub(super) fn minute(text: &str) -> Option<u8> {
    let lines = text.lines().filter(|line| line.contains(" * * * * "));
    lines.filter_map(|line| line.split_whitespace().next()?.parse().ok()).find(|minute| *minute < 60)
}

/// The lines in the crontab of a user, between their marks.
///
/// # Errors
/// When the command is too long for cron.
pub(super) fn block(job: &Job, minute: u8) -> Result<String, ScheduleFault> {
    Ok(format!("{}\n{WHY}{}{}\n", crontab::BEGIN, line(job, None, minute)?, crontab::END))
}

/// For whom `crontab` would be the wrong word.
#[must_use]
pub(super) fn is_file(scope: Scope, has_folder: bool) -> bool {
    scope == Scope::System && has_folder
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn job(program: &str) -> Job {
        Job { program: program.to_owned(), config: None, state_dir: "/s".to_owned(), writable: Vec::new() }
    }

    #[test]
    fn what_the_shell_and_cron_would_take_for_something_else_is_kept_from_them() {
        assert_eq!(word("/usr/bin/certdns"), "/usr/bin/certdns");
        assert_eq!(word("/opt/a b"), "'/opt/a b'");
        assert_eq!(word("100%/x y"), "100\\%'/x y'");
        assert_eq!(word("%"), "\\%");
        assert_eq!(word("it's$HOME"), "\"it's\"'$HOME'");
        assert_eq!(word("/srv/café"), "'/srv/café'");
    }

    #[test]
    fn a_minute_is_kept() {
        let text = file(&job("/usr/bin/certdns"), 17).unwrap();
        assert_eq!(minute(&text), Some(17));
        assert_eq!(minute(&block(&job("/usr/bin/certdns"), 59).unwrap()), Some(59));
        assert_eq!(minute("# nothing\n"), None);
        assert_eq!(minute("75 * * * * root x\n"), None);
    }

    #[test]
    fn a_command_that_cron_would_cut_off_is_refused() {
        let long = Path::new("/").join("x".repeat(1000));
        assert!(matches!(file(&job(long.to_str().unwrap()), 1), Err(ScheduleFault::TooLong { .. })));
    }
}
