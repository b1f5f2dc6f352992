//! `issue --dry-run`: everything but keeping a certificate.

use jiff::Timestamp;
use serde_json::{Value, json};
use url::Url;

use super::plan::{Plan, Target, plan};
use super::{Args, certified, lineage_name, possible, ready};
use crate::accounts::{Wish, asked_for};
use crate::acme::{Preset, authority_name, staging_twin};
use crate::certificate::Certificate;
use crate::context::Context;
use crate::error::Result;
use crate::event::Event;
use crate::identifier::Identifier;
use crate::obtaining::{Once, Wanted, rehearse as obtain_nothing};
use crate::output::{Outcome, moment};
use crate::renewal::Reason;
use crate::store::Lineage;

/// A certificate that was had, looked at and thrown away.
pub(super) struct RehearsalOutcome {
    lineage: String,
    names: Vec<Identifier>,
    directory: Url,
    /// Why a certificate would be issued now; `None` when it would not.
    reason: Option<Reason>,
    certificate: Certificate,
}

/// The same way as in earnest, at the CA's staging twin. The lineage is read, and neither locked nor written.
pub(super) async fn rehearse(cx: &Context, args: &Args, target: Target) -> Result<RehearsalOutcome> {
    let name = lineage_name(cx, args, &target.names)?;
    let before = cx.store.lineage(&name)?;
    let certified = certified(before.as_ref());
    let (outputs, account) = (args.outputs.wanted(cx, &name, before.as_ref())?, asked_for(cx, &cx.settings.ca)?);
    let (lineage, once, reason) = settled(plan(cx, args, &name, target, before)?);
    possible(&outputs, &lineage.recipe)?;
    let lineage = Lineage { account: account.or(lineage.account.clone()), ..lineage };
    let directory = stage(cx, &lineage);
    let typed = Wish::with_flags(cx, args.email.clone(), args.agree_tos);
    let (enrolled, wish) = ready(cx, args, &lineage, &directory, (&certified, &typed)).await?;
    let (reason_given, steps) = (reason.unwrap_or(Reason::Forced), Vec::new());
    let wanted = Wanted { lineage, once, reason: reason_given, steps, enrolled: &enrolled, wish: &wish, typed: &typed };
    let certificate = obtain_nothing(cx, &wanted, &directory).await?.leaf().clone();
    let names = wanted.lineage.identifiers;
    Ok(RehearsalOutcome { lineage: name, names, directory, reason, certificate })
}

/// What is not due is tried all the same.
fn settled(plan: Plan) -> (Lineage, Once, Option<Reason>) {
    match plan {
        Plan::Obtain(lineage, once, reason) => (*lineage, once, Some(reason)),
        Plan::Keep(standing, recipe) => (Lineage { recipe, ..standing.lineage }, Once::default(), None),
    }
}

/// Where to try: the twin, else the CA itself, which may count the order against its limits.
fn stage(cx: &Context, lineage: &Lineage) -> Url {
    let own = &lineage.directory;
    if !Preset::at(own).is_some_and(|preset| preset.is_staging() || preset.staging.is_some()) {
        let text = format!(
            "{} has no staging twin that is known here: the order is a real one, and counts against its limits",
            authority_name(own)
        );
        cx.report(Event::Warning { text });
    }
    staging_twin(own).unwrap_or_else(|| own.clone())
}

impl Outcome for RehearsalOutcome {
    fn json(&self) -> Value {
        json!({
            "dry_run": true,
            "name": self.lineage,
            "names": self.names,
            "authority": self.directory,
            "reason": self.reason.map(|reason| reason.to_string()),
            "not_after": self.certificate.not_after,
        })
    }

    fn text(&self) -> String {
        let until = moment(self.certificate.not_after, Timestamp::now());
        let then = match self.reason {
            Some(reason) => format!("Without `--dry-run` a certificate is issued: {reason}."),
            None => "The certificate that is there is not due: without `--dry-run` nothing is done.".to_owned(),
        };
        format!(
            "{}: the dry run went well at {}, with a certificate good until {until}; nothing of it is kept\n{then}\n",
            self.lineage,
            authority_name(&self.directory)
        )
    }
}
