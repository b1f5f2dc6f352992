//! Why outputs could not be written.

use std::io;
use std::path::{Path, PathBuf};

use super::Content;
use crate::error::{Explain, Hint, Kind};

#[derive(Debug, thiserror::Error)]
pub enum OutputFault {
    #[error("could not write {}", path.display())]
    Write { path: PathBuf, source: io::Error },
    #[error("the directory {} does not exist", path.display())]
    NoDirectory { path: PathBuf },
    #[error("{} is a symbolic link", path.display())]
    Link { path: PathBuf },
    #[error("{} is a directory", path.display())]
    Directory { path: PathBuf },
    #[error("there is no {what} {name}")]
    NoSuch { what: &'static str, name: String },
    #[error("owner and group are for Unix")]
    NotUnix,
    #[error("the private key is not here, and `{}` cannot be made without it", content.as_str())]
    NoKey { content: Content },
    #[error("a copy of the PKCS#12 file is wanted, but no PKCS#12 file")]
    NoPfx,
    #[error("{} is kept fresh by the lineage {lineage} already", path.display())]
    Taken { path: PathBuf, lineage: String },
    #[error("could not read the password in {}", path.display())]
    Password { path: PathBuf, source: io::Error },
    #[error("the PKCS#12 file could not be made")]
    Pkcs12,
    #[error("{} is in the state directory", path.display())]
    Ours { path: PathBuf },
    #[error("only root may give files to others, such as {name}")]
    NotRoot { name: String },
    #[error("{} is no regular file", path.display())]
    Irregular { path: PathBuf },
    #[error("could not read {}, which tells what a crash left half-replaced", path.display())]
    Journal { path: PathBuf, source: io::Error },
    #[error("{} has the new certificate and could not be put back", path.display())]
    NotPutBack { path: PathBuf, kept: Option<PathBuf>, source: Option<Box<OutputFault>> },
}

impl OutputFault {
    pub(super) fn write(path: &Path) -> impl FnOnce(io::Error) -> OutputFault {
        let path = path.to_owned();
        move |source| OutputFault::Write { path, source }
    }
}

impl Explain for OutputFault {
    fn kind(&self) -> Kind {
        match self {
            OutputFault::NoKey { .. } => Kind::Usage,
            _ => Kind::Failed,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        let hint = match self {
            OutputFault::NoDirectory { .. } => "create it, with the rights it should have",
            OutputFault::Link { .. } => {
                "links are not followed, nor replaced: name the file itself with `--install`, or remove the link"
            }
            OutputFault::Directory { .. } => "name a file in it",
            OutputFault::NoSuch { .. } => "give a name that this machine knows, or a number",
            OutputFault::NoKey { .. } => {
                "leave it out (`--forget-outputs` does that to what was asked for before); \
                 fullchain, cert, chain and cert-der can be copied with `--install`"
            }
            OutputFault::NoPfx => "add `--pfx` (or `--pfx-legacy`)",
            OutputFault::Taken { .. } => "name another file with `--install`",
            OutputFault::Password { .. } => "put the password into the file, on its first line",
            OutputFault::Write { source, .. } if source.kind() == io::ErrorKind::PermissionDenied => {
                "run certdns as a user who may write there (only root may give files to others)"
            }
            OutputFault::Write { source, .. } if source.kind() == io::ErrorKind::ReadOnlyFilesystem => {
                "if a timer ran certdns: `certdns timer install` lets it write there, too"
            }
            OutputFault::NotPutBack { kept, source, .. } => {
                let hint =
                    Hint::new("what was there before is kept; move it back by hand, or leave that to the next run");
                let kept = kept.iter().map(|kept| hint.clone().line(kept.display().to_string()));
                return kept.chain(source.iter().flat_map(|source| source.hints())).collect();
            }
            OutputFault::Journal { .. } => "see that certificate and key of each copy belong together, then remove it",
            OutputFault::Ours { .. } => "what is in there is for certdns alone: name a file elsewhere",
            OutputFault::NotRoot { .. } => "leave out `owner=`, or run certdns as root",
            OutputFault::Irregular { .. } => "name a file, or a path where there is none yet",
            OutputFault::Write { .. } | OutputFault::NotUnix | OutputFault::Pkcs12 => return Vec::new(),
        };
        vec![Hint::new(hint)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_system_that_a_timer_may_only_read_is_met_with_its_way_out() {
        let source = io::ErrorKind::ReadOnlyFilesystem.into();
        let hints = OutputFault::Write { path: "/etc/nginx/x.pem".into(), source }.hints();
        assert!(hints[0].text.contains("`certdns timer install`"));
    }
}
