//! Several machines that share one registration: each with a state directory of its own, and nothing else in common.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

pub struct Machines {
    states: Vec<PathBuf>,
}

/// What became of commands that ran at once.
#[derive(Default)]
pub struct Figures {
    pub runs: usize,
    pub failures: Vec<String>,
    /// How often values were published once more, and orders made once more.
    pub republications: usize,
    pub new_orders: usize,
    pub took: Duration,
}

impl Machines {
    /// So many, each with the registrations of this state directory, and no memory of using them.
    pub fn sharing(state: &Path, count: usize) -> Machines {
        let states = (1..=count).map(|number| {
            let own = state.with_file_name(format!("machine{number}"));
            for file in registrations(state) {
                let copy = own.join(file.strip_prefix(state).unwrap());
                fs::create_dir_all(copy.parent().unwrap()).unwrap();
                fs::copy(file, copy).unwrap();
            }
            own
        });
        Machines { states: states.collect() }
    }

    /// So many, each with a copy of this state directory, as a virtual machine is cloned.
    #[cfg(feature = "interop")]
    pub fn cloned(state: &Path, count: usize) -> Machines {
        let copy = |number| {
            let own = state.with_file_name(format!("clone{number}"));
            super::lab::copy_directory(state, &own);
            own
        };
        Machines { states: (1..=count).map(copy).collect() }
    }

    pub fn states(&self) -> &[PathBuf] {
        &self.states
    }

    /// Runs a command on all of them at once, to the end; words are parted by spaces.
    pub fn at_once(&self, command: impl Fn() -> Command, line: &str) -> Figures {
        let told = |code: &str| self.states.iter().map(|state| events(state, code)).sum::<usize>();
        let (begun, republications, new_orders) = (Instant::now(), told("pushed-out"), told("ordering-again"));
        let spawn = |state: &PathBuf| -> Child {
            let mut command = command();
            command.args(line.split_whitespace()).env("CERTDNS_STATE_DIR", state);
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
        };
        let children: Vec<Child> = self.states.iter().map(spawn).collect();
        let outputs = children.into_iter().map(|child| child.wait_with_output().unwrap());
        let failed = outputs.filter(|output| !output.status.success());
        Figures {
            runs: self.states.len(),
            failures: failed.map(|output| String::from_utf8_lossy(&output.stderr).into_owned()).collect(),
            took: begun.elapsed(),
            republications: told("pushed-out") - republications,
            new_orders: told("ordering-again") - new_orders,
        }
    }
}

fn registrations(state: &Path) -> Vec<PathBuf> {
    let servers = fs::read_dir(state.join("registrations")).unwrap().map(|server| server.unwrap().path());
    let files = servers.filter(|path| path.is_dir()).flat_map(|path| fs::read_dir(path).unwrap());
    let paths = files.map(|file| file.unwrap().path());
    paths.filter(|path| path.extension().is_some_and(|kind| kind == "json")).collect()
}

/// How often this was told on one machine, as its logs have it.
pub fn events(state: &Path, code: &str) -> usize {
    let logs = fs::read_dir(state.join("logs")).into_iter().flatten().map(|log| log.unwrap().path());
    let texts = logs.map(|log| fs::read_to_string(log).unwrap());
    texts.map(|text| text.matches(&format!("\"{code}\"")).count()).sum()
}

#[cfg(feature = "interop")]
impl std::ops::AddAssign for Figures {
    fn add_assign(&mut self, more: Figures) {
        self.runs += more.runs;
        self.failures.extend(more.failures);
        self.republications += more.republications;
        self.new_orders += more.new_orders;
        self.took += more.took;
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Figures { runs, failures, republications, new_orders, took } = self;
        let succeeded = runs - failures.len();
        let took = took.as_secs_f32();
        write!(
            f,
            "{runs} runs, {succeeded} succeeded, {republications} republications, {new_orders} new orders, {took:.1} s"
        )?;
        failures.iter().try_for_each(|failure| write!(f, "\n{failure}"))
    }
}
