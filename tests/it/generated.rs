//! What is generated is what is committed, and the README's own commands run.

use std::path::Path;

use crate::support::Lab;
use crate::support::command::{certdns, run};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn man_pages_and_completions_are_what_the_binary_generates() {
    let directory = tempfile::tempdir().unwrap();
    run(certdns(&[], directory.path()), &["generate", "."]).succeeded();
    for folder in ["man", "completions"] {
        let fresh = read(&directory.path().join(folder));
        let committed = read(&Path::new(ROOT).join(folder));
        assert!(!fresh.is_empty());
        assert!(fresh == committed, "run `certdns generate` and commit {folder}/");
    }
}

fn read(folder: &Path) -> std::collections::BTreeMap<String, String> {
    let text = |path: &Path| std::fs::read_to_string(path).unwrap().replace("\r\n", "\n");
    let entries = std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    entries.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), text(&path))).collect()
}

/// The certdns commands of the README's shell blocks, without comments and quotes.
fn readme_commands() -> Vec<String> {
    let readme = std::fs::read_to_string(Path::new(ROOT).join("README.md")).unwrap();
    let blocks = readme.split("```sh\n").skip(1).filter_map(|text| text.split("```").next());
    let lines = blocks.flat_map(str::lines).filter_map(|line| line.strip_prefix("certdns "));
    lines.map(|line| line.split(" #").next().unwrap_or(line).trim().replace('\'', "")).collect()
}

#[test]
fn the_first_certificate_of_the_readme_is_had_with_just_its_commands() {
    let lab = Lab::new();
    let commands = readme_commands();
    assert!(commands.len() >= 8, "{commands:?}");
    for (number, command) in commands.iter().enumerate() {
        lab.run(&command.replace("example.com", "example.test")).succeeded();
        if number == 0 {
            lab.delegate("example.test");
        }
    }
    lab.verify("example.test", &["example.test", "*.example.test"]);
}

#[test]
fn every_option_that_the_readme_names_is_there() {
    let readme = std::fs::read_to_string(Path::new(ROOT).join("README.md")).unwrap();
    let directory = tempfile::tempdir().unwrap();
    let help = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().chain(["--help"]).collect();
        run(certdns(&[], directory.path()), &words).succeeded().stdout
    };
    let commands = [
        "register",
        "check",
        "caa",
        "issue",
        "renew",
        "apply",
        "import-csv",
        "list",
        "show",
        "revoke",
        "delete",
        "sandbox",
        "status",
        "deploy",
        "timer install",
        "registration import",
        "registration add",
        "registration export",
        "registration move",
    ];
    let known: String = commands.map(help).concat();
    let actions = ["add", "update", "rollover", "deactivate", "import", "export", "remove"];
    let known = known + &actions.map(|action| help(&format!("acmeaccount {action}"))).concat();
    let known = known + &help("bundle create") + &help("bundle open");
    let options = regex::Regex::new(r"--[a-z][a-z-]+").unwrap();
    let cargo =
        ["--release", "--locked", "--path", "--no-deps", "--open", "--features", "--wait", "--pipe", "--collect"];
    for option in options.find_iter(&readme).map(|found| found.as_str()).filter(|option| !cargo.contains(option)) {
        assert!(known.contains(option), "{option}");
    }
}
