//! Which column means what. Pure.

use super::fault::CsvFault;
use super::reading::Record;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    SiteId,
    Name,
    Domains,
    PrimaryDomain,
    KeyType,
    Authority,
    Account,
    Profile,
    PreferredChain,
    /// What Certify knows, and certdns has no use for.
    LeftOut,
    /// Nothing: a delimiter at the end of each line.
    Empty,
}

/// Titles without capitals, hyphens, underscores and spaces.
const TITLES: [(&str, Column); 15] = [
    ("", Column::Empty),
    ("siteid", Column::SiteId),
    ("name", Column::Name),
    ("lineage", Column::Name),
    ("domains", Column::Domains),
    ("names", Column::Domains),
    ("primarydomain", Column::PrimaryDomain),
    ("keytype", Column::KeyType),
    ("ca", Column::Authority),
    ("account", Column::Account),
    ("profile", Column::Profile),
    ("preferredchain", Column::PreferredChain),
    ("includeinautorenew", Column::LeftOut),
    ("prerequestpowershellscript", Column::LeftOut),
    ("postrequestpowershellscript", Column::LeftOut),
];

/// How the other titles of Certify begin.
const LEFT_OUT: [&str; 3] = ["perform", "enable", "webhook"];

/// The columns, in the order of the file.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    columns: Vec<Column>,
    titles: Vec<String>,
}

/// A certificate as a line has it.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub line: usize,
    /// What each column says, with its number; several where domains are in several.
    pub said: Vec<(Column, usize, String)>,
    /// The titles of columns that say something, and are left out.
    pub left_out: Vec<String>,
}

impl Columns {
    /// Certify's order.
    pub fn untitled() -> Columns {
        Columns { columns: vec![Column::SiteId, Column::Name, Column::Domains], titles: Vec::new() }
    }

    /// The columns of a line of titles; `None` when it is none.
    pub fn titled(record: &Record) -> Option<Result<Columns, CsvFault>> {
        let is_title = |field: &String| matches!(known(field), Some(Column::Domains | Column::SiteId));
        record.fields.iter().any(is_title).then(|| Columns::from(record))
    }

    fn from(record: &Record) -> Result<Columns, CsvFault> {
        let line = record.line;
        let mut columns: Vec<Column> = Vec::new();
        for (at, title) in record.fields.iter().enumerate() {
            let wrong = || CsvFault::Title { line, column: at + 1, text: title.clone() };
            let column = known(title).ok_or_else(wrong)?;
            if columns.contains(&column) && !matches!(column, Column::Empty | Column::LeftOut) {
                return Err(CsvFault::TitleTwice { line, column: at + 1, title: title.clone() });
            }
            columns.push(column);
        }
        match columns.contains(&Column::Domains) {
            true => Ok(Columns { columns, titles: record.fields.clone() }),
            false => Err(CsvFault::NoDomains { line }),
        }
    }

    /// What a line says. Where domains come last, more fields are more domains.
    pub fn row(&self, record: Record) -> Result<Row, CsvFault> {
        let mut row = Row { line: record.line, ..Row::default() };
        for (at, field) in record.fields.into_iter().enumerate().filter(|(_, field)| !field.is_empty()) {
            let (line, number) = (row.line, at + 1);
            if field.starts_with('"') {
                return Err(CsvFault::Quote { line, column: number });
            }
            let last = self.columns.last().filter(|last| **last == Column::Domains);
            match self.columns.get(at).or(last) {
                Some(Column::LeftOut) => row.left_out.extend(self.titles.get(at).cloned()),
                Some(Column::SiteId) => site_id(line, &field, self.titles.is_empty())?,
                Some(Column::Empty) | None => return Err(CsvFault::Surplus { line, column: number }),
                Some(column) => row.said.push((*column, number, field)),
            }
        }
        match row.said.iter().any(|(column, ..)| *column == Column::Domains) {
            true => Ok(row),
            false => Err(CsvFault::NoNames { line: row.line, column: self.domains() }),
        }
    }

    /// The number of the column of domains.
    fn domains(&self) -> usize {
        1 + self.columns.iter().position(|column| *column == Column::Domains).unwrap_or_default()
    }
}

/// Without titles, only the number tells a line that Certify would take from any other list.
fn site_id(line: usize, field: &str, untitled: bool) -> Result<(), CsvFault> {
    match untitled && !field.bytes().all(|octet| octet.is_ascii_digit()) {
        true => Err(CsvFault::SiteId { line, text: field.to_owned() }),
        false => Ok(()),
    }
}

fn known(title: &str) -> Option<Column> {
    let bare: String = title.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).collect::<String>().to_lowercase();
    let listed = TITLES.iter().find(|(known, _)| *known == bare).map(|(_, column)| *column);
    listed.or_else(|| LEFT_OUT.iter().any(|start| bare.starts_with(start)).then_some(Column::LeftOut))
}
