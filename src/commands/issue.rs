//! `certdns issue`: a certificate for these names.

mod desired;
mod intent;
mod names;
mod not_after;
mod outcome;
mod plan;
mod rehearsal;

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::ArgGroup;
use url::Url;

use crate::accounts::{Wish, agree_beforehand};
use crate::certificate::{KeyType, Request};
use crate::context::Context;
use crate::deploying::Round;
use crate::enrolment::{Enrolled, Where, enrol};
use crate::error::{Doing, Error, Hint, Result};
use crate::event::Event;
use crate::identifier::Identifier;
use crate::inspection::{Inspector, NotReady, Sight};
use crate::output::{Outcome, plain};
use crate::renewing::keep_sights;
use crate::store::{Lineage, Step};
use crate::watching::watch;

use super::faults::IssueFault;
use super::hooking::{HookArgs, around};
use super::outputting::OutputArgs;
use super::register::parse_names;
use super::waiting::WaitArgs;

pub(super) use desired::{Desired, RenewBefore};
pub(super) use intent::{Intent, Obtaining, intend};
pub(super) use not_after::NotAfter;
pub(super) use outcome::IssueOutcome;

/// Get a certificate, registering and checking what is needed first
///
/// Nothing is ordered for names that cannot validate: without their CNAMEs, the records to create are printed.
/// The same names again: tells when the certificate is due, and does nothing. Other names, another key, profile or CA
/// than the lineage has: a new certificate at once. What is given is kept for every renewal.
#[derive(clap::Args, Debug)]
#[command(group(ArgGroup::new("target").required(true).args(["domains", "csr"])))]
pub struct Args {
    /// A name for the certificate; repeatable. Wildcards: '*.example.com'
    #[arg(short, long = "domain", value_name = "NAME")]
    domains: Vec<String>,
    /// Name of the lineage, which names the directory the files are in [default: the first name]
    #[arg(long, value_name = "LINEAGE")]
    name: Option<String>,
    /// Add the names given to those that the lineage has; what a new wildcard covers goes
    #[arg(long, requires = "name")]
    expand: bool,
    /// Kind of private key: ecdsa-p256, ecdsa-p384, rsa2048, rsa3072 or rsa4096 [default: ecdsa-p256]
    #[arg(long, value_name = "TYPE")]
    key_type: Option<KeyType>,
    /// Keep the private key at every renewal; `--reuse-key=false` ends that
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    reuse_key: Option<bool>,
    /// Make a new private key now, although the certificate is not due or the key is kept
    #[arg(long)]
    new_key: bool,
    /// Have this certificate request signed (PEM or DER): its names, its key, which stays where it is
    #[arg(long, value_name = "FILE", conflicts_with_all = ["expand", "key_type", "reuse_key", "new_key"])]
    csr: Option<PathBuf>,
    /// Kind of certificate, as `certdns ca show` lists them; empty: the CA's usual one
    #[arg(long, value_name = "PROFILE")]
    profile: Option<String>,
    /// Prefer the chain that ends at the root of this common name, such as "ISRG Root X1"; empty: the CA's usual one
    #[arg(long, value_name = "NAME")]
    preferred_chain: Option<String>,
    /// Until when the certificate is good, where the CA takes it: a date for this one (2027-01-31, 2027-01-31T12:00:00Z),
    /// or how long for all of them (7d, 36h); empty: as long as the CA likes
    #[arg(long, value_name = "WHEN")]
    not_after: Option<NotAfter>,
    /// Renew with so much left: a part of the lifetime (1/3, 25%) or a length of time (30d); empty: as everywhere
    #[arg(long, value_name = "PART|TIME")]
    renew_before: Option<RenewBefore>,
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
    /// Do everything but keep a certificate, at the CA's staging twin where it has one. Names are registered and an
    /// ACME account is made there, as for any order
    #[arg(long, conflicts_with = "force")]
    dry_run: bool,
    #[command(flatten)]
    outputs: OutputArgs,
    #[command(flatten, next_help_heading = "Hooks, kept with the lineage in place of those before; empty: none")]
    hooks: HookArgs,
}

/// Registers what is missing, checks everything, then asks the CA.
pub async fn run(cx: &Context, args: Args) -> Result<Box<dyn Outcome>> {
    let desired = desired(cx, &args)?;
    let certificate = format!("a certificate for {}", desired.first());
    if args.dry_run {
        let outcome = rehearsal::rehearse(cx, &args, &desired).await;
        return Ok(Box::new(outcome.doing(format!("the dry run for {certificate} failed"))?));
    }
    let outcome = Box::pin(issue(cx, &args, &desired)).await;
    Ok(Box::new(outcome.doing(format!("could not issue {certificate}"))?))
}

/// What was typed.
fn desired(cx: &Context, args: &Args) -> Result<Desired> {
    let request = args.csr.as_deref().map(read_request).transpose()?;
    let names = if request.is_some() { Vec::new() } else { parse_names(&args.domains)? };
    Ok(Desired {
        may_rename: args.name.is_some(),
        expand: args.expand,
        key_type: args.key_type,
        reuse_key: args.reuse_key,
        new_key: args.new_key,
        profile: args.profile.clone(),
        preferred_chain: args.preferred_chain.clone(),
        not_after: args.not_after,
        force: args.force,
        renew_before: args.renew_before.clone(),
        outputs: args.outputs.clone(),
        hooks: args.hooks.clone(),
        ..Desired::of(cx, names, request)?
    })
}

/// A certificate request of whoever has the key.
pub(super) fn read_request(path: &Path) -> Result<Request> {
    let content = std::fs::read(path);
    let content = content.map_err(|source| IssueFault::Unreadable { path: path.to_owned(), source })?;
    Request::parse(&content).doing(format!("could not use the certificate request {}", path.display()))
}

async fn issue(cx: &Context, args: &Args, desired: &Desired) -> Result<IssueOutcome> {
    let name = lineage_name(cx, args, &desired.names)?;
    let _lock = cx.store.lock_lineage(&name, super::waiting::INTERACTIVE_WAIT, &cx.reporter).await?;
    let round = Round::default();
    let work = Box::pin(bring_about(cx, args, desired, &name, &round));
    let (outcome, ran) = around(cx, &round, &name, work).await?;
    Ok(outcome.with(ran))
}

async fn bring_about(cx: &Context, args: &Args, desired: &Desired, name: &str, round: &Round) -> Result<IssueOutcome> {
    match intend(cx, desired, name, healed(cx, name)?)? {
        Intent::Keep(keeping) => keeping.carry_out(cx),
        Intent::Obtain(obtaining) => {
            let typed = Wish::with_flags(cx, args.email.clone(), args.agree_tos);
            obtaining.warn_of_pins(cx).await?;
            let begun = Instant::now();
            let (enrolled, wish) = ready(cx, args, &obtaining, &obtaining.lineage.directory, &typed).await?;
            let obtaining = Obtaining { steps: vec![Step::new("check", begun.elapsed())], ..*obtaining };
            obtaining.carry_out(cx, round, &enrolled, &wish, &typed).await
        }
    }
}

/// The lineage as it is on disk, with what a crash left undone done. The caller holds its lock.
pub(super) fn healed(cx: &Context, name: &str) -> Result<Option<Lineage>> {
    let lineage = cx.store.lineage(name)?;
    lineage.iter().try_for_each(|lineage| cx.store.heal(lineage))?;
    Ok(lineage)
}

/// Everything that can be seen before the CA is asked for a certificate.
async fn ready(
    cx: &Context,
    args: &Args,
    obtaining: &Obtaining,
    directory: &Url,
    wish: &Wish,
) -> Result<(Vec<Enrolled>, Wish)> {
    let lineage = &obtaining.lineage;
    if args.profile.is_some() {
        // What was typed wrong is told before somebody waits for a CNAME; a CA that is down, when its turn comes.
        let authority = cx.authority(directory).await;
        authority.map_or(Ok(()), |authority| authority.offers(lineage.recipe.profile.as_deref()))?;
    }
    let enrolled = enrol(cx, &lineage.identifiers, &Where::WhereverItIs, &[]).await?;
    tell_of_lost_registrations(cx, &enrolled, obtaining.certified());
    let wish = delegated(cx, args, lineage, directory, &enrolled, wish.clone()).await?;
    Ok((enrolled, wish))
}

/// The lineage that is asked for: by name, by its names, or a new one called after the first name.
fn lineage_name(cx: &Context, args: &Args, names: &[Identifier]) -> Result<String> {
    if let Some(name) = &args.name {
        return Ok(crate::store::lineage_name(name)?);
    }
    if let Some(lineage) = cx.store.find_by_identifiers(names)? {
        return Ok(lineage.name);
    }
    let name = called_after(names)?;
    match cx.store.lineage(&name)? {
        Some(taken) => Err(IssueFault::NameTaken { name, names: taken.identifiers }.into()),
        None => Ok(name),
    }
}

/// What a lineage is called where nobody says: after its first name.
pub(super) fn called_after(names: &[Identifier]) -> Result<String> {
    let first = names.first().map(ToString::to_string).unwrap_or_default();
    Ok(crate::store::lineage_name(&first)?)
}

/// A name that has a certificate had a registration, too: whoever lost it may have a backup.
pub(super) fn tell_of_lost_registrations(cx: &Context, enrolled: &[Enrolled], certified: &[Identifier]) {
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
    args: &Args,
    lineage: &Lineage,
    directory: &Url,
    enrolled: &[Enrolled],
    wish: Wish,
) -> Result<Wish> {
    let (mut inspector, mut wish) = (Inspector::remembered(cx, directory, lineage.account.as_ref())?, wish);
    let mut sights = inspector.look_before_ordering(cx, enrolled).await;
    let limit = args.wait.given().or_else(|| cx.reporter.is_interactive().then_some(super::waiting::INTERACTIVE_WAIT));
    if let (Some(limit), false) = (limit, sights.iter().all(|sight| sight.stands)) {
        cx.reporter.show(&to_do_text(&sights));
        wish = agree_beforehand(cx, directory, wish).await?;
        sights = watch(&inspector, enrolled, Some(limit), &cx.reporter).await;
    }
    if !args.dry_run {
        keep_sights(cx, &sights);
    }
    match NotReady::from(&sights) {
        Some(fault) => Err(Error::from(fault)),
        None => Ok(wish),
    }
}

/// What to do before a certificate can be ordered, records complete on lines of their own.
fn to_do_text(sights: &[Sight]) -> String {
    format!("Before a certificate can be ordered:\n\n{}", hints_text(&to_do(sights)))
}

/// What is to be done at DNS hosts, each thing once.
pub(super) fn to_do<'a>(sights: impl IntoIterator<Item = &'a Sight>) -> Vec<Hint> {
    let mut hints: Vec<Hint> = Vec::new();
    let errors = sights.into_iter().flat_map(Sight::errors);
    errors.flat_map(|finding| &finding.hints).for_each(|hint| hint.merge_into(&mut hints));
    hints
}

/// The same for a person; lines to copy stand alone.
pub(super) fn hints_text(hints: &[Hint]) -> String {
    let one = |hint: &Hint| {
        let lines: String = hint.lines.iter().map(|line| format!("{}\n", plain(line))).collect();
        let text = plain(&hint.text);
        if lines.is_empty() { format!("{text}\n\n") } else { format!("{text}:\n\n{lines}\n") }
    };
    hints.iter().map(one).collect()
}
