//! Until when a certificate is to be good.

use std::str::FromStr;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, SpanRelativeTo, Timestamp};

/// `--not-after`: a moment, a length of time, or what the CA likes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::commands) enum NotAfter {
    At(Timestamp),
    In(SignedDuration),
    Usual,
}

impl FromStr for NotAfter {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<NotAfter, &'static str> {
        let wrong = "write a date such as 2027-01-31, or a length of time such as 7d or 36h";
        if text.trim().is_empty() {
            return Ok(NotAfter::Usual);
        }
        if let Ok(moment) = text.parse::<Timestamp>() {
            return Ok(NotAfter::At(moment));
        }
        if let Ok(date) = text.parse::<Date>() {
            return TimeZone::UTC.to_timestamp(date.at(0, 0, 0, 0)).map(NotAfter::At).map_err(|_| wrong);
        }
        let span: Span = text.parse().map_err(|_| wrong)?;
        let length = span.to_duration(SpanRelativeTo::days_are_24_hours()).map_err(|_| wrong)?;
        if length.is_positive() { Ok(NotAfter::In(length)) } else { Err(wrong) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_certificate_is_a_moment_a_length_of_time_or_what_the_ca_likes() {
        let at = |text: &str| NotAfter::At(text.parse().unwrap());
        assert_eq!("2027-01-31".parse(), Ok(at("2027-01-31T00:00:00Z")));
        assert_eq!("2027-01-31T12:00:00+02:00".parse(), Ok(at("2027-01-31T10:00:00Z")));
        assert_eq!("7d".parse(), Ok(NotAfter::In(SignedDuration::from_hours(7 * 24))));
        assert_eq!("36h".parse(), Ok(NotAfter::In(SignedDuration::from_hours(36))));
        assert_eq!("".parse(), Ok(NotAfter::Usual));
        for text in ["tomorrow", "-7d", "0s", "3 months", "2027-13-01"] {
            assert!(text.parse::<NotAfter>().is_err(), "{text}");
        }
    }
}
