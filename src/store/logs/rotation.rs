//! Which logs go.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::INDEX;

/// A run that began so recently may still be at work: its log stays.
const AT_WORK: SignedDuration = SignedDuration::from_hours(1);

/// The names of those that are to go: what is older than `keep`, then the oldest until the rest is not over `size`
/// octets. What is no log is not looked at.
#[must_use]
pub(super) fn to_go(files: Vec<(String, u64)>, keep: SignedDuration, size: u64, now: Timestamp) -> Vec<String> {
    let dated = files.into_iter().filter_map(|(name, octets)| Some((last_use(&name)?, name, octets)));
    let mut kept: Vec<(Timestamp, String, u64)> = dated.collect();
    kept.sort();
    let mut total: u64 = kept.iter().map(|(_, _, octets)| octets).sum();
    let mut gone = Vec::new();
    for (date, name, octets) in kept {
        let age = now.duration_since(date);
        if age > AT_WORK && (age > keep || total > size) {
            total -= octets;
            gone.push(name);
        }
    }
    gone
}

/// When a run began, or a month of the index was over; `None` for other files.
fn last_use(name: &str) -> Option<Timestamp> {
    let stem = name.strip_suffix(".jsonl")?;
    match stem.strip_prefix(INDEX) {
        Some(month) => end_of(month),
        None => began(stem),
    }
}

/// When the run of this id began.
pub(super) fn began(id: &str) -> Option<Timestamp> {
    let moment = DateTime::strptime("%Y%m%dT%H%M%SZ", id.split('-').next()?).ok()?;
    moment.to_zoned_datetime(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

fn end_of(month: &str) -> Option<Timestamp> {
    let first = jiff::civil::Date::strptime("%Y-%m-%d", format!("{month}-01")).ok()?;
    let next = first.last_of_month().tomorrow().ok()?;
    next.to_zoned_datetime(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gone(files: &[(&str, u64)], size: u64) -> Vec<String> {
        let files = files.iter().map(|(name, octets)| ((*name).to_owned(), *octets)).collect();
        to_go(files, SignedDuration::from_hours(90 * 24), size, "2026-11-25T18:00:00Z".parse().unwrap())
    }

    #[test]
    fn what_is_too_old_goes_and_what_is_no_log_stays() {
        let files = [
            ("20260801T000000Z-aaaaaa.jsonl", 1),
            ("20261001T000000Z-bbbbbb.jsonl", 1),
            ("runs-2026-07.jsonl", 1),
            ("runs-2026-08.jsonl", 1),
            ("notes.txt", 1),
            ("runs-of-mine.jsonl", 1),
        ];
        assert_eq!(gone(&files, 100), ["20260801T000000Z-aaaaaa.jsonl", "runs-2026-07.jsonl"]);
    }

    #[test]
    fn of_too_much_the_oldest_goes_and_what_may_be_at_work_stays() {
        let files = [
            ("20261124T000000Z-cccccc.jsonl", 60),
            ("20261123T000000Z-dddddd.jsonl", 60),
            ("20261125T173000Z-eeeeee.jsonl", 60),
            ("runs-2026-11.jsonl", 60),
        ];
        assert_eq!(gone(&files, 180), ["20261123T000000Z-dddddd.jsonl"]);
        assert_eq!(gone(&files, 1), ["20261123T000000Z-dddddd.jsonl", "20261124T000000Z-cccccc.jsonl"]);
    }
}
