//! The gallery of the README is what `check` says: each case is made, and looked up there.

use certdns::sandbox::HostedZone;
use regex::Regex;

use crate::support::Lab;

/// What was found, as the README has it: public names, one address, one registration.
fn told(lab: &Lab) -> String {
    let run = lab.run("check example.test");
    let found = run.stdout.split_once("\n\n").map_or("", |(_, found)| found).trim_end();
    [
        (r"127\.0\.0\.1:[0-9]+", "192.0.2.53:53"),
        ("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "d420c923-bbd7-4056-ab64-c3ca54c9b3cf"),
        ("https://localhost:[0-9]+/account/", "https://acme-v02.api.letsencrypt.org/acme/acct/"),
        (r"sandbox\.test", "letsencrypt.org"),
        (r"auth\.acme-dns\.test", "auth.example.org"),
        (r"example\.test", "example.com"),
        (r"other-ca\.test", "ca.example.net"),
        (r"\.test", ".example.net"),
    ]
    .iter()
    .fold(found.to_owned(), |text, (from, to)| Regex::new(from).unwrap().replace_all(&text, *to).into_owned())
}

#[track_caller]
fn is_in_the_readme(lab: &Lab) {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let told = told(lab);
    assert!(readme.contains(&format!("```text\n{told}\n```\n")), "not in the README:\n```text\n{told}\n```");
}

/// A lab where example.test is registered.
fn lab() -> Lab {
    lab_at(&["ns1.example.test", "ns2.example.test"])
}

fn lab_at(servers: &[&str]) -> Lab {
    let lab = Lab::with(|options| options.host = HostedZone::parse("example.test", servers).unwrap());
    lab.run("register example.test").succeeded();
    lab
}

/// The same, delegated, and with an ACME account.
fn ready() -> Lab {
    let lab = lab();
    lab.delegate("example.test");
    lab.run("acmeaccount add --agree-tos").succeeded();
    lab
}

fn with_record(record: &str) -> Lab {
    let lab = ready();
    lab.sandbox.host.add_record(record).unwrap();
    lab
}

#[test]
fn a_zone_that_does_not_exist() {
    let lab = Lab::new();
    lab.run("register exmaple.test").succeeded();
    let run = lab.run("check exmaple.test");
    assert!(run.stdout.contains("error: exmaple.test does not exist in DNS (NXDOMAIN) [zone-missing]"));
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    assert!(readme.contains("error: exmaple.com does not exist in DNS (NXDOMAIN) [zone-missing]\n   seen: the resolver: exmaple.com NS: NXDOMAIN\n"));
}

#[test]
fn no_cname() {
    is_in_the_readme(&lab());
}

#[test]
fn a_cname_elsewhere() {
    let lab = lab();
    lab.sandbox.host.add_record("_acme-challenge CNAME old.host.test.").unwrap();
    is_in_the_readme(&lab);
}

#[test]
fn a_missing_dot() {
    let lab = lab();
    lab.sandbox.host.add_record(lab.sandbox.cname("example.test").unwrap().trim_end_matches('.')).unwrap();
    is_in_the_readme(&lab);
}

#[test]
fn a_hidden_txt_record_at_cloudflare() {
    let lab = lab_at(&["ana.ns.cloudflare.com", "bob.ns.cloudflare.com"]);
    lab.delegate("example.test");
    for server in [0, 1] {
        let lies = vec![format!("_acme-challenge TXT \"{}\"", "gx0hr3".repeat(8).split_at(43).0)];
        lab.sandbox.host.misbehave(server, |manners| manners.lies = lies);
    }
    is_in_the_readme(&lab);
}

#[test]
fn a_lagging_secondary() {
    let lab = lab();
    lab.sandbox.host.misbehave(1, |manners| manners.lagging = true);
    lab.delegate("example.test");
    is_in_the_readme(&lab);
}

#[test]
fn broken_tcp() {
    let lab = ready();
    lab.sandbox.host.misbehave(1, |manners| manners.no_tcp = true);
    is_in_the_readme(&lab);
}

#[test]
fn broken_dnssec() {
    let lab = ready();
    lab.sandbox.resolver.misbehave(|manners| manners.bogus = vec![lab.sandbox.host.zone().clone()]);
    is_in_the_readme(&lab);
}

#[test]
fn forbidden_by_caa() {
    is_in_the_readme(&with_record("@ CAA 0 issue \"other-ca.test\""));
}

#[test]
fn pinned_to_another_account() {
    is_in_the_readme(&with_record("@ CAA 0 issue \"sandbox.test; accounturi=https://localhost:1/account/7\""));
}

#[test]
fn pinned_to_http_01() {
    is_in_the_readme(&with_record("@ CAA 0 issue \"sandbox.test; validationmethods=http-01\""));
}
