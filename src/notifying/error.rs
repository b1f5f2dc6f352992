//! Why somebody could not be told.

use http::StatusCode;

use crate::error::{Error, Explain, Hint, Kind};
use crate::hooks::HookFault;
use crate::http::HttpError;
use crate::settings::SettingsError;

#[derive(Debug, thiserror::Error)]
pub enum NotifyError {
    #[error(transparent)]
    Key(#[from] SettingsError),
    #[error("there is no HTTP client: {}", .0.whole())]
    Client(Error),
    #[error(transparent)]
    NoAnswer(HttpError),
    #[error("{host} answers {status}")]
    Refused { host: String, status: StatusCode },
    #[error(transparent)]
    Command(#[from] HookFault),
}

impl Explain for NotifyError {
    fn kind(&self) -> Kind {
        Kind::Failed
    }

    fn hints(&self) -> Vec<Hint> {
        match self {
            NotifyError::Key(error) => error.hints(),
            NotifyError::Client(error) => error.hints().to_vec(),
            NotifyError::NoAnswer(error) => error.hints(),
            NotifyError::Refused { .. } => {
                vec![Hint::new(
                    "check the URL under `[notify]` in the configuration file, and what the service says of it",
                )]
            }
            NotifyError::Command(HookFault::TimeLimit { .. }) => {
                vec![Hint::new("let it end sooner, or give it more time with `timeout` under `[notify]`")]
            }
            NotifyError::Command(_) => {
                vec![Hint::new("run the command by hand, with a notice on its stdin")]
            }
        }
    }
}
