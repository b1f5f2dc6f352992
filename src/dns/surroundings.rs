//! What else is looked at where the challenge name itself does not say enough.

use std::net::{IpAddr, SocketAddr};

use futures_util::future::{OptionFuture, join_all};
use futures_util::join;
use hickory_net::proto::rr::RecordType;

use super::Look;
use super::ask::{Manner, Upstream, at};
use super::observing::Questions;
use super::resolver::Resolver;
use super::servers::address;
use crate::delegation::{Answer, Delegation, Hop, Surroundings};
use crate::identifier::{CHALLENGE_LABEL, DnsName};

/// A label that nobody makes on purpose.
const UNMADE: &str = "_certdns-wildcard-test";
const MAX_ADDRESSES: usize = 8;

impl Look {
    /// Asks only what helps to tell why the CNAME is not what it should be.
    pub(super) async fn surroundings(&self, delegation: &Delegation, hops: &[Hop]) -> Surroundings {
        let Some(first) = hops.first() else { return Surroundings::default() };
        let any = |what: fn(&Answer) -> bool| first.decisive().any(|seen| what(&seen.answer));
        let wrong = first.decisive().any(|seen| is_wrong(&seen.answer, delegation));
        let missing = any(|answer| matches!(answer, Answer::NxDomain | Answer::NoData));
        let empty = any(|answer| *answer == Answer::NoData);
        let above = above(&delegation.challenge).filter(|_| missing);
        let unmade = beside(&delegation.challenge).filter(|_| wrong || empty);
        let (above, wildcard, addresses) = join!(
            OptionFuture::from(above.as_ref().map(|name| self.look_at(name, Questions::Delegation))),
            OptionFuture::from(unmade.as_ref().map(|name| self.look_at(name, Questions::Delegation))),
            OptionFuture::from(empty.then(|| self.addresses(first)))
        );
        Surroundings { above, wildcard, addresses: addresses.unwrap_or_default() }
    }

    /// The addresses that the first server shows which knows the name.
    async fn addresses(&self, hop: &Hop) -> Vec<IpAddr> {
        let seen = hop.decisive().find(|seen| seen.answer == Answer::NoData);
        let Some(upstream) = seen.and_then(|seen| upstream(&seen.server, &seen.address)) else { return Vec::new() };
        let asked = [RecordType::A, RecordType::AAAA]
            .map(|kind| self.round.ask(upstream.clone(), &hop.name, kind, Manner::Plain));
        let replies = join_all(asked).await;
        let records = replies.iter().filter_map(|reply| reply.message()).flat_map(|message| &message.answers);
        let found = records.filter_map(|record| at(std::slice::from_ref(record), &hop.name).find_map(address));
        found.take(MAX_ADDRESSES).collect()
    }
}

/// Whether there is something that should not be there.
fn is_wrong(answer: &Answer, delegation: &Delegation) -> bool {
    match answer {
        Answer::Records { cname, txt } => !txt.is_empty() || *cname != [delegation.target.as_str()],
        _ => false,
    }
}

/// `_acme-challenge.example.com` for `_acme-challenge.www.example.com`.
fn above(challenge: &DnsName) -> Option<DnsName> {
    let above = challenge.parent()?.parent()?;
    above.parent()?;
    DnsName::parse(&format!("{CHALLENGE_LABEL}.{above}")).ok()
}

fn beside(challenge: &DnsName) -> Option<DnsName> {
    DnsName::parse(&format!("{UNMADE}.{}", challenge.parent()?)).ok()
}

fn upstream(server: &str, address: &str) -> Option<Upstream> {
    match server.is_empty() {
        true => address.parse::<Resolver>().ok().map(Upstream::Resolver),
        false => address.parse::<SocketAddr>().ok().map(Upstream::Server),
    }
}
