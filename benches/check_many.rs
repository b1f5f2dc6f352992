//! How long `certdns check` takes for one delegation and for 500, with every DNS server 20 ms away.
//!
//! `cargo bench --bench check_many` prints the figures; nothing here fails for being slow.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use certdns::sandbox::{Sandbox, SandboxOptions};

const MANY: u32 = 500;
const RUNS: usize = 5;
const DELAY: Duration = Duration::from_millis(20);

fn main() {
    // `cargo test --benches` starts this without it.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let directory = tempfile::tempdir().unwrap();
    let sandbox = runtime.block_on(async { lab(directory.path()) });
    delegate_all(&sandbox);
    sandbox.delay_dns(DELAY);
    let one = Figures::take(&sandbox, &["check", "h1.example.test"]);
    let many = Figures::take(&sandbox, &["check"]);
    print(&one, &many);
}

fn lab(directory: &Path) -> Sandbox {
    Sandbox::start(SandboxOptions { directory: directory.to_owned(), ..SandboxOptions::default() }).unwrap()
}

fn delegate_all(sandbox: &Sandbox) {
    let names: Vec<String> = (1..=MANY).map(|number| format!("h{number}.example.test")).collect();
    run(sandbox, &[&["register"], names.iter().map(String::as_str).collect::<Vec<_>>().as_slice()].concat());
    sandbox.host.add_records(&sandbox.cnames()).unwrap();
}

/// What several runs of one command took.
struct Figures {
    /// In order, the shortest first.
    times: Vec<Duration>,
    /// Asked by the first run, at all servers.
    questions: usize,
}

impl Figures {
    fn take(sandbox: &Sandbox, arguments: &[&str]) -> Figures {
        let before = questions(sandbox);
        let first = run(sandbox, arguments);
        let questions = questions(sandbox) - before;
        let mut times: Vec<Duration> = (1..RUNS).map(|_| run(sandbox, arguments)).chain([first]).collect();
        times.sort();
        Figures { times, questions }
    }

    fn median(&self) -> f64 {
        self.times[self.times.len() / 2].as_secs_f64()
    }

    fn line(&self) -> String {
        let (least, most) = (self.times[0].as_secs_f64(), self.times[self.times.len() - 1].as_secs_f64());
        format!("{:8.3} s  ({least:.3} to {most:.3} s in {RUNS} runs)", self.median())
    }
}

/// The servers list their questions up to 10,000 each, which is more than one run asks.
fn questions(sandbox: &Sandbox) -> usize {
    sandbox.host.queries().len() + sandbox.resolver.queries().len() + sandbox.acme_dns.questions().len()
}

/// The real binary, to the end and with success.
fn run(sandbox: &Sandbox, arguments: &[&str]) -> Duration {
    let mut command = Command::new(env!("CARGO_BIN_EXE_certdns"));
    command.env_clear().envs(sandbox.environment()).args(arguments);
    let begun = Instant::now();
    let output = command.output().unwrap();
    let taken = begun.elapsed();
    let told = |text: &[u8]| String::from_utf8_lossy(text).chars().take(2000).collect::<String>();
    assert!(output.status.success(), "{}{}", told(&output.stdout), told(&output.stderr));
    taken
}

fn print(one: &Figures, many: &Figures) {
    let (single, all) = (one.median(), many.median());
    println!("check, every DNS server {} ms away", DELAY.as_millis());
    println!("  1 delegation         {}", one.line());
    println!("  {MANY} delegations      {}", many.line());
    println!("  {MANY} to 1             {:8.1} times as long", all / single);
    println!("  one after another    {:8.1} times as long as all at once", f64::from(MANY) * single / all);
    println!("  questions            {:8} for 1, {} for {MANY}", one.questions, many.questions);
}
