//! What resolvers say of the challenge name: they go the way a CA's resolver goes, DNSSEC and caches included.

use futures_util::future::join_all;
use futures_util::join;
use hickory_net::proto::op::ResponseCode;
use hickory_net::proto::rr::RecordType;

use super::ask::{Manner, Upstream};
use super::reading::{resolver_answer, ttl};
use super::resolver::Resolver;
use super::{Look, View};
use crate::delegation::{Answer, Delegation, Hop, Perspective, Seen};

impl Look {
    /// Our own resolver, and those that were named. They are asked only where every server shows the right CNAME: of
    /// anything else they would only learn to say so for a while.
    pub(super) async fn perspectives(&self, delegation: &Delegation, hops: &[Hop]) -> Vec<Perspective> {
        if self.dns.view == View::Authoritative && !is_whole(hops, delegation) {
            return Vec::new();
        }
        let named = self.dns.perspectives.iter().map(|resolver| self.perspective(resolver, delegation, true));
        let (own, named) = join!(self.own(delegation, hops), join_all(named));
        own.into_iter().chain(named).collect()
    }

    /// Of our own resolvers the first that can answer, else those that cannot; where they are believed anyway, those
    /// that fail.
    async fn own(&self, delegation: &Delegation, hops: &[Hop]) -> Vec<Perspective> {
        let mut failing = Vec::new();
        let believed = self.dns.view == View::Resolver;
        for resolver in self.round.resolvers().iter().filter(|resolver| !believed || fails(hops, resolver)) {
            let perspective = self.perspective(resolver, delegation, false).await;
            match perspective.seen.answer {
                Answer::Silent | Answer::Unreachable => {}
                Answer::Failed { .. } => failing.push(perspective),
                _ if believed => {}
                _ => return vec![perspective],
            }
        }
        failing
    }

    /// Asks for the CNAME only: what a resolver then remembers of the target could be all that a CA sees which asks
    /// the same one a moment later. A failure that has passed the moment after is none.
    async fn perspective(&self, resolver: &Resolver, delegation: &Delegation, named: bool) -> Perspective {
        let name = &delegation.challenge;
        let ask = |manner| self.round.ask(Upstream::Resolver(resolver.clone()), name, RecordType::CNAME, manner);
        let mut reply = ask(Manner::Plain).await;
        let mut unvalidated = None;
        if reply.message().is_some_and(|message| message.metadata.response_code == ResponseCode::ServFail) {
            unvalidated = Some(resolver_answer(&ask(Manner::Unvalidated).await, name));
            reply = ask(Manner::Again).await;
        }
        let seen = Seen { ttl: ttl(&reply), ..Seen::new("", resolver, resolver_answer(&reply, name)) };
        let unvalidated = unvalidated.filter(|_| matches!(seen.answer, Answer::Failed { .. }));
        Perspective { named, seen, unvalidated }
    }
}

/// Whether every server of every name on the way leads on to the target.
fn is_whole(hops: &[Hop], delegation: &Delegation) -> bool {
    let onward = hops.iter().skip(1).map(|hop| hop.name.as_str()).chain([delegation.target.as_str()]);
    let leads = |(hop, next): (&Hop, &str)| {
        let mut decisive = hop.decisive().peekable();
        decisive.peek().is_some() && decisive.all(|seen| seen.answer.cname() == Some(next))
    };
    !hops.is_empty() && hops.iter().zip(onward).all(leads)
}

/// Whether a resolver that is believed could not answer.
fn fails(hops: &[Hop], resolver: &Resolver) -> bool {
    let address = resolver.to_string();
    let mut seen = hops.first().into_iter().flat_map(|hop| &hop.servers).filter(|seen| seen.address == address);
    seen.any(|seen| matches!(seen.answer, Answer::Failed { .. }))
}
