//! `certdns issue`: a certificate for these names.

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Value, json};
use url::Url;

use crate::accounts::{Wish, agree_beforehand, asked_for};
use crate::certificate::{Certificate, KeyType};
use crate::context::Context;
use crate::enrolment::{Enrolled, Where, enrol};
use crate::error::{Doing, Error, Result};
use crate::event::Event;
use crate::identifier::Identifier;
use crate::inspection::{Inspector, Sight};
use crate::obtaining::obtain;
use crate::output::{Outcome, moment};
use crate::renewal::{Decision, Reason};
use crate::store::Lineage;
use crate::watching::watch;

use super::faults::{IssueFault, NotReady};
use super::lineages::{Standing, standing};
use super::register::{parse_names, records_text};
use super::waiting::WaitArgs;

/// Get a certificate, registering and checking what is needed first
///
/// Nothing is ordered for names that cannot validate: without their CNAMEs, the records to create are printed.
/// The same names again: tells when the certificate is due, and does nothing.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// A name for the certificate; repeatable. Wildcards: '*.example.com'
    #[arg(short, long = "domain", required = true, value_name = "NAME")]
    domains: Vec<String>,
    /// Name of the lineage, which names the directory the files are in [default: the first name]
    #[arg(long, value_name = "LINEAGE")]
    name: Option<String>,
    /// Kind of private key: ecdsa-p256, ecdsa-p384, rsa2048, rsa3072 or rsa4096 [default: ecdsa-p256]
    #[arg(long, value_name = "TYPE")]
    key_type: Option<KeyType>,
    /// Contact address for a new ACME account [env: CERTDNS_EMAIL]
    #[arg(long, value_name = "ADDR", value_parser = crate::accounts::email)]
    email: Option<String>,
    /// Agree to the CA's terms of service [env: CERTDNS_AGREE_TOS]
    #[arg(long)]
    agree_tos: bool,
    #[command(flatten)]
    wait: WaitArgs,
    /// Issue although the certificate is not due
    #[arg(long)]
    force: bool,
}

/// A certificate that is live now, new or still good.
pub struct IssueOutcome {
    pub(super) standing: Standing,
    /// `None`: it was still good, nothing was done.
    pub(super) issued_because: Option<Reason>,
}

/// Registers what is missing, checks everything, then asks the CA.
pub async fn run(cx: &Context, args: Args) -> Result<IssueOutcome> {
    let names = wanted_names(&args.domains)?;
    let attempt = format!("could not issue a certificate for {}", first(&names));
    issue(cx, &args, names).await.doing(attempt)
}

async fn issue(cx: &Context, args: &Args, names: Vec<Identifier>) -> Result<IssueOutcome> {
    let name = lineage_name(cx, args, &names)?;
    let _lock = cx.store.lock_lineage(&name, super::waiting::INTERACTIVE_WAIT, &cx.reporter).await?;
    let before = cx.store.lineage(&name)?;
    if let Some(lineage) = &before {
        cx.store.heal(lineage)?;
    }
    let certified = before.as_ref().filter(|lineage| lineage.live.is_some()).map(|lineage| lineage.identifiers.clone());
    let certified = certified.unwrap_or_default();
    let account = asked_for(cx, &cx.settings.ca)?;
    let (lineage, reason) = match plan(cx, args, &name, names, before)? {
        Plan::Keep(standing) => return keep(cx, *standing, account),
        Plan::Obtain(lineage, reason) => (Lineage { account: account.or(lineage.account.clone()), ..*lineage }, reason),
    };
    let enrolled = enrol(cx, &lineage.identifiers, &Where::WhereverItIs, &[]).await?;
    tell_of_lost_registrations(cx, &enrolled, &certified);
    let wish = Wish::with_flags(cx, args.email.clone(), args.agree_tos);
    let wish = delegated(cx, &lineage, &enrolled, args.wait.given(), wish).await?;
    let lineage = obtain(cx, lineage, &enrolled, &wish).await?;
    Ok(IssueOutcome { standing: standing(cx, lineage), issued_because: Some(reason) })
}

/// A certificate that is still good; the account that is asked for orders the next one.
fn keep(cx: &Context, mut standing: Standing, account: Option<Url>) -> Result<IssueOutcome> {
    if let Some(account) = account.filter(|account| standing.lineage.account.as_ref() != Some(account)) {
        cx.store.set_account(&standing.lineage.name, &account)?;
        standing.lineage.account = Some(account);
    }
    Ok(IssueOutcome { standing, issued_because: None })
}

enum Plan {
    Keep(Box<Standing>),
    Obtain(Box<Lineage>, Reason),
}

/// What to do about these names, given what is there. Pure but for reading the live certificate.
fn plan(cx: &Context, args: &Args, name: &str, names: Vec<Identifier>, before: Option<Lineage>) -> Result<Plan> {
    let key_type = args.key_type.or(before.as_ref().map(|lineage| lineage.key_type)).unwrap_or_default();
    let Some(before) = before else {
        let lineage = Lineage::new(name, names, key_type, cx.settings.ca.clone(), Timestamp::now());
        return Ok(Plan::Obtain(Box::new(lineage), Reason::NotIssued));
    };
    let changed = changed(&before, &names, key_type, &cx.settings.ca);
    if changed == Some(Reason::OtherNames) && args.name.is_none() {
        // Another process took the name while we waited for the lock.
        return Err(IssueFault::NameTaken { name: name.to_owned(), names: before.identifiers }.into());
    }
    let now = Timestamp::now();
    let standing = standing(cx, before);
    let reason = match (changed, standing.decision(now)) {
        (Some(reason), _) | (None, Decision::Due(reason)) => reason,
        (None, Decision::Wait { .. }) if args.force => Reason::Forced,
        (None, Decision::Wait { .. }) => return Ok(Plan::Keep(Box::new(standing))),
    };
    let lineage = Lineage { identifiers: names, key_type, directory: cx.settings.ca.clone(), ..standing.lineage };
    Ok(Plan::Obtain(Box::new(lineage), reason))
}

/// Why a lineage as it is does not answer what is asked for now.
fn changed(before: &Lineage, names: &[Identifier], key_type: KeyType, directory: &Url) -> Option<Reason> {
    let set = |names: &[Identifier]| names.iter().cloned().collect::<BTreeSet<_>>();
    if set(&before.identifiers) != set(names) {
        return Some(Reason::OtherNames);
    }
    if before.key_type != key_type {
        return Some(Reason::OtherKeyType);
    }
    (before.directory != *directory).then_some(Reason::OtherAuthority)
}

/// Distinct names in the order typed; a name that a wildcard beside it covers would be refused by the CA.
fn wanted_names(texts: &[String]) -> Result<Vec<Identifier>> {
    let mut names: Vec<Identifier> = Vec::new();
    for name in parse_names(texts)? {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let covered = |name: &&Identifier| {
        let by =
            |wildcard: &Identifier| wildcard.is_wildcard() && name.base().parent().as_ref() == Some(wildcard.base());
        !name.is_wildcard() && names.iter().any(by)
    };
    match names.iter().find(covered) {
        Some(name) => Err(IssueFault::Covered { name: name.clone() }.into()),
        None => Ok(names),
    }
}

fn first(names: &[Identifier]) -> String {
    names.first().map(ToString::to_string).unwrap_or_default()
}

/// The lineage that is asked for: by name, by its names, or a new one called after the first name.
fn lineage_name(cx: &Context, args: &Args, names: &[Identifier]) -> Result<String> {
    if let Some(name) = &args.name {
        return Ok(crate::store::lineage_name(name)?);
    }
    if let Some(lineage) = cx.store.find_by_identifiers(names)? {
        return Ok(lineage.name);
    }
    let name = crate::store::lineage_name(&first(names))?;
    match cx.store.lineage(&name)? {
        Some(taken) => Err(IssueFault::NameTaken { name, names: taken.identifiers }.into()),
        None => Ok(name),
    }
}

/// A name that has a certificate had a registration, too: whoever lost it may have a backup.
fn tell_of_lost_registrations(cx: &Context, enrolled: &[Enrolled], certified: &[Identifier]) {
    let lost = |one: &&Enrolled| one.fresh && one.names.iter().any(|name| certified.contains(name));
    for one in enrolled.iter().filter(lost) {
        let text = format!(
            "{} had to be registered anew; with a backup of registrations/, restore that instead of changing the CNAME",
            one.challenge
        );
        cx.report(Event::Warning { text });
    }
}

/// Goes on only when every name would be validated. Whoever watches is shown the records and waited for.
async fn delegated(
    cx: &Context,
    lineage: &Lineage,
    enrolled: &[Enrolled],
    wait: Option<Duration>,
    wish: Wish,
) -> Result<Wish> {
    let directory = &lineage.directory;
    let (inspector, mut wish) = (Inspector::remembered(cx, directory, lineage.account.as_ref())?, wish);
    let mut sights = inspector.look(enrolled).await;
    let limit = wait.or_else(|| cx.reporter.is_interactive().then_some(super::waiting::INTERACTIVE_WAIT));
    if let (Some(limit), false) = (limit, sights.iter().all(|sight| sight.stands)) {
        cx.reporter.show(&records_text(&missing(enrolled, &sights)));
        wish = agree_beforehand(cx, directory, wish).await?;
        sights = watch(&inspector, enrolled, Some(limit), &cx.reporter).await;
    }
    match NotReady::from(&sights) {
        Some(fault) => Err(Error::from(fault)),
        None => Ok(wish),
    }
}

fn missing(enrolled: &[Enrolled], sights: &[Sight]) -> Vec<Enrolled> {
    enrolled.iter().zip(sights).filter(|(_, sight)| !sight.stands).map(|(one, _)| one.clone()).collect()
}

impl Outcome for IssueOutcome {
    fn json(&self) -> Value {
        json!({
            "lineage": self.standing.json(),
            "issued": self.issued_because.is_some(),
            "reason": self.issued_because.map(|reason| reason.to_string()),
        })
    }

    fn text(&self) -> String {
        let now = Timestamp::now();
        let Standing { lineage, certificate, .. } = &self.standing;
        let Some(certificate) = certificate else { return format!("{}: no certificate\n", lineage.name) };
        let until = moment(certificate.not_after, now);
        let due = moment(self.standing.due_at().unwrap_or(now), now);
        match self.issued_because {
            None => format!(
                "{}: the certificate is good until {until}; it is due for renewal {due}\nNothing to do. (`--force` issues all the same.)\n",
                lineage.name
            ),
            Some(_) => format!(
                "{}: new certificate, good until {until}\n\n{}\nRenew it from a timer with `certdns renew`; it is due {due}.\n",
                lineage.name,
                files_text(&self.standing)
            ),
        }
    }
}

/// Where servers find the files.
fn files_text(standing: &Standing) -> String {
    let line = |(label, file): (&str, &str)| format!("  {label:<12} {}\n", standing.live_path.join(file).display());
    [("certificate", "fullchain.pem"), ("private key", "privkey.pem")].map(line).concat()
}

impl IssueOutcome {
    /// The live certificate.
    #[must_use]
    pub fn certificate(&self) -> Option<&Certificate> {
        self.standing.certificate.as_ref()
    }
}
