//! What can be wrong with a bundle. Never its words: they are secrets.

use std::io;

use crate::error::{Explain, Hint, Kind};
use crate::identifier::DnsName;

/// Why a file cannot be encrypted or decrypted.
#[derive(Debug, thiserror::Error)]
pub enum SealFault {
    #[error("this is no age file")]
    NoAgeFile,
    #[error("the file is cut short or damaged")]
    Damaged,
    #[error("it is encrypted in a way that this certdns does not know")]
    Unknown,
    #[error("the passphrase does not open it")]
    WrongPassphrase,
    #[error("no key of the identity files opens it")]
    WrongIdentity,
    #[error("it is encrypted with a passphrase, not for keys")]
    WantsPassphrase,
    #[error("it is encrypted for keys, not with a passphrase")]
    WantsIdentity,
    #[error("trying a passphrase would take over 1 GiB of memory (work factor {factor})")]
    TooMuchWork { factor: u8 },
    #[error("what is inside is over 10 MiB")]
    TooLarge,
    #[error("line {line} is no age recipient (age1...)")]
    Recipient { line: usize },
    #[error("there is no recipient in it")]
    NoRecipients,
    #[error("this is no file of age identities (AGE-SECRET-KEY-1...)")]
    Identity,
    #[error("could not encrypt")]
    Encrypt(#[source] io::Error),
}

impl Explain for SealFault {
    fn kind(&self) -> Kind {
        match self {
            SealFault::WantsPassphrase
            | SealFault::WantsIdentity
            | SealFault::Recipient { .. }
            | SealFault::NoRecipients
            | SealFault::Identity => Kind::Usage,
            _ => Kind::Failed,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        vec![Hint::new(match self {
            SealFault::NoAgeFile => "name a file that `certdns bundle create` or an age tool made",
            SealFault::Damaged => "nothing was taken from it; copy it again from where it was made",
            SealFault::Unknown | SealFault::Recipient { .. } | SealFault::NoRecipients => {
                "what is known: passphrases, and keys that `age-keygen` makes"
            }
            SealFault::WrongPassphrase => "nothing was taken from it; try again",
            SealFault::WrongIdentity => "name the file with the key for one of its recipients with `--identity`",
            SealFault::WantsPassphrase => "leave out `--identity`; the passphrase is asked for, or `--passphrase-file`",
            SealFault::WantsIdentity => "name the file with the key, as `age-keygen` wrote it, with `--identity`",
            SealFault::TooMuchWork { .. } => {
                "if you trust it, decrypt it with an age tool, and encrypt it again with a usual work factor"
            }
            SealFault::TooLarge => "thousands of registrations take less: it is no bundle of certdns",
            SealFault::Identity => "what is read is what `age-keygen` writes, not protected by a passphrase",
            SealFault::Encrypt(_) => "run the same command again",
        })]
    }
}

/// Why nothing was put into a bundle, or taken from one.
#[derive(Debug, thiserror::Error)]
pub enum BundleFault {
    #[error("what is inside is no bundle of certdns")]
    NoBundle,
    #[error("it was written by a newer certdns (version {version} of its format)")]
    Newer { version: u64 },
    #[error("{what} in it cannot be used")]
    Part { what: &'static str },
    #[error("the lineage {name} stands in it twice")]
    Twice { name: String },
    #[error("the CA of {what} would be asked without encryption")]
    Plain { what: String },
    #[error("{name} has no registration here")]
    None { name: DnsName },
    #[error("there is nothing to put into a bundle")]
    Nothing,
    #[error("there is more to put into it than 10 MiB")]
    TooLarge,
    #[error("accounts are confirmed by their CA before they are kept, and nobody may be asked")]
    Offline,
}

impl Explain for BundleFault {
    fn kind(&self) -> Kind {
        match self {
            BundleFault::None { .. } | BundleFault::Nothing | BundleFault::Offline => Kind::Usage,
            _ => Kind::Failed,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        vec![Hint::new(match self {
            BundleFault::NoBundle => {
                "`certdns registration import` reads registrations of other clients, once they are decrypted"
            }
            BundleFault::Newer { .. } => "upgrade certdns on this machine",
            BundleFault::Part { .. } | BundleFault::Twice { .. } => {
                "nothing was taken; make the bundle again where it came from"
            }
            BundleFault::Plain { .. } => {
                "allow it with `--allow-http`, or leave it with `--without-accounts` or `--without-lineages`"
            }
            BundleFault::None { .. } | BundleFault::Nothing => "`certdns registration list` tells what there is",
            BundleFault::TooLarge => "name some of the names, and make several bundles",
            BundleFault::Offline => "leave out `--offline`, or leave the accounts with `--without-accounts`",
        })]
    }
}
