//! Where a challenge name leads at this moment, when nobody knows yet where it should.

use std::collections::BTreeSet;
use std::net::SocketAddr;

use futures_util::{StreamExt, stream};

use hickory_net::proto::rr::RecordType;

use super::ask::{Manner, Upstream};
use super::observing::Questions;
use super::reading::ttl;
use super::{Look, SIDE_BY_SIDE, View};
use crate::delegation::{Hop, Seen};
use crate::identifier::DnsName;

/// As far as an observation goes.
const MAX_HOPS: usize = 12;

/// Where CNAMEs lead: one target when all servers agree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lead {
    pub targets: BTreeSet<DnsName>,
    /// Whether any server said anything; else no target means nothing.
    pub answered: bool,
    /// Servers on the way that have no CNAME there, or said nothing.
    pub without: BTreeSet<String>,
    /// How long resolvers may go on showing what they saw, in seconds.
    pub ttl: u32,
}

impl Look {
    /// Follows each name until `is_end` says of a target that it is one, side by side, in their order. A target is
    /// never asked about itself: a resolver would remember that a fresh one does not exist.
    pub async fn leads(&self, asked: &[(DnsName, impl Fn(&DnsName) -> bool + Sync)]) -> Vec<Lead> {
        let each = asked.iter().map(|(name, is_end)| self.lead(name, is_end));
        stream::iter(each).buffered(SIDE_BY_SIDE).collect().await
    }

    async fn lead(&self, challenge: &DnsName, is_end: &(impl Fn(&DnsName) -> bool + Sync)) -> Lead {
        let (mut lead, mut name) = (Lead::default(), challenge.clone());
        for _ in 0..MAX_HOPS {
            let hop = self.look_at(&name, Questions::Delegation).await;
            let cnames = hop.decisive().filter_map(|seen| seen.answer.cname());
            let targets: BTreeSet<DnsName> = cnames.filter_map(|target| DnsName::parse(target).ok()).collect();
            lead.answered |= hop.decisive().next().is_some();
            lead.without.extend(without(&hop));
            lead.ttl = lead.ttl.max(self.longest_ttl(&hop).await);
            let Some(first) = targets.first().cloned() else { return lead };
            let last = targets.len() > 1 || targets.iter().any(is_end) || self.dns.view == View::Resolver;
            lead.targets = targets;
            if last || first == *challenge {
                return lead;
            }
            name = first;
        }
        lead
    }
    /// The name servers were asked a moment ago: nobody is asked again.
    async fn longest_ttl(&self, hop: &Hop) -> u32 {
        let mut longest = 0;
        for seen in hop.decisive().filter(|seen| seen.answer.cname().is_some()) {
            let shown = match (seen.address.parse::<SocketAddr>(), self.dns.view) {
                (Ok(address), View::Authoritative) => {
                    let upstream = Upstream::Server(address);
                    ttl(&self.round.ask(upstream, &hop.name, RecordType::CNAME, Manner::Plain).await)
                }
                _ => seen.ttl,
            };
            longest = longest.max(shown.unwrap_or_default());
        }
        longest
    }
}

/// Another address of a server that shows a CNAME may be out of reach from here.
fn without(hop: &Hop) -> impl Iterator<Item = String> + '_ {
    let place = |seen: &Seen| if seen.server.is_empty() { seen.address.clone() } else { seen.server.clone() };
    let shown = |seen: &Seen| seen.answer.cname().is_some();
    let excused = move |seen: &Seen| {
        !seen.answer.is_decisive() && hop.servers.iter().any(|one| one.server == seen.server && shown(one))
    };
    hop.servers.iter().filter(move |seen| !shown(seen) && !excused(seen)).map(place)
}
