//! What lies beside a registration file and says which server it is for: scripts and configurations of the client.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::formats::{Client, Told};
use crate::foreign::{bounded, decoded};
use crate::secret::Secret;

/// No script or configuration comes near this size.
const MAX_FILE: u64 = 1024 * 1024;
/// So many neighbours are looked at.
const MAX_NEIGHBOURS: usize = 200;

/// The server, as a neighbour of the file tells it.
pub(super) fn server(path: &Path, client: Client) -> Option<Told> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match client {
        Client::AcmeDnsAuth | Client::Goacmedns => {
            let script = first(folder, "py", |text| assigned(text, "ACMEDNS_URL"), "the script beside it");
            script.or_else(|| first(folder, "ini", certbot_ini, "certbot's settings beside it"))
        }
        Client::GoAcmeDnsManager => {
            let yaml = |extension| {
                first(folder, extension, |text| keyed(text, "acme_dns_server"), "the configuration beside it")
            };
            yaml("yaml").or_else(|| yaml("yml"))
        }
        Client::PoshAcme => posh_acme(folder),
        _ => None,
    }
}

/// acme.sh's `account.conf`, two folders up from a certificate's.
pub(super) fn account_conf(path: &Path) -> Option<Secret> {
    text(&path.parent()?.parent()?.join("account.conf"))
}

fn first(folder: &Path, extension: &str, find: impl Fn(&str) -> Option<String>, whence: &'static str) -> Option<Told> {
    let found = files(folder).into_iter().filter(|path| path.extension().is_some_and(|found| found == extension));
    let url = found.filter_map(|path| text(&path)).find_map(|text| find(text.expose()))?;
    Some(Told { text: Secret::new(url), whence })
}

/// Posh-ACME keeps the server with each order below the account.
fn posh_acme(folder: &Path) -> Option<Told> {
    let places = files(folder).into_iter().chain([folder.to_owned()]);
    let arguments = places.filter(|path| path.is_dir()).map(|order| order.join("pluginargs.json"));
    let host = arguments.filter_map(|path| text(&path)).find_map(|text| acme_server(text.expose()))?;
    let url = if host.contains("://") { host } else { format!("https://{host}") };
    Some(Told { text: Secret::new(url), whence: "the order below it" })
}

fn acme_server(text: &str) -> Option<String> {
    let document: Value = serde_json::from_str(text).ok()?;
    let inner = document.get("AcmeDns").unwrap_or(&document);
    inner.get("ACMEServer")?.as_str().map(str::to_owned)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let reading = fs::read_dir(folder).into_iter().flatten().flatten().take(MAX_NEIGHBOURS);
    let mut paths: Vec<PathBuf> = reading.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn text(path: &Path) -> Option<Secret> {
    // Reading a pipe or a device could go on forever.
    let file = fs::metadata(path).ok().filter(fs::Metadata::is_file).and_then(|_| fs::File::open(path).ok())?;
    Some(decoded(&bounded(file, MAX_FILE).ok()?))
}

/// `NAME = "value"` of a Python script, which is read and never run.
fn assigned(text: &str, name: &str) -> Option<String> {
    text.lines().find_map(|line| value(line.strip_prefix(name)?.trim_start().strip_prefix('=')?))
}

/// `dns_acmedns_api_url = value` of certbot's credentials, with or without the plugin in front.
fn certbot_ini(text: &str) -> Option<String> {
    let key = |line: &str| line.trim().trim_start_matches("certbot_dns_acmedns:").to_owned();
    text.lines().find_map(|line| value(key(line).strip_prefix("dns_acmedns_api_url")?.trim_start().strip_prefix('=')?))
}

/// `name: value` of a YAML file.
fn keyed(text: &str, name: &str) -> Option<String> {
    text.lines().find_map(|line| value(line.trim().strip_prefix(name)?.trim_start().strip_prefix(':')?))
}

/// A value without its quotes, or what stands behind it.
fn value(text: &str) -> Option<String> {
    let text = text.trim();
    let quote = text.chars().next().filter(|quote| matches!(quote, '"' | '\''));
    let value = match quote {
        Some(quote) => text[1..].split(quote).next(),
        None => text.split([' ', '\t', '#']).next(),
    };
    value.filter(|value| !value.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers_are_read_from_scripts_and_configurations() {
        let script = "# ACMEDNS_URL\nACMEDNS_URL = \"https://auth.example.org\"  # ours\nSTORAGE_PATH = 'x'\n";
        assert_eq!(assigned(script, "ACMEDNS_URL").as_deref(), Some("https://auth.example.org"));
        let yaml = "email: a@b.test\nacme_dns_server: https://auth.example.org # ours\n";
        assert_eq!(keyed(yaml, "acme_dns_server").as_deref(), Some("https://auth.example.org"));
        for ini in ["dns_acmedns_api_url = http://a/", "certbot_dns_acmedns:dns_acmedns_api_url=http://a/"] {
            assert_eq!(certbot_ini(ini).as_deref(), Some("http://a/"));
        }
        assert_eq!(acme_server(r#"{"AcmeDns":{"ACMEServer":"a.example"}}"#).as_deref(), Some("a.example"));
        assert_eq!(acme_server(r#"{"ACMEServer":"a.example"}"#).as_deref(), Some("a.example"));
    }
}
