//! How programs are given words on Windows, and Task Scheduler its file.

/// A word of a command line as `CommandLineToArgvW` takes it apart.
#[must_use]
pub(super) fn word(word: &str) -> String {
    let plain = |c: char| !c.is_whitespace() && c != '"';
    if !word.is_empty() && word.chars().all(plain) { word.to_owned() } else { quoted(word) }
}

/// Backslashes are doubled in front of a quotation mark, and nowhere else.
fn quoted(word: &str) -> String {
    let mut text = String::from("\"");
    let mut backslashes = 0;
    for c in word.chars() {
        match c {
            '\\' => backslashes += 1,
            '"' => text.push_str(&"\\".repeat(backslashes + 1)),
            _ => {}
        }
        backslashes = if c == '\\' { backslashes } else { 0 };
        text.push(c);
    }
    text + &"\\".repeat(backslashes) + "\""
}

/// The file that `schtasks /Create /XML` reads: UTF-16, little-endian, with a byte order mark.
#[must_use]
pub(crate) fn utf16(text: &str) -> Vec<u8> {
    let windows = text.replace('\n', "\r\n");
    ['\u{feff}'.to_string().as_str(), &windows].concat().encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_quoted_as_programs_on_windows_take_them_apart() {
        assert_eq!(word(r"C:\certdns\state"), r"C:\certdns\state");
        assert_eq!(word(r"C:\Program Files\certdns"), r#""C:\Program Files\certdns""#);
        assert_eq!(word("D:\\my state\\"), r#""D:\my state\\""#);
        assert_eq!(word(r#"a\"b"#), r#""a\\\"b""#);
        assert_eq!(word(""), "\"\"");
    }

    #[test]
    fn the_file_is_what_task_scheduler_reads() {
        assert_eq!(utf16("é\n"), [0xff, 0xfe, 0xe9, 0, 13, 0, 10, 0]);
    }
}
