//! `certdns delete`, as a person would use it.

use snapbox::str;

use crate::support::{Lab, same};

fn lab() -> Lab {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos --install fullchain=copy.pem").succeeded();
    lab
}

#[test]
fn a_lineage_is_deleted_and_its_copies_and_registrations_are_left() {
    let lab = lab();
    same(
        &lab.run("delete example.test --yes").transcript(),
        str![[r#"
0
--- stdout
example.test: deleted

These copies are left, and nobody keeps them fresh any more:

[DIR]/copy.pem
--- stderr

"#]],
    );
    same(
        &lab.files(),
        str![[r#"
0600 accounts/localhost_[PORT]/key-[ID].json
0600 looks.json
0600 registrations/127.0.0.1_[PORT]/example.test.json
0600 registrations/127.0.0.1_[PORT]/example.test.published
0700 accounts/
0700 accounts/localhost_[PORT]/
0700 lineages/
0700 registrations/
0700 registrations/127.0.0.1_[PORT]/

"#]],
    );
    assert!(lab.path().join("copy.pem").exists());
    let again = lab.run("issue -d example.test").succeeded();
    assert!(!again.stderr.contains("registering"), "{}", again.transcript());
}

#[test]
fn without_a_person_to_ask_it_wants_a_yes() {
    let lab = lab();
    let files = lab.files();
    same(
        &lab.run("delete example.test").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: could not delete example.test
  cause: this cannot be undone, and nobody is there to be asked
   hint: say so with `--yes`

"#]],
    );
    assert_eq!(lab.files(), files);
}

#[test]
fn an_unknown_lineage_is_an_error() {
    same(
        &Lab::new().run("delete other --yes").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: there is no lineage called other
   hint: `certdns list` tells what there is

"#]],
    );
}

#[test]
fn a_lineage_that_cannot_be_read_can_be_deleted() {
    let lab = lab();
    std::fs::write(lab.state().join("lineages/example.test/lineage.json"), "half").unwrap();
    lab.run("delete example.test --yes").succeeded();
    assert!(!lab.state().join("lineages/example.test").exists());
}

#[test]
fn what_a_crash_left_of_a_deleted_lineage_goes_with_the_next_renewal() {
    let lab = lab();
    let (folder, half) =
        (lab.state().join("lineages/example.test"), lab.state().join("lineages/.deleted-example.test"));
    std::fs::rename(folder, &half).unwrap();
    lab.run("renew").succeeded();
    assert!(!half.exists());
}
