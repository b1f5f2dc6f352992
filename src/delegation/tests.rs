//! Recorded answers and what they mean.

use super::*;

const CHALLENGE: &str = "_acme-challenge.example.com";
const TARGET: &str = "d420.auth.example.org";

fn name(text: &str) -> DnsName {
    DnsName::parse(text).unwrap()
}

fn delegation() -> Delegation {
    Delegation { challenge: name(CHALLENGE), target: name(TARGET) }
}

fn seen(server: &str, answer: Answer) -> Seen {
    Seen { server: server.to_owned(), address: "192.0.2.1:53".parse().unwrap(), answer }
}

fn cname(target: &str) -> Answer {
    Answer::Records { cname: vec![target.to_owned()], txt: Vec::new() }
}

fn hop(owner: &str, answers: impl IntoIterator<Item = Answer>) -> Hop {
    let servers = answers.into_iter().enumerate().map(|(n, answer)| seen(&format!("ns{}.example.com", n + 1), answer));
    Hop { name: name(owner), zone: Some(name("example.com")), trouble: None, servers: servers.collect() }
}

fn observed(hops: Vec<Hop>) -> Observation {
    let value = Answer::Records { cname: Vec::new(), txt: vec!["x".to_owned()] };
    Observation { delegation: delegation(), hops, broken_off: None, target: Some(hop(TARGET, [value])) }
}

/// Each finding as `severity code exit-code`.
fn findings(observation: &Observation) -> Vec<String> {
    let told = |finding: &Finding| format!("{:?} {} {}", finding.severity, finding.code, finding.kind().exit_code());
    judge(observation).iter().map(told).collect()
}

fn challenge(answers: impl IntoIterator<Item = Answer>) -> Vec<String> {
    findings(&observed(vec![hop(CHALLENGE, answers)]))
}

#[test]
fn a_cname_at_every_server_stands() {
    assert!(challenge([cname(TARGET), cname(TARGET)]).is_empty());
}

#[test]
fn a_missing_cname_prints_the_record() {
    let observation = observed(vec![hop(CHALLENGE, [Answer::NxDomain, Answer::NxDomain])]);
    let finding = &judge(&observation)[0];
    assert_eq!(finding.message, format!("{CHALLENGE} has no CNAME yet (the name does not exist, NXDOMAIN)"));
    assert_eq!(finding.hints[0].lines, [format!("{CHALLENGE}. CNAME {TARGET}.")]);
    assert_eq!(challenge([Answer::NoData]), ["Error cname-missing 3"]);
}

#[test]
fn servers_that_disagree_are_a_matter_of_time() {
    assert_eq!(challenge([cname(TARGET), Answer::NxDomain]), ["Error servers-disagree 4"]);
    let observation = observed(vec![hop(CHALLENGE, [cname(TARGET), Answer::NxDomain])]);
    assert!(judge(&observation)[0].message.ends_with("but not at ns2.example.com"));
}

#[test]
fn a_cname_elsewhere_a_missing_dot_and_several_are_three_things() {
    assert_eq!(challenge([cname("x.elsewhere.net")]), ["Error cname-elsewhere 3"]);
    assert_eq!(challenge([cname("d420.auth.example.org.example.com")]), ["Error cname-without-dot 3"]);
    let two = Answer::Records { cname: vec![TARGET.to_owned(), "other.net".to_owned()], txt: Vec::new() };
    assert_eq!(challenge([two]), ["Error cname-several 3"]);
}

#[test]
fn a_txt_record_beside_or_instead_of_the_cname_is_in_the_way() {
    let txt = vec!["hidden".to_owned()];
    let beside = Answer::Records { cname: vec![TARGET.to_owned()], txt: txt.clone() };
    assert_eq!(challenge([beside.clone()]), ["Error txt-beside-cname 3"]);
    assert_eq!(challenge([Answer::Records { cname: Vec::new(), txt }]), ["Error txt-instead-of-cname 3"]);
    let mut cloudflare = hop(CHALLENGE, [beside]);
    cloudflare.servers[0].server = "ana.ns.cloudflare.com".to_owned();
    assert!(judge(&observed(vec![cloudflare]))[0].hints[0].text.contains("Universal SSL, which the dashboard"));
}

#[test]
fn a_chain_of_cnames_that_ends_at_the_target_stands() {
    let hops = vec![hop(CHALLENGE, [cname("acme.example.net")]), hop("acme.example.net", [cname(TARGET)])];
    assert!(findings(&observed(hops)).is_empty());
    let hops = vec![hop(CHALLENGE, [cname("acme.example.net")]), hop("acme.example.net", [Answer::NxDomain])];
    assert_eq!(findings(&observed(hops)), ["Error cname-elsewhere 3"]);
}

#[test]
fn a_loop_is_told() {
    let hops = vec![hop(CHALLENGE, [cname("a.example.com")]), hop("a.example.com", [cname(CHALLENGE)])];
    let observation = Observation { broken_off: Some(BrokenOff::Loop), ..observed(hops) };
    assert_eq!(findings(&observation), ["Error cname-loop 3"]);
}

#[test]
fn one_silent_server_is_a_warning_and_silence_everywhere_an_error() {
    assert_eq!(challenge([cname(TARGET), Answer::Silent]), ["Warning server-silent 4"]);
    assert_eq!(challenge([Answer::Silent, Answer::Unreachable]), ["Error servers-silent 4"]);
    assert_eq!(challenge([Answer::Failed { code: "REFUSED".to_owned() }]), ["Error servers-fail 4"]);
}

#[test]
fn an_ipv6_address_that_cannot_be_reached_is_no_fault_beside_an_ipv4_one_that_can() {
    let mut both = hop(CHALLENGE, [cname(TARGET), Answer::Unreachable]);
    both.servers[1].server = both.servers[0].server.clone();
    assert!(findings(&observed(vec![both])).is_empty());
}

#[test]
fn trouble_on_the_way_to_the_servers_is_told_apart() {
    let with = |trouble| {
        let hop = Hop { trouble: Some(trouble), zone: None, servers: Vec::new(), name: name(CHALLENGE) };
        findings(&observed(vec![hop]))
    };
    assert_eq!(with(Trouble::NoZone), ["Error zone-missing 3"]);
    assert_eq!(with(Trouble::ResolverDown { resolvers: Vec::new() }), ["Error resolver-down 4"]);
    assert_eq!(with(Trouble::ResolverFails { said: "SERVFAIL".to_owned() }), ["Error resolver-fails 4"]);
    assert_eq!(with(Trouble::NoAddresses { servers: Vec::new() }), ["Error servers-without-address 3"]);
}

#[test]
fn a_target_without_values_is_a_note_and_a_silent_service_an_error() {
    let with = |answer| {
        let target = Some(hop(TARGET, [answer]));
        findings(&Observation { target, ..observed(vec![hop(CHALLENGE, [cname(TARGET)])]) })
    };
    assert_eq!(with(Answer::NxDomain), ["Note target-empty 3"]);
    assert_eq!(with(Answer::Silent), ["Error service-silent 4"]);
}

#[test]
fn name_servers_instead_of_a_cname_are_told() {
    let mut handed = hop(CHALLENGE, [Answer::Failed { code: "REFUSED".to_owned() }]);
    handed.zone = Some(name(CHALLENGE));
    assert_eq!(findings(&observed(vec![handed.clone()])), ["Error ns-instead-of-cname 3"]);
    handed.servers[0].answer = cname(TARGET);
    assert!(findings(&observed(vec![handed])).is_empty());
}
