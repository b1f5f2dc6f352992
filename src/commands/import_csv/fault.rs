//! What can be wrong with a CSV file.

use std::io;
use std::path::PathBuf;

use crate::error::{Explain, Hint, Kind};

#[derive(Debug, thiserror::Error)]
pub(super) enum CsvFault {
    #[error("could not read it")]
    Read(#[source] io::Error),
    #[error("it is text in neither UTF-8 nor UTF-16")]
    Encoding,
    #[error("it is no CSV")]
    Csv(#[from] csv::Error),
    #[error("there is no certificate in it")]
    Empty,
    #[error("line {line}, column {column}: {text:?} is no title of a column")]
    Title { line: usize, column: usize, text: String },
    #[error("line {line}: there is no column `domains`")]
    NoDomains { line: usize },
    #[error("line {line}, column {column}: the title `{title}` is there twice")]
    TitleTwice { line: usize, column: usize, title: String },
    #[error("line {line}, column 1: {text:?} is no site ID, which is a number")]
    SiteId { line: usize, text: String },
    #[error("line {line}, column {column}: there are only {} columns", column - 1)]
    Surplus { line: usize, column: usize },
    #[error("line {line}, column {column}: a quotation mark stands behind a space")]
    Quote { line: usize, column: usize },
    #[error("line {line}, column {column}: no domains")]
    NoNames { line: usize, column: usize },
    #[error("line {line}, column {column}: {name:?} is none of the domains")]
    Primary { line: usize, column: usize, name: String },
    #[error("{place}: {why}")]
    Value { place: String, why: String },
    #[error("line {} and line {} {what}", lines.0, lines.1)]
    Twice { lines: (usize, usize), what: String },
    #[error("line {line} is in {} already, line {there}: they {what}", path.display())]
    Known { line: usize, path: PathBuf, there: usize, what: String },
    #[error("there is no configuration file to write to")]
    NoFile,
    #[error("could not write {}", path.display())]
    Write { path: PathBuf, source: io::Error },
}

impl Explain for CsvFault {
    fn kind(&self) -> Kind {
        match self {
            CsvFault::Write { .. } => Kind::Failed,
            _ => Kind::Usage,
        }
    }

    fn hints(&self) -> Vec<Hint> {
        let hint = match self {
            CsvFault::Encoding => "save it as CSV in UTF-8",
            CsvFault::Title { .. } => {
                "certdns takes name, domains, primarydomain, key-type, ca, account, profile and preferred-chain, and \
                 passes over the other titles of Certify"
            }
            CsvFault::NoDomains { .. } => "one of the titles must be `domains`",
            CsvFault::SiteId { .. } => {
                return vec![
                    Hint::new(
                        "without a line of titles the columns are site ID, name, domains; or give it one, such as",
                    )
                    .line("name,domains"),
                ];
            }
            CsvFault::Surplus { .. } => "part domains by `;`, and put text with a comma in it into quotation marks",
            CsvFault::Quote { .. } => "let it follow the comma at once",
            CsvFault::NoNames { .. } | CsvFault::Primary { .. } => "list them, parted by `;`",
            CsvFault::Twice { .. } | CsvFault::Known { .. } => "take out one of them, or give each a name of its own",
            CsvFault::NoFile => "name one with `--config`",
            _ => return Vec::new(),
        };
        vec![Hint::new(hint)]
    }
}
