//! A few lines in a text that is somebody else's: nothing but them is touched.

use std::ops::Range;

use crate::scheduling::ScheduleFault;

pub(crate) const BEGIN: &str = "# BEGIN certdns. Written by `certdns timer install`, which replaces what is before END";
pub(crate) const END: &str = "# END certdns";

/// The lines of certdns, with their marks.
///
/// # Errors
/// When there is a first mark without a last one: nobody knows what is in between.
pub(crate) fn found(crontab: &str) -> Result<Option<&str>, ScheduleFault> {
    range(crontab).map(|range| range.map(|range| &crontab[range]))
}

/// The crontab with these lines instead of those that are there, or at its end.
///
/// # Errors
/// As [`found`].
pub(crate) fn with(crontab: &str, block: &str) -> Result<String, ScheduleFault> {
    if let Some(range) = range(crontab)? {
        return Ok([&crontab[..range.start], block, &crontab[range.end..]].concat());
    }
    let gap = if crontab.is_empty() || crontab.ends_with('\n') { "" } else { "\n" };
    Ok([crontab, gap, block].concat())
}

/// The crontab without those lines.
///
/// # Errors
/// As [`found`].
pub(crate) fn without(crontab: &str) -> Result<String, ScheduleFault> {
    let Some(range) = range(crontab)? else { return Ok(crontab.to_owned()) };
    Ok([&crontab[..range.start], &crontab[range.end..]].concat())
}

/// Where they are, line ends included.
fn range(crontab: &str) -> Result<Option<Range<usize>>, ScheduleFault> {
    let is = |line: &str, mark: &str| line.trim_end() == mark;
    let mut lines = crontab.split_inclusive('\n').scan(0, |at, line| {
        *at += line.len();
        Some((*at - line.len(), line))
    });
    let Some((start, _)) = lines.find(|(_, line)| is(line, BEGIN)) else { return Ok(None) };
    let mut lines = lines.take_while(|(_, line)| !is(line, BEGIN));
    match lines.find(|(_, line)| is(line, END)) {
        Some((at, line)) => Ok(Some(start..at + line.len())),
        None => Err(ScheduleFault::Marks),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(line: &str) -> String {
        format!("{BEGIN}\n{line}\n{END}\n")
    }

    #[test]
    fn other_lines_stay_as_they_are() {
        let others = "MAILTO=me\n5 4 * * * backup % x\n";
        let once = with(others, &block("1 * * * * a")).unwrap();
        assert_eq!(once, format!("{others}{}", block("1 * * * * a")));
        let more = format!("{once}# mine\n");
        let twice = with(&more, &block("1 * * * * b")).unwrap();
        assert_eq!(twice, format!("{others}{}# mine\n", block("1 * * * * b")));
        assert_eq!(found(&twice).unwrap(), Some(block("1 * * * * b").as_str()));
        assert_eq!(without(&twice).unwrap(), format!("{others}# mine\n"));
    }

    #[test]
    fn a_last_line_without_an_end_gets_one() {
        assert_eq!(with("1 2 3 4 5 x", &block("a")).unwrap(), format!("1 2 3 4 5 x\n{}", block("a")));
        assert_eq!(with("", &block("a")).unwrap(), block("a"));
    }

    #[test]
    fn where_nothing_is_nothing_is_taken_away() {
        assert_eq!(found("1 2 3 4 5 x\n").unwrap(), None);
        assert_eq!(without("1 2 3 4 5 x\n").unwrap(), "1 2 3 4 5 x\n");
    }

    #[test]
    fn a_mark_without_its_other_half_is_not_guessed_at() {
        let cut = format!("{BEGIN}\n1 * * * * a\n5 4 * * * backup\n");
        for crontab in [cut.clone(), format!("{cut}{}", block("b"))] {
            assert!(matches!(with(&crontab, &block("c")), Err(ScheduleFault::Marks)));
            assert!(matches!(without(&crontab), Err(ScheduleFault::Marks)));
        }
    }
}
