//! What the DNS side answers. Pure.

use std::io;
use std::net::IpAddr;

use hickory_proto::op::ResponseCode;
use hickory_proto::rr::rdata::{A, AAAA, NS, SOA, TXT};
use hickory_proto::rr::{Name, RData, Record, RecordType};

use super::listen::Answer;
use crate::identifier::DnsName;

/// Values change with every order.
const VALUE_TTL: u32 = 1;
const ZONE_TTL: u32 = 300;
/// A name that is missing now may be registered in a moment.
const NEGATIVE_TTL: u32 = 1;
/// What acme-dns tells resolvers to do instead.
const ACME_DNS_NEGATIVE_TTL: u32 = 86_400;

/// The zone of the server, without its registrations.
pub(super) struct Zone {
    apex: Name,
    name_server: Name,
    address: IpAddr,
}

impl Zone {
    /// # Errors
    /// When a name does not fit into a message.
    pub(super) fn new(apex: &DnsName, name_server: &DnsName, address: IpAddr) -> io::Result<Zone> {
        let wire = |name: &DnsName| Name::from_ascii(name.fqdn()).map_err(io::Error::other);
        Ok(Zone { apex: wire(apex)?, name_server: wire(name_server)?, address })
    }

    /// The zone's name without its final dot.
    pub(super) fn apex(&self) -> String {
        self.apex.to_ascii().trim_end_matches('.').to_owned()
    }

    /// The answer to one question; `values` gives those of a registered label.
    pub(super) fn answer(
        &self,
        name: &Name,
        kind: RecordType,
        values: impl Fn(&str) -> Option<Vec<String>>,
        as_acme_dns: bool,
    ) -> Answer {
        if matches!(kind, RecordType::AXFR | RecordType::IXFR) {
            return Answer::empty(ResponseCode::Refused);
        }
        if !self.apex.zone_of(name) {
            let code = if as_acme_dns { ResponseCode::NXDomain } else { ResponseCode::Refused };
            return Answer::empty(code);
        }
        let fixed = self.fixed(name, kind);
        let label = first_label(name);
        let registered = if self.is_registrable(name, as_acme_dns) { values(&label) } else { None };
        match (as_acme_dns, fixed, registered) {
            (_, Some(records), _) => self.found(records, as_acme_dns),
            (false, None, Some(values)) if kind == RecordType::TXT => self.found(texts(name, &values), false),
            (true, None, Some(values)) if kind == RecordType::TXT && !values.is_empty() => {
                self.found(texts(name, &values), true)
            }
            (false, None, Some(_)) => self.denied(ResponseCode::NoError, NEGATIVE_TTL),
            (false, None, None) => self.denied(ResponseCode::NXDomain, NEGATIVE_TTL),
            (true, None, _) if label == "_acme-challenge" && kind == RecordType::TXT => {
                self.found(texts(name, &[String::new()]), true)
            }
            (true, None, _) => self.denied(ResponseCode::NXDomain, ACME_DNS_NEGATIVE_TTL),
        }
    }

    /// Registrations stand directly below the apex; acme-dns looks at the first label wherever it is.
    fn is_registrable(&self, name: &Name, as_acme_dns: bool) -> bool {
        let depth = name.num_labels() - self.apex.num_labels();
        depth == 1 || (as_acme_dns && depth > 1)
    }

    /// The records of the zone itself; an empty list where the name is there, but not of this type.
    fn fixed(&self, name: &Name, kind: RecordType) -> Option<Vec<Record>> {
        let record = |data| vec![Record::from_rdata(name.clone(), ZONE_TTL, data)];
        if *name == self.apex {
            return Some(match kind {
                RecordType::SOA | RecordType::ANY => vec![self.soa(NEGATIVE_TTL)],
                RecordType::NS => record(RData::NS(NS(self.name_server.clone()))),
                _ => self.address_of_apex(name, kind),
            });
        }
        (*name == self.name_server).then(|| self.addresses(name, kind))
    }

    fn address_of_apex(&self, name: &Name, kind: RecordType) -> Vec<Record> {
        if self.name_server == self.apex { self.addresses(name, kind) } else { Vec::new() }
    }

    fn addresses(&self, name: &Name, kind: RecordType) -> Vec<Record> {
        let data = match (self.address, kind) {
            (IpAddr::V4(address), RecordType::A | RecordType::ANY) => RData::A(A(address)),
            (IpAddr::V6(address), RecordType::AAAA | RecordType::ANY) => RData::AAAA(AAAA(address)),
            _ => return Vec::new(),
        };
        vec![Record::from_rdata(name.clone(), ZONE_TTL, data)]
    }

    fn found(&self, records: Vec<Record>, as_acme_dns: bool) -> Answer {
        if records.is_empty() {
            return self.denied(ResponseCode::NoError, if as_acme_dns { ACME_DNS_NEGATIVE_TTL } else { NEGATIVE_TTL });
        }
        Answer { authoritative: true, answers: records, ..Answer::empty(ResponseCode::NoError) }
    }

    fn denied(&self, code: ResponseCode, ttl: u32) -> Answer {
        Answer { authoritative: true, authorities: vec![self.soa(ttl)], ..Answer::empty(code) }
    }

    fn soa(&self, negative_ttl: u32) -> Record {
        let mailbox = Name::from_ascii("hostmaster").and_then(|name| name.append_domain(&self.apex));
        let mailbox = mailbox.unwrap_or_else(|_| self.apex.clone());
        let soa = SOA::new(self.name_server.clone(), mailbox, 1, 28_800, 7_200, 604_800, negative_ttl);
        Record::from_rdata(self.apex.clone(), negative_ttl.max(1), RData::SOA(soa))
    }
}

fn texts(name: &Name, values: &[String]) -> Vec<Record> {
    // The owner comes back in the case it was asked in.
    let record =
        |value: &String| Record::from_rdata(name.clone(), VALUE_TTL, RData::TXT(TXT::new(vec![value.clone()])));
    values.iter().map(record).collect()
}

fn first_label(name: &Name) -> String {
    let label = name.iter().next().map(|label| String::from_utf8_lossy(label).to_lowercase());
    label.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Code, authority, and records of an answer, as one line.
    fn told(name: &str, kind: RecordType, as_acme_dns: bool) -> String {
        let parse = |name: &str| DnsName::parse(name).unwrap();
        let zone = Zone::new(&parse("auth.test"), &parse("ns.auth.test"), "127.0.0.1".parse().unwrap()).unwrap();
        let values = |label: &str| match label {
            "full" => Some(vec!["a".to_owned(), "b".to_owned()]),
            "empty" => Some(Vec::new()),
            _ => None,
        };
        let answer = zone.answer(&Name::from_ascii(name).unwrap(), kind, values, as_acme_dns);
        let texts = answer.answers.iter().map(|record| format!(" {} {}", record.name, record.data));
        let authority = if answer.authoritative { " aa" } else { "" };
        let soa = answer.authorities.first().map_or(String::new(), |soa| format!(" soa {}", soa.ttl));
        format!("{:?}{authority}{}{soa}", answer.code, texts.collect::<String>())
    }

    #[test]
    fn values_show_with_the_owner_as_it_was_asked() {
        assert_eq!(told("FULL.auth.test.", RecordType::TXT, false), "NoError aa FULL.auth.test. a FULL.auth.test. b");
        assert_eq!(told("FULL.auth.test.", RecordType::TXT, true), "NoError aa FULL.auth.test. a FULL.auth.test. b");
    }

    #[test]
    fn a_registered_name_without_a_value_or_of_another_type_is_no_data_and_missing_with_acme_dns() {
        assert_eq!(told("empty.auth.test.", RecordType::TXT, false), "NoError aa soa 1");
        assert_eq!(told("full.auth.test.", RecordType::A, false), "NoError aa soa 1");
        assert_eq!(told("empty.auth.test.", RecordType::TXT, true), "NXDomain aa soa 86400");
        assert_eq!(told("full.auth.test.", RecordType::CNAME, true), "NXDomain aa soa 86400");
    }

    #[test]
    fn unknown_names_are_missing_and_foreign_names_refused() {
        assert_eq!(told("other.auth.test.", RecordType::TXT, false), "NXDomain aa soa 1");
        assert_eq!(told("full.x.auth.test.", RecordType::TXT, false), "NXDomain aa soa 1");
        assert_eq!(told("full.example.test.", RecordType::TXT, false), "Refused");
        assert_eq!(told("full.example.test.", RecordType::TXT, true), "NXDomain");
        assert!(told("full.x.auth.test.", RecordType::TXT, true).starts_with("NoError aa"));
    }

    #[test]
    fn the_apex_has_soa_and_ns_and_the_name_server_its_address() {
        assert_eq!(told("auth.test.", RecordType::NS, false), "NoError aa auth.test. ns.auth.test.");
        assert!(
            told("auth.test.", RecordType::SOA, false)
                .starts_with("NoError aa auth.test. ns.auth.test. hostmaster.auth.test.")
        );
        assert_eq!(told("ns.auth.test.", RecordType::A, false), "NoError aa ns.auth.test. 127.0.0.1");
        assert_eq!(told("auth.test.", RecordType::TXT, false), "NoError aa soa 1");
        assert_eq!(told("auth.test.", RecordType::AXFR, false), "Refused");
    }
}
