//! Looks at a delegation: at every server of the challenge name's zone, along the chain, at the acme-dns zone.

use futures_util::future::join_all;
use futures_util::join;
use hickory_net::proto::op::{DnsResponse, ResponseCode};
use hickory_net::proto::rr::{RData, RecordType};

use super::ask::{Reply, at, code_text, text_of};
use super::servers::{Server, Zone, name_server};
use super::{Dns, View};
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

/// Longer chains are followed by few resolvers.
const MAX_HOPS: usize = 8;
/// So many records of one name are looked at, and so much of each.
const MAX_RECORDS: usize = 16;
const MAX_TEXT: usize = 120;
/// How often a server may send us on to the servers of a zone below.
const MAX_REFERRALS: usize = 4;

impl Dns {
    /// Everything there is to see of one delegation.
    pub(super) async fn observe(&self, delegation: &Delegation) -> Observation {
        let (chain, target) = join!(self.follow(delegation), self.target(&delegation.target));
        let (hops, broken_off) = chain;
        Observation { delegation: delegation.clone(), hops, broken_off, target }
    }

    async fn target(&self, target: &DnsName) -> Option<Hop> {
        match self.view {
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
        name == target || (self.view == View::Resolver && neighbour)
    }

    /// What the servers of a name's zone, or the resolvers, say about it.
    pub(super) async fn look_at(&self, name: &DnsName, questions: Questions) -> Hop {
        match self.view {
            View::Authoritative => self.look_at_zone(name, questions).await,
            View::Resolver => self.look_through_resolvers(name).await,
        }
    }

    async fn look_at_zone(&self, name: &DnsName, questions: Questions) -> Hop {
        let zone = match self.servers.zone_of(name).await {
            Ok(zone) => zone,
            Err(trouble) => return Hop { name: name.clone(), zone: None, trouble: Some(trouble), servers: Vec::new() },
        };
        let mut apex = zone.apex.clone();
        let each = zone.servers.iter().map(|server| self.ask_server(server, &zone, name, questions));
        let mut servers = Vec::new();
        for (found, seen) in join_all(each).await {
            apex = found.unwrap_or(apex);
            servers.extend(seen);
        }
        servers.sort_by(|a, b| (&a.server, a.address).cmp(&(&b.server, b.address)));
        servers.dedup();
        Hop { name: name.clone(), zone: Some(apex), trouble: None, servers }
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
                let seen = asked.iter().zip(answers).map(|(server, (answer, _))| seen(server, answer));
                let found = (apex != zone.apex).then_some(apex);
                return (found, seen.collect());
            };
            match self.servers.referred(referral.apex.clone(), referral.names, &referral.message.additionals).await {
                Ok(onward) => (apex, asked) = (onward.apex, onward.servers),
                Err(_) => break,
            }
        }
        (None, vec![seen(server, Answer::Lame)])
    }

    async fn question(&self, server: &Server, name: &DnsName, questions: Questions) -> (Answer, Option<Referral>) {
        let ask = |kind| self.asker.authoritative(server.address, name, kind);
        match questions {
            Questions::Values => {
                let txt = ask(RecordType::TXT).await;
                (answer(&txt, name), Referral::of(&txt, name))
            }
            Questions::Delegation => {
                let (cname, txt) = join!(ask(RecordType::CNAME), ask(RecordType::TXT));
                let referral = [&cname, &txt].into_iter().find_map(|reply| Referral::of(reply, name));
                (together(answer(&cname, name), answer(&txt, name)), referral)
            }
        }
    }

    /// Only for its CNAME: a resolver would follow a TXT question to the target.
    async fn look_through_resolvers(&self, name: &DnsName) -> Hop {
        let each = self.asker.resolvers.iter().map(|resolver| self.asker.resolver(*resolver, name, RecordType::CNAME));
        let replies = join_all(each).await;
        let servers: Vec<Seen> = self
            .asker
            .resolvers
            .iter()
            .zip(replies)
            .map(|(address, reply)| {
                let answer = resolver_answer(&reply, name);
                Seen { server: String::new(), address: *address, answer }
            })
            .collect();
        let down = servers.iter().all(|seen| matches!(seen.answer, Answer::Silent | Answer::Unreachable));
        let trouble = down.then(|| Trouble::ResolverDown { resolvers: self.asker.resolvers.clone() });
        Hop { name: name.clone(), zone: None, trouble, servers }
    }
}

/// Where the CNAME leads that most likely is the newest: any that is there.
fn onward(hop: &Hop) -> Option<DnsName> {
    hop.decisive().find_map(|seen| seen.answer.cname()).and_then(|name| DnsName::parse(name).ok())
}

fn seen(server: &Server, answer: Answer) -> Seen {
    Seen { server: server.name.to_string(), address: server.address, answer }
}

/// "Ask those": name servers of a zone below, in the authority section, without authority of its own.
#[derive(Clone)]
struct Referral {
    apex: DnsName,
    names: Vec<DnsName>,
    message: DnsResponse,
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
        Some(Referral { apex, names, message: (**message).clone() })
    }
}

/// What an authoritative server's answer to one question says.
fn answer(reply: &Reply, name: &DnsName) -> Answer {
    let message = match reply {
        Reply::Message(message) => message,
        Reply::Silent => return Answer::Silent,
        Reply::Unreachable => return Answer::Unreachable,
    };
    let records = records(message, name);
    match message.metadata.response_code {
        // NXDOMAIN may come with the CNAME itself: it then speaks of the name that the CNAME leads to.
        ResponseCode::NoError | ResponseCode::NXDomain if records.is_some() => records.unwrap_or(Answer::NoData),
        ResponseCode::NXDomain => Answer::NxDomain,
        ResponseCode::NoError if message.metadata.authoritative => Answer::NoData,
        ResponseCode::NoError => Answer::Lame,
        code => Answer::Failed { code: code_text(code) },
    }
}

/// A resolver has no authority, and needs none.
pub(super) fn resolver_answer(reply: &Reply, name: &DnsName) -> Answer {
    match answer(reply, name) {
        Answer::Lame => Answer::NoData,
        answer => answer,
    }
}

fn records(message: &DnsResponse, name: &DnsName) -> Option<Answer> {
    let (mut cname, mut txt) = (Vec::new(), Vec::new());
    for data in at(&message.answers, name) {
        match data {
            RData::CNAME(target) => cname.push(text_of(&target.0)),
            RData::TXT(text) => txt.push(shortened(&text.txt_data.concat())),
            _ => {}
        }
    }
    cname.truncate(MAX_RECORDS);
    txt.truncate(MAX_RECORDS);
    (!cname.is_empty() || !txt.is_empty()).then_some(Answer::Records { cname, txt })
}

/// Validation values have 43 octets; of what is far longer, the beginning is enough to tell what it is.
fn shortened(text: &[u8]) -> String {
    let shown = String::from_utf8_lossy(&text[..text.len().min(MAX_TEXT)]).into_owned();
    if text.len() > MAX_TEXT { format!("{shown}... ({} octets)", text.len()) } else { shown }
}

/// One answer from two: records win, then what is decisive, then whatever went wrong.
fn together(cname: Answer, txt: Answer) -> Answer {
    match (cname, txt) {
        (Answer::Records { cname: mut names, txt: mut texts }, Answer::Records { cname, txt }) => {
            names.extend(cname);
            names.sort();
            names.dedup();
            texts.extend(txt);
            Answer::Records { cname: names, txt: texts }
        }
        (records @ Answer::Records { .. }, _) | (_, records @ Answer::Records { .. }) => records,
        // acme-dns says NXDOMAIN to every question but the right one.
        (Answer::NoData, Answer::NxDomain) | (Answer::NxDomain, Answer::NoData) => Answer::NoData,
        (cname, txt) if txt.is_decisive() && !cname.is_decisive() => txt,
        (cname, _) => cname,
    }
}
