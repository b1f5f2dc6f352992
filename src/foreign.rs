//! Files that other programs wrote: read up to a bound, in whatever encoding, never run.

use std::io;

use base64::prelude::{BASE64_STANDARD, Engine};
use zeroize::Zeroizing;

use crate::secret::Secret;

/// How acme.sh wraps values that its shell would stumble over.
const WRAPPED: (&str, &str) = ("__ACME_BASE64__START_", "__ACME_BASE64__END_");

/// All there is to read, unless it is more than `limit` octets; what a file says of its length is not relied on.
///
/// # Errors
/// When it cannot be read, or is too long.
pub fn bounded(from: impl io::Read, limit: u64) -> io::Result<Zeroizing<Vec<u8>>> {
    use io::Read as _;
    let mut octets = Zeroizing::new(Vec::new());
    from.take(limit + 1).read_to_end(&mut octets)?;
    match octets.len() as u64 > limit {
        true => Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("it is over {} MiB", limit / (1024 * 1024)))),
        false => Ok(octets),
    }
}

/// A text without its byte order mark; Windows programs write UTF-16 now and then. What is no text becomes U+FFFD.
#[must_use]
pub fn decoded(octets: &[u8]) -> Secret {
    match octets {
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        _ => Secret::new(String::from_utf8_lossy(octets.strip_prefix(b"\xef\xbb\xbf").unwrap_or(octets))),
    }
}

fn utf_16(octets: &[u8], unit: fn([u8; 2]) -> u16) -> Secret {
    let units = octets.chunks(2).map(|pair| match *pair {
        [first, second] => unit([first, second]),
        // Half a character at the end.
        _ => 0xd800,
    });
    Secret::new(char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect::<String>())
}

/// A variable of a shell file, which is read and never run; acme.sh wraps some values in base64.
#[must_use]
pub fn shell_value(text: &str, name: &str) -> Option<String> {
    let value = text.lines().find_map(|line| line.trim().strip_prefix(name)?.strip_prefix('='))?;
    let value = value.trim().trim_matches(['\'', '"']);
    let wrapped = value.strip_prefix(WRAPPED.0).and_then(|rest| rest.strip_suffix(WRAPPED.1));
    match wrapped {
        Some(wrapped) => String::from_utf8(BASE64_STANDARD.decode(wrapped).ok()?).ok(),
        None => Some(value.to_owned()),
    }
}

/// A line of a shell file that [`shell_value`], and acme.sh, read as this.
#[must_use]
pub fn shell_line(name: &str, value: &str) -> String {
    let plain = value.chars().all(|c| c.is_ascii_alphanumeric() || "-_.:/,@*%+=".contains(c));
    match plain {
        true => format!("{name}='{value}'\n"),
        false => format!("{name}='{}{}{}'\n", WRAPPED.0, BASE64_STANDARD.encode(value), WRAPPED.1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shell_files_are_read_and_not_run() {
        let text = "A='1'\nACCOUNT_URL='https://ca.example/1'\nCA_EMAIL='__ACME_BASE64__START_YUBiLnRlc3Q=__ACME_BASE64__END_'\n";
        assert_eq!(shell_value(text, "ACCOUNT_URL").as_deref(), Some("https://ca.example/1"));
        assert_eq!(shell_value(text, "CA_EMAIL").as_deref(), Some("a@b.test"));
        assert_eq!(shell_value(text, "CA"), None);
    }

    #[test]
    fn what_is_written_for_a_shell_is_read_back() {
        for value in ["abc-_1", "https://a.example/x", "it's $(reboot)", ""] {
            assert_eq!(shell_value(&shell_line("A", value), "A").as_deref(), Some(value));
        }
    }

    #[test]
    fn what_does_not_end_is_not_read_to_the_end() {
        assert_eq!(bounded(&b"key"[..], 3).unwrap().as_slice(), b"key");
        assert_eq!(bounded(io::repeat(0), 1024).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
    }

    #[test]
    fn utf_16_is_read_whichever_end_comes_first() {
        assert_eq!(decoded(b"\xff\xfe{\0}\0").expose(), "{}");
        assert_eq!(decoded(b"\xfe\xff\0{\0}").expose(), "{}");
        assert_eq!(decoded(b"\xef\xbb\xbf{}").expose(), "{}");
        assert_eq!(decoded(b"\xff\xfe{\0}").expose(), "{\u{fffd}");
    }
}
