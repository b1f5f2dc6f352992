//! What an authoritative server answers (RFC 1034 section 4.3.2): pure, from a zone in memory.

use hickory_proto::op::ResponseCode;
use hickory_proto::rr::{Name, RData, Record, RecordType};

use super::zone::{Zone, of_type};
use crate::serve::listen::Answer;

/// How many CNAME records are followed inside the zone.
const MAX_LINKS: usize = 8;

/// The answer of a server of the zone, as by RFC 1034 section 4.3.2, with two of the habits of DNS hosts:
/// other records beside a CNAME are served where the zone file has them, and ANY gets one record set
/// (RFC 8482 section 4.1).
pub fn answer(zone: &Zone, name: &Name, record_type: RecordType) -> Answer {
    let transfer = matches!(record_type, RecordType::AXFR | RecordType::IXFR);
    if transfer || !zone.contains(name) {
        return Answer::empty(ResponseCode::Refused);
    }
    let mut answer = Answer { authoritative: true, ..Answer::empty(ResponseCode::NoError) };
    let mut asked = name.clone();
    while let Some(target) = add_step(&mut answer, zone, &asked, record_type) {
        if answer.answers.len() > MAX_LINKS || !zone.contains(&target) {
            break;
        }
        asked = target;
    }
    answer
}

/// Adds what the zone has for one name; gives the name to look at next after a CNAME record.
fn add_step(answer: &mut Answer, zone: &Zone, name: &Name, record_type: RecordType) -> Option<Name> {
    if let Some(delegation) = zone.delegation(name, record_type) {
        refer(answer, zone, delegation);
        return None;
    }
    let Some(records) = zone.records(name).or_else(|| zone.wildcard(name)) else {
        deny(answer, zone, ResponseCode::NXDomain);
        return None;
    };
    let found = matching(records, record_type);
    let alias = if found.is_empty() { of_type(records, RecordType::CNAME) } else { Vec::new() };
    if found.is_empty() && alias.is_empty() {
        deny(answer, zone, ResponseCode::NoError);
    }
    let target = alias.first().and_then(target).cloned();
    answer.answers.extend(found.into_iter().chain(alias).map(|record| owned_by(name, record)));
    target
}

fn matching(records: &[Record], record_type: RecordType) -> Vec<Record> {
    match (record_type, records.first()) {
        (RecordType::ANY, Some(first)) => of_type(records, first.record_type()),
        _ => of_type(records, record_type),
    }
}

/// Wildcards answer under the name asked for, and every name comes back in the case it was asked in.
fn owned_by(name: &Name, mut record: Record) -> Record {
    record.name.clone_from(name);
    record
}

/// Where a CNAME record leads; `None` for other records.
pub fn target(record: &Record) -> Option<&Name> {
    match &record.data {
        RData::CNAME(target) => Some(&target.0),
        _ => None,
    }
}

/// RFC 2308 section 2: the SOA record says how long the denial may be believed.
fn deny(answer: &mut Answer, zone: &Zone, code: ResponseCode) {
    answer.code = code;
    answer.authorities.extend(zone.soa());
}

/// Authority is not kept over what is delegated, but a CNAME on the way there stays authoritative.
fn refer(answer: &mut Answer, zone: &Zone, delegation: Vec<Record>) {
    answer.authoritative = !answer.answers.is_empty();
    for server in &delegation {
        let RData::NS(name) = &server.data else { continue };
        let glue = zone.records(&name.0).unwrap_or_default();
        answer.additionals.extend(glue.iter().filter(|record| record.record_type().is_ip_addr()).cloned());
    }
    answer.authorities.extend(delegation);
}

#[cfg(test)]
mod tests {
    use super::*;

    const ZONE: &str = "\
$ORIGIN example.test.
$TTL 60
@      SOA ns1 hostmaster 1 3600 600 86400 30
@      NS  ns1
ns1    A   127.0.0.1
www    A   192.0.2.1
www    A   192.0.2.2
*      A   192.0.2.9
*      MX  10 mail
_acme-challenge       CNAME 1234.auth.acme-dns.test.
_acme-challenge.both  CNAME 5678.auth.acme-dns.test.
_acme-challenge.both  TXT   \"hidden\"
alias  CNAME other
other  CNAME www
broken CNAME missing.deep
loop   CNAME pool
pool   CNAME loop
a.b.deep  TXT \"x\"
sub    NS  ns.sub
sub    NS  ns.elsewhere.test.
ns.sub A   127.0.0.2
into   CNAME www.sub
";

    fn name(text: &str) -> Name {
        Name::from_ascii(text).unwrap()
    }

    fn ask(asked: &str, record_type: RecordType) -> Answer {
        let zone = Zone::parse(&name("example.test."), ZONE).unwrap();
        answer(&zone, &name(asked), record_type)
    }

    /// `AA NoError; the answers; then the authorities`, short enough to compare.
    fn said(asked: &str, record_type: RecordType) -> String {
        let Answer { code, authoritative, answers, authorities, .. } = ask(asked, record_type);
        let authoritative = if authoritative { "AA " } else { "" };
        format!("{authoritative}{code:?}; {}; {}", listed(&answers), listed(&authorities))
    }

    fn listed(records: &[Record]) -> String {
        let short = |record: &Record| format!("{} {} {}", record.name, record.record_type(), record.data);
        records.iter().map(short).collect::<Vec<_>>().join(", ")
    }

    const SOA: &str = "example.test. SOA ns1.example.test. hostmaster.example.test. 1 3600 600 86400 30";

    #[test]
    fn the_records_of_a_name_are_answered_in_the_case_of_the_question() {
        assert_eq!(
            said("WWW.example.test.", RecordType::A),
            "AA NoError; WWW.example.test. A 192.0.2.1, WWW.example.test. A 192.0.2.2; "
        );
    }

    #[test]
    fn a_cname_is_the_answer_to_every_other_type_even_when_it_leads_out_of_the_zone() {
        let cname = "AA NoError; _acme-challenge.example.test. CNAME 1234.auth.acme-dns.test.; ";
        assert_eq!(said("_acme-challenge.example.test.", RecordType::TXT), cname);
        assert_eq!(said("_acme-challenge.example.test.", RecordType::CNAME), cname);
        assert_eq!(said("_acme-challenge.example.test.", RecordType::CAA), cname);
    }

    #[test]
    fn a_txt_record_beside_a_cname_hides_it_from_txt_questions_only() {
        let both = "_acme-challenge.both.example.test.";
        assert_eq!(said(both, RecordType::TXT), format!("AA NoError; {both} TXT hidden; "));
        assert_eq!(said(both, RecordType::CNAME), format!("AA NoError; {both} CNAME 5678.auth.acme-dns.test.; "));
    }

    #[test]
    fn a_chain_of_cnames_is_followed_inside_the_zone() {
        assert_eq!(
            said("alias.example.test.", RecordType::A),
            "AA NoError; alias.example.test. CNAME other.example.test., other.example.test. CNAME www.example.test., \
             www.example.test. A 192.0.2.1, www.example.test. A 192.0.2.2; "
        );
    }

    #[test]
    fn a_chain_that_ends_in_nothing_is_denied_after_the_chain() {
        assert_eq!(
            said("broken.example.test.", RecordType::A),
            format!("AA NXDomain; broken.example.test. CNAME missing.deep.example.test.; {SOA}")
        );
    }

    #[test]
    fn a_loop_of_cnames_comes_to_an_end() {
        let answer = ask("loop.example.test.", RecordType::A);
        assert_eq!((answer.code, answer.answers.len()), (ResponseCode::NoError, MAX_LINKS + 1));
    }

    #[test]
    fn a_wildcard_stands_for_names_that_do_not_exist() {
        assert_eq!(said("any.thing.example.test.", RecordType::A), "AA NoError; any.thing.example.test. A 192.0.2.9; ");
        assert_eq!(said("thing.example.test.", RecordType::TXT), format!("AA NoError; ; {SOA}"));
    }

    #[test]
    fn a_wildcard_does_not_reach_below_a_name_that_exists() {
        assert_eq!(said("x.www.example.test.", RecordType::A), format!("AA NXDomain; ; {SOA}"));
        assert_eq!(said("x.b.deep.example.test.", RecordType::A), format!("AA NXDomain; ; {SOA}"));
    }

    #[test]
    fn a_wildcard_can_be_asked_for_itself() {
        assert_eq!(said("*.example.test.", RecordType::A), "AA NoError; *.example.test. A 192.0.2.9; ");
    }

    #[test]
    fn a_name_with_only_names_below_it_exists() {
        assert_eq!(said("deep.example.test.", RecordType::A), format!("AA NoError; ; {SOA}"));
    }

    #[test]
    fn a_denial_carries_the_soa_with_the_time_it_may_be_believed() {
        let answer = ask("www.example.test.", RecordType::TXT);
        assert_eq!((answer.code, answer.authorities[0].ttl), (ResponseCode::NoError, 30));
    }

    #[test]
    fn what_is_delegated_is_referred_to_its_servers_with_their_addresses() {
        let servers = "sub.example.test. NS ns.sub.example.test., sub.example.test. NS ns.elsewhere.test.";
        assert_eq!(said("www.sub.example.test.", RecordType::A), format!("NoError; ; {servers}"));
        assert_eq!(said("sub.example.test.", RecordType::NS), format!("NoError; ; {servers}"));
        let glue = ask("sub.example.test.", RecordType::NS).additionals;
        assert_eq!(listed(&glue), "ns.sub.example.test. A 127.0.0.2");
    }

    #[test]
    fn ds_records_of_a_delegated_zone_are_denied_by_the_zone_above() {
        assert_eq!(said("sub.example.test.", RecordType::DS), format!("AA NoError; ; {SOA}"));
    }

    #[test]
    fn a_cname_into_a_delegated_zone_is_answered_with_the_referral() {
        let answer = ask("into.example.test.", RecordType::A);
        assert!(answer.authoritative);
        assert_eq!(listed(&answer.answers), "into.example.test. CNAME www.sub.example.test.");
        assert_eq!(answer.authorities.len(), 2);
    }

    #[test]
    fn names_outside_the_zone_and_transfers_are_refused() {
        assert_eq!(said("example.com.", RecordType::A), "Refused; ; ");
        assert_eq!(said("notexample.test.", RecordType::A), "Refused; ; ");
        assert_eq!(said("example.test.", RecordType::AXFR), "Refused; ; ");
    }

    #[test]
    fn any_is_answered_with_one_record_set() {
        let answer = ask("example.test.", RecordType::ANY);
        assert_eq!(answer.answers.len(), 1);
    }
}
