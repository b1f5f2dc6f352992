//! Records and what they permit.

use super::*;

const ACCOUNT: &str = "https://ca.example/acct/7";

fn name(text: &str) -> DnsName {
    DnsName::parse(text).unwrap()
}

fn record(text: &str) -> Record {
    let (flags, rest) = text.split_once(' ').unwrap();
    let (tag, value) = rest.split_once(' ').unwrap();
    Record { critical: flags == "128", tag: tag.to_owned(), value: value.to_owned() }
}

/// The verdict on a name or its wildcard, as one line.
fn told(records: &[&str], wildcard: bool) -> String {
    let records: Vec<Record> = records.iter().map(|text| record(text)).collect();
    let climb = Climb { asked: vec![name("example.com")], found: Found::Records { at: name("example.com"), records } };
    let (identities, account) = (["ca.example".to_owned(), "ca2.example".to_owned()], Url::parse(ACCOUNT).unwrap());
    match judge(&climb, wildcard, Applicant { identities: &identities, account: Some(&account) }) {
        Verdict::Permitted { restriction } => format!("{restriction:?}"),
        Verdict::Forbidden { record, reason, .. } => format!("{reason:?} {}", record.unwrap_or_default()),
        Verdict::Unknown { said, .. } => said,
    }
}

#[test]
fn an_account_is_pinned_for_names_and_for_wildcards() {
    let account = Url::parse(ACCOUNT).unwrap();
    let records = pinning_records(&["ca.example".to_owned(), "ca.test".to_owned()], &account);
    let value = r#""ca.example; accounturi=https://ca.example/acct/7; validationmethods=dns-01""#;
    assert_eq!(records, [format!("@ CAA 0 issue {value}"), format!("@ CAA 0 issuewild {value}")]);
}

#[test]
fn a_ca_that_names_no_identity_cannot_be_pinned() {
    assert!(pinning_records(&[], &Url::parse(ACCOUNT).unwrap()).is_empty());
}

#[test]
fn the_records_that_pin_lock_names_and_wildcards_to_the_account() {
    let pinned = format!("0 issue ca.example; accounturi={ACCOUNT}; validationmethods=dns-01");
    let wild = pinned.replace("issue", "issuewild");
    assert_eq!(told(&[&pinned, &wild], false), "Locked");
    assert_eq!(told(&[&pinned, &wild], true), "Locked");
    assert_eq!(told(&[&pinned], true), "Locked");
}

#[test]
fn issuewild_governs_wildcards_where_it_is_present_and_nothing_else() {
    assert_eq!(told(&["0 issue ca.example", "0 issuewild ;"], false), "CaOnly");
    assert_eq!(told(&["0 issue ca.example", "0 issuewild ;"], true), "Nobody 0 issuewild \";\"");
    assert_eq!(told(&["0 issue ;", "0 issuewild ca.example"], true), "CaOnly");
    assert_eq!(told(&["0 issuewild ca.example"], false), "Unrestricted");
    assert_eq!(told(&["0 iodef mailto:a@example.com"], false), "Unrestricted");
}

#[test]
fn the_nearest_miss_is_the_one_that_is_told() {
    assert_eq!(told(&["0 issue other.example"], false), "OtherCa 0 issue \"other.example\"");
    let other = "0 issue ca.example; accounturi=https://ca.example/acct/8";
    assert_eq!(
        told(&["0 issue other.example", other], false),
        "OtherAccount 0 issue \"ca.example; accounturi=https://ca.example/acct/8\""
    );
    let http = format!("0 issue ca.example; validationmethods=http-01; accounturi={ACCOUNT}");
    assert!(told(&[other, &http], false).starts_with("OtherMethod "));
}

#[test]
fn any_record_that_permits_is_enough_and_says_how_narrow_it_is() {
    assert_eq!(told(&["0 issue other.example", "0 issue CA.EXAMPLE"], false), "SomeCas");
    assert_eq!(told(&["0 issue ;", "0 issue ca2.example"], false), "CaOnly");
    let (mine, other) =
        (format!("0 issue ca.example; AccountURI={ACCOUNT}"), "0 issue ca.example; accounturi=https://x/1");
    assert_eq!(told(&[&mine], false), "Locked");
    assert_eq!(told(&[&mine, other], false), "CaOnly");
}

#[test]
fn critical_properties_that_nobody_knows_forbid_and_others_do_not() {
    assert_eq!(told(&["128 future x", "0 issue ca.example"], false), "UnknownCritical 128 future \"x\"");
    assert_eq!(told(&["0 future x", "128 issue ca.example"], false), "CaOnly");
}

#[test]
fn white_space_stands_where_the_grammar_allows_it() {
    for value in ["ca.example", " ca.example ", "ca.example;", "ca.example ; a=b ; validationmethods = http-01,dns-01 "]
    {
        assert_eq!(told(&[&format!("0 issue {value}")], false), "CaOnly", "{value:?}");
    }
}

#[test]
fn a_malformed_value_permits_nobody() {
    let values = [
        "ca.example validationmethods=dns-01",
        "ca_example",
        "-ca.example",
        "ca..example",
        "ca.example; x",
        "ca.example; a b=c",
        "ca.example;;",
        "%",
        "ca.example; a=b;",
    ];
    for value in values {
        assert!(told(&[&format!("0 issue {value}")], false).starts_with("Nobody "), "{value:?}");
    }
    let twice = format!("0 issue ca.example; accounturi={ACCOUNT}; accounturi={ACCOUNT}");
    assert!(told(&[&twice], false).starts_with("OtherAccount "));
}

#[test]
fn nothing_on_the_way_restricts_nobody_and_a_failure_is_no_permission() {
    let applicant = Applicant { identities: &[], account: None };
    let climb = |found| Climb { asked: vec![name("example.com")], found };
    assert_eq!(
        judge(&climb(Found::Nothing), true, applicant),
        Verdict::Permitted { restriction: Restriction::Unrestricted }
    );
    let failed = Found::Failed { at: name("example.com"), said: "SERVFAIL".to_owned() };
    assert!(matches!(judge(&climb(failed), false, applicant), Verdict::Unknown { .. }));
}
