//! Names of files and directories that every platform takes.

use std::fmt::Write;

use aws_lc_rs::digest;
use url::Url;

use crate::error::{Explain, Hint, Kind};

/// File names end at 255 octets; what is longer is cut, and told apart by a hash.
const MAX_NAME: usize = 200;
/// Device names that Windows takes for themselves, whatever follows behind a dot.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The directory for a server or CA: its host, its port, and a hash of its path, which may be a key.
pub(super) fn folder(url: &Url) -> String {
    let mut name = url.host_str().unwrap_or("local").replace([':', '[', ']'], "_");
    if let Some(port) = url.port() {
        let _ = write!(name, "_{port}");
    }
    if !matches!(url.path(), "/" | "/directory") {
        let _ = write!(name, "_{}", short_hash(url.path()));
    }
    fitting(&name)
}

/// A domain name as a file name: `*.example.com` becomes `_wildcard_.example.com`.
pub(super) fn fitting(name: &str) -> String {
    let name = match name.strip_prefix("*.") {
        Some(base) => format!("_wildcard_.{base}"),
        None => name.to_owned(),
    };
    let name = if is_reserved(&name) { format!("_{name}") } else { name };
    match name.len() > MAX_NAME {
        true => format!("{}~{}", &name[..MAX_NAME], short_hash(&name)),
        false => name,
    }
}

fn is_reserved(name: &str) -> bool {
    let first = name.split('.').next().unwrap_or_default();
    let numbered = |device: &str| first.strip_prefix(device).is_some_and(|rest| rest.len() == 1 && rest != "-");
    RESERVED.contains(&first) || numbered("com") || numbered("lpt")
}

fn short_hash(text: &str) -> String {
    let hash = digest::digest(&digest::SHA256, text.as_bytes());
    hash.as_ref()[..4].iter().map(|octet| format!("{octet:02x}")).collect()
}

/// A lineage's name as typed, or a domain name, as the name of its directory: lower-case, for not every file system
/// tells capitals apart.
///
/// # Errors
/// When it is empty, too long, or holds anything but letters, digits, `.`, `-` and `_`.
pub fn lineage_name(text: &str) -> Result<String, InvalidLineageName> {
    let rest = text.strip_prefix("*.").unwrap_or(text);
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '~');
    let edges = rest.starts_with(['.', '-']) || rest.ends_with('.');
    match rest.is_empty() || edges || !rest.chars().all(plain) {
        true => Err(InvalidLineageName { name: text.to_owned() }),
        false => Ok(fitting(&text.to_ascii_lowercase())),
    }
}

#[derive(Debug, thiserror::Error)]
#[error("{name:?} cannot be the name of a lineage")]
pub struct InvalidLineageName {
    name: String,
}

impl Explain for InvalidLineageName {
    fn kind(&self) -> Kind {
        Kind::Usage
    }

    fn hints(&self) -> Vec<Hint> {
        vec![Hint::new("it names a directory: letters, digits, `.`, `-` and `_`, beginning with a letter or digit")]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder_of(url: &str) -> String {
        folder(&Url::parse(url).unwrap())
    }

    #[test]
    fn a_server_has_a_directory_that_shows_its_host_and_hides_its_path() {
        assert_eq!(folder_of("https://auth.example.org/"), "auth.example.org");
        assert_eq!(folder_of("http://127.0.0.1:8053/"), "127.0.0.1_8053");
        assert_eq!(folder_of("https://acme-v02.api.letsencrypt.org/directory"), "acme-v02.api.letsencrypt.org");
        assert_eq!(folder_of("http://[::1]:80/"), "___1_");
        let keyed = folder_of("https://auth.example.org/SECRET/");
        assert!(keyed.starts_with("auth.example.org_") && !keyed.contains("SECRET"), "{keyed}");
    }

    #[test]
    fn a_name_is_a_file_name_on_every_platform() {
        assert_eq!(fitting("*.example.com"), "_wildcard_.example.com");
        assert_eq!(fitting("con.example.com"), "_con.example.com");
        assert_eq!(fitting("com1.example.com"), "_com1.example.com");
        assert_eq!(fitting("common.example.com"), "common.example.com");
        let long = format!("{}com", "a.".repeat(120));
        assert!(fitting(&long).len() < 220);
    }

    #[test]
    fn a_lineage_name_stays_in_its_directory() {
        assert_eq!(lineage_name("Web-Server_1").unwrap(), "web-server_1");
        for name in ["", ".", "..", "../x", "a/b", "a\\b", "a:b", "a b", "-x", "x.", "\u{1b}", &"ä".repeat(150)] {
            assert!(lineage_name(name).is_err(), "{name:?}");
        }
    }
}
