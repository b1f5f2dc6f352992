//! Where other ACME clients keep their accounts, and their registrations.

use std::path::PathBuf;

use directories::BaseDirs;

use super::Environment;

/// The usual places on this system, whether they are there or not.
#[must_use]
pub fn other_clients() -> Vec<PathBuf> {
    let mut places: Vec<PathBuf> = system().iter().map(PathBuf::from).collect();
    places.push(PathBuf::from(".lego/accounts"));
    if let Some(dirs) = BaseDirs::new() {
        let below_home = [".lego/accounts", ".acme.sh/ca", ".config/Posh-ACME", "Library/Preferences/Posh-ACME"];
        places.extend(below_home.map(|place| dirs.home_dir().join(place)));
        places.push(dirs.data_local_dir().join("Posh-ACME"));
        places.extend(["caddy/acme", "Caddy/acme"].map(|place| dirs.data_dir().join(place)));
    }
    places
}

#[cfg(unix)]
fn system() -> &'static [&'static str] {
    &["/etc/letsencrypt/accounts", "/etc/lego/accounts", "/var/lib/caddy/.local/share/caddy/acme"]
}

#[cfg(not(unix))]
fn system() -> &'static [&'static str] {
    &["C:\\Certbot\\accounts"]
}

/// The usual places of registrations on this system, whether they are there or not.
#[must_use]
pub fn other_registrations(environment: Environment<'_>) -> Vec<PathBuf> {
    let mut places: Vec<PathBuf> = environment("ACME_DNS_STORAGE_PATH").map(PathBuf::from).into_iter().collect();
    places.extend(registrations_of_system(environment));
    places.extend(["acmedns.json", "acme-dns-accounts.json", "clientstorage.json"].map(PathBuf::from));
    if let Some(dirs) = BaseDirs::new() {
        let below_home = [".acme.sh", ".config/Posh-ACME", "Library/Preferences/Posh-ACME"];
        places.extend(below_home.map(|place| dirs.home_dir().join(place)));
        places.push(dirs.data_local_dir().join("Posh-ACME"));
    }
    let mut seen = std::collections::BTreeSet::new();
    places.retain(|place| seen.insert(place.clone()));
    places
}

#[cfg(unix)]
fn registrations_of_system(_: Environment<'_>) -> Vec<PathBuf> {
    let places = [
        "/etc/acmedns/clientstorage.json",
        "/etc/letsencrypt/acmedns.json",
        "/etc/certbot/acme-registration.json",
        "/usr/share/certify/certifydns",
        "/usr/share/certify/acmedns",
    ];
    places.map(PathBuf::from).to_vec()
}

#[cfg(not(unix))]
fn registrations_of_system(environment: Environment<'_>) -> Vec<PathBuf> {
    let base = PathBuf::from(environment("ProgramData").unwrap_or_else(|| "C:\\ProgramData".to_owned()));
    let places = ["certify\\certifydns", "certify\\acmedns", "win-acme\\acme-dns", "simple-acme\\acme-dns"];
    places.map(|place| base.join(place)).to_vec()
}
