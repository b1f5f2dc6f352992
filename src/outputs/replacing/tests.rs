//! All or none, with real files.

use std::os::unix::fs::PermissionsExt;

use super::*;

fn file(path: &Path, text: &str) -> File {
    File {
        path: path.to_owned(),
        bytes: Zeroizing::new(text.as_bytes().to_vec()),
        mode: "0640".parse().unwrap(),
        owner: None,
        group: None,
    }
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
    replace_all(&[file(&a, "new a"), file(&b, "new b")]).unwrap();
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
    let staged: Vec<Staged> = [&a, &b, &c].map(|path| Staged::prepare(&file(path, "new")).unwrap()).into();
    fs::remove_file(&staged[2].new).unwrap();
    let fault = place_all(&staged).unwrap_err();
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
    assert!(replace_all(&[file(&a, "new"), file(&b, "new")]).is_err());
    assert_eq!((names(home.path()), fs::read_to_string(&a).unwrap()), (vec!["a".to_owned()], "old".to_owned()));
}

#[test]
fn a_symbolic_link_is_neither_followed_nor_replaced() {
    let home = tempfile::tempdir().unwrap();
    let (real, link) = (home.path().join("real"), home.path().join("link"));
    fs::write(&real, "old").unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    let fault = replace_all(&[file(&link, "new")]).unwrap_err();
    assert_eq!(fault.to_string(), format!("{} is a symbolic link", link.display()));
    assert_eq!(fs::read_to_string(&real).unwrap(), "old");
}

#[test]
fn what_a_crash_left_beside_a_file_is_taken_away() {
    let home = tempfile::tempdir().unwrap();
    let a = home.path().join("a");
    fs::write(home.path().join(".a.certdns-new"), "half").unwrap();
    fs::write(home.path().join(".a.certdns-old"), "half").unwrap();
    replace_all(&[file(&a, "new")]).unwrap();
    assert_eq!(names(home.path()), ["a"]);
}
