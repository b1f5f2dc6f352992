//! What a hook is told, as environment variables. Pure.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::Stage;
use crate::outputs::Content;

/// A lineage, as hooks are told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    pub lineage: String,
    pub names: Vec<String>,
    /// The stable path of its files.
    pub live: PathBuf,
    /// What is live there; `None` before the first certificate.
    pub certificate: Option<Live>,
    /// The directory URL of the CA.
    pub authority: String,
    /// Why a certificate was, or is to be, obtained.
    pub reason: Option<String>,
}

/// A live certificate with its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Live {
    pub generation: u32,
    /// The directory of the generation that was live before.
    pub previous: Option<PathBuf>,
    /// Whether the private key is here.
    pub has_key: bool,
    pub not_after: Option<Timestamp>,
    /// The directory of outputs that have no path of their own.
    pub outputs: PathBuf,
    /// The outputs in there.
    pub files: Vec<(Content, PathBuf)>,
    pub pfx_password_file: Option<PathBuf>,
    /// Copies elsewhere.
    pub installed: Vec<PathBuf>,
}

/// Those that are there for one lineage only.
pub(super) const OF_ONE: [&str; 19] = [
    "CERTDNS_LINEAGE",
    "CERTDNS_LIVE",
    "CERTDNS_CERT",
    "CERTDNS_CHAIN",
    "CERTDNS_FULLCHAIN",
    "CERTDNS_PRIVKEY",
    "CERTDNS_OUTPUTS",
    "CERTDNS_COMBINED",
    "CERTDNS_PFX",
    "CERTDNS_PFX_PASSWORD_FILE",
    "CERTDNS_CERT_DER",
    "CERTDNS_PRIVKEY_DER",
    "CERTDNS_INSTALLED",
    "CERTDNS_NOT_AFTER",
    "CERTDNS_GENERATION",
    "CERTDNS_PREVIOUS",
    "CERTDNS_CA",
    "CERTDNS_REASON",
    "RENEWED_LINEAGE",
];

/// Those of other programs that must not reach a hook by way of certdns' own environment.
pub(super) const FOREIGN: [&str; 3] = ["RENEWED_LINEAGE", "RENEWED_DOMAINS", "FAILED_DOMAINS"];

/// A longer list is left out: a system that refuses it would not start the hook at all.
pub const MAX_LIST: usize = if cfg!(windows) { 32_000 } else { 100_000 };

/// The variables of one hook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variables(Vec<(&'static str, OsString)>);

impl Variables {
    #[must_use]
    pub fn new(stage: Stage, state_dir: &Path) -> Variables {
        let mut variables = Variables::default();
        variables.set("CERTDNS_HOOK", stage.as_str());
        variables.set("CERTDNS_STATE_DIR", state_dir);
        variables
    }

    /// All lineages that a hook runs for.
    #[must_use]
    pub fn for_all(mut self, subjects: &[&Subject]) -> Variables {
        self.list("CERTDNS_LINEAGES", " ", subjects.iter().map(|one| one.lineage.clone()));
        self.list("CERTDNS_LIVES", "\n", subjects.iter().map(|one| one.live.display().to_string()));
        self.list("CERTDNS_NAMES", " ", names(subjects));
        self.list("RENEWED_DOMAINS", " ", names(subjects));
        self
    }

    /// Everything about one lineage, for a hook that runs for each.
    #[must_use]
    pub fn for_one(mut self, subject: &Subject) -> Variables {
        self.set("CERTDNS_LINEAGE", &subject.lineage);
        self.set("CERTDNS_LIVE", &subject.live);
        self.list("CERTDNS_NAMES", " ", names(&[subject]));
        self.set("RENEWED_LINEAGE", &subject.live);
        self.set("CERTDNS_CA", &subject.authority);
        if let Some(reason) = &subject.reason {
            self.set("CERTDNS_REASON", reason);
        }
        if let Some(live) = &subject.certificate {
            self.files(subject, live);
        }
        self
    }

    /// What came of a run, for those at its end.
    #[must_use]
    pub fn for_end(mut self, renewed: &[&Subject], failed: &[&Subject]) -> Variables {
        self.list("CERTDNS_RENEWED", " ", renewed.iter().map(|one| one.lineage.clone()));
        self.list("CERTDNS_FAILED", " ", failed.iter().map(|one| one.lineage.clone()));
        self.list("RENEWED_DOMAINS", " ", names(renewed));
        self.list("FAILED_DOMAINS", " ", names(failed));
        self
    }

    fn files(&mut self, subject: &Subject, live: &Live) {
        self.set("CERTDNS_CERT", subject.live.join("cert.pem"));
        self.set("CERTDNS_CHAIN", subject.live.join("chain.pem"));
        self.set("CERTDNS_FULLCHAIN", subject.live.join("fullchain.pem"));
        if live.has_key {
            self.set("CERTDNS_PRIVKEY", subject.live.join("privkey.pem"));
        }
        self.set("CERTDNS_GENERATION", live.generation.to_string());
        if let Some(not_after) = live.not_after {
            self.set("CERTDNS_NOT_AFTER", not_after.to_string());
        }
        if let Some(previous) = &live.previous {
            self.set("CERTDNS_PREVIOUS", previous);
        }
        self.outputs(live);
    }

    fn outputs(&mut self, live: &Live) {
        if !live.files.is_empty() {
            self.set("CERTDNS_OUTPUTS", &live.outputs);
        }
        for (content, path) in &live.files {
            self.set(variable(*content), path);
        }
        if let Some(path) = &live.pfx_password_file {
            self.set("CERTDNS_PFX_PASSWORD_FILE", path);
        }
        if !live.installed.is_empty() {
            self.list("CERTDNS_INSTALLED", "\n", live.installed.iter().map(|path| path.display().to_string()));
        }
    }

    pub(super) fn pairs(&self) -> &[(&'static str, OsString)] {
        &self.0
    }

    fn set(&mut self, name: &'static str, value: impl AsRef<std::ffi::OsStr>) {
        self.0.retain(|(known, _)| *known != name);
        self.0.push((name, value.as_ref().to_owned()));
    }

    fn list(&mut self, name: &'static str, by: &str, items: impl Iterator<Item = String>) {
        let list = items.collect::<Vec<_>>().join(by);
        if list.len() <= MAX_LIST {
            self.set(name, list);
        }
    }
}

fn names<'a>(subjects: &'a [&Subject]) -> impl Iterator<Item = String> + 'a {
    let mut told = std::collections::HashSet::new();
    subjects.iter().flat_map(|one| &one.names).filter(move |name| told.insert(*name)).cloned()
}

fn variable(content: Content) -> &'static str {
    match content {
        Content::Fullchain => "CERTDNS_FULLCHAIN",
        Content::Cert => "CERTDNS_CERT",
        Content::Chain => "CERTDNS_CHAIN",
        Content::Privkey => "CERTDNS_PRIVKEY",
        Content::Combined => "CERTDNS_COMBINED",
        Content::Pfx => "CERTDNS_PFX",
        Content::CertDer => "CERTDNS_CERT_DER",
        Content::PrivkeyDer => "CERTDNS_PRIVKEY_DER",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subject(lineage: &str, names: &[&str]) -> Subject {
        Subject {
            lineage: lineage.to_owned(),
            names: names.iter().map(ToString::to_string).collect(),
            live: Path::new("/s/lineages").join(lineage).join("live"),
            certificate: None,
            authority: "https://ca.test/directory".to_owned(),
            reason: Some("forced".to_owned()),
        }
    }

    fn told(variables: &Variables) -> String {
        variables.0.iter().map(|(name, value)| format!("{name}={}\n", value.display())).collect()
    }

    #[test]
    fn a_hook_for_all_is_told_lists_with_each_name_once() {
        let (a, b) = (subject("a.test", &["a.test", "x.test"]), subject("b", &["x.test", "*.b.test"]));
        let variables = Variables::new(Stage::Deploy, Path::new("/s")).for_all(&[&a, &b]);
        let expected = "CERTDNS_HOOK=deploy\nCERTDNS_STATE_DIR=/s\nCERTDNS_LINEAGES=a.test b\n\
            CERTDNS_LIVES=/s/lineages/a.test/live\n/s/lineages/b/live\n\
            CERTDNS_NAMES=a.test x.test *.b.test\nRENEWED_DOMAINS=a.test x.test *.b.test\n";
        assert_eq!(told(&variables).replace('\\', "/"), expected);
    }

    #[test]
    fn a_list_that_no_system_would_take_is_left_out() {
        let many: Vec<Subject> = (0..20_000).map(|n| subject(&format!("name-{n}"), &[])).collect();
        let variables = Variables::default().for_all(&many.iter().collect::<Vec<_>>());
        assert_eq!(told(&variables), "CERTDNS_NAMES=\nRENEWED_DOMAINS=\n");
    }

    #[test]
    fn what_is_said_of_one_lineage_is_known_to_be() {
        let live = Live {
            generation: 2,
            previous: Some("/p".into()),
            has_key: true,
            not_after: Some(Timestamp::UNIX_EPOCH),
            outputs: "/o".into(),
            files: Content::ALL.iter().map(|content| (*content, "/f".into())).collect(),
            pfx_password_file: Some("/w".into()),
            installed: vec!["/i".into()],
        };
        let one = Subject { certificate: Some(live), ..subject("a", &[]) };
        let variables = Variables::default().for_one(&one);
        let mut names: Vec<&str> = variables.0.iter().map(|(name, _)| *name).collect();
        // The only one that is a list where there are several.
        names.retain(|name| *name != "CERTDNS_NAMES");
        let mut known = OF_ONE.to_vec();
        names.sort_unstable();
        known.sort_unstable();
        assert_eq!(names, known);
    }
}
