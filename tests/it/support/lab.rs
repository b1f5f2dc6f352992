//! The sandbox in this process, and a state directory of its own.

use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use certdns::sandbox::authority::{Authority, AuthorityOptions, Manners};
use certdns::sandbox::resolver::Resolver;
use certdns::sandbox::{History, Sandbox, SandboxOptions, Stage};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use super::command::{self, Run};
use super::proof::prove;

/// A world of its own for one test.
pub struct Lab {
    pub sandbox: Sandbox,
    /// What the sandbox runs on.
    runtime: Runtime,
    directory: TempDir,
}

impl Lab {
    pub fn new() -> Lab {
        Lab::with(|_| {})
    }

    /// A lab whose parts behave as `change` says.
    pub fn with(change: impl FnOnce(&mut SandboxOptions)) -> Lab {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let directory = tempfile::tempdir().unwrap();
        let mut options = SandboxOptions { directory: directory.path().to_owned(), ..SandboxOptions::default() };
        change(&mut options);
        let sandbox = runtime.block_on(async { Sandbox::start(options) }).unwrap();
        Lab { sandbox, runtime, directory }
    }

    /// Types a command; words are parted by spaces.
    pub fn run(&self, line: &str) -> Run {
        self.run_with(line, &[])
    }

    /// The same with more environment variables, or other values for the lab's.
    pub fn run_with(&self, line: &str, environment: &[(&str, &str)]) -> Run {
        let words: Vec<&str> = line.split_whitespace().collect();
        command::run(self.command(environment), &words)
    }

    /// The same where words have spaces in them.
    pub fn run_words(&self, words: &[&str]) -> Run {
        command::run(self.command(&[]), words)
    }

    pub fn command(&self, environment: &[(&str, &str)]) -> std::process::Command {
        let mut command = command::certdns(&self.sandbox.environment(), self.directory.path());
        command.envs(environment.iter().copied());
        command
    }

    /// Does what a person does at the DNS host: creates the CNAME of a registered name.
    pub fn delegate(&self, name: &str) {
        self.sandbox.host.add_record(&self.sandbox.cname(name).expect("a registered name")).unwrap();
    }

    /// The CNAME that leads to the lab's own acme-dns server.
    pub fn cname_at_lab(&self, name: &str) -> String {
        let registered = self.run(&format!("register {name} --json")).succeeded().json();
        registered["registrations"][0]["record"].as_str().unwrap().to_owned()
    }

    /// Registers and delegates.
    pub fn delegated(self, name: &str) -> Lab {
        self.run(&format!("register {name}")).succeeded();
        self.delegate(name);
        self
    }

    /// Registers many names and delegates them in one edit of the zone file; all in the zone of "your DNS host".
    pub fn delegate_all(&self, names: &[String]) {
        let words: Vec<&str> = ["register"].into_iter().chain(names.iter().map(String::as_str)).collect();
        command::run(self.command(&[]), &words).succeeded();
        self.sandbox.host.add_records(&self.sandbox.cnames()).unwrap();
    }

    /// One more resolver of this lab's zones: another place to look from.
    pub fn another_resolver(&self) -> Resolver {
        self.runtime.block_on(async { self.sandbox.another_resolver() }).unwrap()
    }

    /// Another CA that looks names up in this lab, and the environment of a command that trusts both.
    pub fn another_authority(&self) -> (Authority, Vec<(&'static str, String)>) {
        let resolver = self.sandbox.resolver.addr();
        let options = AuthorityOptions { resolver, manners: Manners::default(), history: History::default() };
        let other = self.runtime.block_on(async { Authority::start(options) }).unwrap();
        let roots = self.path().join("both-roots.pem");
        let both = [self.sandbox.authority.tls_root_pem(), other.tls_root_pem()].concat();
        std::fs::write(&roots, both).unwrap();
        let environment = vec![
            ("CERTDNS_CA_ROOT", roots.display().to_string()),
            ("CERTDNS_CA", self.sandbox.authority.directory().to_string()),
            ("CERTDNS_FALLBACK_CA", other.directory().to_string()),
        ];
        (other, environment)
    }

    pub fn state(&self) -> PathBuf {
        self.directory.path().join("state")
    }

    pub fn path(&self) -> &Path {
        self.directory.path()
    }

    /// Every file below the state directory with its mode, one per line, in order; without what runs told.
    pub fn files(&self) -> String {
        let mut lines = Vec::new();
        list(&self.state(), &self.state(), &mut lines);
        lines.retain(|line| !line[5..].starts_with("logs/"));
        lines.sort();
        lines.concat()
    }

    /// Starts a command and goes on; its output is kept.
    pub fn spawn(&self, line: &str) -> Child {
        let mut command = self.command(&[]);
        command.args(line.split_whitespace()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().unwrap()
    }

    /// How many requests went to this path of the acme-dns server.
    pub fn requests(&self, path: &str) -> usize {
        self.sandbox.history.exchanges().iter().filter(|exchange| exchange.path == path).count()
    }

    /// How many requests of this kind the CA got.
    pub fn stages(&self, stage: Stage) -> usize {
        self.sandbox.history.exchanges().iter().filter(|exchange| exchange.stage == stage).count()
    }

    /// The waves of requests to the CA, in order.
    pub fn waves(&self) -> Vec<Stage> {
        self.sandbox.history.waves()
    }

    /// A file of the live certificate.
    pub fn live(&self, lineage: &str, file: &str) -> String {
        std::fs::read_to_string(self.live_path(lineage).join(file)).unwrap()
    }

    /// `lineage.json`.
    pub fn lineage(&self, name: &str) -> serde_json::Value {
        let path = self.state().join("lineages").join(name).join("lineage.json");
        serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
    }

    /// What is known of a lineage's next renewal, as it stands on disk.
    pub fn renewal(&self, name: &str) -> serde_json::Value {
        serde_json::from_slice(&std::fs::read(self.renewal_path(name)).unwrap()).unwrap()
    }

    /// Changes it, as time would.
    pub fn change_renewal(&self, name: &str, change: impl FnOnce(&mut serde_json::Value)) {
        let mut document = self.renewal(name);
        change(&mut document);
        std::fs::write(self.renewal_path(name), document.to_string()).unwrap();
    }

    fn renewal_path(&self, name: &str) -> PathBuf {
        self.state().join("lineages").join(name).join("renewal.json")
    }

    /// The live certificate is one that a server could use, for these names, from this lab's CA.
    #[track_caller]
    pub fn verify(&self, lineage: &str, names: &[&str]) {
        prove(&self.live_path(lineage), names, self.sandbox.authority.issuer_root_pem());
    }

    fn live_path(&self, lineage: &str) -> PathBuf {
        self.state().join("lineages").join(lineage).join("live")
    }

    /// A file that is made from the live certificate.
    #[cfg(unix)]
    pub fn output(&self, lineage: &str, file: &str) -> PathBuf {
        self.state().join("lineages").join(lineage).join("outputs").join(file)
    }

    /// The registration of a name, as it stands on disk.
    pub fn registration(&self, name: &str) -> serde_json::Value {
        serde_json::from_slice(&std::fs::read(self.registration_path(name)).unwrap()).unwrap()
    }

    pub fn registration_path(&self, name: &str) -> PathBuf {
        let servers = std::fs::read_dir(self.state().join("registrations")).unwrap();
        let mut paths = servers.map(|server| server.unwrap().path().join(format!("{name}.json")));
        paths.find(|path| path.exists()).expect("a registration on disk")
    }

    /// How many registrations are on disk.
    pub fn registrations(&self) -> usize {
        let servers =
            std::fs::read_dir(self.state().join("registrations")).unwrap().map(|server| server.unwrap().path());
        let files = servers.filter(|path| path.is_dir()).flat_map(|path| std::fs::read_dir(path).unwrap());
        files.filter(|file| file.as_ref().unwrap().path().extension().is_some_and(|kind| kind == "json")).count()
    }

    /// Publishes a value for `example.test`, as another machine would that holds its registration.
    pub fn publish(&self, value: &str) {
        let registration = self.registration("example.test");
        let text = |key: &str| registration[key].as_str().unwrap().to_owned();
        let body = serde_json::json!({ "subdomain": text("subdomain"), "txt": value }).to_string();
        let request = http::Request::post(format!("{}update", self.sandbox.acme_dns.http_url()))
            .header("X-Api-User", text("username"))
            .header("X-Api-Key", text("password"))
            .body(bytes::Bytes::from(body))
            .unwrap();
        let http = certdns::http::Http::new(None, std::sync::Arc::new(certdns::event::Silent)).unwrap();
        assert_eq!(self.runtime.block_on(http.send(request)).unwrap().status, 200);
    }

    /// A copy of the state directory: a restored backup, or another machine.
    pub fn copy_state(&self, name: &str) -> PathBuf {
        let copy = self.path().join(name);
        copy_directory(&self.state(), &copy);
        copy
    }

    /// The one account, as it stands on disk.
    pub fn account(&self) -> serde_json::Value {
        let folders = std::fs::read_dir(self.state().join("accounts")).unwrap().map(|entry| entry.unwrap().path());
        let files = folders.filter(|path| path.is_dir()).flat_map(|path| std::fs::read_dir(path).unwrap());
        let paths: Vec<PathBuf> = files.map(|entry| entry.unwrap().path()).collect();
        assert_eq!(paths.len(), 1, "{paths:?}");
        serde_json::from_slice(&std::fs::read(&paths[0]).unwrap()).unwrap()
    }

    /// The key of a certificate that is being obtained.
    pub fn pending_key(&self, lineage: &str) -> String {
        std::fs::read_to_string(self.state().join("lineages").join(lineage).join("pending/privkey.pem")).unwrap()
    }

    /// How many requests of this kind the CA answered with success.
    pub fn accepted(&self, stage: Stage) -> usize {
        self.sandbox.history.exchanges().iter().filter(|one| one.stage == stage && one.status < 400).count()
    }

    /// How many requests of this kind the CA turned away for their nonce.
    pub fn bad_nonces(&self, stage: Stage) -> usize {
        let bad = |problem: &String| problem.ends_with("badNonce");
        self.sandbox
            .history
            .exchanges()
            .iter()
            .filter(|one| one.stage == stage && one.problem.as_ref().is_some_and(bad))
            .count()
    }
}

pub fn copy_directory(from: &Path, to: &Path) {
    std::fs::create_dir(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let (path, target) = (entry.as_ref().unwrap().path(), to.join(entry.unwrap().file_name()));
        if path.is_symlink() {
            // `live`: made again by the next run.
        } else if path.is_dir() {
            copy_directory(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}

fn list(root: &Path, directory: &Path, lines: &mut Vec<String>) {
    for entry in std::fs::read_dir(directory).into_iter().flatten() {
        let entry = entry.unwrap();
        let meta = entry.path().symlink_metadata().unwrap();
        let name = entry.path().strip_prefix(root).unwrap().display().to_string().replace('\\', "/");
        let kind = if meta.is_symlink() {
            "@"
        } else if meta.is_dir() {
            "/"
        } else {
            ""
        };
        if Path::new(&name).extension().is_none_or(|extension| extension != "lock") {
            lines.push(format!("{} {name}{kind}\n", mode(&meta)));
        }
        if meta.is_dir() {
            list(root, &entry.path(), lines);
        }
    }
}

#[cfg(unix)]
fn mode(meta: &std::fs::Metadata) -> String {
    use std::os::unix::fs::PermissionsExt;
    if meta.is_symlink() { "    ".to_owned() } else { format!("{:04o}", meta.permissions().mode() & 0o7777) }
}

#[cfg(not(unix))]
fn mode(_: &std::fs::Metadata) -> String {
    "----".to_owned()
}
