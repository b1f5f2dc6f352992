//! The only place that prints: outcomes and errors, as text or as one JSON document.

mod console;
mod echo;
mod journal;
mod recording;
mod table;
mod words;

use std::io::{self, Write};

use anstream::{AutoStream, ColorChoice};
use serde_json::{Value, json};

use crate::error::{Error, Explain, Hint, Kind};
use crate::settings::{Color, Voice};

pub use console::Console;
pub use journal::Journal;
pub use recording::Recording;
pub use table::table;
pub use words::{error_text, hints_text, moment, plain, span};

/// What a finished command found or did.
pub trait Outcome {
    /// The document for `--json`; its field names are a promise to scripts.
    fn json(&self) -> Value;

    /// The words for a person. Lines to copy stand alone.
    fn text(&self) -> String;

    /// The words when only what matters is wanted (`--quiet`).
    fn quiet_text(&self) -> String {
        self.text()
    }

    /// Why the exit code is not 0 although the command finished: `check` found something, one renewal failed.
    fn kind(&self) -> Option<Kind> {
        None
    }

    /// What the log of the run says of it.
    fn tally(&self) -> Tally {
        Tally::default()
    }

    /// The exit code; only who runs other people's programs says anything but what follows from the kind.
    fn exit_code(&self) -> u8 {
        self.kind().map_or(0, Kind::exit_code)
    }
}

/// What of a run is remembered beyond how it ended.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many lineages got a new certificate.
    pub renewed: usize,
    /// The lineages that should have got one, each with what went wrong, in one line.
    pub failures: Vec<(String, String)>,
}

/// Prints what a command came to, and gives the exit code.
#[must_use]
pub fn finish(result: &Result<Box<dyn Outcome>, Error>, voice: Voice) -> u8 {
    let (code, said) = match result {
        Ok(outcome) => (outcome.exit_code(), product(outcome.as_ref(), voice)),
        Err(error) if voice.json => (error.kind().exit_code(), say(&document(&error_json(error)), voice)),
        Err(error) => {
            complain(error, voice);
            (error.kind().exit_code(), Ok(()))
        }
    };
    match said {
        Err(source) if source.kind() != io::ErrorKind::BrokenPipe => {
            complain(&Unsaid(source).into(), voice);
            code.max(Kind::Failed.exit_code())
        }
        _ => code,
    }
}

fn product(outcome: &dyn Outcome, voice: Voice) -> io::Result<()> {
    if !voice.json {
        return say(&if voice.quiet { outcome.quiet_text() } else { outcome.text() }, voice);
    }
    match outcome.json() {
        Value::Null => Ok(()),
        value => say(&document(&value), voice),
    }
}

/// What was done is done, but whoever asked for it was not told.
#[derive(Debug, thiserror::Error)]
#[error("the work is done, but its outcome could not be written to stdout")]
struct Unsaid(#[source] io::Error);

impl Explain for Unsaid {
    fn kind(&self) -> Kind {
        Kind::Failed
    }

    fn hints(&self) -> Vec<Hint> {
        vec![Hint::new("`certdns list` and `certdns check` tell it again")]
    }
}

/// The shape of every failure: `{"error": {kind, message, causes, hints}}`.
#[must_use]
pub fn error_json(error: &Error) -> Value {
    json!({ "error": {
        "kind": error.kind(),
        "message": plain(&error.message()),
        "causes": error.causes().iter().map(|cause| plain(cause)).collect::<Vec<_>>(),
        "hints": error.hints(),
    }})
}

fn document(value: &Value) -> String {
    let text = serde_json::to_string_pretty(value).expect("a JSON value is serialisable");
    format!("{text}\n")
}

/// Writes to stdout. A reader who left early (`certdns list | head`) is a broken pipe, which is no failure.
fn say(text: &str, voice: Voice) -> io::Result<()> {
    let mut out = AutoStream::new(io::stdout().lock(), choice(voice));
    out.write_all(text.as_bytes()).and_then(|()| out.flush())
}

/// Writes an error to stderr, which is never silenced.
pub fn complain(error: &Error, voice: Voice) {
    let mut err = AutoStream::new(io::stderr().lock(), choice(voice));
    let _ = err.write_all(error_text(error).as_bytes()).and_then(|()| err.flush());
}

fn choice(voice: Voice) -> ColorChoice {
    match voice.color {
        Color::Auto => ColorChoice::Auto,
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    }
}

/// Prints why clap refused the command line, or the help it was asked for.
#[must_use]
pub fn refuse(refusal: &clap::Error) -> u8 {
    let code = u8::try_from(refusal.exit_code()).unwrap_or(2);
    if code != 0 && std::env::args_os().any(|argument| argument == "--json") {
        let message = refusal.kind().as_str().unwrap_or("the command line is wrong");
        let text = plain(refusal.to_string().trim_start_matches("error: ").lines().next().unwrap_or(message));
        let hints = [Hint::new("see `certdns help`")];
        let error = json!({ "kind": Kind::Usage, "message": text, "causes": [], "hints": hints });
        let _ = say(&document(&json!({ "error": error })), Voice::default());
    } else {
        // A closed pipe behind `certdns --help | head` is no error.
        let _ = refusal.print();
    }
    code
}
