//! What is told of names that may not be had.

use url::Url;

use super::*;
use crate::caa::Found;
use crate::caa::Record;
use crate::error::Kind;

const OURS: &str = "https://ca.example/acct/7";

fn who(account: Option<&str>) -> Who {
    let url = |text: &str| Url::parse(text).unwrap();
    let known = |uri: &str, directory: &str, status: &str| Known {
        uri: url(uri),
        directory: url(directory),
        status: status.to_owned(),
    };
    Who {
        identities: vec!["ca.example".to_owned()],
        account: account.map(url),
        known: vec![
            known(OURS, "https://ca.example/dir", "valid"),
            known("https://ca.example/acct/3", "https://ca.example/dir", "deactivated"),
            known("https://other.example/acct/1", "https://other.example/dir", "valid"),
        ],
    }
}

fn permission(name: &str, records: &[(u8, &str, &str)], who: &Who) -> Permission {
    let at = DnsName::parse("example.com").unwrap();
    let records = records.iter().map(|(flags, tag, value)| Record::new(*flags, tag, value.as_bytes())).collect();
    let climb = Climb::new(vec![at.clone()], Found::Records { at, records });
    Permission::judged(&Identifier::parse(name).unwrap(), climb, who)
}

/// Everything that is told, line by line.
fn told(name: &str, records: &[(u8, &str, &str)], account: Option<&str>) -> String {
    let who = who(account);
    let Some(finding) = permission(name, records, &who).finding(&who) else { return "nothing".to_owned() };
    let hints =
        finding.hints.iter().flat_map(|hint| [vec![format!("hint: {}", hint.text)], hint.lines.clone()].concat());
    let head = [format!("{}: {}", finding.code, finding.message)].into_iter();
    let seen = finding.evidence.iter().map(|line| format!("seen: {line}"));
    head.chain(seen).chain(hints).collect::<Vec<_>>().join("\n")
}

#[test]
fn another_ca_is_named_with_the_record_and_with_the_one_to_add() {
    assert_eq!(
        told("www.example.com", &[(0, "issue", "other.example"), (0, "issue", ";")], Some(OURS)),
        r#"caa-other-ca: CAA forbids www.example.com: only other.example may issue, as example.com has it
seen: example.com CAA: 0 issue "other.example"
seen: example.com CAA: 0 issue ";"
hint: add this at your DNS host; what is there may stay
example.com. CAA 0 issue "ca.example; accounturi=https://ca.example/acct/7; validationmethods=dns-01""#
    );
}

#[test]
fn a_wildcard_is_permitted_by_the_property_that_governs_it() {
    let records = [(0, "issue", "ca.example"), (0, "issuewild", "other.example")];
    assert_eq!(told("example.com", &records, Some(OURS)), "nothing");
    let wild = told("*.example.com", &records, Some(OURS));
    assert!(wild.contains("seen: example.com CAA: 0 issuewild \"other.example\"\n"), "{wild}");
    assert!(wild.contains("\nexample.com. CAA 0 issuewild \"ca.example; accounturi="), "{wild}");
}

#[test]
fn accounts_of_ours_are_known_again() {
    let old = told("example.com", &[(0, "issue", "ca.example; accounturi=https://ca.example/acct/3")], Some(OURS));
    assert!(old.starts_with("caa-other-account: CAA forbids example.com: example.com pins another ACME account, https://ca.example/acct/3\n"), "{old}");
    assert!(old.contains("https://ca.example/acct/3 was yours, at ca.example; it is deactivated\n"), "{old}");
    let there =
        told("example.com", &[(0, "issue", "other.example; accounturi=https://other.example/acct/1")], Some(OURS));
    assert!(
        there.contains("https://other.example/acct/1 is yours, at other.example (`--ca https://other.example/dir`)\n"),
        "{there}"
    );
}

#[test]
fn before_there_is_an_account_the_ca_is_named_and_a_pinned_account_comes_first() {
    let other = told("example.com", &[(0, "issue", "other.example")], None);
    assert!(other.ends_with("\nexample.com. CAA 0 issue \"ca.example\""), "{other}");
    let pinned = told("example.com", &[(0, "issue", "ca.example; accounturi=https://ca.example/acct/9")], None);
    assert!(pinned.ends_with("\ncertdns acmeaccount add --agree-tos\ncertdns caa example.com"), "{pinned}");
}

#[test]
fn methods_nobody_and_what_no_ca_knows_have_codes_of_their_own() {
    let http = [(0, "issue", "ca.example; validationmethods=http-01")];
    assert!(told("example.com", &http, Some(OURS)).starts_with("caa-other-method: "));
    let nobody = told("example.com", &[(0, "issue", ";")], Some(OURS));
    assert!(nobody.starts_with("caa-nobody: CAA forbids example.com: the records at example.com permit nobody\n"));
    assert_eq!(
        told("example.com", &[(128, "future", "x"), (0, "issue", "ca.example")], Some(OURS)),
        r#"caa-unknown-critical: CAA forbids example.com: a critical property at example.com is one that no CA knows
seen: example.com CAA: 128 future "x"
hint: remove what no CA knows, or make it uncritical
example.com. CAA 0 future "x""#
    );
}

#[test]
fn records_that_cannot_be_had_are_a_matter_of_time() {
    let (at, who) = (DnsName::parse("example.com").unwrap(), who(Some(OURS)));
    let climb = Climb::new(vec![at.clone()], Found::Failed { at, said: "SERVFAIL".to_owned() });
    let permission = Permission::judged(&Identifier::parse("example.com").unwrap(), climb, &who);
    let finding = permission.finding(&who).unwrap();
    assert_eq!((finding.code, finding.kind()), ("caa-unavailable", Kind::TryLater));
}

#[test]
fn several_names_are_one_failure_that_says_each_record_once() {
    let who = who(Some(OURS));
    let records = [(0, "issue", "other.example")];
    let both = ["example.com", "*.example.com"].map(|name| permission(name, &records, &who));
    let error = crate::error::Error::from(Forbidden::from(&both, &who).unwrap());
    assert_eq!(error.message(), "CAA forbids 2 of 2 names");
    assert_eq!((error.hints().len(), error.hints()[0].lines.len()), (1, 1));
    assert!(error.causes()[0].ends_with("(example.com CAA: 0 issue \"other.example\")"), "{error:?}");
}
