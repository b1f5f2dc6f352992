//! Which servers answer for a name: found through the resolver, remembered for this run.

use std::collections::{BTreeMap, HashMap};
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use futures_util::future::join_all;
use futures_util::join;
use hickory_net::proto::op::ResponseCode;
use hickory_net::proto::rr::{RData, Record, RecordType};
use tokio::sync::OnceCell;

use super::ask::{Asker, at, text_of};
use crate::delegation::Trouble;
use crate::identifier::DnsName;

const DNS_PORT: u16 = 53;
/// No zone has more in practice; the rest is not asked.
const MAX_SERVERS: usize = 16;
const MAX_ADDRESSES: usize = 4;

/// A zone with the addresses of all its servers.
#[derive(Clone, Debug)]
pub(super) struct Zone {
    pub apex: DnsName,
    pub servers: Vec<Server>,
}

/// One address of one name server.
#[derive(Clone, Debug)]
pub(super) struct Server {
    pub name: DnsName,
    pub address: SocketAddr,
}

/// Only what is found is remembered: what is missing may appear.
type Cell = Arc<OnceCell<Zone>>;

/// Finds zones, each only once.
pub(super) struct Directory {
    asker: Arc<Asker>,
    overrides: BTreeMap<DnsName, SocketAddr>,
    known: Mutex<HashMap<DnsName, Cell>>,
}

impl Directory {
    pub(super) fn new(asker: Arc<Asker>, overrides: BTreeMap<DnsName, SocketAddr>) -> Directory {
        Directory { asker, overrides, known: Mutex::default() }
    }

    /// The zone that a name is in: the nearest name above it that has name servers. The name itself is not asked
    /// about, for it may be a target that no resolver should hear of yet.
    pub(super) async fn zone_of(&self, name: &DnsName) -> Result<Zone, Trouble> {
        let mut trouble = Trouble::NoZone;
        let mut above = name.parent();
        while let Some(apex) = above {
            // A top-level domain is not where anybody's records are: nothing below it was delegated.
            let Some(next) = apex.parent() else { break };
            match self.zone_at(&apex).await {
                Ok(zone) => return Ok(zone),
                Err(Trouble::NoZone) => {}
                // A host whose CNAME leads into a broken zone hides nothing of the zone it is in.
                Err(fails @ Trouble::ResolverFails { .. }) => trouble = fails,
                Err(other) => return Err(other),
            }
            above = Some(next);
        }
        Err(trouble)
    }

    /// A zone from a referral, with the addresses that came along.
    pub(super) async fn referred(&self, apex: DnsName, names: Vec<DnsName>, glue: &[Record]) -> Result<Zone, Trouble> {
        let given = |name: &DnsName| at(glue, name).filter_map(address).collect::<Vec<IpAddr>>();
        let each = names.iter().take(MAX_SERVERS).map(|name| self.addresses(name, given(name)));
        let servers: Vec<Server> = join_all(each).await.into_iter().collect::<Result<Vec<_>, _>>()?.concat();
        if servers.is_empty() { Err(Trouble::NoAddresses { servers: names }) } else { Ok(Zone { apex, servers }) }
    }

    async fn zone_at(&self, apex: &DnsName) -> Result<Zone, Trouble> {
        let cell = self.known.lock().unwrap_or_else(PoisonError::into_inner).entry(apex.clone()).or_default().clone();
        cell.get_or_try_init(|| self.find(apex)).await.cloned()
    }

    async fn find(&self, apex: &DnsName) -> Result<Zone, Trouble> {
        let answer = self.asker.resolve(apex, RecordType::NS).await?;
        // Only servers of the very name: through a CNAME the answer would hold those of another zone.
        let names: Vec<DnsName> = at(&answer.answers, apex).filter_map(name_server).collect();
        match names.is_empty() || answer.metadata.response_code == ResponseCode::NXDomain {
            true => Err(Trouble::NoZone),
            false => self.referred(apex.clone(), names, &answer.additionals).await,
        }
    }

    async fn addresses(&self, name: &DnsName, given: Vec<IpAddr>) -> Result<Vec<Server>, Trouble> {
        let server = |address| Server { name: name.clone(), address };
        if let Some(address) = self.overrides.get(name) {
            return Ok(vec![server(*address)]);
        }
        let found = if given.is_empty() { self.look_up(name).await? } else { given };
        Ok(found.into_iter().take(MAX_ADDRESSES).map(|ip| server(SocketAddr::new(ip, DNS_PORT))).collect())
    }

    async fn look_up(&self, name: &DnsName) -> Result<Vec<IpAddr>, Trouble> {
        let (v4, v6) = join!(self.asker.resolve(name, RecordType::A), self.asker.resolve(name, RecordType::AAAA));
        let answers = match (v4, v6) {
            (Ok(v4), Ok(v6)) => vec![v4, v6],
            (Ok(one), Err(_)) | (Err(_), Ok(one)) => vec![one],
            // One server whose address cannot be found is no reason to ask none.
            (Err(Trouble::ResolverFails { .. }), Err(_)) => Vec::new(),
            (Err(trouble), Err(_)) => return Err(trouble),
        };
        Ok(answers.iter().flat_map(|answer| answer.answers.iter().filter_map(|record| address(&record.data))).collect())
    }
}

fn address(data: &RData) -> Option<IpAddr> {
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
