//! What is in a bundle, and what became of it: in words, and as JSON. Never a key or a password.

use serde_json::{Value, json};

use crate::acme::{Account, authority_name};
use crate::bundles::Fate;
use crate::commands::registration::shown::{record_json, server};
use crate::hooks::Stage;
use crate::output::{plain, table};
use crate::registrations::base;
use crate::store::{Lineage, Record};

/// Whether it was done, or is just looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mood {
    Done,
    Looked,
}

impl Mood {
    fn word(self, fate: &Fate) -> String {
        match (fate, self) {
            (Fate::New, Mood::Done) => "taken over".to_owned(),
            (Fate::New, Mood::Looked) => "would be taken over".to_owned(),
            (Fate::Same, _) => "is here already".to_owned(),
            (Fate::Other, Mood::Done) => "kept the one here".to_owned(),
            (Fate::Other, Mood::Looked) => "another is here".to_owned(),
            (Fate::Called(name), _) => format!("its names have the lineage {name} here"),
        }
    }

    fn code(self, fate: &Fate) -> &'static str {
        match (fate, self) {
            (Fate::New, Mood::Done) => "taken",
            (Fate::New, Mood::Looked) => "new",
            (Fate::Same, _) => "already-here",
            (Fate::Other | Fate::Called(_), Mood::Done) => "kept",
            (Fate::Other | Fate::Called(_), Mood::Looked) => "differs",
        }
    }
}

/// Registrations that are just looked at.
pub(super) fn registrations_text(all: &[(Record, Fate)]) -> String {
    let rows = all.iter().map(|(one, fate)| {
        let target = one.registration.fulldomain.to_string();
        [base(&one.challenge).to_string(), Mood::Looked.word(fate), server(one), target]
    });
    table(["NAME", "", "ACME-DNS SERVER", "CNAME TARGET"], rows)
}

pub(super) fn registrations_json(all: &[(Record, Fate)]) -> Vec<Value> {
    let one = |(record, fate): &(Record, Fate)| {
        let mut document = record_json(record);
        document["action"] = json!(Mood::Looked.code(fate));
        document
    };
    all.iter().map(one).collect()
}

pub(super) fn accounts_text(all: &[(Account, Fate)], mood: Mood) -> String {
    let rows = all.iter().map(|(one, fate)| {
        // One that is here with another key got the key that the CA confirmed.
        let word = match (fate, mood) {
            (Fate::Other, Mood::Done) => "is here, confirmed by its CA".to_owned(),
            (Fate::Other, Mood::Looked) => "is here with another key".to_owned(),
            _ => mood.word(fate),
        };
        [plain(&one.title()), word, authority_name(&one.directory)]
    });
    table(["ACME ACCOUNT", "", "CA"], rows)
}

pub(super) fn accounts_json(all: &[(Account, Fate)], mood: Mood) -> Vec<Value> {
    let one = |(one, fate): &(Account, Fate)| json!({ "account": one.name, "uri": one.uri, "authority": one.directory, "action": mood.code(fate) });
    all.iter().map(one).collect()
}

/// With what is run on this machine for each, and what is written outside the state directory: whoever made the bundle
/// has a say in that now.
pub(super) fn lineages_text(all: &[(Lineage, Fate)], mood: Mood) -> String {
    let rows = all.iter().map(|(one, fate)| {
        let names: Vec<String> = one.identifiers.iter().map(ToString::to_string).collect();
        [one.name.clone(), mood.word(fate), authority_name(&one.directory), names.join(", ")]
    });
    let mut text = table(["LINEAGE", "", "CA", "NAMES"], rows);
    let comes = all.iter().filter(|(_, fate)| *fate == Fate::New).map(|(one, _)| one);
    let lines: String = comes.flat_map(effects).map(|line| format!("  {}\n", plain(&line))).collect();
    if !lines.is_empty() {
        text.push_str(&format!(
            "\nWith these settings certdns does more on this machine than get certificates:\n{lines}"
        ));
    }
    text
}

fn effects(lineage: &Lineage) -> Vec<String> {
    let name = &lineage.name;
    let hooks = hooks(lineage).into_iter().map(|(stage, hook)| format!("{name}: runs as {stage} hook: {hook}"));
    let files = files(lineage).into_iter().map(|file| format!("{name}: {file}"));
    hooks.chain(files).collect()
}

fn hooks(lineage: &Lineage) -> Vec<(Stage, String)> {
    let of = |stage| lineage.hooks.of(stage).iter().map(move |hook| (stage, hook.text().to_owned()));
    [Stage::Pre, Stage::Deploy, Stage::Post].into_iter().flat_map(of).collect()
}

fn files(lineage: &Lineage) -> Vec<String> {
    let outputs = &lineage.outputs;
    let password = outputs.pfx.as_ref().and_then(|pfx| pfx.password_file.as_ref());
    let password = password.map(|file| format!("reads the password for its PKCS#12 file from {}", file.display()));
    let writes =
        outputs.installs.iter().map(|one| format!("writes {} to {}", one.content.as_str(), one.path.display()));
    writes.chain(password).collect()
}

pub(super) fn lineages_json(all: &[(Lineage, Fate)], mood: Mood) -> Vec<Value> {
    let one = |(one, fate): &(Lineage, Fate)| {
        let hooks = hooks(one).into_iter().map(|(stage, hook)| json!({ "stage": stage.as_str(), "hook": hook }));
        json!({
            "lineage": one.name,
            "names": one.identifiers,
            "authority": one.directory,
            "hooks": hooks.collect::<Vec<_>>(),
            "installs": one.outputs.installs.iter().map(|install| &install.path).collect::<Vec<_>>(),
            "action": mood.code(fate),
        })
    };
    all.iter().map(one).collect()
}
