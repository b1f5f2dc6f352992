//! Who may issue for the names that are listed: a look at DNS that never takes long, and never fails.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Value, json};

use crate::context::Context;
use crate::identifier::Identifier;
use crate::permission::{Asker, Summary, Who, glance};

/// So long is DNS asked for all names together.
const LIMIT: Duration = Duration::from_secs(2);

/// A name, and who asks for its certificates.
pub(super) type Wanted = (Asker, Identifier);

/// What was seen.
pub(super) struct Restrictions(BTreeMap<Wanted, Summary>);

impl Restrictions {
    /// Looks at all names side by side, each as its own CA would.
    pub(super) async fn look(cx: &Context, wanted: Vec<Wanted>) -> Restrictions {
        let names: Vec<Identifier> = wanted.iter().map(|(_, name)| name.clone()).collect();
        let climbs = glance(cx, &names, LIMIT).await;
        let mut known: BTreeMap<Asker, Option<Who>> = BTreeMap::new();
        let judged = wanted.into_iter().zip(climbs).map(|((asker, name), climb)| {
            let who = known.entry(asker.clone()).or_insert_with(|| Who::of(cx, &asker).ok().flatten());
            let summary = Summary::of(&name, climb.as_ref(), who.as_ref());
            ((asker, name), summary)
        });
        Restrictions(judged.collect())
    }

    fn of(&self, asker: &Asker, name: &Identifier) -> Summary {
        self.0.get(&(asker.clone(), name.clone())).copied().unwrap_or(Summary::Unknown)
    }

    /// One word where the same holds for all names, else one for each group of them.
    pub(super) fn words(&self, asker: &Asker, names: &[Identifier]) -> String {
        let mut groups: BTreeMap<Summary, Vec<String>> = BTreeMap::new();
        for name in names {
            groups.entry(self.of(asker, name)).or_default().push(name.to_string());
        }
        if groups.len() == 1 {
            return groups.keys().map(|summary| summary.words()).collect();
        }
        let group = |(summary, names): (&Summary, &Vec<String>)| format!("{} ({})", summary.words(), names.join(" "));
        groups.iter().map(group).collect::<Vec<_>>().join(", ")
    }

    pub(super) fn json(&self, asker: &Asker, names: &[Identifier]) -> Value {
        names.iter().map(|name| json!({ "name": name, "restriction": self.of(asker, name) })).collect()
    }
}

#[cfg(test)]
mod tests {
    use url::Url;

    use super::*;

    #[test]
    fn names_of_which_the_same_holds_share_a_word() {
        let (ca, name) =
            ((Url::parse("https://ca.example/").unwrap(), None), |text: &str| Identifier::parse(text).unwrap());
        let seen = [("example.com", Summary::Locked), ("*.example.com", Summary::CaOnly), ("a.test", Summary::Locked)];
        let all = Restrictions(seen.iter().map(|(text, summary)| ((ca.clone(), name(text)), *summary)).collect());
        let words = |names: &[&str]| all.words(&ca, &names.iter().map(|text| name(text)).collect::<Vec<_>>());
        assert_eq!(words(&["example.com", "a.test"]), "locked");
        assert_eq!(words(&["example.com", "*.example.com"]), "CA only (*.example.com), locked (example.com)");
        assert_eq!(words(&["b.test"]), "unknown");
    }
}
