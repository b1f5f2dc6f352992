//! Those who are told.

use std::fmt;

use super::{NotifyError, command, webhook};
use crate::context::Context;
use crate::notices::Notice;
use crate::outputs::digest;
use crate::settings::{NotifySettings, SecretUrl};

/// One that is told.
pub enum Channel<'a> {
    Webhook(&'a SecretUrl),
    /// A line for the shell, and which one it is among them.
    Command(&'a str, usize),
}

/// All that are configured.
#[must_use]
pub fn channels(settings: &NotifySettings) -> Vec<Channel<'_>> {
    let commands = settings.commands.iter().enumerate();
    let commands = commands.map(|(number, line)| Channel::Command(line, number + 1));
    settings.webhook.iter().map(Channel::Webhook).chain(commands).collect()
}

impl Channel<'_> {
    /// By which it is known again on disk. A command may hold a secret as well as a URL does.
    #[must_use]
    pub fn id(&self) -> String {
        match self {
            Channel::Webhook(_) => "webhook".to_owned(),
            Channel::Command(line, _) => format!("command-{}", &digest(line.as_bytes())[..16]),
        }
    }

    /// Tells one notice.
    ///
    /// # Errors
    /// When it cannot be told now.
    pub async fn deliver(&self, cx: &Context, notice: &Notice) -> Result<(), NotifyError> {
        match self {
            Channel::Webhook(url) => webhook::post(cx, url, notice).await,
            Channel::Command(line, _) => command::run(cx, line, notice).await,
        }
    }
}

/// Without what may be secret.
impl fmt::Display for Channel<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Channel::Webhook(url) => write!(f, "the webhook at {}", url.host()),
            Channel::Command(_, number) => write!(f, "notify command {number}"),
        }
    }
}

/// The name of this machine, which notices bear.
pub(super) fn host() -> String {
    gethostname::gethostname().to_string_lossy().into_owned()
}
