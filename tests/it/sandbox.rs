//! `certdns sandbox`, as a newcomer would use it.

use snapbox::str;

use crate::support::command::{binary, certdns, run};
use crate::support::same;

#[test]
fn the_tour_goes_from_registration_to_renewal_and_leaves_the_files() {
    let directory = tempfile::tempdir().unwrap();
    let tour = run(certdns(&[], directory.path()), &["sandbox", "--tour", "--bad-nonces=0"]);
    same(
        &tour.transcript(),
        str![[r#"
0
--- stdout
A tour of certdns. A CA, an acme-dns server, a DNS host and a resolver now run on this machine; everything below is
done with them for real, by the same code that works with Let's Encrypt and Certify DNS.

1. Register the name, once. The wildcard shares its registration.
   $ certdns register example.test *.example.test

   example.test, *.example.test: registered at 127.0.0.1:[PORT]

   Create this record at your DNS host, once:

   _acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.

   What DNS shows now:
     --  _acme-challenge.example.test: not delegated yet
         _acme-challenge.example.test has no CNAME yet (the name does not exist, NXDOMAIN)

2. Create that CNAME at your DNS host. Here, certdns writes it into the zone file itself:

   _acme-challenge.example.test. CNAME [ID].auth.acme-dns.test.

3. Does it stand, at every authoritative server?
   $ certdns check

     NAME          DELEGATION  CAA     VALUES
     example.test  ok          any CA  1

4. Get the certificate. This was the last time that anybody touched DNS.
   $ certdns issue -d example.test -d *.example.test --agree-tos

   example.test: new certificate, good until [TIME] (in 89 days)

     certificate  [DIR]/certdns-tour/state/lineages/example.test/live/fullchain.pem
     private key  [DIR]/certdns-tour/state/lineages/example.test/live/privkey.pem

   Renew it from a timer with `certdns renew`; it is due [TIME] (in 59 days).

5. What is there now?
   $ certdns list

   Certificates:
     LINEAGE       NAMES                        CA               CAA     GOOD UNTIL                     RENEWAL DUE                    FILES
     example.test  example.test *.example.test  localhost:[PORT]  any CA  [TIME] (in 89 days)  [TIME] (in 59 days)  [DIR]/certdns-tour/state/lineages/example.test/live

   Registrations:
     NAME          CAA     ACME-DNS SERVER  CNAME TARGET
     example.test  any CA  127.0.0.1:[PORT]  [ID].auth.acme-dns.test

6. Renew. A timer runs this; it does nothing until the time has come:
   $ certdns renew

   example.test: not due, good until [TIME] (in 89 days), due [TIME] (in 59 days)

7. Unless it is told to:
   $ certdns renew --force

   example.test: renewed (forced), generation 2, good until [TIME] (in 89 days), due [TIME] (in 59 days)

8. The account that CAA records can pin:
   $ certdns acmeaccount list

   localhost:[PORT]
     account URI  https://localhost:[PORT]/account/1
     contact      none
     status       valid
     key          ECDSA P-256, thumbprint [THUMBPRINT]
     certificates example.test

     CAA records that let only this account issue, by dns-01 only:

   @ CAA 0 issue "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"
   @ CAA 0 issuewild "sandbox.test; accounturi=https://localhost:[PORT]/account/1; validationmethods=dns-01"

What the tour left behind:

   for your web server  certdns-tour/state/lineages/example.test/live/fullchain.pem
   its private key      certdns-tour/state/lineages/example.test/live/privkey.pem
   the zone             certdns-tour/example.test.zone
   the lab's root       certdns-tour/issuer-root.pem

Now for real: `certdns help`, or the README.
--- stderr
registering _acme-challenge.example.test at 127.0.0.1:[PORT]
asking DNS about _acme-challenge.example.test
creating an ACME account at localhost:[PORT]
ordering a certificate for example.test, *.example.test
publishing a value for _acme-challenge.example.test at 127.0.0.1:[PORT]
the CA is validating example.test, *.example.test
the CA is issuing
fetching the certificate
stored generation 1 of example.test
asking DNS about _acme-challenge.example.test
ordering a certificate for example.test, *.example.test
publishing a value for _acme-challenge.example.test at 127.0.0.1:[PORT]
the CA is validating example.test, *.example.test
the CA is issuing
fetching the certificate
stored generation 2 of example.test

"#]],
    );
    assert!(directory.path().join("certdns-tour/state/lineages/example.test/live/fullchain.pem").exists());
    let again = run(certdns(&[], directory.path()), &["sandbox", "--tour"]);
    again.succeeded();
}

#[test]
fn a_directory_that_is_not_from_a_tour_is_not_touched() {
    let directory = tempfile::tempdir().unwrap();
    std::fs::create_dir(directory.path().join("certdns-tour")).unwrap();
    std::fs::write(directory.path().join("certdns-tour/precious"), "mine").unwrap();
    same(
        &run(certdns(&[], directory.path()), &["sandbox", "--tour"]).transcript(),
        str![[r"
2
--- stdout
--- stderr
error: certdns-tour is there already, and is not from a tour
   hint: run the tour in another directory, or move that one aside

"]],
    );
    assert_eq!(std::fs::read_to_string(directory.path().join("certdns-tour/precious")).unwrap(), "mine");
}

#[test]
fn a_command_runs_inside_and_its_exit_status_is_ours() {
    let directory = tempfile::tempdir().unwrap();
    let binary = binary();
    let binary = binary.to_str().unwrap();
    let inside = run(certdns(&[], directory.path()), &["sandbox", "--", binary, "issue", "-d", "example.test"]);
    assert_eq!(inside.status, 3, "{}", inside.transcript());
    assert!(inside.stderr.contains("_acme-challenge.example.test. CNAME "), "{}", inside.transcript());
}

#[test]
fn a_command_that_is_not_there_is_named() {
    let directory = tempfile::tempdir().unwrap();
    same(
        &run(certdns(&[], directory.path()), &["sandbox", "--", "no-such-program"]).transcript(),
        str![[r"
2
--- stdout
--- stderr
error: could not run no-such-program
  cause: No such file or directory (os error 2)
   hint: write the program and its arguments behind `--`, as you would type them

"]],
    );
}
