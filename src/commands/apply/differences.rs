//! In what a lineage is not as it is listed. Pure.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Serialize;

use crate::acme::authority_name;
use crate::hooks::Hook;
use crate::identifier::Identifier;
use crate::outputs::{Algorithms, Install, Outputs, digest};
use crate::store::Lineage;

/// One thing; `None` stands for none of it, or the usual.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Difference {
    pub what: &'static str,
    pub from: Option<String>,
    pub to: Option<String>,
}

/// What changes, from how it is to how it shall be.
pub(super) fn differences(before: &Lineage, wanted: &Lineage) -> Vec<Difference> {
    let (old, new) = (&before.recipe, &wanted.recipe);
    let same_names = set(&before.identifiers) == set(&wanted.identifiers);
    let names = |lineage: &Lineage| (!same_names).then(|| joined(&lineage.identifiers));
    let key_type = |lineage: &Lineage| lineage.recipe.csr.is_none().then(|| lineage.key_type.to_string());
    let url = |url: Option<&url::Url>| url.map(ToString::to_string);
    let lifetime = |span: Option<crate::certificate::Lifespan>| span.map(|span| format!("{:#}", span.0));
    let all = [
        ("names", names(before), names(wanted)),
        ("CA", Some(authority_name(&before.directory)), Some(authority_name(&wanted.directory))),
        ("account", url(before.account.as_ref()), url(wanted.account.as_ref())),
        ("key type", key_type(before), key_type(wanted)),
        ("reuse key", old.reuse_key.then(|| "yes".to_owned()), new.reuse_key.then(|| "yes".to_owned())),
        ("certificate request", request(before), request(wanted)),
        ("profile", old.profile.clone(), new.profile.clone()),
        ("preferred chain", old.preferred_chain.clone(), new.preferred_chain.clone()),
        ("lifetime", lifetime(old.lifetime), lifetime(new.lifetime)),
        ("renew before", renewed(before), renewed(wanted)),
        ("outputs", outputs(&before.outputs), outputs(&wanted.outputs)),
        ("pre hooks", hooks(&before.hooks.pre), hooks(&wanted.hooks.pre)),
        ("deploy hooks", hooks(&before.hooks.deploy), hooks(&wanted.hooks.deploy)),
        ("post hooks", hooks(&before.hooks.post), hooks(&wanted.hooks.post)),
    ];
    let differs = all.into_iter().filter(|(_, from, to)| from != to);
    differs.map(|(what, from, to)| Difference { what, from, to }).collect()
}

fn renewed(lineage: &Lineage) -> Option<String> {
    lineage.renew_before.as_ref().map(ToString::to_string)
}

fn hooks(hooks: &[Hook]) -> Option<String> {
    let texts: Vec<&str> = hooks.iter().map(Hook::text).collect();
    (!texts.is_empty()).then(|| texts.join(", "))
}

/// A request is known by the key that it is for.
fn request(lineage: &Lineage) -> Option<String> {
    let request = lineage.recipe.csr.as_ref()?;
    Some(format!("for the key {}", digest(request.public_key())))
}

fn outputs(outputs: &Outputs) -> Option<String> {
    let legacy = outputs.pfx.as_ref().is_some_and(|pfx| pfx.algorithms == Algorithms::Legacy);
    let password = outputs.pfx.as_ref().and_then(|pfx| pfx.password_file.as_deref());
    let own = outputs.own_files().into_iter().map(|(_, name)| name.to_owned());
    let pfx = legacy.then(|| "for old systems".to_owned()).into_iter();
    let pfx = pfx.chain(password.map(|path: &Path| format!("password in {}", path.display())));
    let all: Vec<String> = own.chain(pfx).chain(outputs.installs.iter().map(copy)).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

fn copy(install: &Install) -> String {
    let mode = install.mode.map(|mode| format!(" mode {mode}"));
    let owner = install.owner.as_ref().map(|owner| format!(" owner {owner}"));
    let group = install.group.as_ref().map(|group| format!(" group {group}"));
    let options: String = [mode, owner, group].into_iter().flatten().collect();
    format!("{} at {}{options}", install.content.as_str(), install.path.display())
}

fn joined(names: &[Identifier]) -> String {
    names.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn set(names: &[Identifier]) -> BTreeSet<&Identifier> {
    names.iter().collect()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use url::Url;

    use super::*;
    use crate::certificate::{KeyType, Recipe};

    fn lineage(names: &[&str]) -> Lineage {
        let names = names.iter().map(|name| Identifier::parse(name).unwrap()).collect();
        let directory = Url::parse("https://ca.example/dir").unwrap();
        Lineage::new("web", names, KeyType::EcdsaP256, directory, Timestamp::UNIX_EPOCH)
    }

    fn told(before: &Lineage, wanted: &Lineage) -> Vec<String> {
        let one = |one: Difference| format!("{}: {:?} {:?}", one.what, one.from, one.to);
        differences(before, wanted).into_iter().map(one).collect()
    }

    #[test]
    fn the_order_of_names_is_no_difference() {
        assert!(told(&lineage(&["a.test", "b.test"]), &lineage(&["b.test", "a.test"])).is_empty());
        let told = told(&lineage(&["a.test"]), &lineage(&["b.test", "a.test"]));
        assert_eq!(told, [r#"names: Some("a.test") Some("b.test, a.test")"#]);
    }

    #[test]
    fn everything_that_changes_is_told_with_what_it_was() {
        let before = lineage(&["a.test"]);
        let recipe = Recipe { profile: Some("short".to_owned()), reuse_key: true, ..Recipe::default() };
        let outputs = Outputs { combined: true, ..Outputs::default() };
        let wanted = Lineage { key_type: KeyType::Rsa2048, recipe, outputs, ..before.clone() };
        let expected = [
            r#"key type: Some("ecdsa-p256") Some("rsa2048")"#,
            r#"reuse key: None Some("yes")"#,
            r#"profile: None Some("short")"#,
            r#"outputs: None Some("combined.pem")"#,
        ];
        assert_eq!(told(&before, &wanted), expected);
    }
}
