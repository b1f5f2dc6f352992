//! DNSSEC signatures by BIND's own tools.

use std::fs;
use std::path::{Path, PathBuf};

use super::run;

/// Whether signatures are good today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signatures {
    Good,
    /// Until 2020.
    Expired,
}

/// The keys of one zone.
pub struct Keys {
    directory: PathBuf,
    zone: String,
}

impl Keys {
    /// Makes a key-signing key and a zone-signing key, in a directory of the zone's own.
    pub fn generate(directory: &Path, zone: &str) -> Keys {
        let algorithm = ["-q", "-a", "ECDSAP256SHA256"];
        run(directory, "dnssec-keygen", &[&algorithm[..], &["-f", "KSK", zone]].concat());
        run(directory, "dnssec-keygen", &[&algorithm[..], &[zone]].concat());
        Keys { directory: directory.to_owned(), zone: zone.to_owned() }
    }

    /// The zone file with signatures.
    pub fn sign(&self, text: &str, signatures: Signatures) -> String {
        fs::write(self.directory.join("zone"), text).unwrap();
        let times: &[&str] = match signatures {
            Signatures::Good => &[],
            Signatures::Expired => &["-s", "20191201000000", "-e", "20200101000000"],
        };
        // -P: no check of the result, which would not let expired signatures pass; -O full: one record a line
        let fixed = ["-q", "-P", "-S", "-O", "full", "-o", &self.zone, "-f", "signed"];
        run(&self.directory, "dnssec-signzone", &[&fixed[..], times, &["zone"]].concat());
        fs::read_to_string(self.directory.join("signed")).unwrap()
    }

    /// The DS record, for a resolver to trust; the zone has to be signed first.
    pub fn anchor(&self) -> String {
        let path = self.directory.join(format!("dsset-{}.", self.zone));
        fs::read_to_string(path).unwrap().lines().next().unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
