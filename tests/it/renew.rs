//! `certdns renew`, as a timer would run it.

mod batch;
mod broken;
mod crashes;
mod failing;
mod suggested;

use std::time::Duration;

use snapbox::str;

use certdns::sandbox::Stage;

use crate::support::{Lab, same};

/// A CA without renewal information, whose certificates are due as soon as they are there.
fn short_lived() -> Lab {
    Lab::with(|options| {
        options.authority.lifetime = Duration::from_secs(110);
        options.authority.renewal_info = None;
    })
}

#[test]
fn no_certificates_are_nothing_to_do() {
    same(
        &Lab::new().run("renew").transcript(),
        str![[r"
0
--- stdout
There are no certificates yet: `certdns issue -d NAME` gets the first one.
--- stderr

"]],
    );
}

#[test]
fn with_nothing_due_nobody_is_asked() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    let offers_none = lab.stages(Stage::RenewalInfo);
    lab.run("renew").succeeded();
    assert_eq!((offers_none, lab.stages(Stage::RenewalInfo)), (0, 1), "the CA is asked once when it wants it renewed");
    let (files, asked) = (lab.files(), lab.sandbox.history.exchanges().len());
    same(
        &lab.run("renew").transcript(),
        str![[r#"
0
--- stdout
example.test: not due, good until [TIME] (in 89 days), due [TIME] (in 59 days)
--- stderr

"#]],
    );
    assert_eq!((lab.files(), lab.sandbox.history.exchanges().len()), (files, asked));
}

#[test]
fn what_is_due_is_renewed_without_touching_dns() {
    let lab = short_lived().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    same(
        &lab.run("renew").transcript(),
        str![[r"
0
--- stdout
example.test: renewed (less than half of its short lifetime is left), generation 2, good until [TIME] ([SPAN]), due [TIME] ([SPAN])
--- stderr
asking DNS about _acme-challenge.example.test
ordering a certificate for example.test
publishing a value for _acme-challenge.example.test at 127.0.0.1:[PORT]
the CA is validating example.test
the CA is issuing
fetching the certificate
stored generation 2 of example.test

"]],
    );
    assert_eq!(lab.lineage("example.test")["live"], 2);
    assert_eq!(lab.requests("/register"), 1);
}

#[test]
fn force_renews_what_is_not_due() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    same(
        &lab.run("renew example.test --force").transcript(),
        str![[r"
0
--- stdout
example.test: renewed (forced), generation 2, good until [TIME] (in 89 days), due [TIME] (in 59 days)
--- stderr
asking DNS about _acme-challenge.example.test
ordering a certificate for example.test
publishing a value for _acme-challenge.example.test at 127.0.0.1:[PORT]
the CA is validating example.test
the CA is issuing
fetching the certificate
stored generation 2 of example.test

"]],
    );
    lab.verify("example.test", &["example.test"]);
}

#[test]
fn one_failure_never_stops_the_others() {
    let lab = Lab::new().delegated("a.example.test").delegated("b.example.test");
    lab.run("issue -d a.example.test --agree-tos").succeeded();
    lab.run("issue -d b.example.test").succeeded();
    lab.sandbox.host.remove("_acme-challenge.a.example.test").unwrap();
    same(
        &lab.run("renew --force").transcript(),
        str![[r"
3
--- stdout
a.example.test: failed
error: could not renew a.example.test
  cause: _acme-challenge.a.example.test has no CNAME yet (the name does not exist, NXDOMAIN)
   hint: create this record at your DNS host
         _acme-challenge.a.example.test. CNAME [ID].auth.acme-dns.test.
b.example.test: renewed (forced), generation 2, good until [TIME] (in 89 days), due [TIME] (in 59 days)
--- stderr
asking DNS about _acme-challenge.a.example.test
asking DNS about _acme-challenge.b.example.test
ordering a certificate for b.example.test
publishing a value for _acme-challenge.b.example.test at 127.0.0.1:[PORT]
the CA is validating b.example.test
the CA is issuing
fetching the certificate
stored generation 2 of b.example.test

"]],
    );
    assert_eq!(lab.lineage("a.example.test")["live"], 1);
    assert_eq!(lab.lineage("b.example.test")["live"], 2);
}

#[test]
fn an_unknown_lineage_is_an_error_before_anything_is_done() {
    let lab = Lab::new().delegated("example.test");
    lab.run("issue -d example.test --agree-tos").succeeded();
    same(
        &lab.run("renew example.test other --force").transcript(),
        str![[r"
2
--- stdout
--- stderr
error: there is no lineage called other
   hint: `certdns list` tells what there is

"]],
    );
    assert_eq!(lab.lineage("example.test")["live"], 1);
}
