//! The names of a certificate: each once, none that a wildcard beside it covers. Pure.

use crate::commands::faults::IssueFault;
use crate::identifier::Identifier;

/// Distinct names in the order typed; a name that a wildcard beside it covers would be refused by the CA.
pub(super) fn distinct(typed: Vec<Identifier>) -> Result<Vec<Identifier>, IssueFault> {
    let mut names: Vec<Identifier> = Vec::new();
    for name in typed {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    match names.iter().find(|name| is_covered(name, &names)) {
        Some(name) => Err(IssueFault::Covered { name: name.clone() }),
        None => Ok(names),
    }
}

/// The names that are there, less those that a new wildcard covers, and the new ones.
pub(super) fn expanded(there: &[Identifier], more: &[Identifier]) -> Result<Vec<Identifier>, IssueFault> {
    let kept = there.iter().filter(|name| !is_covered(name, more));
    distinct(kept.chain(more).cloned().collect())
}

fn is_covered(name: &Identifier, by: &[Identifier]) -> bool {
    let covers =
        |wildcard: &Identifier| wildcard.is_wildcard() && name.base().parent().as_ref() == Some(wildcard.base());
    !name.is_wildcard() && by.iter().any(covers)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<Identifier> {
        text.split_whitespace().map(|name| Identifier::parse(name).unwrap()).collect()
    }

    fn said(names: Result<Vec<Identifier>, IssueFault>) -> String {
        match names {
            Ok(names) => names.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
            Err(fault) => fault.to_string(),
        }
    }

    #[test]
    fn more_names_come_behind_those_that_are_there() {
        assert_eq!(said(expanded(&names("a.test x.a.test"), &names("b.test a.test"))), "a.test x.a.test b.test");
    }

    #[test]
    fn a_new_wildcard_takes_the_place_of_what_it_covers() {
        assert_eq!(said(expanded(&names("a.test x.a.test"), &names("*.a.test"))), "a.test *.a.test");
        let covered = "x.a.test is covered by the wildcard beside it; CAs refuse both in one certificate";
        assert_eq!(said(expanded(&names("*.a.test"), &names("x.a.test"))), covered);
    }
}
