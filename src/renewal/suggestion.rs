//! When the CA would like a certificate renewed (RFC 9773), as it is remembered between runs.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::acme::Window;

/// Where the CA does not say when to ask again (RFC 9773 section 4.3.2 recommends six hours).
const USUAL: SignedDuration = SignedDuration::from_hours(6);
/// What a CA says is kept within these (RFC 9773 section 4.3.2).
const LIMITS: (SignedDuration, SignedDuration) = (SignedDuration::from_mins(1), SignedDuration::from_hours(24));
/// The first pause after trouble; it doubles up to the usual one.
const AFTER_TROUBLE: SignedDuration = SignedDuration::from_mins(10);

/// What the CA said about one certificate, and what was made of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// The certificate's unique identifier (RFC 9773 section 4.1).
    pub certificate: String,
    /// `None` when the CA suggests none, or was never heard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<Window>,
    /// A moment in the window, chosen once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moment: Option<Timestamp>,
    pub asked_at: Timestamp,
    pub ask_again_at: Timestamp,
    /// Why there was no answer last time, if there was none; the window is of before then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trouble: Option<String>,
    /// How often in a row there was none.
    #[serde(default)]
    pub troubles: u32,
}

/// What came of asking.
#[derive(Clone, Debug)]
pub enum Answer {
    /// The window, if there is one, and when the CA wants to be asked again.
    Said(Option<Window>, Option<Duration>),
    Trouble {
        text: String,
        /// When the CA wants to be asked again.
        until: Option<Timestamp>,
        /// Whether it is no trouble that passes by itself.
        lasting: bool,
    },
}

impl Answer {
    /// Trouble that may pass in a moment.
    #[must_use]
    pub fn passing(text: String) -> Answer {
        Answer::Trouble { text, until: None, lasting: false }
    }
}

impl Suggestion {
    /// Whether the CA need not be asked about this certificate now. A clock that was ahead when it was asked counts as
    /// stale.
    #[must_use]
    pub fn is_fresh(&self, certificate: &str, now: Timestamp) -> bool {
        self.certificate == certificate && self.asked_at <= now && now < self.ask_again_at
    }

    /// What to remember from now on. `chance` (0 to 1) chooses the moment in a window that was not known before.
    #[must_use]
    pub fn after(before: Option<Suggestion>, certificate: &str, answer: Answer, now: Timestamp, chance: f64) -> Self {
        let before = before.filter(|before| before.certificate == certificate);
        let base = Suggestion {
            certificate: certificate.to_owned(),
            window: None,
            moment: None,
            asked_at: now,
            ask_again_at: later(now, USUAL),
            trouble: None,
            troubles: 0,
        };
        match answer {
            Answer::Said(Some(window), _) if window.end <= window.start => {
                // RFC 9773 section 4.2: such a window counts as no answer.
                troubled(before, base, "its window ends before it starts".to_owned(), USUAL, now)
            }
            Answer::Said(window, pause) => {
                let is_same = |before: &Suggestion| before.moment.is_some() && same_time(before, window.as_ref());
                let same = before.filter(is_same);
                let chosen = || window.as_ref().map(|window| within(window, chance));
                let moment = same.map_or_else(chosen, |before| before.moment);
                let pause = pause.and_then(|pause| SignedDuration::try_from(pause).ok()).unwrap_or(USUAL);
                Suggestion { moment, window, ask_again_at: later(now, pause.clamp(LIMITS.0, LIMITS.1)), ..base }
            }
            Answer::Trouble { text, until, lasting } => {
                let grown = AFTER_TROUBLE * 2_i32.pow(before.as_ref().map_or(0, |before| before.troubles).min(8));
                let own = if lasting { USUAL } else { grown.min(USUAL) };
                let asked = until.map_or(own, |until| until.duration_since(now).clamp(LIMITS.0, LIMITS.1));
                troubled(before, base, text, asked, now)
            }
        }
    }
}

/// Whether the window is the one of before; another page about it is no other window.
fn same_time(before: &Suggestion, window: Option<&Window>) -> bool {
    let time = |window: Option<&Window>| window.map(|window| (window.start, window.end));
    time(before.window.as_ref()) == time(window)
}

fn troubled(
    before: Option<Suggestion>,
    base: Suggestion,
    trouble: String,
    pause: SignedDuration,
    now: Timestamp,
) -> Suggestion {
    let troubles = before.as_ref().map_or(0, |before| before.troubles);
    let (window, moment) = before.map(|before| (before.window, before.moment)).unwrap_or_default();
    let ask_again_at = later(now, pause);
    Suggestion { window, moment, trouble: Some(trouble), troubles: troubles.saturating_add(1), ask_again_at, ..base }
}

/// RFC 9773 section 4.2: a uniformly random moment within the window.
fn within(window: &Window, chance: f64) -> Timestamp {
    let length = window.end.duration_since(window.start);
    later(window.start, length.mul_f64(chance.clamp(0.0, 1.0)))
}

fn later(moment: Timestamp, pause: SignedDuration) -> Timestamp {
    moment.saturating_add(pause).unwrap_or(moment)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hours: i64) -> Timestamp {
        Timestamp::from_second(hours * 3600).unwrap()
    }

    fn window(start: i64, end: i64) -> Window {
        Window { start: at(start), end: at(end), explanation: None }
    }

    fn said(before: Option<Suggestion>, window: impl Into<Option<Window>>, now: i64, chance: f64) -> Suggestion {
        Suggestion::after(before, "a.b", Answer::Said(window.into(), None), at(now), chance)
    }

    #[test]
    fn a_moment_in_the_window_is_chosen_once_and_kept() {
        let first = said(None, window(10, 20), 0, 0.5);
        assert_eq!(first.moment, Some(at(15)));
        assert_eq!(said(Some(first.clone()), window(10, 20), 6, 0.9).moment, Some(at(15)));
        // Another window: another moment. Another certificate: nothing of before counts.
        assert_eq!(said(Some(first.clone()), window(12, 22), 6, 0.9).moment, Some(at(21)));
        let other = Suggestion::after(Some(first), "c.d", Answer::Said(None, None), at(6), 0.5);
        assert_eq!((other.window, other.moment), (None, None));
    }

    #[test]
    fn the_ca_says_when_to_ask_again_within_reason() {
        let asked = |seconds| {
            let pause = Some(Duration::from_secs(seconds));
            let next = Suggestion::after(None, "a.b", Answer::Said(None, pause), at(0), 0.0).ask_again_at;
            next.as_second()
        };
        assert_eq!(asked(7200), 7200);
        assert_eq!(asked(0), 60);
        assert_eq!(asked(u64::MAX), 6 * 3600);
        assert_eq!(asked(40 * 86_400), 86_400);
        assert_eq!(said(None, None, 0, 0.0).ask_again_at, at(6));
    }

    #[test]
    fn trouble_keeps_what_was_known_and_is_met_with_growing_pauses() {
        let trouble = |before| Suggestion::after(before, "a.b", Answer::passing("no answer".to_owned()), at(1), 0.0);
        let known = said(None, window(10, 20), 0, 0.5);
        let mut now = trouble(Some(known));
        assert_eq!((now.moment, now.ask_again_at), (Some(at(15)), later(at(1), AFTER_TROUBLE)));
        let pauses: Vec<i64> = (0..6)
            .map(|_| {
                now = trouble(Some(now.clone()));
                now.ask_again_at.duration_since(at(1)).as_mins()
            })
            .collect();
        assert_eq!(pauses, [20, 40, 80, 160, 320, 360]);
    }

    #[test]
    fn a_window_turned_round_is_no_answer() {
        let now = said(None, window(20, 10), 0, 0.5);
        assert_eq!((now.window, now.moment, now.troubles), (None, None, 1));
    }

    #[test]
    fn an_answer_is_fresh_until_the_moment_to_ask_again_and_for_its_certificate() {
        let now = said(None, window(10, 20), 0, 0.5);
        assert!(now.is_fresh("a.b", at(5)));
        assert!(!now.is_fresh("a.b", at(6)));
        assert!(!now.is_fresh("c.d", at(5)));
        assert!(!now.is_fresh("a.b", at(-1)));
    }
}
