//! The world of the tests is what it seems.

use std::io::ErrorKind;
use std::time::Duration;

use certdns::sandbox::HostedZone;
use hickory_proto::rr::RecordType;

use crate::support::Lab;
use crate::support::question::{over_tcp, over_udp, question, said, unchecked};
use crate::support::relay::{self, Tcp};

#[test]
fn a_lab_holds_zones_at_servers_of_any_name() {
    let lab = Lab::with(|options| {
        options.host = HostedZone::parse("example.test", &["ana.ns.cloudflare.com", "bob.ns.cloudflare.com"]).unwrap();
        options.more_hosts = vec![HostedZone::parse("broken.test", &["ns.broken.test"]).unwrap()];
    });
    let resolver = lab.sandbox.resolver.addr();
    let servers = "NoError ana.ns.cloudflare.com. bob.ns.cloudflare.com.";
    assert_eq!(said(resolver, &question("example.test.", RecordType::NS)), servers);
    assert_eq!(said(resolver, &question("broken.test.", RecordType::NS)), "NoError ns.broken.test.");
    lab.sandbox.more_hosts[0].misbehave(0, |manners| manners.servfail = true);
    assert_eq!(said(resolver, &question("www.broken.test.", RecordType::A)), "ServFail");
    assert_eq!(said(resolver, &question("www.example.test.", RecordType::A)), "NoError 192.0.2.10");
    let lab = lab.delegated("www.example.test");
    lab.run("check www.example.test").succeeded();
}

#[test]
fn many_names_are_delegated_in_one_edit() {
    let lab = Lab::new();
    lab.delegate_all(&["a", "b", "c"].map(|label| format!("{label}.example.test")));
    lab.run("check").succeeded();
}

#[test]
fn another_resolver_can_be_frozen_while_the_first_goes_on() {
    let lab = Lab::new();
    let (resolver, other) = (&lab.sandbox.resolver, lab.another_resolver());
    let new = question("new.example.test.", RecordType::TXT);
    assert_eq!(said(other.addr(), &new), "NXDomain");
    other.misbehave(|manners| manners.frozen = true);
    lab.sandbox.host.add_record("new TXT \"here\"").unwrap();
    assert_eq!((said(resolver.addr(), &new), said(other.addr(), &new)), ("NoError here".into(), "NXDomain".into()));
}

#[test]
fn a_resolver_that_finds_signatures_wrong_answers_who_does_not_care() {
    let lab = Lab::new();
    lab.sandbox.resolver.misbehave(|manners| manners.bogus = vec![lab.sandbox.host.zone().clone()]);
    let resolver = lab.sandbox.resolver.addr();
    assert_eq!(said(resolver, &question("www.example.test.", RecordType::A)), "ServFail");
    assert_eq!(said(resolver, &unchecked("www.example.test.", RecordType::A)), "NoError 192.0.2.10");
}

#[test]
fn a_relay_answers_over_udp_and_ends_tcp_in_its_own_way() {
    let lab = Lab::new();
    let server = lab.sandbox.host.servers()[0].1;
    let www = question("www.example.test.", RecordType::A);
    for (tcp, kind) in [
        (Tcp::Refused, ErrorKind::ConnectionRefused),
        (Tcp::Closed, ErrorKind::UnexpectedEof),
        (Tcp::Reset, ErrorKind::ConnectionReset),
        (Tcp::Silent, ErrorKind::WouldBlock),
    ] {
        let relay = relay::start(server, tcp, false);
        assert_eq!(said(relay, &www), "NoError 192.0.2.10");
        assert_eq!(over_tcp(relay, &www, Duration::from_millis(200)).unwrap_err().kind(), kind, "{tcp:?}");
    }
    assert!(over_udp(relay::start(server, Tcp::Closed, true), &www).metadata.truncation);
}
