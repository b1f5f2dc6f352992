//! The gallery of zones is what it seems.

use hickory_proto::op::{Message, ResponseCode};
use hickory_proto::rr::RecordType;

use crate::support::encrypted::question::{over_tls, post};
use crate::support::gallery::Gallery;
use crate::support::question::{ask, question, said, unchecked};

#[test]
fn a_secondary_that_lags_has_the_older_serial_and_zone() {
    let mut gallery = Gallery::new(&["example.test", "other.test"]);
    let record = gallery.cname("example.test");
    gallery.add_at_primary("example.test", &record);
    assert_eq!((gallery.serials("example.test"), gallery.serials("other.test")), ([2, 1], [1, 1]));
    let challenge = question("_acme-challenge.example.test.", RecordType::CNAME);
    assert!(said(gallery.primary(), &challenge).ends_with(".auth.acme-dns.test."));
    assert_eq!(said(gallery.secondary(), &challenge), "NXDomain");
}

#[test]
fn a_delegation_in_a_signed_zone_is_seen_through_a_resolver_that_validates() {
    let mut gallery = Gallery::with_signed(&[], &["signed.test"]);
    let record = gallery.cname("signed.test");
    gallery.add("signed.test", &record);
    assert_eq!(gallery.serials("signed.test"), [2, 2]);
    let challenge = question("_acme-challenge.signed.test.", RecordType::TXT);
    let answer = ask(gallery.unbound.address(), &challenge);
    assert_eq!(answer.metadata.response_code, ResponseCode::NoError);
    assert_eq!(answer.answers[0].record_type(), RecordType::CNAME);
    assert!(!gallery.acme_dns().questions().is_empty());
    let mut apex = question("signed.test.", RecordType::SOA);
    apex.metadata.authentic_data = true; // RFC 6840 section 5.7: please tell whether it is
    assert!(ask(gallery.unbound.address(), &apex).metadata.authentic_data);
}

#[test]
fn unbound_answers_over_tls_and_over_https_with_a_certificate_of_its_ca() {
    let gallery = Gallery::new(&["example.test"]);
    let question = question("www.example.test.", RecordType::A).to_vec().unwrap();
    let unbound = &gallery.unbound;
    let over_https = post(&unbound.https(), &question, unbound.ca()).unwrap().1;
    for answer in [over_tls(&unbound.tls(), &question, unbound.ca()).unwrap(), over_https.to_vec()] {
        assert_eq!(Message::from_vec(&answer).unwrap().answers[0].data.to_string(), "192.0.2.1");
    }
}

#[test]
fn signatures_that_are_expired_or_of_something_else_fail_unless_checking_is_disabled() {
    let mut gallery = Gallery::with_signed(&["plain.test"], &["expired.test", "changed.test"]);
    gallery.expire("expired.test");
    gallery.tamper("changed.test", "192.0.2.1", "192.0.2.66");
    let resolver = gallery.unbound.address();
    for (name, address) in [("www.expired.test.", "192.0.2.1"), ("www.changed.test.", "192.0.2.66")] {
        assert_eq!(said(resolver, &question(name, RecordType::A)), "ServFail", "{name}");
        assert_eq!(said(resolver, &unchecked(name, RecordType::A)), format!("NoError {address}"));
    }
    assert_eq!(said(resolver, &question("ns1.changed.test.", RecordType::A)), "NoError 127.0.0.1");
    assert_eq!(said(resolver, &question("www.plain.test.", RecordType::A)), "NoError 192.0.2.1");
}
