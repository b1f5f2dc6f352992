//! What `certdns caa` says.

use std::fmt::Write;

use serde_json::{Value, json};

use super::CaaOutcome;
use super::place::{Named, Place};
use crate::caa::{Aim, Record, restricts};
use crate::delegation::Finding;
use crate::error::Kind;
use crate::output::{Outcome, plain};

impl Outcome for CaaOutcome {
    fn json(&self) -> Value {
        json!({
            "authority": self.authority,
            "places": self.places.iter().map(Place::json).collect::<Vec<_>>(),
        })
    }

    fn text(&self) -> String {
        let places: Vec<String> = self.places.iter().map(|place| place.text(self.aim)).collect();
        places.join("\n")
    }

    fn kind(&self) -> Option<Kind> {
        let undone = self.aim == Aim::Lock && self.places.iter().any(|place| !place.plan.is_done());
        let faults = self.places.iter().flat_map(Place::faults).map(Finding::kind);
        faults.chain(undone.then_some(Kind::ActionNeeded)).min_by_key(|kind| kind.exit_code())
    }
}

impl Place {
    fn json(&self) -> Value {
        json!({
            "at": self.at,
            "names": self.names.iter().map(Named::json).collect::<Vec<_>>(),
            "present": self.lines(self.present.as_deref().unwrap_or_default()),
            "add": self.lines(&self.plan.add),
            "remove": self.lines(&self.plan.remove),
            "keep": self.lines(&self.plan.keep),
            "merged": self.lines(&self.plan.merged()),
            "others": self.lines(&self.others),
            "warnings": self.warnings,
        })
    }

    /// What is there, what to do, and what will be there then.
    fn text(&self, aim: Aim) -> String {
        let mut text = format!("{}\n", self.at);
        for named in &self.names {
            let _ = writeln!(text, "  {}", plain(&named.text()));
        }
        let present = self.present.as_deref().unwrap_or_default();
        self.section(&mut text, "Records that are there:", present);
        self.section(&mut text, self.addition(aim), &self.plan.add);
        self.section(&mut text, "Remove this:", &self.plan.remove);
        if !self.plan.is_done() && !self.plan.keep.is_empty() {
            self.section(&mut text, "All records of this name then:", &self.plan.merged());
        }
        if aim == Aim::Permit {
            let heading = format!("These let others issue, too (`certdns caa --lock {}` leaves them out):", self.at);
            self.section(&mut text, &heading, &self.others);
        }
        if aim == Aim::Lock && self.present.is_some() && self.plan.is_done() {
            text.push_str("\n  Nothing to do: nobody but this account may issue, and by dns-01 only.\n");
        }
        for (number, warning) in self.warnings.iter().enumerate() {
            let _ = writeln!(text, "{}  warning: {}", if number == 0 { "\n" } else { "" }, plain(warning));
        }
        text
    }

    /// The heading over what is to be added.
    fn addition(&self, aim: Aim) -> &'static str {
        let nobody_named = !self.plan.keep.iter().any(restricts);
        match aim {
            Aim::Permit if !nobody_named => "Add this, so that this account may issue:",
            _ => "Add this, so that only this account may issue, by dns-01 only:",
        }
    }

    fn section(&self, text: &mut String, heading: &str, records: &[Record]) {
        if records.is_empty() {
            return;
        }
        let _ = writeln!(text, "\n  {heading}\n");
        for line in self.lines(records) {
            let _ = writeln!(text, "{line}");
        }
    }

    fn lines(&self, records: &[Record]) -> Vec<String> {
        records.iter().map(|record| record.zone_line(&self.at)).collect()
    }
}

impl Named {
    fn json(&self) -> Value {
        let mut value = json!(self.permission);
        value["finding"] = json!(self.finding);
        value
    }

    fn text(&self) -> String {
        let permission = &self.permission;
        match &self.finding {
            Some(finding) => finding.message.clone(),
            None => format!("{}: {}", permission.name, permission.words()),
        }
    }
}
