//! CAA records: the climb from a name to its relevant record set (RFC 8659 section 3).

use std::sync::Arc;

use futures_util::{StreamExt, stream};
use hickory_net::proto::op::{DnsResponse, ResponseCode};
use hickory_net::proto::rr::{RData, RecordType};

use super::ask::{Manner, Reply, Upstream, at, code_text, text_of};
use super::{Dns, Look, SIDE_BY_SIDE, View};
use crate::caa::{Climb, Found, Record};
use crate::delegation::Trouble;
use crate::identifier::DnsName;

/// Longer chains of CNAMEs are followed by few resolvers.
const MAX_LINKS: usize = 8;

/// What one name says: the records, and where they stand, or would, once all CNAMEs are followed.
struct Step {
    owner: DnsName,
    records: Vec<Record>,
}

impl Dns {
    /// The relevant CAA record set of each name, as it is now.
    pub async fn climb_all(&self, names: &[DnsName]) -> Vec<Climb> {
        self.look().climb_all(names).await
    }
}

impl Look {
    /// The relevant CAA record set of each name, side by side, in their order. Wildcards ask for the name below `*.`.
    pub async fn climb_all(&self, names: &[DnsName]) -> Vec<Climb> {
        stream::iter(names).map(|name| self.climb(name)).buffered(SIDE_BY_SIDE).collect().await
    }

    /// The same for one name.
    pub async fn climb(&self, name: &DnsName) -> Climb {
        let mut climb = Climb::new(Vec::new(), Found::Nothing);
        let mut next = Some(name.clone());
        while let Some(at) = next {
            let step = self.step(&at).await;
            climb.asked.push(at.clone());
            match step {
                Ok(Step { owner, records }) if !records.is_empty() => {
                    return Climb { found: Found::Records { at: owner, records }, ..climb };
                }
                Ok(Step { owner, .. }) => climb.aliases.extend((owner != at).then(|| at.clone())),
                // A top-level domain that only this network knows has no servers that could be asked.
                Err(_) if at.parent().is_none() => {}
                Err(said) => return Climb { found: Found::Failed { at, said }, ..climb },
            }
            next = at.parent();
        }
        climb
    }

    /// Asks about one name, and about what its CNAME leads to (RFC 8659 section 3).
    async fn step(&self, name: &DnsName) -> Result<Step, String> {
        let mut owner = name.clone();
        for _ in 0..MAX_LINKS {
            let message = match self.dns.view {
                View::Authoritative if owner.parent().is_some() => self.ask_the_zone(&owner).await?,
                // The servers of top-level domains are the resolver's business.
                _ => self.round.resolve(&owner, RecordType::CAA).await.map_err(|trouble| told(&trouble))?,
            };
            let records: Vec<Record> = message.answers.iter().filter_map(|record| caa(&record.data)).collect();
            match alias(&message, &owner) {
                Some(target) if records.is_empty() => owner = target,
                target => return Ok(Step { owner: target.unwrap_or(owner), records }),
            }
        }
        Err("too many CNAMEs".to_owned())
    }

    /// Asks the servers of the zone that the name is in, until one knows: what a resolver remembers may be older.
    async fn ask_the_zone(&self, name: &DnsName) -> Result<Arc<DnsResponse>, String> {
        let below = DnsName::parse(&format!("_.{name}")).map_err(|_| "the name is too long".to_owned())?;
        let Ok(zone) = self.dns.directory.zone_of(&self.round, &below).await else {
            return self.round.resolve(name, RecordType::CAA).await.map_err(|trouble| told(&trouble));
        };
        let mut said = "no answer".to_owned();
        for server in &zone.servers {
            let upstream = Upstream::Server(server.address);
            let Reply::Message(message) = self.round.ask(upstream, name, RecordType::CAA, Manner::Plain).await else {
                continue;
            };
            match message.metadata.response_code {
                ResponseCode::NoError | ResponseCode::NXDomain if message.metadata.authoritative => {
                    return Ok(message);
                }
                code => said = code_text(code),
            }
        }
        Err(said)
    }
}

fn caa(data: &RData) -> Option<Record> {
    let RData::CAA(caa) = data else { return None };
    let flags = u8::from(caa.issuer_critical) << 7 | caa.reserved_flags;
    Some(Record::new(flags, &caa.tag, &caa.value))
}

/// Where the chain of CNAMEs in an answer ends, when it goes on elsewhere.
fn alias(message: &DnsResponse, name: &DnsName) -> Option<DnsName> {
    let mut end: Option<DnsName> = None;
    for _ in 0..MAX_LINKS {
        let from = end.as_ref().unwrap_or(name).clone();
        let mut targets = at(&message.answers, &from).filter_map(|data| match data {
            RData::CNAME(target) => DnsName::parse(&text_of(&target.0)).ok(),
            _ => None,
        });
        match targets.next() {
            Some(target) => end = Some(target),
            None => break,
        }
    }
    end
}

fn told(trouble: &Trouble) -> String {
    match trouble {
        Trouble::ResolverFails { said } => said.clone(),
        _ => "no answer".to_owned(),
    }
}
