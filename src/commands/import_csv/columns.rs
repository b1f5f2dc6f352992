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

#[cfg(test)]
mod tests {
    use super::*;

    fn record(fields: &str) -> Record {
        Record { line: 1, fields: fields.split('|').map(str::to_owned).collect() }
    }

    fn titled(titles: &str) -> Result<Columns, CsvFault> {
        Columns::titled(&record(titles)).expect("a line of titles")
    }

    fn told(row: Result<Row, CsvFault>) -> String {
        match row {
            Ok(row) => row.said.iter().map(|(column, at, text)| format!("{at} {column:?} {text};")).collect(),
            Err(fault) => fault.to_string(),
        }
    }

    #[test]
    fn titles_are_known_however_they_are_written() {
        let columns = titled("Site ID|NAME|key_type|Preferred-Chain|Domains|performAutoConfig|").unwrap();
        let row = columns.row(record("x|web|rsa2048||a.test|true|")).unwrap();
        assert_eq!(row.left_out, ["performAutoConfig"]);
        assert_eq!(told(Ok(row)), "2 Name web;3 KeyType rsa2048;5 Domains a.test;");
        assert!(Columns::titled(&record("0|Test|a.test")).is_none());
        assert_eq!(
            titled("domains|color").unwrap_err().to_string(),
            "line 1, column 2: \"color\" is no title of a column"
        );
    }

    #[test]
    fn more_fields_are_more_domains_where_these_come_last() {
        let columns = Columns::untitled();
        assert_eq!(told(columns.row(record("1|Shop|a.test|b.test"))), "2 Name Shop;3 Domains a.test;4 Domains b.test;");
        let columns = titled("domains|name").unwrap();
        assert_eq!(told(columns.row(record("a.test|Shop|b.test"))), "line 1, column 3: there are only 2 columns");
        assert_eq!(told(columns.row(record("|Shop"))), "line 1, column 1: no domains");
    }

    #[test]
    fn without_titles_a_line_begins_with_a_site_id_or_nothing() {
        let columns = Columns::untitled();
        assert_eq!(told(columns.row(record("|Shop|a.test"))), "2 Name Shop;3 Domains a.test;");
        let told = told(columns.row(record("a.test|b.test|c.test")));
        assert_eq!(told, "line 1, column 1: \"a.test\" is no site ID, which is a number");
    }
}
