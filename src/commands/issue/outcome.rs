//! What `issue` says when it is done.

use std::path::PathBuf;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::commands::hooking;
use crate::deploying::Ran;
use crate::error::{Error, Kind};
use crate::lineages::Standing;
use crate::obtaining::StandIn;
use crate::output::{Outcome, moment, plain};
use crate::renewal::Reason;

/// A certificate that is live now, new or still good.
pub struct IssueOutcome {
    pub(in crate::commands) standing: Standing,
    /// `None`: it was still good, nothing was done.
    pub(in crate::commands) issued_because: Option<Reason>,
    pub(in crate::commands) stand_in: Option<StandIn>,
    /// Whether the next ones are to be made in another way.
    remembered: bool,
    /// Whether files were made from it besides those of `live/`.
    written: bool,
    /// The hooks that were run at the end.
    ran: Vec<Ran>,
}

impl IssueOutcome {
    pub(super) fn issued(standing: Standing, reason: Reason, stand_in: Option<StandIn>) -> IssueOutcome {
        let written = !standing.outputs.is_empty();
        IssueOutcome { standing, issued_because: Some(reason), stand_in, remembered: false, written, ran: Vec::new() }
    }

    pub(super) fn kept(standing: Standing, remembered: bool, written: bool) -> IssueOutcome {
        IssueOutcome { standing, issued_because: None, stand_in: None, remembered, written, ran: Vec::new() }
    }

    pub(super) fn with(self, ran: Vec<Ran>) -> IssueOutcome {
        IssueOutcome { ran, ..self }
    }
}

impl Outcome for IssueOutcome {
    fn json(&self) -> Value {
        let mut document = json!({
            "lineage": self.standing.json(),
            "issued": self.issued_because.is_some(),
            "reason": self.issued_because.map(|reason| reason.to_string()),
            "hooks": self.ran.iter().map(hooking::json).collect::<Vec<_>>(),
        });
        if let Some(stand_in) = &self.stand_in {
            document["instead_of"] = stand_in.json();
        }
        document
    }

    fn text(&self) -> String {
        let ran = self.ran.iter().map(hooking::text);
        std::iter::once(self.certificate_text()).chain(ran).collect()
    }

    fn kind(&self) -> Option<Kind> {
        self.ran.iter().find_map(hooking::failure).map(Error::kind)
    }
}

impl IssueOutcome {
    fn certificate_text(&self) -> String {
        let now = Timestamp::now();
        let Standing { lineage, certificate, .. } = &self.standing;
        let Some(certificate) = certificate else { return format!("{}: no certificate\n", lineage.name) };
        let until = moment(certificate.not_after, now);
        let due = moment(self.standing.due_at().unwrap_or(now), now);
        match self.issued_because {
            None => format!(
                "{}: the certificate is good until {until}; it is due for renewal {due}\n{}",
                lineage.name,
                self.nothing_text()
            ),
            Some(reason) => format!(
                "{}: new certificate{}, good until {until}\n{}\n{}\nRenew it from a timer with `certdns renew`; it is due {due}.\n",
                lineage.name,
                why(reason),
                self.stand_in.as_ref().map(|one| format!("It is {}\n", plain(&one.text()))).unwrap_or_default(),
                files_text(&self.standing)
            ),
        }
    }

    fn nothing_text(&self) -> String {
        let kept = "Kept for the next renewal. (`--force` issues at once.)\n";
        match (self.remembered, self.written) {
            (true, true) => format!("{kept}\n{}", files_text(&self.standing)),
            (true, false) => kept.to_owned(),
            (false, true) => format!("\n{}", files_text(&self.standing)),
            (false, false) => "Nothing to do. (`--force` issues all the same.)\n".to_owned(),
        }
    }
}

/// The first certificate needs no reason.
fn why(reason: Reason) -> String {
    match reason {
        Reason::NotIssued => String::new(),
        _ => format!(" ({reason})"),
    }
}

/// Where servers find the files.
fn files_text(standing: &Standing) -> String {
    let line = |(label, file): (&str, &str)| format!("  {label:<12} {}\n", standing.live_path.join(file).display());
    let files = [("certificate", "fullchain.pem"), ("private key", "privkey.pem")];
    let here = if standing.lineage.recipe.csr.is_some() { &files[..1] } else { &files[..] };
    let output = |path: &PathBuf| format!("  {:<12} {}\n", "output", path.display());
    here.iter().copied().map(line).chain(standing.outputs.iter().map(output)).collect()
}
