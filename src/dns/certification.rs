//! CAA records: the climb from a name to its relevant record set (RFC 8659 section 3).

use std::sync::Arc;

use futures_util::future::join_all;
use futures_util::{StreamExt, stream};
use hickory_net::proto::op::{DnsResponse, ResponseCode};
use hickory_net::proto::rr::{RData, RecordType};

use super::ask::{Manner, Reply, Upstream, at, code_text, text_of};
use super::{Dns, Look, SIDE_BY_SIDE, View};
use crate::caa::{Climb, Found, Record};
use crate::delegation::Trouble;
use crate::identifier::DnsName;

/// As many CNAMEs as are followed elsewhere.
const MAX_LINKS: usize = 12;

/// What one name says: the record sets (one, unless name servers differ), and where they stand, or would, once all
/// CNAMEs are followed.
struct Step {
    owner: DnsName,
    sets: Vec<Vec<Record>>,
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
                Ok(Step { owner, mut sets }) if !sets.is_empty() => {
                    climb.aliases.extend((owner != at).then_some(at));
                    let found = Found::Records { at: owner, records: sets.remove(0) };
                    return Climb { found, differing: sets, ..climb };
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
            let messages = match self.dns.view {
                View::Authoritative if owner.parent().is_some() => self.ask_the_zone(&owner).await?,
                // The servers of top-level domains are the resolver's business.
                _ => vec![self.resolved(&owner).await?],
            };
            let sets = distinct(messages.iter().map(|message| records(message)));
            match messages.iter().find_map(|message| alias(message, &owner)) {
                Some(target) if sets.is_empty() => owner = target,
                target => return Ok(Step { owner: target.unwrap_or(owner), sets }),
            }
        }
        Err("too many CNAMEs".to_owned())
    }

    async fn resolved(&self, name: &DnsName) -> Result<Arc<DnsResponse>, String> {
        self.round.resolve(name, RecordType::CAA).await.map_err(|trouble| told(&trouble))
    }

    /// Asks every server of the zone that the name is in: what a resolver remembers may be older, and a CA may ask any.
    async fn ask_the_zone(&self, name: &DnsName) -> Result<Vec<Arc<DnsResponse>>, String> {
        let below = DnsName::parse(&format!("_.{name}")).map_err(|_| "the name is too long".to_owned())?;
        let Ok(zone) = self.dns.directory.zone_of(&self.round, &below).await else {
            return Ok(vec![self.resolved(name).await?]);
        };
        let each = zone
            .servers
            .iter()
            .map(|server| self.round.ask(Upstream::Server(server.address), name, RecordType::CAA, Manner::Plain));
        let (mut answers, mut said) = (Vec::new(), "no answer".to_owned());
        for reply in join_all(each).await {
            let Reply::Message(message) = reply else { continue };
            match message.metadata.response_code {
                ResponseCode::NoError | ResponseCode::NXDomain if message.metadata.authoritative => {
                    answers.push(message);
                }
                code => said = code_text(code),
            }
        }
        if answers.is_empty() { Err(said) } else { Ok(answers) }
    }
}

fn records(message: &DnsResponse) -> Vec<Record> {
    let mut records: Vec<Record> = message.answers.iter().filter_map(|record| caa(&record.data)).collect();
    records.sort();
    records
}

/// The sets that are not empty, each once, in the order of the servers.
fn distinct(sets: impl Iterator<Item = Vec<Record>>) -> Vec<Vec<Record>> {
    let mut distinct: Vec<Vec<Record>> = Vec::new();
    for set in sets.filter(|set| !set.is_empty()) {
        if !distinct.contains(&set) {
            distinct.push(set);
        }
    }
    distinct
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
