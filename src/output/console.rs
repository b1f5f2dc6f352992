//! Tells events on stderr: one live line on a terminal, plain lines otherwise, nothing when quiet.

use std::io::{ErrorKind, IsTerminal, Write};
use std::sync::Mutex;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::echo::Echo;
use super::journal::{Entry, Journal};
use super::words::{plain, span};
use crate::event::{Event, Level, Reporter};
use crate::identifier::DnsName;
use crate::secret::Secret;
use crate::settings::Voice;

/// Work that takes less time than this shows no live line: it would only flicker.
const PATIENCE: Duration = Duration::from_millis(250);

/// Longer than a signal takes to be heard; where it is ignored, work goes on without an answer.
const SIGNAL_TIME: Duration = Duration::from_secs(2);

/// The reporter of the command line.
pub struct Console {
    voice: Voice,
    journal: Option<Journal>,
    live: Option<ProgressBar>,
    last: Mutex<String>,
    echo: Echo,
}

impl Console {
    #[must_use]
    pub fn new(voice: Voice, journal: Option<Journal>) -> Console {
        let terminal = std::io::stderr().is_terminal() && !voice.quiet && voice.verbose == 0;
        Console { voice, journal, live: terminal.then(live_line), last: Mutex::default(), echo: Echo::default() }
    }

    /// Whether a person sits in front of this process.
    #[must_use]
    pub fn is_interactive(&self) -> bool {
        // Whoever wants quiet is not to be shown records, nor asked anything.
        let spoken_with = !self.voice.json && !self.voice.quiet;
        std::io::stdin().is_terminal() && std::io::stderr().is_terminal() && spoken_with
    }

    /// Takes the live line away, so that what is printed next stands alone, and shows again what is typed.
    pub fn clear(&self) {
        self.echo.restore();
        if let Some(live) = &self.live {
            live.finish_and_clear();
        }
    }

    /// Tells the journal, where stderr leads there; `false` when nobody was told.
    pub(super) fn journal(&self, level: Level, event: &str, lineage: Option<&str>, text: &str) -> bool {
        self.journal.as_ref().is_some_and(|journal| journal.tell(&Entry { level, event, lineage, text }))
    }

    /// With its fields where there is a journal, as a line on stderr else.
    fn tell(&self, event: &Event, line: &str) {
        if !self.journal(event.level(), event.code(), event.lineage().as_deref(), line) {
            self.print(line);
        }
    }

    fn print(&self, line: &str) {
        let print = || {
            let _ = writeln!(std::io::stderr().lock(), "{line}");
        };
        match &self.live {
            Some(live) => live.suspend(print),
            None => print(),
        }
    }

    fn print_question(&self, question: &str) {
        let print = || drop(write!(std::io::stderr().lock(), "{} [y/N] ", plain(question)));
        self.live.as_ref().map_or_else(print, |live| live.suspend(print));
    }

    /// The live line must neither draw over a question nor be held when Ctrl-C takes it away.
    fn without_live_line<T>(&self, listen: impl FnOnce() -> T) -> T {
        self.clear();
        let heard = listen();
        if let Some(live) = &self.live {
            live.reset();
            show(live);
        }
        heard
    }

    /// Whether this line says something new: a wait is told once, not at every look.
    fn is_news(&self, line: &str) -> bool {
        let mut last = self.last.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let news = *last != line;
        line.clone_into(&mut last);
        news
    }
}

impl Reporter for Console {
    fn report(&self, event: Event) {
        let Some(line) = sentence(&event, self.voice) else { return };
        let line = plain(&line);
        match (&self.live, is_lasting(&event)) {
            (Some(live), false) => show_live(live, table_of(&event), line),
            _ if self.is_news(&line) => self.tell(&event, &line),
            _ => {}
        }
    }

    fn show(&self, text: &str) {
        if !self.voice.quiet {
            self.print(text.trim_end());
        }
    }

    fn announce(&self, text: &str) {
        // Nobody who listens is no reason to stop.
        let say = || drop(super::say(text, self.voice));
        self.live.as_ref().map_or_else(say, |live| live.suspend(say));
    }

    fn ask(&self, question: &str) -> Option<bool> {
        if !self.is_interactive() {
            return None;
        }
        self.print_question(question);
        let mut answer = String::new();
        self.without_live_line(|| drop(std::io::stdin().read_line(&mut answer)));
        Some(matches!(answer.trim().to_ascii_lowercase().as_str(), "y" | "yes"))
    }

    fn ask_secret(&self, question: &str) -> Option<Secret> {
        if !self.is_interactive() {
            return None;
        }
        let answer = self.without_live_line(|| {
            self.echo.remember();
            let answer = rpassword::prompt_password(format!("{question} "));
            if answer.as_ref().is_err_and(|error| error.kind() == ErrorKind::Interrupted) {
                // The signal is on its way, and ends the work; that there is no answer must not come first.
                std::thread::sleep(SIGNAL_TIME);
            }
            answer
        });
        answer.ok().map(Secret::new)
    }

    fn is_interactive(&self) -> bool {
        Console::is_interactive(self)
    }
}

/// A table over several lines, or the line; a line is cut to the terminal's width, a table is not wrapped either.
fn show_live(live: &ProgressBar, table: Option<String>, line: String) {
    live.set_style(style(if table.is_some() { "{spinner} {msg}" } else { LINE }));
    live.set_message(table.unwrap_or(line));
}

/// What a terminal shows of names that are followed: a table that changes as they do, as much of it as fits.
fn table_of(event: &Event) -> Option<String> {
    let Event::Following { missing, total, next_look } = event else { return None };
    let (width, height) = terminal();
    let room = height.saturating_sub(4).clamp(3, 40);
    let rows = missing.iter().take(room).map(|(challenge, state)| [challenge.to_string(), (*state).to_owned()]);
    let more = missing.len().saturating_sub(room);
    let rest = if more == 0 { String::new() } else { format!("  and {more} more\n") };
    let ready = total - missing.len();
    let head = format!("{ready} of {total} ready, looking again in {}", pause(*next_look));
    let text = format!("{head}\n{}{rest}", super::table(["NAME", "STATE"], rows));
    Some(text.lines().map(|line| line.chars().take(width).collect::<String>()).collect::<Vec<_>>().join("\n"))
}

/// Columns and rows of the terminal, as far as they are known.
fn terminal() -> (usize, usize) {
    use terminal_size::{Height, Width, terminal_size_of};
    let size = terminal_size_of(std::io::stderr());
    size.map_or((80, 24), |(Width(width), Height(height))| (width.into(), height.into()))
}

const LINE: &str = "{spinner} {wide_msg}";

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_spinner())
}

fn live_line() -> ProgressBar {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()).with_style(style(LINE));
    let shown = bar.clone();
    std::thread::spawn(move || {
        std::thread::sleep(PATIENCE);
        if !shown.is_finished() {
            show(&shown);
        }
    });
    bar
}

fn show(bar: &ProgressBar) {
    bar.set_draw_target(ProgressDrawTarget::stderr());
    bar.enable_steady_tick(Duration::from_millis(100));
}

/// Warnings and verbose lines stay on the screen; stages replace each other.
fn is_lasting(event: &Event) -> bool {
    matches!(
        event,
        Event::Warning { .. }
            | Event::Request { .. }
            | Event::Query { .. }
            | Event::Stored { .. }
            | Event::Written { .. }
            | Event::Turned { .. }
    )
}

/// The words for an event; `None` when this voice does not tell it.
fn sentence(event: &Event, voice: Voice) -> Option<String> {
    let verbosity = match event {
        Event::Request { .. } => 1,
        Event::Query { .. } => 2,
        _ => 0,
    };
    let silenced = voice.quiet && !matches!(event, Event::Warning { .. });
    (!silenced && voice.verbose >= verbosity).then(|| words(event))
}

pub(super) fn words(event: &Event) -> String {
    match event {
        Event::Registering { challenge, server } => format!("registering {challenge} at {server}"),
        Event::Observing { challenges } => format!("asking DNS about {}", listed(challenges)),
        Event::Following { missing, .. } => {
            let names: Vec<&DnsName> = missing.iter().map(|(challenge, _)| challenge).collect();
            format!("waiting until DNS is right for {}", listed(&names))
        }
        Event::Turned { challenge, state } => format!("{challenge}: {state}"),
        Event::WaitingForLock { what } => format!("waiting for another certdns that works on {what}"),
        Event::CreatingAccount { authority } => format!("creating an ACME account at {authority}"),
        Event::Ordering { names } => format!("ordering a certificate for {}", listed(names)),
        Event::ResumingOrder { names, state } => {
            format!("carrying on with the {state} order for {}", listed(names))
        }
        Event::Presenting { challenge, server } => format!("publishing a value for {challenge} at {server}"),
        Event::WaitingForPropagation { name, behind } => {
            format!("waiting until {} shows the value at {name}", behind.join(", "))
        }
        Event::WaitingForService { server, time } => format!("giving {server} the {} it asks for", pause(*time)),
        Event::WaitingForTurn { challenge } => {
            format!("another machine seems to use the registration of {challenge}; waiting until it is done")
        }
        Event::PushedOut { challenge, pause: time } => format!(
            "another machine that shares the registration of {challenge} pushed our value out; publishing again when \
             nothing has changed there for {}",
            pause(*time)
        ),
        Event::OrderingAgain { challenge } => {
            format!("the CA looked when another machine had pushed our value for {challenge} out; making a new order")
        }
        Event::Validating { names, next_look } => {
            format!("the CA is validating {}{}", listed(names), looking_again(*next_look))
        }
        Event::Finalizing { next_look } => format!("the CA is issuing{}", looking_again(*next_look)),
        Event::Downloading => "fetching the certificate".to_owned(),
        Event::Stored { lineage, generation } => format!("stored generation {generation} of {lineage}"),
        Event::Written { path } => format!("wrote {}", path.display()),
        Event::HookStarted { stage, hook, lineages } => {
            let whom = if lineages.is_empty() { String::new() } else { format!(" for {}", listed(lineages)) };
            format!("running the {stage} hook `{hook}`{whom}")
        }
        Event::HookOutput { stage, line } => format!("{stage} hook: {line}"),
        Event::HookEnded { stage, hook, went_well, took } => {
            let how = if *went_well { "done" } else { "failed" };
            format!("{stage} hook `{hook}` {how} ({} ms)", took.as_millis())
        }
        Event::Spreading { pause: time } => {
            format!("beginning in {}, so that not all machines ask the CA at once", pause(*time))
        }
        Event::BackingOff { pause: time, reason } => format!("{reason}; asking again in {}", pause(*time)),
        Event::Warning { text } => format!("warning: {text}"),
        Event::Request { method, url, status, took } => format!("{method} {url}: {status} ({} ms)", took.as_millis()),
        Event::Query { server, question, answer, took } => {
            format!("{server} {question}: {answer} ({} ms)", took.as_millis())
        }
    }
}

/// At most three names, then how many more.
fn listed(names: &[impl ToString]) -> String {
    let shown: Vec<String> = names.iter().take(3).map(ToString::to_string).collect();
    let more = names.len().saturating_sub(3);
    if more == 0 { shown.join(", ") } else { format!("{} and {more} more", shown.join(", ")) }
}

fn looking_again(next_look: Option<Duration>) -> String {
    next_look
        .filter(|pause| pause.as_secs() > 0)
        .map_or(String::new(), |next| format!(", looking again in {}", pause(next)))
}

fn pause(length: Duration) -> String {
    match jiff::SignedDuration::try_from(length) {
        Ok(length) if length.as_secs() < 1 => "a moment".to_owned(),
        Ok(length) => span(length),
        Err(_) => "a long time".to_owned(),
    }
}
