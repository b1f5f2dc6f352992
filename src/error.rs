//! What can go wrong, said once: an [`Error`] is a kind, what was being attempted, the causes and the hints.
//!
//! Every room has its own small error enum that implements [`Explain`]; `?` turns it into an [`Error`], and
//! [`Doing::doing`] adds what was being attempted. Nothing here prints: `output` does.

use std::error::Error as StdError;
use std::fmt;

use serde::{Deserialize, Serialize};

/// How a failure is met by whoever called: each kind has an exit code of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Anything else, one of many renewals included.
    Failed,
    /// The command line or the configuration file is wrong.
    Usage,
    /// A person must act first: change DNS, accept terms.
    ActionNeeded,
    /// The same command may succeed later: rate limits, a service that is down, DNS that is not visible yet.
    TryLater,
    /// Ctrl-C, or the system asked certdns to stop.
    Interrupted,
}

impl Kind {
    /// The process exit code of this kind.
    #[must_use]
    pub fn exit_code(self) -> u8 {
        match self {
            Kind::Failed => 1,
            Kind::Usage => 2,
            Kind::ActionNeeded => 3,
            Kind::TryLater => 4,
            Kind::Interrupted => 130,
        }
    }
}

/// What the reader can do next: a sentence, then lines to copy (DNS records, commands), each complete.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    pub text: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<String>,
}

impl Hint {
    pub fn new(text: impl Into<String>) -> Hint {
        Hint { text: text.into(), lines: Vec::new() }
    }

    /// Adds a line that stands alone in the output, to be copied as it is.
    #[must_use]
    pub fn line(mut self, line: impl Into<String>) -> Hint {
        self.lines.push(line.into());
        self
    }

    /// Hints that say the same are one hint, with all their lines.
    pub fn merge_into(&self, hints: &mut Vec<Hint>) {
        match hints.iter_mut().find(|known| known.text == self.text) {
            Some(known) => {
                let new: Vec<String> = self.lines.iter().filter(|line| !known.lines.contains(line)).cloned().collect();
                known.lines.extend(new);
            }
            None => hints.push(self.clone()),
        }
    }
}

/// What a room's error enum knows about each of its variants.
pub trait Explain: StdError + Send + Sync + 'static {
    fn kind(&self) -> Kind;

    fn hints(&self) -> Vec<Hint> {
        Vec::new()
    }
}

/// A failure on its way to a person: what was attempted (outermost first), why it failed, what to do next.
pub struct Error {
    kind: Kind,
    context: Vec<String>,
    source: Box<dyn StdError + Send + Sync>,
    hints: Vec<Hint>,
}

impl Error {
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    #[must_use]
    pub fn hints(&self) -> &[Hint] {
        &self.hints
    }

    /// The first line: what was attempted last of all, or the failure itself when nothing was added.
    #[must_use]
    pub fn message(&self) -> String {
        self.context.first().cloned().unwrap_or_else(|| self.source.to_string())
    }

    /// What went wrong, without what was being attempted.
    #[must_use]
    pub fn root_message(&self) -> String {
        self.source.to_string()
    }

    /// The lines below the message, outermost first. No text stands twice.
    #[must_use]
    pub fn causes(&self) -> Vec<String> {
        self.told(false)
    }

    fn told(&self, is_outward: bool) -> Vec<String> {
        let mut told = self.context.clone();
        let mut next: Option<&(dyn StdError + 'static)> = Some(self.source.as_ref());
        while let Some(error) = next.filter(|error| !is_outward || !error.is::<Heard>()) {
            told.push(error.to_string());
            next = error.source();
        }
        told.dedup();
        told.split_off(1)
    }

    /// The message with its causes, in one line.
    #[must_use]
    pub fn whole(&self) -> String {
        [vec![self.message()], self.causes()].concat().join(": ")
    }

    /// The causes that may leave this machine: without what programs of the operator said, which can hold secrets.
    #[must_use]
    pub fn outward_causes(&self) -> Vec<String> {
        self.told(true)
    }

    /// The message with the causes that may leave this machine, in one line.
    #[must_use]
    pub fn outward(&self) -> String {
        [vec![self.message()], self.outward_causes()].concat().join(": ")
    }

    /// The room's own error, when it is of type `T`.
    #[must_use]
    pub fn downcast_ref<T: StdError + 'static>(&self) -> Option<&T> {
        self.source.downcast_ref()
    }

    /// Adds one more hint, behind those the cause brought.
    #[must_use]
    pub fn hint(mut self, hint: Hint) -> Error {
        self.hints.push(hint);
        self
    }

    /// Adds what was being attempted, in front of what is already said.
    #[must_use]
    pub fn doing(mut self, attempt: impl Into<String>) -> Error {
        self.context.insert(0, attempt.into());
        self
    }
}

impl<E: Explain> From<E> for Error {
    fn from(error: E) -> Error {
        Error { kind: error.kind(), context: Vec::new(), hints: error.hints(), source: Box::new(error) }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {}", self.kind, self.message())?;
        self.causes().iter().try_for_each(|cause| write!(f, ": {cause}"))
    }
}

/// Several causes of one failure, each on a line of its own: the next one is the source of the one before.
#[derive(Debug, thiserror::Error)]
#[error("{text}")]
pub struct Listed {
    text: String,
    #[source]
    next: Option<Box<Listed>>,
}

impl Listed {
    /// `None` when there is nothing to list.
    #[must_use]
    pub fn new(texts: Vec<String>) -> Option<Listed> {
        let chain = texts.into_iter().rev().fold(None, |next, text| Some(Box::new(Listed { text, next })));
        chain.map(|first| *first)
    }
}

/// What a program of the operator said last: for the terminal and the run's log, and for nobody elsewhere.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Heard(Listed);

impl Heard {
    /// `None` when it said nothing.
    #[must_use]
    pub fn new(lines: Vec<String>) -> Option<Heard> {
        Listed::new(lines).map(Heard)
    }
}

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// `.doing("could not renew example.com")` on any result whose error explains itself.
pub trait Doing<T> {
    fn doing(self, attempt: impl Into<String>) -> Result<T>;
}

impl<T, E: Into<Error>> Doing<T> for Result<T, E> {
    fn doing(self, attempt: impl Into<String>) -> Result<T> {
        self.map_err(|error| error.into().doing(attempt))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("the disk is full")]
    struct DiskFull(#[source] std::io::Error);

    impl Explain for DiskFull {
        fn kind(&self) -> Kind {
            Kind::Failed
        }
        fn hints(&self) -> Vec<Hint> {
            vec![Hint::new("free some space")]
        }
    }

    fn full() -> Result<()> {
        Err(DiskFull(std::io::Error::other("no space left"))).doing("could not write")?;
        Ok(())
    }

    #[test]
    fn an_error_tells_the_attempt_then_every_cause_once() {
        let error = full().unwrap_err().doing("could not register example.com");
        assert_eq!(error.message(), "could not register example.com");
        assert_eq!(error.causes(), ["could not write", "the disk is full", "no space left"]);
        assert_eq!(error.hints(), [Hint::new("free some space")]);
        assert_eq!(error.kind().exit_code(), 1);
    }

    #[derive(Debug, thiserror::Error)]
    #[error("it ended badly")]
    struct Ended(#[source] Option<Heard>);

    impl Explain for Ended {
        fn kind(&self) -> Kind {
            Kind::Failed
        }
    }

    #[test]
    fn what_a_program_said_is_told_here_and_not_elsewhere() {
        let heard = Heard::new(vec!["the token is x".to_owned(), "bye".to_owned()]);
        let error = Error::from(Ended(heard)).doing("could not tell");
        assert_eq!(error.causes(), ["it ended badly", "the token is x", "bye"]);
        assert_eq!(error.outward(), "could not tell: it ended badly");
    }

    #[test]
    fn an_error_without_context_is_its_own_message() {
        let error: Error = DiskFull(std::io::Error::other("no space left")).into();
        assert_eq!(error.message(), "the disk is full");
        assert_eq!(error.causes(), ["no space left"]);
    }
}
