//! Whether stderr leads to the journal of systemd.

use std::path::PathBuf;

use super::Environment;

/// Where the journal listens; `None` when stderr leads elsewhere. systemd names the device and inode of what it
/// connected (`JOURNAL_STREAM`): a redirection since then is seen.
#[cfg(unix)]
pub(super) fn journal_socket(env: Environment<'_>) -> Option<PathBuf> {
    use std::os::fd::AsFd;
    use std::os::unix::fs::MetadataExt;
    let named = env("JOURNAL_STREAM")?;
    let stderr = std::io::stderr().as_fd().try_clone_to_owned().ok()?;
    let meta = std::fs::File::from(stderr).metadata().ok()?;
    let leads_there = named == format!("{}:{}", meta.dev(), meta.ino());
    // Another socket can stand in for it in tests.
    let socket = || env("CERTDNS_JOURNAL_SOCKET").unwrap_or_else(|| "/run/systemd/journal/socket".to_owned());
    leads_there.then(|| PathBuf::from(socket()))
}

#[cfg(not(unix))]
pub(super) fn journal_socket(_: Environment<'_>) -> Option<PathBuf> {
    None
}
