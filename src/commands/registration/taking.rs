//! What `import` and `add` share: how conflicts are decided, and what became of each registration.

use clap::ValueEnum;
use serde_json::{Value, json};

use super::shown::server;
use super::verifying::{Verified, VerifyArgs};
use crate::identifier::DnsName;
use crate::output::table;
use crate::registrations::{Decision, Keep, Taken, Wishes, base};

/// How conflicts are decided.
#[derive(clap::Args, Debug)]
pub(in crate::commands) struct KeepArgs {
    /// Where a name has another registration here: keep mine, take theirs, or whichever the live CNAME points to; what
    /// gives way is kept aside
    #[arg(long, value_enum, value_name = "WHICH")]
    keep: Option<Kept>,
}

#[derive(clap::Args, Debug)]
pub(super) struct TakeArgs {
    #[command(flatten)]
    keep: KeepArgs,
    /// The zone of the acme-dns server, for files that do not tell where the CNAME leads
    #[arg(long, value_name = "ZONE", value_parser = zone)]
    zone: Option<DnsName>,
    #[command(flatten)]
    pub verify: VerifyArgs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kept {
    Mine,
    Theirs,
    Dns,
}

fn zone(text: &str) -> Result<DnsName, String> {
    DnsName::parse(text).map_err(|error| error.to_string())
}

impl KeepArgs {
    pub(in crate::commands) fn keep(&self) -> Option<Keep> {
        self.keep.map(|kept| match kept {
            Kept::Mine => Keep::Mine,
            Kept::Theirs => Keep::Theirs,
            Kept::Dns => Keep::Dns,
        })
    }
}

impl TakeArgs {
    pub(super) fn wishes(&self, partial: bool) -> Wishes {
        Wishes { keep: self.keep.keep(), zone: self.zone.clone(), partial, whole: false, offline: self.verify.offline }
    }
}

pub(in crate::commands) fn taken_json(taken: &Taken, verified: &Verified) -> Value {
    let mut document = verified.json(&taken.record);
    document["action"] = json!(match taken.decision {
        Decision::New => "taken",
        Decision::Same => "already-here",
        Decision::Mine => "kept",
        Decision::Theirs => "replaced",
        Decision::Undecided => "undecided",
    });
    document
}

pub(in crate::commands) fn taken_text(taken: &[Taken]) -> String {
    let rows = taken.iter().map(|one| {
        let target = one.record.registration.fulldomain.to_string();
        [base(&one.record.challenge).to_string(), word(&one.decision).to_owned(), server(&one.record), target]
    });
    table(["NAME", "", "ACME-DNS SERVER", "CNAME TARGET"], rows)
}

fn word(decision: &Decision) -> &'static str {
    match decision {
        Decision::New => "taken over",
        Decision::Same => "is here already",
        Decision::Mine => "kept the one here",
        Decision::Theirs => "taken over, the one here is kept aside",
        Decision::Undecided => "undecided",
    }
}
