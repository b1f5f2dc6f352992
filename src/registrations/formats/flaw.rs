//! What is wrong with a file, or with one registration in it. Never its words: they may be a password.

use serde_json::error::Category;

use crate::error::{Explain, Hint, Kind};

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    #[error("this is no text, neither UTF-8 nor UTF-16")]
    NoText,
    #[error("{what} (line {line}, column {column})")]
    Json { what: &'static str, line: usize, column: usize },
    #[error("{name:?} is no name that a certificate could be for")]
    Name { name: String },
    #[error("{of}: {field} {what}")]
    Field { of: String, field: String, what: &'static str },
    #[error("there is a registration without the name that it is for")]
    Nameless,
    #[error("{of}: the registrations are in another file, {path}")]
    Elsewhere { of: String, path: String },
    #[error("this is no reply of `/register`")]
    NoReply,
    #[error("{of} stands there twice, with different registrations")]
    Twice { of: String },
    #[error("{name:?} stands there twice, and only one of both would be read")]
    Repeated { name: String },
    #[error("acme.sh keeps one registration for each certificate, and these are {count}")]
    Several { count: usize },
    #[error("{client} knows nothing of two registrations for one name ({of})")]
    SameName { client: &'static str, of: String },
    #[error("it was written by a newer certdns (version {version} of its format)")]
    Newer { version: u64 },
}

impl Flaw {
    pub(super) fn json(error: &serde_json::Error) -> Flaw {
        let what = match error.classify() {
            Category::Syntax => "this is not JSON",
            Category::Eof => "the file ends too early",
            Category::Data | Category::Io => "a field is missing or of another type",
        };
        Flaw::Json { what, line: error.line(), column: error.column() }
    }

    pub(super) fn field(of: &str, field: &str, what: &'static str) -> Flaw {
        Flaw::Field { of: of.to_owned(), field: field.to_owned(), what }
    }
}

impl Explain for Flaw {
    fn kind(&self) -> Kind {
        match self {
            Flaw::Nameless | Flaw::Several { .. } | Flaw::SameName { .. } => Kind::Usage,
            _ => Kind::Failed,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        vec![match self {
            Flaw::NoText | Flaw::Json { .. } => {
                Hint::new("nothing was taken from it; look for the file in a backup of the other client")
            }
            Flaw::Nameless => {
                Hint::new("say whose it is").line("certdns registration add NAME --acme-dns URL < FILE".to_owned())
            }
            Flaw::Elsewhere { path, .. } => {
                Hint::new("import that file").line(format!("certdns registration import {path}"))
            }
            Flaw::NoReply => {
                Hint::new("what is read is the JSON that the server printed: username, password, fulldomain, subdomain")
            }
            Flaw::Several { .. } => {
                Hint::new("name those that share one registration, and export the others one by one")
            }
            Flaw::SameName { .. } => Hint::new("choose between the servers with `--acme-dns`"),
            Flaw::Newer { .. } => Hint::new("upgrade certdns on this machine"),
            Flaw::Name { .. } | Flaw::Field { .. } | Flaw::Twice { .. } | Flaw::Repeated { .. } => {
                Hint::new("put it right in the file, or look for it in a backup of the other client")
            }
        }]
    }
}
