//! The guided tour: the main job with the real code paths, narrated.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Parser;

use super::{Args, SandboxFault, SandboxOutcome, start};
use crate::cli::Cli;
use crate::commands;
use crate::context::Context;
use crate::error::{Doing, Result};
use crate::event::{Event, Reporter};
use crate::sandbox::Sandbox;
use crate::settings::Settings;

const DIRECTORY: &str = "certdns-tour";
/// Says that a directory may be emptied: a tour made it.
const MARK: &str = ".certdns-tour";

/// Walks through the main job in `./certdns-tour`.
pub(super) async fn run(cx: &Context, args: &Args) -> Result<SandboxOutcome> {
    let directory = PathBuf::from(DIRECTORY);
    prepare(&directory)?;
    let sandbox = start(args, &directory)?;
    let tour = Tour { cx, sandbox: &sandbox };
    tour.walk().await.doing("the tour ended early")?;
    tour.tell(&farewell(&sandbox, &directory));
    Ok(SandboxOutcome { status: 0 })
}

/// An empty directory of ours. What an earlier tour left is removed; what is not from a tour is not touched.
fn prepare(directory: &Path) -> Result<(), SandboxFault> {
    if directory.exists() {
        if !directory.join(MARK).exists() {
            return Err(SandboxFault::NotOurs { path: directory.to_owned() });
        }
        std::fs::remove_dir_all(directory).map_err(SandboxFault::Start)?;
    }
    std::fs::create_dir(directory).map_err(SandboxFault::Start)?;
    std::fs::write(directory.join(MARK), "").map_err(SandboxFault::Start)
}

struct Tour<'a> {
    cx: &'a Context,
    sandbox: &'a Sandbox,
}

impl Tour<'_> {
    async fn walk(&self) -> Result<()> {
        self.tell(WELCOME);
        self.tell("1. Register the name, once. The wildcard shares its registration.");
        self.certdns("register example.test *.example.test").await?;
        self.tell("2. Create that CNAME at your DNS host. Here, certdns writes it into the zone file itself:");
        self.delegate()?;
        self.tell("3. Does it stand, at every authoritative server?");
        self.certdns("check").await?;
        self.tell("4. Get the certificate. This was the last time that anybody touched DNS.");
        self.certdns("issue -d example.test -d *.example.test --agree-tos").await?;
        self.tell("5. What is there now?");
        self.certdns("list").await?;
        self.tell("6. Renew. A timer runs this; it does nothing until the time has come:");
        self.certdns("renew").await?;
        self.tell("7. Unless it is told to:");
        self.certdns("renew --force").await?;
        self.tell("8. The account that CAA records can pin:");
        self.certdns("acmeaccount list").await
    }

    /// Runs a command as `main` would, in the lab's environment.
    async fn certdns(&self, line: &str) -> Result<()> {
        self.tell(&format!("   $ certdns {line}\n"));
        let words = ["certdns"].into_iter().chain(line.split(' '));
        let cli = Cli::try_parse_from(words).expect("the tour's own commands are well written");
        let environment = self.sandbox.environment();
        let find = |name: &str| environment.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone());
        let settings = Settings::load(&cli.globals, &find)?;
        let events = Arc::new(Indented(self.cx.reporter.clone()));
        let outcome = Box::pin(commands::run(&Context::new(settings, events), cli.command)).await?;
        self.cx.reporter.announce(&indented(&outcome.text()));
        self.tell("");
        Ok(())
    }

    /// What a person does at the DNS host.
    fn delegate(&self) -> Result<(), SandboxFault> {
        let record = self.sandbox.cname("example.test").unwrap_or_default();
        self.sandbox.host.add_record(&record).map_err(SandboxFault::Start)?;
        self.tell(&format!("\n   {record}\n"));
        Ok(())
    }

    fn tell(&self, text: &str) {
        self.cx.reporter.announce(&format!("{text}\n"));
    }
}

const WELCOME: &str = "\
A tour of certdns. A CA, an acme-dns server, a DNS host and a resolver now run on this machine; everything below is
done with them for real, by the same code that works with Let's Encrypt and Certify DNS.
";

fn farewell(sandbox: &Sandbox, directory: &Path) -> String {
    let live = directory.join("state").join("lineages").join("example.test").join("live");
    let lines = [
        ("for your web server", live.join("fullchain.pem")),
        ("its private key", live.join("privkey.pem")),
        ("the zone", directory.join("example.test.zone")),
        ("the lab's root", directory.join("issuer-root.pem")),
    ];
    let files: String = lines.iter().map(|(what, path)| format!("   {what:<20} {}\n", path.display())).collect();
    let _ = sandbox;
    format!("What the tour left behind:\n\n{files}\nNow for real: `certdns help`, or the README.")
}

fn indented(text: &str) -> String {
    text.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("   {line}\n") }).collect()
}

/// Events of the tour's commands go where those of the sandbox go.
struct Indented(crate::event::SharedReporter);

impl Reporter for Indented {
    fn report(&self, event: Event) {
        self.0.report(event);
    }
}
