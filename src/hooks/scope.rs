//! Whether a hook runs once for all lineages, or once for each.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::Hook;
use super::environment::OF_ONE;

/// So much of a script is read, and so many of a directory.
const MAX_SCRIPT: u64 = 256 * 1024;
const MAX_SCRIPTS: usize = 100;

/// How often a hook runs where several lineages want it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    Once,
    EachLineage,
}

/// A hook runs once for all lineages, unless it begins with `@each`, or names a variable that is there for one lineage
/// only: in its text, or in a script that it names by its whole path, or in a directory of such scripts. Not by how
/// many certificates are new: what works with the first must work with five hundred.
#[must_use]
pub fn scope(hook: &Hook) -> Scope {
    let is_each =
        hook.is_each() || speaks_of_one(hook.text().as_bytes()) || paths(hook.text()).any(scripts_speak_of_one);
    if is_each { Scope::EachLineage } else { Scope::Once }
}

/// The words of a text that are whole paths.
fn paths(text: &str) -> impl Iterator<Item = &Path> {
    let words = text.split(|c: char| c.is_whitespace() || "'\"`;|&()<>=".contains(c));
    words.map(Path::new).filter(|path| path.is_absolute())
}

fn scripts_speak_of_one(path: &Path) -> bool {
    match std::fs::read_dir(path) {
        Ok(entries) => entries.flatten().take(MAX_SCRIPTS).any(|entry| file_speaks_of_one(&entry.path())),
        Err(_) => file_speaks_of_one(path),
    }
}

/// Regular files only: reading a pipe would wait.
fn file_speaks_of_one(path: &Path) -> bool {
    let mut content = Vec::new();
    let is_file = path.metadata().is_ok_and(|meta| meta.is_file());
    is_file
        && File::open(path).and_then(|file| file.take(MAX_SCRIPT).read_to_end(&mut content)).is_ok()
        && speaks_of_one(&content)
}

/// Whether a variable of one lineage is named. Whole words: `CERTDNS_LINEAGES` is another one.
fn speaks_of_one(text: &[u8]) -> bool {
    let in_word = |octet: &u8| octet.is_ascii_alphanumeric() || *octet == b'_';
    text.split(|octet| !in_word(octet)).any(|word| OF_ONE.iter().any(|name| name.as_bytes() == word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Scope {
        scope(&text.parse().unwrap())
    }

    #[test]
    fn a_hook_that_names_no_single_lineage_runs_once() {
        assert_eq!(of("nginx -s reload"), Scope::Once);
        assert_eq!(of("logger \"$CERTDNS_LINEAGES $RENEWED_DOMAINS\""), Scope::Once);
    }

    #[test]
    fn a_hook_that_names_a_variable_of_one_lineage_runs_for_each() {
        assert_eq!(of("cp ${RENEWED_LINEAGE}/fullchain.pem /etc/x"), Scope::EachLineage);
        assert_eq!(of("logger \"$CERTDNS_LINEAGE\""), Scope::EachLineage);
        assert_eq!(of("@each nginx -s reload"), Scope::EachLineage);
    }

    #[cfg(unix)]
    #[test]
    fn scripts_are_looked_into() {
        let directory = tempfile::tempdir().unwrap();
        let path = |name: &str| directory.path().join(name).display().to_string();
        std::fs::write(path("once.sh"), "#!/bin/sh\nnginx -s reload\n").unwrap();
        assert_eq!(of(&format!("run-parts {}", path(""))), Scope::Once);
        std::fs::write(path("each.sh"), "#!/bin/sh\ncp \"$RENEWED_LINEAGE/cert.pem\" /x\n").unwrap();
        assert_eq!(of(&path("once.sh")), Scope::Once);
        assert_eq!(of(&path("each.sh")), Scope::EachLineage);
        assert_eq!(of(&format!("@exec sh '{}' -x", path("each.sh"))), Scope::EachLineage);
        assert_eq!(of(&format!("run-parts {}", path(""))), Scope::EachLineage);
    }
}
