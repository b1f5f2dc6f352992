//! A zone at a DNS host, before there is a zone file for it.

use std::io;
use std::path::{Path, PathBuf};

use super::Host;
use crate::identifier::{DnsName, InvalidName};

/// A zone, and the names of the servers that it is at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostedZone {
    pub zone: DnsName,
    pub servers: Vec<DnsName>,
}

impl HostedZone {
    /// # Errors
    /// When a name is none.
    pub fn parse(zone: &str, servers: &[&str]) -> Result<HostedZone, InvalidName> {
        let servers = servers.iter().map(|server| DnsName::parse(server)).collect::<Result<_, _>>()?;
        Ok(HostedZone { zone: DnsName::parse(zone)?, servers })
    }

    /// Where its zone file is in this directory.
    #[must_use]
    pub fn file(&self, directory: &Path) -> PathBuf {
        directory.join(format!("{}.zone", self.zone))
    }

    /// Starts its servers. A zone file that is there already is served as it is.
    ///
    /// # Errors
    /// As for [`Host::start`].
    pub fn start(self, directory: &Path) -> io::Result<Host> {
        let file = self.file(directory);
        if !file.exists() {
            std::fs::write(&file, self.first_text())?;
        }
        Host::start(file, self.zone, self.servers)
    }

    /// What the zone file says at first.
    fn first_text(&self) -> String {
        let Some(first) = self.servers.first() else { return String::new() };
        let zone = &self.zone;
        let servers: String = self.servers.iter().map(|server| format!("@   NS   {server}.\n")).collect();
        let glue: String = self.servers.iter().filter_map(|server| self.address(server)).collect();
        format!(
            "; The zone {zone} at \"your DNS host\". Edits are served at once.\n$ORIGIN {zone}.\n$TTL 60\n\
             @   SOA  {first}. hostmaster.{zone}. 1 3600 600 86400 60\n{servers}{glue}\
             @   A    192.0.2.10\nwww A    192.0.2.10\n"
        )
    }

    /// Only names in the zone have their addresses there.
    fn address(&self, server: &DnsName) -> Option<String> {
        let label = server.as_str().strip_suffix(self.zone.as_str())?.strip_suffix('.')?;
        Some(format!("{label} A    127.0.0.1\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers_with_names_in_the_zone_have_their_addresses_there() {
        let hosted = HostedZone::parse("example.test", &["ns1.example.test", "ana.ns.cloudflare.com"]).unwrap();
        assert_eq!(
            hosted.first_text(),
            "; The zone example.test at \"your DNS host\". Edits are served at once.\n\
             $ORIGIN example.test.\n\
             $TTL 60\n\
             @   SOA  ns1.example.test. hostmaster.example.test. 1 3600 600 86400 60\n\
             @   NS   ns1.example.test.\n\
             @   NS   ana.ns.cloudflare.com.\n\
             ns1 A    127.0.0.1\n\
             @   A    192.0.2.10\n\
             www A    192.0.2.10\n"
        );
    }
}
