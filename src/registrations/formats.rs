//! Registration files of every client, as bytes and paths alone: which client's it is, what is in it, and how the
//! same is written. Nothing here reads a disk or asks anybody.

mod acme_sh;
mod domains;
mod entry;
mod flaw;
mod json;
mod own;
mod posh_acme;
mod shape;
mod single;

use std::path::Path;

use serde_json::Value;

pub use entry::{Besides, Entry, Told};
pub use flaw::Flaw;
pub use shape::server_url;

use crate::secret::Secret;
use crate::store::Record;

/// Whose files these are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Client {
    Certdns,
    /// lego, acme-dns-client and Caddy share one library.
    Goacmedns,
    AcmeDnsAuth,
    GoAcmeDnsManager,
    AcmeSh,
    PoshAcme,
    WinAcme,
    Certify,
}

impl Client {
    /// As people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Client::Certdns => "certdns",
            Client::Goacmedns => "lego, acme-dns-client or Caddy",
            Client::AcmeDnsAuth => "acme-dns-auth.py or certbot-dns-acmedns",
            Client::GoAcmeDnsManager => "go-acme-dns-manager",
            Client::AcmeSh => "acme.sh",
            Client::PoshAcme => "Posh-ACME",
            Client::WinAcme => "win-acme or simple-acme",
            Client::Certify => "Certify",
        }
    }

    /// As documents call it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Client::Certdns => "certdns",
            Client::Goacmedns => "goacmedns",
            Client::AcmeDnsAuth => "acme-dns-auth",
            Client::GoAcmeDnsManager => "go-acme-dns-manager",
            Client::AcmeSh => "acme.sh",
            Client::PoshAcme => "posh-acme",
            Client::WinAcme => "win-acme",
            Client::Certify => "certify",
        }
    }
}

/// What is in a file: each registration, or what is wrong with it.
#[derive(Debug)]
pub struct Contents {
    pub client: Client,
    pub entries: Vec<Result<Entry, Flaw>>,
}

/// The neighbours of a file that say what it does not.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// acme.sh's `account.conf`.
    pub account_conf: Option<Secret>,
}

/// The registrations in a file; `None` where it is of another kind.
///
/// # Errors
/// When it cannot be told what it is: it is no text, or damaged JSON.
pub fn read(path: &Path, text: &Secret, beside: &Beside) -> Result<Option<Contents>, Flaw> {
    if text.expose().contains('\u{fffd}') {
        return Err(Flaw::NoText);
    }
    if has_extension(path, "conf") {
        return Ok(acme_sh::read(text.expose(), beside.account_conf.as_ref().map(Secret::expose)));
    }
    let Value::Object(document) = json::parsed(text.expose())? else { return Ok(None) };
    Ok(own::read(&document)
        .or_else(|| posh_acme::read(&document))
        .or_else(|| single::read(path, &document))
        .or_else(|| domains::read(path, &document)))
}

/// A `/register` reply, as it was printed or pasted.
///
/// # Errors
/// When it is none.
pub fn reply(text: &Secret, challenge: crate::identifier::DnsName) -> Result<Entry, Flaw> {
    let Ok(Value::Object(document)) = serde_json::from_str(text.expose()) else { return Err(Flaw::NoReply) };
    if !single::is_registration(&document) {
        return Err(Flaw::NoReply);
    }
    Entry::of(challenge, &document)
}

/// Whether a file may hold registrations, by its name: what else is damaged below a folder is nobody's business.
#[must_use]
pub fn may_hold(path: &Path) -> bool {
    has_extension(path, "json") || acme_sh::is_certificate(path)
}

fn has_extension(path: &Path, wanted: &str) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(wanted))
}

/// Registrations in the shape of a client: the content of one file, or of each file of a folder.
pub enum Written {
    File(Secret),
    Folder(Vec<(String, Secret)>),
}

/// Writes registrations as a client does.
///
/// # Errors
/// When that client cannot have them so.
pub fn write(client: Client, records: &[Record]) -> Result<Written, Flaw> {
    Ok(match client {
        Client::Certdns => Written::File(own::write(records)),
        Client::Goacmedns | Client::AcmeDnsAuth | Client::GoAcmeDnsManager => {
            Written::File(domains::write(client, records)?)
        }
        Client::AcmeSh => Written::File(acme_sh::write(records)?),
        Client::PoshAcme => Written::File(posh_acme::write(records)?),
        Client::WinAcme | Client::Certify => Written::Folder(single::write(client, records)?),
    })
}

/// The name that is proven: `example.com` of `_acme-challenge.example.com`.
fn base(record: &Record) -> &str {
    let challenge = record.challenge.as_str();
    challenge.strip_prefix("_acme-challenge.").unwrap_or(challenge)
}

#[cfg(test)]
mod tests;
