//! Registrations, and the journal of what was published under them.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use url::Url;

use super::file::Reserved;
use super::records::Record;
use super::{Guard, Store, StoreError, document, file, lock, names};
use crate::acmedns::{Published, Registration};
use crate::event::SharedReporter;
use crate::identifier::DnsName;

/// Room on the disk for a registration.
pub struct Room {
    challenge: DnsName,
    reserved: Reserved,
}

impl Room {
    /// Keeps the registration. From here on it cannot be lost.
    ///
    /// # Errors
    /// When the file cannot be written all the same.
    pub fn keep(self, registration: &Registration) -> Result<(), StoreError> {
        self.reserved.fill(&document::text(&Record::new(self.challenge, registration.clone())))
    }
}

/// Registrations are far smaller, long lists of networks aside.
const MAX_REGISTRATION: usize = 16 * 1024;

/// A registration with the challenge name it is for.
pub type Kept = (DnsName, Registration);

#[derive(Serialize, Deserialize)]
struct Journal {
    /// Whose slots these are: the same name may be registered anew.
    subdomain: String,
    published: Vec<Published>,
}

impl Store {
    /// The registration of a challenge name at a server.
    ///
    /// # Errors
    /// When its file is damaged, of a newer version or unreadable.
    pub fn registration(&self, server: &Url, challenge: &DnsName) -> Result<Option<Registration>, StoreError> {
        let stored: Option<Record> = document::read(&self.registration_file(server, challenge, "json"))?;
        Ok(stored.map(|stored| stored.registration))
    }

    /// The registrations of a challenge name at every server.
    ///
    /// # Errors
    /// As for one.
    pub fn registrations_of(&self, challenge: &DnsName) -> Result<Vec<Registration>, StoreError> {
        let file = file_name(challenge, "json");
        let servers = file::folders(&self.registrations_dir())?.into_iter();
        let found = servers.map(|server| document::read(&server.join(&file)));
        let found: Vec<Option<Record>> = found.collect::<Result<_, _>>()?;
        Ok(found.into_iter().flatten().map(|stored| stored.registration).collect())
    }

    /// Everything that is registered; a file that cannot be read stands among the rest as its error.
    ///
    /// # Errors
    /// When a directory cannot be read.
    pub fn registrations(&self) -> Result<Vec<Result<Kept, StoreError>>, StoreError> {
        let mut all = Vec::new();
        for directory in file::folders(&self.registrations_dir())? {
            for name in file::entries(&directory)?.iter().filter(|name| is_document(name)) {
                let stored = document::read::<Record>(&directory.join(name)).transpose();
                all.extend(stored.map(|stored| stored.map(|stored| (stored.challenge, stored.registration))));
            }
        }
        Ok(all)
    }

    /// Makes room for a registration before it is asked for: a disk that is full must be noticed while there is
    /// nothing to lose yet.
    ///
    /// # Errors
    /// When there is no room, or the state directory cannot be written.
    pub fn reserve_registration(&self, server: &Url, challenge: &DnsName) -> Result<Room, StoreError> {
        let path = self.registration_file(server, challenge, "json");
        Ok(Room { challenge: challenge.clone(), reserved: Reserved::at(path, MAX_REGISTRATION)? })
    }

    /// What is in the slots of a registration, as far as this machine knows; newest last.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn published(&self, registration: &Registration, challenge: &DnsName) -> Result<Vec<Published>, StoreError> {
        let journal = self.registration_file(&registration.server, challenge, "published");
        let journal = match document::read::<Journal>(&journal) {
            // Nothing is lost with it: DNS shows the values, too.
            Err(StoreError::Damaged { .. }) => None,
            read => read?,
        };
        let ours = journal.filter(|journal| journal.subdomain == registration.subdomain);
        Ok(ours.map(|journal| journal.published).unwrap_or_default())
    }

    /// Keeps what is in the slots now.
    ///
    /// # Errors
    /// When the journal cannot be written.
    pub fn save_published(
        &self,
        registration: &Registration,
        challenge: &DnsName,
        published: &[Published],
    ) -> Result<(), StoreError> {
        let journal = Journal { subdomain: registration.subdomain.clone(), published: published.to_vec() };
        document::write(&self.registration_file(&registration.server, challenge, "published"), &journal)
    }

    /// Nobody else registers this name at this server, or publishes under it, while the guard lives.
    ///
    /// # Errors
    /// When the lock file cannot be made.
    pub async fn lock_registration(
        &self,
        server: &Url,
        challenge: &DnsName,
        reporter: &SharedReporter,
    ) -> Result<Guard, StoreError> {
        let path = self.registration_file(server, challenge, "lock");
        lock::acquire(path, format!("the registration of {challenge}"), lock::PATIENCE, reporter).await
    }

    /// Nobody else publishes under this registration, whatever name it proves, while the guard lives. Taken after the
    /// locks of names.
    ///
    /// # Errors
    /// When the lock file cannot be made.
    pub async fn lock_slots(&self, one: &Registration, reporter: &SharedReporter) -> Result<Guard, StoreError> {
        let folder = self.registrations_dir().join(names::folder(&one.server));
        let path = folder.join(format!("{}.slots.lock", names::fitting(&one.subdomain)));
        lock::acquire(path, format!("the registration {}", one.fulldomain), lock::PATIENCE, reporter).await
    }

    /// The same without waiting: `None` while somebody else registers or publishes.
    ///
    /// # Errors
    /// When the lock file cannot be made.
    pub fn try_lock_registration(&self, server: &Url, challenge: &DnsName) -> Result<Option<Guard>, StoreError> {
        lock::try_acquire(self.registration_file(server, challenge, "lock"))
    }

    pub(super) fn registrations_dir(&self) -> PathBuf {
        self.root.join("registrations")
    }

    pub(super) fn registration_file(&self, server: &Url, challenge: &DnsName, extension: &str) -> PathBuf {
        self.registrations_dir().join(names::folder(server)).join(file_name(challenge, extension))
    }
}

/// Named after the name that is proven, not after its challenge name.
pub(super) fn file_name(challenge: &DnsName, extension: &str) -> String {
    let base = challenge.as_str().strip_prefix("_acme-challenge.").unwrap_or(challenge.as_str());
    format!("{}.{extension}", names::fitting(base))
}

pub(super) fn is_document(name: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|extension| extension == "json")
}
