//! `certdns generate`: man pages and completions, for packagers.

use std::path::{Path, PathBuf};

use clap::CommandFactory;
use clap_complete::Shell;
use serde_json::{Value, json};

use crate::cli::Cli;
use crate::error::{Explain, Hint, Kind, Result};
use crate::output::Outcome;

/// Write man pages and shell completions below a directory
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Directory that gets man/ and completions/
    #[arg(value_name = "DIR", default_value = ".")]
    directory: PathBuf,
}

/// The files that were written.
pub struct GenerateOutcome {
    files: Vec<PathBuf>,
}

/// Writes everything that follows from the command line's own description.
pub fn run(args: &Args) -> Result<GenerateOutcome> {
    let mut files = man_pages(&args.directory.join("man"))?;
    files.extend(completions(&args.directory.join("completions"))?);
    files.sort();
    Ok(GenerateOutcome { files })
}

fn man_pages(directory: &Path) -> Result<Vec<PathBuf>, GenerateFault> {
    create(directory)?;
    let mut command = Cli::command().name("certdns").version(env!("CARGO_PKG_VERSION"));
    command.build();
    let mut pages = vec![command.clone()];
    add_subcommands(&command, "certdns", &mut pages);
    pages.into_iter().map(|page| man_page(directory, page)).collect()
}

/// `certdns-acmeaccount`, `certdns-acmeaccount-add`, and so on down.
fn add_subcommands(command: &clap::Command, above: &str, pages: &mut Vec<clap::Command>) {
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set() && sub.get_name() != "help") {
        let name = format!("{above}-{}", sub.get_name());
        pages.push(sub.clone().display_name(&name).name(name.clone()));
        add_subcommands(sub, &name, pages);
    }
}

fn man_page(directory: &Path, page: clap::Command) -> Result<PathBuf, GenerateFault> {
    let path = directory.join(format!("{}.1", page.get_name()));
    let mut text = Vec::new();
    let rendered = clap_mangen::Man::new(page).render(&mut text);
    rendered.map_err(|source| GenerateFault { path: path.clone(), source })?;
    write(path, &text)
}

fn completions(directory: &Path) -> Result<Vec<PathBuf>, GenerateFault> {
    create(directory)?;
    let shells = [
        (Shell::Bash, "certdns.bash"),
        (Shell::Zsh, "_certdns"),
        (Shell::Fish, "certdns.fish"),
        (Shell::PowerShell, "certdns.ps1"),
        (Shell::Elvish, "certdns.elv"),
    ];
    let completion = |(shell, file): (Shell, &str)| {
        let mut text = Vec::new();
        clap_complete::generate(shell, &mut Cli::command(), "certdns", &mut text);
        write(directory.join(file), &text)
    };
    shells.into_iter().map(completion).collect()
}

fn create(directory: &Path) -> Result<(), GenerateFault> {
    std::fs::create_dir_all(directory).map_err(|source| GenerateFault { path: directory.to_owned(), source })
}

fn write(path: PathBuf, text: &[u8]) -> Result<PathBuf, GenerateFault> {
    match std::fs::write(&path, text) {
        Ok(()) => Ok(path),
        Err(source) => Err(GenerateFault { path, source }),
    }
}

#[derive(Debug, thiserror::Error)]
#[error("could not write {}", path.display())]
struct GenerateFault {
    path: PathBuf,
    source: std::io::Error,
}

impl Explain for GenerateFault {
    fn kind(&self) -> Kind {
        Kind::Failed
    }

    fn hints(&self) -> Vec<Hint> {
        vec![Hint::new("choose a directory that you may write to")]
    }
}

impl Outcome for GenerateOutcome {
    fn json(&self) -> Value {
        json!({ "files": self.files })
    }

    fn text(&self) -> String {
        self.files.iter().map(|file| format!("{}\n", file.display())).collect()
    }
}
