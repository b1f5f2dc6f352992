//! The resolver between two zones, as it is seen on the wire.

use std::fs;

use hickory_proto::op::Message;
use tempfile::TempDir;

use super::*;
use crate::sandbox::hosting::Host;

const HERE: &str = "\
$TTL 60
@   SOA   ns1 hostmaster 1 3600 600 86400 60
@   NS    ns1
ns1 A     127.0.0.1
www A     192.0.2.10
_acme-challenge       CNAME value.there.test.
_acme-challenge.void  CNAME nothing.there.test.
nowhere CNAME www.example.com.
loop    CNAME loop
sub     NS ns.sub
";
const THERE: &str = "\
$TTL 60
@     SOA ns1.here.test. hostmaster 1 3600 600 86400 60
@     NS  ns1.here.test.
value TXT \"found\"
";

/// Two servers of here.test, one of there.test, and a resolver of both.
struct Scene {
    here: Host,
    there: Host,
    resolver: Resolver,
    _directory: TempDir,
}

impl Scene {
    fn start(caching: bool) -> Scene {
        let directory = tempfile::tempdir().unwrap();
        let here = host(&directory, "here.test", HERE, &["ns1.here.test", "ns2.here.test"]);
        let there = host(&directory, "there.test", THERE, &["ns1.there.test"]);
        let addresses = |host: &Host| host.servers().into_iter().map(|(_, address)| address).collect();
        let zones = vec![(name("here.test"), addresses(&here)), (name("there.test"), addresses(&there))];
        let resolver = Resolver::start(zones, ResolverOptions { caching }).unwrap();
        Scene { here, there, resolver, _directory: directory }
    }

    async fn ask(&self, name: &str, record_type: RecordType) -> Message {
        upstream::ask(self.resolver.addr(), &Name::from_ascii(name).unwrap(), record_type).await.unwrap()
    }

    /// The code and the data of the answers.
    async fn said(&self, name: &str, record_type: RecordType) -> String {
        let reply = self.ask(name, record_type).await;
        let data: Vec<_> = reply.answers.iter().map(|record| record.data.to_string()).collect();
        format!("{:?} {}", reply.metadata.response_code, data.join(" "))
    }
}

fn name(text: &str) -> DnsName {
    DnsName::parse(text).unwrap()
}

fn host(directory: &TempDir, apex: &str, text: &str, servers: &[&str]) -> Host {
    let file = directory.path().join(apex);
    fs::write(&file, text).unwrap();
    Host::start(file, name(apex), servers.iter().map(|server| name(server)).collect()).unwrap()
}

#[tokio::test]
async fn a_cname_is_followed_into_another_zone() {
    let scene = Scene::start(true);
    let reply = scene.ask("_acme-challenge.here.test.", RecordType::TXT).await;
    assert!(reply.metadata.recursion_available && !reply.metadata.authoritative);
    let said: Vec<_> = reply.answers.iter().map(|record| format!("{} {}", record.name, record.data)).collect();
    assert_eq!(said, ["_acme-challenge.here.test. value.there.test.", "value.there.test. found"]);
    assert_eq!(scene.resolver.queries(), ["TXT _acme-challenge.here.test"]);
    assert_eq!(scene.there.queries(), ["ns1.there.test TXT value.there.test"]);
}

#[tokio::test]
async fn a_cname_itself_and_the_records_of_the_apex_can_be_asked_for() {
    let scene = Scene::start(true);
    assert_eq!(scene.said("_acme-challenge.here.test.", RecordType::CNAME).await, "NoError value.there.test.");
    assert_eq!(scene.said("here.test.", RecordType::NS).await, "NoError ns1.here.test.");
    assert!(scene.said("here.test.", RecordType::SOA).await.starts_with("NoError ns1.here.test."));
    assert_eq!(scene.said("ns1.here.test.", RecordType::A).await, "NoError 127.0.0.1");
}

#[tokio::test]
async fn a_chain_into_nothing_ends_in_a_denial_by_the_last_zone() {
    let scene = Scene::start(true);
    let reply = scene.ask("_acme-challenge.void.here.test.", RecordType::TXT).await;
    assert_eq!((reply.metadata.response_code, reply.answers.len()), (ResponseCode::NXDomain, 1));
    assert_eq!(reply.authorities[0].name.to_ascii(), "there.test.");
}

#[tokio::test]
async fn names_outside_all_zones_do_not_exist() {
    let scene = Scene::start(true);
    assert_eq!(scene.said("www.example.com.", RecordType::A).await, "NXDomain ");
    assert_eq!(scene.said("nowhere.here.test.", RecordType::A).await, "NXDomain www.example.com.");
}

#[tokio::test]
async fn loops_and_delegations_end_in_servfail() {
    let scene = Scene::start(true);
    assert_eq!(scene.said("loop.here.test.", RecordType::A).await, "ServFail ");
    assert_eq!(scene.said("www.sub.here.test.", RecordType::A).await, "ServFail ");
}

#[tokio::test]
async fn a_negative_answer_is_remembered_for_every_type_of_the_name() {
    let scene = Scene::start(true);
    assert_eq!(scene.said("late.there.test.", RecordType::A).await, "NXDomain ");
    scene.there.add_record("late TXT \"too late\"").unwrap();
    assert_eq!(scene.said("late.there.test.", RecordType::TXT).await, "NXDomain ");
    assert_eq!(scene.there.queries().len(), 1);
}

#[tokio::test]
async fn without_a_cache_every_question_reaches_a_server() {
    let scene = Scene::start(false);
    assert_eq!(scene.said("late.there.test.", RecordType::TXT).await, "NXDomain ");
    scene.there.add_record("late TXT \"in time\"").unwrap();
    assert_eq!(scene.said("late.there.test.", RecordType::TXT).await, "NoError in time");
}

#[tokio::test]
async fn a_positive_answer_is_remembered_in_any_case_of_the_name() {
    let scene = Scene::start(true);
    assert_eq!(scene.said("www.here.test.", RecordType::A).await, "NoError 192.0.2.10");
    let reply = scene.ask("WWW.here.test.", RecordType::A).await;
    assert_eq!(reply.answers[0].name.to_ascii(), "WWW.here.test.");
    assert_eq!(scene.here.queries().len(), 1);
}

#[tokio::test]
async fn servers_take_turns() {
    let scene = Scene::start(false);
    scene.said("www.here.test.", RecordType::A).await;
    scene.said("www.here.test.", RecordType::A).await;
    assert_eq!(scene.here.queries(), ["ns1.here.test A www.here.test", "ns2.here.test A www.here.test"]);
}

#[tokio::test]
async fn a_server_that_fails_is_passed_over_and_without_any_other_it_is_servfail() {
    let scene = Scene::start(false);
    scene.here.misbehave(0, |manners| manners.lame = true);
    assert_eq!(scene.said("www.here.test.", RecordType::A).await, "NoError 192.0.2.10");
    scene.here.misbehave(1, |manners| manners.servfail = true);
    assert_eq!(scene.said("www.here.test.", RecordType::A).await, "ServFail ");
}

#[tokio::test]
async fn a_silent_server_is_given_half_a_second() {
    let scene = Scene::start(false);
    scene.here.misbehave(0, |manners| manners.silent = true);
    let name = Name::from_ascii("www.here.test.").unwrap();
    let found = scene.resolver.recursor.find(&name, RecordType::A).await;
    assert!(matches!(found, Some(Found::Records(records)) if records.len() == 1));
}

#[tokio::test]
async fn the_resolver_itself_can_be_rude() {
    let scene = Scene::start(true);
    scene.resolver.misbehave(|manners| manners.nxdomain = true);
    assert_eq!(scene.said("www.here.test.", RecordType::A).await, "NXDomain ");
    scene.resolver.misbehave(|manners| manners.servfail = true);
    assert_eq!(scene.said("www.here.test.", RecordType::A).await, "ServFail ");
    scene.resolver.misbehave(|manners| manners.silent = true);
    let name = Name::from_ascii("www.here.test.").unwrap();
    assert!(upstream::ask(scene.resolver.addr(), &name, RecordType::A).await.is_err());
    assert!(scene.here.queries().is_empty());
}

#[tokio::test]
async fn a_frozen_resolver_keeps_showing_what_it_knew() {
    let scene = Scene::start(true);
    assert_eq!(scene.said("late.here.test.", RecordType::TXT).await, "NXDomain ");
    scene.resolver.misbehave(|manners| manners.frozen = true);
    scene.here.add_record("late TXT \"too late\"").unwrap();
    scene.here.add_record("new 1 TXT \"in time\"").unwrap();
    assert_eq!(scene.said("late.here.test.", RecordType::TXT).await, "NXDomain ");
    assert_eq!(scene.said("new.here.test.", RecordType::TXT).await, "NoError in time");
    scene.here.remove("new").unwrap();
    tokio::time::sleep(Duration::from_millis(1100)).await;
    scene.resolver.misbehave(|manners| manners.delay = Duration::from_millis(1)); // does not set the clock
    assert_eq!(scene.said("new.here.test.", RecordType::TXT).await, "NoError in time");
    scene.resolver.misbehave(|manners| manners.frozen = false);
    assert_eq!(scene.said("new.here.test.", RecordType::TXT).await, "NXDomain ");
}

#[tokio::test]
async fn a_bogus_zone_fails_wherever_it_is_met_unless_checking_is_disabled() {
    let scene = Scene::start(true);
    scene.resolver.misbehave(|manners| manners.bogus = vec![name("there.test")]);
    assert_eq!(scene.said("value.there.test.", RecordType::TXT).await, "ServFail ");
    assert_eq!(scene.said("_acme-challenge.here.test.", RecordType::TXT).await, "ServFail ");
    assert_eq!(scene.said("www.here.test.", RecordType::A).await, "NoError 192.0.2.10");
    let mut query = upstream::query(&Name::from_ascii("value.there.test.").unwrap(), RecordType::TXT);
    query.metadata.checking_disabled = true;
    let reply = upstream::send(scene.resolver.addr(), &query).await.unwrap();
    assert_eq!((reply.metadata.response_code, reply.answers.len()), (ResponseCode::NoError, 1));
    assert!(reply.metadata.checking_disabled);
}
