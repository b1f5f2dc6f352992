//! `certdns renew`: every lineage that is due. One failure never stops the others.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::accounts::Wish;
use crate::context::Context;
use crate::delivery::{deliver, is_delivered};
use crate::deploying::{Ran, Round};
use crate::enrolment::{Enrolled, enrolled};
use crate::error::{Doing, Error, Kind, Result};
use crate::event::Event;
use crate::identifier::Identifier;
use crate::inspection::Inspector;
use crate::obtaining::{Once, StandIn, Wanted, obtain};
use crate::output::{Outcome, error_json, error_text, moment, plain};
use crate::renewal::{Decision, Reason};
use crate::store::{Lineage, lineage_name};

use super::faults::{IssueFault, NotReady};
use super::hooking::{self, HookArgs};
use super::lineages::{Standing, standing};

/// Renew every certificate that is due
///
/// Made for a timer: with nothing due it does nothing, and one failure never stops the others.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Lineages to look at; without any, all of them
    #[arg(value_name = "LINEAGE")]
    lineages: Vec<String>,
    /// Renew although they are not due
    #[arg(long)]
    force: bool,
    #[command(flatten, next_help_heading = "Hooks for this run, besides those that are kept")]
    hooks: HookArgs,
}

/// A lineage that another process works on (waiting for a CNAME, perhaps) must not keep the others waiting.
const PATIENCE: Duration = Duration::from_secs(30);

/// What became of each lineage.
pub struct RenewOutcome {
    parts: Vec<Part>,
    /// The hooks that were run at the end.
    ran: Vec<Ran>,
}

struct Part {
    lineage: String,
    result: Result<Fate>,
}

enum Fate {
    Renewed(Standing, Reason, Option<StandIn>),
    NotDue(Standing),
}

/// Renews what is due, one after the other.
pub async fn run(cx: &Context, args: Args) -> Result<RenewOutcome> {
    let (mut parts, round) = (Vec::new(), Round::new(args.hooks.for_this_run()));
    cx.store.sweep();
    for name in wanted(cx, &args)? {
        let result = renew(cx, &round, &name, args.force).await.doing(format!("could not renew {name}"));
        let looked = round.look(cx, &name).doing(format!("could not see which hooks are to be run for {name}"));
        parts.push(Part { lineage: name, result: result.and_then(|fate| looked.map(|()| fate)) });
    }
    Ok(RenewOutcome { parts, ran: round.finish(cx).await })
}

/// The names of the lineages that are meant; a name that is not there is an error before anything is done.
fn wanted(cx: &Context, args: &Args) -> Result<Vec<String>> {
    if args.lineages.is_empty() {
        return Ok(cx.store.lineage_names()?);
    }
    let known = cx.store.lineage_names()?;
    let mut wanted: Vec<String> = Vec::new();
    for text in &args.lineages {
        let name = lineage_name(text)?;
        if !known.contains(&name) {
            return Err(IssueFault::NoLineage { name: text.clone() }.into());
        }
        if !wanted.contains(&name) {
            wanted.push(name);
        }
    }
    Ok(wanted)
}

async fn renew(cx: &Context, round: &Round, name: &str, force: bool) -> Result<Fate> {
    if let Some(standing) = not_due(cx, name, force)? {
        return Ok(Fate::NotDue(standing));
    }
    let _lock = cx.store.lock_lineage(name, PATIENCE, &cx.reporter).await?;
    let lineage = load(cx, name)?;
    cx.store.heal(&lineage)?;
    let delivered = deliver(cx, &lineage);
    // Another process may have renewed it while we waited for the lock.
    let before = standing(cx, load(cx, name)?);
    let reason = match before.decision(Timestamp::now()) {
        Decision::Due(reason) => reason,
        Decision::Wait { .. } if force => Reason::Forced,
        // Files that are not what they should be are never a reason to issue.
        Decision::Wait { .. } => return delivered.map(|_| Fate::NotDue(before)),
    };
    if let Err(error) = delivered {
        cx.report(Event::Warning { text: [vec![error.message()], error.causes()].concat().join(": ") });
    }
    let enrolled = registered(cx, &before.lineage.identifiers)?;
    let (directory, account) = (&before.lineage.directory, before.lineage.account.as_ref());
    let mut inspector = Inspector::remembered(cx, directory, account)?;
    let sights = inspector.look_before_ordering(cx, &enrolled).await;
    if let Some(fault) = NotReady::from(&sights) {
        return Err(fault.into());
    }
    let wish = Wish::with_flags(cx, None, false);
    let (lineage, once) = (before.lineage, Once::default());
    let wanted = Wanted { lineage, once, enrolled: &enrolled, wish: &wish, typed: &wish };
    round.before(cx, &wanted.lineage, reason).await?;
    let obtained = obtain(cx, &wanted).await?;
    Ok(Fate::Renewed(standing(cx, obtained.lineage), reason, obtained.stand_in))
}

fn load(cx: &Context, name: &str) -> Result<Lineage> {
    let lineage = cx.store.lineage(name)?;
    lineage.ok_or_else(|| IssueFault::NoLineage { name: name.to_owned() }.into())
}

/// The lineage as it stands when nothing is to be done for it.
fn not_due(cx: &Context, name: &str, force: bool) -> Result<Option<Standing>> {
    let lineage = load(cx, name)?;
    let whole = cx.store.is_whole(&lineage) && is_delivered(cx, &lineage);
    let standing = standing(cx, lineage);
    let waits = matches!(standing.decision(Timestamp::now()), Decision::Wait { .. });
    Ok((waits && whole && !force).then_some(standing))
}

fn registered(cx: &Context, names: &[Identifier]) -> Result<Vec<Enrolled>> {
    let found = enrolled(cx, names)?.into_iter();
    let registered = found.map(|(challenge, one)| one.ok_or(IssueFault::NoRegistration { challenge }));
    Ok(registered.collect::<Result<Vec<_>, _>>()?)
}

impl RenewOutcome {
    fn failures(&self) -> impl Iterator<Item = &Error> {
        let ran = self.ran.iter().filter_map(hooking::failure);
        self.parts.iter().filter_map(|part| part.result.as_ref().err()).chain(ran)
    }
}

impl Outcome for RenewOutcome {
    fn json(&self) -> Value {
        let lineages = self.parts.iter().map(|part| match &part.result {
            Ok(Fate::Renewed(standing, reason, stand_in)) => {
                let mut document = json!({ "name": part.lineage, "result": "renewed", "reason": reason.to_string(), "lineage": standing.json() });
                if let Some(stand_in) = stand_in {
                    document["instead_of"] = stand_in.json();
                }
                document
            }
            Ok(Fate::NotDue(standing)) => {
                json!({ "name": part.lineage, "result": "not-due", "lineage": standing.json() })
            }
            Err(error) => {
                json!({ "name": part.lineage, "result": "failed", "error": error_json(error)["error"] })
            }
        });
        let ran = self.ran.iter().map(hooking::json);
        json!({ "lineages": lineages.collect::<Vec<_>>(), "hooks": ran.collect::<Vec<_>>() })
    }

    fn text(&self) -> String {
        if self.parts.is_empty() {
            return "There are no certificates yet: `certdns issue -d NAME` gets the first one.\n".to_owned();
        }
        self.parts.iter().map(Part::text).chain(self.ran.iter().map(hooking::text)).collect()
    }

    /// Nothing but what happened: a timer's mail is to mean something.
    fn quiet_text(&self) -> String {
        let quiet = |part: &&Part| !matches!(part.result, Ok(Fate::NotDue(_)));
        self.parts.iter().filter(quiet).map(Part::text).chain(self.ran.iter().map(hooking::text)).collect()
    }

    /// The worst of the parts: failed, then action needed, then try later.
    fn kind(&self) -> Option<Kind> {
        self.failures().map(Error::kind).min_by_key(|kind| kind.exit_code())
    }
}

impl Part {
    fn text(&self) -> String {
        let (name, now) = (&self.lineage, Timestamp::now());
        match &self.result {
            Ok(Fate::Renewed(standing, reason, stand_in)) => {
                let generation = standing.lineage.live.unwrap_or_default();
                let from = stand_in.as_ref().map(|one| format!("  {}\n", plain(&one.text()))).unwrap_or_default();
                format!("{name}: renewed ({reason}), generation {generation}, {}\n{from}", expiry(standing, now))
            }
            Ok(Fate::NotDue(standing)) => format!("{name}: not due, {}\n", expiry(standing, now)),
            Err(error) => format!("{name}: failed\n{}", error_text(error)),
        }
    }
}

fn expiry(standing: &Standing, now: Timestamp) -> String {
    let until = standing.certificate.as_ref().map(|certificate| moment(certificate.not_after, now));
    let due = standing.due_at().map(|due| moment(due, now));
    format!("good until {}, due {}", until.unwrap_or_default(), due.unwrap_or_default())
}
