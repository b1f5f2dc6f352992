//! A text, or a list of them.

use serde::Deserialize;

/// `key = "…"` or `key = ["…", "…"]`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl OneOrMore {
    #[must_use]
    pub fn as_slice(&self) -> &[String] {
        match self {
            OneOrMore::One(text) => std::slice::from_ref(text),
            OneOrMore::More(texts) => texts,
        }
    }

    pub(super) fn map(self, change: impl Fn(String) -> String) -> OneOrMore {
        match self {
            OneOrMore::One(text) => OneOrMore::One(change(text)),
            OneOrMore::More(texts) => OneOrMore::More(texts.into_iter().map(change).collect()),
        }
    }
}
