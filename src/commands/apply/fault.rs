//! What can be wrong with the list, or come in between.

use std::path::{Path, PathBuf};

use crate::error::{Explain, Hint, Kind};
use crate::identifier::DnsName;

#[derive(Debug, thiserror::Error)]
pub(super) enum ApplyFault {
    #[error("{} lists no certificates", file(path.as_deref()))]
    Nothing { path: Option<PathBuf> },
    #[error("`names` is missing")]
    NoNames,
    #[error("{key} = {value:?}: {why}")]
    Value { key: &'static str, value: String, why: String },
    #[error("`{key}` and `{other}` exclude each other")]
    Excluded { key: &'static str, other: &'static str },
    #[error("`names` are not the names of the certificate request")]
    OtherNames,
    #[error("{}: the certificates of line {} and line {} {what}", file(path.as_deref()), lines.0, lines.1)]
    Same { path: Option<PathBuf>, lines: (usize, usize), what: String },
    #[error("{challenge} could not be registered, as was told above")]
    NotRegistered { challenge: DnsName },
    #[error("another process has changed {lineage} meanwhile")]
    Meanwhile { lineage: String },
}

fn file(path: Option<&Path>) -> String {
    path.map_or_else(|| "the configuration file".to_owned(), |path| path.display().to_string())
}

impl Explain for ApplyFault {
    fn kind(&self) -> Kind {
        match self {
            ApplyFault::NotRegistered { .. } => Kind::Failed,
            ApplyFault::Meanwhile { .. } => Kind::TryLater,
            _ => Kind::Usage,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        let hint = match self {
            ApplyFault::Nothing { .. } => {
                return vec![
                    Hint::new("list them, or name another file with `--config`")
                        .line("[[certificate]]")
                        .line(r#"names = ["example.com", "*.example.com"]"#),
                ];
            }
            ApplyFault::NoNames => r#"list them: names = ["example.com", "*.example.com"]"#,
            ApplyFault::Value { .. } => "the values are those of `certdns issue --help`",
            ApplyFault::Excluded { .. } => "leave out one of them",
            ApplyFault::OtherNames => "list the names of the request, or leave `names` out",
            ApplyFault::Same { .. } => "one of them may go, or each gets a `name` and files of its own",
            ApplyFault::Meanwhile { .. } => "run `certdns apply` again",
            ApplyFault::NotRegistered { .. } => return Vec::new(),
        };
        vec![Hint::new(hint)]
    }
}
