//! What is wanted of a lineage's certificates, as `lineage.json` keeps it.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Install;

/// The password of a `.pfx` for which none was given.
pub const PASSWORD_FILE: &str = "pfx-password.txt";

/// Files besides the four of `live/`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Outputs {
    /// Certificate, chain and key in one file, as HAProxy reads it.
    pub combined: bool,
    /// Certificate and key, DER.
    pub der: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pfx: Option<Pfx>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub installs: Vec<Install>,
}

/// A PKCS#12 file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pfx {
    pub algorithms: Algorithms,
    /// Where the password is read; without one, a password is made and kept beside the file.
    pub password_file: Option<PathBuf>,
    /// Whether the password was given right now: it may be another than before, though the file be the same.
    #[serde(skip)]
    pub given_now: bool,
}

/// What a PKCS#12 file is protected with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Algorithms {
    /// AES-256 and SHA-256.
    #[default]
    Modern,
    /// 3DES and SHA-1: Windows before Server 2019, Java before 8u301.
    Legacy,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Content {
    Fullchain,
    Cert,
    Chain,
    Privkey,
    Combined,
    Pfx,
    CertDer,
    PrivkeyDer,
}

impl Content {
    pub const ALL: [Content; 8] = [
        Content::Fullchain,
        Content::Cert,
        Content::Chain,
        Content::Privkey,
        Content::Combined,
        Content::Pfx,
        Content::CertDer,
        Content::PrivkeyDer,
    ];

    /// The word for it on the command line and on disk.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Content::Fullchain => "fullchain",
            Content::Cert => "cert",
            Content::Chain => "chain",
            Content::Privkey => "privkey",
            Content::Combined => "combined",
            Content::Pfx => "pfx",
            Content::CertDer => "cert-der",
            Content::PrivkeyDer => "privkey-der",
        }
    }

    /// Whether the private key is in it.
    #[must_use]
    pub fn is_private(self) -> bool {
        matches!(self, Content::Privkey | Content::Combined | Content::Pfx | Content::PrivkeyDer)
    }
}

impl FromStr for Content {
    type Err = ();

    fn from_str(text: &str) -> Result<Content, ()> {
        Content::ALL.into_iter().find(|content| content.as_str() == text).ok_or(())
    }
}

impl Outputs {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Outputs::default()
    }

    /// The files in the lineage's own directory for outputs.
    #[must_use]
    pub fn own_files(&self) -> Vec<(Content, &'static str)> {
        let all = [
            (self.combined, Content::Combined, "combined.pem"),
            (self.pfx.is_some(), Content::Pfx, "certificate.pfx"),
            (self.der, Content::CertDer, "cert.der"),
            (self.der, Content::PrivkeyDer, "privkey.der"),
        ];
        all.into_iter().filter(|(wanted, ..)| *wanted).map(|(_, content, name)| (content, name)).collect()
    }

    /// What the files hold.
    pub fn contents(&self) -> impl Iterator<Item = Content> {
        let own = self.own_files().into_iter().map(|(content, _)| content);
        own.chain(self.installs.iter().map(|install| install.content))
    }

    /// Where every file goes.
    #[must_use]
    pub fn paths(&self, directory: &Path) -> Vec<PathBuf> {
        let own = self.own_files().into_iter().map(|(_, name)| directory.join(name));
        own.chain(self.installs.iter().map(|install| install.path.clone())).collect()
    }

    /// With what is asked for now on top; a copy to the same place takes the place of the one before.
    #[must_use]
    pub fn with(mut self, more: Outputs) -> Outputs {
        self.installs.retain(|known| more.installs.iter().all(|install| !install.is_at_place_of(known)));
        self.installs.extend(more.installs);
        Outputs {
            combined: self.combined || more.combined,
            der: self.der || more.der,
            pfx: more.pfx.or(self.pfx),
            installs: self.installs,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_later_is_added_and_a_copy_to_the_same_path_replaced() {
        let copy = |content, path: &str| Install::new(content, PathBuf::from(path));
        let before = Outputs { combined: true, installs: vec![copy(Content::Cert, "/a")], ..Outputs::default() };
        let installs = vec![copy(Content::Fullchain, "/a"), copy(Content::Privkey, "/b")];
        let all = before.with(Outputs { der: true, installs, ..Outputs::default() });
        assert_eq!(
            all.paths(Path::new("/o")),
            ["/o/combined.pem", "/o/cert.der", "/o/privkey.der", "/a", "/b"].map(PathBuf::from)
        );
        assert_eq!(all.installs[0].content, Content::Fullchain);
    }

    #[test]
    fn documents_without_a_word_of_outputs_are_read() {
        assert!(serde_json::from_str::<Outputs>("{}").unwrap().is_empty());
    }
}
