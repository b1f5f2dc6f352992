//! Whether a value shows to whoever asks a resolver for the challenge name, as a CA does.

use std::time::{Duration, Instant};

use futures_util::StreamExt;
use futures_util::stream;
use hickory_net::proto::rr::{RData, RecordType};

use super::ask::{Manner, Reply, Upstream};
use super::reading::resolver_answer;
use super::resolver::Resolver;
use super::{Dns, Look, SIDE_BY_SIDE};
use crate::delegation::{Answer, Evidence, said};
use crate::identifier::DnsName;

/// acme-dns answers with a TTL of a second: looking more often shows the same again.
const PAUSE: Duration = Duration::from_millis(250);

/// What one resolver showed in the end.
#[derive(Clone, Debug)]
pub struct ReadBack {
    pub shows: bool,
    pub evidence: Evidence,
}

impl Dns {
    /// Asks every resolver and perspective for the TXT records of the challenge name until the value is among them,
    /// or the time is over. Only for names whose target has a value.
    pub async fn read_back(&self, challenge: &DnsName, value: &str, limit: Duration) -> Vec<ReadBack> {
        let resolvers = self.resolvers.iter().chain(self.perspectives.iter());
        let each: Vec<_> =
            resolvers.map(|resolver| self.read_back_through(resolver, challenge, value, limit)).collect();
        stream::iter(each).buffered(SIDE_BY_SIDE).collect().await
    }

    async fn read_back_through(
        &self,
        resolver: &Resolver,
        challenge: &DnsName,
        value: &str,
        limit: Duration,
    ) -> ReadBack {
        let begun = Instant::now();
        loop {
            let reply = self.glance().text(resolver, challenge).await;
            let shows = texts(&reply).iter().any(|text| text == value);
            if shows || begun.elapsed() + PAUSE > limit {
                let (server, question) = (resolver.to_string(), format!("{challenge} TXT"));
                return ReadBack { shows, evidence: Evidence { server, question, answer: told(&reply, challenge) } };
            }
            tokio::time::sleep(PAUSE).await;
        }
    }
}

impl Look {
    async fn text(&self, resolver: &Resolver, challenge: &DnsName) -> Reply {
        self.round.ask(Upstream::Resolver(resolver.clone()), challenge, RecordType::TXT, Manner::Plain).await
    }
}

fn told(reply: &Reply, challenge: &DnsName) -> String {
    let texts = texts(reply);
    match texts.is_empty() {
        true => said(&resolver_answer(reply, challenge)),
        false => said(&Answer::Records { cname: Vec::new(), txt: texts }),
    }
}

/// The values at the end of the chain, wherever that is.
fn texts(reply: &Reply) -> Vec<String> {
    let records = reply.message().into_iter().flat_map(|message| &message.answers);
    let texts = records.filter_map(|record| match &record.data {
        RData::TXT(text) => Some(String::from_utf8_lossy(&text.txt_data.concat()).into_owned()),
        _ => None,
    });
    texts.take(16).map(|text| text.chars().take(120).collect()).collect()
}
