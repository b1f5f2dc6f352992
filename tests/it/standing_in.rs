//! A CA that stands in for another, and an order that is only tried.

use std::collections::BTreeMap;
use std::path::Path;

use certdns::sandbox::Failure;
use certdns::sandbox::Stage::{Directory, Finalize, NewOrder};
use certdns::sandbox::authority::{Authority, ExternalAccounts, Problem};
use snapbox::str;

use crate::support::{Lab, Run, same};

const ISSUE: &str = "issue -d example.test --agree-tos";

struct Two {
    lab: Lab,
    other: Authority,
    environment: Vec<(&'static str, String)>,
}

impl Two {
    fn new() -> Two {
        let lab = Lab::with(|options| options.authority.bad_nonces = 0).delegated("example.test");
        let (other, mut environment) = lab.another_authority();
        environment.push(("CERTDNS_AGREE_TOS", "true".to_owned()));
        Two { lab, other, environment }
    }

    fn run(&self, line: &str) -> Run {
        let environment: Vec<(&str, &str)> =
            self.environment.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.lab.run_with(line, &environment)
    }

    fn refuse(&self, problem: Problem) {
        self.lab.sandbox.authority.manners(|manners| manners.refuse_next = [(NewOrder, problem)].into());
    }
}

fn limited() -> Problem {
    Problem::usual("rateLimited").with_retry_after("7200")
}

#[test]
fn a_ca_whose_limits_are_used_up_is_stood_in_for_and_asked_again_the_next_time() {
    let two = Two::new();
    two.refuse(limited());
    same(
        &two.run(ISSUE).transcript(),
        str![[r#"
0
--- stdout
example.test: new certificate, good until [TIME] (in 89 days)
It is from localhost:[PORT] instead of localhost:[PORT]: localhost:[PORT] says: Too many requests of this kind (rateLimited), and asks to be left alone until [TIME]

  certificate  [DIR]/state/lineages/example.test/live/fullchain.pem
  private key  [DIR]/state/lineages/example.test/live/privkey.pem

Renew it from a timer with `certdns renew`; it is due [TIME] (in 59 days).
--- stderr
asking DNS about _acme-challenge.example.test
creating an ACME account at localhost:[PORT]
ordering a certificate for example.test
warning: localhost:[PORT] says: Too many requests of this kind (rateLimited), and asks to be left alone until [TIME]; asking localhost:[PORT] instead
creating an ACME account at localhost:[PORT]
ordering a certificate for example.test
publishing a value for _acme-challenge.example.test at 127.0.0.1:[PORT]
the CA is validating example.test
the CA is issuing
fetching the certificate
stored generation 1 of example.test

"#]],
    );
    assert_eq!(two.other.certificates().len(), 1);
    let lineage = two.lab.lineage("example.test");
    assert_eq!(lineage["directory"], two.lab.sandbox.authority.directory().as_str());
    assert_eq!(lineage["issued_by"], two.other.directory().as_str());
    assert!(two.run(ISSUE).succeeded().stdout.contains("Nothing to do."));

    let run = two.run("renew --force --json").succeeded();
    assert_eq!(run.json()["lineages"][0].get("instead_of"), None);
    assert_eq!(two.lab.lineage("example.test").get("issued_by"), None);
    two.lab.verify("example.test", &["example.test"]);
}

#[test]
fn a_ca_that_is_down_is_stood_in_for_when_renewing() {
    let two = Two::new();
    two.run(ISSUE).succeeded();
    two.run(&format!("acmeaccount add --agree-tos --ca {}", two.other.directory())).succeeded();
    let down = Failure::Status { code: 503, retry_after: None };
    two.lab.sandbox.authority.manners(|manners| manners.fail_next = vec![(Directory, down); 16].into());
    let run = two.run("renew --force").succeeded();
    let said = " from localhost:";
    assert!(run.stdout.contains(said) && run.stdout.contains("is overloaded or down"), "{}", run.transcript());
    let run = two.run("renew --force --json").succeeded();
    let because = run.json()["lineages"][0]["instead_of"]["because"].as_str().unwrap().to_owned();
    assert!(because.contains("is overloaded or down (HTTP 503"), "{because}");
    assert_eq!(two.other.certificates().len(), 2);
}

#[test]
fn what_another_ca_issued_is_shown_and_revoked_there() {
    let two = Two::new();
    two.refuse(limited());
    two.run(ISSUE).succeeded();
    let (own, other) = (two.lab.sandbox.authority.directory().to_string(), two.other.directory().to_string());
    let host = |directory: &str| directory.split('/').nth(2).unwrap().to_owned();
    let shown = two.run("show example.test").succeeded().stdout;
    assert!(shown.contains(&format!("{}, in place of {}\n", host(&other), host(&own))), "{shown}");
    let shown = two.run("show example.test --json").succeeded().json();
    assert!(shown["account"].as_str().unwrap().contains(&host(&other)), "{shown}");
    assert!(shown["renewal_info"]["start"].is_string(), "{shown}");
    let listed = two.run("list --offline").succeeded().stdout;
    assert!(listed.contains(&host(&other)) && !listed.contains(&host(&own)), "{listed}");
    let revoked = two.run("revoke example.test --yes --json").succeeded().json();
    assert_eq!(revoked["authority"], other);
    assert!(two.other.certificates()[0].revoked.is_some());
    let run = two.run("renew --json").succeeded();
    assert_eq!(run.json()["lineages"][0]["reason"], "it was revoked");
    assert_eq!(two.lab.sandbox.authority.certificates().len(), 1);
    let old = two.run("revoke example.test --generation 1 --yes --json").succeeded().json();
    assert_eq!((&old["authority"], &old["already_revoked"]), (&other.into(), &true.into()));
}

#[test]
fn what_vouches_at_one_ca_is_not_shown_to_its_stand_in() {
    let mut two = Two::new();
    let key = "zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W";
    for authority in [&two.lab.sandbox.authority, &two.other] {
        authority.manners(|manners| manners.external_accounts = ExternalAccounts::required(&[("kid-1", key)]));
    }
    two.environment.push(("CERTDNS_EAB_KID", "kid-1".to_owned()));
    two.environment.push(("CERTDNS_EAB_HMAC_KEY", key.to_owned()));
    two.refuse(limited());
    let run = two.run(ISSUE);
    assert_eq!(run.status, 4, "{}", run.transcript());
    assert!(run.stderr.contains("and no external account binding is given"), "{}", run.transcript());
    assert_eq!((two.lab.sandbox.authority.accounts(), two.other.accounts()), (1, 0));
}

#[test]
fn a_lineage_goes_back_to_its_own_account_after_a_stand_in() {
    let two = Two::new();
    two.run("acmeaccount add --agree-tos --account main").succeeded();
    two.run("acmeaccount add --agree-tos --account work").succeeded();
    two.run(&format!("{ISSUE} --account work")).succeeded();
    let account = || two.lab.lineage("example.test")["account"].clone();
    let work = account();
    two.run(&format!("acmeaccount add --agree-tos --ca {}", two.other.directory())).succeeded();
    two.refuse(limited());
    two.run("renew --force").succeeded();
    assert_eq!((account(), two.other.certificates().len()), (work.clone(), 1));
    let run = two.run("renew --force").succeeded();
    assert!(!run.stderr.contains("warning"), "{}", run.transcript());
    assert_eq!(account(), work);
}

#[cfg(unix)]
#[test]
fn a_copy_that_cannot_be_written_is_told_where_another_ca_stood_in() {
    let two = Two::new();
    std::fs::create_dir(two.lab.path().join("tls")).unwrap();
    two.run(&format!("acmeaccount add --agree-tos --ca {}", two.other.directory())).succeeded();
    two.run(&format!("{ISSUE} --install fullchain=tls/x.pem")).succeeded();
    std::fs::remove_dir_all(two.lab.path().join("tls")).unwrap();
    two.refuse(limited());
    let run = two.run("renew --force");
    assert_eq!(run.status, 1, "{}", run.transcript());
    assert!(run.stdout.contains("generation 2 is stored and live"), "{}", run.transcript());
    assert_eq!((two.lab.sandbox.authority.certificates().len(), two.other.certificates().len()), (1, 1));
}

#[test]
fn what_is_wrong_with_the_order_is_no_reason_to_ask_another_ca() {
    let two = Two::new();
    two.refuse(Problem::usual("rejectedIdentifier"));
    assert_eq!(two.run(ISSUE).status, 1);
    two.refuse(limited());
    let staging = two.run(&format!("{ISSUE} --ca {}", two.other.directory()));
    assert!(!staging.stderr.contains("instead"), "{}", staging.transcript());
    assert_eq!(two.other.certificates().len(), 1);
}

#[test]
fn a_ca_that_caa_forbids_does_not_stand_in() {
    let two = Two::new();
    let account = two.run("acmeaccount add --agree-tos --json").succeeded().json();
    let record = account["accounts"][0]["caa"][0].as_str().unwrap().to_owned();
    let value = record.split_once('"').unwrap().1;
    two.lab.sandbox.host.add_record(&format!("example.test. CAA 0 issue \"{value}")).unwrap();
    two.refuse(limited());
    let run = two.run(ISSUE);
    assert_eq!(run.status, 4, "{}", run.transcript());
    assert!(run.stderr.contains(" cannot stand in: CAA forbids example.test: "), "{}", run.transcript());
    assert_eq!(run.stderr.matches("cannot stand in").count(), 1, "{}", run.transcript());
    assert!(run.stderr.contains("hint: the CA's limits are used up; "), "{}", run.transcript());
    assert!(two.other.certificates().is_empty());
}

#[test]
fn terms_that_nobody_agreed_to_are_not_agreed_to_for_standing_in() {
    let mut two = Two::new();
    two.run("acmeaccount add --agree-tos").succeeded();
    two.environment.retain(|(name, _)| *name != "CERTDNS_AGREE_TOS");
    // What is typed holds for the first CA.
    for line in ["issue -d example.test", ISSUE] {
        two.refuse(limited());
        let run = two.run(line);
        assert_eq!(run.status, 4, "{}", run.transcript());
        assert!(run.stderr.contains(" cannot stand in: "), "{}", run.transcript());
        assert_eq!(two.other.accounts(), 0);
    }
}

/// The public key in a request or a certificate is that of the key beside it, whichever CA was asked first.
#[test]
fn an_order_of_one_ca_is_never_carried_on_with_the_key_for_another() {
    let two = Two::new();
    let down = || vec![(Finalize, Failure::Status { code: 503, retry_after: Some(3600) })].into();
    two.run("acmeaccount add --agree-tos").succeeded();
    two.run(&format!("acmeaccount add --agree-tos --ca {}", two.other.directory())).succeeded();
    // The one that stands in takes an order, and then is down, too.
    two.refuse(limited());
    two.other.manners(|manners| manners.fail_next = down());
    assert_eq!(two.run(ISSUE).status, 4);
    assert_eq!(two.lab.lineage("example.test")["pending"]["directory"], two.other.directory().as_str());
    // The first one takes an order now, with a key of its own, and is down before the certificate is there.
    two.other.manners(|manners| manners.fail_next.clear());
    two.lab.sandbox.authority.manners(|manners| manners.fail_next = down());
    let run = two.run(ISSUE).succeeded();
    assert!(!run.stderr.contains("carrying on"), "{}", run.transcript());
    assert_eq!(two.other.certificates().len(), 1);
    assert_eq!(two.lab.lineage("example.test")["issued_by"], two.other.directory().as_str());
}

#[cfg(unix)]
#[test]
fn what_no_other_ca_can_help_with_is_told_at_once() {
    let two = Two::new();
    two.run("acmeaccount add --agree-tos").succeeded();
    // Where the accounts at the other CA would be, there is no directory.
    let host = two.other.directory();
    let host = format!("{}_{}", host.host_str().unwrap(), host.port().unwrap());
    let accounts = two.lab.state().join("accounts");
    std::fs::write(accounts.join(&host), "in the way").unwrap();
    two.refuse(limited());
    let run = two.run(ISSUE);
    assert_eq!(run.status, 1, "{}", run.transcript());
    assert!(!run.stderr.contains("cannot stand in"), "{}", run.transcript());
}

#[test]
fn another_ca_for_a_lineage_issues_at_once_and_says_why() {
    let two = Two::new();
    two.run(ISSUE).succeeded();
    let run = two.run(&format!("{ISSUE} --ca {}", two.other.directory())).succeeded();
    assert!(
        run.stdout.starts_with("example.test: new certificate (another CA is wanted), good until "),
        "{}",
        run.stdout
    );
    let lineage = two.lab.lineage("example.test");
    assert_eq!(lineage["directory"], two.other.directory().as_str());
    // A lineage of another CA than that of the settings is not stood in for.
    let down = Failure::Status { code: 503, retry_after: Some(3600) };
    two.other.manners(|manners| manners.fail_next = vec![(Directory, down); 2].into());
    let run = two.run("renew --force");
    assert_eq!(run.status, 4, "{}", run.transcript());
    assert!(!run.stderr.contains("instead"), "{}", run.transcript());
}

#[test]
fn generations_of_before_another_ca_are_revoked_at_their_own_or_where_it_is_said() {
    let two = Two::new();
    two.run(ISSUE).succeeded();
    // As certdns kept it once: not a word of where single generations came from.
    let path = two.lab.state().join("lineages/example.test/lineage.json");
    let mut lineage = two.lab.lineage("example.test");
    lineage.as_object_mut().unwrap().remove("generations").unwrap();
    std::fs::write(&path, lineage.to_string()).unwrap();
    let other = two.other.directory().to_string();
    two.run(&format!("{ISSUE} --ca {other}")).succeeded();
    let said = two.run(&format!("revoke example.test --generation 1 --yes --ca {other}"));
    assert_ne!(said.status, 0, "{}", said.transcript());
    let revoked = two.run("revoke example.test --generation 1 --yes --json").succeeded().json();
    assert_eq!(revoked["authority"], two.lab.sandbox.authority.directory().as_str());
    assert!(two.lab.sandbox.authority.certificates()[0].revoked.is_some());
}

#[test]
fn a_certificate_stays_with_its_ca_unless_another_is_named() {
    let two = Two::new();
    two.run(ISSUE).succeeded();
    let run = two.lab.run_with(ISSUE, &[("CERTDNS_CA", "")]).succeeded();
    assert!(run.stdout.contains("Nothing to do."), "{}", run.transcript());
}

/// Every file with what is in it.
fn contents(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir(root).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.is_symlink() {
            all.extend(contents(&path));
        } else {
            let content = path.read_link().map(|target| target.display().to_string().into_bytes());
            all.insert(path.display().to_string(), content.or_else(|_| std::fs::read(&path)).unwrap());
        }
    }
    all
}

#[test]
fn a_dry_run_does_all_but_keep_a_certificate() {
    let lab = Lab::new().delegated("example.test");
    same(
        &lab.run(&format!("{ISSUE} --dry-run")).transcript(),
        str![[r#"
0
--- stdout
example.test: the dry run went well at localhost:[PORT], with a certificate good until [TIME] (in 89 days); nothing of it is kept
Without `--dry-run` a certificate is issued: there is none yet.
--- stderr
warning: localhost:[PORT] has no staging twin that is known here: the order is a real one, and counts against its limits
asking DNS about _acme-challenge.example.test
creating an ACME account at localhost:[PORT]
ordering a certificate for example.test
publishing a value for _acme-challenge.example.test at 127.0.0.1:[PORT]
the CA is validating example.test
the CA is issuing
fetching the certificate

"#]],
    );
    assert_eq!(lab.sandbox.authority.certificates().len(), 1);
    assert!(!lab.state().join("lineages").exists());
}

#[test]
fn a_dry_run_leaves_a_lineage_as_it_is_to_the_octet() {
    let lab = Lab::new().delegated("example.test").delegated("www.example.test");
    lab.run(ISSUE).succeeded();
    let lineages = lab.state().join("lineages");
    let before = contents(&lineages);
    let more = "issue --name example.test -d www.example.test --expand --profile shortlived --reuse-key --dry-run";
    let run = lab.run(&format!("{more} --json")).succeeded();
    assert_eq!(run.json()["reason"], "other names are wanted");
    let run = lab.run("issue -d example.test --dry-run").succeeded();
    assert!(run.stdout.ends_with("is not due: without `--dry-run` nothing is done.\n"), "{}", run.transcript());
    assert_eq!(contents(&lineages), before);
    assert_eq!(lab.sandbox.authority.certificates().len(), 3);
}

#[test]
fn a_dry_run_writes_no_outputs_and_installs_nothing() {
    let lab = Lab::new().delegated("example.test");
    lab.run(&format!("{ISSUE} --combined --install fullchain=there.pem")).succeeded();
    // What is in the slots of a registration changes with every order, and every run is remembered.
    let kept = || {
        let mut all = contents(lab.path());
        all.retain(|path, _| !path.ends_with(".published") && !path.contains("/state/logs/"));
        all
    };
    let before = kept();
    let flags = "--pfx --der --install privkey=key.pem --install fullchain=there.pem --dry-run";
    lab.run(&format!("{ISSUE} {flags}")).succeeded();
    lab.run(&format!("{ISSUE} --key-type ecdsa-p384 --forget-outputs --dry-run")).succeeded();
    assert_eq!(kept(), before);
    let run = lab.run(&format!("{ISSUE} --install fullchain=nowhere/x.pem --dry-run"));
    assert!(run.stderr.contains("does not exist"), "{}", run.transcript());
}

#[test]
fn a_dry_run_fails_as_the_order_would() {
    let lab = Lab::new();
    let run = lab.run(&format!("{ISSUE} --dry-run"));
    assert_eq!(run.status, 3, "{}", run.transcript());
    assert!(run.stderr.contains("error: the dry run for a certificate for example.test failed\n"), "{}", run.stderr);
    assert!(run.stderr.contains("         _acme-challenge.example.test. CNAME "), "{}", run.stderr);
}

#[test]
fn a_dry_run_goes_to_the_staging_twin_where_there_is_one() {
    let lab = Lab::new().delegated("example.test");
    // Nobody is there, so that nobody is asked.
    let run = lab.run_with(
        &format!("{ISSUE} --dry-run"),
        &[("CERTDNS_CA", "letsencrypt"), ("HTTPS_PROXY", "http://127.0.0.1:9")],
    );
    assert_eq!(run.status, 4, "{}", run.transcript());
    assert!(run.stderr.contains("cause: Let's Encrypt (staging) gave no answer\n"), "{}", run.transcript());
    assert!(!run.stderr.contains("no staging twin"), "{}", run.transcript());
}
