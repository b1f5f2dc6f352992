//! One look at DNS: nothing is asked twice in it, however many names want to know.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use hickory_net::proto::op::{DnsResponse, ResponseCode};
use hickory_net::proto::rr::RecordType;
use tokio::sync::OnceCell;

use super::ask::{Asker, Manner, Question, Reply, Upstream, code_text};
use super::resolver::Resolver;
use crate::delegation::Trouble;
use crate::identifier::DnsName;

/// A server that was silent so often to one kind of question, and never answered one, is not asked that kind again.
const PATIENCE: usize = 2;

/// Asks each question once, and shares the answer.
pub(super) struct Round {
    asker: Arc<Asker>,
    resolvers: Arc<Vec<Resolver>>,
    replies: Mutex<HashMap<Question, Arc<OnceCell<Reply>>>>,
    manners: Mutex<HashMap<(Upstream, RecordType, Manner), Manners>>,
}

/// What came of asking without validation.
pub(super) enum Unvalidated {
    /// It answers only so.
    Bogus(Arc<DnsResponse>),
    /// It answers with validation, too, by now.
    Passing(Arc<DnsResponse>),
}

impl Unvalidated {
    pub(super) fn into_answer(self) -> Arc<DnsResponse> {
        match self {
            Unvalidated::Bogus(answer) | Unvalidated::Passing(answer) => answer,
        }
    }
}

/// How a server has met questions of one kind so far.
#[derive(Clone, Copy, Default)]
struct Manners {
    answered: bool,
    silent: usize,
}

impl Round {
    pub(super) fn new(asker: Arc<Asker>, resolvers: Arc<Vec<Resolver>>) -> Round {
        Round { asker, resolvers, replies: Mutex::default(), manners: Mutex::default() }
    }

    pub(super) fn resolvers(&self) -> &[Resolver] {
        &self.resolvers
    }

    pub(super) async fn ask(&self, upstream: Upstream, name: &DnsName, kind: RecordType, manner: Manner) -> Reply {
        let question = Question { upstream, name: name.clone(), kind, manner };
        let cell = entry(&self.replies, question.clone(), |cell| cell.clone());
        cell.get_or_init(|| self.ask_once(&question)).await.clone()
    }

    /// Asks the resolvers in turn, until one knows.
    pub(super) async fn resolve(&self, name: &DnsName, kind: RecordType) -> Result<Arc<DnsResponse>, Trouble> {
        self.in_turn(name, kind, Manner::Plain).await
    }

    /// What the resolvers would say without DNSSEC validation, after they failed with this trouble. Only SERVFAIL speaks
    /// of DNSSEC, and not if the very same question is answered now: then it was the way, and it has passed.
    pub(super) async fn resolve_unvalidated(
        &self,
        name: &DnsName,
        kind: RecordType,
        trouble: &Trouble,
    ) -> Option<Unvalidated> {
        let refused = |said: &str| said == code_text(ResponseCode::ServFail);
        if !matches!(trouble, Trouble::ResolverFails { said } if refused(said)) {
            return None;
        }
        let answer = self.in_turn(name, kind, Manner::Unvalidated).await.ok()?;
        Some(match self.in_turn(name, kind, Manner::Again).await {
            Ok(again) => Unvalidated::Passing(again),
            Err(_) => Unvalidated::Bogus(answer),
        })
    }

    async fn in_turn(&self, name: &DnsName, kind: RecordType, manner: Manner) -> Result<Arc<DnsResponse>, Trouble> {
        let resolvers = self.resolvers.iter().map(ToString::to_string).collect();
        let mut trouble = match self.has_answered() {
            // It is up, then: whoever it would have to ask is not.
            true => Trouble::ResolverFails { said: "no answer in time".to_owned() },
            false => Trouble::ResolverDown { resolvers },
        };
        for resolver in self.resolvers.iter() {
            match self.ask(Upstream::Resolver(resolver.clone()), name, kind, manner).await {
                Reply::Message(message) => match message.metadata.response_code {
                    ResponseCode::NoError | ResponseCode::NXDomain => return Ok(message),
                    code => trouble = Trouble::ResolverFails { said: code_text(code) },
                },
                Reply::Broken(said) => trouble = Trouble::ResolverFails { said: format!("{resolver}: {said}") },
                Reply::Silent | Reply::Unreachable => {}
            }
        }
        Err(trouble)
    }

    /// Whether one of the resolvers has answered anything yet.
    fn has_answered(&self) -> bool {
        let manners = self.manners.lock().unwrap_or_else(PoisonError::into_inner);
        manners.iter().any(|((upstream, ..), manners)| matches!(upstream, Upstream::Resolver(_)) && manners.answered)
    }

    async fn ask_once(&self, question: &Question) -> Reply {
        let kind = (question.upstream.clone(), question.kind, question.manner);
        // Whoever waited for a permit may have learned meanwhile that nobody is there.
        let _permit = self.asker.permit().await;
        if entry(&self.manners, kind.clone(), |manners| !manners.answered && manners.silent >= PATIENCE) {
            return Reply::Silent;
        }
        let reply = self.asker.ask(question).await;
        entry(&self.manners, kind, |manners| match reply {
            Reply::Silent => manners.silent += 1,
            _ => manners.answered = true,
        });
        reply
    }
}

fn entry<K: Eq + Hash, V: Default, T>(map: &Mutex<HashMap<K, V>>, key: K, work: impl FnOnce(&mut V) -> T) -> T {
    work(map.lock().unwrap_or_else(PoisonError::into_inner).entry(key).or_default())
}
