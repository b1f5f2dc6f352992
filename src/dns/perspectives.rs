//! What resolvers say of the challenge name: they go the way a CA's resolver goes, DNSSEC and caches included.

use futures_util::future::join_all;
use futures_util::join;
use hickory_net::proto::rr::RecordType;

use super::ask::{Manner, Reply, Upstream};
use super::reading::{resolver_answer, ttl};
use super::resolver::Resolver;
use super::{Look, View};
use crate::delegation::{Answer, Delegation, Hop, Perspective, Seen};

impl Look {
    /// Our own resolver, and those that were named. Nobody is asked about a name that is not there yet: a resolver
    /// would only learn to say so for a while.
    pub(super) async fn perspectives(&self, delegation: &Delegation, hops: &[Hop]) -> Vec<Perspective> {
        let Some(first) = hops.first() else { return Vec::new() };
        if !first.servers.iter().any(|seen| self.is_worth_asking(&seen.answer)) {
            return Vec::new();
        }
        let named = self.dns.perspectives.iter().map(|resolver| self.perspective(resolver, delegation, true));
        let (own, named) = join!(self.own(delegation, first), join_all(named));
        own.into_iter().chain(named).collect()
    }

    /// A resolver that is believed and fails is asked again without validation.
    fn is_worth_asking(&self, answer: &Answer) -> bool {
        match answer {
            Answer::Records { .. } => true,
            Answer::Failed { .. } => self.dns.view == View::Resolver,
            _ => false,
        }
    }

    /// Of our own resolvers the first that says anything; where they are believed anyway, those that fail.
    async fn own(&self, delegation: &Delegation, first: &Hop) -> Vec<Perspective> {
        let mut perspectives = Vec::new();
        for resolver in self.round.resolvers() {
            match self.dns.view {
                View::Resolver => {
                    let fails = |seen: &&Seen| seen.address == resolver.to_string() && !seen.answer.is_decisive();
                    if first.servers.iter().any(|seen| fails(&seen)) {
                        perspectives.push(self.perspective(resolver, delegation, false).await);
                    }
                }
                View::Authoritative => {
                    let perspective = self.perspective(resolver, delegation, false).await;
                    if !matches!(perspective.seen.answer, Answer::Silent | Answer::Unreachable) {
                        return vec![perspective];
                    }
                }
            }
        }
        perspectives
    }

    /// Asks for the CNAME only: what a resolver then remembers of the target could be all that a CA sees which asks
    /// the same one a moment later.
    async fn perspective(&self, resolver: &Resolver, delegation: &Delegation, named: bool) -> Perspective {
        let name = &delegation.challenge;
        let ask = |manner| self.round.ask(Upstream::Resolver(resolver.clone()), name, RecordType::CNAME, manner);
        let reply = ask(Manner::Plain).await;
        let answer = resolver_answer(&reply, name);
        let unvalidated = match (&answer, &reply) {
            (Answer::Failed { .. }, Reply::Message(_)) => Some(resolver_answer(&ask(Manner::Unvalidated).await, name)),
            _ => None,
        };
        let seen = Seen { ttl: ttl(&reply), ..Seen::new("", resolver, answer) };
        Perspective { named, seen, unvalidated }
    }
}
