//! A small caching resolver that knows a few zones and nothing else of the world.

mod cache;
#[cfg(test)]
mod tests;
pub(super) mod upstream;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use hickory_proto::op::ResponseCode;
use hickory_proto::rr::rdata::SOA;
use hickory_proto::rr::{Name, RData, Record, RecordType};

use self::cache::Cache;
use self::upstream::Found;
use super::hosting::answer::target;
use super::hosting::wire_name;
use crate::identifier::DnsName;
use crate::serve::asked::Asked;
use crate::serve::listen::{Answer, Listening, Question, Respond};

/// How many CNAME records are followed, across zones.
const MAX_LINKS: usize = 8;
/// Seconds: the TTL and negative TTL of the made-up root zone.
const ROOT_TTL: u32 = 60;

/// What a resolver is started with.
#[derive(Clone, Debug)]
pub struct ResolverOptions {
    /// Whether answers are remembered: positive ones for their TTL, negative ones as long as the zone's
    /// SOA record says, at most 60 seconds.
    pub caching: bool,
}

/// A running resolver; dropping it stops it.
pub struct Resolver {
    listening: Listening,
    recursor: Arc<Recursor>,
}

impl Resolver {
    /// Starts on 127.0.0.1, UDP and TCP on one free port. Must be called inside a tokio runtime.
    ///
    /// `zones` are all there is, each with its authoritative servers; the longest zone that a name is in
    /// answers for it. Names outside are NXDOMAIN; delegations inside the zones are not followed.
    ///
    /// # Errors
    /// When a port cannot be had, or a zone's name does not fit into a message.
    pub fn start(zones: Vec<(DnsName, Vec<SocketAddr>)>, options: ResolverOptions) -> io::Result<Resolver> {
        let zones = zones.into_iter().map(|(apex, servers)| Zone::new(apex, servers));
        let recursor = Arc::new(Recursor {
            zones: zones.collect::<io::Result<_>>()?,
            options,
            cache: Mutex::default(),
            asked: Asked::default(),
            behaviour: Mutex::default(),
        });
        let listening = Listening::start(Ipv4Addr::LOCALHOST.into(), 0, Arc::clone(&recursor) as Arc<dyn Respond>)?;
        Ok(Resolver { listening, recursor })
    }

    #[must_use]
    pub fn addr(&self) -> SocketAddr {
        self.listening.address()
    }

    /// What was asked, oldest first: `TXT _acme-challenge.example.test`. Bounded; the oldest go first.
    #[must_use]
    pub fn queries(&self) -> Vec<String> {
        self.recursor.asked.list()
    }

    pub fn misbehave(&self, change: impl FnOnce(&mut ResolverManners)) {
        self.recursor.lock_behaviour().change(change);
    }
}

/// How the resolver misbehaves; by default not at all. Of several, the first one here wins.
#[derive(Clone, Debug, Default)]
pub struct ResolverManners {
    /// Each answer comes so much later, whatever it is.
    pub delay: Duration,
    /// Answers nothing.
    pub silent: bool,
    /// Answers SERVFAIL.
    pub servfail: bool,
    /// Denies every name.
    pub nxdomain: bool,
    /// Its clock stands still from when this was set: what it remembers never grows old, and what it is asked
    /// for the first time it remembers, too.
    pub frozen: bool,
    /// SERVFAIL for names in these zones, as if their signatures were wrong, unless the question has the CD bit.
    pub bogus: Vec<DnsName>,
}

#[derive(Default)]
struct Behaviour {
    manners: ResolverManners,
    /// When the clock of a frozen resolver stopped.
    stopped: Option<Instant>,
}

impl Behaviour {
    fn change(&mut self, change: impl FnOnce(&mut ResolverManners)) {
        change(&mut self.manners);
        let stopped = self.stopped.take().unwrap_or_else(Instant::now);
        self.stopped = self.manners.frozen.then_some(stopped);
    }
}

struct Recursor {
    zones: Vec<Zone>,
    options: ResolverOptions,
    cache: Mutex<Cache>,
    asked: Asked,
    behaviour: Mutex<Behaviour>,
}

struct Zone {
    apex: Name,
    servers: Vec<SocketAddr>,
    /// Counts questions, so that each goes to another server first.
    turn: AtomicUsize,
}

impl Zone {
    fn new(apex: DnsName, servers: Vec<SocketAddr>) -> io::Result<Zone> {
        Ok(Zone { apex: wire_name(apex)?, servers, turn: AtomicUsize::new(0) })
    }

    fn servers_by_turn(&self) -> impl Iterator<Item = SocketAddr> {
        let count = self.servers.len();
        let turn = self.turn.fetch_add(1, Ordering::Relaxed);
        (0..count).map(move |step| self.servers[turn.wrapping_add(step) % count])
    }
}

#[async_trait]
impl Respond for Recursor {
    async fn respond(&self, question: &Question) -> Option<Answer> {
        self.asked.note(question.to_string());
        let manners = self.lock_behaviour().manners.clone();
        let answer = match manners {
            ResolverManners { silent: true, .. } => return None,
            ResolverManners { servfail: true, .. } => Answer::empty(ResponseCode::ServFail),
            ResolverManners { nxdomain: true, .. } => finish(Vec::new(), outside_all_zones()),
            ResolverManners { bogus, .. } => self.resolve(question, &bogus).await,
        };
        Some(Answer { recursion_available: true, ..answer })
    }

    fn delay(&self) -> Duration {
        self.lock_behaviour().manners.delay
    }
}

impl Recursor {
    async fn resolve(&self, question: &Question, bogus: &[DnsName]) -> Answer {
        let (mut chain, mut asked) = (Vec::new(), question.name.clone());
        let fails = |name: &Name| !question.checking_disabled && bogus.iter().any(|zone| is_within(name, zone));
        while chain.len() <= MAX_LINKS && !fails(&asked) {
            let Some(found) = self.find(&asked, question.record_type).await else { break };
            let Found::Alias(alias) = found else { return finish(chain, found) };
            asked = target(&alias).unwrap_or(&asked).clone();
            chain.push(alias);
        }
        Answer::empty(ResponseCode::ServFail)
    }

    /// From the cache or from a server; `None` when all servers failed.
    async fn find(&self, name: &Name, record_type: RecordType) -> Option<Found> {
        let containing = self.zones.iter().filter(|zone| zone.apex.zone_of(name));
        let Some(zone) = containing.max_by_key(|zone| zone.apex.num_labels()) else {
            return Some(outside_all_zones());
        };
        let stopped = self.lock_behaviour().stopped;
        let now = stopped.unwrap_or_else(Instant::now);
        if let Some(found) = self.lock_cache().find(name, record_type, now) {
            return Some(found);
        }
        let found = ask_in_turn(zone, name, record_type).await?;
        if self.options.caching || stopped.is_some() {
            self.lock_cache().keep(name, record_type, &found, now);
        }
        Some(found)
    }

    fn lock_behaviour(&self) -> MutexGuard<'_, Behaviour> {
        self.behaviour.lock().expect("changing manners does not panic")
    }

    fn lock_cache(&self) -> MutexGuard<'_, Cache> {
        self.cache.lock().expect("looking into the cache does not panic")
    }
}

fn is_within(name: &Name, zone: &DnsName) -> bool {
    wire_name(zone.clone()).is_ok_and(|zone| zone.zone_of(name))
}

async fn ask_in_turn(zone: &Zone, name: &Name, record_type: RecordType) -> Option<Found> {
    for server in zone.servers_by_turn() {
        let Ok(reply) = upstream::ask(server, name, record_type).await else { continue };
        let found = upstream::read(&reply, name, record_type);
        if found.is_some() {
            return found;
        }
    }
    None
}

fn finish(mut chain: Vec<Record>, end: Found) -> Answer {
    let (code, records, authorities) = match end {
        Found::Records(records) => (ResponseCode::NoError, records, None),
        Found::Alias(record) => (ResponseCode::NoError, vec![record], None),
        Found::Nothing { code, soa } => (code, Vec::new(), soa),
    };
    chain.extend(records);
    Answer { answers: chain, authorities: authorities.into_iter().collect(), ..Answer::empty(code) }
}

/// There is no root to ask; this is what it would say.
fn outside_all_zones() -> Found {
    let [server, mailbox] = [&b"ns"[..], b"hostmaster"].map(|label| Name::root().prepend_label(label));
    let soa = server.ok().zip(mailbox.ok()).map(|(server, mailbox)| {
        let soa = SOA::new(server, mailbox, 1, 3600, 600, 86400, ROOT_TTL);
        Record::from_rdata(Name::root(), ROOT_TTL, RData::SOA(soa))
    });
    Found::Nothing { code: ResponseCode::NXDomain, soa }
}
