//! The two slots of a registration: whether a probe may take one, and what goes back into them. Pure.

use std::collections::BTreeSet;

use rand::distr::{Alphanumeric, SampleString};

use crate::acmedns::{PLACEHOLDER, Published};

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
    /// Both slots are taken, one of them by a value that is not ours and may be in use this moment.
    Skip { foreign: String },
}

/// Decides from what shows in DNS, and what we ourselves published (newest last).
///
/// One value in two slots is safe: a slot is free, or the value is in both, and the older one gives way. Of two values
/// the older one gives way until it is put back, so both must be ours: nobody issues while the lock is held.
pub(super) fn plan(found: &BTreeSet<String>, journal: &[Published]) -> Plan {
    let age = |value: &String| journal.iter().rposition(|published| published.value == *value);
    let ours = |value: &&String| value.as_str() == PLACEHOLDER || value.starts_with(MARK) || age(value).is_some();
    if let (true, Some(foreign)) = (found.len() > 1, found.iter().find(|value| !ours(value))) {
        return Plan::Skip { foreign: foreign.clone() };
    }
    let mut restore: Vec<String> = found.iter().filter(|value| !value.starts_with(MARK)).cloned().collect();
    restore.sort_by_key(age);
    // Twice, so that it takes both slots, and the probe's value is gone.
    if let [only] = restore.as_slice() {
        restore.push(only.clone());
    }
    Plan::Probe { restore }
}

/// A value that validates nothing, and that no cache has seen.
pub(super) fn fresh_value() -> String {
    format!("{MARK}{}", Alphanumeric.sample_string(&mut rand::rng(), LENGTH - MARK.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
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
    fn a_single_value_goes_back_into_both_slots_whoever_published_it() {
        assert_eq!(planned(&[PLACEHOLDER], &[PLACEHOLDER]), restoring(&[PLACEHOLDER, PLACEHOLDER]));
        assert_eq!(planned(&["foreign"], &[]), restoring(&["foreign", "foreign"]));
    }

    #[test]
    fn a_value_of_somebody_else_is_never_pushed_out() {
        assert_eq!(planned(&["a", "foreign"], &["a"]), Plan::Skip { foreign: "foreign".to_owned() });
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
