//! Where other ACME clients keep their accounts.

use std::path::PathBuf;

use directories::BaseDirs;

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
