//! Reads the logs of runs. A line that a crash cut short is passed over.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind, Read};
use std::path::Path;

use serde::de::DeserializeOwned;

use super::super::{Store, StoreError, file};
use super::{INDEX, Line, MAX_LOG, Ran};

/// What the start of a run's id stands for.
#[derive(Debug, PartialEq, Eq)]
pub enum Shortened {
    One(Box<Ran>),
    None,
    /// How many begin so.
    Several(usize),
}

impl Store {
    /// All runs that are remembered, the latest first.
    ///
    /// # Errors
    /// When the directory or a file cannot be read.
    pub fn runs(&self) -> Result<Vec<Ran>, StoreError> {
        let names = file::entries(&self.logs_dir())?;
        let mut runs = BTreeMap::new();
        for name in names.iter().filter(|name| name.starts_with(INDEX)) {
            let ended: Vec<Ran> = lines(&self.logs_dir().join(name))?;
            runs.extend(ended.into_iter().map(|ran| (ran.run.id.clone(), ran)));
        }
        let ids = names.iter().filter_map(|name| name.strip_suffix(".jsonl"));
        for id in ids.filter(|id| super::rotation::began(id).is_some()) {
            if !runs.contains_key(id) {
                runs.extend(self.unfinished(id)?.map(|ran| (id.to_owned(), ran)));
            }
        }
        let mut runs: Vec<Ran> = runs.into_values().map(|ran| self.with_log(ran)).collect();
        // Ids tell seconds apart, and several runs begin within one.
        runs.sort_by_key(|ran| std::cmp::Reverse(ran.run.began));
        Ok(runs)
    }

    /// The latest run of a command that ended, of the last months.
    ///
    /// # Errors
    /// When the directory or a file cannot be read.
    pub fn last_run(&self, command: &str) -> Result<Option<Ran>, StoreError> {
        let names = file::entries(&self.logs_dir())?;
        for name in names.iter().rev().filter(|name| name.starts_with(INDEX)) {
            let ended: Vec<Ran> = lines(&self.logs_dir().join(name))?;
            let of_command = ended.into_iter().filter(|ran| ran.run.name == command);
            if let Some(last) = of_command.max_by_key(|ran| ran.run.began) {
                return Ok(Some(self.with_log(last)));
            }
        }
        Ok(None)
    }

    /// The run whose id begins so; `last` is the latest.
    ///
    /// # Errors
    /// When the logs cannot be read.
    pub fn find_run(&self, start: &str) -> Result<Shortened, StoreError> {
        let mut runs = self.runs()?.into_iter();
        if start == "last" {
            return Ok(runs.next().map_or(Shortened::None, |ran| Shortened::One(Box::new(ran))));
        }
        let mut found: Vec<Ran> = runs.filter(|ran| ran.run.id.starts_with(start)).collect();
        Ok(match (found.pop(), found.len()) {
            (None, _) => Shortened::None,
            (Some(one), 0) => Shortened::One(Box::new(one)),
            (Some(_), more) => Shortened::Several(more + 1),
        })
    }

    /// What a run told; nothing when its log is not there.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn told_in(&self, id: &str) -> Result<Vec<Line>, StoreError> {
        lines(&self.log_file(id))
    }

    /// A run that has a log and no line in the index: it is at work, or was cut off.
    fn unfinished(&self, id: &str) -> Result<Option<Ran>, StoreError> {
        let first = self.told_in(id)?.into_iter().next();
        Ok(first.and_then(|line| line.begins).map(|run| Ran { run, ended: None, log: true }))
    }

    /// The log of a run may have gone since it ended.
    fn with_log(&self, ran: Ran) -> Ran {
        Ran { log: ran.log && self.log_file(&ran.run.id).exists(), ..ran }
    }
}

fn lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, StoreError> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(StoreError::read(path)(error)),
    };
    let lines = BufReader::new(file.take(8 * MAX_LOG)).split(b'\n');
    let texts = lines.collect::<Result<Vec<_>, _>>().map_err(StoreError::read(path))?;
    Ok(texts.iter().filter_map(|text| serde_json::from_slice(text).ok()).collect())
}
