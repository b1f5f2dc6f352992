//! How things are said: errors with causes and hints, moments with what is left.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::error::{Error, Hint};

const ERROR: Style = AnsiColor::Red.on_default().bold();
const LABEL: Style = AnsiColor::Cyan.on_default();

/// An error for a terminal: message, causes, hints; each line of a hint stands alone, complete.
#[must_use]
pub fn error_text(error: &Error) -> String {
    let mut text = format!("{ERROR}error:{ERROR:#} {}\n", plain(&error.message()));
    for cause in error.causes() {
        let _ = writeln!(text, "  {LABEL}cause:{LABEL:#} {}", plain(&cause));
    }
    text + &hints_text(error.hints())
}

/// What to do next; each line to copy stands alone, complete.
#[must_use]
pub fn hints_text(hints: &[Hint]) -> String {
    let mut text = String::new();
    for hint in hints {
        let _ = writeln!(text, "   {LABEL}hint:{LABEL:#} {}", plain(&hint.text));
        for line in &hint.lines {
            let _ = writeln!(text, "         {}", plain(line));
        }
    }
    text
}

/// Text from the network, without what could command a terminal.
#[must_use]
pub fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A moment in local time with what is left: `2027-01-21 20:39 (in 59 days)`.
#[must_use]
pub fn moment(moment: Timestamp, now: Timestamp) -> String {
    let local = moment.to_zoned_datetime(TimeZone::system());
    let left = moment.duration_since(now);
    let relative = if left.is_negative() { format!("{} ago", span(-left)) } else { format!("in {}", span(left)) };
    format!("{} ({relative})", local.strftime("%Y-%m-%d %H:%M"))
}

/// A length of time in its largest fitting unit, rounded down: `59 days`, `2 hours`, `1 minute`.
#[must_use]
pub fn span(length: SignedDuration) -> String {
    let seconds = length.as_secs().max(0);
    let (count, unit) = match seconds {
        172_800.. => (seconds / 86_400, "day"),
        7_200.. => (seconds / 3_600, "hour"),
        120.. => (seconds / 60, "minute"),
        _ => (seconds, "second"),
    };
    if count == 1 { format!("1 {unit}") } else { format!("{count} {unit}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_of_time_is_told_in_the_largest_unit_that_fits_twice() {
        let said = |seconds| span(SignedDuration::from_secs(seconds));
        assert_eq!(said(59 * 86_400 + 5), "59 days");
        assert_eq!(said(47 * 3_600), "47 hours");
        assert_eq!(said(90 * 60), "90 minutes");
        assert_eq!(said(1), "1 second");
    }

    #[test]
    fn text_from_the_network_cannot_command_a_terminal() {
        assert_eq!(plain("a\u{1b}]0;b\u{7}c\u{9b}31m"), "a ]0;b c 31m");
    }
}
