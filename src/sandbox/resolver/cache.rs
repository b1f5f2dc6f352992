//! What a resolver remembers, and for how long: pure, the time is an argument.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use hickory_proto::op::ResponseCode;
use hickory_proto::rr::{LowerName, Name, RData, Record, RecordType};

use super::upstream::Found;

/// However long the zone allows a negative answer to be believed.
const MAX_NEGATIVE_TTL: u32 = 60;
/// With more than this, a lab starts over.
const MAX_ENTRIES: usize = 10_000;

/// Record sets by name and type. As in real resolvers, NXDOMAIN is remembered for all types of a name
/// (RFC 2308 section 5), and a CNAME record, whatever it was met on the way to, stands for all of them.
#[derive(Default)]
pub struct Cache {
    entries: HashMap<(LowerName, Covers), Entry>,
}

#[derive(PartialEq, Eq, Hash)]
enum Covers {
    EveryType,
    Type(RecordType),
}

struct Entry {
    found: Found,
    since: Instant,
    lifetime: Duration,
}

impl Cache {
    /// What is known about a name and type, with the TTLs that are left (in whole seconds).
    pub fn find(&self, name: &Name, record_type: RecordType, now: Instant) -> Option<Found> {
        let known = |covers| self.entries.get(&(LowerName::from(name), covers))?.aged(name, now);
        let alias = || match known(Covers::Type(RecordType::CNAME))? {
            Found::Records(records) => records.into_iter().next().map(Found::Alias),
            Found::Alias(_) | Found::Nothing { .. } => None,
        };
        known(Covers::EveryType).or_else(|| known(Covers::Type(record_type))).or_else(alias)
    }

    pub fn keep(&mut self, name: &Name, record_type: RecordType, found: &Found, now: Instant) {
        let lifetime = Duration::from_secs(lifetime(found).into());
        if lifetime.is_zero() || record_type == RecordType::ANY {
            return;
        }
        if self.entries.len() >= MAX_ENTRIES {
            self.entries.clear();
        }
        let (covers, found) = match found {
            Found::Nothing { code: ResponseCode::NXDomain, .. } => (Covers::EveryType, found.clone()),
            Found::Alias(record) => (Covers::Type(RecordType::CNAME), Found::Records(vec![record.clone()])),
            Found::Records(_) | Found::Nothing { .. } => (Covers::Type(record_type), found.clone()),
        };
        self.entries.insert((name.into(), covers), Entry { found, since: now, lifetime });
    }
}

impl Entry {
    fn aged(&self, name: &Name, now: Instant) -> Option<Found> {
        let age = now.saturating_duration_since(self.since);
        if age >= self.lifetime {
            return None;
        }
        let seconds = u32::try_from(age.as_secs()).unwrap_or(u32::MAX);
        let older = |mut record: Record| {
            record.ttl = record.ttl.saturating_sub(seconds);
            record
        };
        let as_asked = |mut record: Record| {
            record.name.clone_from(name);
            older(record)
        };
        Some(match self.found.clone() {
            Found::Records(records) => Found::Records(records.into_iter().map(as_asked).collect()),
            Found::Alias(record) => Found::Alias(as_asked(record)),
            Found::Nothing { code, soa } => Found::Nothing { code, soa: soa.map(older) },
        })
    }
}

/// Seconds. A negative answer without SOA record is not remembered (RFC 2308 section 5).
fn lifetime(found: &Found) -> u32 {
    match found {
        Found::Records(records) => records.iter().map(|record| record.ttl).min().unwrap_or(0),
        Found::Alias(record) => record.ttl,
        Found::Nothing { soa: Some(record), .. } => match &record.data {
            RData::SOA(soa) => record.ttl.min(soa.minimum).min(MAX_NEGATIVE_TTL),
            _ => 0,
        },
        Found::Nothing { soa: None, .. } => 0,
    }
}

#[cfg(test)]
mod tests {
    use hickory_proto::rr::rdata::{CNAME, SOA, TXT};

    use super::*;

    fn name(text: &str) -> Name {
        Name::from_ascii(text).unwrap()
    }

    fn txt(ttl: u32) -> Found {
        let data = RData::TXT(TXT::new(vec!["value".to_owned()]));
        Found::Records(vec![Record::from_rdata(name("a.test."), ttl, data)])
    }

    fn nothing(code: ResponseCode, minimum: u32) -> Found {
        let soa = SOA::new(name("ns.test."), name("h.test."), 1, 2, 3, 4, minimum);
        Found::Nothing { code, soa: Some(Record::from_rdata(name("test."), 86400, RData::SOA(soa))) }
    }

    /// What a cache that was told `found` for TXT questions says to `record_type` some seconds later.
    fn later(found: &Found, record_type: RecordType, seconds: u64) -> Option<Found> {
        let (mut cache, now) = (Cache::default(), Instant::now());
        cache.keep(&name("a.test."), RecordType::TXT, found, now);
        cache.find(&name("a.test."), record_type, now + Duration::from_secs(seconds))
    }

    #[test]
    fn records_live_as_long_as_their_ttl_and_say_how_much_of_it_is_left() {
        assert_eq!(later(&txt(60), RecordType::TXT, 59), Some(txt(1)));
        assert_eq!(later(&txt(60), RecordType::TXT, 60), None);
        assert_eq!(later(&txt(0), RecordType::TXT, 0), None);
    }

    #[test]
    fn records_say_nothing_about_other_types() {
        assert_eq!(later(&txt(60), RecordType::A, 1), None);
    }

    #[test]
    fn nxdomain_is_remembered_for_every_type_and_nodata_for_its_own() {
        let nxdomain = nothing(ResponseCode::NXDomain, 5);
        assert_eq!(later(&nxdomain, RecordType::A, 0), Some(nxdomain));
        assert_eq!(later(&nothing(ResponseCode::NoError, 5), RecordType::A, 0), None);
    }

    #[test]
    fn negative_answers_live_as_long_as_the_soa_says_but_never_longer_than_a_minute() {
        let short = nothing(ResponseCode::NoError, 5);
        assert!(later(&short, RecordType::TXT, 4).is_some());
        assert_eq!(later(&short, RecordType::TXT, 5), None);
        let long = nothing(ResponseCode::NXDomain, 86400);
        assert!(later(&long, RecordType::TXT, 59).is_some());
        assert_eq!(later(&long, RecordType::TXT, 60), None);
    }

    #[test]
    fn a_denial_without_soa_is_not_remembered() {
        let bare = Found::Nothing { code: ResponseCode::NXDomain, soa: None };
        assert_eq!(later(&bare, RecordType::TXT, 0), None);
    }

    #[test]
    fn a_cname_stands_for_every_type() {
        let record = Record::from_rdata(name("a.test."), 60, RData::CNAME(CNAME(name("b.test."))));
        let alias = Found::Alias(record.clone());
        assert_eq!(later(&alias, RecordType::A, 0), Some(alias.clone()));
        assert_eq!(later(&alias, RecordType::CNAME, 0), Some(Found::Records(vec![record])));
    }
}
