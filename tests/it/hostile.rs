//! Name servers that mean no good: no hang, no panic, nothing forged.

use std::time::{Duration, Instant};

use crate::support::hostile::{Trick, start};
use crate::support::{Lab, Run};

/// Longer than all time limits of one look together.
const BOUND: Duration = Duration::from_secs(30);

/// `check` with such a server as the only one of the zone.
#[track_caller]
fn checked(trick: Trick) -> Run {
    let lab = Lab::new().delegated("example.test");
    let address = start(trick);
    let acme_dns = format!("ns.auth.acme-dns.test={}", lab.sandbox.acme_dns.dns_addr());
    let servers = format!("ns1.example.test={address},ns2.example.test={address},{acme_dns}");
    let begun = Instant::now();
    let run = lab.run_with("check example.test", &[("CERTDNS_NAME_SERVERS", &servers)]);
    assert!(begun.elapsed() < BOUND, "{trick:?} took {:?}", begun.elapsed());
    assert!(matches!(run.status, 3 | 4), "{trick:?}: {}", run.transcript());
    run
}

#[test]
fn answers_that_are_none_count_as_no_answer() {
    for trick in [Trick::Garbage, Trick::WrongId, Trick::Late, Trick::Cut] {
        let run = checked(trick);
        assert!(run.stdout.contains("no name server gives an answer about"), "{trick:?}: {}", run.transcript());
    }
}

#[test]
fn an_answer_that_never_fits_ends_all_the_same() {
    checked(Trick::AlwaysTruncated);
}

#[test]
fn broken_answers_over_tcp_end_the_wait_for_them() {
    for trick in [Trick::SilentTcp, Trick::SlowTcp, Trick::ShortTcp] {
        checked(trick);
    }
}

#[test]
fn a_datagram_as_large_as_they_get_is_shown_in_part_at_most() {
    assert!(checked(Trick::HugeDatagram).stdout.len() < 8 * 1024);
}

#[test]
fn three_hundred_cnames_at_one_name_are_shown_in_part_at_most() {
    let run = checked(Trick::Manifold);
    assert!(run.stdout.len() < 8 * 1024, "{} octets", run.stdout.len());
}

#[test]
fn a_text_of_60_kib_is_shown_in_part() {
    let run = checked(Trick::LongText);
    assert!(run.stdout.contains("... (61200 octets)"), "{}", run.transcript());
    assert!(run.stdout.len() < 8 * 1024, "{} octets", run.stdout.len());
}

#[test]
fn three_hundred_cnames_are_not_followed() {
    let run = checked(Trick::ManyAliases);
    assert!(run.stdout.contains("through too many CNAMEs"), "{}", run.transcript());
}

#[test]
fn control_characters_never_reach_the_terminal() {
    let run = checked(Trick::ControlCharacters);
    let forged = |text: &str| text.lines().any(|line| line.trim_start().starts_with("error: forged"));
    assert!(!run.transcript().contains('\u{1b}') && !run.transcript().contains('\u{7}'));
    assert!(!forged(&run.stdout) && !forged(&run.stderr), "{}", run.transcript());
}
