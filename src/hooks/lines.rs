//! What a program prints, as lines to be told: a bounded number of bounded length, without what commands a terminal.

use std::collections::VecDeque;

/// More of one line is not told.
const MAX_LINE: usize = 500;
/// More lines are not told, but counted.
const MAX_LINES: usize = 200;
/// So many of the last lines are kept for the error.
const MAX_LAST: usize = 5;

/// Collects the output of one program, which comes by two pipes.
#[derive(Default)]
pub(super) struct Lines {
    begun: [Begun; 2],
    told: usize,
    left_out: usize,
    last: VecDeque<String>,
}

/// A line whose end has not come yet.
#[derive(Default)]
struct Begun {
    octets: Vec<u8>,
    is_cut: bool,
}

impl Lines {
    /// Takes what came by a pipe; gives the lines to be told.
    pub(super) fn push(&mut self, pipe: usize, octets: &[u8]) -> Vec<String> {
        let mut lines = Vec::new();
        for piece in octets.split_inclusive(|octet| *octet == b'\n') {
            let (content, is_whole) = match piece.strip_suffix(b"\n") {
                Some(content) => (content, true),
                None => (piece, false),
            };
            self.begun[pipe].extend(content);
            if is_whole {
                lines.extend(self.end(pipe));
            }
        }
        lines
    }

    /// What there is at the end: lines without an end, and how many were left out.
    pub(super) fn finish(&mut self) -> Vec<String> {
        let mut lines: Vec<String> = (0..self.begun.len()).filter_map(|pipe| self.end(pipe)).collect();
        match self.left_out {
            0 => {}
            1 => lines.push("(1 more line)".to_owned()),
            more => lines.push(format!("({more} more lines)")),
        }
        lines
    }

    /// The last lines, whether they were told or not.
    pub(super) fn into_last(self) -> Vec<String> {
        self.last.into()
    }

    /// Ends a line; gives it when it is to be told. Empty ones say nothing.
    fn end(&mut self, pipe: usize) -> Option<String> {
        let line = std::mem::take(&mut self.begun[pipe]).text()?;
        if self.last.len() == MAX_LAST {
            self.last.pop_front();
        }
        self.last.push_back(line.clone());
        if self.told == MAX_LINES {
            self.left_out += 1;
            return None;
        }
        self.told += 1;
        Some(line)
    }
}

impl Begun {
    fn extend(&mut self, octets: &[u8]) {
        let room = MAX_LINE - self.octets.len();
        self.is_cut |= octets.len() > room;
        self.octets.extend_from_slice(&octets[..octets.len().min(room)]);
    }

    fn text(self) -> Option<String> {
        let text = String::from_utf8_lossy(&self.octets);
        let text: String = text.trim_end().chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        (!text.trim().is_empty()).then(|| if self.is_cut { format!("{text}…") } else { text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(pieces: &[(usize, &[u8])]) -> (Vec<String>, Vec<String>) {
        let mut lines = Lines::default();
        let mut told: Vec<String> = pieces.iter().flat_map(|(pipe, octets)| lines.push(*pipe, octets)).collect();
        told.extend(lines.finish());
        (told, lines.into_last())
    }

    #[test]
    fn lines_are_whole_whatever_pieces_they_come_in() {
        let (told, _) = all(&[(0, b"one\ntw"), (1, b"err\r\n"), (0, b"o\n\n"), (0, b"three")]);
        assert_eq!(told, ["one", "err", "two", "three"]);
    }

    #[test]
    fn what_commands_a_terminal_is_taken_out() {
        assert_eq!(all(&[(0, b"a\x1b]0;b\x07c\xff\n\x1b\n")]).0, ["a ]0;b c\u{fffd}"]);
    }

    #[test]
    fn a_flood_is_counted_and_its_end_kept() {
        let flood: Vec<u8> = (0..1000).flat_map(|n| format!("{n}\n").into_bytes()).collect();
        let (told, last) = all(&[(0, &flood)]);
        assert_eq!((told.len(), told[199].as_str(), told[200].as_str()), (201, "199", "(800 more lines)"));
        assert_eq!(last, ["995", "996", "997", "998", "999"]);
    }

    #[test]
    fn a_line_without_an_end_is_cut() {
        let (told, _) = all(&[(0, &[b'x'; 10_000]), (0, &[b'x'; 10_000]), (0, b"\nnext\n")]);
        assert_eq!(told, [format!("{}…", "x".repeat(500)), "next".to_owned()]);
    }
}
