//! Records and what they permit.

mod planning;

use super::*;

const ACCOUNT: &str = "https://ca.example/acct/7";

fn name(text: &str) -> DnsName {
    DnsName::parse(text).unwrap()
}

fn record(text: &str) -> Record {
    let mut words = text.splitn(3, ' ');
    let (flags, tag, value) = (words.next().unwrap(), words.next().unwrap(), words.next().unwrap_or_default());
    Record::new(flags.parse().unwrap(), tag, value.as_bytes())
}

fn records(texts: &[&str]) -> Vec<Record> {
    texts.iter().map(|text| record(text)).collect()
}

/// What a test says of an account, as the account that asks.
fn asking<T>(test: impl FnOnce(Applicant<'_>) -> T) -> T {
    let (identities, account) = (["ca.example".to_owned(), "ca2.example".to_owned()], Url::parse(ACCOUNT).unwrap());
    test(Applicant { identities: &identities, account: Some(&account) })
}

/// The verdict on a name or its wildcard, as one line.
fn told(texts: &[&str], wildcard: bool) -> String {
    let found = Found::Records { at: name("example.com"), records: records(texts) };
    let climb = Climb::new(vec![name("example.com")], found);
    match asking(|applicant| judge(&climb, wildcard, applicant)) {
        Verdict::Permitted { restriction } => format!("{restriction:?}"),
        Verdict::Forbidden { record, reason, .. } => format!("{reason:?} {}", record.unwrap_or_default()),
        Verdict::Unknown { said, .. } => said,
    }
}

/// The verdict on a name whose one record is an `issue` with this value.
fn issue(value: &str) -> String {
    told(&[&format!("0 issue {value}")], false)
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
    assert_eq!(told(&["0 issuewild other.example"], true), "OtherCa 0 issuewild \"other.example\"");
    assert_eq!(told(&["0 iodef mailto:a@example.com"], false), "Unrestricted");
}

#[test]
fn the_nearest_miss_is_the_one_that_is_told() {
    assert_eq!(issue("other.example"), "OtherCa 0 issue \"other.example\"");
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
    assert_eq!(told(&[other, &mine], false), "CaOnly");
    assert_eq!(told(&[&mine, "0 issue ca.example; validationmethods=http-01"], false), "CaOnly");
    assert_eq!(told(&[&mine, "0 issue ;", "0 issue %"], false), "Locked");
}

#[test]
fn an_account_is_one_of_several_when_one_of_several_records_pins_it() {
    let pins = |accounts: &[u32]| {
        let texts: Vec<String> = accounts
            .iter()
            .map(|account| format!("0 issue ca.example; accounturi=https://ca.example/acct/{account}"))
            .collect();
        told(&texts.iter().map(String::as_str).collect::<Vec<_>>(), false)
    };
    assert_eq!(pins(&[5, 6, 7]), "CaOnly");
    assert!(pins(&[5, 6]).starts_with("OtherAccount "));
}

#[test]
fn only_the_highest_bit_of_the_flags_is_critical() {
    assert_eq!(told(&["128 future x", "0 issue ca.example"], false), "UnknownCritical 128 future \"x\"");
    assert_eq!(told(&["129 future x"], false), "UnknownCritical 129 future \"x\"");
    assert_eq!(told(&["0 future x", "128 issue ca.example"], false), "CaOnly");
    assert_eq!(told(&["2 future x", "126 other y"], false), "Unrestricted");
    assert!(told(&["1 future x"], false).starts_with("UnknownCritical "));
    assert_eq!(told(&["128 IODEF mailto:a@example.com", "128 issuemail ;"], false), "Unrestricted");
    assert_eq!(told(&["1 issue other.example"], false), "OtherCa 1 issue \"other.example\"");
}

#[test]
fn tags_and_issuers_match_whatever_their_case_is() {
    assert_eq!(told(&["0 ISSUE Ca.Example", "0 IssueWild OTHER.example"], false), "CaOnly");
    assert!(told(&["0 ISSUE Ca.Example", "0 IssueWild OTHER.example"], true).starts_with("OtherCa "));
}

#[test]
fn white_space_stands_where_the_grammar_allows_it() {
    for value in [
        "ca.example",
        " ca.example ",
        "ca.example;",
        "ca.example; ",
        "\tca.example\t;\ta=b",
        "ca.example ; a=b ; validationmethods = http-01,dns-01 ",
    ] {
        assert_eq!(issue(value), "CaOnly", "{value:?}");
    }
}

#[test]
fn no_issuer_permits_nobody_whatever_else_is_said() {
    for value in ["", " ", ";", " ; ", "; policy=ev", ";a=b;c=d"] {
        assert_eq!(record(&format!("0 issue {value}")).property(), Property::Nobody, "{value:?}");
        assert!(issue(value).starts_with("Nobody "), "{value:?}");
    }
}

#[test]
fn a_malformed_value_permits_nobody() {
    let values = [
        "ca.example validationmethods=dns-01",
        "ca_example",
        "-ca.example",
        "ca..example",
        "ca.example.",
        "ca.example; x",
        "ca.example; a b=c",
        "ca.example; a=b c",
        "ca.example; =b",
        "ca.example;;",
        "ca.example; a=b;",
        "; a=b;",
        "%",
        "c\u{e4}.example",
        "ca.example; a=\u{e4}",
    ];
    for value in values {
        assert_eq!(record(&format!("0 issue {value}")).property(), Property::Malformed, "{value:?}");
        assert!(issue(value).starts_with("Nobody "), "{value:?}");
    }
    assert_eq!(Record::new(0, "issue", b"ca.example\xff").property(), Property::Malformed);
}

#[test]
fn parameters_stand_in_any_order_and_unknown_ones_are_no_matter() {
    let value = format!("ca.example; validationmethods=dns-01; x-1=a=b; empty=; accounturi={ACCOUNT}; policy=ev");
    assert_eq!(issue(&value), "Locked");
    assert!(asking(|applicant| Grant::of(&record(&format!("0 issue {value}")), applicant).locks()));
}

#[test]
fn an_account_is_compared_octet_by_octet() {
    for uri in ["https://ca.example/acct/7/", "https://CA.example/acct/7", "https://ca.example/acct/%37", "7", ""] {
        assert!(issue(&format!("ca.example; accounturi={uri}")).starts_with("OtherAccount "), "{uri}");
    }
}

#[test]
fn methods_are_a_list_that_must_hold_dns_01() {
    let how = |methods: &str| issue(&format!("ca.example; validationmethods={methods}"));
    for methods in ["dns-01", "http-01,dns-01", "dns-01,x", "dns-01,dns-01"] {
        assert_eq!(how(methods), "CaOnly", "{methods}");
    }
    for methods in ["http-01", "dns-01x,http-01", "DNS-01", "ca-dns-01"] {
        assert!(how(methods).starts_with("OtherMethod "), "{methods}");
    }
    for methods in ["", ",", "dns-01,", "dns-01,,http-01", "dns_01,dns-01"] {
        assert!(how(methods).starts_with("Nobody "), "{methods}");
    }
}

#[test]
fn a_condition_that_stands_twice_is_met_by_nobody() {
    let (account, methods) = (format!("accounturi={ACCOUNT}"), "validationmethods=dns-01");
    assert!(issue(&format!("ca.example; {account}; {account}")).starts_with("Nobody "));
    assert!(issue(&format!("ca.example; {methods}; ValidationMethods=dns-01")).starts_with("Nobody "));
}

#[test]
fn values_are_written_as_zone_files_have_them() {
    let line = |value: &[u8]| Record::new(1, "ISSUE", value).zone_line(&name("example.com"));
    assert_eq!(line(b"ca.example; a=b"), "example.com. CAA 1 issue \"ca.example; a=b\"");
    assert_eq!(line(b"a\"b\\c\n\x1b\xc3\xa4"), "example.com. CAA 1 issue \"a\\\"b\\\\c\\010\\027\\195\\164\"");
    assert_eq!(line(b""), "example.com. CAA 1 issue \"\"");
}

#[test]
fn nothing_on_the_way_restricts_nobody_and_a_failure_is_no_permission() {
    let applicant = Applicant { identities: &[], account: None };
    let climb = |found| Climb::new(vec![name("example.com")], found);
    assert_eq!(
        judge(&climb(Found::Nothing), true, applicant),
        Verdict::Permitted { restriction: Restriction::Unrestricted }
    );
    let failed = Found::Failed { at: name("example.com"), said: "SERVFAIL".to_owned() };
    assert!(matches!(judge(&climb(failed), false, applicant), Verdict::Unknown { .. }));
}

#[test]
fn before_there_is_an_account_the_ca_may_be_named_but_no_account() {
    let identities = ["ca.example".to_owned()];
    let applicant = Applicant { identities: &identities, account: None };
    let miss = |text: &str| Grant::of(&record(text), applicant).miss();
    assert_eq!(miss("0 issue ca.example; validationmethods=dns-01"), None);
    assert_eq!(miss(&format!("0 issue ca.example; accounturi={ACCOUNT}")), Some(Reason::OtherAccount));
    assert_eq!(permitting_record("issue", applicant), Some(record("0 issue ca.example")));
}
