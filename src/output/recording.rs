//! Keeps what a run tells in the state directory, besides telling it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use jiff::Timestamp;

use super::console::words;
use super::words::plain;
use super::{Console, Outcome, Tally};
use crate::error::{Error, Kind};
use crate::event::{Event, Level, Reporter};
use crate::secret::Secret;
use crate::settings::LogSettings;
use crate::store::{Ended, Line, Ran, Run, RunLog, Store, StoreError, json_line};

/// So much is kept in memory, in octets, while nothing but details has been told.
const PATIENCE: usize = 1024 * 1024;

/// A reporter that keeps everything it tells. A run that has nothing but details to tell leaves one line in the index,
/// and no log; and no log ever makes the state directory.
pub struct Recording {
    console: Arc<Console>,
    store: Store,
    run: Run,
    begun: Instant,
    kept: Mutex<Kept>,
}

struct Kept {
    log: RunLog,
    /// Told, and not on disk yet.
    waiting: Vec<u8>,
    /// Whether anything was told but details.
    news: bool,
    /// The log has all that it can take.
    full: bool,
    /// The log cannot be written.
    broken: bool,
}

impl Recording {
    /// Makes room, then begins the log of a run.
    #[must_use]
    pub fn begin(run: Run, store: Store, limits: &LogSettings, console: Arc<Console>) -> Recording {
        // What cannot be removed is in nobody's way.
        let _ = store.rotate_logs(limits.keep, limits.size, run.began);
        let log = store.run_log(&run);
        let kept = Kept { log, waiting: Vec::new(), news: false, full: false, broken: false };
        let recording = Recording { console, store, begun: Instant::now(), kept: Mutex::new(kept), run };
        let text = format!("certdns {} {}", recording.run.certdns, recording.run.command);
        let begins = Some(recording.run.clone());
        recording.keep(&Line { begins, ..recording.line(Level::Info, "run-begins", None, &text) }, false);
        recording
    }

    /// Tells the log how the run ended.
    pub fn end(&self, result: &Result<Box<dyn Outcome>, Error>) {
        let (ended, failures) = self.ended(result);
        for (lineage, text) in &failures {
            self.console.journal(Level::Error, "failed", lineage.as_deref(), text);
            self.keep(&self.line(Level::Error, "failed", lineage.clone(), text), true);
        }
        let text = match ended.exit_code {
            0 => "done".to_owned(),
            code => format!("ended with exit code {code}"),
        };
        let bad = ended.exit_code != 0;
        let last = Line { ends: Some(ended.clone()), ..self.line(Level::Info, "run-ends", None, &text) };
        let log = self.keep_last(&last, bad);
        let ran = Ran { run: self.run.clone(), ended: Some(ended), log };
        if self.store.exists() && !self.kept().broken {
            self.warn_of(self.store.note_run(&ran));
        }
    }

    /// How it ended, and what failed, of which lineage.
    fn ended(&self, result: &Result<Box<dyn Outcome>, Error>) -> (Ended, Vec<(Option<String>, String)>) {
        let took_ms = u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        match result {
            Ok(outcome) => {
                let Tally { renewed, failures } = outcome.tally();
                let (exit_code, kind, failed) = (outcome.exit_code(), outcome.kind(), failures.len());
                let failures = failures.into_iter().map(|(lineage, text)| (Some(lineage), text)).collect();
                (Ended { took_ms, exit_code, kind, renewed, failed }, failures)
            }
            Err(error) => {
                let (exit_code, kind) = (error.kind().exit_code(), Some(error.kind()));
                let failure = (error.kind() != Kind::Interrupted).then(|| (None, error.whole()));
                (Ended { took_ms, exit_code, kind, renewed: 0, failed: 0 }, failure.into_iter().collect())
            }
        }
    }

    fn line(&self, level: Level, event: &str, lineage: Option<String>, text: &str) -> Line {
        let (ts, run, event) = (Timestamp::now(), self.run.id.clone(), event.to_owned());
        Line { ts, run, level, event, lineage, text: plain(text), begins: None, ends: None }
    }

    fn keep(&self, line: &Line, news: bool) {
        let octets = json_line(line);
        let mut kept = self.kept();
        if kept.full || kept.broken {
            return;
        }
        if kept.log.has_room(kept.waiting.len() + octets.len()) {
            kept.waiting.extend(octets);
        } else {
            let text = "the log is full: what came after this is left out";
            kept.waiting.extend(json_line(&self.line(Level::Warning, "log-full", None, text)));
            kept.full = true;
        }
        kept.news |= news || kept.waiting.len() > PATIENCE;
        let put_down = if kept.news { self.put_down(&mut kept) } else { Ok(()) };
        drop(kept);
        self.warn_of(put_down);
    }

    /// The last line finds its place in a full log, too; gives whether there is a log.
    fn keep_last(&self, line: &Line, news: bool) -> bool {
        let mut kept = self.kept();
        kept.news |= news;
        kept.waiting.extend(json_line(line));
        let put_down = if kept.news && !kept.broken { self.put_down(&mut kept) } else { Ok(()) };
        let is_kept = kept.log.is_kept();
        drop(kept);
        self.warn_of(put_down);
        is_kept
    }

    /// Writes what waits, once there is a state directory; without one it waits on, as much of it as is sensible.
    fn put_down(&self, kept: &mut Kept) -> Result<(), StoreError> {
        if !self.store.exists() {
            kept.full = kept.full || kept.waiting.len() > PATIENCE;
            return Ok(());
        }
        let waiting = std::mem::take(&mut kept.waiting);
        let written = kept.log.append(&waiting);
        kept.broken = written.is_err();
        written
    }

    /// A log that cannot be written is no reason to stop.
    fn warn_of(&self, result: Result<(), StoreError>) {
        if let Err(error) = result {
            let text = format!("this run has no log: {}", Error::from(error).whole());
            self.console.report(Event::Warning { text });
        }
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Reporter for Recording {
    fn report(&self, event: Event) {
        let line = self.line(event.level(), event.code(), event.lineage(), &words(&event));
        self.keep(&line, event.level() != Level::Detail);
        self.console.report(event);
    }

    fn show(&self, text: &str) {
        self.console.show(text);
    }

    fn announce(&self, text: &str) {
        self.console.announce(text);
    }

    fn ask(&self, question: &str) -> Option<bool> {
        let answer = self.console.ask(question);
        if let Some(answer) = answer {
            let text = format!("{question} {}", if answer { "yes" } else { "no" });
            self.keep(&self.line(Level::Info, "asked", None, &text), true);
        }
        answer
    }

    fn ask_secret(&self, question: &str) -> Option<Secret> {
        self.console.ask_secret(question)
    }

    fn is_interactive(&self) -> bool {
        self.console.is_interactive()
    }

    fn run(&self) -> Option<&str> {
        Some(&self.run.id)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::settings::Voice;

    fn recording(directory: &std::path::Path) -> Recording {
        let run = Run::new("renew".to_owned(), "renew".to_owned(), Timestamp::now());
        let limits = LogSettings { keep: jiff::SignedDuration::from_hours(1), size: u64::MAX };
        Recording::begin(
            run,
            Store::open(directory.to_owned()),
            &limits,
            Arc::new(Console::new(Voice::default(), None)),
        )
    }

    fn detail(length: usize) -> Event {
        let (server, question, answer) = (String::new(), String::new(), "x".repeat(length));
        Event::Query { server, question, answer, took: Duration::ZERO }
    }

    #[test]
    fn a_log_grows_to_its_bound_and_says_that_the_rest_is_left_out() {
        let directory = tempfile::tempdir().unwrap();
        let recording = recording(directory.path());
        (0..12).for_each(|_| recording.report(detail(1024 * 1024)));
        recording.end(&Err(crate::store::StoreError::Busy { what: "it".to_owned() }.into()));
        let lines = recording.store.told_in(&recording.run.id).unwrap();
        let last: Vec<&str> = lines.iter().rev().take(2).map(|line| line.event.as_str()).collect();
        assert_eq!((lines.len(), last), (12, vec!["run-ends", "log-full"]));
        assert!(recording.store.runs().unwrap()[0].log);
    }

    #[test]
    fn without_a_state_directory_nothing_is_made_and_what_was_told_waits() {
        let directory = tempfile::tempdir().unwrap();
        let root = directory.path().join("state");
        let recording = recording(&root);
        recording.report(Event::Downloading);
        assert!(!root.exists());
        std::fs::create_dir(&root).unwrap();
        recording.report(Event::Downloading);
        let told = recording.store.told_in(&recording.run.id).unwrap();
        assert_eq!(told.len(), 3);
    }
}
