//! `--install WHAT=PATH[,mode=0644][,owner=USER][,group=GROUP]`: a copy where a server wants it.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Content, FileMode};

/// A copy of a file, kept fresh at a path of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Install {
    pub content: Content,
    /// Absolute.
    pub path: PathBuf,
    /// `None`: 0600 with the private key in it, else 0644.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<FileMode>,
    /// A user's name or number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// A group's name or number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

impl Install {
    #[must_use]
    pub fn new(content: Content, path: PathBuf) -> Install {
        Install { content, path, mode: None, owner: None, group: None }
    }

    /// What its mode is to be.
    #[must_use]
    pub fn file_mode(&self) -> FileMode {
        let own = if self.content.is_private() { FileMode::OWNER_ONLY } else { FileMode::READABLE };
        self.mode.unwrap_or(own)
    }

    /// Whether both go to the same file, however the way to it is written.
    #[must_use]
    pub fn is_at_place_of(&self, other: &Install) -> bool {
        self.place() == other.place()
    }

    /// Where the file really is: links on the way to it are followed.
    #[must_use]
    pub fn place(&self) -> PathBuf {
        place(&self.path)
    }

    /// Whether it goes to a file somewhere below this directory.
    #[must_use]
    pub fn is_below(&self, directory: &Path) -> bool {
        directory.canonicalize().is_ok_and(|directory| self.place().starts_with(directory))
    }

    fn is_plain(&self) -> bool {
        self.mode.is_none() && self.owner.is_none() && self.group.is_none()
    }

    /// Takes the last option off the text, if it ends in one.
    fn take_option<'a>(&mut self, text: &'a str) -> Result<Option<&'a str>, InvalidInstall> {
        let Some((rest, (name, value))) =
            text.rsplit_once(',').and_then(|(rest, last)| Some((rest, last.split_once('=')?)))
        else {
            return Ok(None);
        };
        match name {
            "mode" => self.mode = Some(value.parse().map_err(InvalidInstall::Mode)?),
            "owner" if !value.is_empty() => self.owner = Some(value.to_owned()),
            "group" if !value.is_empty() => self.group = Some(value.to_owned()),
            // A directory with a comma in its name.
            _ if [name, value].iter().any(|text| text.contains(['/', std::path::MAIN_SEPARATOR])) => return Ok(None),
            _ => return Err(InvalidInstall::Option { text: format!("{name}={value}") }),
        }
        Ok(Some(rest))
    }
}

fn place(path: &Path) -> PathBuf {
    let directory = path.parent().and_then(|directory| directory.canonicalize().ok());
    directory.zip(path.file_name()).map_or_else(|| path.to_owned(), |(directory, name)| directory.join(name))
}

impl FromStr for Install {
    type Err = InvalidInstall;

    /// Options are read from the end, so that a path may have commas. A relative path is made absolute.
    fn from_str(text: &str) -> Result<Install, InvalidInstall> {
        let (what, mut path) = text.split_once('=').ok_or(InvalidInstall::Form)?;
        let content = what.parse().map_err(|()| InvalidInstall::What { what: what.to_owned() })?;
        let mut install = Install::new(content, PathBuf::new());
        while let Some(rest) = install.take_option(path)? {
            path = rest;
        }
        if path.is_empty() || path.ends_with(['/', std::path::MAIN_SEPARATOR]) {
            return Err(InvalidInstall::Path);
        }
        install.path = std::path::absolute(path).map_err(|_| InvalidInstall::Path)?;
        match install.path.to_str() {
            None => Err(InvalidInstall::Path),
            Some(_) if cfg!(windows) && !install.is_plain() => Err(InvalidInstall::Windows),
            Some(_) => Ok(install),
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum InvalidInstall {
    #[error("write WHAT=PATH, such as fullchain=/etc/nginx/tls/example.pem")]
    Form,
    #[error("{what:?} is none of fullchain, cert, chain, privkey, combined, pfx, cert-der, privkey-der")]
    What { what: String },
    #[error("{0}")]
    Mode(String),
    #[error("{text:?} is none of mode=MODE, owner=USER, group=GROUP")]
    Option { text: String },
    #[error("name the file, with its whole path")]
    Path,
    #[error("mode, owner and group are for Unix; on Windows, a file takes the rights of its directory")]
    Windows,
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        match text.parse::<Install>() {
            Ok(Install { content, path, mode, owner, group }) => {
                let mode = mode.map(|mode| mode.to_string());
                format!("{} {} {mode:?} {owner:?} {group:?}", content.as_str(), path.display())
            }
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn a_copy_has_a_path_and_perhaps_mode_owner_and_group() {
        assert_eq!(read("fullchain=/etc/x.pem,mode=0644"), "fullchain /etc/x.pem Some(\"0644\") None None");
        assert_eq!(
            read("privkey=/etc/x.key,owner=root,group=33,mode=640"),
            "privkey /etc/x.key Some(\"0640\") Some(\"root\") Some(\"33\")"
        );
        assert_eq!(read("cert=/a,b=c/x.pem"), "cert /a,b=c/x.pem None None None");
    }

    #[test]
    fn what_cannot_be_meant_is_told() {
        assert_eq!(read("/etc/x.pem"), "write WHAT=PATH, such as fullchain=/etc/nginx/tls/example.pem");
        assert_eq!(read("cert=/x,mode=rw"), "\"rw\" is no mode: write permission bits such as 0640");
        assert!(read("key=/x").starts_with("\"key\" is none of fullchain"));
        assert_eq!(read("cert=/etc/"), "name the file, with its whole path");
        for option in ["user=x", "mod=0640", " mode=0640", "owner="] {
            let said = format!("{option:?} is none of mode=MODE, owner=USER, group=GROUP");
            assert_eq!(read(&format!("cert=/etc/x.pem,{option}")), said);
        }
    }

    #[test]
    fn what_holds_the_key_is_for_its_owner_only_unless_told_otherwise() {
        for content in Content::ALL {
            let mode = Install::new(content, PathBuf::from("/x")).file_mode().to_string();
            assert_eq!(mode, if content.is_private() { "0600" } else { "0644" });
        }
    }
}
