//! Which servers answer for a name: found through the resolver, remembered until the next look.

use std::collections::{BTreeMap, HashMap};
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use futures_util::future::join_all;
use futures_util::join;
use hickory_net::proto::op::{DnsResponse, ResponseCode};
use hickory_net::proto::rr::{RData, Record, RecordType};
use tokio::sync::OnceCell;

use super::ask::{at, code_text, text_of};
use super::round::{Round, Unvalidated};
use crate::delegation::{Denial, Trouble};
use crate::identifier::DnsName;

const DNS_PORT: u16 = 53;
/// No zone has more in practice; the rest is not asked.
const MAX_SERVERS: usize = 16;
const MAX_ADDRESSES: usize = 4;
const MAX_SERVERS_OF_A_ZONE: usize = 32;

/// A zone with the addresses of all its servers.
#[derive(Clone, Debug)]
pub(super) struct Zone {
    pub apex: DnsName,
    pub servers: Vec<Server>,
    /// Its name servers could be found only without DNSSEC validation.
    pub bogus: bool,
}

/// One address of one name server.
#[derive(Clone, Debug)]
pub(super) struct Server {
    pub name: DnsName,
    pub address: SocketAddr,
}

/// Only what is found is remembered: what is missing may appear.
type Cell = Arc<OnceCell<Zone>>;

/// Finds zones, each only once until they are forgotten.
pub(super) struct Directory {
    overrides: BTreeMap<DnsName, SocketAddr>,
    known: Mutex<HashMap<DnsName, Cell>>,
}

impl Directory {
    pub(super) fn new(overrides: BTreeMap<DnsName, SocketAddr>) -> Directory {
        Directory { overrides, known: Mutex::default() }
    }

    /// Finds every zone anew from now on: people change name servers while they are watched.
    pub(super) fn forget(&self) {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// The zone that a name is in: the nearest name above it that has name servers. The name itself is not asked
    /// about, for it may be a target that no resolver should hear of yet.
    pub(super) async fn zone_of(&self, round: &Round, name: &DnsName) -> Result<Zone, Trouble> {
        let (mut trouble, mut denials) = (None, Vec::new());
        let mut above = name.parent();
        while let Some(apex) = above.filter(|apex| apex.parent().is_some()) {
            // A registry that denies a name below it has nobody's own zone there; one that knows the name may host it.
            if is_registry(&apex) && denials.last().is_some_and(is_absence) {
                break;
            }
            match self.zone_at(round, &apex).await {
                Ok(zone) => return Ok(zone),
                Err(Trouble::NoZone { denials: more }) => denials.extend(more),
                // A host whose CNAME leads into a broken zone hides nothing of the zone it is in.
                Err(fails @ Trouble::ResolverFails { .. }) => trouble = Some(fails),
                Err(other) => return Err(other),
            }
            above = apex.parent();
        }
        Err(trouble.unwrap_or(Trouble::NoZone { denials }))
    }

    /// A zone from a referral, with the addresses that came along.
    pub(super) async fn referred(
        &self,
        round: &Round,
        apex: DnsName,
        names: Vec<DnsName>,
        glue: &[Record],
    ) -> Result<Zone, Trouble> {
        let given = |name: &DnsName| at(glue, name).filter_map(address).collect::<Vec<IpAddr>>();
        let each = names.iter().take(MAX_SERVERS).map(|name| self.addresses(round, name, given(name)));
        let found = join_all(each).await;
        let mut servers: Vec<Server> = found.iter().flatten().flatten().cloned().collect();
        servers.truncate(MAX_SERVERS_OF_A_ZONE);
        // One server whose address cannot be found is no reason to ask none.
        match (servers.is_empty(), found.into_iter().find_map(Result::err)) {
            (false, _) => Ok(Zone { apex, servers, bogus: false }),
            (true, Some(trouble)) => Err(trouble),
            (true, None) => Err(Trouble::NoAddresses { servers: names }),
        }
    }

    async fn zone_at(&self, round: &Round, apex: &DnsName) -> Result<Zone, Trouble> {
        let cell = self.known.lock().unwrap_or_else(PoisonError::into_inner).entry(apex.clone()).or_default().clone();
        cell.get_or_try_init(|| self.find(round, apex)).await.cloned()
    }

    async fn find(&self, round: &Round, apex: &DnsName) -> Result<Zone, Trouble> {
        let trouble = match round.resolve(apex, RecordType::NS).await {
            Ok(answer) => return self.read(round, apex, &answer).await,
            Err(trouble) => trouble,
        };
        // What resolvers refuse to validate is looked at all the same: it is told what is wrong with it.
        match round.resolve_unvalidated(apex, RecordType::NS, &trouble).await {
            Some(Unvalidated::Bogus(answer)) => {
                self.read(round, apex, &answer).await.map(|zone| Zone { bogus: true, ..zone })
            }
            Some(Unvalidated::Passing(answer)) => self.read(round, apex, &answer).await,
            None => Err(trouble),
        }
    }

    async fn read(&self, round: &Round, apex: &DnsName, answer: &DnsResponse) -> Result<Zone, Trouble> {
        // Only servers of the very name: through a CNAME the answer would hold those of another zone.
        let names: Vec<DnsName> = at(&answer.answers, apex).filter_map(name_server).collect();
        let code = answer.metadata.response_code;
        match names.is_empty() || code == ResponseCode::NXDomain {
            true => Err(Trouble::NoZone { denials: vec![Denial { name: apex.clone(), said: code_text(code) }] }),
            false => self.referred(round, apex.clone(), names, &answer.additionals).await,
        }
    }

    async fn addresses(&self, round: &Round, name: &DnsName, given: Vec<IpAddr>) -> Result<Vec<Server>, Trouble> {
        let server = |address| Server { name: name.clone(), address };
        if let Some(address) = self.overrides.get(name) {
            return Ok(vec![server(*address)]);
        }
        let found = if given.is_empty() { look_up(round, name).await? } else { given };
        Ok(found.into_iter().take(MAX_ADDRESSES).map(|ip| server(SocketAddr::new(ip, DNS_PORT))).collect())
    }
}

fn is_absence(denial: &Denial) -> bool {
    denial.said == code_text(ResponseCode::NXDomain)
}

/// What registries run below top-level domains (`co.uk`). Names that only this network knows are whatever they are.
fn is_registry(name: &DnsName) -> bool {
    let suffix = psl::suffix(name.as_str().as_bytes());
    suffix.is_some_and(|suffix| suffix == name.as_str().as_bytes() && suffix.typ() == Some(psl::Type::Icann))
}

async fn look_up(round: &Round, name: &DnsName) -> Result<Vec<IpAddr>, Trouble> {
    let (v4, v6) = join!(round.resolve(name, RecordType::A), round.resolve(name, RecordType::AAAA));
    let answers = match (v4, v6) {
        (Ok(v4), Ok(v6)) => vec![v4, v6],
        (Ok(one), Err(_)) | (Err(_), Ok(one)) => vec![one],
        (Err(trouble @ Trouble::ResolverFails { .. }), Err(_)) => unvalidated_addresses(round, name, &trouble).await,
        (Err(trouble), Err(_)) => return Err(trouble),
    };
    Ok(answers.iter().flat_map(|answer| answer.answers.iter().filter_map(|record| address(&record.data))).collect())
}

/// A broken zone's own servers are often named in that zone.
async fn unvalidated_addresses(round: &Round, name: &DnsName, trouble: &Trouble) -> Vec<Arc<DnsResponse>> {
    let asked = [RecordType::A, RecordType::AAAA].map(|kind| round.resolve_unvalidated(name, kind, trouble));
    join_all(asked).await.into_iter().flatten().map(Unvalidated::into_answer).collect()
}

pub(super) fn address(data: &RData) -> Option<IpAddr> {
    match data {
        RData::A(a) => Some(IpAddr::V4(a.0)),
        RData::AAAA(aaaa) => Some(IpAddr::V6(aaaa.0)),
        _ => None,
    }
}

pub(super) fn name_server(data: &RData) -> Option<DnsName> {
    match data {
        RData::NS(name) => DnsName::parse(&text_of(&name.0)).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_registries_run_is_nobodys_own_zone() {
        let registry = |text: &str| is_registry(&DnsName::parse(text).unwrap());
        assert!(registry("com") && registry("co.uk"));
        assert!(!registry("example.com") && !registry("example.co.uk") && !registry("example.test"));
        // People have zones below these, and run them.
        assert!(!registry("github.io"));
    }
}
