//! `certdns import-csv`: from a list in a spreadsheet to `[[certificate]]` entries of the configuration file.

mod columns;
mod fault;
mod listed;
mod reading;
mod writing;

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::apply::{Entry, clash_of, entry};
use super::issue::called_after;
use crate::context::Context;
use crate::error::{Doing, Result};
use crate::event::Event;
use crate::output::Outcome;
use crate::settings::CertificateEntry;
use columns::{Columns, Row};
use fault::CsvFault;
use listed::Listed;

/// Turn a CSV file, a certificate a line, into `[[certificate]]` entries of the configuration file
///
/// Prints them, and changes nothing; with `--write`, adds them to the configuration file. Then `certdns apply --plan`
/// tells what would be done, and `certdns apply` does it.
///
/// Takes what Certify Certificate Manager imports: site ID, name, domains parted by `;`. With a first line of titles, the
/// columns may be any of these in any order: name, domains, primarydomain, key-type, ca, account, profile,
/// preferred-chain; others that Certify knows are left out. Fields are parted by `,`, `;` or tabs, as spreadsheets save
/// them, in UTF-8 or UTF-16. Empty lines and lines that begin with `#` are passed over. With one mistake anywhere, nothing
/// is done.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The CSV file
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Add the entries to the configuration file; what is there stays as it is, comments included
    #[arg(long)]
    write: bool,
}

/// The entries, and where they went.
pub struct ImportOutcome {
    listed: Vec<Listed>,
    toml: String,
    written: Option<PathBuf>,
}

/// Reads all of it, then prints or writes.
pub fn run(cx: &Context, args: &Args) -> Result<ImportOutcome> {
    import(cx, args).doing(format!("could not import {}", args.file.display()))
}

fn import(cx: &Context, args: &Args) -> Result<ImportOutcome> {
    let listed = read(cx, &args.file)?;
    let toml = listed.iter().map(Listed::toml).collect::<Vec<_>>().join("\n");
    let written = if args.write { Some(writing::add(cx, &listed, &toml)?) } else { None };
    Ok(ImportOutcome { listed, toml, written })
}

fn read(cx: &Context, path: &Path) -> Result<Vec<Listed>> {
    let bytes = std::fs::read(path).map_err(CsvFault::Read)?;
    let mut records = reading::records(&reading::text(&bytes)?)?.into_iter().peekable();
    let titled = records.peek().and_then(Columns::titled).transpose()?;
    if titled.is_some() {
        records.next();
    }
    let columns = titled.unwrap_or_else(Columns::untitled);
    let rows = records.map(|record| columns.row(record)).collect::<Result<Vec<Row>, CsvFault>>()?;
    if rows.is_empty() {
        return Err(CsvFault::Empty.into());
    }
    let listed = rows.iter().map(|row| Listed::from(cx, row)).collect::<Result<Vec<_>>>()?;
    apart(cx, &listed)?;
    tell_of_left_out(cx, &rows);
    Ok(listed)
}

/// No two lines may mean the same certificate.
fn apart(cx: &Context, listed: &[Listed]) -> Result<()> {
    let entries = listed.iter().map(|one| entry(cx, &one.entry)).collect::<Result<Vec<Entry>>>()?;
    for (at, one) in entries.iter().enumerate() {
        for before in &entries[..at] {
            if let Some(what) = clash(before, one)? {
                return Err(CsvFault::Twice { lines: (before.line, one.line), what }.into());
            }
        }
    }
    Ok(())
}

/// Why two entries cannot stand beside each other.
fn clash(one: &Entry, other: &Entry) -> Result<Option<String>> {
    let called = |entry: &Entry| match &entry.name {
        Some(name) => Ok(name.clone()),
        None => called_after(&entry.desired.names),
    };
    let (first, second) = (called(one)?, called(other)?);
    let same_lineage = || (first == second).then(|| format!("would both be called {first}"));
    Ok(clash_of(one, other).or_else(same_lineage))
}

/// What is not taken over is not left unsaid.
fn tell_of_left_out(cx: &Context, rows: &[Row]) {
    let mut titles: Vec<&str> = rows.iter().flat_map(|row| row.left_out.iter().map(String::as_str)).collect();
    titles.sort_unstable();
    titles.dedup();
    if !titles.is_empty() {
        let text = format!("not taken over, for these are not settings of certdns: {}", titles.join(", "));
        cx.report(Event::Warning { text });
    }
}

/// The entries as the configuration file will list them.
fn entries(listed: &[Listed]) -> impl Iterator<Item = &CertificateEntry> {
    listed.iter().map(|one| &one.entry)
}

impl Outcome for ImportOutcome {
    fn json(&self) -> Value {
        json!({
            "certificates": self.listed.iter().map(Listed::json).collect::<Vec<_>>(),
            "toml": self.toml,
            "written": self.written,
        })
    }

    fn text(&self) -> String {
        let Some(path) = &self.written else { return self.toml.clone() };
        let count = self.listed.len();
        let what = if count == 1 { "1 certificate is".to_owned() } else { format!("{count} certificates are") };
        format!("{what} listed in {} now\nSee what would be done with `certdns apply --plan`.\n", path.display())
    }
}
