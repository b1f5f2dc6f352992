//! "Your DNS host": authoritative name servers of one zone, served from a zone file that is read again
//! whenever it was edited. They misbehave on demand, each in its own way.

pub(super) mod answer;
mod file;
mod hosted;
mod lines;
mod serial;
#[cfg(test)]
mod tests;
mod zone;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use async_trait::async_trait;
use hickory_proto::op::ResponseCode;
use hickory_proto::rr::Name;

pub use self::hosted::HostedZone;

use self::file::ZoneFile;
use self::zone::Zone;
use crate::identifier::DnsName;
use crate::serve::asked::Asked;
use crate::serve::listen::{Answer, Listening, Question, Respond};

/// The running name servers of one zone; dropping it stops them.
pub struct Host {
    zone: DnsName,
    file: Arc<ZoneFile>,
    asked: Asked,
    servers: Vec<(Arc<NameServer>, Listening)>,
}

impl Host {
    /// Starts one server for each name, on 127.0.0.1, UDP and TCP on one free port each. Must be called
    /// inside a tokio runtime. The zone file has to hold SOA, NS and address records of the servers itself.
    ///
    /// # Errors
    /// When the file cannot be read or is no zone file, or a port cannot be had.
    pub fn start(zone_file: PathBuf, apex: DnsName, servers: Vec<DnsName>) -> io::Result<Host> {
        let asked = Asked::default();
        let file = Arc::new(ZoneFile::open(zone_file, wire_name(apex.clone())?, asked.clone())?);
        let start = |name| {
            let server = Arc::new(NameServer::new(name, Arc::clone(&file), asked.clone()));
            let listening = Listening::start(Ipv4Addr::LOCALHOST.into(), 0, Arc::clone(&server) as Arc<dyn Respond>)?;
            Ok((server, listening))
        };
        let servers = servers.into_iter().map(start).collect::<io::Result<Vec<_>>>()?;
        Ok(Host { zone: apex, file, asked, servers })
    }

    /// The apex of the zone.
    #[must_use]
    pub fn zone(&self) -> &DnsName {
        &self.zone
    }

    /// Name and address of each server, in the order of [`Host::start`].
    #[must_use]
    pub fn servers(&self) -> Vec<(DnsName, SocketAddr)> {
        let named = |(server, listening): &(Arc<NameServer>, Listening)| (server.name.clone(), listening.address());
        self.servers.iter().map(named).collect()
    }

    /// Appends a line to the zone file, as its owner would: `www A 192.0.2.1`, with names relative to the
    /// last `$ORIGIN`. The serial of the zone goes up. Served from the next question on.
    ///
    /// # Errors
    /// When the line is no record of the zone (`InvalidData`), or the file cannot be replaced.
    pub fn add_record(&self, line: &str) -> io::Result<()> {
        self.file.append(&[line])
    }

    /// The same with many lines in one edit.
    ///
    /// # Errors
    /// As for [`Host::add_record`]; then none of them is added.
    pub fn add_records(&self, lines: &[String]) -> io::Result<()> {
        self.file.append(lines)
    }

    /// Drops all records of a name, full or relative to the zone, from the zone file; there may be none.
    ///
    /// # Errors
    /// When it is not a name (`InvalidInput`), or the file cannot be replaced.
    pub fn remove(&self, name: &str) -> io::Result<()> {
        self.file.remove(name)
    }

    /// Changes the manners of one server, counted from 0 in the order of [`Host::start`].
    pub fn misbehave(&self, server: usize, change: impl FnOnce(&mut HostManners)) {
        self.servers[server].0.misbehave(change);
    }

    /// What was asked, oldest first: `ns1.example.test TXT _acme-challenge.example.test`. Between the
    /// questions, faults in the zone file: `zone file error: ...`. Bounded; the oldest go first.
    #[must_use]
    pub fn queries(&self) -> Vec<String> {
        self.asked.list()
    }
}

/// How one server of the host misbehaves; by default not at all. Of several, the first one here wins.
#[derive(Clone, Debug, Default)]
pub struct HostManners {
    /// Each answer comes so much later, whatever it is; the lab's resolver waits half a second.
    pub delay: Duration,
    /// Answers nothing.
    pub silent: bool,
    /// Answers nothing over TCP.
    pub no_tcp: bool,
    /// Answers REFUSED.
    pub refuses: bool,
    /// Answers SERVFAIL.
    pub servfail: bool,
    /// Does not know the zone: no authority, no records.
    pub lame: bool,
    /// Says over UDP that the answer does not fit, whatever it is.
    pub truncates: bool,
    /// Keeps serving the zone as it was when this was set.
    pub lagging: bool,
    /// Zone file lines that are served besides the zone, even where no zone may have them: a TXT record
    /// beside a CNAME record, or several CNAME records at one name.
    pub lies: Vec<String>,
}

/// The name as hickory has it.
///
/// # Errors
/// When it does not fit into a message.
pub(super) fn wire_name(name: DnsName) -> io::Result<Name> {
    Name::from_ascii(String::from(name) + ".").map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))
}

struct NameServer {
    name: DnsName,
    file: Arc<ZoneFile>,
    asked: Asked,
    behaviour: Mutex<Behaviour>,
}

#[derive(Clone, Default)]
struct Behaviour {
    manners: HostManners,
    /// What a lagging server serves.
    old_zone: Option<Arc<Zone>>,
}

impl NameServer {
    fn new(name: DnsName, file: Arc<ZoneFile>, asked: Asked) -> NameServer {
        NameServer { name, file, asked, behaviour: Mutex::default() }
    }

    fn misbehave(&self, change: impl FnOnce(&mut HostManners)) {
        let mut behaviour = self.lock();
        change(&mut behaviour.manners);
        let lags_since_when = behaviour.old_zone.take().unwrap_or_else(|| self.file.zone());
        behaviour.old_zone = behaviour.manners.lagging.then_some(lags_since_when);
    }

    fn answer(&self, question: &Question) -> Option<Answer> {
        let Behaviour { manners, old_zone } = self.lock().clone();
        if manners.silent || (manners.no_tcp && question.over_tcp) {
            return None;
        }
        if let Some(brush_off) = brush_off(&manners) {
            return Some(brush_off);
        }
        let zone = self.zone_with_lies(old_zone.unwrap_or_else(|| self.file.zone()), &manners.lies);
        let answer = answer::answer(&zone, &question.name, question.record_type);
        let cut = manners.truncates && !question.over_tcp;
        Some(if cut { truncated(&answer) } else { answer })
    }

    fn zone_with_lies(&self, zone: Arc<Zone>, lies: &[String]) -> Arc<Zone> {
        if lies.is_empty() {
            return zone;
        }
        match zone.with_lines(lies) {
            Ok(zone) => Arc::new(zone),
            Err(fault) => {
                self.asked.note(format!("zone file error: in the lies: {fault}"));
                zone
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Behaviour> {
        self.behaviour.lock().expect("changing manners does not panic")
    }
}

#[async_trait]
impl Respond for NameServer {
    async fn respond(&self, question: &Question) -> Option<Answer> {
        self.asked.note(format!("{} {question}", self.name));
        self.answer(question)
    }

    fn delay(&self) -> Duration {
        self.lock().manners.delay
    }
}

fn brush_off(manners: &HostManners) -> Option<Answer> {
    let codes = [
        (manners.refuses, ResponseCode::Refused),
        (manners.servfail, ResponseCode::ServFail),
        (manners.lame, ResponseCode::NoError),
    ];
    codes.into_iter().find_map(|(applies, code)| applies.then(|| Answer::empty(code)))
}

fn truncated(answer: &Answer) -> Answer {
    Answer { authoritative: answer.authoritative, truncated: true, ..Answer::empty(answer.code) }
}
