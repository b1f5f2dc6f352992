//! A terminal that does not show what is typed while a passphrase is, and must show it again however that ends.

/// The terminal as it was before a passphrase was asked for.
#[derive(Default)]
pub(super) struct Echo {
    #[cfg(unix)]
    before: std::sync::Mutex<Option<rustix::termios::Termios>>,
}

#[cfg(unix)]
impl Echo {
    /// Notes how the terminal is.
    pub(super) fn remember(&self) {
        *self.before() = rustix::termios::tcgetattr(std::io::stdin()).ok();
    }

    /// Puts the terminal back as it was: who waits for a passphrase may be interrupted, and has no time to.
    pub(super) fn restore(&self) {
        use rustix::termios::{OptionalActions, tcsetattr};
        if let Some(before) = self.before().take() {
            let _ = tcsetattr(std::io::stdin(), OptionalActions::Now, &before);
        }
    }

    fn before(&self) -> std::sync::MutexGuard<'_, Option<rustix::termios::Termios>> {
        self.before.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// A console is as it should be for whatever program is next.
#[cfg(not(unix))]
#[allow(clippy::unused_self)]
impl Echo {
    pub(super) fn remember(&self) {}

    pub(super) fn restore(&self) {}
}
