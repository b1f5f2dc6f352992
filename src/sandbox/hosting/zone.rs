//! A zone in memory: what a zone file said (RFC 1035 section 5).

use std::collections::HashMap;

use hickory_proto::rr::{LowerName, Name, RData, Record, RecordType};
use hickory_proto::serialize::txt::Parser;

/// All records of one zone by owner. A name with names below it but no records of its own has an empty
/// entry: it exists (RFC 4592 section 2.2.2).
#[derive(Clone, Debug)]
pub struct Zone {
    apex: Name,
    nodes: HashMap<LowerName, Vec<Record>>,
}

impl Zone {
    /// Parses a zone file; names are relative to the apex until it says `$ORIGIN`.
    ///
    /// # Errors
    /// What is wrong with it, as a sentence: a line that is no record, a name outside the zone, no SOA record.
    pub fn parse(apex: &Name, text: &str) -> Result<Zone, String> {
        let mut zone = Zone { apex: apex.clone(), nodes: HashMap::new() };
        zone.insert_lines(text)?;
        if zone.soa().is_none() {
            return Err(format!("{apex} has no SOA record"));
        }
        Ok(zone)
    }

    /// The zone and some more lines, even those that no zone may have: a CNAME record beside others, say.
    ///
    /// # Errors
    /// As for [`Zone::parse`].
    pub fn with_lines(&self, lines: &[String]) -> Result<Zone, String> {
        let mut zone = self.clone();
        // One by one: of the CNAME records of one text, the parser keeps the last.
        for line in lines {
            zone.insert_lines(&format!("$TTL 60\n{line}\n"))?;
        }
        Ok(zone)
    }

    /// Whether the name is the apex or below it.
    pub fn contains(&self, name: &Name) -> bool {
        self.apex.zone_of(name)
    }

    /// The records at a name; empty when only names below it have any, `None` when the name does not exist.
    pub fn records(&self, name: &Name) -> Option<&[Record]> {
        self.nodes.get(&LowerName::from(name)).map(Vec::as_slice)
    }

    /// The records of a wildcard that stands for a name that does not exist (RFC 4592 section 3.3.1): only
    /// one directly below the closest name that does exist.
    pub fn wildcard(&self, name: &Name) -> Option<&[Record]> {
        let encloser = self.lineage(name).into_iter().rev().find(|above| self.records(above).is_some())?;
        self.records(&encloser.prepend_label("*").ok()?)
    }

    /// The NS records where the zone ends on the way from the apex to the name.
    pub fn delegation(&self, name: &Name, record_type: RecordType) -> Option<Vec<Record>> {
        let below_apex = self.lineage(name).into_iter().skip(1);
        let mut cuts = below_apex.filter(|above| {
            // RFC 4035 section 3.1.4.1: DS records of a zone are kept by the zone above it.
            record_type != RecordType::DS || above != name
        });
        cuts.find_map(|above| {
            let records = of_type(self.records(&above)?, RecordType::NS);
            (!records.is_empty()).then_some(records)
        })
    }

    /// The SOA record as it goes with a negative answer: its TTL says how long that may be believed
    /// (RFC 2308 section 3).
    pub fn soa(&self) -> Option<Record> {
        let mut soa = of_type(self.records(&self.apex)?, RecordType::SOA).pop()?;
        if let RData::SOA(data) = &soa.data {
            soa.ttl = soa.ttl.min(data.minimum);
        }
        Some(soa)
    }

    fn insert_lines(&mut self, text: &str) -> Result<(), String> {
        let parser = Parser::new(text, None, Some(self.apex.clone()));
        let (_, sets) = parser.parse().map_err(|error| error.to_string())?;
        for record in sets.values().flat_map(|set| set.records_without_rrsigs()) {
            self.insert(record.clone())?;
        }
        Ok(())
    }

    fn insert(&mut self, record: Record) -> Result<(), String> {
        if !self.contains(&record.name) {
            return Err(format!("{} is outside {}", record.name, self.apex));
        }
        for above in self.lineage(&record.name) {
            self.nodes.entry(above.into()).or_default();
        }
        let node = self.nodes.entry(LowerName::from(&record.name)).or_default();
        if !node.contains(&record) {
            node.push(record);
        }
        Ok(())
    }

    /// The names from the apex down to the given one, both included; the latter has to be in the zone.
    fn lineage(&self, name: &Name) -> Vec<Name> {
        // num_labels() would leave a leading `*` out
        (self.apex.iter().len()..=name.iter().len()).map(|count| name.trim_to(count)).collect()
    }
}

/// The records of one type among those at a name.
pub fn of_type(records: &[Record], record_type: RecordType) -> Vec<Record> {
    records.iter().filter(|record| record.record_type() == record_type).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Zone, String> {
        Zone::parse(&Name::from_ascii("example.test.").unwrap(), text)
    }

    #[test]
    fn a_zone_without_soa_is_no_zone() {
        assert_eq!(parse("").unwrap_err(), "example.test. has no SOA record");
    }

    #[test]
    fn a_record_of_another_zone_is_reported() {
        assert_eq!(parse("www.example.com. 60 A 192.0.2.1").unwrap_err(), "www.example.com. is outside example.test.");
    }

    #[test]
    fn a_line_that_is_no_record_is_reported() {
        assert!(parse("www 60 A not-an-address").is_err());
        assert!(parse("_acme-challenge CNAME").is_err());
    }

    #[test]
    fn windows_line_ends_and_comments_are_read() {
        let zone = parse("$TTL 60\r\n@ SOA ns1 h 1 2 3 4 5 ; comment\r\n; one more\r\nwww A 192.0.2.1");
        assert!(zone.unwrap().records(&Name::from_ascii("www.example.test.").unwrap()).is_some());
    }
}
