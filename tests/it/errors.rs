//! A gallery: what a person reads when something is wrong, exact text.

use certdns::sandbox::Failure::{self, Html, Reset, Status};
use certdns::sandbox::Stage::{Authorization, Certificate, Challenge, Directory, NewOrder, Nonce};
use snapbox::str;

use crate::support::{Lab, same};

#[test]
fn names_that_are_none_are_refused_with_what_was_meant() {
    let lab = Lab::new();
    let names = [
        "https://www.example.test/",
        "192.0.2.1",
        "example.test/shop",
        "..",
        "a..b.test",
        "test",
        "www.*.example.test",
        "-a-.example.test",
    ];
    let told: String = names
        .iter()
        .map(|name| format!("$ register {name}\n{}", lab.run(&format!("register {name}")).transcript()))
        .collect();
    same(
        &told,
        str![[r#"
$ register https://www.example.test/
2
--- stdout
--- stderr
error: "https://www.example.test/" is a URL, not a domain name
   hint: did you mean `www.example.test`?
$ register 192.0.2.1
2
--- stdout
--- stderr
error: "192.0.2.1" is an IP address; dns-01 proves domain names only
   hint: names look like `www.example.com` or `*.example.com`
$ register example.test/shop
2
--- stdout
--- stderr
error: "example.test/shop" is a URL, not a domain name
   hint: did you mean `example.test`?
$ register ..
2
--- stdout
--- stderr
error: ".." has an empty label
   hint: labels are parted by single dots: `www.example.com`
$ register a..b.test
2
--- stdout
--- stderr
error: "a..b.test" has an empty label
   hint: labels are parted by single dots: `www.example.com`
$ register test
2
--- stdout
--- stderr
error: "test" is a top-level domain
   hint: give a name below it, such as `www.example.com`
$ register www.*.example.test
2
--- stdout
--- stderr
error: "www.*.example.test" has a wildcard that is not its whole leftmost label
   hint: a wildcard stands alone in front: `*.example.com`
$ register -a-.example.test
2
--- stdout
--- stderr
error: unexpected argument '-a' found

  tip: to pass '-a' as a value, use '-- -a'

Usage: certdns register [OPTIONS] <NAME>...

For more information, try '--help'.

"#]],
    );
    assert_eq!(lab.files(), "");
}

#[test]
fn plain_http_beyond_this_machine_is_refused() {
    let run = Lab::new().run_with("register example.test", &[("CERTDNS_ACME_DNS", "http://auth.example.org")]);
    same(
        &run.transcript(),
        str![[r"
2
--- stdout
--- stderr
error: the acme-dns server auth.example.org would be spoken to over plain http
   hint: use https; if the network in between is trusted, `--allow-http` permits plain http

"]],
    );
}

#[test]
fn an_unknown_key_of_the_configuration_is_named_with_the_nearest_known_one() {
    let lab = Lab::new();
    std::fs::write(lab.path().join("config.toml"), "# mine\nacme_dns = \"certify\"\n").unwrap();
    same(
        &lab.run("list").transcript(),
        str![[r"
2
--- stdout
--- stderr
error: [DIR]/config.toml, line 2: unknown key `acme_dns`
   hint: did you mean `acme-dns`?

"]],
    );
}

#[test]
fn something_that_is_no_acme_dns_server_is_told() {
    let lab = Lab::new();
    lab.sandbox.acme_dns.manners(|manners| manners.fail_next = [Failure::Html { code: 200 }].into());
    same(
        &lab.run("register example.test").transcript(),
        str![[r#"
1
--- stdout
--- stderr
registering _acme-challenge.example.test at 127.0.0.1:[PORT]
error: could not register example.test
  cause: 127.0.0.1:[PORT] does not answer like an acme-dns server (HTTP 200 OK): "71 octets that are no registration"
   hint: check the base URL given with `--acme-dns`

"#]],
    );
    lab.sandbox.acme_dns.manners(|manners| manners.fail_next = [Failure::Huge].into());
    same(
        &lab.run("register example.test").transcript(),
        str![[r"
1
--- stdout
--- stderr
registering _acme-challenge.example.test at 127.0.0.1:[PORT]
error: could not register example.test
  cause: the acme-dns server 127.0.0.1:[PORT] gave no answer
  cause: the answer of 127.0.0.1:[PORT] is over 1 MiB
   hint: check that the URL is that of the service

"]],
    );
}

#[test]
fn an_acme_dns_server_that_is_busy_is_try_later_with_the_date() {
    let lab = Lab::new();
    let busy = Failure::Status { code: 503, retry_after: Some(3600) };
    lab.sandbox.acme_dns.manners(|manners| manners.fail_next = vec![busy; 4].into());
    let run = lab.run("register example.test");
    assert_eq!(run.status, 4);
    assert!(run.stderr.contains("it asks to be left alone until 20"), "{}", run.transcript());
}

#[test]
fn an_acme_dns_server_that_forgot_the_registration_is_told() {
    let lab = Lab::new().delegated("example.test");
    lab.sandbox.acme_dns.manners(|manners| manners.forbid_updates = true);
    same(
        &lab.run("issue -d example.test --agree-tos").transcript(),
        str![[r"
3
--- stdout
--- stderr
asking DNS about _acme-challenge.example.test
creating an ACME account at localhost:[PORT]
ordering a certificate for example.test
publishing a value for _acme-challenge.example.test at 127.0.0.1:[PORT]
error: could not issue a certificate for example.test
  cause: could not publish a value for _acme-challenge.example.test
  cause: the acme-dns server 127.0.0.1:[PORT] refuses the stored credentials of [ID].auth.acme-dns.test
   hint: the server has deleted this registration or its credentials are damaged; move the file under registrations/ aside and run `certdns register NAME`, then change the CNAME

"]],
    );
}

#[test]
fn a_ca_that_is_busy_is_try_later_with_the_date() {
    let lab = Lab::with(|options| options.authority.bad_nonces = 0).delegated("example.test");
    let limited = Status { code: 429, retry_after: Some(7200) };
    lab.sandbox.authority.manners(|manners| manners.fail_next = [(NewOrder, limited)].into());
    let run = lab.run("issue -d example.test --agree-tos");
    assert_eq!(run.status, 4, "{}", run.transcript());
    assert!(run.stderr.contains("it asks to be left alone until 20"), "{}", run.transcript());
    lab.run("issue -d example.test").succeeded();
}

#[test]
fn a_ca_that_stumbles_is_asked_again() {
    let lab = Lab::with(|options| options.authority.bad_nonces = 0).delegated("example.test");
    lab.sandbox.authority.manners(|manners| {
        manners.fail_next = [
            (Directory, Html { code: 502 }),
            (Nonce, Status { code: 503, retry_after: None }),
            (NewOrder, Status { code: 503, retry_after: Some(1) }),
            (Authorization, Reset),
            (Challenge, Html { code: 504 }),
            (Certificate, Reset),
        ]
        .into();
    });
    lab.run("issue -d example.test --agree-tos").succeeded();
    lab.verify("example.test", &["example.test"]);
}
