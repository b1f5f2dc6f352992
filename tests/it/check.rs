//! `certdns check`, as a person would use it.

use snapbox::str;

use crate::support::{Lab, same};

#[test]
fn nothing_registered_is_a_first_step() {
    same(
        &Lab::new().run("check").transcript(),
        str![[r"
0
--- stdout
Nothing is registered yet: `certdns register NAME` is the first step.
--- stderr

"]],
    );
}

#[test]
fn a_name_without_registration_is_named_with_the_command_to_register_it() {
    same(
        &Lab::new().run("check www.example.test").transcript(),
        str![[r#"
3
--- stdout
  NAME              DELEGATION      CAA  VALUES
  www.example.test  not-registered  -    -

error: www.example.test is not registered [not-registered]
   hint: register it, then create the CNAME that is printed
         certdns register www.example.test
--- stderr

"#]],
    );
}

#[test]
fn a_missing_cname_is_printed_complete() {
    let lab = Lab::new();
    lab.run("register example.test").succeeded();
    same(
        &lab.run("check").transcript(),
        str![[r#"
3
--- stdout
  NAME          DELEGATION     CAA     VALUES
  example.test  cname-missing  any CA  1

error: _acme-challenge.example.test has no CNAME yet (the name does not exist, NXDOMAIN) [cname-missing]
   seen: ns1.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: NXDOMAIN
   seen: ns2.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: NXDOMAIN
   hint: create this record at your DNS host
         _acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.
--- stderr
asking DNS about _acme-challenge.example.test

"#]],
    );
}

#[test]
fn a_delegation_that_stands_exits_0() {
    let lab = Lab::new().delegated("example.test");
    same(
        &lab.run("check example.test").transcript(),
        str![[r#"
0
--- stdout
  NAME          DELEGATION  CAA     VALUES
  example.test  ok          any CA  1
--- stderr
asking DNS about _acme-challenge.example.test

"#]],
    );
}

#[test]
fn a_cname_to_another_server_is_reported_with_what_was_found() {
    let lab = Lab::new();
    lab.run("register example.test").succeeded();
    lab.sandbox.host.add_record("_acme-challenge.example.test. CNAME elsewhere.example.net.").unwrap();
    same(
        &lab.run("check example.test").transcript(),
        str![[r#"
3
--- stdout
  NAME          DELEGATION       CAA     VALUES
  example.test  cname-elsewhere  any CA  1

error: _acme-challenge.example.test leads to elsewhere.example.net instead of [ID].auth.acme-dns.test [cname-elsewhere]
   seen: ns1.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: CNAME elsewhere.example.net
   seen: ns2.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: CNAME elsewhere.example.net
   hint: change the record at your DNS host to this
         _acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.
--- stderr
asking DNS about _acme-challenge.example.test

"#]],
    );
}

#[test]
fn a_txt_record_in_the_way_is_told_apart() {
    let lab = Lab::new().delegated("example.test");
    lab.sandbox.host.add_record("_acme-challenge.example.test. TXT \"hidden\"").unwrap();
    same(
        &lab.run("check example.test").transcript(),
        str![[r#"
3
--- stdout
  NAME          DELEGATION        CAA     VALUES
  example.test  txt-beside-cname  any CA  1

error: _acme-challenge.example.test has a TXT record beside its CNAME, and a CA reads that one [txt-beside-cname]
   seen: ns1.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: CNAME [ID].auth.acme-dns.test, TXT "hidden"
   seen: ns2.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: CNAME [ID].auth.acme-dns.test, TXT "hidden"
   hint: delete the TXT records at this name at your DNS host (with Cloudflare they can be hidden: disable Universal SSL for the zone)
--- stderr
asking DNS about _acme-challenge.example.test

"#]],
    );
}

#[test]
fn a_zone_that_does_not_exist_is_told_apart() {
    let lab = Lab::new();
    lab.run("register www.nowhere.test").succeeded();
    same(
        &lab.run("check").transcript(),
        str![[r#"
3
--- stdout
  NAME              DELEGATION    CAA     VALUES
  www.nowhere.test  zone-missing  any CA  1

error: nowhere.test does not exist in DNS (NXDOMAIN) [zone-missing]
   seen: the resolver: www.nowhere.test NS: NXDOMAIN
   seen: the resolver: nowhere.test NS: NXDOMAIN
   hint: check the spelling, and at the registrar that the domain is registered, not expired, and has name servers
--- stderr
asking DNS about _acme-challenge.www.nowhere.test

"#]],
    );
}

#[test]
fn one_server_that_lags_is_named_and_time_will_do() {
    let lab = Lab::new();
    lab.run("register example.test").succeeded();
    lab.sandbox.host.misbehave(1, |manners| manners.lagging = true);
    lab.delegate("example.test");
    same(
        &lab.run("check example.test").transcript(),
        str![[r#"
4
--- stdout
  NAME          DELEGATION        CAA     VALUES
  example.test  servers-disagree  any CA  1

error: _acme-challenge.example.test has its CNAME at some name servers, but not at ns2.example.test [servers-disagree]
   seen: ns1.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: CNAME [ID].auth.acme-dns.test (serial 2)
   seen: ns2.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: NXDOMAIN (serial 1)
   hint: they still have an older version of the zone (see the serials), and fetch the new one by themselves in a while; `certdns check example.test --watch` tells when they have it
--- stderr
asking DNS about _acme-challenge.example.test

"#]],
    );
}

#[test]
fn a_resolver_that_is_down_is_told_apart_from_a_missing_name() {
    let lab = Lab::new().delegated("example.test");
    let run = lab.run_with("check example.test", &[("CERTDNS_RESOLVERS", "127.0.0.1:9")]);
    same(
        &run.transcript(),
        str![[r#"
4
--- stdout
  NAME          DELEGATION     CAA      VALUES
  example.test  resolver-down  unknown  -

error: the resolver 127.0.0.1:9 does not answer [resolver-down]
   hint: name one that does with `--resolver IP` (`CERTDNS_RESOLVERS`)
--- stderr
asking DNS about _acme-challenge.example.test

"#]],
    );
}

#[test]
fn the_resolver_view_believes_the_resolver() {
    let lab = Lab::new().delegated("example.test");
    let run = lab.run_with("check example.test", &[("CERTDNS_DNS_VIEW", "resolver"), ("CERTDNS_NAME_SERVERS", "")]);
    same(
        &run.transcript(),
        str![[r#"
0
--- stdout
  NAME          DELEGATION  CAA     VALUES
  example.test  ok          any CA  -
--- stderr
asking DNS about _acme-challenge.example.test

"#]],
    );
}

#[test]
fn checking_changes_nothing() {
    let lab = Lab::new().delegated("example.test");
    let before = (lab.files(), lab.registration("example.test"));
    lab.run("check").succeeded();
    assert_eq!((lab.files(), lab.registration("example.test")), before);
}

/// What `check` says of example.test when its second server behaves so.
fn with_second_server(change: impl FnOnce(&mut certdns::sandbox::HostManners)) -> String {
    let lab = Lab::new().delegated("example.test");
    lab.sandbox.host.misbehave(1, change);
    lab.run("check example.test").transcript()
}

#[test]
fn a_server_that_is_silent_refuses_fails_or_is_lame_is_a_warning_by_name() {
    let told = [
        with_second_server(|manners| manners.silent = true),
        with_second_server(|manners| manners.refuses = true),
        with_second_server(|manners| manners.servfail = true),
        with_second_server(|manners| manners.lame = true),
    ];
    same(
        &told.concat(),
        str![[r#"
0
--- stdout
  NAME          DELEGATION  CAA     VALUES
  example.test  ok          any CA  1

warning: not every name server answers about _acme-challenge.example.test [server-silent]
   seen: ns2.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: no answer
   hint: a CA may happen to ask just that server; if it stays so, tell your DNS host
--- stderr
asking DNS about _acme-challenge.example.test
0
--- stdout
  NAME          DELEGATION  CAA     VALUES
  example.test  ok          any CA  1

warning: not every name server serves the zone of _acme-challenge.example.test [server-lame]
   seen: ns2.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: REFUSED
   hint: a CA may happen to ask just that server; if it stays so, tell your DNS host
--- stderr
asking DNS about _acme-challenge.example.test
0
--- stdout
  NAME          DELEGATION  CAA     VALUES
  example.test  ok          any CA  1

warning: not every name server can answer about _acme-challenge.example.test [server-fails]
   seen: ns2.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: SERVFAIL
   hint: a CA may happen to ask just that server; if it stays so, tell your DNS host
--- stderr
asking DNS about _acme-challenge.example.test
0
--- stdout
  NAME          DELEGATION  CAA     VALUES
  example.test  ok          any CA  1

warning: not every name server serves the zone of _acme-challenge.example.test [server-lame]
   seen: ns2.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: no authority for this zone
   hint: a CA may happen to ask just that server; if it stays so, tell your DNS host
--- stderr
asking DNS about _acme-challenge.example.test

"#]],
    );
}

#[test]
fn an_answer_that_does_not_fit_is_asked_for_again_over_tcp() {
    let told = with_second_server(|manners| manners.truncates = true);
    assert!(told.starts_with("0\n") && !told.contains("warning:"), "{told}");
}

#[test]
fn no_server_that_answers_is_try_later_with_the_way_around() {
    let lab = Lab::new().delegated("example.test");
    lab.sandbox.host.misbehave(0, |manners| manners.silent = true);
    lab.sandbox.host.misbehave(1, |manners| manners.silent = true);
    same(
        &lab.run("check example.test").transcript(),
        str![[r#"
4
--- stdout
  NAME          DELEGATION      CAA      VALUES
  example.test  servers-silent  unknown  1

error: no name server gives an answer about _acme-challenge.example.test [servers-silent]
   seen: ns1.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: no answer
   seen: ns2.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: no answer
   hint: if this network lets no DNS out but to its own resolver, add `--dns-view resolver`; else try again later
--- stderr
asking DNS about _acme-challenge.example.test

"#]],
    );
}

#[test]
fn an_acme_dns_server_whose_dns_is_silent_is_told_apart() {
    let lab = Lab::new().delegated("example.test");
    lab.sandbox.acme_dns.manners(|manners| manners.dns_silent = true);
    same(
        &lab.run("check example.test").transcript(),
        str![[r#"
4
--- stdout
  NAME          DELEGATION      CAA     VALUES
  example.test  service-silent  any CA  -

error: no name server gives an answer about [ID].auth.acme-dns.test [service-silent]
   seen: ns.auth.acme-dns.test (127.0.0.1:[PORT]): [ID].auth.acme-dns.test TXT: no answer
   hint: the acme-dns server's own DNS is not reachable: is it up, and is its zone delegated to it? From a network that lets no DNS out, add `--dns-view resolver`
--- stderr
asking DNS about _acme-challenge.example.test

"#]],
    );
}

#[test]
fn a_chain_of_cnames_stands_and_a_circle_does_not() {
    let lab = Lab::new();
    lab.run("register example.test www.example.test").succeeded();
    let record = lab.sandbox.cname("example.test").unwrap();
    let target = record.rsplit(' ').next().unwrap();
    lab.sandbox.host.add_record("_acme-challenge CNAME elsewhere").unwrap();
    lab.sandbox.host.add_record(&format!("elsewhere CNAME {target}")).unwrap();
    lab.sandbox.host.add_record("_acme-challenge.www CNAME round").unwrap();
    lab.sandbox.host.add_record("round CNAME _acme-challenge.www").unwrap();
    lab.run("check example.test").succeeded();
    same(
        &lab.run("check www.example.test").transcript(),
        str![[r#"
3
--- stdout
  NAME              DELEGATION  CAA     VALUES
  www.example.test  cname-loop  any CA  1

error: _acme-challenge.www.example.test leads to round.example.test, and from there in a circle [cname-loop]
   seen: ns1.example.test (127.0.0.1:[PORT]): _acme-challenge.www.example.test CNAME, TXT: CNAME round.example.test
   seen: ns2.example.test (127.0.0.1:[PORT]): _acme-challenge.www.example.test CNAME, TXT: CNAME round.example.test
   seen: ns1.example.test (127.0.0.1:[PORT]): round.example.test CNAME, TXT: CNAME _acme-challenge.www.example.test
   seen: ns2.example.test (127.0.0.1:[PORT]): round.example.test CNAME, TXT: CNAME _acme-challenge.www.example.test
   hint: change the record at your DNS host to this
         _acme-challenge.www.example.test. CNAME [ID].auth.acme-dns.test.
--- stderr
asking DNS about _acme-challenge.www.example.test

"#]],
    );
}

#[test]
fn a_final_dot_that_is_missing_is_recognised() {
    let lab = Lab::new();
    lab.run("register example.test").succeeded();
    let record = lab.sandbox.cname("example.test").unwrap();
    lab.sandbox.host.add_record(record.trim_end_matches('.')).unwrap();
    same(
        &lab.run("check example.test").transcript(),
        str![[r#"
3
--- stdout
  NAME          DELEGATION         CAA     VALUES
  example.test  cname-without-dot  any CA  1

error: _acme-challenge.example.test leads to [ID].auth.acme-dns.test.example.test: the final dot is missing, so the zone's name was added [cname-without-dot]
   seen: ns1.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: CNAME [ID].auth.acme-dns.test.example.test
   seen: ns2.example.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: CNAME [ID].auth.acme-dns.test.example.test
   hint: change the record at your DNS host to this
         _acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.
--- stderr
asking DNS about _acme-challenge.example.test

"#]],
    );
}

#[test]
fn ns_records_where_a_cname_was_meant_are_told() {
    let lab = Lab::new();
    lab.run("register example.test").succeeded();
    lab.sandbox.host.add_record("_acme-challenge NS ns.auth.acme-dns.test.").unwrap();
    same(
        &lab.run("check example.test").transcript(),
        str![[r#"
3
--- stdout
  NAME          DELEGATION           CAA     VALUES
  example.test  ns-instead-of-cname  any CA  1

error: _acme-challenge.example.test is handed to other name servers by NS records, and those have no CNAME for it: that does not work [ns-instead-of-cname]
   seen: ns.auth.acme-dns.test (127.0.0.1:[PORT]): _acme-challenge.example.test CNAME, TXT: REFUSED
   hint: remove the NS records at this name, then create this record
         _acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.
--- stderr
asking DNS about _acme-challenge.example.test

"#]],
    );
}

#[test]
fn no_question_goes_out_twice_in_one_run() {
    let lab = Lab::new();
    let names: Vec<String> = (1..=30).map(|number| format!("n{number}.example.test")).collect();
    lab.delegate_all(&names);
    let (resolver, host) = (lab.sandbox.resolver.queries().len(), lab.sandbox.host.queries().len());
    lab.run("check").succeeded();
    let twice = |asked: Vec<String>| {
        let mut sorted = asked;
        sorted.sort();
        sorted.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0].clone()).collect::<Vec<_>>()
    };
    assert_eq!(twice(lab.sandbox.resolver.queries().split_off(resolver)), Vec::<String>::new());
    // CNAMEs are asked for by the resolver, too.
    let mut own = lab.sandbox.host.queries().split_off(host);
    own.retain(|query| [" TXT ", " CAA ", " SOA "].iter().any(|kind| query.contains(kind)));
    assert!(own.len() > 60, "{}", own.len());
    assert_eq!(twice(own), Vec::<String>::new());
}
