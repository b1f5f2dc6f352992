//! Recorded answers and what they mean.

use super::*;

const CHALLENGE: &str = "_acme-challenge.example.com";
const TARGET: &str = "d420.auth.example.org";
const SERVICE: &str = "auth.example.org";

fn name(text: &str) -> DnsName {
    DnsName::parse(text).unwrap()
}

fn delegation() -> Delegation {
    Delegation { challenge: name(CHALLENGE), target: name(TARGET) }
}

fn cname(target: &str) -> Answer {
    Answer::Records { cname: vec![target.to_owned()], txt: Vec::new() }
}

fn txt(values: &[&str]) -> Answer {
    Answer::Records { cname: Vec::new(), txt: values.iter().map(|value| (*value).to_owned()).collect() }
}

fn refused() -> Answer {
    Answer::Failed { code: "REFUSED".to_owned() }
}

fn servfail() -> Answer {
    Answer::Failed { code: "SERVFAIL".to_owned() }
}

fn hop(owner: &str, answers: impl IntoIterator<Item = Answer>) -> Hop {
    let seen = |(n, answer)| Seen::new(format!("ns{}.example.com", n + 1), &"192.0.2.1:53", answer);
    let servers = answers.into_iter().enumerate().map(seen).collect();
    Hop { zone: Some(name("example.com")), ..Hop::new(&name(owner), "CNAME, TXT", servers) }
}

fn observed(hops: Vec<Hop>) -> Observation {
    let target = Some(hop(TARGET, [txt(&["x"])]));
    let (surroundings, perspectives) = (Surroundings::default(), Vec::new());
    Observation { delegation: delegation(), hops, broken_off: None, target, surroundings, perspectives }
}

fn right() -> Observation {
    observed(vec![hop(CHALLENGE, [cname(TARGET), cname(TARGET)])])
}

fn held(challenge: &str, server: &str, target: &str) -> Held {
    Held { challenge: name(challenge), server: server.to_owned(), target: name(target), published: true }
}

fn holdings() -> Holdings {
    Holdings { configured: Some(SERVICE.to_owned()), held: vec![held(CHALLENGE, SERVICE, TARGET)] }
}

/// Each finding as `severity code exit-code`.
fn findings(observation: &Observation) -> Vec<String> {
    with_holdings(observation, &holdings())
}

fn with_holdings(observation: &Observation, holdings: &Holdings) -> Vec<String> {
    let told = |finding: &Finding| format!("{:?} {} {}", finding.severity, finding.code, finding.kind().exit_code());
    judge(observation, holdings).iter().map(told).collect()
}

fn first(observation: &Observation) -> Finding {
    judge(observation, &holdings()).remove(0)
}

fn challenge(answers: impl IntoIterator<Item = Answer>) -> Vec<String> {
    findings(&observed(vec![hop(CHALLENGE, answers)]))
}

#[test]
fn a_cname_at_every_server_stands() {
    assert!(findings(&right()).is_empty());
}

#[test]
fn a_missing_cname_prints_the_record_and_who_said_so() {
    let finding = first(&observed(vec![hop(CHALLENGE, [Answer::NxDomain])]));
    assert_eq!(finding.message, format!("{CHALLENGE} has no CNAME yet (the name does not exist, NXDOMAIN)"));
    assert_eq!(finding.hints[0].lines, [format!("{CHALLENGE}. CNAME {TARGET}.")]);
    let seen = format!("ns1.example.com (192.0.2.1:53): {CHALLENGE} CNAME, TXT: NXDOMAIN");
    assert_eq!(finding.evidence[0].to_string(), seen);
    assert_eq!(challenge([Answer::NoData]), ["Error cname-missing 3"]);
}

#[test]
fn a_cname_of_the_domain_above_alone_is_not_enough() {
    let above = Some(hop("_acme-challenge.com", [cname("x.auth.example.org")]));
    let observation = observed(vec![hop(CHALLENGE, [Answer::NxDomain])]);
    let surroundings = Surroundings { above, ..Surroundings::default() };
    assert_eq!(findings(&Observation { surroundings, ..observation }), ["Error cname-only-above 3"]);
}

#[test]
fn servers_that_disagree_are_a_matter_of_time_and_the_serials_say_how_much() {
    assert_eq!(challenge([cname(TARGET), Answer::NxDomain]), ["Error servers-disagree 4"]);
    let hint = |serials: [Option<u32>; 2]| {
        let mut hop = hop(CHALLENGE, [cname(TARGET), Answer::NxDomain]);
        hop.servers.iter_mut().zip(serials).for_each(|(seen, serial)| seen.serial = serial);
        let finding = first(&observed(vec![hop]));
        assert!(finding.message.ends_with("but not at ns2.example.com"));
        finding.hints[0].text.clone()
    };
    assert!(hint([None, None]).starts_with("changes take a while"));
    assert!(hint([Some(8), Some(7)]).starts_with("they still have an older version"));
    // RFC 1982: serials go round.
    assert!(hint([Some(1), Some(u32::MAX)]).starts_with("they still have an older version"));
    assert!(hint([Some(8), Some(8)]).starts_with("the serials are equal"));
}

#[test]
fn a_cname_elsewhere_a_missing_dot_and_several_are_three_things() {
    assert_eq!(challenge([cname("x.elsewhere.net")]), ["Error cname-elsewhere 3"]);
    assert_eq!(challenge([cname("d420.auth.example.org.example.com")]), ["Error cname-without-dot 3"]);
    let two = Answer::Records { cname: vec![TARGET.to_owned(), "other.net".to_owned()], txt: Vec::new() };
    assert_eq!(challenge([two]), ["Error cname-several 3"]);
}

#[test]
fn a_cname_to_a_registration_of_ours_or_a_known_service_is_told_as_such() {
    let leads_to = |target: &str, others: Vec<Held>| {
        let mut holdings = holdings();
        holdings.held.extend(others);
        judge(&observed(vec![hop(CHALLENGE, [cname(target)])]), &holdings).remove(0)
    };
    let old = leads_to("old.auth.old.org", vec![held(CHALLENGE, "auth.old.org", "old.auth.old.org")]);
    assert_eq!(old.code, "cname-to-other-registration");
    assert!(old.message.contains("which is its registration at auth.old.org, instead of"), "{}", old.message);
    let other = leads_to("w.auth.example.org", vec![held("_acme-challenge.w.net", SERVICE, "w.auth.example.org")]);
    assert!(other.message.contains("another name's registration (_acme-challenge.w.net) at"), "{}", other.message);
    let certify = leads_to("x.auth.certifytheweb.com", Vec::new());
    assert!(certify.message.contains("which is a registration at Certify DNS, instead of"), "{}", certify.message);
}

#[test]
fn a_txt_record_beside_or_instead_of_the_cname_is_in_the_way() {
    let beside = Answer::Records { cname: vec![TARGET.to_owned()], txt: vec!["hidden".to_owned()] };
    assert_eq!(challenge([beside.clone()]), ["Error txt-beside-cname 3"]);
    assert_eq!(challenge([txt(&["hidden"])]), ["Error txt-instead-of-cname 3"]);
    let stale = first(&observed(vec![hop(CHALLENGE, [txt(&[&"v".repeat(43)])])]));
    assert!(stale.message.ends_with("(it looks like what an ACME client left behind)"), "{}", stale.message);
    let mut cloudflare = hop(CHALLENGE, [beside]);
    cloudflare.servers[0].server = "ana.ns.cloudflare.com".to_owned();
    let finding = first(&observed(vec![cloudflare]));
    assert_eq!(finding.code, "cloudflare-hidden-txt");
    assert!(finding.hints[0].text.contains("disable Universal SSL"), "{:?}", finding.hints);
}

#[test]
fn a_host_that_follows_the_cname_by_itself_is_fine() {
    let beside = Answer::Records { cname: vec![TARGET.to_owned()], txt: vec!["x".to_owned()] };
    assert_eq!(challenge([beside]), ["Note cname-flattened 3"]);
}

#[test]
fn addresses_instead_of_a_cname_are_a_proxied_one_at_cloudflare() {
    let mut observation = observed(vec![hop(CHALLENGE, [Answer::NoData])]);
    observation.surroundings.addresses = vec!["192.0.2.7".parse().unwrap()];
    assert_eq!(findings(&observation), ["Error addresses-instead-of-cname 3"]);
    observation.hops[0].servers[0].server = "ana.ns.cloudflare.com".to_owned();
    assert_eq!(findings(&observation), ["Error cname-proxied 3"]);
}

#[test]
fn a_wildcard_record_that_answers_is_told_apart_from_a_record_of_the_name() {
    let with = |challenge: Answer, unmade: Answer| {
        let mut observation = observed(vec![hop(CHALLENGE, [challenge])]);
        observation.surroundings.wildcard = Some(hop("_certdns-wildcard-test.example.com", [unmade]));
        findings(&observation)
    };
    assert_eq!(with(cname("www.host.net"), cname("www.host.net")), ["Error wildcard-answers 3"]);
    assert_eq!(with(txt(&["v=spf1 -all"]), txt(&["v=spf1 -all"])), ["Error wildcard-answers 3"]);
    assert_eq!(with(Answer::NoData, Answer::NoData), ["Error wildcard-answers 3"]);
    assert_eq!(with(cname("a.net"), Answer::NxDomain), ["Error cname-elsewhere 3"]);
    assert_eq!(with(Answer::NoData, Answer::NxDomain), ["Error cname-missing 3"]);
}

#[test]
fn a_chain_of_cnames_that_ends_at_the_target_stands() {
    let hops = vec![hop(CHALLENGE, [cname("acme.example.net")]), hop("acme.example.net", [cname(TARGET)])];
    assert_eq!(findings(&observed(hops)), ["Note cname-chain 3"]);
    let hops = vec![hop(CHALLENGE, [cname("acme.example.net")]), hop("acme.example.net", [Answer::NxDomain])];
    assert_eq!(findings(&observed(hops)), ["Error cname-elsewhere 3"]);
}

#[test]
fn trouble_in_the_middle_of_a_chain_is_not_taken_for_a_wrong_record() {
    let through = |middle: Hop| findings(&observed(vec![hop(CHALLENGE, [cname("acme.example.net")]), middle]));
    let silent = through(hop("acme.example.net", [Answer::Silent]));
    assert_eq!(silent, ["Error cname-elsewhere 4", "Error servers-silent 4"]);
    let behind = hop("acme.example.net", [cname(TARGET), Answer::NxDomain]);
    assert_eq!(through(behind), ["Error cname-elsewhere 4", "Error servers-disagree 4"]);
    let bogus = Hop { bogus: true, ..hop("acme.example.net", [cname(TARGET)]) };
    assert_eq!(through(bogus), ["Error dnssec-bogus 3", "Note cname-chain 3"]);
}

#[test]
fn a_chain_through_many_servers_is_judged_in_no_time() {
    let many = |owner: &str, next: &str| hop(owner, std::iter::repeat_n(cname(next), 64));
    let names: Vec<String> = (1..8).map(|number| format!("c{number}.example.net")).collect();
    let owners = std::iter::once(CHALLENGE).chain(names.iter().map(String::as_str));
    let hops = owners.zip(names.iter().map(String::as_str).chain([TARGET])).map(|(owner, next)| many(owner, next));
    assert_eq!(findings(&observed(hops.collect())), ["Note cname-chain 3"]);
}

#[test]
fn servers_that_do_not_answer_for_txt_are_an_error_where_all_are_so() {
    let mut observation = right();
    observation.hops[0].servers[1].without_txt = Some(servfail());
    assert_eq!(findings(&observation), ["Warning txt-fails 4"]);
    observation.hops[0].servers[0].without_txt = Some(Answer::Silent);
    assert_eq!(findings(&observation), ["Error txt-fails 4"]);
}

#[test]
fn a_loop_and_a_chain_without_end_are_told() {
    let hops = vec![hop(CHALLENGE, [cname("a.example.com")]), hop("a.example.com", [cname(CHALLENGE)])];
    let broken = |broken_off| findings(&Observation { broken_off: Some(broken_off), ..observed(hops.clone()) });
    assert_eq!(broken(BrokenOff::Loop), ["Error cname-loop 3"]);
    assert_eq!(broken(BrokenOff::TooLong), ["Error cname-chain-too-long 3"]);
}

#[test]
fn each_way_of_not_answering_beside_others_is_a_warning_of_its_own() {
    assert_eq!(challenge([cname(TARGET), Answer::Silent]), ["Warning server-silent 4"]);
    assert_eq!(challenge([cname(TARGET), Answer::Lame]), ["Warning server-lame 4"]);
    assert_eq!(challenge([cname(TARGET), refused()]), ["Warning server-lame 4"]);
    assert_eq!(challenge([cname(TARGET), servfail()]), ["Warning server-fails 4"]);
}

#[test]
fn no_answer_anywhere_is_an_error() {
    assert_eq!(challenge([Answer::Silent, Answer::Unreachable]), ["Error servers-silent 4"]);
    assert_eq!(challenge([refused()]), ["Error servers-fail 4"]);
}

#[test]
fn an_ipv6_address_that_cannot_be_reached_is_no_fault_beside_an_ipv4_one_that_can() {
    let mut both = hop(CHALLENGE, [cname(TARGET), Answer::Unreachable]);
    both.servers[1].server = both.servers[0].server.clone();
    assert!(findings(&observed(vec![both])).is_empty());
}

#[test]
fn a_server_without_tcp_is_a_warning_on_either_side() {
    let mut observation = right();
    observation.hops[0].servers[1].tcp = Some(false);
    observation.hops[0].servers[0].tcp = Some(true);
    assert_eq!(findings(&observation), ["Warning tcp-fails 4"]);
    assert_eq!(first(&observation).evidence.len(), 1);
    let mut observation = right();
    observation.target.as_mut().unwrap().servers[0].tcp = Some(false);
    assert_eq!(findings(&observation), ["Warning service-tcp-fails 4"]);
}

#[test]
fn trouble_on_the_way_to_the_servers_is_told_apart() {
    let with = |trouble| {
        let lost = Hop { trouble: Some(trouble), ..Hop::new(&name(CHALLENGE), "CNAME, TXT", Vec::new()) };
        findings(&observed(vec![lost]))
    };
    let denial = |said: &str| vec![Denial { name: name("example.com"), said: said.to_owned() }];
    assert_eq!(with(Trouble::NoZone { denials: denial("NXDOMAIN") }), ["Error zone-missing 3"]);
    assert_eq!(with(Trouble::NoZone { denials: denial("NOERROR") }), ["Error zone-not-delegated 3"]);
    assert_eq!(with(Trouble::ResolverDown { resolvers: Vec::new() }), ["Error resolver-down 4"]);
    assert_eq!(with(Trouble::ResolverFails { said: "SERVFAIL".to_owned() }), ["Error resolver-fails 4"]);
    assert_eq!(with(Trouble::NoAddresses { servers: Vec::new() }), ["Error servers-without-address 3"]);
}

#[test]
fn a_target_without_values_is_a_note_before_and_a_warning_after_one_was_published() {
    let target = Some(hop(TARGET, [Answer::NxDomain]));
    let observation = Observation { target, ..right() };
    assert_eq!(findings(&observation), ["Warning target-gone 3"]);
    let mut holdings = holdings();
    holdings.held[0].published = false;
    assert_eq!(with_holdings(&observation, &holdings), ["Note target-empty 3"]);
}

#[test]
fn a_service_that_cannot_be_asked_is_told_apart_from_the_users_own_host() {
    let with = |answers: Vec<Answer>| findings(&Observation { target: Some(hop(TARGET, answers)), ..right() });
    assert_eq!(with(vec![Answer::Silent]), ["Error service-silent 4"]);
    assert_eq!(with(vec![refused()]), ["Error service-fails 4"]);
    assert_eq!(with(vec![txt(&["x"]), Answer::Silent]), ["Warning service-server-silent 4"]);
    assert_eq!(with(vec![txt(&["x"]), Answer::Lame]), ["Warning service-server-lame 4"]);
    assert_eq!(with(vec![txt(&["x"]), servfail()]), ["Warning service-server-fails 4"]);
    let trouble = Some(Trouble::NoZone { denials: Vec::new() });
    let target = Some(Hop { trouble, ..Hop::new(&name(TARGET), "TXT", Vec::new()) });
    assert_eq!(findings(&Observation { target, ..right() }), ["Error service-zone-missing 4"]);
}

#[test]
fn name_servers_instead_of_a_cname_work_or_do_not() {
    let mut handed = hop(CHALLENGE, [refused()]);
    handed.zone = Some(name(CHALLENGE));
    assert_eq!(findings(&observed(vec![handed.clone()])), ["Error ns-instead-of-cname 3"]);
    handed.servers[0].answer = cname(TARGET);
    assert_eq!(findings(&observed(vec![handed])), ["Note ns-with-cname 3"]);
}

fn perspective(named: bool, answer: Answer, unvalidated: Option<Answer>) -> Perspective {
    Perspective { named, seen: Seen::new("", &"192.0.2.53:53", answer), unvalidated }
}

fn seen_from(perspectives: Vec<Perspective>) -> Vec<String> {
    findings(&Observation { perspectives, ..right() })
}

#[test]
fn what_answers_only_without_validation_has_broken_dnssec() {
    let bogus = || perspective(false, servfail(), Some(cname(TARGET)));
    assert_eq!(seen_from(vec![bogus()]), ["Error dnssec-bogus 3"]);
    let mut observation = Observation { perspectives: vec![bogus()], ..right() };
    observation.hops[0].bogus = true;
    assert_eq!(findings(&observation), ["Error dnssec-bogus 3"]);
    let mut observation = right();
    observation.target.as_mut().unwrap().bogus = true;
    assert_eq!(findings(&observation), ["Error service-dnssec-bogus 4"]);
}

#[test]
fn a_resolver_that_fails_either_way_is_a_warning() {
    assert_eq!(seen_from(vec![perspective(false, servfail(), Some(servfail()))]), ["Warning perspective-fails 4"]);
    assert_eq!(seen_from(vec![perspective(true, Answer::Silent, None)]), ["Warning perspective-fails 4"]);
}

#[test]
fn perspectives_may_differ_as_far_as_a_cas_own_may() {
    let from = |same: usize, other: usize| {
        let agrees = (0..same).map(|_| perspective(true, cname(TARGET), None));
        let differs = (0..other).map(|_| perspective(true, Answer::NxDomain, None));
        seen_from(agrees.chain(differs).collect())
    };
    assert!(from(3, 0).is_empty());
    assert_eq!(from(0, 1), ["Error perspective-differs 4"]);
    assert_eq!(from(1, 1), ["Warning perspective-differs 4"]);
    assert_eq!(from(1, 2), ["Error perspective-differs 4"]);
    assert_eq!(from(4, 2), ["Warning perspective-differs 4"]);
    let refusing = |count: usize| {
        let refuses = (0..count).map(|_| perspective(true, servfail(), Some(servfail())));
        seen_from(std::iter::once(perspective(true, cname(TARGET), None)).chain(refuses).collect())
    };
    assert_eq!(refusing(1), ["Warning perspective-differs 4"]);
    assert_eq!(refusing(2), ["Error perspective-differs 4"]);
    // Our own resolver remembers old answers, too; no CA asks for its opinion.
    assert_eq!(seen_from(vec![perspective(false, Answer::NxDomain, None)]), ["Note resolver-differs 4"]);
}

#[test]
fn registrations_at_several_servers_or_another_one_than_configured_are_notes() {
    let mut elsewhere = holdings();
    elsewhere.configured = Some("new.example.net".to_owned());
    assert_eq!(with_holdings(&right(), &elsewhere), ["Note registration-elsewhere 3"]);
    let mut twice = holdings();
    twice.held.push(held(CHALLENGE, "auth.old.org", "old.auth.old.org"));
    assert_eq!(with_holdings(&right(), &twice), ["Note registration-duplicate 3"]);
}

#[test]
fn on_the_way_between_two_registrations_each_of_them_is_right() {
    let old = "old.auth.old.org";
    let mut both = holdings();
    both.held.push(held(CHALLENGE, "auth.old.org", old));
    let told = |answers: [Answer; 2]| {
        let observation = observed(vec![hop(CHALLENGE, answers)]);
        let findings = judge_among(&observation, &both, &[name(old)]);
        findings.iter().map(|finding| finding.code).collect::<Vec<_>>()
    };
    assert_eq!(told([cname(TARGET), cname(TARGET)]), ["registration-duplicate"]);
    assert_eq!(told([cname(old), cname(old)]), ["registration-duplicate"]);
    assert_eq!(told([cname(TARGET), cname(old)]), ["cname-changing", "registration-duplicate"]);
    assert_eq!(told([cname(TARGET), cname("x.org")])[0], "servers-disagree");
    assert_eq!(told([cname("x.org"), cname("x.org")])[0], "cname-elsewhere");
    let seen = Seen::new("", &"192.0.2.53:53", cname(old));
    let remembering = Perspective { named: true, seen, unvalidated: None };
    let observation = Observation { perspectives: vec![remembering], ..right() };
    assert!(stands(&judge_among(&observation, &both, &[name(old)])));
    assert!(!stands(&judge(&observation, &both)));
}
