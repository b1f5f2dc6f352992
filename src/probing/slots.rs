//! The two slots of a registration: whether a probe may take one, and what goes back into them. Pure.

use std::collections::BTreeSet;

use rand::distr::{Alphanumeric, SampleString};

use crate::acmedns::{Published, is_placeholder};

/// Values of probes are told apart by this beginning.
const MARK: &str = "certdns-probe-";
/// The length that acme-dns demands.
const LENGTH: usize = 43;

/// What to do about a registration.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Plan {
    Probe {
        /// What goes back afterwards, in this order.
        restore: Vec<String>,
    },
    /// There is a value that is not ours, and that may be in use this moment.
    Skip { foreign: String },
}

/// Decides from what shows in DNS, and what we ourselves published (newest last). Nobody here issues while the lock is
/// held, so values of ours may give way for a moment; those of others never do.
pub(super) fn plan(found: &BTreeSet<String>, journal: &[Published]) -> Plan {
    if let Some(foreign) = foreign(found, journal) {
        return Plan::Skip { foreign: foreign.clone() };
    }
    let age = |value: &String| journal.iter().rposition(|published| published.value == *value);
    let mut restore: Vec<String> = found.iter().filter(|value| !value.starts_with(MARK)).cloned().collect();
    restore.sort_by_key(age);
    // Twice, so that it takes both slots, and the probe's value is gone.
    if let [only] = restore.as_slice() {
        restore.push(only.clone());
    }
    Plan::Probe { restore }
}

/// A value that shows and that this machine did not publish.
pub(super) fn foreign<'a>(found: &'a BTreeSet<String>, journal: &[Published]) -> Option<&'a String> {
    let ours = |value: &String| {
        let published = journal.iter().any(|published| published.value == *value);
        published || is_placeholder(value) || value.starts_with(MARK)
    };
    found.iter().find(|value| !ours(value))
}

/// A value that validates nothing, and that no cache has seen.
pub(super) fn fresh_value() -> String {
    format!("{MARK}{}", Alphanumeric.sample_string(&mut rand::rng(), LENGTH - MARK.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acmedns::PLACEHOLDER;
    use jiff::Timestamp;

    fn planned(found: &[&str], journal: &[&str]) -> Plan {
        let found = found.iter().map(|value| (*value).to_owned()).collect();
        let published = |value: &&str| Published { value: (*value).to_owned(), at: Timestamp::UNIX_EPOCH };
        plan(&found, &journal.iter().map(published).collect::<Vec<_>>())
    }

    fn restoring(values: &[&str]) -> Plan {
        Plan::Probe { restore: values.iter().map(|value| (*value).to_owned()).collect() }
    }

    #[test]
    fn two_values_of_ours_go_back_in_the_order_of_their_age() {
        assert_eq!(planned(&["a", "b"], &["b", "a"]), restoring(&["b", "a"]));
        assert_eq!(planned(&["a", PLACEHOLDER], &["a"]), restoring(&[PLACEHOLDER, "a"]));
    }

    #[test]
    fn a_single_value_of_ours_goes_back_into_both_slots() {
        assert_eq!(planned(&[PLACEHOLDER], &[PLACEHOLDER]), restoring(&[PLACEHOLDER, PLACEHOLDER]));
    }

    #[test]
    fn a_value_of_somebody_else_is_never_pushed_out() {
        let skipped = Plan::Skip { foreign: "foreign".to_owned() };
        assert_eq!(planned(&["a", "foreign"], &["a"]), skipped);
        // The other slot may be free now, and taken by its sister the moment after.
        assert_eq!(planned(&["foreign"], &[]), skipped);
    }

    #[test]
    fn what_an_interrupted_probe_left_is_not_put_back() {
        assert_eq!(planned(&["a", "certdns-probe-x"], &["a"]), restoring(&["a", "a"]));
        assert_eq!(planned(&[], &[]), restoring(&[]));
    }

    #[test]
    fn a_fresh_value_has_the_shape_that_acme_dns_demands() {
        let (one, other) = (fresh_value(), fresh_value());
        assert!(one.len() == 43 && one.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-'), "{one}");
        assert_ne!(one, other);
    }
}
