//! Everything worth telling while work goes on. Rooms emit, `output` listens; nobody else speaks.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::identifier::{DnsName, Identifier};
use crate::secret::Secret;

/// One thing that happened, or that is being waited for. Its name in kebab-case is its code in logs.
#[derive(Clone, Debug, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Event {
    /// A name is being registered at an acme-dns server.
    Registering { challenge: DnsName, server: String },
    /// DNS is being asked about the delegation of these names.
    Observing { challenges: Vec<DnsName> },
    /// Of `total` names that are followed these are not well yet, each with what is wrong in a word; looking again
    /// after `next_look`.
    Following { missing: Vec<(DnsName, &'static str)>, total: usize, next_look: Duration },
    /// A name that is followed looks different now, in a word.
    Turned { challenge: DnsName, state: &'static str },
    /// Another certdns process holds the lock on this.
    WaitingForLock { what: String },
    /// An ACME account is being created.
    CreatingAccount { authority: String },
    /// A new order is being placed.
    Ordering { names: Vec<Identifier> },
    /// An order that an earlier run left unfinished is carried on with.
    ResumingOrder { names: Vec<Identifier>, state: String },
    /// A validation value is being published at the acme-dns server.
    Presenting { challenge: DnsName, server: String },
    /// The values are published; these servers do not show all of them yet.
    WaitingForPropagation { name: DnsName, behind: Vec<String> },
    /// The service asks for this much time before the challenge is looked at.
    WaitingForService { server: String, time: Duration },
    /// Another machine that shares the registration seems to use it for an order of its own.
    WaitingForTurn { challenge: DnsName },
    /// Another machine that shares the registration pushed a value out; after `pause` without changes all are published
    /// again.
    PushedOut { challenge: DnsName, pause: Duration },
    /// The CA looked when another machine had pushed a value out: a new order is made.
    OrderingAgain { challenge: DnsName },
    /// The CA is validating; the pause until the order is looked at again is the CA's wish or our own.
    Validating { names: Vec<Identifier>, next_look: Option<Duration> },
    /// The certificate is being asked for with the CSR.
    Finalizing { next_look: Option<Duration> },
    /// The chain is being fetched.
    Downloading,
    /// The certificate is on disk and live.
    Stored { lineage: String, generation: u32 },
    /// A file was made from the live certificate.
    Written { path: PathBuf },
    /// A hook was started for these lineages.
    HookStarted { stage: &'static str, hook: Arc<str>, lineages: Vec<String> },
    /// A line that a hook printed, without control characters.
    HookOutput { stage: &'static str, line: String },
    /// A hook came to its end.
    HookEnded { stage: &'static str, hook: Arc<str>, went_well: bool, took: Duration },
    /// A run begins after a pause, so that not everybody asks the CA at once.
    Spreading { pause: Duration },
    /// Something did not work that may work in a moment.
    BackingOff { reason: String, pause: Duration },
    /// Something a person should know that does not stop the work.
    Warning { text: String },
    /// One HTTP exchange (verbose).
    Request { method: String, url: String, status: u16, took: Duration },
    /// One DNS question and what came of it (verbose).
    Query { server: String, question: String, answer: String, took: Duration },
}

impl Event {
    /// The name of this kind of event, for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.into()
    }

    /// The lineage it belongs to: the one it names, or the one that work is about.
    #[must_use]
    pub fn lineage(&self) -> Option<String> {
        match self {
            Event::Stored { lineage, .. } => Some(lineage.clone()),
            _ => current_lineage(),
        }
    }

    /// How much it matters.
    #[must_use]
    pub fn level(&self) -> Level {
        match self {
            Event::Warning { .. } => Level::Warning,
            Event::Request { .. } | Event::Query { .. } => Level::Detail,
            _ => Level::Info,
        }
    }
}

/// How much something that was told matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// What is told to people only when they ask for it.
    Detail,
    Info,
    Warning,
    Error,
}

/// Listens to events. Implementations must not block for long: they run in the middle of the work.
pub trait Reporter: Send + Sync {
    fn report(&self, event: Event);

    /// Shows text that is not an event while work goes on: the records to create, before waiting for them.
    fn show(&self, _text: &str) {}

    /// Says a part of the product early, on stdout: for commands that go on running.
    fn announce(&self, _text: &str) {}

    /// Asks a yes-or-no question; `None` when nobody is there to answer.
    fn ask(&self, _question: &str) -> Option<bool> {
        None
    }

    /// Asks for a passphrase, which is not shown; `None` when nobody is there, or nobody answers.
    fn ask_secret(&self, _question: &str) -> Option<Secret> {
        None
    }

    /// Whether a person watches and can act meanwhile.
    fn is_interactive(&self) -> bool {
        false
    }

    /// The id of the run whose log this is told to as well.
    fn run(&self) -> Option<&str> {
        None
    }
}

/// A reporter that everybody may hold.
pub type SharedReporter = Arc<dyn Reporter>;

/// Hears everything, says nothing.
pub struct Silent;

impl Reporter for Silent {
    fn report(&self, _event: Event) {}
}

tokio::task_local! {
    static LINEAGE: String;
}

/// Does work that is about one lineage: events on the way belong to it. Work that is spawned meanwhile is not included.
pub async fn about<F: Future>(lineage: String, work: F) -> F::Output {
    LINEAGE.scope(lineage, work).await
}

/// The lineage that the work under way is about, where it is about one.
#[must_use]
pub fn current_lineage() -> Option<String> {
    LINEAGE.try_with(Clone::clone).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn work_side_by_side_is_each_about_its_own_lineage() {
        let told = |name: &str| {
            about(name.to_owned(), async {
                tokio::task::yield_now().await;
                current_lineage()
            })
        };
        let (one, other) = tokio::join!(told("a"), told("b"));
        assert_eq!((one.as_deref(), other.as_deref(), current_lineage()), (Some("a"), Some("b"), None));
    }
}
