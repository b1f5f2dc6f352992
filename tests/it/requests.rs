//! `certdns issue --csr`: a certificate for a key that is elsewhere.

use std::path::Path;
use std::process::Command;

use snapbox::str;

use crate::support::{Lab, same};

fn openssl(directory: &Path, arguments: &str) {
    let output = Command::new("openssl").current_dir(directory).args(arguments.split(' ')).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// A request as people make it; the key lies beside it.
fn request(lab: &Lab, more: &str) {
    let new = "req -new -nodes -keyout key.pem -out request.pem";
    openssl(lab.path(), &format!("{new} {more}"));
}

const EC: &str = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1";

#[test]
fn a_certificate_request_is_signed_and_its_key_stays_where_it_is() {
    let lab = Lab::new().delegated("example.test");
    request(&lab, &format!("{EC} -subj / -addext subjectAltName=DNS:example.test,DNS:*.example.test"));
    same(
        &lab.run("issue --csr request.pem --agree-tos").transcript(),
        str![[r#"
0
--- stdout
example.test: new certificate, good until [TIME] (in 89 days)

  certificate  [DIR]/state/lineages/example.test/live/fullchain.pem

Renew it from a timer with `certdns renew`; it is due [TIME] (in 59 days).
--- stderr
asking DNS about _acme-challenge.example.test
creating an ACME account at localhost:[PORT]
ordering a certificate for example.test, *.example.test
publishing a value for _acme-challenge.example.test at 127.0.0.1:[PORT]
the CA is validating example.test, *.example.test
the CA is issuing
fetching the certificate
stored generation 1 of example.test

"#]],
    );
    same(
        &lab.files(),
        str![[r#"
     lineages/example.test/live@
0600 accounts/localhost_[PORT]/key-[ID].json
0600 lineages/example.test/0001/cert.pem
0600 lineages/example.test/0001/chain.pem
0600 lineages/example.test/0001/fullchain.pem
0600 lineages/example.test/lineage.json
0600 lineages/example.test/renewal.json
0600 looks.json
0600 registrations/127.0.0.1_[PORT]/example.test.json
0600 registrations/127.0.0.1_[PORT]/example.test.published
0700 accounts/
0700 accounts/localhost_[PORT]/
0700 lineages/
0700 lineages/example.test/
0700 lineages/example.test/0001/
0700 registrations/
0700 registrations/127.0.0.1_[PORT]/

"#]],
    );
    let live = lab.state().join("lineages/example.test/live");
    openssl(lab.path(), "pkey -in key.pem -pubout -out key.pub");
    openssl(lab.path(), &format!("x509 -in {} -noout -pubkey -out cert.pub", live.join("cert.pem").display()));
    let read = |name: &str| std::fs::read_to_string(lab.path().join(name)).unwrap();
    let keys = || read("cert.pub");
    assert!(keys().starts_with(&read("key.pub")), "{}", keys());

    lab.run("renew --force").succeeded();
    assert_eq!(lab.lineage("example.test")["live"], 2);
    assert!(lab.run("issue --csr request.pem").succeeded().stdout.contains("Nothing to do."));
    openssl(lab.path(), "req -in request.pem -outform DER -out request.der");
    assert!(lab.run("issue --csr request.der").succeeded().stdout.contains("Nothing to do."));
    let listed = lab.run("list --offline --json").succeeded().json();
    assert_eq!((&listed["lineages"][0]["csr"], &listed["lineages"][0]["key_type"]), (&true.into(), &().into()));
}

#[test]
fn a_lineage_goes_from_a_request_to_a_key_of_its_own_and_back() {
    let lab = Lab::new().delegated("example.test");
    request(&lab, &format!("{EC} -subj /CN=example.test"));
    lab.run("issue --csr request.pem --agree-tos").succeeded();
    same(
        &lab.run("issue --name example.test -d www.example.test").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: could not issue a certificate for www.example.test
  cause: the names of example.test are those of its certificate request, whose key is not here
   hint: give a request for the names that are wanted now with `--csr`
   hint: to have a key made here from now on, add `--new-key`

"#]],
    );
    lab.run("issue -d example.test --reuse-key=false").succeeded();
    assert_eq!((lab.lineage("example.test")["live"].clone(), lab.run("renew").status), (1.into(), 0));
    assert!(lab.lineage("example.test")["csr"].is_string());
    let run = lab.run("issue -d example.test --new-key --json").succeeded();
    assert_eq!(run.json()["reason"], "a new private key is wanted");
    lab.verify("example.test", &["example.test"]);
    let run = lab.run("issue --csr request.pem --json").succeeded();
    assert_eq!(run.json()["reason"], "another certificate request is given");
    assert!(!lab.state().join("lineages/example.test/live/privkey.pem").exists());
    lab.run("renew --force").succeeded();
}

fn tell(lab: &Lab, what: &str) -> String {
    format!("$ {what}\n{}", lab.run("issue --csr request.pem").transcript())
}

#[test]
fn a_request_for_names_that_cannot_be_had_is_refused_before_anybody_is_asked() {
    let lab = Lab::new();
    let cases = [
        ("an address", "/ -addext subjectAltName=DNS:example.test,IP:192.0.2.1"),
        ("an e-mail address", "/ -addext subjectAltName=DNS:example.test,email:me@example.test"),
        ("another common name", "/CN=www.example.test -addext subjectAltName=DNS:example.test"),
        ("no domain name", "/CN=My-Server"),
        ("a name that the wildcard covers", "/ -addext subjectAltName=DNS:*.example.test,DNS:www.example.test"),
    ];
    let told = cases.map(|(what, subject)| {
        request(&lab, &format!("{EC} -subj {subject}"));
        tell(&lab, what)
    });
    same(
        &told.concat(),
        str![[r#"
$ an address
2
--- stdout
--- stderr
error: could not use the certificate request request.pem
  cause: it asks for "192.0.2.1", an IP address; dns-01 proves domain names only
   hint: make a request for just the domain names, as alternative names
         openssl req -new -key KEY-FILE -subj / -addext subjectAltName=DNS:example.com,DNS:*.example.com -out FILE
$ an e-mail address
2
--- stdout
--- stderr
error: could not use the certificate request request.pem
  cause: it asks for "me@example.test", an e-mail address; dns-01 proves domain names only
   hint: make a request for just the domain names, as alternative names
         openssl req -new -key KEY-FILE -subj / -addext subjectAltName=DNS:example.com,DNS:*.example.com -out FILE
$ another common name
2
--- stdout
--- stderr
error: could not use the certificate request request.pem
  cause: its common name www.example.test is not among its alternative names
   hint: make a request for just the domain names, as alternative names
         openssl req -new -key KEY-FILE -subj / -addext subjectAltName=DNS:example.com,DNS:*.example.com -out FILE
$ no domain name
2
--- stdout
--- stderr
error: could not use the certificate request request.pem
  cause: "My-Server" in it is no name that a certificate can be had for
  cause: "My-Server" is a top-level domain
   hint: make a request for just the domain names, as alternative names
         openssl req -new -key KEY-FILE -subj / -addext subjectAltName=DNS:example.com,DNS:*.example.com -out FILE
$ a name that the wildcard covers
2
--- stdout
--- stderr
error: www.example.test is covered by the wildcard beside it; CAs refuse both in one certificate
   hint: leave out www.example.test: the wildcard is enough

"#]],
    );
    assert_eq!(lab.files(), "");
}

#[test]
fn a_request_that_is_weak_damaged_or_none_is_refused_before_anybody_is_asked() {
    let (lab, mut told) = (Lab::new(), String::new());
    request(&lab, "-newkey rsa:1024 -subj /CN=example.test");
    told += &tell(&lab, "a short key");
    request(&lab, &format!("{EC} -subj /CN=example.test"));
    openssl(lab.path(), "req -in request.pem -outform DER -out request.der");
    let mut damaged = std::fs::read(lab.path().join("request.der")).unwrap();
    *damaged.last_mut().unwrap() ^= 1;
    let nonsense = b"-----BEGIN NONSENSE-----\nAAAA\n-----END NONSENSE-----\n";
    let file = lab.path().join("request.pem");
    for (what, content) in [
        ("a damaged signature", damaged),
        ("something large", vec![b'x'; 70_000]),
        ("something else", nonsense.to_vec()),
    ] {
        std::fs::write(&file, content).unwrap();
        told += &tell(&lab, what);
    }
    std::fs::remove_file(&file).unwrap();
    told += &tell(&lab, "nothing");
    same(
        &told,
        str![[r#"
$ a short key
2
--- stdout
--- stderr
error: could not use the certificate request request.pem
  cause: it is for an RSA key of 1024 bits, which no CA signs for
   hint: take ECDSA P-256 or P-384, or RSA with 2048 bits or more
$ a damaged signature
2
--- stdout
--- stderr
error: could not use the certificate request request.pem
  cause: its signature is not that of its key
   hint: a request is made so, for example
         openssl req -new -key KEY-FILE -subj / -addext subjectAltName=DNS:example.com,DNS:*.example.com -out FILE
$ something large
2
--- stdout
--- stderr
error: could not use the certificate request request.pem
  cause: it is longer than 64 KiB, which no certificate request is
   hint: a request is made so, for example
         openssl req -new -key KEY-FILE -subj / -addext subjectAltName=DNS:example.com,DNS:*.example.com -out FILE
$ something else
2
--- stdout
--- stderr
error: could not use the certificate request request.pem
  cause: this is no certificate request, neither PEM nor DER
   hint: a request is made so, for example
         openssl req -new -key KEY-FILE -subj / -addext subjectAltName=DNS:example.com,DNS:*.example.com -out FILE
$ nothing
2
--- stdout
--- stderr
error: could not read the certificate request request.pem
  cause: No such file or directory (os error 2)
   hint: `--csr` takes a file, PEM or DER, that certdns may read

"#]],
    );
    assert_eq!(lab.files(), "");
}

#[test]
fn what_takes_the_private_key_is_not_made_where_the_key_is_elsewhere() {
    let lab = Lab::new().delegated("example.test");
    request(&lab, &format!("{EC} -subj / -addext subjectAltName=DNS:example.test"));
    same(
        &lab.run("issue --csr request.pem --agree-tos --combined").transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: could not issue a certificate for example.test
  cause: the private key is not here, and `combined` cannot be made without it
   hint: leave it out (`--forget-outputs` does that to what was asked for before); fullchain, cert, chain and cert-der can be copied with `--install`

"#]],
    );
    for flag in ["--pfx", "--der", "--install privkey=x.key", "--install combined=x.pem"] {
        for dry in ["", " --dry-run"] {
            let run = lab.run(&format!("issue --csr request.pem --agree-tos {flag}{dry}"));
            assert_eq!(run.status, 2, "{}", run.transcript());
        }
    }
    assert!(!lab.state().join("accounts").exists() && !lab.state().join("lineages/example.test").exists());

    let chain = "--install fullchain=x.pem --install cert-der=x.der";
    lab.run(&format!("issue --csr request.pem --agree-tos {chain}")).succeeded();
    for _ in 0..2 {
        let copy = std::fs::read_to_string(lab.path().join("x.pem")).unwrap();
        assert_eq!(copy, lab.live("example.test", "fullchain.pem"));
        lab.run("renew --force").succeeded();
    }
    let run = lab.run("issue --csr request.pem --combined");
    assert_eq!(run.status, 2, "{}", run.transcript());
    lab.run("issue -d example.test --new-key --combined").succeeded();
    let run = lab.run("issue --csr request.pem");
    assert!(run.status == 2 && run.stderr.contains("--forget-outputs"), "{}", run.transcript());
    lab.run("issue --csr request.pem --forget-outputs").succeeded();
    assert!(!lab.output("example.test", "combined.pem").exists());
}

#[test]
fn a_certificate_for_a_key_that_is_elsewhere_is_revoked_and_its_request_not_signed_again() {
    let lab = Lab::new().delegated("example.test");
    request(&lab, &format!("{EC} -subj / -addext subjectAltName=DNS:example.test"));
    lab.run("issue --csr request.pem --agree-tos").succeeded();
    let shown = lab.run("show example.test --offline").succeeded().stdout;
    assert!(shown.contains("the key is elsewhere"), "{shown}");
    let run = lab.run("revoke example.test --with-certificate-key --yes");
    assert!(run.stderr.contains("cause: the private key of this certificate is not here\n"), "{}", run.transcript());
    lab.run("revoke example.test --key-file key.pem --reason keyCompromise --yes").succeeded();
    let before = lab.stages(certdns::sandbox::Stage::NewOrder);
    let run = lab.run("renew");
    assert!(run.stdout.contains("this private key was told to be compromised"), "{}", run.transcript());
    assert!(run.stdout.contains("\n         certdns issue --name example.test --csr FILE\n"), "{}", run.transcript());
    assert_eq!(run.status, 3);
    assert_eq!(lab.stages(certdns::sandbox::Stage::NewOrder), before);
    lab.run("issue -d example.test --new-key").succeeded();
    lab.verify("example.test", &["example.test"]);
}
