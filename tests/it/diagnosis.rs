//! What `check` finds between a name and its registration: zones that lie, hosts that differ, resolvers that disagree.

use certdns::sandbox::HostedZone;
use hickory_proto::rr::RecordType;
use snapbox::str;

use crate::support::question::{question, said};
use crate::support::{Lab, same};

/// A registered name, and what its CNAME has to say.
fn registered() -> (Lab, String) {
    let lab = Lab::new();
    lab.run("register example.test").succeeded();
    let target = lab.sandbox.cname("example.test").unwrap().rsplit(' ').next().unwrap().to_owned();
    (lab, target)
}

/// `certdns check`, without the line on stderr.
fn checked(lab: &Lab) -> String {
    let run = lab.run("check");
    format!("{}\n{}", run.status, run.stdout)
}

#[test]
fn a_wildcard_record_that_answers_is_not_taken_for_a_cname_of_the_name() {
    let (lab, _) = registered();
    lab.sandbox.host.add_record("* CNAME shop.host.test.").unwrap();
    same(
        &checked(&lab),
        str![[r#"
3
  NAME          DELEGATION        CAA     VALUES
  example.test  wildcard-answers  any CA  1

error: _acme-challenge.example.test has no CNAME of its own: a wildcard record of the zone answers, with CNAME shop.host.test [wildcard-answers]
   seen: ns1.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: CNAME shop.host.test
   seen: ns2.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: CNAME shop.host.test
   seen: ns1.example.test (127.0.0.1:[PORT]): _certdns-wildcard-test.example.test CNAME, TXT: CNAME shop.host.test
   seen: ns2.example.test (127.0.0.1:[PORT]): _certdns-wildcard-test.example.test CNAME, TXT: CNAME shop.host.test
   hint: create this record at your DNS host; it comes before the wildcard
         _acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.

"#]],
    );
    lab.delegate("example.test");
    assert_eq!(lab.run("check").status, 0);
}

#[test]
fn a_wildcard_with_addresses_is_no_cname_either() {
    let (lab, _) = registered();
    lab.sandbox.host.add_record("* A 192.0.2.9").unwrap();
    same(
        &checked(&lab),
        str![[r#"
3
  NAME          DELEGATION        CAA     VALUES
  example.test  wildcard-answers  any CA  1

error: _acme-challenge.example.test has no CNAME of its own: a wildcard record of the zone answers, with other records [wildcard-answers]
   seen: ns1.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: no such record
   seen: ns2.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: no such record
   seen: ns1.example.test (127.0.0.1:[PORT]): _certdns-wildcard-test.example.test CNAME, TXT: no such record
   seen: ns2.example.test (127.0.0.1:[PORT]): _certdns-wildcard-test.example.test CNAME, TXT: no such record
   hint: create this record at your DNS host; it comes before the wildcard
         _acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.

"#]],
    );
}

#[test]
fn the_cname_of_the_domain_above_does_not_count_for_a_name_below() {
    let lab = Lab::new().delegated("example.test");
    lab.run("register www.example.test").succeeded();
    same(
        &checked(&lab),
        str![[r#"
3
  NAME              DELEGATION        CAA     VALUES
  example.test      ok                any CA  1
  www.example.test  cname-only-above  any CA  1

error: _acme-challenge.www.example.test has no CNAME; _acme-challenge.example.test has one, but each name needs its own [cname-only-above]
   seen: ns1.example.test (127.0.0.1:[PORT]): _acme-challenge.www.example.test CNAME, TXT: NXDOMAIN
   seen: ns2.example.test (127.0.0.1:[PORT]): _acme-challenge.www.example.test CNAME, TXT: NXDOMAIN
   seen: ns1.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: CNAME [ID].auth.acme-dns.test
   seen: ns2.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: CNAME [ID].auth.acme-dns.test
   hint: create this record at your DNS host
         _acme-challenge.www.example.test. CNAME [ID].auth.acme-dns.test.

1 of 2 names are ready.

"#]],
    );
}

#[test]
fn several_cnames_at_one_name_are_told() {
    let (lab, target) = registered();
    for server in [0, 1] {
        let lies = vec![format!("_acme-challenge CNAME {target}"), "_acme-challenge CNAME other.host.test.".to_owned()];
        lab.sandbox.host.misbehave(server, |manners| manners.lies = lies);
    }
    same(
        &checked(&lab),
        str![[r#"
3
  NAME          DELEGATION     CAA     VALUES
  example.test  cname-several  any CA  1

error: _acme-challenge.example.test has several CNAMEs ([ID].auth.acme-dns.test, other.host.test); only one may stand [cname-several]
   seen: ns1.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: CNAME [ID].auth.acme-dns.test, CNAME other.host.test
   seen: ns2.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: CNAME [ID].auth.acme-dns.test, CNAME other.host.test
   hint: change the record at your DNS host to this
         _acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.

"#]],
    );
}

#[test]
fn a_validation_value_that_another_client_left_is_recognised() {
    let (lab, _) = registered();
    let value = "v".repeat(43);
    lab.sandbox.host.add_record(&format!("_acme-challenge TXT \"{value}\"")).unwrap();
    same(
        &checked(&lab),
        str![[r#"
3
  NAME          DELEGATION            CAA     VALUES
  example.test  txt-instead-of-cname  any CA  1

error: _acme-challenge.example.test has a TXT record instead of the CNAME, and a CA reads that one (it looks like what an ACME client left behind) [txt-instead-of-cname]
   seen: ns1.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: TXT "vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv"
   seen: ns2.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: TXT "vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv"
   hint: delete the TXT records at this name at your DNS host (with Cloudflare they can be hidden: disable Universal SSL for the zone)
   hint: create this record at your DNS host
         _acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.

"#]],
    );
}

#[test]
fn a_cname_to_another_registration_of_ours_is_named() {
    let lab = Lab::new();
    lab.run("register example.test www.example.test").succeeded();
    let www = lab.sandbox.cname("www.example.test").unwrap();
    lab.sandbox.host.add_record(&www).unwrap();
    let target = www.rsplit(' ').next().unwrap();
    lab.sandbox.host.add_record(&format!("_acme-challenge CNAME {target}")).unwrap();
    same(
        &checked(&lab),
        str![[r#"
3
  NAME              DELEGATION                   CAA     VALUES
  www.example.test  ok                           any CA  1
  example.test      cname-to-other-registration  any CA  1

error: _acme-challenge.example.test leads to [ID].auth.acme-dns.test, which is another name's registration (_acme-challenge.www.example.test) at 127.0.0.1:[PORT], instead of [ID].auth.acme-dns.test [cname-to-other-registration]
   seen: ns1.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: CNAME [ID].auth.acme-dns.test
   seen: ns2.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: CNAME [ID].auth.acme-dns.test
   seen: ns.auth.acme-dns.test (127.0.0.1:[PORT]): [ID].auth.acme-dns.test CNAME, TXT: TXT "certdns-placeholder-value-validates-nothing"
   hint: change the record at your DNS host to this
         _acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.

1 of 2 names are ready.

"#]],
    );
}

fn at_cloudflare() -> (Lab, String) {
    let servers = ["ana.ns.cloudflare.com", "bob.ns.cloudflare.com"];
    let lab = Lab::with(|options| options.host = HostedZone::parse("example.test", &servers).unwrap());
    lab.run("register example.test").succeeded();
    let target = lab.sandbox.cname("example.test").unwrap().rsplit(' ').next().unwrap().to_owned();
    (lab, target)
}

#[test]
fn hidden_txt_records_at_cloudflare_are_told_with_the_cure() {
    let (lab, _) = at_cloudflare();
    lab.delegate("example.test");
    for server in [0, 1] {
        let lies = vec!["_acme-challenge TXT \"universal-ssl\"".to_owned()];
        lab.sandbox.host.misbehave(server, |manners| manners.lies = lies);
    }
    same(
        &checked(&lab),
        str![[r#"
3
  NAME          DELEGATION             CAA     VALUES
  example.test  cloudflare-hidden-txt  any CA  1

error: _acme-challenge.example.test has a TXT record beside its CNAME, and a CA reads that one: these are hidden records of Cloudflare's Universal SSL [cloudflare-hidden-txt]
   seen: ana.ns.cloudflare.com (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: CNAME [ID].auth.acme-dns.test, TXT "universal-ssl"
   seen: bob.ns.cloudflare.com (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: CNAME [ID].auth.acme-dns.test, TXT "universal-ssl"
   hint: the Cloudflare dashboard does not show them; disable Universal SSL for the zone (SSL/TLS, Edge Certificates), or ask Cloudflare to remove them

"#]],
    );
}

#[test]
fn a_cname_that_cloudflare_proxies_is_told() {
    let (lab, _) = at_cloudflare();
    lab.sandbox.host.add_record("_acme-challenge A 192.0.2.33").unwrap();
    same(
        &checked(&lab),
        str![[r#"
3
  NAME          DELEGATION     CAA     VALUES
  example.test  cname-proxied  any CA  1

error: _acme-challenge.example.test is no CNAME to the outside: Cloudflare proxies the record [cname-proxied]
   seen: ana.ns.cloudflare.com (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: no such record
   seen: bob.ns.cloudflare.com (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: no such record
   seen: ana.ns.cloudflare.com (127.0.0.1:[PORT]): _acme-challenge.example.test A, AAAA: 192.0.2.33
   hint: set the record to `DNS only` (the grey cloud) in the Cloudflare dashboard; it must be this one
         _acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.

"#]],
    );
}

#[test]
fn a_host_that_shows_the_targets_values_at_the_name_itself_is_fine() {
    let lab = Lab::new().delegated("example.test");
    for server in [0, 1] {
        let lies = vec!["_acme-challenge TXT \"certdns-placeholder-value-validates-nothing\"".to_owned()];
        lab.sandbox.host.misbehave(server, |manners| manners.lies = lies);
    }
    same(
        &checked(&lab),
        str![[r#"
0
  NAME          DELEGATION  CAA     VALUES
  example.test  ok          any CA  1

note: the name servers of _acme-challenge.example.test follow its CNAME by themselves and show the target's values: that works [cname-flattened]
   seen: ns1.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: CNAME [ID].auth.acme-dns.test, TXT "certdns-placeholder-value-validates-nothing"
   seen: ns2.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: CNAME [ID].auth.acme-dns.test, TXT "certdns-placeholder-value-validates-nothing"

"#]],
    );
}

#[test]
fn a_server_without_tcp_is_a_warning_by_name() {
    let lab = Lab::new().delegated("example.test");
    lab.sandbox.host.misbehave(1, |manners| manners.no_tcp = true);
    same(
        &checked(&lab),
        str![[r#"
0
  NAME          DELEGATION  CAA     VALUES
  example.test  ok          any CA  1

warning: not every name server of example.test answers over TCP; a CA needs it for answers that do not fit into UDP [tcp-fails]
   seen: ns2.example.test (127.0.0.1:[PORT]): example.test SOA over TCP: no answer
   hint: have TCP port 53 opened at the name server (a firewall, most likely)

"#]],
    );
}

#[test]
fn broken_dnssec_is_seen_with_the_eyes_of_a_resolver_that_validates() {
    let lab = Lab::new().delegated("example.test");
    lab.sandbox.resolver.misbehave(|manners| manners.bogus = vec![lab.sandbox.host.zone().clone()]);
    same(
        &checked(&lab),
        str![[r#"
3
  NAME          DELEGATION    CAA     VALUES
  example.test  dnssec-bogus  any CA  1

error: DNSSEC is broken for example.test: resolvers that validate refuse to answer [dnssec-bogus]
   seen: the resolver: example.test NS: SERVFAIL; with DNSSEC validation off it answers
   hint: have your DNS host sign the zone again, and compare the DS records at your registrar with its keys; after a move to another DNS host, remove the old DS records

"#]],
    );
    let believed = lab.run_with("check", &[("CERTDNS_DNS_VIEW", "resolver"), ("CERTDNS_NAME_SERVERS", "")]);
    assert!(believed.stdout.contains("[dnssec-bogus]"), "{}", believed.transcript());
}

#[test]
fn a_perspective_that_remembers_the_old_record_is_told() {
    let lab = Lab::new();
    lab.run("register example.test").succeeded();
    let other = lab.another_resolver();
    other.misbehave(|manners| manners.frozen = true);
    lab.sandbox.host.add_record("_acme-challenge CNAME old.host.test.").unwrap();
    said(other.addr(), &question("_acme-challenge.example.test.", RecordType::CNAME));
    let flag = format!("check --perspective {}", other.addr());
    lab.sandbox.host.remove("_acme-challenge").unwrap();
    lab.delegate("example.test");
    let run = lab.run(&flag);
    same(
        &format!("{}\n{}", run.status, run.stdout),
        str![[r#"
4
  NAME          DELEGATION           CAA     VALUES
  example.test  perspective-differs  any CA  1

error: _acme-challenge.example.test looks different through 127.0.0.1:[PORT] than at its name servers [perspective-differs]
   seen: 127.0.0.1:[PORT]: _acme-challenge.example.test CNAME: CNAME old.host.test
   hint: resolvers remember old answers for a while (how long is the TTL of the record, or of the zone's SOA); if it stays so, the zone is not the same everywhere

"#]],
    );
    let fresh = lab.another_resolver();
    let run = lab.run(&format!("{flag} --perspective {}", fresh.addr()));
    assert!(run.status == 0 && run.stdout.contains("\nwarning: "), "{}", run.transcript());
}

#[test]
fn registrations_at_two_servers_are_told_and_which_is_used() {
    let lab = Lab::new().delegated("example.test");
    let base = lab.sandbox.acme_dns.http_url().to_string().replace("127.0.0.1", "localhost");
    lab.run_with("register example.test", &[("CERTDNS_ACME_DNS", &base)]).succeeded();
    same(
        &checked(&lab),
        str![[r#"
0
  NAME          DELEGATION  CAA     VALUES
  example.test  ok          any CA  1

note: example.test is registered at localhost:[PORT], too; the registration at 127.0.0.1:[PORT] is used [registration-duplicate]
   hint: the CNAME decides which of them is used; `certdns registration move --status` tells of moves that are under way

"#]],
    );
    let other = lab.run_with("check", &[("CERTDNS_ACME_DNS", &base)]);
    same(
        &format!("{}\n{}", other.status, other.stdout),
        str![[r#"
0
  NAME          DELEGATION  CAA     VALUES
  example.test  ok          any CA  1

note: example.test is registered at 127.0.0.1:[PORT], while new names are registered at localhost:[PORT] [registration-elsewhere]
   hint: that works as it is; this moves the name there
         certdns registration move example.test

note: example.test is registered at localhost:[PORT], too; the registration at 127.0.0.1:[PORT] is used [registration-duplicate]
   hint: the CNAME decides which of them is used; `certdns registration move --status` tells of moves that are under way

"#]],
    );
}

#[test]
fn a_registration_that_the_server_has_forgotten_is_suspected_and_a_probe_proves_it() {
    let lab = Lab::new().delegated("example.test");
    let elsewhere = Lab::new();
    let moved = [
        ("CERTDNS_STATE_DIR", lab.state().display().to_string()),
        ("CERTDNS_ACME_DNS", lab.sandbox.acme_dns.http_url().to_string()),
        ("CERTDNS_NAME_SERVERS", servers_with_the_acme_dns_of(&lab, &elsewhere)),
    ];
    let moved: Vec<(&str, &str)> = moved.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let run = lab.run_with("check", &moved);
    same(
        &format!("{}\n{}", run.status, run.stdout),
        str![[r#"
0
  NAME          DELEGATION  CAA     VALUES
  example.test  ok          any CA  0

warning: the acme-dns server shows nothing at [ID].auth.acme-dns.test, where a value was published: is the registration gone, or is this another server? [target-gone]
   seen: ns.auth.acme-dns.test (127.0.0.1:[PORT]): [ID].auth.acme-dns.test TXT: NXDOMAIN
   hint: `--probe` publishes a value and tells for certain
         certdns check example.test --probe

"#]],
    );
    let probed = lab.run_with("check --probe", &moved);
    assert!(probed.status == 4 && probed.stdout.contains("[probe-not-visible]"), "{}", probed.transcript());
}

/// The name servers of one lab, with another one's acme-dns server in place of its own.
fn servers_with_the_acme_dns_of(lab: &Lab, other: &Lab) -> String {
    let mut servers: Vec<String> =
        lab.sandbox.host.servers().iter().map(|(name, address)| format!("{name}={address}")).collect();
    servers.push(format!("ns.auth.acme-dns.test={}", other.sandbox.acme_dns.dns_addr()));
    servers.join(",")
}

#[test]
fn every_problem_of_every_name_is_told_at_once_and_nothing_is_ordered() {
    let lab = Lab::new().delegated("example.test");
    lab.run("acmeaccount add --agree-tos").succeeded();
    lab.sandbox.host.add_record("@ CAA 0 issue \"other.test\"").unwrap();
    lab.run("register www.example.test mail.example.test").succeeded();
    lab.sandbox.host.add_record("_acme-challenge.mail CNAME elsewhere.host.test.").unwrap();
    let run = lab.run("issue -d example.test -d www.example.test -d mail.example.test");
    same(
        &run.transcript(),
        str![[r#"
3
--- stdout
--- stderr
asking DNS about _acme-challenge.example.test, _acme-challenge.www.example.test, _acme-challenge.mail.example.test
error: could not issue a certificate for example.test
  cause: 3 of 3 names would not be validated
  cause: CAA forbids example.test: only other.test may issue, as example.test has it (example.test CAA: 0 issue "other.test")
  cause: _acme-challenge.www.example.test has no CNAME; _acme-challenge.example.test has one, but each name needs its own
  cause: CAA forbids www.example.test: only other.test may issue, as example.test has it (example.test CAA: 0 issue "other.test")
  cause: _acme-challenge.mail.example.test leads to elsewhere.host.test instead of [ID].auth.acme-dns.test
  cause: CAA forbids mail.example.test: only other.test may issue, as example.test has it (example.test CAA: 0 issue "other.test")
   hint: add this at your DNS host; what is there may stay
         example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
   hint: create this record at your DNS host
         _acme-challenge.www.example.test. CNAME [ID].auth.acme-dns.test.
   hint: change the record at your DNS host to this
         _acme-challenge.mail.example.test. CNAME [ID].auth.acme-dns.test.

"#]],
    );
    assert_eq!(lab.stages(certdns::sandbox::Stage::NewOrder), 0);
}

#[test]
fn many_names_with_the_same_problem_are_told_together() {
    let lab = Lab::new().delegated("example.test");
    lab.run("register a.example.test b.example.test c.example.test d.example.test").succeeded();
    same(
        &checked(&lab),
        str![[r#"
3
  NAME            DELEGATION        CAA     VALUES
  example.test    ok                any CA  1
  a.example.test  cname-only-above  any CA  1
  b.example.test  cname-only-above  any CA  1
  c.example.test  cname-only-above  any CA  1
  d.example.test  cname-only-above  any CA  1

error [cname-only-above] for 4 names:
         _acme-challenge.a.example.test has no CNAME; _acme-challenge.example.test has one, but each name needs its own
         _acme-challenge.b.example.test has no CNAME; _acme-challenge.example.test has one, but each name needs its own
         _acme-challenge.c.example.test has no CNAME; _acme-challenge.example.test has one, but each name needs its own
         _acme-challenge.d.example.test has no CNAME; _acme-challenge.example.test has one, but each name needs its own
   hint: create this record at your DNS host
         _acme-challenge.a.example.test. CNAME [ID].auth.acme-dns.test.
         _acme-challenge.b.example.test. CNAME [ID].auth.acme-dns.test.
         _acme-challenge.c.example.test. CNAME [ID].auth.acme-dns.test.
         _acme-challenge.d.example.test. CNAME [ID].auth.acme-dns.test.

1 of 5 names are ready.

"#]],
    );
}

#[test]
fn nobody_learns_from_us_that_a_name_is_missing_or_wrong() {
    let lab = Lab::new();
    lab.run("register example.test").succeeded();
    let other = lab.another_resolver();
    let asked = || {
        other.queries().len()
            + lab.sandbox.resolver.queries().iter().filter(|query| query.contains("_acme-challenge")).count()
    };
    let flag = format!("check --perspective {}", other.addr());
    lab.run(&flag);
    lab.sandbox.host.misbehave(1, |manners| manners.lagging = true);
    lab.delegate("example.test");
    assert_eq!(lab.run(&flag).status, 4);
    assert_eq!(asked(), 0);
    lab.sandbox.host.misbehave(1, |manners| manners.lagging = false);
    lab.run(&flag).succeeded();
    assert_eq!(asked(), 2);
}

#[test]
fn a_name_is_judged_by_the_ca_that_its_certificate_comes_from() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    lab.sandbox.host.add_record("@ CAA 0 issue \"sandbox.test\"").unwrap();
    let letsencrypt = [("CERTDNS_CA", "letsencrypt")];
    assert_eq!(lab.run_with("check", &letsencrypt).status, 0);
    lab.run("register www.example.test").succeeded();
    lab.delegate("www.example.test");
    let other = lab.run_with("check www.example.test", &letsencrypt);
    assert!(other.status == 3 && other.stdout.contains("[caa-other-ca]"), "{}", other.transcript());
}

#[test]
fn caa_records_that_differ_between_servers_count_as_the_strictest_has_them() {
    let lab = Lab::new().delegated("example.test");
    lab.run("acmeaccount add --agree-tos").succeeded();
    lab.sandbox.host.add_record("@ CAA 0 issue \"other.test\"").unwrap();
    lab.sandbox.host.misbehave(1, |manners| manners.lagging = true);
    lab.sandbox.host.remove("example.test").ok();
    let lies = vec!["@ CAA 0 issue \"sandbox.test\"".to_owned()];
    lab.sandbox.host.misbehave(0, |manners| manners.lies = lies);
    let run = lab.run("caa example.test");
    assert_eq!(run.status, 3, "{}", run.transcript());
}

#[test]
fn capitals_in_caa_records_are_read_with_a_warning() {
    let lab = Lab::new().delegated("example.test");
    let account = lab.run("acmeaccount add --agree-tos --json").succeeded().json();
    let uri = account["accounts"][0]["uri"].as_str().unwrap().to_owned();
    let record = format!("@ CAA 0 issue \"Sandbox.test; AccountURI={uri}; validationmethods=dns-01\"");
    lab.sandbox.host.add_record(&record).unwrap();
    same(
        &checked(&lab),
        str![[r#"
0
  NAME          DELEGATION  CAA     VALUES
  example.test  ok          locked  1

warning: CAA records at example.test are written in capitals, which some CAs do not read [caa-capitals]
   seen: example.test CAA: 0 issue "Sandbox.test; AccountURI=https://localhost:[PORT]/account/1; validationmethods=dns-01"
   hint: write the issuer and the names of parameters in lower case, as here
         example.test. CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"

"#]],
    );
}

#[test]
fn a_name_that_is_slow_keeps_no_other_from_being_listed() {
    let lab = Lab::new();
    let names: Vec<String> = (1..=150).map(|number| format!("n{number}.example.test")).collect();
    lab.delegate_all(&names);
    lab.run("register a.slow.test").succeeded();
    let listed = lab.run("list").succeeded();
    assert_eq!(listed.stdout.matches("any CA").count(), 151, "{}", listed.transcript());
}
