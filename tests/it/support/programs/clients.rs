//! Other ACME clients, as far as they make an account at the outer lab's CA.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
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
