//! Lineages that are not listed.

use serde_json::json;
use snapbox::str;

use super::{THREE, apply, lab};
use crate::support::same;

#[test]
fn lineages_that_are_not_listed_are_left_alone_or_deleted_on_somebodys_word() {
    let lab = lab();
    lab.run("issue -d c.example.test --name old --agree-tos --install fullchain=copy.pem").succeeded();
    let list = THREE.replace("rsa2048", "ecdsa-p384");
    let files = lab.files();
    same(
        &apply(&lab, &list, "--prune").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: could not apply with `--prune`
  cause: this cannot be undone, and nobody is there to be asked
   hint: say so with `--yes`

"#]],
    );
    assert_eq!(lab.files(), files);
    let plan = apply(&lab, &list, "--prune --plan --offline").succeeded().stdout;
    assert!(plan.contains("old: not in the configuration file; would be deleted\n"), "{plan}");
    // The copy goes from the one that is deleted to the one that is listed.
    same(
        &apply(&lab, &list, "--prune --yes --quiet").transcript(),
        str![[r#"
0
--- stdout
a.example.test: new certificate, good until [TIME] (in 89 days), due [TIME] (in 59 days)
b.example.test: new certificate, good until [TIME] (in 89 days), due [TIME] (in 59 days)
web: new certificate, good until [TIME] (in 89 days), due [TIME] (in 59 days)
old: deleted
--- stderr

"#]],
    );
    assert!(!lab.state().join("lineages/old").exists() && lab.path().join("copy.pem").exists());
    assert_eq!(apply(&lab, &list, "--prune --json").succeeded().json()["deleted"], json!([]));
}

#[test]
fn nothing_is_deleted_while_something_listed_is_missing() {
    let lab = lab();
    lab.run("issue -d a.example.test --name old --agree-tos").succeeded();
    let list = "[[certificate]]\nname = 'new'\nnames = ['new.example.test']\n";
    let run = apply(&lab, list, "--prune --yes");
    assert_eq!(run.status, 3);
    assert!(run.stdout.contains("old: not in the configuration file; left as it is\n"), "{}", run.transcript());
    lab.verify("old", &["a.example.test"]);
}

#[test]
fn nothing_is_deleted_while_a_hook_fails_or_what_cannot_be_read_may_be_meant() {
    let lab = lab();
    lab.run("issue -d a.example.test --name old --agree-tos").succeeded();
    lab.run("issue -d b.example.test --name broken --agree-tos").succeeded();
    std::fs::write(lab.state().join("lineages/broken/lineage.json"), "{").unwrap();
    let list = "[[certificate]]\nname = 'new'\nnames = ['c.example.test']\ndeploy-hook = ['test -e ok']\n";
    let run = apply(&lab, list, "--prune --yes");
    assert_eq!(run.status, 1, "{}", run.transcript());
    assert!(lab.state().join("lineages/old").exists(), "{}", run.transcript());
    std::fs::write(lab.path().join("ok"), "").unwrap();
    lab.run_words(&["deploy", "new"]).succeeded();
    let run = apply(&lab, list, "--prune --yes").succeeded();
    assert!(run.stderr.contains("warning: a lineage is left alone: "), "{}", run.transcript());
    assert!(!lab.state().join("lineages/old").exists() && lab.state().join("lineages/broken").exists());
}
