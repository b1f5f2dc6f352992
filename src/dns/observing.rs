//! Looks at a delegation: at every server of the challenge name's zone, along the chain, at the acme-dns zone.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use futures_util::join;
use hickory_net::proto::op::{DnsResponse, ResponseCode};
use hickory_net::proto::rr::{RData, RecordType};

use super::ask::{Manner, Reply, Upstream, at, text_of};
use super::reading::{answer, resolver_answer, together, ttl};
use super::servers::{Server, Zone, name_server};
use super::{Look, View};
use crate::delegation::{Answer, BrokenOff, Delegation, Hop, Observation, Seen, Trouble};
use crate::identifier::DnsName;

/// What is asked about a name.
#[derive(Clone, Copy)]
pub(super) enum Questions {
    /// CNAME and TXT, side by side, put together into one answer.
    Delegation,
    /// TXT alone: acme-dns says NXDOMAIN to everything else, whatever values there are.
    Values,
}

/// Unbound follows twelve CNAMEs, and others no fewer.
const MAX_HOPS: usize = 12;
/// So many servers are asked where one sends us on.
const MAX_REFERRED: usize = 16;
/// A name whose servers together take longer is left alone: two servers that are silent take a tenth of it.
const LONGEST_LOOK: Duration = Duration::from_secs(30);
/// How often a server may send us on to the servers of a zone below.
const MAX_REFERRALS: usize = 4;

impl Look {
    /// Everything there is to see of one delegation.
    pub(super) async fn observe(&self, delegation: &Delegation) -> Observation {
        let (chain, mut target) = join!(self.follow(delegation), self.target(&delegation.target));
        let (mut hops, broken_off) = chain;
        let (surroundings, perspectives, serials) = join!(
            self.surroundings(delegation, &hops),
            self.perspectives(delegation, &hops),
            join_all(hops.iter().chain(&target).map(|hop| self.examine(hop)))
        );
        for (hop, servers) in hops.iter_mut().chain(&mut target).zip(serials) {
            hop.servers = servers;
        }
        Observation { delegation: delegation.clone(), hops, broken_off, target, surroundings, perspectives }
    }

    async fn target(&self, target: &DnsName) -> Option<Hop> {
        match self.dns.view {
            View::Authoritative => Some(self.look_at(target, Questions::Values).await),
            View::Resolver => None,
        }
    }

    /// Follows CNAMEs from the challenge name to the target, or as far as they go.
    async fn follow(&self, delegation: &Delegation) -> (Vec<Hop>, Option<BrokenOff>) {
        let mut hops: Vec<Hop> = Vec::new();
        let mut next = Some(delegation.challenge.clone());
        while let Some(name) = next {
            if hops.iter().any(|hop| hop.name == name) {
                return (hops, Some(BrokenOff::Loop));
            }
            if hops.len() == MAX_HOPS {
                return (hops, Some(BrokenOff::TooLong));
            }
            let hop = self.look_at(&name, Questions::Delegation).await;
            next = onward(&hop).filter(|onward| !self.is_off_limits(onward, &delegation.target));
            hops.push(hop);
        }
        (hops, None)
    }

    /// The target itself, and where resolvers are asked its neighbours too: those may be targets of other names, and
    /// a resolver that asks for their CNAME would remember for an hour that they do not exist.
    fn is_off_limits(&self, name: &DnsName, target: &DnsName) -> bool {
        let neighbour = target.parent().is_some_and(|zone| name.is_within(&zone));
        name.is_within(target) || self.ends.contains(name) || (self.dns.view == View::Resolver && neighbour)
    }

    /// What the servers of a name's zone, or the resolvers, say about it.
    pub(super) async fn look_at(&self, name: &DnsName, questions: Questions) -> Hop {
        let look = async {
            match self.dns.view {
                View::Authoritative => self.look_at_zone(name, questions).await,
                View::Resolver => self.look_through_resolvers(name).await,
            }
        };
        let looked = tokio::time::timeout(LONGEST_LOOK, look).await;
        looked.unwrap_or_else(|_| Hop::new(name, questions.text(), Vec::new()))
    }

    async fn look_at_zone(&self, name: &DnsName, questions: Questions) -> Hop {
        let unseen = Hop::new(name, questions.text(), Vec::new());
        let zone = match self.dns.directory.zone_of(&self.round, name).await {
            Ok(zone) => zone,
            Err(trouble) => return Hop { trouble: Some(trouble), ..unseen },
        };
        let mut apex = zone.apex.clone();
        let each = zone.servers.iter().map(|server| self.ask_server(server, &zone, name, questions));
        let mut servers = Vec::new();
        for (found, seen) in join_all(each).await {
            apex = found.unwrap_or(apex);
            servers.extend(seen);
        }
        servers.sort_by(|a, b| (&a.server, &a.address).cmp(&(&b.server, &b.address)));
        servers.dedup();
        Hop { zone: Some(apex), bogus: zone.bogus, servers, ..unseen }
    }

    /// Asks one server; where it sends us on to a zone below, the servers of that one.
    async fn ask_server(
        &self,
        server: &Server,
        zone: &Zone,
        name: &DnsName,
        questions: Questions,
    ) -> (Option<DnsName>, Vec<Seen>) {
        let mut asked = vec![server.clone()];
        let mut apex = zone.apex.clone();
        for _ in 0..MAX_REFERRALS {
            let answers = join_all(asked.iter().map(|server| self.question(server, name, questions))).await;
            let referral = answers.iter().find_map(|(_, referral)| referral.clone());
            let below =
                |found: &Referral| found.apex != apex && found.apex.is_within(&apex) && name.is_within(&found.apex);
            let Some(referral) = referral.filter(below) else {
                let seen = asked.iter().zip(answers).map(|(server, (said, _))| said.of(server));
                let found = (apex != zone.apex).then_some(apex);
                return (found, seen.collect());
            };
            let (names, glue) = (referral.names, &referral.message.additionals);
            match self.dns.directory.referred(&self.round, referral.apex.clone(), names, glue).await {
                Ok(onward) => {
                    (apex, asked) = (onward.apex, onward.servers);
                    asked.truncate(MAX_REFERRED);
                }
                Err(_) => break,
            }
        }
        (None, vec![Said::plainly(Answer::Lame).of(server)])
    }

    async fn question(&self, server: &Server, name: &DnsName, questions: Questions) -> (Said, Option<Referral>) {
        let ask = |kind| self.round.ask(Upstream::Server(server.address), name, kind, Manner::Plain);
        match questions {
            Questions::Values => {
                let txt = ask(RecordType::TXT).await;
                (Said::plainly(answer(&txt, name)), Referral::of(&txt, name))
            }
            Questions::Delegation => {
                let (cname, txt) = join!(ask(RecordType::CNAME), ask(RecordType::TXT));
                let referral = [&cname, &txt].into_iter().find_map(|reply| Referral::of(reply, name));
                (Said::of_both(answer(&cname, name), answer(&txt, name)), referral)
            }
        }
    }

    /// Only for its CNAME: a resolver would follow a TXT question to the target.
    async fn look_through_resolvers(&self, name: &DnsName) -> Hop {
        let each = self.round.resolvers().iter().map(|resolver| async move {
            let upstream = Upstream::Resolver(resolver.clone());
            let reply = self.round.ask(upstream, name, RecordType::CNAME, Manner::Plain).await;
            Seen { ttl: ttl(&reply), ..Seen::new("", resolver, resolver_answer(&reply, name)) }
        });
        let servers = join_all(each).await;
        let down = servers.iter().all(|seen| matches!(seen.answer, Answer::Silent | Answer::Unreachable));
        let resolvers = servers.iter().map(|seen| seen.address.clone()).collect();
        let trouble = down.then_some(Trouble::ResolverDown { resolvers });
        Hop { trouble, ..Hop::new(name, "CNAME", servers) }
    }

    /// The same servers with the serial of their zone, and whether they answer over TCP. Servers that are silent
    /// anyway are left alone.
    async fn examine(&self, hop: &Hop) -> Vec<Seen> {
        let Some(apex) = hop.zone.as_ref() else { return hop.servers.clone() };
        let each = hop.servers.iter().map(|seen| async {
            let address = seen.address.parse::<SocketAddr>();
            let (Ok(address), false) = (address, is_silent(seen)) else { return seen.clone() };
            let reply = self.round.ask(Upstream::Server(address), apex, RecordType::SOA, Manner::OverTcp).await;
            Seen { tcp: Some(reply.message().is_some()), serial: reply.message().and_then(serial), ..seen.clone() }
        });
        join_all(each).await
    }
}

impl Questions {
    fn text(self) -> &'static str {
        match self {
            Questions::Delegation => "CNAME, TXT",
            Questions::Values => "TXT",
        }
    }
}

/// Where the CNAME leads that most likely is the newest: any that is there.
fn onward(hop: &Hop) -> Option<DnsName> {
    hop.decisive().find_map(|seen| seen.answer.cname()).and_then(|name| DnsName::parse(name).ok())
}

/// What one server said to all questions.
struct Said {
    answer: Answer,
    without_txt: Option<Answer>,
}

impl Said {
    fn plainly(answer: Answer) -> Said {
        Said { answer, without_txt: None }
    }

    /// A CA asks for TXT: where that fails, a CNAME that is answered helps nobody.
    fn of_both(cname: Answer, txt: Answer) -> Said {
        let without_txt = (cname.cname().is_some() && !txt.is_decisive()).then(|| txt.clone());
        Said { answer: together(cname, txt), without_txt }
    }

    fn of(self, server: &Server) -> Seen {
        Seen { without_txt: self.without_txt, ..Seen::new(server.name.as_str(), &server.address, self.answer) }
    }
}

fn is_silent(seen: &Seen) -> bool {
    matches!(seen.answer, Answer::Silent | Answer::Unreachable)
}

fn serial(message: &DnsResponse) -> Option<u32> {
    message.answers.iter().find_map(|record| match &record.data {
        RData::SOA(soa) => Some(soa.serial),
        _ => None,
    })
}

/// "Ask those": name servers of a zone below, in the authority section, without authority of its own.
#[derive(Clone)]
struct Referral {
    apex: DnsName,
    names: Vec<DnsName>,
    message: Arc<DnsResponse>,
}

impl Referral {
    fn of(reply: &Reply, name: &DnsName) -> Option<Referral> {
        let Reply::Message(message) = reply else { return None };
        let plain = message.metadata.response_code == ResponseCode::NoError && message.answers.is_empty();
        if !plain || message.metadata.authoritative {
            return None;
        }
        let owner = message.authorities.iter().find(|record| matches!(record.data, RData::NS(_)))?;
        let apex = DnsName::parse(&text_of(&owner.name)).ok().filter(|apex| name.is_within(apex))?;
        let names = at(&message.authorities, &apex).filter_map(name_server).collect();
        Some(Referral { apex, names, message: message.clone() })
    }
}
