//! A line of the CSV file as an entry of the configuration file.

use serde::Serialize;
use serde_json::{Value, json};

use super::columns::{Column, Row};
use super::fault::CsvFault;
use crate::certificate::KeyType;
use crate::commands::apply::entry;
use crate::context::Context;
use crate::error::{Doing, Error, Result};
use crate::identifier::Identifier;
use crate::output::plain;
use crate::settings::CertificateEntry;
use crate::store::lineage_name;

/// An entry, as it is to be written.
pub(super) struct Listed {
    pub entry: CertificateEntry,
    /// What a person called it, where that can be no lineage's name.
    title: Option<String>,
}

/// The keys that a CSV file can have.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Written<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a String>,
    names: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    key_type: Option<&'a String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ca: Option<&'a String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<&'a String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    profile: Option<&'a String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    preferred_chain: Option<&'a String>,
}

impl Listed {
    /// Parses what a line says.
    ///
    /// # Errors
    /// The first field that is wrong, by line and column.
    pub fn from(cx: &Context, row: &Row) -> Result<Listed> {
        let (line, names) = (row.line, names(row)?);
        let said = |wanted: Column| row.said.iter().find(|(column, ..)| *column == wanted);
        let text = |wanted| said(wanted).map(|(.., text)| text.clone());
        let at = |wanted: Column| said(wanted).map_or_else(String::new, |(_, number, _)| place(line, *number));
        if let Some(key_type) = text(Column::KeyType) {
            let key_type = key_type.parse::<KeyType>();
            key_type.map_err(|why| CsvFault::Value { place: at(Column::KeyType), why: why.to_string() })?;
        }
        if let Some(authority) = text(Column::Authority) {
            cx.settings.authority(&authority).doing(at(Column::Authority))?;
        }
        let (name, title) = named(text(Column::Name), &names);
        let listed = CertificateEntry {
            line,
            names,
            name,
            key_type: text(Column::KeyType),
            ca: text(Column::Authority),
            account: text(Column::Account),
            profile: text(Column::Profile),
            preferred_chain: text(Column::PreferredChain),
            ..CertificateEntry::default()
        };
        entry(cx, &listed).doing(at(Column::Domains))?;
        Ok(Listed { entry: listed, title })
    }

    fn written(&self) -> Written<'_> {
        let CertificateEntry { name, names, key_type, ca, account, profile, preferred_chain, .. } = &self.entry;
        Written {
            name: name.as_ref(),
            names,
            key_type: key_type.as_ref(),
            ca: ca.as_ref(),
            account: account.as_ref(),
            profile: profile.as_ref(),
            preferred_chain: preferred_chain.as_ref(),
        }
    }

    /// The lines for the configuration file.
    pub fn toml(&self) -> String {
        let title = self.title.as_ref().map(|title| format!("# {}\n", plain(title))).unwrap_or_default();
        let keys = toml::to_string(&self.written()).expect("texts and lists of texts are TOML");
        format!("{title}[[certificate]]\n{keys}")
    }

    pub fn json(&self) -> Value {
        json!(self.written())
    }
}

fn place(line: usize, column: usize) -> String {
    format!("line {line}, column {column}")
}

/// All domains, as they are written; the primary one first.
fn names(row: &Row) -> Result<Vec<String>> {
    let mut names: Vec<(Identifier, String)> = Vec::new();
    for (_, number, field) in row.said.iter().filter(|(column, ..)| *column == Column::Domains) {
        for text in field.split([';', ',', ' ', '\t', '\n', '\r']).filter(|text| !text.is_empty()) {
            let name = Identifier::parse(text).map_err(Error::from).doing(place(row.line, *number))?;
            if !names.iter().any(|(known, _)| *known == name) {
                names.push((name, text.to_owned()));
            }
        }
    }
    for (_, number, text) in row.said.iter().filter(|(column, ..)| *column == Column::PrimaryDomain) {
        let primary = Identifier::parse(text).map_err(Error::from).doing(place(row.line, *number))?;
        let unknown = || CsvFault::Primary { line: row.line, column: *number, name: text.clone() };
        let at = names.iter().position(|(name, _)| *name == primary).ok_or_else(unknown)?;
        names[..=at].rotate_right(1);
    }
    Ok(names.into_iter().map(|(_, text)| text).collect())
}

/// The name of the lineage, or the title of which none can be made. A certificate that is called after its first name
/// anyway needs no more.
fn named(title: Option<String>, names: &[String]) -> (Option<String>, Option<String>) {
    let Some(title) = title else { return (None, None) };
    match lineage_name(&title) {
        Err(_) => (None, Some(title)),
        Ok(_) if names.first() == Some(&title) => (None, None),
        Ok(_) => (Some(title), None),
    }
}
