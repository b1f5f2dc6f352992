//! The permission bits of a file.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Permission bits, written as `0644`. On Windows, files take the ACL of their directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct FileMode(u32);

impl FileMode {
    pub const OWNER_ONLY: FileMode = FileMode(0o600);
    pub const READABLE: FileMode = FileMode(0o644);

    #[must_use]
    pub fn bits(self) -> u32 {
        self.0
    }
}

impl fmt::Display for FileMode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04o}", self.0)
    }
}

impl From<FileMode> for String {
    fn from(mode: FileMode) -> String {
        mode.to_string()
    }
}

impl FromStr for FileMode {
    type Err = String;

    fn from_str(text: &str) -> Result<FileMode, String> {
        let digits = (3..=4).contains(&text.len()) && text.chars().all(|c| c.is_digit(8));
        let mode = u32::from_str_radix(text, 8).ok().filter(|mode| digits && *mode <= 0o777);
        mode.map(FileMode).ok_or_else(|| format!("{text:?} is no mode: write permission bits such as 0640"))
    }
}

impl TryFrom<String> for FileMode {
    type Error = String;

    fn try_from(text: String) -> Result<FileMode, String> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modes_are_octal_and_hold_permission_bits_only() {
        assert_eq!("644".parse::<FileMode>().unwrap().to_string(), "0644");
        assert_eq!("0600".parse::<FileMode>().unwrap(), FileMode::OWNER_ONLY);
        for text in ["", "0", "0888", "4755", "00644", "u=rw", "+44"] {
            assert!(text.parse::<FileMode>().is_err(), "{text:?}");
        }
    }
}
