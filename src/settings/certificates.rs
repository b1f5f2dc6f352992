//! `[[certificate]]`: the certificates that the configuration file lists, as written.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

use super::{HookList, OneOrMore};

/// One certificate of the list. Names and words are parsed by `certdns apply`: what is wrong with one certificate must
/// not keep `certdns renew` from the others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CertificateEntry {
    /// The line on which it begins.
    #[serde(skip)]
    pub line: usize,
    /// Those of the certificate request, where there is one, need not be listed.
    #[serde(default)]
    pub names: Vec<String>,
    /// The lineage.
    pub name: Option<String>,
    pub key_type: Option<String>,
    pub reuse_key: Option<bool>,
    pub csr: Option<PathBuf>,
    pub profile: Option<String>,
    pub preferred_chain: Option<String>,
    /// How long each certificate is to be valid.
    #[serde(alias = "lifetime")]
    pub not_after: Option<String>,
    pub ca: Option<String>,
    pub account: Option<String>,
    #[serde(default)]
    pub combined: bool,
    #[serde(default)]
    pub pfx: bool,
    #[serde(default)]
    pub pfx_legacy: bool,
    pub pfx_password_file: Option<PathBuf>,
    #[serde(default)]
    pub der: bool,
    pub install: Option<OneOrMore>,
    pub renew_before: Option<String>,
    #[serde(default)]
    pub pre_hook: HookList,
    #[serde(default)]
    pub deploy_hook: HookList,
    #[serde(default)]
    pub post_hook: HookList,
}

/// The keys of a certificate, for "did you mean".
pub(super) const CERTIFICATE_KEYS: &[&str] = &[
    "names",
    "name",
    "key-type",
    "reuse-key",
    "csr",
    "profile",
    "preferred-chain",
    "not-after",
    "lifetime",
    "ca",
    "account",
    "combined",
    "pfx",
    "pfx-legacy",
    "pfx-password-file",
    "der",
    "install",
    "renew-before",
    "pre-hook",
    "deploy-hook",
    "post-hook",
];

impl CertificateEntry {
    /// What was read, with the line of each.
    pub(super) fn placed(read: Vec<Spanned<CertificateEntry>>, line_of: impl Fn(usize) -> usize) -> Vec<Self> {
        let placed = |one: Spanned<CertificateEntry>| {
            let line = line_of(one.span().start);
            CertificateEntry { line, ..one.into_inner() }
        };
        read.into_iter().map(placed).collect()
    }

    /// Paths in a configuration file are relative to that file.
    #[must_use]
    pub(super) fn relative_to(mut self, directory: &Path) -> CertificateEntry {
        self.csr = self.csr.map(|path| directory.join(path));
        self.pfx_password_file = self.pfx_password_file.map(|path| directory.join(path));
        self.install = self.install.map(|copies| copies.map(|copy| copied_below(directory, &copy)));
        self
    }
}

/// `WHAT=PATH[,…]`, with the path made absolute; what is not written so is left for whoever parses it.
fn copied_below(directory: &Path, copy: &str) -> String {
    match copy.split_once('=') {
        Some((what, path)) if !path.is_empty() => format!("{what}={}", directory.join(path).display()),
        _ => copy.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn copies_are_relative_to_the_file_unless_they_say_otherwise() {
        let directory = Path::new("/etc/certdns");
        assert_eq!(copied_below(directory, "cert=tls/a.pem,mode=0640"), "cert=/etc/certdns/tls/a.pem,mode=0640");
        assert_eq!(copied_below(directory, "cert=/srv/a.pem"), "cert=/srv/a.pem");
        assert_eq!(copied_below(directory, "cert="), "cert=");
        assert_eq!(copied_below(directory, "a.pem"), "a.pem");
    }

    #[test]
    fn every_key_is_known_to_who_looks_for_the_nearest() {
        let refused = toml::from_str::<CertificateEntry>("nothing = 1").unwrap_err().to_string();
        for key in CERTIFICATE_KEYS {
            assert!(refused.contains(&format!("`{key}`")), "{key}: {refused}");
        }
        assert_eq!(refused.matches('`').count(), 2 * (CERTIFICATE_KEYS.len() + 1), "{refused}");
    }
}
