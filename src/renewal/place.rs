//! Machines that share a registration renew one after the other: each has a place of its own. Pure.

use aws_lc_rs::digest::{SHA256, digest};

/// Where in a span of time a machine has its place for a lineage: 0 to 1, always the same.
#[must_use]
pub fn place(machine: &str, lineage: &str) -> f64 {
    let hash = digest(&SHA256, format!("{machine}\n{lineage}").as_bytes());
    let number = hash.as_ref().iter().take(4).fold(0_u32, |number, octet| number << 8 | u32::from(*octet));
    f64::from(number) / f64::from(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_machine_has_its_place_and_keeps_it() {
        let places: Vec<f64> = ["a", "b", "c", "d"].iter().map(|machine| place(machine, "example.com")).collect();
        assert!(places.iter().all(|place| (0.0..=1.0).contains(place)));
        assert!(places.iter().enumerate().all(|(at, place)| !places[..at].contains(place)), "{places:?}");
        assert!((place("a", "example.com") - places[0]).abs() < f64::EPSILON);
        assert!((place("a", "example.org") - places[0]).abs() > f64::EPSILON);
    }
}
