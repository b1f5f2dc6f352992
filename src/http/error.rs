//! Why no answer came.

use std::path::PathBuf;

use super::host_of;
use crate::error::{Explain, Hint, Kind};

/// Every way to get no answer; an HTTP error status is an answer.
#[derive(Debug, thiserror::Error)]
pub enum HttpError {
    #[error("could not read the root certificates in {}", path.display())]
    ReadRoots { path: PathBuf, source: std::io::Error },
    #[error("{} holds no PEM certificate", path.display())]
    NoRoots { path: PathBuf },
    #[error("could not set up TLS")]
    Setup(#[source] reqwest::Error),
    #[error("{host} did not answer in time")]
    Timeout { host: String },
    #[error("the certificate of {host} is not trusted")]
    Untrusted { host: String, source: RootCause },
    #[error("could not connect to {host}")]
    Connect { host: String, source: RootCause },
    #[error("the answer of {host} is over 1 MiB")]
    TooLarge { host: String },
    #[error("the exchange with {host} broke off")]
    BrokeOff { host: String, source: RootCause },
}

impl HttpError {
    pub(super) fn exchange(url: &str, broken: Broken) -> HttpError {
        let host = host_of(url);
        match broken {
            Broken::TooLarge => HttpError::TooLarge { host },
            Broken::Transport(source) if source.is_timeout() => HttpError::Timeout { host },
            Broken::Transport(source) if is_untrusted(&source) => HttpError::Untrusted { host, source: root(&source) },
            Broken::Transport(source) if source.is_connect() => HttpError::Connect { host, source: root(&source) },
            Broken::Transport(source) => HttpError::BrokeOff { host, source: root(&source) },
        }
    }

    /// Whether asking again can help (a time limit, a refused or broken connection).
    #[must_use]
    pub fn is_transient(&self) -> bool {
        matches!(self, HttpError::Timeout { .. } | HttpError::Connect { .. } | HttpError::BrokeOff { .. })
    }
}

impl Explain for HttpError {
    fn kind(&self) -> Kind {
        match self {
            HttpError::ReadRoots { .. } | HttpError::NoRoots { .. } => Kind::Usage,
            error if error.is_transient() => Kind::TryLater,
            _ => Kind::Failed,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        let text = match self {
            HttpError::ReadRoots { .. } | HttpError::NoRoots { .. } => "`--ca-root` takes a file of PEM certificates",
            HttpError::Setup(_) => "install the system's root certificates (Debian: `apt install ca-certificates`)",
            HttpError::Untrusted { .. } => {
                "if this is your own CA or test server, name its root certificate with `--ca-root FILE`"
            }
            HttpError::Connect { .. } | HttpError::Timeout { .. } => {
                "check that the server is up and reachable from this machine (firewall, proxy: `HTTPS_PROXY`), then run the same command again"
            }
            HttpError::BrokeOff { .. } => "run the same command again",
            HttpError::TooLarge { .. } => "check that the URL is that of the service",
        };
        vec![Hint::new(text)]
    }
}

/// The last of a chain of causes: what really went wrong, without the layers it came through.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct RootCause(String);

fn root(error: &reqwest::Error) -> RootCause {
    let last = causes(error).last().map(ToString::to_string);
    RootCause(last.unwrap_or_else(|| error.to_string()))
}

fn is_untrusted(error: &reqwest::Error) -> bool {
    causes(error).any(|cause| matches!(cause.downcast_ref(), Some(rustls::Error::InvalidCertificate(_))))
}

type Cause<'a> = &'a (dyn std::error::Error + 'static);

fn causes<'a>(error: Cause<'a>) -> impl Iterator<Item = Cause<'a>> {
    std::iter::successors(Some(error), |cause| match cause.downcast_ref::<std::io::Error>() {
        // The source of an I/O error is that of the error it wraps: the wrapped one itself would be left out.
        Some(wrapper) => wrapper.get_ref().map(|inner| inner as Cause<'a>),
        None => cause.source(),
    })
}

/// How an exchange ended early.
pub(super) enum Broken {
    TooLarge,
    Transport(reqwest::Error),
}

impl From<reqwest::Error> for Broken {
    fn from(error: reqwest::Error) -> Broken {
        // The URL stands in our own message, once, and without credentials.
        Broken::Transport(error.without_url())
    }
}
