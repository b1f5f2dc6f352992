//! The gallery of zones is what it seems.

use hickory_proto::op::{Message, ResponseCode};
use hickory_proto::rr::RecordType;
use snapbox::str;

use crate::support::encrypted::question::{over_tls, post};
use crate::support::gallery::Gallery;
use crate::support::question::{ask, question, said, unchecked};
use crate::support::{Lab, same};

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

/// `check NAME`: status and stdout.
fn checked(gallery: &Gallery, name: &str) -> String {
    let run = gallery.run(&format!("check {name}"));
    format!("$ check {name}\n{}\n{}", run.status, run.stdout)
}

#[test]
fn what_can_be_wrong_in_a_zone_is_told_apart() {
    let zones = ["none.test", "nodata.test", "elsewhere.test", "nodot.test", "wild.test", "handed.test", "round.test"];
    let mut gallery = Gallery::new(&zones);
    let records = zones.map(|zone| gallery.cname(zone));
    gallery.add("nodata.test", "x._acme-challenge TXT \"other\"\n");
    gallery.add("elsewhere.test", "_acme-challenge CNAME validation.host.test.\n");
    gallery.add("nodot.test", records[3].trim_end().trim_end_matches('.'));
    gallery.add("wild.test", "* CNAME www\n");
    gallery.add("handed.test", "_acme-challenge NS ns1\n");
    gallery.add("round.test", "_acme-challenge CNAME there\nthere CNAME _acme-challenge\n");
    let told: String = zones.into_iter().map(|zone| checked(&gallery, zone)).collect();
    same(
        &told,
        str![[r#"
$ check none.test
3
  NAME       DELEGATION     CAA     VALUES
  none.test  cname-missing  any CA  1

error: _acme-challenge.none.test has no CNAME yet (the name does not exist, NXDOMAIN) [cname-missing]
   seen: ns1.none.test (127.0.0.1:[PORT]): _acme-challenge.none.test CNAME, TXT: NXDOMAIN
   seen: ns2.none.test (127.0.0.1:[PORT]): _acme-challenge.none.test CNAME, TXT: NXDOMAIN
   hint: create this record at your DNS host
         _acme-challenge.none.test. CNAME [ID].auth.acme-dns.test.
$ check nodata.test
3
  NAME         DELEGATION     CAA     VALUES
  nodata.test  cname-missing  any CA  1

error: _acme-challenge.nodata.test has no CNAME yet (the name exists, without a CNAME) [cname-missing]
   seen: ns1.nodata.test (127.0.0.1:[PORT]): _acme-challenge.nodata.test CNAME, TXT: no such record
   seen: ns2.nodata.test (127.0.0.1:[PORT]): _acme-challenge.nodata.test CNAME, TXT: no such record
   hint: create this record at your DNS host
         _acme-challenge.nodata.test. CNAME [ID].auth.acme-dns.test.
$ check elsewhere.test
4
  NAME            DELEGATION       CAA     VALUES
  elsewhere.test  cname-elsewhere  any CA  1

error: _acme-challenge.elsewhere.test leads to validation.host.test instead of [ID].auth.acme-dns.test [cname-elsewhere]
   seen: ns1.elsewhere.test (127.0.0.1:[PORT]): _acme-challenge.elsewhere.test CNAME, TXT: CNAME validation.host.test
   seen: ns2.elsewhere.test (127.0.0.1:[PORT]): _acme-challenge.elsewhere.test CNAME, TXT: CNAME validation.host.test
   hint: if it is to go by way of other names, those must answer (see the other errors); else change the record at your DNS host to this
         _acme-challenge.elsewhere.test. CNAME [ID].auth.acme-dns.test.

error: the resolver could not find the name servers of validation.host.test (SERVFAIL) [resolver-fails]
   hint: name servers that cannot be reached look like this; ask another resolver with `--resolver IP` to tell
$ check nodot.test
3
  NAME        DELEGATION         CAA     VALUES
  nodot.test  cname-without-dot  any CA  1

error: _acme-challenge.nodot.test leads to [ID].auth.acme-dns.test.nodot.test: the final dot is missing, so the zone's name was added [cname-without-dot]
   seen: ns1.nodot.test (127.0.0.1:[PORT]): _acme-challenge.nodot.test CNAME, TXT: CNAME [ID].auth.acme-dns.test.nodot.test
   seen: ns2.nodot.test (127.0.0.1:[PORT]): _acme-challenge.nodot.test CNAME, TXT: CNAME [ID].auth.acme-dns.test.nodot.test
   hint: change the record at your DNS host to this
         _acme-challenge.nodot.test. CNAME [ID].auth.acme-dns.test.
$ check wild.test
3
  NAME       DELEGATION        CAA     VALUES
  wild.test  wildcard-answers  any CA  1

error: _acme-challenge.wild.test has no CNAME of its own: a wildcard record of the zone answers, with CNAME www.wild.test [wildcard-answers]
   seen: ns1.wild.test (127.0.0.1:[PORT]): _acme-challenge.wild.test CNAME, TXT: CNAME www.wild.test
   seen: ns2.wild.test (127.0.0.1:[PORT]): _acme-challenge.wild.test CNAME, TXT: CNAME www.wild.test
   seen: ns1.wild.test (127.0.0.1:[PORT]): _certdns-wildcard-test.wild.test CNAME, TXT: CNAME www.wild.test
   seen: ns2.wild.test (127.0.0.1:[PORT]): _certdns-wildcard-test.wild.test CNAME, TXT: CNAME www.wild.test
   hint: create this record at your DNS host; it comes before the wildcard
         _acme-challenge.wild.test. CNAME [ID].auth.acme-dns.test.
$ check handed.test
3
  NAME         DELEGATION           CAA     VALUES
  handed.test  ns-instead-of-cname  any CA  1

error: _acme-challenge.handed.test is handed to other name servers by NS records, and those have no CNAME for it: that does not work [ns-instead-of-cname]
   seen: ns1.handed.test (127.0.0.1:[PORT]): _acme-challenge.handed.test CNAME, TXT: no authority for this zone
   hint: remove the NS records at this name, then create this record
         _acme-challenge.handed.test. CNAME [ID].auth.acme-dns.test.
$ check round.test
3
  NAME        DELEGATION  CAA     VALUES
  round.test  txt-fails   any CA  1

error: not every name server answers for TXT at _acme-challenge.round.test, and a CA asks for that [txt-fails]
   seen: ns1.round.test (127.0.0.1:[PORT]): _acme-challenge.round.test TXT: SERVFAIL
   seen: ns2.round.test (127.0.0.1:[PORT]): _acme-challenge.round.test TXT: SERVFAIL
   hint: tell your DNS host: the CNAME is answered, TXT is not

error: _acme-challenge.round.test leads to there.round.test, and from there in a circle [cname-loop]
   seen: ns1.round.test (127.0.0.1:[PORT]): _acme-challenge.round.test CNAME, TXT: CNAME there.round.test
   seen: ns2.round.test (127.0.0.1:[PORT]): _acme-challenge.round.test CNAME, TXT: CNAME there.round.test
   seen: ns1.round.test (127.0.0.1:[PORT]): there.round.test CNAME, TXT: CNAME _acme-challenge.round.test
   seen: ns2.round.test (127.0.0.1:[PORT]): there.round.test CNAME, TXT: CNAME _acme-challenge.round.test
   hint: change the record at your DNS host to this
         _acme-challenge.round.test. CNAME [ID].auth.acme-dns.test.

"#]],
    );
}

#[test]
fn a_secondary_that_lags_is_told_with_both_serials_and_ready_once_it_has_caught_up() {
    let mut gallery = Gallery::new(&["lagging.test"]);
    let record = gallery.cname("lagging.test");
    gallery.add_at_primary("lagging.test", &record);
    same(
        &checked(&gallery, "lagging.test"),
        str![[r#"
$ check lagging.test
4
  NAME          DELEGATION        CAA     VALUES
  lagging.test  servers-disagree  any CA  1

error: _acme-challenge.lagging.test has its CNAME at some name servers, but not at ns2.lagging.test [servers-disagree]
   seen: ns1.lagging.test (127.0.0.1:[PORT]): _acme-challenge.lagging.test CNAME, TXT: CNAME [ID].auth.acme-dns.test (serial 2)
   seen: ns2.lagging.test (127.0.0.1:[PORT]): _acme-challenge.lagging.test CNAME, TXT: NXDOMAIN (serial 1)
   hint: they still have an older version of the zone (see the serials), and fetch the new one by themselves in a while; `certdns check lagging.test --watch` tells when they have it

"#]],
    );
    gallery.add("lagging.test", "");
    gallery.run("check lagging.test").succeeded();
}

#[test]
fn bogus_dnssec_is_seen_through_unbound_and_a_sound_signature_is_fine() {
    let mut gallery = Gallery::with_signed(&[], &["sound.test", "expired.test", "changed.test"]);
    for zone in ["sound.test", "expired.test", "changed.test"] {
        let record = gallery.cname(zone);
        gallery.add(zone, &record);
    }
    gallery.run("check").succeeded();
    gallery.expire("expired.test");
    gallery.tamper("changed.test", ".auth.acme-dns.test.", ".auth.acme-dns.tes2.");
    same(
        &["sound.test", "expired.test"].map(|zone| checked(&gallery, zone)).concat(),
        str![[r#"
$ check sound.test
0
  NAME        DELEGATION  CAA     VALUES
  sound.test  ok          any CA  1
$ check expired.test
3
  NAME          DELEGATION    CAA     VALUES
  expired.test  dnssec-bogus  any CA  1

error: DNSSEC is broken for expired.test: resolvers that validate refuse to answer [dnssec-bogus]
   seen: the resolver: expired.test NS: SERVFAIL; with DNSSEC validation off it answers
   hint: have your DNS host sign the zone again, and compare the DS records at your registrar with its keys; after a move to another DNS host, remove the old DS records

"#]],
    );
    let changed = checked(&gallery, "changed.test");
    assert!(changed.contains("[cname-elsewhere]"), "{changed}");
}

#[test]
fn unbound_is_a_perspective_in_every_way_it_can_be_asked() {
    let mut gallery = Gallery::new(&["example.test"]);
    let record = gallery.cname("example.test");
    gallery.add("example.test", &record);
    let (plain, tls, https) = (gallery.unbound.address(), gallery.unbound.tls(), gallery.unbound.https());
    let line = format!("check --perspective {plain} --perspective {tls} --perspective {https} --json");
    let seen = gallery.run(&line).succeeded().json();
    let perspectives = seen["checks"][0]["observation"]["perspectives"].as_array().unwrap();
    let named: Vec<&str> = perspectives
        .iter()
        .filter(|one| one["named"] == true && one["answer"] == "records")
        .map(|one| one["address"].as_str().unwrap())
        .collect();
    assert_eq!(named, [plain.to_string(), tls.clone(), https.clone()]);
    for resolver in [&tls, &https] {
        gallery.run_with("check", &[("CERTDNS_RESOLVERS", resolver)]).succeeded();
        gallery.run_with("check --probe", &[("CERTDNS_RESOLVERS", resolver)]).succeeded();
    }
}

#[test]
fn caa_records_that_forbid_are_told_apart() {
    let zones = ["forbidden.test", "pinned.test", "http.test", "nobody.test", "critical.test"];
    let mut gallery = Gallery::new(&zones);
    let issuers = [
        "@ CAA 0 issue \"other-ca.test\"\n",
        "@ CAA 0 issue \"letsencrypt.org; accounturi=https://acme-v02.api.letsencrypt.org/acme/acct/1\"\n",
        "@ CAA 0 issue \"letsencrypt.org; validationmethods=http-01\"\n",
        "@ CAA 0 issue \";\"\n",
        "@ CAA 128 future \"x\"\n",
    ];
    for (zone, issuer) in zones.into_iter().zip(issuers) {
        let record = gallery.cname(zone);
        gallery.add(zone, &format!("{record}{issuer}"));
    }
    same(
        &zones.map(|zone| checked(&gallery, zone)).concat(),
        str![[r#"
$ check forbidden.test
3
  NAME            DELEGATION  CAA        VALUES
  forbidden.test  ok          forbidden  1

error: CAA forbids forbidden.test: only other-ca.test may issue, as forbidden.test has it [caa-other-ca]
   seen: forbidden.test CAA: 0 issue "other-ca.test"
   hint: add this at your DNS host; what is there may stay
         forbidden.test. CAA 0 issue "letsencrypt.org"
$ check pinned.test
3
  NAME         DELEGATION  CAA        VALUES
  pinned.test  ok          forbidden  1

error: CAA forbids pinned.test: pinned.test pins another ACME account, https://acme-v02.api.letsencrypt.org/acme/acct/1 [caa-other-account]
   seen: pinned.test CAA: 0 issue "letsencrypt.org; accounturi=https://acme-v02.api.letsencrypt.org/acme/acct/1"
   hint: there is no ACME account here yet: restore the pinned one (accounts/) from a backup, or make one and pin that
         certdns acmeaccount add --agree-tos
         certdns caa pinned.test
$ check http.test
3
  NAME       DELEGATION  CAA        VALUES
  http.test  ok          forbidden  1

error: CAA forbids http.test: dns-01 is not among the validation methods that http.test names [caa-other-method]
   seen: http.test CAA: 0 issue "letsencrypt.org; validationmethods=http-01"
   hint: add this at your DNS host; what is there may stay
         http.test. CAA 0 issue "letsencrypt.org"
$ check nobody.test
3
  NAME         DELEGATION  CAA        VALUES
  nobody.test  ok          forbidden  1

error: CAA forbids nobody.test: the records at nobody.test permit nobody [caa-nobody]
   seen: nobody.test CAA: 0 issue ";"
   hint: add this at your DNS host; what is there may stay
         nobody.test. CAA 0 issue "letsencrypt.org"
$ check critical.test
3
  NAME           DELEGATION  CAA        VALUES
  critical.test  ok          forbidden  1

error: CAA forbids critical.test: a critical property at critical.test is one that no CA knows [caa-unknown-critical]
   seen: critical.test CAA: 128 future "x"
   hint: remove what no CA knows, or make it uncritical
         critical.test. CAA 0 future "x"

"#]],
    );
}

#[test]
fn the_records_that_caa_prints_lock_the_zone_and_forbid_another_account() {
    let (lab, mut gallery) = (Lab::new(), Gallery::new(&["example.test"]));
    let at_the_lab: Vec<(&str, String)> =
        lab.sandbox.environment().into_iter().filter(|(name, _)| name.starts_with("CERTDNS_CA")).collect();
    let ours: Vec<(&str, &str)> = at_the_lab.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let record = gallery.cname("example.test");
    gallery.add("example.test", &record);
    gallery.run_with("acmeaccount add --agree-tos", &ours).succeeded();
    let printed = gallery.run_with("caa example.test *.example.test --json", &ours).succeeded().json();
    let add: Vec<String> =
        printed["places"][0]["add"].as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()).collect();
    assert_eq!(add.len(), 2, "{printed}");
    gallery.add("example.test", &format!("{}\n", add.join("\n")));
    let both = "check example.test *.example.test";
    let locked = gallery.run_with(both, &ours).succeeded();
    assert!(locked.stdout.contains("  ok          locked  1\n"), "{}", locked.transcript());
    gallery.run_with("caa example.test *.example.test --lock", &ours).succeeded();
    // The same zone with the eyes of another account.
    let accounts = lab.path().join("other");
    let theirs: Vec<(&str, &str)> =
        ours.iter().copied().chain([("CERTDNS_STATE_DIR", accounts.to_str().unwrap())]).collect();
    gallery.run_with("acmeaccount add --agree-tos", &theirs).succeeded();
    let line = "caa example.test *.example.test";
    let forbidden = gallery.run_with(line, &theirs);
    same(
        &forbidden.transcript(),
        str![[r#"
3
--- stdout
example.test
  CAA forbids example.test: example.test pins another ACME account, https://localhost:[PORT]/account/1
  CAA forbids *.example.test: example.test pins another ACME account, https://localhost:[PORT]/account/1

  Records that are there:

example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
example.test. CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"

  Add this, so that this account may issue:

example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/2; validationmethods=dns-01"
example.test. CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/2; validationmethods=dns-01"

  All records of this name then:

example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
example.test. CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/2; validationmethods=dns-01"
example.test. CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/2; validationmethods=dns-01"

  These let others issue, too (`certdns caa --lock example.test` leaves them out):

example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
example.test. CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
--- stderr

"#]],
    );
}
