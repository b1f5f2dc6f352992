//! The host as it is seen on the wire.

use std::fs;

use hickory_proto::op::{Message, ResponseCode};
use hickory_proto::rr::{Name, RData, RecordType};
use tempfile::TempDir;

use super::*;
use crate::sandbox::resolver::upstream;

const ZONE: &str = "\
$ORIGIN example.test.
$TTL 60
@   SOA  ns1 hostmaster 1 3600 600 86400 60
@   NS   ns1
@   NS   ns2
ns1 A    127.0.0.1
ns2 A    127.0.0.1
www A    192.0.2.10
";

/// A host of two servers and the directory of its zone file.
struct Scene {
    host: Host,
    directory: TempDir,
}

impl Scene {
    fn start() -> Scene {
        let directory = tempfile::tempdir().unwrap();
        fs::write(directory.path().join("zone"), ZONE).unwrap();
        let [apex, first, second] =
            ["example.test", "ns1.example.test", "ns2.example.test"].map(|name| DnsName::parse(name).unwrap());
        let host = Host::start(directory.path().join("zone"), apex, vec![first, second]).unwrap();
        Scene { host, directory }
    }

    fn write(&self, text: &str) {
        fs::write(self.directory.path().join("zone"), text).unwrap();
    }

    fn read(&self) -> String {
        fs::read_to_string(self.directory.path().join("zone")).unwrap()
    }

    async fn try_ask(&self, server: usize, name: &str, record_type: RecordType) -> io::Result<Message> {
        let name = Name::from_ascii(name).unwrap();
        upstream::ask(self.host.servers()[server].1, &name, record_type).await
    }

    async fn ask(&self, server: usize, name: &str, record_type: RecordType) -> Message {
        self.try_ask(server, name, record_type).await.unwrap()
    }

    async fn serials(&self) -> [u32; 2] {
        [self.serial(0).await, self.serial(1).await]
    }

    async fn serial(&self, server: usize) -> u32 {
        match &self.ask(server, "example.test.", RecordType::SOA).await.answers[0].data {
            RData::SOA(soa) => soa.serial,
            other => panic!("{other} is no SOA record"),
        }
    }

    /// The data of the answers of one server.
    async fn data(&self, server: usize, name: &str, record_type: RecordType) -> Vec<String> {
        let reply = self.ask(server, name, record_type).await;
        reply.answers.iter().map(|record| record.data.to_string()).collect()
    }
}

#[tokio::test]
async fn every_server_answers_with_authority_and_what_was_asked_is_listed() {
    let scene = Scene::start();
    for server in [0, 1] {
        let reply = scene.ask(server, "WWW.example.test.", RecordType::A).await;
        assert!(reply.metadata.authoritative && !reply.metadata.recursion_available);
        assert_eq!(reply.answers[0].data.to_string(), "192.0.2.10");
        assert!(reply.edns.is_some());
    }
    assert_eq!(scene.host.queries(), ["ns1.example.test A www.example.test", "ns2.example.test A www.example.test"]);
}

#[tokio::test]
async fn an_edit_of_the_zone_file_is_served_at_once_even_one_of_the_same_length() {
    let scene = Scene::start();
    assert_eq!(scene.data(0, "www.example.test.", RecordType::A).await, ["192.0.2.10"]);
    scene.write(&ZONE.replace("192.0.2.10", "192.0.2.11"));
    assert_eq!(scene.data(0, "www.example.test.", RecordType::A).await, ["192.0.2.11"]);
    assert_eq!(scene.data(1, "www.example.test.", RecordType::A).await, ["192.0.2.11"]);
}

#[tokio::test]
async fn an_old_zone_file_is_read_again_when_its_time_of_change_moves() {
    let scene = Scene::start();
    let hours_ago = |hours: u64| {
        let file = fs::File::options().write(true).open(scene.directory.path().join("zone")).unwrap();
        file.set_modified(std::time::SystemTime::now() - std::time::Duration::from_secs(hours * 3600)).unwrap();
    };
    hours_ago(2);
    assert_eq!(scene.data(0, "www.example.test.", RecordType::A).await, ["192.0.2.10"]);
    assert_eq!(scene.data(0, "www.example.test.", RecordType::A).await, ["192.0.2.10"]);
    scene.write(&ZONE.replace("192.0.2.10", "192.0.2.11"));
    hours_ago(1);
    assert_eq!(scene.data(0, "www.example.test.", RecordType::A).await, ["192.0.2.11"]);
}

#[tokio::test]
async fn records_are_added_and_removed_without_touching_the_rest_of_the_file() {
    let scene = Scene::start();
    scene.host.add_record("_acme-challenge.example.test. CNAME x.auth.acme-dns.test.").unwrap();
    scene.host.add_record("relative TXT \"two words\"").unwrap();
    assert_eq!(scene.data(0, "_acme-challenge.example.test.", RecordType::TXT).await, ["x.auth.acme-dns.test."]);
    assert_eq!(scene.data(0, "relative.example.test.", RecordType::TXT).await, ["two words"]);
    scene.host.remove("_acme-challenge.example.test").unwrap();
    scene.host.remove("relative").unwrap();
    assert_eq!(scene.read(), ZONE.replace("hostmaster 1 ", "hostmaster 5 "));
    scene.host.remove("not-there").unwrap();
    assert_eq!(scene.read(), ZONE.replace("hostmaster 1 ", "hostmaster 5 "));
}

#[cfg(unix)]
#[tokio::test]
async fn an_edited_zone_file_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let scene = Scene::start();
    let path = scene.directory.path().join("zone");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    scene.host.add_record("new A 192.0.2.1").unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o644);
}

#[tokio::test]
async fn a_line_that_is_no_record_is_refused_and_the_file_stays_as_it_is() {
    let scene = Scene::start();
    let error = scene.host.add_record("www A elsewhere").unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::InvalidData);
    assert_eq!(scene.read(), ZONE);
}

#[tokio::test]
async fn a_broken_zone_file_is_noted_once_while_the_last_good_zone_is_served() {
    let scene = Scene::start();
    scene.write("www A");
    for _ in 0..2 {
        assert_eq!(scene.data(0, "www.example.test.", RecordType::A).await, ["192.0.2.10"]);
    }
    fs::remove_file(scene.directory.path().join("zone")).unwrap();
    for _ in 0..2 {
        assert_eq!(scene.data(0, "www.example.test.", RecordType::A).await, ["192.0.2.10"]);
    }
    let faults = scene.host.queries().into_iter().filter(|line| line.starts_with("zone file error: "));
    assert_eq!(faults.count(), 2);
    scene.write(&ZONE.replace("192.0.2.10", "192.0.2.12"));
    assert_eq!(scene.data(0, "www.example.test.", RecordType::A).await, ["192.0.2.12"]);
}

#[tokio::test]
async fn a_lagging_server_serves_the_zone_as_it_was_until_it_catches_up() {
    let scene = Scene::start();
    scene.host.misbehave(1, |manners| manners.lagging = true);
    scene.host.add_record("new A 192.0.2.20").unwrap();
    scene.host.misbehave(1, |manners| manners.truncates = true); // does not count as catching up
    assert_eq!(scene.data(0, "new.example.test.", RecordType::A).await, ["192.0.2.20"]);
    assert_eq!(scene.ask(1, "new.example.test.", RecordType::A).await.metadata.response_code, ResponseCode::NXDomain);
    assert_eq!(scene.serials().await, [2, 1]);
    scene.host.misbehave(1, |manners| manners.lagging = false);
    assert_eq!(scene.data(1, "new.example.test.", RecordType::A).await, ["192.0.2.20"]);
    assert_eq!(scene.serials().await, [2, 2]);
}

#[tokio::test]
async fn an_answer_that_does_not_fit_into_udp_comes_over_tcp() {
    let scene = Scene::start();
    let many: Vec<_> = (0..40).map(|number| format!("big TXT \"{number} {}\"", "x".repeat(60))).collect();
    scene.write(&format!("{ZONE}{}", many.join("\n")));
    assert_eq!(scene.data(0, "big.example.test.", RecordType::TXT).await.len(), 40);
    assert_eq!(scene.host.queries().len(), 2);
}

#[tokio::test]
async fn a_server_that_truncates_answers_in_full_over_tcp_unless_it_has_none() {
    let scene = Scene::start();
    scene.host.misbehave(0, |manners| manners.truncates = true);
    assert_eq!(scene.data(0, "www.example.test.", RecordType::A).await, ["192.0.2.10"]);
    assert_eq!(scene.host.queries().len(), 2);
    scene.host.misbehave(0, |manners| manners.no_tcp = true);
    assert!(scene.try_ask(0, "www.example.test.", RecordType::A).await.is_err());
}

#[tokio::test]
async fn lies_are_served_beside_what_the_zone_has() {
    let scene = Scene::start();
    scene.host.add_record("_acme-challenge CNAME x.auth.acme-dns.test.").unwrap();
    scene.host.misbehave(0, |manners| manners.lies = vec!["_acme-challenge TXT \"hidden\"".to_owned()]);
    assert_eq!(scene.data(0, "_acme-challenge.example.test.", RecordType::TXT).await, ["hidden"]);
    let cname = ["x.auth.acme-dns.test."];
    assert_eq!(scene.data(0, "_acme-challenge.example.test.", RecordType::CNAME).await, cname);
    assert_eq!(scene.data(1, "_acme-challenge.example.test.", RecordType::TXT).await, cname);
}

#[tokio::test]
async fn several_cnames_at_one_name_are_all_answered() {
    let scene = Scene::start();
    let lies = ["here", "there"].map(|target| format!("two CNAME {target}.example.test."));
    scene.host.misbehave(0, |manners| manners.lies = lies.into());
    let both = ["here.example.test.", "there.example.test."];
    assert_eq!(scene.data(0, "two.example.test.", RecordType::CNAME).await, both);
    assert_eq!(scene.data(0, "two.example.test.", RecordType::TXT).await, both);
}

#[tokio::test]
async fn a_delay_holds_up_every_answer_of_one_server_and_no_question_waits_for_another() {
    let (scene, delay) = (Scene::start(), Duration::from_millis(100));
    scene.host.misbehave(0, |manners| manners.delay = delay);
    let begun = std::time::Instant::now();
    futures_util::future::join_all((0..20).map(|_| scene.ask(0, "www.example.test.", RecordType::A))).await;
    assert!(begun.elapsed() >= delay && begun.elapsed() < delay * 20, "{:?}", begun.elapsed());
}

#[tokio::test]
async fn servers_are_rude_one_by_one() {
    let scene = Scene::start();
    let code = |reply: Message| (reply.metadata.response_code, reply.metadata.authoritative, reply.answers.len());
    scene.host.misbehave(0, |manners| manners.lame = true);
    assert_eq!(code(scene.ask(0, "www.example.test.", RecordType::A).await), (ResponseCode::NoError, false, 0));
    scene.host.misbehave(0, |manners| manners.servfail = true);
    assert_eq!(code(scene.ask(0, "www.example.test.", RecordType::A).await), (ResponseCode::ServFail, false, 0));
    scene.host.misbehave(0, |manners| manners.refuses = true);
    assert_eq!(code(scene.ask(0, "www.example.test.", RecordType::A).await), (ResponseCode::Refused, false, 0));
    scene.host.misbehave(0, |manners| manners.silent = true);
    assert!(scene.try_ask(0, "www.example.test.", RecordType::A).await.is_err());
    assert_eq!(code(scene.ask(1, "www.example.test.", RecordType::A).await), (ResponseCode::NoError, true, 1));
}

#[tokio::test]
async fn a_dropped_host_no_longer_answers() {
    let scene = Scene::start();
    let address = scene.host.servers()[0].1;
    drop(scene);
    let name = Name::from_ascii("www.example.test.").unwrap();
    assert!(upstream::ask(address, &name, RecordType::A).await.is_err());
}

#[test]
fn host_and_resolver_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Host>();
    shared::<crate::sandbox::resolver::Resolver>();
}
