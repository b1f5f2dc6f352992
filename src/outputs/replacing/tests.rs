//! All or none, with real files.

use std::os::unix::fs::PermissionsExt;

use super::*;
use crate::outputs::put_back;

fn file(path: &Path, text: &str) -> File {
    File {
        path: path.to_owned(),
        bytes: Zeroizing::new(text.as_bytes().to_vec()),
        mode: "0640".parse().unwrap(),
        owner: None,
        group: None,
    }
}

/// Writes them, with a journal in a place of its own.
fn replace(files: &[File]) -> Result<(), OutputFault> {
    let state = tempfile::tempdir().unwrap();
    let done = replace_all(files, &state.path().join("journal"));
    assert!(names(state.path()).is_empty());
    done
}

fn names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = entries.collect();
    names.sort();
    names
}

#[test]
fn all_are_written_with_their_modes_and_nothing_is_left_beside_them() {
    let home = tempfile::tempdir().unwrap();
    let (a, b) = (home.path().join("a"), home.path().join("b"));
    fs::write(&a, "old").unwrap();
    replace(&[file(&a, "new a"), file(&b, "new b")]).unwrap();
    assert_eq!((fs::read_to_string(&a).unwrap(), fs::read_to_string(&b).unwrap()), ("new a".into(), "new b".into()));
    assert_eq!(fs::metadata(&a).unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(names(home.path()), ["a", "b"]);
}

#[test]
fn when_one_cannot_be_renamed_the_others_are_as_they_were() {
    let home = tempfile::tempdir().unwrap();
    let (a, b, c) = (home.path().join("a"), home.path().join("b"), home.path().join("c"));
    fs::write(&a, "old").unwrap();
    fs::set_permissions(&a, fs::Permissions::from_mode(0o604)).unwrap();
    let state = tempfile::tempdir().unwrap();
    let mut staged: Vec<Staged> = [&a, &b, &c].map(|path| Staged::prepare(&file(path, "new")).unwrap()).into();
    fs::remove_file(&staged[2].new).unwrap();
    let fault = place_all(&mut staged, &Journal::at(&state.path().join("journal"))).unwrap_err();
    assert_eq!(fault.to_string(), format!("could not write {}", c.display()));
    drop(staged);
    assert_eq!(fs::read_to_string(&a).unwrap(), "old");
    assert_eq!(fs::metadata(&a).unwrap().permissions().mode() & 0o777, 0o604);
    assert_eq!(names(home.path()), ["a"]);
}

#[test]
fn one_that_cannot_be_prepared_touches_none() {
    let home = tempfile::tempdir().unwrap();
    let (a, b) = (home.path().join("a"), home.path().join("missing/b"));
    fs::write(&a, "old").unwrap();
    assert!(replace(&[file(&a, "new"), file(&b, "new")]).is_err());
    assert_eq!((names(home.path()), fs::read_to_string(&a).unwrap()), (vec!["a".to_owned()], "old".to_owned()));
}

#[test]
fn a_symbolic_link_is_neither_followed_nor_replaced() {
    let home = tempfile::tempdir().unwrap();
    let (real, link) = (home.path().join("real"), home.path().join("link"));
    fs::write(&real, "old").unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    let fault = replace(&[file(&link, "new")]).unwrap_err();
    assert_eq!(fault.to_string(), format!("{} is a symbolic link", link.display()));
    assert_eq!(fs::read_to_string(&real).unwrap(), "old");
}

#[test]
fn what_a_crash_left_beside_a_file_is_taken_away() {
    let home = tempfile::tempdir().unwrap();
    let a = home.path().join("a");
    fs::write(home.path().join(".a.certdns-new"), "half").unwrap();
    fs::write(home.path().join(".a.certdns-old"), "half").unwrap();
    replace(&[file(&a, "new")]).unwrap();
    assert_eq!(names(home.path()), ["a"]);
}

/// Three files as a crash after the first two of them leaves them: one replaced, one new, one still as it was.
fn crashed(home: &Path) -> PathBuf {
    let [a, b, c, journal] = ["a", "b", "c", "journal"].map(|name| home.join(name));
    fs::write(&a, "old a").unwrap();
    fs::write(&c, "old c").unwrap();
    let staged: Vec<Staged> = [&a, &b, &c].map(|path| Staged::prepare(&file(path, "new")).unwrap()).into();
    let entries: Vec<Entry> = staged.iter().map(|one| one.entry.clone()).collect();
    Journal::at(&journal).begin(&entries).unwrap();
    staged[..2].iter().for_each(|one| one.place().unwrap());
    std::mem::forget(staged);
    journal
}

fn texts(home: &Path) -> Vec<(String, String)> {
    names(home).into_iter().map(|name| (name.clone(), fs::read_to_string(home.join(name)).unwrap())).collect()
}

#[test]
fn what_a_crash_left_half_replaced_is_put_back() {
    let home = tempfile::tempdir().unwrap();
    let journal = crashed(home.path());
    assert!(put_back(&journal).unwrap());
    let old = |name: &str| (name.to_owned(), format!("old {name}"));
    let new = (".c.certdns-new".to_owned(), "new".to_owned());
    assert_eq!(texts(home.path()), [new, old("a"), old("c")]);
    assert!(!put_back(&journal).unwrap());
}

#[test]
fn what_somebody_else_wrote_since_the_crash_is_left_alone() {
    let home = tempfile::tempdir().unwrap();
    let journal = crashed(home.path());
    for name in ["a", "b"] {
        fs::remove_file(home.path().join(name)).unwrap();
        fs::write(home.path().join(name), "theirs").unwrap();
    }
    put_back(&journal).unwrap();
    assert_eq!(fs::read_to_string(home.path().join("a")).unwrap(), "theirs");
    assert_eq!(fs::read_to_string(home.path().join("b")).unwrap(), "theirs");
}

#[test]
fn what_cannot_be_put_back_is_kept_and_named() {
    let home = tempfile::tempdir().unwrap();
    let [a, b, journal] = ["a", "b", "journal"].map(|name| home.path().join(name));
    fs::write(&a, "old").unwrap();
    let mut staged: Vec<Staged> = [&a, &b].map(|path| Staged::prepare(&file(path, "new")).unwrap()).into();
    staged[0].place().unwrap();
    // Nothing can be renamed over a directory.
    fs::remove_file(&a).unwrap();
    fs::create_dir(&a).unwrap();
    Journal::at(&journal).begin(&[staged[0].entry.clone()]).unwrap();
    let fault = OutputFault::Write { path: b.clone(), source: io::Error::other("full") };
    let fault = take_back(&mut staged[..1], &Journal::at(&journal), fault);
    drop(staged);
    let kept = home.path().join(".a.certdns-old");
    assert_eq!(fs::read_to_string(&kept).unwrap(), "old");
    assert_eq!(crate::error::Explain::hints(&fault)[0].lines, [kept.display().to_string()]);
    assert!(put_back(&journal).is_err());
    fs::remove_dir(&a).unwrap();
    assert!(put_back(&journal).unwrap());
    assert_eq!(fs::read_to_string(&a).unwrap(), "old");
}
