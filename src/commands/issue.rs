//! `certdns issue`: a certificate for these names.

mod names;
mod outcome;
mod plan;
mod rehearsal;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::ArgGroup;
use url::Url;

use crate::accounts::{Wish, agree_beforehand, asked_for};
use crate::certificate::{KeyType, Recipe, Request};
use crate::context::Context;
use crate::deploying::Round;
use crate::enrolment::{Enrolled, Where, enrol};
use crate::error::{Doing, Error, Hint, Result};
use crate::event::Event;
use crate::identifier::Identifier;
use crate::inspection::{Inspector, NotReady, Sight};
use crate::obtaining::{Wanted, obtain};
use crate::output::{Outcome, plain};
use crate::outputs::{self, Outputs};
use crate::permission::Who;
use crate::pinning::{self, Change};
use crate::renewal::{Before, Reason};
use crate::renewing::keep_sights;
use crate::store::{Lineage, Step};
use crate::watching::watch;

use super::faults::IssueFault;
use super::hooking::{HookArgs, around};
use super::outputting::{OutputArgs, deliver_as};
use super::register::parse_names;
use super::waiting::WaitArgs;
use crate::lineages::standing;
use outcome::IssueOutcome;
use plan::{NotAfter, Plan, Target, plan};

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
    #[arg(long, value_name = "PART|TIME", value_parser = renew_before)]
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
    let target = target(&args)?;
    let certificate = format!("a certificate for {}", first(&target.names));
    match args.dry_run {
        true => {
            let outcome = rehearsal::rehearse(cx, &args, target).await;
            Ok(Box::new(outcome.doing(format!("the dry run for {certificate} failed"))?))
        }
        false => Ok(Box::new(issue(cx, &args, target).await.doing(format!("could not issue {certificate}"))?)),
    }
}

/// What was typed: names, or a request with its names.
fn target(args: &Args) -> Result<Target> {
    let request = args.csr.as_deref().map(read_request).transpose()?;
    let typed = match &request {
        Some(request) => request.names().to_vec(),
        None => parse_names(&args.domains)?,
    };
    Ok(Target { names: names::distinct(typed)?, request })
}

fn read_request(path: &Path) -> Result<Request> {
    let content = std::fs::read(path);
    let content = content.map_err(|source| IssueFault::Unreadable { path: path.to_owned(), source })?;
    Request::parse(&content).doing(format!("could not use the certificate request {}", path.display()))
}

async fn issue(cx: &Context, args: &Args, target: Target) -> Result<IssueOutcome> {
    let name = lineage_name(cx, args, &target.names)?;
    let _lock = cx.store.lock_lineage(&name, super::waiting::INTERACTIVE_WAIT, &cx.reporter).await?;
    let before = cx.store.lineage(&name)?;
    if let Some(lineage) = &before {
        cx.store.heal(lineage)?;
    }
    let certified = certified(before.as_ref());
    let (hooks, round) = (args.hooks.over(before.clone().map(|one| one.hooks).unwrap_or_default()), Round::default());
    let (outputs, account) = (args.outputs.wanted(cx, &name, before.as_ref())?, asked_for(cx, &cx.settings.ca)?);
    let (lineage, once, reason) = match plan(cx, args, &name, target, before)? {
        Plan::Obtain(lineage, once, reason) => {
            possible(&outputs, &lineage.recipe)?;
            let (account, renew_before) = (account.or(lineage.account.clone()), renewing_before(args, &lineage));
            (Lineage { account, renew_before, outputs, hooks, ..*lineage }, once, reason)
        }
        Plan::Keep(standing, recipe) => {
            possible(&outputs, &recipe)?;
            let renew_before = renewing_before(args, &standing.lineage);
            let remembered = (&recipe, &renew_before) != (&standing.lineage.recipe, &standing.lineage.renew_before);
            if remembered {
                cx.store.remember(&name, &recipe, renew_before.as_ref())?;
            }
            let rehooked = hooks != standing.lineage.hooks;
            if rehooked {
                cx.store.set_hooks(&name, &hooks)?;
            }
            let lineage = ordered_by(cx, Lineage { recipe, renew_before, hooks, ..standing.lineage }, account)?;
            let delivered = async { deliver_as(cx, lineage, outputs) };
            let ((lineage, written), ran) = around(cx, &round, &name, delivered).await?;
            return Ok(IssueOutcome::kept(self::standing(cx, lineage), remembered || rehooked, written).with(ran));
        }
    };
    let typed = Wish::with_flags(cx, args.email.clone(), args.agree_tos);
    if reason == Reason::OtherAuthority {
        warn_of_pins(cx, &lineage).await?;
    }
    let begun = Instant::now();
    let (enrolled, wish) = ready(cx, args, &lineage, &lineage.directory, (&certified, &typed)).await?;
    let steps = vec![Step::new("check", begun.elapsed())];
    let wanted = Wanted { lineage, once, reason, steps, enrolled: &enrolled, wish: &wish, typed: &typed };
    let obtained = around(cx, &round, &name, async {
        round.before(cx, &wanted.lineage, reason).await?;
        obtain(cx, &wanted).await
    });
    let (obtained, ran) = Box::pin(obtained).await?;
    Ok(IssueOutcome::issued(standing(cx, obtained.lineage), reason, obtained.stand_in).with(ran))
}

/// `--renew-before`: an empty one takes back what was given before.
#[derive(Clone, Debug)]
struct RenewBefore(Option<Before>);

fn renew_before(text: &str) -> Result<RenewBefore, &'static str> {
    match text.trim() {
        "" => Ok(RenewBefore(None)),
        text => text.parse().map(|before| RenewBefore(Some(before))),
    }
}

fn renewing_before(args: &Args, lineage: &Lineage) -> Option<Before> {
    args.renew_before.as_ref().map_or_else(|| lineage.renew_before.clone(), |given| given.0.clone())
}

/// The account that is asked for orders from now on.
fn ordered_by(cx: &Context, lineage: Lineage, account: Option<Url>) -> Result<Lineage> {
    let Some(account) = account.filter(|account| lineage.account.as_ref() != Some(account)) else { return Ok(lineage) };
    cx.store.set_account(&lineage.name, &account)?;
    Ok(Lineage { account: Some(account), ..lineage })
}

/// Whether all outputs can be made where the key may be elsewhere.
fn possible(outputs: &Outputs, recipe: &Recipe) -> Result<()> {
    match recipe.csr {
        Some(_) => Ok(outputs::check_without_key(outputs)?),
        None => Ok(()),
    }
}

/// The names that have a certificate already.
fn certified(before: Option<&Lineage>) -> Vec<Identifier> {
    let live = before.filter(|lineage| lineage.live.is_some());
    live.map(|lineage| lineage.identifiers.clone()).unwrap_or_default()
}

/// Everything that can be seen before the CA is asked for a certificate.
async fn ready(
    cx: &Context,
    args: &Args,
    lineage: &Lineage,
    directory: &Url,
    (certified, wish): (&[Identifier], &Wish),
) -> Result<(Vec<Enrolled>, Wish)> {
    if args.profile.is_some() {
        // What was typed wrong is told before somebody waits for a CNAME; a CA that is down, when its turn comes.
        let authority = cx.authority(directory).await;
        authority.map_or(Ok(()), |authority| authority.offers(lineage.recipe.profile.as_deref()))?;
    }
    let enrolled = enrol(cx, &lineage.identifiers, &Where::WhereverItIs, &[]).await?;
    tell_of_lost_registrations(cx, &enrolled, certified);
    let wish = delegated(cx, lineage, directory, &enrolled, args.wait.given(), wish.clone()).await?;
    Ok((enrolled, wish))
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

/// Whoever goes to another CA may find that names pin the account at the old one.
async fn warn_of_pins(cx: &Context, lineage: &Lineage) -> Result<()> {
    if let Some(who) = Who::of(cx, &(lineage.directory.clone(), lineage.account.clone()))? {
        pinning::warn(cx, &Change::Applicant(&who)).await;
    }
    Ok(())
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
    directory: &Url,
    enrolled: &[Enrolled],
    wait: Option<Duration>,
    wish: Wish,
) -> Result<Wish> {
    let (mut inspector, mut wish) = (Inspector::remembered(cx, directory, lineage.account.as_ref())?, wish);
    let mut sights = inspector.look_before_ordering(cx, enrolled).await;
    let limit = wait.or_else(|| cx.reporter.is_interactive().then_some(super::waiting::INTERACTIVE_WAIT));
    if let (Some(limit), false) = (limit, sights.iter().all(|sight| sight.stands)) {
        cx.reporter.show(&to_do_text(&sights));
        wish = agree_beforehand(cx, directory, wish).await?;
        sights = watch(&inspector, enrolled, Some(limit), &cx.reporter).await;
    }
    keep_sights(cx, &sights);
    match NotReady::from(&sights) {
        Some(fault) => Err(Error::from(fault)),
        None => Ok(wish),
    }
}

/// What to do before a certificate can be ordered, records complete on lines of their own.
fn to_do_text(sights: &[Sight]) -> String {
    let mut hints: Vec<Hint> = Vec::new();
    sights
        .iter()
        .flat_map(Sight::errors)
        .flat_map(|finding| &finding.hints)
        .for_each(|hint| hint.merge_into(&mut hints));
    let each = hints.iter().map(|hint| {
        let lines: String = hint.lines.iter().map(|line| format!("{}\n", plain(line))).collect();
        let text = plain(&hint.text);
        if lines.is_empty() { format!("{text}\n\n") } else { format!("{text}:\n\n{lines}\n") }
    });
    format!("Before a certificate can be ordered:\n\n{}", each.collect::<String>())
}
