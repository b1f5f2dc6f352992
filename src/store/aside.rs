//! Registrations that are not used any more: nothing that cannot be fetched again is ever thrown away.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::file::Staged;
use super::records::{Change, Record, What};
use super::registrations::is_document;
use super::{Store, StoreError, document, file};
use crate::identifier::DnsName;

const LONGEST_RUN: Duration = Duration::from_secs(60 * 60);

/// A registration that was set aside.
#[derive(Clone, Debug)]
pub struct Aside {
    /// What `restore` calls it, unique for its name.
    pub id: String,
    pub record: Record,
    path: PathBuf,
}

/// A registration that is on disk, and not in its place yet.
pub struct StagedRecord {
    pub record: Record,
    staged: Staged,
}

impl StagedRecord {
    /// Puts it in its place, by one rename. The caller holds the lock of the registration.
    ///
    /// # Errors
    /// When the file system refuses all the same.
    pub fn place(self) -> Result<(), StoreError> {
        self.staged.place()
    }
}

impl Store {
    /// A registration as `export` writes it; its password is in it.
    #[must_use]
    pub fn record_document(record: &Record) -> serde_json::Value {
        serde_json::to_value(record).expect("a registration can be written as JSON")
    }

    /// Every registration with its story; a file that cannot be read stands among the rest as its error.
    ///
    /// # Errors
    /// When a directory cannot be read.
    pub fn records(&self) -> Result<Vec<Result<Record, StoreError>>, StoreError> {
        let mut all = Vec::new();
        for directory in file::folders(&self.registrations_dir())? {
            let names = file::entries(&directory)?.into_iter().filter(|name| is_document(name));
            all.extend(names.filter_map(|name| read(&directory.join(name)).transpose()));
        }
        all.sort_by(|a, b| key(a).cmp(&key(b)));
        Ok(all)
    }

    /// Those of one challenge name, at every server.
    ///
    /// # Errors
    /// When one of them cannot be read.
    pub fn records_of(&self, challenge: &DnsName) -> Result<Vec<Record>, StoreError> {
        let folders = file::folders(&self.registrations_dir())?;
        let files = folders.iter().map(|folder| folder.join(super::registrations::file_name(challenge, "json")));
        let all: Vec<Option<Record>> = files.map(|file| read(&file)).collect::<Result<_, _>>()?;
        Ok(all.into_iter().flatten().collect())
    }

    /// What was set aside, for one name or for all; what is in use again is not among it.
    ///
    /// # Errors
    /// When a directory or one of the files cannot be read.
    pub fn aside(&self, challenge: Option<&DnsName>) -> Result<Vec<Aside>, StoreError> {
        let mut all = Vec::new();
        for folder in file::folders(&self.registrations_dir())? {
            for aside in file::folders(&folder)?.into_iter().filter(|path| is_aside(path)) {
                all.extend(read_aside(&aside)?);
            }
        }
        all.retain(|one| challenge.is_none_or(|challenge| one.record.challenge == *challenge));
        let mut kept = Vec::new();
        for one in all {
            let live = self.records_of(&one.record.challenge)?;
            if !live.iter().any(|live| live.registration.is_same(&one.record.registration)) {
                kept.push(one);
            }
        }
        kept.sort_by(|a, b| (&a.record.challenge, &a.id).cmp(&(&b.record.challenge, &b.id)));
        Ok(kept)
    }

    /// Removes what was written beside its place and never put there: a run was killed, longer ago than any takes.
    pub fn sweep_staged(&self) {
        let folders = file::folders(&self.registrations_dir()).unwrap_or_default();
        for folder in &folders {
            file::sweep(folder, LONGEST_RUN);
        }
    }

    /// Writes a registration beside its place: a disk that is full is noticed before anything has changed.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn stage_record(&self, record: Record) -> Result<StagedRecord, StoreError> {
        let path = self.registration_file(&record.registration.server, &record.challenge, "json");
        let staged = Staged::at(path, &document::text(&record))?;
        Ok(StagedRecord { record, staged })
    }

    /// Keeps a copy of a registration aside, with what became of it. The caller holds its lock, and takes it out of
    /// its place afterwards: after a crash in between it is there twice, never nowhere.
    ///
    /// # Errors
    /// When the copy cannot be written, or what is there cannot be read.
    pub fn keep_aside(&self, record: &Record, cause: &str) -> Result<String, StoreError> {
        let folder = self.registration_file(&record.registration.server, &record.challenge, "aside");
        let there = read_aside(&folder)?;
        let same = there.iter().find(|one| one.record.registration.is_same(&record.registration));
        let next = there.iter().filter_map(|one| one.id.parse::<u32>().ok()).max().unwrap_or(0) + 1;
        let id = same.map_or_else(|| format!("{next:04}"), |same| same.id.clone());
        let kept = record.clone().with(Change::now(What::SetAside, cause));
        document::write(&folder.join(format!("{id}.json")), &kept)?;
        Ok(id)
    }

    /// Takes a registration out of its place. The caller holds its lock, and has kept a copy aside.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub fn take_out(&self, record: &Record) -> Result<(), StoreError> {
        file::remove(&self.registration_file(&record.registration.server, &record.challenge, "json"))
    }

    /// Forgets the copy of a registration that is in its place again.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub fn forget_aside(&self, aside: &Aside) -> Result<(), StoreError> {
        file::remove(&aside.path)
    }
}

fn key(record: &Result<Record, StoreError>) -> Option<(&DnsName, &str)> {
    record.as_ref().ok().map(|record| (&record.challenge, record.registration.server.as_str()))
}

fn read(path: &Path) -> Result<Option<Record>, StoreError> {
    Ok(document::read::<Record>(path)?.map(Record::read))
}

fn is_aside(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "aside")
}

fn read_aside(folder: &Path) -> Result<Vec<Aside>, StoreError> {
    let mut all = Vec::new();
    for name in file::entries(folder)?.into_iter().filter(|name| is_document(name)) {
        let path = folder.join(&name);
        let id = name.trim_end_matches(".json").to_owned();
        all.extend(read(&path)?.map(|record| Aside { id, record, path }));
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use jiff::Timestamp;
    use serde_json::{Value, json};
    use tempfile::TempDir;
    use url::Url;

    use super::*;
    use crate::acmedns::Registration;
    use crate::secret::Secret;
    use crate::store::{Carried, Fields};

    fn store() -> (TempDir, Store) {
        let directory = tempfile::tempdir().unwrap();
        let store = Store::open(directory.path().join("state"));
        (directory, store)
    }

    fn record(subdomain: &str) -> Record {
        let registration = Registration {
            server: Url::parse("https://auth.example.org/").unwrap(),
            username: "u".to_owned(),
            password: Secret::new("s3cret"),
            subdomain: subdomain.to_owned(),
            fulldomain: DnsName::parse(&format!("{subdomain}.auth.example.org")).unwrap(),
            allow_from: Vec::new(),
            registered_at: Timestamp::UNIX_EPOCH,
        };
        Record::new(DnsName::parse("_acme-challenge.example.com").unwrap(), registration)
    }

    fn file(store: &Store) -> PathBuf {
        store.registration_file(&record("a").registration.server, &record("a").challenge, "json")
    }

    #[test]
    fn what_gives_way_is_kept_once_with_its_story_and_with_fields_that_nobody_knows() {
        let (_directory, store) = store();
        store.stage_record(record("a")).unwrap().place().unwrap();
        let mut document: Value = serde_json::from_slice(&fs::read(file(&store)).unwrap()).unwrap();
        document["of_a_newer_certdns"] = json!([1]);
        fs::write(file(&store), document.to_string()).unwrap();

        let mine = store.records_of(&record("a").challenge).unwrap().remove(0);
        // A run that was killed in between does it again.
        assert_eq!(store.keep_aside(&mine, "for a test").unwrap(), "0001");
        assert_eq!(store.keep_aside(&mine, "for a test").unwrap(), "0001");
        // What is in use is not aside.
        assert!(store.aside(None).unwrap().is_empty());
        store.stage_record(record("b")).unwrap().place().unwrap();
        let aside = store.aside(Some(&mine.challenge)).unwrap().remove(0);
        assert_eq!(Store::record_document(&aside.record)["of_a_newer_certdns"], json!([1]));
        let told: Vec<What> = aside.record.story().iter().map(|change| change.what).collect();
        assert_eq!(told, [What::Registered, What::SetAside]);
        assert_eq!(store.keep_aside(&record("b"), "another").unwrap(), "0002");
    }

    #[test]
    fn what_is_staged_and_never_placed_is_gone() {
        let (_directory, store) = store();
        drop(store.stage_record(record("a")).unwrap());
        let folder = file(&store).parent().unwrap().to_owned();
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);

        let (young, old) = (folder.join(".new-young"), folder.join(".new-old"));
        let hours_ago = std::time::SystemTime::now() - Duration::from_secs(3 * 60 * 60);
        fs::write(&young, "").unwrap();
        fs::File::create(&old).unwrap().set_modified(hours_ago).unwrap();
        store.sweep_staged();
        assert!(young.exists() && !old.exists());
    }

    #[test]
    fn neither_a_password_nor_a_field_that_nobody_knows_is_printed() {
        let fields = Fields([("token".to_owned(), json!("t0ken"))].into_iter().collect());
        let carried = Carried { client: "goacmedns".to_owned(), fields, missing: Vec::new() };
        let printed = format!("{:?}", record("a").carrying(Some(carried)));
        assert!(printed.contains("token") && !printed.contains("t0ken") && !printed.contains("s3cret"), "{printed}");
    }
}
