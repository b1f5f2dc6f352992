//! Zones in every state, at programs that nobody here wrote: BIND twice as the DNS host, as a primary and a secondary
//! that may lag, and Unbound as the resolver, which validates. Only the acme-dns server is ours. There is no CA.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use certdns::serve;

use super::Run;
use super::programs::bind::{Bind, zone_text};
use super::programs::home::{ACME_DNS_ZONE, Home};
use super::programs::signing::{Keys, Signatures};
use super::programs::unbound::Unbound;

/// A running gallery; dropping it stops every program.
pub struct Gallery {
    home: Home,
    zones: BTreeMap<String, Zone>,
    primary: Bind,
    secondary: Bind,
    pub unbound: Unbound,
}

/// A zone as its owner wrote it; its servers are `ns1` and `ns2` in it.
struct Zone {
    name: String,
    serial: u32,
    records: String,
    keys: Option<Keys>,
}

impl Gallery {
    /// With zones that are not signed.
    pub fn new(zones: &[&str]) -> Gallery {
        Gallery::with_signed(zones, &[])
    }

    /// With zones that are not signed, and zones that are; Unbound trusts the keys of the latter.
    pub fn with_signed(plain: &[&str], signed: &[&str]) -> Gallery {
        let home = Home::new();
        let plain = plain.iter().map(|name| Zone::new(name, None));
        let signed = signed.iter().map(|name| Zone::new(name, Some(Keys::generate(&home.folder(name), name))));
        let zones: Vec<Zone> = plain.chain(signed).collect();
        let texts: Vec<(&str, String)> =
            zones.iter().map(|zone| (zone.name.as_str(), zone.text(Signatures::Good))).collect();
        let primary = Bind::start(&home.folder("primary"), &texts);
        let secondary = Bind::start(&home.folder("secondary"), &texts);
        let unbound = unbound(&home, &zones, &[primary.address(), secondary.address()]);
        let zones = zones.into_iter().map(|zone| (zone.name.clone(), zone)).collect();
        Gallery { home, zones, primary, secondary, unbound }
    }

    /// Types a command; words are parted by spaces.
    pub fn run(&self, line: &str) -> Run {
        self.run_with(line, &[])
    }

    /// The same with more environment variables, or other values for the gallery's.
    pub fn run_with(&self, line: &str, environment: &[(&str, &str)]) -> Run {
        self.home.run(line, &self.environment(), environment)
    }

    /// Registers a name; gives the CNAME that it needs, as a line for [`Gallery::add`].
    pub fn cname(&self, name: &str) -> String {
        let registered = self.run(&format!("register {name} --json")).succeeded().json();
        format!("{}\n", registered["registrations"][0]["record"].as_str().unwrap())
    }

    /// Adds records to a zone, at both servers.
    pub fn add(&mut self, zone: &str, records: &str) {
        let text = self.edited(zone, |old| old.records.push_str(records)).text(Signatures::Good);
        self.publish(zone, &text);
    }

    /// Adds records at the primary only: the secondary keeps its older serial.
    pub fn add_at_primary(&mut self, zone: &str, records: &str) {
        let text = self.edited(zone, |old| old.records.push_str(records)).text(Signatures::Good);
        self.primary.replace(zone, &text);
        self.unbound.restart();
    }

    /// Signs a signed zone so that no signature is good any more.
    pub fn expire(&mut self, zone: &str) {
        let text = self.edited(zone, |_| {}).text(Signatures::Expired);
        self.publish(zone, &text);
    }

    /// Changes the text of a signed zone below its signatures.
    pub fn tamper(&mut self, zone: &str, from: &str, to: &str) {
        let text = self.edited(zone, |_| {}).text(Signatures::Good);
        assert!(text.contains(from), "{from} is not in {text}");
        self.publish(zone, &text.replace(from, to));
    }

    pub fn acme_dns(&self) -> &serve::Server {
        &self.home.acme_dns
    }

    pub fn primary(&self) -> SocketAddr {
        self.primary.address()
    }

    pub fn secondary(&self) -> SocketAddr {
        self.secondary.address()
    }

    /// The serials at the primary and at the secondary.
    pub fn serials(&self, zone: &str) -> [u32; 2] {
        [self.primary.serial(zone), self.secondary.serial(zone)]
    }

    fn edited(&mut self, zone: &str, edit: impl FnOnce(&mut Zone)) -> &Zone {
        let zone = self.zones.get_mut(zone).expect("a zone of the gallery");
        edit(zone);
        zone.serial += 1;
        zone
    }

    fn publish(&mut self, zone: &str, text: &str) {
        self.primary.replace(zone, text);
        self.secondary.replace(zone, text);
        self.unbound.restart();
    }

    fn environment(&self) -> Vec<(&'static str, String)> {
        let servers = [("ns1", self.primary()), ("ns2", self.secondary())];
        let named = |zone: &String| servers.map(|(server, address)| format!("{server}.{zone}={address}"));
        let mut environment =
            self.home.environment(self.unbound.address(), self.zones.keys().flat_map(named).collect());
        environment.push(("SSL_CERT_FILE", self.unbound.ca().display().to_string()));
        environment
    }
}

impl Zone {
    fn new(name: &str, keys: Option<Keys>) -> Zone {
        Zone { name: name.to_owned(), serial: 1, records: String::new(), keys }
    }

    fn text(&self, signatures: Signatures) -> String {
        let text = zone_text(&self.name, &["ns1", "ns2"], self.serial, &self.records);
        self.keys.as_ref().map_or(text.clone(), |keys| keys.sign(&text, signatures))
    }
}

fn unbound(home: &Home, zones: &[Zone], servers: &[SocketAddr]) -> Unbound {
    let acme_dns = (ACME_DNS_ZONE, vec![home.acme_dns.dns_addr()]);
    let hosted = zones.iter().map(|zone| (zone.name.as_str(), servers.to_vec()));
    let stubs: Vec<_> = hosted.chain([acme_dns]).collect();
    let anchors: Vec<String> = zones.iter().filter_map(|zone| zone.keys.as_ref()).map(Keys::anchor).collect();
    Unbound::start(&home.folder("unbound"), &stubs, &anchors)
}
