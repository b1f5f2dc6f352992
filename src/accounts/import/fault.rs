//! Why an account is not taken over.

use std::io;
use std::path::PathBuf;

use url::Url;

use super::{Found, Whereabouts, shown};
use crate::acme::{AcmeError, authority_name};
use crate::error::{Explain, Hint, Kind};

#[derive(Debug, thiserror::Error)]
pub enum ImportFault {
    #[error("could not read {}", path.display())]
    Read { path: PathBuf, source: io::Error },
    #[error("there is no ACME account in {}", shown(path))]
    Nothing { path: PathBuf },
    #[error("{} describes an account, and its key {} is not there", path.display(), key.display())]
    NoKey { path: PathBuf, key: PathBuf },
    #[error("the key of {} cannot be used", shown(path))]
    Key { path: PathBuf, source: Box<AcmeError> },
    #[error("{} does not tell which CA its account is at{}", shown(path), host.as_ref().map(|host| format!(" ({host})")).unwrap_or_default())]
    WhichCa { path: PathBuf, host: Option<String> },
    #[error("{authority} has no account with the key of {}", shown(path))]
    Unknown { authority: String, path: PathBuf },
    #[error("the account in {} is {status}", shown(path))]
    Ended { path: PathBuf, status: String },
    #[error("another account at {authority} is called {name:?}")]
    NameTaken { name: String, authority: String },
}

impl ImportFault {
    /// Whether there was just nothing to find.
    #[must_use]
    pub fn is_absence(&self) -> bool {
        matches!(self, ImportFault::Nothing { .. })
    }

    pub(super) fn which_ca(found: &Found) -> ImportFault {
        let host = match &found.authority {
            Whereabouts::Host { host, .. } => Some(host.clone()),
            Whereabouts::Directory(url) => Some(url.to_string()),
            Whereabouts::Unknown => None,
        };
        ImportFault::WhichCa { path: found.path.clone(), host }
    }

    pub(super) fn unknown(found: &Found, directory: &Url) -> ImportFault {
        ImportFault::Unknown { authority: authority_name(directory), path: found.path.clone() }
    }

    pub(super) fn ended(found: &Found, status: String) -> ImportFault {
        ImportFault::Ended { path: found.path.clone(), status }
    }
}

impl Explain for ImportFault {
    fn kind(&self) -> Kind {
        match self {
            ImportFault::WhichCa { .. } | ImportFault::NameTaken { .. } => Kind::Usage,
            _ => Kind::Failed,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        vec![Hint::new(match self {
            ImportFault::Read { source, .. } if source.kind() == io::ErrorKind::PermissionDenied => {
                "other clients keep their keys for their own user: run this as a user who may read them"
            }
            ImportFault::Read { .. } => "name a file, or a folder of another ACME client",
            ImportFault::Nothing { .. } => {
                "what is read: folders of certbot, lego, acme.sh, Posh-ACME and Caddy, the output of Certify's `acmeaccount list`, exports of certdns, and private keys as PEM or JWK"
            }
            ImportFault::NoKey { .. } => "an account is nothing without its key; look for it in a backup",
            ImportFault::Key { .. } => {
                "what can be used: P-256, P-384, Ed25519 and RSA keys, not protected by a passphrase"
            }
            ImportFault::WhichCa { .. } => "name its directory URL with `--ca`",
            ImportFault::Unknown { .. } => {
                "nothing was made and nothing is kept; if the account is at another CA, name that with `--ca`"
            }
            ImportFault::Ended { .. } => {
                "no certificates can be ordered with it; `certdns acmeaccount add` makes another"
            }
            ImportFault::NameTaken { .. } => "choose another name with `--account`",
        })]
    }
}
