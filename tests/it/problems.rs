//! Every type of problem that a CA has a name for: how it is met, and what is said about it.

use std::collections::BTreeMap;

use certdns::sandbox::Stage::{Finalize, NewOrder};
use certdns::sandbox::authority::{PROBLEM_TYPES, Problem};

use crate::support::{Lab, Run};

const ISSUE: &str = "issue -d example.test --agree-tos";

/// What a whole request is answered with: the exit code, and how the hint begins.
const OF_REQUESTS: [(&str, i32, &str); 26] = [
    ("accountDoesNotExist", 3, "the CA does not know this account by its key: `certdns acmeaccount show` asks again"),
    ("alreadyReplaced", 4, "another order is replacing this certificate already"),
    ("alreadyRevoked", 1, "nothing is left to do: the certificate was revoked before"),
    ("badCSR", 1, "the CA does not take this request: try another kind of key with `--key-type`"),
    ("badNonce", 4, "the CA turned every nonce away that it had given out"),
    ("badPublicKey", 1, "the CA does not take this key: it may be too short"),
    ("badRevocationReason", 1, "the CA does not let its customers give this reason"),
    ("badSignatureAlgorithm", 1, "the CA does not take signatures of this kind of account key"),
    ("caa", 3, "a CAA record forbids this CA or this account; `certdns caa NAME` prints the records"),
    ("compound", 1, "several things are wrong at once, and the CA's words tell them"),
    ("connection", 4, "the CA could not reach a server that it asks"),
    ("dns", 4, "DNS failed the CA, which asks from several places: `certdns check --perspective RESOLVER`"),
    ("externalAccountRequired", 3, "take the key identifier and the HMAC key from your account at the CA's site"),
    ("incorrectResponse", 4, "the CA saw other values than were published: `certdns check --probe`"),
    ("invalidContact", 2, "the CA cannot write to this address; give another with `--email`"),
    ("invalidProfile", 2, "`certdns ca show` lists the profiles that the CA offers"),
    ("malformed", 1, "the CA could not make sense of the request"),
    ("orderNotReady", 4, "the CA takes the order for unfinished"),
    ("rateLimited", 4, "the CA's limits are used up for now; run the same command later"),
    ("rejectedIdentifier", 1, "the CA does not issue for this name; leave it out"),
    ("serverInternal", 4, "the CA is in trouble; run the same command again later"),
    ("tls", 4, "the CA met a TLS error, which proofs by DNS have no part in"),
    ("unauthorized", 1, "the CA refuses this account, not a name: it may be deactivated there, or have another key."),
    ("unsupportedContact", 2, "the CA does not write to addresses of this kind"),
    ("unsupportedIdentifier", 1, "the CA does not issue for names of this kind"),
    ("userActionRequired", 3, "the CA wants something done first"),
];

/// What can stand between a name and its proof, where it is not met as if the whole request were refused.
const OF_NAMES: [(&str, i32, &str); 9] = [
    ("caa", 3, "a CAA record forbids this CA"),
    ("connection", 4, "the CA could not reach a server that it asks"),
    ("dns", 4, "DNS failed the CA"),
    ("incorrectResponse", 4, "the CA saw other values than were published"),
    ("rateLimited", 4, "the CA's limits are used up for now"),
    ("rejectedIdentifier", 1, "the CA does not issue for this name"),
    ("serverInternal", 4, "the CA is in trouble"),
    ("tls", 4, "the CA met a TLS error"),
    ("unauthorized", 4, "the CA saw other DNS than certdns did: `certdns check` shows every server"),
];

/// With an account, and no nonce turned away but on purpose.
fn lab() -> Lab {
    let lab = Lab::with(|options| options.authority.bad_nonces = 0).delegated("example.test");
    lab.run("acmeaccount add --agree-tos").succeeded();
    lab
}

fn hints(run: &Run) -> Vec<&str> {
    run.stderr.lines().filter_map(|line| line.strip_prefix("   hint: ")).collect()
}

/// The next orders are refused with this; often enough for whoever asks again.
fn refuse(lab: &Lab, kind: &str) {
    let problem = Problem::usual(kind);
    let refusals = if kind == "badNonce" { 100 } else { 10 };
    lab.sandbox.authority.manners(|manners| manners.refuse_next = vec![(NewOrder, problem); refusals].into());
}

#[test]
fn each_type_has_a_hint_of_its_own_and_the_right_exit_code() {
    assert_eq!(OF_REQUESTS.map(|(kind, ..)| kind), PROBLEM_TYPES.map(|(kind, ..)| kind));
    let (lab, mut told) = (lab(), BTreeMap::new());
    for ((kind, status, hint), (_, _, detail)) in OF_REQUESTS.into_iter().zip(PROBLEM_TYPES) {
        refuse(&lab, kind);
        let run = lab.run(ISSUE);
        let (transcript, hints) = (run.transcript(), hints(&run));
        assert_eq!(run.status, status, "{kind}: {transcript}");
        assert!(transcript.contains(&format!(" says: {detail} ({kind})")), "{kind}: {transcript}");
        assert!(hints.len() == 1 && hints[0].starts_with(hint), "{kind}: {transcript}");
        assert_eq!(told.insert(hints[0].to_owned(), kind), None, "{kind}: {transcript}");
    }
}

#[test]
fn what_is_wrong_with_a_name_has_a_hint_of_its_own_and_the_right_exit_code() {
    let lab = lab();
    for (kind, status, hint) in OF_NAMES {
        let failing = vec![("example.test".to_owned(), Problem::usual(kind))];
        lab.sandbox.authority.manners(|manners| manners.failing_names = failing);
        let run = lab.run(ISSUE);
        assert_eq!(run.status, status, "{kind}: {}", run.transcript());
        assert!(hints(&run).len() == 1 && hints(&run)[0].starts_with(hint), "{kind}: {}", run.transcript());
    }
}

#[test]
fn an_order_that_comes_to_nothing_after_its_proofs_is_met_the_same_way() {
    let lab = lab();
    for (kind, status, hint) in [OF_NAMES[0], OF_NAMES[5], OF_NAMES[6]] {
        lab.sandbox.authority.manners(|manners| manners.invalidate_next = [Problem::usual(kind)].into());
        let run = lab.run(ISSUE);
        assert_eq!(run.status, status, "{kind}: {}", run.transcript());
        assert!(hints(&run)[0].starts_with(hint), "{kind}: {}", run.transcript());
    }
}

#[test]
fn several_things_at_once_are_told_name_by_name_and_met_as_the_worst_of_them() {
    let lab = lab();
    let compound = Problem::usual("compound")
        .with_subproblem("example.test", Problem::usual("dns"))
        .with_subproblem("example.test", Problem::usual("caa"));
    lab.sandbox.authority.manners(|manners| manners.refuse_next = [(NewOrder, compound)].into());
    let run = lab.run(ISSUE);
    assert_eq!(run.status, 3, "{}", run.transcript());
    assert!(
        run.stderr.contains("  cause: example.test: There was a problem with a DNS query (dns)\n"),
        "{}",
        run.stderr
    );
    assert_eq!(hints(&run).len(), 2, "{}", run.stderr);
}

#[test]
fn a_limit_is_told_with_the_date_when_it_ends() {
    let lab = lab();
    let limited = || Problem::usual("rateLimited").with_retry_after("7200");
    for stage in [NewOrder, Finalize] {
        lab.sandbox.authority.manners(|manners| manners.refuse_next = [(stage, limited())].into());
        let run = lab.run(ISSUE);
        assert_eq!(run.status, 4, "{}", run.transcript());
        let date = hints(&run)[0].strip_prefix("the CA's limits are used up; it asks to be left alone until ");
        let date = date.and_then(|rest| rest.strip_suffix(": run the same command again then"));
        let date: jiff::Timestamp = date.unwrap_or_else(|| panic!("{}", run.transcript())).parse().unwrap();
        let minutes = date.duration_since(jiff::Timestamp::now()).as_mins();
        assert!((118..=120).contains(&minutes) && date.subsec_nanosecond() == 0, "{}", run.transcript());
    }
    // The order was not lost for it.
    lab.run(ISSUE).succeeded();
    assert_eq!(lab.accepted(NewOrder), 1);
}

#[test]
fn new_terms_are_told_with_the_page_where_they_are_agreed_to() {
    let lab = lab();
    let terms = lab.sandbox.authority.new_terms();
    lab.sandbox.authority.manners(|manners| manners.refuse_next = [(NewOrder, terms)].into());
    let run = lab.run(ISSUE);
    assert_eq!(run.status, 3, "{}", run.transcript());
    assert!(run.stderr.contains("   hint: the CA has a page for it\n         https://localhost:"), "{}", run.stderr);
    assert!(run.stderr.contains("/terms/agreement\n"), "{}", run.stderr);
}
