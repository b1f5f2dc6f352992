//! The journal of systemd, spoken to directly: each entry with fields, where plain lines would have none.

use std::path::PathBuf;

use crate::event::Level;

/// Longer texts are cut, in characters: an entry has to fit into one datagram.
const MAX_TEXT: usize = 16 * 1024;

/// Where entries go, and which run they are of.
#[derive(Clone, Debug)]
pub struct Journal {
    socket: PathBuf,
    run: String,
}

/// What is told in one entry.
pub(super) struct Entry<'a> {
    pub level: Level,
    pub event: &'a str,
    pub lineage: Option<&'a str>,
    pub text: &'a str,
}

impl Journal {
    #[must_use]
    pub fn new(socket: PathBuf, run: String) -> Journal {
        Journal { socket, run }
    }

    /// Tells the journal; `false` when it did not listen.
    pub(super) fn tell(&self, entry: &Entry<'_>) -> bool {
        send(&self.socket, &datagram(&self.run, entry))
    }
}

/// The native protocol (systemd.io/JOURNAL_NATIVE_PROTOCOL): `FIELD=value` lines. No value has a line break in it.
fn datagram(run: &str, entry: &Entry<'_>) -> Vec<u8> {
    let priority = match entry.level {
        Level::Error => "3",
        Level::Warning => "4",
        Level::Info => "6",
        Level::Detail => "7",
    };
    let text = super::plain(entry.text).chars().take(MAX_TEXT).collect::<String>();
    let fields = [
        ("MESSAGE", Some(text.as_str())),
        ("PRIORITY", Some(priority)),
        ("SYSLOG_IDENTIFIER", Some("certdns")),
        ("CERTDNS_RUN", Some(run)),
        ("CERTDNS_EVENT", Some(entry.event)),
        ("CERTDNS_LINEAGE", entry.lineage),
    ];
    let told = fields.iter().filter_map(|(name, value)| Some(format!("{name}={}\n", (*value)?)));
    told.collect::<String>().into_bytes()
}

#[cfg(unix)]
fn send(socket: &std::path::Path, datagram: &[u8]) -> bool {
    let unbound = std::os::unix::net::UnixDatagram::unbound();
    // A journal that is behind must not hold up the work: then the line goes to stderr.
    let sent = unbound.and_then(|from| from.set_nonblocking(true).and_then(|()| from.send_to(datagram, socket)));
    sent.is_ok()
}

#[cfg(not(unix))]
fn send(_: &std::path::Path, _: &[u8]) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_has_its_fields_and_no_value_can_forge_another() {
        let entry = Entry { level: Level::Warning, event: "warning", lineage: Some("a"), text: "one\nPRIORITY=0" };
        let expected = "MESSAGE=one PRIORITY=0\nPRIORITY=4\nSYSLOG_IDENTIFIER=certdns\nCERTDNS_RUN=r\nCERTDNS_EVENT=warning\nCERTDNS_LINEAGE=a\n";
        assert_eq!(String::from_utf8(datagram("r", &entry)).unwrap(), expected);
    }
}
