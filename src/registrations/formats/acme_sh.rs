//! acme.sh: one registration for each certificate, as shell variables in `<main>/<main>.conf`; older ones stand in
//! `account.conf`. They are read and never run.

use std::collections::BTreeSet;
use std::path::Path;

use super::entry::{Besides, challenge};
use super::shape::server_url;
use super::{Client, Contents, Entry, Flaw, Told};
use crate::foreign::{shell_line, shell_value};
use crate::secret::Secret;
use crate::store::Record;

/// Where acme.sh registers when nothing is said.
const DEFAULT_SERVER: &str = "https://auth.acme-dns.io";

/// Whether a file is called as acme.sh calls that of a certificate.
pub(super) fn is_certificate(path: &Path) -> bool {
    let name = |part: Option<&std::ffi::OsStr>| part.and_then(|part| part.to_str()).map(str::to_owned);
    let (Some(file), Some(folder)) = (name(path.file_name()), name(path.parent().and_then(Path::file_name))) else {
        return false;
    };
    let main = folder.strip_suffix("_ecc").unwrap_or(&folder);
    file.strip_suffix(".conf") == Some(main)
}

pub(super) fn read(text: &str, account: Option<&str>) -> Option<Contents> {
    let main = shell_value(text, "Le_Domain")?;
    let hook = shell_value(text, "Le_Webroot").unwrap_or_default();
    let credentials = Credentials::of(text).or_else(|| {
        let ours = hook.split(',').any(|hook| hook == "dns_acmedns");
        account.filter(|_| ours).and_then(Credentials::of)
    });
    let Some(credentials) = credentials else {
        let path = shell_value(text, "ACMEDNS_STORAGE")?;
        return Some(contents(vec![Err(Flaw::Elsewhere { of: main, path })]));
    };
    let alternatives = shell_value(text, "Le_Alt").unwrap_or_default();
    let names = [main.as_str()].into_iter().chain(alternatives.split(',')).filter(|name| !matches!(*name, "" | "no"));
    let mut seen = BTreeSet::new();
    let entries = names.map(|name| credentials.entry(name));
    let first = |entry: &Result<Entry, Flaw>| entry.as_ref().map_or(true, |entry| seen.insert(entry.challenge.clone()));
    Some(contents(entries.filter(first).collect()))
}

fn contents(entries: Vec<Result<Entry, Flaw>>) -> Contents {
    Contents { client: Client::AcmeSh, entries }
}

struct Credentials {
    username: String,
    password: Secret,
    subdomain: String,
    server: Told,
}

impl Credentials {
    fn of(text: &str) -> Option<Credentials> {
        let value = |name: &str| {
            let found = shell_value(text, name).or_else(|| shell_value(text, &format!("SAVED_{name}")));
            found.filter(|value| !value.is_empty())
        };
        let update = || value("ACMEDNS_UPDATE_URL").map(|url| url.trim_end_matches("/update").to_owned());
        let server = match value("ACMEDNS_BASE_URL").or_else(update) {
            Some(url) => Told { text: Secret::new(url), whence: "the file" },
            None => Told { text: Secret::new(DEFAULT_SERVER), whence: "what acme.sh uses when nothing is said" },
        };
        let password = Secret::new(value("ACMEDNS_PASSWORD")?);
        Some(Credentials {
            username: value("ACMEDNS_USERNAME")?,
            password,
            subdomain: value("ACMEDNS_SUBDOMAIN")?,
            server,
        })
    }

    fn entry(&self, name: &str) -> Result<Entry, Flaw> {
        Ok(Entry {
            challenge: challenge(name)?,
            username: self.username.clone(),
            password: self.password.clone(),
            subdomain: self.subdomain.clone(),
            fulldomain: None,
            server: Some(self.server.clone()),
            allow_from: Vec::new(),
            registered_at: None,
            besides: Besides::Nothing,
        })
    }
}

/// The variables, for the file of the one certificate that they are for.
pub(super) fn write(records: &[Record]) -> Result<Secret, Flaw> {
    let credentials = |record: &Record| (record.registration.server.clone(), record.registration.subdomain.clone());
    let distinct: BTreeSet<_> = records.iter().map(credentials).collect();
    let (Some(record), 1) = (records.first(), distinct.len()) else {
        return Err(Flaw::Several { count: distinct.len() });
    };
    let one = &record.registration;
    let lines = [
        ("ACMEDNS_BASE_URL", server_url(one)),
        ("ACMEDNS_USERNAME", one.username.clone()),
        ("ACMEDNS_PASSWORD", one.password.expose().to_owned()),
        ("ACMEDNS_SUBDOMAIN", one.subdomain.clone()),
    ];
    Ok(Secret::new(lines.iter().map(|(name, value)| shell_line(name, value)).collect::<String>()))
}
