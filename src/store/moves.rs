//! Names on their way from one acme-dns server to another: noted before anything is done, until the old registration
//! is set aside.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use url::Url;

use super::{Store, StoreError, document, file};
use crate::identifier::DnsName;

/// A name that is on its way. Which registrations it has lies beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    pub challenge: DnsName,
    /// The base URL of the server that it moves to.
    pub to: Url,
    pub begun_at: Timestamp,
    /// Since when every name server has been seen to lead there, without a break.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrived_at: Option<Timestamp>,
    /// The longest that resolvers may go on following the CNAME that was there before, in seconds.
    #[serde(default)]
    pub ttl: u32,
}

impl Store {
    /// Every move that is under way, by name.
    ///
    /// # Errors
    /// When a directory or one of the notes cannot be read.
    pub fn moves(&self) -> Result<Vec<Move>, StoreError> {
        let mut all = Vec::new();
        for folder in file::folders(&self.registrations_dir())? {
            for name in file::entries(&folder)?.iter().filter(|name| is_note(name)) {
                all.extend(document::read::<Move>(&folder.join(name))?);
            }
        }
        all.sort_by(|a, b| a.challenge.cmp(&b.challenge));
        Ok(all)
    }

    /// Keeps how far a move is.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn save_move(&self, one: &Move) -> Result<(), StoreError> {
        document::write(&self.registration_file(&one.to, &one.challenge, "moving"), one)
    }

    /// Forgets a move that is over.
    ///
    /// # Errors
    /// When the note cannot be removed.
    pub fn end_move(&self, one: &Move) -> Result<(), StoreError> {
        file::remove(&self.registration_file(&one.to, &one.challenge, "moving"))
    }
}

fn is_note(name: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|extension| extension == "moving")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_move_is_kept_until_it_is_over() {
        let directory = tempfile::tempdir().unwrap();
        let store = Store::open(directory.path().join("state"));
        assert_eq!(store.moves().unwrap(), []);
        let one = Move {
            challenge: DnsName::parse("_acme-challenge.example.com").unwrap(),
            to: Url::parse("https://auth.example.org/").unwrap(),
            begun_at: Timestamp::UNIX_EPOCH,
            arrived_at: None,
            ttl: 300,
        };
        store.save_move(&one).unwrap();
        assert_eq!(store.moves().unwrap(), std::slice::from_ref(&one));
        assert!(store.registrations().unwrap().is_empty());
        store.end_move(&one).unwrap();
        assert_eq!(store.moves().unwrap(), []);
    }
}
