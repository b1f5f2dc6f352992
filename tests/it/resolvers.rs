//! Resolvers behind TLS, as the one that is asked and as a perspective; sound ones and others.

use snapbox::str;

use crate::support::encrypted::{Encrypted, Flaw};
use crate::support::{Lab, same};

#[test]
fn a_resolver_over_tls_or_https_is_as_good_as_a_plain_one() {
    let lab = Lab::new().delegated("example.test");
    let encrypted = Encrypted::start(lab.sandbox.resolver.addr());
    let trusted = ("SSL_CERT_FILE", encrypted.ca().display().to_string());
    for resolver in [encrypted.tls(), encrypted.https()] {
        let environment = [("CERTDNS_RESOLVERS", resolver.as_str()), (trusted.0, trusted.1.as_str())];
        lab.run_with("check", &environment).succeeded();
        lab.run_with("check --dns-view resolver", &environment).succeeded();
        lab.run_with("check --probe", &environment).succeeded();
        lab.run_with("issue -d example.test --agree-tos --force", &environment).succeeded();
    }
    assert_eq!(lab.run(&format!("check --resolver {}", encrypted.tls())).status, 4);
}

#[test]
fn a_connection_over_tls_serves_many_questions() {
    let lab = Lab::new();
    let names: Vec<String> = (1..=40).map(|number| format!("n{number}.example.test")).collect();
    lab.delegate_all(&names);
    let encrypted = Encrypted::start(lab.sandbox.resolver.addr());
    let ca = encrypted.ca().display().to_string();
    lab.run_with("check", &[("CERTDNS_RESOLVERS", &encrypted.tls()), ("SSL_CERT_FILE", &ca)]).succeeded();
    assert_eq!(encrypted.log(), ["TLS"]);
}

/// `check` with one more perspective, which has a flaw.
fn with_flaw(flaw: Flaw) -> String {
    let lab = Lab::new().delegated("example.test");
    let encrypted = Encrypted::flawed(lab.sandbox.resolver.addr(), flaw);
    let ca = encrypted.ca().display().to_string();
    let tried = [encrypted.tls(), encrypted.https()].map(|resolver| {
        let run = lab.run_with(&format!("check --perspective {resolver}"), &[("SSL_CERT_FILE", &ca)]);
        format!("{}\n{}", run.status, run.stdout)
    });
    tried.concat()
}

#[test]
fn a_resolver_that_is_not_trusted_is_not_believed() {
    same(
        &with_flaw(Flaw::Untrusted),
        str![[r#"
0
  NAME          DELEGATION  CAA     VALUES
  example.test  ok          any CA  1

warning: _acme-challenge.example.test cannot be looked up through tls://localhost:[PORT] (its certificate is not trusted) [perspective-fails]
   seen: tls://localhost:[PORT]: _acme-challenge.example.test CNAME: its certificate is not trusted
   hint: this is the resolver's side, or the way to it (the zone's own name servers answer): name another one, or leave it out
0
  NAME          DELEGATION  CAA     VALUES
  example.test  ok          any CA  1

warning: _acme-challenge.example.test cannot be looked up through https://localhost:[PORT]/dns-query (its certificate is not trusted) [perspective-fails]
   seen: https://localhost:[PORT]/dns-query: _acme-challenge.example.test CNAME: its certificate is not trusted
   hint: this is the resolver's side, or the way to it (the zone's own name servers answer): name another one, or leave it out

"#]],
    );
}

#[test]
fn a_resolver_that_says_other_things_than_dns_is_told_as_such() {
    same(
        &[with_flaw(Flaw::Html), with_flaw(Flaw::Unavailable)].concat(),
        str![[r#"
0
  NAME          DELEGATION  CAA     VALUES
  example.test  ok          any CA  1

warning: _acme-challenge.example.test cannot be looked up through tls://localhost:[PORT] (no answer) [perspective-fails]
   seen: tls://localhost:[PORT]: _acme-challenge.example.test CNAME: no answer
   hint: this is the resolver's side, or the way to it (the zone's own name servers answer): name another one, or leave it out
0
  NAME          DELEGATION  CAA     VALUES
  example.test  ok          any CA  1

warning: _acme-challenge.example.test cannot be looked up through https://localhost:[PORT]/dns-query (no DNS message) [perspective-fails]
   seen: https://localhost:[PORT]/dns-query: _acme-challenge.example.test CNAME: no DNS message
   hint: this is the resolver's side, or the way to it (the zone's own name servers answer): name another one, or leave it out
0
  NAME          DELEGATION  CAA     VALUES
  example.test  ok          any CA  1

warning: _acme-challenge.example.test cannot be looked up through tls://localhost:[PORT] (no answer) [perspective-fails]
   seen: tls://localhost:[PORT]: _acme-challenge.example.test CNAME: no answer
   hint: this is the resolver's side, or the way to it (the zone's own name servers answer): name another one, or leave it out
0
  NAME          DELEGATION  CAA     VALUES
  example.test  ok          any CA  1

warning: _acme-challenge.example.test cannot be looked up through https://localhost:[PORT]/dns-query (HTTP 503) [perspective-fails]
   seen: https://localhost:[PORT]/dns-query: _acme-challenge.example.test CNAME: HTTP 503
   hint: this is the resolver's side, or the way to it (the zone's own name servers answer): name another one, or leave it out

"#]],
    );
}

#[test]
fn an_endless_answer_comes_to_an_end() {
    let told = with_flaw(Flaw::Endless);
    assert_eq!(told.matches("[perspective-fails]").count(), 2, "{told}");
}

#[test]
fn what_is_no_resolver_is_refused_without_repeating_a_key() {
    let lab = Lab::new();
    let told: String = ["dns.example", "http://dns.example/", "https://user:secret@dns.example/", "tls://a/b"]
        .map(|text| lab.run(&format!("check --perspective {text}")).transcript())
        .concat();
    same(
        &told,
        str![[r#"
2
--- stdout
--- stderr
error: setting perspectives: "dns.example" is not IP, IP:PORT, tls://HOST[:PORT] or https://HOST/PATH
   hint: see `certdns help` for what the setting takes
2
--- stdout
--- stderr
error: setting perspectives: "http://dns.example/" is not IP, IP:PORT, tls://HOST[:PORT] or https://HOST/PATH
   hint: see `certdns help` for what the setting takes
2
--- stdout
--- stderr
error: setting perspectives: "dns.example" is not IP, IP:PORT, tls://HOST[:PORT] or https://HOST/PATH
   hint: see `certdns help` for what the setting takes
2
--- stdout
--- stderr
error: setting perspectives: "tls://a/b" is not IP, IP:PORT, tls://HOST[:PORT] or https://HOST/PATH
   hint: see `certdns help` for what the setting takes

"#]],
    );
}
