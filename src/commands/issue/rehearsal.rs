//! `issue --dry-run`: everything but keeping a certificate.

use jiff::Timestamp;
use serde_json::{Value, json};
use url::Url;

use super::{Args, Desired, Intent, Obtaining, intend, lineage_name, ready};
use crate::accounts::Wish;
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
pub(super) async fn rehearse(cx: &Context, args: &Args, desired: &Desired) -> Result<RehearsalOutcome> {
    let name = lineage_name(cx, args, &desired.names)?;
    let (obtaining, reason) = settled(intend(cx, desired, &name, cx.store.lineage(&name)?)?);
    let directory = stage(cx, &obtaining.lineage);
    let typed = Wish::with_flags(cx, args.email.clone(), args.agree_tos);
    let (enrolled, wish) = ready(cx, args, &obtaining, &directory, &typed).await?;
    let Obtaining { lineage, once, reason: because, steps, .. } = obtaining;
    let wanted =
        Wanted { lineage, once, reason: because, steps, enrolled: &enrolled, wish: &wish, typed: &typed, avoid: None };
    let certificate = obtain_nothing(cx, &wanted, &directory).await?.leaf().clone();
    let names = wanted.lineage.identifiers;
    Ok(RehearsalOutcome { lineage: name, names, directory, reason, certificate })
}

/// What is not due is tried all the same.
fn settled(intent: Intent) -> (Obtaining, Option<Reason>) {
    match intent {
        Intent::Obtain(obtaining) => {
            let reason = obtaining.reason;
            (*obtaining, Some(reason))
        }
        Intent::Keep(keeping) => {
            let (before, lineage) = (Some(keeping.before.lineage), keeping.lineage);
            (Obtaining { before, lineage, once: Once::default(), reason: Reason::Forced, steps: Vec::new() }, None)
        }
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
