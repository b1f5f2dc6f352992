//! What a DNS server was asked, in order.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

/// More than any test asks, and little memory for a lab that runs for days.
const KEPT: usize = 10_000;

/// A list of questions shared by everyone who holds a clone of it; the oldest are forgotten.
#[derive(Clone, Default)]
pub struct Asked(Arc<Mutex<VecDeque<String>>>);

impl Asked {
    pub fn note(&self, line: String) {
        let mut lines = self.0.lock().expect("noting a line does not panic");
        if lines.len() == KEPT {
            lines.pop_front();
        }
        lines.push_back(line);
    }

    /// Oldest first.
    pub fn list(&self) -> Vec<String> {
        self.0.lock().expect("noting a line does not panic").iter().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_oldest_questions_are_forgotten() {
        let asked = Asked::default();
        (0..=KEPT).for_each(|number| asked.note(number.to_string()));
        assert_eq!(asked.list().len(), KEPT);
        assert_eq!(asked.list()[0], "1");
    }
}
