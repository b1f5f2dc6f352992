//! How long before its end an operator wants a certificate renewed.

use std::fmt;
use std::str::FromStr;

use jiff::{SignedDuration, Span, SpanRelativeTo};
use serde::{Deserialize, Serialize};

/// A part of the lifetime (`1/3`, `33%`, `0.33`), or a length of time (`30d`, `36h`). Kept as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Before {
    text: String,
    amount: Amount,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Amount {
    /// So many of so many parts, less than all of them.
    Part(u32, u32),
    Length(SignedDuration),
}

const WRONG: &str = "write a part of the lifetime such as 1/3 or 33%, or a length of time such as 30d or 36h";

impl Before {
    /// What must be left of a lifetime of this length. Never more than two thirds: certificates that live shorter than
    /// the operator thought would be renewed again and again.
    #[must_use]
    pub fn of(&self, lifetime: SignedDuration) -> SignedDuration {
        self.exactly(lifetime).min(lifetime / 3 * 2)
    }

    /// The same just as it was written, be it longer than the lifetime.
    #[must_use]
    pub fn exactly(&self, lifetime: SignedDuration) -> SignedDuration {
        match self.amount {
            Amount::Part(part, of) => lifetime.mul_f64(f64::from(part) / f64::from(of)),
            Amount::Length(length) => length,
        }
    }
}

impl FromStr for Before {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Before, &'static str> {
        let text = text.trim();
        let amount = part(text).or_else(|| length(text)).ok_or(WRONG)?;
        Ok(Before { text: text.to_owned(), amount })
    }
}

/// `1/3`, `33%` or `0.33`.
fn part(text: &str) -> Option<Amount> {
    let (part, of) = if let Some((part, of)) = text.split_once('/') {
        (part.trim().parse().ok()?, of.trim().parse().ok()?)
    } else if let Some(percent) = text.strip_suffix('%') {
        (percent.trim().parse().ok()?, 100)
    } else {
        let digits = text.strip_prefix("0.").filter(|digits| digits.len() <= 6)?;
        (digits.parse().ok()?, 10_u32.pow(u32::try_from(digits.len()).ok()?))
    };
    (0 < part && part < of).then_some(Amount::Part(part, of))
}

fn length(text: &str) -> Option<Amount> {
    let span: Span = text.parse().ok()?;
    let length = span.to_duration(SpanRelativeTo::days_are_24_hours()).ok()?;
    length.is_positive().then_some(Amount::Length(length))
}

impl TryFrom<String> for Before {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Before, &'static str> {
        text.parse()
    }
}

impl From<Before> for String {
    fn from(before: Before) -> String {
        before.text
    }
}

impl fmt::Display for Before {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: SignedDuration = SignedDuration::from_hours(24);

    fn left(text: &str, days: i32) -> SignedDuration {
        text.parse::<Before>().unwrap().of(DAY * days)
    }

    #[test]
    fn a_part_of_the_lifetime_or_a_length_of_time() {
        assert_eq!(left("1/3", 90), DAY * 30);
        assert_eq!(left("50%", 90), DAY * 45);
        assert_eq!(left("0.25", 8), DAY * 2);
        assert_eq!(left("30d", 90), DAY * 30);
        assert_eq!(left(" 36h ", 90), SignedDuration::from_hours(36));
    }

    #[test]
    fn a_third_of_the_lifetime_is_always_used() {
        assert_eq!(left("30d", 6), DAY * 4);
        assert_eq!(left("9/10", 90), DAY * 60);
    }

    #[test]
    fn what_is_neither_is_refused() {
        for text in
            ["", "0", "1", "3/3", "0/3", "1/0", "0%", "100%", "1.5", "-1d", "0s", "soon", "0.0000001", "1 month"]
        {
            assert!(text.parse::<Before>().is_err(), "{text}");
        }
    }

    #[test]
    fn it_is_kept_as_it_was_written() {
        let before: Before = serde_json::from_str("\"33%\"").unwrap();
        assert_eq!(serde_json::to_string(&before).unwrap(), "\"33%\"");
        assert!(serde_json::from_str::<Before>("\"never\"").is_err());
    }
}
