//! The way from the records at a name to those that should be there.

use super::*;

const PIN: &str = "ca.example; accounturi=https://ca.example/acct/7; validationmethods=dns-01";

/// A plan, a record per line: `+` to add, `-` to remove, `=` to keep.
fn planned(present: &[&str], asked: &[bool], aim: Aim) -> Vec<String> {
    let plan = asking(|applicant| Plan::new(&records(present), asked, applicant, aim));
    let line = |mark: &'static str| move |record: &Record| format!("{mark} {}", record.line().replace(PIN, "PIN"));
    let (keep, remove) = (plan.keep.iter().map(line("=")), plan.remove.iter().map(line("-")));
    keep.chain(remove).chain(plan.add.iter().map(line("+"))).collect()
}

fn permit(present: &[&str]) -> Vec<String> {
    planned(present, &[false, true], Aim::Permit)
}

fn lock(present: &[&str]) -> Vec<String> {
    planned(present, &[false, true], Aim::Lock)
}

#[test]
fn where_nobody_is_named_both_records_are_added() {
    let both = ["+ 0 issue \"PIN\"", "+ 0 issuewild \"PIN\""];
    assert_eq!(permit(&[]), both);
    assert_eq!(lock(&[]), both);
    let iodef = "0 iodef mailto:a@example.com";
    assert_eq!(permit(&[iodef])[1..], both);
    assert_eq!(lock(&[iodef])[..1], ["= 0 iodef \"mailto:a@example.com\""]);
}

#[test]
fn beside_another_ca_one_issue_permits_and_takes_nothing_from_it() {
    assert_eq!(permit(&["0 issue other.example"]), ["= 0 issue \"other.example\"", "+ 0 issue \"PIN\""]);
    let apart = permit(&["0 issue other.example", "0 issuewild other.example"]);
    assert_eq!(apart[2..], ["+ 0 issue \"PIN\"", "+ 0 issuewild \"PIN\""]);
}

#[test]
fn what_permits_already_needs_nothing() {
    assert_eq!(permit(&["0 issue ca.example"]), ["= 0 issue \"ca.example\""]);
    // Names are anybody's; only wildcards are not ours.
    assert_eq!(permit(&["0 issuewild other.example"])[1..], ["+ 0 issuewild \"PIN\""]);
}

#[test]
fn a_wildcard_that_nobody_asked_for_is_left_alone() {
    let present = ["0 issue ca.example", "0 issuewild ;"];
    assert_eq!(planned(&present, &[false], Aim::Permit), ["= 0 issue \"ca.example\"", "= 0 issuewild \";\""]);
    assert_eq!(
        planned(&present, &[false], Aim::Lock),
        ["= 0 issuewild \";\"", "- 0 issue \"ca.example\"", "+ 0 issue \"PIN\""]
    );
    assert_eq!(permit(&present)[2..], ["+ 0 issuewild \"PIN\""]);
}

#[test]
fn a_lock_removes_whoever_else_may_issue_and_keeps_the_rest() {
    let present = [
        "0 issue other.example",
        "0 issue ca.example",
        "0 issue ca.example; accounturi=https://ca.example/acct/8",
        "0 issue ca.example; accounturi=https://ca.example/acct/7",
        "0 issue ;",
        "0 iodef mailto:a@example.com",
        "0 issuemail other.example",
    ];
    let planned = lock(&present);
    let kept = ["= 0 issue \";\"", "= 0 iodef \"mailto:a@example.com\"", "= 0 issuemail \"other.example\""];
    assert_eq!(planned[..3], kept);
    assert_eq!(planned.iter().filter(|line| line.starts_with('-')).count(), 4);
    assert_eq!(planned[7..], ["+ 0 issue \"PIN\"", "+ 0 issuewild \"PIN\""]);
}

#[test]
fn a_lock_that_is_there_is_done_however_it_is_written() {
    let turned = "128 ISSUE ca.example;validationmethods=dns-01;accounturi=https://ca.example/acct/7";
    assert_eq!(lock(&[turned]).len(), 1);
    let wild = format!("0 issuewild {PIN}");
    assert_eq!(lock(&[turned, &wild]).len(), 2);
    assert_eq!(lock(&[&wild])[1..], ["+ 0 issue \"PIN\""]);
    // Not every CA reads capitals: what is to lock is better written without.
    let capitals = "0 issue CA.example; ValidationMethods=dns-01; accounturi=https://ca.example/acct/7";
    assert_eq!(lock(&[capitals])[1..], ["+ 0 issue \"PIN\"", "+ 0 issuewild \"PIN\""]);
}

#[test]
fn the_records_of_a_done_plan_lock_and_plan_nothing_more() {
    let sets: [&[&str]; 4] =
        [&[], &["0 issue other.example", "128 future x"], &["0 issuewild ca.example"], &["0 issue ;", "0 issuewild ;"]];
    for present in sets {
        asking(|applicant| {
            let merged = Plan::new(&records(present), &[false, true], applicant, Aim::Lock).merged();
            assert!(Plan::new(&merged, &[false, true], applicant, Aim::Lock).is_done(), "{present:?}");
            let climb = Climb::new(Vec::new(), Found::Records { at: name("example.com"), records: merged });
            for wildcard in [false, true] {
                let locked = Verdict::Permitted { restriction: Restriction::Locked };
                assert_eq!(judge(&climb, wildcard, applicant), locked, "{present:?}");
            }
        });
    }
}

#[test]
fn what_is_critical_and_unknown_has_to_go_whatever_the_aim_is() {
    assert_eq!(permit(&["128 future x", "0 issue ca.example"]), ["= 0 issue \"ca.example\"", "- 128 future \"x\""]);
}
