//! The property list for launchd: a daemon of the system, or an agent of a user.

use std::io::Cursor;

use plist::{Dictionary, Value};

use super::{Job, MARKER, ScheduleFault};

pub(super) const LABEL: &str = "org.certdns.renew";

const WHY: &str = "Every hour: certificates may live for 6 days only, and a CA may want them renewed at once (ARI). \
A run with nothing to do asks a CA for next to nothing. The minute was drawn once, so that not all machines ask at \
the same one. What was missed while the machine slept is made up for.";

/// What deploy commands are found in: launchd's own is `/usr/bin:/bin:/usr/sbin:/sbin`.
const PATH: &str = "/opt/homebrew/bin:/opt/homebrew/sbin:/usr/local/bin:/usr/local/sbin:/usr/bin:/bin:/usr/sbin:/sbin";

/// The property list; errors and news go to `log`.
///
/// # Errors
/// When a path has characters that XML cannot carry.
pub(super) fn property_list(job: &Job, log: &str, minute: u8) -> Result<String, ScheduleFault> {
    let mut xml = Vec::new();
    let written = Value::Dictionary(dictionary(job, log, minute)).to_writer_xml(&mut xml);
    written.map_err(|error| ScheduleFault::Text { source: Box::new(error) })?;
    let xml = String::from_utf8_lossy(&xml);
    let comment = format!("<!-- {MARKER}, which replaces it.\n     {WHY} -->\n<plist ");
    Ok(xml.replacen("<plist ", &comment, 1) + "\n")
}

fn dictionary(job: &Job, log: &str, minute: u8) -> Dictionary {
    let words = [job.program.as_str()].into_iter().chain(job.arguments()).map(Value::from);
    let text = |text: &str| Value::from(text);
    let entries = [
        ("Label", text(LABEL)),
        ("ProgramArguments", Value::Array(words.collect())),
        ("StartCalendarInterval", table([("Minute", Value::from(minute))])),
        ("RunAtLoad", Value::from(false)),
        ("ProcessType", text("Background")),
        ("EnvironmentVariables", table([("PATH", text(PATH))])),
        ("StandardOutPath", text(log)),
        ("StandardErrorPath", text(log)),
    ];
    entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn table<const N: usize>(entries: [(&str, Value); N]) -> Value {
    Value::Dictionary(entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// The minute of an earlier installation.
#[must_use]
pub(super) fn minute(text: &str) -> Option<u8> {
    let value = Value::from_reader_xml(Cursor::new(text)).ok()?;
    let minute = value.as_dictionary()?.get("StartCalendarInterval")?.as_dictionary()?.get("Minute")?;
    minute.as_unsigned_integer().and_then(|minute| u8::try_from(minute).ok()).filter(|minute| *minute < 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again_whatever_is_in_the_paths() {
        let state_dir = "/Users/me/a b/100%/\"x\" & <é>".to_owned();
        let job = Job { program: "/usr/local/bin/certdns".to_owned(), config: None, state_dir, writable: Vec::new() };
        let text = property_list(&job, "/Library/Logs/certdns.log", 17).unwrap();
        let read = Value::from_reader_xml(Cursor::new(&text)).unwrap();
        assert_eq!(read, Value::Dictionary(dictionary(&job, "/Library/Logs/certdns.log", 17)));
        assert!(text.contains(MARKER));
        assert_eq!(minute(&text), Some(17));
        assert_eq!(minute("<plist/>"), None);
    }
}
