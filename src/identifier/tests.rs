//! What is a name and what is none.

use super::*;

fn refused(text: &str) -> String {
    Identifier::parse(text).unwrap_err().to_string()
}

fn hint(text: &str) -> String {
    Identifier::parse(text).unwrap_err().hints()[0].text.clone()
}

#[test]
fn names_are_lower_case_a_labels_without_the_final_dot() {
    assert_eq!(Identifier::parse("WWW.Example.COM.").unwrap().to_string(), "www.example.com");
    assert_eq!(Identifier::parse("bücher.example").unwrap().to_string(), "xn--bcher-kva.example");
    assert_eq!(Identifier::parse("*.Example.com").unwrap().to_string(), "*.example.com");
}

#[test]
fn a_name_and_its_wildcard_share_one_challenge_name() {
    let apex = Identifier::parse("example.com").unwrap();
    let wildcard = Identifier::parse("*.example.com").unwrap();
    assert_eq!(apex.challenge_name(), wildcard.challenge_name());
    assert_eq!(apex.challenge_name().as_str(), "_acme-challenge.example.com");
}

#[test]
fn what_no_ca_can_issue_for_is_refused_by_name() {
    assert_eq!(refused("192.0.2.1"), "\"192.0.2.1\" is an IP address; dns-01 proves domain names only");
    assert_eq!(refused("2001:db8::1"), "\"2001:db8::1\" is an IP address; dns-01 proves domain names only");
    assert_eq!(refused("[2001:db8::1]"), "\"[2001:db8::1]\" is an IP address; dns-01 proves domain names only");
    assert_eq!(refused("a..example.com"), "\"a..example.com\" has an empty label");
    assert_eq!(refused(".."), "\"..\" has an empty label");
    assert_eq!(refused("com"), "\"com\" is a top-level domain");
    assert_eq!(
        refused("www.*.example.com"),
        "\"www.*.example.com\" has a wildcard that is not its whole leftmost label"
    );
    assert_eq!(refused("w*.example.com"), "\"w*.example.com\" has a wildcard that is not its whole leftmost label");
    assert_eq!(refused("a_b.example.com"), "\"a_b.example.com\" has characters that host names do not have");
    assert_eq!(refused("-a.example.com"), "\"-a.example.com\" has characters that host names do not have");
    assert_eq!(refused("exa mple.com"), "\"exa mple.com\" is not a domain name");
    assert_eq!(refused("example.123"), "\"example.123\" is an IP address; dns-01 proves domain names only");
    assert!(refused(&format!("{}.example.com", "a".repeat(64))).ends_with("more than 63 octets"));
    assert!(refused(&["abcdefgh"; 28].join(".")).contains("no room for _acme-challenge"));
    assert_eq!(refused(""), "\"\" has an empty label");
}

#[test]
fn a_url_is_refused_with_the_name_inside_it() {
    assert_eq!(hint("https://www.example.com/"), "did you mean `www.example.com`?");
    assert_eq!(hint("https://me@www.example.com:8443/shop?x"), "did you mean `www.example.com`?");
    assert_eq!(hint("www.example.com/shop"), "did you mean `www.example.com`?");
    assert_eq!(hint("_acme-challenge.example.com"), "did you mean `example.com`?");
}

#[test]
fn a_refused_name_with_control_characters_is_quoted_safely() {
    assert_eq!(refused("a\u{1b}[31m.example.com"), "\"a\\u{1b}[31m.example.com\" is not a domain name");
}

#[test]
fn names_know_what_they_are_below() {
    let name = DnsName::parse("_acme-challenge.www.example.com").unwrap();
    assert!(name.is_within(&DnsName::parse("example.com").unwrap()));
    assert!(!name.is_within(&DnsName::parse("ample.com").unwrap()));
    assert_eq!(name.parent().unwrap().as_str(), "www.example.com");
}
