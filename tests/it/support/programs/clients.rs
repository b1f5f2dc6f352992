//! Other ACME clients, as far as they make an account at the outer lab's CA.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::{START_LIMIT, command};
use crate::support::outer::Outer;

/// Has certbot make an account below `letsencrypt/`; gives its URI.
#[track_caller]
pub fn certbot(outer: &Outer) -> String {
    let server = outer.directory();
    let mut arguments = vec!["register", "--server", &server, "--agree-tos", "--no-eff-email", "--non-interactive"];
    arguments.extend(["-m", "certbot@example.test", "--config-dir", "letsencrypt"]);
    arguments.extend(["--work-dir", "certbot-work", "--logs-dir", "certbot-logs"]);
    let output = command(outer.path(), "certbot", &arguments).env("REQUESTS_CA_BUNDLE", "tls.pem").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let regr = find(&outer.path().join("letsencrypt"), "regr.json").expect("certbot keeps accounts");
    read(&regr)["uri"].as_str().unwrap().to_owned()
}

/// Has lego make an account below `lego/`; gives its URI. The certificate that it wants besides is not waited for.
#[track_caller]
pub fn lego(outer: &Outer, key_type: &str) -> String {
    let server = outer.directory();
    let mut arguments = vec!["--server", &server, "--accept-tos", "--email", "lego@example.test", "--path", "lego"];
    arguments.extend(["--key-type", key_type, "--domains", "lego.example.test"]);
    arguments.extend(["--http", "--http.port", "127.0.0.1:0", "run"]);
    let mut command = command(outer.path(), "lego", &arguments);
    let silent = command.env("LEGO_CA_CERTIFICATES", "tls.pem").stdout(Stdio::null()).stderr(Stdio::null());
    let (mut child, begun) = (silent.spawn().unwrap(), Instant::now());
    let uri = loop {
        let account = find(&outer.path().join("lego"), "account.json").map(|path| read(&path));
        if let Some(uri) = account.and_then(|account| account["registration"]["uri"].as_str().map(str::to_owned)) {
            break uri;
        }
        assert!(begun.elapsed() < START_LIMIT, "lego makes no account");
        std::thread::sleep(Duration::from_millis(20));
    };
    let _ = child.kill();
    child.wait().unwrap();
    uri
}

/// A file of this name, however deep.
fn find(folder: &Path, name: &str) -> Option<PathBuf> {
    let mut paths = fs::read_dir(folder).ok()?.map(|entry| entry.unwrap().path());
    paths.find_map(|path| if path.is_dir() { find(&path, name) } else { path.ends_with(name).then_some(path) })
}

/// A file that is being written is none yet.
fn read(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap_or_default()
}

/// Has certbot with certbot-dns-acmedns issue a certificate, with the registrations in this file; gives where it is.
#[track_caller]
pub fn certbot_dns_acmedns(outer: &Outer, registrations: &str, names: &[&str]) -> PathBuf {
    let url = outer.acme_dns().http_url().to_string();
    let url = url.trim_end_matches('/');
    let file = outer.path().join(registrations);
    let credentials = file.with_file_name("credentials.ini");
    let settings = format!("dns_acmedns_api_url = {url}\ndns_acmedns_registration_file = {}\n", file.display());
    fs::write(&credentials, settings).unwrap();
    let (server, credentials) = (outer.directory(), credentials.display().to_string());
    let mut arguments = vec!["certonly", "--server", &server, "--agree-tos", "--non-interactive"];
    arguments.extend(["-m", "certbot@example.test", "--config-dir", "letsencrypt"]);
    arguments.extend(["--work-dir", "certbot-work", "--logs-dir", "certbot-logs"]);
    arguments.extend(["--authenticator", "dns-acmedns", "--dns-acmedns-credentials", &credentials]);
    arguments.extend(["--dns-acmedns-propagation-seconds", "3", "--cert-name", "certbot"]);
    arguments.extend(names.iter().flat_map(|name| ["-d", name]));
    let mut command = Command::new(plugged_in_certbot());
    command.args(&arguments).current_dir(outer.path()).stdin(Stdio::null());
    let output = command.env("REQUESTS_CA_BUNDLE", outer.path().join("tls.pem")).output();
    let output = output.expect("certbot with certbot-dns-acmedns is in CERTDNS_TEST_CERTBOT, or where .ci/run puts it");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    outer.path().join("letsencrypt/live/certbot")
}

/// Debian's certbot is too new for the plugin.
fn plugged_in_certbot() -> PathBuf {
    let usual = || Path::new(env!("CARGO_MANIFEST_DIR")).join("target/certbot-dns-acmedns/bin/certbot");
    std::env::var_os("CERTDNS_TEST_CERTBOT").map_or_else(usual, PathBuf::from)
}
