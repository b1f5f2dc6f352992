//! Where other programs are, and keep their files.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use directories::BaseDirs;

use super::Environment;
use crate::scheduling::Dirs;

/// Where other ACME clients keep their accounts, whether they are there or not.
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

/// The user's own directories; `None` for one without a home.
#[must_use]
pub fn user_dirs() -> Option<Dirs> {
    let dirs = BaseDirs::new()?;
    Some(Dirs { home: dirs.home_dir().to_owned(), config: dirs.config_dir().to_owned() })
}

/// Where a program is that is called by this name alone.
#[must_use]
pub fn on_path(program: &str, environment: Environment<'_>) -> Option<PathBuf> {
    let path = environment("PATH")?;
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path).map(|folder| folder.join(&name)).find(|path| path.is_file())
}

/// This program as whoever runs it calls it. The system would name what a link leads to, which the next version may
/// not have any more.
///
/// # Errors
/// When the system does not know.
pub fn this_program(environment: Environment<'_>) -> std::io::Result<PathBuf> {
    let running = std::env::current_exe()?;
    let called = std::env::args_os().next().map(PathBuf::from).unwrap_or_default();
    let called = match called.parent().is_none_or(|folder| folder == Path::new("")) {
        true => {
            called.to_str().and_then(|name| on_path(name.trim_end_matches(std::env::consts::EXE_SUFFIX), environment))
        }
        false => std::path::absolute(called).ok(),
    };
    let is_this =
        |path: &PathBuf| path.canonicalize().ok().is_some_and(|path| running.canonicalize().ok() == Some(path));
    Ok(called.filter(is_this).unwrap_or(running))
}

/// The names of this process' variables that are settings of certdns. Some hold secrets: hooks and commands that are
/// told of notices get none of them but the place of the configuration file.
#[must_use]
pub fn own_variables() -> Vec<OsString> {
    let is_own = |name: &OsString| {
        let name = name.to_string_lossy().to_ascii_uppercase();
        name.starts_with("CERTDNS_") && name != "CERTDNS_CONFIG"
    };
    std::env::vars_os().map(|(name, _)| name).filter(is_own).collect()
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
