//! The state directory, with real files.

use jiff::Timestamp;
use tempfile::TempDir;
use url::Url;

use super::*;
use crate::acme::{Account, AccountKey, AccountKeyType};
use crate::acmedns::{Published, Registration};
use crate::certificate::{Chain, Holder, KeyType, PrivateKey, Recipe, Request, csr};
use crate::identifier::{DnsName, Identifier};
use crate::secret::Secret;

fn store() -> (TempDir, Store) {
    let directory = tempfile::tempdir().unwrap();
    let store = Store::open(directory.path().join("state"));
    (directory, store)
}

fn challenge() -> DnsName {
    DnsName::parse("_acme-challenge.example.com").unwrap()
}

fn registration() -> Registration {
    Registration {
        server: Url::parse("https://auth.example.org/").unwrap(),
        username: "u".to_owned(),
        password: Secret::new("hunter2"),
        subdomain: "d420".to_owned(),
        fulldomain: DnsName::parse("d420.auth.example.org").unwrap(),
        allow_from: vec!["192.0.2.0/24".to_owned()],
        registered_at: Timestamp::UNIX_EPOCH,
    }
}

fn keep(store: &Store) {
    store.reserve_registration(&registration().server, &challenge()).unwrap().keep(&registration()).unwrap();
}

fn registration_path(store: &Store) -> PathBuf {
    store.root.join("registrations/auth.example.org/example.com.json")
}

fn made() -> Made {
    Made { at: Timestamp::UNIX_EPOCH, reason: "there is none yet".to_owned(), steps: Vec::new() }
}

#[test]
fn a_registration_comes_back_as_it_was_kept() {
    let (_directory, store) = store();
    keep(&store);
    assert_eq!(store.registration(&registration().server, &challenge()).unwrap(), Some(registration()));
    assert_eq!(store.registrations_of(&challenge()).unwrap(), [registration()]);
    let all: Vec<_> = store.registrations().unwrap().into_iter().map(Result::unwrap).collect();
    assert_eq!(all, [(challenge(), registration())]);
}

#[cfg(unix)]
#[test]
fn files_and_directories_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let (_directory, store) = store();
    keep(&store);
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let file = registration_path(&store);
    assert_eq!(mode(&file), 0o600);
    for directory in file.ancestors().skip(1).take(3) {
        assert_eq!(mode(directory), 0o700, "{}", directory.display());
    }
}

#[test]
fn a_damaged_file_is_named_with_its_place_and_without_its_words() {
    let (_directory, store) = store();
    keep(&store);
    let path = registration_path(&store);
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("\"u\"", "[\"hunter2\"]")).unwrap();
    let error = store.registration(&registration().server, &challenge()).unwrap_err().to_string();
    assert!(error.contains("example.com.json is damaged at line"), "{error}");
    assert!(!error.contains("hunter2"), "{error}");
    std::fs::write(&path, &text[..text.len() / 2]).unwrap();
    let error = store.registration(&registration().server, &challenge()).unwrap_err().to_string();
    assert!(error.ends_with("the file ends too early"), "{error}");
}

#[test]
fn a_newer_version_is_refused_politely() {
    let (_directory, store) = store();
    keep(&store);
    let path = registration_path(&store);
    let text = std::fs::read_to_string(&path).unwrap().replace("\"version\": 1", "\"version\": 2");
    std::fs::write(&path, &text).unwrap();
    let error = store.registration(&registration().server, &challenge()).unwrap_err().to_string();
    assert!(error.ends_with("was written by a newer certdns (version 2 of its format)"), "{error}");
}

#[test]
fn reading_an_absent_state_directory_creates_nothing() {
    let (_directory, store) = store();
    assert!(store.registrations().unwrap().is_empty() && store.accounts().unwrap().is_empty());
    assert!(store.lineages().unwrap().is_empty());
    assert!(!store.root.exists());
}

fn lineage() -> Lineage {
    let names = vec![Identifier::parse("example.com").unwrap()];
    let directory = Url::parse("https://ca.example/directory").unwrap();
    Lineage::new("example.com", names, KeyType::EcdsaP256, directory, Timestamp::UNIX_EPOCH)
}

fn pending(lineage: &Lineage) -> Pending {
    Pending {
        order: None,
        account: None,
        directory: lineage.directory.clone(),
        identifiers: lineage.identifiers.clone(),
        key_type: lineage.key_type,
        recipe: lineage.recipe.clone(),
        not_after: None,
        started_at: Timestamp::UNIX_EPOCH,
    }
}

fn begin(store: &Store, lineage: Lineage, holder: &Holder) -> Lineage {
    let pending = pending(&lineage);
    store.begin(lineage, holder, pending).unwrap()
}

fn certificate(key: &PrivateKey) -> Chain {
    let pair = rcgen::KeyPair::from_pem(key.to_pem().expose()).unwrap();
    let params = rcgen::CertificateParams::new(vec!["example.com".to_owned()]).unwrap();
    Chain::parse(&params.self_signed(&pair).unwrap().pem()).unwrap()
}

fn key() -> PrivateKey {
    PrivateKey::generate(KeyType::EcdsaP256).unwrap()
}

/// A key, as it holds a certificate, with the certificate for it.
fn held() -> (Holder, Chain) {
    let key = key();
    let chain = certificate(&key);
    (Holder::Here(key), chain)
}

#[test]
fn a_certificate_is_committed_whole_and_shown_at_the_live_path() {
    let (_directory, store) = store();
    let (holder, chain) = held();
    let key = holder.private_key().unwrap();
    let wanted = begin(&store, lineage(), &holder);
    assert_eq!(store.pending_key("example.com").unwrap().unwrap().public_key(), key.public_key());
    let committed = store.commit(&wanted, &holder, &chain, made()).unwrap();
    assert_eq!((committed.live, committed.pending.clone()), (Some(1), None));
    assert_eq!(store.lineage("example.com").unwrap(), Some(committed.clone()));
    let live = std::fs::read_to_string(store.live_path("example.com").join("privkey.pem")).unwrap();
    assert_eq!(live, key.to_pem().expose());
    assert!(store.pending_key("example.com").unwrap().is_none());
    assert_eq!(store.live_chain(&committed).unwrap().unwrap().leaf().public_key, key.public_key());
}

#[test]
fn a_change_that_is_not_finished_leaves_the_live_certificate_its_names() {
    let (_directory, store) = store();
    let (first, chain) = held();
    let wanted = begin(&store, lineage(), &first);
    store.commit(&wanted, &first, &chain, made()).unwrap();
    let more = Lineage { identifiers: vec![Identifier::parse("www.example.com").unwrap()], ..wanted };
    begin(&store, more, &held().0);
    let order = Url::parse("https://ca.example/order/1").unwrap();
    store.set_order("example.com", Some(&order)).unwrap();
    let kept = store.lineage("example.com").unwrap().unwrap();
    assert_eq!((kept.identifiers, kept.live), (lineage().identifiers, Some(1)));
    assert_eq!(kept.pending.unwrap().order, Some(order));
}

#[test]
fn what_a_crash_after_the_commit_left_undone_is_put_right() {
    let (_directory, store) = store();
    let mut committed = lineage();
    for _ in 0..2 {
        let (holder, chain) = held();
        let wanted = begin(&store, committed, &holder);
        committed = store.commit(&wanted, &holder, &chain, made()).unwrap();
    }
    let second = std::fs::read(store.live_path("example.com").join("cert.pem")).unwrap();
    super::live::publish(&store.root.join("lineages/example.com"), 1).unwrap();
    assert_ne!(std::fs::read(store.live_path("example.com").join("cert.pem")).unwrap(), second);
    store.heal(&committed).unwrap();
    assert_eq!(std::fs::read(store.live_path("example.com").join("cert.pem")).unwrap(), second);
}

#[test]
fn a_certificate_for_a_key_that_is_elsewhere_has_no_private_key_beside_it() {
    let (_directory, store) = store();
    let (first, chain) = held();
    let committed = store.commit(&begin(&store, lineage(), &first), &first, &chain, made()).unwrap();
    let key = key();
    let request = Request::parse(&csr(&key, &lineage().identifiers).unwrap()).unwrap();
    let recipe = Recipe { csr: Some(request.clone()), ..Recipe::default() };
    let wanted = Lineage { recipe, ..committed };
    let holder = Holder::Elsewhere(request);
    let wanted = begin(&store, wanted, &holder);
    assert!(store.pending_key("example.com").unwrap().is_none());
    let committed = store.commit(&wanted, &holder, &certificate(&key), made()).unwrap();
    assert_eq!(store.lineage("example.com").unwrap(), Some(committed.clone()));
    let mut files: Vec<_> =
        std::fs::read_dir(store.live_path("example.com")).unwrap().map(|file| file.unwrap().file_name()).collect();
    files.sort();
    assert_eq!(files, ["cert.pem", "chain.pem", "fullchain.pem"]);
    assert!(store.is_whole(&committed) && store.live_key(&committed).unwrap().is_none());
    assert_eq!(store.live_chain(&committed).unwrap().unwrap().leaf().public_key, key.public_key());
}

#[test]
fn a_lineage_of_an_older_certdns_is_read_and_says_no_more_than_before() {
    let (_directory, store) = store();
    let text = r#"{
  "version": 1,
  "name": "example.com",
  "identifiers": [
    "example.com"
  ],
  "key_type": "ecdsa-p256",
  "directory": "https://ca.example/directory",
  "live": null,
  "created_at": "1970-01-01T00:00:00Z",
  "pending": null
}
"#;
    let path = store.root.join("lineages/example.com/lineage.json");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, text).unwrap();
    assert_eq!(store.lineage("example.com").unwrap(), Some(lineage()));
    store.remember("example.com", &Recipe::default(), None).unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn a_lineage_of_before_outputs_and_revocations_is_read() {
    let (_directory, store) = store();
    let (first, chain) = held();
    let committed = store.commit(&begin(&store, lineage(), &first), &first, &chain, made()).unwrap();
    let path = store.root.join("lineages/example.com/lineage.json");
    let mut document: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    document.as_object_mut().unwrap().remove("generations").unwrap();
    assert_eq!(document.get("outputs"), None);
    std::fs::write(&path, document.to_string()).unwrap();
    let read = store.lineage("example.com").unwrap().unwrap();
    assert_eq!((read.live, read.live_revoked()), (committed.live, None));
    assert_eq!(read.origin(1).directory, committed.directory);
}

#[test]
fn a_compromised_key_is_remembered() {
    let (_directory, store) = store();
    let (known, other) = (key().public_key(), key().public_key());
    assert!(!store.is_compromised(&known));
    store.set_compromised(&known, Timestamp::UNIX_EPOCH).unwrap();
    assert!(store.is_compromised(&known) && !store.is_compromised(&other));
}

#[tokio::test]
async fn a_lock_is_waited_for_and_told() {
    struct Ear(std::sync::Mutex<Vec<String>>);
    impl crate::event::Reporter for Ear {
        fn report(&self, event: crate::event::Event) {
            self.0.lock().unwrap().push(format!("{event:?}"));
        }
    }
    let (directory, store) = store();
    let ear = std::sync::Arc::new(Ear(std::sync::Mutex::default()));
    let reporter: crate::event::SharedReporter = ear.clone();
    drop(store.lock_lineage("x", std::time::Duration::from_secs(60), &reporter).await.unwrap());
    // As another process has it.
    let first = std::fs::File::options().write(true).open(directory.path().join("state/lineages/x.lock")).unwrap();
    first.lock().unwrap();
    let second = store.lock_lineage("x", std::time::Duration::from_secs(60), &reporter);
    let release = async {
        while ear.0.lock().unwrap().is_empty() {
            tokio::task::yield_now().await;
        }
        drop(first);
    };
    let (second, ()) = tokio::join!(second, release);
    second.unwrap();
    assert_eq!(ear.0.lock().unwrap().as_slice(), ["WaitingForLock { what: \"the lineage x\" }"]);
}

#[tokio::test]
async fn tasks_of_one_process_take_turns_in_silence() {
    let (_directory, store) = store();
    let reporter: crate::event::SharedReporter = std::sync::Arc::new(crate::event::Silent);
    let first = store.lock_lineage("x", std::time::Duration::from_secs(60), &reporter).await.unwrap();
    let second = store.lock_lineage("x", std::time::Duration::from_millis(10), &reporter).await;
    assert_eq!(second.unwrap_err().to_string(), "another certdns is still working on the lineage x");
    drop(first);
    store.lock_lineage("x", std::time::Duration::from_secs(60), &reporter).await.unwrap();
}

#[test]
fn room_that_is_not_used_leaves_nothing_behind() {
    let (_directory, store) = store();
    drop(store.reserve_registration(&registration().server, &challenge()).unwrap());
    let folder = registration_path(&store).parent().unwrap().to_owned();
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 0);
    assert!(store.registrations().unwrap().is_empty());
}

#[test]
fn the_journal_of_an_older_registration_says_nothing_about_a_new_one() {
    let (_directory, store) = store();
    let published = [Published { value: "x".to_owned(), at: Timestamp::UNIX_EPOCH }];
    store.save_published(&registration(), &challenge(), &published).unwrap();
    assert_eq!(store.published(&registration(), &challenge()).unwrap(), published);
    let anew = Registration { subdomain: "e531".to_owned(), ..registration() };
    assert_eq!(store.published(&anew, &challenge()).unwrap(), []);
}

fn account(store: &Store, created_at: &str) -> Account {
    let key = AccountKey::generate(AccountKeyType::EcdsaP256).unwrap();
    let directory = Url::parse("https://ca.example/directory").unwrap();
    let account = Account::new(directory, &key, None, created_at.parse().unwrap());
    store.save_account(&account).unwrap();
    account
}

#[test]
fn the_chosen_account_stands_first_then_the_oldest() {
    let (_directory, store) = store();
    let [old, middle, new] = ["2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z"]
        .map(|created_at| account(&store, created_at));
    let order = || store.accounts_at(&old.directory).unwrap();
    assert_eq!(order(), [old.clone(), middle.clone(), new.clone()]);
    store.choose_account(&new).unwrap();
    assert_eq!(order(), [new.clone(), old.clone(), middle.clone()]);
    // Who makes another account later does not find the choice of one that is gone.
    store.remove_account(&new).unwrap();
    assert_eq!(order(), [old.clone(), middle.clone()]);
    store.save_account(&new).unwrap();
    assert_eq!(order(), [old.clone(), middle, new]);
}

#[test]
fn a_new_account_never_takes_the_place_of_another_that_had_its_key_before() {
    let (_directory, store) = store();
    let mut old = account(&store, "2026-01-01T00:00:00Z");
    let first_key = old.key.clone();
    old.uri = Some(Url::parse("https://ca.example/acct/1").unwrap());
    old.key = AccountKey::generate(AccountKeyType::EcdsaP256).unwrap().to_pem();
    store.save_account(&old).unwrap();
    let other = |number: u8| {
        let mut other = old.clone();
        (other.key, other.uri) = (first_key.clone(), Url::parse(&format!("https://ca.example/acct/{number}")).ok());
        other
    };
    let ids = [2, 3, 2].map(|number| store.add_account(other(number)).unwrap().id);
    assert_eq!(ids, [2, 3, 2].map(|number| format!("{}-{number}", old.id)));
    assert_eq!(store.accounts_at(&old.directory).unwrap().len(), 3);
    assert_eq!(store.reread_account(&old).unwrap(), Some(old));
}

#[test]
fn documents_of_old_without_names_and_remembered_accounts_are_read() {
    let (_directory, store) = store();
    let kept = account(&store, "2026-01-01T00:00:00Z");
    let path = store.root.join("accounts/ca.example").join(format!("{}.json", kept.id));
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(!text.contains("name") && !text.contains("candidate") && !text.contains("\"id\""), "{text}");
    let (holder, _) = held();
    let wanted = begin(&store, lineage(), &holder);
    let text = std::fs::read_to_string(store.root.join("lineages/example.com/lineage.json")).unwrap();
    assert_eq!((wanted.account, text.matches("\"account\"").count()), (None, 1), "only what is pending: {text}");
}

#[cfg(unix)]
#[test]
fn what_a_crash_left_of_a_file_is_swept_away_when_nobody_can_be_writing_it() {
    let (directory, store) = store();
    let lineage = directory.path().join("state/lineages/example.com");
    std::fs::create_dir_all(lineage.join("pending")).unwrap();
    let (old, young) = (lineage.join("pending/.new-a1"), lineage.join(".new-b2"));
    for path in [&old, &young] {
        std::fs::write(path, "half").unwrap();
    }
    let hours_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(7200);
    std::fs::File::options().write(true).open(&old).unwrap().set_modified(hours_ago).unwrap();
    store.sweep();
    assert_eq!((old.exists(), young.exists()), (false, true));
}
