//! The serial of a zone file's text: goes up with every edit, as at real hosts.

use std::ops::Range;

/// The text with the next serial in its SOA record (RFC 1982 section 3.1); as it is, when there is none to be found.
pub fn raised(text: &str) -> String {
    let Some(place) = place(text) else { return text.to_owned() };
    let next = text[place.clone()].parse::<u32>().map(|serial| serial.wrapping_add(1));
    let mut text = text.to_owned();
    if let Ok(next) = next {
        text.replace_range(place, &next.to_string());
    }
    text
}

/// The third word behind `SOA`, after the server and the mailbox.
fn place(text: &str) -> Option<Range<usize>> {
    let words = words(text);
    let soa = words.iter().position(|word| text[word.clone()].eq_ignore_ascii_case("SOA"))?;
    words.get(soa + 3).cloned()
}

/// Where words are, without parentheses and comments (RFC 1035 section 5.1).
fn words(text: &str) -> Vec<Range<usize>> {
    let (mut words, mut start, mut in_comment) = (Vec::new(), None, false);
    for (at, character) in text.char_indices().chain([(text.len(), '\n')]) {
        in_comment = character != '\n' && (in_comment || character == ';');
        let in_word = !in_comment && !character.is_whitespace() && !"()".contains(character);
        match start {
            None if in_word => start = Some(at),
            Some(begun) if !in_word => {
                words.push(begun..at);
                start = None;
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_serial_is_found_in_one_line_and_in_many() {
        assert_eq!(
            raised("$TTL 60\n@ SOA ns1 h 9 2 3 4 5\nwww A 192.0.2.1\n"),
            "$TTL 60\n@ SOA ns1 h 10 2 3 4 5\nwww A 192.0.2.1\n"
        );
        let many = "; SOA of the zone\n@ 60 IN soa ns1 h (1 ; serial, 7 once\n 2 3 4 5 )";
        assert_eq!(raised(many), many.replace("(1 ;", "(2 ;"));
    }

    #[test]
    fn the_last_serial_is_followed_by_the_first() {
        assert_eq!(raised("@ SOA ns1 h 4294967295 2 3 4 5"), "@ SOA ns1 h 0 2 3 4 5");
    }

    #[test]
    fn a_text_without_serial_stays_as_it_is() {
        assert_eq!(raised("www A 192.0.2.1\n"), "www A 192.0.2.1\n");
        assert_eq!(raised("@ SOA ns1 h soon"), "@ SOA ns1 h soon");
    }
}
